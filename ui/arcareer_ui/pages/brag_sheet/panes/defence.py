"""The card that defends one number: what stands behind it, and what the user would say if asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.documents.claim_ledger import LineState
from arcareer.domain.documents import Defence
from arcareer_ui.pages.brag_sheet.panes.words import state_chip, traced_words
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.card_list import RING
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from arcareer.documents.claim_ledger import LedgerLine
    from arcareer.documents.defence_card import DefenceCard


class DefenceCardView(QWidget):
    """One line of the ledger at large.

    `touched` carries the field that is typed in, `left_field` comes when it is left; `left` when the list is wanted
    again. `accepted`, `taken_back` carry the line, `to_win` the win it speaks of.
    """

    touched = Signal(str)
    left_field = Signal()
    left = Signal()
    accepted = Signal(object)
    taken_back = Signal(object)
    to_win = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.line: LedgerLine | None = None
        body = QWidget()
        lines = column(body, margins=(RING, 0, RING, 12), spacing=12)
        self.back = Button(self.tr("All numbers"), "link", icon="arrow-left")
        self.win_button = Button(self.tr("Open the win"), "quiet", icon="trophy", size="compact")
        self.accept = Button(self.tr("It is my own word"), "tonal", icon="check", size="compact")
        self.take_back = Button(self.tr("No longer my own word"), "quiet", size="compact")
        top = row(spacing=8)
        top.addWidget(self.back)
        top.addStretch(1)
        for button in (self.win_button, self.accept, self.take_back):
            top.addWidget(button)
        lines.addLayout(top)
        about = Card(spacing=8)
        head = row(spacing=10)
        self.number = Label("", "h2", tabular=True)
        self.state = Chip("")
        head.addWidget(self.number, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        about.add(head)
        self.sentence = Label("", "body", wrap=True)
        self.behind = Label("", "small", wrap=True)
        about.add(self.sentence)
        about.add(self.behind)
        words = self.tr("Nothing stands behind it yet. Link the win it comes from, write it otherwise, or stand by it.")
        self.advice = Label(words, "small", wrap=True)
        about.add(self.advice)
        lines.addWidget(about)
        self.fields = {
            "measured": GrowText(self.tr("How was it measured?"), lines=2),
            "others": GrowText(self.tr("Who else had a part?"), lines=2),
            "anyway": GrowText(self.tr("What would have happened anyway?"), lines=2),
            "say": GrowText(self.tr("What I say if asked"), lines=3),
        }
        self._defend = Card(spacing=12)
        self._defend.add_heading(self.tr("Defend it"))
        hint = self.tr("Kept for you. None of this is printed.")
        self._defend.add(Label(hint, "caption", wrap=True))
        for text in self.fields.values():
            self._defend.add(Field(text.accessibleName(), text))
        lines.addWidget(self._defend)
        lines.addStretch(1)
        column(self).addWidget(Scroll(body, clear=True))
        self._connect()

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.accept.clicked.connect(lambda: self.accepted.emit(self.line))
        self.take_back.clicked.connect(lambda: self.taken_back.emit(self.line))
        self.win_button.clicked.connect(self._open_win)
        for name, text in self.fields.items():
            text.edited.connect(lambda name=name: self.touched.emit(name))
            text.left.connect(self.left_field)

    def show_line(self, line: LedgerLine, card: DefenceCard, defence: Defence) -> None:
        """Show a line, what can be said of it by itself, and what the user would say."""
        self.line = line
        self.number.setText(line.number)
        chip = state_chip(line)
        self.state.set(chip.text, chip.tone, chip.icon)
        self.sentence.setText(line.sentence)
        self.behind.setText(traced_words(line))
        self.advice.setVisible(line.state is LineState.UNTRACED)
        self.win_button.setVisible(line.win is not None)
        decided = self.accept.hasFocus() or self.take_back.hasFocus()
        self.accept.setVisible(line.state is LineState.UNTRACED)
        self.take_back.setVisible(line.state is LineState.ACCEPTED)
        if decided:  # what was pressed is gone, and what takes it back stands in its place
            shown = next((one for one in (self.accept, self.take_back) if not one.isHidden()), self.back)
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        hints = {"measured": card.measured, "others": card.others, "anyway": card.anyway, "say": card.say}
        for name, text in self.fields.items():
            text.setPlaceholderText(hints[name])
            text.set_text(getattr(defence, name))

    def typed(self, _: Defence) -> Mapping[str, str]:
        """Return what stands in the fields."""
        return {name: text.text for name, text in self.fields.items()}

    def _open_win(self) -> None:
        if self.line is not None:
            self.to_win.emit(self.line.win)
