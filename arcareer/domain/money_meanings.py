"""What a figure means in cash, in days of sales or in hours: an estimate between two bounds with its formula."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from arcareer.domain.figures import Basis, Figure, FigureScope, Unit, figure_text
from arcareer.domain.money_facts import Given, Span

_FINEST: Final = {Unit.MONEY: Decimal(1), Unit.DAYS: Decimal("0.1"), Unit.HOURS: Decimal("0.1")}


class Meaning(StrEnum):
    """What a figure comes to."""

    CASH_RELEASED = "cash-released"
    CASH_TIED_UP = "cash-tied-up"
    DAYS_OF_SALES = "days-of-sales"
    FINANCING = "financing"
    LESS_OVERDUE = "less-overdue"
    LESS_WRITTEN_OFF = "less-written-off"
    HOURS_A_MONTH = "hours-a-month"


class Missing(StrEnum):
    """What would have to be known for one more translation."""

    SALES = "sales"
    YEAR_OF_SALES = "year-of-sales"
    RECEIVABLES = "receivables"
    ONE_CURRENCY = "one-currency"
    RATE = "rate"
    DAYS_EARLIER = "days-earlier"
    ITEMS_A_MONTH = "items-a-month"
    MINUTES_AN_ITEM = "minutes-an-item"
    WORKDAYS_A_MONTH = "workdays-a-month"


class Per(StrEnum):
    """Whether something comes once, or again every month or year."""

    ONCE = "once"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What a figure means: an estimate from `low` to `high`, how it follows, and from which numbers.

    `scope` and `basis` are those of the figure.
    """

    meaning: Meaning
    low: Decimal
    high: Decimal
    unit: Unit
    currency: str
    formula: str
    inputs: tuple[str, ...]
    per: Per
    scope: FigureScope
    basis: Basis

    @property
    def is_once(self) -> bool:
        """Return whether it comes once: cash from a lower DSO is no saving a year."""
        return self.per is Per.ONCE


@dataclass(frozen=True, slots=True)
class Translated:
    """What a figure means, and what is missing for more."""

    found: tuple[Translation, ...]
    missing: tuple[Missing, ...]


def estimate(
    figure: Figure,
    meaning: Meaning,
    span: Span,
    formula: str,
    inputs: tuple[str, ...],
    *,
    unit: Unit = Unit.MONEY,
    currency: str = "",
    per: Per = Per.ONCE,
) -> Translation:
    """Return a range as a translation of a figure; `inputs` are the numbers beside the figure itself."""
    low, high = span.outward(_FINEST[unit])
    return Translation(
        meaning=meaning,
        low=low,
        high=high,
        unit=unit,
        currency=currency,
        formula=formula,
        inputs=(figure_text(figure), *inputs),
        per=per,
        scope=figure.scope,
        basis=figure.basis,
    )


def size_of_change(figure: Figure) -> Span:
    """Return by how much a figure rose or fell, within the rounding of both ends. ValueError for a lone value."""
    if figure.before is None:
        raise ValueError("a lone value has not changed")
    lower, higher = sorted((figure.before, figure.after))
    return Span.of(Given.typed(higher)).less(Span.of(Given.typed(lower)))


def sourced(words: str, given: Given) -> str:
    """Return a number in words with where it comes from, if that is known."""
    return f"{words} ({given.source})" if given.source else words
