"""The canvas of the charts on a QPainter, so that the screen shows the very picture of the documents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from arcareer.documents.canvas import Anchor, Point, Weight
from arcareer.documents.chart_values import Chart
from arcareer.documents.charts import paint
from arcareer_ui.theme.style_sheet import FAMILIES


class PainterCanvas:
    """Draws with a painter whose unit is a pixel at 96 to the inch."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def line(self, start: Point, end: Point, *, colour: str, width: float) -> None:
        """Draw a straight line."""
        self._painter.setPen(QPen(QColor(f"#{colour}"), width))
        self._painter.drawLine(QPointF(*start), QPointF(*end))

    def polyline(self, points: Sequence[Point], *, colour: str, width: float) -> None:
        """Draw a line through all points, with round joins."""
        style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        self._painter.setPen(QPen(QColor(f"#{colour}"), width, style, cap, join))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))

    def rect(self, x: float, y: float, width: float, height: float, *, colour: str) -> None:
        """Fill a rectangle."""
        self._painter.fillRect(QRectF(x, y, width, height), QColor(f"#{colour}"))

    def circle(self, centre: Point, radius: float, *, colour: str, rim: str) -> None:
        """Fill a circle and set it off with a thin rim."""
        self._painter.setPen(QPen(QColor(f"#{rim}"), 1.5))
        self._painter.setBrush(QColor(f"#{colour}"))
        self._painter.drawEllipse(QPointF(*centre), radius, radius)

    def text(self, x: float, y: float, words: str, *, size: float, colour: str, weight: Weight, anchor: Anchor) -> None:
        """Write words on one line."""
        font = _font(size, weight)
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        self._painter.setFont(font)
        self._painter.setPen(QColor(f"#{colour}"))
        self._painter.drawText(QPointF(x - share * QFontMetricsF(font).horizontalAdvance(words), y), words)

    def text_width(self, words: str, *, size: float, weight: Weight) -> float:
        """Return how wide the words are."""
        return QFontMetricsF(_font(size, weight)).horizontalAdvance(words)

    def drawable(self, words: str) -> str:
        """Return the words: the system finds a font for every character."""
        return words


def draw_chart(chart: Chart, painter: QPainter, area: QRectF) -> None:
    """Draw a chart into an area of white paper."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(area.topLeft())
    paint(PainterCanvas(painter), chart, area.width(), area.height())


def _font(size: float, weight: Weight) -> QFont:
    font = QFont(FAMILIES[weight])
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    return font
