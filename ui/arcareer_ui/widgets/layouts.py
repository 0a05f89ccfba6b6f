"""Responsive layouts: wrapping rows, columns that stack, grids that reflow. Breakpoints follow the text scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QLayoutItem, QSizePolicy, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.styling import Restyled

UNBOUNDED = 16777215


class _Measured(NamedTuple):
    """A visible item of a row with the size it would have; it is never narrower than `least`."""

    item: QLayoutItem
    width: int
    height: int
    least: QSize


class Flow(QLayout):
    """A row that wraps: chips, filters, buttons."""

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 8, line_spacing: int = 8, at_end: bool = False
    ) -> None:
        """Take the gaps; lines begin at the start, or stand at the end."""
        self._at_end = at_end
        self._items: list[QLayoutItem] = []
        # kept until something changes, as the layouts around ask many times: the items, and the height by width
        self._measured: tuple[_Measured, ...] | None = None
        self._heights: dict[int, int] = {}
        super().__init__(parent)
        self._gap, self._line_gap = spacing, line_spacing
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)
        self._forget()

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        """Return the item at an index; None past the end, as Qt asks."""
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        """Remove and return the item at an index; None past the end, as Qt asks."""
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def invalidate(self) -> None:
        """Measure anew: an item was added, removed, shown, hidden or has another size."""
        self._forget()
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return height

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        items = self._measure()
        width = sum(one.width for one in items) + self._gap * max(0, len(items) - 1)
        return QSize(width, max((one.height for one in items), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        items = self._measure()
        width = max((one.least.width() for one in items), default=0)
        return QSize(width, max((one.least.height() for one in items), default=0))

    def _measure(self) -> tuple[_Measured, ...]:
        if self._measured is None:
            visible = (item for item in self._items if not item.isEmpty())
            sizes = ((item, item.sizeHint(), item.minimumSize()) for item in visible)
            self._measured = tuple(_Measured(item, hint.width(), hint.height(), least) for item, hint, least in sizes)
        return self._measured

    def _forget(self) -> None:
        self._measured = None
        self._heights.clear()

    def _place(self, area: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = area.marginsRemoved(margins)
        start, room = inner.x(), inner.width()
        left, top, tallest = start, inner.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for one in self._measure():
            width = min(one.width, max(room, one.least.width()))
            if left > start and left + width > start + room:
                self._settle(line, inner, tallest)
                left, top, tallest, line = start, top + tallest + self._line_gap, 0, []
            if move:
                line.append((one.item, QRect(left, top, width, one.height)))
            left += width + self._gap
            tallest = max(tallest, one.height)
        self._settle(line, inner, tallest)
        return top + tallest - area.y() + margins.bottom()

    def _settle(self, line: list[tuple[QLayoutItem, QRect]], inner: QRect, tallest: int) -> None:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = inner.right() - line[-1][1].right() if self._at_end and line else 0
        for item, rect in line:
            placed = rect.translated(max(0, room), (tallest - rect.height()) // 2)
            if mirrored:
                placed.moveLeft(inner.x() + inner.right() - placed.right())
            item.setGeometry(placed)


class FlowBox(QWidget):
    """A wrapping row as a widget; `set_widgets` replaces what it holds."""

    def __init__(self, *widgets: QWidget, spacing: int = 8, line_spacing: int = 8, at_end: bool = False) -> None:
        super().__init__()
        self._flow = Flow(self, spacing=spacing, line_spacing=line_spacing, at_end=at_end)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self._flow.addWidget(widget)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self._flow.addWidget(widget)

    def set_widgets(self, widgets: Iterable[QWidget]) -> None:
        """Replace all widgets; widgets that do not come back are deleted."""
        wanted = tuple(widgets)
        while self._flow.count():
            old = self._flow.takeAt(0).widget()
            if old is not None and old not in wanted:
                old.hide()
                old.deleteLater()
        for widget in wanted:
            self._flow.addWidget(widget)
            widget.show()
        self.updateGeometry()


class _Part(NamedTuple):
    widget: QWidget
    stretch: int
    width: int


class Columns(Restyled, QWidget):
    """Columns side by side, stacked in reading order below a width (px at 100 % text)."""

    stacked_changed = Signal(bool)

    def __init__(self, breakpoint_: int = 860, spacing: int = 16) -> None:
        super().__init__()
        self._breakpoint = breakpoint_
        self._parts: list[_Part] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)

    @property
    def stacked(self) -> bool:
        """Return whether the columns are on top of each other now."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def add(self, part: QWidget | QLayout, stretch: int = 0, width: int = 0) -> QWidget:
        """Put a column at the end: with a stretch, or with a fixed `width` (px at 100 % text); returns its widget."""
        if isinstance(part, QLayout):
            widget = QWidget()
            widget.setLayout(part)
        else:
            widget = part
        self._parts.append(_Part(widget, stretch, width))
        self._box.addWidget(widget, stretch)
        self._fit_part(self._parts[-1])
        return widget

    def restyle(self) -> None:
        """Follow the text scale."""
        self._arrange()
        for part in self._parts:
            self._fit_part(part)

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the columns are surely stacked."""
        return QSize(240, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack at the breakpoint."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self._breakpoint * current_theme().scale
        if narrow == self.stacked:
            return
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        for part in self._parts:
            self._fit_part(part)
        self.stacked_changed.emit(narrow)

    def _fit_part(self, part: _Part) -> None:
        if part.width and not self.stacked:
            part.widget.setFixedWidth(current_theme().px(part.width))
        elif part.width:
            part.widget.setMinimumWidth(0)
            part.widget.setMaximumWidth(UNBOUNDED)
        self._box.setStretchFactor(part.widget, 0 if self.stacked else part.stretch)


class AutoGrid(Restyled, QWidget):
    """Cells of equal width; as many columns as fit `min_width` (px at 100 % text).

    With `even` the rows are equally long where they can be: six cells stand 3 and 3 rather than 5 and 1.
    """

    def __init__(
        self, widgets: Sequence[QWidget] = (), min_width: int = 176, spacing: int = 12, *, even: bool = False
    ) -> None:
        super().__init__()
        self._min_width, self._even = min_width, even
        self._widgets: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)
        self.set_widgets(widgets)

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Replace the cells; widgets that do not come back are deleted."""
        for old in self._widgets:
            self._grid.removeWidget(old)
            if old not in widgets:
                old.hide()
                old.deleteLater()
        self._widgets = list(widgets)
        self._arrange(again=True)

    def restyle(self) -> None:
        """Follow the text scale."""
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the width of one narrow column."""
        return QSize(160, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reflow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, *, again: bool = False) -> None:
        room = int((self.width() + self._grid.spacing()) // (self._min_width * current_theme().scale))
        columns = max(1, min(len(self._widgets), room))
        if self._even and self._widgets:
            rows = -(-len(self._widgets) // columns)
            columns = -(-len(self._widgets) // rows)
        if columns == self._columns and not again:
            return
        for index in range(self._columns):
            self._grid.setColumnStretch(index, 0)
        self._columns = columns
        for index, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, index // columns, index % columns)
        for index in range(columns):
            self._grid.setColumnStretch(index, 1)
