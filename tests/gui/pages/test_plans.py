"""30-day plans: begun from a gap, a baseline that stays, ticked off, measured, told as a win or kept as a lesson."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget

from arcareer.domain.changes import EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.plans import Plan, PlanState, PlanTask, Reading
from arcareer.domain.win_lists import WinQuery
from arcareer_ui.pages import planning
from arcareer_ui.pages.planning.page import PlanningPage
from arcareer_ui.pages.planning.plans.sheet import PlanSheet
from arcareer_ui.pages.planning.plans.tab import PlansTab
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit, audit_all, settle
from tests.support.opened import Opened

STARTER = "end-one-dispute-cause"


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    session = open_pages((planning.SPEC,))
    go(session)
    return session


def go(opened: Opened, route: str = "planning/30-day-plans") -> None:
    opened.window.router.go(route)
    settle()


def tab_of(opened: Opened) -> PlansTab:
    tab = cast("PlanningPage", opened.page).tool("30-day-plans")
    assert isinstance(tab, PlansTab)
    return tab


def sheet_of(opened: Opened) -> PlanSheet:
    return tab_of(opened).sheet


def only(opened: Opened) -> Plan:
    (plan,) = opened.app.plans.all()
    return plan


def begin(opened: Opened) -> None:
    tab_of(opened).overview.starters[STARTER].click()
    settle()


def type_in(editor: QWidget, text: str) -> None:
    editor.setFocus()
    if isinstance(editor, QTextEdit):
        editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, text)
    settle()


def start(opened: Opened, baseline: str = "31", target: str = "8") -> None:
    begin(opened)
    measure = sheet_of(opened).measure
    type_in(measure.baseline.value, baseline)
    type_in(measure.baseline.source, "Deduction report")
    type_in(measure.target, target)
    measure.start_button.click()
    settle()


def measure_result(opened: Opened, value: str) -> None:
    result = sheet_of(opened).result
    type_in(result.form.value, value)
    type_in(result.form.source, "Deduction report")
    result.save_button.click()
    settle()


def test_an_empty_library_offers_a_gap_to_begin_from(opened: Opened) -> None:
    overview = tab_of(opened).overview
    assert tab_of(opened).first_focus is overview.choose_button
    QTest.keyClick(overview.choose_button, Qt.Key.Key_Return)
    settle()
    assert opened.window.focusWidget() is next(iter(overview.starters.values()))


def test_starters_that_fill_a_gap_stand_first_and_begin_with_their_steps(opened: Opened) -> None:
    begin(opened)
    plan = only(opened)
    starter = next(one for one in opened.app.content.plan_starters if one.id == STARTER)
    assert (plan.title, plan.wanted, plan.unit) == (starter.title, starter.wanted, starter.unit)
    assert [task.text for task in plan.tasks] == [step.do for step in starter.steps]
    assert opened.window.focusWidget() is sheet_of(opened).measure.baseline.value
    opened.session.undo.undo()
    settle()
    assert opened.app.plans.all() == ()
    assert not sheet_of(opened).isVisible()


def test_a_plan_starts_with_its_baseline_and_not_without(opened: Opened) -> None:
    begin(opened)
    measure = sheet_of(opened).measure
    measure.start_button.click()
    settle()
    assert "before day one" in measure.baseline.message
    assert only(opened).locked_at is None
    type_in(measure.baseline.value, "31")
    measure.start_button.click()
    settle()
    assert "where the baseline comes from" in measure.baseline.message
    type_in(measure.baseline.source, "Deduction report")
    measure.start_button.click()
    settle()
    plan = only(opened)
    assert plan.locked_at is not None
    assert plan.baseline == Reading(value=Decimal(31), on=opened.clock.today(), source="Deduction report")
    assert measure.isHidden()
    assert sheet_of(opened).figures.isVisible()


def test_a_fixed_baseline_changes_only_with_a_reason_that_stays_on_view(opened: Opened) -> None:
    start(opened)
    figures = sheet_of(opened).figures
    figures.correct_button.click()
    figures.form.value.selectAll()
    type_in(figures.form.value, "29")
    figures.save_button.click()
    settle()
    assert "why the baseline changes" in figures.message
    assert only(opened).baseline_log == ()
    type_in(figures.reason, "Two were counted twice")
    figures.save_button.click()
    settle()
    (entry,) = only(opened).baseline_log
    assert (entry.before.value, entry.after.value, entry.reason) == (Decimal(31), Decimal(29), "Two were counted twice")


def test_a_tick_is_a_step_of_its_own_and_says_what_is_left(opened: Opened) -> None:
    start(opened)
    task, spoken = only(opened).tasks[0], list[str]()
    tab_of(opened).announced.connect(spoken.append)
    box = sheet_of(opened).weeks.rows[task.id].box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    settle()
    assert only(opened).tasks[0].done_on == opened.clock.today()
    assert spoken == ["7 steps left"]
    opened.session.undo.undo()
    settle()
    assert only(opened).tasks[0].done_on is None
    assert not box.isChecked()


def test_steps_are_added_changed_moved_and_removed(opened: Opened) -> None:
    begin(opened)
    weeks = sheet_of(opened).weeks
    weeks.add_buttons[1].click()
    settle()
    added = only(opened).tasks[-1]
    form = weeks.rows[added.id].form
    assert form is not None
    type_in(form.text, "Ask Tom for the list")
    tab_of(opened).flush()
    form.days_chosen.emit(9, 11)
    settle()
    added = only(opened).tasks[-1]
    assert (added.text, added.first_day, added.last_day) == ("Ask Tom for the list", 9, 11)
    weeks.removed.emit(added.id)
    settle()
    assert added.id not in [task.id for task in only(opened).tasks]
    opened.session.undo.undo()
    settle()
    assert only(opened).tasks[-1].text == "Ask Tom for the list"


def test_a_better_result_becomes_a_win_with_both_figures(opened: Opened) -> None:
    start(opened)
    opened.clock.advance(timedelta(days=29))
    measure_result(opened, "4")
    plan, result = only(opened), sheet_of(opened).result
    assert plan.state(opened.clock.today()) is PlanState.REACHED
    assert opened.window.focusWidget() is result.win_button
    QTest.keyClick(result.win_button, Qt.Key.Key_Return)
    settle()
    (summary,) = opened.app.journal.find(WinQuery())
    assert summary.figures == ("Disputes with this cause per week 31 to 4",)
    assert opened.app.plans.of_win(summary.id) == (only(opened),)
    assert result.win_button.isHidden()
    assert result.open_button.isVisible()
    opened.session.undo.undo()
    settle()
    assert opened.app.journal.find(WinQuery()) == ()
    assert result.win_button.isVisible()


def test_a_missed_plan_keeps_its_lesson_and_offers_no_win(opened: Opened) -> None:
    start(opened)
    opened.clock.advance(timedelta(days=29))
    measure_result(opened, "33")
    result = sheet_of(opened).result
    assert result.win_button.isHidden()
    assert opened.window.focusWidget() is result.lesson
    type_in(result.lesson, "The price file was only half of it.")
    tab_of(opened).flush()
    assert only(opened).lesson == "The price file was only half of it."
    assert only(opened).state(opened.clock.today()) is PlanState.MISSED


def test_what_is_typed_and_not_saved_is_back_after_a_restart(opened: Opened, open_pages: OpenPages) -> None:
    start(opened)
    plan = only(opened)
    type_in(sheet_of(opened).check_ins.text, "Tom agreed to")
    type_in(sheet_of(opened).problem, " More than we thought.")
    tab_of(opened).flush()
    opened.close()
    again = open_pages((planning.SPEC,))
    go(again, f"plan/{plan.id}")
    assert sheet_of(again).check_ins.text.text == "Tom agreed to"
    assert sheet_of(again).problem.text.endswith("More than we thought.")
    sheet_of(again).check_ins.button.click()
    settle()
    assert [one.text for one in only(again).check_ins] == ["Tom agreed to"]
    assert sheet_of(again).check_ins.text.text == ""


def test_a_plan_goes_to_the_trash_and_comes_back(opened: Opened) -> None:
    begin(opened)
    plan = only(opened)
    sheet_of(opened).removed.emit()
    settle()
    tab = tab_of(opened)
    assert opened.app.plans.all() == ()
    assert tab.overview.trash_button.isVisible()
    tab.overview.trash_button.click()
    settle()
    (back,) = tab.trash.buttons
    back.click()
    settle()
    assert [one.id for one in opened.app.plans.all()] == [plan.id]


def test_a_foreign_change_is_taken_in_and_typing_is_kept(opened: Opened) -> None:
    begin(opened)
    type_in(sheet_of(opened).title, " now")
    plan = only(opened)
    opened.app.plans.save(plan, replace(plan, problem="Said elsewhere"))
    settle()
    assert sheet_of(opened).problem.text == "Said elsewhere"
    tab_of(opened).flush()
    assert only(opened).title.endswith(" now")


def test_a_plan_that_is_gone_is_said(opened: Opened) -> None:
    begin(opened)
    plan = only(opened)
    go(opened)
    opened.app.plans.move_to_trash(plan)
    go(opened, f"plan/{plan.id}")
    assert tab_of(opened).overview.isVisible()


def fill(opened: Opened, amount: int) -> None:
    """Put plans into the library as one foreign change: two of three are running."""
    today, now = opened.clock.today(), opened.clock.now()
    baseline = Reading(value=Decimal(40), on=today, source="Report")
    with opened.app.edits._store.write() as unit:
        for at in range(amount):
            plan = Plan(
                id=new_id(), title=f"Plan {at}", created_at=now, measure="Overdue in the bucket of 31 to 60 days"
            )
            tasks = tuple(PlanTask(id=str(day), first_day=day, last_day=day + 2, text=f"Step {day}") for day in (1, 9))
            begun = replace(plan, baseline=baseline, locked_at=now, starts_on=today, tasks=tasks)
            unit.repository(EntityKind.PLAN).put(begun if at % 3 else plan)
        unit.commit()
    settle()


def test_nothing_is_cut_off(opened: Opened) -> None:
    assert audit_all(opened.window) == {}
    fill(opened, 4)
    assert audit_all(opened.window) == {}
    for plan in opened.app.plans.all()[:2]:
        go(opened, f"plan/{plan.id}")
        assert audit_all(opened.window) == {}


def test_five_hundred_plans_are_listed(opened: Opened) -> None:
    go(opened, "planning/decision-matrix")
    fill(opened, 500)
    go(opened)
    overview = tab_of(opened).overview
    assert len([one for one in overview.list.items if isinstance(one, Plan)]) == 500
    assert audit(opened.window) == []
