"""What to look at before a document goes out: doubtful names, evidence from one quarter, amounts told twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.documents import DisclosureLevel, PeriodKind
from arcareer.domain.figures import Unit
from arcareer.domain.journal import Win
from arcareer_ui.pages import brag_sheet, this_week
from arcareer_ui.pages.brag_sheet.panes import CHECKS
from arcareer_ui.pages.brag_sheet.panes.checks import ChecksPane
from arcareer_ui.widgets.button import Button
from tests.gui.pages.brag_sheet_desk import button, faults, labels, put_half_year, routes, show, undo, view
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import settle
from tests.support.builders import a_customer, a_figure, a_win
from tests.support.clock import FakeClock
from tests.support.opened import Opened

TYPED = "We beat the target in October"
SPECS = (brag_sheet.SPEC, this_week.SPEC)


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    """The page with its checks on show, in a library without wins."""
    desk = open_pages(SPECS)
    show(desk, CHECKS)
    return desk


@pytest.fixture
def in_doubt(opened: Opened) -> Opened:
    """The same with a customer whose name is a word, and a win that holds that word."""
    with opened.app.edits._store.write() as unit:
        unit.customers.put(a_customer("Target", alias="Customer T"))
        unit.commit()
    opened.wins(a_win(TYPED, outcome="It was met a month early."))
    return opened


def pane(opened: Opened) -> ChecksPane:
    return view(opened).checks


def decide(opened: Opened, act: str) -> None:
    """Press a button of the first doubt by keyboard."""
    (first, *_) = [one for one in pane(opened).findChildren(Button) if one.label == act and one.isVisible()]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    settle()


def skewed_year() -> tuple[Win, ...]:
    """Return a year with two strong wins in spring and eight in its last quarter."""
    autumn = [a_win(f"Autumn win {at}", happened_on=date(2026, 10, 2 + at), outcome="Done.") for at in range(8)]
    spring = [
        a_win(
            f"Spring win {at}",
            happened_on=date(2026, 3, 2 + at),
            figures=(a_figure(5, 9, unit=Unit.DAYS, currency=""),),
        )
        for at in range(2)
    ]
    return (*autumn, *spring)


def test_with_nothing_to_look_at_it_says_so(opened: Opened) -> None:
    opened.wins(a_win("Closed the month early", outcome="Two days sooner."))
    assert pane(opened).cards == []
    assert "Nothing to look at" in labels(pane(opened))
    assert not view(opened).check.isVisible()


def test_a_doubtful_name_is_asked_once_with_both_sentences_side_by_side(in_doubt: Opened) -> None:
    assert view(in_doubt).check.text() == "1 doubtful name"
    assert "We beat the Customer T in October" in view(in_doubt).preview.text
    words = labels(pane(in_doubt))
    assert TYPED in words
    assert "We beat the Customer T in October" in words
    said = [one.accessibleName() for one in pane(in_doubt).findChildren(Button) if one.isVisible()]
    assert said == ["It is the customer: “target”", "Just a word: “target”"]


def test_just_a_word_is_printed_as_typed_and_not_asked_again(in_doubt: Opened) -> None:
    decide(in_doubt, "Just a word")
    assert TYPED in view(in_doubt).preview.text
    assert pane(in_doubt).cards == []
    view(in_doubt).names.chosen.emit(DisclosureLevel.OUTSIDE)
    settle()
    assert TYPED in view(in_doubt).preview.text
    assert pane(in_doubt).cards == []
    undo(in_doubt)
    undo(in_doubt)
    assert "We beat the Customer T in October" in view(in_doubt).preview.text
    assert len(pane(in_doubt).cards) == 1


def test_a_name_stays_hidden_without_a_question(in_doubt: Opened) -> None:
    decide(in_doubt, "It is the customer")
    assert "We beat the Customer T in October" in view(in_doubt).preview.text
    assert pane(in_doubt).cards == []
    assert not view(in_doubt).check.isVisible()


def test_the_keyboard_goes_on_to_the_next_doubt(in_doubt: Opened) -> None:
    in_doubt.wins(a_win("Met the target of the team", happened_on=date(2026, 10, 3), outcome="Early."))
    assert view(in_doubt).check.text() == "2 doubtful names"
    decide(in_doubt, "Just a word")
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.label == "It is the customer"
    decide(in_doubt, "Just a word")
    assert QApplication.focusWidget() is not None


def test_the_card_of_names_and_the_line_above_the_pages_lead_here(in_doubt: Opened) -> None:
    for leads in (view(in_doubt).names.review_button, view(in_doubt).review_button):
        view(in_doubt).show_pane("preview")
        assert not pane(in_doubt).isVisible()
        leads.click()
        settle()
        assert pane(in_doubt).isVisible()


def test_a_name_no_list_has_is_told_and_gone_once_it_is_a_customer(opened: Opened) -> None:
    asked = routes(opened)
    win = a_win("Collected $48,200 from Harlow Foods", figures=(a_figure(48_200),), outcome="Paid.")
    opened.wins(win)
    assert view(opened).check.text() == "1 name not in your list"
    view(opened).review_button.click()
    settle()
    button("Harlow Foods", opened).click()
    button("Open the list of customers", opened).click()
    assert asked == [f"win/{win.id}", "settings/customers"]
    opened.app.customers.add("Harlow Foods")
    settle()
    assert "Harlow Foods" not in labels(pane(opened))
    assert "Harlow" not in view(opened).preview.text


def test_a_year_skewed_to_its_last_quarter_is_told_with_the_older_wins(open_pages: OpenPages) -> None:
    desk = open_pages(SPECS, clock=FakeClock(datetime(2026, 12, 30, 9, tzinfo=UTC)))
    desk.wins(*skewed_year())
    show(desk, CHECKS)
    view(desk).period.chosen.emit(PeriodKind.YEAR)
    settle()
    assert view(desk).check.text() == "80 % from the last quarter"
    words = labels(pane(desk))
    assert "80 % of the evidence is from the last quarter" in words
    assert "8 of 10 wins are from the last quarter; spread evenly it would be 25 %." in words


def test_an_amount_told_twice_leads_to_the_wins_that_tell_it(opened: Opened) -> None:
    asked = routes(opened)
    wins = [
        a_win(f"{verb} $48,200 from one carrier", happened_on=date(2026, 10, 1 + at), figures=(a_figure(48_200),))
        for at, verb in enumerate(("Collected", "Recovered"))
    ]
    opened.wins(*wins)
    assert view(opened).check.text() == "1 amount that may count twice"
    link = button("Recovered $48,200 from one carrier", opened)
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert asked == [f"win/{wins[1].id}"]
    opened.app.journal.save(wins[1], replace(wins[1], figures=(a_figure(12_000),), headline="Recovered $12,000"))
    settle()
    assert pane(opened).cards == []


def test_wins_without_a_result_come_last_and_lead_to_the_list(opened: Opened) -> None:
    asked = routes(opened)
    put_half_year(opened)
    assert view(opened).check.text() == "1 win without a result"
    QTest.keyClick(button("Show them", opened), Qt.Key.Key_Return)
    assert asked == ["wins/needs-number"]


@pytest.mark.parametrize("stage", ["nothing", "doubt", "skewed"])
def test_nothing_is_cut_off_or_out_of_reach(opened: Opened, stage: str) -> None:
    if stage == "doubt":
        with opened.app.edits._store.write() as unit:
            unit.customers.put(a_customer("Target", alias="Customer T"))
            unit.commit()
        opened.wins(*(a_win(f"{TYPED} {at} and told everybody in the room about it") for at in range(3)))
    if stage == "skewed":
        opened.wins(*skewed_year())
        view(opened).period.chosen.emit(PeriodKind.YEAR)
        settle()
    assert faults(opened) == []
