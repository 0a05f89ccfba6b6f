"""Formulas over losses, cash, promises, disputes and forecasts."""

from __future__ import annotations

from decimal import Decimal

from arcareer.domain import kpi_items, kpis
from arcareer.domain.forecasting import METHODS, forecast_accuracy
from arcareer.domain.formula import (
    CREDIT_SALES,
    NET_BALANCE,
    RECEIVABLES_AT_END,
    RECEIVABLES_AT_START,
    SALES_WITH_TAX,
    SOURCE_ARITHMETIC,
    SOURCE_ORACLE,
    SOURCE_PRACTICE,
    DefinitionCard,
    Formula,
    Inputs,
)
from arcareer.domain.kpis import KpiResult, Part, Reason, refused

_ZERO = Decimal(0)


def _promises(inputs: Inputs) -> KpiResult:
    promises = tuple(
        kpi_items.Promise(row.number("promised"), row.day("promise_date"), row.number("received_by_date", Decimal(0)))
        for row in inputs.rows("promises")
    )
    return kpi_items.promise_kept_rate(promises, inputs.day("as_of"), int(inputs.number("grace_days", Decimal(0))))


def _disputes(inputs: Inputs) -> KpiResult:
    disputes = tuple(
        kpi_items.Dispute(row.day("opened"), row.optional_day("closed")) for row in inputs.rows("disputes")
    )
    return kpi_items.dispute_metrics(
        disputes, inputs.number("invoices_issued"), inputs.day("period_end"), inputs.optional_day("period_start")
    )


def _accuracy(inputs: Inputs) -> KpiResult:
    m = int(inputs.number("m", Decimal(1)))
    actual, forecast = inputs.numbers("actual"), inputs.numbers("forecast")
    if not actual or len(actual) != len(forecast):
        return refused(Reason.NO_ITEMS)
    found = forecast_accuracy(actual, forecast, inputs.numbers("train", optional=True), m)
    parts: dict[str, Part] = {
        "n": found.n,
        "me_bias": found.me_bias,
        "bias_pct_of_actual": found.bias_pct_of_actual,
        "mae": found.mae,
        "rmse": found.rmse,
        "mape_pct": found.mape_pct,
        "wape_pct": found.wape_pct,
        "accuracy_1_minus_wape_pct": found.accuracy_1_minus_wape_pct,
        f"mase_scale_m{m}": found.mase_scale,
        f"mase_m{m}": found.mase,
    }
    return KpiResult(parts=parts)


def _methods(inputs: Inputs) -> KpiResult:
    train, horizon = inputs.numbers("train"), int(inputs.number("horizon"))
    return KpiResult(parts={method.value: forecast(train, horizon) for method, forecast in METHODS.items()})


