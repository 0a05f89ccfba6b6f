"""Find the day an aging report speaks of: in its title, else from due dates and ages; never today in silence."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from arcareer.reading.dates import DateOrder, build_date, split_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_DATE = (
    r"(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-. ]?[^\W\d_]{3,10}\.?[-, ]+\d{2,4}|[^\W\d_]{3,10}\.? \d{1,2},? \d{4})"
)
_LABELS = (
    r"as[- ]of|as[- ]at|aged as of|age?ing date|aged to|stand(?: vom| per)?|stichtag|per",
    r"date to|to date|end date|period end(?:ing)?|cut-?off|balance",
    r"report",
)
_LABELLED = (
    *(re.compile(rf"\b(?:{labels})(?: date)?\s*:?\s*[\[(\"]?{_DATE}", re.IGNORECASE) for labels in _LABELS),
    re.compile(rf"{_DATE.replace('(', '(?:', 1)}\s*(?:to|-|\u2013|bis|until|through)\s*{_DATE}", re.IGNORECASE),
    re.compile(rf"^\s*(?:date\s*:?\s*)?{_DATE}", re.IGNORECASE),
)
_SHARE = 0.9


def as_of_from_titles(titles: Sequence[str], order: DateOrder | None) -> date | None:
    """Return the day the title rows name: a labelled “as of” first, a “date to” next, any leading date last."""
    for pattern in _LABELLED:
        for title in titles:
            found = pattern.search(title)
            day = _day(found[1], order) if found else None
            if day is not None:
                return day
    return None


def _day(text: str, order: DateOrder | None) -> date | None:
    parts = split_date(text.strip())
    if parts is None:
        return None
    try:
        return build_date(parts, order)
    except ValueError:
        return None


def as_of_from_column(texts: Collection[str], order: DateOrder | None) -> date | None:
    """Return the day a column of the file repeats on every row, or None when it holds several or none."""
    return _day(next(iter(texts)), order) if len(texts) == 1 else None


def as_of_from_ages(pairs: Iterable[tuple[date, int]]) -> date | None:
    """Return the day that due dates and days past due agree on, or None when fewer than nine in ten agree."""
    days = Counter(due + timedelta(days=age) for due, age in pairs)
    if not days:
        return None
    day, count = days.most_common(1)[0]
    return day if count >= days.total() * _SHARE else None
