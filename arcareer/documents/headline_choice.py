"""Which figures stand at the top of a brag sheet: single figures the user entered, never a sum of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from arcareer.documents.claims import change_claim, figure_claim, record_claim
from arcareer.documents.courses import Course, courses, subject_of
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.document import HeadlineFigure
from arcareer.documents.text import own
from arcareer.documents.wording import caution_of, months_of, named_value
from arcareer.domain.figures import Basis, Figure, FigureScope, Unit
from arcareer.domain.journal import Win

MOST = 4
_HANGING = re.compile(r"(?:of|off|a|an|per|in|on|at|to|from|for|by|with)\b", re.IGNORECASE)
CORE_MEASURE = re.compile(
    r"\b(?:dso|days sales outstanding|debtor days|cei|collection effectiveness|past[ -]due|overdue|over \d+ days"
    r"|aged debt|bad debt|write-offs?|unapplied|disputes?)\b",
    re.IGNORECASE,
)
_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.HOURS, Unit.MINUTES})
_NEARNESS = {FigureScope.MINE: 0, FigureScope.PORTFOLIO: 0, FigureScope.TEAM: 1, FigureScope.COMPANY: 2}


def choose_headline_figures(wins: Iterable[Win], disclosure: Disclosure) -> tuple[HeadlineFigure, ...]:
    """Return up to four figures of these wins (newest first): changes, then the largest amounts, shares and counts.

    The user's own measured results come before those of a team or estimates, and times that grew come last of the
    changes. A figure whose measure says nothing by itself is left to its win. Changes of one measure that follow on
    from each other count as one, from the first value to the last; otherwise the newest change or the largest value
    of a measure is shown.
    """
    figures = [(win, figure) for win in wins for figure in win.figures if stands_alone(figure)]
    chosen: dict[tuple[str, Unit, str], Course] = {}
    for candidate in _in_order(figures):
        if len(chosen) < MOST:
            chosen.setdefault(_heading(candidate), candidate)
    return tuple(_shown(candidate, disclosure) for candidate in chosen.values())


def _heading(candidate: Course) -> tuple[str, Unit, str]:
    """Return what no two headline figures may share."""
    return subject_of(candidate.figure)[:3]


def stands_alone(figure: Figure) -> bool:
    """Return whether the measure can be read without the number before it, as "of collections" cannot."""
    measure, _ = named_value(figure)
    return bool(measure) and not _HANGING.match(measure)


def _in_order(figures: list[tuple[Win, Figure]]) -> Iterator[Course]:
    changes = sorted(courses(figures), key=_change_rank)
    lone = [Course(win, figure, win) for win, figure in figures if figure.before is None]
    amounts = sorted((one for one in lone if one.figure.unit is Unit.MONEY), key=_amount_rank(lone))
    shares = sorted((one for one in lone if one.figure.unit is Unit.PERCENT), key=_size_rank)
    counts = sorted((one for one in lone if one.figure.unit in (Unit.COUNT, Unit.TIMES)), key=_size_rank)
    yield from changes[:3]
    yield from _first_of_each(amounts)[:2]
    yield from _first_of_each(shares)[:1]
    yield from _first_of_each(counts)[:1]
    yield from changes[3:]
    yield from amounts
    yield from shares
    yield from counts


def _first_of_each(candidates: Iterable[Course]) -> list[Course]:
    found: dict[tuple[str, Unit, str], Course] = {}
    for one in candidates:
        found.setdefault(_heading(one), one)
    return list(found.values())


def _standing(figure: Figure) -> tuple[bool, int]:
    return (figure.basis is Basis.ESTIMATED, _NEARNESS[figure.scope])


def _change_rank(candidate: Course) -> tuple[bool, bool, int, bool, Decimal]:
    """Rank measures every reader of a receivables case looks for before others, and larger shares of change first."""
    figure = candidate.figure
    change, before = figure.change or Decimal(0), abs(figure.before or Decimal(0))
    share = abs(change) / before if before else Decimal(1)
    is_other = CORE_MEASURE.search(figure.measure) is None
    return (figure.unit in _TIMES and change > 0, *_standing(figure), is_other, -min(share, Decimal(1)))


def _size_rank(candidate: Course) -> tuple[bool, int, Decimal]:
    return (*_standing(candidate.figure), -abs(candidate.figure.after))


def _amount_rank(lone: list[Course]) -> Callable[[Course], tuple[bool, int, int, Decimal]]:
    """Rank amounts of the most used currency first: amounts of different currencies cannot be compared."""
    used = Counter(one.figure.currency for one in lone if one.figure.unit is Unit.MONEY)

    def rank(candidate: Course) -> tuple[bool, int, int, Decimal]:
        figure = candidate.figure
        return (*_standing(figure), -used[figure.currency], -abs(figure.after))

    return rank


def _shown(candidate: Course, disclosure: Disclosure) -> HeadlineFigure:
    figure, text, words = candidate.figure, disclosure.text, disclosure.figures
    measure, value, course = words.headline(figure)
    claim = figure_claim(candidate.win, figure)
    months = months_of(candidate.since.happened_on, candidate.win.happened_on)
    when = text(figure.period, claim, opens=False) or own(months, record_claim("months of the wins"))
    notes = (own(course, change_claim(candidate.win, figure)), when, own(caution_of(figure)))
    return HeadlineFigure(
        win=candidate.win.id,
        label=text(measure, claim),
        value=own(value, words.claim(claim, figure)),
        notes=tuple(note for note in notes if note),
    )
