"""The bullet under the user's hands: one that is stored, or one that is being written for the first time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from arcareer.domain.bullets import Bullet
from arcareer.errors import EnvironmentFault, FieldProblem
from arcareer_ui.capture.drafts import DraftKeeper
from arcareer_ui.desk import Desk
from arcareer_ui.undo import UndoController

if TYPE_CHECKING:
    from arcareer.services.bullets import BulletService
    from arcareer.services.drafts import DraftService

DRAFT_KEY = "new-bullet"


class BulletWriting(QObject):
    """Keeps what is typed: a stored bullet is saved within 0.4 s, a new one is a draft until it is left.

    `written` carries a new bullet when it has become one, `kept` comes when all is on disk; `refused` carries why a
    text cannot be a bullet, `troubled` the fault of the disk, `contested` the stored bullet (None where it is gone).
    """

    written = Signal(object)
    kept = Signal()
    refused = Signal(str)
    troubled = Signal(object)
    contested = Signal(object)

    def __init__(
        self,
        bullets: BulletService,
        drafts: DraftService,
        undo: UndoController,
        typed: Callable[[], str],
        parent: QObject,
    ) -> None:
        """`typed` returns what stands in the text box."""
        super().__init__(parent)
        self._bullets, self._undo, self._typed = bullets, undo, typed
        self._is_new = False
        label = self.tr("Edit bullet")
        self._desk: Desk[Bullet] = Desk(
            self, undo, save=bullets.save, fetch=bullets.get, typed=self._values, label=label
        )
        self._draft = DraftKeeper(drafts, DRAFT_KEY, self)
        self._desk.saved.connect(lambda _: self.kept.emit())
        self._desk.refused.connect(lambda _field, text: self.refused.emit(text))
        self._desk.troubled.connect(lambda fault, *_: self.troubled.emit(fault))
        self._desk.conflict.connect(lambda _mine, theirs: self.contested.emit(theirs))
        self._draft.written.connect(self.kept)
        self._draft.troubled.connect(self.troubled)
        draft = self._draft.find()
        self.left_over = draft.text if draft else ""

    @property
    def bullet(self) -> Bullet | None:
        """Return the stored bullet as it should be; None for a new one."""
        return None if self._is_new else self._desk.value

    @property
    def is_new(self) -> bool:
        """Return whether a bullet is being written that is none yet."""
        return self._is_new

    def put(self, bullet: Bullet | None) -> None:
        """Go on with a stored bullet; what was typed before is kept first."""
        self.flush()
        self._is_new = False
        self._desk.put(bullet)

    def start(self) -> None:
        """Go on with a new one."""
        self.flush()
        self._desk.put(None)
        self._is_new = True

    def touch(self) -> None:
        """Note that the text was typed in; it is kept soon."""
        if self._is_new:
            self._draft.touch(self._typed())
        else:
            self._desk.touch("text")

    def rest(self) -> None:
        """Note that the text was left."""
        if self._is_new:
            self._write()
        else:
            self._desk.rest()

    def flush(self) -> None:
        """Keep now what is not kept yet."""
        if self._is_new:
            self._write()
        self._desk.flush()

    def follow(self) -> bool:
        """Take in what was changed elsewhere; return False where the bullet is gone."""
        return self._is_new or self._desk.follow()

    def settle(self, *, keep_mine: bool) -> None:
        """Decide which text counts after `contested`; a bullet that is gone is written again to keep what is here."""
        mine, gone = self._desk.value, self._desk.value is not None and self._bullets.get(self._desk.value.id) is None
        if mine is None or not gone:
            self._desk.settle(keep_mine=keep_mine)
            return
        self._desk.settle(keep_mine=False)
        self._desk.put(None)
        if keep_mine:
            self._store(mine.text, mine.win)

    def from_win(self, text: str, win: UUID) -> None:
        """Write a bullet about a win, and go on with it."""
        self.flush()
        self._store(text, win)

    def _values(self, bullet: Bullet) -> Mapping[str, Any]:
        typed = self._typed()
        return {"text": typed if typed.strip() else bullet.text}

    def _write(self) -> None:
        text = self._typed()
        if not text.strip() or self._store(text, None):
            self._draft.touch("")
        self._draft.flush()

    def _store(self, text: str, win: UUID | None) -> bool:
        try:
            edit = self._bullets.write(text, win)
        except FieldProblem as problem:
            self.refused.emit(str(problem))
            return False
        except EnvironmentFault as fault:
            self.troubled.emit(fault)
            return False
        self._undo.record(edit, self.tr("Write bullet"))
        if isinstance(edit.after, Bullet):
            self._is_new = False
            self._desk.put(edit.after)
            self.written.emit(edit.after)
        self.kept.emit()
        return True
