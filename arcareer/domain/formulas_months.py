"""Metrics counted month by month: what is past due, disputes, promises, and the forecast of cash against what came."""

from __future__ import annotations

from arcareer.domain import kpis
from arcareer.domain.formula import (
    NET_BALANCE,
    NOT_YET_DUE,
    RECEIVABLES_AT_END,
    SOURCE_ARITHMETIC,
    SOURCE_PRACTICE,
    DefinitionCard,
    Formula,
    Inputs,
)
from arcareer.domain.kpis import KpiResult, KpiUnit, Reason


def _past_due(inputs: Inputs) -> KpiResult:
    ending = inputs.number("ending_ar")
    return kpis.share_of_receivables(ending - inputs.number("ending_current_ar"), ending)


def _forecast_error(inputs: Inputs) -> KpiResult:
    forecast, actual = inputs.number("cash_forecast"), inputs.number("collections")
    return kpis.rate(abs(forecast - actual), actual)


def _counted(name: str, unit: KpiUnit) -> Formula:
    names = {
        "disputes_opened": ("Disputes opened", "disputes opened in the period, as counted"),
        "dispute_days": ("Dispute time", "mean days from opening to closing of the disputes closed in the period"),
    }
    title, meaning = names[name]
    remark = "Show the rule of counting beside it: a change of the rule looks like a change of the work."
    card = DefinitionCard(name, title, meaning, {name: meaning}, unit.value, SOURCE_PRACTICE, remark=remark)
    return Formula(card, lambda i: KpiResult(i.number(name), unit))


MONTH_FORMULAS: tuple[Formula, ...] = (
    Formula(
        DefinitionCard(
            "percent_past_due",
            "Percent past due",
            "100 (E - C) / E",
            {"ending_current_ar": NOT_YET_DUE, "ending_ar": RECEIVABLES_AT_END},
            "%",
            SOURCE_ARITHMETIC,
            balance_basis=NET_BALANCE,
            remark="What percent current leaves.",
            reasons=(Reason.RECEIVABLES_NOT_POSITIVE,),
        ),
        _past_due,
    ),
    _counted("disputes_opened", KpiUnit.NONE),
    _counted("dispute_days", KpiUnit.DAYS),
    Formula(
        DefinitionCard(
            "promises_kept_pct",
            "Promises kept",
            "100 x kept / promises that fell due",
            {"promises_kept": "promises kept in full", "promises_due": "promises that fell due in the period"},
            "%",
            SOURCE_PRACTICE,
            variant="by count",
            remark="Promises not yet due count on neither side.",
            reasons=(Reason.ZERO_DENOMINATOR,),
        ),
        lambda i: kpis.rate(i.number("promises_kept"), i.number("promises_due")),
    ),
    Formula(
        DefinitionCard(
            "cash_forecast_error_pct",
            "Cash forecast error",
            "100 x |forecast - collections| / collections",
            {"cash_forecast": "cash forecast for the period, made before it", "collections": "cash collected in it"},
            "%",
            SOURCE_ARITHMETIC,
            remark="One period says little: from six on an accuracy may be claimed.",
            reasons=(Reason.ZERO_DENOMINATOR,),
        ),
        _forecast_error,
    ),
)
