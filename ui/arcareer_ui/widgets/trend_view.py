"""A measure over time as a line, drawn by the code that draws it in documents; read by keyboard, mouse or ear."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from arcareer.documents.charts import ChartColours
from arcareer.documents.trend_plot import Room, TrendLines, TrendPlot, TrendSizes, draw, lay_out
from arcareer_ui.painter_canvas import PainterCanvas
from arcareer_ui.theme.theme import Theme, current_theme
from arcareer_ui.theme.tokens import RADIUS_CONTROL
from arcareer_ui.widgets.styling import Restyled, is_enter

if TYPE_CHECKING:
    from arcareer.documents.canvas import Point

HEIGHT = 300
TOP, FOOT = 14, 30
LABEL_GAP = 16
TIP_MARGIN = 9


class TrendPoint(NamedTuple):
    """One place on the time line; `value` is None in a gap.

    `label` stands below the axis, `tip` (lines of text) beside the cursor, `spoken` is what a screen reader says of it.
    `earlier` is a value to compare with, `is_marked` sets the point off with a dot.
    """

    label: str
    value: Decimal | None
    tip: str
    spoken: str
    earlier: Decimal | None = None
    is_marked: bool = False


class TrendGoal(NamedTuple):
    """A value to reach, and its words."""

    value: Decimal
    text: str


class TrendView(Restyled, QWidget):
    """A line with direct labels. Left, Right, Home and End move a cursor, so does the mouse; Esc takes it away.

    `pointed` carries the index the keyboard moved the cursor to, `opened` the one Enter or a double click asked for.
    """

    pointed = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[TrendPoint, ...] = ()
        self._goal: TrendGoal | None = None
        self._text = self._earlier_text = ""
        self._cursor = -1
        self._plot: TrendPlot | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.restyle()

    @property
    def points(self) -> tuple[TrendPoint, ...]:
        """Return what is shown, oldest first."""
        return self._points

    @property
    def cursor_index(self) -> int:
        """Return where the cursor stands, -1 for nowhere."""
        return self._cursor

    def set(
        self,
        points: Sequence[TrendPoint],
        name: str,
        *,
        text: str = "",
        goal: TrendGoal | None = None,
        earlier_text: str = "",
    ) -> None:
        """Show other points. `name` tells the chart in a sentence with its values; the texts stand beside the lines."""
        self._points, self._goal = tuple(points), goal
        self._text, self._earlier_text = text, earlier_text
        self._cursor = -1
        self._plot = None
        self.setAccessibleName(name)
        self.update()

    def point_to(self, index: int) -> None:
        """Put the cursor on a point and tell listeners."""
        if not self._points:
            return
        self._cursor = max(0, min(len(self._points) - 1, index))
        self.update()
        self.pointed.emit(self._cursor)

    def restyle(self) -> None:
        """Follow the text scale."""
        self.setMinimumHeight(current_theme().px(HEIGHT))
        self._plot = None
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(480, current_theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which the line can be read."""
        return QSize(240, current_theme().px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._plot = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, open the point under it, or put the cursor away."""
        last = len(self._points) - 1
        start = self._cursor if self._cursor >= 0 else last + 1
        places = {
            Qt.Key.Key_Left: start - 1,
            Qt.Key.Key_Right: min(start + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = places.get(Qt.Key(event.key()))
        if place is not None and self._points:
            self.point_to(place)
        elif event.key() == Qt.Key.Key_Escape and self._cursor >= 0:
            self._set_cursor(-1)
        elif is_enter(event) and self._cursor >= 0:
            self.opened.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the cursor follow the mouse."""
        self._set_cursor(self._index_at(event.position().x()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the point under the mouse."""
        index = self._index_at(event.position().x())
        if index >= 0:
            self.opened.emit(index)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the cursor away, unless the keyboard moves it."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._set_cursor(-1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the lines, the labels below and what the cursor stands on."""
        if not self._has_values:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        plot = self._laid_out(PainterCanvas(painter))
        draw(PainterCanvas(painter), plot, _colours(theme), _sizes(theme))
        self._draw_labels(painter, plot)
        self._draw_dots(painter, plot)
        if self._cursor >= 0:
            self._draw_cursor(painter, plot)

    @property
    def _has_values(self) -> bool:
        return any(point.value is not None for point in self._points)

    def _laid_out(self, canvas: PainterCanvas) -> TrendPlot:
        if self._plot is None:
            theme = current_theme()
            amount = max(1, len(self._points) - 1)
            lines = TrendLines(
                places=tuple(at / amount for at in range(len(self._points))) if len(self._points) > 1 else (0.5,),
                values=tuple(point.value for point in self._points),
                text=self._text,
                earlier=tuple(point.earlier for point in self._points),
                earlier_text=self._earlier_text,
                goal=self._goal.value if self._goal else None,
                goal_text=self._goal.text if self._goal else "",
            )
            room = Room(self.width(), theme.px(TOP), self.height() - theme.px(FOOT))
            self._plot = lay_out(lines, canvas, room, _sizes(theme))
        return self._plot

    def _place(self, index: int) -> float:
        plot = self._plot
        if plot is None:
            return 0.0
        amount = len(self._points) - 1
        share = index / amount if amount else 0.5
        return plot.left + 4 + share * (plot.right - plot.left - 8)

    def _index_at(self, x: float) -> int:
        if self._plot is None or not self._points:
            return -1
        return min(range(len(self._points)), key=lambda index: abs(self._place(index) - x))

    def _set_cursor(self, index: int) -> None:
        if index != self._cursor:
            self._cursor = index
            self.update()

    def _draw_labels(self, painter: QPainter, plot: TrendPlot) -> None:
        theme = current_theme()
        metrics = theme.metrics("caption")
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text3"))
        widest = max(metrics.horizontalAdvance(point.label) for point in self._points) + theme.px(LABEL_GAP)
        amount = len(self._points)
        step = max(1, -(-int(widest * max(1, amount - 1)) // max(1, int(plot.right - plot.left))))
        base = plot.bottom + theme.px(18)
        for index in range(amount - 1, -1, -step):
            width = metrics.horizontalAdvance(self._points[index].label)
            x = min(max(self._place(index) - width / 2, 0), self.width() - width)
            painter.drawText(QPointF(x, base), self._points[index].label)

    def _draw_dots(self, painter: QPainter, plot: TrendPlot) -> None:
        theme = current_theme()
        accent, ground = theme.colour("accent"), theme.colour("surface")
        last = max((at for at, point in enumerate(plot.points) if point), default=-1)
        for at, point in enumerate(plot.points):
            if point and at != last and self._points[at].is_marked:
                painter.setPen(QPen(ground, 1.5))
                painter.setBrush(accent)
                painter.drawEllipse(QPointF(*point), 4.5, 4.5)
        ending = plot.points[last] if last >= 0 else None
        if ending:
            painter.setPen(QPen(accent, 2))
            painter.setBrush(ground)
            painter.drawEllipse(QPointF(*ending), 4.5, 4.5)

    def _draw_cursor(self, painter: QPainter, plot: TrendPlot) -> None:
        theme = current_theme()
        x = self._place(self._cursor)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawLine(QPointF(x, plot.top), QPointF(x, plot.bottom))
        point = plot.points[self._cursor]
        if point:
            painter.setPen(QPen(theme.colour("surface"), 2))
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(QPointF(*point), 5.5, 5.5)
        self._draw_tip(painter, plot, x, point)

    def _draw_tip(self, painter: QPainter, plot: TrendPlot, x: float, point: Point | None) -> None:
        theme = current_theme()
        lines = self._points[self._cursor].tip.split("\n")
        fonts = ["label", *["small"] * (len(lines) - 1)]
        most = self.width() - 4 * TIP_MARGIN
        shown = [
            theme.metrics(role).elidedText(line, Qt.TextElideMode.ElideRight, most)
            for role, line in zip(fonts, lines, strict=True)
        ]
        width = max(theme.metrics(role).horizontalAdvance(line) for role, line in zip(fonts, shown, strict=True))
        row = theme.metrics("small").height() * 1.1
        size = (width + 2 * TIP_MARGIN, row * len(lines) + 1.5 * TIP_MARGIN)
        left = x + 12 if x + 12 + size[0] <= self.width() else x - 12 - size[0]
        left = min(max(left, 0), max(0, self.width() - size[0]))
        middle = point[1] if point else plot.top + size[1]
        top = min(max(middle - size[1] - 12, 0), plot.bottom - size[1])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("toast"))
        painter.drawRoundedRect(QRectF(left, top, *size), RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setPen(theme.colour("on_toast"))
        for at, (role, line) in enumerate(zip(fonts, shown, strict=True)):
            painter.setFont(theme.font(role))
            area = QRectF(left + TIP_MARGIN, top + TIP_MARGIN * 0.75 + at * row, width + 1, row)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)


def _colours(theme: Theme) -> ChartColours:
    def digits(token: str) -> str:
        return theme.colours[token].lstrip("#")

    return ChartColours(
        ink=digits("text"),
        muted=digits("text3"),
        accent=digits("accent"),
        quiet=digits("line_strong"),
        grid=digits("line"),
        paper=digits("surface"),
    )


def _sizes(theme: Theme) -> TrendSizes:
    return TrendSizes(label=theme.px(12), end=theme.px(13), line=2.0, dot=theme.px(4), row=theme.px(17))
