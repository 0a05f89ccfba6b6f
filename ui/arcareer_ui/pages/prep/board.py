"""The items of the checklist in their groups."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from arcareer.domain.checklist import ChecklistGroup, ChecklistLine, ClaimState
from arcareer_ui.pages.prep.states import LOOKS, note_of, words_of
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, RowButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid

_TONES = {
    ClaimState.MISSING: "accent",
    ClaimState.CLAIMED: "text2",
    ClaimState.EVIDENCED: "warn",
    ClaimState.EVIDENCED_WITH_NUMBER: "text3",
}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Board(AutoGrid):
    """A card for each group. Up and Down go through the items of all groups; `chosen` carries an item's key.

    Enter asks for proof (`link_asked`), Space for the hand tick (`tick_asked`); `own_asked` wants an item in a group.
    """

    chosen = Signal(str)
    link_asked = Signal()
    tick_asked = Signal()
    own_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(min_width=290, spacing=14)
        self.rows: dict[str, ItemButton] = {}
        self._current = ""

    def show_groups(self, groups: Sequence[tuple[ChecklistGroup, Sequence[ChecklistLine]]], current: str) -> None:
        """Show groups, each with those of its lines the filter lets through."""
        had_focus = any(row.hasFocus() for row in self.rows.values())
        self.rows = {}
        self.set_widgets([self._make_group(group, lines) for group, lines in groups])
        self.set_current(current)
        if had_focus and current in self.rows:
            self.rows[current].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_current(self, key: str) -> None:
        """Mark an item as the one on show."""
        self._current = key
        for other, button in self.rows.items():
            button.set_chosen(other == key)
            policy = Qt.FocusPolicy.StrongFocus if other == key or key not in self.rows else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def step(self, by: int) -> None:
        """Go to the next or the previous item, across groups."""
        keys = list(self.rows)
        if not keys:
            return
        at = keys.index(self._current) + by if self._current in keys else 0
        key = keys[max(0, min(len(keys) - 1, at))]
        self.chosen.emit(key)
        self.rows[key].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_group(self, group: ChecklistGroup, lines: Sequence[ChecklistLine]) -> Card:
        card = Card(margins=(18, 14, 8, 12), spacing=4)
        proven = sum(line.state is ClaimState.EVIDENCED_WITH_NUMBER for line in group.lines)
        count = Label(self.tr("{proven} of {total}").format(proven=proven, total=len(group.lines)), "caption")
        heading = card.add_heading(group.label, count)
        heading.setContentsMargins(0, 0, 10, 4)
        for line in lines:
            card.add(self._make_row(line))
        add = Button(self.tr("Add your own"), "quiet", icon="plus", size="compact")
        add.clicked.connect(partial(self.own_asked.emit, group.label))
        foot = row()
        foot.addWidget(add)
        foot.addStretch(1)
        card.body.addLayout(foot)
        card.body.addStretch(1)
        return card

    def _make_row(self, line: ChecklistLine) -> QWidget:
        button = ItemButton(line, self)
        button.clicked.connect(partial(self.chosen.emit, line.item.key))
        self.rows[line.item.key] = button
        return button


class ItemButton(RowButton):
    """State icon, label, and a short note."""

    def __init__(self, line: ChecklistLine, board: Board) -> None:
        super().__init__(f"{line.item.label}. {words_of(line.state)}")
        self._board = board
        look = LOOKS[line.state]
        layout = row(self, margins=(0, 8, 10, 8), spacing=12)
        layout.addWidget(Icon(look.icon, look.colour, 18), 0, Qt.AlignmentFlag.AlignTop)
        words = column()
        words.addWidget(Label(line.item.label, wrap=True))
        layout.addLayout(words, 1)
        layout.addWidget(Label(note_of(line), "caption", _TONES[line.state]), 0, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, ask for proof with Enter, tick with Space."""
        step = _STEPS.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step is not None and plain:
            self._board.step(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            self._board.link_asked.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.click()
            self._board.tick_asked.emit()
        else:
            super().keyPressEvent(event)
