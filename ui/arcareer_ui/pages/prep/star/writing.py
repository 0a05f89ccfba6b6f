"""The answer under the user's hands: a stored one, or one that becomes stored with its first key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from arcareer.domain.answers import Answer, AnswerKind, CoreSlot
from arcareer.errors import EnvironmentFault, FieldProblem, UserError
from arcareer_ui.desk import Desk

if TYPE_CHECKING:
    from arcareer.domain.changes import Edit
    from arcareer.services.answers import AnswerService
    from arcareer_ui.undo import UndoController

TEXTS = "texts"


class Beginning(NamedTuple):
    """An answer nobody has written a word of: for a core slot, or for nothing in particular."""

    slot: CoreSlot | None = None


class AnswerWriting(QObject):
    """Keeps what is typed within 0.4 s; an answer is only made when there is a word of it.

    `begun` carries an answer that has just been made, `kept` comes when all is on disk, `refused` carries a part or
    field and why it cannot be kept, `troubled` the fault of the disk, `contested` the stored answer (None where gone).
    """

    begun = Signal(object)
    kept = Signal()
    refused = Signal(str)
    troubled = Signal(object)
    contested = Signal(object)

    def __init__(
        self,
        answers: AnswerService,
        undo: UndoController,
        typed: Callable[[], tuple[str, ...]],
        parent: QObject,
        *,
        kind: AnswerKind = AnswerKind.STAR,
    ) -> None:
        """`typed` returns what stands in the parts; `kind` is how a new answer is told."""
        super().__init__(parent)
        self._kind = kind
        self._answers, self._undo, self._typed = answers, undo, typed
        self.beginning: Beginning | None = None
        self.is_starting = False
        self._desk: Desk[Answer] = Desk(
            self, undo, save=self._save, fetch=answers.get, typed=self._values, label=self.tr("Edit answer")
        )
        self._desk.saved.connect(lambda _: self.kept.emit())
        self._desk.refused.connect(lambda _field, text: self.refused.emit(text))
        self._desk.troubled.connect(lambda fault, *_: self.troubled.emit(fault))
        self._desk.conflict.connect(lambda _mine, theirs: self.contested.emit(theirs))

    @property
    def answer(self) -> Answer | None:
        """Return the answer as it should be, what is typed included; None where none is stored."""
        return self._desk.value

    @property
    def stored(self) -> Answer | None:
        """Return the answer as the library holds it."""
        return self._desk.stored

    def put(self, answer: Answer | None) -> None:
        """Go on with a stored answer; what was typed before is kept first."""
        self.flush()
        self.beginning = None
        self._desk.put(answer)

    def begin(self, beginning: Beginning) -> None:
        """Let an answer be begun."""
        self.flush()
        self._desk.put(None)
        self.beginning = beginning

    def touch(self, part: str) -> None:
        """Note that a part was typed in; the first word makes the answer."""
        if self.beginning is not None and not (self._is_begun and self._start(self.beginning.slot)):
            return
        self._desk.touch(f"{TEXTS}/{part}")

    def rest(self) -> None:
        """Note that a part was left."""
        self._desk.rest()

    def flush(self) -> None:
        """Keep now what is not kept yet."""
        if self.beginning is not None and self._is_begun and self._start(self.beginning.slot):
            self._desk.touch(TEXTS)
        self._desk.flush()

    def change(self, label: str, **values: Any) -> bool:
        """Keep what is chosen, not typed; a beginning becomes an answer with it. Return whether that worked."""
        if self.beginning is not None and not self._start(self.beginning.slot):
            return False
        return self._desk.change(label, **values)

    def take(self, edit: Edit, label: str) -> None:
        """Go on from an edit that is applied already."""
        self._desk.take(edit, label)

    def follow(self) -> bool:
        """Take in what was changed elsewhere; return False where the answer is gone."""
        return self.beginning is not None or self._desk.follow()

    def settle(self, *, keep_mine: bool) -> None:
        """Decide which words count after `contested`; an answer that is gone is written again to keep what is here."""
        mine = self._desk.value
        gone = mine is not None and self._answers.get(mine.id) is None
        if mine is None or not gone:
            self._desk.settle(keep_mine=keep_mine)
            return
        self._desk.settle(keep_mine=False)
        self._desk.put(None)
        if keep_mine and self._start(None):
            self._desk.change(self.tr("Edit answer"), texts=mine.texts, question=mine.question, title=mine.title)

    @property
    def _is_begun(self) -> bool:
        return any(text.strip() for text in self._typed())

    def _save(self, before: Answer, after: Answer) -> Edit:
        """Save an answer; a part that cannot be kept is a problem of the texts as a whole."""
        try:
            return self._answers.save(before, after)
        except FieldProblem as problem:
            field = TEXTS if problem.field in before.parts else problem.field
            raise FieldProblem(field, str(problem)) from problem

    def _values(self, answer: Answer) -> Mapping[str, Any]:
        texts = self._typed()
        return {TEXTS: texts if len(texts) == len(answer.texts) else answer.texts}

    def _start(self, slot: CoreSlot | None) -> bool:
        self.is_starting = True  # the commit is heard of before what was typed is part of the answer
        try:
            edit = self._answers.start_blank(self._kind, slot)
        except UserError as problem:
            self.refused.emit(str(problem))
            return False
        except EnvironmentFault as fault:
            self.troubled.emit(fault)
            return False
        finally:
            self.is_starting = False
        self._undo.record(edit, self.tr("Write answer"))
        self.beginning = None
        if isinstance(edit.after, Answer):
            self._desk.put(edit.after)
            self.begun.emit(edit.after)
        return True
