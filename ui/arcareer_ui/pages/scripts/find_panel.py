"""A list with a search above it: messages, calls and scenarios."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.commands import native_keys
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card_list import RING, CardHeading, CardList, CardRow
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.line_edit import SearchField
from arcareer_ui.widgets.segment import Option

LIST_ROWS = 4
Item = TypeVar("Item")


class WordList(CardList[Item], Generic[Item]):
    """A list that is never lower than a few cards."""

    def minimumSizeHint(self) -> QSize:
        """Return the height of a few cards."""
        return QSize(180, current_theme().px(64) * LIST_ROWS)


class FindPanel(QWidget, Generic[Item]):
    """Search and list. `stages`, the first of them for all, add what narrows the list and the button for a new one.

    `chosen` carries an item, `opened` comes when one was entered.
    """

    chosen = Signal(object)
    opened = Signal()
    searched = Signal()
    stage_chosen = Signal(str)
    new_asked = Signal()
    removal_asked = Signal()

    def __init__(
        self,
        name: str,
        search_name: str,
        present: Callable[[Item], CardRow | CardHeading],
        key: Callable[[Item], Hashable],
        *,
        stages: Sequence[Option] = (),
    ) -> None:
        super().__init__()
        self.search = SearchField(search_name)
        self._all = stages[0][0] if stages else ""
        self.stage = Combo(self.tr("Stage"), stages, self._all, size="compact")
        self.new_button = IconButton("plus", self.tr("New script"), shortcut=native_keys("Ctrl+Shift+N"))
        self.list: WordList[Item] = WordList(name, present, key)
        self.clear_button = Button(self.tr("Show all"))
        self.none = EmptyState("search-x", "", action=self.clear_button)
        layout = column(self, spacing=10)
        top = column(margins=(RING, 0, GUTTER + RING, 0), spacing=10)
        line = row(spacing=8)
        line.addWidget(self.search, 1)
        line.addWidget(self.new_button)
        top.addLayout(line)
        top.addWidget(self.stage)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.none, 1)
        self.stage.setVisible(bool(stages))
        self.new_button.setVisible(bool(stages))
        self.none.hide()
        self.search.searched.connect(self.searched)
        self.stage.chosen.connect(self.stage_chosen)
        self.new_button.clicked.connect(self.new_asked)
        self.clear_button.clicked.connect(self._clear)
        self.list.current_changed.connect(self.chosen)
        self.list.opened.connect(lambda _: self.opened.emit())
        self.list.clicked.connect(lambda _: self.opened.emit())
        self.list.removal_asked.connect(self.removal_asked)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these; where there are none, say so."""
        self.list.set_items(items)
        self.list.setVisible(bool(items))
        self.none.setVisible(not items)
        words = self.search.text().strip()
        if words:
            title = self.tr("Nothing mentions “{words}”").format(words=words)
            self.none.set_words(title, self.tr("Try another word, or show them all."))
        else:
            title = self.tr("Your own scripts stand here")
            self.none.set_words(title, self.tr("Write one, or copy one and change its words."))

    def reset(self) -> None:
        """Show everything."""
        self.search.set_text("")
        self.stage.set_current(self._all)

    def _clear(self) -> None:
        self.reset()
        self.searched.emit()
        self.search.setFocus()
