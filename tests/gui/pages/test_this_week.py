"""The week at a glance: wins, rhythm, coverage, the reminder, and what changes elsewhere."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from arcareer.domain.figures import Unit
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer_ui.pages import this_week
from arcareer_ui.pages.this_week.logged import MOST_ROWS
from arcareer_ui.pages.this_week.page import ThisWeekPage
from arcareer_ui.pages.this_week.view import ThisWeekView
from arcareer_ui.pages_list import PAGES
from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.layouts import UNBOUNDED
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit_all, settle
from tests.support.builders import a_figure, a_win
from tests.support.clock import FakeClock
from tests.support.opened import Opened

FRIDAY = date(2026, 10, 16)
CTRL = Qt.KeyboardModifier.ControlModifier
REMINDER = "Two minutes for this week's wins?"


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    """The page with three wins of this week and one of last week."""
    desk = open_pages((this_week.SPEC,))
    desk.preferences.update(nudge_answered=True)
    desk.wins(
        a_win(
            "Cleared the backlog: nine invoices, one call",
            happened_on=FRIDAY - timedelta(days=1),
            theme="cash",
            figures=(a_figure(12_480, measure=""), a_figure(9, measure="invoices", unit=Unit.COUNT, currency="")),
        ),
        a_win("Stopped a duplicate credit note", happened_on=FRIDAY - timedelta(days=2), theme="accuracy"),
        a_win("Asked into the Monday review", happened_on=FRIDAY - timedelta(days=4)),
        a_win("Older, with a number", happened_on=FRIDAY - timedelta(days=9), theme="cash", figures=(a_figure(),)),
    )
    return desk


def view(opened: Opened) -> ThisWeekView:
    page = opened.page
    assert isinstance(page, ThisWeekPage)
    return page.view


def titles(opened: Opened) -> list[str]:
    return [row.win.headline for row in view(opened).logged.rows]


def menu_of(opened: Opened, row: int) -> QMenu:
    button = view(opened).logged.rows[row].menu
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def routes(opened: Opened) -> list[str]:
    asked: list[str] = []
    opened.page.open_route.connect(asked.append)
    return asked


def test_the_header_says_what_day_it_is(opened: Opened) -> None:
    assert view(opened).header.overline == "Friday 16 October"


def test_wins_of_this_week_are_listed_newest_first(opened: Opened) -> None:
    assert titles(opened) == [
        "Cleared the backlog: nine invoices, one call",
        "Stopped a duplicate credit note",
        "Asked into the Monday review",
    ]
    first, second, third = view(opened).logged.rows
    chips = [chip.text for chip in first.findChildren(Chip)]
    assert chips == ["$12,480", "9 invoices"]
    assert [chip.text for chip in second.findChildren(Chip)] == ["Add a number?"]
    assert "Thu · Cash in" in first.item.button.accessibleName()
    assert "$12,480" in first.item.button.accessibleName()
    assert "Mon" in third.item.button.accessibleName()


def test_a_row_opens_its_win_by_mouse_and_by_keyboard(opened: Opened) -> None:
    asked = routes(opened)
    row = view(opened).logged.rows[1]
    QTest.mouseClick(row.item.button, Qt.MouseButton.LeftButton)
    row.item.button.setFocus()
    QTest.keyClick(row.item.button, Qt.Key.Key_Return)
    assert asked == [f"win/{row.win.id}"] * 2


@pytest.mark.no_qt_log  # without a screen, menus cannot be raised, which Qt says
def test_the_menu_of_a_row_edits_makes_an_answer_and_moves_to_trash(opened: Opened) -> None:
    asked = routes(opened)
    win = view(opened).logged.rows[0].win
    assert "Cleared the backlog" in view(opened).logged.rows[0].menu.accessibleName()
    menu = menu_of(opened, 0)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert asked == [f"win/{win.id}"]
    menu = menu_of(opened, 0)
    for key in (*[Qt.Key.Key_Down] * 3, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert asked[1:] == [f"prep/star/from-win/{win.id}"]
    menu = menu_of(opened, 0)
    for key in (*[Qt.Key.Key_Down] * 4, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    settle()
    assert "Cleared the backlog: nine invoices, one call" not in titles(opened)
    assert opened.window.focusWidget() is view(opened).logged.rows[0].item.button
    assert opened.app.journal.trash_count() == 1
    assert "Win moved to trash" in opened.announced
    toast = opened.window.toasts.toast
    assert toast is not None
    toast.buttons[-1].click()
    settle()
    assert titles(opened)[0] == "Cleared the backlog: nine invoices, one call"
    assert opened.app.journal.trash_count() == 0


def test_the_keyboard_stays_in_the_list_when_its_row_goes(opened: Opened) -> None:
    rows = view(opened).logged.rows
    rows[1].menu.setFocus()
    opened.app.journal.move_to_trash((rows[1].win.id,))
    settle()
    focus = QApplication.focusWidget()
    assert focus is view(opened).logged.rows[1].item.button


def test_rows_that_did_not_change_are_kept(opened: Opened) -> None:
    before = view(opened).logged.rows
    before[2].item.button.setFocus()
    opened.wins(a_win("One more", happened_on=FRIDAY))
    after = view(opened).logged.rows
    assert titles(opened)[0] == "One more"
    assert after[1:] == before
    assert QApplication.focusWidget() is before[2].item.button


def test_every_place_this_page_leads_to_exists(open_pages: OpenPages) -> None:
    opened = open_pages(PAGES)
    assert all(opened.window.router.leads_somewhere(route) for route in ("wins", "win/1", "prep", "brag-sheet"))


def test_a_full_week_shows_the_newest_and_leads_to_the_rest(opened: Opened) -> None:
    asked = routes(opened)
    opened.wins(*(a_win(f"Win number {number}", happened_on=FRIDAY) for number in range(20)))
    assert len(view(opened).logged.rows) == MOST_ROWS
    assert view(opened).logged.all.label == f"{23 - MOST_ROWS} more"
    view(opened).logged.all.click()
    assert asked == ["wins"]


def test_a_new_row_slides_in_and_ends_in_full(opened: Opened, theme: Theme, qtbot: QtBot) -> None:
    theme.reduced_motion = False
    opened.wins(a_win("One more", happened_on=FRIDAY))
    row = view(opened).logged.rows[0]
    assert row.maximumHeight() < UNBOUNDED
    qtbot.waitUntil(lambda: row.maximumHeight() == UNBOUNDED)
    settle()
    assert row.height() >= row.minimumSizeHint().height()
    assert row.height() == view(opened).logged.rows[1].height()


def test_a_foreign_change_of_a_win_is_shown(opened: Opened) -> None:
    win = opened.app.journal.get(view(opened).logged.rows[0].win.id)
    assert win is not None
    opened.app.journal.save(win, replace(win, headline="Cleared it all", theme="risk"))
    settle()
    assert titles(opened)[0] == "Cleared it all"
    assert view(opened).coverage.hint != ""


def test_rhythm_counts_weeks_and_says_so_aloud(opened: Opened) -> None:
    rhythm = view(opened).rhythm
    assert rhythm.summary == "2 of 12 weeks"
    assert rhythm.bars.accessibleName().startswith("2 of 12 weeks have a win.")
    assert "0, 1, 3" in rhythm.bars.accessibleName()


def test_weeks_away_leave_the_count_and_can_be_undone(opened: Opened) -> None:
    rhythm = view(opened).rhythm
    rhythm.toggle.click()
    assert rhythm.weeks is not None
    settle()
    monday = FRIDAY - timedelta(days=4 + 14)
    box = rhythm.weeks.boxes[monday]
    assert box.isVisible()
    assert not rhythm.weeks.boxes[FRIDAY - timedelta(days=4)].isVisible()
    QTest.keyClick(box, Qt.Key.Key_Space)
    settle()
    assert rhythm.summary == "2 of 11 weeks"
    assert opened.app.agenda.away_weeks() == (monday,)
    ahead = rhythm.weeks.boxes[FRIDAY + timedelta(days=3)]
    ahead.click()
    settle()
    assert len(opened.app.agenda.away_weeks()) == 2
    QTest.keyClick(opened.window, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(opened.window, Qt.Key.Key_Z, CTRL)
    settle()
    assert rhythm.summary == "2 of 12 weeks"
    assert not box.isChecked()
    assert not ahead.isChecked()


def test_coverage_shows_each_theme_and_offers_ideas_for_the_first_without(opened: Opened) -> None:
    coverage = view(opened).coverage
    assert coverage.words == (
        "Cash in: 2 wins",
        "Disputes: 0 wins",
        "Accuracy: 1 win",
        "Process: 0 wins",
        "Teamwork: 0 wins",
        "Risk: 0 wins",
    )
    assert coverage.hint == "Nothing on disputes yet."
    coverage.ideas.click()
    settle()
    starters = view(opened).starters
    assert [button.label for button in starters.buttons if button.isVisible()] == ["Dispute cleared", "Hard call made"]
    assert starters.idea == opened.app.content.themes[1].idea
    assert QApplication.focusWidget() is starters.buttons[0]
    assert starters.idea in opened.announced
    QTest.keyClick(starters.buttons[0], Qt.Key.Key_Return)
    assert view(opened).capture.field.text().startswith("Settled the dispute with")


def test_with_a_win_on_every_theme_there_is_no_hint(opened: Opened) -> None:
    opened.wins(
        *(a_win(f"On {theme.label}", happened_on=FRIDAY, theme=theme.id) for theme in opened.app.content.themes)
    )
    assert view(opened).coverage.hint == ""


def test_an_empty_week_says_what_belongs_here(open_pages: OpenPages) -> None:
    opened = open_pages((this_week.SPEC,))
    opened.wins(a_win("From last year", happened_on=date(2025, 3, 3)))
    assert titles(opened) == []
    assert view(opened).logged.quiet_title == "Nothing logged yet this week"


def test_a_new_day_and_a_new_week_are_noticed(opened: Opened) -> None:
    opened.clock.advance(timedelta(days=3))
    page = opened.page
    assert isinstance(page, ThisWeekPage)
    page.look_at_clock()
    settle()
    assert view(opened).header.overline == "Monday 19 October"
    assert titles(opened) == []
    assert view(opened).rhythm.summary == "2 of 12 weeks"


def reminders(opened: Opened) -> list[str]:
    page = opened.page
    assert isinstance(page, ThisWeekPage)
    page.look_at_clock()
    settle()
    return [title for title in page.messages.titles if title == REMINDER]


@pytest.fixture
def quiet_week(open_pages: OpenPages) -> Opened:
    """Thursday noon, nothing logged this week."""
    desk = open_pages((this_week.SPEC,), clock=FakeClock(datetime(2026, 10, 15, 12, 0, tzinfo=UTC)))
    desk.preferences.update(nudge_answered=True)
    desk.wins(a_win(happened_on=date(2026, 10, 1)))
    return desk


def test_the_reminder_comes_at_its_time_and_goes_with_the_first_win(quiet_week: Opened) -> None:
    assert reminders(quiet_week) == []
    quiet_week.clock.advance(timedelta(days=1, hours=3, minutes=29))
    assert reminders(quiet_week) == []
    quiet_week.clock.advance(timedelta(minutes=1))
    assert reminders(quiet_week) == [REMINDER]
    assert quiet_week.announced.count(REMINDER) == 1
    reminders(quiet_week)
    assert quiet_week.announced.count(REMINDER) == 1
    button("Log a win", quiet_week).click()
    assert QApplication.focusWidget() is view(quiet_week).capture.field
    QTest.keyClicks(view(quiet_week).capture.field, "Agreed a plan")
    QTest.keyClick(view(quiet_week).capture.field, Qt.Key.Key_Return)
    assert reminders(quiet_week) == []


def test_not_this_week_is_kept_until_the_next_one(quiet_week: Opened) -> None:
    quiet_week.clock.advance(timedelta(days=1, hours=6))
    assert reminders(quiet_week) == [REMINDER]
    button("Not this week", quiet_week).click()
    assert reminders(quiet_week) == []
    assert quiet_week.preferences.current.reminder_dismissed == date(2026, 10, 12)
    quiet_week.clock.advance(timedelta(days=7))
    assert reminders(quiet_week) == [REMINDER]


def test_the_switch_turns_the_reminder_off_and_follows_the_settings(quiet_week: Opened) -> None:
    switch = view(quiet_week).rhythm.switch
    assert switch.accessibleName() == "Reminder, Fridays at 15:30"
    quiet_week.clock.advance(timedelta(days=1, hours=6))
    assert reminders(quiet_week) == [REMINDER]
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not quiet_week.preferences.current.remind_in_app
    assert reminders(quiet_week) == []
    quiet_week.preferences.update(remind_in_app=True, reminder_weekday=3)
    assert switch.isChecked()
    assert switch.accessibleName() == "Reminder, Thursdays at 15:30"


def test_a_week_away_needs_no_reminder(quiet_week: Opened) -> None:
    quiet_week.app.agenda.set_away(date(2026, 10, 15), away=True)
    quiet_week.clock.advance(timedelta(days=1, hours=6))
    assert reminders(quiet_week) == []


def test_the_calendar_file_is_written_where_the_user_chose(opened: Opened, tmp_path: Path) -> None:
    view(opened).rhythm.calendar.click()
    assert len(opened.dialogs.asked) == 1
    assert opened.dialogs.offered[0].suffix == ".ics"
    assert not opened.preferences.current.remind_by_calendar
    opened.dialogs.path = tmp_path / "weekly.ics"
    view(opened).rhythm.calendar.click()
    text = opened.dialogs.path.read_bytes().decode()
    assert "RRULE:FREQ=WEEKLY;BYDAY=FR\r\n" in text
    assert "DTSTART:20261016T153000\r\n" in text
    assert opened.preferences.current.remind_by_calendar
    toast = opened.window.toasts.toast
    assert toast is not None
    assert "weekly.ics" in toast.accessibleName()


def test_a_calendar_file_that_cannot_be_written_is_said_and_nothing_else_changes(
    opened: Opened, tmp_path: Path
) -> None:
    opened.dialogs.path = tmp_path / "not there" / "weekly.ics"
    view(opened).rhythm.calendar.click()
    toast = opened.window.toasts.toast
    assert toast is not None
    assert "could not be written" in toast.accessibleName()
    assert not opened.preferences.current.remind_by_calendar


def test_a_library_that_cannot_be_read_is_said_above_and_capture_goes_on(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = LibraryProblem(ProblemKind.BUSY, "Another program holds the library. Your text is kept.")

    def refuse(_: date) -> None:
        raise problem

    page = opened.page
    assert isinstance(page, ThisWeekPage)
    with monkeypatch.context() as patched:
        patched.setattr(opened.app.home, "glance", refuse)
        page.refresh(None)
        settle()
        assert page.messages.titles == ("Another program holds the library.",)
        QTest.keyClicks(view(opened).capture.field, "Still typing")
        assert view(opened).capture.field.text() == "Still typing"
    button("Try again", opened).click()
    settle()
    assert not page.messages.titles


def test_a_closed_page_no_longer_follows_the_settings(opened: Opened) -> None:
    opened.close()
    assert not isValid(opened.window)
    assert opened.preferences.update(remind_in_app=False, reminder_weekday=1).reminder_weekday == 1


def test_a_hidden_page_catches_up_when_it_is_shown(opened: Opened) -> None:
    opened.window.hide()
    opened.wins(a_win("While it was hidden", happened_on=FRIDAY))
    assert "While it was hidden" not in titles(opened)
    opened.window.show()
    settle()
    assert titles(opened)[0] == "While it was hidden"


def test_nothing_is_cut_off_or_out_of_reach(opened: Opened) -> None:
    view(opened).capture.set_text("Collected $48,200 from Castell Logistics after 62 days")
    view(opened).rhythm.toggle.click()
    assert audit_all(opened.window) == {}


def button(label: str, opened: Opened) -> Button:
    found = [one for one in view(opened).banners.findChildren(Button) if one.label == label and one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_another_week_offers_other_starters(opened: Opened) -> None:
    starters = view(opened).starters
    shown = [one.label for one in starters.buttons]
    opened.clock.advance(timedelta(days=7))
    page = opened.page
    assert isinstance(page, ThisWeekPage)
    page.look_at_clock()
    assert [one.label for one in starters.buttons] != shown
