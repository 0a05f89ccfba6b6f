"""The customer a message is for: typed, with the known ones offered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.customers import Customer
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.tab_order import follow_layout

MOST_OFFERED = 3


class CustomerField(QWidget):
    """`named` carries a typed name, `chosen` a `Customer`; Enter takes the first that is offered."""

    named = Signal(str)
    chosen = Signal(object)
    left = Signal()

    def __init__(self, find: Callable[[str], Sequence[Customer]]) -> None:
        super().__init__()
        self._find = find
        self._offered: tuple[Customer, ...] = ()
        self.line = LineEdit(placeholder=self.tr("Start typing a name"))
        self.field = Field(self.tr("Customer"), self.line)
        self._offers = FlowBox(spacing=4, line_spacing=4)
        layout = column(self, spacing=6)
        layout.addWidget(self.field)
        layout.addWidget(self._offers)
        self._offers.hide()
        self.line.textEdited.connect(self._heed)
        self.line.returnPressed.connect(self._take_first)
        self.line.left.connect(self.left)

    @property
    def offered(self) -> tuple[Customer, ...]:
        """Return the customers offered."""
        return self._offered

    def show_customer(self, name: str, note: str = "") -> None:
        """Show a name, known or only typed, and where the facts come from."""
        is_being_typed = self.line.hasFocus() and self.line.text().strip().casefold() == name.strip().casefold()
        if not is_being_typed:  # more of the name may be on its way
            self.line.set_text(name)
        if note:
            self.field.show_note(note)
        else:
            self.field.clear_message()

    def withdraw(self) -> None:
        """Offer nobody."""
        self._offer(())

    def _heed(self, text: str) -> None:
        self.named.emit(text)
        plain = text.strip().casefold()
        found = self._find(text)[:MOST_OFFERED] if plain else ()
        self._offer(tuple(one for one in found if one.name.casefold() != plain))

    def _take_first(self) -> None:
        if self._offered:
            self._take(self._offered[0])
        else:
            self.line.focusNextChild()

    def _take(self, customer: Customer) -> None:
        self._offer(())
        self.chosen.emit(customer)

    def _offer(self, customers: Sequence[Customer]) -> None:
        if self._offers.isAncestorOf(self.focusWidget() or self):
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offered = tuple(customers)
        self._offers.set_widgets([self._button(one) for one in customers])
        self._offers.setVisible(bool(customers))
        follow_layout(self)

    def _button(self, customer: Customer) -> Button:
        button = Button(customer.name, "chip", name=self.tr("Write to {customer}").format(customer=customer.name))
        button.clicked.connect(partial(self._take, customer))
        return button
