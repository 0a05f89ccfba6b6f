"""Where the text under the checks lives: in a draft of its own, or in something of the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal

from arcareer.domain.answers import AnswerKind
from arcareer.domain.checks import CheckAs
from arcareer_ui.capture.drafts import DraftKeeper
from arcareer_ui.desk import Desk, Editable
from arcareer_ui.undo import UndoController
from arcareer_ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from arcareer.domain.bullets import Bullet
    from arcareer.domain.changes import Edit
    from arcareer.domain.journal import Win
    from arcareer.services.answers import AnswerService
    from arcareer.services.bullets import BulletService
    from arcareer.services.drafts import DraftService
    from arcareer.services.journal import JournalService

DRAFT_KEY = "red-flags"
FREE, WIN, BULLET, ANSWER = "text", "win", "bullet", "answer"
WIN_FIELDS = {
    "headline": QT_TRANSLATE_NOOP("WinText", "What went well"),
    "situation": QT_TRANSLATE_NOOP("WinText", "What was going on"),
    "action": QT_TRANSLATE_NOOP("WinText", "What I did"),
    "outcome": QT_TRANSLATE_NOOP("WinText", "What changed"),
}


class Place(NamedTuple):
    """What a text is part of: its route, what "Back to …" says, and how such a text is checked.

    `home` is where the way back leads, if that is not the route itself.
    """

    route: str
    back: str
    kind: CheckAs | None = None
    home: str = ""


class TextSource(Protocol):
    """A text that can be edited. `place` is None for the user's own draft."""

    place: Place | None
    fields: Mapping[str, str]
    field: str

    @property
    def text(self) -> str:
        """Return the text as it should be."""

    def touch(self, text: str) -> None:
        """Take the text as it is typed; it is kept soon."""

    def choose(self, field: str) -> None:
        """Go on with another field."""

    def rest(self) -> None:
        """Note that the text was left."""

    def flush(self) -> None:
        """Keep now what is not kept yet."""

    def follow(self) -> bool:
        """Take in what was changed elsewhere; return False where the text is gone."""

    def let_go(self) -> None:
        """Keep what is typed and end."""


class FreeText(QObject):
    """A text of its own, kept as a draft. `kept` comes when it is on disk, `troubled` carries why it is not."""

    kept = Signal()
    troubled = Signal(object)
    place: Place | None = None
    field = ""

    def __init__(self, drafts: DraftService, parent: QObject) -> None:
        super().__init__(parent)
        self.fields: Mapping[str, str] = {}
        self._keeper = DraftKeeper(drafts, DRAFT_KEY, self)
        self._keeper.written.connect(self.kept)
        self._keeper.troubled.connect(self.troubled)
        draft = self._keeper.find()
        self._text = draft.text if draft else ""

    @property
    def text(self) -> str:
        """Return the text as it should be."""
        return self._text

    def touch(self, text: str) -> None:
        """Take the text as it is typed; it is kept soon."""
        self._text = text
        self._keeper.touch(text)

    def choose(self, field: str) -> None:
        """Do nothing: there is one field."""

    def rest(self) -> None:
        """Note that the text was left."""
        self._keeper.flush()

    def flush(self) -> None:
        """Keep now what is not kept yet."""
        self._keeper.flush()

    def follow(self) -> bool:
        """Return True: nobody else changes it."""
        return True

    def let_go(self) -> None:
        """Keep what is typed."""
        self._keeper.flush()


T = TypeVar("T", bound=Editable)


class Keeping(NamedTuple, Generic[T]):
    """How a value of the library is stored and found, and what undo calls a stretch of typing in it."""

    save: Callable[[T, T], Edit]
    fetch: Callable[[UUID], T | None]
    label: str


