"""Too good to be true: guarantees, claims without limits, and figures that cannot be."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from arcareer.prose import weighing
from arcareer.prose.figure_context import has_time_expression
from arcareer.prose.figure_kinds import FigureKind
from arcareer.prose.patterns import compiled
from arcareer.prose.rule import Hit, Subject
from arcareer.prose.slips import SlipKind, slips

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from arcareer.prose.evidence import Reading
    from arcareer.prose.figure_kinds import FigureMention

_FILE: Final = "flags/overpromising"
_DATED: Final = frozenset({FigureKind.YEAR, FigureKind.DATE, FigureKind.QUARTER})
_HALF: Final = Decimal(50)


def guarantee(subject: Subject) -> Iterator[Hit]:
    """A guarantee, or a promise about money to come; guarantee claims and bank guarantees are terms of the trade."""
    return _guarantee(subject.reading)


def _guarantee(reading: Reading) -> Iterator[Hit]:
    for match in compiled(_FILE, "guarantee").finditer(reading.lower):
        if not compiled(_FILE, "guarantee_not").search(reading.lower[max(0, match.start() - 24) : match.end() + 24]):
            yield Hit(match.start(), match.end())
            return
    for slip in slips(reading):
        if slip.kind is SlipKind.SPELLING and slip.instead.startswith("guarantee"):
            yield Hit(slip.start, slip.end)
            return


def bounded(reading: Reading) -> bool:
    """True when a period or a counted scope limits what the line claims."""
    if compiled(_FILE, "unbounded_since").search(reading.lower):
        return False
    if any(figure.kind in _DATED for figure in reading.figures):
        return True
    if any(_is_scope(figure) for figure in reading.metrics):
        return True
    return has_time_expression(_without_routines(reading.lower), reading.text)


def _without_routines(lower: str) -> str:
    """ "every month" and "daily" limit nothing."""
    return compiled("limits", "routine").sub(" ", lower)


def _is_scope(figure: FigureMention) -> bool:
    if figure.value is None or figure.value <= 1 or figure.kind is FigureKind.FREQUENCY:
        return False
    return figure.is_pair or figure.kind not in (FigureKind.PERCENT, FigureKind.MULTIPLE) or figure.value < 95


def _absolute_figure(reading: Reading) -> FigureMention | None:
    for figure in reading.metrics:
        if figure.is_pair or figure.value is None:
            continue
        full = figure.kind is FigureKind.PERCENT and figure.value == 100 and figure.direction == ""
        if full or (figure.value == 0 and figure.kind in (FigureKind.COUNT, FigureKind.NUMBER)):
            return figure
    return None


def _limitless(reading: Reading) -> re.Match[str] | None:
    lower = reading.lower
    match = compiled(_FILE, "limitless").search(lower)
    if match and compiled(_FILE, "limit_object").search(lower) and not compiled(_FILE, "not_absolute").search(lower):
        return match
    return None


def is_absolute(reading: Reading) -> bool:
    """True when the line makes a claim without limits, whatever limits it."""
    found = _limitless(reading) or compiled(_FILE, "sweep").search(reading.lower) or _absolute_figure(reading)
    return found is not None


def claims_too_much(reading: Reading) -> bool:
    """True when any rule of this flag would fire."""
    found = (*_guarantee(reading), *_no_limits(reading), *_cannot_be(reading))
    return bool(found)


def no_limits(subject: Subject) -> Iterator[Hit]:
    """ "always", "every", "100%", "zero" about collections or accuracy, with no period and no scope."""
    return _no_limits(subject.reading)


def _no_limits(reading: Reading) -> Iterator[Hit]:
    if bounded(reading):
        return
    if match := _limitless(reading) or compiled(_FILE, "sweep").search(reading.lower):
        yield Hit(match.start(), match.end())
    elif figure := _absolute_figure(reading):
        yield Hit(figure.span.start, figure.span.end)
    else:
        yield from weighing.promise(reading)


def cannot_be(subject: Subject) -> Iterator[Hit]:
    """A fall by half or more of DSO or receivables within about a month; a fall of more than 100%; CEI above 100."""
    return _cannot_be(subject.reading)


def _cannot_be(reading: Reading) -> Iterator[Hit]:
    lower = reading.lower
    quick = compiled(_FILE, "soon").search(lower) is not None
    balance = compiled(_FILE, "core_balance").search(lower) is not None
    for figure in reading.metrics:
        fall = _fall(figure)
        if fall > 100 or (fall >= _HALF and quick and balance and not _few(figure)) or _cei_over(reading, figure):
            yield Hit(figure.span.start, figure.span.end)


def _fall(figure: FigureMention) -> Decimal:
    """By how many per cent a figure says that something fell; 0 when it did not."""
    if figure.before and figure.after is not None:
        return (figure.before - figure.after) / figure.before * 100
    if figure.kind is FigureKind.MULTIPLE and figure.value is not None and figure.value < 1:
        return figure.value * 100
    if figure.direction != "down" or figure.value is None or not figure.is_outcome:
        return Decimal(0)
    if figure.kind is FigureKind.PERCENT:
        return figure.value
    if figure.kind is FigureKind.FRACTION:
        return figure.value * 100
    return Decimal(0)


def _few(figure: FigureMention) -> bool:
    """ "from 12 items to 2" is a short list, not a miracle."""
    return figure.kind is FigureKind.COUNT and figure.before is not None and figure.before < 100


def _cei_over(reading: Reading, figure: FigureMention) -> bool:
    if not any(hit.label == "kpi_cei" for hit in reading.terms) or figure.value is None:
        return False
    top = figure.after if figure.after is not None else figure.value
    return figure.kind in (FigureKind.PERCENT, FigureKind.NUMBER, FigureKind.COUNT) and 100 < top < 200
