"""Looks at a window the way a careful tester would: is anything cut off, too small, nameless or out of reach?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from arcareer_ui.shell.rail import NavButton, Rail
from arcareer_ui.shell.regions import tab_stops
from arcareer_ui.theme.theme import SchemeChoice, current_theme
from arcareer_ui.theme.tokens import MINIMUM_TARGET
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.label import ElideLabel

INPUTS = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractSpinBox, QTabBar, QAbstractItemView)
# the design's sizes and text scales; those of one scale side by side, as another scale styles every widget anew
SIZES = (
    ((1280, 800), 1.0),
    ((1024, 640), 1.0),
    ((1920, 1080), 1.0),
    ((1024, 640), 1.25),
    ((1280, 800), 1.25),
    ((1280, 800), 1.5),
)


class View(NamedTuple):
    """A size of the window, a text scale, a scheme."""

    size: tuple[int, int] = (1280, 800)
    scale: float = 1.0
    scheme: SchemeChoice = "light"


# Every size in light, and one in dark: a scheme has its own colours and no sizes.
VIEWS = (View(scheme="dark"), *(View(size, scale) for size, scale in SIZES))


def settle(rounds: int = 6) -> None:
    """Let layouts, timers that are due and deferred deletions run."""
    for _ in range(rounds):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def dress(window: QWidget, view: View) -> None:
    """Show a window in a theme and text scale, at exactly this size if it allows it."""
    app = QApplication.instance()
    theme = current_theme()
    if isinstance(app, QApplication) and (theme.scheme, theme.scale) != (view.scheme, view.scale):
        theme.apply(app, view.scheme, view.scale)
    window.show()
    settle()
    window.resize(*view.size)
    settle(8)


def audit(
    window: QWidget, size: tuple[int, int] = (1280, 800), scale: float = 1.0, scheme: SchemeChoice = "light"
) -> list[str]:
    """Return everything that is wrong with a window at this size, text scale and scheme; each fault once."""
    dress(window, View(size, scale, scheme))
    faults = [] if (window.width(), window.height()) == size else [f"grew to {window.width()}x{window.height()}"]
    for check in CHECKS:
        faults += check(window)
    return list(dict.fromkeys(faults))


def audit_all(window: QWidget) -> dict[View, list[str]]:
    """Return what is wrong with a window as it stands, for each of the design's views that has a fault."""
    found = {view: audit(window, *view) for view in VIEWS}
    dress(window, View())
    return {view: faults for view, faults in found.items() if faults}


def nameless(window: QWidget) -> list[str]:
    """Return controls a screen reader cannot name, and decorations that have a name or take the keyboard."""
    faults = [f"no accessible name: {_describe(widget)}" for widget in _controls(window) if not _spoken_name(widget)]
    for widget in _visible(window):
        if widget.property("decorative") and (
            widget.accessibleName() or widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        ):
            faults.append(f"decoration that speaks or takes the keyboard: {_describe(widget)}")
    return faults


def small_targets(window: QWidget) -> list[str]:
    """Return controls too small to hit."""
    return [
        f"target {widget.width()}x{widget.height()}: {_describe(widget)}"
        for widget in _controls(window)
        if widget.isEnabled() and min(widget.width(), widget.height()) < MINIMUM_TARGET and not _is_bare(widget)
    ]


def unreachable(window: QWidget) -> list[str]:
    """Return buttons the keyboard cannot reach, alone or as one of a group with one stop."""
    return [
        f"not reachable by keyboard: {_describe(widget)}"
        for widget in _visible(window)
        if isinstance(widget, QAbstractButton)
        and widget.isEnabled()
        and not _inside_control(widget)
        and widget.focusPolicy() == Qt.FocusPolicy.NoFocus
    ]


def clipped(window: QWidget) -> list[str]:
    """Return texts that have less room than they need."""
    return [fault for widget in _visible(window) for fault in _clipping(widget)]


def overflowing(window: QWidget) -> list[str]:
    """Return widgets that reach out of the window or of the area that scrolls them."""
    faults = []
    for widget in _visible(window):
        if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_scrollarea"):
            continue  # Qt's own, in the gutter beside what scrolls
        box = _scroll_box(widget) or window
        if box is widget or widget.window() is not window:
            continue
        over = _place(widget, window).right() - _place(box, window).right()
        if over > 1:
            faults.append(f"overflows by {over}: {_describe(widget)}")
    return faults


