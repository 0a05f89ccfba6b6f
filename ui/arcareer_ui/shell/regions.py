"""F6: from one part of the window to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def tab_stops(region: QWidget) -> list[QWidget]:
    """Return what Tab reaches inside a region, in order; the region itself if it is one."""
    stops: list[QWidget] = []
    step: QWidget | None = region
    while step is not None:
        if _is_stop(step) and (step is region or region.isAncestorOf(step)):
            stops.append(step)
        step = step.nextInFocusChain()
        if step is region:
            break
    return stops


def go_to_next(regions: Sequence[QWidget], step: int) -> None:
    """Put the keyboard on the first stop of the region after (1) or before (-1) the one that has it."""
    usable = [region for region in regions if region.isVisible() and tab_stops(region)]
    if not usable:
        return
    focus = QApplication.focusWidget()
    holders = [
        at for at, region in enumerate(usable) if focus is not None and (region is focus or region.isAncestorOf(focus))
    ]
    at = holders[-1] if holders else -1 if step > 0 else 0
    tab_stops(usable[(at + step) % len(usable)])[0].setFocus(Qt.FocusReason.ShortcutFocusReason)


def put_before(stop: QWidget, widgets: Sequence[QWidget]) -> None:
    """Let Tab reach these widgets just before a stop."""
    before = stop.previousInFocusChain()
    for widget in widgets:
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget


def _is_stop(widget: QWidget) -> bool:
    reachable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reachable and widget.isVisible() and widget.isEnabled()
