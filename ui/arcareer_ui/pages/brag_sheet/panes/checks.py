"""What to look at before the document goes out: cards that warn, ask and offer; none of them blocks but the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout


class CheckLine(NamedTuple):
    """A line of a check, and the route it leads to; without one it only tells."""

    text: str
    route: str = ""
    more: str = ""


class Check(NamedTuple):
    """A thing to look at: its title, what it means, and its lines."""

    icon: str
    title: str
    text: str
    lines: tuple[CheckLine, ...] = ()
    tone: str = "warn"


class NameDoubt(NamedTuple):
    """A word that may be a customer's name: the sentence as typed and as it would be printed."""

    key: object
    word: str
    typed: str
    hidden: str


class ChecksPane(QFrame):
    """Cards of checks. `decided` carries a doubt and whether it is the customer.

    `led` carries where a line leads: a route, or the name of another pane.
    """

    led = Signal(str)
    decided = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("desk")
        self._body = QWidget()
        self._place = column(self._body, margins=(0, 0, 0, 12), spacing=12)
        text = self.tr("No word that may be a name, no amount told twice, evidence from the whole time.")
        self._empty = EmptyState("circle-check", self.tr("Nothing to look at"), text)
        layout = column(self, margins=(16, 12, 16 - GUTTER, 12))
        layout.addWidget(self._empty, 1)
        self._scroll = Scroll(self._body, clear=True)
        layout.addWidget(self._scroll, 1)
        self.cards: list[Card] = []

    def show_checks(self, checks: Sequence[Check], doubts: Sequence[NameDoubt]) -> None:
        """Show what there is to look at now; the keyboard stays here where a decision took its button away."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        while (item := self._place.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.cards = [self._doubts_card(doubts)] if doubts else []
        self.cards += [self._card(check) for check in checks]
        for card in self.cards:
            self._place.addWidget(card)
        self._place.addStretch(1)
        self._empty.setVisible(not self.cards)
        self._scroll.setVisible(bool(self.cards))
        follow_layout(self)
        first = next((button for card in self.cards for button in card.findChildren(Button)), None)
        if had_focus and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, check: Check) -> Card:
        card = Card(spacing=8)
        self._head(card, check.icon, check.tone, check.title)
        card.add(Label(check.text, "small", wrap=True))
        for line in check.lines:
            if line.route:
                button = Button(line.text, "link", trailing=True, icon="chevron-right")
                button.clicked.connect(lambda _=False, route=line.route: self.led.emit(route))
                beside = row()
                beside.addWidget(button)
                beside.addStretch(1)
                card.add(beside)
            else:
                card.add(Label(line.text, "body", wrap=True))
            if line.more:
                card.add(Label(line.more, "caption", wrap=True))
        return card

    def _doubts_card(self, doubts: Sequence[NameDoubt]) -> Card:
        card = Card(spacing=12)
        self._head(card, "users", "warn", self.tr("A name, or just a word?"))
        words = self.tr("Until you say, the alias is printed. You are asked once for each sentence.")
        card.add(Label(words, "small", wrap=True))
        for doubt in doubts:
            card.add(self._doubt(doubt))
        return card

    def _doubt(self, doubt: NameDoubt) -> QWidget:
        box = Card("inset", spacing=8)
        sides = row(spacing=16)
        for title, text, act, is_name in (
            (self.tr("As the customer"), doubt.hidden, self.tr("It is the customer"), True),
            (self.tr("As a word"), doubt.typed, self.tr("Just a word"), False),
        ):
            side = column(spacing=6)
            side.addWidget(Label(title, "label"))
            sentence = Label(text, "body", wrap=True)
            sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
            side.addWidget(sentence, 1)
            name = self.tr("{act}: “{word}”").format(act=act, word=doubt.word)
            button = Button(act, "secondary", size="compact", name=name)
            button.clicked.connect(lambda _=False, is_name=is_name: self.decided.emit(doubt.key, is_name))
            side.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            sides.addLayout(side, 1)
        box.add(sides)
        return box

    def _head(self, card: Card, icon: str, tone: str, title: str) -> None:
        head = row(spacing=10)
        head.addWidget(Icon(icon, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(title, "h2", wrap=True), 1)
        card.add(head)
