"""Who is to read the document, which customers it hides for that, and what stands for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.customers import Customer
from arcareer.domain.documents import DisclosureLevel
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.message_line import MessageLine
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.widgets.tab_order import follow_layout

NAMES_SHOWN = 2


class NamesCard(Card):
    """`chosen` carries a level of disclosure, `touched` the customer whose alias is typed in.

    `left` comes when the line of an alias is left, `review` when the user wants to look at words that may be names.
    """

    chosen = Signal(object)
    touched = Signal(object)
    left = Signal()
    review = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.add_heading(self.tr("Who will read it"))
        names = {
            DisclosureLevel.INTERNAL: self.tr("Internal"),
            DisclosureLevel.HR_FILE: self.tr("HR file"),
            DisclosureLevel.OUTSIDE: self.tr("Outside"),
        }
        self.level = Segment(self.tr("Who will read it"), [(level.value, name) for level, name in names.items()])
        self.add(self.level)
        line = row(spacing=8)
        self._icon = Icon("shield-check", "accent", 16)
        self.summary = Label("", "small", wrap=True)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.summary, 1)
        self.add(line)
        self._lines = QWidget()
        self._place = column(self._lines, spacing=8)
        self.add(self._lines)
        self.more = Button("", "link", icon="chevron-down", trailing=True)
        self.more.clicked.connect(self._show_more_or_fewer)
        foot = row()
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.add(foot)
        self._doubts = row(spacing=8)
        self._doubts_icon = Icon("triangle-alert", "warn", 16)
        self.doubts = Label("", "small", wrap=True)
        self.review_button = Button(self.tr("Look at them"), "link")
        self.review_button.clicked.connect(self.review)
        self._doubts.addWidget(self._doubts_icon, 0, Qt.AlignmentFlag.AlignTop)
        self._doubts.addWidget(self.doubts, 1)
        self._doubts.addWidget(self.review_button)
        self.add(self._doubts)
        self._rows: dict[UUID, NameRow] = {}
        self._all = False
        self.level.chosen.connect(lambda level: self.chosen.emit(DisclosureLevel(level)))
        self.show_doubts(0)
        self._show_right_number()

    @property
    def rows(self) -> Mapping[UUID, NameRow]:
        """Return the line of each customer, in the order shown."""
        return self._rows

    def show_names(
        self, customers: Sequence[Customer], places: int, level: DisclosureLevel, *, refused: UUID | None = None
    ) -> None:
        """Show the customers named in the document, and in how many places; an alias that was refused stays typed."""
        hidden = level is not DisclosureLevel.INTERNAL
        self.level.set_current(level.value)
        self._icon.set("shield-check" if hidden else "eye", "accent" if hidden else "warn")
        self.summary.setText(" ".join(self._words(len(customers), places, level)))
        self._show_rows(customers if hidden else (), refused)

    def show_doubts(self, count: int) -> None:
        """Say how many words may be names or ordinary words, or nothing."""
        self.doubts.setText(self.tr("%n doubtful name(s): the customer, or just a word?", "", count) if count else "")
        for part in (self._doubts_icon, self.doubts, self.review_button):
            part.setVisible(count > 0)

    def _words(self, names: int, places: int, level: DisclosureLevel) -> Iterator[str]:
        if level is DisclosureLevel.INTERNAL:
            yield self.tr("As you typed it, and marked Internal. Who reads this knows your customers.")
            return
        if names:
            replaced = self.tr("%n name(s) replaced", "", names)
            words = self.tr("{names} in {places}.")
            yield words.format(names=replaced, places=self.tr("%n place(s)", "", places))
        else:
            yield self.tr("No customer of your list is named in this period.")
        if level is DisclosureLevel.HR_FILE:
            yield self.tr("Amounts stay.")
        else:
            yield self.tr("Amounts become ranges or rates. Invoice numbers and evidence are left out.")

    def _show_rows(self, customers: Sequence[Customer], refused: UUID | None) -> None:
        if [customer.id for customer in customers] != list(self._rows):
            self._remake_rows(customers)
        for customer in customers:
            self._rows[customer.id].show_customer(customer, keep=customer.id == refused)
        self._show_right_number()

    def _remake_rows(self, customers: Sequence[Customer]) -> None:
        wanted = {customer.id for customer in customers}
        for identity, gone in self._rows.items():
            self._place.removeWidget(gone)
            if identity not in wanted:
                gone.hide()
                gone.deleteLater()
        kept = self._rows
        self._rows = {customer.id: kept.get(customer.id) or self._make_row(customer) for customer in customers}
        for line in self._rows.values():
            self._place.addWidget(line)
        follow_layout(self)

    def _make_row(self, customer: Customer) -> NameRow:
        line = NameRow(customer)
        line.alias.textEdited.connect(lambda: self.touched.emit(line.customer))
        line.alias.left.connect(self.left)
        line.alias.returnPressed.connect(self.left)
        return line

    def _show_more_or_fewer(self) -> None:
        self._all = not self._all
        self._show_right_number()

    def _show_right_number(self) -> None:
        for at, line in enumerate(self._rows.values()):
            line.setVisible(self._all or at < NAMES_SHOWN)
        self._lines.setVisible(bool(self._rows))
        self.more.setVisible(len(self._rows) > NAMES_SHOWN)
        self.more.set_label(self.tr("Show fewer") if self._all else self.tr("All %n name(s)", "", len(self._rows)))
        self.more.set_icon("chevron-up" if self._all else "chevron-down")


class NameRow(QWidget):
    """A name and its alias."""

    def __init__(self, customer: Customer) -> None:
        super().__init__()
        self.customer = customer
        lines = column(self, spacing=6)
        line = row(spacing=10)
        self._name = ElideLabel(customer.name, "small", "text")
        self.alias = LineEdit(size="compact")
        line.addWidget(self._name, 1)
        line.addWidget(Icon("arrow-right", "text3", 15))
        line.addWidget(self.alias, 1)
        lines.addLayout(line)
        self.message = MessageLine(self.alias)
        lines.addWidget(self.message)
        self.alias.textEdited.connect(self.message.clear)

    def show_customer(self, customer: Customer, *, keep: bool = False) -> None:
        """Show a customer; with `keep` the alias stays as it is typed."""
        self.customer = customer
        self._name.setText(customer.name)
        self.alias.setAccessibleName(self.tr("Shown on exports as, for {name}").format(name=customer.name))
        if not keep:
            self.alias.set_text(customer.alias)
            self.message.clear()
