from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.button import IconButton
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine, SearchField
from tests.gui.widgets.conftest import Place
from tests.support.audit import clipped, nameless, settle


def thousands(text: str) -> int | None:
    digits = text.replace(",", "")
    return int(digits) if digits.isdecimal() else None


def amount() -> ParsedLine[int]:
    return ParsedLine(thousands, "{:,}".format, "Amount")


def test_field_ties_label_hint_and_message_to_its_input(qtbot: QtBot, place: Place) -> None:
    line = LineEdit()
    field = Field("R&D budget", line, "In thousands")
    window = place(field)
    label = field.findChildren(QLabel)[0]
    assert label.buddy() is line
    assert line.accessibleName() == "R&D budget"
    assert line.accessibleDescription() == "In thousands"
    field.show_problem("This has a letter in it. Try 48,200. Your text is kept.")
    settle()
    assert line.accessibleDescription() == "In thousands This has a letter in it. Try 48,200. Your text is kept."
    assert line.property("tone") == "danger"
    assert field.message.startswith("This has a letter")
    assert clipped(window) == []
    field.clear_message()
    assert (field.message, line.accessibleDescription(), line.property("tone")) == ("", "In thousands", "")


def test_note_is_no_problem(qtbot: QtBot, place: Place) -> None:
    line = LineEdit()
    field = Field("Shown as", line)
    place(field)
    field.show_note("Two customers use this name.")
    assert field.message == "Two customers use this name."
    assert not line.property("tone")


def test_value_is_read_and_written_when_the_line_is_left(qtbot: QtBot, place: Place) -> None:
    line, other = amount(), LineEdit("Other")
    place(line, other)
    line.setFocus()
    QTest.keyClicks(line, "48200")
    with qtbot.waitSignal(line.entered) as told:
        QTest.keyClick(line, Qt.Key.Key_Tab)
    assert told.args == [48_200]
    assert line.text() == "48,200"


def test_text_that_is_no_value_is_kept_and_said_once_left(qtbot: QtBot, place: Place) -> None:
    line, other = amount(), LineEdit("Other")
    place(line, other)
    events: list[str] = []
    line.unread.connect(lambda: events.append("unread"))
    line.mended.connect(lambda: events.append("mended"))
    line.setFocus()
    QTest.keyClicks(line, "48,2o0")
    assert events == []
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert events == ["unread"]
    assert line.text() == "48,2o0"
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Home)
    QTest.keySequence(line, QKeySequence.StandardKey.SelectAll)
    QTest.keyClicks(line, "4")
    assert events == ["unread", "mended"]


def test_same_value_is_told_once_and_stored_values_never(qtbot: QtBot, place: Place) -> None:
    line = amount()
    place(line)
    told: list[object] = []
    line.entered.connect(told.append)
    line.set_value(1_500)
    line.settle()
    assert (line.text(), told) == ("1,500", [])
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    line.settle()
    line.settle()
    assert told == [None]


def test_search_waits_for_a_pause_and_clears_with_escape(qtbot: QtBot, place: Place) -> None:
    search = SearchField("Search wins")
    place(search)
    told: list[str] = []
    search.searched.connect(told.append)
    with qtbot.waitSignal(search.searched):
        QTest.keyClicks(search, "harbour")
    assert told == ["harbour"]
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert told == ["harbour", ""]
    assert search.text() == ""


def test_combo_tells_the_id_the_user_picks(qtbot: QtBot, place: Place) -> None:
    combo = Combo("Theme", [("cash", "Cash in"), ("risk", "Risk")], "risk")
    window = place(combo)
    told: list[str] = []
    combo.chosen.connect(told.append)
    combo.set_current("risk")
    QTest.keyClick(combo, Qt.Key.Key_Up)
    assert (combo.current, told) == ("cash", ["cash"])
    assert nameless(window) == []


