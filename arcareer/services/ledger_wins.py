"""What happened between two lists of one ledger, offered as wins: take it, say what you did, or put it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from arcareer.clock import Clock
from arcareer.domain.changes import Edit, EditGroup, EntityKind
from arcareer.domain.customers import Customer, next_alias
from arcareer.domain.figures import Figure, FigureScope, Unit, value_text
from arcareer.domain.identity import new_id
from arcareer.domain.journal import WinDraft
from arcareer.domain.ledger_changes import ChangeKind, LedgerChange, changes_between
from arcareer.domain.ledger_snapshots import LedgerVerdict, SnapshotHead, Verdict, verdict_id
from arcareer.errors import UserError
from arcareer.services.customers import CustomerService
from arcareer.services.editing import EditService
from arcareer.services.journal import JournalService
from arcareer.services.ledger_import import LedgerImportService
from arcareer.storage.store import Store

_MEASURES: Final = {
    ChangeKind.SETTLED: "settled",
    ChangeKind.PART_PAID: "paid in part",
    ChangeKind.CREDITED: "credited",
    ChangeKind.NEWLY_LATE: "newly late",
    ChangeKind.DISPUTE_CLOSED: "dispute closed",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A change between two lists that is neither taken nor put away. `key` is the same whenever it is found again."""

    key: str
    change: LedgerChange
    ledger: str
    earlier: SnapshotHead
    later: SnapshotHead
    customer_shown: str
    suggested_headline: str


class LedgerWinService:
    """Use cases of wins that lists propose; what changes something returns the change it applied."""

    def __init__(
        self,
        store: Store,
        edits: EditService,
        ledgers: LedgerImportService,
        customers: CustomerService,
        *,
        journal: JournalService,
        clock: Clock,
    ) -> None:
        self._store = store
        self._edits = edits
        self._ledgers = ledgers
        self._customers = customers
        self._journal = journal
        self._clock = clock

    def candidates(self, ledger: str) -> tuple[Candidate, ...]:
        """Return what happened between the two newest lists of a ledger, largest first; slow for large lists.

        What was taken or put away before is left out. Nothing comes back before there are two lists of different days.
        """
        pair = self._newest_pair(ledger)
        if pair is None:
            return ()
        earlier, later = pair
        changes = changes_between(
            self._ledgers.items(earlier.id),
            self._ledgers.items(later.id),
            earlier.as_of,
            later.as_of,
            self._decided(ledger),
        )
        return tuple(
            Candidate(
                key=change.key,
                change=change,
                ledger=ledger,
                earlier=earlier,
                later=later,
                customer_shown=change.customer_name or change.customer,
                suggested_headline=_headline((change,)),
            )
            for change in changes
        )

    def draft(self, candidates: Sequence[Candidate], did: str, scope: FigureScope) -> WinDraft:
        """Return one win from changes of one customer: what the lists say, and what the user says they did.

        Raises `UserError` for none, and for changes of several customers, kinds or currencies.
        """
        changes = tuple(one.change for one in candidates)
        _check_alike(changes)
        later = candidates[0].later
        said = _headline(changes)
        customer = self._customer(changes[0])
        return WinDraft(
            headline=f"{did.strip()}: {said}" if did.strip() else said,
            happened_on=min(later.as_of, self._clock.today()),
            action=did.strip(),
            proof=_proof(candidates),
            figures=(_figure(candidates, scope),),
            customers=() if customer is None else (customer.id,),
        )

    def approve(self, candidates: Sequence[Candidate], did: str, scope: FigureScope) -> EditGroup:
        """Save one win from changes of one customer, in one change; they are not proposed again.

        Raises as `draft`, and `FieldProblem` for words too long for a win.
        """
        draft = self.draft(candidates, did, scope)
        label = "Log win from ledger"
        edits: list[Edit] = []
        customers = draft.customers
        if not customers and candidates[0].customer_shown:
            added = self._new_customer(candidates[0].customer_shown)
            edits.append(Edit(label, EntityKind.CUSTOMER, None, added))
            customers = (added.id,)
        logged = self._journal.new_win(replace(draft, customers=customers))
        edits.append(Edit(label, EntityKind.WIN, None, logged))
        edits += [self._verdict(label, one, Verdict.TAKEN, logged.id) for one in candidates]
        return self._apply(EditGroup(label, tuple(edits)))

    def dismiss(self, candidates: Sequence[Candidate]) -> EditGroup:
        """Put changes away; they are not proposed again."""
        label = "Put proposal away" if len(candidates) == 1 else f"Put {len(candidates)} proposals away"
        edits = tuple(self._verdict(label, one, Verdict.DISMISSED, None) for one in candidates)
        return self._apply(EditGroup(label, edits))

    def _apply(self, group: EditGroup) -> EditGroup:
        if group.edits:
            self._edits.apply(group)
        return group

    def _newest_pair(self, ledger: str) -> tuple[SnapshotHead, SnapshotHead] | None:
        heads = self._ledgers.snapshots(ledger)
        earlier = next((head for head in heads if head.as_of < heads[0].as_of), None)
        return None if earlier is None else (earlier, heads[0])

    def _decided(self, ledger: str) -> frozenset[str]:
        with self._store.read() as unit:
            verdicts = unit.repository(EntityKind.LEDGER_VERDICT).all()
        return frozenset(one.change_key for one in verdicts if one.ledger == ledger)

    def _verdict(self, label: str, candidate: Candidate, verdict: Verdict, win: UUID | None) -> Edit:
        identity = verdict_id(candidate.ledger, candidate.key)
        with self._store.read() as unit:
            before = unit.repository(EntityKind.LEDGER_VERDICT).get(identity)
        after = LedgerVerdict(
            id=identity,
            ledger=candidate.ledger,
            change_key=candidate.key,
            verdict=verdict,
            decided_at=self._clock.now(),
            win=win,
        )
        return Edit(label, EntityKind.LEDGER_VERDICT, before, after)

    def _customer(self, change: LedgerChange) -> Customer | None:
        name = (change.customer_name or change.customer).casefold()
        known = (one for one in self._customers.all() if name in (spelling.casefold() for spelling in one.names))
        return next(known, None)

    def _new_customer(self, name: str) -> Customer:
        taken = [customer.alias for customer in self._customers.all()]
        return Customer(id=new_id(), name=name, alias=next_alias(taken))


