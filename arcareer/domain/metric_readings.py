"""Metrics read from months: each value with its definition card, inputs and sources, and whether the month ties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from arcareer.domain.formulas import compute, formula_of
from arcareer.domain.kpi_periods import MeasuredKpi, PeriodFacts, Tie, guarded, tie_of
from arcareer.domain.kpis import Flag, KpiResult, Reason
from arcareer.domain.metric_months import Book, MetricMonth, Origin, Part, facts_of

if TYPE_CHECKING:
    from arcareer.domain.formula import DefinitionCard
    from arcareer.domain.history import Month
    from arcareer.domain.metric_kinds import MetricKind

_WINDOWS = {"dso_quarterly": 3, "cei_crf": 3}
_BACKWARDS = frozenset({"dso_countback"})
"""Formulas that go back month by month as far as it takes."""
_WITHOUT_TIE = frozenset(
    {"bad_debt_to_sales", "disputes_opened", "dispute_days", "promises_kept_pct", "cash_forecast_error_pct"}
)
_PARTS_OF: Mapping[str, tuple[Part, ...]] = {
    "beginning_ar": (Part.BEGINNING_AR,),
    "credit_sales": (Part.CREDIT_SALES,),
    "period_credit_sales": (Part.CREDIT_SALES,),
    "months_newest_first": (Part.CREDIT_SALES,),
    "collections": (Part.COLLECTIONS,),
    "ending_ar": (Part.ENDING_AR,),
    "month_end_ar": (Part.ENDING_AR,),
    "ending_current_ar": (Part.CURRENT,),
    "over_90_ar": (Part.OVER_90,),
    "gross_write_offs": (Part.WRITE_OFFS,),
    "recoveries": (Part.RECOVERIES,),
    "unapplied_cash": (Part.UNAPPLIED_CASH,),
    "gross_open_receivables": (Part.ENDING_AR, Part.UNAPPLIED_CASH),
    "disputes_opened": (Part.DISPUTES_OPENED,),
    "dispute_days": (Part.DISPUTE_DAYS,),
    "promises_due": (Part.PROMISES_DUE,),
    "promises_kept": (Part.PROMISES_KEPT,),
    "cash_forecast": (Part.CASH_FORECAST,),
}
_ORIGIN_WORDS = {
    Origin.TYPED: "figures entered by hand",
    Origin.PASTED: "figures pasted in",
    Origin.LEDGER: "imported ledger",
}


@dataclass(frozen=True, slots=True)
class InputLine:
    """An input of a formula: its name and meaning, its value or None where it is unknown, and where it comes from."""

    name: str
    meaning: str
    value: Decimal | None
    source: str


@dataclass(frozen=True, slots=True)
class MetricReading:
    """A metric of a month, or of the window of months that ends with it."""

    kind: MetricKind
    book: Book
    month: Month
    measured: MeasuredKpi
    inputs: tuple[InputLine, ...]
    card: DefinitionCard
    tie: Tie
    difference: Decimal | None

    @property
    def value(self) -> Decimal | None:
        """Return the value, or None where there is a reason."""
        return self.measured.result.value

    @property
    def reason(self) -> Reason | None:
        """Return why there is no value."""
        return self.measured.result.reason

    @property
    def flag(self) -> Flag | None:
        """Return what has to be said beside the value."""
        return self.measured.result.flag


@dataclass(frozen=True, slots=True)
class _Window:
    """The months of one reading, oldest first, with their facts; `earlier` go before them without a gap."""

    months: tuple[MetricMonth, ...]
    facts: tuple[PeriodFacts, ...]
    earlier: tuple[PeriodFacts, ...]

    @property
    def last(self) -> MetricMonth:
        """Return the month the reading is for."""
        return self.months[-1]


def read_metric(kind: MetricKind, formula: str, months: Sequence[MetricMonth], position: int) -> MetricReading:
    """Return the metric `kind` of the month at `position` of `months` (oldest first), computed by `formula`.

    A variant over several months takes those just before it; where one of them is missing the value is refused.
    """
    window = _window(months, position, formula)
    inputs = _inputs(formula, window)
    result = compute(formula, inputs)
    tie, difference = _tie(window)
    if formula not in _WITHOUT_TIE:
        result = guarded(result, tie)
    found = formula_of(formula)
    if found is None:
        raise KeyError(formula)
    return MetricReading(
        kind=kind,
        book=window.last.book,
        month=window.last.month,
        measured=_measured(kind, found.card, window, result),
        inputs=_lines(found.card, inputs, window),
        card=found.card,
        tie=tie,
        difference=difference,
    )


def read_series(kind: MetricKind, formula: str, months: Sequence[MetricMonth]) -> tuple[MetricReading, ...]:
    """Return a metric of every month of one book, oldest first."""
    return tuple(read_metric(kind, formula, months, position) for position in range(len(months)))


def _window(months: Sequence[MetricMonth], position: int, formula: str) -> _Window:
    """Return the months of a reading; fewer than it covers where the ones before are missing."""
    length = _WINDOWS.get(formula, 1)
    furthest = 0 if formula in _BACKWARDS else max(0, position - length + 1)
    start = position
    while start > furthest and months[start - 1].month.following == months[start].month:
        start -= 1
    run = tuple(months[start : position + 1])
    facts = tuple(
        facts_of(month, months[start + index - 1] if start + index else None) for index, month in enumerate(run)
    )
    return _Window(run[-length:], facts[-length:], facts[:-length])


def _inputs(formula: str, window: _Window) -> dict[str, Any]:
    facts, month = window.facts[-1], window.last
    given: dict[str, Any] = {
        "beginning_ar": facts.beginning_ar,
        "credit_sales": facts.credit_sales,
        "collections": facts.collections,
        "ending_ar": facts.ending_ar,
        "ending_current_ar": facts.ending_current_ar,
        "over_90_ar": facts.over_90_ar,
        "gross_write_offs": facts.write_offs,
        "recoveries": facts.recoveries,
        "days": Decimal(facts.days),
        "months_newest_first": _sales_newest_first(window),
        "disputes_opened": month.value(Part.DISPUTES_OPENED),
        "dispute_days": month.value(Part.DISPUTE_DAYS),
        "promises_due": month.value(Part.PROMISES_DUE),
        "promises_kept": month.value(Part.PROMISES_KEPT),
        "cash_forecast": month.value(Part.CASH_FORECAST),
        "unapplied_cash": month.value(Part.UNAPPLIED_CASH),
    }
    if facts.ending_ar is not None and given["unapplied_cash"] is not None:
        given["gross_open_receivables"] = facts.ending_ar + given["unapplied_cash"]
    length = _WINDOWS.get(formula, 1)
    return given | _over(window, length) if length > 1 else given


def _sales_newest_first(window: _Window) -> list[dict[str, Decimal]] | None:
    """Return the sales of the months backwards, as far as they are known without a gap."""
    found = []
    for facts in reversed((*window.earlier, *window.facts)):
        if facts.credit_sales is None:
            break
        found.append({"credit_sales": facts.credit_sales, "days": Decimal(facts.days)})
    return found or None


def _over(window: _Window, length: int) -> dict[str, Any]:
    """Return the inputs of a variant over several months; unknown where a month or a part of one is."""
    sales = [facts.credit_sales for facts in window.facts]
    ends = [facts.ending_ar for facts in window.facts]
    is_whole = len(window.facts) == length
    return {
        "credit_sales": sum(filter(None, sales), Decimal(0)) if is_whole and None not in sales else None,
        "month_end_ar": ends if is_whole and None not in ends else None,
        "beginning_ar": window.facts[0].beginning_ar if is_whole else None,
        "months": Decimal(length),
        "days": Decimal(90),
    }


def _tie(window: _Window) -> tuple[Tie, Decimal | None]:
    """Return whether the months tie: the worst of them counts."""
    ties = [tie_of(facts) for facts in window.facts]
    for worst in (Tie.DOES_NOT_TIE, Tie.NOT_TIED):
        found = next((pair for pair in ties if pair[0] is worst), None)
        if found is not None:
            return found
    return ties[-1]


def _measured(kind: MetricKind, card: DefinitionCard, window: _Window, result: KpiResult) -> MeasuredKpi:
    first = window.months[0].month
    return MeasuredKpi(
        metric=kind.id,
        variant=card.variant or card.metric,
        days_basis=card.days_basis,
        sales_basis=card.sales_basis,
        balance_basis=card.balance_basis,
        currency=window.last.book.currency,
        start=date(first.year, first.number, 1),
        end=window.last.month.end,
        source="; ".join(_sources(card.inputs, window)),
        result=result,
    )


def _sources(names: Mapping[str, str], window: _Window) -> list[str]:
    parts = dict.fromkeys(part for name in names for part in _PARTS_OF.get(name, ()))
    found = (_source(part, month) for month in reversed(window.months) for part in parts)
    return [source for source in dict.fromkeys(found) if source]


def _source(part: Part, month: MetricMonth) -> str:
    value = month.part(part)
    return "" if value is None else value.source or _ORIGIN_WORDS[value.origin]


def _lines(card: DefinitionCard, inputs: Mapping[str, Any], window: _Window) -> tuple[InputLine, ...]:
    lines = []
    for name, meaning in card.inputs.items():
        value = inputs.get(name)
        source = ", ".join(_sources({name: meaning}, window))
        if name == "beginning_ar" and value is not None and not source:
            source = "ending balance of the month before"
        if isinstance(value, list):
            lines += _listed(meaning, value, source)
        elif name == "period_credit_sales":
            lines.append(InputLine(name, meaning, inputs.get("credit_sales"), source))
        else:
            lines.append(InputLine(name, meaning, value, source))
    return tuple(lines)


def _listed(meaning: str, values: list[Any], source: str) -> list[InputLine]:
    """Return a list of inputs as lines, the newest first."""
    numbers = [one["credit_sales"] if isinstance(one, dict) else one for one in values]
    return [InputLine(f"{place}", meaning, number, source) for place, number in enumerate(numbers, start=1)]
