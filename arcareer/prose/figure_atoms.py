"""Single numbers with their currency, scale, unit, counted noun and rate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from arcareer.prose.figure_kinds import FigureKind, FigureMention
from arcareer.prose.figure_patterns import atom, counted, currencies, per
from arcareer.prose.figure_shapes import period_of
from arcareer.prose.numbers import SCALES, parse_digits, parse_words
from arcareer.prose.text import Span

if TYPE_CHECKING:
    from decimal import Decimal

_MOST: Final = 300  # numbers read from one text; no sentence holds as many
_LETTER_SCALES: Final = frozenset({"k", "m", "b", "mm", "mn", "bn", "cr"})
_TIME_UNITS: Final[dict[str, str]] = dict(
    pair.split(":")
    for pair in re.findall(
        r"\S+",
        "sec:seconds min:minutes hou:hours hr:hours hrs:hours day:days wee:weeks wk:weeks wks:weeks mon:months "
        "mo:months mos:months mth:months qua:quarters yea:years yr:years yrs:years",
    )
)
_STOP_WORDS: Final = frozenset(
    re.findall(
        r"\S+",
        "a an the in on of at to for from by with and or per each every is are was were be been than as that which who "
        "before after while when within over under into out off up down it this these those so but if during i we they "
        "instead came had has have went rose fell now not last next",
    )
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the pattern found around one number, after second thoughts."""

    span: Span
    scale: str
    unit: str
    currency: str


def with_atoms(lower: str, shapes: list[FigureMention]) -> list[FigureMention]:
    """Put the plain numbers between the mentions already known by their shape."""
    result: list[FigureMention] = []
    index = 0
    for match in islice(atom().finditer(lower), _MOST):
        while index < len(shapes) and shapes[index].span.end <= match.start():
            result.append(shapes[index])
            index += 1
        limit = shapes[index].span.start if index < len(shapes) else len(lower)
        number_start = match.start("digits") if match["digits"] else match.start("words")
        if limit <= number_start:
            continue
        if (mention := _mention(match, lower, limit)) is not None:
            result.append(mention)
    result.extend(shapes[index:])
    return result


def _parts(match: re.Match[str], lower: str, limit: int) -> _Parts:
    names = currencies()
    currency = names.get(match["before"] or "", "") or names.get(match["after"] or "", "")
    scale, unit, end = match["scale"] or "", (match["unit"] or "").strip(" -"), match.end()
    if scale in _LETTER_SCALES and lower[match.start("scale") - 1] in " -" and not currency:
        scale, unit, end = "", "", match.start("scale")
    if match.start("unit") >= limit or (match["words"] == "one" and unit == "times"):
        unit = ""
    end = min(end, limit)
    while lower[end - 1] in " -":
        end -= 1
    return _Parts(Span(match.start(), end), scale, unit, currency)


def _mention(match: re.Match[str], lower: str, limit: int) -> FigureMention | None:
    if _belongs_to_a_word(match, lower):
        return None
    parts = _parts(match, lower, limit)
    end = parts.span.end
    if match["digits"] and end < len(lower) and lower[end].isalnum():
        return FigureMention(parts.span, FigureKind.CODE, "")
    kind, unit = _unit(parts.unit)
    value, malformed = _value(match, parts, fractional=kind is not None)
    if value is None:
        return None
    rate = "" if kind is FigureKind.DURATION else _per(lower, end)
    if parts.currency:
        return FigureMention(
            parts.span, FigureKind.MONEY, "", value, currency=parts.currency, per=rate, is_malformed=malformed
        )
    if kind is not None:
        return FigureMention(parts.span, kind, "", value, unit=unit, per=rate, is_malformed=malformed)
    noun = _counted_noun(lower, end)
    kind = _bare_kind(noun, scaled=bool(parts.scale), spelled=match["words"] or "")
    return FigureMention(parts.span, kind, "", value, noun=noun, per=rate, is_malformed=malformed)


def _belongs_to_a_word(match: re.Match[str], lower: str) -> bool:
    """ "F-28" is a name and "multi-million" no number."""
    before = lower[max(0, match.start() - 7) : match.start()]
    if not before.endswith("-") or match["before"]:
        return False
    word = re.split(r"[^a-z]", before[:-1])[-1]
    return bool(word) and (len(word) <= 2 or word == "multi")


def _bare_kind(noun: str, *, scaled: bool, spelled: str) -> FigureKind:
    if spelled == "one" and not noun.endswith(("account", "customer", "client", "branch", "error", "call")):
        return FigureKind.IDIOM
    if noun and not (scaled and not noun.endswith("s")):
        return FigureKind.COUNT
    return FigureKind.MONEY if scaled and not noun else FigureKind.NUMBER


def _value(match: re.Match[str], parts: _Parts, *, fractional: bool) -> tuple[Decimal | None, bool]:
    malformed = False
    value: Decimal | None
    if match["digits"]:
        digits = match["digits"].rstrip(".,")
        parsed = parse_digits(digits, fractional=fractional or bool(parts.scale))
        value = parsed.value
        malformed = parsed.malformed or (bool(match["before"]) and _wrong_mark(digits, parts.currency))
    else:
        value = parse_words(match["words"])
    if value is None:
        return None, malformed
    value *= SCALES.get(parts.scale, 1)
    return (-value if match["sign"] == "-" and match["before"] is None else value), malformed


def _wrong_mark(digits: str, currency: str) -> bool:
    """Dollars and pounds take a decimal point: "$15,00" is a slip, "15,00 €" is not."""
    if currency not in ("USD", "GBP"):
        return False
    tail = digits.rpartition(",")[2] if "," in digits else ""
    point_groups = digits.count(".") == 1 and "," not in digits and len(digits.rpartition(".")[2]) == 3
    return len(tail) in (1, 2) or (point_groups and len(digits) <= 7)


def _unit(unit: str) -> tuple[FigureKind | None, str]:
    if not unit:
        return None, ""
    if unit in ("%", "pct", "pct.") or unit.startswith("per"):
        return (FigureKind.POINTS, "points") if "point" in unit else (FigureKind.PERCENT, "%")
    if unit in ("x", "\u00d7", "times") or unit.endswith("fold"):
        return FigureKind.MULTIPLE, "x"
    last = unit.rsplit(maxsplit=1)[-1].strip("-")
    if name := _TIME_UNITS.get(last) or _TIME_UNITS.get(last[:3]):
        return FigureKind.DURATION, name
    return FigureKind.POINTS, "basis points" if "bas" in unit or unit == "bps" else "points"


def _counted_noun(lower: str, end: int) -> str:
    """The words up to the first plural after a number: "past-due accounts"."""
    match = counted().match(lower, end)
    if not match:
        return ""
    words = re.split(r",? |/(?=day|week|month|year|mo|wk|yr|hr)", match["words"].strip(" ,."))
    taken: list[str] = []
    for word in words:
        if word in _STOP_WORDS or (word.endswith("ly") and word != "weekly"):
            break
        taken.append(word)
        if (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word in ("people", "staff"):
            break
    return " ".join(taken[:5])


def _per(lower: str, end: int) -> str:
    match = per().match(lower, end)
    return period_of(match["unit"] or match["adverb"] or match["short"]) if match else ""
