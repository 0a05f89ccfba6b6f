"""Answers in the trash, and the way back for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
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


class TrashCard(Card):
    """`restore_asked` carries the identity of an answer, `empty_asked` wants all of them gone for good."""

    left = Signal()
    restore_asked = Signal(object)
    empty_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 16), spacing=10)
        self.back_button = Button(self.tr("Back to my answers"), "link", icon="arrow-left")
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

    def show_answers(self, answers: Sequence[tuple[UUID, str, str]]) -> None:
        """Show identity, name and first words of each answer, the latest first."""
        fresh = QWidget()
        lines = column(fresh, spacing=8)
        self.buttons = []
        for at, (identity, name, words) in enumerate(answers[:MOST_ROWS]):
            if at:
                lines.addWidget(Rule())
            lines.addWidget(self._make_row(identity, name, words))
        if len(answers) > MOST_ROWS:
            lines.addWidget(Label(self.tr("%n more", "", len(answers) - MOST_ROWS), "caption"))
        self.body.replaceWidget(self._rows, fresh)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = fresh
        self._none.setVisible(not answers)
        self._hint.setVisible(bool(answers))
        self.empty_button.setVisible(bool(answers))

    def _make_row(self, identity: UUID, name: str, words: str) -> QWidget:
        part = QWidget()
        line = row(part, spacing=12)
        texts = column(spacing=2)
        texts.addWidget(ElideLabel(name, "strong"))
        texts.addWidget(ElideLabel(words, "small"))
        line.addLayout(texts, 1)
        back = Button(self.tr("Restore"), size="compact", icon="undo-2")
        back.setAccessibleName(self.tr("Restore {name}").format(name=name))
        back.clicked.connect(partial(self.restore_asked.emit, identity))
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        self.buttons.append(back)
        return part
