"""Where the parts of a line chart stand."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.charts import ChartColours
from arcareer.documents.trend_plot import Room, TrendLines, TrendPlot, draw, lay_out, runs, ticks
from tests.core.documents.test_charts import Recorder

ROOM = Room(520, 20, 220)
VALUES = st.none() | st.decimals(-10_000, 10_000, places=1)


def plot_of(lines: TrendLines) -> TrendPlot:
    return lay_out(lines, Recorder(), ROOM)


def lines_of(*values: str | None, **more: object) -> TrendLines:
    amount = max(1, len(values) - 1)
    return TrendLines(
        places=tuple(at / amount for at in range(len(values))),
        values=tuple(None if value is None else Decimal(value) for value in values),
        text=values[-1] or "",
        **more,  # type: ignore[arg-type]
    )


@given(st.lists(VALUES, min_size=1, max_size=40).filter(any), VALUES)
def test_every_value_stands_inside_the_frame_and_in_order(values: list[Decimal | None], goal: Decimal | None) -> None:
    places = tuple(at / max(1, len(values) - 1) for at in range(len(values)))
    plot = plot_of(TrendLines(places=places, values=tuple(values), text="38.4", goal=goal, goal_text="Goal"))
    points = [point for point in plot.points if point]
    assert [point is None for point in plot.points] == [value is None for value in values]
    assert all(plot.left <= x <= plot.right and ROOM.top <= y <= ROOM.bottom for x, y in points)
    assert all(one[0] < two[0] for one, two in pairwise(points))
    assert (plot.goal is None) == (goal is None)
    assert 2 <= len(plot.ticks) <= 7


def test_a_higher_value_stands_higher_and_the_goal_shares_the_axis() -> None:
    plot = plot_of(lines_of("45.2", "38.4", goal=Decimal("38.4"), goal_text="Goal 38.4"))
    first, last = plot.points
    assert first
    assert last
    assert first[1] < last[1]
    assert plot.goal == pytest.approx(last[1])


def test_words_beside_the_lines_never_touch_and_the_last_value_keeps_its_place() -> None:
    earlier = (Decimal(45), Decimal("38.5"))
    lines = lines_of("45", "38.4", goal=Decimal("38.4"), goal_text="Goal", earlier=earlier, earlier_text="Year before")
    plot = plot_of(lines)
    main = next(one for one in plot.side if one.is_main)
    assert plot.points[-1]
    assert main.y == plot.points[-1][1]
    assert len(plot.side) == 3
    assert all(abs(one.y - two.y) >= 14 for at, one in enumerate(plot.side) for two in plot.side[at + 1 :])


def test_a_gap_breaks_the_line_and_a_lone_value_is_a_dot() -> None:
    recorder = Recorder()
    plot = lay_out(lines_of("45", "44", None, "43", None, "40", "39"), recorder, ROOM)
    assert [len(run) for run in runs(plot.points)] == [2, 1, 2]
    draw(recorder, plot, ChartColours())
    assert [len(path) for path in recorder.paths] == [2, 2]


def test_without_any_value_there_is_nothing_to_lay_out() -> None:
    with pytest.raises(ValueError, match="empty"):
        plot_of(lines_of(None, None))


@given(st.decimals(-1_000_000, 1_000_000, places=2), st.decimals(-1_000_000, 1_000_000, places=2))
def test_ticks_hold_all_values_and_are_round(one: Decimal, two: Decimal) -> None:
    low, high = sorted((one, two))
    found = ticks(low, high)
    assert found[0] <= low
    assert high <= found[-1]
    assert all(a < b for a, b in pairwise(found))