def many_primaries(window: QWidget) -> list[str]:
    """Return the primary buttons when there is more than one to press."""
    primary = [
        widget.text()
        for widget in _visible(window)
        if isinstance(widget, QPushButton) and widget.property("kind") == "primary" and widget.isEnabled()
    ]
    return [f"{len(primary)} primary buttons: {primary}"] if len(primary) > 1 else []


def out_of_order(window: QWidget) -> list[str]:
    """Return steps of the Tab chain that go back up within a column, the step round the end left out."""
    stops = [stop for stop in tab_stops(window) if not _is_bare(stop)]
    if not stops:
        return []
    start = min(range(len(stops)), key=lambda at: _reading_key(stops[at], window))
    chain = stops[start:] + stops[:start]
    faults = []
    for one, two in pairwise(chain):
        first, second = _place(one, window), _place(two, window)
        same_column = first.left() < second.right() and second.left() < first.right()
        if same_column and second.bottom() < first.top() and not _in_rail(two):
            faults.append(f"Tab goes up: {_describe(one)} to {_describe(two)}")
    return faults


def focus_is_visible(window: QWidget, widget: QWidget) -> bool:
    """Give a widget the keyboard by Tab and return whether its surroundings show the focus colour."""
    widget.clearFocus()  # where it has the keyboard already, nothing would come of giving it again
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    area = _place(widget, window).adjusted(-6, -6, 6, 6).intersected(window.rect())
    image = window.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = current_theme().colour("focus")
    hits = sum(number for colour, number in _colours(image).items() if _near(QColor(colour), wanted))
    return hits > image.width() // 4


CHECKS: tuple[Callable[[QWidget], list[str]], ...] = (
    clipped,
    overflowing,
    small_targets,
    nameless,
    unreachable,
    many_primaries,
    out_of_order,
)


def _visible(window: QWidget) -> Iterator[QWidget]:
    for child in window.children():  # what is hidden is left out with all that it holds: the other pages
        if isinstance(child, QWidget) and not child.isHidden() and not child.isWindow():
            if child.width() > 0:
                yield child
            yield from _visible(child)


def _controls(window: QWidget) -> Iterator[QWidget]:
    return (widget for widget in _visible(window) if isinstance(widget, INPUTS) and not _inside_control(widget))


def _inside_control(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QComboBox, QLineEdit, QTabBar, QAbstractSpinBox, QCalendarWidget, QAbstractItemView)):
            return True
        parent = parent.parentWidget()
    return False


def _spoken_name(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.accessibleName().strip()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def _is_bare(widget: QWidget) -> bool:
    return isinstance(widget, QTextEdit) or _inside_control(widget)


def _clipping(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, ElideLabel):
        return
    if isinstance(widget, QTextEdit):
        if not widget.verticalScrollBar().isVisible() and widget.verticalScrollBar().maximum() > 3:
            yield f"text cut off: {_describe(widget)}"
    elif isinstance(widget, QLabel) and widget.wordWrap():
        need = widget.heightForWidth(widget.width())
        if widget.text() and need > widget.height() + 1:
            yield f"cut off at {widget.height()} of {need} high: {_describe(widget)}"
    elif _shows_words(widget):
        need_size = widget.sizeHint()
        if need_size.width() > widget.width() + 1 or need_size.height() > widget.height() + 1:
            got = f"{widget.width()}x{widget.height()} of {need_size.width()}x{need_size.height()}"
            yield f"cut off at {got}: {_describe(widget)}"


def _shows_words(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(widget.text())
    if isinstance(widget, NavButton):
        return not widget.compact
    return isinstance(widget, Chip) or (isinstance(widget, QPushButton) and bool(widget.text()))


def _scroll_box(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return parent.viewport()
        parent = parent.parentWidget()
    return None


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)) if widget is not window else QPoint(0, 0), widget.size())


def _reading_key(widget: QWidget, window: QWidget) -> tuple[bool, int, int]:
    place = _place(widget, window)
    return _in_rail(widget), place.top(), place.left()


def _in_rail(widget: QWidget) -> bool:
    parent: QWidget | None = widget
    while parent is not None:
        if isinstance(parent, Rail):
            return True
        parent = parent.parentWidget()
    return False


def _colours(image: QImage) -> Counter[int]:
    """Return how often each colour stands in every other column of a picture of 32 bits a point."""
    points, line = memoryview(image.constBits()).cast("I"), image.bytesPerLine() // 4
    found: Counter[int] = Counter()
    for row in range(image.height()):
        found.update(points[row * line : row * line + image.width() : 2])
    return found


def _near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))  # type: ignore[index]


def _describe(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)) else ""
    words = text or widget.accessibleName()
    return f"{type(widget).__name__} {words[:40]!r}"
