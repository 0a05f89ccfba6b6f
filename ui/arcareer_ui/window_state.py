"""What the machine remembers about the window: deleting it does no harm."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

DEFAULT_SIZE = QSize(1280, 800)
MINIMUM_SIZE = QSize(1024, 640)


class WindowState:
    """Size, place, last route and small choices (tabs, modes, sort), kept in an ini file."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Return a remembered word, for example the last tab of a page."""
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def remember(self, key: str, value: str) -> None:
        """Remember a word; never anything the user wrote."""
        self._settings.setValue(key, value)

    def save_window(self, window: QWidget) -> None:
        """Remember size, place and whether it is maximised."""
        self._settings.setValue("window/frame", window.normalGeometry())
        self._settings.setValue("window/maximised", "yes" if window.isMaximized() else "no")

    def restore_window(self, window: QWidget) -> None:
        """Give a window its remembered size and place, moved and shrunk until a screen shows it whole."""
        frame = self._settings.value("window/frame")
        if isinstance(frame, QRect) and frame.isValid():
            window.setGeometry(_on_screen(frame))
        else:
            window.resize(DEFAULT_SIZE.boundedTo(_screen_at(QPoint(0, 0)).size()))
        if self.text("window/maximised") == "yes":
            window.showMaximized()

    def layout(self, key: str) -> QByteArray | None:
        """Return a remembered arrangement of columns or splitters."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else None

    def remember_layout(self, key: str, value: QByteArray) -> None:
        """Remember an arrangement of columns or splitters."""
        self._settings.setValue(key, value)

    def write(self) -> None:
        """Write to disk now."""
        self._settings.sync()


def _on_screen(frame: QRect) -> QRect:
    room = _screen_at(frame.center())
    size = frame.size().expandedTo(MINIMUM_SIZE).boundedTo(room.size())
    left = max(room.left(), min(frame.left(), room.right() - size.width() + 1))
    top = max(room.top(), min(frame.top(), room.bottom() - size.height() + 1))
    return QRect(QPoint(left, top), size)


def _screen_at(point: QPoint) -> QRect:
    screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
