"""Tab order as reading order, also for parts that were put in later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def follow_layout(root: QWidget) -> None:
    """Let Tab go through `root` in the order of its layouts; Qt itself puts parts added later at the end."""
    for before, after in pairwise(_stops(root)):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def in_turn(*roots: QWidget) -> None:
    """Let Tab go through parts one after the other, each in the order it has; Qt puts what is made later at the end."""
    stops: list[QWidget] = []
    for root in roots:
        parts = [root, *(part for part in _chain(root) if root.isAncestorOf(part))]
        stops += [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def first_stop(root: QWidget) -> QWidget | None:
    """Return what Tab reaches first inside a part that is on show; None for nothing."""
    return next((stop for stop in _stops(root) if stop.isVisible() and stop.isEnabled()), None)


def _chain(start: QWidget) -> Iterator[QWidget]:
    part = start.nextInFocusChain()
    while part is not None and part is not start:
        yield part
        part = part.nextInFocusChain()


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        if content is not None:
            yield from _stops(content)
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout, [child for child in widget.children() if isinstance(child, QWidget)])


def _in_layout(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """Yield the stops of a layout; its items are never asked for, as the binding may free them once too often."""
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    placed: list[tuple[int, QObject]] = [(layout.indexOf(widget), widget) for widget in widgets]
    placed += [(layout.indexOf(child), child) for child in inner]
    for place, part in sorted(placed, key=lambda entry: entry[0]):
        if place < 0:
            continue
        if isinstance(part, QLayout):
            yield from _in_layout(part, widgets)
        elif isinstance(part, QWidget):
            yield from _stops(part)
