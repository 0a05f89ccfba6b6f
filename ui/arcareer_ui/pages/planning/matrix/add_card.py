"""Puts accounts into the matrix: one by hand, or several pasted from a spreadsheet."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import plain_number
from arcareer.services.pasted_accounts import PastedAccounts
from arcareer.services.typed_numbers import read_number
from arcareer_ui.amounts import typed_money
from arcareer_ui.currencies import CURRENCIES
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine
from arcareer_ui.widgets.segment import Segment

HAND, PASTE = "hand", "paste"
STACK_BELOW = 280
MOST_LEFT_OUT = 4


class AddCard(Card):
    """`added` wants the account typed, `pasted` the accounts of the text; `pasting` comes with every key in it."""

    added = Signal()
    pasted = Signal()
    pasting = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(20, 16, 20, 20), spacing=12)
        close = IconButton("x", self.tr("Close"), size="compact")
        self.add_heading(self.tr("Add accounts"), close)
        self.mode = Segment(self.tr("How"), [(HAND, self.tr("By hand")), (PASTE, self.tr("Paste a table"))], HAND)
        self.add(FlowBox(self.mode))
        self.currency = Combo(self.tr("Currency"), [(one, one) for one in CURRENCIES], CURRENCIES[0])
        self.add(Field(self.tr("Currency"), self.currency))
        self._hand, self._paste = self._make_hand(), self._make_paste()
        self.add(self._hand)
        self.add(self._paste)
        self.body.addStretch(1)
        self._show_mode(HAND)
        self.mode.chosen.connect(self._show_mode)
        close.clicked.connect(self.closed)

    def begin(self, mode: str) -> None:
        """Start with one of the two ways."""
        self.mode.set_current(mode)
        self._show_mode(mode)
        first = self.account if mode == HAND else self.text
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_hand(self) -> None:
        """Empty the fields of one account, ready for the next."""
        self.account.set_text("")
        self.balance.set_value(None)
        self.score.set_value(None)
        self.account.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_pasted(self, pasted: PastedAccounts | None) -> None:
        """Say what was understood of the pasted text."""
        count = len(pasted.accounts) if pasted is not None else 0
        self.paste_button.setEnabled(count > 0)
        self.paste_button.set_label(self.tr("Add %n account(s)", "", count) if count else self.tr("Add accounts"))
        lines = [self.tr("%n account(s) found", "", count)] if pasted is not None else []
        left_out = pasted.left_out if pasted is not None else ()
        lines += [
            self.tr("Line {line} is left out: {reason}").format(line=one.line, reason=one.reason)
            for one in left_out[:MOST_LEFT_OUT]
        ]
        more = len(left_out) - MOST_LEFT_OUT
        if more > 0:
            lines.append(self.tr("and %n more line(s)", "", more))
        self._found.setText("\n".join(lines))
        self._found.setVisible(bool(lines))

    def settle(self) -> bool:
        """Read the numbers typed; return whether all can be read."""
        for line in (self.balance, self.score):
            line.settle()
        return not (self.balance_field.message or self.score_field.message)

    def _show_mode(self, mode: str) -> None:
        self._hand.setVisible(mode == HAND)
        self._paste.setVisible(mode == PASTE)

    def _make_hand(self) -> QWidget:
        part = QWidget()
        lines = column(part, spacing=12)
        self.account = LineEdit(self.tr("Account"), self.tr("The customer's name, or your own word for it"))
        self.balance = ParsedLine[Decimal](read_number, typed_money, "", self.tr("48,200"))
        self.score = ParsedLine[Decimal](read_number, plain_number, "", self.tr("0 to 100"))
        self.account_field = Field(self.tr("Account"), self.account)
        self.balance_field = Field(self.tr("Open balance"), self.balance)
        self.score_field = Field(self.tr("Risk score, if known"), self.score)
        self.add_button = Button(self.tr("Add account"), icon="plus")
        columns = Columns(STACK_BELOW, 12)
        columns.add(self.balance_field, 1)
        columns.add(self.score_field, 1)
        for one in (self.account_field, columns, FlowBox(self.add_button)):
            lines.addWidget(one)
        self.add_button.clicked.connect(self.added)
        self.account.returnPressed.connect(self.added)
        self.balance.returnPressed.connect(self.added)
        self.score.returnPressed.connect(self.added)
        self.account.textEdited.connect(self.account_field.clear_message)
        for line, field in ((self.balance, self.balance_field), (self.score, self.score_field)):
            line.unread.connect(partial(field.show_problem, self.tr("This takes one number. Your text is kept.")))
            line.mended.connect(field.clear_message)
        return part

    def _make_paste(self) -> QWidget:
        part = QWidget()
        lines = column(part, spacing=12)
        example = self.tr("Harlow Foods   48,200   62")
        self.text = GrowText(self.tr("Pasted table"), example, lines=5, most=10)
        hint = self.tr("Account, open balance and, where there is one, a risk score.")
        self._found = Label("", "small", wrap=True)
        self.paste_button = Button(self.tr("Add accounts"), icon="clipboard-paste")
        lines.addWidget(Field(self.tr("Cells from a spreadsheet"), self.text, hint))
        lines.addWidget(self._found)
        lines.addWidget(FlowBox(self.paste_button))
        self.text.edited.connect(self.pasting)
        self.paste_button.clicked.connect(self.pasted)
        self.show_pasted(None)
        return part
