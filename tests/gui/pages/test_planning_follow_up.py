"""Follow-up: an advice from what is known, decided and saved; reminders on working days."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from arcareer.domain.decisions import DecisionKind
from arcareer.domain.escalation import Action
from arcareer_ui.pages import planning, wins
from arcareer_ui.pages.planning.follow_up.ladder_view import StepRow
from arcareer_ui.pages.planning.follow_up.tab import FollowUpTab
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.planning_desk import go, press, tab, type_into, undo
from tests.support.audit import audit_all, settle
from tests.support.opened import Opened

ROUTE = "follow-up"


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    opened = open_pages((planning.SPEC, wins.SPEC))
    go(opened, ROUTE)
    return opened


def the_tab(opened: Opened) -> FollowUpTab:
    return tab(opened, ROUTE, FollowUpTab)


def fill(opened: Opened, **numbers: str) -> None:
    form = the_tab(opened).view.situation
    for name, text in numbers.items():
        type_into(form.numbers[name], text)


def title(opened: Opened) -> str:
    return the_tab(opened).view.advice._title.text()


def test_two_numbers_are_enough_for_an_advice(opened: Opened) -> None:
    card = the_tab(opened).view.advice
    assert card._empty.isVisible()
    fill(opened, days="12", amount="3,120")
    assert title(opened) == "Keep to the usual reminders"
    assert card.ladder_button.isVisible()
    fill(opened, disputed="500")
    assert title(opened) == "Clear the dispute, collect the rest"


def test_a_plan_says_what_it_must_have(opened: Opened) -> None:
    view = the_tab(opened).view
    fill(opened, days="54", amount="3120", first="30", months="4")
    view.situation.admitted.click()
    QTest.keyClick(view.situation.temporary, Qt.Key.Key_Space)
    settle()
    assert title(opened) == "Offer a payment plan"
    assert view.advice.must_have.isVisible()
    view.situation.insolvency.click()
    settle()
    assert title(opened) == "Escalate to legal now"
    assert not view.advice.must_have.isVisible()


def test_a_number_that_cannot_be_read_gives_no_advice(opened: Opened) -> None:
    fill(opened, days="12", amount="lots")
    form = the_tab(opened).view.situation
    press(Qt.Key.Key_Tab, form.numbers["amount"])
    assert the_tab(opened).view.advice._empty.isVisible()
    assert form.numbers["amount"].text() == "lots"


def test_a_decision_is_saved_with_what_was_known(opened: Opened) -> None:
    view = the_tab(opened).view
    fill(opened, days="95", amount="3120")
    type_into(view.advice.decision, "Hand over to the agency")
    type_into(view.advice.reason, "Nobody answers")
    view.advice.save_button.click()
    settle()
    assert view.situation._account_field.message  # the account is missing, and nothing is lost
    assert view.advice.decision.text == "Hand over to the agency"
    type_into(view.situation.account, "Alder Street Clinics")
    press(Qt.Key.Key_Return, view.advice.save_button)
    saved = opened.app.decisions.decisions()[0]
    assert (saved.kind, saved.advised, saved.reason) == (
        DecisionKind.ESCALATE_OR_PLAN,
        Action.AGENCY_OR_LEGAL.value,
        "Nobody answers",
    )
    assert view.situation.account.text() == ""
    assert view.advice._empty.isVisible()
    undo(opened)
    assert opened.app.decisions.decisions() == ()


def test_what_is_typed_outlives_the_window(opened: Opened, open_pages: OpenPages) -> None:
    fill(opened, days="40", amount="900")
    the_tab(opened).view.situation.admitted.click()
    opened.close()
    again = open_pages((planning.SPEC, wins.SPEC))
    go(again, ROUTE)
    form = the_tab(again).view.situation
    assert form.numbers["days"].text() == "40"
    assert form.admitted.isChecked()
    form.clear_button.click()
    settle()
    assert form.numbers["days"].text() == ""
    assert form.currency.current == "USD"


def steps(opened: Opened) -> list[StepRow]:
    return [row for row in the_tab(opened).view.ladder.steps.rows if isinstance(row, StepRow)]


def test_the_ladder_has_working_days_and_ones_own_days_off(opened: Opened) -> None:
    go(opened, f"{ROUTE}/ladder")
    ladder = the_tab(opened).view.ladder
    ladder.due.set_value(date(2026, 11, 2))
    ladder.changed.emit()
    settle()
    assert len(steps(opened)) == 10
    first = opened.app.decisions.ladder(date(2026, 11, 2))[1].day
    assert first == date(2026, 11, 3)
    ladder.holiday.set_value(first)
    ladder.add_button.click()
    settle()
    assert opened.app.decisions.ladder(date(2026, 11, 2))[1].day == date(2026, 11, 4)
    assert "4 Nov" in steps(opened)[1]._days.findChildren(type(ladder._first))[0].text()
    undo(opened)
    assert opened.app.decisions.settings().holidays == ()


def test_the_reminders_go_into_a_calendar_file(opened: Opened, tmp_path: Path) -> None:
    go(opened, f"{ROUTE}/ladder")
    ladder = the_tab(opened).view.ladder
    type_into(ladder.invoice, "INV 7/8")
    ladder.due.set_value(opened.clock.today() + timedelta(days=20))
    ladder.changed.emit()
    settle()
    target = tmp_path / "reminders.ics"
    opened.dialogs.path = target
    ladder.export_button.click()
    settle()
    text = target.read_text("utf-8")
    assert text.count("BEGIN:VEVENT") == 10
    assert "INV 7/8: first reminder" in text


def test_every_rung_leads_to_its_script(opened: Opened) -> None:
    go(opened, f"{ROUTE}/ladder")
    known = {f"scripts/e-mail-scripts/{one.id}" for one in opened.app.content.scripts}
    known |= {f"scripts/e-mail-scripts/calls/{one.id}" for one in opened.app.content.calls}
    assert {row.route for row in steps(opened)} <= known


def test_nothing_is_wrong_to_look_at(opened: Opened) -> None:
    fill(opened, days="95", amount="3120")
    assert audit_all(opened.window) == {}
    go(opened, f"{ROUTE}/ladder")
    assert audit_all(opened.window) == {}


def test_the_rules_begin_where_the_user_says(opened: Opened) -> None:
    card = the_tab(opened).view.limits
    fill(opened, days="65", amount="3120")
    assert title(opened) == "Escalate to the credit manager"
    card.fold_button.click()
    settle()
    line = card.lines["credit_manager_after_days"]
    type_into(line, "70")
    press(Qt.Key.Key_Tab, line)
    assert title(opened) == "Keep to the usual reminders"
    assert card.reset_button.isVisible()
    undo(opened)
    assert title(opened) == "Escalate to the credit manager"
    assert line.text() == "60"


def test_an_account_of_the_matrix_is_taken_along(opened: Opened) -> None:
    opened.app.decisions.put_account("Harlow Foods", "EUR", Decimal(48_000), Decimal(70))
    go(opened, f"{ROUTE}/for/Harlow Foods")
    form = the_tab(opened).view.situation
    assert (form.account.text(), form.currency.current) == ("Harlow Foods", "EUR")
    assert form.numbers["amount"].text() == "48,000"
    assert form.numbers["days"].hasFocus()
    fill(opened, days="12")
    go(opened, f"{ROUTE}/for/Harlow Foods")
    assert form.numbers["days"].text() == "12"
