import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from arcareer_ui.shell.regions import tab_stops
from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid, Columns, FlowBox
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tabs import Tabs
from tests.gui.widgets.conftest import Place
from tests.support.audit import clipped, overflowing, settle

LONG = "Managers trust people whose numbers land, month after month, and say so. " * 4


def a_card(title: str) -> Card:
    card = Card()
    card.add_heading(title, Chip("3"))
    card.add(Label(LONG, "small", wrap=True))
    return card


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [1000, 640, 420])
def test_nothing_is_cut_off_at_any_width(
    place: Place, theme: Theme, qapp: QApplication, width: int, scale: float
) -> None:
    columns = Columns(700)
    columns.add(a_card("One"), 1)
    columns.add(AutoGrid([a_card("Two"), a_card("Three")], 200), 1)
    header = PageHeader("A page title of some length", LONG, actions=(Button("Copy text"), Button("Save", "primary")))
    window = place(header, columns, FlowBox(*(Chip(f"{n},000 collected", "accent") for n in range(9))), width=width)
    theme.apply(qapp, "light", scale)
    settle(10)
    assert clipped(window) + overflowing(window) == []


def test_columns_stack_below_the_breakpoint_and_come_back(place: Place, theme: Theme, qapp: QApplication) -> None:
    columns = Columns(600)
    left, right = columns.add(Label("Left"), 1), columns.add(Label("Right"), width=200)
    window = place(columns, width=800)
    assert not columns.stacked
    assert right.width() == 200
    assert left.y() == right.y()
    window.resize(500, 400)
    settle()
    assert columns.stacked
    assert right.y() > left.y()
    assert right.width() == left.width()
    window.resize(800, 400)
    settle()
    assert (columns.stacked, right.width()) == (False, 200)
    theme.apply(qapp, "light", 1.5)
    settle()
    assert columns.stacked


def test_grid_reflows_with_width_and_text_size(place: Place, theme: Theme, qapp: QApplication) -> None:
    cells = [Label(str(number)) for number in range(6)]
    grid = AutoGrid(cells, 150)
    place(grid, width=520)
    assert len({cell.y() for cell in cells}) == 2
    theme.apply(qapp, "light", 1.5)
    settle()
    assert len({cell.y() for cell in cells}) == 3


def test_an_even_grid_leaves_no_cell_alone_in_its_row(place: Place) -> None:
    cells = [Label(str(number)) for number in range(6)]
    place(AutoGrid(cells, 100, even=True), width=560)
    assert len({cell.y() for cell in cells}) == 2
    assert [cell.x() for cell in cells[:3]] == [cell.x() for cell in cells[3:]]


def test_grid_cells_can_be_replaced(place: Place) -> None:
    kept = Label("kept")
    grid = AutoGrid([kept, Label("gone")], 150)
    place(grid)
    grid.set_widgets([kept, Label("new"), Label("more")])
    settle()
    assert {label.text() for label in grid.findChildren(Label)} == {"kept", "new", "more"}


def test_flow_wraps_mirrors_and_replaces(place: Place, qapp: QApplication) -> None:
    first = Button("First")
    flow = FlowBox(first, *(Button(f"Button {n}") for n in range(8)))
    place(flow, width=420)
    wrapped = flow.height()
    assert wrapped > 2 * first.height()
    assert first.x() == 0
    flow.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert first.geometry().right() == flow.width() - 1
    flow.set_widgets([first])
    settle()
    assert flow.height() < wrapped
    assert len(flow.findChildren(Button)) == 1


def test_scroll_never_scrolls_sideways_and_keeps_its_width(place: Place) -> None:
    label = Label(LONG * 6, wrap=True)
    window = place(label, width=300)
    assert isinstance(window, Scroll)
    before = window.viewport().width()
    assert window.horizontalScrollBar().maximum() == 0
    assert window.verticalScrollBar().maximum() > 0
    label.setText("Short")
    settle()
    assert window.verticalScrollBar().maximum() == 0
    assert window.viewport().width() == before


def test_tabs_build_their_content_when_first_shown(place: Place) -> None:
    built: list[str] = []

    def content(name: str) -> QWidget:
        built.append(name)
        return Label(name)

    tabs = Tabs("Tools")
    for name in ("checklist", "star", "flags"):
        tabs.add(name, name.title(), lambda name=name: content(name))  # type: ignore[misc]
    place(tabs)
    told: list[str] = []
    tabs.changed.connect(told.append)
    assert built == ["checklist"]
    tabs.set_current("flags")
    tabs.set_current("checklist")
    tabs.set_current("flags")
    assert (built, told) == (["checklist", "flags"], ["flags", "checklist", "flags"])
    assert tabs.current == "flags"
    assert tabs.content("star") is None
    shown = tabs.content("flags")
    settle()
    assert isinstance(shown, Label)
    assert shown.isVisible()


def test_selected_tab_is_as_wide_as_unselected(place: Place) -> None:
    tabs = Tabs("Tools")
    for name in ("Value checklist", "Weakness reframe"):
        tabs.add(name, name, QWidget)
    place(tabs, width=600)
    before = [tabs.tabBar().tabRect(index).width() for index in range(2)]
    tabs.set_current("Weakness reframe")
    assert [tabs.tabBar().tabRect(index).width() for index in range(2)] == before


def test_tab_goes_from_the_tabs_into_what_was_built_late(place: Place) -> None:
    tabs, below = Tabs("Tools"), Button("Below")
    tabs.add("first", "First", lambda: Button("One"))
    tabs.add("second", "Second", lambda: Button("Two"))
    window = place(tabs, below)
    tabs.set_current("second")
    settle()
    names = [one.label for one in tab_stops(window) if isinstance(one, Button)]
    assert names == ["Two", "Below"]


def test_a_tab_reached_by_key_has_the_keyboard_in_it_from_the_first_visit(place: Place) -> None:
    tabs = Tabs("Tools")
    tabs.add("first", "First", lambda: Button("One"))
    tabs.add("second", "Second", lambda: Button("Two"))
    tabs.add("third", "Third", lambda: Label("Nothing to press"))
    place(tabs)
    one = tabs.content("first")
    assert one is not None
    one.setFocus()
    tabs.set_current("second")
    two = tabs.content("second")
    assert two is not None
    assert two.hasFocus()
    tabs.set_current("third")
    assert tabs.tabBar().hasFocus()
