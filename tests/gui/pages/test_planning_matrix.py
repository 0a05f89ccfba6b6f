"""Decision matrix: placed with reasons, decided, revisited, undone; by mouse and by keyboard."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from arcareer.domain.decisions import Outcome
from arcareer.domain.priorities import Cell
from arcareer_ui.pages import planning, wins
from arcareer_ui.pages.planning.matrix.account_list import entry_of
from arcareer_ui.pages.planning.matrix.cells import AMOUNT
from arcareer_ui.pages.planning.matrix.large_list import LARGE
from arcareer_ui.pages.planning.matrix.tab import MatrixTab
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.planning_desk import go, press, redo, tab, take_list, type_into, undo
from tests.support.audit import audit_all, settle
from tests.support.opened import Opened
from tests.support.receivables_commands import aging
from tests.support.tasks import HeldTasks

ROUTE = "decision-matrix"


@pytest.fixture
def empty(open_pages: OpenPages) -> Opened:
    opened = open_pages((planning.SPEC, wins.SPEC))
    go(opened, ROUTE)
    return opened


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    opened = open_pages((planning.SPEC, wins.SPEC))
    put = opened.app.decisions.put_account
    put("Harlow Foods", "USD", Decimal(48000), Decimal(70))
    put("Castell Print", "USD", Decimal(30000), Decimal(20))
    put("Nimbus", "USD", Decimal(900), Decimal(80))
    put("Ozen", "USD", Decimal(400))
    go(opened, ROUTE)
    return opened


def the_tab(opened: Opened) -> MatrixTab:
    return tab(opened, ROUTE, MatrixTab)


def names(opened: Opened) -> list[str]:
    lines = the_tab(opened).view.accounts.items
    return [entry_of(line).account for line in lines]


def choose(opened: Opened, account: str) -> None:
    the_tab(opened).open(("account", account))
    settle()


def test_without_accounts_it_shows_the_ways_in(empty: Opened) -> None:
    view = the_tab(empty).view
    assert view.empty.isVisible()
    assert not view.matrix.isVisible()
    view.first_button.click()
    settle()
    type_into(view.adding.account, "Harlow Foods")
    type_into(view.adding.balance, "48k")
    type_into(view.adding.score, "70")
    press(Qt.Key.Key_Return, view.adding.score)
    assert view.matrix.isVisible()
    assert names(empty) == ["Harlow Foods"]
    assert view.adding.account.hasFocus()  # ready for the next one
    undo(empty)
    assert view.empty.isVisible()


def test_a_pasted_table_is_one_step(empty: Opened) -> None:
    view = the_tab(empty).view
    view.first_paste_button.click()
    settle()
    QGuiApplication.clipboard().setText("Account\tBalance\tRisk\nHarlow\t48,000\t70\nNimbus\t900\t20\n")
    view.adding.text.paste()
    settle()
    assert "2 accounts" in view.adding.paste_button.label
    view.adding.paste_button.click()
    settle()
    assert names(empty) == ["Harlow", "Nimbus"]
    undo(empty)
    assert view.empty.isVisible()
    redo(empty)
    assert names(empty) == ["Harlow", "Nimbus"]


def test_each_account_stands_in_its_cell_with_its_reason(opened: Opened) -> None:
    view = the_tab(opened).view
    assert names(opened) == ["Harlow Foods", "Castell Print", "Nimbus", "Ozen"]
    assert "1 account, $48,000" in view.matrix.cells[Cell.HIGH_RISK_HIGH_VALUE].accessibleName()
    choose(opened, "Nimbus")
    assert "Risk 80 (typed by hand) is at or above 50." in view.account._why.accessibleName()
    choose(opened, "Ozen")
    assert not view.account.form.isVisible()
    assert "60 are needed" in view.account._why.accessibleName()


def test_a_cell_lists_its_accounts_only(opened: Opened) -> None:
    view = the_tab(opened).view
    view.matrix.cells[Cell.HIGH_RISK_LOW_VALUE].click()
    settle()
    assert names(opened) == ["Nimbus"]
    assert opened.announced[-1] == "1 account"
    view.all_button.click()
    settle()
    assert len(names(opened)) == 4


def test_thresholds_are_changed_in_place_and_undone(opened: Opened) -> None:
    view = the_tab(opened).view
    type_into(view.matrix.risk, "75")
    press(Qt.Key.Key_Tab, view.matrix.risk)
    assert opened.app.decisions.settings().thresholds.high_risk_from == 75
    assert "0 accounts" in view.matrix.cells[Cell.HIGH_RISK_HIGH_VALUE].accessibleName()
    undo(opened)
    assert view.matrix.risk.text() == "50"
    view.matrix.rule.setCurrentIndex(view.matrix.rule.findData(AMOUNT))
    view.matrix.rule.activated.emit(view.matrix.rule.currentIndex())
    type_into(view.matrix.value, "500")
    press(Qt.Key.Key_Tab, view.matrix.value)
    assert opened.app.decisions.settings().thresholds.high_value_from == 500
    assert "1 account, $900" not in view.matrix.cells[Cell.HIGH_RISK_LOW_VALUE].accessibleName()


def test_an_unreadable_threshold_is_kept_and_changes_nothing(opened: Opened) -> None:
    view = the_tab(opened).view
    type_into(view.matrix.risk, "high")
    press(Qt.Key.Key_Tab, view.matrix.risk)
    assert view.matrix.risk.text() == "high"
    assert view.matrix.risk_field.message
    assert opened.app.decisions.settings().thresholds.high_risk_from == 50


def test_a_score_by_hand_places_an_account(opened: Opened) -> None:
    choose(opened, "Ozen")
    card = the_tab(opened).view.account
    type_into(card.score, "15")
    press(Qt.Key.Key_Tab, card.score)
    assert card.form.isVisible()
    undo(opened)
    assert not card.form.isVisible()
    assert card.score.text() == ""


def test_a_decision_is_saved_with_its_reason_revisited_and_becomes_a_win(opened: Opened) -> None:
    the = the_tab(opened)
    choose(opened, "Harlow Foods")
    card = the.view.account
    type_into(card.decision, "Weekly instalments")
    type_into(card.reason, "They admit the debt")
    card.again.set_value(opened.clock.today())
    card.save_button.click()
    settle()
    saved = opened.app.decisions.decisions("Harlow Foods")[0]
    assert (saved.decided, saved.reason, saved.open_amount) == (
        "Weekly instalments",
        "They admit the debt",
        Decimal(48000),
    )
    assert card.decision.text == ""
    assert the.view.due.isVisible()
    the.view.look_button.click()
    settle()
    desk = the.view.decision
    desk.outcome.setCurrentIndex(desk.outcome.findData(Outcome.WORKED.value))
    type_into(desk.text, "All paid by November")
    type_into(desk.amount, "48k")
    desk.save_button.click()
    settle()
    kept = opened.app.decisions.decisions()[0]
    assert (kept.outcome, kept.outcome_text, kept.amount_secured) == (
        Outcome.WORKED,
        "All paid by November",
        Decimal(48000),
    )
    assert kept.reason == "They admit the debt"
    desk.win.draft_button.click()
    type_into(desk.win.did, "Agreed weekly instalments with Harlow")
    desk.win.save_button.click()
    settle()
    win = opened.app.decisions.decisions()[0].win
    assert win is not None
    logged = opened.app.journal.get(win)
    assert logged is not None
    assert logged.headline == "Agreed weekly instalments with Harlow"
    assert logged.figures[0].after == 48000
    undo(opened)
    assert opened.app.journal.get(win) is None
    assert opened.app.decisions.decisions()[0].win is None


def test_a_decision_needs_words(opened: Opened) -> None:
    choose(opened, "Harlow Foods")
    card = the_tab(opened).view.account
    card.save_button.click()
    settle()
    assert card.decision_field.message
    assert opened.app.decisions.decisions() == ()


def test_what_is_typed_waits_for_its_account_and_outlives_the_page(opened: Opened, open_pages: OpenPages) -> None:
    the = the_tab(opened)
    choose(opened, "Harlow Foods")
    type_into(the.view.account.decision, "Call the owner")
    choose(opened, "Nimbus")
    assert the.view.account.decision.text == ""
    choose(opened, "Harlow Foods")
    assert the.view.account.decision.text == "Call the owner"
    opened.close()
    again = open_pages((planning.SPEC, wins.SPEC))
    go(again, ROUTE)
    choose(again, "Harlow Foods")
    assert the_tab(again).view.account.decision.text == "Call the owner"


def test_by_keyboard_from_the_list_to_a_saved_decision(opened: Opened) -> None:
    the = the_tab(opened)
    the.view.accounts.setFocus()
    press(Qt.Key.Key_Home, the.view.accounts)
    press(Qt.Key.Key_Return, the.view.accounts)
    assert the.view.account.decision.hasFocus()
    type_into(the.view.account.decision, "Visit them")
    press(Qt.Key.Key_Return, the.view.account.save_button)
    assert opened.app.decisions.decisions()[0].decided == "Visit them"


def test_an_imported_list_fills_the_matrix_while_it_is_on_show(empty: Opened) -> None:
    take_list(empty)
    assert set(names(empty)) == {"Harlow Foods", "Castell Print", "Nimbus"}
    assert "as of 30 Sep 2026" in the_tab(empty).view.matrix._source.text()


def test_a_removed_decision_comes_back_with_undo(opened: Opened) -> None:
    the = the_tab(opened)
    choose(opened, "Harlow Foods")
    type_into(the.view.account.decision, "Visit them")
    the.view.account.save_button.click()
    go(opened, f"{ROUTE}/decisions")
    assert the.view.decision.isVisible()
    the.view.decision.menu.chosen.emit("remove")
    settle()
    assert opened.app.decisions.decisions() == ()
    assert the.view.no_decisions.isVisible()
    undo(opened)
    assert len(the.view.decisions.items) == 1


def test_a_later_revisit_is_not_asked_for_yet(opened: Opened) -> None:
    the = the_tab(opened)
    choose(opened, "Harlow Foods")
    type_into(the.view.account.decision, "Visit them")
    the.view.account.again.set_value(opened.clock.today() + timedelta(days=5))
    the.view.account.save_button.click()
    settle()
    assert not the.view.due.isVisible()


def test_nothing_is_wrong_to_look_at(opened: Opened) -> None:
    choose(opened, "Harlow Foods")
    assert audit_all(opened.window) == {}


def test_nothing_is_wrong_where_it_is_empty(empty: Opened) -> None:
    assert audit_all(empty.window) == {}
    the_tab(empty).view.first_paste_button.click()
    assert audit_all(empty.window) == {}
    go(empty, f"{ROUTE}/decisions")
    assert audit_all(empty.window) == {}


def test_a_large_list_is_read_in_the_background(open_pages: OpenPages) -> None:
    waiting = HeldTasks()
    opened = open_pages((planning.SPEC, wins.SPEC), tasks=waiting)
    rows = [(f"Customer {number:04d}", str(number), "2026-09-01", "100") for number in range(LARGE + 1)]
    take_list(opened, aging(*rows))
    go(opened, ROUTE)
    view = the_tab(opened).view
    assert view.reading.isVisible()
    waiting.run()
    settle()
    assert not view.reading.isVisible()
    assert len(view.accounts.items) == LARGE + 1


def test_what_was_typed_of_a_listed_account_is_taken_back_by_emptying_it(empty: Opened) -> None:
    take_list(empty)
    choose(empty, "Castell Print")
    card = the_tab(empty).view.account
    type_into(card.score, "90")
    press(Qt.Key.Key_Tab, card.score)
    assert "typed by hand" in card._why.accessibleName()
    card.score.clear()
    card.settle()
    settle()
    assert "typed by hand" not in card._why.accessibleName()
    assert len(names(empty)) == 3


def test_an_account_of_ones_own_keeps_its_balance(opened: Opened) -> None:
    choose(opened, "Nimbus")
    card = the_tab(opened).view.account
    card.balance.clear()
    card.settle()
    settle()
    assert card.balance_field.message
    assert "Nimbus" in names(opened)


def test_a_route_that_names_nothing_changes_nothing(opened: Opened) -> None:
    go(opened, f"{ROUTE}/decision/nonsense")
    assert the_tab(opened).view.matrix.isVisible()
