"""Whether a number in a text follows from the figures or the words of a win."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final
from uuid import UUID

from arcareer.documents.claims import DIFFERENCE, figure_key
from arcareer.documents.number_marks import NumberMark, WrittenValue, number_marks
from arcareer.documents.text_cleaning import clean
from arcareer.documents.wording import day_of, listed, month_of, named_value
from arcareer.domain.evidence import EvidenceLink
from arcareer.domain.figures import Figure, Unit, figure_text, value_text
from arcareer.domain.journal import Win
from arcareer.prose.figure_kinds import FigureKind

AS_ENTERED: Final = "as entered"
PERCENT_CHANGE: Final = "change in percent of what was before"
RATIO: Final = "after divided by before"
_PRINTED: Final = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_BARE: Final = frozenset({FigureKind.NUMBER})
_COUNTED: Final = frozenset({FigureKind.COUNT, FigureKind.FREQUENCY, FigureKind.RATIO})
_KINDS: Final[Mapping[Unit, frozenset[FigureKind]]] = {
    Unit.MONEY: frozenset({FigureKind.MONEY}),
    Unit.PERCENT: frozenset({FigureKind.PERCENT, FigureKind.FRACTION}),
    Unit.POINTS: frozenset({FigureKind.POINTS}),
    Unit.TIMES: frozenset({FigureKind.MULTIPLE, *_COUNTED}),
    Unit.COUNT: frozenset({FigureKind.POINTS, *_COUNTED}),
}
_DOLLARS: Final = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", ""})


@dataclass(frozen=True, slots=True)
class FigureMatch:
    """A figure of a win that a number says, and how it follows from it."""

    win: UUID
    figure: Figure
    formula: str


class WinNumbers:
    """What the figures and words of one win hold."""

    def __init__(self, win: Win) -> None:
        self.win = win

    @cached_property
    def words(self) -> str:
        """Return all the user typed of the win, each part on a line, without what is for them alone."""
        win = self.win
        evidence = (
            word for one in win.evidence for word in (one.title, one.target if isinstance(one, EvidenceLink) else "")
        )
        figures = (word for one in win.figures for word in (one.measure, one.period, one.source))
        people = listed(tuple(name.strip() for name in win.colleagues if name.strip()))
        parts = (win.headline, win.situation, win.action, win.outcome, win.proof, people, *evidence, *figures)
        return "\n".join(map(_plain, parts))

    def says(self, mark: NumberMark, typed: str = "") -> bool:
        """Return whether the words of the win hold the number as it is written, or all the `typed` words around it."""
        return bool(typed and _plain(typed) in self.words) or _holds(self.words, _plain(mark.text))

    def printed(self, mark: NumberMark, key: str, typed: str = "") -> FigureMatch | None:
        """Return the figure named `key` where it, its words or the day of the win hold the number as it is printed.

        They do as well where they hold all the `typed` words around it. None where there is no such figure any more.
        """
        figure, told = self._figures.get(key, (None, ""))
        if figure is None:
            return None
        stands = (typed and _plain(typed) in told) or _holds(told, _plain(mark.text))
        return FigureMatch(self.win.id, figure, AS_ENTERED) if stands or _is_entered(mark, figure) else None

    def match(self, mark: NumberMark) -> FigureMatch | None:
        """Return the figure the number says, each of its values rounded as it is written; None where there is none."""
        found = ((figure, formula_for(mark, figure)) for figure in self.win.figures)
        return next((FigureMatch(self.win.id, figure, formula) for figure, formula in found if formula), None)

    def tells(self, mark: NumberMark) -> bool:
        """Return whether the words of the win say the same number, perhaps written otherwise."""
        return self.says(mark) or any(_same(mark, other) for other in self._marks)

    @cached_property
    def _marks(self) -> tuple[NumberMark, ...]:
        return tuple(mark for line in self.words.split("\n") for mark in number_marks(line))

    @cached_property
    def _figures(self) -> dict[str, tuple[Figure, str]]:
        """Return the figures by their names, each with all that documents print of it."""
        return {figure_key(self.win, figure): (figure, self._told(figure)) for figure in self.win.figures}

    def _told(self, figure: Figure) -> str:
        values = (figure.after,) if figure.before is None else (figure.before, figure.after)
        told = (figure_text(figure), *(value_text(value, figure.unit, figure.currency) for value in values))
        names = (named_value(figure)[1], figure.measure, figure.period, figure.source)
        dates = (day_of(self.win.happened_on), month_of(self.win.happened_on))
        return "\n".join(map(_plain, (*told, *names, *dates)))


def _is_entered(mark: NumberMark, figure: Figure) -> bool:
    return formula_for(mark, figure) == AS_ENTERED


def saying(number: str, wins: Iterable[Win]) -> Iterator[tuple[Win, FigureMatch]]:
    """Yield the wins with a figure that says a number, in their order."""
    marks = number_marks(number)
    for win in wins if marks else ():
        if match := WinNumbers(win).match(marks[0]):
            yield win, match


def formula_for(mark: NumberMark, figure: Figure) -> str:
    """Return how a number follows from a figure: as entered, as the change, its percentage or its multiple.

    Empty where it does not: then a value, the kind of unit or the currency differs.
    """
    if not mark.values:
        return ""
    for formula, values in _told_by(mark, figure):
        if all(any(written.covers(value) for value in values) for written in _as_percent(mark)):
            return formula
    return ""


def follows(words: str, formula: str, inputs: tuple[str, ...]) -> bool:
    """Return whether the numbers in words of the document come out of a formula again.

    Of a difference they are its two inputs, the difference itself and its percentage, written as documents write
    numbers; other formulas are taken at their word.
    """
    if formula != DIFFERENCE or len(inputs) != 2:
        return True
    before, after = (_printed_value(one) for one in inputs)
    change = after - before
    results = (before, after, change, change / before * 100 if before else change)
    return all(
        any(WrittenValue(value, Decimal(1).scaleb(int(value.as_tuple().exponent))).covers(one) for one in results)
        for value in map(_printed_value, _PRINTED.findall(words))
    )


def _printed_value(words: str) -> Decimal:
    found = _PRINTED.search(words)
    value = Decimal(found.group().replace(",", "")) if found else Decimal(0)
    return -value if words.startswith("-") else value


def _told_by(mark: NumberMark, figure: Figure) -> Iterator[tuple[str, tuple[Decimal, ...]]]:
    entered = (figure.after,) if figure.before is None else (figure.before, figure.after)
    if _fits(mark, figure.unit, figure.currency):
        yield AS_ENTERED, entered
    if figure.before is None or figure.change is None:
        return
    unit = Unit.POINTS if figure.unit is Unit.PERCENT else figure.unit
    if _fits(mark, unit, figure.currency):
        yield DIFFERENCE, (figure.change,)
    if figure.before and mark.kind in _KINDS[Unit.PERCENT]:
        yield PERCENT_CHANGE, (figure.change / figure.before * 100,)
    if figure.before and mark.kind is FigureKind.MULTIPLE:
        yield RATIO, (figure.after / figure.before,)


def _fits(mark: NumberMark, unit: Unit, currency: str) -> bool:
    if mark.kind in _BARE:
        return True
    if mark.kind is FigureKind.MONEY:
        return unit is Unit.MONEY and _same_currency(mark, currency)
    if mark.kind is FigureKind.DURATION:
        return mark.unit == unit.value
    return mark.kind in _KINDS.get(unit, frozenset())


def _same_currency(mark: NumberMark, currency: str) -> bool:
    """A number with a scale alone is money of any currency, and "$" is the dollar of the user's own country."""
    if not mark.currency or not currency or mark.currency == currency:
        return True
    return "$" in mark.text and "us" not in mark.text.lower() and {mark.currency, currency} <= _DOLLARS


