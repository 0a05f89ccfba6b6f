"""Every place of the app, at the design's sizes: nothing clipped, nameless, out of reach or out of order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from arcareer.domain.win_lists import WinQuery
from arcareer_ui.pages_list import PAGES
from arcareer_ui.widgets.tabs import Tabs
from tests.gui.app.conftest import Start
from tests.support.audit import CHECKS, View, audit, dress, out_of_order, settle
from tests.support.running import Running

VIEWS = (
    View(),
    View(scale=1.25),
    View(scale=1.5),
    View((1024, 640)),
    View((1024, 640), 1.25),
    View(scheme="dark"),
)
CASES = [(True, view) for view in VIEWS] + [(False, view) for view in VIEWS[::2]]


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
