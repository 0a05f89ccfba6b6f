"""A civil date, typed or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit

from arcareer_ui.dates import field_pattern
from arcareer_ui.widgets.combo import draw_at_end

_NOT_SET = QDate(1900, 1, 1)


class DateField(QDateEdit):
    """A date in the user's notation. An `optional` one starts empty and Del empties it.

    `picked` carries a date chosen from the calendar or by arrow keys at once, and a typed one when the field is left,
    with Enter, or by `settle()`.
    """

    picked = Signal(object)

    def __init__(self, name: str, value: date | None = None, *, optional: bool = False) -> None:
        super().__init__()
        self._optional = optional
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)  # else a date is told after its first digit
        self.setDisplayFormat(field_pattern())
        self.setMinimumDate(_NOT_SET)
        if optional:
            self.setSpecialValueText(self.tr("No date"))
        self.set_value(value)
        self.dateChanged.connect(self._tell)

    @property
    def value(self) -> date | None:
        """Return the date, half-typed text settled first; None when empty."""
        self.settle()
        chosen = self.date()
        if self._optional and chosen == _NOT_SET:
            return None
        return date(chosen.year(), chosen.month(), chosen.day())

    def set_value(self, value: date | None) -> None:
        """Show a date without telling listeners; None empties an optional field."""
        blocked = self.blockSignals(True)
        if self.displayFormat() != field_pattern():
            self.setDisplayFormat(field_pattern())
        self.setDate(_NOT_SET if value is None else QDate(value.year, value.month, value.day))
        self.blockSignals(blocked)

    def settle(self) -> None:
        """Read what is typed now."""
        self.interpretText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Del empty an optional date."""
        if self._optional and event.key() == Qt.Key.Key_Delete:
            self.setDate(_NOT_SET)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling never changes a value."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and a calendar."""
        super().paintEvent(event)
        draw_at_end(self, "calendar")

    def _tell(self) -> None:
        self.picked.emit(self.value)
