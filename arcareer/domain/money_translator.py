"""What a figure means in cash, in days of sales and in hours a month, by formulas that are said and nothing else.

A sales figure, a rate or a number of items is never assumed: where one is not given there is no translation, and what
is missing is named. Results lie between two bounds, because the numbers that go in were rounded when they were typed.
Formulas: cash released by DSO, carrying cost (cash x rate x days / 365) and the shares of receivables and of sales,
all as in the formula table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from arcareer.domain.figures import Figure, Unit, plain_number, value_text
from arcareer.domain.money_facts import YEAR_DAYS, Given, MoneyFacts, Receivables, Sales, Span
from arcareer.domain.money_meanings import (
    Meaning,
    Missing,
    Per,
    Translated,
    Translation,
    estimate,
    size_of_change,
    sourced,
)
from arcareer.domain.time_translator import count_meanings, time_meanings

_DSO: Final = re.compile(r"\bdso\b|days (?:of )?sales outstanding|debtor days", re.IGNORECASE)
_NO_DSO: Final = re.compile(r"best[- ]possible|target|forecast", re.IGNORECASE)
_CASH_IN: Final = re.compile(r"\b(?:collect|recover|received\b|paid\b|cash in\b|settled\b)", re.IGNORECASE)
_OPEN: Final = re.compile(
    r"\b(?:overdue|past[- ]due|balances?|receivables?|exposure|arrears|aged debt|over \d+ days)\b", re.IGNORECASE
)
_NO_CASH: Final = re.compile(
    r"\b(?:plans?|limits?|forecast|targets?|promis\w*|expected|agreed|at risk|fees?|discounts?|refund\w*|credit notes?"
    r"|written off|write-?offs?|unapplied|paid out|pre-?paid)\b",
    re.IGNORECASE,
)
_OVERDUE: Final = re.compile(r"past[- ]due|overdue|over[- ]\d+|delinquen|arrears", re.IGNORECASE)
_OF_OTHERS: Final = re.compile(r"\b(?:invoices?|accounts?|customers?|clients?|items?)\b", re.IGNORECASE)
_BAD_DEBT: Final = re.compile(r"(?:bad debts?|write-?offs?) (?:to|of|in|over) (?:credit )?sales", re.IGNORECASE)

_Step = Translation | Missing


def translate(figure: Figure, facts: MoneyFacts) -> Translated:
    """Return what a figure means with these facts, and which facts would say more; nothing where no formula fits.

    Sales and balances are taken only of the figure's own scope, and currencies are never added or converted.
    """
    steps = tuple(_steps(figure, facts))
    found = tuple(step for step in steps if isinstance(step, Translation))
    missing = tuple(dict.fromkeys(step for step in steps if isinstance(step, Missing)))
    return Translated(found, missing)


def _steps(figure: Figure, facts: MoneyFacts) -> Iterator[_Step]:
    match figure.unit:
        case Unit.DAYS:
            return _of_dso(figure, facts)
        case Unit.MONEY:
            return _of_money(figure, facts)
        case Unit.PERCENT:
            return _of_share(figure, facts)
        case Unit.HOURS | Unit.MINUTES:
            return time_meanings(figure, facts)
        case Unit.COUNT:
            return count_meanings(figure, facts)
        case _:
            return iter(())


def _of_dso(figure: Figure, facts: MoneyFacts) -> Iterator[_Step]:
    """Yield the cash of a changed DSO: (DSO before - DSO after) x credit sales / their days, once."""
    if figure.before is None or not figure.change or not _is_dso(figure.measure):
        return
    sales = facts.sales_of(figure.scope)
    if len(sales) != 1:
        yield Missing.ONE_CURRENCY if sales else Missing.SALES
        return
    known = sales[0]
    cash = size_of_change(figure).times(Span.of(known.amount)).scaled(Fraction(1, known.days))
    lower, higher = sorted((figure.before, figure.after))
    formula = f"({plain_number(higher)} − {plain_number(lower)}) days of DSO × {_sales_a_day(known)}"
    meaning = Meaning.CASH_RELEASED if figure.change < 0 else Meaning.CASH_TIED_UP
    yield estimate(figure, meaning, cash, formula, (_said_sales(known),), currency=known.currency)
    if figure.change < 0:
        yield _financing_a_year(figure, facts, cash, formula, known)


def _is_dso(measure: str) -> bool:
    """Return whether a measure is the DSO of a whole portfolio, and not its best possible value or one account's."""
    return bool(_DSO.search(measure)) and not _NO_DSO.search(measure) and not _OF_OTHERS.search(measure)


def _financing_a_year(figure: Figure, facts: MoneyFacts, cash: Span, formula: str, sales: Sales) -> _Step:
    if facts.rate is None:
        return Missing.RATE
    return estimate(
        figure,
        Meaning.FINANCING,
        cash.times(Span.of(facts.rate)).scaled(Fraction(1, 100)),
        f"{formula} × {facts.rate.text(Unit.PERCENT)} a year, for as long as DSO stays there",
        (_said_sales(sales), _said_rate(facts.rate)),
        currency=sales.currency,
        per=Per.YEAR,
    )


