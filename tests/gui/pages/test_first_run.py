"""The first minute: from an empty library to the first saved win, and what is asked on the way."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.agenda import OccasionKind
from arcareer.domain.win_lists import WinQuery
from arcareer_ui.pages import this_week
from arcareer_ui.pages.this_week.first_run import Purpose, PurposeCard
from arcareer_ui.pages.this_week.page import ThisWeekPage
from arcareer_ui.pages.this_week.view import ThisWeekView
from arcareer_ui.widgets.button import Button
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit_all, settle
from tests.support.builders import a_win
from tests.support.opened import Opened

TODAY = date(2026, 10, 16)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    return open_pages((this_week.SPEC,))


def view(opened: Opened) -> ThisWeekView:
    page = opened.page
    assert isinstance(page, ThisWeekPage)
    return page.view


def log(opened: Opened, sentence: str = "Called the customer I had put off for a week") -> None:
    QTest.keyClicks(view(opened).capture.field, sentence)
    QTest.keyClick(view(opened).capture.field, Qt.Key.Key_Return)
    settle()


def purpose(opened: Opened) -> PurposeCard:
    first_run = view(opened).first_run
    assert first_run is not None
    return first_run.purpose


def shown(opened: Opened) -> list[str]:
    seen, first_run = view(opened), view(opened).first_run
    early = {"purpose": first_run.purpose, "trust": first_run.trust} if first_run else {}
    later = {"nudge": seen.nudge, "rhythm": seen.rhythm, "coverage": seen.coverage, "coming_up": seen.coming_up}
    return [name for name, part in (early | later).items() if part.isVisible()]


def test_an_empty_library_welcomes_and_is_ready_to_type(opened: Opened) -> None:
    assert view(opened).header.overline == "Welcome to arcareer"
    assert view(opened).logged.quiet_title == "Your first win goes here"
    assert shown(opened) == ["purpose", "trust"]
    assert QApplication.focusWidget() is view(opened).capture.field
    labels = [one.label for one in view(opened).starters.buttons]
    assert labels == ["Cash collected", "Dispute cleared", "Error caught", "Process fixed", "Kind words"]


def test_type_enter_answer_and_the_app_is_in_use(opened: Opened) -> None:
    windows = len([one for one in QApplication.topLevelWidgets() if one.isVisible()])
    log(opened)
    assert opened.app.journal.count(WinQuery()) == 1
    assert shown(opened) == ["purpose", "nudge", "rhythm", "coverage", "coming_up"]
    assert view(opened).nudge.question == "Want a nudge on Fridays at 15:30?"
    assert view(opened).header.overline == "Friday 16 October"
    view(opened).nudge.yes.click()
    assert "nudge" not in shown(opened)
    assert QApplication.focusWidget() is view(opened).capture.field
    assert opened.preferences.current.remind_in_app
    assert opened.preferences.current.remind_by_notification
    assert len([one for one in QApplication.topLevelWidgets() if one.isVisible()]) == windows


def test_not_now_is_an_answer_for_good(open_pages: OpenPages, opened: Opened) -> None:
    log(opened)
    QTest.keyClick(view(opened).nudge.no, Qt.Key.Key_Return)
    assert "nudge" not in shown(opened)
    assert not opened.preferences.current.remind_in_app
    assert not view(opened).rhythm.switch.isChecked()
    log(opened, "Another one")
    assert "nudge" not in shown(opened)
    opened.close()
    again = open_pages((this_week.SPEC,))
    assert "nudge" not in shown(again)


def test_the_first_win_taken_back_is_the_first_minute_again(opened: Opened) -> None:
    log(opened)
    QTest.keyClick(view(opened).capture.field, Qt.Key.Key_Z, CTRL)
    settle()
    assert shown(opened) == ["purpose", "trust"]
    assert view(opened).logged.quiet_title == "Your first win goes here"


def test_the_sample_is_one_click_and_the_app_is_asked_for_it(opened: Opened) -> None:
    asked: list[bool] = []
    opened.requests.sample_wanted.connect(lambda: asked.append(True))
    (sample,) = [one for one in view(opened).logged.findChildren(Button) if one.label == "See it with sample data"]
    sample.click()
    assert asked == [True]
    assert opened.app.journal.count(WinQuery()) == 0


def test_keeping_a_record_needs_no_further_question(opened: Opened) -> None:
    choice = purpose(opened).choices[Purpose.RECORD]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Return)
    settle()
    assert opened.app.agenda.owner().purpose == "record"
    assert shown(opened) == ["trust", "coming_up"]
    assert QApplication.focusWidget() is view(opened).capture.field


@pytest.mark.parametrize(
    ("answer", "kind"), [(Purpose.INTERVIEW, OccasionKind.INTERVIEW), (Purpose.REVIEW, OccasionKind.REVIEW)]
)
def test_an_interview_or_review_asks_for_its_date_here(opened: Opened, answer: Purpose, kind: OccasionKind) -> None:
    card = purpose(opened)
    card.choices[answer].click()
    settle()
    assert opened.app.agenda.owner().purpose == answer
    form = card.form
    assert form is not None
    assert form.isVisible()
    assert not form.kind.isVisible()
    assert QApplication.focusWidget() is form.day
    form.name.setText("Big day")
    form.day.set_value(TODAY + timedelta(days=5))
    QTest.keyClick(form.day, Qt.Key.Key_Return)
    settle()
    (occasion,) = opened.app.agenda.occasions()
    assert (occasion.kind, occasion.title, occasion.happens_on) == (kind, "Big day", TODAY + timedelta(days=5))
    assert shown(opened) == ["trust", "coming_up"]


def test_the_date_may_be_left_out(open_pages: OpenPages, opened: Opened) -> None:
    purpose(opened).choices[Purpose.INTERVIEW].click()
    settle()
    form = purpose(opened).form
    assert form is not None
    form.cancel.click()
    settle()
    assert opened.app.agenda.occasions() == ()
    assert shown(opened) == ["trust", "coming_up"]
    assert view(opened).coming_up.offer.isVisible()
    opened.close()
    again = open_pages((this_week.SPEC,))
    assert "purpose" not in shown(again)


def test_the_answer_can_be_taken_back_and_given_again(opened: Opened) -> None:
    card = purpose(opened)
    card.choices[Purpose.REVIEW].click()
    settle()
    assert card.form is not None
    card.form.cancel.click()
    QTest.keyClick(view(opened).capture.field, Qt.Key.Key_Z, CTRL)
    settle()
    assert opened.app.agenda.owner().purpose == ""
    assert "purpose" in shown(opened)
    assert all(button.isVisible() for button in card.choices.values())
    card.choices[Purpose.RECORD].click()
    settle()
    assert opened.app.agenda.owner().purpose == "record"


def test_who_has_wins_is_not_asked_any_more(opened: Opened) -> None:
    opened.wins(*(a_win(f"Imported {number}", happened_on=TODAY) for number in range(5)))
    assert "purpose" not in shown(opened)


def test_sample_data_asks_nothing(open_pages: OpenPages) -> None:
    opened = open_pages((this_week.SPEC,), is_sample=True)
    opened.wins(a_win(happened_on=TODAY))
    assert shown(opened) == ["rhythm", "coverage", "coming_up"]


@pytest.mark.parametrize("stage", ["empty", "asked", "logged"])
def test_nothing_is_cut_off_or_out_of_reach(opened: Opened, stage: str) -> None:
    if stage == "asked":
        purpose(opened).choices[Purpose.REVIEW].click()
    if stage == "logged":
        log(opened)
    settle()
    assert audit_all(opened.window) == {}
