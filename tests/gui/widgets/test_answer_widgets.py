"""What answers are written and said with: balance, sections, the clock."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.balance_bar import BalanceBar
from arcareer_ui.widgets.clock_ring import ClockRing, clock_text
from arcareer_ui.widgets.text_section import TextSection
from tests.gui.widgets.conftest import Place
from tests.support.audit import clipped, settle


class Seconds:
    """A clock that moves when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def width_of(bar: BalanceBar, colour: QColor) -> float:
    image = bar.grab().toImage()
    return sum(image.pixelColor(x, 4) == colour for x in range(image.width())) / image.width()


@pytest.mark.parametrize("shares", [(16, 17, 40, 27), (100, 0, 0, 0), (0, 50, 50, 0), (1, 1, 97, 1)])
def test_each_part_is_as_wide_as_its_share(place: Place, theme: Theme, shares: tuple[int, ...]) -> None:
    bar = BalanceBar("STAR")
    bar.set(shares, "Balance")
    place(bar)
    for at, share in enumerate(shares):
        assert width_of(bar, theme.colour(f"part{at}")) == pytest.approx(share / 100, abs=0.04)


def test_balance_says_itself_in_words_and_is_empty_before_a_word_is_written(place: Place, theme: Theme) -> None:
    bar = BalanceBar("STAR", "Nothing written yet")
    place(bar)
    assert width_of(bar, theme.colour("press")) > 0.9
    bar.set((10, 10, 60, 20), "Situation 10, task 10, action 60, result 20 percent")
    assert "action 60" in bar.accessibleName()
    assert bar.shares == (10, 10, 60, 20)


def test_a_section_tells_what_is_typed_and_shows_how_long_it_is(place: Place) -> None:
    section = TextSection("S", "Situation", "Set the scene in two sentences", "Where and when?")
    place(section)
    told: list[str] = []
    section.edited.connect(lambda: told.append(section.text))
    QTest.keyClicks(section.editor, "In May")
    section.set_count("2 words")
    assert told[-1] == "In May"
    assert section.count == "2 words"
    assert section.editor.accessibleName() == "Situation"
    section.set_text("Another")
    assert told[-1] == "In May"


def test_a_section_grows_and_nothing_is_cut_off(place: Place) -> None:
    section = TextSection("A", "Action", "What you did, step by step, in the order in which you did it")
    window = place(section)
    before = section.height()
    section.set_text("I rang their payables lead rather than writing again. " * 12)
    section.set_count("108 words, 0:50")
    settle()
    assert section.height() > before * 2
    assert clipped(window) == []


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (9.99, "0:09"), (66.9, "1:06"), (600, "10:00")])
def test_times_are_written_as_on_a_clock(seconds: float, said: str) -> None:
    assert clock_text(seconds) == said


def test_the_ring_shows_the_time_that_has_passed_however_late_it_looks(place: Place) -> None:
    clock = Seconds()
    ring = ClockRing(clock, 120)
    place(ring)
    ticks: list[str] = []
    ring.ticked.connect(lambda: ticks.append(ring.accessibleName()))
    ring.set_caption("Action")
    ring.set_running(True)
    for moment in (0.4, 0.99, 1.02, 66.3):
        clock.now = moment
        ring.tick()
    assert ticks[-4:] == ["0:00 Action", "0:00 Action", "0:01 Action", "1:06 Action"]


def test_the_ring_rests_while_it_is_stopped_or_out_of_sight(qtbot: QtBot, place: Place) -> None:
    ring = ClockRing(Seconds(), 120)
    place(ring)
    ring.set_running(True)
    with qtbot.waitSignal(ring.ticked):
        pass
    ring.hide()
    with qtbot.assertNotEmitted(ring.ticked, wait=250):
        pass
    ring.show()
    with qtbot.waitSignal(ring.ticked):
        pass
    ring.set_running(False)
    with qtbot.assertNotEmitted(ring.ticked, wait=250):
        pass


def test_past_its_goal_the_ring_is_full_and_amber(place: Place, theme: Theme) -> None:
    clock = Seconds()
    ring = ClockRing(clock, 30)
    place(ring)
    clock.now = 31
    ring.show_time()
    image = ring.grab().toImage()
    inks = {image.pixelColor(image.width() // 2, y).name() for y in range(20)}
    assert theme.colour("warn").name() in inks
