"""How the metrics moved over the period: drawn, from first to last month, and how each is measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from arcareer.documents.blocks import Block, ChartRow, Column, Look, Row, Run, Runs, Style
from arcareer.documents.chart_values import Mark, TrendChart
from arcareer.documents.claims import Claim, computed_claim, metric_claim, record_claim
from arcareer.documents.review.material import KpiSeries, ReviewMaterial
from arcareer.documents.review.pen import Pen, paragraph, table, words_cell
from arcareer.documents.text import NOTHING, Text, joined, own
from arcareer.documents.wording import SEPARATOR, listed, month_name, months_of, short_month_of
from arcareer.domain.figures import FigureScope, Unit, value_text
from arcareer.domain.metric_board import TileVerdict
from arcareer.domain.metric_kinds import TILES
from arcareer.domain.metric_readings import InputLine, MetricReading
from arcareer.domain.metric_words import flag_words

_MOST_CHARTS = 4
_A_ROW = 2
_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")
_SCOPES = {
    FigureScope.MINE: "My own accounts",
    FigureScope.PORTFOLIO: "My portfolio",
    FigureScope.TEAM: "The team's accounts",
    FigureScope.COMPANY: "The company's accounts",
}
_VERDICTS = {
    TileVerdict.BETTER: "better",
    TileVerdict.WORSE: "worse",
    TileVerdict.SAME: "about the same",
    TileVerdict.UNKNOWN: "cannot be compared",
}
_ORDER = (TileVerdict.BETTER, TileVerdict.SAME, TileVerdict.WORSE, TileVerdict.UNKNOWN)
_COURSE_COLUMNS = (
    Column("KPI", 30), Column("From", 18, numeric=True), Column("To", 18, numeric=True),
    Column("Change", 20, numeric=True), Column("Goal", 14, numeric=True),
)  # fmt: skip
_CARD_COLUMNS = (Column("KPI", 16), Column("How it is measured", 42), Column("Inputs of the last month", 42))
_NAMED = record_claim("name of a KPI", "the definition of the KPI")
_NO_SEASON = "Months of different seasons are compared where the first and last month differ; nothing was adjusted."
_NOT_MONEY = frozenset({"days", "months", "disputes_opened", "dispute_days", "promises_due", "promises_kept"})


def kpi_blocks(material: ReviewMaterial, pen: Pen) -> Iterator[Block]:
    """Yield charts two by two, the better courses first, a table of every course, and a card of how each is measured.

    Courses for the worse stand in the table like the others: who leaves them out is not believed.
    """
    told = [one for one in material.kpis if any(point.value for point in one.points)]
    ordered = sorted(told, key=lambda one: (_ORDER.index(one.verdict), one.kind not in TILES))
    if not ordered:
        return
    yield replace(paragraph(Style.TEXT, own(_told(ordered), _NAMED)), keeps_next=True)
    drawn = [one for one in ordered if one.verdict is not TileVerdict.UNKNOWN][:_MOST_CHARTS]
    for at in range(0, len(drawn), _A_ROW):
        yield ChartRow(charts=tuple(_chart(one) for one in drawn[at : at + _A_ROW]))
    yield paragraph(Style.HEADING2, own("From first to last month"))
    rows = [Row(None, _course_cells(one)) for one in ordered]
    yield table(_COURSE_COLUMNS, rows, "From first to last month", "Each KPI in the first and last month it is known.")
    yield paragraph(Style.HEADING2, own("How each is measured"))
    cards = [Row(None, _card_cells(alike, pen)) for alike in _by_definition(ordered)]
    yield table(_CARD_COLUMNS, cards, "How each is measured", "Formula, variant, bases, inputs and source of each KPI.")
    if any(not one.change.is_season_safe for one in ordered):
        yield paragraph(Style.NOTE, own(_NO_SEASON))


def _told(series: Sequence[KpiSeries]) -> str:
    """Return in a sentence each how the courses went."""
    parts = []
    for verdict in _ORDER:
        names = tuple(dict.fromkeys(one.kind.name for one in series if one.verdict is verdict))
        if names:
            parts.append(f"{_VERDICTS[verdict].capitalize()}: {listed(names)}.")
    return " ".join(parts)


def _chart(series: KpiSeries) -> TrendChart:
    first, last = series.first, series.last
    title = f"{series.kind.name}: {_value(first)} to {_value(last)}"
    return TrendChart(
        title=title,
        subtitle=f"{_scope(series)}, {months_of(first.month.end, last.month.end)}",
        marks=tuple(
            Mark(
                label=month_name(one.month.end),
                value=_rounded(one.value or Decimal(0), one.kind.unit),
                text=_value(one),
                day=one.month.end,
                claim=metric_claim(one),
            )
            for one in series.points
        ),
        claim=_change_claim(series),
        goal=_goal_mark(series),
    )


def _goal_mark(series: KpiSeries) -> Mark | None:
    if series.goal is None:
        return None
    goal = _rounded(series.goal, series.kind.unit)
    return Mark(label="Goal", value=goal, text=value_text(goal, series.kind.unit), claim=_goal_claim(series))


def _course_cells(series: KpiSeries) -> tuple[Runs, ...]:
    goal = "" if series.goal is None else value_text(_rounded(series.goal, series.kind.unit), series.kind.unit)
    return (
        (Run(own(series.kind.name, _NAMED)), Run(own(f"\n{_scope(series)}"), Look.MUTED)),
        _reading_cell(series.first),
        _reading_cell(series.last),
        (Run(_change(series)), Run(own(f"\n{_VERDICTS[series.verdict]}"), Look.MUTED)),
        words_cell(own(goal, _goal_claim(series)) if goal else NOTHING),
    )


def _reading_cell(reading: MetricReading) -> Runs:
    claim = metric_claim(reading)
    return (
        Run(own(_value(reading), claim), Look.LIFTED),
        Run(own(f"\n{short_month_of(reading.month.end)}", claim), Look.MUTED),
    )


def _change(series: KpiSeries) -> Text:
    first, last = (_rounded(one.value or Decimal(0), series.kind.unit) for one in (series.first, series.last))
    if series.change.difference is None:
        return NOTHING
    difference = last - first
    if not difference:
        return own("unchanged")
    unit = Unit.POINTS if series.kind.unit is Unit.PERCENT else series.kind.unit
    words = f"{value_text(abs(difference), unit)} {'lower' if difference < 0 else 'higher'}"
    return own(words, _change_claim(series))


def _change_claim(series: KpiSeries) -> Claim:
    key = f"change:{metric_claim(series.first).key}:{metric_claim(series.last).key}"
    inputs = (f"{_value(series.first)} before", f"{_value(series.last)} after")
    return computed_claim(key, "after less before", inputs, series.last.measured.source)


def _goal_claim(series: KpiSeries) -> Claim:
    key = f"goal:{series.kind.id}:{series.book.scope.value}:{series.book.currency}"
    return Claim(kind=metric_claim(series.last).kind, key=key, source="the goal you set for this KPI")


def _by_definition(series: Sequence[KpiSeries]) -> list[list[KpiSeries]]:
    """Return the courses that are measured alike together, in their order."""
    found: dict[tuple[str, str], list[KpiSeries]] = {}
    for one in series:
        found.setdefault((one.kind.id, one.last.card.metric), []).append(one)
    return list(found.values())


def _card_cells(alike: Sequence[KpiSeries], pen: Pen) -> tuple[Runs, ...]:
    series = alike[0]
    last = series.last
    card, claim = last.card, metric_claim(last)
    named = (("Variant", card.variant), ("Days", card.days_basis), ("Balance", card.balance_basis))
    notes = [f"{name}: {words}." for name, words in named if words]
    notes += [f"Definition: {card.source}."] if card.source else []
    notes += [flag_words(flag) for flag in dict.fromkeys(one.last.flag for one in alike) if flag is not None]
    measured = [Run(own(_capital(card.formula), claim))]
    measured += [Run(own(f"\n{' '.join(notes)}", claim), Look.MUTED)] if notes else []
    return (words_cell(own(series.kind.name, _NAMED), Look.LIFTED), tuple(measured), _inputs_of(alike, pen))


def _inputs_of(alike: Sequence[KpiSeries], pen: Pen) -> Runs:
    """Return the inputs of the fullest book; those of the others stand in the ledger of claims."""
    first = alike[0]
    named = (Run(own(f"{_scope(first)}\n"), Look.LIFTED),) if len(alike) > 1 else ()
    return (*named, *_inputs(first.last, metric_claim(first.last), pen))


def _inputs(reading: MetricReading, claim: Claim, pen: Pen) -> Runs:
    known = [line for line in reading.inputs if line.value is not None]
    lines = [_input(line, reading.book.currency, claim, pen) for line in known[:_MOST_CHARTS]]
    source = pen.disclosure.source(reading.measured.source, claim)
    runs = [Run(joined(lines, SEPARATOR))]
    if source:
        runs.append(Run(joined((own("\nSource: "), source)), Look.MUTED))
    return tuple(runs)


def _input(line: InputLine, currency: str, claim: Claim, pen: Pen) -> Text:
    value = line.value or Decimal(0)
    unit = Unit.COUNT if line.name in _NOT_MONEY else Unit.MONEY
    shown = pen.amount(_rounded(value, unit) if unit is Unit.MONEY else value, unit, currency, claim)
    return joined((own(f"{_capital(line.meaning)}: ", claim), shown))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _scope(series: KpiSeries) -> str:
    return SEPARATOR.join(part for part in (_SCOPES[series.book.scope], series.book.currency) if part)


def _value(reading: MetricReading) -> str:
    return value_text(_rounded(reading.value or Decimal(0), reading.kind.unit), reading.kind.unit)


def _rounded(value: Decimal, unit: Unit) -> Decimal:
    if unit is Unit.MONEY:
        return value.quantize(Decimal(1), ROUND_HALF_UP)
    exact = value.quantize(_HUNDREDTH if abs(value) < 1 and unit is Unit.PERCENT else _TENTH, ROUND_HALF_UP)
    return exact.to_integral_value() if exact == exact.to_integral_value() else exact
