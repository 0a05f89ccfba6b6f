"""One amount in two wins is pointed out once, with its places; equal small numbers never are."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.double_counting import DoubleCount, FigurePlace, Overlap, double_counts
from arcareer.domain.figures import Figure, FigureScope, Unit
from arcareer.domain.identity import named_id
from arcareer.domain.journal import Win
from tests.support.builders import a_figure, a_win

HARLOW, NORTHGATE = named_id("harlow"), named_id("northgate")
START = date(2026, 3, 2)
DSO: dict[str, Any] = {"measure": "DSO", "unit": Unit.DAYS, "currency": "", "scope": FigureScope.PORTFOLIO}


def win(days: int, *figures: Figure, customer: Any = HARLOW, **fields: Any) -> Win:
    customers = () if customer is None else (customer,)
    return a_win(happened_on=START + timedelta(days), figures=figures, customers=customers, **fields)


def small(after: int, before: int | None = None, unit: Unit = Unit.COUNT, measure: str = "errors") -> Figure:
    return a_figure(after, before, unit=unit, measure=measure, currency="")


def only(*wins: Win) -> DoubleCount:
    (found,) = double_counts(wins)
    return found


def test_one_amount_of_one_customer_in_two_wins_is_pointed_out() -> None:
    first, second = win(0, a_figure(48_200)), win(21, small(3), a_figure(48_200))
    assert only(second, first) == DoubleCount(
        overlap=Overlap.SAME_AMOUNT,
        places=(FigurePlace(first.id, 0), FigurePlace(second.id, 1)),
        value=Decimal(48_200),
        unit=Unit.MONEY,
        currency="USD",
    )


def test_three_wins_with_one_amount_are_one_question() -> None:
    found = only(*(win(day, a_figure(48_200)) for day in (0, 60, 120)))
    assert len(found.places) == 3


def test_what_was_agreed_and_what_came_in_may_be_one_amount() -> None:
    assert only(win(0, a_figure(42_000, measure="payment plan")), win(77, a_figure("42000.00"))).value == 42_000


@pytest.mark.parametrize(
    "second",
    [
        win(21, a_figure(48_200), customer=NORTHGATE),
        win(21, a_figure(48_200, currency="EUR")),
        win(21, a_figure(48_201)),
        win(200, a_figure(48_200)),
        win(21, a_figure(48_200), trashed_at=a_win().logged_at),
        win(21, small(48_200, unit=Unit.COUNT)),
        win(21, a_figure(48_200, measure="exposure"), customer=None),
    ],
)
def test_other_customers_currencies_amounts_times_and_things_are_not_the_same(second: Win) -> None:
    assert double_counts([win(0, a_figure(48_200)), second]) == ()


def test_without_a_customer_it_takes_the_same_measure_and_an_amount_that_hardly_comes_twice() -> None:
    first = win(0, a_figure(48_200), customer=None)
    assert only(first, win(21, a_figure(48_200))).overlap is Overlap.SAME_AMOUNT
    assert double_counts([first, win(21, a_figure(48_200, measure="credit limit"), customer=None)]) == ()
    assert double_counts([first, win(60, a_figure(48_200), customer=None)]) == ()
    assert double_counts([win(0, a_figure(5_000), customer=None), win(9, a_figure(5_000), customer=None)]) == ()


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit is not Unit.MONEY])
@pytest.mark.parametrize("value", [1, 5, 12, 30, 100, 365])
def test_equal_small_numbers_are_never_an_alarm(unit: Unit, value: int) -> None:
    same = [win(day, small(value, unit=unit, measure=words)) for day, words in ((0, "late"), (2, "late"), (3, "paid"))]
    assert double_counts(same) == ()


def test_a_round_sum_is_asked_about_only_within_a_month() -> None:
    assert double_counts([win(0, a_figure(5_000)), win(60, a_figure(5_000))]) == ()
    assert only(win(0, a_figure(5_000)), win(20, a_figure(5_000))).value == 5_000
    assert double_counts([win(0, a_figure(25)), win(1, a_figure(25))]) == ()


def test_a_count_that_hardly_comes_twice_is_asked_about() -> None:
    first = win(0, small(1_284, measure="invoices reissued"), customer=None)
    assert only(first, win(9, small(1_284, measure="invoices"), customer=None)).unit is Unit.COUNT
    assert double_counts([first, win(9, small(1_284, measure="calls"), customer=None)]) == ()


def test_parts_of_a_payment_plan_are_not_the_same_money() -> None:
    plan = win(0, a_figure(51_400, measure="payment plan"))
    parts = [win(day, a_figure(12_850)) for day in (14, 28)]
    assert double_counts([plan, *parts]) == ()
    assert only(*parts).overlap is Overlap.SAME_AMOUNT


def test_parts_that_add_up_to_a_later_amount_are_counted_in_it() -> None:
    parts = [win(0, a_figure(10_500)), win(20, a_figure(14_000)), win(40, a_figure(17_500))]
    whole = win(60, a_figure(42_000))
    found = only(*parts, whole)
    assert found.overlap is Overlap.WHOLE_AND_PARTS
    assert [place.win for place in found.places] == [one.id for one in (*parts, whole)]
    assert double_counts([*parts, win(60, a_figure(42_001))]) == ()
    assert double_counts([*parts, win(60, a_figure(42_000), customer=NORTHGATE)]) == ()


def test_the_sum_of_a_quarter_is_in_the_sum_of_its_year() -> None:
    sums: dict[str, Any] = {"measure": "past-due collected", "scope": FigureScope.PORTFOLIO}
    quarter = win(0, a_figure(186_500, period="one quarter", **sums), customer=None)
    year = win(300, a_figure(612_300, period="twelve months", **sums), customer=None)
    assert [place.win for place in only(year, quarter).places] == [quarter.id, year.id]
    others = [
        win(0, a_figure(186_500, **sums), customer=None),
        win(0, a_figure(186_500, period="one quarter", measure="past-due collected"), customer=None),
        win(0, a_figure(186_500, period="one quarter", **sums | {"currency": "EUR"}), customer=None),
        win(0, a_figure(186_500, period="a year", **sums), customer=None),
        win(-70, a_figure(186_500, period="one quarter", **sums), customer=None),
    ]
    for other in others:
        assert double_counts([other, year]) == ()


def test_one_change_in_two_wins_is_claimed_twice() -> None:
    first, second = (win(day, a_figure("36.8", "47.9", **DSO), customer=None) for day in (0, 100))
    found = only(first, second)
    assert (found.overlap, found.value) == (Overlap.SAME_CHANGE, Decimal("11.1"))
    again = win(5, a_figure("36.80", "47.9", **(DSO | {"measure": "Days sales outstanding"})), customer=None)
    assert only(first, again).overlap is Overlap.SAME_CHANGE
    whole_days = [win(day, a_figure(47, 52, **DSO), customer=None) for day in (0, 9)]
    assert only(*whole_days).overlap is Overlap.SAME_CHANGE


def test_the_change_of_a_share_is_one_of_points() -> None:
    rates = [win(day, small(74, 62, Unit.PERCENT, "auto-match rate"), customer=None) for day in (0, 30)]
    found = only(*rates)
    assert (found.value, found.unit) == (Decimal(12), Unit.POINTS)


def test_small_changes_are_the_same_only_for_a_common_customer() -> None:
    assert double_counts([win(0, small(4, 9), customer=None), win(9, small(4, 9), customer=None)]) == ()
    assert only(win(0, small(4, 9)), win(9, small(4, 9))).overlap is Overlap.SAME_CHANGE


def test_a_year_holds_the_quarters_that_lead_to_it() -> None:
    ends = ("49.6", "46.8", "43.9", "41.5")
    steps = [
        win(90 * at, a_figure(after, before, **DSO), customer=None) for at, (before, after) in enumerate(pairwise(ends))
    ]
    year = win(300, a_figure("39.2", "49.6", **DSO), customer=None)
    found = only(year, *steps)
    assert (found.overlap, found.value) == (Overlap.WHOLE_AND_PARTS, Decimal("10.4"))
    assert [place.win for place in found.places] == [one.id for one in (*steps, year)]
    assert double_counts(steps) == ()


def test_a_part_of_a_balance_and_all_of_it_begin_at_the_same_value() -> None:
    part = win(0, a_figure(31_300, 61_300, measure="overdue"))
    rest = win(40, a_figure(0, 61_300, measure="open balance"))
    assert only(part, rest).overlap is Overlap.WHOLE_AND_PARTS
    late_part = win(60, a_figure(31_300, 61_300, measure="overdue"))
    found = only(rest, late_part)
    assert (found.overlap, found.value) == (Overlap.SAME_START, Decimal(61_300))
    assert double_counts([rest, win(60, a_figure(70_000, 61_300, measure="overdue"))]) == ()
    assert double_counts([rest, win(60, a_figure(31_300, 61_300, measure="overdue"), customer=NORTHGATE)]) == ()


def test_an_amount_and_the_change_it_made_are_one() -> None:
    collected, fell = win(0, a_figure(48_200)), win(9, a_figure(13_100, 61_300, measure="overdue"))
    assert only(collected, fell).overlap is Overlap.CHANGE_AND_AMOUNT
    assert double_counts([collected, win(9, a_figure(13_101, 61_300, measure="overdue"))]) == ()


def test_figures_of_one_win_are_never_a_double_count() -> None:
    assert double_counts([win(0, a_figure(48_200), a_figure(48_200), a_figure(13_100, 61_300))]) == ()


FIGURES = st.builds(
    lambda after, before, unit, measure: a_figure(
        after, before, unit=unit, measure=measure, currency="USD" if unit is Unit.MONEY else ""
    ),
    st.sampled_from([0, 4, 9, 5_000, 12_850, 25_700, 48_200, "36.8", "47.9"]),
    st.sampled_from([None, None, 9, 61_300, 48_200, "47.9", "49.6"]),
    st.sampled_from([Unit.MONEY, Unit.MONEY, Unit.DAYS, Unit.COUNT]),
    st.sampled_from(["collected", "DSO", "overdue", ""]),
)
WINS = st.lists(
    st.builds(
        lambda day, figures, customer: win(day, *figures, customer=customer),
        st.integers(0, 400),
        st.lists(FIGURES, max_size=3),
        st.sampled_from([None, HARLOW, NORTHGATE]),
    ),
    max_size=8,
)


@given(WINS, st.randoms())
def test_what_is_found_is_of_several_wins_that_may_share_a_customer_in_any_order(wins: list[Win], chance: Any) -> None:
    found = double_counts(wins)
    shuffled = list(wins)
    chance.shuffle(shuffled)
    assert double_counts(shuffled) == found
    by_id = {one.id: one for one in wins}
    named = set()
    for double in found:
        told = [by_id[place.win] for place in double.places]
        figures = [by_id[place.win].figures[place.figure] for place in double.places]
        assert len({one.id for one in told}) > 1
        assert len(set(double.places)) == len(double.places)
        assert {(figure.unit, figure.currency) for figure in figures} == {(double.unit, double.currency)}
        assert double.value > 0
        assert double.places not in named
        named.add(double.places)


@given(WINS)
def test_wins_that_are_far_apart_in_time_are_never_the_same(wins: list[Win]) -> None:
    apart = [
        a_win(happened_on=START + timedelta(401 * at), figures=one.figures, customers=one.customers)
        for at, one in enumerate(wins)
    ]
    assert double_counts(apart) == ()