def _of_money(figure: Figure, facts: MoneyFacts) -> Iterator[_Step]:
    """Yield what cash that came in, or an open balance that fell, is in days of sales and worth in financing."""
    cash = _cash_of(figure)
    if cash is None:
        return
    said, span = cash
    sales = facts.sales_of(figure.scope, figure.currency) if figure.currency else ()
    if len(sales) == 1:
        days = span.divided(Span.of(sales[0].amount)).scaled(Fraction(sales[0].days))
        formula = f"{said} ÷ ({_sales_a_day(sales[0])})"
        yield estimate(figure, Meaning.DAYS_OF_SALES, days, formula, (_said_sales(sales[0]),), unit=Unit.DAYS)
    else:
        yield Missing.SALES
    yield from _financing_once(figure, facts, said, span)


def _financing_once(figure: Figure, facts: MoneyFacts, said: str, cash: Span) -> Iterator[_Step]:
    rate, earlier = facts.rate, facts.days_earlier
    if rate is None:
        yield Missing.RATE
    if earlier is None:
        yield Missing.DAYS_EARLIER
    if rate is None or earlier is None:
        return
    days = earlier.text(Unit.DAYS)
    yield estimate(
        figure,
        Meaning.FINANCING,
        cash.times(Span.of(rate)).times(Span.of(earlier)).scaled(Fraction(1, 100 * YEAR_DAYS)),
        f"{said} × {rate.text(Unit.PERCENT)} a year × {days} ÷ {YEAR_DAYS}",
        (_said_rate(rate), sourced(f"{days} earlier", earlier)),
        currency=figure.currency,
    )


def _cash_of(figure: Figure) -> tuple[str, Span] | None:
    """Return the cash a figure speaks of, in words and as a range; None where it is a plan, a limit or a hope."""
    if _NO_CASH.search(figure.measure):
        return None
    after = value_text(figure.after, Unit.MONEY, figure.currency)
    if figure.before is None:
        is_cash = figure.after > 0 and _CASH_IN.search(figure.measure) is not None
        return (after, Span.of(Given.typed(figure.after))) if is_cash else None
    if figure.after >= figure.before or not _OPEN.search(figure.measure):
        return None
    return f"({value_text(figure.before, Unit.MONEY, figure.currency)} − {after})", size_of_change(figure)


def _of_share(figure: Figure, facts: MoneyFacts) -> Iterator[_Step]:
    """Yield what a smaller overdue share is of the receivables, or a smaller loss of the sales of a year."""
    if figure.before is None or figure.after >= figure.before:
        return
    points = f"({plain_number(figure.before)}% − {plain_number(figure.after)}%)"
    part = size_of_change(figure).scaled(Fraction(1, 100))
    if _BAD_DEBT.search(figure.measure):
        yield _less_written_off(figure, facts, part, points)
    elif _OVERDUE.search(figure.measure) and not _OF_OTHERS.search(figure.measure):
        yield _less_overdue(figure, facts, part, points)


def _less_overdue(figure: Figure, facts: MoneyFacts, part: Span, points: str) -> _Step:
    balances = facts.receivables_of(figure.scope)
    if len(balances) != 1:
        return Missing.ONE_CURRENCY if balances else Missing.RECEIVABLES
    said, known = _money(balances[0]), balances[0]
    return estimate(
        figure,
        Meaning.LESS_OVERDUE,
        part.times(Span.of(known.amount)),
        f"{points} × {said} receivables",
        (sourced(f"{said} receivables", known.amount),),
        currency=known.currency,
    )


def _less_written_off(figure: Figure, facts: MoneyFacts, part: Span, points: str) -> _Step:
    years = [one for one in facts.sales_of(figure.scope) if abs(one.days - YEAR_DAYS) <= 1]
    if len(years) != 1:
        return Missing.ONE_CURRENCY if years else Missing.YEAR_OF_SALES
    known = years[0]
    return estimate(
        figure,
        Meaning.LESS_WRITTEN_OFF,
        part.times(Span.of(known.amount)),
        f"{points} × {_money(known)} credit sales of a year",
        (_said_sales(known),),
        currency=known.currency,
        per=Per.YEAR,
    )


def _money(known: Sales | Receivables) -> str:
    return known.amount.text(Unit.MONEY, known.currency)


def _sales_a_day(sales: Sales) -> str:
    return f"{_money(sales)} credit sales ÷ {sales.days} days"


def _said_sales(sales: Sales) -> str:
    return sourced(f"{_money(sales)} credit sales in {sales.days} days", sales.amount)


def _said_rate(rate: Given) -> str:
    return sourced(f"{rate.text(Unit.PERCENT)} a year", rate)
