"""What a message asks for: its customer and a field for every blank."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.customers import Customer
from arcareer.domain.messages import MessageBlank, MessageBlankKind
from arcareer_ui.pages.scripts.filling.blank_field import BlankField, Here
from arcareer_ui.pages.scripts.filling.customer_field import CustomerField
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.tab_order import follow_layout

FIELD_WIDTH = 200


class FillCard(Card):
    """`typed` carries a blank's name and its text, `customer_named` a typed name, `customer_chosen` a `Customer`."""

    typed = Signal(str, str)
    customer_named = Signal(str)
    customer_chosen = Signal(object)
    left = Signal()
    cleared = Signal()

    def __init__(self, find: Callable[[str], Sequence[Customer]], here: Here) -> None:
        super().__init__(margins=(18, 14, 18, 18), spacing=12)
        self._here = here
        self.clear_button = Button(self.tr("Clear"), "link", name=self.tr("Empty the blanks"))
        self.add_heading(self.tr("Fill in"), self.clear_button)
        self.customer = CustomerField(find)
        self._grid = AutoGrid(min_width=FIELD_WIDTH, spacing=12)
        self.fields: dict[str, BlankField] = {}
        self.add(self.customer)
        self.add(self._grid)
        self.customer.named.connect(self.customer_named)
        self.customer.chosen.connect(self.customer_chosen)
        self.customer.left.connect(self.left)
        self.clear_button.clicked.connect(self.cleared)

    def show_blanks(self, blanks: Sequence[MessageBlank], values: Mapping[str, str]) -> None:
        """Show a field for each of these blanks, with what it holds; the customer has a field of its own."""
        wanted = [blank for blank in blanks if blank.kind is not MessageBlankKind.CUSTOMER]
        if [blank.id for blank in wanted] != list(self.fields):
            self.fields = {blank.id: self._made(blank) for blank in wanted}
            self._grid.set_widgets(list(self.fields.values()))
            self._grid.setVisible(bool(self.fields))
            follow_layout(self)
        for name, field in self.fields.items():
            if field.text != values.get(name, ""):
                field.set_text(values.get(name, ""))

    def first_stop(self) -> QWidget:
        """Return the customer's line while there is none, else the first empty field, else the customer's line."""
        if not self.customer.line.text():
            return self.customer.line
        return next((field.editor for field in self.fields.values() if not field.text.strip()), self.customer.line)

    def _made(self, blank: MessageBlank) -> BlankField:
        known = self.fields.get(blank.id)
        if known is not None and known.blank == blank:
            return known
        field = BlankField(blank, self._here)
        field.typed.connect(partial(self.typed.emit, blank.id))
        field.left.connect(self.left)
        return field
