"""Decisions about overdue accounts: the matrix, escalate or plan, the reminder ladder, and what came of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from arcareer.clock import Clock
from arcareer.domain.cadence import DEFAULT_LADDER, PlannedStep, plan_steps
from arcareer.domain.changes import Edit, EditGroup, EntityKind
from arcareer.domain.decisions import (
    DECISION_SETTINGS_ID,
    BoardAccount,
    CollectionDecision,
    DecisionKind,
    DecisionSettings,
    Fact,
    Outcome,
    board_account_id,
    factors_of,
)
from arcareer.domain.escalation import Advice, Situation, advise
from arcareer.domain.figures import Figure, Unit, plain_number
from arcareer.domain.identity import named_id, new_id
from arcareer.domain.journal import WinDraft
from arcareer.domain.risk_cards import RiskCard
from arcareer.errors import FieldProblem
from arcareer.services.accounts import AccountReader
from arcareer.services.decision_board import BoardPlacement, DecisionBoard, board_of, entries_of, situation_facts
from arcareer.services.editing import EditService
from arcareer.services.pasted_accounts import PastedAccounts, read_accounts
from arcareer.storage.store import Store


class DecisionService:
    """Use cases of decisions; what changes something returns the change it applied."""

    def __init__(self, store: Store, edits: EditService, accounts: AccountReader, clock: Clock) -> None:
        self._store = store
        self._edits = edits
        self._accounts = accounts
        self._clock = clock

    def settings(self) -> DecisionSettings:
        """Return thresholds, limits, weights and holidays."""
        return self._stored_settings() or DecisionSettings()

    def save_settings(self, after: DecisionSettings) -> Edit:
        """Save thresholds, limits and holidays."""
        return self._apply("Change thresholds", EntityKind.DECISION_SETTINGS, self._stored_settings(), after)

    def board(self, currency: str = "", snapshot: UUID | None = None) -> DecisionBoard:
        """Return the matrix of a list (the newest by default) and the accounts put in by hand; slow for a large list.

        Without a currency, that of the largest balance is taken.
        """
        head = self._accounts.head(snapshot)
        settings = self.settings()
        with self._store.read() as unit:
            by_hand: tuple[BoardAccount, ...] = unit.repository(EntityKind.BOARD_ACCOUNT).all()
            cards: tuple[RiskCard, ...] = unit.repository(EntityKind.RISK_CARD).all()
        facts = self._accounts.facts(head) if head is not None else ()
        entries = entries_of(facts, by_hand, cards, factors_of(settings))
        return board_of(entries, currency, head, settings.thresholds)

    def put_account(
        self,
        account: str,
        currency: str,
        open_balance: Decimal | None = None,
        risk_score: Decimal | None = None,
        note: str = "",
    ) -> Edit:
        """Put an account into the matrix, or what is known beside the list; raises `FieldProblem` where it is amiss."""
        after = _board_account(account, currency, open_balance, risk_score, note)
        return self._apply("Edit account", EntityKind.BOARD_ACCOUNT, self._board_account(after.id), after)

    def remove_account(self, account: BoardAccount) -> Edit:
        """Take out what was put in by hand; what a list says of the account stays."""
        return self._apply("Remove account", EntityKind.BOARD_ACCOUNT, account, None)

    def read_paste(self, text: str, currency: str) -> PastedAccounts:
        """Read pasted lines of account, open balance and risk score without keeping anything."""
        return read_accounts(text, currency)

    def take_paste(self, pasted: PastedAccounts) -> EditGroup:
        """Put the pasted accounts into the matrix, in one change."""
        label = "Add account" if len(pasted.accounts) == 1 else f"Add {len(pasted.accounts):,} accounts"
        wanted = {
            board_account_id(one.account, one.currency): _board_account(
                one.account, one.currency, one.open_balance, one.risk_score, ""
            )
            for one in pasted.accounts
        }
        edits = tuple(
            Edit(label, EntityKind.BOARD_ACCOUNT, self._board_account(key), after) for key, after in wanted.items()
        )
        group = EditGroup(label, edits)
        if edits:
            self._edits.apply(group)
        return group

    def decide_on_matrix(
        self, placement: BoardPlacement, decided: str, reason: str, told: str = "", revisit_on: date | None = None
    ) -> Edit:
        """Save what was decided for a placed account, with what was known then."""
        entry = placement.entry
        score = () if entry.risk_score is None else (Fact("Risk score", plain_number(round(entry.risk_score, 1))),)
        decision = CollectionDecision(
            id=new_id(),
            kind=DecisionKind.MATRIX,
            account=entry.account,
            decided_on=self._clock.today(),
            created_at=self._clock.now(),
            currency=entry.currency,
            open_amount=entry.open_balance,
            facts=(*score, *entry.facts),
            advised=placement.placement.cell.value,
            advice_reason=placement.reason,
            decided=decided,
            reason=reason,
            told=told,
            revisit_on=revisit_on,
        )
        return self._apply("Save decision", EntityKind.COLLECTION_DECISION, None, decision)

    def advise(self, situation: Situation) -> Advice:
        """Return what the first rule that fits says, with the user's limits."""
        return advise(situation, self.settings().limits)

    def decide_to_escalate(
        self,
        account: str,
        situation: Situation,
        advice: Advice,
        decided: str,
        reason: str,
        *,
        told: str = "",
        revisit_on: date | None = None,
        currency: str = "",
    ) -> Edit:
        """Save what was decided about escalating or a plan, with what was known then."""
        if not account.strip():
            raise FieldProblem("account", "Say which account this is about. Your notes are kept here.")
        decision = CollectionDecision(
            id=new_id(),
            kind=DecisionKind.ESCALATE_OR_PLAN,
            account=account.strip(),
            decided_on=self._clock.today(),
            created_at=self._clock.now(),
            currency=currency,
            open_amount=situation.open_amount,
            facts=situation_facts(situation),
            advised=advice.action.value,
            rule=advice.rule,
            advice_reason=advice.reason,
            decided=decided,
            reason=reason,
            told=told,
            revisit_on=revisit_on,
        )
        return self._apply("Save decision", EntityKind.COLLECTION_DECISION, None, decision)

    def decisions(self, account: str | None = None) -> tuple[CollectionDecision, ...]:
        """Return the decisions, of one account or all, the newest first."""
        with self._store.read() as unit:
            found: tuple[CollectionDecision, ...] = unit.repository(EntityKind.COLLECTION_DECISION).all()
        wanted = [one for one in found if account is None or one.account.casefold() == account.casefold()]
        return tuple(sorted(wanted, key=lambda one: (one.decided_on, one.created_at), reverse=True))

    def due(self, today: date) -> tuple[CollectionDecision, ...]:
        """Return the open decisions that are to be looked at again by `today`, the longest waiting first."""
        waiting = [one for one in self.decisions() if one.outcome is Outcome.OPEN and one.revisit_on is not None]
        return tuple(sorted((one for one in waiting if one.revisit_on and one.revisit_on <= today), key=_revisit_day))

    def save(self, before: CollectionDecision, after: CollectionDecision) -> Edit:
        """Save a changed decision."""
        return self._apply("Edit decision", EntityKind.COLLECTION_DECISION, before, after)

    def revisit(
        self,
        decision: CollectionDecision,
        outcome: Outcome,
        text: str,
        amount_secured: Decimal | None = None,
        on: date | None = None,
    ) -> Edit:
        """Say what came of a decision; its reasons stay as they were."""
        after = replace(
            decision,
            outcome=outcome,
            outcome_text=text,
            amount_secured=amount_secured,
            outcome_on=None if outcome is Outcome.OPEN else on or self._clock.today(),
        )
        return self._apply("Say what came of it", EntityKind.COLLECTION_DECISION, decision, after)

    def remove(self, decision: CollectionDecision) -> Edit:
        """Remove a decision."""
        return self._apply("Remove decision", EntityKind.COLLECTION_DECISION, decision, None)

    def draft_win(self, decision: CollectionDecision, did: str = "") -> WinDraft:
        """Return a win from a decision whose outcome is known: the user's own words, and the amount if one is."""
        amount, day = decision.amount_secured, decision.outcome_on or decision.decided_on
        figures: tuple[Figure, ...] = ()
        if amount is not None:
            figures = (
                Figure(
                    measure="secured",
                    unit=Unit.MONEY,
                    after=amount,
                    currency=decision.currency,
                    period=f"{decision.decided_on:%B %Y} to {day:%B %Y}",
                ),
            )
        return WinDraft(
            headline=did.strip() or decision.outcome_text.strip() or decision.decided.strip(),
            happened_on=min(day, self._clock.today()),
            situation="\n".join(f"{fact.name}: {fact.value}" for fact in decision.facts),
            action="\n".join(part for part in (decision.decided, decision.reason) if part.strip()),
            outcome=decision.outcome_text,
            figures=figures,
        )

    def link_win(self, decision: CollectionDecision, win: UUID | None) -> Edit:
        """Note which win came of a decision."""
        return self._apply("Link win", EntityKind.COLLECTION_DECISION, decision, replace(decision, win=win))

    def ladder(self, due_date: date, done: Collection[str] = ()) -> tuple[PlannedStep, ...]:
        """Return the reminders for an invoice with their days, those already `done` left out; own holidays move on."""
        steps = plan_steps(due_date, DEFAULT_LADDER, frozenset(self.settings().holidays))
        return tuple(step for step in steps if step.rung.step not in done)

    def next_step(self, due_date: date, today: date) -> PlannedStep | None:
        """Return the reminder that is next on or after `today`, or None behind the last one."""
        return next((step for step in self.ladder(due_date) if step.day >= today), None)

    def ladder_calendar(self, invoice: str, due_date: date) -> str:
        """Return the reminders still to come as a calendar file, one entry a day."""
        from arcareer.services.calendar import CalendarEntry, calendar_of  # noqa: PLC0415 - seldom needed

        today = self._clock.today()
        entries = [
            CalendarEntry(
                named_id("reminder", invoice, due_date.isoformat(), step.rung.step),
                step.day,
                f"{invoice}: {step.rung.step}",
                f"{step.rung.channel}. {step.rung.content}",
            )
            for step in self.ladder(due_date)
            if step.day >= today
        ]
        return calendar_of(entries, self._clock.now())

    def _board_account(self, identity: UUID) -> BoardAccount | None:
        with self._store.read() as unit:
            found: BoardAccount | None = unit.repository(EntityKind.BOARD_ACCOUNT).get(identity)
        return found

    def _stored_settings(self) -> DecisionSettings | None:
        with self._store.read() as unit:
            found: DecisionSettings | None = unit.repository(EntityKind.DECISION_SETTINGS).get(DECISION_SETTINGS_ID)
        return found

    def _apply(self, label: str, kind: EntityKind, before: Any, after: Any) -> Edit:
        return self._edits.put(label, kind, before, after)


def _board_account(
    account: str, currency: str, open_balance: Decimal | None, risk_score: Decimal | None, note: str
) -> BoardAccount:
    if not account.strip():
        raise FieldProblem("account", "An account needs a name. Nothing was changed.")
    if risk_score is not None and not 0 <= risk_score <= 100:
        raise FieldProblem("risk_score", "A risk score goes from 0 to 100. Nothing was changed.")
    return BoardAccount(
        id=board_account_id(account, currency),
        account=account.strip(),
        currency=currency,
        open_balance=open_balance,
        risk_score=risk_score,
        note=note,
    )


def _revisit_day(decision: CollectionDecision) -> date:
    return decision.revisit_on or date.max
