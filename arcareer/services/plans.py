"""30-day plans: begun, started on a fixed baseline, followed, measured, and told as a win or kept as a lesson."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import Edit, EditGroup, EntityKind
from arcareer.domain.figures import Basis, Figure, Unit
from arcareer.domain.identity import new_id
from arcareer.domain.journal import HEADLINE_LIMIT, WinDraft
from arcareer.domain.plans import PLAN_DAYS, BaselineChange, CheckIn, Plan, PlanTask, Reading
from arcareer.errors import FieldProblem, UserError
from arcareer.services.editing import EditService
from arcareer.services.journal import JournalService
from arcareer.services.matching import folded_words
from arcareer.services.near_words import closeness
from arcareer.services.trash_of import TrashOf
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.content.playbook_models import PlanStarter

_LOCKED = (
    "Baseline and target were fixed when the plan began. Correct the baseline with a reason, and that stays on view. "
    "Nothing was changed."
)


class PlanService:
    """Use cases of plans; what changes something returns the change it applied."""

    def __init__(
        self, store: Store, edits: EditService, journal: JournalService, content: ContentLibrary, clock: Clock
    ) -> None:
        self._store = store
        self._edits = edits
        self._journal = journal
        self._content = content
        self._clock = clock
        self.trash = TrashOf[Plan](store, EntityKind.PLAN)

    def starters(self, open_items: Iterable[str] = ()) -> tuple[PlanStarter, ...]:
        """Return the plans to begin from; those that fill one of the open checklist items stand first."""
        wanted = frozenset(open_items)
        return tuple(sorted(self._content.plan_starters, key=lambda one: not wanted.intersection(one.checklist)))

    def all(self) -> tuple[Plan, ...]:
        """Return the plans outside the trash, the newest first."""
        with self._store.read() as unit:
            found: tuple[Plan, ...] = unit.repository(EntityKind.PLAN).all()
        return tuple(sorted((plan for plan in found if not plan.in_trash), key=lambda plan: plan.created_at)[::-1])

    def running(self) -> tuple[Plan, ...]:
        """Return the plans that have begun, or are about to, and have no result yet; the first to end comes first."""
        begun = [(plan.ends_on, plan) for plan in self.all() if plan.ends_on is not None and not plan.is_closed]
        return tuple(plan for _, plan in sorted(begun, key=lambda pair: pair[0]))

    def get(self, plan_id: UUID) -> Plan | None:
        """Return a plan, in the trash or not."""
        with self._store.read() as unit:
            found = unit.repository(EntityKind.PLAN).get(plan_id)
        return found if isinstance(found, Plan) else None

    def find(self, text: str, limit: int = 20) -> tuple[Plan, ...]:
        """Return the plans whose title, problem or measure has every word, one typing mistake forgiven."""
        wanted = folded_words(text)
        if not wanted:
            return ()
        return tuple(
            plan
            for plan in self.all()
            if closeness(wanted, folded_words(f"{plan.title} {plan.problem} {plan.measure}"))
        )[:limit]

    def of_win(self, win_id: UUID) -> tuple[Plan, ...]:
        """Return the plans outside the trash that became a win."""
        return tuple(plan for plan in self.all() if plan.win == win_id)

    def start_from(self, starter: PlanStarter, currency: str = "") -> Edit:
        """Begin a plan with a starter's words; its numbers are the user's to measure, money in `currency`."""
        plan = Plan(
            id=new_id(),
            title=starter.title,
            created_at=self._clock.now(),
            starter=starter.id,
            problem=starter.problem,
            measure=starter.measure,
            how_to_measure=starter.how_to_measure,
            unit=starter.unit,
            currency=currency if starter.unit is Unit.MONEY else "",
            wanted=starter.wanted,
            tasks=tuple(
                PlanTask(id=step.id, first_day=step.first_day, last_day=step.last_day, text=step.do)
                for step in starter.steps
            ),
            checklist=starter.checklist,
            competencies=starter.competencies,
        )
        return self._apply("Begin plan", None, plan)

    def start_blank(self, title: str = "") -> Edit:
        """Begin an empty plan."""
        return self._apply("Begin plan", None, Plan(id=new_id(), title=title, created_at=self._clock.now()))

    def save(self, before: Plan, after: Plan, *, draft_key: str | None = None) -> Edit:
        """Save a changed plan and drop the half-typed text it came from.

        Raises `FieldProblem` where it would change a fixed baseline or what was logged about it, or where a step lies
        outside the thirty days.
        """
        _check_baseline(before, after)
        if any(not 1 <= task.first_day <= task.last_day <= PLAN_DAYS for task in after.tasks):
            raise FieldProblem("tasks", f"A step lies between day 1 and day {PLAN_DAYS}. Nothing was changed.")
        return self._edits.put("Edit plan", EntityKind.PLAN, before, after, draft_key=draft_key)

    def start(self, plan: Plan, on: date) -> Edit:
        """Fix the baseline and set day one; raise `FieldProblem` where either is not yet possible."""
        if plan.locked_at is not None:
            raise FieldProblem("baseline", "This plan has begun already. Nothing was changed.")
        if not plan.measure.strip():
            raise FieldProblem("measure", "Say what you measure first; a number needs a name. Nothing was changed.")
        if plan.baseline is None:
            raise FieldProblem(
                "baseline",
                "Measure the baseline before day one: a value, its date and its source. Nothing was changed.",
            )
        if not plan.baseline.source.strip():
            raise FieldProblem("source", "Say where the baseline comes from, such as a report. Nothing was changed.")
        if plan.baseline.on > on:
            raise FieldProblem("baseline", "The baseline is measured before the plan begins. Nothing was changed.")
        return self._apply("Start plan", plan, replace(plan, starts_on=on, locked_at=self._clock.now()))

    def correct_baseline(self, plan: Plan, baseline: Reading, reason: str) -> Edit:
        """Change a fixed baseline; the change is logged with its reason and shown for ever."""
        if plan.baseline is None or plan.locked_at is None:
            raise ValueError("a baseline that is not fixed is saved with the plan")
        if not reason.strip():
            raise FieldProblem(
                "reason", "Say why the baseline changes; the reason is shown with it. Nothing was changed."
            )
        entry = BaselineChange(
            at=self._clock.now(), before=plan.baseline, after=baseline, reason=" ".join(reason.split())
        )
        corrected = replace(plan, baseline=baseline, baseline_log=(*plan.baseline_log, entry))
        return self._apply("Correct baseline", plan, corrected)

    def tick(self, plan: Plan, task_id: str, *, done: bool = True) -> Edit:
        """Tick a step off today, or take its tick back."""
        day = self._clock.today() if done else None
        tasks = tuple(replace(task, done_on=day) if task.id == task_id else task for task in plan.tasks)
        return self._apply("Tick step" if done else "Take tick back", plan, replace(plan, tasks=tasks))

    def check_in(self, plan: Plan, text: str) -> Edit:
        """Note today what happened."""
        if not text.strip():
            raise FieldProblem("check_in", "A check-in needs a word or two. Nothing was changed.")
        noted = CheckIn(self._clock.today(), text.strip())
        return self._apply("Check in", plan, replace(plan, check_ins=(*plan.check_ins, noted)))

    def measure(self, plan: Plan, result: Reading) -> Edit:
        """Note the result; raise `FieldProblem` before the plan began or for a result without a source."""
        if plan.locked_at is None or plan.starts_on is None:
            raise FieldProblem("result", "A result is measured against a fixed baseline: start the plan first.")
        if result.on < plan.starts_on:
            raise FieldProblem("result", "The result is measured after day one. Nothing was changed.")
        if not result.source.strip():
            raise FieldProblem("source", "Say where the result comes from, as for the baseline. Nothing was changed.")
        return self._apply("Measure result", plan, replace(plan, result=result))

    def take_result_back(self, plan: Plan) -> Edit:
        """Let a measured plan go on."""
        return self._apply("Take result back", plan, replace(plan, result=None))

    def move_to_trash(self, plan: Plan) -> Edit:
        """Move a plan to the trash, where it stays for 30 days."""
        return self._apply("Move plan to trash", plan, replace(plan, trashed_at=self._clock.now()))

    def restore(self, plan: Plan) -> Edit:
        """Bring a plan back from the trash."""
        return self._apply("Restore plan", plan, replace(plan, trashed_at=None))

    def win_draft(self, plan: Plan) -> WinDraft:
        """Return a win with both figures. Raises `UserError` where the result is not better than the baseline."""
        if plan.baseline is None or plan.result is None:
            raise UserError("A plan becomes a win when its result is measured. Nothing was changed.")
        if not plan.is_better:
            raise UserError(
                "The result is not better than the baseline, so this is a lesson and not a win. Write down what it "
                "taught you: that is worth telling too."
            )
        figure = _figure(plan, plan.baseline, plan.result)
        steps = [task.text for task in plan.tasks if task.done_on is not None]
        return WinDraft(
            headline=" ".join(plan.title.split())[:HEADLINE_LIMIT],
            happened_on=min(plan.result.on, self._clock.today()),
            situation=plan.problem,
            action="\n".join(steps),
            outcome=plan.helped and f"What else helped: {plan.helped}",
            competencies=plan.competencies,
            figures=(figure,),
        )

    def become_win(self, plan: Plan) -> EditGroup:
        """Log a plan that got better as a win and link the two; raises as `win_draft` does, and the second time."""
        if plan.win is not None:
            raise UserError("This plan is logged as a win already. Nothing was changed.")
        win = self._journal.new_win(self.win_draft(plan))
        label = "Log plan as win"
        linked = Edit(label, EntityKind.PLAN, plan, replace(plan, win=win.id))
        group = EditGroup(label, (Edit(label, EntityKind.WIN, None, win), linked))
        self._edits.apply(group)
        return group

    def _apply(self, label: str, before: Plan | None, after: Plan | None) -> Edit:
        return self._edits.put(label, EntityKind.PLAN, before, after)


def _check_baseline(before: Plan, after: Plan) -> None:
    if before.locked_at is None:
        if (after.locked_at, after.starts_on, after.baseline_log) != (None, before.starts_on, before.baseline_log):
            raise FieldProblem("baseline", "A plan begins when you start it. Nothing was changed.")
        return
    fixed = ("baseline", "locked_at", "starts_on", "baseline_log", "unit", "currency", "measure", "wanted", "target")
    if any(getattr(before, name) != getattr(after, name) for name in fixed):
        raise FieldProblem("baseline", _LOCKED)


def _figure(plan: Plan, baseline: Reading, result: Reading) -> Figure:
    both = (baseline.basis, result.basis)
    sources = baseline.source if baseline.source == result.source else f"{baseline.source}; {result.source}"
    return Figure(
        measure=plan.measure,
        unit=plan.unit,
        before=baseline.value,
        after=result.value,
        currency=plan.currency,
        period=f"{baseline.on.isoformat()} to {result.on.isoformat()}",
        scope=plan.scope,
        basis=Basis.MEASURED if both == (Basis.MEASURED, Basis.MEASURED) else Basis.ESTIMATED,
        source=sources,
    )
