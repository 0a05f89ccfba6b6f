"""Charts show the figures as entered, inside their frame, on every surface alike."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from arcareer.documents.canvas import Anchor, Canvas, Point, Weight
from arcareer.documents.canvas_png import SCALE, PngCanvas
from arcareer.documents.canvas_svg import SvgCanvas
from arcareer.documents.chart_choice import choose_charts
from arcareer.documents.chart_values import BarChart, Chart, ColumnChart, Mark, PairChart, TrendChart
from arcareer.documents.charts import PAPER, chart_height, paint
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.fonts import FontShelf
from arcareer.domain.documents import DisclosureLevel
from arcareer.domain.figures import Figure, FigureScope, Unit
from arcareer.domain.journal import Win
from tests.support.builders import a_figure, a_win
from tests.support.sheets import CUSTOMERS, THEMES
from tests.support.values import figures as any_figures

WIDTH = 320.0


@dataclass
class Recorder:
    """A canvas that remembers; letters are as wide as half their size."""

    words: list[tuple[float, float, str]] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    paths: list[list[Point]] = field(default_factory=list)
    missing: str = ""

    def line(self, start: Point, end: Point, *, colour: str, width: float) -> None:
        self.boxes.append((min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])))

    def polyline(self, points: Sequence[Point], *, colour: str, width: float) -> None:
        self.paths.append(list(points))

    def rect(self, x: float, y: float, width: float, height: float, *, colour: str) -> None:
        self.boxes.append((x, y, x + width, y + height))

    def circle(self, centre: Point, radius: float, *, colour: str, rim: str) -> None:
        self.boxes.append((centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius))

    def text(self, x: float, y: float, words: str, *, size: float, colour: str, weight: Weight, anchor: Anchor) -> None:
        wide = self.text_width(words, size=size, weight=weight)
        start = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
        self.words.append((start, y, words))
        self.boxes.append((start, y - size * 0.7, start + wide, y))

    def text_width(self, words: str, *, size: float, weight: Weight) -> float:
        return len(words) * size * 0.5

    def drawable(self, words: str) -> str:
        return "".join(char for char in words if char not in self.missing)


def drawn(chart: Chart, missing: str = "") -> Recorder:
    recorder = Recorder(missing=missing)
    canvas: Canvas = recorder
    paint(canvas, chart, WIDTH, chart_height(chart))
    return recorder


def chosen(*wins: Win) -> tuple[Chart, ...]:
    newest_first = sorted(wins, key=lambda win: win.happened_on, reverse=True)
    return choose_charts(newest_first, Disclosure.of(DisclosureLevel.HR_FILE, CUSTOMERS), THEMES)


def days(after: int | str, before: int | str | None = None, **fields: object) -> Figure:
    return a_figure(after, before, **({"measure": "DSO", "unit": Unit.DAYS, "currency": ""} | fields))


def dso_year() -> list[Win]:
    return [
        a_win(happened_on=date(2026, 8, 31), figures=(days("44.1", "47.9"),)),
        a_win(happened_on=date(2026, 10, 31), figures=(days("40.2"),)),
        a_win(happened_on=date(2026, 11, 30), figures=(days("36.8", "40.2"),)),
    ]


def test_three_dated_values_of_a_measure_make_a_trend() -> None:
    (trend,) = chosen(*dso_year())[:1]
    assert isinstance(trend, TrendChart)
    assert trend.title == "DSO: 47.9 days to 36.8 days"
    assert [(mark.label, mark.text) for mark in trend.marks] == [
        ("Before", "47.9 days"),
        ("31 Aug 2026", "44.1 days"),
        ("31 Oct 2026", "40.2 days"),
        ("30 Nov 2026", "36.8 days"),
    ]


def test_one_change_is_drawn_before_and_after_with_its_caution() -> None:
    (chart,) = chosen(a_win(figures=(days(12, 21, measure="dispute age", scope=FigureScope.TEAM),)))
    assert isinstance(chart, PairChart)
    assert [(pair.label, pair.before_text, pair.after_text) for pair in chart.pairs] == [
        ("Dispute age (team result)", "21 days", "12 days")
    ]


def test_changes_of_different_units_never_share_an_axis() -> None:
    percent = a_figure(89, 71, measure="match rate", unit=Unit.PERCENT, currency="")
    (chart,) = chosen(a_win(figures=(days(12, 21), percent)), a_win(figures=(days(5, 9, measure="answers"),)))
    assert isinstance(chart, PairChart)
    assert {pair.after_text for pair in chart.pairs} == {"12 days", "5 days"}


def test_amounts_of_the_most_used_currency_stand_side_by_side_and_are_not_added() -> None:
    wins = [a_win(figures=(a_figure(amount),)) for amount in (100, 900, 300)]
    euro = a_win(figures=(a_figure(5_000, currency="EUR"),))
    team = a_win(figures=(a_figure(8_000, scope=FigureScope.TEAM),))
    (chart,) = chosen(*wins, euro, team)
    assert isinstance(chart, BarChart)
    assert [mark.text for mark in chart.marks] == ["$900", "$300", "$100"]


def test_names_in_measures_are_hidden() -> None:
    wins = [a_win(figures=(a_figure(amount, measure="paid by Harlow"),)) for amount in (100, 900)]
    (chart,) = chosen(*wins)
    assert "Harlow" not in chart.description
    assert "Paid by Customer A" in chart.description


def test_without_figures_the_months_are_counted_and_empty_ones_shown() -> None:
    wins = [a_win(happened_on=date(2026, month, 3)) for month in (7, 7, 8, 10)]
    (chart,) = chosen(*wins)
    assert isinstance(chart, ColumnChart)
    assert [(mark.label, mark.text) for mark in chart.marks] == [("Jul", "2"), ("Aug", "1"), ("Sep", "0"), ("Oct", "1")]


def test_without_figures_and_months_the_themes_are_counted() -> None:
    (chart,) = chosen(a_win(theme="cash"), a_win(theme="cash"), a_win(theme="process"), a_win(theme="gone"))
    assert [(mark.label, mark.text) for mark in chart.marks] == [("Cash in", "2"), ("Process", "1")]  # type: ignore[union-attr]


def test_nothing_is_drawn_where_nothing_can_be_compared() -> None:
    assert chosen(a_win(figures=(a_figure(),))) == ()


@given(
    st.lists(st.tuples(st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.lists(any_figures, max_size=4)), max_size=5)
)
def test_any_figures_can_be_drawn_inside_the_frame(found: list[tuple[date, list[Figure]]]) -> None:
    for chart in chosen(*(a_win(happened_on=day, figures=tuple(figures)) for day, figures in found)):
        recorder = drawn(chart)
        height = chart_height(chart)
        assert all(left >= -1 and right <= WIDTH + 1 for left, _, right, _ in recorder.boxes)
        assert all(top >= -1 and bottom <= height + 1 for _, top, _, bottom in recorder.boxes)


def test_the_description_holds_every_label_and_value() -> None:
    for chart in (*chosen(*dso_year()), *chosen(a_win(theme="cash"), a_win(theme="process"))):
        marks = () if isinstance(chart, PairChart) else chart.marks
        assert all(f"{mark.label}: {mark.text}" in chart.description for mark in marks)
        assert chart.title in chart.description


def test_a_trend_is_a_line_over_time_without_an_area_and_labels_its_ends() -> None:
    recorder = drawn(chosen(*dso_year())[0])
    (line,) = recorder.paths
    steps = [right[0] - left[0] for left, right in pairwise(line)]
    assert steps[1] == pytest.approx(2 * steps[2], rel=0.05)
    shown = [words for _, _, words in recorder.words]
    assert shown.count("47.9 days") == 1
    assert shown.count("36.8 days") == 1
    assert "30 Nov 2026" in shown


def test_labels_below_never_touch() -> None:
    wins = [a_win(happened_on=date(2026, 8, 1 + step), figures=(days(40 - step, 41 - step),)) for step in range(20)]
    recorder = drawn(chosen(*wins)[0])
    lowest = max(y for _, y, _ in recorder.words)
    row = sorted((x, x + len(words) * 9.5 * 0.5) for x, y, words in recorder.words if y == lowest)
    assert len(row) >= 2
    assert all(left[1] < right[0] for left, right in pairwise(row))


def test_a_label_the_font_cannot_draw_is_told_in_other_words() -> None:
    marks = tuple(Mark(label=f"回収 {n}", plain_label="March 2026", value=Decimal(n), text=f"${n}") for n in (2, 1))
    recorder = drawn(BarChart(title="Largest", subtitle="USD", marks=marks), missing="回収")
    assert [words for _, _, words in recorder.words].count("March 2026") == 2


def test_a_change_over_several_wins_is_drawn_as_one() -> None:
    steps = ((8, 900, 700), (10, 700, 400))
    wins = [
        a_win(happened_on=date(2026, month, 1), figures=(a_figure(after, before, measure="backlog"),))
        for month, before, after in steps
    ]
    (chart,) = chosen(*wins)
    assert isinstance(chart, PairChart)
    assert [(pair.before_text, pair.after_text) for pair in chart.pairs] == [("$900", "$400")]


def test_an_endless_label_is_cut_at_the_edge_at_once() -> None:
    marks = tuple(Mark(label="W" * 100_000, value=Decimal(n), text=f"${n}") for n in (2, 1))
    recorder = drawn(BarChart(title="T" * 100_000, subtitle="USD", marks=marks))
    assert all(right <= WIDTH for _, _, right, _ in recorder.boxes)
    assert sum(words.endswith("…") for _, _, words in recorder.words) == 3


def test_png_is_four_times_as_fine_white_and_holds_nothing_but_pixels() -> None:
    chart = chosen(*dso_year())[0]
    height = chart_height(chart)
    canvas = PngCanvas(WIDTH, height, FontShelf(), PAPER.paper)
    paint(canvas, chart, WIDTH, height)
    image = Image.open(io.BytesIO(canvas.png()))
    assert image.size == (WIDTH * SCALE, height * SCALE)
    assert image.convert("RGB").getpixel((5, image.height - 3)) == (255, 255, 255)
    assert set(image.info) == {"dpi"}


def test_svg_is_well_formed_and_says_the_same() -> None:
    win = a_win(figures=(a_figure(1, measure="<b>&"), a_figure(2, measure="<b>& ]]>")))
    (chart,) = chosen(win)
    canvas = SvgCanvas(WIDTH, chart_height(chart), chart.description)
    paint(canvas, chart, WIDTH, chart_height(chart))
    root = etree.fromstring(canvas.svg())
    said = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "$2" in said
    assert any("<b>&" in words for words in said)
    assert root[0].text == chart.description
