from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.stack_bar import StackBar, StackPart
from arcareer_ui.widgets.trend_view import TrendGoal, TrendPoint, TrendView
from tests.gui.widgets.conftest import Place
from tests.support.audit import settle

VALUES = ("45.2", "44.8", None, "41.0", "38.4")


def points(*values: str | None, marked: bool = False) -> tuple[TrendPoint, ...]:
    return tuple(
        TrendPoint(
            f"M{at}",
            None if value is None else Decimal(value),
            f"M{at}: {value}\nA call with Sales",
            f"Month {at}, {value}",
            is_marked=marked and at == 1,
        )
        for at, value in enumerate(values)
    )


@pytest.fixture
def view(place: Place) -> TrendView:
    chart = TrendView()
    chart.set(points(*VALUES), "DSO by month: 45.2 to 38.4", text="38.4", goal=TrendGoal(Decimal(37), "Goal 37"))
    place(chart, width=640)
    return chart


def inks(view: TrendView) -> dict[str, int]:
    image: QImage = view.grab().toImage()
    found: dict[str, int] = {}
    for x in range(0, image.width(), 2):
        for y in range(0, image.height(), 2):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


def test_the_line_is_drawn_in_the_colours_of_the_theme(view: TrendView, theme: Theme, qapp: QApplication) -> None:
    assert inks(view).get(theme.colour("accent").name(), 0) > 20
    theme.apply(qapp, "dark", 1.25)
    settle()
    assert inks(view).get(theme.colour("accent").name(), 0) > 20


def test_the_chart_is_told_in_a_sentence(view: TrendView) -> None:
    assert view.accessibleName() == "DSO by month: 45.2 to 38.4"


def test_arrow_keys_walk_along_the_months_and_stop_at_the_ends(view: TrendView) -> None:
    heard: list[int] = []
    view.pointed.connect(heard.append)
    view.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert heard == [4, 3, 0, 0, 1, 4, 4]


def test_enter_opens_the_month_under_the_cursor_and_escape_puts_it_away(view: TrendView) -> None:
    asked: list[int] = []
    view.opened.connect(asked.append)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert asked == [0]
    assert view.cursor_index == -1


def test_the_mouse_shows_what_a_month_holds(view: TrendView, theme: Theme) -> None:
    before = inks(view).get(theme.colour("toast").name(), 0)
    QTest.mouseMove(view, QPoint(view.width() // 2, 100))
    settle()
    assert view.cursor_index == 2
    assert inks(view).get(theme.colour("toast").name(), 0) > before + 100
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() // 2, 100))


def test_months_with_a_win_are_set_off(view: TrendView, theme: Theme) -> None:
    plain = inks(view).get(theme.colour("accent").name(), 0)
    view.set(points(*VALUES, marked=True), "DSO", text="38.4", goal=TrendGoal(Decimal(37), "Goal 37"))
    assert inks(view).get(theme.colour("accent").name(), 0) > plain


@pytest.mark.parametrize("values", [(), (None, None), ("5",), ("5", "5"), (None, "3", None)])
def test_whatever_is_known_can_be_drawn(place: Place, values: tuple[str | None, ...]) -> None:
    chart = TrendView()
    chart.set(points(*values), "Nothing much", text="5")
    place(chart, width=300)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert not chart.grab().isNull()
    assert chart.cursor_index == (len(values) - 1 if values else -1)


@given(st.lists(st.floats(0, 10_000_000), max_size=9), st.integers(60, 2000))
def test_stacked_parts_fill_the_bar_and_each_is_seen(amounts: list[float], room: int) -> None:
    bar = StackBar([StackPart(amount, "age0") for amount in amounts], "Aging")
    widths = bar.widths(room)
    shown = [amount for amount in amounts if amount > 0]
    assert len(widths) == len(shown)
    assert all(width >= 3 - 1e-6 for width in widths)
    if shown:
        assert sum(widths) + 2 * (len(shown) - 1) == pytest.approx(room)


def test_stacked_parts_are_told_in_words_and_drawn_in_order(place: Place, theme: Theme) -> None:
    bar = StackBar([StackPart(3, "age0"), StackPart(0, "age1"), StackPart(1, "age4")], "Aging: 75 % current")
    place(bar)
    image = bar.grab().toImage()
    middle = image.height() // 2
    assert bar.accessibleName() == "Aging: 75 % current"
    assert image.pixelColor(20, middle) == theme.colour("age0")
    assert image.pixelColor(image.width() - 10, middle) == theme.colour("age4")
