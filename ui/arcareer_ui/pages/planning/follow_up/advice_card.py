"""The advice with its reason, the script that goes with it, and the decision the user makes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.escalation import PLAN_MUST_HAVE, Action, Advice
from arcareer_ui.pages.planning.fact_line import FactLine
from arcareer_ui.pages.planning.words import action_script, action_words
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.icon import Bubble
from arcareer_ui.widgets.label import Label, Paragraph
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.rule import Rule

STACK_BELOW = 280
_ICONS = {
    Action.LEGAL_NOW: "shield-alert",
    Action.CREDIT_MANAGER: "arrow-up",
    Action.DISPUTE_ROUTE: "scale",
    Action.PAYMENT_PLAN: "handshake",
    Action.LEAD: "arrow-up",
    Action.AGENCY_OR_LEGAL: "landmark",
    Action.WRITE_OFF: "archive",
    Action.CADENCE: "calendar-check",
}


class AdviceCard(Card):
    """`decided` wants the decision saved, `route_asked` carries where to go."""

    decided = Signal()
    route_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(22, 18, 22, 22), spacing=12)
        self._route = ""
        self._empty = EmptyState(
            "split",
            self.tr("Escalate, or offer a plan?"),
            self.tr("Days past due and the open amount are enough to begin. Each further fact may change the advice."),
        )
        self.add(self._empty)
        self._advice = QWidget()
        lines = column(self._advice, spacing=12)
        self._icon = column()
        self._title = Label("", "h1", wrap=True)
        self._reason = Paragraph("", "body")
        self.script_button = Button(self.tr("Script to use"), "link", icon="message-square-text")
        self.ladder_button = Button(self.tr("Reminder ladder"), "link", icon="calendar-check")
        lines.addLayout(self._icon)
        for part in (self._title, self._reason, FlowBox(self.script_button, self.ladder_button)):
            lines.addWidget(part)
        self.must_have = self._make_must_have()
        lines.addWidget(self.must_have)
        lines.addWidget(Rule())
        lines.addWidget(self._make_form())
        self.add(self._advice)
        self.body.addStretch(1)
        self._bubble: Bubble | None = None
        self.script_button.clicked.connect(lambda: self.route_asked.emit(self._route))
        self.save_button.clicked.connect(self.decided)
        self.decision.edited.connect(self.decision_field.clear_message)
        self.show_advice(None)

    @property
    def sentence(self) -> str:
        """Return the advice as it is said aloud."""
        return f"{self._title.text()}. {self._reason.accessibleName()}" if not self._advice.isHidden() else ""

    def show_advice(self, advice: Advice | None) -> None:
        """Show an advice, or what is needed for one."""
        self._empty.setVisible(advice is None)
        self._advice.setVisible(advice is not None)
        if advice is None:
            return
        self._show_icon(advice.action)
        self._title.setText(action_words(advice.action))
        self._reason.set_text(advice.reason)
        self._route = action_script(advice.action)
        self.decision.setPlaceholderText(action_words(advice.action))
        self.must_have.setVisible(advice.action is Action.PAYMENT_PLAN)
        self.ladder_button.setVisible(advice.action is Action.CADENCE)

    def _show_icon(self, action: Action) -> None:
        if self._bubble is not None:
            self._icon.removeWidget(self._bubble)
            self._bubble.hide()
            self._bubble.deleteLater()
        self._bubble = Bubble(_ICONS[action], "warn" if action is Action.LEGAL_NOW else "accent", 40, 20)
        self._icon.addWidget(self._bubble)

    def _make_must_have(self) -> QWidget:
        card = Card("inset", margins=(14, 12, 14, 12), spacing=6)
        card.add(Label(self.tr("A plan in writing has"), "label"))
        for line in PLAN_MUST_HAVE:
            card.add(FactLine("check", line[:1].upper() + line[1:], colour="accent"))
        return card

    def _make_form(self) -> QWidget:
        part = QWidget()
        lines = column(part, spacing=10)
        self.decision = GrowText(self.tr("What you decided"))
        self.reason = GrowText(self.tr("Why"), self.tr("What tipped it"), lines=2)
        self.told = LineEdit(self.tr("Who you told"))
        self.again = DateField(self.tr("Look at it again on"), optional=True)
        self.save_button = Button(self.tr("Save decision"), "primary")
        self.decision_field = Field(self.tr("What you decided"), self.decision)
        lines.addWidget(self.decision_field)
        lines.addWidget(Field(self.tr("Why"), self.reason))
        columns = Columns(STACK_BELOW, 12)
        columns.add(Field(self.tr("Who you told"), self.told), 1)
        columns.add(Field(self.tr("Look at it again on"), self.again), 1)
        lines.addWidget(columns)
        lines.addWidget(FlowBox(self.save_button))
        return part
