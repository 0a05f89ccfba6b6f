"""The sample year: complete, plausible, always up to date, and never beside real wins."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import EditGroup
from arcareer.domain.checklist import ChecklistClaim, ClaimState
from arcareer.domain.figures import Unit
from arcareer.domain.journal import Win
from arcareer.domain.names import NameMatcher
from arcareer.domain.periods import ALL_TIME, month_of, year_of
from arcareer.errors import UserError
from arcareer.prose.figures import FigureMention, tag
from arcareer.services.checklist import ChecklistService
from arcareer.services.sample import SampleService
from tests.support.builders import Library, a_draft, a_library
from tests.support.clock import FakeClock

CONTENT = ContentLibrary()


def sampler(library: Library) -> SampleService:
    return SampleService(library.journal, library.edits, CONTENT, library.clock)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = a_library(tmp_path_factory.mktemp("sample"))
    sampler(library).fill()
    yield library
    library.close()


@pytest.fixture(scope="module")
def wins(filled: Library) -> tuple[Win, ...]:
    return filled.journal.wins(ALL_TIME)


def test_a_year_of_about_sixty_wins_in_every_theme(wins: tuple[Win, ...]) -> None:
    assert 55 <= len(wins) <= 70
    themes = Counter(win.theme for win in wins)
    assert set(themes) == {theme.id for theme in CONTENT.themes}
    assert min(themes.values()) >= 5
    assert wins[0].happened_on - wins[-1].happened_on > timedelta(days=340)


def test_some_months_are_thin_and_some_wins_lack_a_number(wins: tuple[Win, ...]) -> None:
    months = Counter(month_of(win.happened_on).key for win in wins)
    assert min(months.values()) <= 3 < max(months.values())
    without = [win for win in wins if not win.has_number]
    assert 8 <= len(without) <= len(wins) // 3


def test_wins_carry_what_a_document_can_show(filled: Library, wins: tuple[Win, ...]) -> None:
    assert sum(bool(win.action) for win in wins) > 20
    assert sum(bool(win.evidence) for win in wins) > 5
    assert sum(bool(win.colleagues) for win in wins) > 10
    figures = [figure for win in wins for figure in win.figures]
    assert sum(figure.before is not None for figure in figures) > 12
    assert {figure.unit for figure in figures} >= {Unit.MONEY, Unit.PERCENT, Unit.DAYS, Unit.COUNT}
    assert len({figure.scope for figure in figures}) > 2
    assert sum(bool(figure.source) for figure in figures) > len(figures) / 2
    customers = filled.customers.all()
    assert len({customer.alias for customer in customers}) == len(customers)
    assert any(not customer.alias.startswith("Customer ") for customer in customers)
    assert any(len(customer.spellings) > 1 for customer in customers)
    assert filled.agenda.owner().title


def test_every_number_of_a_figure_stands_in_the_words_of_its_win(wins: tuple[Win, ...]) -> None:
    for win in wins:
        said = {value for mention in tag(win.headline) for value in numbers(mention)}
        for figure in win.figures:
            assert figure.after in said, win.headline
            assert figure.before is None or figure.before in said, win.headline


def numbers(mention: FigureMention) -> set[Decimal]:
    values = {mention.value, mention.before, mention.after, mention.upper} - {None}
    digits = {Decimal(found.replace(",", "")) for found in re.findall(r"\d[\d,]*(?:\.\d+)?", mention.text)}
    return {value for value in values if value is not None} | digits


def test_customers_named_in_a_win_are_linked_to_it(filled: Library, wins: tuple[Win, ...]) -> None:
    matcher: NameMatcher = filled.customers.matcher()
    for win in wins:
        assert {hit.id for hit in matcher.find(win.headline)} <= set(win.customers), win.headline


def test_figures_that_go_on_agree_with_each_other(wins: tuple[Win, ...]) -> None:
    for measure in ("DSO", "average age of open disputes", "auto-match rate", "old unapplied cash"):
        steps = [
            (figure.before, figure.after)
            for win in reversed(wins)
            for figure in win.figures
            if figure.measure == measure and figure.period != "twelve months"
        ]
        assert len(steps) > 1
        assert all(earlier[1] == later[0] for earlier, later in pairwise(steps)), measure
    plan = [figure.after for win in wins for figure in win.figures if "Northfen" in win.headline]
    assert max(plan) == 4 * min(plan)


def test_the_checklist_shows_every_state(filled: Library) -> None:
    checklist = ChecklistService(filled.store, filled.edits, CONTENT.checklist)
    board = checklist.board(year_of(filled.clock.today()))
    assert {line.state for group in board.groups for line in group.lines} == set(ClaimState)


def test_dates_to_come_and_weeks_away_are_there(filled: Library) -> None:
    today = filled.clock.today()
    assert [one.happens_on > today for one in filled.agenda.upcoming()] == [True, True]
    assert len(filled.agenda.away_weeks()) == 2
    weeks = filled.home.glance(today).weeks
    assert not any(week.away and week.wins for week in weeks)
    assert sum(week.wins > 0 for week in weeks) >= 9


def test_a_library_with_wins_is_left_as_it_is(library: Library) -> None:
    library.journal.log_win(a_draft())
    with pytest.raises(UserError, match="never mixed"):
        sampler(library).fill()
    assert len(library.journal.wins(ALL_TIME)) == 1


def test_wins_in_the_trash_are_wins_too(library: Library) -> None:
    edit = library.journal.log_win(a_draft())
    library.journal.move_to_trash([edit.entity_id])
    with pytest.raises(UserError):
        sampler(library).fill()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Callable[[datetime], EditGroup]:
    """Return what tells the sample of a moment in a fresh library."""

    def tell(now: datetime) -> EditGroup:
        folder: Path = tmp_path_factory.mktemp("told")
        library = a_library(folder, clock=FakeClock(now))
        try:
            return sampler(library).fill()
        finally:
            library.close()

    return tell


@settings(max_examples=8)
@given(st.datetimes(datetime(2024, 1, 1), datetime(2032, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001
def test_whatever_the_day_nothing_is_in_the_future_and_the_week_is_not_empty(
    told: Callable[[datetime], EditGroup], now: datetime
) -> None:
    values = [edit.after for edit in told(now).edits]
    wins = [value for value in values if isinstance(value, Win)]
    assert all(win.happened_on <= now.date() and win.logged_at <= now for win in wins)
    assert sum(now.date() - win.happened_on < timedelta(days=7) for win in wins) >= 3
    by_id = {win.id: win for win in wins}
    for claim in (value for value in values if isinstance(value, ChecklistClaim)):
        assert all(win in by_id for win in claim.wins)
