"""The tools of one place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.styling import without_mnemonic
from arcareer_ui.widgets.tab_order import first_stop, in_turn


class Tabs(QTabWidget):
    """Tabs with ids; a tab's content is built when it is first shown. `changed` carries the id."""

    changed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._ids: list[str] = []
        self._bodies: list[QVBoxLayout] = []
        self._builders: dict[str, Callable[[], QWidget]] = {}
        self.setDocumentMode(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.tabBar().setDrawBase(False)
        self.tabBar().setExpanding(False)
        self.tabBar().setAccessibleName(name)
        self.tabBar().setCursor(Qt.CursorShape.PointingHandCursor)
        self.currentChanged.connect(self._arrive)

    def add(self, tab: str, title: str, build: Callable[[], QWidget]) -> None:
        """Put a tab at the end; the first one added is built at once, the others on their first visit."""
        self._ids.append(tab)
        self._builders[tab] = build
        holder = QWidget()
        body = column(holder)
        body.addWidget(Rule())
        self._bodies.append(body)
        self.addTab(holder, without_mnemonic(title))

    @property
    def current(self) -> str:
        """Return the id of the tab on show, or nothing."""
        index = self.currentIndex()
        return self._ids[index] if index >= 0 else ""

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids in order."""
        return tuple(self._ids)

    def set_current(self, tab: str) -> None:
        """Show a tab."""
        self.setCurrentIndex(self._ids.index(tab))

    def content(self, tab: str) -> QWidget | None:
        """Return what a tab holds, or None before its first visit."""
        item = self._bodies[self._ids.index(tab)].itemAt(1)
        return item.widget() if item is not None else None

    def _arrive(self, index: int) -> None:
        if index < 0:
            return
        tab = self._ids[index]
        build = self._builders.pop(tab, None)
        if build is not None:
            content = build()
            self._bodies[index].addWidget(content, 1)
            in_turn(self.tabBar(), content)
            holder = content.parentWidget()
            if holder is not None and holder.hasFocus():  # Qt gave it the keyboard for want of anything in it
                content.show()
                (first_stop(content) or self.tabBar()).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(tab)
