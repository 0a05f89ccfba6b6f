"""Numbers whose own shape says what they are: dates, versions, payment terms, buckets, fractions, placeholders."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from arcareer.prose.figure_kinds import FigureKind, FigureMention
from arcareer.prose.figure_patterns import place, special
from arcareer.prose.numbers import parse_words
from arcareer.prose.text import Span

_BY_NAME: Final[dict[str, FigureKind]] = {kind.name.lower(): kind for kind in FigureKind} | {
    "vaguecount": FigureKind.COUNT
}
_FRACTIONS: Final = (
    ("hal", Decimal("0.5")),
    ("thi", Decimal(1) / 3),
    ("qua", Decimal("0.25")),
    ("fif", Decimal("0.2")),
    ("six", Decimal(1) / 6),
    ("sev", Decimal(1) / 7),
    ("eig", Decimal("0.125")),
    ("nin", Decimal(1) / 9),
    ("ten", Decimal("0.1")),
)
_MULTIPLES: Final = (
    *(("dou", 2), ("twi", 2), ("two", 2), ("tre", 3), ("tri", 3), ("thr", 3), ("qua", 4), ("fou", 4), ("fiv", 5)),
    *(("six", 6), ("ten", 10)),
)
_PERIODS: Final = (
    *(("hour", "hour"), ("day", "day"), ("dai", "day"), ("week", "week"), ("wk", "week"), ("month", "month")),
    *(("mo", "month"), ("quarter", "quarter"), ("annu", "year"), ("p.a", "year"), ("year", "year"), ("yr", "year")),
    *(("hr", "hour"), ("minute", "minute"), ("shift", "shift"), ("night", "day"), ("cycle", "cycle")),
)
_MOVES: Final = re.compile(r"(?<!\w)(?:from|to|by|took|takes|taking|saved|saving|averag\w{1,4}|instead of|within) $")
_NOT_TENURE: Final = re.compile(r"(?<!\w)(?:within|in|over the|by|took) $")
_DATE_WORD: Final = re.compile(
    r"(?<!\w)(?:in|since|from|to|until|till|during|by|of|year|early|late|mid|for|and|before|after|through|the|fall"
    r"|spring|summer|winter|jan\w*|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*) ?$"
)
_PLURAL_AFTER: Final = re.compile(r"\s(?:[a-z-]{2,20}\s){0,2}?[a-z]{2,20}s(?!\w)")


def period_of(text: str) -> str:
    """The period named in "a week", "monthly", "p.a."; empty when there is none."""
    return next((period for key, period in _PERIODS if re.search(rf"(?<![a-z]){re.escape(key)}", text)), "")


def shaped(lower: str) -> list[FigureMention]:
    """All mentions known by their shape, left to right, without overlaps."""
    result: list[FigureMention] = []
    pattern = special()
    end = 0
    for start in (match.start() for match in place().finditer(lower)):
        if start < end:
            continue
        match = pattern.match(lower, start)
        if match is None or not _holds(match, lower):
            continue
        text = match.group()
        span = Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
        result.append(_mention(_BY_NAME[match.lastgroup or ""], span, text.strip()))
        end = match.end()
    return result


def _holds(match: re.Match[str], lower: str) -> bool:
    left = lower[max(0, match.start() - 24) : match.start()]
    name, text = match.lastgroup, match.group().strip()
    if name == "bucket":
        return not _MOVES.search(left)
    if name == "tenure":
        return not _NOT_TENURE.search(left)
    if name == "year" and len(text) == 4 and text.isdigit() and (int(text) % 50 == 0 or int(text) > 2035):
        return not (_PLURAL_AFTER.match(lower, match.end()) and not _DATE_WORD.search(left))
    return text not in ("[sic]", "[...]")


def _mention(kind: FigureKind, span: Span, text: str) -> FigureMention:
    value: Decimal | None = None
    unit = per = ""
    if kind is FigureKind.FRACTION:
        value = _fraction(text)
    elif kind is FigureKind.MULTIPLE:
        unit, value = "x", _multiple(text)
    elif kind is FigureKind.DURATION:
        half = text.startswith("half")
        unit, value = f"{period_of(text[4:] if half else text)}s", Decimal("0.5") if half else Decimal(1)
    elif kind is FigureKind.FREQUENCY:
        unit, value, per = "times", _times(text), period_of(text)
    return FigureMention(span, kind, text, value, unit=unit, per=per)


def _fraction(text: str) -> Decimal:
    if "/" in text:
        top, _, bottom = text.partition("/")
        return Decimal(top) / Decimal(bottom)
    words = text.replace("-", " ").split()
    part = next(
        (value for word in reversed(words) for key, value in _FRACTIONS if word.startswith(key)), Decimal("0.5")
    )
    count = parse_words(words[0]) if len(words) > 1 else None
    return part * (count or 1)


def _multiple(text: str) -> Decimal:
    if "hal" in text:
        return Decimal("0.5")
    return Decimal(next((value for key, value in _MULTIPLES if text.startswith(key)), 1))


def _times(text: str) -> Decimal:
    head = text.split(maxsplit=1)[0]
    if head.isdigit():
        return Decimal(head)
    return {"twice": Decimal(2), "thrice": Decimal(3)}.get(head) or parse_words(head) or Decimal(1)
