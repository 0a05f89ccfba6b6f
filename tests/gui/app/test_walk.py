"""Every place of the app, at the design's sizes: nothing clipped, nameless, out of reach or out of order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QListView, QTabBar

from arcareer.domain.win_lists import WinQuery
from arcareer_ui.pages_list import PAGES
from arcareer_ui.shell.regions import tab_stops
from arcareer_ui.widgets.button import IconButton
from arcareer_ui.widgets.tabs import Tabs
from tests.gui.app.conftest import Start
from tests.support.audit import CHECKS, View, audit, dress, focus_is_visible, out_of_order, settle
from tests.support.running import Running

# Every page has the audit of its own at every size; the walk finds what only shows when the window holds them all.
CASES = [(True, View()), (True, View(scale=1.5)), (True, View((1024, 640), 1.25, "dark")), (False, View())]


def places(running: Running) -> Iterator[str]:
    """Yield the routes to every page, every tab, the trash and an open win."""
    for spec in PAGES:
        tabs = running.go(spec.id).findChildren(Tabs)
        yield from (f"{spec.id}/{tab}" for tab in tabs[0].ids) if tabs else (spec.id,)
    yield "wins/trash"
    newest = running.app.journal.find(WinQuery(), 1)
    if newest:
        yield f"win/{newest[0].id}"


@pytest.mark.parametrize(("filled", "view"), CASES, ids=str)
def test_every_place_passes_the_audit(launch: Start, view: View, filled: bool) -> None:
    running = launch(sample=filled)
    dress(running.window, view)
    faults: dict[str, list[str]] = {}
    for route in places(running):
        running.go(route)
        faults[route] = audit(running.window, *view)
    running.window.overlays.find()
    settle()
    # Tab stays in the palette, so the order with what lies below does not matter
    faults["palette"] = [fault for check in CHECKS if check is not out_of_order for fault in check(running.window)]
    assert {place: found for place, found in faults.items() if found} == {}


def test_controls_speak_and_show_where_the_keyboard_is(sample: Running) -> None:
    faults: list[str] = []
    for route in places(sample):
        page = sample.go(route)
        for button in (one for one in page.findChildren(IconButton) if one.isVisible()):
            if not button.toolTip().startswith(button.accessibleName().partition(":")[0]):
                faults.append(f"{route}: {button.accessibleName()!r} is shown as {button.toolTip()!r}")
        for bar in (one for one in page.findChildren(QTabBar) if one.isVisible()):
            if QAccessible.queryAccessibleInterface(bar).role() != QAccessible.Role.PageTabList:
                faults.append(f"{route}: no list of tabs: {bar.accessibleName()}")
        for view in (one for one in page.findChildren(QListView) if one.isVisible() and not one.window().isHidden()):
            model = view.model()
            rows = range(min(model.rowCount(), 5)) if model is not None else ()
            if not all(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in rows):
                faults.append(f"{route}: rows without words: {view.accessibleName()}")
        stops = [stop for stop in tab_stops(page) if not isinstance(stop, (Tabs, QTabBar, QListView))]
        faults += [f"{route}: no ring on {stop}" for stop in stops[:4] if not focus_is_visible(sample.window, stop)]
    assert faults == []
