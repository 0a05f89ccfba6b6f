"""Dates to prepare for: entered in place, shown with what helps, changed and taken back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from arcareer.domain.agenda import OccasionKind
from arcareer.settings.preferences import DateFormat
from arcareer_ui.dates import use_date_format
from arcareer_ui.pages import this_week
from arcareer_ui.pages.this_week.coming_up import ComingUp
from arcareer_ui.pages.this_week.occasion_form import OccasionForm
from arcareer_ui.pages.this_week.page import ThisWeekPage
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.menu_button import MenuButton
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit, settle
from tests.support.builders import a_figure, a_win
from tests.support.opened import Opened

TODAY = date(2026, 10, 16)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    desk = open_pages((this_week.SPEC,))
    desk.preferences.update(nudge_answered=True)
    desk.wins(
        a_win("With a number", happened_on=date(2026, 5, 4), figures=(a_figure(),)),
        a_win("With a number too", happened_on=TODAY, figures=(a_figure(),)),
        a_win("Without one", happened_on=TODAY),
        a_win("Too long ago", happened_on=date(2026, 3, 31), figures=(a_figure(),)),
    )
    return desk


def coming_up(opened: Opened) -> ComingUp:
    page = opened.page
    assert isinstance(page, ThisWeekPage)
    return page.view.coming_up


def texts(opened: Opened) -> list[str]:
    return [label.text() for label in coming_up(opened).findChildren(Label) if label.isVisible() and label.text()]


def form(opened: Opened) -> OccasionForm:
    found = coming_up(opened).form
    assert found is not None
    return found


def buttons(parent: QWidget) -> list[Button]:
    return [one for one in parent.findChildren(Button) if one.isVisible()]


def test_without_dates_one_line_offers_to_add_one(opened: Opened) -> None:
    assert [one.label for one in buttons(coming_up(opened))] == ["Add an interview or review date"]
    assert "Coming up" not in texts(opened)


def test_a_date_is_added_with_the_keyboard_alone(opened: Opened) -> None:
    offer = coming_up(opened).offer
    offer.setFocus()
    QTest.keyClick(offer, Qt.Key.Key_Return)
    kinds = QApplication.focusWidget()
    assert kinds is not None
    QTest.keyClick(kinds, Qt.Key.Key_Right)
    QTest.keyClick(kinds, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form(opened).name
    QTest.keyClicks(form(opened).name, "Half-year review")
    QTest.keyClick(form(opened).name, Qt.Key.Key_Return)
    settle()
    (occasion,) = opened.app.agenda.occasions()
    assert (occasion.kind, occasion.title) == (OccasionKind.REVIEW, "Half-year review")
    assert occasion.happens_on == TODAY + timedelta(days=7)
    assert not form(opened).isVisible()
    assert QApplication.focusWidget() is coming_up(opened).add
    assert "Half-year review, Fri 23 Oct" in texts(opened)


def test_a_review_tells_how_many_wins_have_a_number(opened: Opened) -> None:
    opened.app.agenda.add(OccasionKind.REVIEW, "", TODAY + timedelta(days=28))
    settle()
    assert "28 days to go. 2 wins with a number since April." in texts(opened)
    assert "Review, Fri 13 Nov" in texts(opened)


@pytest.mark.parametrize(
    ("days", "words"), [(0, "Today."), (1, "Tomorrow."), (2, "2 days to go.")], ids=["today", "tomorrow", "later"]
)
def test_days_left_are_said_in_words(opened: Opened, days: int, words: str) -> None:
    opened.app.agenda.add(OccasionKind.INTERVIEW, "AR team lead", TODAY + timedelta(days=days))
    settle()
    assert words in texts(opened)


def test_two_dates_at_most_the_soonest_first_and_none_that_has_passed(opened: Opened) -> None:
    for days in (30, -1, 10, 20):
        opened.app.agenda.add(OccasionKind.INTERVIEW, f"In {days}", TODAY + timedelta(days=days))
    settle()
    titles = [text for text in texts(opened) if text.startswith("Interview")]
    assert titles == ["Interview: In 10, Mon 26 Oct", "Interview: In 20, Thu 5 Nov"]


def test_a_date_of_another_year_says_which(opened: Opened) -> None:
    opened.app.agenda.add(OccasionKind.INTERVIEW, "", date(2027, 1, 14))
    settle()
    assert "Interview, Thu 14 Jan 2027" in texts(opened)


def test_dates_are_written_as_chosen_in_the_settings(opened: Opened) -> None:
    opened.app.agenda.add(OccasionKind.INTERVIEW, "", TODAY + timedelta(days=6))
    settle()
    opened.preferences.update(date_format=DateFormat.MONTH_FIRST)
    use_date_format(DateFormat.MONTH_FIRST)
    try:
        opened.window.router.go("this-week")
        settle()
        assert "Interview, Thu Oct 22" in texts(opened)
    finally:
        use_date_format(DateFormat.SYSTEM)


def test_each_kind_has_its_next_step(opened: Opened) -> None:
    asked: list[str] = []
    opened.page.open_route.connect(asked.append)
    opened.app.agenda.add(OccasionKind.INTERVIEW, "", TODAY)
    opened.app.agenda.add(OccasionKind.REVIEW, "", TODAY + timedelta(days=1))
    settle()
    for button in buttons(coming_up(opened)):
        button.click()
    assert [head for head in (route.split("/")[0] for route in asked) if head != "review"] == ["prep", "brag-sheet"]


def test_each_kind_leads_to_what_is_kept_about_it(opened: Opened) -> None:
    asked: list[str] = []
    opened.page.open_route.connect(asked.append)
    interview = opened.app.agenda.add(OccasionKind.INTERVIEW, "", TODAY).entity_id
    review = opened.app.agenda.add(OccasionKind.REVIEW, "", TODAY + timedelta(days=1)).entity_id
    settle()
    for occasion in opened.app.agenda.upcoming():
        coming_up(opened).plan_asked.emit(occasion)
    assert asked == [f"interview/{interview}", f"review/{review}"]


def test_a_day_that_has_passed_is_not_taken_and_nothing_is_lost(opened: Opened) -> None:
    coming_up(opened).offer.click()
    form(opened).name.setText("AR team lead")
    form(opened).day.set_value(TODAY - timedelta(days=1))
    form(opened).submit.click()
    assert opened.app.agenda.occasions() == ()
    assert "has passed" in form(opened).day.accessibleDescription()
    form(opened).day.stepUp()
    assert form(opened).day.accessibleDescription() == ""
    form(opened).submit.click()
    assert opened.app.agenda.occasions()[0].title == "AR team lead"


def test_esc_puts_the_form_away(opened: Opened) -> None:
    coming_up(opened).offer.click()
    QTest.keyClick(form(opened).name, Qt.Key.Key_Escape)
    assert not form(opened).isVisible()
    assert coming_up(opened).offer.isVisible()
    assert QApplication.focusWidget() is coming_up(opened).offer


def choose(opened: Opened, entry: int) -> None:
    (menu_button,) = coming_up(opened).findChildren(MenuButton)
    menu_button.setFocus()
    QTest.keyClick(menu_button, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(entry):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    opened.window.activateWindow()
    settle()


@pytest.mark.no_qt_log  # without a screen, menus cannot be raised, which Qt says
def test_a_date_is_changed_and_removed_and_both_are_taken_back(opened: Opened) -> None:
    opened.app.agenda.add(OccasionKind.INTERVIEW, "AR team lead", TODAY + timedelta(days=6))
    settle()
    choose(opened, 2)
    assert form(opened).name.text() == "AR team lead"
    form(opened).day.set_value(TODAY + timedelta(days=8))
    form(opened).submit.click()
    settle()
    assert "Interview: AR team lead, Sat 24 Oct" in texts(opened)
    choose(opened, 3)
    assert opened.app.agenda.occasions() == ()
    assert coming_up(opened).offer.isVisible()
    assert QApplication.focusWidget() is coming_up(opened).offer
    for expected in (TODAY + timedelta(days=8), TODAY + timedelta(days=6)):
        QTest.keyClick(opened.window, Qt.Key.Key_Z, CTRL)
        settle()
        assert opened.app.agenda.occasions()[0].happens_on == expected
    assert "Interview: AR team lead, Thu 22 Oct" in texts(opened)


@pytest.mark.no_qt_log  # without a screen, menus cannot be raised, which Qt says
def test_an_interview_leads_to_its_plan(opened: Opened) -> None:
    opened.app.agenda.add(OccasionKind.INTERVIEW, "AR team lead", TODAY + timedelta(days=6))
    settle()
    routes: list[str] = []
    opened.page.open_route.connect(routes.append)
    choose(opened, 1)
    assert routes == [f"interview/{opened.app.agenda.occasions()[0].id}"]


def test_a_form_that_is_open_survives_a_change_elsewhere(opened: Opened) -> None:
    coming_up(opened).offer.click()
    form(opened).name.setText("Half typed")
    opened.wins(a_win("Something else", happened_on=TODAY))
    assert form(opened).isVisible()
    assert form(opened).name.text() == "Half typed"


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1280, 800), 1.5), ((1024, 640), 1.25)])
def test_nothing_is_cut_off_with_dates_and_the_form_open(opened: Opened, size: tuple[int, int], scale: float) -> None:
    opened.app.agenda.add(OccasionKind.INTERVIEW, "AR team lead at a company with a long name", TODAY)
    opened.app.agenda.add(OccasionKind.REVIEW, "Half-year review", TODAY + timedelta(days=28))
    settle()
    coming_up(opened).add.click()
    assert audit(opened.window, size, scale) == []