class StoredText(QObject, Generic[T]):
    """A field of something in the library.

    `kept` comes when it is stored, `troubled` carries a fault, `refused` words about a text that cannot be kept, and
    `contested` comes when it was changed here and elsewhere.
    """

    kept = Signal()
    troubled = Signal(object)
    refused = Signal(str)
    contested = Signal()

    def __init__(
        self,
        parent: QObject,
        undo: UndoController,
        keeping: Keeping[T],
        value: T,
        *,
        place: Place,
        fields: Mapping[str, str],
        field: str,
    ) -> None:
        super().__init__(parent)
        self.place: Place | None = place
        self.fields, self.field = fields, field
        self._text = str(getattr(value, field))
        self.desk = Desk[T](self, undo, save=keeping.save, fetch=keeping.fetch, typed=self._typed, label=keeping.label)
        self.desk.put(value)
        self.desk.saved.connect(lambda _: self.kept.emit())
        self.desk.troubled.connect(lambda fault, *_: self.troubled.emit(fault))
        self.desk.refused.connect(lambda _, why: self.refused.emit(why))
        self.desk.conflict.connect(lambda *_: self.contested.emit())

    @property
    def text(self) -> str:
        """Return the text as it should be."""
        return self._text

    def touch(self, text: str) -> None:
        """Take the text as it is typed; it is stored soon."""
        self._text = text
        self.desk.touch(self.field)

    def choose(self, field: str) -> None:
        """Go on with another field."""
        self.desk.rest()
        self.field = field
        self._text = str(getattr(self.desk.value, field, ""))

    def rest(self) -> None:
        """Note that the text was left."""
        self.desk.rest()

    def flush(self) -> None:
        """Store now what is not stored yet."""
        self.desk.flush()

    def follow(self) -> bool:
        """Take in what was changed elsewhere; return False where the text is gone."""
        there = self.desk.follow()
        if there and self.field not in self.desk.refused_fields:
            self._text = str(getattr(self.desk.value, self.field))
        return there

    def settle(self, *, keep_mine: bool) -> None:
        """Decide which text counts where both sides changed it."""
        self.desk.settle(keep_mine=keep_mine)
        self._text = str(getattr(self.desk.value, self.field, self._text))

    def let_go(self) -> None:
        """Store what is typed and end."""
        self.desk.flush()
        if not self.desk.is_late:
            self.deleteLater()

    def _typed(self, value: T) -> Mapping[str, Any]:  # noqa: ARG002 - there is one editor
        return {self.field: self._text}


class Sources:
    """Opens texts of the library."""

    def __init__(
        self,
        journal: JournalService,
        bullets: Callable[[], BulletService],
        answers: Callable[[], AnswerService],
        undo: UndoController,
        parent: QObject,
    ) -> None:
        self._journal, self._bullets, self._answers = journal, bullets, answers
        self._undo, self._parent = undo, parent

    def open(self, kind: str, identity: str, field: str = "") -> StoredText[Any] | None:
        """Return a text of a win, a bullet or an answer; None where there is no such thing."""
        try:
            known = UUID(identity)
        except ValueError:
            return None
        if kind == WIN:
            win = self._journal.get(known)
            return self._win(win, field) if win is not None and not win.in_trash else None
        if kind == ANSWER:
            return self._answer(known, field)
        bullet = self._bullets().get(known) if kind == BULLET else None
        return self._bullet(bullet) if bullet is not None else None

    def _win(self, win: Win, field: str) -> StoredText[Win]:
        fields = {name: QCoreApplication.translate("WinText", words) for name, words in WIN_FIELDS.items()}
        first = next((name for name in ("action", "outcome", "situation") if getattr(win, name)), "headline")
        place = Place(f"win/{win.id}", QCoreApplication.translate("WinText", "Back to the win"))
        keeping = Keeping(self._journal.save, self._journal.get, QCoreApplication.translate("WinText", "Edit win"))
        chosen = field if field in fields else first
        return StoredText(self._parent, self._undo, keeping, win, place=place, fields=fields, field=chosen)

    def _answer(self, identity: UUID, part: str) -> StoredText[Any] | None:
        from arcareer_ui.pages.prep.red_flags.answer_text import AnswerShelf, field_of, part_names  # noqa: PLC0415 - seldom used

        answer, shelf = self._answers().get(identity), AnswerShelf(self._answers())
        parts = shelf.fetch(identity)
        if answer is None or parts is None:
            return None
        fields = part_names(answer)
        first = next((field for field in fields if getattr(parts, field).strip()), next(iter(fields)))
        back = QCoreApplication.translate("WinText", "Back to the answer")
        home = "answer" if answer.kind is AnswerKind.STAR else "prep/weakness-reframe"
        place = Place(f"answer/{answer.id}", back, CheckAs.ANSWER, f"{home}/{answer.id}")
        keeping = Keeping(shelf.save, shelf.fetch, QCoreApplication.translate("WinText", "Edit answer"))
        chosen = field_of(answer, part) or first
        return StoredText(self._parent, self._undo, keeping, parts, place=place, fields=fields, field=chosen)

    def _bullet(self, bullet: Bullet) -> StoredText[Bullet]:
        service = self._bullets()
        words = QCoreApplication.translate("WinText", "Bullet")
        back = QCoreApplication.translate("WinText", "Back to the bullet")
        place = Place(f"bullet/{bullet.id}", back, CheckAs.BULLET)
        keeping = Keeping(service.save, service.get, QCoreApplication.translate("WinText", "Edit bullet"))
        return StoredText(self._parent, self._undo, keeping, bullet, place=place, fields={"text": words}, field="text")
