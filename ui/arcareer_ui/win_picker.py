"""Choosing wins: search, pick with Enter, done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from arcareer.domain.win_lists import WinSummary
from arcareer_ui.dates import weekday_and_day
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.card_list import CardList, CardRow
from arcareer_ui.widgets.chip import ChipText
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.line_edit import SearchField
from arcareer_ui.widgets.styling import Restyled

LIST_HEIGHT = 320
Find = Callable[[str], Sequence[WinSummary]]


class WinPicker(Restyled, Card):
    """Wins to choose from. `picked` carries the ids chosen; `left` leaves without any.

    `find` returns the wins for a text, `words` what the button says for a number of them; without `multiple` one win
    is chosen. The first win found is chosen already, so that Enter takes what is marked. `extra` stands below the
    search; call `search_again` when it changes what is found.
    """

    picked = Signal(object)
    left = Signal()

    def __init__(
        self,
        find: Find,
        title: str,
        words: Callable[[int], str],
        *,
        icon: str = "link-2",
        multiple: bool = True,
        extra: QWidget | None = None,
    ) -> None:
        super().__init__(margins=(22, 18, 22, 18), spacing=12)
        self._find, self._words = find, words
        self._linked: frozenset[UUID] = frozenset()
        self._shown_for = ""
        self.add_heading(title)
        self.search = SearchField(self.tr("Search wins"))
        self.add(self.search)
        if extra is not None:
            self.add(extra)
        self.list = CardList[WinSummary](self.tr("Wins"), self._present, lambda win: win.id, multiple=multiple)
        self.add(self.list, 1)
        self._none = EmptyState("search-x", self.tr("No win fits"), self.tr("Try another word, or log the win first."))
        self.add(self._none)
        buttons = row(spacing=10)
        self.link_button = Button(words(1), "primary", icon=icon)
        self.cancel_button = Button(self.tr("Back"), "quiet")
        buttons.addWidget(self.link_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        holder = QWidget()
        column(holder).addLayout(buttons)
        self.add(holder)
        self.search.searched.connect(self._fill)
        self.search.installEventFilter(self)
        self.list.opened.connect(self._pick)
        self.list.selectionModel().selectionChanged.connect(self._count)
        self.link_button.clicked.connect(self._pick)
        self.cancel_button.clicked.connect(self.left)
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.list.setMinimumHeight(current_theme().px(LIST_HEIGHT))

    def start(self, linked: frozenset[UUID] = frozenset()) -> None:
        """Begin with an empty search; wins that are linked already are not offered."""
        self._linked = linked
        self.search.set_text("")
        self._fill("")
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down go from the search into the list, Enter take the win marked, Esc leave."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.search.text() != self._shown_for:
                    self.search_again()
                if event.key() == Qt.Key.Key_Down:
                    self.list.setFocus(Qt.FocusReason.TabFocusReason)
                else:
                    self._pick()
                return True
            if event.key() == Qt.Key.Key_Escape and not self.search.text():
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def search_again(self) -> None:
        """Find anew what the search asks for."""
        self._fill(self.search.text())

    def set_nothing(self, title: str, text: str) -> None:
        """Change what is said where nothing is found."""
        self._none.set_words(title, text)

    def _fill(self, text: str) -> None:
        self._shown_for = text
        wins = [win for win in self._find(text) if win.id not in self._linked]
        self.list.set_items(wins)
        self.list.setVisible(bool(wins))
        self._none.setVisible(not wins)
        if wins:
            self.list.choose(wins[0].id)
        self._count()

    def _count(self) -> None:
        count = len(self.list.selected_items())
        self.link_button.setEnabled(count > 0)
        self.link_button.set_label(self._words(max(1, count)))

    def _present(self, win: WinSummary) -> CardRow:
        day = weekday_and_day(win.happened_on)
        chips = tuple(ChipText(text, "accent") for text in win.figures[:2]) or (
            ChipText(self.tr("No number"), "warn", "hash"),
        )
        return CardRow(win.headline, day, chips, ", ".join((win.headline, day, *(chip.text for chip in chips))))

    def _pick(self) -> None:
        chosen = tuple(win.id for win in self.list.selected_items())
        if chosen:
            self.picked.emit(chosen)