@pytest.mark.parametrize(
    "make", [lambda: Combo("Theme", [("a", "A"), ("b", "B")]), lambda: DateField("Date", date(2026, 10, 15))]
)
def test_wheel_scrolls_the_page_and_changes_nothing(qtbot: QtBot, place: Place, make: object) -> None:
    widget = make()  # type: ignore[operator]
    place(widget)
    before = widget.currentText() if isinstance(widget, Combo) else widget.value
    wheel = QWheelEvent(
        QPointF(5, 5),
        widget.mapToGlobal(QPointF(5, 5)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, wheel)
    assert (widget.currentText() if isinstance(widget, Combo) else widget.value) == before


def test_date_can_be_set_read_and_emptied(qtbot: QtBot, place: Place) -> None:
    field = DateField("Review", optional=True)
    place(field)
    told: list[object] = []
    field.picked.connect(told.append)
    field.set_value(date(2026, 11, 13))
    assert (field.value, told) == (date(2026, 11, 13), [])
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert told == [None]
    assert field.value is None


@pytest.mark.parametrize("make", [lambda: LineEdit("Line"), lambda: GrowText("Box")])
@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+E", "Ctrl+K", "Ctrl+N", "Alt+Left", "Ctrl+Shift+Z"])
def test_shortcuts_of_the_window_reach_it_from_text_boxes(qtbot: QtBot, place: Place, make: object, keys: str) -> None:
    box = make()  # type: ignore[operator]
    window = place(box)
    action = QAction("Act", window)
    action.setShortcut(QKeySequence(keys))
    window.addAction(action)
    box.setFocus()
    assert box.hasFocus()
    with qtbot.waitSignal(action.triggered, timeout=1000):
        QTest.keySequence(box, QKeySequence(keys))


def test_editing_keys_stay_with_the_text_box(qtbot: QtBot, place: Place) -> None:
    line = LineEdit("Line")
    place(line)
    line.setText("abc")
    line.setFocus()
    QTest.keySequence(line, QKeySequence.StandardKey.SelectAll)
    assert line.selectedText() == "abc"


def test_a_typed_date_is_told_whole_and_once(qtbot: QtBot, place: Place) -> None:
    field, other = DateField("Date", date(2026, 10, 15)), LineEdit("Other")
    place(field, other)
    told: list[object] = []
    field.picked.connect(told.append)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, QDate(2026, 9, 28).toString(field.displayFormat()))
    assert told == []
    other.setFocus()
    assert told == [date(2026, 9, 28)]


def test_a_date_half_typed_is_read_when_it_is_asked_for(qtbot: QtBot, place: Place) -> None:
    field = DateField("Date", date(2026, 10, 15))
    place(field)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, QDate(2026, 9, 28).toString(field.displayFormat()))
    assert field.value == date(2026, 9, 28)


def test_search_shows_a_cross_that_clears_it(qtbot: QtBot, place: Place) -> None:
    search = SearchField("Search wins")
    window = place(search)
    told: list[str] = []
    search.searched.connect(told.append)
    cross = search.findChild(IconButton)
    assert cross is not None
    assert not cross.isVisible()
    search.set_text("harbour")
    assert (cross.isVisible(), told) == (True, [])
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert (search.text(), told) == ("", [""])
    assert not cross.isVisible()
    assert nameless(window) == []


def test_glass_and_cross_follow_the_text_size(qtbot: QtBot, theme: Theme, place: Place) -> None:
    search = SearchField("Search wins")
    place(search)
    small = search.textMargins().left()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 1.5)
    settle()
    assert search.textMargins().left() == small + 8
    cross = search.findChild(IconButton)
    assert cross is not None
    assert search.rect().contains(cross.geometry())


def test_search_waits_while_it_is_out_of_sight(qtbot: QtBot, place: Place) -> None:
    search = SearchField("Search wins")
    window = place(search)
    told: list[str] = []
    search.searched.connect(told.append)
    QTest.keyClicks(search, "harbour")
    search.hide()
    assert not any(timer.isActive() for timer in search.findChildren(QTimer))
    assert told == []
    with qtbot.waitSignal(search.searched):
        search.show()
    assert told == ["harbour"]
    QTest.keyClicks(search, "s")
    window.hide()
    search.set_text("")
    window.show()
    assert not any(timer.isActive() for timer in search.findChildren(QTimer))
    assert told == ["harbour"]
