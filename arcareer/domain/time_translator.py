"""What shorter or rarer work means in hours a month: minutes saved on one thing x how often, / 60."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from arcareer.domain.figures import Figure, Unit, plain_number, value_text
from arcareer.domain.money_facts import Given, MoneyFacts, Span
from arcareer.domain.money_meanings import Meaning, Missing, Per, Translation, estimate, size_of_change, sourced

_ELAPSED: Final = re.compile(
    r"\b(?:respon|repl(?:y|ies)|resol|turnaround|wait|lead time|cycle time|age\b|delay|on hold|time to)", re.IGNORECASE
)
_SAVED: Final = re.compile(r"\b(?:sav|freed|free\b|less\b|fewer\b|cut\b)", re.IGNORECASE)
_AN_ITEM: Final = re.compile(
    r"\b(?:per|an?|each|every) (?:\w+ )?(?:invoice|item|receipt|payment|remittance|dispute|order|account|line|call"
    r"|customer|statement|case|claim|run|report|reminder|note|file)\b",
    re.IGNORECASE,
)
_EVERY: Final = re.compile(
    r"\b(?:per|each|every) (day|week|month|quarter|year)\b|\b(daily|weekly|monthly|quarterly|yearly|annually)\b",
    re.IGNORECASE,
)
_A: Final = re.compile(
    r"(?<!\bin )(?<!\bwithin )(?<!\bover )(?<!\bafter )\ba (day|week|month|quarter|year)\b", re.IGNORECASE
)
_NAMES: Final = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
}
_A_MONTH: Final = {
    "week": (Fraction(52, 12), " × 52 weeks ÷ 12 months"),
    "month": (Fraction(1), ", every month"),
    "quarter": (Fraction(1, 3), " ÷ 3 months"),
    "year": (Fraction(1, 12), " ÷ 12 months"),
}


def time_meanings(figure: Figure, facts: MoneyFacts) -> Iterator[Translation | Missing]:
    """Yield the hours a month of a figure in hours or minutes: of shorter work, or of time said to be saved.

    Times in which somebody waits for an answer are no work. A figure that says hours a month already means no more.
    """
    if _ELAPSED.search(figure.measure):
        return
    if figure.before is None:
        is_said = figure.unit is Unit.HOURS and _rhythm(figure) == "month"
        if is_said or not _SAVED.search(figure.measure) or figure.after <= 0:
            return
        span, said = Span.of(Given.typed(figure.after)), value_text(figure.after, figure.unit)
    elif figure.after < figure.before:
        span, said = (
            size_of_change(figure),
            f"({plain_number(figure.before)} − {value_text(figure.after, figure.unit)})",
        )
    else:
        return
    if figure.unit is Unit.MINUTES:
        span, said = span.scaled(Fraction(1, 60)), f"{said} ÷ 60"
    yield from _a_month(figure, facts, span, said)


def count_meanings(figure: Figure, facts: MoneyFacts) -> Iterator[Translation | Missing]:
    """Yield the hours a month that fewer things to deal with save, where the figure counts them by a time."""
    if figure.before is None or figure.after >= figure.before or _rhythm(figure) is None:
        return
    minutes = facts.minutes_an_item
    if minutes is None:
        yield Missing.MINUTES_AN_ITEM
        return
    fewer = Span.of(Given.exact(figure.before - figure.after))
    said = f"({plain_number(figure.before)} − {plain_number(figure.after)}) × {minutes.text(Unit.MINUTES)} ÷ 60"
    span = fewer.times(Span.of(minutes)).scaled(Fraction(1, 60))
    yield from _a_month(figure, facts, span, said, sourced(f"{minutes.text(Unit.MINUTES)} for one", minutes))


def _a_month(figure: Figure, facts: MoneyFacts, span: Span, said: str, *inputs: str) -> Iterator[Translation | Missing]:
    """Yield hours at the figure's own rhythm as hours a month; by the number of times where it names none."""
    is_each = _AN_ITEM.search(f"{figure.measure} {figure.period}") is not None
    rhythm = None if is_each else _rhythm(figure)
    if rhythm in _A_MONTH:
        factor, shown = _A_MONTH[rhythm]
        yield _hours(figure, span.scaled(factor), said + shown, inputs)
        return
    if rhythm == "day":
        times, missing, noun = facts.workdays_a_month, Missing.WORKDAYS_A_MONTH, "working days a month"
    else:
        times, missing, noun = facts.items_a_month, Missing.ITEMS_A_MONTH, "times a month"
    if times is not None:
        counted = f"{times.text(Unit.COUNT)} {noun}"
        yield _hours(figure, span.times(Span.of(times)), f"{said} × {counted}", (*inputs, sourced(counted, times)))
    elif rhythm == "day" or figure.before is not None or is_each:
        yield missing


def _hours(figure: Figure, span: Span, formula: str, inputs: tuple[str, ...]) -> Translation:
    return estimate(figure, Meaning.HOURS_A_MONTH, span, formula, inputs, unit=Unit.HOURS, per=Per.MONTH)


def _rhythm(figure: Figure) -> str | None:
    """Return how often a figure comes: day, week, month, quarter or year; None where it does not say.

    "a month" means every month in a measure only: as the period of a figure it may be how long something took.
    """
    found = _EVERY.search(f"{figure.measure}, {figure.period}") or _A.search(figure.measure)
    if found is None:
        return None
    name = next(group for group in found.groups() if group).lower()
    return _NAMES.get(name, name)
