"""A list to choose from that drops down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.segment import Option

CHEVRON = 16


class Combo(QComboBox):
    """Options `(id, text)`; `chosen` carries the id when the user picks another."""

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        options: Sequence[Option] = (),
        current: str = "",
        *,
        size: Literal["regular", "compact"] = "regular",
    ) -> None:
        super().__init__()
        self.setProperty("sz", size)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_options(options, current)
        self.activated.connect(self._tell)

    @property
    def current(self) -> str:
        """Return the id of the chosen option, or nothing."""
        return str(self.currentData() or "")

    def set_options(self, options: Sequence[Option], current: str = "") -> None:
        """Replace the options without telling listeners."""
        blocked = self.blockSignals(True)
        self.clear()
        for option, text in options:
            self.addItem(text, option)
        if current:
            self.set_current(current)
        self.blockSignals(blocked)

    def give_way(self, letters: int = 12) -> None:
        """Ask for room for so many letters only; what is longer ends in dots."""
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def set_current(self, option: str) -> None:
        """Show another option as chosen without telling listeners."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.findData(option))
        self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling never changes a value."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and its chevron."""
        super().paintEvent(event)
        draw_at_end(self, "chevron-down")

    def _tell(self) -> None:
        self.chosen.emit(self.current)


def draw_at_end(box: QComboBox | QAbstractSpinBox, icon: str) -> None:
    """Draw an icon at the reading end of an input."""
    theme = current_theme()
    side = theme.px(CHEVRON)
    margin = theme.px(8)
    mirrored = box.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left = margin if mirrored else box.width() - side - margin
    colour = "text2" if box.isEnabled() else "text3"
    QPainter(box).drawPixmap(left, (box.height() - side) // 2, theme.pixmap(icon, colour, CHEVRON))