def _check_alike(changes: Sequence[LedgerChange]) -> None:
    if not changes:
        raise UserError("Choose at least one line. Nothing was changed.")
    if len({(change.kind, change.customer, change.currency) for change in changes}) > 1:
        raise UserError(
            "One win tells of one customer, one kind of change and one currency. Nothing was changed; take these lines "
            "one after the other."
        )


def _total(changes: Sequence[LedgerChange]) -> Decimal:
    return sum((change.amount for change in changes), Decimal(0))


def _headline(changes: Sequence[LedgerChange]) -> str:
    """Return what the lists say, and no more: how a settled invoice was settled, and on which day, they do not tell."""
    first = changes[0]
    amount = value_text(_total(changes), Unit.MONEY, first.currency)
    customer = first.customer_name or first.customer
    what = f"invoice {first.doc_number}" if len(changes) == 1 else f"{len(changes)} invoices"
    days = max(change.days_late for change in changes)
    so_late = f"{'up to ' if len(changes) > 1 else ''}{days} days past due"
    late = f", {so_late}" if days > 0 else ""
    texts = {
        ChangeKind.SETTLED: f"{amount} settled by {customer} ({what})",
        ChangeKind.PART_PAID: f"{amount} paid in part by {customer} ({what}{late})",
        ChangeKind.CREDITED: f"{amount} credited to {customer}",
        ChangeKind.NEWLY_LATE: f"{amount} of {customer} is newly late ({what}{late})",
        ChangeKind.DISPUTE_CLOSED: f"Dispute over {amount} with {customer} closed ({what})",
    }
    return texts[first.kind]


def _figure(candidates: Sequence[Candidate], scope: FigureScope) -> Figure:
    first = candidates[0]
    return Figure(
        measure=_MEASURES[first.change.kind],
        unit=Unit.MONEY,
        after=_total([one.change for one in candidates]),
        currency=first.change.currency,
        period=f"{_day(first.earlier.as_of)} to {_day(first.later.as_of)}",
        scope=scope,
        source=f"{first.ledger}: lists of {_day(first.earlier.as_of)} and {_day(first.later.as_of)}",
    )


def _proof(candidates: Sequence[Candidate]) -> str:
    lines = [
        f"{one.change.doc_number}: open {value_text(one.change.open_before, Unit.MONEY, one.change.currency)} before, "
        f"{value_text(one.change.open_after, Unit.MONEY, one.change.currency)} after"
        for one in candidates
    ]
    return "\n".join(lines)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
