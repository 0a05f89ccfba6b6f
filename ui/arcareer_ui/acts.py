"""Does what the user asked for, ready for undo, or says why it did not work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from arcareer.domain.changes import Change
from arcareer.errors import EnvironmentFault, FieldProblem, UserError
from arcareer_ui.undo import UndoController


class Acts(QObject):
    """Runs acts that return the change they applied. `refused` carries the words about one that did not work."""

    refused = Signal(str)

    def __init__(self, undo: UndoController, parent: QObject) -> None:
        super().__init__(parent)
        self._undo = undo

    def do(
        self, act: Callable[[], Change], label: str, *, at_field: Callable[[FieldProblem], None] | None = None
    ) -> bool:
        """Run an act and record its change under `label`; return whether anything changed.

        Where a field is given that can say so itself, `at_field` gets what does not fit there.
        """
        try:
            change = act()
        except (UserError, EnvironmentFault) as problem:
            if at_field is not None and isinstance(problem, FieldProblem):
                at_field(problem)
            else:
                self.refused.emit(str(problem))
            return False
        if not change.edits:
            return False
        self._undo.record(change, label)
        return True

    def settle(self, act: Callable[[], object]) -> bool:
        """Run an act that is not undone, such as changing a preference; return whether it worked."""
        try:
            act()
        except (UserError, EnvironmentFault) as problem:
            self.refused.emit(str(problem))
            return False
        return True

    def finish(self, act: Callable[[], object]) -> bool:
        """Run an act nothing can bring back; return whether it worked.

        What was done before it is not undone any more: it could name what is gone for good.
        """
        done = self.settle(act)
        if done:
            self._undo.forget()
        return done
