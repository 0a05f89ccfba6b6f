"""Months as the user keeps them, and the board that is made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arcareer.domain.figures import FigureScope
from arcareer.domain.history import Month
from arcareer.domain.kpi_periods import Tie
from arcareer.domain.kpis import Flag, Reason
from arcareer.domain.metric_board import TileVerdict
from arcareer.domain.metric_kinds import KINDS
from arcareer.domain.metric_months import Book, DisputeCause, Origin, Part, PartValue, empty_month, with_parts
from arcareer.errors import FieldProblem
from arcareer.services.metrics import MetricsBoard
from tests.support.builders import Library, a_win

BOOK = Book(FigureScope.PORTFOLIO, "USD")
TEAM = Book(FigureScope.TEAM, "USD")
YEAR = [Month(2025, number) for number in range(9, 13)] + [Month(2026, number) for number in range(1, 10)]


def put(library: Library, month: Month, book: Book = BOOK, **parts: int | str) -> None:
    values = (PartValue(Part(name), Decimal(value)) for name, value in parts.items())
    library.metrics.put_month(with_parts(empty_month(book, month), *values))


def a_year(library: Library) -> MetricsBoard:
    """Put thirteen months that tie, with DSO going from 60 to 48 days, and return the board."""
    beginning = 2000
    for place, month in enumerate(YEAR):
        sales, ending = 1000 * month.days // 30, 2000 - place * 33
        put(
            library,
            month,
            beginning_ar=beginning,
            credit_sales=sales,
            collections=beginning + sales - ending,
            credit_memos=0,
            write_offs=0,
            ending_ar=ending,
            current=ending * (70 + place) // 100,
        )
        beginning = ending
    return library.metrics.board(BOOK)


def tile(board: MetricsBoard, metric: str) -> tuple[Decimal | None, TileVerdict]:
    found = next(one for one in (*board.tiles, *board.others) if one.kind.id == metric)
    return found.reading.value, found.verdict


def test_an_empty_book_has_an_empty_board(library: Library) -> None:
    board = library.metrics.board(BOOK)
    assert (board.tiles, board.months, board.aging, board.improvements) == ((), (), (), ())
    assert library.metrics.books() == ()


def test_months_of_two_books_never_meet(library: Library) -> None:
    put(library, Month(2026, 8), credit_sales=900, ending_ar=1000)
    put(library, Month(2026, 8), TEAM, credit_sales=9000, ending_ar=1000)
    assert [month.value(Part.CREDIT_SALES) for month in library.metrics.months(BOOK)] == [Decimal(900)]
    assert set(library.metrics.books()) == {BOOK, TEAM}


def test_a_month_that_does_not_add_up_has_no_dso_and_says_by_how_much(library: Library) -> None:
    parts = {"beginning_ar": 100, "credit_sales": 50, "collections": 40, "credit_memos": 0, "write_offs": 0}
    put(library, Month(2026, 8), BOOK, **parts, ending_ar=120)
    reading = library.metrics.series("dso", BOOK)[0]
    assert (reading.reason, reading.tie, reading.difference) == (Reason.DOES_NOT_TIE, Tie.DOES_NOT_TIE, Decimal(10))


def test_an_unknown_part_leaves_the_month_not_tied(library: Library) -> None:
    put(library, Month(2026, 8), credit_sales=620, ending_ar=1000)
    reading = library.metrics.series("dso", BOOK)[0]
    assert (reading.value, reading.flag) == (Decimal(50), Flag.NOT_TIED)


def test_the_beginning_is_the_end_of_the_month_before(library: Library) -> None:
    put(library, Month(2026, 7), ending_ar=100)
    put(library, Month(2026, 8), credit_sales=50, ending_ar=90, current=60)
    put(library, Month(2026, 9), credit_sales=50, ending_ar=90, current=60)
    cei = library.metrics.series("cei", BOOK)
    assert [reading.value for reading in cei] == [None, Decimal(6000) / 90, Decimal(5000) / 80]
    assert cei[1].inputs[0].source == "ending balance of the month before"


def test_tiles_tell_better_from_worse_and_compare_with_the_year_before(library: Library) -> None:
    board = a_year(library)
    dso = next(one for one in board.tiles if one.kind.id == "dso")
    assert (board.since, board.until) == (Month(2025, 10), Month(2026, 9))
    assert tile(board, "dso")[1] is TileVerdict.BETTER
    assert tile(board, "past_due")[1] is TileVerdict.BETTER
    assert dso.year_ago is not None
    assert (dso.year_ago.month, dso.year_ago.value) == (Month(2025, 9), Decimal(60))
    assert tile(board, "bad_debt") == (Decimal(0), TileVerdict.SAME)
    assert tile(board, "disputes") == (None, TileVerdict.UNKNOWN)


def test_a_goal_is_met_on_the_better_side(library: Library) -> None:
    a_year(library)
    library.metrics.set_goal("dso", BOOK, Decimal(50))
    library.metrics.set_goal("cei", BOOK, Decimal(99))
    met = {one.kind.id: one.goal_is_met for one in library.metrics.board(BOOK).tiles}
    assert (met["dso"], met["cei"], met["past_due"]) == (True, False, None)
    library.metrics.set_goal("dso", BOOK, None)
    assert library.metrics.board(BOOK).tiles[0].goal is None


def test_another_variant_changes_before_and_after_alike(library: Library) -> None:
    a_year(library)
    library.metrics.set_variant("dso", "dso_countback")
    dso = library.metrics.board(BOOK).tiles[0]
    assert {point.measured.variant for point in dso.points} == {"count-back"}
    assert dso.change is not None
    assert dso.change.mismatch is None
    with pytest.raises(ValueError, match="cei"):
        library.metrics.set_variant("dso", "cei")


def test_a_three_month_variant_needs_three_months_in_a_row(library: Library) -> None:
    for number in (5, 7, 8, 9):
        put(library, Month(2026, number), credit_sales=100, ending_ar=90)
    library.metrics.set_variant("dso", "dso_quarterly")
    values = [reading.value for reading in library.metrics.series("dso", BOOK)]
    assert values == [None, None, None, Decimal(27)]


def test_an_improvement_becomes_a_win_with_its_figures_and_is_offered_once(library: Library) -> None:
    board = a_year(library)
    found = next(one for one in board.improvements if one.kind.id == "dso")
    assert found.is_season_safe
    now = tile(board, "dso")[0]
    assert now is not None
    sales = sum(1000 * month.days // 30 for month in YEAR[1:])
    assert found.cash_released == (Decimal(60) - now) * sales / 365
    draft = library.metrics.draft_win(found, FigureScope.TEAM, "Second chase by phone")
    (figure,) = draft.figures
    assert draft.headline == "Second chase by phone: DSO 60 to 48.1 days"
    assert (figure.period, figure.scope, figure.source) == (
        "September 2025 to September 2026",
        FigureScope.TEAM,
        "figures entered by hand",
    )
    assert draft.happened_on == date(2026, 9, 30)
    library.metrics.settle(found)
    assert "dso" not in {one.kind.id for one in library.metrics.board(BOOK).improvements}


def test_a_win_without_words_of_the_user_says_only_the_figure(library: Library) -> None:
    found = next(one for one in a_year(library).improvements if one.kind.id == "dso")
    draft = library.metrics.draft_win(found, FigureScope.MINE)
    assert (draft.headline, draft.action) == ("DSO 60 to 48.1 days", "")


def test_write_offs_stand_beside_a_falling_share(library: Library) -> None:
    put(library, Month(2026, 8), ending_ar=100, current=60)
    put(library, Month(2026, 9), ending_ar=100, current=90, write_offs=20)
    (found,) = library.metrics.board(BOOK).improvements
    assert "Write-offs" in found.beside[0]


def test_notes_causes_and_wins_stand_along_the_way(library: Library) -> None:
    put(library, Month(2026, 9), disputes_closed=4)
    month = library.metrics.month(BOOK, Month(2026, 9))
    library.metrics.put_month(replace(month, causes=(DisputeCause("Price", 3), DisputeCause("PO", 5))))
    library.metrics.save_note(BOOK, Month(2026, 9), "dso", "Called the ten oldest")
    library.add(a_win("In time", happened_on=date(2026, 9, 2)), a_win("Too late", happened_on=date(2026, 10, 2)))
    board = library.metrics.board(BOOK)
    assert [cause.cause for cause in board.causes] == ["PO", "Price"]
    assert board.disputes_closed == 4
    assert [win.headline for win in board.wins] == ["In time"]
    assert board.months[0].note("dso") == "Called the ten oldest"


def test_an_emptied_month_is_gone(library: Library) -> None:
    put(library, Month(2026, 9), ending_ar=1)
    library.metrics.put_month(empty_month(BOOK, Month(2026, 9)))
    assert library.metrics.months(BOOK) == ()


@pytest.mark.parametrize(
    ("month", "parts"), [(Month(2026, 11), {"ending_ar": 1}), (Month(2026, 9), {"disputes_opened": -1})]
)
def test_a_month_to_come_and_a_count_below_zero_are_refused(
    library: Library, month: Month, parts: dict[str, int]
) -> None:
    with pytest.raises(FieldProblem):
        put(library, month, BOOK, **parts)
    assert library.metrics.months(BOOK) == ()


DOWN = "Month\tCredit sales\tClosing AR\tNew disputes\tColour\nSep 2026\t$1,200.50\t(3.00)\t4\tred\nTotal\t9\t9\t9\t\n"
ACROSS = "\t2026-08\t2026-09\nCredit sales\t1.200,50\t1.300,75\nOpen AR\t900,00\t800,00\n"


def test_a_pasted_table_is_read_and_every_row_accounted_for(library: Library) -> None:
    pasted = library.metrics.read_paste(DOWN, BOOK, "month-end sheet")
    (month,) = pasted.months
    assert (month.value(Part.CREDIT_SALES), month.value(Part.ENDING_AR)) == (Decimal("1200.50"), Decimal("-3.00"))
    assert [column.part for column in pasted.columns][-1] is None
    assert [line.text for line in pasted.left_out] == ["Total | 9 | 9 | 9 | "]
    assert library.metrics.months(BOOK) == ()
    library.metrics.take_paste(pasted)
    (kept,) = library.metrics.months(BOOK)
    assert kept.part(Part.CREDIT_SALES) == PartValue(
        Part.CREDIT_SALES, Decimal("1200.50"), "month-end sheet", Origin.PASTED
    )


def test_months_across_the_top_are_read_too_and_merged_with_what_is_known(library: Library) -> None:
    put(library, Month(2026, 8), collections=77, credit_sales=1)
    pasted = library.metrics.read_paste(ACROSS, BOOK)
    assert pasted.replaces == 1
    library.metrics.take_paste(pasted)
    august, september = library.metrics.months(BOOK)
    assert (august.value(Part.COLLECTIONS), august.value(Part.CREDIT_SALES)) == (Decimal(77), Decimal("1200.50"))
    assert september.value(Part.ENDING_AR) == Decimal("800.00")


def test_every_metric_can_be_copied_as_a_table(library: Library) -> None:
    lines = library.metrics.export_table(a_year(library)).splitlines()
    assert len(lines) == 13
    assert len(lines[0].split("\t")) == len(KINDS) + 1
    assert lines[-1].startswith("2026-09\t48.1\t")


def test_benchmarks_name_their_source_and_time(library: Library) -> None:
    found = [one for kind in KINDS for one in library.metrics.benchmarks(kind.id)]
    assert len(found) > 15
    assert all(one.source and one.when and one.population and one.low <= one.high for one in found)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_values_live_agree_with_the_series_once_kept(library: Library, data: st.DataObject) -> None:
    parts = data.draw(
        st.dictionaries(st.sampled_from([Part.CREDIT_SALES, Part.ENDING_AR, Part.CURRENT]), st.integers(0, 99))
    )
    month = with_parts(
        empty_month(BOOK, Month(2026, 9)), *(PartValue(part, Decimal(value)) for part, value in parts.items())
    )
    live = library.metrics.live(month)
    library.metrics.put_month(month)
    if not month.is_empty:
        for reading in live:
            (kept,) = library.metrics.series(reading.kind.id, BOOK, span=1, until=Month(2026, 9))
            assert (kept.value, kept.reason) == (reading.value, reading.reason)
