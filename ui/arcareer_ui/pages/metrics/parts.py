"""What can be typed of a month: the words of each part, and the groups a form and a table show them in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from arcareer.domain.kpis import Reason
from arcareer.domain.metric_months import Part
from arcareer.domain.metric_words import reason_words
from arcareer_ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from arcareer.domain.metric_readings import MetricReading

_WORDS: Mapping[Part, str] = MappingProxyType(
    {
        Part.BEGINNING_AR: QT_TRANSLATE_NOOP("MetricPart", "Receivables at the start"),
        Part.CREDIT_SALES: QT_TRANSLATE_NOOP("MetricPart", "Credit sales"),
        Part.COLLECTIONS: QT_TRANSLATE_NOOP("MetricPart", "Collections"),
        Part.CREDIT_MEMOS: QT_TRANSLATE_NOOP("MetricPart", "Credit notes"),
        Part.WRITE_OFFS: QT_TRANSLATE_NOOP("MetricPart", "Write-offs"),
        Part.RECOVERIES: QT_TRANSLATE_NOOP("MetricPart", "Recovered after write-off"),
        Part.OTHER_ADJUSTMENTS: QT_TRANSLATE_NOOP("MetricPart", "Other adjustments"),
        Part.ENDING_AR: QT_TRANSLATE_NOOP("MetricPart", "Receivables at the end"),
        Part.CURRENT: QT_TRANSLATE_NOOP("MetricPart", "Not yet due"),
        Part.DAYS_1_30: QT_TRANSLATE_NOOP("MetricPart", "1 to 30 days"),
        Part.DAYS_31_60: QT_TRANSLATE_NOOP("MetricPart", "31 to 60 days"),
        Part.DAYS_61_90: QT_TRANSLATE_NOOP("MetricPart", "61 to 90 days"),
        Part.OVER_90: QT_TRANSLATE_NOOP("MetricPart", "Over 90 days"),
        Part.UNAPPLIED_CASH: QT_TRANSLATE_NOOP("MetricPart", "Unapplied cash"),
        Part.CASH_FORECAST: QT_TRANSLATE_NOOP("MetricPart", "Cash forecast"),
        Part.INVOICES_ISSUED: QT_TRANSLATE_NOOP("MetricPart", "Invoices issued"),
        Part.DISPUTES_OPENED: QT_TRANSLATE_NOOP("MetricPart", "Disputes opened"),
        Part.DISPUTES_CLOSED: QT_TRANSLATE_NOOP("MetricPart", "Disputes closed"),
        Part.DISPUTES_OPEN_AMOUNT: QT_TRANSLATE_NOOP("MetricPart", "Amount in dispute"),
        Part.DISPUTE_DAYS: QT_TRANSLATE_NOOP("MetricPart", "Dispute time, average days"),
        Part.PROMISES_DUE: QT_TRANSLATE_NOOP("MetricPart", "Promises that fell due"),
        Part.PROMISES_KEPT: QT_TRANSLATE_NOOP("MetricPart", "Promises kept"),
    }
)

ROLL_FORWARD = (
    Part.BEGINNING_AR,
    Part.CREDIT_SALES,
    Part.COLLECTIONS,
    Part.CREDIT_MEMOS,
    Part.WRITE_OFFS,
    Part.ENDING_AR,
)
AGING = (Part.CURRENT, Part.DAYS_1_30, Part.DAYS_31_60, Part.DAYS_61_90, Part.OVER_90)
DISPUTES = (Part.DISPUTES_OPENED, Part.DISPUTES_CLOSED, Part.DISPUTE_DAYS, Part.DISPUTES_OPEN_AMOUNT)
MORE = (
    Part.INVOICES_ISSUED,
    Part.RECOVERIES,
    Part.OTHER_ADJUSTMENTS,
    Part.UNAPPLIED_CASH,
    Part.CASH_FORECAST,
    Part.PROMISES_DUE,
    Part.PROMISES_KEPT,
)
GROUPS: tuple[tuple[str, tuple[Part, ...]], ...] = (
    (QT_TRANSLATE_NOOP("MetricPart", "Balances and flows"), ROLL_FORWARD),
    (QT_TRANSLATE_NOOP("MetricPart", "Aging at the end of the month"), AGING),
    (QT_TRANSLATE_NOOP("MetricPart", "Disputes"), DISPUTES),
    (QT_TRANSLATE_NOOP("MetricPart", "More, where you have it"), MORE),
)


def part_words(part: Part) -> str:
    """Return the name of a part."""
    return QCoreApplication.translate("MetricPart", _WORDS[part])


def group_words(text: str) -> str:
    """Return the name of a group of parts in the user's language."""
    return QCoreApplication.translate("MetricPart", text)


_INPUTS: Mapping[str, Part] = MappingProxyType(
    {
        "beginning_ar": Part.BEGINNING_AR,
        "credit_sales": Part.CREDIT_SALES,
        "period_credit_sales": Part.CREDIT_SALES,
        "months_newest_first": Part.CREDIT_SALES,
        "net_credit_sales": Part.CREDIT_SALES,
        "collections": Part.COLLECTIONS,
        "ending_ar": Part.ENDING_AR,
        "month_end_ar": Part.ENDING_AR,
        "gross_open_receivables": Part.ENDING_AR,
        "ending_current_ar": Part.CURRENT,
        "over_90_ar": Part.OVER_90,
        "gross_write_offs": Part.WRITE_OFFS,
        "unapplied_cash": Part.UNAPPLIED_CASH,
        "disputes_opened": Part.DISPUTES_OPENED,
        "dispute_days": Part.DISPUTE_DAYS,
        "promises_due": Part.PROMISES_DUE,
        "promises_kept": Part.PROMISES_KEPT,
        "cash_forecast": Part.CASH_FORECAST,
    }
)


def why_words(reading: MetricReading) -> str:
    """Return why there is no value; where figures are missing, which."""
    if reading.reason is Reason.MISSING_INPUT:
        names = {one.name for one in reading.inputs if one.value is None}
        parts = dict.fromkeys(part_words(part) for name, part in _INPUTS.items() if name in names)
        if parts:
            words = QCoreApplication.translate("MetricPart", "Needs: {parts}")
            return words.format(parts=", ".join(text[:1].lower() + text[1:] for text in parts))
    if reading.reason is None:
        return QCoreApplication.translate("MetricPart", "Not known yet.")
    return reason_words(reading.reason)
