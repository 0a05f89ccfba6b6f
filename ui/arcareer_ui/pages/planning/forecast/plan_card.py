"""What a plan is about: its title, currency and periods, and what moves the cash."""

from __future__ import annotations

from PySide6.QtCore import Signal

from arcareer.domain.forecast_plans import ForecastPlan, PeriodKind
from arcareer_ui.currencies import CURRENCIES
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry

STACK_BELOW = 300
REMOVE = "remove"


class PlanCard(Card):
    """`typed` and `left` are about texts, `chosen` comes when currency or periods were picked."""

    typed = Signal()
    left = Signal()
    chosen = Signal()
    removal_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(20, 16, 20, 20), spacing=12)
        self.menu = MenuButton(self.tr("More actions for this plan"), ())
        self.menu.set_entries([MenuEntry(REMOVE, self.tr("Remove plan"), "trash-2")])
        self.add_heading(self.tr("The plan"), self.menu)
        self.title = LineEdit(self.tr("Title"))
        self.title_field = Field(self.tr("Title"), self.title)
        kinds = [(PeriodKind.WEEK.value, self.tr("Weeks")), (PeriodKind.MONTH.value, self.tr("Months"))]
        self.kind = Combo(self.tr("Periods"), kinds)
        self.currency = Combo(self.tr("Currency"), [(one, one) for one in CURRENCIES])
        self.drivers = GrowText("", self.tr("Two large customers pay every other Friday"), lines=2)
        self.add(self.title_field)
        columns = Columns(STACK_BELOW, 12)
        columns.add(Field(self.tr("Periods"), self.kind), 1)
        columns.add(Field(self.tr("Currency"), self.currency), 1)
        self.add(columns)
        self.add(Field(self.tr("What moves it"), self.drivers))
        self.title.textEdited.connect(lambda _text: self.typed.emit())
        self.title.left.connect(self.left)
        self.drivers.edited.connect(self.typed)
        self.drivers.left.connect(self.left)
        for combo in (self.kind, self.currency):
            combo.chosen.connect(lambda _option: self.chosen.emit())
        self.menu.chosen.connect(self.removal_asked)

    def show_plan(self, plan: ForecastPlan) -> None:
        """Show a plan as it is stored; texts that are being typed stay. A frozen plan keeps currency and periods."""
        if not self.title.hasFocus():
            self.title.set_text(plan.title)
        if self.drivers.text.strip() != plan.drivers.strip():
            self.drivers.set_text(plan.drivers)
        self.kind.set_current(plan.period_kind.value)
        options = CURRENCIES if plan.currency in CURRENCIES else (plan.currency, *CURRENCIES)
        self.currency.set_options([(one, one) for one in options], plan.currency)
        for combo in (self.kind, self.currency):
            combo.setEnabled(not plan.rounds)
