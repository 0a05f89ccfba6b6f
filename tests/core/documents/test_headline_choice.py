"""The figures at the top are single ones the user entered, honestly labelled."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.disclosure import Disclosure
from arcareer.documents.headline_choice import MOST, choose_headline_figures
from arcareer.domain.documents import DisclosureLevel
from arcareer.domain.figures import Basis, Figure, FigureScope, Unit, value_text
from arcareer.domain.journal import Win
from tests.support.builders import a_figure, a_win
from tests.support.sheets import CUSTOMERS
from tests.support.values import figures as any_figures

SHOW = Disclosure.of(DisclosureLevel.INTERNAL, CUSTOMERS)


def days(after: int | str, before: int | str | None = None, measure: str = "DSO", **fields: object) -> Figure:
    return a_figure(after, before, measure=measure, unit=Unit.DAYS, currency="", **fields)


def chosen(*wins: Win) -> list[tuple[str, str, str]]:
    newest_first = sorted(wins, key=lambda win: win.happened_on, reverse=True)
    return [
        (str(one.label), str(one.value), " / ".join(map(str, one.notes)))
        for one in choose_headline_figures(newest_first, SHOW)
    ]


def test_changes_come_first_then_amounts_shares_and_counts() -> None:
    win = a_win(
        figures=(
            a_figure(312, measure="disputes closed", unit=Unit.COUNT, currency=""),
            a_figure(15, measure="fall in overdue invoices", unit=Unit.PERCENT, currency=""),
            a_figure(48_200),
            days(12, 21),
        )
    )
    assert chosen(win) == [
        ("DSO", "12 days", "down 9 days from 21 / October 2026"),
        ("Collected", "$48,200", "October 2026"),
        ("Fall in overdue invoices", "15%", "October 2026"),
        ("Disputes closed", "312", "October 2026"),
    ]


def test_amounts_are_never_added_up_and_the_largest_of_a_measure_is_shown() -> None:
    wins = [a_win(figures=(a_figure(amount),)) for amount in (100, 900, 300)]
    assert chosen(*wins) == [("Collected", "$900", "October 2026")]


def test_the_most_used_currency_comes_first_whatever_the_size() -> None:
    euros = a_figure(1_000_000, measure="protected", currency="JPY")
    wins = [a_win(figures=(euros, a_figure(500), a_figure(400, measure="recovered")))]
    assert [value for _, value, _ in chosen(*wins)] == ["$500", "$400", "¥1,000,000"]


def test_changes_that_follow_on_from_each_other_are_one() -> None:
    first = a_win(happened_on=date(2026, 8, 1), figures=(days("44.1", "47.9"),))
    second = a_win(happened_on=date(2026, 11, 1), figures=(days("36.8", "44.1", basis=Basis.ESTIMATED),))
    assert chosen(first, second) == [
        ("DSO", "36.8 days", "down 11.1 days from 47.9 / August to November 2026 / estimated")
    ]


def test_changes_with_a_gap_between_them_stay_apart() -> None:
    first = a_win(happened_on=date(2026, 8, 1), figures=(days(45, 48),))
    second = a_win(happened_on=date(2026, 11, 1), figures=(days(36, 40),))
    assert chosen(first, second) == [("DSO", "36 days", "down 4 days from 40 / November 2026")]


def test_own_measured_results_come_before_those_of_a_team_or_estimates() -> None:
    win = a_win(
        figures=(
            a_figure(90, 10, measure="match rate", unit=Unit.PERCENT, currency="", basis=Basis.ESTIMATED),
            a_figure(80, 20, measure="kept promises", unit=Unit.PERCENT, currency="", scope=FigureScope.TEAM),
            a_figure(30, 22, measure="replies", unit=Unit.PERCENT, currency=""),
        )
    )
    assert [(label, notes) for label, _, notes in chosen(win)] == [
        ("Replies", "up 8 points from 22% / October 2026"),
        ("Kept promises", "up 60 points from 20% / October 2026 / team result"),
        ("Match rate", "up 80 points from 10% / October 2026 / estimated"),
    ]


def test_a_time_that_grew_is_the_last_of_the_changes() -> None:
    win = a_win(figures=(days(51, 38), a_figure(35, 22, measure="replies", unit=Unit.PERCENT, currency="")))
    assert [label for label, _, _ in chosen(win)] == ["Replies", "DSO"]


def test_a_bound_goes_with_its_value_and_the_users_period_is_kept() -> None:
    win = a_win(figures=(a_figure(50_000, measure="or more recovered", period="Q2"),))
    assert chosen(win) == [("Recovered", "$50,000 or more", "Q2")]


def test_a_measure_that_says_nothing_by_itself_is_left_to_its_win() -> None:
    figures = [a_figure(11, measure=name, unit=Unit.COUNT, currency="") for name in ("", "of 12 months", "off DSO")]
    assert chosen(a_win(figures=tuple(figures))) == []


@given(st.lists(st.lists(any_figures, max_size=5), max_size=5))
def test_every_value_shown_is_one_the_user_entered(found: list[list[Figure]]) -> None:
    wins = [a_win(figures=tuple(figures)) for figures in found]
    entered = {value_text(one.after, one.unit, one.currency) for win in wins for one in win.figures}
    shown = choose_headline_figures(wins, SHOW)
    assert len(shown) <= MOST
    assert all(str(one.value).removesuffix(" or more").removesuffix(" or less") in entered for one in shown)
