"""The receivables of the sample year: months that tie, two lists, decisions, risks and a forecast that was proven."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from arcareer.content.sample_receivables_models import SampleAccount, SampleDecision, SampleMonth, SampleReceivables
from arcareer.domain.changes import Aggregate, EntityKind
from arcareer.domain.decisions import CollectionDecision, DecisionKind, DecisionSettings, Fact, Outcome, factors_of
from arcareer.domain.escalation import Situation, advise
from arcareer.domain.figures import FigureScope, Unit, value_text
from arcareer.domain.forecast_plans import Actual, ForecastPlan, ForecastRound, PeriodAmount, PeriodKind, VarianceNote
from arcareer.domain.forecast_proof import FrozenForecast
from arcareer.domain.history import Month
from arcareer.domain.identity import named_id
from arcareer.domain.ledger_snapshots import CurrencyTotal, LedgerSnapshot, RowCount, snapshot_id
from arcareer.domain.metric_board import months_before
from arcareer.domain.metric_months import (
    AGING_PARTS,
    Book,
    DisputeCause,
    MetricMonth,
    Part,
    PartValue,
    empty_month,
    with_note,
    with_parts,
)
from arcareer.domain.metric_settings import MetricGoal, MetricSettings
from arcareer.domain.receivables import ZERO, AgingBasis, Bucket, LedgerItem, aging_by_currency
from arcareer.domain.risk_cards import FactorValue, RiskCard, RiskKind, RiskState, ScoredOn
from arcareer.domain.risks import score_risk
from arcareer.ledgers.packed_items import pack_items

_TERMS = 30
_SETTLED_AGO = timedelta(weeks=8)
_FORECAST_ENDED = 6
_WHOLE = Decimal(1)
_HUNDRED = Decimal(100)

Created = tuple[EntityKind, Aggregate]


@dataclass(frozen=True, slots=True)
class SampleDesk:
    """The receivables of the sample as seen from one day; `customers` are the names by the sample's own ids."""

    sample: SampleReceivables
    customers: Mapping[str, str]
    today: date
    now: datetime

    @property
    def last_month(self) -> Month:
        """Return the last month that is over."""
        return months_before(Month.of(self.today), 1)

    def everything(self) -> Iterator[Created]:
        """Yield what the library needs."""
        for month in self._months():
            yield EntityKind.METRIC_MONTH, month
        goal = MetricGoal("dso", self._book, self.sample.goal_dso)
        yield EntityKind.METRIC_SETTINGS, MetricSettings(goals=(goal,))
        for end in (months_before(self.last_month, 1).end, self.last_month.end):
            yield EntityKind.LEDGER_SNAPSHOT, self._snapshot(end)
        for account in self.sample.accounts:
            yield EntityKind.RISK_CARD, self._card(account)
        for decision in self.sample.decisions:
            yield EntityKind.COLLECTION_DECISION, self._decision(decision)
        yield EntityKind.FORECAST_PLAN, self._plan()

    @property
    def _book(self) -> Book:
        return Book(FigureScope.PORTFOLIO, self.sample.currency)

    def _months(self) -> Iterator[MetricMonth]:
        """Yield the months, each beginning with what the one before ended with, so that all of them tie."""
        count = len(self.sample.months)
        beginning: Decimal | None = None
        for place, one in enumerate(self.sample.months):
            number = months_before(self.last_month, count - 1 - place)
            month = self._month(one, number, beginning)
            beginning = month.ending_ar
            if place == count - 1:
                month = replace(month, causes=tuple(DisputeCause(one.cause, one.count) for one in self.sample.causes))
            yield month

    def _month(self, one: SampleMonth, number: Month, beginning: Decimal | None) -> MetricMonth:
        ending = (one.dso * one.sales / number.days).quantize(_WHOLE, ROUND_HALF_UP)
        bands = [(ending * share / _HUNDRED).quantize(_WHOLE, ROUND_HALF_UP) for share in one.bands]
        bands[0] = ending - sum(bands[1:], ZERO)
        start = ending if beginning is None else beginning
        parts = {
            Part.BEGINNING_AR: start,
            Part.CREDIT_SALES: one.sales,
            Part.COLLECTIONS: start + one.sales - one.credits - one.write_offs - ending,
            Part.CREDIT_MEMOS: one.credits,
            Part.WRITE_OFFS: one.write_offs,
            Part.ENDING_AR: ending,
            **dict(zip(AGING_PARTS.values(), bands, strict=True)),
            Part.DISPUTES_OPENED: one.disputes_opened,
            Part.DISPUTES_CLOSED: one.disputes_closed,
            Part.DISPUTE_DAYS: one.dispute_days,
        }
        values = (PartValue(part, value, "month-end sheet") for part, value in parts.items())
        month = with_parts(empty_month(self._book, number), *values)
        return with_note(month, "dso", one.note) if one.note else month

    def _snapshot(self, as_of: date) -> LedgerSnapshot:
        is_later = as_of == self.last_month.end
        items = tuple(self._items(is_later=is_later))
        aging = aging_by_currency(items, as_of)[self.sample.currency]
        name = f"key accounts {as_of.isoformat()}.csv"
        sha256 = hashlib.sha256(name.encode()).hexdigest()
        return LedgerSnapshot(
            id=snapshot_id(self.sample.ledger, sha256),
            ledger=self.sample.ledger,
            file_name=name,
            sha256=sha256,
            fingerprint="",
            as_of=as_of,
            imported_at=self.now,
            scope=FigureScope.PORTFOLIO,
            basis=AgingBasis.DUE_DATE,
            is_full_history=False,
            rows=(RowCount("transaction", len(items)),),
            totals=(
                CurrencyTotal(
                    currency=self.sample.currency,
                    documents=len(items),
                    open_amount=aging.total,
                    bands=tuple(aging.net[bucket] for bucket in Bucket),
                    open_documents=len(items),
                ),
            ),
            items=pack_items(items),
        )

    def _items(self, *, is_later: bool) -> Iterator[LedgerItem]:
        for line, one in enumerate(self.sample.invoices, start=2):
            opened = one.after if is_later else one.before
            due = self.last_month.end - timedelta(days=one.due)
            if opened:
                yield LedgerItem(
                    line=line,
                    customer_name=self.customers[one.customer],
                    doc_number=one.number,
                    doc_date=due - timedelta(days=_TERMS),
                    due_date=due,
                    currency=self.sample.currency,
                    original_amount=one.amount,
                    open_amount=opened,
                )

    def _card(self, one: SampleAccount) -> RiskCard:
        values = tuple(FactorValue(value.factor, value.value) for value in one.values)
        score = score_risk({value.factor: value.value for value in values}, factors_of(DecisionSettings()))
        is_open = one.state is RiskState.OPEN
        return RiskCard(
            id=named_id("sample", "risk", one.customer),
            kind=RiskKind.ACCOUNT,
            subject=self.customers[one.customer],
            created_at=self.now,
            currency=self.sample.currency,
            exposure=one.exposure,
            values=values,
            scores=(ScoredOn(self.today, score.score, score.known_weight),),
            mitigation=one.mitigation,
            owner=one.owner,
            review_on=self.today + timedelta(weeks=2) if is_open else None,
            state=one.state,
            outcome=one.outcome,
            settled_on=None if is_open else self.today - _SETTLED_AGO,
        )

    def _decision(self, one: SampleDecision) -> CollectionDecision:
        decided_on = self.today - timedelta(days=one.days_ago)
        situation = Situation(
            days_past_due=one.days_past_due,
            open_amount=one.open_amount,
            debt_admitted=one.debt_admitted,
            reason_temporary=one.debt_admitted,
            first_instalment_pct=Decimal(25) if one.debt_admitted else None,
            plan_months=4 if one.debt_admitted else None,
            responded=one.debt_admitted,
            attempts=3,
            channels=2,
        )
        advice = advise(situation)
        return CollectionDecision(
            id=named_id("sample", "decision", one.customer),
            kind=DecisionKind.ESCALATE_OR_PLAN,
            account=self.customers[one.customer],
            decided_on=decided_on,
            created_at=self.now,
            currency=self.sample.currency,
            open_amount=one.open_amount,
            facts=(
                Fact("Days past due", str(one.days_past_due)),
                Fact("Open amount", value_text(one.open_amount, Unit.MONEY, self.sample.currency)),
            ),
            advised=advice.action.value,
            rule=advice.rule,
            advice_reason=advice.reason,
            decided=one.decided,
            reason=one.reason,
            revisit_on=decided_on + timedelta(days=one.revisit_in),
            outcome=one.outcome,
            outcome_text=one.outcome_text,
            outcome_on=None if one.outcome is Outcome.OPEN else self.today,
        )

    def _plan(self) -> ForecastPlan:
        months = self.sample.forecast
        end = months_before(self.last_month, _FORECAST_ENDED)
        names = [str(months_before(end, len(months) - 1 - place)) for place in range(len(months))]
        first = months_before(end, len(months))
        frozen = FrozenForecast(
            frozen_on=first.end,
            currency=self.sample.currency,
            method="payment runs, disputes and promises",
            amounts=tuple((name, one.forecast) for name, one in zip(names, months, strict=True)),
            naive=tuple(one.naive for one in months),
        )
        notes = (VarianceNote(name, one.note) for name, one in zip(names, months, strict=True) if one.note)
        made = ForecastRound(
            frozen=frozen,
            fingerprint=frozen.fingerprint,
            frozen_at=datetime.combine(first.end, self.now.timetz()),
            actuals=tuple(Actual(name, one.actual, self.now) for name, one in zip(names, months, strict=True)),
            notes=tuple(notes),
            refinement=self.sample.refinement,
        )
        history = self.sample.history
        return ForecastPlan(
            id=named_id("sample", "forecast"),
            title="Receipts by month",
            created_at=self.now,
            currency=self.sample.currency,
            period_kind=PeriodKind.MONTH,
            history=tuple(
                PeriodAmount(str(months_before(first, len(history) - 1 - place)), amount)
                for place, amount in enumerate(history)
            ),
            history_source="bank statements",
            drivers=self.sample.drivers,
            rounds=(made,),
        )
