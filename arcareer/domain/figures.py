"""A figure: a number with what it measures, its scope, how it is known and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """What the numbers of a figure count."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    HOURS = "hours"
    MINUTES = "minutes"
    TIMES = "times"
    COUNT = "count"


class FigureScope(StrEnum):
    """Whose result the figure is."""

    MINE = "mine"
    PORTFOLIO = "portfolio"
    TEAM = "team"
    COMPANY = "company"


class Basis(StrEnum):
    """How the figure is known."""

    MEASURED = "measured"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number, or one change from `before` to `after`.

    A lone value stands in `after`. `measure` says what is measured or counted ("collected", "DSO", "invoices");
    `currency` is an ISO 4217 code and empty unless the unit is money; `period` and `source` are the user's words.
    """

    measure: str
    unit: Unit
    after: Decimal
    before: Decimal | None = None
    currency: str = ""
    period: str = ""
    scope: FigureScope = FigureScope.MINE
    basis: Basis = Basis.MEASURED
    source: str = ""

    @property
    def change(self) -> Decimal | None:
        """Return `after` minus `before`, or None for a lone value."""
        return None if self.before is None else self.after - self.before


_SYMBOLS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "INR": "₹",
    "JPY": "¥",
    "CNY": "CN¥",
    "CAD": "CA$",
    "AUD": "A$",
    "NZD": "NZ$",
    "MXN": "MX$",
    "BRL": "R$",
}
_UNIT_WORDS = {
    Unit.DAYS: ("day", "days"),
    Unit.WEEKS: ("week", "weeks"),
    Unit.MONTHS: ("month", "months"),
    Unit.HOURS: ("hour", "hours"),
    Unit.MINUTES: ("minute", "minutes"),
    Unit.POINTS: ("point", "points"),
    Unit.TIMES: ("times", "times"),
}


def plain_number(value: Decimal) -> str:
    """Return the number with thousands commas and no idle zeros, exactly as large as it is."""
    if value == value.to_integral_value():
        return f"{value:,.0f}"
    return f"{value.normalize():,f}"


def value_text(value: Decimal, unit: Unit, currency: str = "") -> str:
    """Return one value as the documents print it: $48,200, 4.6%, 36.8 days, 9."""
    number = plain_number(abs(value))
    sign = "-" if value < 0 else ""
    if unit is Unit.MONEY:
        if value != value.to_integral_value():
            number = f"{abs(value):,.2f}" if abs(value).as_tuple().exponent in (-1, -2) else number
        return f"{sign}{_SYMBOLS.get(currency, currency + ' ' if currency else '')}{number}"
    if unit is Unit.PERCENT:
        return f"{sign}{number}%"
    if unit is Unit.COUNT:
        return f"{sign}{number}"
    singular, plural = _UNIT_WORDS[unit]
    return f"{sign}{number} {singular if abs(value) == 1 else plural}"


def figure_text(figure: Figure) -> str:
    """Return the figure in one short line: "$48,200 collected", "DSO 47.9 to 36.8 days", "9 invoices"."""
    after = value_text(figure.after, figure.unit, figure.currency)
    if figure.before is None:
        return f"{after} {figure.measure}".strip()
    before = value_text(figure.before, figure.unit, figure.currency)
    if figure.unit in _UNIT_WORDS:
        before = before.rsplit(" ", 1)[0]
    return f"{figure.measure} {before} to {after}".strip()
