"""What was sent to a customer, and said: the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.own_scripts import ContactNote
from arcareer_ui.dates import date_and_time
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.tab_order import follow_layout

MOST_SHOWN = 5


class HistoryCard(Card):
    """`drop_asked` carries the `ContactNote` to be taken out."""

    drop_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(18, 14, 12, 14), spacing=8)
        self._title = Label("", "title", wrap=True)
        none = self.tr("Nothing noted yet. Note what you send, and you know what they were told.")
        self._none = Label(none, "small", wrap=True)
        self._more = Label("", "caption", wrap=True)
        self._place = column(spacing=8)
        self._rows: list[QWidget] = []
        self.drop_buttons: list[IconButton] = []
        self.add(self._title)
        self.add(self._none)
        self.body.addLayout(self._place)
        self.add(self._more)
        self.hide()

    def show_notes(self, customer: str, notes: Sequence[ContactNote]) -> None:
        """Show what was noted about a customer; without a name the card is put away."""
        for old in self._rows:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.drop_buttons = []
        self._rows = [self._row(note) for note in notes[:MOST_SHOWN]]
        for new in self._rows:
            self._place.addWidget(new)
        self._title.setText(self.tr("History of {customer}").format(customer=customer))
        self._none.setVisible(not notes)
        more = len(notes) - MOST_SHOWN
        self._more.setText(self.tr("and %n before", "", max(more, 0)))
        self._more.setVisible(more > 0)
        self.setVisible(bool(customer))
        follow_layout(self)

    def _row(self, note: ContactNote) -> QWidget:
        part = QWidget()
        line = row(part, spacing=8)
        words = column(spacing=0)
        words.addWidget(Label(note.subject, "strong", wrap=True))
        words.addWidget(Label(date_and_time(note.at), "caption", "text2"))
        if note.note:
            words.addWidget(Label(note.note, "small", wrap=True))
        line.addLayout(words, 1)
        name = self.tr("Take out of the history: {subject}").format(subject=note.subject)
        drop = IconButton("x", name, size="compact")
        drop.clicked.connect(partial(self.drop_asked.emit, note))
        self.drop_buttons.append(drop)
        line.addWidget(drop)
        return part
