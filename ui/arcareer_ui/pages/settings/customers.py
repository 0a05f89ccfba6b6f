"""Customers: what they are called, how else they are written, and what stands for them outside."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from arcareer.domain.customers import Customer
from arcareer.errors import EnvironmentFault, UserError
from arcareer.services.customers import CustomerService
from arcareer_ui.acts import Acts
from arcareer_ui.pages.settings.customer_editor import CustomerEditor
from arcareer_ui.pages.settings.tab_body import BOTTOM, TOP, WIDEST
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.undo import UndoController
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card_list import RING, CardList, CardRow
from arcareer_ui.widgets.chip import ChipText
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.page_body import side_margin
from arcareer_ui.widgets.scroll import LeastHeight, Scroll

STACK_BELOW = 760
LEAST_HEIGHT = 150


class CustomersTab(QWidget):
    """A list of customers and the editor of the one chosen. `removed` carries the name of a customer removed."""

    removed = Signal(str)

    def __init__(self, customers: CustomerService, undo: UndoController, acts: Acts) -> None:
        super().__init__()
        self._customers, self._undo, self._acts = customers, undo, acts
        self.new_name = LineEdit(placeholder=self.tr("Name of a new customer"))
        self.add_button = Button(self.tr("Add"), icon="plus")
        self.add_button.setEnabled(False)
        self.new_field = Field(self.tr("Add a customer"), self.new_name, beside=self.add_button)
        self.list = CardList[Customer](self.tr("Customers"), self._present, lambda customer: customer.id)
        self.empty = EmptyState(
            "eye-off",
            self.tr("No customers yet"),
            self.tr("Names you add here are found in your wins, and replaced on documents that go out."),
        )
        self.editor = CustomerEditor(customers, undo)
        self._connect()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show the customers as they are now."""
        customers = self._customers.all()
        before = self.list.currentIndex().row()
        self.list.set_items(customers)
        self.list.setVisible(bool(customers))
        self.empty.setVisible(not customers)
        self._right.setVisible(bool(customers))
        if customers and self.list.current is None:
            self.list.choose(customers[max(0, min(before, len(customers) - 1))].id)
        self.editor.show_customer(self.list.current if customers else None)

    def open_customer(self, identity: UUID) -> None:
        """Choose a customer and let it be edited."""
        if self.list.choose(identity):
            self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.reveal(self.editor.name)

    def flush(self) -> None:
        """Save what is typed."""
        self.editor.desk.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the margin for the new width."""
        gutters = 2 * GUTTER  # the editor's, and that of the whole
        room = event.size().width() - gutters - current_theme().px(WIDEST)
        self._layout.setContentsMargins(0, 0, max(side_margin(self) - gutters, room), 0)
        self.list.setMinimumHeight(current_theme().px(LEAST_HEIGHT))
        super().resizeEvent(event)

    def _connect(self) -> None:
        self.new_name.textChanged.connect(lambda text: self.add_button.setEnabled(bool(text.strip())))
        self.new_name.textEdited.connect(lambda _: self.new_field.clear_message())
        self.new_name.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.list.current_changed.connect(self._choose)
        self.list.opened.connect(lambda customer: self.open_customer(customer.id))
        self.list.removal_asked.connect(self._remove)
        self.editor.remove_asked.connect(self._remove)

    def _lay_out(self) -> None:
        left = QWidget()
        lines = column(left, margins=(0, TOP, 0, 0), spacing=12)
        above = column(margins=(RING, 0, GUTTER + RING, 0))
        above.addWidget(self.new_field)
        lines.addLayout(above)
        lines.addWidget(self.empty)
        lines.addWidget(self.list, 1)
        right = QWidget()
        inner = column(right, margins=(0, TOP, 0, BOTTOM))
        inner.addWidget(self.editor)
        inner.addStretch(1)
        columns = Columns(breakpoint_=STACK_BELOW, spacing=16 - RING)
        columns.add(left, 45)
        self._right = Scroll(right)
        columns.add(self._right, 55)
        columns.stacked_changed.connect(self._right.set_unfolded)
        body = LeastHeight()
        self._layout = column(body)
        self._layout.addWidget(columns)
        self._scroll = Scroll(body)
        column(self).addWidget(self._scroll)

    def _present(self, customer: Customer) -> CardRow:
        spoken = self.tr("{name}, shown as {alias}").format(name=customer.name, alias=customer.alias)
        return CardRow(customer.name, "", (ChipText(customer.alias, "plain", "eye-off"),), spoken)

    def _choose(self, customer: Customer | None) -> None:
        if customer is not None:
            self.editor.show_customer(customer)

    def _add(self) -> None:
        name = self.new_name.text().strip()
        if not name:
            return
        try:
            edit = self._customers.add(name)
        except (UserError, EnvironmentFault) as problem:
            self.new_field.show_problem(str(problem))
            return
        self._undo.record(edit, self.tr("Add customer"))
        self.new_name.clear()
        self.list.choose(edit.entity_id)

    def _remove(self) -> None:
        self.editor.desk.flush()
        customer = self.editor.desk.stored
        if customer is None:
            return
        if self._acts.do(partial(self._customers.remove, customer), self.tr("Remove customer")):
            self.removed.emit(customer.name)
