"""Sentence patterns with typed blanks, and how a win's own figures fill them.

A blank is written `{kind}`, `{kind:hint}`, `{kind.before}` or `{kind.after:hint}`; the hint says in the writer's words
what belongs there. `before` and `after` stand for the two numbers of one change, any other blank for a lone number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from arcareer.domain.figures import Figure, Unit, plain_number, value_text


class BlankKind(StrEnum):
    """What a blank of a pattern asks for."""

    MONEY = "money"
    PERCENT = "percent"
    DAYS = "days"
    COUNT = "count"
    TEXT = "text"
    CUSTOMER = "customer"
    PERIOD = "period"


class Side(StrEnum):
    """Which number of a figure a blank asks for: a lone one, or one end of a change."""

    ALONE = ""
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class PhraseBlank:
    """A blank: what it asks for and the words that say so."""

    kind: BlankKind
    side: Side = Side.ALONE
    hint: str = ""

    @property
    def shown(self) -> str:
        """Return how the blank stands in a text as long as it is open."""
        return f"[{self.hint or ' '.join(filter(None, (self.kind.value, self.side.value)))}]"


@dataclass(frozen=True, slots=True)
class PhrasePiece:
    """A stretch of a pattern: plain words, or a blank with what fills it.

    `source` is the win's figure the text was taken from; without one the user typed it.
    """

    text: str
    blank: PhraseBlank | None = None
    source: Figure | None = None

    @property
    def is_open(self) -> bool:
        """Return whether this is a blank that nothing fills yet."""
        return self.blank is not None and not self.text.strip()


@dataclass(frozen=True, slots=True)
class FilledPhrase:
    """A pattern on its way to a sentence."""

    pieces: tuple[PhrasePiece, ...]

    @property
    def text(self) -> str:
        """Return the sentence; blanks that are still open stand in square brackets."""
        return "".join(piece.blank.shown if piece.blank and piece.is_open else piece.text for piece in self.pieces)

    @property
    def blanks(self) -> tuple[PhrasePiece, ...]:
        """Return every blank, filled or not, in the order of the sentence."""
        return tuple(piece for piece in self.pieces if piece.blank is not None)

    @property
    def left(self) -> tuple[PhraseBlank, ...]:
        """Return the blanks that are still open."""
        return tuple(piece.blank for piece in self.pieces if piece.blank is not None and piece.is_open)

    def put(self, number: int, text: str) -> FilledPhrase:
        """Return the phrase with the user's text in blank `number`, counted from 0; an empty text opens it again."""
        places = [place for place, piece in enumerate(self.pieces) if piece.blank is not None]
        place = places[number]
        filled = PhrasePiece(text, self.pieces[place].blank)
        return FilledPhrase((*self.pieces[:place], filled, *self.pieces[place + 1 :]))


@dataclass(frozen=True, slots=True, kw_only=True)
class PhrasePattern:
    """A sentence to say, and the worn one it stands for. `key` is the content id, or the id of an own phrase.

    `theme` is the id of a win's theme or empty.
    """

    key: str
    theme: str
    instead_of: str
    say: str
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPhrase:
    """A pattern of the user's own; `created_at` is an instant in UTC."""

    id: UUID
    say: str
    created_at: datetime
    instead_of: str = ""
    theme: str = ""

    @property
    def pattern(self) -> PhrasePattern:
        """Return it as the phrase bank shows it."""
        return PhrasePattern(key=str(self.id), theme=self.theme, instead_of=self.instead_of, say=self.say, own=True)


_BLANK = re.compile(r"\{(?P<kind>" + "|".join(BlankKind) + r")(?:\.(?P<side>before|after))?(?::(?P<hint>[^{}\n]*))?\}")
_UNITS = {
    BlankKind.MONEY: Unit.MONEY,
    BlankKind.PERCENT: Unit.PERCENT,
    BlankKind.DAYS: Unit.DAYS,
    BlankKind.COUNT: Unit.COUNT,
}
_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5


def blanks_of(say: str) -> tuple[PhraseBlank, ...]:
    """Return the blanks of a pattern in their order; braces that hold nothing known are plain text."""
    return tuple(piece.blank for piece in pieces_of(say) if piece.blank is not None)


def pieces_of(say: str) -> tuple[PhrasePiece, ...]:
    """Return the pattern as words and open blanks."""
    return tuple(_pieces(say))


def fill(say: str, figures: Sequence[Figure] = ()) -> FilledPhrase:
    """Return the pattern with the figures in its blanks that fit, each used once; everything else stays open.

    A figure fits where its unit does, and a change only where the pattern asks for both ends. Of several, the one
    goes first whose measure shares a word with the pattern; a count has to, for without its noun it says nothing. A
    blank for a period takes the period a used figure names.
    """
    words = _stems(say)
    free = list(figures)
    used: list[Figure] = []
    changes: dict[BlankKind, Figure] = {}
    pieces: list[PhrasePiece] = []
    for piece in _pieces(say):
        figure = _figure_for(piece.blank, changes, free, words) if piece.blank else None
        if piece.blank is None or figure is None:
            pieces.append(piece)
            continue
        used.append(figure)
        pieces.append(replace(piece, text=_number(figure, piece.blank.side), source=figure))
    return FilledPhrase(tuple(_with_period(pieces, used)))


def _pieces(say: str) -> Iterator[PhrasePiece]:
    end = 0
    for match in _BLANK.finditer(say):
        if match.start() > end:
            yield PhrasePiece(say[end : match.start()])
        blank = PhraseBlank(BlankKind(match["kind"]), Side(match["side"] or ""), (match["hint"] or "").strip())
        yield PhrasePiece("", blank)
        end = match.end()
    if end < len(say):
        yield PhrasePiece(say[end:])


def _figure_for(
    blank: PhraseBlank, changes: dict[BlankKind, Figure], free: list[Figure], words: frozenset[str]
) -> Figure | None:
    """Take the figure for a blank out of the free ones; the second end of a change is the figure of its first."""
    unit = _UNITS.get(blank.kind)
    if unit is None:
        return None
    if blank.side is Side.AFTER and blank.kind in changes:
        return changes.pop(blank.kind)
    wants_change = blank.side is not Side.ALONE
    fitting = [one for one in free if one.unit is unit and (one.before is not None) is wants_change]
    if unit is Unit.COUNT:
        fitting = [one for one in fitting if _stems(one.measure) & words]
    figure = min(fitting, key=lambda one: not _stems(one.measure) & words, default=None)
    if figure is not None:
        free.remove(figure)
        if blank.side is Side.BEFORE:
            changes[blank.kind] = figure
    return figure


def _number(figure: Figure, side: Side) -> str:
    if side is not Side.BEFORE or figure.before is None:
        return value_text(figure.after, figure.unit, figure.currency)
    if figure.unit is Unit.DAYS:
        return plain_number(figure.before)
    return value_text(figure.before, figure.unit, figure.currency)


def _with_period(pieces: Iterable[PhrasePiece], used: Sequence[Figure]) -> Iterator[PhrasePiece]:
    named = next((figure for figure in used if figure.period.strip()), None)
    for piece in pieces:
        if named and piece.is_open and piece.blank and piece.blank.kind is BlankKind.PERIOD:
            yield replace(piece, text=named.period, source=named)
        else:
            yield piece


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))
