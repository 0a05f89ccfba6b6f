"""A pane beside the figures for one thing at a time; over them where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import IconButton
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import UNBOUNDED
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.styling import Restyled

WIDTH = 400


class SidePane(Restyled, QFrame):
    """`closed` comes when the user is done with it."""

    closed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAccessibleName(name)
        self._over = False
        self._title = Label("", "title", wrap=True)
        self.close_button = IconButton("x", self.tr("Close"))
        self._stack = QStackedWidget()
        self._scrolls: dict[QWidget, Scroll] = {}
        layout = column(self, margins=(24, 18, 4, 0), spacing=10)
        heading = row(margins=(0, 0, 10, 0), spacing=8)
        heading.addWidget(self._title, 1)
        heading.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(heading)
        layout.addWidget(self._stack, 1)
        self.close_button.clicked.connect(self.leave)
        self.hide()
        self.restyle()

    def add(self, part: QWidget) -> None:
        """Take in a part that can be shown."""
        body = QWidget()
        column(body, margins=(0, 2, 8, 24)).addWidget(part)
        self._scrolls[part] = Scroll(body, clear=True)
        self._stack.addWidget(self._scrolls[part])

    def show_part(self, title: str, part: QWidget) -> None:
        """Show a part that was added, under a title."""
        self._title.setText(title)
        self._stack.setCurrentWidget(self._scrolls[part])
        self.show()

    def shows(self, part: QWidget) -> bool:
        """Return whether a part is on show."""
        return not self.isHidden() and self._stack.currentWidget() is self._scrolls[part]

    def set_over(self, over: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Take all the room, or stand beside."""
        self._over = over
        self.restyle()

    def leave(self) -> None:
        """Close the pane."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def restyle(self) -> None:
        """Follow the text scale."""
        if self._over:
            self.setMinimumWidth(0)
            self.setMaximumWidth(UNBOUNDED)
        else:
            self.setFixedWidth(current_theme().px(WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)
