"""What waits for a pause when the window closes asks no library that is closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.rubric.tab import RubricTab
from arcareer_ui.pages.wins.page import WinsPage
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.win_picker import WinPicker
from tests.gui.app.test_walk import places
from tests.support.audit import settle
from tests.support.running import Running, press


def active(root: QWidget) -> list[QTimer]:
    return [timer for timer in root.findChildren(QTimer) if timer.isActive()]


@pytest.mark.no_qt_log  # without a screen, pop-ups cannot be raised, which Qt says
def test_nothing_typed_is_looked_at_once_the_window_has_closed(sample: Running) -> None:
    typed = 0
    for route in places(sample):
        page = sample.go(route)
        boxes: list[LineEdit | GrowText] = [*page.findChildren(LineEdit), *page.findChildren(GrowText)]
        for box in boxes:
            if box.isVisible() and box.isEnabled() and not box.isReadOnly():
                QTest.keyClicks(box, "harbour")
                typed += 1
    window = sample.window
    assert typed > len(list(places(sample)))
    sample.window.overlays.find()
    QTest.keyClicks(sample.window.overlays.palette.field, "harbour")
    assert active(window) != []
    window.close()
    settle()
    assert active(window) == []


def test_the_search_for_wins_does_not_outlive_the_list(sample: Running) -> None:
    page = sample.go("wins")
    assert isinstance(page, WinsPage)
    QTest.keyClicks(page.view.filters.search, "harbour")
    sample.go("this-week")
    assert active(page.view.filters) == []


def test_a_picker_that_was_left_does_not_search(sample: Running) -> None:
    page = sample.go("prep/bullet-rubric")
    assert isinstance(page, PrepPage)
    press(page, "From a win")
    tab = page.tabs.content("bullet-rubric")
    assert isinstance(tab, RubricTab)
    picker = tab.view.picker
    assert isinstance(picker, WinPicker)
    asked: list[str] = []
    picker.search.searched.connect(asked.append)
    QTest.keyClicks(picker.search, "harbour")
    press(picker, "Back")
    settle()
    assert (active(picker), asked) == ([], [])


@pytest.mark.parametrize("route", ["wins", "prep/bullet-rubric"])
def test_the_palette_that_was_left_does_not_search(sample: Running, route: str) -> None:
    sample.go(route)
    palette = sample.window.overlays.palette
    sample.window.overlays.find()
    QTest.keyClicks(palette.field, "harbour")
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert active(palette) == []
