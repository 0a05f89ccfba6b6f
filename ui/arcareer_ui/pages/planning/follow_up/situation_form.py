"""What is known of an overdue account; what is left empty is unknown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.escalation import Situation
from arcareer.domain.figures import plain_number
from arcareer.services.typed_numbers import read_number
from arcareer_ui.amounts import typed_money
from arcareer_ui.currencies import CURRENCIES
from arcareer_ui.pages.planning.kept_form import Editor
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine

YES, NO, UNKNOWN = "yes", "no", ""
FIELD_WIDTH = 172


class SituationForm(Card):
    """The form. `changed` comes with every key and choice; `cleared` wants it empty."""

    changed = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 22), spacing=12)
        self.clear_button = Button(self.tr("Start over"), "link", icon="rotate-ccw")
        self.add_heading(self.tr("What you know"), self.clear_button)
        self.add(Label(self.tr("Leave empty what you do not know. Nothing is guessed."), "small", wrap=True))
        self.account = LineEdit(self.tr("Account"), self.tr("The customer's name"))
        self.currency = Combo(self.tr("Currency"), [(one, one) for one in CURRENCIES], CURRENCIES[0])
        answers = [(UNKNOWN, self.tr("Not known")), (YES, self.tr("Yes")), (NO, self.tr("No"))]
        self.answered = Combo(self.tr("Did they answer?"), answers)
        self.numbers: dict[str, ParsedLine[Decimal]] = {}
        self._fields: dict[str, Field] = {}
        self.insolvency = CheckBox(self.tr("A sign of insolvency, liquidation or flight"))
        self.admitted = CheckBox(self.tr("They admit the debt"))
        self.temporary = CheckBox(self.tr("Their cause is temporary"))
        self._lay_out()
        self._connect()

    @property
    def editors(self) -> dict[str, Editor]:
        """Return every input by name."""
        return {
            "account": self.account,
            "currency": self.currency,
            "answered": self.answered,
            "insolvency": self.insolvency,
            "admitted": self.admitted,
            "temporary": self.temporary,
            **self.numbers,
        }

    @property
    def situation(self) -> Situation | None:
        """Return what is known, or None while days or amount are missing or a number cannot be read."""
        days, amount = self._whole("days"), self.numbers["amount"].value
        unread = any(line.text().strip() and line.value is None for line in self.numbers.values())
        if days is None or amount is None or amount < 0 or unread:
            return None
        return Situation(
            days_past_due=days,
            open_amount=amount,
            disputed_amount=self.numbers["disputed"].value or Decimal(0),
            responded={YES: True, NO: False}.get(self.answered.current),
            attempts=self._whole("attempts") or 0,
            channels=self._whole("channels") or 0,
            insolvency_signal=self.insolvency.isChecked(),
            insurer_deadline_days=self._whole("insurer"),
            debt_admitted=self.admitted.isChecked(),
            reason_temporary=self.temporary.isChecked(),
            first_instalment_pct=self.numbers["first"].value,
            plan_months=self._whole("months"),
            broken_plans_12m=self._whole("plans") or 0,
            broken_promises_6m=self._whole("promises") or 0,
            pursuit_cost=self.numbers["cost"].value,
        )

    def begin(self, account: str, currency: str, amount: Decimal | None) -> None:
        """Begin with what is known of an account."""
        self.account.set_text(account)
        if currency in CURRENCIES:
            self.currency.set_current(currency)
        self.numbers["amount"].set_value(amount)

    def show_account_problem(self, text: str) -> None:
        """Say under the account what is missing."""
        self._account_field.show_problem(text)
        self.account.setFocus()

    def settle(self) -> None:
        """Take over what is half typed."""
        for line in self.numbers.values():
            line.settle()

    def _whole(self, name: str) -> int | None:
        value = self.numbers[name].value
        return None if value is None else int(value)

    def _lay_out(self) -> None:
        self._account_field = Field(self.tr("Account"), self.account)
        number, money = self._number, partial(self._number, show=typed_money)
        self._group(
            self.tr("The debt"),
            [
                self._account_field,
                number("days", self.tr("Days past due")),
                money("amount", self.tr("Open amount")),
                Field(self.tr("Currency"), self.currency),
                money("disputed", self.tr("Disputed part")),
                money("cost", self.tr("Cost of pursuing it")),
            ],
        )
        self._group(
            self.tr("The contact so far"),
            [
                Field(self.tr("Did they answer?"), self.answered),
                number("attempts", self.tr("Attempts")),
                number("channels", self.tr("Channels tried")),
                number("promises", self.tr("Broken promises"), within=self.tr("in 6 months")),
                number("plans", self.tr("Broken plans"), within=self.tr("in 12 months")),
                number("insurer", self.tr("Insurer's deadline"), within=self.tr("in days")),
            ],
        )
        self._group(self.tr("What they say and offer"), [])
        for box in (self.admitted, self.temporary, self.insolvency):
            self.add(box)
        self.add(
            AutoGrid(
                [
                    number("first", self.tr("First instalment"), within=self.tr("percent")),
                    number("months", self.tr("Months of the plan")),
                ],
                FIELD_WIDTH,
            )
        )
        self.body.addStretch(1)

    def _group(self, title: str, fields: Sequence[QWidget]) -> None:
        self.body.addSpacing(4)
        self.add(Label(title, "strong"))
        if fields:
            self.add(AutoGrid(fields, FIELD_WIDTH, even=True))

    def _number(
        self, name: str, label: str, *, within: str = "", show: Callable[[Decimal], str] = plain_number
    ) -> Field:
        line = ParsedLine[Decimal](_not_below_zero, show, f"{label}, {within}" if within else label, within)
        field = Field(label, line)
        line.unread.connect(partial(field.show_problem, self.tr("One number, not below zero. Your text is kept.")))
        line.mended.connect(field.clear_message)
        self.numbers[name], self._fields[name] = line, field
        return field

    def _connect(self) -> None:
        for line in (self.account, *self.numbers.values()):
            line.textEdited.connect(lambda _text: self.changed.emit())
        for combo in (self.currency, self.answered):
            combo.chosen.connect(lambda _option: self.changed.emit())
        for box in (self.insolvency, self.admitted, self.temporary):
            box.clicked.connect(lambda _checked: self.changed.emit())
        self.account.textEdited.connect(lambda _text: self._account_field.clear_message())
        self.clear_button.clicked.connect(self.cleared)


def _not_below_zero(text: str) -> Decimal | None:
    value = read_number(text)
    return None if value is None or value < 0 else value
