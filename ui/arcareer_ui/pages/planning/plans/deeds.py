"""What is done to the plan on show: started, ticked off, corrected, measured, told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, Signal

from arcareer.domain.changes import Change
from arcareer.domain.plans import Plan, PlanTask, Reading
from arcareer.errors import EnvironmentFault, FieldProblem
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.pages.planning.kept_form import KeptForm
from arcareer_ui.pages.planning.plans.words import outcome_words

if TYPE_CHECKING:
    from arcareer.services.plans import PlanService
    from arcareer_ui.pages.planning.plans.sheet import PlanSheet
    from arcareer_ui.undo import UndoController


class Deeds(QObject):
    """Acts on the plan that lies on the desk; `stored` returns it with all that was typed in it.

    `kept` are the forms that are kept while they are typed. `told` carries what was done and can be undone,
    `announced` what is only spoken, `troubled` a fault of the disk; `changed` wants the plan shown anew.
    """

    told = Signal(str)
    announced = Signal(str)
    troubled = Signal(object)
    changed = Signal()

    def __init__(
        self,
        sheet: PlanSheet,
        desk: Desk[Plan],
        kept: Mapping[str, KeptForm],
        *,
        plans: PlanService,
        stored: Callable[[], Plan | None],
        undo: UndoController,
        acts: Acts,
    ) -> None:
        super().__init__(desk)
        self._sheet, self._desk, self._kept = sheet, desk, kept
        self._plans, self._stored, self._undo, self._acts = plans, stored, undo, acts
        sheet.measure.start_asked.connect(self._start)
        sheet.figures.correction_asked.connect(self._correct)
        sheet.figures.correct_button.clicked.connect(self._begin_correction)
        sheet.result.measured.connect(self._measure)
        sheet.result.win_asked.connect(self._log_win)
        sheet.result.back_asked.connect(self._take_result_back)
        sheet.check_ins.noted.connect(self._check_in)
        sheet.weeks.ticked.connect(self._tick)
        sheet.weeks.removed.connect(self._remove_task)
        sheet.weeks.added.connect(self._add_task)
        sheet.weeks.days_chosen.connect(self._move_task)

    def _start(self, day: date) -> None:
        plan = self._stored()
        if plan is None:
            return
        start = partial(self._plans.start, plan, day)
        if self._kept["baseline"].save_by(lambda: self._try(start, self.tr("Start plan"))):
            self.told.emit(self.tr("Plan started. The baseline is fixed."))
            self._sheet.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_correction(self) -> None:
        plan = self._desk.stored
        if plan is not None and plan.baseline is not None:
            self._sheet.figures.form.show_reading(plan.baseline)

    def _correct(self, reading: Reading, reason: str) -> None:
        plan = self._stored()
        if plan is None:
            return
        figures = self._sheet.figures
        correct = partial(self._plans.correct_baseline, plan, reading, reason)
        label = self.tr("Correct baseline")
        if self._kept["correction"].save_by(lambda: self._try(correct, label, figures.show_problem)):
            figures.close_form()
            self.told.emit(self.tr("Baseline corrected. The change stays on view."))

    def _measure(self, reading: Reading) -> None:
        plan = self._stored()
        if plan is None:
            return
        result, act = self._sheet.result, partial(self._plans.measure, plan, reading)
        label = self.tr("Save result")
        if self._kept["result"].save_by(lambda: self._try(act, label, result.form.show_problem)):
            measured = self._desk.stored
            self.told.emit(outcome_words(measured) if measured is not None else "")
            result.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_result_back(self) -> None:
        plan = self._stored()
        if plan is None or plan.result is None:
            return
        if self._acts.do(partial(self._plans.take_result_back, plan), self.tr("Measure again")):
            self._sheet.result.form.show_reading(plan.result)
            self._sheet.result.form.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _log_win(self) -> None:
        plan = self._stored()
        if plan is not None and self._acts.do(partial(self._plans.become_win, plan), self.tr("Log plan as win")):
            self.told.emit(self.tr("Win saved with both figures"))

    def _check_in(self, text: str) -> None:
        plan = self._stored()
        if plan is None:
            return
        card, act = self._sheet.check_ins, partial(self._plans.check_in, plan, text)

        def save() -> bool:
            return self._try(act, self.tr("Check in"), lambda _field, words: card.show_problem(words))

        if self._kept["check-in"].save_by(save):
            self.announced.emit(self.tr("Check-in noted"))

    def _tick(self, task: str, done: bool) -> None:  # noqa: FBT001 - the shape of the box's signal
        plan = self._stored()
        label = self.tr("Tick step") if done else self.tr("Take tick back")
        if plan is not None and self._acts.do(lambda: self._plans.tick(plan, task, done=done), label):
            left = sum(one.done_on is None for one in plan.tasks) + (-1 if done else 1)
            self.announced.emit(self.tr("%n step(s) left", "", left))

    def _add_task(self, first_day: int) -> None:
        plan = self._stored()
        if plan is None:
            return
        task = PlanTask(id=str(uuid4()), first_day=first_day, last_day=first_day, text="")
        if self._desk.change(self.tr("Add step"), tasks=(*plan.tasks, task)):
            self.changed.emit()
            self._sheet.weeks.open_form(task.id)

    def _remove_task(self, task: str) -> None:
        plan = self._stored()
        if plan is None:
            return
        left = tuple(one for one in plan.tasks if one.id != task)
        if self._desk.change(self.tr("Remove step"), tasks=left):
            self.changed.emit()
            self.told.emit(self.tr("Step removed"))

    def _move_task(self, task: str, first: int, last: int) -> None:
        plan = self._stored()
        if plan is None:
            return
        moved = (replace(one, first_day=first, last_day=last) if one.id == task else one for one in plan.tasks)
        if self._desk.change(self.tr("Move step"), tasks=tuple(moved)):
            self.changed.emit()

    def _try(self, act: Callable[[], Change], label: str, refused: Callable[[str, str], None] | None = None) -> bool:
        """Do something; what a field stands against is said there."""
        try:
            change = act()
        except FieldProblem as problem:
            (refused or self._sheet.measure.show_problem)(problem.field, str(problem))
            self.announced.emit(str(problem))
            return False
        except EnvironmentFault as fault:
            self.troubled.emit(fault)
            return False
        self._undo.record(change, label)
        return True
