"""Formulas over balances and sales: roll-forward, DSO and its relatives, CEI, aging shares, turnover, days to pay."""

from __future__ import annotations

from decimal import Decimal

from arcareer.domain import kpi_items, kpis
from arcareer.domain.formula import (
    CREDIT_SALES,
    DAYS_OF_PERIOD,
    NET_BALANCE,
    NOT_YET_DUE,
    RECEIVABLES_AT_END,
    RECEIVABLES_AT_START,
    SALES_WITH_TAX,
    SOURCE_CRF,
    SOURCE_ECREDIT,
    DefinitionCard,
    Formula,
    Inputs,
)
from arcareer.domain.kpis import KpiResult, Reason, SalesMonth

_SALES_REASONS = (Reason.ZERO_SALES, Reason.NEGATIVE_SALES)


def _months(inputs: Inputs) -> tuple[SalesMonth, ...]:
    rows = inputs.rows("months_newest_first")
    return tuple(SalesMonth(row.number("credit_sales"), row.number("days")) for row in rows)


def _paid(inputs: Inputs) -> tuple[kpi_items.PaidInvoice, ...]:
    return tuple(
        kpi_items.PaidInvoice(
            row.day("due"), row.day("paid"), row.number("amount", Decimal(1)), row.optional_day("issued")
        )
        for row in inputs.rows("paid_invoices")
    )


def _open(inputs: Inputs) -> tuple[kpi_items.OpenInvoice, ...]:
    return tuple(
        kpi_items.OpenInvoice(row.number("age_days"), row.number("amount"), row.number("month_credit_sales"))
        for row in inputs.rows("open_invoices")
    )


def _roll_forward(inputs: Inputs) -> KpiResult:
    nothing = Decimal(0)
    return kpis.roll_forward(
        beginning_ar=inputs.number("beginning_ar"),
        credit_sales=inputs.number("credit_sales"),
        collections=inputs.number("collections"),
        credit_memos=inputs.number("credit_memos", nothing),
        write_offs=inputs.number("write_offs", nothing),
        other_adjustments=inputs.number("other_adjustments", nothing),
        reported_ending_ar=inputs.number("reported_ending_ar"),
    )


def _cei_inputs(inputs: Inputs) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    sales = inputs.number("period_credit_sales" if "period_credit_sales" in inputs.given else "credit_sales")
    return inputs.number("beginning_ar"), sales, inputs.number("ending_ar"), inputs.number("ending_current_ar")


_CEI = {
    "beginning_ar": RECEIVABLES_AT_START,
    "period_credit_sales": CREDIT_SALES,
    "ending_ar": RECEIVABLES_AT_END,
    "ending_current_ar": NOT_YET_DUE,
}

