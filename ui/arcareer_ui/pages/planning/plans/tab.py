"""The tab 30-day plans: all plans and where to begin, or one plan at work."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from arcareer.clock import Clock
from arcareer.domain.changes import Change, ChangeSet, Edit, EntityKind
from arcareer.domain.figures import Unit
from arcareer.domain.plans import Plan
from arcareer.errors import EnvironmentFault
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.pages.planning.kept_form import KeptForm
from arcareer_ui.pages.planning.plans.deeds import Deeds
from arcareer_ui.pages.planning.plans.overview import PlansOverview
from arcareer_ui.pages.planning.plans.reading_form import texts_of
from arcareer_ui.pages.planning.plans.sheet import PlanSheet
from arcareer_ui.pages.planning.plans.words import title_of
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
        self._stale = False
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
        self._deeds = Deeds(self.sheet, self._desk, self._kept, plans=plans, stored=self._stored, undo=undo, acts=acts)
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
        self._stale = changes is not None and not self.isVisible()
        if self._stale:
            return
        if self._stack.currentWidget() is self.sheet:
            if not self._desk.follow():
                self._show_all()
            else:
                self._show_plan()
        else:
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another tab was on show."""
        super().showEvent(event)
        if self._stale:
            self.refresh(None)

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
        sheet.result.win_opened.connect(self._open_win)
        self._deeds.told.connect(self.told)
        self._deeds.announced.connect(self.announced)
        self._deeds.troubled.connect(self._say_not_kept)
        self._deeds.changed.connect(self._show_plan)
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

    def _open_win(self) -> None:
        plan = self._desk.stored
        win = self._win_of(plan) if plan is not None else None
        if win is not None:
            self.open_route.emit(f"win/{win}")

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
        if agreed and self._acts.finish(self._plans.trash.empty):
            self._read()

    def _settle_conflict(self, _wanted: object, stored: Plan | None) -> None:
        """Keep what is typed here; undo brings back what was stored. A plan that is gone stays gone."""
        self._desk.settle(keep_mine=stored is not None)
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
