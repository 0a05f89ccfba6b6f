"""What a list does not say and its reader has to be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.ledgers.reading import Question, ReadingChoices
from arcareer.reading.dates import DateOrder
from arcareer_ui.currencies import CURRENCIES
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox

if TYPE_CHECKING:
    from datetime import date

    from arcareer.services.ledger_preview import LedgerPreview


class QuestionsCard(Card):
    """Fields for the open questions. `answered` asks to read again with the answers."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__("warn")
        self.add_heading(self.tr("The list does not say this itself"))
        self._questions: Sequence[Question] = ()
        self._intro = Label(self.tr("Nothing is assumed. Answer, and the list is read again."), "small", wrap=True)
        self.add(self._intro)
        self.as_of = DateField(self.tr("Day of the list"), optional=True)
        self.currency = Combo(self.tr("Currency"), [("", self.tr("Choose")), *((code, code) for code in CURRENCIES)])
        self.order = Combo(
            self.tr("Dates"),
            [
                ("", self.tr("Choose")),
                (DateOrder.DMY.value, self.tr("Day first: 03/04 is 3 April")),
                (DateOrder.MDY.value, self.tr("Month first: 03/04 is 4 March")),
            ],
        )
        self.mark = Combo(
            self.tr("Decimals"),
            [("", self.tr("Choose")), (".", self.tr("1,234.56 with a point")), (",", self.tr("1.234,56 with a comma"))],
        )
        self._columns = Label(
            self.tr("No column of amounts or dates was recognised. Say below what the columns hold."),
            "small",
            wrap=True,
        )
        self.fields = {
            Question.AS_OF: Field(self.tr("Which day is the list of?"), self.as_of),
            Question.CURRENCY: Field(self.tr("In which currency?"), self.currency),
            Question.DATE_ORDER: Field(self.tr("Day or month first?"), self.order),
            Question.DECIMAL_MARK: Field(self.tr("Which mark is for decimals?"), self.mark),
        }
        self.add(FlowBox(*self.fields.values(), spacing=14, line_spacing=12))
        self.add(self._columns)
        self.read_button = Button(self.tr("Read it again"), "secondary", icon="rotate-ccw")
        self.add(FlowBox(self.read_button))
        self.read_button.clicked.connect(self.answered)
        self.as_of.picked.connect(self._look)
        for combo in (self.currency, self.order, self.mark):
            combo.chosen.connect(self._look)

    def show_questions(self, preview: LedgerPreview, guess: date | None, currency: str) -> None:
        """Show the open questions; `currency` is the user's own, offered and not assumed."""
        questions = self._questions = preview.questions
        self.setVisible(bool(questions))
        for question, field in self.fields.items():
            field.setVisible(question in questions)
        self._columns.setVisible(Question.COLUMNS in questions)
        self.as_of.set_value(preview.as_of or guess)
        self.currency.set_current(preview.choices.local_currency or currency)
        self.order.set_current(preview.choices.date_order.value if preview.choices.date_order else "")
        self.mark.set_current(preview.choices.decimal_mark)
        self._look()

    def first_field(self) -> QWidget | None:
        """Return the input of the first open question, if one has an input."""
        asked = (field for question, field in self.fields.items() if question in self._questions)
        field = next(asked, None)
        return None if field is None else field.editor

    def answers(self, choices: ReadingChoices) -> ReadingChoices:
        """Return the choices with what was answered here."""
        asked = set(self._questions)
        return replace(
            choices,
            as_of=self.as_of.value if Question.AS_OF in asked else choices.as_of,
            local_currency=self.currency.current if Question.CURRENCY in asked else choices.local_currency,
            date_order=DateOrder(self.order.current)
            if Question.DATE_ORDER in asked and self.order.current
            else choices.date_order,
            decimal_mark=self.mark.current if Question.DECIMAL_MARK in asked else choices.decimal_mark,
        )

    def _look(self) -> None:
        open_ones = {
            Question.AS_OF: self.as_of.value is None,
            Question.CURRENCY: not self.currency.current,
            Question.DATE_ORDER: not self.order.current,
            Question.DECIMAL_MARK: not self.mark.current,
        }
        self.read_button.setEnabled(not any(open_ones.get(question, False) for question in self._questions))