BALANCE_FORMULAS: tuple[Formula, ...] = (
    Formula(
        DefinitionCard(
            "roll_forward",
            "Roll-forward",
            "B + S - collections - credit notes - write-offs + other = E",
            {
                "beginning_ar": RECEIVABLES_AT_START,
                "credit_sales": CREDIT_SALES,
                "collections": "cash received",
                "credit_memos": "credit notes",
                "write_offs": "amounts written off",
                "other_adjustments": "anything else, signed",
                "reported_ending_ar": "the balance the ledger reports",
            },
            "",
            "accounting identity",
            balance_basis=NET_BALANCE,
            remark="Checked before anything else: figures over data that do not tie are refused.",
        ),
        _roll_forward,
    ),
    Formula(
        DefinitionCard(
            "dso_simple",
            "Days sales outstanding (DSO)",
            "E x n / S",
            {"ending_ar": RECEIVABLES_AT_END, "credit_sales": CREDIT_SALES, "days": DAYS_OF_PERIOD},
            "days",
            f"{SOURCE_CRF}; {SOURCE_ECREDIT}",
            "simple",
            "the days of the period",
            SALES_WITH_TAX,
            NET_BALANCE,
            "A balance of zero is a DSO of zero. A low month of sales lifts it without any customer paying later.",
            (*_SALES_REASONS, Reason.NEGATIVE_RECEIVABLES),
        ),
        lambda i: kpis.dso_simple(i.number("ending_ar"), i.number("credit_sales"), i.number("days")),
    ),
    Formula(
        DefinitionCard(
            "dso_quarterly",
            "Days sales outstanding (DSO)",
            "mean of the three month-end balances x 90 / S of the quarter",
            {"month_end_ar": "the month-end balances", "credit_sales": "credit sales of the quarter"},
            "days",
            "inferred from the input fields of the Credit Research Foundation's quarterly calculator",
            "3-month average",
            "90 days",
            SALES_WITH_TAX,
            NET_BALANCE,
            "Least certain of all formulas here; always labelled with its variant.",
            _SALES_REASONS,
        ),
        lambda i: kpis.dso_quarterly(
            i.numbers("month_end_ar"), i.number("credit_sales"), i.number("days", Decimal(90))
        ),
    ),
    Formula(
        DefinitionCard(
            "dso_countback",
            "Days sales outstanding (DSO)",
            "take the newest months' sales off E and add their days; the last month counts in part",
            {
                "ending_ar": RECEIVABLES_AT_END,
                "months_newest_first": "credit sales and days of each month, newest first",
            },
            "days",
            "exhaustion method, calculator pages",
            "count-back",
            "calendar days",
            SALES_WITH_TAX,
            NET_BALANCE,
            "Follows the season. A month without sales adds all its days. Where history runs out it is a lower bound.",
            (Reason.NEGATIVE_RECEIVABLES,),
        ),
        lambda i: kpis.dso_countback(i.number("ending_ar"), _months(i)),
    ),
    Formula(
        DefinitionCard(
            "true_dso",
            "Days sales outstanding (DSO)",
            "sum of age x amount / credit sales of the invoice's month",
            {"open_invoices": "age in days, amount, credit sales of the month of issue"},
            "days",
            "Oracle's list of metrics as quoted by a user",
            "invoice by invoice",
            "calendar days",
            SALES_WITH_TAX,
            "open invoices",
            "A cross-check, not a standard.",
            (Reason.NO_ITEMS, Reason.ZERO_SALES),
        ),
        lambda i: kpi_items.true_dso(_open(i)),
    ),
    Formula(
        DefinitionCard(
            "best_possible_dso",
            "Best possible DSO",
            "C x n / S",
            {"ending_current_ar": NOT_YET_DUE, "credit_sales": CREDIT_SALES, "days": DAYS_OF_PERIOD},
            "days",
            SOURCE_CRF,
            "simple",
            "the days of the period",
            SALES_WITH_TAX,
            NET_BALANCE,
            "The same days and sales as the DSO it is compared with.",
            _SALES_REASONS,
        ),
        lambda i: kpis.best_possible_dso(i.number("ending_current_ar"), i.number("credit_sales"), i.number("days")),
    ),
    Formula(
        DefinitionCard(
            "average_days_delinquent",
            "Average days delinquent (ADD)",
            "DSO - best possible DSO",
            {
                "ending_ar": RECEIVABLES_AT_END,
                "ending_current_ar": NOT_YET_DUE,
                "credit_sales": CREDIT_SALES,
                "days": DAYS_OF_PERIOD,
            },
            "days",
            SOURCE_CRF,
            "simple",
            "the days of the period",
            SALES_WITH_TAX,
            NET_BALANCE,
            "The only part of DSO that chasing can change.",
            _SALES_REASONS,
        ),
        lambda i: kpis.average_days_delinquent(
            i.number("ending_ar"), i.number("ending_current_ar"), i.number("credit_sales"), i.number("days")
        ),
    ),
    Formula(
        DefinitionCard(
            "cei",
            "Collection effectiveness index (CEI)",
            "100 (B + S - E) / (B + S - C)",
            _CEI,
            "%",
            SOURCE_ECREDIT,
            "flow",
            "",
            SALES_WITH_TAX,
            NET_BALANCE,
            "Above 100 only through credits among the overdue; below 0 the balance grew by more than the sales.",
            (Reason.NOTHING_COLLECTABLE,),
        ),
        lambda i: kpis.cei(*_cei_inputs(i)),
    ),
    Formula(
        DefinitionCard(
            "cei_crf",
            "Collection effectiveness index (CEI)",
            "100 (B + S/N - E) / (B + S/N - C)",
            {**_CEI, "months": "N, the months of the period"},
            "%",
            SOURCE_CRF,
            "average month",
            "",
            SALES_WITH_TAX,
            NET_BALANCE,
            "Differs from the flow variant by more than most improvements: keep one variant before and after.",
            (Reason.NOTHING_COLLECTABLE,),
        ),
        lambda i: kpis.cei_crf(*_cei_inputs(i), i.number("months")),
    ),
    Formula(
        DefinitionCard(
            "percent_current",
            "Percent current",
            "100 C / E",
            {"ending_current_ar": NOT_YET_DUE, "ending_ar": RECEIVABLES_AT_END},
            "%",
            SOURCE_CRF,
            balance_basis=NET_BALANCE,
            reasons=(Reason.RECEIVABLES_NOT_POSITIVE,),
        ),
        lambda i: kpis.share_of_receivables(i.number("ending_current_ar"), i.number("ending_ar")),
    ),
    Formula(
        DefinitionCard(
            "percent_over_90",
            "Percent over 90",
            "100 x over-90 / E",
            {"over_90_ar": "what is more than 90 days past due", "ending_ar": RECEIVABLES_AT_END},
            "%",
            SOURCE_CRF,
            balance_basis=NET_BALANCE,
            remark="Write-offs and credit notes of the period stand beside it.",
            reasons=(Reason.RECEIVABLES_NOT_POSITIVE,),
        ),
        lambda i: kpis.share_of_receivables(i.number("over_90_ar"), i.number("ending_ar")),
    ),
    Formula(
        DefinitionCard(
            "days_late",
            "Days late",
            "mean of paid - due",
            {"paid_invoices": "due, paid and amount of each paid invoice"},
            "days",
            SOURCE_ECREDIT,
            "signed, floored and weighted side by side",
            remark="Customers who never pay are not in it. Early payment counts negative when signed.",
            reasons=(Reason.NO_ITEMS,),
        ),
        lambda i: kpi_items.days_late(_paid(i)),
    ),
    Formula(
        DefinitionCard(
            "days_beyond_terms",
            "Days beyond terms (DBT)",
            "sum((paid - due) x amount) / sum(amount)",
            {"paid_invoices": "due, paid and amount of each paid invoice"},
            "days",
            SOURCE_ECREDIT,
            "weighted, signed",
            reasons=(Reason.NO_ITEMS,),
        ),
        lambda i: kpi_items.days_beyond_terms(_paid(i)),
    ),
    Formula(
        DefinitionCard(
            "average_days_to_pay",
            "Average days to pay",
            "sum((paid - issued) x amount) / sum(amount)",
            {"paid_invoices": "issued, paid and amount of each paid invoice"},
            "days",
            SOURCE_ECREDIT,
            "weighted",
            remark="The unweighted mean stands beside it.",
            reasons=(Reason.NO_ITEMS,),
        ),
        lambda i: kpi_items.average_days_to_pay(_paid(i)),
    ),
    Formula(
        DefinitionCard(
            "ar_turnover",
            "Receivables turnover",
            "S / mean(B, E)",
            {"net_credit_sales": CREDIT_SALES, "beginning_ar": RECEIVABLES_AT_START, "ending_ar": RECEIVABLES_AT_END},
            "times",
            SOURCE_CRF,
            "mean balance",
            "365 days for the collection period",
            SALES_WITH_TAX,
            NET_BALANCE,
            reasons=(Reason.AVERAGE_RECEIVABLES_NOT_POSITIVE,),
        ),
        lambda i: kpis.ar_turnover(i.number("net_credit_sales"), i.number("beginning_ar"), i.number("ending_ar")),
    ),
    Formula(
        DefinitionCard(
            "ar_turnover_crf",
            "Receivables turnover",
            "S / E",
            {"net_credit_sales": CREDIT_SALES, "ending_ar": RECEIVABLES_AT_END},
            "times",
            SOURCE_CRF,
            "ending balance",
            "",
            SALES_WITH_TAX,
            NET_BALANCE,
            reasons=(Reason.RECEIVABLES_NOT_POSITIVE,),
        ),
        lambda i: kpis.ar_turnover_crf(i.number("net_credit_sales"), i.number("ending_ar")),
    ),
)
