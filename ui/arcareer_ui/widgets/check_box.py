"""Tick boxes and radio buttons, painted so that no picture file is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.styling import Restyled, without_mnemonic

SIDE = 20
GAP = 10
HEIGHT = 28
ELIDED = 120


if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object


def paint_tick(painter: QPainter, box: QRectF, state: Qt.CheckState, *, enabled: bool) -> None:
    """Draw a tick box, for lists and tables too."""
    theme = current_theme()
    filled = state != Qt.CheckState.Unchecked
    ink = "accent" if enabled else "text3"
    painter.setPen(QPen(theme.colour(ink if filled else "line_strong"), 1.5))
    painter.setBrush(theme.colour(ink if filled else "surface"))
    painter.drawRoundedRect(box, 5, 5)
    if filled:
        icon = "check" if state == Qt.CheckState.Checked else "minus"
        side = theme.px(15)
        corner = box.center() - QRectF(0, 0, side, side).center()
        painter.drawPixmap(corner, theme.pixmap(icon, "on_accent", 15))


class _Choice(Restyled, _Button):
    """What both have in common: a mark, and words beside it; with `elide` they may end in dots in a narrow place."""

    def __init__(self, text: str, *, checked: bool, elide: bool = False) -> None:
        super().__init__(without_mnemonic(text))
        self._elide = elide
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setChecked(checked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def restyle(self) -> None:
        """Follow the text scale."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for mark and words."""
        theme = current_theme()
        words = theme.metrics("body").horizontalAdvance(self._words) + 2
        return QSize(round(theme.px(SIDE) + GAP + words), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the room for mark and words, or for a few of them."""
        wanted = self.sizeHint()
        return QSize(min(wanted.width(), current_theme().px(ELIDED)), wanted.height()) if self._elide else wanted

    @property
    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def draw(self, painter: QPainter) -> QRectF:
        """Draw the words and return where the mark goes."""
        theme = current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(SIDE)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        reach = side + GAP
        area = QRectF(self.rect()).adjusted(0 if mirrored else reach, 0, -reach if mirrored else 0, 0)
        leading = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setPen(theme.colour("text" if self.isEnabled() else "text3"))
        painter.setFont(theme.font("body"))
        words = self._words
        if self._elide:
            words = theme.metrics("body").elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, leading | Qt.AlignmentFlag.AlignVCenter, words)
        left = self.width() - side if mirrored else 0
        return QRectF(left, (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)


class CheckBox(_Choice, QCheckBox):
    """A tick box with words; can show "partly"."""

    def __init__(self, text: str, *, checked: bool = False, elide: bool = False) -> None:
        super().__init__(text, checked=checked, elide=elide)

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw box, tick and words."""
        painter = QPainter(self)
        paint_tick(painter, self.draw(painter), self.checkState(), enabled=self.isEnabled())


class RadioButton(_Choice, QRadioButton):
    """One of several exclusive choices in words."""

    def __init__(self, text: str, *, checked: bool = False) -> None:
        super().__init__(text, checked=checked)

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw ring and words."""
        theme = current_theme()
        painter = QPainter(self)
        ring = self.draw(painter)
        ink = "accent" if self.isEnabled() else "text3"
        width = ring.width() / 4 if self.isChecked() else 1.5
        painter.setPen(QPen(theme.colour(ink if self.isChecked() else "line_strong"), width))
        painter.setBrush(theme.colour("surface"))
        inset = (width - 1.5) / 2
        painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
