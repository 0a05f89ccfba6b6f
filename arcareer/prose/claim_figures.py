"""The figures of one claim as a reader would take them down: what fell or rose, from what to what, over which time."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from arcareer.domain.plausibility import Claim, ClaimMetric

_NUMBER: Final = r"(\d[\d,]*(?:\.\d+)?)"
_SCALE: Final = r"\s*(k|m|mn|bn|thousand|million|billion)?(?![a-z])"
_MONEY: Final = rf"(?:[$€£]|usd|eur|gbp)?\s*{_NUMBER}{_SCALE}"
_SCALES: Final = {
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
}
_METRICS: Final = (
    (ClaimMetric.DISPUTE_TIME, r"dispute (?:resolution )?(?:time|days)|(?:time|days) to (?:resolve|close|settle)"),
    (ClaimMetric.FORECAST, r"forecast|wape|mape"),
    (ClaimMetric.PROMISES_KEPT, r"promises?[- ]kept|kept promises|promise[- ]to[- ]pay"),
    (ClaimMetric.AUTO_MATCH, r"auto[- ]?match|straight[- ]through|auto[- ]?(?:cash|application)"),
    (ClaimMetric.CEI, r"\bcei\b|collection(?:s)? effectiveness"),
    (ClaimMetric.DSO, r"\bdso\b|days sales outstanding|debtor days"),
    (ClaimMetric.BAD_DEBT, r"bad[- ]debts?|write[- ]?offs?"),
    (ClaimMetric.OVER_90, r"over[- ]?90|90\s?\+|91\s?\+|past 90 days|older than 90"),
    (ClaimMetric.DISPUTES, r"disputes?\b"),
    (ClaimMetric.OVERDUE, r"overdues?|past[- ]dues?|arrears|delinquen\w+"),
)
_LABELLED: Final = (
    ("best_possible", rf"best[- ]possible(?: dso)?\D{{0,12}}?{_NUMBER}"),
    ("delinquent_days", rf"(?:\badd\b|average days delinquent)(?: at (?:the )?start)?\D{{0,8}}?{_NUMBER}"),
)
_SALES: Final = (
    rf"(?:annual|yearly)(?: credit)? (?:sales|revenue|turnover)\D{{0,10}}?{_MONEY}",
    rf"{_MONEY} (?:in |of )?(?:annual|yearly)(?: credit)? (?:sales|revenue|turnover)",
    rf"(?:credit )?sales of {_MONEY} (?:a|per) year",
)
_RELEASED: Final = (
    rf"(?:releas|free|unlock|generat|improv)\w*(?: cash(?: flow)?)?(?: by| of)?(?: about| around)?\s*{_MONEY}"
)
_COLLECTED: Final = rf"collect\w*\s+{_MONEY}"
_SAVED: Final = rf"sav(?:e|es|ed|ing)\s+(?:about |around |over )?{_NUMBER}\s*(?:hours|hrs|h\b)"
_SPENT: Final = (
    rf"(?:took|takes?|spent|spends?|did(?: the \w+)?|worked|needed|used)\D{{0,24}}?{_NUMBER}\s*(?:hours|hrs|h\b)"
)
_PEOPLE: Final = re.compile(r"(\d+|two|three|four|five|six) (?:people|persons|clerks|colleagues|of us)")
_SMALL: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_COUNT: Final = "|".join(("\\d{1,3}", *_SMALL))
_TIME: Final = re.compile(
    rf"(?:in|within|over|during|after)(?: the| just| only)?(?: last| first| past)?\s*({_COUNT})?\s*"
    r"(days?|weeks?|months?|quarters?|years?)\b"
)
_PAIRS: Final = (
    re.compile(rf"from {_NUMBER}\s?(%|days?|points?|hours?)?\s*(?:down |up )?to {_NUMBER}\s?(%|days?|points?|hours?)?"),
    re.compile(
        rf"\(\s*{_NUMBER}\s?(%|days?|points?|hours?)?\s*(?:to|-|–|→|->)\s*{_NUMBER}\s?(%|days?|points?|hours?)?\s*\)"
    ),
    re.compile(rf"{_NUMBER}\s?(%|days?|points?|hours?)?\s*(?:→|->)\s*{_NUMBER}\s?(%|days?|points?|hours?)?"),
)
_BY: Final = re.compile(rf"by (?:about |around |over |some )?{_NUMBER}\s?(%|percent|points?|days?)")
_SHARE: Final = re.compile(rf"{_NUMBER}\s?(?:%|percent)")
_YEARLY: Final = re.compile(r"(?:annual|yearly) (?:saving|cash|benefit)|(?:a|per|every|each) year|annually|per annum")
_TERMS: Final = re.compile(
    r"(?:shorter|new|changed|tighter) (?:payment )?terms|terms (?:were |was )?(?:cut|changed|shortened)"
)
_CREDITS: Final = re.compile(r"overdue credits|credits? in (?:the )?overdue")
_IMPROVED: Final = re.compile(
    r"\b(?:improv|reduc|cut|lower|rais|increas|boost|sav|grew|rose|fell|drop|halv|doubl|shorten|decreas)\w*"
)
_DAYS: Final = {
    "day": Decimal(1) / 30,
    "week": Decimal(7) / 30,
    "month": Decimal(1),
    "quarter": Decimal(3),
    "year": Decimal(12),
}


def claim_of(text: str) -> Claim:
    """Return the figures of a claim; what it does not say stays unknown."""
    lower = text.lower().replace("\u00a0", " ")
    labelled, rest = _labelled(lower)
    claim = replace(_changed(rest), **labelled)
    return replace(
        claim,
        metric=metric_of(lower),
        months=_months(lower),
        people=_people(lower),
        is_called_yearly=_YEARLY.search(rest) is not None,
        terms_changed=_TERMS.search(lower) is not None,
        has_overdue_credits=_CREDITS.search(lower) is not None,
        is_improvement=_IMPROVED.search(lower) is not None,
        **_rates(lower),
    )


def _labelled(lower: str) -> tuple[dict[str, Any], str]:
    """Return the figures that stand with their name, and the text without them."""
    found: dict[str, Any] = {}
    for name, pattern in _LABELLED:
        if match := re.search(pattern, lower):
            found[name] = _decimal(match[1])
            lower = lower.replace(match[0], " ", 1)
    for name, patterns in (("annual_sales", _SALES), ("cash_released", (_RELEASED,)), ("collected", (_COLLECTED,))):
        match = next((match for pattern in patterns if (match := re.search(pattern, lower))), None)
        if match is not None and _is_money(name, match):
            found[name] = _decimal(match[1]) * _SCALES.get(match[2] or "", 1)
            lower = lower.replace(match[0], " ", 1)
    if saved := re.search(_SAVED, lower):
        found["hours_saved"] = _decimal(saved[1])
        lower = lower.replace(saved[0], " ", 1)
        if spent := re.search(_SPENT, lower):
            found["hours_before"] = _decimal(spent[1])
    return found, lower


def _is_money(name: str, match: re.Match[str]) -> bool:
    """A released or collected number is money only with a currency or a scale beside it."""
    return name == "annual_sales" or match[2] is not None or re.search(r"[$€£]|usd|eur|gbp", match[0]) is not None


def _changed(lower: str) -> Claim:
    """Return the two ends of the change and by how much it is said to be."""
    pair = next((match for pattern in _PAIRS if (match := pattern.search(lower))), None)
    claim = Claim()
    if pair is not None:
        percent = "%" in (pair[2], pair[4])
        claim = replace(claim, before=_decimal(pair[1]), after=_decimal(pair[3]), is_percent=percent)
    if by := _BY.search(lower):
        amount = _decimal(by[1])
        is_percent = by[2] in ("%", "percent")
        claim = replace(claim, by_percent=amount) if is_percent else replace(claim, by=amount)
    return claim


def _rates(lower: str) -> dict[str, Any]:
    """Return a claimed accuracy, and over how many periods it was measured."""
    if "accura" not in lower or (share := _SHARE.search(lower)) is None:
        return {}
    found = re.search(
        rf"(?:over|for|in|across|of)(?: the)?(?: last)?\s*({_COUNT})\s*(?:months?|weeks?|periods?|quarters?)", lower
    )
    periods = None if found is None else _counted(found[1])
    return {"accuracy": _decimal(share[1]), "periods": periods}


def metric_of(lower: str) -> ClaimMetric | None:
    """Return what the claim is about: the metric that is named first."""
    bare = re.sub(r"best[- ]possible dso", " ", lower)
    named = [(match.start(), metric) for metric, words in _METRICS if (match := re.search(words, bare))]
    return min(named, key=lambda pair: pair[0])[1] if named else None


def _months(lower: str) -> Decimal | None:
    found = _TIME.search(lower)
    if found is None:
        return None
    return _counted(found[1] or "a") * _DAYS[found[2].rstrip("s")]


def _people(lower: str) -> Decimal:
    found = _PEOPLE.search(lower)
    return Decimal(1) if found is None else Decimal(_counted(found[1]))


def _counted(word: str) -> int:
    return _SMALL[word] if word in _SMALL else int(word)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
