"""Parts of a whole in one bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.styling import Restyled, decorative

HEIGHT = 16
GAP = 2
LEAST = 3
RADIUS = 5


class StackPart(NamedTuple):
    """An amount of any unit, not below zero, and its colour token."""

    amount: float
    colour: str


class StackBar(Restyled, QWidget):
    """Parts side by side with a gap between; each is wide enough to be seen. `name` tells all values in words."""

    def __init__(self, parts: Sequence[StackPart] = (), name: str = "") -> None:
        super().__init__()
        self.set(parts, name)
        self.restyle()

    def set(self, parts: Sequence[StackPart], name: str) -> None:
        """Show other parts; those of nothing take no room."""
        self._parts = tuple(part for part in parts if part.amount > 0)
        self.setAccessibleName(name)
        self.update()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.setFixedHeight(current_theme().px(HEIGHT))

    def widths(self, room: float) -> tuple[float, ...]:
        """Return how wide each part is in so much room: its share, but never too thin to be seen."""
        if not self._parts:
            return ()
        room -= GAP * (len(self._parts) - 1)
        wide: dict[int, float] = {}
        left = dict(enumerate(part.amount for part in self._parts))
        while left:
            total, rest = sum(left.values()), room - sum(wide.values())
            thin = [place for place, amount in left.items() if rest * amount / total < LEAST]
            if not thin or len(thin) == len(left):
                wide |= {place: rest * amount / total for place, amount in left.items()}
                break
            for place in thin:
                wide[place] = LEAST
                del left[place]
        return tuple(wide[place] for place in sorted(wide))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the parts in reading direction, the whole with round corners."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(frame)
        painter.setPen(Qt.PenStyle.NoPen)
        if not self._parts:
            painter.fillRect(self.rect(), theme.colour("press"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = 0.0
        for part, width in zip(self._parts, self.widths(self.width()), strict=True):
            left = self.width() - place - width if mirrored else place
            painter.fillRect(QRectF(left, 0, width, self.height()), theme.colour(part.colour))
            place += width + GAP


class Swatch(Restyled, QWidget):
    """A small square in the colour of a part, beside its words."""

    SIDE = 10

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        decorative(self)
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        side = current_theme().px(self.SIDE)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().colour(self._colour))
        painter.drawRoundedRect(self.rect(), 2.5, 2.5)
