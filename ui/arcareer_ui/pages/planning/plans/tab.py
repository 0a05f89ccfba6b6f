"""The tab 30-day plans: all plans and where to begin, or one plan at work."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from arcareer.clock import Clock
from arcareer.domain.changes import Change, ChangeSet, Edit, EntityKind
from arcareer.domain.figures import Unit
from arcareer.domain.plans import Plan, PlanTask, Reading
from arcareer.errors import EnvironmentFault, FieldProblem
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.pages.planning.kept_form import KeptForm
from arcareer_ui.pages.planning.plans.overview import PlansOverview
from arcareer_ui.pages.planning.plans.reading_form import texts_of
from arcareer_ui.pages.planning.plans.sheet import PlanSheet
from arcareer_ui.pages.planning.plans.words import outcome_words, title_of
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.trash_list import Thrown, TrashList

if TYPE_CHECKING:
    from arcareer.services.drafts import DraftService
    from arcareer.services.journal import JournalService
    from arcareer.services.plans import PlanService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.undo import UndoController

PLACE = "planning/30-day-plans"
KINDS = (EntityKind.PLAN, EntityKind.WIN, EntityKind.CHECKLIST_CLAIM, EntityKind.CHECKLIST_ARRANGEMENT)


class PlansTab(Tool):
    """Begins, keeps and measures plans. Opens `<id>`, a plan."""

    def __init__(
        self,
        *,
        plans: PlanService,
        journal: Callable[[], JournalService],
        open_items: Callable[[], Mapping[str, str]],
        drafts: DraftService,
        undo: UndoController,
        acts: Acts,
        dialogs: Dialogs,
        clock: Clock,
        currency: Callable[[], str],
    ) -> None:
        """`open_items` gives the labels of open items of the value checklist by key, `currency` the usual one."""
        super().__init__()
        self._plans, self._journal, self._open_items = plans, journal, open_items
        self._undo, self._acts, self._dialogs, self._clock, self._currency = undo, acts, dialogs, clock, currency
        self.overview, self.sheet = PlansOverview(), PlanSheet()
        self.trash = TrashList(self.tr("Back to my plans"))
        self.own_button = Button(self.tr("Write your own plan"), icon="plus")
        self.header = self.own_button
        self._stack = QStackedWidget()
        for part in (self.overview, self.sheet, self.trash):
            self._stack.addWidget(part)
        column(self).addWidget(self._stack)
        self._desk = Desk[Plan](
            self, undo, save=plans.save, fetch=self._fetch, typed=self.sheet.values, label=self.tr("Edit plan")
        )
        self._kept = self._keep_forms(drafts)
        self._connect()
        self.refresh(None)

    def open(self, args: Sequence[str]) -> None:
        """Show a plan by its id; without one all of them."""
        if not args:
            return
        if not self._open(UUID(args[0])):
            self._show_all()
            self.noted.emit(self.tr("That plan is no longer there."))

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes is not None and not changes.affects(*KINDS):
            return
        if self._stack.currentWidget() is self.sheet:
            if not self._desk.follow():
                self._show_all()
            else:
                self._show_plan()
        else:
            self._read()

    def flush(self) -> None:
        """Keep what is typed."""
        self._desk.flush()
        for form in self._kept.values():
            form.flush()

    @property
    def first_focus(self) -> QWidget | None:
        """Return where the keyboard starts."""
        if self._stack.currentWidget() is self.sheet:
            return self.sheet.title
        if self._stack.currentWidget() is self.trash:
            return self.trash.back_button
        return self.overview.list if self.overview.list.items else self.overview.choose_button

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        return (self._stack.currentWidget() or self,)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the tab does for commands."""
        return {"new-item": self._begin_own}

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        plan = self._desk.stored if self._stack.currentWidget() is self.sheet else None
        return f"{PLACE}/{plan.id}" if plan is not None else PLACE

    @property
    def place_title(self) -> str:
        """Return what the plan on show is called."""
        plan = self._desk.stored if self._stack.currentWidget() is self.sheet else None
        return title_of(plan) if plan is not None else ""

    def _keep_forms(self, drafts: DraftService) -> Mapping[str, KeptForm]:
        sheet = self.sheet
        correction = {**sheet.figures.form.editors, "reason": sheet.figures.reason}
        return {
            "baseline": KeptForm("plan-baseline", sheet.measure.baseline.editors, drafts, self),
            "result": KeptForm("plan-result", sheet.result.form.editors, drafts, self),
            "correction": KeptForm("plan-correction", correction, drafts, self),
            "check-in": KeptForm("plan-check-in", {"text": sheet.check_ins.text}, drafts, self),
        }

    def _connect(self) -> None:
        overview, sheet, desk = self.overview, self.sheet, self._desk
        self.own_button.clicked.connect(self._begin_own)
        overview.opened.connect(lambda plan: self._open(plan.id))
        overview.removal_asked.connect(self._remove)
        overview.starter_chosen.connect(self._begin_from)
        overview.trash_asked.connect(self._open_trash)
        self.trash.left.connect(self._show_all)
        self.trash.restore_asked.connect(self._restore)
        self.trash.empty_asked.connect(self._ask_to_empty)
        sheet.typed.connect(desk.touch)
        sheet.left.connect(desk.rest)
        sheet.closed.connect(self._show_all)
        sheet.removed.connect(self._remove_shown)
        sheet.measure.chosen.connect(self._choose)
        sheet.measure.start_asked.connect(self._start)
        sheet.figures.correction_asked.connect(self._correct)
        sheet.figures.correct_button.clicked.connect(self._begin_correction)
        sheet.result.measured.connect(self._measure)
        sheet.result.win_asked.connect(self._log_win)
        sheet.result.win_opened.connect(self._open_win)
        sheet.result.back_asked.connect(self._take_result_back)
        sheet.check_ins.noted.connect(self._check_in)
        sheet.weeks.ticked.connect(self._tick)
        sheet.weeks.removed.connect(self._remove_task)
        sheet.weeks.added.connect(self._add_task)
        sheet.weeks.days_chosen.connect(self._move_task)
        desk.saved.connect(self._say_kept)
        desk.troubled.connect(lambda fault, *_: self._say_not_kept(fault))
        desk.conflict.connect(self._settle_conflict)
        desk.refused.connect(sheet.measure.show_problem)
        self._undo.stepped.connect(self._follow_step)

    def _read(self) -> None:
        self.overview.show_plans(self._plans.all(), self._clock.today(), len(self._plans.trash.all()))
        labels = self._open_items()
        starters = self._plans.starters(labels)
        fills = {one.id: next((labels[key] for key in one.checklist if key in labels), "") for one in starters}
        self.overview.show_starters(starters, fills)
        self.trash.show_things([Thrown(one.id, title_of(one), one.measure) for one in self._plans.trash.all()])

    def _fetch(self, identity: UUID) -> Plan | None:
        plan = self._plans.get(identity)
        return plan if plan is not None and not plan.in_trash else None

    def _open(self, identity: UUID) -> bool:
        shown = self._desk.stored
        if shown is None or shown.id != identity or self._stack.currentWidget() is not self.sheet:
            self.flush()
            plan = self._fetch(identity)
            if plan is None:
                return False
            self._desk.put(plan)
            self.sheet.begin(self._clock.today())
        self._stack.setCurrentWidget(self.sheet)
        self._show_plan()
        self.place_changed.emit(self.place)
        return True

    def _show_plan(self) -> None:
        plan, today = self._desk.value, self._clock.today()
        if plan is None:
            return
        subject = str(plan.id)
        if plan.locked_at is None:
            self._kept["baseline"].show_subject(subject, texts_of(plan.baseline, today))
        else:
            self._kept["result"].show_subject(subject, texts_of(None, today))
            self._kept["correction"].show_subject(subject, {**texts_of(plan.baseline, today), "reason": ""})
            self._kept["check-in"].show_subject(subject)
        self.sheet.show_plan(plan, today, has_win=self._win_of(plan) is not None)

    def _show_all(self) -> None:
        self.flush()
        shown = self._desk.stored
        self._read()
        self._stack.setCurrentWidget(self.overview)
        if shown is not None:
            self.overview.list.choose(shown.id)
        self.place_changed.emit(PLACE)
        if self.isVisible():
            (self.first_focus or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _win_of(self, plan: Plan) -> UUID | None:
        """Return the win a plan became, while it is there."""
        if plan.win is None:
            return None
        win = next(iter(self._journal().get_many((plan.win,))), None)
        return win.id if win is not None and not win.in_trash else None

    def _begin_from(self, key: str) -> None:
        starter = next(one for one in self._plans.starters() if one.id == key)
        self._begin(partial(self._plans.start_from, starter, self._currency()), self.tr("Begin plan"))

    def _begin_own(self) -> None:
        self._begin(self._plans.start_blank, self.tr("Begin plan"))

    def _begin(self, act: Callable[[], Edit], label: str) -> None:
        self.flush()
        begun: list[Edit] = []

        def begin() -> Change:
            begun.append(act())
            return begun[0]

        if self._acts.do(begin, label) and isinstance(begun[0].after, Plan):
            self._open(begun[0].after.id)
            target = self.sheet.measure.baseline.value if begun[0].after.measure else self.sheet.title
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stored(self) -> Plan | None:
        """Return the plan with all that was typed in it."""
        self.flush()
        return self._desk.stored

    def _choose(self, field: str, value: object) -> None:
        changes = {field: value}
        if field == "unit":
            changes["currency"] = self._currency() if value is Unit.MONEY else ""
        if self._desk.change(self.tr("Change plan"), **changes):
            self._show_plan()

    def _start(self, day: date) -> None:
        plan = self._stored()
        if plan is None:
            return
        start = partial(self._plans.start, plan, day)
        if self._kept["baseline"].save_by(lambda: self._try(start, self.tr("Start plan"))):
            self.told.emit(self.tr("Plan started. The baseline is fixed."))
            self.sheet.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_correction(self) -> None:
        plan = self._desk.stored
        if plan is not None and plan.baseline is not None:
            self.sheet.figures.form.show_reading(plan.baseline)

    def _correct(self, reading: Reading, reason: str) -> None:
        plan = self._stored()
        if plan is None:
            return
        figures = self.sheet.figures
        correct = partial(self._plans.correct_baseline, plan, reading, reason)
        label = self.tr("Correct baseline")
        if self._kept["correction"].save_by(lambda: self._try(correct, label, figures.show_problem)):
            figures.close_form()
            self.told.emit(self.tr("Baseline corrected. The change stays on view."))

    def _measure(self, reading: Reading) -> None:
        plan = self._stored()
        if plan is None:
            return
        result, act = self.sheet.result, partial(self._plans.measure, plan, reading)
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
            self.sheet.result.form.show_reading(plan.result)
            self.sheet.result.form.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _log_win(self) -> None:
        plan = self._stored()
        if plan is not None and self._acts.do(partial(self._plans.become_win, plan), self.tr("Log plan as win")):
            self.told.emit(self.tr("Win saved with both figures"))

    def _open_win(self) -> None:
        plan = self._desk.stored
        win = self._win_of(plan) if plan is not None else None
        if win is not None:
            self.open_route.emit(f"win/{win}")

    def _check_in(self, text: str) -> None:
        plan = self._stored()
        if plan is None:
            return
        card, act = self.sheet.check_ins, partial(self._plans.check_in, plan, text)

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
            self._show_plan()
            self.sheet.weeks.open_form(task.id)

    def _remove_task(self, task: str) -> None:
        plan = self._stored()
        if plan is None:
            return
        left = tuple(one for one in plan.tasks if one.id != task)
        if self._desk.change(self.tr("Remove step"), tasks=left):
            self._show_plan()
            self.told.emit(self.tr("Step removed"))

    def _move_task(self, task: str, first: int, last: int) -> None:
        plan = self._stored()
        if plan is None:
            return
        moved = (replace(one, first_day=first, last_day=last) if one.id == task else one for one in plan.tasks)
        if self._desk.change(self.tr("Move step"), tasks=tuple(moved)):
            self._show_plan()

    def _remove_shown(self) -> None:
        plan = self._stored()
        if plan is not None:
            self._remove(plan)

    def _remove(self, plan: Plan) -> None:
        if self._acts.do(partial(self._plans.move_to_trash, plan), self.tr("Move plan to trash")):
            self.told.emit(self.tr("Plan moved to trash"))

    def _open_trash(self) -> None:
        self._read()
        self._stack.setCurrentWidget(self.trash)
        self.trash.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self, identity: UUID) -> None:
        plan = self._plans.get(identity)
        if plan is not None and self._acts.do(partial(self._plans.restore, plan), self.tr("Restore plan")):
            self.told.emit(self.tr("Plan restored"))

    def _ask_to_empty(self) -> None:
        self._dialogs.confirm(
            self.tr("Delete %n plan(s) for good", "", len(self._plans.trash.all())),
            self.tr("They cannot be brought back. Wins they became stay."),
            act=self.tr("Delete for good"),
            keep=self.tr("Keep them"),
            answered=self._empty,
        )

    def _empty(self, agreed: bool) -> None:  # noqa: FBT001 - the shape of the port's callback
        if agreed and self._acts.settle(self._plans.trash.empty):
            self._read()

    def _try(self, act: Callable[[], Change], label: str, refused: Callable[[str, str], None] | None = None) -> bool:
        """Do something; what a field stands against is said there."""
        try:
            change = act()
        except FieldProblem as problem:
            (refused or self.sheet.measure.show_problem)(problem.field, str(problem))
            self.announced.emit(str(problem))
            return False
        except EnvironmentFault as fault:
            self._say_not_kept(fault)
            return False
        self._undo.record(change, label)
        return True

    def _settle_conflict(self, _wanted: object, stored: Plan | None) -> None:
        """Keep what is stored: a plan is written by one person at one place, and undo brings the other back."""
        self._desk.settle(keep_mine=False)
        if stored is None:
            self._show_all()
        else:
            self._show_plan()

    def _follow_step(self, change: Change) -> None:
        """Show what undo or redo has just brought back or changed."""
        plans = [edit.after for edit in change.edits if isinstance(edit.after, Plan)]
        if self.isVisible() and len(change.edits) == 1 and plans and not plans[0].in_trash:
            self._open(plans[0].id)

    def _say_kept(self, _plan: Plan) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _say_not_kept(self, fault: EnvironmentFault) -> None:
        report = SaveReport(
            SaveState.NOT_SAVED, reason=str(fault), action=self.tr("Try again"), act=self.flush, fault=fault
        )
        self.save_reported.emit(report)
