"""The sentences that stand in place of a value, or beside one."""

from __future__ import annotations

from arcareer.domain.kpis import Flag, Reason

_REASONS = {
    Reason.ZERO_SALES: "There were no credit sales in this period, so days of sales mean nothing.",
    Reason.NEGATIVE_SALES: "Credit notes are more than the invoices of this period.",
    Reason.NEGATIVE_RECEIVABLES: "Receivables are below zero: more cash is unapplied than is open. Clear it first.",
    Reason.RECEIVABLES_NOT_POSITIVE: "Nothing is open, so there is nothing to take a share of.",
    Reason.AVERAGE_RECEIVABLES_NOT_POSITIVE: "Receivables were not above zero on average.",
    Reason.NOTHING_COLLECTABLE: "Nothing was there to be collected in this period.",
    Reason.NO_ITEMS: "There is nothing to count yet.",
    Reason.ZERO_DENOMINATOR: "There is nothing to take a share of.",
    Reason.MISSING_INPUT: "A figure it needs is not known yet.",
    Reason.UNKNOWN_METRIC: "This metric is not known here.",
    Reason.DOES_NOT_TIE: (
        "The parts of the month do not add up: opening balance, sales, collections, credit notes and write-offs give "
        "another closing balance. Put that right first."
    ),
    Reason.SUMMARY_WITHOUT_INVOICES: "The list holds balances, no invoices. Import the detail report instead.",
}
_FLAGS = {
    Flag.CREDIT_IN_OVERDUE: "Above 100 because credits stand among the overdue items.",
    Flag.ROLLFORWARD_BREAKS: "Below zero: the balance grew by more than the sales. Look at the parts.",
    Flag.NET_RECOVERY: "More was recovered than written off.",
    Flag.DOES_NOT_TIE: "The parts do not add up.",
    Flag.NOT_TIED: "Not tied: a part of the month is unknown, so the balance cannot be checked.",
}


def reason_words(reason: Reason) -> str:
    """Return why a metric has no value, in a sentence."""
    return _REASONS[reason]


def flag_words(flag: Flag) -> str:
    """Return what has to be said beside a value, in a sentence."""
    return _FLAGS[flag]
