"""Ctrl+Z and Ctrl+Y: the text box first, then the application."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from arcareer_ui.commands import REDO, UNDO, CommandTable
from arcareer_ui.undo import UndoController


class Stepper(QObject):
    """Takes steps back and forth, and names the next one in the command table."""

    def __init__(self, undo: UndoController, commands: CommandTable, flush: Callable[[], None]) -> None:
        """`flush` writes what is typed but not stored, so that it is the first thing taken back."""
        super().__init__(commands)
        self._undo, self._commands, self._flush = undo, commands, flush
        undo.stack.indexChanged.connect(self._name)
        self._name()

    def back(self) -> None:
        """Undo in the text box that has the keyboard, else the newest change."""
        if not _step_in_text_box(redo=False):
            self._flush()
            self._undo.undo()

    def forth(self) -> None:
        """Redo in the text box that has the keyboard, else what was taken back last."""
        if not _step_in_text_box(redo=True):
            self._flush()
            self._undo.redo()

    def take_back(self, count: int) -> None:
        """Undo the newest changes."""
        self._undo.undo(count)

    def _name(self) -> None:
        stack = self._undo.stack
        for spec, name in ((UNDO, stack.undoText()), (REDO, stack.redoText())):
            self._commands.action(spec.id).setText(f"{spec.words} {name}".strip())


def _step_in_text_box(*, redo: bool) -> bool:
    focus = QApplication.focusWidget()
    if not isinstance(focus, (QLineEdit, QTextEdit)):
        return False
    steps = focus if isinstance(focus, QLineEdit) else focus.document()
    if not (steps.isRedoAvailable() if redo else steps.isUndoAvailable()):
        return False
    (focus.redo if redo else focus.undo)()
    return True
