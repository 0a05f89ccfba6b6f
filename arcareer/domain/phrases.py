"""Sentence patterns with typed blanks, and how a win's own figures fill them.

A blank is written `{kind}`, `{kind:hint}`, `{kind.before}` or `{kind.after:hint}`; the hint says in the writer's words
what belongs there. `before` and `after` stand for the two numbers of one change, any other blank for a lone number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
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

    `source` is the win's figure the text was taken from; without one the user typed it. `offers` are figures of the
    right unit that measure something else, as far as their words tell: the user may take one, nothing else does.
    """

    text: str
    blank: PhraseBlank | None = None
    source: Figure | None = None
    offers: tuple[Figure, ...] = ()

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
        return self._with(number, text, None)

    def take(self, number: int, figure: Figure) -> FilledPhrase:
        """Return the phrase with an offered figure in blank `number`, counted from 0."""
        blank = self.blanks[number].blank
        return self._with(number, _number(figure, blank.side if blank else Side.ALONE), figure)

    def _with(self, number: int, text: str, source: Figure | None) -> FilledPhrase:
        places = [place for place, piece in enumerate(self.pieces) if piece.blank is not None]
        place = places[number]
        filled = replace(self.pieces[place], text=text, source=source)
        return FilledPhrase((*self.pieces[:place], filled, *self.pieces[place + 1 :]))


@dataclass(frozen=True, slots=True, kw_only=True)
class PhrasePattern:
    """A sentence to say, and the worn one it stands for. `key` is the content id, or the id of an own phrase.

    `theme` is the id of a win's theme or empty. `measures` are words for what its numbers measure, besides the hints.
    """

    key: str
    theme: str
    instead_of: str
    say: str
    measures: tuple[str, ...] = ()
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
_SAYS_NOTHING = frozenset({"amoun", "befor", "after", "numbe", "the", "and", "for", "from", "with"})


def blanks_of(say: str) -> tuple[PhraseBlank, ...]:
    """Return the blanks of a pattern in their order; braces that hold nothing known are plain text."""
    return tuple(piece.blank for piece in pieces_of(say) if piece.blank is not None)


def pieces_of(say: str) -> tuple[PhrasePiece, ...]:
    """Return the pattern as words and open blanks."""
    return tuple(_pieces(say))


def fill(say: str, figures: Sequence[Figure] = (), measures: Iterable[str] = ()) -> FilledPhrase:
    """Return the pattern with the figures in its blanks that fit, each used once; everything else stays open.

    A figure fits where its unit does, where a change meets a blank for its ends and a lone number one for itself, and
    where both speak of the same thing: its measure shares a word with the blank's hint or with `measures`, or one of
    them says nothing. Other figures of the unit are offered. A blank for a period takes the period a used figure names.
    """
    filling = _Filling(list(figures), _stems(" ".join(measures)))
    pieces = [filling.filled(piece) for piece in _pieces(say)]
    return FilledPhrase(tuple(filling.finished(piece) for piece in pieces))


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


@dataclass(slots=True)
class _Filling:
    """One pass over a pattern: the figures still free, those used, and changes whose second end is to come."""

    free: list[Figure]
    measures: frozenset[str]
    used: list[Figure] = field(default_factory=list)
    begun: dict[BlankKind, Figure] = field(default_factory=dict)

    def filled(self, piece: PhrasePiece) -> PhrasePiece:
        """Return a piece with the figure that fits its blank, taken out of the free ones."""
        figure = self._figure_for(piece.blank) if piece.blank else None
        if piece.blank is None or figure is None:
            return piece
        return replace(piece, text=_number(figure, piece.blank.side), source=figure)

    def finished(self, piece: PhrasePiece) -> PhrasePiece:
        """Return a piece that is still open with the period the figures name, or with what may be offered for it."""
        if piece.blank is None or not piece.is_open:
            return piece
        if piece.blank.kind is BlankKind.PERIOD:
            named = next((figure for figure in self.used if figure.period.strip()), None)
            return replace(piece, text=named.period, source=named) if named else piece
        return replace(piece, offers=tuple(one for one in self.free if _has_shape(one, piece.blank)))

    def _figure_for(self, blank: PhraseBlank) -> Figure | None:
        if blank.side is Side.AFTER and blank.kind in self.begun:
            return self.begun.pop(blank.kind)
        figure = next((one for one in self.free if _has_shape(one, blank) and self._agrees(one, blank)), None)
        if figure is not None:
            self.free.remove(figure)
            self.used.append(figure)
            if blank.side is Side.BEFORE:
                self.begun[blank.kind] = figure
        return figure

    def _agrees(self, figure: Figure, blank: PhraseBlank) -> bool:
        wanted, measured = _stems(blank.hint) | self.measures, _stems(figure.measure)
        return not wanted or not measured or not wanted.isdisjoint(measured)


def _has_shape(figure: Figure, blank: PhraseBlank) -> bool:
    """Return whether a figure has the unit a blank asks for, and is a change where the blank wants an end of one."""
    return figure.unit is _UNITS.get(blank.kind) and (figure.before is not None) is (blank.side is not Side.ALONE)


def _number(figure: Figure, side: Side) -> str:
    if side is not Side.BEFORE or figure.before is None:
        return value_text(figure.after, figure.unit, figure.currency)
    if figure.unit is Unit.DAYS:
        return plain_number(figure.before)
    return value_text(figure.before, figure.unit, figure.currency)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold())) - _SAYS_NOTHING
