"""Amounts as shapes, always with the value in words too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.styling import Restyled, decorative

FULL_TURN = 360 * 16
QUARTER = 90 * 16
SEGMENT_GAP = 3
LOW_PART = 4  # a quarter of the points, or less, is little


class Ring(Restyled, QWidget):
    """A share (0 to 1) as an arc, with a big and a small line of text inside; `size` and `stroke` at 100 % text."""

    def __init__(
        self,
        share: float,
        big: str,
        small: str = "",
        *,
        size: int = 104,
        colour: str = "accent",
        role: str = "h1",
        stroke: int = 0,
    ) -> None:
        """Without a `stroke` the arc is as thick as suits the size."""
        super().__init__()
        self._size, self._role, self._stroke = size, role, stroke
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(share, big, small, colour=colour)
        self.restyle()

    def set(self, share: float, big: str, small: str = "", *, colour: str = "accent") -> None:
        """Show another value."""
        self._share = min(1.0, max(0.0, share))
        self._big, self._small, self._colour = big, small, colour
        self.setAccessibleName(f"{big} {small}".strip())
        self.update()

    def restyle(self) -> None:
        """Follow the text scale."""
        side = current_theme().px(self._size)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw trough, arc and text."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = float(theme.px(self._stroke)) if self._stroke else max(5.0, self.width() * 0.087)
        inset = stroke / 2 + 1
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        pen = QPen(theme.colour("press"), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(area, 0, FULL_TURN)
        if self._share:
            pen.setColor(theme.colour(self._colour))
            painter.setPen(pen)
            painter.drawArc(area, QUARTER, -round(FULL_TURN * self._share))
        self._draw_text(painter)

    def _draw_text(self, painter: QPainter) -> None:
        theme = current_theme()
        high = theme.metrics(self._role, 600, tabular=True).height()
        low = theme.metrics("caption").height() if self._small else 0
        top = (self.height() - high - low * 0.9) / 2
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(self._role, 600, tabular=True))
        painter.drawText(QRectF(0, top, self.width(), high), Qt.AlignmentFlag.AlignCenter, self._big)
        if self._small:
            painter.setPen(theme.colour("text3"))
            painter.setFont(theme.font("caption"))
            below = QRectF(0, top + high * 0.92, self.width(), low)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._small)


class Bar(QWidget):
    """A share (0 to 1) as a thin bar, with an optional goal mark; `name` says the value in words."""

    def __init__(
        self, share: float, name: str, *, colour: str = "accent", height: int = 6, goal: float | None = None
    ) -> None:
        super().__init__()
        self._thickness, self._goal = height, goal
        self.setFixedHeight(height if goal is None else height + 8)
        self.setMinimumWidth(40)
        self.set(share, name, colour=colour)

    def set(self, share: float, name: str, *, colour: str = "accent") -> None:
        """Show another value."""
        self._share, self._colour = min(1.0, max(0.0, share)), colour
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw trough, bar and goal."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        thick, width = self._thickness, self.width()
        top, radius = (self.height() - thick) / 2, thick / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setBrush(theme.colour("press"))
        painter.drawRoundedRect(QRectF(0, top, width, thick), radius, radius)
        if self._share:
            length = max(thick, width * self._share)
            painter.setBrush(theme.colour(self._colour))
            painter.drawRoundedRect(QRectF(width - length if mirrored else 0, top, length, thick), radius, radius)
        if self._goal is not None:
            place = width * (1 - self._goal if mirrored else self._goal)
            painter.setBrush(theme.colour("text"))
            painter.drawRoundedRect(QRectF(place - 1, 0, 2, self.height()), 1, 1)


class StepBar(QWidget):
    """`done` of `total` equal parts; `name` says it in words."""

    def __init__(self, done: int, total: int, name: str, *, colour: str = "accent", height: int = 6) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self.setMinimumWidth(40)
        self.set(done, total, name, colour=colour)

    def set(self, done: int, total: int, name: str, *, colour: str = "accent") -> None:
        """Show another value."""
        self._done, self._total, self._colour = done, total, colour
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the parts in reading direction."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        total = max(1, self._total)
        width = (self.width() - SEGMENT_GAP * (total - 1)) / total
        radius = self.height() / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index in range(total):
            place = total - 1 - index if mirrored else index
            painter.setBrush(theme.colour(self._colour if index < self._done else "press"))
            painter.drawRoundedRect(QRectF(place * (width + SEGMENT_GAP), 0, width, self.height()), radius, radius)


class ScoreBar(QWidget):
    """One criterion: its name, points of a total, the parts, and a sentence of advice."""

    def __init__(self, title: str, points: int, total: int, advice: str = "") -> None:
        super().__init__()
        self._title = title
        layout = column(self, spacing=5)
        heading = row(spacing=8)
        heading.addWidget(Label(title, "strong"))
        heading.addStretch(1)
        self._points = Label("", "small", tabular=True)
        heading.addWidget(self._points)
        layout.addLayout(heading)
        self._bar = StepBar(points, total, "")
        layout.addWidget(self._bar)
        self._advice = Label("", "small", wrap=True)
        layout.addWidget(self._advice)
        self.set(points, total, advice)

    def set(self, points: int, total: int, advice: str = "") -> None:
        """Show another score and its reason."""
        text = self.tr("{points} of {total}").format(points=points, total=total)
        self._points.setText(text)
        low = points * LOW_PART <= total
        self._points.set_tone("warn" if low else "")
        self._bar.set(points, total, f"{self._title}: {text}", colour="warn" if low else "accent")
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))


class WeekBars(Restyled, QWidget):
    """Wins a week, oldest first. Weeks without one are hollow, weeks away are left open; nothing is ever red."""

    HEIGHT = 60
    GAP = 6

    def __init__(self, counts: Sequence[int | None], first: str, last: str, name: str) -> None:
        super().__init__()
        self.set(counts, first, last, name)
        self.restyle()

    def set(self, counts: Sequence[int | None], first: str, last: str, name: str) -> None:
        """Show other weeks: a count, or None for a week away; `first` and `last` label the ends."""
        self._counts, self._first, self._last = tuple(counts), first, last
        self.setAccessibleName(name)
        self.update()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.setFixedHeight(current_theme().px(self.HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the bars and the labels under their ends."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = theme.px(18)
        base = self.height() - foot
        amount = max(1, len(self._counts))
        width = (self.width() - self.GAP * (amount - 1)) / amount
        most = max((count or 0 for count in self._counts), default=0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index, count in enumerate(self._counts):
            place = amount - 1 - index if mirrored else index
            area_of_week = QRectF(place * (width + self.GAP), 0, width, base)
            fullness = None if count is None else count / max(1, most)
            self._draw_week(painter, area_of_week, fullness, latest=index == amount - 1)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text3"))
        area = QRectF(0, base + 1, self.width(), foot - 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        ends = (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(area, ends[not mirrored] | middle, self._first)
        painter.drawText(area, ends[mirrored] | middle, self._last)

    def _draw_week(self, painter: QPainter, area: QRectF, fullness: float | None, *, latest: bool) -> None:
        theme = current_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        if fullness is None:
            painter.setBrush(theme.colour("press"))
            painter.drawRoundedRect(area.adjusted(0, area.height() - 2, 0, 0), 1, 1)
        elif fullness == 0:
            painter.setPen(QPen(theme.colour("line_strong"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, area.height() - 7.5, -0.5, -0.5), 3, 3)
        else:
            height = 8 + (area.height() - 8) * fullness
            painter.setBrush(theme.colour("accent" if latest else "accent_past"))
            painter.drawRoundedRect(area.adjusted(0, area.height() - height, 0, 0), 3, 3)


class Sparkline(QWidget):
    """A decorative line of values, oldest first; the value itself stands beside it in words."""

    def __init__(self, values: Sequence[float] = (), colour: str = "accent") -> None:
        super().__init__()
        self.setFixedHeight(26)
        decorative(self)
        self.set(values, colour)

    def set(self, values: Sequence[float], colour: str = "accent") -> None:
        """Show other values."""
        self._values, self._colour = tuple(values), colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return a modest width."""
        return QSize(120, 26)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the line and a dot at its end."""
        if len(self._values) < 2:
            return
        theme = current_theme()
        low, high = min(self._values), max(self._values)
        spread = (high - low) or 1.0
        step = (self.width() - 6) / (len(self._values) - 1)
        points = [QPointF(2 + step * i, 4 + 18 * (1 - (value - low) / spread)) for i, value in enumerate(self._values)]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour(self._colour), 1.75)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(theme.colour(self._colour))
        painter.drawEllipse(points[-1], 2.2, 2.2)
