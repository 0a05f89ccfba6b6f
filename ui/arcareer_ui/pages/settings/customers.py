"""Customers: what they are called, how else they are written, and what stands for them outside."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.customers import Customer
from arcareer.errors import EnvironmentFault, FieldProblem, UserError
from arcareer.services.customers import CustomerService
from arcareer_ui.acts import Acts
from arcareer_ui.autosave import Autosave
from arcareer_ui.undo import Typing, UndoController
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.card_list import CardList, CardRow
from arcareer_ui.widgets.chip import ChipText
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.scroll import Scroll


class CustomersTab(QWidget):
    """A list of customers and the editor of the one chosen. `removed` carries the name of a customer removed."""

    removed = Signal(str)

    def __init__(self, customers: CustomerService, undo: UndoController, acts: Acts) -> None:
        super().__init__()
        self._customers, self._undo, self._acts = customers, undo, acts
        self.new_name = LineEdit(self.tr("Name of a new customer"), self.tr("Add a customer"))
        self.add_button = Button(self.tr("Add"), icon="plus")
        self.add_button.setEnabled(False)
        self._new_line = Field(self.tr("New customer"), self.new_name)
        self.list = CardList[Customer](self.tr("Customers"), self._present, lambda customer: customer.id)
        self.empty = EmptyState(
            "eye-off",
            self.tr("No customers yet"),
            self.tr("Names you add here are found in your wins, and replaced on documents that go out."),
        )
        self.editor = CustomerEditor(customers, undo)
        self.editor.remove_asked.connect(self._remove)
        self.new_name.textChanged.connect(lambda text: self.add_button.setEnabled(bool(text.strip())))
        self.new_name.returnPressed.connect(self._add)
        self.new_name.textEdited.connect(self._new_line.clear_message)
        self.add_button.clicked.connect(self._add)
        self.list.current_changed.connect(self.editor.show_customer)
        self.list.removal_asked.connect(self._remove)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show the customers as they are now."""
        customers = self._customers.all()
        chosen = self.list.current
        self.list.set_items(customers)
        self.list.setVisible(bool(customers))
        self.empty.setVisible(not customers)
        if customers and (chosen is None or not self.list.choose(chosen.id)):
            self.list.choose(customers[0].id)
        self.editor.show_customer(self.list.current if customers else None)

    def open_customer(self, identity: UUID) -> None:
        """Choose a customer."""
        self.list.choose(identity)

    def flush(self) -> None:
        """Save what is typed."""
        self.editor.flush()

    def _lay_out(self) -> None:
        left = QWidget()
        lines = column(left, margins=(0, 16, 0, 0), spacing=12)
        adding = row(spacing=10)
        adding.addWidget(self._new_line, 1)
        adding.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        lines.addLayout(adding)
        lines.addWidget(self.empty)
        lines.addWidget(self.list, 1)
        right = QWidget()
        inner = column(right, margins=(0, 16, 20, 24))
        inner.addWidget(self.editor)
        inner.addStretch(1)
        columns = Columns(breakpoint_=800)
        columns.add(left, 45)
        columns.add(Scroll(right), 55)
        column(self).addWidget(columns)

    def _present(self, customer: Customer) -> CardRow:
        spoken = self.tr("{name}, shown as {alias}").format(name=customer.name, alias=customer.alias)
        return CardRow(customer.name, "", (ChipText(customer.alias, "plain", "eye-off"),), spoken)

    def _add(self) -> None:
        name = self.new_name.text().strip()
        if not name:
            return
        try:
            edit = self._customers.add(name)
        except FieldProblem as problem:
            self._new_line.show_problem(str(problem))
            return
        except (UserError, EnvironmentFault) as problem:
            self._new_line.show_problem(str(problem))
            return
        self._undo.record(edit, self.tr("Add customer"))
        self.new_name.clear()
        self.list.choose(edit.entity_id)

    def _remove(self) -> None:
        customer = self.list.current
        if customer is not None:
            self.editor.forget()
            if self._acts.do(partial(self._customers.remove, customer), self.tr("Remove customer")):
                self.removed.emit(customer.name)


class CustomerEditor(Card):
    """Name, alias and other spellings of one customer, saved as they are typed. `remove_asked` wants it removed."""

    remove_asked = Signal()

    def __init__(self, customers: CustomerService, undo: UndoController) -> None:
        super().__init__()
        self._customers, self._undo = customers, undo
        self._customer: Customer | None = None
        self._visit = 0
        self._autosave = Autosave(self._save, self)
        self.name, self.alias, self.spellings = LineEdit(), LineEdit(), GrowText(lines=3)
        alias_hint = self.tr("For example: a regional dental group, or Customer A")
        spellings_hint = self.tr("One spelling a line: short names, old names, the name on their e-mails")
        self._fields = {
            "name": Field(self.tr("Name"), self.name),
            "alias": Field(self.tr("Shown on exports as"), self.alias, alias_hint),
            "spellings": Field(self.tr("Also written as"), self.spellings, spellings_hint),
        }
        self.remove_button = Button(self.tr("Remove this customer"), "quiet", icon="trash-2")
        self.remove_button.clicked.connect(self.remove_asked)
        self.add_heading(self.tr("Customer"))
        for field in self._fields.values():
            self.add(field)
        self.add(
            Label(self.tr("Their wins stay when a customer is removed; only the link goes."), "caption", wrap=True)
        )
        self.add(self.remove_button)
        for line in (self.name, self.alias):
            line.textEdited.connect(self._autosave.touch)
            line.left.connect(self._autosave.flush)
        self.spellings.edited.connect(self._autosave.touch)
        self.spellings.left.connect(self._autosave.flush)

    def show_customer(self, customer: Customer | None) -> None:
        """Show a customer, or nothing; what is being typed in the same one is left alone."""
        same = customer is not None and self._customer is not None and customer.id == self._customer.id
        if not same:
            self.flush()
            self._visit += 1
        self._customer = customer
        self.setVisible(customer is not None)
        if customer is None or (same and self._autosave.is_pending):
            return
        self.name.set_text(customer.name)
        self.alias.set_text(customer.alias)
        self.spellings.set_text("\n".join(customer.spellings))
        self._clear_messages()

    def flush(self) -> None:
        """Save what is typed."""
        self._autosave.flush()

    def forget(self) -> None:
        """Let go of the customer, who is about to be removed."""
        self.flush()
        self._customer = None

    def _clear_messages(self) -> None:
        for field in self._fields.values():
            field.clear_message()

    def _save(self) -> None:
        before = self._customer
        if before is None:
            return
        after = replace(
            before,
            name=self.name.text().strip(),
            alias=self.alias.text().strip(),
            spellings=tuple(line.strip() for line in self.spellings.text.splitlines() if line.strip()),
        )
        if after == before:
            return
        try:
            edit = self._customers.save(before, after)
        except FieldProblem as problem:
            self._fields[problem.field].show_problem(str(problem))
            return
        except (UserError, EnvironmentFault) as problem:
            self._fields["name"].show_problem(str(problem))
            return
        self._clear_messages()
        self._customer = after
        self._undo.record(edit, self.tr("Edit customer"), Typing(f"customer/{before.id}/{self._visit}"))