ACTIVITY_FORMULAS: tuple[Formula, ...] = (
    Formula(
        DefinitionCard(
            "collection_rate",
            "Collection rate",
            "100 x collections / (B + S)",
            {
                "collections": "cash received in the period",
                "beginning_ar": RECEIVABLES_AT_START,
                "credit_sales": CREDIT_SALES,
            },
            "%",
            SOURCE_PRACTICE,
            "credit notes do not count as collected",
            "",
            SALES_WITH_TAX,
            NET_BALANCE,
            reasons=(Reason.NOTHING_COLLECTABLE,),
        ),
        lambda i: kpis.collection_rate(i.number("collections"), i.number("beginning_ar"), i.number("credit_sales")),
    ),
    Formula(
        DefinitionCard(
            "bad_debt_to_sales",
            "Bad debt to sales",
            "100 (write-offs - recoveries) / S",
            {
                "gross_write_offs": "written off in the period",
                "recoveries": "recovered of what was written off before",
                "credit_sales": CREDIT_SALES,
            },
            "%",
            "Credit Research Foundation, bad-debt survey form (crfonline.org)",
            "net",
            "",
            SALES_WITH_TAX,
            remark="A change from 1.2% to 0.9% is 0.3 points, or 25 percent. More recovered than lost is flagged.",
            reasons=(Reason.ZERO_SALES, Reason.NEGATIVE_SALES),
        ),
        lambda i: kpis.bad_debt_to_sales(
            i.number("gross_write_offs"), i.number("recoveries", _ZERO), i.number("credit_sales")
        ),
    ),
    Formula(
        DefinitionCard(
            "bad_debt_to_ar",
            "Bad debt to receivables",
            "100 x write-offs / E",
            {"gross_write_offs": "written off in the period", "ending_ar": RECEIVABLES_AT_END},
            "%",
            "Credit Research Foundation, bad-debt survey form (crfonline.org)",
            "looking back",
            balance_basis=NET_BALANCE,
            reasons=(Reason.RECEIVABLES_NOT_POSITIVE,),
        ),
        lambda i: kpis.share_of_receivables(i.number("gross_write_offs"), i.number("ending_ar")),
    ),
    Formula(
        DefinitionCard(
            "allowance_to_ar",
            "Allowance to receivables",
            "100 x allowance / E",
            {"allowance": "allowance for expected losses", "ending_ar": RECEIVABLES_AT_END},
            "%",
            "Credit Research Foundation, bad-debt survey form (crfonline.org)",
            "looking ahead",
            balance_basis=NET_BALANCE,
            reasons=(Reason.RECEIVABLES_NOT_POSITIVE,),
        ),
        lambda i: kpis.share_of_receivables(i.number("allowance"), i.number("ending_ar")),
    ),
    Formula(
        DefinitionCard(
            "loss_allowance_matrix",
            "Loss allowance by aging",
            "sum of balance x loss rate over the bands",
            {"balances": "open balance by band", "rates_pct": "loss rate by band, in percent"},
            "currency",
            "provision matrix of IFRS 9",
            reasons=(Reason.MISSING_INPUT,),
        ),
        lambda i: kpis.loss_allowance_matrix(i.amounts("balances"), i.amounts("rates_pct")),
    ),
    Formula(
        DefinitionCard(
            "unapplied_cash_pct",
            "Unapplied cash",
            "100 x unapplied receipts / gross open receivables",
            {"unapplied_cash": "receipts not yet matched", "gross_open_receivables": "open receivables before credits"},
            "%",
            SOURCE_PRACTICE,
            "of receivables",
            balance_basis="gross",
            reasons=(Reason.RECEIVABLES_NOT_POSITIVE,),
        ),
        lambda i: kpis.share_of_receivables(i.number("unapplied_cash"), i.number("gross_open_receivables")),
    ),
    Formula(
        DefinitionCard(
            "unapplied_cash_of_receipts_pct",
            "Unapplied cash",
            "100 x unapplied receipts / receipts of the period",
            {"unapplied_cash": "receipts not yet matched", "receipts": "receipts of the period"},
            "%",
            SOURCE_PRACTICE,
            "of receipts",
            reasons=(Reason.ZERO_DENOMINATOR,),
        ),
        lambda i: kpis.rate(i.number("unapplied_cash"), i.number("receipts")),
    ),
    Formula(
        DefinitionCard(
            "right_party_contact_rate",
            "Right-party contact rate",
            "100 x right-party contacts / attempts",
            {"right_party_contacts": "talks with someone who can decide", "contact_attempts": "all attempts"},
            "%",
            SOURCE_ORACLE,
            "of attempts",
            remark="Some divide by answered calls: that is another variant.",
            reasons=(Reason.ZERO_DENOMINATOR,),
        ),
        lambda i: kpis.rate(i.number("right_party_contacts"), i.number("contact_attempts")),
    ),
    Formula(
        DefinitionCard(
            "promise_rate",
            "Promise rate",
            "100 x promises / right-party contacts",
            {"promises": "promises to pay", "right_party_contacts": "talks with someone who can decide"},
            "%",
            SOURCE_ORACLE,
            reasons=(Reason.ZERO_DENOMINATOR,),
        ),
        lambda i: kpis.rate(i.number("promises"), i.number("right_party_contacts")),
    ),
    Formula(
        DefinitionCard(
            "promise_kept_rate",
            "Promise kept rate",
            "100 x kept / promises that fell due, by count and by amount",
            {
                "as_of": "the day of counting",
                "grace_days": "days of grace",
                "promises": "promised amount, day, and what had come by then",
            },
            "%",
            SOURCE_ORACLE,
            "by count all or nothing, by amount in part",
            remark="A promise that is not yet due counts neither as kept nor as broken.",
            reasons=(Reason.NO_ITEMS,),
        ),
        _promises,
    ),
    Formula(
        DefinitionCard(
            "dispute_metrics",
            "Disputes",
            "100 x opened / invoices issued; mean and median of closed - opened",
            {
                "invoices_issued": "invoices of the period",
                "period_end": "last day of the period",
                "disputes": "opened and closed day of each dispute",
            },
            "days",
            "practice; APQC compares days to resolve",
            remark="The rate counts disputes opened, the time disputes closed in it; the age of open ones stands by.",
        ),
        _disputes,
    ),
    Formula(
        DefinitionCard(
            "cash_released_by_dso",
            "Cash released by a lower DSO",
            "(DSO before - after) x yearly S / 365",
            {"dso_before": "DSO before", "dso_after": "DSO after", "annual_credit_sales": "credit sales of a year"},
            "currency",
            SOURCE_ARITHMETIC,
            days_basis="365 days",
            sales_basis=SALES_WITH_TAX,
            remark="Released once; it is no yearly saving.",
        ),
        lambda i: kpis.cash_released_by_dso(
            i.number("dso_before"), i.number("dso_after"), i.number("annual_credit_sales")
        ),
    ),
    Formula(
        DefinitionCard(
            "carrying_cost",
            "Carrying cost of receivables",
            "balance x yearly rate x days / 365",
            {"balance": "what is financed", "annual_rate_pct": "yearly rate in percent", "days": "for how long"},
            "currency",
            SOURCE_ARITHMETIC,
            days_basis="365 days",
        ),
        lambda i: kpis.carrying_cost(i.number("balance"), i.number("annual_rate_pct"), i.number("days")),
    ),
    Formula(
        DefinitionCard(
            "early_payment_discount_annual_cost",
            "Yearly cost of an early-payment discount",
            "d / (100 - d) x 365 / (net - discount days); compound (1 + d / (100 - d)) ^ (365 / days) - 1",
            {"discount_pct": "d, the discount in percent", "discount_days": "days to earn it", "net_days": "net term"},
            "%",
            SOURCE_ARITHMETIC,
            "simple and compound",
            "365 days",
            reasons=(Reason.ZERO_DENOMINATOR,),
        ),
        lambda i: kpis.early_payment_discount_annual_cost(
            i.number("discount_pct"), i.number("discount_days"), i.number("net_days")
        ),
    ),
    Formula(
        DefinitionCard(
            "forecast_accuracy",
            "Forecast accuracy",
            "bias = mean(f - a); WAPE = sum|f - a| / sum a; MASE = MAE / MAE of naive on the training part",
            {
                "actual": "what came",
                "forecast": "what was forecast",
                "train": "the history before, for the scale of MASE",
                "m": "lag of the naive forecast, 1 or 12",
            },
            "%",
            "Hyndman and Koehler 2006; sktime and yardstick documentation",
            remark="WAPE is the headline. Below 4 periods there is no accuracy, with 4 or 5 an indication.",
        ),
        _accuracy,
    ),
    Formula(
        DefinitionCard(
            "forecast_methods",
            "Forecast methods",
            "last value; mean of 3; same month last year; drift; exponential smoothing with 0.3",
            {"train": "monthly history, oldest first", "horizon": "months to forecast"},
            "currency",
            "textbook methods",
            remark="The naive forecast stands beside every other one.",
        ),
        _methods,
    ),
)
