"""A button that opens a short list of acts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.button import IconButton, Size
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
        self.clicked.connect(self._open)

    @property
    def entries(self) -> tuple[MenuEntry, ...]:
        """Return the acts in order."""
        return self._entries

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.accessibleName())
        theme = current_theme()
        for entry in self._entries:
            action = QAction(without_mnemonic(entry.text), menu)
            action.setData(entry.id)
            if entry.icon:
                action.setIcon(theme.icon(entry.icon, "text2", 16))
            menu.addAction(action)
        menu.triggered.connect(self._choose)
        menu.popup(self._corner(menu))

    def _corner(self, menu: QMenu) -> QPoint:
        """Return where the menu hangs: under the button, its far edges in line."""
        below = self.mapToGlobal(QPoint(0, self.height() + 4))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return below
        return below + QPoint(self.width() - menu.sizeHint().width(), 0)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
