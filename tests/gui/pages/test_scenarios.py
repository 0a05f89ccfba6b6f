"""Scenarios: read, run minute by minute, written down, finished, and turned into a win or an answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from arcareer.domain.identity import new_id
from arcareer.domain.playbook_runs import PlaybookRun
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.scripts.scenarios.head_card import ANSWER, FINISH, LEAVE, REOPEN, START, TRASH, WIN
from arcareer_ui.pages.scripts.scenarios.step_rows import StepRow
from arcareer_ui.pages.wins.page import WinsPage
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.scripts_desk import (
    CTRL,
    HARLOW,
    SHIFT,
    back,
    clipboard,
    customer,
    customer_id,
    emails,
    go,
    key,
    open_scripts,
    scenarios,
    shown_call,
    shown_run,
    shown_script,
    toast,
    type_in,
)
from tests.support.audit import audit, audit_all, focus_is_visible, settle
from tests.support.opened import Opened
from tests.support.running import press

DISPUTE = "scope-dispute"


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    return open_scripts(open_pages, f"playbook/{DISPUTE}")


def act(opened: Opened, name: str) -> None:
    scenarios(opened).view.head.acted.emit(name)
    settle()


def begin(opened: Opened) -> PlaybookRun:
    act(opened, START)
    run = scenarios(opened).runs.run
    assert run is not None
    return run


def runs(opened: Opened) -> tuple[PlaybookRun, ...]:
    return opened.app.playbooks.runs(DISPUTE)


def rows(opened: Opened) -> list[StepRow]:
    return scenarios(opened).view.steps.rows


# --- reading ---------------------------------------------------------------------------------------------------------


def test_a_scenario_has_everything_and_its_steps_wait_for_a_run(opened: Opened) -> None:
    tab = scenarios(opened)
    assert tab.playbook is not None
    assert len(rows(opened)) == len(tab.playbook.steps)
    assert not any(one.isEnabled() for one in rows(opened))
    assert [button.accessibleName() for button in tab.view.links.buttons][-1] == "Taking in a dispute"
    assert tab.view.head.start_button.isVisible()
    assert not tab.view.run.isVisible()


def test_searching_forgives_a_mistake_and_says_when_nothing_fits(opened: Opened) -> None:
    tab = scenarios(opened)
    tab.view.panel.search.setText("fruad")
    tab.view.panel.searched.emit()
    settle()
    assert tab.playbook is not None
    assert tab.playbook.id == "payment-fraud"
    assert opened.announced[-1] == "1 scenario"
    tab.view.panel.search.setText("xylophone")
    tab.view.panel.searched.emit()
    assert tab.view.panel.none.isVisible()


def test_scripts_and_calls_of_a_scenario_are_one_press_away(opened: Opened) -> None:
    press(scenarios(opened).view.links, "Taking in a dispute")
    assert emails(opened).mode == "calls"
    assert shown_call(opened) == "dispute-call"
    go(opened, f"playbook/{DISPUTE}")
    press(scenarios(opened).view.links, "We have opened your dispute")
    assert shown_script(opened).key == "dispute-opened"


# --- a run -----------------------------------------------------------------------------------------------------------


def test_a_run_is_started_and_ticked_by_keyboard(opened: Opened) -> None:
    scenarios(opened).view.head.start_button.setFocus()
    key(opened, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is rows(opened)[0]
    key(opened, Qt.Key.Key_Return)
    assert runs(opened)[0].done == {rows(opened)[0].step.id}
    assert rows(opened)[0].isChecked()
    key(opened, Qt.Key.Key_Space)
    assert runs(opened)[0].done == frozenset()
    back(opened)
    assert rows(opened)[0].isChecked()


def test_a_step_is_ticked_by_mouse(opened: Opened) -> None:
    begin(opened)
    QTest.mouseClick(rows(opened)[1], Qt.MouseButton.LeftButton)
    settle()
    assert runs(opened)[0].done == {rows(opened)[1].step.id}


def test_notes_and_outcome_are_stored_as_typed_and_undone_in_one_step(
    qtbot: QtBot, opened: Opened, open_pages: OpenPages
) -> None:
    begin(opened)
    card = scenarios(opened).view.run
    card.notes.setFocus()
    with qtbot.waitSignal(scenarios(opened).runs.saved):
        type_in("Spoke to Dana")
    assert runs(opened)[0].notes == "Spoke to Dana"
    card.outcome.setFocus()
    type_in("Credited $240")
    scenarios(opened).flush()
    assert runs(opened)[0].outcome == "Credited $240"
    back(opened)
    assert runs(opened)[0].outcome == ""
    opened.close()
    again = open_scripts(open_pages, f"playbook/{DISPUTE}")
    assert scenarios(again).view.run.notes.text == "Spoke to Dana"


def test_the_customer_of_the_run_fills_its_message(opened: Opened) -> None:
    begin(opened)
    tab = scenarios(opened)
    tab.view.fill.customer.line.setFocus()
    type_in("harl")
    key(opened, Qt.Key.Key_Return)
    assert runs(opened)[0].customer == customer_id(opened, HARLOW)
    key(opened, Qt.Key.Key_C, CTRL | SHIFT)
    assert tab.view.message.banner.isVisible()
    assert clipboard() == tab.message.text
    back(opened)
    assert runs(opened)[0].customer is None
    assert tab.values.customer is None


def test_a_run_is_finished_and_reopened(opened: Opened) -> None:
    begin(opened)
    act(opened, FINISH)
    assert runs(opened)[0].finished_at is not None
    assert not any(one.isEnabled() for one in rows(opened))
    assert scenarios(opened).view.head.win_button.property("kind") == "primary"
    act(opened, REOPEN)
    assert runs(opened)[0].is_open
    back(opened)
    assert not runs(opened)[0].is_open


def test_an_open_run_is_gone_on_with_and_another_can_be_started(opened: Opened) -> None:
    first = begin(opened)
    go(opened, "playbook/payment-fraud")
    assert scenarios(opened).runs.run is None
    go(opened, f"playbook/{DISPUTE}")
    assert shown_run(opened).id == first.id
    act(opened, LEAVE)
    assert scenarios(opened).runs.run is None
    begin(opened)
    assert len(runs(opened)) == len(scenarios(opened).view.runs.rows) == 2


def test_a_run_goes_to_the_trash_and_comes_back(opened: Opened) -> None:
    run = begin(opened)
    act(opened, TRASH)
    assert runs(opened) == ()
    assert scenarios(opened).runs.run is None
    back(opened)
    assert [one.id for one in runs(opened)] == [run.id]
    go(opened, f"run/{run.id}")
    act(opened, TRASH)
    scenarios(opened).view.runs.restore_buttons[0].click()
    settle()
    assert shown_run(opened).id == run.id


# --- what it becomes -------------------------------------------------------------------------------------------------


def test_a_run_becomes_a_win_with_its_facts_and_leads_there(opened: Opened) -> None:
    run = begin(opened)
    tab = scenarios(opened)
    rows(opened)[0].click()
    tab.filler.take(customer(opened, HARLOW))
    tab.filler.customer_changed.emit()
    tab.view.run.outcome.setFocus()
    type_in("Credited $240, the rest was paid in 9 days")
    act(opened, WIN)
    linked = runs(opened)[0].win
    assert linked is not None
    win = opened.app.journal.get(linked)
    assert win is not None
    assert win.headline == "Credited $240, the rest was paid in 9 days"
    assert win.customers == (customer_id(opened, HARLOW),)
    assert not tab.view.head.win_button.isVisible()
    assert tab.view.run.win_button.isVisible()
    press(tab.view.run, tab.view.run.win_button.label)
    assert isinstance(opened.page, WinsPage)
    go(opened, f"run/{run.id}")
    back(opened)
    assert runs(opened)[0].win is None
    assert opened.app.journal.get(linked) is None
    assert scenarios(opened).view.head.win_button.isVisible()


def test_a_run_becomes_a_star_answer_and_leads_there(opened: Opened) -> None:
    begin(opened)
    rows(opened)[0].click()
    act(opened, ANSWER)
    answer = runs(opened)[0].answer
    assert answer is not None
    assert "Answer begun" in toast(opened)
    press(scenarios(opened).view.run, scenarios(opened).view.run.answer_button.label)
    assert isinstance(opened.page, PrepPage)
    assert opened.window.router.current == f"answer/{answer}"


def test_a_win_in_the_trash_can_be_logged_anew(opened: Opened) -> None:
    begin(opened)
    act(opened, WIN)
    win = runs(opened)[0].win
    assert win is not None
    opened.app.journal.move_to_trash([win])
    settle()
    assert scenarios(opened).view.head.win_button.isVisible()
    assert not scenarios(opened).view.run.win_button.isVisible()


def test_a_run_that_is_gone_is_said_to_be(opened: Opened) -> None:
    for route in ("run/not-an-id", "playbook/no-such-scenario"):
        go(opened, route)
        assert "no longer there" in toast(opened)


def test_a_foreign_change_is_shown(opened: Opened) -> None:
    run = begin(opened)
    opened.app.playbooks.tick(run, rows(opened)[2].step.id)
    settle()
    assert rows(opened)[2].isChecked()


# --- looks -----------------------------------------------------------------------------------------------------------


def test_nothing_is_cut_off(opened: Opened) -> None:
    assert audit_all(opened.window) == {}
    begin(opened)
    rows(opened)[0].click()
    act(opened, WIN)
    opened.window.toasts.close()
    assert audit_all(opened.window) == {}


def test_nothing_is_cut_off_with_five_hundred_runs(opened: Opened) -> None:
    with opened.app.edits._store.write() as unit:
        for number in range(500):
            at = opened.clock.now()
            unit.playbook_runs.put(
                PlaybookRun(
                    id=new_id(),
                    playbook=DISPUTE,
                    started_at=at,
                    finished_at=at,
                    outcome=f"Settled file {number} without a credit note, and the customer agreed in writing",
                )
            )
        unit.commit()
    settle()
    assert audit(opened.window, (1024, 640), 1.25) == []


def test_the_keyboard_shows_where_it_is(opened: Opened) -> None:
    begin(opened)
    assert focus_is_visible(opened.window, rows(opened)[1])
