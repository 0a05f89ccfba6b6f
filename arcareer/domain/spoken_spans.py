"""How long a time is that somebody wrote down in words: three weeks, one quarter, twelve months."""

from __future__ import annotations

import re
from typing import Final

_COUNTS: Final = re.findall(
    r"\w+", "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
_DAYS: Final = {"day": 1, "week": 7, "month": 30, "quarter": 91, "half-year": 182, "half year": 182, "year": 365}
_SPAN: Final = re.compile(
    rf"\b(\d{{1,3}}|an?|the|last|past|{'|'.join(_COUNTS)}) (?:full |whole |last |past )?"
    r"(day|week|month|quarter|half[- ]year|year)s?\b"
)
_HALF: Final = re.compile(r"\bhalf (?:a|the|the last) year\b")
_NAMED: Final = (
    (re.compile(r"\bq[1-4]\b"), 91),
    (re.compile(r"\bh[12]\b"), 182),
    (re.compile(r"^(?:fy ?)?20\d\d$"), 365),
)


def days_said(words: str) -> int | None:
    """Return about how many days a time in words has, of 30 in a month; None where it names no length.

    Q3 and H1 are a quarter and half a year, 2026 alone is a year.
    """
    said = words.strip().casefold()
    found = _SPAN.search(said)
    if _HALF.search(said):
        return _DAYS["half year"]
    if found is not None:
        return _count(found[1]) * _DAYS[found[2]]
    return next((days for pattern, days in _NAMED if pattern.search(said)), None)


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _COUNTS.index(word) if word in _COUNTS else 1
