import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from arcareer_ui.page import PageSpec
from arcareer_ui.shell.rail import Rail
from arcareer_ui.shell.regions import tab_stops
from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.icon import Mark
from arcareer_ui.widgets.label import Label
from tests.gui.shell.conftest import SPECS, Desk
from tests.support.audit import clipped, nameless, settle, small_targets


@pytest.fixture
def rail(qtbot: QtBot, theme: Theme) -> Rail:
    rail = Rail(SPECS)
    qtbot.addWidget(rail)
    rail.set_current("week")
    rail.resize(rail.width(), 700)
    rail.show()
    settle()
    return rail


def test_only_registered_places_are_shown(qtbot: QtBot, theme: Theme) -> None:
    few: tuple[PageSpec, ...] = SPECS[:2]
    rail = Rail(few)
    qtbot.addWidget(rail)
    rail.show()
    assert [button.accessibleName() for button in rail.buttons] == ["This week", "Wins & more"]
    headings = [label.text() for label in rail.findChildren(Label) if label.isVisible()]
    assert "Every week" in headings
    assert "Prepare" not in headings


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_both_widths_pass_the_audit(rail: Rail, theme: Theme, qapp: QApplication, compact: bool, scale: float) -> None:
    rail.set_compact(compact)
    theme.apply(qapp, "light", scale)
    settle()
    assert clipped(rail) + nameless(rail) + small_targets(rail) == []


def test_compact_keeps_names_and_says_them_in_tooltips(rail: Rail) -> None:
    names = [button.accessibleName() for button in rail.buttons]
    rail.set_compact(True)
    assert [button.accessibleName() for button in rail.buttons] == names
    assert rail.buttons[1].toolTip() == "Wins & more (Ctrl+2)"
    assert rail.width() == 64


def test_places_are_one_stop_and_arrows_move(rail: Rail) -> None:
    assert [stop.accessibleName() for stop in tab_stops(rail)] == ["Log a win", "Find anything", "This week"]
    told: list[str] = []
    rail.chosen.connect(told.append)
    rail.chosen.connect(rail.set_current)
    QTest.keyClick(rail.buttons[0], Qt.Key.Key_Down)
    QTest.keyClick(rail.buttons[1], Qt.Key.Key_Down)
    QTest.keyClick(rail.buttons[2], Qt.Key.Key_Up)
    assert told == ["wins", "prep", "wins"]
    assert tab_stops(rail)[-1] is rail.buttons[1]


def test_arrows_go_round(rail: Rail) -> None:
    told: list[str] = []
    rail.chosen.connect(told.append)
    QTest.keyClick(rail.buttons[0], Qt.Key.Key_Up)
    assert told == ["settings"]


def test_moving_along_the_rail_keeps_the_keyboard_there(desk: Desk) -> None:
    desk.window.rail.buttons[0].setFocus()
    QTest.keyClick(desk.window.rail.buttons[0], Qt.Key.Key_Down)
    settle()
    assert desk.window.pages.current_id == "wins"
    assert desk.window.rail.buttons[1].hasFocus()


def test_a_click_on_a_place_puts_the_keyboard_into_the_page(desk: Desk) -> None:
    QTest.mouseClick(desk.window.rail.buttons[2], Qt.MouseButton.LeftButton)
    settle()
    assert desk.page().line.hasFocus()


def test_buttons_of_the_rail_open_capture_and_palette(desk: Desk) -> None:
    stops = tab_stops(desk.window.rail)
    QTest.mouseClick(stops[0], Qt.MouseButton.LeftButton)
    assert desk.window.capture.isVisible()
    desk.window.capture.dismiss()
    QTest.mouseClick(stops[1], Qt.MouseButton.LeftButton)
    assert desk.window.overlays.palette.isVisible()
    desk.window.overlays.palette.dismiss()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_compact_has_one_axis(rail: Rail, theme: Theme, qapp: QApplication, scale: float) -> None:
    rail.set_compact(True)
    theme.apply(qapp, "light", scale)
    settle()
    (mark,) = rail.findChildren(Mark)
    middles = {round(centre(part, rail)) for part in (mark, rail.first_stop(), *rail.buttons)}
    assert len(middles) == 1


def test_the_place_one_is_at_stays_in_sight(rail: Rail) -> None:
    rail.set_compact(True)
    last, first = rail.buttons[-1], rail.buttons[0]
    rail.resize(rail.width(), 260)
    rail.set_current(last.page_id)
    settle()
    assert is_whole(last)
    rail.set_current(first.page_id)
    settle()
    assert is_whole(first)
    assert is_whole(rail.first_stop())
    rail.resize(rail.width(), 700)
    rail.set_current(last.page_id)
    rail.resize(rail.width(), 260)
    settle()
    assert is_whole(last)


def centre(part: QWidget, rail: Rail) -> float:
    return part.mapTo(rail, QPoint(0, 0)).x() + part.width() / 2


def is_whole(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect() == part.rect()
