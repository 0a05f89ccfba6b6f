"""A button that opens a short list of acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.button import Button, IconButton, Size
from arcareer_ui.widgets.styling import without_mnemonic


class MenuEntry(NamedTuple):
    """An act in a menu: its id, its words, maybe an icon."""

    id: str
    text: str
    icon: str = ""


class MenuButton(IconButton):
    """Three dots that open a menu of `entries`; `chosen` carries an id. `name` says what the acts are for."""

    chosen = Signal(str)

    def __init__(
        self, name: str, entries: Sequence[MenuEntry], *, icon: str = "ellipsis", size: Size = "regular"
    ) -> None:
        super().__init__(icon, name, size=size)
        self._entries = tuple(entries)
        self.clicked.connect(lambda: _open(self, self._entries, self.chosen.emit))

    @property
    def entries(self) -> tuple[MenuEntry, ...]:
        """Return the acts in order."""
        return self._entries

    def set_entries(self, entries: Sequence[MenuEntry]) -> None:
        """Change the acts."""
        self._entries = tuple(entries)


class WordMenuButton(Button):
    """A quiet button with words that opens a menu of `entries`; `chosen` carries an id."""

    chosen = Signal(str)

    def __init__(
        self, text: str, entries: Sequence[MenuEntry], *, icon: str = "chevron-down", size: Size = "regular"
    ) -> None:
        super().__init__(text, "quiet", icon=icon, size=size, trailing=True)
        self._entries = tuple(entries)
        self.clicked.connect(lambda: _open(self, self._entries, self.chosen.emit))

    @property
    def entries(self) -> tuple[MenuEntry, ...]:
        """Return the acts in order."""
        return self._entries

    def set_entries(self, entries: Sequence[MenuEntry]) -> None:
        """Change the acts."""
        self._entries = tuple(entries)


def _open(button: QPushButton, entries: Sequence[MenuEntry], choose: Callable[[str], None]) -> None:
    menu = QMenu(button)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(button.accessibleName())
    theme = current_theme()
    for entry in entries:
        action = QAction(without_mnemonic(entry.text), menu)
        action.setData(entry.id)
        if entry.icon:
            action.setIcon(theme.icon(entry.icon, "text2", 16))
        menu.addAction(action)
    menu.triggered.connect(lambda action: choose(str(action.data())))
    menu.popup(_corner(button, menu))


def _corner(button: QPushButton, menu: QMenu) -> QPoint:
    """Return where the menu hangs: under the button, its far edges in line."""
    below = button.mapToGlobal(QPoint(0, button.height() + 4))
    if button.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return below
    return below + QPoint(button.width() - menu.sizeHint().width(), 0)
