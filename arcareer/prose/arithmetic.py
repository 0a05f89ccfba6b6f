"""What follows from the user's own figures: the difference and the percentage of a pair, the share of a ratio."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from arcareer.prose.figure_kinds import FigureKind

if TYPE_CHECKING:
    from arcareer.prose.figure_kinds import FigureMention

_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_RATES: Final = (FigureKind.PERCENT, FigureKind.POINTS)


def change_in_percent(pair: FigureMention) -> Decimal | None:
    """By how many per cent a from-to pair changed, whichever way: |after - before| / before."""
    if not pair.before or pair.after is None:
        return None
    return abs(pair.after - pair.before) / abs(pair.before) * 100


def worked_out(figure: FigureMention) -> str:
    """What a figure comes to in other words: "8 days, 20%", "13 points", "75%"; empty where nothing follows."""
    if figure.kind is FigureKind.RATIO and not figure.is_pair and figure.value and figure.upper:
        return f"{rounded(figure.value / figure.upper * 100)}%" if figure.value <= figure.upper else ""
    change = change_in_percent(figure)
    if not change or figure.before is None or figure.after is None:
        return ""
    difference = abs(figure.after - figure.before)
    if figure.kind in _RATES:
        return f"{rounded(difference)} points"
    if figure.kind is FigureKind.DURATION and figure.unit:
        return f"{rounded(difference)} {figure.unit}, {rounded(change)}%"
    return f"{rounded(change)}%"


def rounded(value: Decimal) -> str:
    """A whole number from ten on, one decimal below; halves go up, and no zeros are left hanging."""
    step = Decimal(1) if value >= 10 else Decimal("0.1")
    text = f"{value.quantize(step, ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def with_number(words: str, value: Decimal) -> str:
    """The words with their first number replaced by a computed one."""
    return _NUMBER.sub(rounded(value), words, count=1)
