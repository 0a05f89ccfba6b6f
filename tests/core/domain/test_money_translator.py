"""What a figure means follows from stated formulas and given numbers, as a range; nothing is ever assumed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain import kpis
from arcareer.domain.figures import Basis, Figure, FigureScope, Unit
from arcareer.domain.money_facts import Given, MoneyFacts, Receivables, Sales, Span
from arcareer.domain.money_meanings import Meaning, Missing, Per, Translation
from arcareer.domain.money_translator import translate
from tests.support.builders import a_figure

YEAR = Sales(amount=Given.exact(Decimal(73_000_000), "KPI sheet"), currency="USD", scope=FigureScope.PORTFOLIO)
RATE = Given.exact(Decimal(8), "treasury")
FACTS = MoneyFacts(sales=(YEAR,), rate=RATE, days_earlier=Given.exact(Decimal(30)))


def dso(before: str, after: str, **fields: Any) -> Figure:
    named = {"measure": "DSO", "unit": Unit.DAYS, "currency": "", "scope": FigureScope.PORTFOLIO} | fields
    return a_figure(after, before, **named)


def a_time(after: str, before: str | None = None, unit: Unit = Unit.MINUTES, **fields: Any) -> Figure:
    return a_figure(after, before, **({"measure": "statement run", "unit": unit, "currency": ""} | fields))


def meanings(figure: Figure, facts: MoneyFacts = FACTS) -> dict[Meaning, Translation]:
    return {one.meaning: one for one in translate(figure, facts).found}


def test_a_lower_dso_releases_cash_once() -> None:
    cash = meanings(dso("52.0", "47.0"))[Meaning.CASH_RELEASED]
    assert (cash.low, cash.high) == (Decimal(980_000), Decimal(1_020_000))
    assert cash.is_once
    assert (cash.unit, cash.currency, cash.scope) == (Unit.MONEY, "USD", FigureScope.PORTFOLIO)
    assert cash.formula == "(52 − 47) days of DSO × $73,000,000 credit sales ÷ 365 days"
    assert cash.inputs == ("DSO 52 to 47 days", "$73,000,000 credit sales in 365 days (KPI sheet)")


def test_whole_days_are_rounder_than_tenths_and_the_estimate_says_so() -> None:
    cash = meanings(dso("52", "47"))[Meaning.CASH_RELEASED]
    assert (cash.low, cash.high) == (Decimal(800_000), Decimal(1_200_000))


def test_the_range_of_the_sales_widens_the_estimate() -> None:
    sales = replace(YEAR, amount=Given.between(Decimal(70_000_000), Decimal(76_000_000)))
    cash = meanings(dso("52.0", "47.0"), MoneyFacts(sales=(sales,)))[Meaning.CASH_RELEASED]
    assert (cash.low, cash.high) == (Decimal(930_000), Decimal(1_070_000))
    assert "$70,000,000 to $76,000,000 credit sales" in cash.formula


def test_sales_of_other_days_give_the_same_sales_a_day() -> None:
    quarter = replace(YEAR, amount=Given.exact(Decimal(18_000_000)), days=90)
    year = replace(YEAR, amount=Given.exact(Decimal(73_000_000)))
    by_quarter, by_year = (
        meanings(dso("47.9", "36.8"), MoneyFacts(sales=(sales,)))[Meaning.CASH_RELEASED] for sales in (quarter, year)
    )
    assert (by_quarter.low, by_quarter.high) == (by_year.low, by_year.high)


def test_a_higher_dso_ties_cash_up_and_saves_no_financing() -> None:
    found = meanings(dso("47.0", "52.0"))
    assert set(found) == {Meaning.CASH_TIED_UP}


def test_financing_of_released_cash_comes_every_year_while_dso_stays() -> None:
    worth = meanings(dso("52.0", "47.0"))[Meaning.FINANCING]
    assert worth.per is Per.YEAR
    assert (worth.low, worth.high) == (Decimal(78_400), Decimal(81_600))
    assert worth.formula.endswith("× 8% a year, for as long as DSO stays there")
    assert "8% a year (treasury)" in worth.inputs


def test_nothing_is_assumed_and_what_is_missing_is_said() -> None:
    assert translate(dso("52", "47"), MoneyFacts()).found == ()
    assert translate(dso("52", "47"), MoneyFacts()).missing == (Missing.SALES,)
    assert translate(dso("52", "47"), MoneyFacts(sales=(YEAR,))).missing == (Missing.RATE,)
    collected = translate(a_figure(48_200), MoneyFacts())
    assert collected.found == ()
    assert collected.missing == (Missing.SALES, Missing.RATE, Missing.DAYS_EARLIER)


@pytest.mark.parametrize(
    "sales",
    [
        replace(YEAR, scope=FigureScope.COMPANY),
        replace(YEAR, amount=Given.exact(Decimal(0))),
        replace(YEAR, amount=Given.exact(Decimal(-5))),
        replace(YEAR, days=0),
    ],
)
def test_sales_of_another_scope_or_none_at_all_are_not_used(sales: Sales) -> None:
    assert translate(dso("52", "47"), MoneyFacts(sales=(sales,))).missing == (Missing.SALES,)


def test_currencies_are_never_added() -> None:
    both = MoneyFacts(sales=(YEAR, replace(YEAR, currency="EUR")))
    assert translate(dso("52", "47"), both).missing == (Missing.ONE_CURRENCY,)
    assert meanings(a_figure(48_200), both)[Meaning.DAYS_OF_SALES].formula.startswith("$48,200 ÷")
    assert Missing.SALES in translate(a_figure(48_200, currency="GBP"), both).missing
    assert Missing.SALES in translate(a_figure(48_200, currency=""), FACTS).missing


@pytest.mark.parametrize("measure", ["best possible DSO", "DSO target", "days late", "DSO of three accounts", ""])
def test_other_days_release_no_cash(measure: str) -> None:
    found = translate(dso("52", "47", measure=measure), FACTS)
    assert (found.found, found.missing) == ((), ())


def test_money_that_came_in_is_so_many_days_of_sales() -> None:
    found = meanings(a_figure(480_000))
    days = found[Meaning.DAYS_OF_SALES]
    assert (days.low, days.high, days.unit, days.currency) == (Decimal("2.3"), Decimal("2.5"), Unit.DAYS, "")
    assert days.formula == "$480,000 ÷ ($73,000,000 credit sales ÷ 365 days)"
    worth = found[Meaning.FINANCING]
    assert (worth.low, worth.high) == (Decimal(3_150), Decimal(3_160))
    assert worth.formula == "$480,000 × 8% a year × 30 days ÷ 365"
    assert worth.is_once


def test_an_open_balance_that_fell_counts_by_its_fall() -> None:
    found = meanings(a_figure(100_000, 500_000, measure="overdue over 60 days"))
    assert found[Meaning.DAYS_OF_SALES].formula.startswith("($500,000 − $100,000) ÷")
    assert meanings(a_figure(500_000, 100_000, measure="overdue")) == {}


@pytest.mark.parametrize(
    "figure",
    [
        a_figure(42_000, measure="payment plan"),
        a_figure(12_000, 30_000, measure="credit limit"),
        a_figure(42_000, measure="expected to be collected"),
        a_figure(300, measure="bank fees paid"),
        a_figure(48_200, measure=""),
        a_figure(0),
    ],
)
def test_plans_limits_and_fees_are_no_cash(figure: Figure) -> None:
    assert translate(figure, MoneyFacts()) == translate(figure, FACTS)
    assert translate(figure, FACTS).found == ()


def test_shorter_monthly_work_is_hours_a_month() -> None:
    hours = meanings(a_time("40", "180", period="each month"), MoneyFacts())[Meaning.HOURS_A_MONTH]
    assert (hours.low, hours.high) == (Decimal("2.3"), Decimal("2.4"))
    assert hours.formula == "(180 − 40 minutes) ÷ 60, every month"
    assert (hours.per, hours.is_once) == (Per.MONTH, False)


def test_work_on_single_items_takes_how_many_there_are_a_month() -> None:
    figure = a_time("3", "8", measure="time per invoice", period="monthly average")
    assert translate(figure, MoneyFacts()).missing == (Missing.ITEMS_A_MONTH,)
    hours = meanings(figure, MoneyFacts(items_a_month=Given.exact(Decimal(500), "ledger")))[Meaning.HOURS_A_MONTH]
    assert (hours.low, hours.high) == (Decimal("33.3"), Decimal("50.0"))
    assert hours.formula == "(8 − 3 minutes) ÷ 60 × 500 times a month"
    assert hours.inputs[-1] == "500 times a month (ledger)"


def test_time_saved_in_another_rhythm_becomes_hours_a_month() -> None:
    week = meanings(a_time("3.0", unit=Unit.HOURS, measure="saved a week"), MoneyFacts())[Meaning.HOURS_A_MONTH]
    assert (week.low, week.high) == (Decimal("12.7"), Decimal("13.3"))
    assert week.formula == "3 hours × 52 weeks ÷ 12 months"
    day = a_time("20", measure="saved a day")
    assert translate(day, MoneyFacts()).missing == (Missing.WORKDAYS_A_MONTH,)
    facts = MoneyFacts(workdays_a_month=Given.between(Decimal(20), Decimal(22)))
    hours = meanings(day, facts)[Meaning.HOURS_A_MONTH]
    assert (hours.low, hours.high) == (Decimal("6.5"), Decimal("7.6"))
    assert "20 to 22 working days a month" in hours.formula


@pytest.mark.parametrize(
    "figure",
    [
        a_time("14", unit=Unit.HOURS, measure="saved a month"),
        a_time("4", "24", Unit.HOURS, measure="response time", period="each month"),
        a_time("4", "24", Unit.HOURS, measure="time to resolve disputes"),
        a_time("40", "20", period="each month"),
        a_time("20", measure="call"),
        a_figure(2, 9, measure="errors", unit=Unit.COUNT, currency="", period="a quarter"),
        a_figure(2, 9, measure="errors in a month", unit=Unit.COUNT, currency=""),
        a_figure(9, measure="invoices a month", unit=Unit.COUNT, currency=""),
        a_figure(9, 12, measure="error rate", unit=Unit.PERCENT, currency=""),
        a_figure(9, 12, measure="invoices overdue", unit=Unit.PERCENT, currency=""),
        a_figure(9, 12, measure="faster", unit=Unit.TIMES, currency=""),
    ],
)
def test_where_no_formula_fits_there_is_nothing_and_nothing_is_missing(figure: Figure) -> None:
    found = translate(figure, FACTS)
    assert (found.found, found.missing) == ((), ())


def test_fewer_things_to_deal_with_are_hours_by_the_users_own_minutes() -> None:
    figure = a_figure(4, 31, measure="short-pays a month", unit=Unit.COUNT, currency="")
    assert translate(figure, MoneyFacts()).missing == (Missing.MINUTES_AN_ITEM,)
    facts = MoneyFacts(minutes_an_item=Given.between(Decimal(10), Decimal(20)))
    hours = meanings(figure, facts)[Meaning.HOURS_A_MONTH]
    assert (hours.low, hours.high) == (Decimal("4.5"), Decimal("9.0"))
    assert hours.formula == "(31 − 4) × 10 to 20 minutes ÷ 60, every month"


def test_shares_are_money_only_of_a_known_balance_or_a_year_of_sales() -> None:
    share = dso("11.4", "5.2", measure="share over 90 days", unit=Unit.PERCENT)
    assert translate(share, FACTS).missing == (Missing.RECEIVABLES,)
    balance = Receivables(amount=Given.exact(Decimal(800_000)), currency="USD", scope=FigureScope.PORTFOLIO)
    less = meanings(share, MoneyFacts(receivables=(balance,)))[Meaning.LESS_OVERDUE]
    assert (less.low, less.high) == (Decimal(48_800), Decimal(50_400))
    assert less.formula == "(11.4% − 5.2%) × $800,000 receivables"
    losses = dso("0.40", "0.25", measure="bad debt to sales", unit=Unit.PERCENT)
    assert translate(losses, MoneyFacts(sales=(replace(YEAR, days=90),))).missing == (Missing.YEAR_OF_SALES,)
    assert meanings(losses)[Meaning.LESS_WRITTEN_OFF].per is Per.YEAR


def test_an_estimated_figure_stays_one() -> None:
    cash = meanings(dso("52", "47", basis=Basis.ESTIMATED))[Meaning.CASH_RELEASED]
    assert cash.basis is Basis.ESTIMATED


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [("47.9", "47.85", "47.95"), ("52", "51.5", "52.5"), ("0.40", "0.395", "0.405"), ("73.0E6", "72.95E6", "73.05E6")],
)
def test_a_typed_number_is_as_wide_as_its_last_digit(value: str, low: str, high: str) -> None:
    found = Given.typed(Decimal(value))
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


def test_a_range_ends_where_it_begins_or_above() -> None:
    with pytest.raises(ValueError, match="range"):
        Given.between(Decimal(2), Decimal(1))


TENTHS = st.decimals(0, 200, places=1)
MONEY = st.decimals(1, 10**9, places=2)


@given(TENTHS, TENTHS, MONEY)
def test_the_estimate_holds_what_the_formula_table_computes(before: Decimal, after: Decimal, sales: Decimal) -> None:
    facts = MoneyFacts(sales=(replace(YEAR, amount=Given.exact(sales)),))
    found = translate(a_figure(str(after), str(before), measure="DSO", unit=Unit.DAYS, scope=YEAR.scope), facts).found
    computed = kpis.cash_released_by_dso(before, after, sales).value
    assert computed is not None
    if before == after:
        assert found == ()
        return
    assert found[0].low <= abs(computed) <= found[0].high
    assert found[0].meaning is (Meaning.CASH_RELEASED if after < before else Meaning.CASH_TIED_UP)


@given(MONEY, st.decimals("0.1", 30, places=1), st.integers(1, 400))
def test_financing_holds_the_carrying_cost_of_the_table(amount: Decimal, rate: Decimal, days: int) -> None:
    facts = MoneyFacts(rate=Given.exact(rate), days_earlier=Given.exact(Decimal(days)))
    worth = meanings(a_figure(str(amount)), facts)[Meaning.FINANCING]
    computed = kpis.carrying_cost(amount, rate, Decimal(days)).value
    assert computed is not None
    assert worth.low <= computed <= worth.high


@given(st.fractions(0, 10**9), st.fractions(0, 10**9), st.sampled_from([Decimal(1), Decimal("0.1")]))
def test_rounding_never_narrows_a_range_and_keeps_three_digits(one: Fraction, other: Fraction, finest: Decimal) -> None:
    span = Span(*sorted((one, other)))
    low, high = span.outward(finest)
    assert low <= span.low <= span.high <= high
    assert Fraction(high) - span.high < max(Fraction(finest), span.high / 99)
    assert low % finest == high % finest == 0
