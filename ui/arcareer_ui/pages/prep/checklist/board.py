"""The items of the checklist in their groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from arcareer.domain.checklist import ChecklistGroup, ChecklistLine
from arcareer_ui.pages.prep.checklist.own_item import NameForm
from arcareer_ui.pages.prep.checklist.states import LOOKS, is_proven, is_ticked, note_of, spoken
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, RowButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.styling import is_enter, set_variant
from arcareer_ui.widgets.tab_order import follow_layout

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ShownGroup(NamedTuple):
    """A group, and those of its lines that are shown."""

    group: ChecklistGroup
    lines: Sequence[ChecklistLine]


class Board(AutoGrid):
    """A card for each group. Up and Down go through the items of all groups, with one stop for Tab.

    `chosen` carries the key of an item the keyboard came to, `opened` of one that was clicked. Enter asks for proof
    (`link_asked`), Space for the hand tick (`tick_asked`). `own_named` carries the name of an item of the user's own
    and its group.
    """

    chosen = Signal(str)
    opened = Signal(str)
    link_asked = Signal()
    tick_asked = Signal()
    own_named = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(min_width=290, spacing=14)
        self.cards: dict[str, GroupCard] = {}
        self._current = ""

    @property
    def rows(self) -> Mapping[str, ItemButton]:
        """Return the row of each item shown, in order."""
        return {key: button for card in self.cards.values() for key, button in card.rows.items()}

    def show_groups(self, groups: Sequence[ShownGroup], current: str) -> None:
        """Show groups; rows that stay are kept, and so is the keyboard in them."""
        focus = QApplication.focusWidget()
        had_focus = isinstance(focus, ItemButton) and self.isAncestorOf(focus)
        labels = [shown.group.label for shown in groups]
        if labels != list(self.cards):
            kept = self.cards
            self.cards = {label: kept.get(label) or self._make_card(label) for label in labels}
            self.set_widgets(list(self.cards.values()))
        moved = [self.cards[shown.group.label].show_lines(shown, self) for shown in groups]
        if any(moved):
            for button in self.rows.values():
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # all of them have a place in tab order
            follow_layout(self)
        self.set_current(current)
        if had_focus and QApplication.focusWidget() is not self.rows.get(current):
            self.focus_current()

    def set_current(self, key: str) -> None:
        """Mark an item as the one on show."""
        self._current = key
        rows = self.rows
        stop = key if key in rows else next(iter(rows), "")
        for other, button in rows.items():
            button.set_chosen(other == key)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == stop else Qt.FocusPolicy.ClickFocus)

    def focus_current(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the keyboard on the item on show, or on the first one."""
        rows = self.rows
        button = rows.get(self._current) or next(iter(rows.values()), None)
        if button is not None:
            button.setFocus(reason)

    def step(self, by: int) -> None:
        """Go to the next or the previous item, across groups."""
        keys = list(self.rows)
        if not keys:
            return
        at = keys.index(self._current) + by if self._current in keys else 0
        self.chosen.emit(keys[max(0, min(len(keys) - 1, at))])
        self.focus_current(Qt.FocusReason.TabFocusReason)

    def ask_own(self, group: str) -> None:
        """Ask for the name of an item at the end of a group."""
        card = self.cards.get(group) or next(iter(self.cards.values()), None)
        if card is not None:
            card.ask_own()

    def _make_card(self, label: str) -> GroupCard:
        card = GroupCard(label)
        card.form.named.connect(partial(self._tell_own, label))
        return card

    def _tell_own(self, group: str, name: str) -> None:
        self.own_named.emit(name, group)


class GroupCard(Card):
    """The items of a group, how many are proven, and room for one of the user's own."""

    def __init__(self, label: str) -> None:
        super().__init__(margins=(10, 14, 10, 12), spacing=4)
        self.rows: dict[str, ItemButton] = {}
        self._count = Label("", "caption")
        self.add_heading(label, self._count).setContentsMargins(8, 0, 8, 4)
        self._lines = column(spacing=2)
        self.add(self._lines)
        self.add_button = Button(self.tr("Add your own"), "quiet", icon="plus", size="compact")
        self.add_button.setAccessibleName(self.tr("Add your own to {group}").format(group=label))
        self.add_button.clicked.connect(self.ask_own)
        self.form = NameForm(self.tr("An item of your own"), self.tr("Add item"), "plus")
        self.form.left.connect(self._end_asking)
        self.form.named.connect(self._end_asking)
        foot = row()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.add(foot)
        self.add(self.form)
        self.body.addStretch(1)

    def show_lines(self, shown: ShownGroup, board: Board) -> bool:
        """Show lines; return whether rows came, went or moved."""
        proven, total = sum(map(is_proven, shown.group.lines)), len(shown.group.lines)
        self._count.setText(self.tr("{proven} of {total}").format(proven=proven, total=total))
        self._count.setAccessibleName(self.tr("{proven} of {total} proven").format(proven=proven, total=total))
        keys = [line.item.key for line in shown.lines]
        moved = keys != list(self.rows)
        if moved:
            self._remake_rows(keys, board)
        for line in shown.lines:
            self.rows[line.item.key].show_line(line)
        return moved

    def ask_own(self) -> None:
        """Ask for the name of an item."""
        self.add_button.hide()
        self.form.start()

    def _end_asking(self) -> None:
        self.form.hide()
        self.add_button.show()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remake_rows(self, keys: Sequence[str], board: Board) -> None:
        for key, button in self.rows.items():
            self._lines.removeWidget(button)
            if key not in keys:
                button.hide()
                button.deleteLater()
        kept = self.rows
        self.rows = {key: kept.get(key) or ItemButton(key, board) for key in keys}
        for button in self.rows.values():
            self._lines.addWidget(button)


class ItemButton(RowButton):
    """State icon, label, and a short note, with a sign where the user ticked it by hand."""

    def __init__(self, key: str, board: Board) -> None:
        super().__init__("")
        self._key, self._board = key, board
        self.clicked.connect(partial(board.opened.emit, key))
        layout = row(self, margins=(8, 8, 8, 8), spacing=12)
        self._icon = Icon("circle-dashed", "text3", 18)
        self._label = Label("", wrap=True)
        self._hand = Icon("thumbs-up", "text3", 15)
        self._hand.setToolTip(self.tr("Ticked by you"))
        self._note = Label("", "caption")
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = column()
        words.addWidget(self._label)
        words.addStretch(1)
        layout.addLayout(words, 1)
        layout.addWidget(self._hand, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._note, 0, Qt.AlignmentFlag.AlignTop)

    def show_line(self, line: ChecklistLine) -> None:
        """Show an item and how far it is."""
        look = LOOKS[line.state]
        self._icon.set(look.icon, look.colour)
        self._label.setText(line.item.label)
        self._note.setText(note_of(line))
        self._note.set_tone(look.note_colour)
        self._hand.setVisible(is_ticked(line))
        self.setAccessibleName(spoken(line))

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Mark as the item on show."""
        super().set_chosen(chosen)
        set_variant(self._label, "role", "strong" if chosen else "body")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, ask for proof with Enter, tick with Space."""
        step = _STEPS.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step is not None and plain:
            self._board.step(step)
        elif is_enter(event):
            self._board.chosen.emit(self._key)
            self._board.link_asked.emit()
        elif event.key() == Qt.Key.Key_Space and plain:
            self._board.chosen.emit(self._key)
            self._board.tick_asked.emit()
        else:
            super().keyPressEvent(event)
