"""The lists of a ledger that were imported, newest first; one that should not be there can be removed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.amounts import short_money_words
from arcareer_ui.dates import short_date
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import ElideLabel, Label

if TYPE_CHECKING:
    from arcareer.domain.ledger_snapshots import SnapshotHead


class ListsCard(Card):
    """`removal_asked` carries the list that is to go."""

    removal_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("inset", spacing=8)
        self.add(Label(self.tr("Lists of this ledger"), "label"))
        self._place = column()
        self._lines: QWidget | None = None
        self.add(self._place)

    def show_lists(self, heads: Sequence[SnapshotHead]) -> None:
        """Show lists, newest first; without any the card is hidden."""
        self.setVisible(bool(heads))
        if self._lines is not None:
            self._place.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = QWidget()
        lines = column(self._lines, spacing=4)
        for head in heads:
            lines.addWidget(self._make_row(head))
        self._place.addWidget(self._lines)

    def _make_row(self, head: SnapshotHead) -> QWidget:
        part = QWidget()
        line = row(part, spacing=8)
        words = column(spacing=0)
        day = short_date(head.as_of)
        totals = ", ".join(short_money_words(one.open_amount, one.currency) for one in head.totals)
        words.addWidget(Label(day, "small", "text", tabular=True))
        words.addWidget(
            ElideLabel(self.tr("{file}: {amount} open").format(file=head.file_name, amount=totals), "caption")
        )
        line.addLayout(words, 1)
        remove = IconButton("trash-2", self.tr("Remove the list of {day}").format(day=day), size="compact")
        remove.clicked.connect(partial(self._ask, head))
        line.addWidget(remove)
        return part

    def _ask(self, head: SnapshotHead) -> None:
        self.removal_asked.emit(head)
