"""One-line inputs: plain, for searching, and for values with a notation of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Literal, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.button import IconButton
from arcareer_ui.widgets.styling import Restyled, belongs_to_window

LineSize = Literal["regular", "compact", "capture", "overlay"]
Value = TypeVar("Value")

SETTLE_MS = 1000
SEARCH_PAUSE_MS = 120
GLASS, GLASS_GAP, GLASS_EDGE = 16, 6, 10


class LineEdit(QLineEdit):
    """A line of text."""

    left = Signal()

    def __init__(self, name: str = "", placeholder: str = "", *, size: LineSize = "regular") -> None:
        super().__init__()
        self.setProperty("sz", size)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def set_text(self, text: str) -> None:
        """Show stored text without telling listeners, from its beginning; an unchanged text keeps its caret."""
        if text == self.text():
            return
        blocked = self.blockSignals(True)
        self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)
        self.blockSignals(blocked)

    def event(self, event: QEvent) -> bool:
        """Leave the window's shortcuts to the window."""
        if belongs_to_window(self, event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the user has left the line."""
        super().focusOutEvent(event)
        self.left.emit()


class SearchField(Restyled, LineEdit):
    """A line that searches: `searched` comes 120 ms after the last key, and at once when cleared.

    Out of sight it does not search; what was asked for is searched for when it is shown again.
    """

    searched = Signal(str)

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__(name, placeholder or name)
        self._clear_button = IconButton("x", self.tr("Clear search"), size="compact")
        self._clear_button.setParent(self)
        self._clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does it
        self._clear_button.clicked.connect(self.clear)
        self._clear_button.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._is_late = False
        self.textChanged.connect(self._wait)
        self.restyle()

    def set_text(self, text: str) -> None:
        """Show a text without searching for it."""
        super().set_text(text)
        self._pause.stop()
        self._is_late = False
        self._clear_button.setVisible(bool(text))

    def restyle(self) -> None:
        """Leave room for glass and cross."""
        theme = current_theme()
        self.setTextMargins(theme.px(GLASS) + GLASS_GAP, 0, theme.px(GLASS) + GLASS_GAP, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line and a glass."""
        super().paintEvent(event)
        theme = current_theme()
        side = theme.px(GLASS)
        left = self.width() - side - GLASS_EDGE if self._is_mirrored else GLASS_EDGE
        QPainter(self).drawPixmap(left, (self.height() - side) // 2, theme.pixmap("search", "text3", GLASS))

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with a search that was cut short."""
        super().showEvent(event)
        if self._is_late:
            self._is_late = False
            self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Search no more while nobody looks; the library may be closed before the pause is over."""
        super().hideEvent(event)
        self._is_late = self._is_late or self._pause.isActive()
        self._pause.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross at the end."""
        super().resizeEvent(event)
        button = self._clear_button
        button.adjustSize()
        inset = (self.height() - button.height()) // 2
        button.move(inset if self._is_mirrored else self.width() - button.width() - inset, inset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc clear the search before it does anything else."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _wait(self, text: str) -> None:
        self._clear_button.setVisible(bool(text))
        if text:
            self._pause.start()
        else:
            self._pause.stop()
            self._search()

    def _search(self) -> None:
        self.searched.emit(self.text())


class ParsedLine(LineEdit, Generic[Value]):
    """A line for a value people write in many ways, such as 48,200, 48k or 12 %.

    `parse` turns text into a value, or None when it cannot; `show` writes a value. It is read when the user leaves the
    line or rests for a second; text that cannot be read is kept as typed. `entered` carries the value, or None for an
    empty line; `unread` says that there is text which is no value; `mended` that there is no longer.
    """

    entered = Signal(object)
    unread = Signal()
    mended = Signal()

    def __init__(
        self,
        parse: Callable[[str], Value | None],
        show: Callable[[Value], str],
        name: str = "",
        placeholder: str = "",
    ) -> None:
        super().__init__(name, placeholder)
        self._parse, self._show = parse, show
        self._told: Value | None = None
        self._troubled = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE_MS)
        self._pause.timeout.connect(self.settle)
        self.textEdited.connect(self._typed)
        self.left.connect(self._finish)

    @property
    def value(self) -> Value | None:
        """Return the value written here; None when empty or not readable."""
        text = self.text().strip()
        return self._parse(text) if text else None

    @property
    def is_half_typed(self) -> bool:
        """Return whether there is text that was not told yet, or cannot be read."""
        return self._pause.isActive() or self._troubled

    def set_value(self, value: Value | None) -> None:
        """Show a value without telling listeners."""
        self._told = value
        self._mend()
        self.set_text("" if value is None else self._show(value))

    def settle(self) -> None:
        """Read the line now: tell the value, or that it cannot be read."""
        self._pause.stop()
        value = self.value
        if value is None and self.text().strip():
            self._troubled = True
            self.unread.emit()
            return
        self._mend()
        if value != self._told:
            self._told = value
            self.entered.emit(value)

    def _typed(self) -> None:
        if self._troubled and (self.value is not None or not self.text().strip()):
            self._mend()
        self._pause.start()

    def _finish(self) -> None:
        self.settle()
        value = self.value
        if value is not None:
            self.set_text(self._show(value))

    def _mend(self) -> None:
        if self._troubled:
            self._troubled = False
            self.mended.emit()
