"""The tab's layout: editor and list on one side, score, explanation or picker on the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from arcareer_ui.pages.prep.rubric.bullet_list import BulletList
from arcareer_ui.pages.prep.rubric.editor import EditorCard
from arcareer_ui.pages.prep.rubric.guide import ScoringGuide
from arcareer_ui.pages.prep.rubric.score_card import ScoreCard
from arcareer_ui.pages.prep.rubric.versions import VersionsCard
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout
from arcareer_ui.win_picker import WinPicker

STACKED_BELOW = 800
SIDE_WIDTH = 408
MINE, BEST = "mine", "best"
SCORE, GUIDE, PICKER = "score", "guide", "picker"
FILL = 1000


class RubricView(QWidget):
    """Everything on the tab. `side_changed` carries which of SCORE, GUIDE and PICKER is beside the bullets now."""

    side_changed = Signal(str)

    def __init__(self, picker: WinPicker) -> None:
        super().__init__()
        self.messages = column(spacing=8)
        self.editor = EditorCard()
        self.versions = VersionsCard()
        self.list = BulletList()
        self.order = Combo(
            self.tr("Order of the bullets"),
            [(MINE, self.tr("My order")), (BEST, self.tr("Best first"))],
            size="compact",
        )
        self.win_button = Button(self.tr("From a win"), "link", icon="trophy")
        self.new_button = Button(self.tr("Write another bullet"), "quiet", icon="plus", size="compact")
        self.score = ScoreCard()
        self.guide = ScoringGuide()
        self.picker = picker
        self.first_win_button = Button(self.tr("From a win"), "primary", icon="trophy")
        self.first_button = Button(self.tr("Write a bullet"), icon="plus")
        self._empty = self._make_empty()
        self._list_card = self._make_list_card()
        self._lay_out()
        self.versions.hide()
        self.show_side(SCORE)

    @property
    def side(self) -> str:
        """Return which part is beside the bullets."""
        return next(name for name, part in self._sides.items() if not part.isHidden())

    def show_side(self, side: str) -> None:
        """Show one part beside the bullets."""
        for name, part in self._sides.items():
            part.setVisible(name == side)
        self._main.setStretchFactor(self._list_card, 0 if side == GUIDE else FILL)  # the guide is long
        follow_layout(self)
        self.side_changed.emit(side)

    def show_parts(self, *, editing: bool, some: bool) -> None:
        """Show the editor while there is something to write on, and the list while there are bullets."""
        self._empty.setVisible(not editing and not some)
        self.editor.setVisible(editing)
        self._list_card.setVisible(some)
        if not editing:
            self.versions.hide()

    def follow(self) -> None:
        """Let Tab go through the parts as they are read."""
        follow_layout(self)

    def _make_empty(self) -> Card:
        card = Card()
        card.add(
            EmptyState(
                "pencil",
                self.tr("Turn a win into a bullet"),
                self.tr("One line says what you did and what came of it. You see its score while you write."),
                action=self.first_win_button,
                second=self.first_button,
            )
        )
        return card

    def _make_list_card(self) -> Card:
        card = Card(margins=(20, 12, 8, 10), spacing=4)
        heading = card.add_heading(self.tr("All bullets"), self.order, self.win_button)
        heading.setContentsMargins(0, 0, 12, 0)
        card.add(self.list, 100)
        foot = row()
        foot.addWidget(self.new_button)
        foot.addStretch(1)
        card.add(foot)
        card.body.addStretch(1)
        return card

    def _lay_out(self) -> None:
        main, side = column(spacing=14), column()
        main.addLayout(self.messages)
        for part in (self._empty, self.editor, self.versions):
            main.addWidget(part)
        main.addWidget(self._list_card, FILL)
        main.addStretch(1)
        self._sides: dict[str, QWidget] = {SCORE: self.score, GUIDE: self.guide, PICKER: self.picker}
        for one in self._sides.values():
            side.addWidget(one, 1)
        self._main: QVBoxLayout = main
        self.columns = Columns(STACKED_BELOW)
        self.columns.add(main, 1)
        self.columns.add(side, 0, SIDE_WIDTH)
        later = Qt.ConnectionType.QueuedConnection  # layouts must not change while they are being resized
        self.columns.stacked_changed.connect(self._place_list, later)
        body = QWidget()
        self._body = column(body, margins=(0, 16, 20, 24), spacing=16)
        self._body.addWidget(self.columns, 1)
        column(self).addWidget(Scroll(body))

    def _place_list(self) -> None:
        """Let the score follow the bullet where there is one column: the list comes last then."""
        stacked = self.columns.stacked
        here = self._main if stacked else self._body
        if here.indexOf(self._list_card) >= 0:
            here.removeWidget(self._list_card)
            if stacked:
                self._body.addWidget(self._list_card)
            else:
                self._main.insertWidget(self._main.count() - 1, self._list_card, FILL)
            follow_layout(self)
