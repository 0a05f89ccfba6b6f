"""Forecast accuracy plans: history, methods beside the naive one, freeze, actuals, what was learnt, and the proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from arcareer.clock import Clock
from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.forecast_plans import (
    Actual,
    ForecastPlan,
    ForecastRound,
    LoggedStep,
    PeriodAmount,
    PeriodKind,
    ToldWhom,
    VarianceNote,
)
from arcareer.domain.forecast_proof import FrozenForecast
from arcareer.domain.forecast_verdicts import PlanVerdict, verdict_on_plan
from arcareer.domain.forecasting import METHODS, BackTest, Method, back_test
from arcareer.domain.identity import new_id
from arcareer.domain.journal import WinDraft
from arcareer.domain.receipt_series import receipts_by_period
from arcareer.errors import FieldProblem, UserError
from arcareer.services.editing import EditService
from arcareer.services.ledger_import import LedgerImportService
from arcareer.services.pasted_history import PastedHistory, read_history
from arcareer.storage.store import Store

_FEWEST_TRAINING = 2
_FROZEN = (
    "This forecast is frozen since {day}: its amounts can no longer change. Nothing was changed. Enter what came in, "
    "say why it missed, and freeze the next forecast with what you learnt."
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A forecast worked out from the history, with the naive one beside it and how the method did on the past."""

    method: Method
    amounts: tuple[Decimal, ...]
    naive: tuple[Decimal, ...]
    back_test: BackTest | None


class ForecastPlanService:
    """Use cases of forecast plans; what changes something returns the change it applied."""

    def __init__(self, store: Store, edits: EditService, ledgers: LedgerImportService, clock: Clock) -> None:
        self._store = store
        self._edits = edits
        self._ledgers = ledgers
        self._clock = clock

    def plans(self) -> tuple[ForecastPlan, ...]:
        """Return the plans, the newest first."""
        with self._store.read() as unit:
            found: tuple[ForecastPlan, ...] = unit.repository(EntityKind.FORECAST_PLAN).all()
        return tuple(sorted(found, key=lambda plan: plan.created_at, reverse=True))

    def add(self, title: str, currency: str, period_kind: PeriodKind = PeriodKind.WEEK) -> Edit:
        """Add an empty plan; raises `FieldProblem` without a title."""
        plan = ForecastPlan(
            id=new_id(),
            title=title.strip(),
            created_at=self._clock.now(),
            currency=currency,
            period_kind=period_kind,
        )
        _check_title(plan)
        return self._apply("Add forecast plan", None, plan)

    def save(self, before: ForecastPlan, after: ForecastPlan) -> Edit:
        """Save a changed plan. Raises `UserError` for a change of what is frozen or of the log of the plan."""
        _check_title(after)
        _check_frozen(before, after)
        return self._apply("Edit forecast plan", before, after)

    def remove(self, plan: ForecastPlan) -> Edit:
        """Remove a plan."""
        return self._apply("Remove forecast plan", plan, None)

    def read_history(self, text: str) -> PastedHistory:
        """Read pasted lines of period and amount without keeping anything."""
        return read_history(text)

    def set_history(self, plan: ForecastPlan, amounts: Sequence[PeriodAmount], source: str) -> Edit:
        """Set the history a forecast is made from, in order of time."""
        return self._apply("Set history", plan, replace(plan, history=tuple(amounts), history_source=source))

    def history_from_ledger(self, snapshot: UUID, currency: str, period_kind: PeriodKind) -> tuple[PeriodAmount, ...]:
        """Return what a ledger with its past says came in by period; empty where it holds no payments."""
        head = next((one for one in self._ledgers.snapshots() if one.id == snapshot), None)
        if head is None:
            return ()
        items = [item for item in self._ledgers.items(snapshot) if item.currency == currency]
        return receipts_by_period(items, head.as_of, period_kind)

    def back_tests(self, plan: ForecastPlan) -> tuple[BackTest, ...]:
        """Return how each method would have done on the second half of the history, the naive one first."""
        series = [one.amount for one in plan.history]
        return back_test(series, _first_test(len(series)))

    def propose(self, plan: ForecastPlan, periods: int, method: Method) -> Proposal:
        """Return a forecast for the next `periods` periods; raises `UserError` where the history is too short."""
        series = tuple(one.amount for one in plan.history)
        amounts, naive = METHODS[method](series, periods), METHODS[Method.NAIVE_LAST](series, periods)
        if amounts is None or naive is None:
            raise UserError(
                "The history is too short for this method. Nothing was changed; add months or choose another method."
            )
        tested = next((one for one in self.back_tests(plan) if one.method is method), None)
        return Proposal(method, amounts, naive, tested)

    def freeze(
        self, plan: ForecastPlan, amounts: Sequence[PeriodAmount], naive: Sequence[Decimal], method: str
    ) -> Edit:
        """Freeze a forecast with its day and fingerprint.

        Raises `UserError` where a period is named twice, has come already, or the two forecasts differ in length.
        """
        _check_forecast(plan, amounts, naive)
        now = self._clock.now()
        frozen = FrozenForecast(
            frozen_on=self._clock.today(),
            currency=plan.currency,
            method=method,
            amounts=tuple((one.period, one.amount) for one in amounts),
            naive=tuple(naive),
        )
        made = ForecastRound(frozen=frozen, fingerprint=frozen.fingerprint, frozen_at=now)
        step = LoggedStep(now, f"Froze {len(amounts)} periods ({method}), SHA-256 {frozen.fingerprint[:16]}")
        after = replace(plan, rounds=(*plan.rounds, made), log=(*plan.log, step))
        return self._apply("Freeze forecast", plan, after)

    def add_actual(self, plan: ForecastPlan, period: str, amount: Decimal) -> Edit:
        """Enter what came in a forecast period; a correction is logged with what stood there.

        Raises `UserError` for a period that was not forecast.
        """
        place = _round_with(plan, period)
        current = plan.rounds[place]
        known, now = current.amounts.get(period), self._clock.now()
        others = tuple(one for one in current.actuals if one.period != period)
        order = [name for name, _ in current.frozen.amounts]
        actuals = sorted((*others, Actual(period, amount, now)), key=lambda one: order.index(one.period))
        log = plan.log
        if known is not None and known != amount:
            log = (*log, LoggedStep(now, f"Corrected the actual of {period} from {known:,f} to {amount:,f}"))
        return self._put_round(
            "Enter actual", replace(plan, log=log), plan, place, replace(current, actuals=tuple(actuals))
        )

    def add_note(self, plan: ForecastPlan, period: str, text: str) -> Edit:
        """Say why a period missed; an empty text takes the note away. Raises `UserError` as `add_actual` does."""
        place = _round_with(plan, period)
        current = plan.rounds[place]
        others = tuple(one for one in current.notes if one.period != period)
        notes = (*others, VarianceNote(period, text)) if text.strip() else others
        return self._put_round("Note on a miss", plan, plan, place, replace(current, notes=notes))

    def set_refinement(self, plan: ForecastPlan, text: str) -> Edit:
        """Say what is done differently from here on. Raises `UserError` before anything is frozen."""
        if plan.current_round is None:
            raise UserError("Freeze a forecast first. Nothing was changed.")
        changed = replace(plan.current_round, refinement=text)
        return self._put_round("Note refinement", plan, plan, len(plan.rounds) - 1, changed)

    def add_told(self, plan: ForecastPlan, on: date, whom: str, what: str) -> Edit:
        """Note who was told what about the forecast."""
        told = (*plan.told, ToldWhom(on, whom, what))
        return self._apply("Note who was told", plan, replace(plan, told=told))

    def verdict(self, plan: ForecastPlan) -> PlanVerdict:
        """Return what the actuals so far say, and whether that is a proof."""
        return verdict_on_plan(plan)

    def draft_win(self, plan: ForecastPlan, did: str = "") -> WinDraft:
        """Return a win “from x to y”; raises `UserError` with the reason where the data do not say so."""
        from arcareer.services.forecast_wins import win_from  # noqa: PLC0415 - only at the end of a plan

        return win_from(plan, self.verdict(plan), did, self._clock.today())

    def link_win(self, plan: ForecastPlan, win: UUID | None) -> Edit:
        """Note which win came of a plan."""
        return self._apply("Link win", plan, replace(plan, win=win))

    def _put_round(
        self, label: str, after: ForecastPlan, before: ForecastPlan, place: int, changed: ForecastRound
    ) -> Edit:
        rounds = (*after.rounds[:place], changed, *after.rounds[place + 1 :])
        return self._apply(label, before, replace(after, rounds=rounds))

    def _apply(self, label: str, before: Any, after: Any) -> Edit:
        return self._edits.put(label, EntityKind.FORECAST_PLAN, before, after)


