"""When is it? The inline form for an interview or a review."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from arcareer.domain.agenda import Occasion, OccasionKind
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.widgets.styling import is_enter

STACK_BELOW = 380
A_WEEK = timedelta(days=7)


class OccasionForm(QWidget):
    """Kind, name and day. Enter submits, Esc cancels.

    `submitted` carries kind, name and day, checked; `cancelled` comes when the user would rather not.
    """

    submitted = Signal(object, str, object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min
        kinds = ((OccasionKind.INTERVIEW, self.tr("Interview")), (OccasionKind.REVIEW, self.tr("Review")))
        self.kind = Segment(self.tr("What are you preparing for?"), kinds)
        self.name = LineEdit()
        self.day = DateField(self.tr("Date"))
        self._name_field = Field(self.tr("Name, if you like"), self.name)
        self._day_field = Field(self.tr("Date"), self.day)
        self.submit = Button("", "tonal", size="compact")
        self.cancel = Button("", "quiet", size="compact")
        columns = Columns(STACK_BELOW, 12)
        columns.add(_at_top(self._name_field), 3)
        columns.add(_at_top(self._day_field), 2)
        layout = column(self, spacing=10, margins=(0, 4, 0, 10))
        layout.addWidget(FlowBox(self.kind))
        layout.addWidget(columns)
        layout.addWidget(FlowBox(self.submit, self.cancel))
        self.kind.chosen.connect(self._name_example)
        self.submit.clicked.connect(self._submit)
        self.cancel.clicked.connect(self.cancelled)
        self.day.picked.connect(self._day_field.clear_message)

    def begin(self, today: date, kind: OccasionKind | None = None) -> None:
        """Start empty, a week from today; with `kind` the question of what it is has been answered."""
        self._start(today, kind or OccasionKind.INTERVIEW, "", today + A_WEEK)
        self.kind.setVisible(kind is None)
        self.submit.set_label(self.tr("Add date"))
        self.cancel.set_label(self.tr("Not yet") if kind else self.tr("Cancel"))

    def edit(self, today: date, occasion: Occasion) -> None:
        """Start from a stored one."""
        self._start(today, occasion.kind, occasion.title, occasion.happens_on)
        self.kind.show()
        self.submit.set_label(self.tr("Save date"))
        self.cancel.set_label(self.tr("Cancel"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Enter, cancel on Esc."""
        if is_enter(event):
            self._submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _start(self, today: date, kind: OccasionKind, name: str, day: date) -> None:
        self._today = today
        self.kind.set_current(kind)
        self.name.set_text(name)
        self.day.set_value(day)
        self._day_field.clear_message()
        self._name_example(kind)

    def _name_example(self, kind: str) -> None:
        interview = kind == OccasionKind.INTERVIEW
        self.name.setPlaceholderText(self.tr("AR team lead") if interview else self.tr("Half-year review"))

    def _submit(self) -> None:
        day = self.day.value
        if day is None:
            return
        if day < self._today:
            self._day_field.show_problem(self.tr("That day has passed. Pick today or a later one."))
            return
        self.submitted.emit(OccasionKind(self.kind.current), self.name.text().strip(), day)


def _at_top(field: Field) -> QWidget:
    """Keep the fields in line when only one of them has a message."""
    holder = QWidget()
    layout = column(holder)
    layout.addWidget(field)
    layout.addStretch(1)
    return holder
