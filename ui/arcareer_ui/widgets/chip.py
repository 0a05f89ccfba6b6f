"""Read-only tags."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import RADIUS_CHIP, TONES
from arcareer_ui.widgets.styling import Restyled, Tone

PADDING = 8
ICON = 14
GAP = 4
HEIGHT = 24


class ChipText(NamedTuple):
    """What a chip shows, for painted rows and for those who make chips later."""

    text: str
    tone: Tone = "plain"
    icon: str = ""


def chip_width(text: str, icon: str = "") -> int:
    """Return the width in px of a chip with this text."""
    theme = current_theme()
    width = theme.metrics("caption", tabular=True).horizontalAdvance(text) + 2 * PADDING
    return int(width + (theme.px(ICON) + GAP if icon else 0) + 1)


def paint_chip(painter: QPainter, area: QRectF, text: str, tone: Tone = "plain", icon: str = "") -> None:
    """Draw a chip into `area`; text that does not fit is shortened. Lists paint their chips with this."""
    theme = current_theme()
    fill, ink = TONES[tone]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(fill))
    painter.setPen(QPen(theme.colour("line"), 1) if tone == "line" else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
    left = area.left() + PADDING
    if icon:
        side = theme.px(ICON)
        painter.drawPixmap(round(left), round(area.center().y() - side / 2), theme.pixmap(icon, ink, ICON))
        left += side + GAP
    room = area.right() - PADDING - left + 1
    shown = theme.metrics("caption", tabular=True).elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.setPen(theme.colour(ink))
    painter.setFont(theme.font("caption", tabular=True))
    painter.drawText(QRectF(left, area.top(), room + 1, area.height()), Qt.AlignmentFlag.AlignVCenter, shown)


class Chip(Restyled, QWidget):
    """A tag: text, maybe an icon, on a soft tone. Never clickable."""

    def __init__(self, text: str, tone: Tone = "plain", icon: str = "") -> None:
        super().__init__()
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """Return the text."""
        return self._text

    @property
    def tone(self) -> Tone:
        """Return the tone."""
        return self._tone

    def set(self, text: str, tone: Tone = "plain", icon: str = "") -> None:
        """Show something else."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.restyle()
        self.update()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size around the text."""
        return QSize(chip_width(self._text, self._icon), current_theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a size at which the text is shortened rather than its neighbours pushed out."""
        return QSize(min(self.sizeHint().width(), current_theme().px(64)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the chip."""
        paint_chip(QPainter(self), QRectF(self.rect()), self._text, self._tone, self._icon)
