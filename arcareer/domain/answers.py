"""Answers for interviews: told as STAR, or as an honest weakness; with what they were before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

TITLE_LIMIT: Final = 200
PART_LIMIT: Final = 20_000
"""Characters of the longest title and the longest part that are kept."""


class AnswerKind(StrEnum):
    """How an answer is told."""

    STAR = "star"
    REFRAME = "reframe"


PARTS: Final[dict[AnswerKind, tuple[str, ...]]] = {
    AnswerKind.STAR: ("situation", "task", "action", "result"),
    AnswerKind.REFRAME: ("weakness", "cost", "change", "evidence", "benefit"),
}
"""The names of an answer's parts, in the order they are said."""


class CoreSlot(StrEnum):
    """The answers that cover most interviews: five stories, and the weakness."""

    DIFFICULT_PAYER = "difficult-payer"
    OWN_MISTAKE = "own-mistake"
    BETTER_PROCESS = "better-process"
    PUSHED_BACK = "pushed-back"
    DEADLINE = "deadline"
    WEAKNESS = "weakness"

    @property
    def kind(self) -> AnswerKind:
        """Return how the answer of this slot is told."""
        return AnswerKind.REFRAME if self is CoreSlot.WEAKNESS else AnswerKind.STAR


STAR_SLOTS: Final = tuple(slot for slot in CoreSlot if slot.kind is AnswerKind.STAR)
"""The five core stories, in display order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer. `texts` and `cues` have one entry for each part of its kind.

    `question` is the key of a question, empty for none; an empty cue is made from the text. `win` is the win the
    answer grew from. `marked_ready` is the user's own word about it, None where the app is to judge. Instants are UTC.
    """

    id: UUID
    kind: AnswerKind
    created_at: datetime
    title: str = ""
    question: str = ""
    texts: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    win: UUID | None = None
    core: CoreSlot | None = None
    marked_ready: bool | None = None
    trashed_at: datetime | None = None

    def __post_init__(self) -> None:
        for name in ("texts", "cues"):
            given = getattr(self, name)
            if len(given) > len(self.parts):
                raise ValueError(f"a {self.kind} answer has {len(self.parts)} parts, not {len(given)}")
            object.__setattr__(self, name, (*given, *[""] * (len(self.parts) - len(given))))

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the names of the parts, in the order they are said."""
        return PARTS[self.kind]

    def text(self, part: str) -> str:
        """Return what was written for a part; ValueError for a part its kind does not have."""
        return self.texts[self.parts.index(part)]

    def with_text(self, part: str, text: str) -> Answer:
        """Return the answer with another text for a part."""
        return replace(self, texts=_put(self.texts, self.parts.index(part), text))

    def cue(self, part: str) -> str:
        """Return the cue words the user typed for a part, empty where none."""
        return self.cues[self.parts.index(part)]

    def with_cue(self, part: str, words: str) -> Answer:
        """Return the answer with other cue words for a part."""
        return replace(self, cues=_put(self.cues, self.parts.index(part), words))

    @property
    def whole(self) -> str:
        """Return the answer as it is said: its parts, each closed with a full stop where it has no end mark."""
        return " ".join(_closed(" ".join(text.split())) for text in self.texts if text.strip())

    @property
    def is_blank(self) -> bool:
        """Return whether no part has a word yet."""
        return not any(text.strip() for text in self.texts)

    @property
    def told(self) -> tuple[object, ...]:
        """Return what the user wrote, without where the answer stands and what it hangs on."""
        return (self.title, self.question, self.texts, self.cues, self.competencies)

    @property
    def in_trash(self) -> bool:
        """Return whether the answer lies in the trash."""
        return self.trashed_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerVersion:
    """An earlier state of an answer, kept when an edit replaced it."""

    answer: Answer
    replaced_at: datetime


def _put(texts: tuple[str, ...], place: int, text: str) -> tuple[str, ...]:
    return (*texts[:place], text, *texts[place + 1 :])


def _closed(text: str) -> str:
    return text if text.rstrip("\"'”’)")[-1:] in (".", "?", "!", "…", ":") else f"{text}."
