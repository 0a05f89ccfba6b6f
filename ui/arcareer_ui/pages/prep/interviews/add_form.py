"""A new interview: its day, and what is known of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.icon import Bubble
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.line_edit import LineEdit


class NewInterview(NamedTuple):
    """What was entered."""

    on: date
    role: str
    company: str


class AddForm(Card):
    """`added` carries what was entered, `left` comes when it is left without."""

    added = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(24, 20, 24, 22), spacing=14)
        head = row(spacing=14)
        head.addWidget(Bubble("calendar-plus"))
        head.addWidget(Label(self.tr("When is the interview?"), "h2"), 1)
        self.add(head)
        hint = self.tr("The plan fits the days that are left. Everything else can follow later, or never.")
        self.add(Label(hint, "small", wrap=True))
        self.day = DateField(self.tr("Day of the interview"))
        self.role, self.company = LineEdit(), LineEdit()
        self.add(Field(self.tr("Day"), self.day))
        self.add(Field(self.tr("Role"), self.role))
        self.add(Field(self.tr("Company"), self.company))
        self.add_button = Button(self.tr("Add interview"), "primary", icon="plus")
        self.back_button = Button(self.tr("Back"), "quiet")
        buttons = QWidget()
        line = row(buttons, spacing=10)
        line.addWidget(self.add_button)
        line.addWidget(self.back_button)
        line.addStretch(1)
        self.add(buttons)
        self.body.addStretch(1)
        self.add_button.clicked.connect(self._add)
        self.back_button.clicked.connect(self.left)
        self.company.returnPressed.connect(self._add)

    def start(self, day: date, *, can_leave: bool) -> None:
        """Begin with a day; without another interview there is nowhere to go back to."""
        self.day.set_value(day)
        self.role.set_text("")
        self.company.set_text("")
        self.back_button.setVisible(can_leave)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.back_button.isVisible():
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _add(self) -> None:
        self.day.settle()
        if self.day.value is not None:
            self.added.emit(NewInterview(self.day.value, self.role.text().strip(), self.company.text().strip()))
