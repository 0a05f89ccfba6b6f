"""What is known beside a figure to say what it means in money or time: each number with its range and its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeVar

from arcareer.domain.figures import FigureScope, Unit, plain_number, value_text

YEAR_DAYS: Final = 365
_OWN: Final = (FigureScope.MINE, FigureScope.PORTFOLIO)


@dataclass(frozen=True, slots=True)
class Given:
    """A number between two bounds. `said` is how it was given, None for a range; `source` is where it comes from."""

    low: Decimal
    high: Decimal
    said: Decimal | None = None
    source: str = ""

    def __post_init__(self) -> None:
        if self.high < self.low:
            raise ValueError("a range ends where it begins or above")

    @classmethod
    def exact(cls, value: Decimal, source: str = "") -> Given:
        """Return a number that is not rounded, such as a count or the sum of a ledger."""
        return cls(value, value, value, source)

    @classmethod
    def typed(cls, value: Decimal, source: str = "") -> Given:
        """Return a number rounded to its last digit: 47.9 is anything from 47.85 to 47.95."""
        exponent = value.as_tuple().exponent
        half = Decimal(5).scaleb(int(exponent) - 1)
        return cls(value - half, value + half, value, source)

    @classmethod
    def between(cls, low: Decimal, high: Decimal, source: str = "") -> Given:
        """Return a number known to lie between two."""
        return cls(low, high, None, source)

    def text(self, unit: Unit, currency: str = "") -> str:
        """Return the number as it was given: $73,000,000, or 20 to 25 days."""
        if self.said is not None:
            return value_text(self.said, unit, currency)
        has_sign = unit in (Unit.MONEY, Unit.PERCENT)
        low = value_text(self.low, unit, currency) if has_sign else plain_number(self.low)
        return f"{low} to {value_text(self.high, unit, currency)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sales:
    """Credit sales over so many days, in one currency, of the user's own accounts, the team's or the company's."""

    amount: Given
    currency: str
    scope: FigureScope
    days: int = YEAR_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Receivables:
    """An open balance in one currency, of the user's own accounts, the team's or the company's."""

    amount: Given
    currency: str
    scope: FigureScope


_Scoped = TypeVar("_Scoped", Sales, Receivables)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyFacts:
    """What the user or the ledger says beside a figure; None is unknown and stays so.

    `rate` is the user's own yearly rate of financing in percent. `days_earlier` is by how much earlier an amount came
    in than it would have. `items_a_month` is how often the work of the figure is done in a month, `minutes_an_item`
    how long one of the things it counts takes, `workdays_a_month` how many days of work a month has.
    """

    sales: tuple[Sales, ...] = ()
    receivables: tuple[Receivables, ...] = ()
    rate: Given | None = None
    days_earlier: Given | None = None
    items_a_month: Given | None = None
    minutes_an_item: Given | None = None
    workdays_a_month: Given | None = None

    def sales_of(self, scope: FigureScope, currency: str = "") -> tuple[Sales, ...]:
        """Return the sales above zero of a scope, in one currency or, where none is named, in all."""
        known = (one for one in self.sales if one.amount.low > 0 and one.days > 0 and currency in ("", one.currency))
        return _of_scope(known, scope)

    def receivables_of(self, scope: FigureScope) -> tuple[Receivables, ...]:
        """Return the balances above zero of a scope in all currencies."""
        return _of_scope((one for one in self.receivables if one.amount.low > 0), scope)


@dataclass(frozen=True, slots=True)
class Span:
    """A range computed exactly; products and differences hold every value their parts allow."""

    low: Fraction
    high: Fraction

    @classmethod
    def of(cls, given: Given) -> Span:
        """Return the range of a given number that cannot be below zero."""
        return cls(max(Fraction(given.low), Fraction(0)), max(Fraction(given.high), Fraction(0)))

    def less(self, other: Span) -> Span:
        """Return the difference, never below zero."""
        return Span(max(self.low - other.high, Fraction(0)), max(self.high - other.low, Fraction(0)))

    def times(self, other: Span) -> Span:
        """Return the product of two ranges that are not below zero."""
        return Span(self.low * other.low, self.high * other.high)

    def scaled(self, factor: Fraction) -> Span:
        """Return the range times a factor that is not below zero."""
        return Span(self.low * factor, self.high * factor)

    def divided(self, other: Span) -> Span:
        """Return the quotient of a range that is not below zero and one above zero."""
        return Span(self.low / other.high, self.high / other.low)

    def outward(self, finest: Decimal) -> tuple[Decimal, Decimal]:
        """Return both ends to three digits of the higher one, no finer than `finest`, and never narrower than it is."""
        whole = self.high.numerator // self.high.denominator
        step = max(Decimal(10) ** (len(str(whole)) - 3), finest) if whole else finest
        scale = Fraction(step)
        low, high = self.low // scale, -(-self.high // scale)
        return Decimal(low) * step, Decimal(high) * step


def _of_scope(known: Iterable[_Scoped], scope: FigureScope) -> tuple[_Scoped, ...]:
    """Return what is of a scope; the user's own and the portfolio stand for each other where only one is known."""
    every = tuple(known)
    exact = tuple(one for one in every if one.scope is scope)
    return exact or tuple(one for one in every if one.scope in _OWN and scope in _OWN)
