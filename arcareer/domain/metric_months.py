"""Months of receivables in one book: what is known of each, where it comes from, and what the user did about it.

A book is one scope in one currency; two books are never added.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from arcareer.domain.figures import FigureScope
from arcareer.domain.history import Month
from arcareer.domain.identity import named_id
from arcareer.domain.kpi_periods import PeriodFacts
from arcareer.domain.receivables import Bucket


class Part(StrEnum):
    """What can be known of a month. Amounts in the book's currency, counts, and days."""

    BEGINNING_AR = "beginning_ar"
    CREDIT_SALES = "credit_sales"
    COLLECTIONS = "collections"
    CREDIT_MEMOS = "credit_memos"
    WRITE_OFFS = "write_offs"
    RECOVERIES = "recoveries"
    OTHER_ADJUSTMENTS = "other_adjustments"
    ENDING_AR = "ending_ar"
    CURRENT = "current"
    DAYS_1_30 = "days_1_30"
    DAYS_31_60 = "days_31_60"
    DAYS_61_90 = "days_61_90"
    OVER_90 = "over_90"
    UNAPPLIED_CASH = "unapplied_cash"
    CASH_FORECAST = "cash_forecast"
    INVOICES_ISSUED = "invoices_issued"
    DISPUTES_OPENED = "disputes_opened"
    DISPUTES_CLOSED = "disputes_closed"
    DISPUTES_OPEN_AMOUNT = "disputes_open_amount"
    DISPUTE_DAYS = "dispute_days"
    PROMISES_DUE = "promises_due"
    PROMISES_KEPT = "promises_kept"


class PartKind(StrEnum):
    """What a part is counted in."""

    MONEY = "money"
    COUNT = "count"
    DAYS = "days"


_COUNTS = frozenset(
    {Part.INVOICES_ISSUED, Part.DISPUTES_OPENED, Part.DISPUTES_CLOSED, Part.PROMISES_DUE, Part.PROMISES_KEPT}
)
SIGNED = frozenset({Part.OTHER_ADJUSTMENTS, Part.BEGINNING_AR, Part.ENDING_AR, Part.CREDIT_SALES})
AGING_PARTS = {
    Bucket.CURRENT: Part.CURRENT,
    Bucket.DAYS_1_30: Part.DAYS_1_30,
    Bucket.DAYS_31_60: Part.DAYS_31_60,
    Bucket.DAYS_61_90: Part.DAYS_61_90,
    Bucket.OVER_90: Part.OVER_90,
}
"""The part that holds each band of the aging at the end of the month."""


def part_kind(part: Part) -> PartKind:
    """Return what a part is counted in."""
    if part is Part.DISPUTE_DAYS:
        return PartKind.DAYS
    return PartKind.COUNT if part in _COUNTS else PartKind.MONEY


class Origin(StrEnum):
    """How a part came to be known."""

    TYPED = "typed"
    PASTED = "pasted"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class PartValue:
    """A part with its value and its source: the user's words, or the name of the list it was read from."""

    part: Part
    value: Decimal
    source: str = ""
    origin: Origin = Origin.TYPED


@dataclass(frozen=True, slots=True)
class ReactionNote:
    """What the user did about a metric in a month; `metric` is an id of `metric_kinds`."""

    metric: str
    text: str


@dataclass(frozen=True, slots=True)
class DisputeCause:
    """A cause of disputes in the user's words, and how many disputes of a month had it."""

    cause: str
    count: int


@dataclass(frozen=True, slots=True)
class Book:
    """Whose receivables in which currency (ISO 4217)."""

    scope: FigureScope
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricMonth:
    """What is known of one month of one book. A part that is not there is unknown, never zero."""

    id: UUID
    book: Book
    month: Month
    parts: tuple[PartValue, ...] = ()
    causes: tuple[DisputeCause, ...] = ()
    notes: tuple[ReactionNote, ...] = ()

    def value(self, part: Part) -> Decimal | None:
        """Return what is known of a part, or None."""
        found = self.part(part)
        return None if found is None else found.value

    def part(self, part: Part) -> PartValue | None:
        """Return a part with its source, or None where it is unknown."""
        return next((one for one in self.parts if one.part is part), None)

    def note(self, metric: str) -> str:
        """Return what the user did about a metric, or an empty text."""
        return next((one.text for one in self.notes if one.metric == metric), "")

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is known and nothing was noted."""
        return not (self.parts or self.causes or self.notes)

    @property
    def aging(self) -> dict[Bucket, Decimal] | None:
        """Return the open amounts by band, or None unless every band is known."""
        found = {bucket: value for bucket, part in AGING_PARTS.items() if (value := self.value(part)) is not None}
        return found if len(found) == len(AGING_PARTS) else None

    @property
    def ending_ar(self) -> Decimal | None:
        """Return the receivables at the end: as given, else the sum of the bands."""
        given = self.value(Part.ENDING_AR)
        aging = self.aging if given is None else None
        return given if aging is None else sum(aging.values(), Decimal(0))


def month_id(book: Book, month: Month) -> UUID:
    """Return the identity of a month of a book."""
    return named_id("metric-month", book.scope, book.currency, str(month))


def empty_month(book: Book, month: Month) -> MetricMonth:
    """Return a month of which nothing is known yet."""
    return MetricMonth(id=month_id(book, month), book=book, month=month)


def with_parts(month: MetricMonth, *values: PartValue) -> MetricMonth:
    """Return the month with these parts put in, in the order of `Part`; a part given twice counts last."""
    known = {one.part: one for one in (*month.parts, *values)}
    return replace(month, parts=tuple(known[part] for part in Part if part in known))


def without_part(month: MetricMonth, part: Part) -> MetricMonth:
    """Return the month with a part unknown again."""
    return replace(month, parts=tuple(one for one in month.parts if one.part is not part))


def with_note(month: MetricMonth, metric: str, text: str) -> MetricMonth:
    """Return the month with what was done about a metric; an empty text takes the note away."""
    others = tuple(one for one in month.notes if one.metric != metric)
    return replace(month, notes=(*others, ReactionNote(metric, text)) if text.strip() else others)


def facts_of(month: MetricMonth, before: MetricMonth | None = None) -> PeriodFacts:
    """Return the parts of a month for the formulas.

    A beginning balance that was not given is the ending balance of `before`, where that is the month just before it.
    """
    known = {one.part: one.value for one in month.parts}
    beginning = known.get(Part.BEGINNING_AR)
    if beginning is None and before is not None and before.month.following == month.month:
        beginning = before.ending_ar
    ending = known.get(Part.ENDING_AR)
    return PeriodFacts(
        start=date(month.month.year, month.month.number, 1),
        end=month.month.end,
        beginning_ar=beginning,
        credit_sales=known.get(Part.CREDIT_SALES),
        collections=known.get(Part.COLLECTIONS),
        credit_memos=known.get(Part.CREDIT_MEMOS),
        write_offs=known.get(Part.WRITE_OFFS),
        other_adjustments=known.get(Part.OTHER_ADJUSTMENTS),
        ending_ar=month.ending_ar if ending is None else ending,
        ending_current_ar=known.get(Part.CURRENT),
        over_90_ar=known.get(Part.OVER_90),
        recoveries=known.get(Part.RECOVERIES),
    )
