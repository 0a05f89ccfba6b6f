import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.meters import Bar, Ring, ScoreBar, Sparkline, StepBar, WeekBars
from arcareer_ui.widgets.stat_tile import StatTile
from tests.gui.widgets.conftest import Place
from tests.support.audit import clipped, settle


def share_of(image: QImage, colour: QColor) -> float:
    row = image.height() // 2
    return sum(image.pixelColor(x, row) == colour for x in range(image.width())) / image.width()


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 1.0])
def test_bar_is_as_long_as_its_share(place: Place, theme: Theme, share: float) -> None:
    bar = Bar(share, "Cash in: 9 wins", height=9)
    place(bar)
    assert share_of(bar.grab().toImage(), theme.colour("accent")) == pytest.approx(share, abs=0.03)


@pytest.mark.parametrize("share", [-1.0, 7.5])
def test_shares_out_of_range_are_drawn_at_the_end(place: Place, theme: Theme, share: float) -> None:
    bar = Bar(share, "Rate", height=9)
    ring = Ring(share, "7", "of 5")
    place(bar, ring)
    assert share_of(bar.grab().toImage(), theme.colour("accent")) in (0.0, pytest.approx(1, abs=0.03))
    assert not ring.grab().isNull()


def test_steps_show_how_many_are_done(place: Place, theme: Theme) -> None:
    bar = StepBar(3, 4, "3 of 4", height=9)
    place(bar)
    assert share_of(bar.grab().toImage(), theme.colour("accent")) == pytest.approx(0.75, abs=0.05)


def test_values_are_there_in_words(place: Place) -> None:
    ring = Ring(0.6, "9", "of 15")
    bar = Bar(0.5, "Disputes: 5 wins")
    score = ScoreBar("Specificity", 3, 4, "Name the kind of customer.")
    weeks = WeekBars([1, 0, None], "31 Jul", "This week", "Wins per week: 1, 0, away")
    place(ring, bar, score, weeks)
    assert ring.accessibleName() == "9 of 15"
    assert bar.accessibleName() == "Disputes: 5 wins"
    assert score.findChildren(StepBar)[0].accessibleName() == "Specificity: 3 of 4"
    assert weeks.accessibleName() == "Wins per week: 1, 0, away"
    ring.set(0.8, "12", "of 15")
    assert ring.accessibleName() == "12 of 15"


def test_weeks_without_a_win_are_hollow_and_never_red(place: Place, theme: Theme) -> None:
    weeks = WeekBars([0, 0, 4], "1 Oct", "This week", "Wins per week")
    place(weeks)
    image = weeks.grab().toImage()
    inks = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert theme.colour("accent").name() in inks
    assert theme.colour("danger").name() not in inks
    missed = image.pixelColor(image.width() // 6, image.height() - theme.px(18) - 4)
    assert missed == theme.colour("canvas") or missed.lightness() > 240


@pytest.mark.parametrize("counts", [[], [0], [None, None], [0] * 12])
def test_weeks_without_any_win_can_be_drawn(place: Place, counts: list[int | None]) -> None:
    weeks = WeekBars(counts, "", "This week", "No wins yet")
    place(weeks)
    assert not weeks.grab().isNull()


@pytest.mark.parametrize("values", [(), (4.0,), (3.0, 3.0, 3.0), (1.0, 9.0)])
def test_line_of_few_or_equal_values_can_be_drawn(place: Place, values: tuple[float, ...]) -> None:
    line = Sparkline(values)
    place(line)
    assert line.property("decorative")
    assert not line.grab().isNull()


def test_tile_says_all_it_shows_and_asks_for_its_formula(place: Place) -> None:
    tile = StatTile("DSO", explanation="How DSO is worked out")
    tile.set("38.4", "days", change="6.8 days lower", rising=False, past=(45.2, 41, 38.4))
    window = place(tile, width=240)
    assert tile.accessibleName() == "DSO: 38.4 days, 6.8 days lower"
    pressed: list[str] = []
    tile.clicked.connect(lambda: pressed.append("tile"))
    tile.explained.connect(lambda: pressed.append("formula"))
    QTest.keyClick(tile, Qt.Key.Key_Return)
    about = next(child for child in tile.findChildren(QWidget) if child.accessibleName() == "How DSO is worked out")
    QTest.mouseClick(about, Qt.MouseButton.LeftButton)
    assert pressed == ["tile", "formula"]
    assert clipped(window) == []


def test_tile_without_a_value_says_why_and_comes_back_with_one(place: Place) -> None:
    tile = StatTile("DSO")
    tile.refuse("The sales of this month are not known.")
    window = place(tile, width=200)
    assert tile.accessibleName() == "DSO: The sales of this month are not known."
    assert clipped(window) == []
    tile.set("38.4", "days", change="No change", note="Not tied: a part is unknown.")
    settle()
    assert tile.accessibleName() == "DSO: 38.4 days, No change, Not tied: a part is unknown."
    assert [child.isVisible() for child in tile.findChildren(Sparkline)] == [True]


def test_chip_is_as_wide_as_its_text_and_no_button(place: Place) -> None:
    chip = Chip("Paid", "accent", "circle-check")
    place(chip)
    before = chip.sizeHint().width()
    chip.set("$48,200 collected in six weeks")
    settle()
    assert chip.sizeHint().width() > before
    assert chip.accessibleName() == "$48,200 collected in six weeks"
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus
