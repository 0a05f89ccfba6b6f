"""Forecasts from ledgers: by how late each customer pays, by how a month's sales come in, and by roll rates."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from arcareer.domain.collections_forecast import CollectionCurve, collection_curve, expected_receipts
from arcareer.domain.forecast_plans import PeriodAmount, PeriodKind
from arcareer.domain.history import Month
from arcareer.domain.metric_board import aging_months
from arcareer.domain.metric_months import Book
from arcareer.domain.receipt_series import period_name
from arcareer.domain.receivables import ZERO
from arcareer.domain.roll_rates import RollRateForecast, roll_rate_forecast
from arcareer.services.ledger_import import LedgerImportService
from arcareer.storage.store import Store


class LedgerForecastService:
    """Use cases of forecasts that need no typed history. Each says what it leaves out; none changes anything."""

    def __init__(self, store: Store, ledgers: LedgerImportService) -> None:
        self._store = store
        self._ledgers = ledgers

    def by_customer(self, snapshot: UUID, currency: str, kind: PeriodKind, periods: int) -> tuple[PeriodAmount, ...]:
        """Return what the open invoices of a list bring in the next periods; invoices still to come are not in it.

        An invoice is expected on its due date plus its customer's mean days late. Empty where the list is gone; slow
        for a large one.
        """
        head = next((one for one in self._ledgers.snapshots() if one.id == snapshot), None)
        if head is None:
            return ()
        items = [item for item in self._ledgers.items(snapshot) if item.currency == currency]
        sums: dict[str, Decimal] = dict.fromkeys(_names(head.as_of, kind, periods), ZERO)
        for expected in expected_receipts(items, head.as_of):
            name = period_name(expected.day, kind)
            if name in sums:
                sums[name] += expected.amount
        return tuple(PeriodAmount(name, amount) for name, amount in sums.items())

    def curve(self, snapshot: UUID, currency: str) -> CollectionCurve | None:
        """Return how the sales of a month came in over the months after it; None where the list does not tell."""
        head = next((one for one in self._ledgers.snapshots() if one.id == snapshot), None)
        if head is None:
            return None
        items = [item for item in self._ledgers.items(snapshot) if item.currency == currency]
        return collection_curve(items, head.as_of)

    def roll_rate(self, book: Book) -> RollRateForecast | None:
        """Return what the bands of a book's last month bring in the next; None below four months with their aging."""
        with self._store.read() as unit:
            months = unit.metric_months.of(book)
        return roll_rate_forecast(aging_months(months))


def _names(as_of: date, kind: PeriodKind, periods: int) -> list[str]:
    """Return the names of the periods that follow the one `as_of` lies in, that one itself where it is not over."""
    names: list[str] = []
    day = as_of + timedelta(days=1)
    while len(names) < periods:
        names.append(period_name(day, kind))
        day = Month.of(day).end + timedelta(days=1) if kind is PeriodKind.MONTH else day + timedelta(weeks=1)
    return names