def _as_percent(mark: NumberMark) -> tuple[WrittenValue, ...]:
    """Return the values of a mark; a fraction as the share it is."""
    if mark.kind is not FigureKind.FRACTION:
        return mark.values
    return tuple(WrittenValue(one.value * 100, one.step * 100) for one in mark.values)


def _same(mark: NumberMark, other: NumberMark) -> bool:
    """Return whether another number says no less than this one: the same kind, the same currency, its values."""
    kinds = {mark.kind, other.kind}
    alike = len(kinds) == 1 or kinds & _BARE or kinds <= _COUNTED
    if not mark.values or not alike or (mark.unit and other.unit and mark.unit != other.unit):
        return False
    if other.currency and not _same_currency(mark, other.currency):
        return False
    return all(any(written.covers(value.value) for value in other.values) for written in mark.values)


def _holds(words: str, number: str) -> bool:
    """Return whether the words hold the number by itself and not as a part of a longer one."""
    at = words.find(number)
    while at >= 0:
        end = at + len(number)
        if not _goes_on(words[:at][-2:][::-1], number[0]) and not _goes_on(words[end : end + 2], number[-1]):
            return True
        at = words.find(number, at + 1)
    return False


def _goes_on(beside: str, edge: str) -> bool:
    """Return whether the signs beside an edge of a number, nearest first, belong to the same number or word."""
    if not beside or not edge.isalnum():
        return False
    separated = len(beside) > 1 and beside[0] in ".,'’" and beside[1].isdigit() and edge.isdigit()
    return beside[0].isalnum() or separated


def _plain(text: str) -> str:
    return " ".join(clean(text).casefold().split())
