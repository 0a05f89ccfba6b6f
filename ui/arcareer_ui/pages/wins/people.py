"""The customers of a win, and what stands for each of them on documents."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCompleter, QWidget

from arcareer.domain.customers import Customer
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.message_line import MessageLine
from arcareer_ui.widgets.tab_order import follow_layout


class CustomersEditor(QWidget):
    """`named` carries a name to link, `unlinked` and `touched` the identity of a customer: no longer part of the win,
    and one whose alias is being typed. `left` comes when an alias was left.
    """

    named = Signal(str)
    unlinked = Signal(object)
    touched = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = LineEdit(placeholder=self.tr("Name of a customer"))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        self.add_button = Button(self.tr("Add customer"), icon="plus")
        self.add_button.setEnabled(False)
        self.field = Field(self.tr("Customers"), self.line, beside=self.add_button)
        layout = column(self, spacing=8)
        layout.addWidget(self.field)
        self._heads = QWidget()
        heads = row(self._heads, spacing=10)
        heads.addWidget(Label(self.tr("Name"), "caption"), 1)
        heads.addWidget(Label(self.tr("Shown on exports as"), "caption"), 1)
        self._end = QWidget()
        heads.addWidget(self._end)
        layout.addWidget(self._heads)
        self._place = column(spacing=6)
        layout.addLayout(self._place)
        self.rows: dict[UUID, CustomerRow] = {}
        self.line.textChanged.connect(self._heed)
        self.line.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        # Qt writes the name into the line after telling it, hence the queue
        completer.activated.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def show_customers(
        self, linked: Sequence[Customer], everyone: Sequence[Customer], *, but: Collection[UUID] = ()
    ) -> None:
        """Show the customers of the win; `everyone` can be picked by name.

        The aliases of the customers in `but` hold something that cannot be kept and are left alone.
        """
        wanted = {customer.id: customer for customer in linked}
        names = [customer.name for customer in everyone if customer.id not in wanted]
        if names != self._names.stringList():
            self._names.setStringList(names)
        if list(wanted) != list(self.rows):
            self._rebuild(wanted)
        for identity, customer in wanted.items():
            self.rows[identity].show_customer(customer, leave_alias=identity in but)
        self._heads.setVisible(bool(wanted))
        self._align_heads()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the headings above their columns at any text size."""
        super().resizeEvent(event)
        self._align_heads()

    def _align_heads(self) -> None:
        for part in self.rows.values():
            self._end.setFixedWidth(part.unlink_button.sizeHint().width())
            return

    def _rebuild(self, wanted: Mapping[UUID, Customer]) -> None:
        rows = {identity: self.rows.get(identity) or self._new_row(customer) for identity, customer in wanted.items()}
        for gone in (part for identity, part in self.rows.items() if identity not in wanted):
            if gone.isAncestorOf(self.focusWidget() or self):
                self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._place.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for part in rows.values():
            self._place.removeWidget(part)
            self._place.addWidget(part)
        self.rows = rows
        follow_layout(self)

    def _new_row(self, customer: Customer) -> CustomerRow:
        made = CustomerRow()
        made.alias.textEdited.connect(lambda: self.touched.emit(customer.id))
        made.alias.left.connect(self.left)
        made.unlink_button.clicked.connect(lambda: self.unlinked.emit(customer.id))
        return made

    def _heed(self, text: str) -> None:
        self.add_button.setEnabled(bool(text.strip()))
        self.field.clear_message()

    def _add(self) -> None:
        if not self._is_picking:
            self._take(self.line.text())

    @property
    def _is_picking(self) -> bool:
        """Return whether Enter picks one of the names offered, which is told by itself."""
        completer = self.line.completer()
        offered = completer.popup() if completer is not None else None
        return offered is not None and offered.isVisible() and offered.currentIndex().isValid()

    def _take(self, name: str) -> None:
        if name.strip():
            self.line.clear()
            self.named.emit(name.strip())


class CustomerRow(QWidget):
    """One customer: the name, the alias to edit, and the way out of the win."""

    def __init__(self) -> None:
        super().__init__()
        self._last_alias = ""
        self._name = ElideLabel("")
        self.alias = LineEdit()
        self.unlink_button = IconButton("x", self.tr("Take from this win"))
        self._message = MessageLine(self.alias)
        line = row(spacing=10)
        line.addWidget(self._name, 1)
        line.addWidget(self.alias, 1)
        line.addWidget(self.unlink_button)
        layout = column(self, spacing=4)
        layout.addLayout(line)
        layout.addWidget(self._message)
        self.alias.left.connect(self._bring_alias_back)

    @property
    def typed(self) -> str:
        """Return the alias as typed; one that is empty for the moment keeps its last words."""
        return self.alias.text().strip() or self._last_alias

    @property
    def problem(self) -> str:
        """Return why the alias cannot be kept, or nothing."""
        return self._message.text

    def show_customer(self, customer: Customer, *, leave_alias: bool) -> None:
        """Show a customer, the alias too unless it is to be left alone."""
        self._last_alias = customer.alias
        self._name.setText(customer.name)
        self.alias.setAccessibleName(self.tr("Shown on exports as, for {name}").format(name=customer.name))
        self.unlink_button.set_name(self.tr("Take {name} from this win").format(name=customer.name))
        if leave_alias:
            return
        self._message.clear()
        if self.alias.text().strip() != customer.alias:
            self.alias.set_text(customer.alias)
            self.alias.setCursorPosition(0)

    def show_problem(self, text: str) -> None:
        """Say why the alias cannot be kept."""
        self._message.show_problem(text)

    def _bring_alias_back(self) -> None:
        if not self.alias.text().strip():
            self.alias.set_text(self._last_alias)
