"""Which three results carry a case where the user has not said: by rule, from what was entered and nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from arcareer.documents.courses import Course, courses
from arcareer.documents.headline_choice import CORE_MEASURE, stands_alone
from arcareer.domain.documents import ChosenResult
from arcareer.domain.figures import Basis, Figure, FigureScope, Unit, plain_number
from arcareer.domain.journal import Win
from arcareer.domain.periods import Period

MOST = 3
_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.HOURS, Unit.MINUTES})
_NEARNESS = {FigureScope.MINE: 0, FigureScope.PORTFOLIO: 0, FigureScope.TEAM: 1, FigureScope.COMPANY: 2}
_STRETCHES = 3
_KPI = re.compile(
    r"\b(?:dso|days sales outstanding|debtor days|cei|collection effectiveness|past[ -]due|overdue)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Picked:
    """A figure of a win by its place among them, from 0; `whole` reaches back over older wins it follows on from."""

    win: Win
    at: int
    whole: Course

    @property
    def chosen(self) -> ChosenResult:
        """Return it as it is kept with the case."""
        return ChosenResult(self.win.id, self.at)


def suggested(wins: Sequence[Win], asked: Collection[str], period: Period, most: int = MOST) -> tuple[Picked, ...]:
    """Return up to `most` results of these wins (newest first), the strongest first.

    Changes come before lone values, changes for the worse last; then the user's own and portfolio's, measured, results
    that show a competency in `asked`, measures every reader of a receivables case looks for, the later third of the
    period, and the larger share of change. No measure comes twice; a second result of one win only where nothing else
    is left, and the last of them shows a further competency where one does.
    """
    ranked = sorted(_candidates(wins), key=lambda one: _rank(one, asked, period))
    chosen: list[Picked] = []
    for fits, up_to in (
        (_is_of_another_win, most - 1),
        (_adds_a_competency, most),
        (_is_of_another_win, most),
        (_is_of_another_measure, most),
    ):
        for one in ranked:
            if len(chosen) < up_to and _is_of_another_measure(one, chosen) and fits(one, chosen):
                chosen.append(one)
    return tuple(sorted(chosen, key=ranked.index))


def picked(chosen: Iterable[ChosenResult], wins: Sequence[Win], linked: Collection[Win]) -> tuple[Picked, ...]:
    """Return the results the user chose, those left out whose win or figure is gone."""
    known: dict[UUID, Win] = {win.id: win for win in (*linked, *wins)}
    whole = _wholes(wins)
    found = []
    for one in chosen:
        win = known.get(one.win)
        if win is not None and 0 <= one.figure < len(win.figures):
            figure = win.figures[one.figure]
            found.append(Picked(win, one.figure, whole.get((win.id, one.figure), Course(win, figure, win))))
    return tuple(found)


def _candidates(wins: Sequence[Win]) -> list[Picked]:
    whole = _wholes(wins)
    return [
        Picked(win, at, whole.get((win.id, at), Course(win, figure, win)))
        for win in wins
        for at, figure in enumerate(win.figures)
        if stands_alone(figure)
    ]


def _wholes(wins: Sequence[Win]) -> dict[tuple[UUID, int], Course]:
    """Return the changes that reach back over several wins, by the figure they end in."""
    found = {}
    for course in courses((win, figure) for win in wins for figure in win.figures):
        if course.since is not course.win:
            at = next(place for place, one in enumerate(course.win.figures) if _ends_in(one, course.figure))
            if not _tells_its_start(course.win, course.win.figures[at]):
                found[(course.win.id, at)] = course
    return found


def _ends_in(figure: Figure, whole: Figure) -> bool:
    return replace(figure, before=whole.before, basis=whole.basis, period=whole.period) == whole


def _tells_its_start(win: Win, figure: Figure) -> bool:
    """Return whether the headline says itself where the change began: another start beside it would confuse."""
    return figure.before is not None and plain_number(abs(figure.before)) in win.headline


def _rank(one: Picked, asked: Collection[str], period: Period) -> tuple[object, ...]:
    figure = one.whole.figure
    change, before = figure.change or Decimal(0), abs(figure.before or Decimal(0))
    share = min(abs(change) / before, Decimal(1)) if before else Decimal(bool(change))
    age = (period.end - one.win.happened_on).days * _STRETCHES // max(period.days, 1)
    return (
        not change,
        figure.unit in _TIMES and change > 0,
        figure.basis is Basis.ESTIMATED,
        _NEARNESS[figure.scope],
        not set(asked).intersection(one.win.competencies),
        _KPI.search(figure.measure) is None,
        CORE_MEASURE.search(figure.measure) is None,
        age,
        -share,
        0 if change else -abs(figure.after),
    )


def _subject(figure: Figure) -> tuple[str, Unit, str]:
    return (" ".join(figure.measure.casefold().split()), figure.unit, figure.currency)


def _is_of_another_measure(one: Picked, chosen: Sequence[Picked]) -> bool:
    return all(_subject(one.whole.figure) != _subject(other.whole.figure) for other in chosen)


def _is_of_another_win(one: Picked, chosen: Sequence[Picked]) -> bool:
    return all(one.win.id != other.win.id for other in chosen)


def _adds_a_competency(one: Picked, chosen: Sequence[Picked]) -> bool:
    covered = {competency for other in chosen for competency in other.win.competencies}
    return _is_of_another_win(one, chosen) and not (one.win.competencies and covered.issuperset(one.win.competencies))
