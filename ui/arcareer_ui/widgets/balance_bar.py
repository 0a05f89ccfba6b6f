"""How a whole is shared out among a few parts: one bar, a letter and a percentage under each part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.styling import Restyled

THICKNESS, GAP, AIR = 12, 2, 6
LABEL_GAP = 8
MOST_PARTS = 4


class BalanceBar(Restyled, QWidget):
    """Up to four parts, each named by a letter; colours are the tokens `part0` to `part3`, in order."""

    def __init__(self, letters: Sequence[str], name: str = "") -> None:
        super().__init__()
        self._letters = tuple(letters[:MOST_PARTS])
        self._shares: tuple[int, ...] = (0,) * len(self._letters)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set(self._shares, name)
        self.restyle()

    @property
    def shares(self) -> tuple[int, ...]:
        """Return the percentages shown."""
        return self._shares

    def set(self, shares: Sequence[int], name: str) -> None:
        """Show other percentages, all 0 for nothing yet; `name` says them in words."""
        self._shares = tuple(shares)
        self.setAccessibleName(name)
        self.update()

    def restyle(self) -> None:
        """Follow the text scale."""
        theme = current_theme()
        self.setFixedHeight(theme.px(THICKNESS) + AIR + theme.px(16))

    def minimumSizeHint(self) -> QSize:
        """Return a width in which all labels fit."""
        widths = self._label_widths(100)
        return QSize(int(sum(widths) + LABEL_GAP * (len(widths) - 1)), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the parts in reading direction, and their labels."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        thick = theme.px(THICKNESS)
        bar = QRectF(0, 0, self.width(), thick)
        clip = QPainterPath()
        clip.addRoundedRect(bar, thick / 2, thick / 2)
        painter.setClipPath(clip)
        if not any(self._shares):
            painter.fillRect(bar, theme.colour("press"))
        spans = self._spans()
        for index, (start, length) in enumerate(spans):
            painter.fillRect(QRectF(self._mirrored(start, length), 0, length, thick), theme.colour(f"part{index}"))
        painter.setClipping(False)
        self._draw_labels(painter, spans, thick + AIR)

    def _spans(self) -> list[tuple[float, float]]:
        total = sum(self._shares)
        shown = sum(share > 0 for share in self._shares)
        room = self.width() - GAP * max(0, shown - 1)
        spans, start = [], 0.0
        for share in self._shares:
            length = room * share / total if total else 0.0
            spans.append((start, length))
            start += length + GAP if share else 0.0
        return spans

    def _draw_labels(self, painter: QPainter, spans: Sequence[tuple[float, float]], top: float) -> None:
        theme = current_theme()
        painter.setFont(theme.font("caption", tabular=True))
        painter.setPen(theme.colour("text2"))
        widths = [self._width_of(self._label(at)) for at in range(len(self._letters))]
        even = (self.width() - sum(widths)) / max(1, len(widths) - 1)
        if any(self._shares):
            wanted = [start + (length - width) / 2 for (start, length), width in zip(spans, widths, strict=True)]
        else:
            wanted = [at * even + sum(widths[:at]) for at in range(len(widths))]
        base = top + theme.metrics("caption", tabular=True).ascent()
        for at, left in enumerate(_apart(wanted, widths, self.width())):
            painter.drawText(QPointF(self._mirrored(left, widths[at]), base), self._label(at))

    def _label(self, at: int) -> str:
        return f"{self._letters[at]} {self._shares[at]}"

    def _label_widths(self, share: int) -> list[float]:
        return [self._width_of(f"{letter} {share}") for letter in self._letters]

    def _width_of(self, text: str) -> float:
        return current_theme().metrics("caption", tabular=True).horizontalAdvance(text)

    def _mirrored(self, start: float, length: float) -> float:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return self.width() - start - length
        return start


def _apart(wanted: Sequence[float], widths: Sequence[float], room: float) -> list[float]:
    """Return places near the wanted ones at which no label touches the next, the last one still inside."""
    places: list[float] = []
    least = 0.0
    for left, width in zip(wanted, widths, strict=True):
        places.append(max(left, least))
        least = places[-1] + width + LABEL_GAP
    most = room
    for at in reversed(range(len(places))):
        places[at] = min(places[at], most - widths[at])
        most = places[at] - LABEL_GAP
    return places
