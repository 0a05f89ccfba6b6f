"""The layout of messages, calls and scenarios: what there is, the one on show, and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout

STACKED_BELOW = 800
INNER_BELOW = 560
LIST_WIDTH, SIDE_WIDTH = 280, 260


class WorkView(QWidget):
    """A list, what is chosen in it, and cards beside; where there is no room, one in place of the other."""

    def __init__(
        self, panel: QWidget, main: Sequence[QWidget], side: Sequence[QWidget], *, list_width: int = LIST_WIDTH
    ) -> None:
        super().__init__()
        self.panel = panel
        self.list_button = Button(self.tr("Back to the list"), "link", icon="arrow-left")
        self._is_over = False
        middle, beside = column(spacing=14), column(spacing=14)
        for part in main:
            middle.addWidget(part)
        middle.addStretch(1)
        for part in side:
            beside.addWidget(part)
        beside.addStretch(1)
        self._inner = Columns(INNER_BELOW)
        self._inner.add(middle, 1)
        self._inner.add(beside, 0, SIDE_WIDTH)
        work = QWidget()
        body = column(work, margins=(0, 16, 8, 24), spacing=10)
        line = row()
        line.addWidget(self.list_button)
        line.addStretch(1)
        body.addLayout(line)
        body.addWidget(self._inner, 1)
        self._scroll = Scroll(work)
        self._list_side = QWidget()
        column(self._list_side, margins=(0, 16, 0, 20)).addWidget(panel)
        self.columns = Columns(STACKED_BELOW, 16)
        self.columns.add(self._list_side, 0, list_width)
        self.columns.add(self._scroll, 1)
        later = Qt.ConnectionType.QueuedConnection  # layouts must not change while they are being resized
        self.columns.stacked_changed.connect(self._arrange, later)
        column(self, margins=(0, 0, 12, 0)).addWidget(self.columns)
        self._arrange()

    @property
    def work(self) -> QWidget:
        """Return the part with what is chosen."""
        return self._scroll

    def show_over(self, *, over: bool) -> None:
        """Where there is room for one column: show what is chosen in place of the list, or the list again."""
        self._is_over = over
        self._arrange()

    def to_top(self) -> None:
        """Show the beginning of what is chosen."""
        self._scroll.verticalScrollBar().setValue(0)

    def follow(self) -> None:
        """Let Tab go through the parts as they are read."""
        follow_layout(self)

    def _arrange(self) -> None:
        stacked = self.columns.stacked
        self._list_side.setVisible(not (stacked and self._is_over))
        self._scroll.setVisible(not stacked or self._is_over)
        self.list_button.setVisible(stacked)
        self.follow()
