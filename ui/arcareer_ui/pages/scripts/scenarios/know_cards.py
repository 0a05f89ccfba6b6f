"""What is known about a scenario: early signs, who hears of it, lines to say, what to aim for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.scripts.points import Points
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import RowButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer.content.playbook_models import Playbook


class SignsCard(Card):
    """The early signs."""

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 18))
        self._signs = Points(self.tr("Early signs"), "eye")
        self.add(self._signs)

    def show_playbook(self, playbook: Playbook) -> None:
        """Show the signs of a scenario."""
        self._signs.show_plain(playbook.signals)


class TellCard(Card):
    """Who hears of it, and what."""

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 18), spacing=10)
        self.add_heading(self.tr("Who to tell"))
        self._place = column(spacing=10)
        self.body.addLayout(self._place)
        self._rows: list[QWidget] = []

    def show_playbook(self, playbook: Playbook) -> None:
        """Show who hears of a scenario."""
        for old in self._rows:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [_told(one.who, one.what) for one in playbook.tell]
        for new in self._rows:
            self._place.addWidget(new)


class LinesCard(Card):
    """Lines to say, and lines to leave out."""

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 18), spacing=16)
        self._say = Points(self.tr("Say"), "check")
        self._avoid = Points(self.tr("Leave out"), "x", "warn")
        self.add(self._say)
        self.add(self._avoid)

    def show_playbook(self, playbook: Playbook) -> None:
        """Show the lines of a scenario."""
        self._say.show_plain([f"“{line}”" for line in playbook.say])
        self._avoid.show_plain([f"“{line}”" for line in playbook.avoid])


class AimCard(Card):
    """What to aim for, what to write down for it, and what handling it well shows."""

    def __init__(self) -> None:
        super().__init__("accent", margins=(22, 16, 22, 18), spacing=12)
        self._outcome = Label("", "body", wrap=True)
        self._evidence = Points(self.tr("Numbers to keep"), "hash", "on_accent_soft")
        self._proves = Label("", "body", wrap=True)
        for title, part in ((self.tr("Aim for"), self._outcome), (self.tr("What it proves about you"), self._proves)):
            words = column(spacing=4)
            words.addWidget(Label(title, "strong"))
            words.addWidget(part)
            self.body.addLayout(words)
            if part is self._outcome:
                self.add(self._evidence)
                self.add(Rule())

    def show_playbook(self, playbook: Playbook) -> None:
        """Show the aim of a scenario."""
        self._outcome.setText(playbook.outcome)
        self._evidence.show_plain(playbook.evidence)
        self._proves.setText(playbook.proves)


class WordPlace(NamedTuple):
    """A script or call that belongs to a scenario."""

    route: str
    title: str
    icon: str


class LinksCard(Card):
    """`opened` carries the route of a script or call."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(18, 14, 12, 14), spacing=4)
        self.add_heading(self.tr("Words for it"))
        self._place = column(spacing=2)
        self.body.addLayout(self._place)
        self.buttons: list[RowButton] = []

    def show_links(self, links: Sequence[WordPlace]) -> None:
        """Show these scripts and calls."""
        for old in self.buttons:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [_link_row(link) for link in links]
        for button, link in zip(self.buttons, links, strict=True):
            button.clicked.connect(partial(self.opened.emit, link.route))
            self._place.addWidget(button)
        self.setVisible(bool(links))
        follow_layout(self)


def _link_row(link: WordPlace) -> RowButton:
    button = RowButton(link.title)
    line = row(button, margins=(4, 5, 4, 5), spacing=8)
    line.addWidget(Icon(link.icon, "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(link.title, "small", "accent", wrap=True), 1)
    return button


def _told(who: str, what: str) -> QWidget:
    part = QWidget()
    words = column(part, spacing=2)
    words.addWidget(Label(who, "label"))
    words.addWidget(Label(what, "small", wrap=True))
    return part
