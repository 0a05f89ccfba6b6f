"""The receivables of the sample: they tie, they agree with its wins, and they end with the last whole month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from arcareer.content.library import ContentLibrary
from arcareer.domain.figures import FigureScope
from arcareer.domain.history import Month
from arcareer.domain.journal import Win
from arcareer.domain.kpi_periods import Tie
from arcareer.domain.metric_months import Book
from arcareer.domain.periods import ALL_TIME
from arcareer.services.sample import SampleService
from tests.support.builders import Library, a_library
from tests.support.clock import FakeClock

BOOK = Book(FigureScope.PORTFOLIO, "USD")


@pytest.fixture(scope="module", params=[datetime(2026, 10, 16, 9, tzinfo=UTC), datetime(2028, 3, 1, 9, tzinfo=UTC)])
def filled(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Library]:
    library = a_library(tmp_path_factory.mktemp("sample"), clock=FakeClock(request.param))
    SampleService(library.journal, library.edits, ContentLibrary(), library.clock).fill()
    yield library
    library.close()


def figures(library: Library, measure: str) -> list[tuple[Decimal | None, Decimal]]:
    found: list[Win] = list(reversed(library.journal.wins(ALL_TIME)))
    return [(one.before, one.after) for win in found for one in win.figures if one.measure == measure]


def test_a_year_and_a_month_that_all_tie_and_end_with_the_last_whole_one(filled: Library) -> None:
    readings = filled.metrics.series("dso", BOOK, span=13)
    assert len(readings) == 13
    assert {reading.tie for reading in readings} == {Tie.TIES}
    assert readings[-1].month.following == Month.of(filled.clock.today())


def test_dso_and_the_old_share_are_those_of_the_wins(filled: Library) -> None:
    dso = [reading.value for reading in filled.metrics.series("dso", BOOK, span=13)]
    old = [reading.value for reading in filled.metrics.series("over_90", BOOK, span=13)]
    told = figures(filled, "DSO")[-1]
    assert (round(dso[0] or 0, 1), round(dso[-1] or 0, 1)) == told
    assert (round(old[0] or 0, 1), round(old[-1] or 0, 1)) == figures(filled, "share over 90 days")[-1]


def test_the_forecast_is_a_proof_with_the_error_of_the_win(filled: Library) -> None:
    (plan,) = filled.forecasts.plans()
    verdict = filled.forecasts.verdict(plan)
    assert verdict.is_proof
    assert (round(verdict.from_wape or 0, 1), round(verdict.to_wape or 0, 1)) == figures(filled, "forecast error")[0]


def test_lists_decisions_and_risks_have_something_to_show(filled: Library) -> None:
    (ledger,) = filled.ledgers.ledgers()
    assert len(filled.ledger_wins.candidates(ledger)) >= 4
    assert len(filled.decisions.due(filled.clock.today())) <= 1
    assert [one.score.score is None for one in filled.risks.ranked()] == [False, False, False]
    board = filled.decisions.board()
    assert len(board.placed) >= 2
    assert filled.metrics.board(BOOK).improvements != ()


def test_customers_of_the_lists_are_known_by_name(filled: Library) -> None:
    known = {customer.name for customer in filled.customers.all()}
    for head in filled.ledgers.snapshots():
        assert {item.customer_name for item in filled.ledgers.items(head.id)} <= known
