"""The layout of the checklist: groups beside the item chosen, or the item over them where there is little room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from arcareer.content.checklist_models import Blank
from arcareer.domain.checklist import ChecklistBoard
from arcareer_ui.pages.prep.checklist.board import Board
from arcareer_ui.pages.prep.checklist.item_panel import ItemPanel
from arcareer_ui.pages.prep.checklist.own_item import HiddenItems
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import UNBOUNDED
from arcareer_ui.widgets.meters import Ring
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.styling import Restyled
from arcareer_ui.win_picker import WinPicker

ALL, GAPS, PROVEN, HIDDEN = "all", "gaps", "proven", "hidden"
STACKED_BELOW = 820
SIDE_WIDTH = 330


class ChecklistView(Restyled, QWidget):
    """Summary, groups and hidden items; the item chosen, or a picker in its place.

    `all_asked` comes from an empty state when the user wants to see every item.
    """

    all_asked = Signal()

    def __init__(self, blanks: Mapping[str, Blank], picker: WinPicker) -> None:
        super().__init__()
        self.ring = Ring(0, "0", size=76, role="h2")
        self.headline = Label("", "h2", wrap=True)
        self.details = Label("", "small", wrap=True)
        self.gap_button = Button(self.tr("Show next gap"), icon="arrow-right", trailing=True)
        self.board = Board()
        self._empty_place = column()
        self.empty: EmptyState | None = None
        self.hidden = HiddenItems()
        self.back_button = Button(self.tr("Back to the list"), "link", icon="arrow-left")
        self.panel = ItemPanel(blanks)
        self.picker = picker
        self.groups_side = Scroll(self._make_list())
        self.item_side = Scroll(self._make_side())
        self._has_item = self._over = False
        line = row(self, spacing=4)
        line.addWidget(self.groups_side, 1)
        line.addWidget(self.item_side)
        self.picker.hide()
        self.restyle()

    @property
    def stacked(self) -> bool:
        """Return whether there is room for one of list and item only."""
        return self.width() < current_theme().px(STACKED_BELOW)

    @property
    def is_picking(self) -> bool:
        """Return whether the picker stands in place of the item."""
        return not self.picker.isHidden()

    def show_summary(self, board: ChecklistBoard) -> None:
        """Show how far the list is proven."""
        share = board.proven / max(1, board.total)
        self.ring.set(share, str(board.proven), self.tr("of {n}").format(n=board.total))
        proven = self.tr("%n strength(s) you can prove with a number", "", board.proven)
        self.headline.setText(proven if board.proven else self.tr("Nothing is proven with a number yet"))
        words = []
        if board.with_story:
            words.append(self.tr("%n more with a story but no number yet.", "", board.with_story))
        if board.open:
            words.append(self.tr("%n still open.", "", board.open))
        if not words:
            words.append(self.tr("No gap is left."))
        self.details.setText(" ".join(words))
        self.gap_button.setEnabled(board.proven < board.total)

    def show_empty(self, reason: str) -> None:
        """Say why there is no group to show: a filter, or all is `HIDDEN`; show the groups where there is no reason."""
        if self.empty is not None:
            self._empty_place.removeWidget(self.empty)
            self.empty.hide()
            self.empty.deleteLater()
        self.empty = self._make_empty(reason) if reason else None
        if self.empty is not None:
            self._empty_place.addWidget(self.empty)
        self.board.setVisible(self.empty is None)

    def show_item(self, shown: bool, *, over: bool | None = None) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Show the item, or nothing beside the list; `over` puts it over the list where there is little room."""
        self._has_item = shown
        if over is not None:
            self._over = over
        self._arrange()

    def show_picker(self, shown: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Put the picker in place of the item, or the item."""
        self.picker.setVisible(shown)
        self.panel.setVisible(not shown)
        self._arrange()

    def reveal(self, key: str) -> None:
        """Scroll to the row of an item."""
        button = self.board.rows.get(key)
        if button is not None:
            self.groups_side.ensureWidgetVisible(button, 0, current_theme().px(48))

    def restyle(self) -> None:
        """Follow the text scale."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rearrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _make_empty(self, reason: str) -> EmptyState:
        if reason == HIDDEN:
            return EmptyState("eye-off", self.tr("Every item is hidden"), self.tr("Bring back below what counts."))
        every = Button(self.tr("Show all"))
        every.clicked.connect(self.all_asked)
        if reason == PROVEN:
            title = self.tr("Nothing proven in this period yet")
            text = self.tr("An item is proven once a linked win carries a number.")
            return EmptyState("circle-dashed", title, text, action=every)
        text = self.tr("Every item has a win with a number.")
        return EmptyState("circle-check", self.tr("No gap is left"), text, action=every, tone="accent")

    def _arrange(self) -> None:
        stacked, over = self.stacked, self._over or self.is_picking
        self.groups_side.setVisible(not (stacked and over and self._has_item))
        self.item_side.setVisible(self._has_item and (not stacked or over))
        self.back_button.setVisible(stacked)
        if stacked:
            self.item_side.setMinimumWidth(0)
            self.item_side.setMaximumWidth(UNBOUNDED)
        else:
            self.item_side.setFixedWidth(current_theme().px(SIDE_WIDTH) + GUTTER)

    def _make_list(self) -> QWidget:
        body = QWidget()
        layout = column(body, margins=(0, 16, 4, 24), spacing=14)
        layout.addWidget(self._make_summary())
        layout.addLayout(self._empty_place)
        layout.addWidget(self.board)
        layout.addWidget(self.hidden)
        layout.addStretch(1)
        return body

    def _make_side(self) -> QWidget:
        body = QWidget()
        layout = column(body, margins=(0, 16, 0, 24), spacing=10)
        back = row()
        back.addWidget(self.back_button)
        back.addStretch(1)
        layout.addLayout(back)
        layout.addWidget(self.panel)
        layout.addWidget(self.picker)
        layout.addStretch(1)
        return body

    def _make_summary(self) -> Card:
        card = Card(margins=(20, 14, 20, 14), spacing=18, horizontal=True)
        card.add(self.ring)
        words = column(spacing=2)
        words.addStretch(1)
        words.addWidget(self.headline)
        words.addWidget(self.details)
        words.addStretch(1)
        card.body.addLayout(words, 1)
        card.add(self.gap_button)
        return card
