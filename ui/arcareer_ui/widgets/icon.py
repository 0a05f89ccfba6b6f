"""Small pictures beside text: an icon, an icon in a soft square, a letter badge, a key cap."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import TONES
from arcareer_ui.widgets.styling import Restyled, Tone, decorative


class Icon(Restyled, QWidget):
    """A decorative line icon in a colour token; `size` at 100 % text."""

    def __init__(self, name: str, colour: str = "text2", size: int = 18) -> None:
        super().__init__()
        self._name, self._colour, self._size = name, colour, size
        decorative(self)
        self.restyle()

    def set(self, name: str, colour: str) -> None:
        """Show another icon or colour."""
        self._name, self._colour = name, colour
        self.update()

    def restyle(self) -> None:
        """Follow the text scale."""
        side = current_theme().px(self._size)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the icon."""
        QPainter(self).drawPixmap(0, 0, current_theme().pixmap(self._name, self._colour, self._size))


class Bubble(Restyled, QWidget):
    """A decorative icon in a soft rounded square."""

    def __init__(self, name: str, tone: Tone = "accent", size: int = 36, icon_size: int = 18) -> None:
        super().__init__()
        self._name, self._tone, self._size, self._icon_size = name, tone, size, icon_size
        decorative(self)
        self.restyle()

    def set(self, name: str, tone: Tone) -> None:
        """Show another icon or tone."""
        self._name, self._tone = name, tone
        self.update()

    def restyle(self) -> None:
        """Follow the text scale."""
        side = current_theme().px(self._size)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the square and the icon in its middle."""
        theme = current_theme()
        fill, ink = TONES[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(fill))
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        edge = (self.width() - theme.px(self._icon_size)) // 2
        painter.drawPixmap(edge, edge, theme.pixmap(self._name, ink, self._icon_size))


class Badge(Restyled, QWidget):
    """A letter or number in a soft square or circle: the parts of an answer, the steps of a method."""

    def __init__(self, text: str, *, tone: Tone = "accent", size: int = 30, round_: bool = False) -> None:
        super().__init__()
        self._text, self._tone, self._size, self._round = text, tone, size, round_
        decorative(self)
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        side = current_theme().px(self._size)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the shape and the letter."""
        theme = current_theme()
        fill, ink = TONES[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(fill))
        radius = self.width() / 2 if self._round else 8
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setPen(theme.colour(ink))
        painter.setFont(theme.font("letter"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class KeyHint(Restyled, QWidget):
    """A decorative key cap such as "Ctrl K"."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        decorative(self)

    def restyle(self) -> None:
        """Follow the text scale."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the cap's size around its text."""
        theme = current_theme()
        return QSize(int(theme.metrics("caption").horizontalAdvance(self._text)) + 13, theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the cap."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(theme.colour("text3"))
        painter.setFont(theme.font("caption"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class Mark(Restyled, QWidget):
    """The app's mark: three rising bars."""

    SIZE = 28

    def __init__(self) -> None:
        super().__init__()
        decorative(self)
        self.restyle()

    def restyle(self) -> None:
        """Keep its size at every text scale, as it is a picture."""
        self.setFixedSize(self.SIZE, self.SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the mark."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setBrush(theme.colour("on_accent"))
        for index, height in enumerate((6.0, 10.0, 15.0)):
            corner = QPointF(7 + index * 5.2, 21.5 - height)
            painter.drawRoundedRect(QRectF(corner.x(), corner.y(), 3.6, height), 1.4, 1.4)
