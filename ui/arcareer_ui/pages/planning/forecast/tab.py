"""Forecast accuracy: a forecast frozen before the money comes, what came, and what that proves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.domain.changes import ChangeSet, Edit, EntityKind
from arcareer.domain.forecast_plans import ForecastPlan, PeriodAmount, PeriodKind
from arcareer.domain.forecasting import METHODS, Method
from arcareer.errors import UserError
from arcareer_ui.acts import Acts
from arcareer_ui.pages.planning.field_keeper import FieldKeeper
from arcareer_ui.pages.planning.forecast.ledger_history import LedgerHistory
from arcareer_ui.pages.planning.forecast.view import PREPARE, TRACK, ForecastView
from arcareer_ui.pages.planning.forecast.words import next_periods
from arcareer_ui.pages.planning.win_card import log_and_link, win_of
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.segment import Segment

if TYPE_CHECKING:
    from arcareer.services.forecast_plans import ForecastPlanService
    from arcareer.services.journal import JournalService
    from arcareer.services.ledger_import import LedgerImportService
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController

PLACE = "planning/forecast-accuracy"
KINDS = (EntityKind.FORECAST_PLAN, EntityKind.WIN)


class ForecastTab(Tool):
    """Routes behind the tab: `<id>`, and `<id>/prepare` or `<id>/track`."""

    def __init__(
        self,
        *,
        forecasts: ForecastPlanService,
        ledgers: Callable[[], LedgerImportService],
        journal: Callable[[], JournalService],
        undo: UndoController,
        acts: Acts,
        tasks: TaskRunner,
        clock: Clock,
        currency: Callable[[], str],
    ) -> None:
        super().__init__()
        self._forecasts, self._journal, self._acts = forecasts, journal, acts
        self._clock, self._currency = clock, currency
        self._plan: ForecastPlan | None = None
        self._proposed: UUID | None = None
        self._method = Method.NAIVE_LAST
        self._room = TRACK
        self.view = ForecastView()
        self.plans = Combo(self.tr("Plan"), [], size="compact")
        self.mode = Segment(
            self.tr("What to show"), [(PREPARE, self.tr("Forecast")), (TRACK, self.tr("Actuals"))], TRACK
        )
        self.new_button = Button(self.tr("New plan"), icon="plus", size="compact")
        self.header = QWidget()
        line = row(self.header, spacing=10)
        for part in (self.plans, self.mode, self.new_button):
            line.addWidget(part)
        self.keeper = FieldKeeper(self._save_typed, self.tr("Edit forecast plan"), undo, clock, self)
        self.learning = FieldKeeper(self._save_refinement, self.tr("Note refinement"), undo, clock, self)
        self.ledger = LedgerHistory(self.view.history, forecasts, ledgers, tasks, self)
        column(self).addWidget(self.view)
        self.view.story.on.set_value(clock.today())
        self._connect()
        self._read()
        self._enter(TRACK if self._plan is None or self._plan.rounds else PREPARE)

    def open(self, args: Sequence[str]) -> None:
        """Show what a route names."""
        if not args:
            return
        plan = next((one for one in self._forecasts.plans() if str(one.id) == args[0]), None)
        if plan is None:
            self.noted.emit(self.tr("That plan is no longer there."))
            return
        self._show_plan(plan)
        self._enter(args[1] if args[1:] and args[1] in {PREPARE, TRACK} else TRACK)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes is None or changes.affects(*KINDS):
            self._read()
        if changes is None or changes.affects(EntityKind.LEDGER_SNAPSHOT):
            self.ledger.offer()

    def flush(self) -> None:
        """Keep what is typed."""
        self.keeper.rest()
        self.learning.rest()
        if not self.view.notes.isHidden():
            self.view.notes.flush()

    @property
    def first_focus(self) -> QWidget | None:
        """Start in the sheet, the history, or with the first plan."""
        if self._plan is None:
            return self.view.start_button
        if self._room == TRACK:
            return self.view.actuals.grid if self._plan.rounds else self.view.prepare_button
        return self.view.history.text

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        view = self.view
        if self._plan is None:
            return (view.empty,)
        main = view.history if self._room == PREPARE else view.actuals if self._plan.rounds else view.unfrozen
        return (main, view.plan)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the tab does for commands."""
        return {"new-item": self._start}

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        return PLACE if self._plan is None else f"{PLACE}/{self._plan.id}/{self._room}"

    @property
    def place_title(self) -> str:
        """Return the plan on show by its title."""
        return self._plan.title if self._plan is not None else ""

    def _connect(self) -> None:
        view = self.view
        self.plans.chosen.connect(lambda key: self.open([key]))
        self.mode.chosen.connect(self._enter)
        for button in (self.new_button, view.start_button):
            button.clicked.connect(self._start)
        view.prepare_button.clicked.connect(partial(self._enter, PREPARE))
        view.plan.typed.connect(self.keeper.touch)
        view.plan.left.connect(self.keeper.rest)
        view.plan.chosen.connect(self._keep_chosen)
        view.plan.removal_asked.connect(self._remove)
        view.story.typed.connect(self.learning.touch)
        view.story.left.connect(self.learning.rest)
        view.story.told.connect(self._add_told)
        view.history.typing.connect(self._read_history)
        view.history.used.connect(self._use_history)
        view.history.actuals_asked.connect(self._extend_history)
        self.ledger.found.connect(self._take_history)
        self.ledger.noted.connect(self.noted)
        view.method.proposed.connect(self._propose)
        view.freeze.frozen.connect(self._freeze)
        view.freeze.unread.connect(self.announced)
        view.actuals.entered.connect(self._enter_actuals)
        view.actuals.refused.connect(self.noted)
        view.actuals.chart.pointed.connect(lambda at: self.announced.emit(view.actuals.chart.points[at].spoken))
        view.notes.noted.connect(self._add_note)
        view.verdict.win.saved.connect(self._make_win)
        view.verdict.win.opened.connect(self._open_win)
        for keeper in (self.keeper, self.learning):
            keeper.reported.connect(self.save_reported)
            keeper.refused.connect(view.plan.title_field.show_problem)

    def _read(self) -> None:
        plans = self._forecasts.plans()
        key = self._plan.id if self._plan is not None else None
        plan = next((one for one in plans if one.id == key), next(iter(plans), None))
        self.plans.set_options([(str(one.id), one.title) for one in plans])
        self.plans.setVisible(len(plans) > 1)
        if plan is None:
            self._plan = None
            self._show_room()
        else:
            self._show_plan(plan)

    def _show_plan(self, plan: ForecastPlan) -> None:
        before, view = self._plan, self.view
        if before is not None and before.id != plan.id:
            self.flush()
            view.verdict.win.fold()
        self._plan = plan
        self.plans.set_current(str(plan.id))
        view.plan.show_plan(plan)
        view.plan.title_field.clear_message()
        if before is None or before.id != plan.id or before.history != plan.history or before.rounds != plan.rounds:
            view.history.show_history(plan)
            usable = [name for name, method in METHODS.items() if method([one.amount for one in plan.history], 1)]
            view.method.show_tests(self._forecasts.back_tests(plan), usable)
        self.ledger.show_plan(plan)
        made = plan.current_round
        if made is not None:
            view.actuals.show_round(plan, made)
            view.notes.show_misses(made)
        verdict = self._forecasts.verdict(plan)
        view.verdict.show_verdict(verdict)
        win = win_of(self._journal(), plan.win)
        view.verdict.offer_win(verdict, win.headline if win is not None else "")
        view.story.show_plan(plan)
        self._show_room()

    def _show_room(self) -> None:
        plan = self._plan
        self.mode.set_current(self._room)
        self.mode.setVisible(plan is not None)
        self.new_button.setVisible(plan is not None)
        self.view.show_room(
            self._room,
            some=plan is not None,
            frozen=plan is not None and bool(plan.rounds),
            known=plan is not None and bool(plan.history),
            proposed=plan is not None and self._proposed == plan.id,
        )

    def _enter(self, room: str) -> None:
        self._room = room
        self._show_room()
        self.view.to_top()
        self.place_changed.emit(self.place)

    def _start(self) -> None:
        made: list[UUID] = []

        def act() -> Edit:
            edit = self._forecasts.add(self.tr("Weekly cash forecast"), self._currency() or "USD")
            made.append(edit.entity_id)
            return edit

        if self._acts.do(act, self.tr("Start forecast plan")):
            self.open([str(made[0]), PREPARE])
            self.told.emit(self.tr("Plan started"))
            self.view.history.text.setFocus()

    def _remove(self) -> None:
        plan = self._plan
        if plan is not None and self._acts.do(partial(self._forecasts.remove, plan), self.tr("Remove forecast plan")):
            self.told.emit(self.tr("Plan removed"))

    def _save_typed(self) -> Edit | None:
        plan, card = self._plan, self.view.plan
        if plan is None:
            return None
        after = replace(
            plan,
            title=card.title.text().strip(),
            drivers=card.drivers.text.strip(),
            currency=card.currency.current or plan.currency,
            period_kind=PeriodKind(card.kind.current),
        )
        return None if after == plan else self._forecasts.save(plan, after)

    def _keep_chosen(self) -> None:
        self.keeper.touch()
        self.keeper.rest()

    def _save_refinement(self) -> Edit | None:
        plan, text = self._plan, self.view.story.refinement.text.strip()
        made = plan.current_round if plan is not None else None
        if plan is None or made is None or made.refinement == text:
            return None
        return self._forecasts.set_refinement(plan, text)

    def _read_history(self) -> None:
        if self._plan is not None:
            self.view.history.show_read(self._forecasts.read_history(self.view.history.text.text), self._plan)

    def _use_history(self) -> None:
        amounts = self._forecasts.read_history(self.view.history.text.text).amounts
        self._take_history(amounts, self.tr("typed or pasted"))

    def _extend_history(self) -> None:
        plan = self._plan
        if plan is None:
            return
        known = {one.period for one in plan.history}
        come = [PeriodAmount(one.period, one.amount) for made in plan.rounds for one in made.actuals]
        source = plan.history_source or self.tr("the actuals of this plan")
        self._take_history((*plan.history, *(one for one in come if one.period not in known)), source)

    def _take_history(self, amounts: Sequence[PeriodAmount], source: str) -> None:
        plan = self._plan
        if plan is None:
            return
        act = partial(self._forecasts.set_history, plan, amounts, source)
        if self._acts.do(act, self.tr("Set history")):
            self.told.emit(self.tr("%n period(s) of history", "", len(amounts)))

    def _propose(self) -> None:
        plan, card = self._plan, self.view.method
        card.periods.settle()
        count = card.periods.value
        if plan is None or count is None:
            return
        try:
            proposal = self._forecasts.propose(plan, count, card.chosen)
        except UserError as problem:
            self.noted.emit(str(problem))
            return
        known = [one.period for one in plan.history]
        known += [name for made in plan.rounds for name, _ in made.frozen.amounts if name not in known]
        self._method, self._proposed = proposal.method, plan.id
        self.view.freeze.show_proposal(proposal, next_periods(known, count, plan.period_kind, self._clock.today()))
        self._show_room()
        self.view.reveal(self.view.freeze)
        self.announced.emit(self.tr("%n period(s) worked out", "", count))

    def _freeze(self) -> None:
        plan, card = self._plan, self.view.freeze
        if plan is None:
            return
        amounts = [PeriodAmount(period, amount) for period, amount in zip(card.periods, card.amounts, strict=True)]
        method = self.tr("own judgement") if card.is_own else self._method.value
        if self._acts.do(
            partial(self._forecasts.freeze, plan, amounts, card.naive, method), self.tr("Freeze forecast")
        ):
            self._proposed = None
            self._enter(TRACK)
            self.told.emit(self.tr("Forecast frozen. Type what comes in as it comes."))

    def _enter_actuals(self, actuals: Mapping[str, Decimal]) -> None:
        plan = self._plan
        if plan is None:
            return

        def act() -> Edit:
            edits = []
            current = plan
            for period, amount in actuals.items():
                edit = self._forecasts.add_actual(current, period, amount)
                edits.append(edit)
                if isinstance(edit.after, ForecastPlan):
                    current = edit.after
            return Edit(edits[0].label, edits[0].kind, edits[0].before, edits[-1].after)

        if self._acts.do(act, self.tr("Enter actual")):
            self.announced.emit(self.view.verdict.sentence)

    def _add_note(self, period: str, text: str) -> None:
        plan = self._plan
        made = plan.current_round if plan is not None else None
        said = next((one.text for one in made.notes if one.period == period), "") if made is not None else ""
        if plan is not None and text != said:
            self._acts.do(partial(self._forecasts.add_note, plan, period, text), self.tr("Note on a miss"))

    def _add_told(self) -> None:
        plan, card = self._plan, self.view.story
        whom, what, day = card.whom.text().strip(), card.what.text().strip(), card.on.value
        if plan is None or day is None:
            return
        if not whom or not what:
            card.whom_field.show_problem(self.tr("Say whom you told, and what."))
            return
        if self._acts.do(partial(self._forecasts.add_told, plan, day, whom, what), self.tr("Note who was told")):
            card.whom.set_text("")
            card.what.set_text("")
            self.told.emit(self.tr("Noted who was told"))

    def _make_win(self, did: str) -> None:
        plan = self._plan
        if plan is None:
            return
        link = partial(self._forecasts.link_win, plan)
        if self._acts.do(
            lambda: log_and_link(self._journal(), self._forecasts.draft_win(plan, did), link), self.tr("Save win")
        ):
            self.view.verdict.win.fold()
            self.told.emit(self.tr("Win saved"))

    def _open_win(self) -> None:
        if self._plan is not None and self._plan.win is not None:
            self.open_route.emit(f"win/{self._plan.win}")
