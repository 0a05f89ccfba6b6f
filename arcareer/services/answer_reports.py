"""What a page shows about an answer while it is written: length, balance, and checks from the engines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arcareer.domain.answers import Answer, AnswerKind
from arcareer.domain.rehearsals import split

if TYPE_CHECKING:
    from arcareer.domain.names import NameMatcher
    from arcareer.prose.answers import Defect
    from arcareer.prose.reframe import ReframeAnalysis
    from arcareer.prose.star import StarAnalysis

DEFAULT_PACE: Final = 130
"""Words a minute people speak at when they tell a story (Settings offer 110 to 160)."""


class Length(StrEnum):
    """How long an answer takes to say, against what listeners bear."""

    EMPTY = "empty"
    SHORT = "short"
    GOOD = "good"
    LONG = "long"


class CheckState(StrEnum):
    """What a check found: all well, something to think about, something to mend."""

    OK = "ok"
    HINT = "hint"
    OPEN = "open"


class AnswerState(StrEnum):
    """How far an answer is."""

    NOT_STARTED = "not-started"
    DRAFT = "draft"
    READY = "ready"


GOOD_SECONDS: Final = {AnswerKind.STAR: (90, 120), AnswerKind.REFRAME: (20, 60)}
"""The time listeners like, both ends included."""
_READY_SECONDS: Final = {AnswerKind.STAR: (75, 135), AnswerKind.REFRAME: (15, 75)}
_TARGETS: Final = {
    AnswerKind.STAR: ((10, 20), (5, 15), (45, 60), (15, 30)),
    AnswerKind.REFRAME: ((5, 30), (10, 35), (15, 45), (10, 35), (5, 30)),
}


@dataclass(frozen=True, slots=True)
class PartShare:
    """The share of words a part has, in whole percent, and the range it does well in."""

    part: str
    percent: int
    low: int
    high: int

    @property
    def is_good(self) -> bool:
        """Return whether the share lies in its range."""
        return self.low <= self.percent <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCheck:
    """One line of the live checks. `why` and `question` are empty where all is well; `defect` names what an engine
    found, empty for a check of the page alone.
    """

    key: str
    state: CheckState
    label: str
    detail: str = ""
    why: str = ""
    question: str = ""
    defect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReport:
    """An answer judged. `words` are counted by part; `defects` are those the command line reports, no more, no less."""

    words: tuple[int, ...]
    seconds: int
    length: Length
    balance: tuple[PartShare, ...]
    checks: tuple[AnswerCheck, ...]
    defects: tuple[Defect, ...]
    quality: int
    is_ready: bool

    @property
    def total_words(self) -> int:
        """Return the words of the whole answer."""
        return sum(self.words)

    @property
    def state(self) -> AnswerState:
        """Return how far the answer is."""
        return _state(self.total_words, ready=self.is_ready)


def report_on(answer: Answer, matcher: NameMatcher, pace: int = DEFAULT_PACE) -> AnswerReport:
    """Judge an answer, saved or not; `pace` is in words a minute, `matcher` finds the user's customers."""
    from arcareer.services.answer_checks import reframe_checks, star_checks  # noqa: PLC0415 - loads the engines

    words = tuple(len(text.split()) for text in answer.texts)
    seconds = spoken_seconds(sum(words), pace)
    balance = _balance(answer, words)
    if answer.kind is AnswerKind.STAR:
        star = analysed_star(answer.texts)
        defects, quality = star.defects, star.quality
        checks: Iterator[AnswerCheck] = star_checks(answer, star, balance, matcher)
    else:
        told = analysed_reframe(answer.text("weakness"), answer.whole)
        defects, quality = told.defects, told.quality
        checks = reframe_checks(answer, told, matcher)
    return AnswerReport(
        words=words,
        seconds=seconds,
        length=_length(answer.kind, seconds, sum(words)),
        balance=balance,
        checks=tuple(checks) if sum(words) else (),
        defects=defects,
        quality=quality,
        is_ready=is_ready(answer, words, defects),
    )


def state_of(answer: Answer) -> AnswerState:
    """Return how far an answer is, as its report says it, without all that a page shows beside it."""
    words = tuple(len(text.split()) for text in answer.texts)
    if not any(words):
        return AnswerState.NOT_STARTED
    if answer.kind is AnswerKind.STAR:
        defects = analysed_star(answer.texts).defects
    else:
        defects = analysed_reframe(answer.text("weakness"), answer.whole).defects
    return _state(sum(words), ready=is_ready(answer, words, defects))


def spoken_seconds(words: int, pace: int = DEFAULT_PACE) -> int:
    """Return the whole seconds that many words take at a pace in words a minute."""
    return round(words * 60 / pace)


def is_ready(answer: Answer, words: Sequence[int], defects: Sequence[object]) -> bool:
    """Return whether an answer can be said as it is: the user's word, else every part, a fair length and no defect.

    The length counts at the default pace, so that an answer is as ready in every list as on its page.
    """
    if answer.marked_ready is not None:
        return answer.marked_ready and any(words)
    low, high = _READY_SECONDS[answer.kind]
    return all(words) and low <= spoken_seconds(sum(words)) <= high and not defects


@lru_cache(maxsize=1024)
def analysed_star(texts: tuple[str, ...]) -> StarAnalysis:
    """Return what the STAR engine finds in the four parts."""
    from arcareer.prose.star import StarAnswer, analyse  # noqa: PLC0415 - the engines load on first use

    return analyse(StarAnswer(*texts))


@lru_cache(maxsize=64)
def analysed_reframe(weakness: str, told: str) -> ReframeAnalysis:
    """Return what the reframe engine finds in a weakness and how it is told."""
    from arcareer.prose.reframe import analyse  # noqa: PLC0415 - the engines load on first use

    return analyse(weakness, told)


def _state(words: int, *, ready: bool) -> AnswerState:
    if ready:
        return AnswerState.READY
    return AnswerState.DRAFT if words else AnswerState.NOT_STARTED


def _length(kind: AnswerKind, seconds: int, words: int) -> Length:
    low, high = GOOD_SECONDS[kind]
    if not words:
        return Length.EMPTY
    return Length.SHORT if seconds < low else Length.LONG if seconds > high else Length.GOOD


def _balance(answer: Answer, words: Sequence[int]) -> tuple[PartShare, ...]:
    if not any(words):
        return ()
    shares = zip(answer.parts, split(100, words), _TARGETS[answer.kind], strict=True)
    return tuple(PartShare(part, percent, low, high) for part, percent, (low, high) in shares)
