"""Joining two numbers into one figure: from-to pairs, ranges and ratios."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from arcareer.prose.figure_kinds import FigureKind, FigureMention
from arcareer.prose.patterns import compiled
from arcareer.prose.text import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    Combine = Callable[[str, FigureMention, FigureMention], FigureMention | None]

_LOOSE: Final = (FigureKind.COUNT, FigureKind.NUMBER)
_PLAIN: Final = (FigureKind.NUMBER, FigureKind.COUNT, FigureKind.IDIOM)
_LONGEST_GAP: Final = 70


def _pattern(name: str) -> re.Pattern[str]:
    return compiled("figure-context", name)


def _compatible(first: FigureMention, second: FigureMention) -> bool:
    if first.value is None or second.value is None:
        return False
    if first.kind is second.kind:
        return first.currency == second.currency or not (first.currency and second.currency)
    return first.kind in _LOOSE or second.kind in _LOOSE


def _shared_scale(first: FigureMention, second: FigureMention, second_text: str) -> Decimal | None:
    """ "$2-3 million": the first number shares the scale written on the second."""
    if first.value is None or second.value is None or not 0 < first.value < second.value or first.value >= 1000:
        return first.value
    scales = (
        ("bn", 10**9),
        ("b", 10**9),
        ("billion", 10**9),
        ("m", 10**6),
        ("million", 10**6),
        ("k", 1000),
        ("thousand", 1000),
    )
    bare = second_text.rstrip("+. ")
    for name, scale in scales:
        if bare.endswith(name) and bare[: -len(name)].rstrip()[-1:].isdigit() and second.value >= scale:
            return first.value * scale
    return first.value


def _share(mention: FigureMention) -> Decimal | None:
    if mention.kind is FigureKind.RATIO and mention.value is not None and mention.upper:
        return mention.value / mention.upper
    return mention.value


def _merge(first: FigureMention, second: FigureMention, *, reverse: bool = False) -> FigureMention:
    before, after = (_share(second), _share(first)) if reverse else (_share(first), _share(second))
    leading = next((one for one in (first, second) if one.kind is FigureKind.MONEY), None) or (
        first if second.kind is FigureKind.NUMBER or (second.kind is FigureKind.COUNT and first.unit) else second
    )
    return replace(
        leading,
        span=Span(first.span.start, second.span.end),
        value=after,
        upper=None,
        before=before,
        after=after,
        currency=first.currency or second.currency,
        unit=first.unit or second.unit,
        noun=first.noun if first.kind is FigureKind.COUNT and first.noun else second.noun,
        per=second.per or first.per,
        is_malformed=first.is_malformed or second.is_malformed,
    )


_MINUTES: Final = {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10_080, "months": 43_200, "years": 525_600}


def _in_unit_of(second: FigureMention, first: FigureMention) -> FigureMention:
    """ "from two days to four hours": the first duration in the unit of the second, 48 hours."""
    if first.unit == second.unit or first.value is None or not {first.unit, second.unit} <= _MINUTES.keys():
        return first
    return replace(first, value=first.value * _MINUTES[first.unit] / _MINUTES[second.unit], unit=second.unit)


def _as_pair(lower: str, first: FigureMention, second: FigureMention) -> FigureMention | None:
    first = _in_unit_of(second, first)
    gap = lower[first.span.end : second.span.start]
    if len(gap) > _LONGEST_GAP or not _compatible(first, second):
        return None
    if first.kind is not second.kind and first.unit and second.unit:
        return None
    left = lower[max(0, first.span.start - 48) : first.span.start]
    if _pattern("arrow_gap").match(gap):
        return _merge(first, second)
    start = _pattern("from_left").search(left) if " to" in gap or "to " in gap else None
    if start and _pattern("to_gap").match(gap):
        pair = _merge(first, second)
        reach = len(start.group())
        return (
            replace(pair, span=Span(pair.span.start - reach, pair.span.end)) if reach <= len("from nearly ") else pair
        )
    return _as_reversed_pair(left, gap, first, second)


def _as_reversed_pair(left: str, gap: str, first: FigureMention, second: FigureMention) -> FigureMention | None:
    """ "to 42 days from 96", "two days instead of six"."""
    same = first.kind is second.kind and first.unit == second.unit
    bare = second.kind is FigureKind.NUMBER or (second.kind is FigureKind.COUNT and not second.noun)
    if not (same or bare) or not _pattern("back_gap").match(gap):
        return None
    if "from" in gap and not (_pattern("change_left").search(left) or "down from" in gap or "up from" in gap):
        return None
    return _merge(first, second, reverse=True)


def _as_range(lower: str, first: FigureMention, second: FigureMention) -> FigureMention | None:
    gap = lower[first.span.end : second.span.start]
    if len(gap) > 9 or not _pattern("range_gap").match(gap) or not _compatible(first, second):
        return None
    if (first.kind is not second.kind and first.unit and second.unit) or first.value is None or second.value is None:
        return None
    left = lower[max(0, first.span.start - 40) : first.span.start]
    word = gap.strip()
    if word in ("and", "through") and not _pattern("between_left").search(left):
        return None
    low = _shared_scale(first, second, lower[second.span.start : second.span.end])
    if word == "to" and low is not None and low > second.value and first.kind is not FigureKind.COUNT:
        return replace(_merge(first, second), before=low)
    return replace(_merge(first, second), value=low, upper=second.value, before=None, after=None)


def _as_ratio(lower: str, first: FigureMention, second: FigureMention) -> FigureMention | None:
    gap = lower[first.span.end : second.span.start]
    if len(gap) > 18 or first.kind not in _PLAIN or first.value is None or second.value is None:
        return None
    if not _pattern("ratio_gap").match(gap):
        return None
    if second.kind not in _PLAIN and (second.kind is not FigureKind.DURATION or " of" not in gap):
        return None
    small = gap.strip().startswith("in") or gap.strip() == ":"
    if first.value > second.value or (small and second.value > 1000) or second.value <= 1:
        return None
    span = Span(first.span.start, second.span.end)
    noun = second.noun or second.unit
    return FigureMention(span, FigureKind.RATIO, "", first.value, upper=second.value, noun=noun, per=second.per)


def join(lower: str, mentions: list[FigureMention]) -> list[FigureMention]:
    """Join neighbours, ratios first so that "from 1 in 10 to 1 in 4" becomes one pair of ratios."""
    ratios = _pass(lower, mentions, _as_ratio)
    return _pass(lower, ratios, lambda text, one, two: _as_pair(text, one, two) or _as_range(text, one, two))


def _pass(lower: str, mentions: list[FigureMention], combine: Combine) -> list[FigureMention]:
    result: list[FigureMention] = []
    for mention in mentions:
        joined = None
        for back in _partners(result):
            if (joined := combine(lower, result[-back], mention)) is not None:
                del result[-back:]
                break
        result.append(joined or mention)
    return result


def _partners(result: list[FigureMention]) -> tuple[int, ...]:
    """How far back the partner may stand: the neighbour, or the one before an idiom ("44 to one of 39 days")."""
    if not result:
        return ()
    return (1, 2) if len(result) > 1 and result[-1].kind is FigureKind.IDIOM else (1,)
