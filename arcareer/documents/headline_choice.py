"""Which figures stand at the top of a brag sheet: single figures the user entered, never a sum of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from arcareer.documents.document import HeadlineFigure
from arcareer.documents.text import Text, joined, own
from arcareer.documents.wording import SEPARATOR, caution_of, course_of, month_of
from arcareer.domain.figures import Basis, Figure, FigureScope, Unit, value_text
from arcareer.domain.journal import Win

MOST = 4
_BOUND = re.compile(r"(or (?:more|less))\b\s*")
_SCOPE_ORDER = tuple(FigureScope)


@dataclass(frozen=True, slots=True)
class _Candidate:
    win: Win
    figure: Figure

    @property
    def subject(self) -> tuple[str, Unit, str]:
        """Return what two figures share when only one of them may be shown."""
        return (self.figure.measure.casefold(), self.figure.unit, self.figure.currency)


def choose_headline_figures(wins: Iterable[Win], text: Callable[[str], Text]) -> tuple[HeadlineFigure, ...]:
    """Return up to four figures of these wins (newest first): changes, then the largest amounts, shares and counts.

    The user's own measured results come before those of a team or estimates. A figure without a measure says nothing
    by itself and is left to its win. Of two figures for one measure the newer change or the larger value is shown.
    """
    candidates = [_Candidate(win, figure) for win in wins for figure in win.figures if figure.measure.strip()]
    chosen: list[_Candidate] = []
    subjects: set[tuple[str, Unit, str]] = set()
    for candidate in _in_order(candidates):
        if len(chosen) < MOST and candidate.subject not in subjects:
            chosen.append(candidate)
            subjects.add(candidate.subject)
    return tuple(_shown(candidate, text) for candidate in chosen)


def _in_order(candidates: list[_Candidate]) -> Iterator[_Candidate]:
    changes = sorted((one for one in candidates if one.figure.change), key=_change_rank)
    latest = list({one.subject: one for one in reversed(changes)}.values())[::-1]
    lone = [one for one in candidates if one.figure.before is None]
    amounts = sorted((one for one in lone if one.figure.unit is Unit.MONEY), key=_amount_rank(lone))
    shares = sorted((one for one in lone if one.figure.unit is Unit.PERCENT), key=_size_rank)
    counts = sorted((one for one in lone if one.figure.unit in (Unit.COUNT, Unit.TIMES)), key=_size_rank)
    yield from latest[:3]
    yield from _distinct(amounts)[:2]
    yield from _distinct(shares)[:1]
    yield from _distinct(counts)[:1]
    yield from latest[3:]
    yield from amounts
    yield from shares
    yield from counts


def _distinct(candidates: list[_Candidate]) -> list[_Candidate]:
    return list({one.subject: one for one in reversed(candidates)}.values())[::-1]


def _standing(figure: Figure) -> tuple[bool, int]:
    return (figure.basis is Basis.ESTIMATED, _SCOPE_ORDER.index(figure.scope))


def _change_rank(candidate: _Candidate) -> tuple[bool, int, Decimal]:
    figure = candidate.figure
    before = abs(figure.before or Decimal(0))
    share = abs(figure.change or Decimal(0)) / before if before else Decimal(1)
    return (*_standing(figure), -min(share, Decimal(1)))


def _size_rank(candidate: _Candidate) -> tuple[bool, int, Decimal]:
    return (*_standing(candidate.figure), -abs(candidate.figure.after))


def _amount_rank(lone: list[_Candidate]) -> Callable[[_Candidate], tuple[bool, int, int, Decimal]]:
    """Rank amounts of the most used currency first: amounts of different currencies cannot be compared."""
    used = Counter(one.figure.currency for one in lone if one.figure.unit is Unit.MONEY)

    def rank(candidate: _Candidate) -> tuple[bool, int, int, Decimal]:
        figure = candidate.figure
        return (*_standing(figure), -used[figure.currency], -abs(figure.after))

    return rank


def _shown(candidate: _Candidate, text: Callable[[str], Text]) -> HeadlineFigure:
    figure, win = candidate.figure, candidate.win
    measure, value = figure.measure.strip(), value_text(figure.after, figure.unit, figure.currency)
    if bound := _BOUND.match(measure):
        measure, value = measure[bound.end() :], f"{value} {bound[1]}"
    label = text(measure[:1].upper() + measure[1:])
    period = text(figure.period)
    notes = (own(course_of(figure)), period or own(month_of(win.happened_on)), own(caution_of(figure)))
    return HeadlineFigure(
        win=win.id,
        label=label,
        value=value,
        note=joined((note for note in notes if note), SEPARATOR),
    )
