import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import ElideLabel, Label, Paragraph
from tests.gui.widgets.conftest import Place
from tests.support.audit import clipped, settle

LONG = "I called, re-sent all nine invoices with order numbers in one pack and booked a payment date. " * 3


def test_wrapped_labels_get_the_height_they_need(qtbot: QtBot, place: Place) -> None:
    window = place(Label(LONG, wrap=True), Paragraph(LONG), Label(LONG, "caption", wrap=True))
    assert clipped(window) == []


def test_what_looks_like_markup_is_shown_as_typed(qtbot: QtBot, theme: Theme) -> None:
    typed = "<b>R&D</b> & co"
    label, paragraph, short = Label(typed), Paragraph(typed), ElideLabel(typed)
    for widget in (label, paragraph, short):
        qtbot.addWidget(widget)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert short.textFormat() == Qt.TextFormat.PlainText
    assert "&lt;b&gt;R&amp;D" in paragraph.text()
    assert paragraph.accessibleName() == typed


def test_shortened_text_is_whole_in_the_tooltip(qtbot: QtBot, theme: Theme) -> None:
    label = ElideLabel("A headline far too long for its row", "strong")
    qtbot.addWidget(label)
    label.resize(80, 24)
    label.show()
    assert label.toolTip() == "A headline far too long for its row"
    label.resize(800, 24)
    assert label.toolTip() == ""


def test_text_box_grows_with_its_text_and_shrinks_again(qtbot: QtBot, place: Place) -> None:
    box = GrowText("What I did")
    window = place(box)
    empty = box.height()
    QTest.keyClicks(box, LONG)
    settle()
    assert box.height() > 3 * empty
    assert clipped(window) == []
    box.set_text("")
    settle()
    assert box.height() == empty


def test_text_box_can_start_several_lines_high(qtbot: QtBot, place: Place) -> None:
    one, four = GrowText("One"), GrowText("Four", lines=4)
    place(one, four)
    assert four.height() > 2 * one.height()


def test_an_empty_text_box_has_room_for_all_of_its_hint(qtbot: QtBot, place: Place) -> None:
    plain, hinted = GrowText("Plain", "One line"), GrowText("Hinted", LONG)
    place(plain, hinted)
    assert hinted.placeholderText() == LONG
    assert hinted.height() > 2 * plain.height()
    QTest.keyClicks(hinted, "x")
    settle()
    assert hinted.height() == plain.height()
    hinted.setPlaceholderText("Short")
    hinted.set_text("")
    settle()
    assert hinted.height() == plain.height()


def test_tab_leaves_the_text_box(qtbot: QtBot, place: Place) -> None:
    first, second = GrowText("First"), GrowText("Second")
    place(first, second)
    first.setFocus()
    with qtbot.waitSignal(first.left):
        QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert first.text == ""


def test_stored_text_is_shown_without_telling_and_cannot_be_undone_away(qtbot: QtBot, place: Place) -> None:
    box = GrowText("What I did")
    place(box)
    told: list[str] = []
    box.edited.connect(lambda: told.append(box.text))
    box.set_text("Stored before")
    assert told == []
    assert not box.document().isUndoAvailable()
    QTest.keyClicks(box, "x")
    assert told == ["xStored before"]
    box.undo()
    assert box.text == "Stored before"


def test_pasted_formatting_is_dropped(qtbot: QtBot, theme: Theme) -> None:
    box = GrowText("What I did")
    qtbot.addWidget(box)
    assert not box.acceptRichText()


@pytest.mark.parametrize("text", ["R&D", "Tom & Jerry", "&"])
def test_stored_text_comes_back_unchanged(qtbot: QtBot, theme: Theme, text: str) -> None:
    box = GrowText("What I did")
    qtbot.addWidget(box)
    box.set_text(text)
    assert box.text == text


def test_a_text_of_one_line_takes_no_line_breaks(qtbot: QtBot, place: Place) -> None:
    box, after = GrowText("Headline", one_line=True), GrowText("After")
    place(box, after)
    box.setFocus()
    QTest.keyClicks(box, "Collected")
    pasted = QMimeData()
    pasted.setText("  all\nof   it\r\n")
    box.insertFromMimeData(pasted)
    assert box.text == "Collectedall of it"
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.text == "Collectedall of it"
    assert after.hasFocus()


def test_a_text_grows_no_further_than_it_is_told_and_scrolls_then(place: Place) -> None:
    box = GrowText("Text", lines=2, most=4)
    place(box)
    least = box.height()
    box.set_text("\n".join("line" for _ in range(4)))
    settle()
    four = box.height()
    assert four > least
    assert not box.verticalScrollBar().isVisible()
    box.set_text("\n".join("line" for _ in range(40)))
    settle()
    assert box.height() == four
    assert box.verticalScrollBar().isVisible()
    box.set_text("")
    settle()
    assert box.height() == least
