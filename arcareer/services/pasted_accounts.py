"""Lines of accounts pasted from a spreadsheet: name, open balance, and a risk score where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from arcareer.ledgers.month_tables import LeftOutLine
from arcareer.ledgers.numbers import parse_amount, settle_decimal_mark
from arcareer.ledgers.pasted_cells import pasted_rows

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class PastedAccount:
    """An account as it was pasted; the risk score is None where the line has none."""

    account: str
    currency: str
    open_balance: Decimal
    risk_score: Decimal | None


@dataclass(frozen=True, slots=True)
class PastedAccounts:
    """The accounts of a pasted table, and the lines left out with why."""

    accounts: tuple[PastedAccount, ...]
    left_out: tuple[LeftOutLine, ...]


def read_accounts(text: str, currency: str) -> PastedAccounts:
    """Read lines of account, open balance and (where there is one) risk score from 0 to 100; a heading is left out."""
    rows = pasted_rows(text)
    mark = settle_decimal_mark(row[1] for _, row in rows if len(row) > 1) or "."
    accounts, left_out = [], []
    for line, row in rows:
        try:
            accounts.append(_account(row, currency, mark))
        except ValueError as unreadable:
            left_out.append(LeftOutLine(line, " | ".join(row), str(unreadable)))
    return PastedAccounts(tuple(accounts), tuple(left_out))


def _account(row: list[str], currency: str, mark: str) -> PastedAccount:
    if len(row) < 2 or not row[0]:
        raise ValueError("a line needs an account and its open balance")
    balance = parse_amount(row[1], mark)
    if balance is None:
        raise ValueError("no open balance stands in this line")
    score = parse_amount(row[2], mark) if len(row) > 2 else None
    if score is not None and not 0 <= score <= _HUNDRED:
        raise ValueError("a risk score goes from 0 to 100")
    return PastedAccount(row[0], currency, balance, score)
