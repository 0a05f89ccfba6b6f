"""What lies in the trash of one kind, and the way back for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.rule import Rule

MOST_ROWS = 60


class Thrown(NamedTuple):
    """Something in the trash: its name and a line about it."""

    id: UUID
    name: str
    words: str = ""


class TrashList(Card):
    """`restore_asked` carries an identity, `empty_asked` wants everything gone for good, `left` closes the trash."""

    left = Signal()
    restore_asked = Signal(object)
    empty_asked = Signal()

    def __init__(self, back: str) -> None:
        """`back` are the words that lead back to where the things came from."""
        super().__init__(margins=(22, 16, 22, 16), spacing=10)
        self.back_button = Button(back, "link", icon="arrow-left")
        self.empty_button = Button(self.tr("Empty trash"), size="compact")
        top = row()
        top.addWidget(self.back_button)
        top.addStretch(1)
        top.addWidget(self.empty_button)
        self.add(top)
        self.add(Label(self.tr("Trash"), "h2"))
        self._hint = Label(self.tr("What lies here for 30 days is removed for good."), "small", wrap=True)
        self.add(self._hint)
        self._none = EmptyState("trash-2", self.tr("Trash is empty"))
        self.add(self._none)
        self._rows = QWidget()
        self.add(self._rows)
        self.body.addStretch(1)
        self.buttons: list[Button] = []
        self.back_button.clicked.connect(self.left)
        self.empty_button.clicked.connect(self.empty_asked)

    def show_things(self, things: Sequence[Thrown]) -> None:
        """Show what lies there, the latest first."""
        fresh = QWidget()
        lines = column(fresh, spacing=8)
        self.buttons = []
        for at, thing in enumerate(things[:MOST_ROWS]):
            if at:
                lines.addWidget(Rule())
            lines.addWidget(self._make_row(thing))
        if len(things) > MOST_ROWS:
            lines.addWidget(Label(self.tr("%n more", "", len(things) - MOST_ROWS), "caption"))
        self.body.replaceWidget(self._rows, fresh)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = fresh
        self._none.setVisible(not things)
        self._hint.setVisible(bool(things))
        self.empty_button.setVisible(bool(things))

    def _make_row(self, thing: Thrown) -> QWidget:
        part = QWidget()
        line = row(part, spacing=12)
        texts = column(spacing=2)
        texts.addWidget(ElideLabel(thing.name, "strong"))
        if thing.words:
            texts.addWidget(ElideLabel(thing.words, "small"))
        line.addLayout(texts, 1)
        back = Button(self.tr("Restore"), size="compact", icon="undo-2")
        back.setAccessibleName(self.tr("Restore {name}").format(name=thing.name))
        back.clicked.connect(partial(self.restore_asked.emit, thing.id))
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        self.buttons.append(back)
        return part
