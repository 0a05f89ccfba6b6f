"""The bullet on show: its words, what they are worth watching for, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.message_line import MessageLine

UP, DOWN, COPY, REMOVE = "up", "down", "copy", "remove"


class EditorCard(Card):
    """Holds the text box `text`. `flags_asked` wants the findings, `win_asked` the win, `acted` an act of the menu."""

    flags_asked = Signal()
    win_asked = Signal()
    versions_asked = Signal()
    sheet_asked = Signal()
    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 14), spacing=10)
        self._place = Label("", "caption")
        self._words = Label("", "caption", tabular=True)
        self.menu = MenuButton(
            self.tr("More actions for this bullet"),
            [
                MenuEntry(UP, self.tr("Move up"), "arrow-up"),
                MenuEntry(DOWN, self.tr("Move down"), "arrow-down"),
                MenuEntry(COPY, self.tr("Copy"), "copy"),
                MenuEntry(REMOVE, self.tr("Remove this bullet"), "trash-2"),
            ],
            size="compact",
        )
        self.text = GrowText(
            self.tr("Bullet"), self.tr("What did you do, and what came of it?"), role="lead", bare=True, one_line=True
        )
        self.message = MessageLine(self.text)
        self.clean_chip = Chip(self.tr("No red flags"), "accent", "circle-check")
        self.flags_button = Button("", "link", icon="triangle-alert")
        self.trend = Chip("")
        self.win_button = Button(self.tr("See the win"), "link", icon="trophy")
        self.versions_button = Button(
            self.tr("Earlier versions"), "quiet", icon="history", size="compact", checkable=True
        )
        self.sheet_button = Button(self.tr("Add to brag sheet"), "primary", icon="plus", size="compact")
        self._lay_out()
        self.flags_button.clicked.connect(self.flags_asked)
        self.win_button.clicked.connect(self.win_asked)
        self.versions_button.clicked.connect(self.versions_asked)
        self.sheet_button.clicked.connect(self.sheet_asked)
        self.menu.chosen.connect(self.acted)
        self.show_trend(None, None)
        self.show_flags(None)

    def show_place(self, words: str) -> None:
        """Say which bullet of how many this is."""
        self._place.setText(words)

    def show_stored(self, *, is_stored: bool, in_brag_sheet: bool, has_win: bool, is_main: bool) -> None:
        """Offer what can be done with a bullet that is stored, or that is being written for the first time.

        Adding it to the brag sheet is the main action of the page where `is_main` is given.
        """
        self.menu.setVisible(is_stored)
        self.versions_button.setVisible(is_stored)
        self.win_button.setVisible(has_win)
        button = self.sheet_button
        button.set_kind("primary" if is_main and not in_brag_sheet else "secondary")
        button.set_icon("check" if in_brag_sheet else "plus")
        button.set_label(self.tr("On the brag sheet") if in_brag_sheet else self.tr("Add to brag sheet"))
        button.setToolTip(self.tr("Take it off the brag sheet") if in_brag_sheet else "")

    def count(self, words: int) -> None:
        """Show the number of words."""
        self._words.setText(self.tr("%n word(s)", "", words) if words else "")
        self.sheet_button.setEnabled(words > 0)

    def show_flags(self, flags: int | None) -> None:
        """Say how many findings there are; None while that is not known."""
        self.clean_chip.setVisible(flags == 0)
        self.flags_button.setVisible(bool(flags))
        if flags:
            self.flags_button.set_label(self.tr("%n red flag(s) to look at", "", flags))

    def show_trend(self, before: int | None, now: int | None) -> None:
        """Compare with the score when the bullet was first shown."""
        moved = before is not None and now is not None and before != now
        self.trend.setVisible(moved)
        if before is not None and now is not None and moved:
            up = now > before
            words = self.tr("Up from {score}") if up else self.tr("Down from {score}")
            icon = "trending-up" if up else "trending-down"
            self.trend.set(words.format(score=before), "accent" if up else "plain", icon)

    def _lay_out(self) -> None:
        top = row(spacing=8)
        top.addWidget(self._place)
        top.addWidget(self.win_button)
        top.addStretch(1)
        top.addWidget(self._words)
        top.addWidget(self.menu)
        self.body.addLayout(top)
        words = column(spacing=4)
        words.addWidget(self.text)
        words.addWidget(self.message)
        self.body.addLayout(words)
        foot = QWidget()
        line = row(foot, spacing=8)
        said = FlowBox(self.clean_chip, self.flags_button, self.trend)
        line.addWidget(said, 1)
        acts = FlowBox(self.versions_button, self.sheet_button, at_end=True)
        line.addWidget(acts, 0, Qt.AlignmentFlag.AlignTop)
        self.add(foot)
