"""The decision matrix as it is shown: accounts with what is known, their place, and the reason in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from arcareer.domain.decisions import BoardAccount, Fact, board_account_id
from arcareer.domain.figures import Unit, plain_number, value_text
from arcareer.domain.priorities import Account, Cell, Placement, Thresholds, place_accounts
from arcareer.domain.receivables import ZERO
from arcareer.domain.risk_cards import RiskCard, RiskKind
from arcareer.domain.risks import RiskFactor, RiskScore, score_risk

if TYPE_CHECKING:
    from arcareer.domain.account_facts import AccountFacts
    from arcareer.domain.escalation import Situation
    from arcareer.domain.ledger_snapshots import SnapshotHead

_ONE_PLACE = Decimal("0.1")


class EntrySource(StrEnum):
    """Where an account of the matrix comes from."""

    HAND = "hand"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class BoardEntry:
    """An account of the matrix; `risk_score` is the one typed by hand, else the worked-out `score`, else unknown."""

    account: str
    currency: str
    open_balance: Decimal
    risk_score: Decimal | None
    score: RiskScore | None
    source: EntrySource
    facts: tuple[Fact, ...]
    by_hand: BoardAccount | None


@dataclass(frozen=True, slots=True)
class BoardPlacement:
    """An account with its place in the matrix and the reason for it in words."""

    entry: BoardEntry
    placement: Placement
    reason: str


@dataclass(frozen=True, slots=True)
class CellTotal:
    """How many accounts stand in a cell, and their balance."""

    cell: Cell
    accounts: int
    balance: Decimal


@dataclass(frozen=True, slots=True)
class DecisionBoard:
    """The matrix in one currency: accounts placed, largest first, and those whose risk is not known."""

    currency: str
    currencies: tuple[str, ...]
    head: SnapshotHead | None
    placed: tuple[BoardPlacement, ...]
    unscored: tuple[BoardEntry, ...]
    cells: Mapping[Cell, CellTotal]
    thresholds: Thresholds


def board_of(
    entries: Sequence[BoardEntry], currency: str, head: SnapshotHead | None, thresholds: Thresholds
) -> DecisionBoard:
    """Return the matrix of one currency: the given one, else that of the largest balance."""
    currencies = _currencies(entries)
    chosen = currency if currency in currencies or not currencies else currencies[0]
    of_currency = [entry for entry in entries if entry.currency == chosen]
    placed = _placed([entry for entry in of_currency if entry.risk_score is not None], thresholds)
    return DecisionBoard(
        currency=chosen,
        currencies=currencies,
        head=head,
        placed=placed,
        unscored=tuple(entry for entry in of_currency if entry.risk_score is None),
        cells={cell: _cell_total(cell, placed) for cell in Cell},
        thresholds=thresholds,
    )


def entries_of(
    facts: Sequence[AccountFacts],
    by_hand: Sequence[BoardAccount],
    cards: Sequence[RiskCard],
    factors: Sequence[RiskFactor],
) -> tuple[BoardEntry, ...]:
    """Return the accounts of a list with what was put in by hand beside them, and the accounts only known by hand.

    What a risk card says of an account counts before what the list tells.
    """
    own = {one.id: one for one in by_hand}
    of_account = {card.subject.casefold(): card for card in cards if card.kind is RiskKind.ACCOUNT}
    entries = []
    for one in facts:
        card = of_account.get(one.account.casefold())
        known = {**one.factors, **({value.factor: value.value for value in card.values} if card else {})}
        mine = own.pop(board_account_id(one.account, one.currency), None)
        entries.append(_entry(one, mine, score_risk(known, factors)))
    alone = [_hand_entry(one, of_account, factors) for one in own.values() if one.open_balance is not None]
    return (*entries, *alone)


def _entry(facts: AccountFacts, own: BoardAccount | None, score: RiskScore) -> BoardEntry:
    typed_balance = own.open_balance if own is not None else None
    typed_score = own.risk_score if own is not None else None
    late = Fact("Oldest item", f"{facts.oldest_days} days past due")
    overdue = Fact("Overdue", value_text(facts.overdue, Unit.MONEY, facts.currency))
    return BoardEntry(
        account=facts.account,
        currency=facts.currency,
        open_balance=facts.open_balance if typed_balance is None else typed_balance,
        risk_score=score.score if typed_score is None else typed_score,
        score=score if typed_score is None else None,
        source=EntrySource.LIST,
        facts=(overdue, late) if facts.oldest_days > 0 else (overdue,),
        by_hand=own,
    )


def _hand_entry(own: BoardAccount, cards: Mapping[str, RiskCard], factors: Sequence[RiskFactor]) -> BoardEntry:
    card = cards.get(own.account.casefold())
    known = {value.factor: value.value for value in card.values} if card is not None else {}
    score = score_risk(known, factors) if own.risk_score is None and known else None
    return BoardEntry(
        account=own.account,
        currency=own.currency,
        open_balance=own.open_balance or ZERO,
        risk_score=own.risk_score if score is None else score.score,
        score=score,
        source=EntrySource.HAND,
        facts=(),
        by_hand=own,
    )


def _currencies(entries: Sequence[BoardEntry]) -> tuple[str, ...]:
    """Return the currencies, that of the largest single balance first: amounts of two currencies are never added."""
    largest = sorted(entries, key=lambda entry: (-entry.open_balance, entry.currency))
    return tuple(dict.fromkeys(entry.currency for entry in largest))


def _placed(entries: Sequence[BoardEntry], thresholds: Thresholds) -> tuple[BoardPlacement, ...]:
    by_id = {str(place): entry for place, entry in enumerate(entries)}
    accounts = [
        Account(key, entry.open_balance, entry.risk_score)
        for key, entry in by_id.items()
        if entry.risk_score is not None
    ]
    return tuple(
        BoardPlacement(by_id[one.account.id], one, _reason(one, by_id[one.account.id], thresholds))
        for one in place_accounts(accounts, thresholds)
    )


def _reason(placement: Placement, entry: BoardEntry, thresholds: Thresholds) -> str:
    """Return why an account stands where it stands, in two sentences."""
    score, edge = _short(placement.account.risk_score), _short(thresholds.high_risk_from)
    known = entry.score.known_weight if entry.score is not None else None
    basis = "typed by hand" if known is None else f"from {_short(known)} of 100 weight known"
    risk = f"Risk {score} ({basis}) is {'at or above' if placement.is_high_risk else 'below'} {edge}."
    return f"{risk} {_value_reason(placement, entry, thresholds)}"


def _value_reason(placement: Placement, entry: BoardEntry, thresholds: Thresholds) -> str:
    balance = value_text(entry.open_balance, Unit.MONEY, entry.currency)
    if thresholds.high_value_from is not None:
        edge = value_text(thresholds.high_value_from, Unit.MONEY, entry.currency)
        return f"{balance} open is {'at or above' if placement.is_high_value else 'below'} {edge}."
    if entry.open_balance <= 0:
        return f"{balance} open: nothing is owed."
    share = _short(thresholds.value_share_pct)
    if placement.is_high_value:
        return f"{balance} open is among the largest balances that together make {share}% of what is open."
    return f"{balance} open is outside the largest balances, which already make {share}% of what is open."


def _short(number: Decimal) -> str:
    return plain_number(number.quantize(_ONE_PLACE, ROUND_HALF_UP))


def _cell_total(cell: Cell, placed: Sequence[BoardPlacement]) -> CellTotal:
    inside = [one.entry.open_balance for one in placed if one.placement.cell is cell]
    return CellTotal(cell, len(inside), sum(inside, ZERO))


def situation_facts(situation: Situation) -> tuple[Fact, ...]:
    """Return what was known of an overdue account, as it is kept with a decision; what is unknown is left out."""
    said = {
        "Days past due": situation.days_past_due,
        "Open amount": plain_number(situation.open_amount),
        "Disputed": plain_number(situation.disputed_amount) if situation.disputed_amount else None,
        "Answered": {True: "yes", False: "no", None: None}[situation.responded],
        "Attempts": f"{situation.attempts} on {situation.channels} channels" if situation.attempts else None,
        "Sign of insolvency": "yes" if situation.insolvency_signal else None,
        "Insurer's deadline in days": situation.insurer_deadline_days,
        "Debt admitted": "yes" if situation.debt_admitted else None,
        "Cause is temporary": "yes" if situation.reason_temporary else None,
        "First instalment": _percent(situation.first_instalment_pct),
        "Months of the plan": situation.plan_months,
        "Broken plans in 12 months": situation.broken_plans_12m or None,
        "Broken promises in 6 months": situation.broken_promises_6m or None,
        "Cost of pursuing": None if situation.pursuit_cost is None else plain_number(situation.pursuit_cost),
    }
    return tuple(Fact(name, str(value)) for name, value in said.items() if value is not None)


def _percent(number: Decimal | None) -> str | None:
    return None if number is None else f"{plain_number(number)}%"