def _first_test(periods: int) -> int:
    """Return from where on methods are tried: the second half, with a year of training where there is one."""
    return max(_FEWEST_TRAINING, min(12, periods - periods // 2))


def _round_with(plan: ForecastPlan, period: str) -> int:
    """Return the newest round that forecast a period."""
    for place in range(len(plan.rounds) - 1, -1, -1):
        if any(name == period for name, _ in plan.rounds[place].frozen.amounts):
            return place
    raise UserError(f"No frozen forecast has the period {period}. Nothing was changed.")


def _check_title(plan: ForecastPlan) -> None:
    if not plan.title.strip():
        raise FieldProblem("title", "A plan needs a title. Nothing was changed.")


def _check_frozen(before: ForecastPlan, after: ForecastPlan) -> None:
    """Refuse a change of a frozen forecast, of its fingerprint, or of what was logged."""
    kept = after.rounds[: len(before.rounds)]
    same = [(one.frozen, one.fingerprint, one.frozen_at) for one in before.rounds] == [
        (one.frozen, one.fingerprint, one.frozen_at) for one in kept
    ]
    if len(after.rounds) != len(before.rounds) or not same or after.log[: len(before.log)] != before.log:
        newest = before.current_round
        day = newest.frozen.frozen_on.isoformat() if newest is not None else "its making"
        raise UserError(_FROZEN.format(day=day))


def _check_forecast(plan: ForecastPlan, amounts: Sequence[PeriodAmount], naive: Sequence[Decimal]) -> None:
    periods = [one.period for one in amounts]
    if not periods or len(naive) != len(periods):
        raise UserError("A forecast needs an amount and a naive amount for each period. Nothing was frozen.")
    if len(set(periods)) != len(periods) or not all(period.strip() for period in periods):
        raise UserError("Each period needs a name of its own. Nothing was frozen.")
    known = {one.period for one in plan.history} | {one.period for made in plan.rounds for one in made.actuals}
    come = [period for period in periods if period in known]
    if come:
        raise UserError(
            f"What came in {come[0]} is known already, so it can no longer be forecast. Nothing was frozen."
        )
