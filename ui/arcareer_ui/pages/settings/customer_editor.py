"""One customer: name, alias and other spellings, saved as they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal

from arcareer.domain.customers import Customer
from arcareer.services.customers import CustomerService
from arcareer_ui.desk import Desk
from arcareer_ui.undo import UndoController
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.line_edit import LineEdit


class CustomerEditor(Card):
    """The fields of the customer on its desk; a problem stands where it is. `remove_asked` wants the customer removed.

    A name or alias that is empty for the moment keeps its last words.
    """

    remove_asked = Signal()

    def __init__(self, customers: CustomerService, undo: UndoController) -> None:
        super().__init__()
        self.name, self.alias, self.spellings = LineEdit(), LineEdit(), GrowText(lines=3)
        alias_hint = self.tr("For example: a regional dental group, or Customer A")
        spellings_hint = self.tr("One spelling a line: short names, old names, the name on their e-mails")
        self.fields = {
            "name": Field(self.tr("Name"), self.name),
            "alias": Field(self.tr("Shown on exports as"), self.alias, alias_hint),
            "spellings": Field(self.tr("Also written as"), self.spellings, spellings_hint),
        }
        self.remove_button = Button(self.tr("Remove this customer"), icon="trash-2", size="compact")
        self.desk: Desk[Customer] = Desk(
            self,
            undo,
            save=customers.save,
            fetch=customers.get,
            typed=self._typed,
            label=self.tr("Edit customer"),
        )
        self.add_heading(self.tr("Customer"))
        for field in self.fields.values():
            self.add(field)
        kept = self.tr("Their wins stay when a customer is removed; only the link goes.")
        self.add(Label(kept, "caption", wrap=True))
        self.body.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._connect()

    def show_customer(self, customer: Customer | None) -> None:
        """Show a customer, or nothing; what cannot be kept of the same one is left alone."""
        afresh = customer is None or self.desk.stored is None or self.desk.stored.id != customer.id
        self.desk.put(customer)
        if afresh:
            self._clear_problems()
        self.setVisible(customer is not None)
        self._show()

    def _connect(self) -> None:
        for name, line in (("name", self.name), ("alias", self.alias)):
            line.textEdited.connect(lambda _text, name=name: self.desk.touch(name))
            line.left.connect(self._leave)
        self.spellings.edited.connect(lambda: self.desk.touch("spellings"))
        self.spellings.left.connect(self._leave)
        self.remove_button.clicked.connect(self.remove_asked)
        self.desk.refused.connect(lambda field, text: self.fields[field].show_problem(text))
        self.desk.saved.connect(lambda _: self._clear_problems())
        self.desk.conflict.connect(lambda _mine, _theirs: self.desk.settle(keep_mine=False))

    def _typed(self, customer: Customer) -> Mapping[str, Any]:
        return {
            "name": self.name.text().strip() or customer.name,
            "alias": self.alias.text().strip() or customer.alias,
            "spellings": self._spellings,
        }

    @property
    def _spellings(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.spellings.text.splitlines() if line.strip())

    def _leave(self) -> None:
        self.desk.rest()
        self._show()

    def _show(self) -> None:
        customer = self.desk.value
        if customer is None:
            return
        refused = self.desk.refused_fields
        for name, line in (("name", self.name), ("alias", self.alias)):
            being_typed = line.hasFocus() and line.text().strip() in {"", getattr(customer, name)}
            if name not in refused and not being_typed:
                line.set_text(getattr(customer, name))
        if "spellings" not in refused and self._spellings != customer.spellings:
            self.spellings.set_text("\n".join(customer.spellings))

    def _clear_problems(self) -> None:
        for name, field in self.fields.items():
            if name not in self.desk.refused_fields:
                field.clear_message()
