"""The month under the user's hands: what is entered is kept at once and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer.domain.history import Month
from arcareer.domain.metric_board import months_before
from arcareer.domain.metric_months import Book, MetricMonth, Origin, Part, PartValue, with_parts, without_part
from arcareer.errors import EnvironmentFault, FieldProblem, UserError
from arcareer_ui.pages.metrics.month_sheet import MonthSheet
from arcareer_ui.pages.metrics.words import month_words

if TYPE_CHECKING:
    from arcareer.clock import Clock
    from arcareer.services.metrics import MetricsService
    from arcareer_ui.undo import UndoController

MONTHS_BACK = 36


class MonthDesk(QObject):
    """Keeps what the sheet's fields hold. `kept` comes after each change, `removed` after a month is gone.

    `troubled` carries words about what could not be kept; `moved` comes when another month or book is on show.
    """

    kept = Signal()
    removed = Signal()
    troubled = Signal(str)
    moved = Signal()

    def __init__(
        self, sheet: MonthSheet, metrics: Callable[[], MetricsService], undo: UndoController, clock: Clock
    ) -> None:
        super().__init__(sheet)
        self._sheet, self._metrics, self._undo, self._clock = sheet, metrics, undo, clock
        self._book: Book | None = None
        self._month: Month | None = None
        sheet.entered.connect(self._enter)
        sheet.source_left.connect(self._name_source)
        sheet.causes_changed.connect(self._keep_causes)
        sheet.month_chosen.connect(lambda month: self._go(self._book, month))
        sheet.book_chosen.connect(lambda book: self._go(book, self._month))
        sheet.removal_asked.connect(self._remove)

    @property
    def month(self) -> Month | None:
        """Return the month on show."""
        return self._month

    @property
    def book(self) -> Book | None:
        """Return the book on show."""
        return self._book

    def next_month(self, book: Book) -> Month:
        """Return the month to add: the one after the last known, but no later than the last that has ended."""
        ended = months_before(Month.of(self._clock.today()), 1)
        months = self._metrics().months(book)
        return min(months[-1].month.following, Month.of(self._clock.today())) if months else ended

    def open(self, book: Book, month: Month) -> None:
        """Show a month of a book."""
        self._book, self._month = book, month
        self.show_again()

    def show_again(self) -> None:
        """Read the month on show again."""
        if self._book is None or self._month is None:
            return
        metrics = self._metrics()
        month = metrics.month(self._book, self._month)
        before = metrics.month(self._book, months_before(self._month, 1))
        self._sheet.show_month(month, self._offered(), before.ending_ar, metrics.live(month))

    def flush(self) -> None:
        """Keep what is typed."""
        self._sheet.settle()

    def _offered(self) -> list[Month]:
        """Return the months to choose from, newest first: the last three years, and any month on show."""
        last = Month.of(self._clock.today())
        found = {months_before(last, at) for at in range(MONTHS_BACK)}
        return sorted(found | ({self._month} if self._month else set()), reverse=True)

    def _go(self, book: Book | None, month: Month | None) -> None:
        if book is not None and month is not None:
            self.flush()
            self.open(book, month)
            self.moved.emit()

    def _enter(self, part: Part, value: Decimal | None) -> None:
        month = self._stored()
        if month is None or month.value(part) == value:
            return
        if value is None:
            self._keep(without_part(month, part), part)
            return
        source = next((one.source for one in month.parts if one.source), "")
        self._keep(with_parts(month, PartValue(part, value, source, Origin.TYPED)), part)

    def _name_source(self, source: str) -> None:
        month = self._stored()
        if month is None:
            return
        named = tuple(replace(one, source=source) if one.origin is not Origin.LEDGER else one for one in month.parts)
        if named != month.parts:
            self._keep(replace(month, parts=named))

    def _keep_causes(self) -> None:
        month = self._stored()
        if month is not None and month.causes != self._sheet.causes.causes:
            self._keep(replace(month, causes=self._sheet.causes.causes))

    def _remove(self) -> None:
        month = self._stored()
        if month is None or month.is_empty:
            return
        change = self._metrics().remove_month(month)
        self._undo.record(change, self.tr("Remove {month}").format(month=month_words(month.month)))
        self.removed.emit()

    def _keep(self, after: MetricMonth, part: Part | None = None) -> None:
        try:
            change = self._metrics().put_month(after)
        except FieldProblem as problem:
            if part is not None:
                self._sheet.refuse(part, str(problem))
            else:
                self.troubled.emit(str(problem))
            return
        except (UserError, EnvironmentFault) as problem:
            self.troubled.emit(str(problem))
            return
        if change.before is None and change.after is None:
            return
        self._undo.record(change, self.tr("Change figures of {month}").format(month=month_words(after.month)))
        self.kept.emit()

    def _stored(self) -> MetricMonth | None:
        if self._book is None or self._month is None:
            return None
        return self._metrics().month(self._book, self._month)
