"""Which charts a brag sheet gets: only what the figures allow, each value as entered, never a sum of amounts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from arcareer.documents.chart_values import BarChart, Chart, ColumnChart, Mark, Pair, PairChart, TrendChart
from arcareer.documents.claims import change_claim, computed_claim, figure_claim, record_claim
from arcareer.documents.courses import Subject, courses, subject_of
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.wording import caution_of, day_of, month_name, month_of, named_value, short_month_of
from arcareer.domain.figures import Figure, FigureScope, Unit, value_text
from arcareer.domain.journal import Win

MOST = 2
_ROWS = 5
_MONTHS = 12
_LEVELS = (Unit.PERCENT, Unit.DAYS, Unit.HOURS, Unit.MINUTES)
_UNIT_NAMES = {
    Unit.PERCENT: "Percent",
    Unit.POINTS: "Points",
    Unit.DAYS: "Days",
    Unit.WEEKS: "Weeks",
    Unit.MONTHS: "Months",
    Unit.HOURS: "Hours",
    Unit.MINUTES: "Minutes",
    Unit.TIMES: "Times",
    Unit.COUNT: "Number",
}
_Dated = tuple[Win, Figure]


def choose_charts(wins: Sequence[Win], disclosure: Disclosure, themes: Mapping[str, str]) -> tuple[Chart, ...]:
    """Return up to two charts of these wins (newest first).

    First the course of a measure with three or more dated values, then measures before and after, then the largest
    amounts of one currency; where fewer than two of them can be drawn, wins by month or by theme. Where amounts are
    hidden no money is drawn: the length of a bar would give it away.
    """
    hide = disclosure.hide
    figures = [(win, figure) for win in wins for figure in win.figures if named_value(figure)[0]]
    if disclosure.hides_amounts:
        figures = [(win, figure) for win, figure in figures if figure.unit is not Unit.MONEY]
    trend = _trend(figures, hide)
    drawn = {subject_of(figure) for _, figure in trend[1]} if trend else set()
    charts: list[Chart] = [trend[0]] if trend else []
    charts.extend(_pairs([one for one in figures if subject_of(one[1]) not in drawn], hide))
    charts.extend(_amounts(figures, hide))
    if len(charts) < MOST:
        charts.extend(_by_month(wins) or (_by_theme(wins, themes) if not charts else ()))
    return tuple(charts[:MOST])


def _named(figure: Figure, hide: Callable[[str], str]) -> str:
    caution = caution_of(figure)
    return hide(named_value(figure)[0]) + (f" ({caution})" if caution else "")


def _trend(figures: Sequence[_Dated], hide: Callable[[str], str]) -> tuple[TrendChart, list[_Dated]] | None:
    courses: dict[Subject, dict[date, _Dated]] = defaultdict(dict)
    changing: set[Subject] = set()
    for win, figure in figures:
        if figure.unit in _LEVELS:
            courses[subject_of(figure)].setdefault(win.happened_on, (win, figure))
            if figure.before is not None:
                changing.add(subject_of(figure))
    longest = max((course for key, course in courses.items() if key in changing), key=len, default={})
    if len(longest) < 3:
        return None
    dated = [longest[day] for day in sorted(longest)][-_MONTHS:]
    first, last = dated[0][1], dated[-1][1]
    marks = [_mark(day_of(one[0].happened_on), one[1].after, one, one[0].happened_on) for one in dated]
    if first.before is not None:
        marks.insert(0, _mark("Before", first.before, dated[0]))
    title = f"{_named(last, hide)}: {marks[0].text} to {marks[-1].text}"
    ends = (f"{marks[0].text} first", f"{marks[-1].text} last")
    claim = computed_claim(f"course:{last.measure.strip().casefold()}", "first and last value of those shown", ends)
    return TrendChart(title=title, subtitle="As noted with each win", marks=tuple(marks), claim=claim), dated


def _mark(label: str, value: Decimal, noted: _Dated, day: date | None = None) -> Mark:
    win, figure = noted
    text = value_text(value, figure.unit, figure.currency)
    return Mark(label=label, value=value, text=text, day=day, claim=figure_claim(win, figure))


def _pairs(figures: Sequence[_Dated], hide: Callable[[str], str]) -> Iterator[PairChart]:
    changes = [(course.win, course.figure) for course in courses(figures)]
    latest = [one for one in changes if one[1].after >= 0 and one[1].before is not None and one[1].before >= 0]
    if not latest:
        return
    kinds = Counter((figure.unit, figure.currency) for _, figure in latest)
    (unit, currency), _ = kinds.most_common(1)[0]
    chosen = [one for one in latest if (one[1].unit, one[1].currency) == (unit, currency)][: _ROWS - 1]
    pairs = tuple(
        Pair(
            label=_named(figure, hide),
            plain_label=figure.unit.value,
            before=figure.before or Decimal(0),
            after=figure.after,
            before_text=value_text(figure.before or Decimal(0), unit, currency),
            after_text=value_text(figure.after, unit, currency),
            claim=change_claim(win, figure),
        )
        for win, figure in chosen
    )
    yield PairChart(title="Before and after", subtitle=_unit_name(unit, currency), pairs=pairs)


def _unit_name(unit: Unit, currency: str) -> str:
    return currency or "Amount" if unit is Unit.MONEY else _UNIT_NAMES[unit]


def _amounts(figures: Sequence[_Dated], hide: Callable[[str], str]) -> Iterator[BarChart]:
    own = [
        (win, figure)
        for win, figure in figures
        if figure.unit is Unit.MONEY and figure.before is None and figure.after > 0 and figure.scope is FigureScope.MINE
    ]
    if len(own) < 2:
        return
    currency = Counter(figure.currency for _, figure in own).most_common(1)[0][0]
    distinct = {(figure.measure.casefold(), figure.after): (win, figure) for win, figure in reversed(own)}
    largest = sorted(
        ((win, figure) for win, figure in distinct.values() if figure.currency == currency),
        key=lambda one: one[1].after,
        reverse=True,
    )[:_ROWS]
    if len(largest) < 2:
        return
    marks = tuple(
        Mark(
            label=f"{_named(figure, hide)}, {short_month_of(win.happened_on)}",
            plain_label=month_of(win.happened_on),
            value=figure.after,
            text=named_value(figure)[1],
            claim=figure_claim(win, figure),
        )
        for win, figure in largest
    )
    yield BarChart(
        title="My largest single amounts", subtitle=f"{currency or 'As noted with each win'}".strip(), marks=marks
    )


def _by_month(wins: Sequence[Win]) -> tuple[Chart, ...]:
    counts = Counter((win.happened_on.year, win.happened_on.month) for win in wins)
    if len(counts) < 3:
        return ()
    (last_year, last_month), (first_year, first_month) = max(counts), min(counts)
    span = (last_year - first_year) * 12 + last_month - first_month + 1
    months = [divmod(first_year * 12 + first_month - 1 + step, 12) for step in range(max(0, span - _MONTHS), span)]
    claim = record_claim("number of wins")
    marks = tuple(
        Mark(label=month_name(date(year, month + 1, 1)), value=Decimal(count), text=f"{count}", claim=claim)
        for year, month in months
        for count in (counts[(year, month + 1)],)
    )
    first, last = (date(year, month + 1, 1) for year, month in (months[0], months[-1]))
    subtitle = f"{month_of(first)} to {month_of(last)}"
    return (
        ColumnChart(title="Wins a month", subtitle=subtitle, marks=marks, claim=record_claim("months of the wins")),
    )


def _by_theme(wins: Sequence[Win], themes: Mapping[str, str]) -> tuple[Chart, ...]:
    counts = Counter(win.theme for win in wins if win.theme in themes)
    if len(counts) < 2:
        return ()
    claim = record_claim("number of wins")
    marks = tuple(
        Mark(label=themes[theme], value=Decimal(count), text=f"{count}", claim=claim)
        for theme, count in counts.most_common(_ROWS)
    )
    return (BarChart(title="Wins by theme", subtitle="Number of wins", marks=marks),)
