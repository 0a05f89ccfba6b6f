"""Settings: every choice counts at once, is stored, and follows what is chosen elsewhere."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.settings.preferences import DateFormat, Motion, ThemeChoice
from arcareer.settings.store import PreferencesStore
from arcareer_ui.pages import settings, this_week, wins
from arcareer_ui.pages.settings.about import AboutTab
from arcareer_ui.pages.settings.look import LookTab
from arcareer_ui.pages.settings.page import SettingsPage
from arcareer_ui.pages.settings.you import YouTab
from arcareer_ui.pages.wins.page import WinsPage
from arcareer_ui.shell.save_status import SaveState
from arcareer_ui.theme.tokens import PAGE_MARGIN_COMPACT
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import View, dress, settle
from tests.support.builders import a_win
from tests.support.opened import Opened

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    desk = open_pages((settings.SPEC, wins.SPEC, this_week.SPEC))
    desk.window.router.go("settings/you")
    settle()
    return desk


def save_state(opened: Opened) -> SaveState:
    return opened.window.rail.status.state


def page(opened: Opened) -> SettingsPage:
    shown = opened.page
    assert isinstance(shown, SettingsPage)
    return shown


def you(opened: Opened) -> YouTab:
    opened.window.router.go("settings/you")
    settle()
    tab = page(opened).tabs.content("you")
    assert isinstance(tab, YouTab)
    return tab


def look(opened: Opened) -> LookTab:
    opened.window.router.go("settings/look")
    settle()
    tab = page(opened).tabs.content("look")
    assert isinstance(tab, LookTab)
    return tab


def stored(opened: Opened, tmp_path: Path) -> PreferencesStore:
    """Return what is on disk."""
    return PreferencesStore(tmp_path / "config" / "preferences.toml")


def pick(combo: Combo, text: str) -> None:
    combo.setCurrentIndex(combo.findText(text))
    combo.activated.emit(combo.currentIndex())
    settle()


def type_over(line: object, text: str) -> None:
    line.setFocus()  # type: ignore[attr-defined]
    line.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(line, text)  # type: ignore[arg-type]


@pytest.mark.parametrize("tab", ["you", "look", "customers", "writing", "data", "about"])
def test_every_tab_has_a_route_and_a_key(opened: Opened, tab: str) -> None:
    opened.window.router.go(f"settings/{tab}")
    settle()
    assert page(opened).tabs.current == tab
    number = page(opened).tabs.ids.index(tab)
    opened.window.router.go("settings/you" if tab != "you" else "settings/look")
    QTest.keyClick(opened.window, getattr(Qt.Key, f"Key_{number + 1}"), ALT)
    settle()
    assert page(opened).tabs.current == tab


def test_the_last_tab_is_remembered(opened: Opened, open_pages: OpenPages) -> None:
    opened.window.router.go("settings/look")
    opened.close()
    again = open_pages((settings.SPEC, wins.SPEC, this_week.SPEC))
    assert page(again).tabs.current == "look"


@pytest.mark.parametrize("part", ["name", "title", "employer"])
def test_details_are_saved_as_they_are_typed(opened: Opened, part: str, qtbot: QtBot) -> None:
    line = you(opened).owner.lines[part]
    line.setFocus()
    QTest.keyClicks(line, "Jordan Ellery")
    qtbot.waitUntil(lambda: getattr(opened.app.agenda.owner(), part) == "Jordan Ellery", timeout=2_000)
    assert opened.window.rail.status.state is SaveState.SAVED


def test_typing_a_detail_is_one_step_to_undo(opened: Opened) -> None:
    line = you(opened).owner.lines["name"]
    line.setFocus()
    QTest.keyClicks(line, "Jordan")
    page(opened).flush()
    QTest.keyClicks(line, " Ellery")
    page(opened).flush()
    assert opened.session.undo.stack.count() == 1
    opened.session.undo.undo()
    settle()
    assert opened.app.agenda.owner().name == line.text() == ""


def test_details_are_saved_on_leaving_the_page(opened: Opened) -> None:
    line = you(opened).owner.lines["title"]
    line.setFocus()
    QTest.keyClicks(line, "Coordinator")
    opened.window.router.go("this-week")
    assert opened.app.agenda.owner().title == "Coordinator"


def test_details_the_disk_does_not_take_are_kept_and_tried_again(opened: Opened) -> None:
    def refuse() -> None:
        raise LibraryProblem(ProblemKind.DISK_FULL, "The disk is full. Your text is kept.")

    line = you(opened).owner.lines["name"]
    opened.app.edits._store.guard = refuse
    line.setFocus()
    QTest.keyClicks(line, "Jordan")
    page(opened).flush()
    assert save_state(opened) is SaveState.NOT_SAVED
    assert line.text() == "Jordan"
    opened.app.edits._store.guard = lambda: None
    page(opened).flush()
    assert opened.app.agenda.owner().name == "Jordan"
    assert save_state(opened) is SaveState.SAVED


def test_currency_dates_and_reminder_are_stored_at_once(opened: Opened, tmp_path: Path) -> None:
    tab = you(opened)
    pick(tab.currency, "EUR")
    pick(tab.dates, "Year first: 2026-10-16")
    pick(tab.day, "Thursday")
    pick(tab.time, "16:00")
    now = stored(opened, tmp_path).current
    assert (now.currency, now.date_format) == ("EUR", DateFormat.ISO)
    assert (now.reminder_weekday, now.reminder_time) == (3, time(16, 0))


def test_the_reminder_can_be_switched_off(opened: Opened, tmp_path: Path) -> None:
    tab = you(opened)
    assert tab.day.isEnabled()
    QTest.keyClick(tab.reminder, Qt.Key.Key_Space)
    settle()
    now = stored(opened, tmp_path).current
    assert (now.remind_in_app, now.nudge_answered) == (False, True)
    assert not tab.day.isEnabled()
    assert not tab.time.isEnabled()


def test_dates_change_on_every_page_at_once(opened: Opened) -> None:
    opened.wins(a_win("Cleared the backlog", happened_on=date(2025, 3, 6)))
    opened.window.router.go("wins")
    settle()
    page_of_wins = opened.page
    assert isinstance(page_of_wins, WinsPage)
    assert page_of_wins.view.detail.date_words == "Thursday 6 March 2025"
    pick(you(opened).dates, "Month first: Oct 16, 2026")
    opened.window.router.go("wins")
    settle()
    assert page_of_wins.view.detail.date_words == "Thursday March 6, 2025"
    assert page_of_wins.view.detail.day.displayFormat() == "MM/dd/yyyy"
    model = page_of_wins.view.list.model()
    assert "Thu Mar 6, 2025" in model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)


def test_a_time_and_a_currency_that_are_not_offered_are_shown(opened: Opened) -> None:
    opened.preferences.update(reminder_time=time(15, 45), currency="ISK")
    tab = you(opened)
    assert tab.time.currentText() == "15:45"
    assert tab.currency.currentText() == "ISK"


def test_theme_size_and_movement_are_stored_at_once(opened: Opened, tmp_path: Path) -> None:
    tab = look(opened)
    themes, sizes = tab.theme.focusProxy(), tab.text_size.focusProxy()
    assert themes is not None
    assert sizes is not None
    themes.setFocus()
    QTest.keyClick(themes, Qt.Key.Key_Right)
    QTest.keyClick(themes, Qt.Key.Key_Right)
    QTest.keyClick(sizes, Qt.Key.Key_Right)
    QTest.keyClick(tab.calm, Qt.Key.Key_Space)
    now = stored(opened, tmp_path).current
    assert (now.theme, now.text_scale, now.motion) == (ThemeChoice.DARK, 115, Motion.REDUCED)


def test_what_is_chosen_elsewhere_is_followed(opened: Opened) -> None:
    tab = look(opened)
    opened.preferences.update(theme=ThemeChoice.LIGHT, text_scale=125, motion=Motion.REDUCED)
    assert (tab.theme.current, tab.text_size.current, tab.calm.isChecked()) == ("light", "125", True)
    opened.preferences.update(motion=Motion.SYSTEM, text_scale=110)
    assert (tab.text_size.current, tab.calm.isChecked()) == ("115", False)


def test_a_choice_that_cannot_be_stored_is_told(opened: Opened, tmp_path: Path) -> None:
    tab = look(opened)
    (tmp_path / "config" / "preferences.toml").unlink(missing_ok=True)
    (tmp_path / "config" / "preferences.toml").mkdir()
    QTest.keyClick(tab.calm, Qt.Key.Key_Space)
    toast = opened.window.toasts.toast
    assert toast is not None
    assert "could not be saved" in toast.accessibleName()
    assert tab.calm.isChecked()


def test_every_licence_can_be_read(opened: Opened) -> None:
    opened.window.router.go("settings/about")
    settle()
    tab = page(opened).tabs.content("about")
    assert isinstance(tab, AboutTab)
    texts = set()
    for index in range(tab.choice.count()):
        tab.choice.setCurrentIndex(index)
        tab.choice.activated.emit(index)
        texts.add(tab.text.toPlainText())
    assert len(texts) == tab.choice.count() >= 2
    assert any("SIL OPEN FONT LICENSE" in text for text in texts)
    tab.text.setFocus()
    QTest.keyClick(tab.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not tab.text


def test_ctrl_comma_leads_here(opened: Opened) -> None:
    opened.window.router.go("this-week")
    QTest.keyClick(opened.window, Qt.Key.Key_Comma, CTRL)
    settle()
    assert isinstance(opened.page, SettingsPage)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_cards_end_at_the_margin_they_begin_at(opened: Opened, scale: float) -> None:
    dress(opened.window, View((1024, 640), scale))
    page(opened).tabs.set_current("you")
    settle()
    (card, *_) = you(opened).findChildren(Card)
    left = card.mapTo(opened.window, card.rect().topLeft()).x()
    margin = left - opened.window.rail.width()
    assert margin == PAGE_MARGIN_COMPACT
    assert left + card.width() == opened.window.width() - margin
