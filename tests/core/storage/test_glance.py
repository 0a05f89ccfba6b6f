"""Lists and counts agree with what a plain loop over all wins would say, and use the indexes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.agenda import AwayWeek, Occasion, OccasionKind, away_week_id
from arcareer.domain.figures import figure_text
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from arcareer.domain.periods import Period
from arcareer.domain.win_lists import WinOrder, WinQuery, WinSummary
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.search import counting, selection_of
from tests.support.builders import Library, a_customer, a_figure, a_library, a_win

LAST = date(2026, 10, 16)
NOW = datetime(2026, 10, 16, 16, 20, tzinfo=UTC)
THEMES = ("cash", "risk", "")
COMPETENCIES = ("forecasting", "erp_tools")
CUSTOMERS = tuple(a_customer(name, alias=f"Customer {name}") for name in ("Harlow", "Castell"))


def some_wins() -> Iterator[Win]:
    for number in range(240):
        yield a_win(
            f"Win {number} about {'disputes' if number % 5 else 'nothing'}",
            happened_on=LAST - timedelta(days=number // 3),
            logged_at=NOW - timedelta(minutes=number),
            theme=THEMES[number % 3],
            competencies=COMPETENCIES[: number % 4],
            customers=(CUSTOMERS[number % 4].id,) if number % 4 < 2 else (),
            figures=(a_figure(number + 1), a_figure(7, measure="DSO"))[: number % 3],
            trashed_at=NOW if number % 11 == 0 else None,
        )


WINS = tuple(some_wins())


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of 240 wins that no test changes."""
    library = a_library(tmp_path_factory.mktemp("glance"))
    with library.store.write() as unit:
        unit.customers.put_all(CUSTOMERS)
        unit.commit()
    library.add(*WINS)
    yield library
    library.close()


def summary_of(win: Win) -> WinSummary:
    return WinSummary(
        id=win.id,
        headline=win.headline,
        happened_on=win.happened_on,
        theme=win.theme,
        figures=tuple(figure_text(figure) for figure in win.figures),
        has_number=win.has_number,
        trashed_at=win.trashed_at,
    )


def expected(query: WinQuery) -> list[WinSummary]:
    return [
        summary_of(win)
        for win in sorted(WINS, key=lambda win: (win.happened_on, win.logged_at), reverse=True)
        if win.in_trash == query.trashed
        and all(word in win.headline for word in query.text.split())
        and (query.period is None or win.happened_on in query.period)
        and (query.theme is None or win.theme == query.theme)
        and (query.competency is None or query.competency in win.competencies)
        and (query.customer is None or query.customer in win.customers)
        and (query.has_number is None or win.has_number == query.has_number)
    ]


periods = st.builds(
    lambda back, days: Period(LAST - timedelta(days=back), LAST - timedelta(days=back) + timedelta(days=days)),
    st.integers(0, 90),
    st.integers(0, 40),
)
queries = st.builds(
    WinQuery,
    text=st.sampled_from(["", "disputes", "about nothing", "zebra"]),
    period=st.none() | periods,
    theme=st.none() | st.sampled_from([*THEMES, "unknown"]),
    competency=st.none() | st.sampled_from([*COMPETENCIES, "unknown"]),
    customer=st.none() | st.sampled_from([*(customer.id for customer in CUSTOMERS), UUID(int=0)]),
    has_number=st.none() | st.booleans(),
    trashed=st.booleans(),
)


@given(query=queries, limit=st.integers(1, 300), offset=st.integers(0, 60))
def test_lists_and_counts_are_those_of_a_plain_loop(shelf: Library, query: WinQuery, limit: int, offset: int) -> None:
    wanted = expected(query)
    assert list(shelf.store.glance.find(query, limit, offset)) == wanted[offset : offset + limit]
    assert shelf.store.glance.count(query) == len(wanted)


def test_best_match_without_words_is_newest_first(shelf: Library) -> None:
    query = WinQuery(order=WinOrder.BEST_MATCH)
    assert list(shelf.store.glance.find(query, 300)) == expected(query)


def test_summaries_come_in_the_order_asked_for(shelf: Library) -> None:
    wanted = WINS[::-2]
    found = shelf.store.glance.summaries([new_id(), *(win.id for win in wanted)])
    assert found == tuple(summary_of(win) for win in wanted)
    assert shelf.store.glance.summaries([]) == ()


def test_days_and_themes_are_counted_without_the_trash(shelf: Library) -> None:
    period = Period(LAST - timedelta(days=9), LAST)
    living = [win for win in WINS if win.happened_on in period and not win.in_trash]
    by_day = dict(shelf.store.glance.wins_by_day(period))
    assert by_day == {day: sum(win.happened_on == day for win in living) for day in by_day}
    assert sum(by_day.values()) == len(living)
    by_theme = shelf.store.glance.wins_by_theme(period)
    assert dict(by_theme) == {theme: sum(win.theme == theme for win in living) for theme in ("cash", "risk")}
    assert [wins for _, wins in by_theme] == sorted((wins for _, wins in by_theme), reverse=True)


def test_occasions_and_weeks_away(library: Library) -> None:
    review = Occasion(id=new_id(), kind=OccasionKind.REVIEW, title="Year", happens_on=date(2026, 12, 10))
    interview = Occasion(id=new_id(), kind=OccasionKind.INTERVIEW, title="", happens_on=LAST)
    monday = date(2026, 8, 3)
    with library.store.write() as unit:
        unit.occasions.put_all([review, interview])
        unit.away_weeks.put(AwayWeek(id=away_week_id(monday), monday=monday))
        unit.commit()
    assert library.store.glance.occasions(LAST) == (interview, review)
    assert library.store.glance.occasions(LAST + timedelta(days=1)) == (review,)
    assert library.store.glance.away_mondays() == {monday}


@pytest.mark.parametrize(
    "query",
    [
        WinQuery(),
        WinQuery(trashed=True),
        WinQuery(period=Period(date(2026, 1, 1), LAST)),
        WinQuery(theme="cash"),
        WinQuery(has_number=False),
        WinQuery(theme="cash", has_number=True),
        WinQuery(text="disp"),
        WinQuery(text="disp", theme="cash"),
        WinQuery(competency="forecasting"),
    ],
)
def test_newest_wins_are_read_in_order_not_sorted(shelf: Library, query: WinQuery) -> None:
    found = selection_of(query)
    sql = f"EXPLAIN QUERY PLAN SELECT w.id {found.body} ORDER BY {found.order} LIMIT 500"
    plan = [step for *_, step in shelf.store.connection.execute(sql, found.parameters)]
    assert not any("TEMP B-TREE" in step for step in plan), plan
    assert not any(step == "SCAN w" for step in plan), plan


@pytest.mark.parametrize("query", [WinQuery(), WinQuery(theme="cash"), WinQuery(has_number=False), WinQuery(text="di")])
def test_counting_reads_an_index_alone(shelf: Library, query: WinQuery) -> None:
    found = counting(query)
    plan = [
        step
        for *_, step in shelf.store.connection.execute(
            f"EXPLAIN QUERY PLAN SELECT count(*) {found.body}", found.parameters
        )
    ]
    assert all("COVERING INDEX" in step or "VIRTUAL TABLE" in step for step in plan), plan


def test_unreadable_file_is_a_problem(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    library.store.connection.close()
    with pytest.raises(LibraryProblem) as told:
        library.journal.find(WinQuery())
    assert told.value.kind is ProblemKind.UNREADABLE
