"""Amounts as exports write them: signs in front, behind or around, any grouping, exact decimals, never a float."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MINUS = "-\u2212\u2013\u2014"
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009\u2007'\u2019`]")
_CURRENCY = re.compile(
    r"^(?:[A-Z]{3}(?![A-Za-z])|[A-Z]{0,3}[$€£¥₹]|Rs\.?|kr\.?|CHF)|(?:[A-Z]{3}|[$€£¥₹]|kr\.?|z\u0142)$"
)
_SIDE = re.compile(r"(?:\b|(?<=\d))(cr|dr|h|s)\.?$", re.IGNORECASE)
_CURRENCY_SIGN = re.compile(r"[$€£¥₹]|[A-Z]{3}")
_DIGITS = re.compile(r"^\d[\d.,]*$|^[.,]\d+$")
_ZERO = Decimal(0)
_MOST_DIGITS = 15


class AmbiguousAmountError(ValueError):
    """A number such as 1.234 that can be read two ways while its column does not decide."""


@lru_cache(maxsize=131072)
def parse_amount(text: str, decimal_mark: str = "") -> Decimal | None:
    """Return the amount `text` stands for, or None when it is blank; a lone dash is zero.

    `decimal_mark` is the column's mark ("." or ","), used where the text itself does not decide. Raises `ValueError`
    for text that is no amount (#####, NaN, 1E400, 12%) and `AmbiguousAmountError` when only the column could decide.
    """
    squeezed = _BLANKS.sub("", text)
    core, negative = _unsigned(squeezed)
    if not core:
        return _ZERO if negative else None
    if not _DIGITS.match(core):
        raise ValueError(f"“{text.strip()}” is not an amount")
    mark = _own_mark(core) or decimal_mark
    if not mark:
        if not _CURRENCY_SIGN.search(squeezed):
            raise AmbiguousAmountError(f"“{text.strip()}” can be read as thousands or as decimals")
        mark = "." if "," in core else ","  # money has no three decimals
    plain = core.replace("," if mark != "," else ".", "").replace(",", ".")
    try:
        value = Decimal(plain)
    except InvalidOperation as broken:
        raise ValueError(f"“{text.strip()}” is not an amount") from broken
    return within_reason(-value if negative else value)


def within_reason(amount: Decimal) -> Decimal:
    """Return `amount`, or raise `ValueError` for one with more digits than money has."""
    if amount.adjusted() > _MOST_DIGITS:
        raise ValueError(f"“{amount:.6e}” is not an amount: it has too many digits")
    return amount


def _unsigned(text: str) -> tuple[str, bool]:
    """Return the digits of `text` and whether it is negative; a lone dash comes back as no digits and True."""
    side = _SIDE.search(text)
    negative = bool(side and side[1].lower() in {"cr", "h"})
    text = text[: side.start()] if side and any(character.isdigit() for character in text) else text
    for _ in range(4):
        if text[:1] in {"(", "<"} and text[-1:] in {")", ">"} and len(text) > 1:
            text, negative = text[1:-1], not negative
        if text and text[0] in _MINUS:
            text, negative = text[1:], not negative
        elif text and text[-1] in _MINUS:
            text, negative = text[:-1], not negative
        elif text[:1] == "+":
            text = text[1:]
        text = _CURRENCY.sub("", text, count=2)
    return text, negative


def _own_mark(core: str) -> str:
    """Return the decimal mark that the digits decide themselves, or an empty text."""
    dot, comma = core.rfind("."), core.rfind(",")
    if dot >= 0 and comma >= 0:
        return "." if dot > comma else ","
    position = max(dot, comma)
    if position < 0:
        return "."
    mark = core[position]
    if core.count(mark) > 1:
        return "," if mark == "." else "."
    before, after = core[:position], core[position + 1 :]
    if len(after) != 3 or len(before) > 3 or before in {"", "0"}:
        return mark
    return ""


def settle_decimal_mark(texts: Iterable[str]) -> str:
    """Return the decimal mark a column uses, or an empty text when nothing in it decides."""
    votes: Counter[str] = Counter()
    for text in texts:
        core, _ = _unsigned(_BLANKS.sub("", text))
        if _DIGITS.match(core) and ("." in core or "," in core):
            votes[_own_mark(core)] += 1
    votes.pop("", None)
    return votes.most_common(1)[0][0] if votes else ""


def grouping_marks(texts: Iterable[str], decimal_mark: str) -> tuple[str, ...]:
    """Return the marks that group thousands in `texts`, in the words of the preview."""
    names = {".": ".", ",": ",", "\u00a0": "NBSP", "\u202f": "narrow NBSP", "'": "apostrophe", " ": "blank"}
    found = set()
    for text in texts:
        for mark, name in names.items():
            if mark != decimal_mark and re.search(_grouped_by(re.escape(mark)), text):
                found.add(name)
    return tuple(name for name in names.values() if name in found)


def _grouped_by(mark: str) -> str:
    return rf"(?<!\d)\d{{1,3}}(?:{mark}\d{{2,3}})*{mark}\d{{3}}(?!\d)"


_SYMBOLS = {"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "$": "USD"}
_DOLLARS = {"A$": "AUD", "C$": "CAD", "CA$": "CAD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "US$": "USD"}
_DOLLAR = re.compile(r"(?<![A-Za-z])(?:US|CA|AU|NZ|HK|[ACS])\$")


_NAMED_CODE = re.compile(
    r"(?i:currency|amounts?|balances?|figures|values|total|due|shown|stated|reported)\b[^.;]{0,20}?[\s:([]([A-Z]{3})[\])]?$"
)


def currency_named_in(text: str) -> str:
    """Return the ISO code that a heading or title names at its end, as in “Balance (EUR)” or “All amounts in GBP”."""
    found = _NAMED_CODE.search(text.strip())
    return found[1] if found else ""


def currency_of_symbol(text: str) -> str:
    """Return the ISO code of the currency sign in `text`, or an empty text; a bare dollar sign is read as USD."""
    prefixed = _DOLLAR.search(text)
    if prefixed:
        return _DOLLARS[prefixed[0]]
    return next((code for symbol, code in _SYMBOLS.items() if symbol in text), "")
