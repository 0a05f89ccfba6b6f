"""The collections decision matrix: risk against value, each account placed with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HIGH_RISK_FROM = Decimal(50)
VALUE_SHARE_PCT = Decimal(80)


class Cell(StrEnum):
    """The four fields of the matrix."""

    HIGH_RISK_HIGH_VALUE = "high_risk_high_value"
    HIGH_RISK_LOW_VALUE = "high_risk_low_value"
    LOW_RISK_HIGH_VALUE = "low_risk_high_value"
    LOW_RISK_LOW_VALUE = "low_risk_low_value"


@dataclass(frozen=True, slots=True)
class Approach:
    """What to do with the accounts of a field: the strategy, the touch, who owns it, what shows success."""

    strategy: str
    touch: str
    owner: str
    measure: str


APPROACHES: dict[Cell, Approach] = {
    Cell.HIGH_RISK_HIGH_VALUE: Approach(
        "Settle disputes first, then negotiate a payment plan",
        "In person, within two business days",
        "You, with your lead",
        "Balance over 60 days, promise kept rate",
    ),
    Cell.HIGH_RISK_LOW_VALUE: Approach(
        "Automatic reminders, then an agency",
        "Automatic steps, agency decision between day 60 and 75",
        "The system and you",
        "Recovery rate, cost to collect",
    ),
    Cell.LOW_RISK_HIGH_VALUE: Approach(
        "Contact before the due date; an incentive for early payment where the margin allows",
        "A call seven days before the due date",
        "You, with the account owner",
        "Percent current, best possible DSO",
    ),
    Cell.LOW_RISK_LOW_VALUE: Approach(
        "Watch, with a reminder now and then",
        "A statement once a month",
        "The system",
        "Share handled without a person",
    ),
}


@dataclass(frozen=True, slots=True)
class Account:
    """A customer account: its id, open balance and risk score (0 to 100)."""

    id: str
    open_balance: Decimal
    risk_score: Decimal


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where high begins: the risk score, and either an amount or the share of the open balance that is called high."""

    high_risk_from: Decimal = HIGH_RISK_FROM
    high_value_from: Decimal | None = None
    value_share_pct: Decimal = VALUE_SHARE_PCT


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an account stands in the matrix and why; `share_before_pct` is the balance share of larger accounts."""

    account: Account
    cell: Cell
    is_high_risk: bool
    is_high_value: bool
    share_before_pct: Decimal | None
    approach: Approach


_DEFAULT = Thresholds()


def place_accounts(accounts: Sequence[Account], thresholds: Thresholds = _DEFAULT) -> tuple[Placement, ...]:
    """Place every account, largest balance first; equal balances are ordered by id.

    Value is high at or above the given amount, or for the smallest set of largest balances that together reach the
    given share of all open balances. Credit balances count as nothing towards the total and are never of high value.
    """
    ordered = sorted(accounts, key=lambda account: (-account.open_balance, account.id))
    total = sum((max(account.open_balance, Decimal(0)) for account in ordered), Decimal(0))
    placements, before = [], Decimal(0)
    for account in ordered:
        share = before * 100 / total if total else None
        is_high_value = _is_high_value(account, share, thresholds)
        is_high_risk = account.risk_score >= thresholds.high_risk_from
        cell = _cell(is_high_risk=is_high_risk, is_high_value=is_high_value)
        placements.append(Placement(account, cell, is_high_risk, is_high_value, share, APPROACHES[cell]))
        before += max(account.open_balance, Decimal(0))
    return tuple(placements)


def _is_high_value(account: Account, share_before: Decimal | None, thresholds: Thresholds) -> bool:
    if account.open_balance <= 0:
        return False
    if thresholds.high_value_from is not None:
        return account.open_balance >= thresholds.high_value_from
    return share_before is not None and share_before < thresholds.value_share_pct


def _cell(*, is_high_risk: bool, is_high_value: bool) -> Cell:
    if is_high_risk:
        return Cell.HIGH_RISK_HIGH_VALUE if is_high_value else Cell.HIGH_RISK_LOW_VALUE
    return Cell.LOW_RISK_HIGH_VALUE if is_high_value else Cell.LOW_RISK_LOW_VALUE
