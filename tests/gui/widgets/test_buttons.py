import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabBar
from pytestqt.qtbot import QtBot

from arcareer_ui.shell.regions import tab_stops
from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button, IconButton, RowButton
from arcareer_ui.widgets.check_box import CheckBox, RadioButton
from arcareer_ui.widgets.choice_chips import ChoiceChips
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.widgets.styling import set_variant
from arcareer_ui.widgets.switch import Switch
from tests.gui.widgets.conftest import Place
from tests.support.audit import nameless, settle, small_targets

OPTIONS = [("all", "All"), ("cash", "Cash in"), ("risk", "Risk & credit")]


def a_row_button() -> RowButton:
    button = RowButton("Open the win")
    row(button).addWidget(Label("Words"))
    return button


@pytest.mark.parametrize(
    "make", [lambda: Button("Save"), lambda: IconButton("plus", "Add"), a_row_button, lambda: Switch("Hide names")]
)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press(qtbot: QtBot, place: Place, make: object, key: Qt.Key) -> None:
    button = make()  # type: ignore[operator]
    assert isinstance(button, QAbstractButton)
    place(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_ampersand_stays_an_ampersand(qtbot: QtBot, theme: Theme) -> None:
    button = Button("Scripts & playbooks")
    qtbot.addWidget(button)
    assert button.label == "Scripts & playbooks"
    assert button.accessibleName() == "Scripts & playbooks"
    assert button.shortcut().isEmpty()


def test_icon_button_speaks_its_name_without_the_shortcut(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton("trash-2", "Move to trash", shortcut="Del")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Move to trash"
    assert button.toolTip() == "Move to trash (Del)"


def test_busy_button_keeps_its_width_and_takes_no_second_press(qtbot: QtBot, place: Place) -> None:
    button = Button("Save as Word", "primary", icon="download")
    place(button)
    width = button.width()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.set_loading(True)
    settle()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.width() == width
    assert pressed == []
    button.set_loading(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.25, 1.5])
def test_controls_are_big_enough_and_named_at_every_text_size(
    qtbot: QtBot, theme: Theme, place: Place, qapp: QApplication, scale: float
) -> None:
    window = place(
        Button("Save"),
        Button("Small", size="compact"),
        Button("Link", "link"),
        IconButton("x", "Close", size="compact"),
        Switch("Hide names"),
        CheckBox("Key figures"),
        RadioButton("Half year"),
        Segment("Filter", OPTIONS),
        ChoiceChips("Theme", OPTIONS),
    )
    theme.apply(qapp, "light", scale)
    settle()
    assert small_targets(window) == []
    assert nameless(window) == []


def test_variants_change_the_look(qtbot: QtBot, place: Place) -> None:
    button = Button("Save")
    place(button)
    before = button.grab().toImage()
    set_variant(button, "kind", "primary")
    assert button.grab().toImage() != before


def test_segment_tells_what_the_user_picks_and_only_that(qtbot: QtBot, place: Place) -> None:
    segment = Segment("Filter", OPTIONS, "cash")
    place(segment)
    told: list[str] = []
    segment.chosen.connect(told.append)
    segment.set_current("risk")
    assert told == []
    QTest.keyClick(segment.findChildren(QTabBar)[0], Qt.Key.Key_Left)
    assert told == ["cash"]
    assert segment.current == "cash"


def test_a_segment_passes_over_what_it_does_not_offer(qtbot: QtBot, place: Place) -> None:
    first, *others = [option for option, _ in OPTIONS]
    segment = Segment("Filter", OPTIONS, first)
    place(segment)
    told: list[str] = []
    segment.chosen.connect(told.append)
    segment.set_offered([first, others[-1]])
    QTest.keyClick(segment.findChildren(QTabBar)[0], Qt.Key.Key_Right)
    assert told == [others[-1]]
    segment.set_offered([first])
    segment.set_current(first)
    QTest.keyClick(segment.findChildren(QTabBar)[0], Qt.Key.Key_Right)
    assert segment.current == first


def test_chips_are_one_stop_and_arrows_choose(qtbot: QtBot, place: Place) -> None:
    chips = ChoiceChips("Theme", OPTIONS, "cash")
    window = place(chips, Button("After"))
    assert [stop.accessibleName() for stop in tab_stops(window)] == ["Cash in", "After"]
    told: list[str] = []
    chips.chosen.connect(told.append)
    QTest.keyClick(tab_stops(window)[0], Qt.Key.Key_Right)
    QTest.keyClick(tab_stops(window)[0], Qt.Key.Key_Right)
    assert told == ["risk", "all"]
    assert [stop.accessibleName() for stop in tab_stops(window)] == ["All", "After"]


def test_options_can_be_replaced_quietly(qtbot: QtBot, place: Place) -> None:
    chips = ChoiceChips("Theme", OPTIONS)
    place(chips)
    told: list[str] = []
    chips.chosen.connect(told.append)
    chips.set_options([("a", "A"), ("b", "B")], "b")
    settle()
    assert (chips.current, told) == ("b", [])


def test_switch_is_read_as_a_check_box_and_flips(qtbot: QtBot, place: Place) -> None:
    switch = Switch("Hide customer names", on=True)
    place(switch)
    before = switch.grab().toImage()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert not switch.isChecked()
    assert switch.grab().toImage() != before


@pytest.mark.parametrize("box", [CheckBox, RadioButton])
def test_ticks_are_visible(qtbot: QtBot, place: Place, box: type[CheckBox]) -> None:
    off, on = box("Key figures"), box("Key figures", checked=True)
    place(off)
    place(on)
    off.resize(on.size())
    assert off.grab().toImage() != on.grab().toImage()


def test_the_keyboard_comes_back_when_the_work_has_ended(place: Place) -> None:
    save, other, third = Button("Save"), Button("Other"), Button("Third")
    place(save, other, third)
    save.setFocus()
    save.set_loading(True)
    assert not save.hasFocus()
    save.set_loading(False)
    assert save.hasFocus()
    save.set_loading(True)
    third.setFocus()
    save.set_loading(False)
    assert third.hasFocus()
    other.set_loading(True)
    other.set_loading(False)
    assert third.hasFocus()


def test_a_tick_box_may_give_way_where_a_row_is_narrow(place: Place) -> None:
    words = "A heading somebody made far longer than any row has room for"
    whole, short = CheckBox(words), CheckBox(words, elide=True)
    window = place(short)
    window.resize(200, 60)
    settle()
    assert short.width() <= 200 < short.sizeHint().width() == whole.sizeHint().width()
