"""Lines of period and amount pasted from a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass

from arcareer.domain.forecast_plans import PeriodAmount
from arcareer.ledgers.month_tables import LeftOutLine
from arcareer.ledgers.numbers import parse_amount, settle_decimal_mark
from arcareer.ledgers.pasted_cells import pasted_rows
from arcareer.reading.months import month_named


@dataclass(frozen=True, slots=True)
class PastedHistory:
    """The periods of a pasted table in its order (months in order of time), and the lines left out with why."""

    amounts: tuple[PeriodAmount, ...]
    left_out: tuple[LeftOutLine, ...]


def read_history(text: str) -> PastedHistory:
    """Read lines of period and amount; a heading, a blank amount and a period named twice are left out with why."""
    rows = pasted_rows(text)
    mark = settle_decimal_mark(row[1] for _, row in rows if len(row) > 1) or "."
    amounts: dict[str, PeriodAmount] = {}
    left_out: list[LeftOutLine] = []
    for line, row in rows:
        try:
            one = _amount(row, mark)
        except ValueError as unreadable:
            left_out.append(LeftOutLine(line, " | ".join(row), str(unreadable)))
            continue
        if one.period in amounts:
            left_out.append(LeftOutLine(line, " | ".join(row), f"{one.period} stands here a second time"))
            continue
        amounts[one.period] = one
    found = list(amounts.values())
    if found and all(month_named(one.period) for one in found):
        found.sort(key=lambda one: one.period)
    return PastedHistory(tuple(found), tuple(left_out))


def _amount(row: list[str], mark: str) -> PeriodAmount:
    if len(row) < 2 or not row[0]:
        raise ValueError("a line needs a period and an amount")
    amount = parse_amount(row[1], mark)
    if amount is None:
        raise ValueError("no amount stands in this line")
    month = month_named(row[0])
    return PeriodAmount(row[0] if month is None else str(month), amount)
