"""What a user does, counted in keys and clicks, from every place of the app."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from arcareer.domain.journal import WinQuery
from arcareer_ui.pages.prep.checklist.tab import ChecklistTab
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.settings.page import SettingsPage
from arcareer_ui.pages.this_week.page import ThisWeekPage
from arcareer_ui.pages.wins.page import WinsPage
from arcareer_ui.pages_list import PAGES
from tests.gui.app.conftest import Start
from tests.support.audit import settle
from tests.support.running import Running, buttons, focused, press

SENTENCE = "Cleared 12 disputed invoices with the sales team"
AWAY = [spec.id for spec in PAGES if spec.id != "this-week"]


def newest(running: Running) -> str:
    return running.app.journal.find(WinQuery(), 1)[0].headline


def what_has_the_keyboard() -> tuple[type[QWidget], str]:
    """Return what it is and its name: rows are made anew where the win changes them."""
    return type(focused()), focused().accessibleName()


def scrolls(page: QWidget) -> list[int]:
    """Return how far each part of a page is scrolled that is there to stay."""
    return [area.verticalScrollBar().value() for area in page.findChildren(QAbstractScrollArea) if area.isVisible()]


def test_one_key_beyond_the_sentence_from_the_start(running: Running) -> None:
    QTest.keyClicks(focused(), SENTENCE)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    assert newest(running) == SENTENCE


@pytest.mark.parametrize("place", AWAY)
def test_two_keys_beyond_the_sentence_from_anywhere_and_back_where_one_was(sample: Running, place: str) -> None:
    page = sample.go(place)
    settle(20)
    keyboard = what_has_the_keyboard()
    for area in page.findChildren(QAbstractScrollArea):
        bar = area.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
    settle()
    before, route = scrolls(page), sample.window.router.current
    sample.log(SENTENCE)
    assert newest(sample) == SENTENCE
    assert (sample.page, sample.window.router.current) == (page, route)
    assert what_has_the_keyboard() == keyboard
    if place != "wins":  # the list there has a row more
        assert scrolls(page) == before


def test_two_clicks_from_home_to_a_word_file(sample: Running, tmp_path: Path, qtbot: QtBot) -> None:
    sample.dialogs.path = tmp_path / "sheet.docx"
    QTest.mouseClick(buttons(sample.window.rail)["Brag sheet"], Qt.MouseButton.LeftButton)
    settle(20)
    press(sample.page, "Save as Word")
    qtbot.waitUntil(sample.dialogs.path.exists)


def test_two_clicks_from_home_to_a_running_rehearsal(sample: Running) -> None:
    press(sample.go("this-week"), "Rehearse")
    settle()
    press(sample.page, "Start")
    settle()
    assert {"Pause", "Finish"} <= buttons(sample.page).keys()


def test_two_keys_from_an_interview_on_home_to_a_running_rehearsal(sample: Running) -> None:
    buttons(sample.go("this-week"))["Rehearse"].setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(focused(), key)
        settle()
    assert {"Pause", "Finish"} <= buttons(sample.page).keys()


def test_one_act_from_a_win_to_an_answer_made_of_it(sample: Running) -> None:
    win = sample.app.journal.find(WinQuery(), 1)[0]
    press(sample.go(f"win/{win.id}"), "Make a STAR answer")
    settle()
    (answer,) = sample.app.answers.of_win(win.id)
    assert sample.window.router.current == f"answer/{answer.id}"
    assert not answer.is_blank
    QTest.keyClick(sample.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert sample.window.router.current == f"win/{win.id}"
    assert sample.app.answers.of_win(win.id) == (answer,)


def test_the_first_run_takes_four_acts_and_no_other_window(running: Running) -> None:
    QTest.keyClicks(focused(), SENTENCE)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    page = running.page
    assert isinstance(page, ThisWeekPage)
    assert page.view.nudge.isVisible()
    answers = list(buttons(page.view.nudge).values())
    QTest.mouseClick(answers[0], Qt.MouseButton.LeftButton)
    settle()
    assert not page.view.nudge.isVisible()
    assert [window for window in QApplication.topLevelWidgets() if window.isVisible()] == [running.window]
    assert running.dialogs.asked == []


def test_sample_data_never_touches_the_users_library(launch: Start) -> None:
    running = launch()
    running.log(SENTENCE)
    running.close()
    before = contents(running.places.library.folder)
    again = launch()
    sample_folder = again.places.sample.folder
    untouched = contents(again.places.library.folder, only=(".db",))
    assert untouched == {name: data for name, data in before.items() if name.endswith(".db")}
    press(again.go("settings/data"), "See it with sample data")
    again.settle_in()
    assert again.app.paths.folder == sample_folder
    assert again.app.journal.count(WinQuery()) > 50
    at_work = contents(again.places.library.folder)
    again.log("A win of nobody")
    again.app.journal.move_to_trash([again.app.journal.find(WinQuery(), 1)[0].id])
    press(again.window.banners, "Start my own")
    again.settle_in()
    assert not sample_folder.exists()
    assert newest(again) == SENTENCE
    again.close()
    after = contents(again.places.library.folder)
    own = [name for name in at_work if not name.endswith(("profile.json", ".lock"))]
    assert {name: after[name] for name in own} == {name: at_work[name] for name in own}


def contents(folder: Path, *, only: tuple[str, ...] = ("",)) -> dict[str, str]:
    """Return the hash of every file in a folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name.endswith(only)
    }


def test_a_restart_brings_back_place_tab_filters_and_window(launch: Start) -> None:
    running = launch(sample=True)
    running.window.setGeometry(0, 0, 1024, 700)
    running.go("prep/value-checklist")
    prep = running.page
    assert isinstance(prep, PrepPage)
    checklist = prep.tool("value-checklist")
    assert isinstance(checklist, ChecklistTab)
    checklist.filter.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    running.go("settings/customers")
    running.go("wins")
    wins = running.page
    assert isinstance(wins, WinsPage)
    press(wins.view.filters, "Needs a number")
    state = wins.view.filters.state()
    running.close()

    again = launch()
    assert again.window.size().toTuple() == (1024, 700)
    wins = again.page
    assert isinstance(wins, WinsPage)
    assert wins.view.filters.state() == state
    prep = again.go("prep")
    assert isinstance(prep, PrepPage)
    QTest.mouseClick(buttons(again.window.rail)["Settings"], Qt.MouseButton.LeftButton)
    settle()
    settings = again.page
    assert isinstance(settings, SettingsPage)
    assert settings.tabs.current == "customers"
    checklist = prep.tool("value-checklist")
    assert isinstance(checklist, ChecklistTab)
    assert checklist.filter.current == "gaps"
