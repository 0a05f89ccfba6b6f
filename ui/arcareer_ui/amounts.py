"""Amounts of money in words and in fields."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QCoreApplication

from arcareer.domain.figures import Unit, value_text

_MILLION, _THOUSAND = Decimal(1_000_000), Decimal(1_000)


def money_words(amount: Decimal, currency: str) -> str:
    """Return a whole amount: $1,498,200."""
    return value_text(amount.quantize(Decimal(1), ROUND_HALF_UP), Unit.MONEY, currency)


def exact_money_words(amount: Decimal, currency: str) -> str:
    """Return an amount to the cent: $1,498,200.55."""
    return value_text(amount.quantize(Decimal("0.01"), ROUND_HALF_UP), Unit.MONEY, currency)


def short_money_words(amount: Decimal, currency: str) -> str:
    """Return an amount where there is little room: $1.84m, $188k, $950."""
    size = abs(amount)
    if size >= _MILLION:
        shown = _shown(amount / _MILLION, Decimal("0.01"), currency)
        return QCoreApplication.translate("Amounts", "{amount}m").format(amount=shown)
    if size >= 10 * _THOUSAND:
        shown = _shown(amount / _THOUSAND, Decimal(1), currency)
        return QCoreApplication.translate("Amounts", "{amount}k").format(amount=shown)
    return money_words(amount, currency)


def typed_money(amount: Decimal) -> str:
    """Return an amount as it stands in a field: 48,200 or 195,237.50."""
    if amount == amount.to_integral_value():
        return f"{amount:,.0f}"
    exponent = amount.as_tuple().exponent
    return f"{amount:,.2f}" if isinstance(exponent, int) and exponent >= -2 else f"{amount.normalize():,f}"


def signed_money(amount: Decimal) -> str:
    """Return a difference without its currency: +1,200, −350.50."""
    sign = "+" if amount > 0 else "\N{MINUS SIGN}" if amount < 0 else ""
    return f"{sign}{typed_money(abs(amount))}"


def _shown(amount: Decimal, step: Decimal, currency: str) -> str:
    return value_text(Decimal(f"{amount.quantize(step, ROUND_HALF_UP).normalize():f}"), Unit.MONEY, currency)
