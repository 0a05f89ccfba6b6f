"""What was noted along the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.plans import Plan
from arcareer_ui.dates import weekday_and_day
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label


class CheckInsCard(Card):
    """`noted` carries what was typed."""

    noted = Signal(str)

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.add_heading(self.tr("Check-ins"))
        self.text = GrowText(self.tr("Check-in"), self.tr("What moved, what is stuck, who helped"))
        self._field = Field(self.tr("How does it stand?"), self.text)
        self.add(self._field)
        self.button = Button(self.tr("Note it"), "tonal", size="compact")
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines = QWidget()
        self.add(self._lines)
        self.button.clicked.connect(lambda: self.noted.emit(self.text.text))
        self.text.edited.connect(self._field.clear_message)

    def show_plan(self, plan: Plan) -> None:
        """Show what was noted, the latest first."""
        fresh = QWidget()
        lines = column(fresh, spacing=8)
        for one in reversed(plan.check_ins):
            part = column(spacing=1)
            part.addWidget(Label(weekday_and_day(one.on), "caption"))
            part.addWidget(Label(one.text, "small", wrap=True))
            lines.addLayout(part)
        self.body.replaceWidget(self._lines, fresh)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = fresh
        fresh.setVisible(bool(plan.check_ins))

    def show_problem(self, text: str) -> None:
        """Say why nothing was noted."""
        self._field.show_problem(text)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
