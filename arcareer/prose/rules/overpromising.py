"""Too good to be true: guarantees, claims without limits, and figures that cannot be."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from arcareer.domain.plausibility import examine
from arcareer.prose import weighing
from arcareer.prose.claim_figures import claim_of
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
_OF_LINES: Final = frozenset({"R01", "R06", "R07"})
"""The rules of plausibility that contradict arithmetic and that one line can tell."""
_HALF: Final = Decimal(50)
_DOUBLE: Final = Decimal(100)  # twice as much, or nothing left


def guarantee(subject: Subject) -> Iterator[Hit]:
    """A guarantee, or a promise about money to come; guarantee claims and bank guarantees are terms of the trade."""
    return _guarantee(subject.reading)


def _guarantee(reading: Reading) -> Iterator[Hit]:
    for match in compiled(_FILE, "guarantee").finditer(reading.lower):
        if _is_secured(reading):
            return
        if not compiled(_FILE, "guarantee_not").search(reading.lower[max(0, match.start() - 24) : match.end() + 24]):
            yield Hit(match.start(), match.end())
            return
    for slip in slips(reading):
        if slip.kind is SlipKind.SPELLING and slip.instead.startswith("guarantee"):
            yield Hit(slip.start, slip.end)
            return


def _is_secured(reading: Reading) -> bool:
    """A counted guarantee with something behind it is work done, not a promise."""
    return bool(reading.metrics) and compiled(_FILE, "secured").search(reading.lower) is not None


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
    """ "every month" and "daily" limit nothing, and "overnight" makes a claim larger, not smaller."""
    return compiled(_FILE, "instant").sub(" ", compiled("limits", "routine").sub(" ", lower))


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
        if sweep := _hasty_sweep(reading):
            yield Hit(sweep.start(), sweep.end())
        return
    if match := _limitless(reading) or compiled(_FILE, "sweep").search(reading.lower):
        yield Hit(match.start(), match.end())
    elif figure := _absolute_figure(reading):
        yield Hit(figure.span.start, figure.span.end)
    else:
        yield from weighing.promise(reading)


def _hasty_sweep(reading: Reading) -> re.Match[str] | None:
    """ "erased the whole overdue list in three days": haste is no limit."""
    hasty = compiled(_FILE, "soon").search(reading.lower)
    if hasty is None or any(_is_scope(figure) and figure.kind is not FigureKind.DURATION for figure in reading.metrics):
        return None
    if any(figure.kind in _DATED for figure in reading.figures):
        return None
    return compiled(_FILE, "sweep").search(reading.lower)


def cannot_be(subject: Subject) -> Iterator[Hit]:
    """A fall by half or more of DSO or receivables within about a month; a fall of more than 100%; CEI above 100."""
    return _cannot_be(subject.reading)


def _cannot_be(reading: Reading) -> Iterator[Hit]:
    lower = reading.lower
    quick = compiled(_FILE, "soon").search(lower) is not None
    balance = compiled(_FILE, "core_balance").search(lower) is not None
    for figure in reading.metrics:
        fall = _fall(figure)
        sudden = (fall >= _HALF and balance and not _few(figure)) or (
            _rise(figure) >= _DOUBLE and _brings_cash(reading)
        )
        gone = fall == _DOUBLE and balance and not figure.is_pair
        if fall > _DOUBLE or gone or (quick and sudden) or _cei_over(reading, figure):
            yield Hit(figure.span.start, figure.span.end)
    if len(reading.figures) > 1 and _contradicts_itself(lower):
        yield Hit(reading.figures[0].span.start, reading.figures[-1].span.end)


def _contradicts_itself(lower: str) -> bool:
    """Whether the figures of one line cannot all be true: more saved than spent, DSO below its own floor."""
    return any(doubt.rule in _OF_LINES for doubt in examine(claim_of(lower)))


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


def _rise(figure: FigureMention) -> Decimal:
    """By how many per cent a figure says that something rose; 0 when it did not."""
    rose = figure.kind is FigureKind.PERCENT and figure.direction == "up" and not figure.is_pair
    return figure.value if rose and figure.value is not None else Decimal(0)


def _brings_cash(reading: Reading) -> bool:
    return any(hit.label in ("core_collections", "generic_cash_flow") for hit in reading.terms)


def _few(figure: FigureMention) -> bool:
    """ "from 12 items to 2" is a short list, not a miracle."""
    return figure.kind is FigureKind.COUNT and figure.before is not None and figure.before < 100


def _cei_over(reading: Reading, figure: FigureMention) -> bool:
    if not any(hit.label == "kpi_cei" for hit in reading.terms) or figure.value is None:
        return False
    top = figure.after if figure.after is not None else figure.value
    return figure.kind in (FigureKind.PERCENT, FigureKind.NUMBER, FigureKind.COUNT) and 100 < top < 200
