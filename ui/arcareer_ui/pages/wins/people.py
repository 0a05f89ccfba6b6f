"""The customers of a win, and what stands for each of them on documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QWidget

from arcareer.domain.customers import Customer
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.line_edit import LineEdit


class CustomersEditor(QWidget):
    """`named` carries a name to link, `unlinked` a customer, `renamed` a customer with another alias."""

    named = Signal(str)
    unlinked = Signal(object)
    renamed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.line = LineEdit(placeholder=self.tr("Name of a customer"))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        self.field = Field(self.tr("Customers"), self.line)
        self.add_button = Button(self.tr("Add customer"), icon="plus")
        self.add_button.setEnabled(False)
        layout = column(self, spacing=8)
        adding = row(spacing=10)
        adding.addWidget(self.field, 1)
        adding.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(adding)
        self._place = column()
        layout.addLayout(self._place)
        self._grid: QWidget | None = None
        self._shown: tuple[Customer, ...] = ()
        self.aliases: dict[str, LineEdit] = {}
        self.line.textChanged.connect(lambda text: self.add_button.setEnabled(bool(text.strip())))
        self.line.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)

    def show_customers(self, linked: Sequence[Customer], everyone: Sequence[Customer]) -> None:
        """Show the customers of the win; `everyone` can be picked by name."""
        self._names.setStringList([customer.name for customer in everyone if customer not in linked])
        if tuple(linked) == self._shown:
            return
        self._shown = tuple(linked)
        if self._grid is not None:
            self._place.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = self._make_grid(linked) if linked else None
        if self._grid is not None:
            self._place.addWidget(self._grid)

    def _make_grid(self, linked: Sequence[Customer]) -> QWidget:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Label(self.tr("Name"), "caption"), 0, 0)
        grid.addWidget(Label(self.tr("Shown on exports as"), "caption"), 0, 1)
        self.aliases = {}
        for at, customer in enumerate(linked, start=1):
            alias = LineEdit(self.tr("Shown on exports as, for {name}").format(name=customer.name))
            alias.set_text(customer.alias)
            alias.left.connect(partial(self._rename, customer, alias))
            alias.returnPressed.connect(partial(self._rename, customer, alias))
            unlink = IconButton("x", self.tr("Take {name} from this win").format(name=customer.name))
            unlink.clicked.connect(partial(self.unlinked.emit, customer))
            grid.addWidget(ElideLabel(customer.name), at, 0)
            grid.addWidget(alias, at, 1)
            grid.addWidget(unlink, at, 2)
            self.aliases[customer.name] = alias
        return part

    def _add(self) -> None:
        name = self.line.text().strip()
        if name:
            self.line.clear()
            self.named.emit(name)

    def _rename(self, customer: Customer, alias: LineEdit) -> None:
        text = alias.text().strip()
        if text and text != customer.alias:
            self.renamed.emit(customer, replace(customer, alias=text))
        else:
            alias.set_text(customer.alias)
