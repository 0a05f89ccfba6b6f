"""Ways to say a bullet that invent nothing: arithmetic on its own numbers, figures of its win, and phrase patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from arcareer.domain.figures import Figure, Unit, plain_number, value_text
from arcareer.domain.phrases import FilledPhrase, PhrasePattern, fill

if TYPE_CHECKING:
    from arcareer.prose.figures import FigureMention

_ENDS: Final = " \t\r\n.,;:"
_THOUSANDS: Final = re.compile(r"\d\s?k(?!\w)", re.IGNORECASE)
_THOUSAND: Final = Decimal(1000)
_HUNDRED: Final = Decimal(100)
_BARE_UNITS: Final = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.HOURS, Unit.MINUTES, Unit.POINTS})
_MOST_PATTERNS: Final = 5


@dataclass(frozen=True, slots=True)
class Wording:
    """The text a bullet would become, the words that are new in it, and the points of 20 it would have then."""

    text: str
    new: str
    score: int


@dataclass(frozen=True, slots=True)
class FittingPattern:
    """A phrase pattern with the figures in it that fit; something is always left to fill in by hand."""

    pattern: PhrasePattern
    filled: FilledPhrase


def ways_to_say(text: str, figures: Sequence[Figure] = ()) -> tuple[Wording, ...]:
    """Return the ways that raise the score of a bullet, the best first; often there is none.

    Each adds one thing: the difference, the share or the percentage that two numbers of the text make, or one of
    `figures` (those of the bullet's win) that the text does not tell yet.
    """
    from arcareer.prose.rubric import score  # noqa: PLC0415 - the engines load on first use, never at start

    if not text.strip():
        return ()
    now = score(text).overall
    candidates = dict.fromkeys((*_told(text, figures), *_worked_out(text)))
    found = (Wording(words, new, score(words).overall) for words, new in candidates)
    return tuple(sorted((one for one in found if one.score > now), key=lambda one: (-one.score, len(one.text))))


def fitting_patterns(patterns: Iterable[PhrasePattern], figures: Sequence[Figure]) -> tuple[FittingPattern, ...]:
    """Return the patterns that speak of what a figure measures, those with the most numbers in place first."""
    measured = [figure for figure in figures if figure.measure.strip()]
    if not measured:
        return ()
    offers = (FittingPattern(one, fill(one.say, measured, one.measures)) for one in patterns)
    fitting = [one for one in offers if one.filled.left and _taken(one.filled)]
    fitting.sort(key=lambda one: (-_taken(one.filled), len(one.filled.left)))
    return tuple(fitting[:_MOST_PATTERNS])


def _taken(filled: FilledPhrase) -> int:
    return sum(piece.source is not None for piece in filled.blanks)


def _told(text: str, figures: Sequence[Figure]) -> Iterator[tuple[str, str]]:
    """Yield the text with a figure at its end, for each figure whose number it does not have."""
    known = _numbers(text)
    stem = text.rstrip(_ENDS)
    stop = "." if text.rstrip().endswith(".") else ""
    for figure in figures:
        if abs(figure.after) not in known:
            words = _figure_words(figure)
            yield f"{stem}, {words}{stop}", words


def _figure_words(figure: Figure) -> str:
    after = value_text(figure.after, figure.unit, figure.currency)
    if figure.before is None:
        return f"{after} {figure.measure}".strip()
    bare = figure.unit in _BARE_UNITS
    before = plain_number(figure.before) if bare else value_text(figure.before, figure.unit, figure.currency)
    return f"{figure.measure} from {before} to {after}".strip()


def _worked_out(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text with what its own numbers make, in brackets behind them."""
    from arcareer.prose.figures import tag  # noqa: PLC0415 - the engines load on first use

    known = _numbers(text)
    for mention in tag(text):
        for words, value in _results(mention, text):
            if value not in known:
                at = _behind(text, mention)
                yield f"{text[:at]} ({words}){text[at:]}", words


def _results(mention: FigureMention, text: str) -> Iterator[tuple[str, Decimal]]:
    from arcareer.prose.figures import FigureKind  # noqa: PLC0415 - the engines load on first use

    before, after = mention.before, mention.after
    if before is not None and after is not None and before != after:
        change = abs(after - before)
        written = _difference(mention, change, fewer=after < before)
        if written:
            yield written, change
        if before > 0 and mention.kind is not FigureKind.PERCENT:
            share = _rounded(change / before)
            yield f"{'down' if after < before else 'up'} {share}%", share
    elif mention.kind is FigureKind.RATIO and mention.value is not None and mention.upper:
        share = _rounded(mention.value / mention.upper)
        if 0 < share < _HUNDRED and "%" not in text[mention.span.end : mention.span.end + 8]:
            yield f"{share}%", share


def _difference(mention: FigureMention, change: Decimal, *, fewer: bool) -> str:
    from arcareer.prose.figures import FigureKind  # noqa: PLC0415 - the engines load on first use

    if mention.kind is FigureKind.MONEY:
        return f"{_money(mention, change)} {'less' if fewer else 'more'}"
    if mention.kind is FigureKind.PERCENT:
        unit = "point" if change == 1 else "points"
        return f"{plain_number(change)} {unit} {'lower' if fewer else 'higher'}"
    if mention.kind is FigureKind.DURATION and mention.unit:
        unit = mention.unit.removesuffix("s") if change == 1 else mention.unit
        return f"{plain_number(change)} {unit} {'less' if fewer else 'more'}"
    if mention.kind is FigureKind.COUNT:
        return f"{plain_number(change)} {'fewer' if fewer else 'more'}"
    return ""


def _money(mention: FigureMention, change: Decimal) -> str:
    """Return an amount in the way the text writes its own: in thousands where that is how they stand there."""
    if _THOUSANDS.search(mention.text) and change % _THOUSAND == 0:
        return f"{value_text(change / _THOUSAND, Unit.MONEY, mention.currency)}k"
    return value_text(change, Unit.MONEY, mention.currency)


def _rounded(share: Decimal) -> Decimal:
    return (share * _HUNDRED).quantize(Decimal(1), ROUND_HALF_UP)


def _behind(text: str, mention: FigureMention) -> int:
    """Return the place behind a number and the thing it counts."""
    end = mention.span.start + len(text[mention.span.start : mention.span.end].rstrip(_ENDS))
    rest = text[end:]
    noun = rest[1 : 1 + len(mention.noun)] if rest.startswith(" ") else ""
    return end + 1 + len(mention.noun) if mention.noun and noun.casefold() == mention.noun.casefold() else end


def _numbers(text: str) -> frozenset[Decimal]:
    from arcareer.prose.figures import tag  # noqa: PLC0415 - the engines load on first use

    ends = ((mention.value, mention.before, mention.after, mention.upper) for mention in tag(text))
    return frozenset(abs(value) for group in ends for value in group if value is not None)
