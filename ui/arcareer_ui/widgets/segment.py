"""One choice out of a few, side by side: modes and filters."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QTabBar

from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.styling import without_mnemonic

Option = tuple[str, str]


class Segment(QFrame):
    """Options `(id, text)` in a trough; `chosen` carries the id when the user picks another."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[Option], current: str = "") -> None:
        super().__init__()
        self.setObjectName("segment")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._ids = [option for option, _ in options]
        self._bar = QTabBar()
        self._bar.setProperty("kind", "segment")
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideNone)
        self._bar.setAccessibleName(name)
        self._bar.setCursor(Qt.CursorShape.PointingHandCursor)
        for _, text in options:
            self._bar.addTab(without_mnemonic(text))
        row(self).addWidget(self._bar)
        self.setFocusProxy(self._bar)
        if current:
            self.set_current(current)
        self._bar.currentChanged.connect(self._tell)

    @property
    def current(self) -> str:
        """Return the id of the chosen option."""
        return self._ids[self._bar.currentIndex()]

    def set_current(self, option: str) -> None:
        """Show another option as chosen without telling listeners."""
        blocked = self._bar.blockSignals(True)
        self._bar.setCurrentIndex(self._ids.index(option))
        self._bar.blockSignals(blocked)

    def set_offered(self, options: Collection[str]) -> None:
        """Offer only these options, without telling listeners."""
        blocked = self._bar.blockSignals(True)
        for index, option in enumerate(self._ids):
            self._bar.setTabVisible(index, option in options)
        self._bar.blockSignals(blocked)
        self._bar.updateGeometry()

    def set_text(self, option: str, text: str) -> None:
        """Change the words of an option."""
        self._bar.setTabText(self._ids.index(option), without_mnemonic(text))

    def _tell(self) -> None:
        self.chosen.emit(self.current)
