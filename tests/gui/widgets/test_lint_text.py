import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from arcareer_ui.theme.theme import Theme
from arcareer_ui.theme.tokens import contrast
from arcareer_ui.widgets.lint_text import MARK_LOOKS, LintText, Mark, Units, mark_format
from tests.gui.widgets.conftest import Place
from tests.support.audit import settle

TEXT = "I was responsible for chasing overdue accounts. Collections improved significantly this year."


def mark_of(text: str, words: str, tone: str = "warn", note: str = "") -> Mark:
    start = text.index(words)
    return Mark(words, start, start + len(words), tone, note)  # type: ignore[arg-type]


def marked(box: LintText) -> list[str]:
    return [box.text[mark.start : mark.end] for mark in box.marks]


def drawn(box: LintText) -> list[str]:
    """The words the widget really draws with a format of their own."""
    words = [selection.cursor.selectedText() for selection in box.extraSelections()]
    return sorted(words)


@pytest.fixture
def box(place: Place) -> LintText:
    widget = LintText("Text to check")
    place(widget, width=600)
    widget.set_text(TEXT)
    widget.setFocus()
    return widget


def caret_to(box: LintText, position: int) -> None:
    cursor = box.textCursor()
    cursor.setPosition(position)
    box.setTextCursor(cursor)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "🎉 Great: responsible for 🧾🧾 significantly",
        "Cafe\u0301 na\u0308\u0308ive, responsible for 👩‍👩‍👧 significantly",
        "first line\n\n🎉responsible for\nsignificantly",
    ],
)
def test_marks_lie_on_the_words_whatever_stands_before_them(place: Place, text: str) -> None:
    box = LintText("Text")
    place(box)
    box.set_text(text)
    box.set_marks([mark_of(text, "responsible for"), mark_of(text, "significantly", "info")])
    assert marked(box) == ["responsible for", "significantly"]
    assert drawn(box) == ["responsible for", "significantly"]


def test_positions_go_there_and_back(theme: Theme) -> None:
    text = "a🎉b🧾c"
    units = Units(text)
    assert [units.position(at) for at in range(6)] == [0, 1, 3, 4, 6, 7]
    assert [units.character(units.position(at)) for at in range(6)] == list(range(6))
    assert units.character(2) == 1


def test_marks_follow_their_words_while_others_are_typed(box: LintText) -> None:
    box.set_marks([mark_of(TEXT, "responsible for"), mark_of(TEXT, "significantly")])
    caret_to(box, 0)
    QTest.keyClicks(box, "Well, ")
    caret_to(box, len(box.text))
    QTest.keyClicks(box, " Really.")
    assert marked(box) == ["responsible for", "significantly"]
    assert drawn(box) == ["responsible for", "significantly"]


def test_a_mark_goes_as_soon_as_its_words_change(qtbot: QtBot, box: LintText) -> None:
    box.set_marks([mark_of(TEXT, "responsible for"), mark_of(TEXT, "significantly")])
    caret_to(box, TEXT.index("nsible"))
    with qtbot.waitSignal(box.marks_lost) as lost:
        QTest.keyClicks(box, "x")
    assert lost.args == [("responsible for",)]
    assert marked(box) == ["significantly"]


def test_a_letter_added_to_a_marked_word_changes_it_and_a_space_does_not(box: LintText) -> None:
    box.set_marks([mark_of(TEXT, "significantly")])
    caret_to(box, TEXT.index("significantly") + len("significantly"))
    QTest.keyClicks(box, " ")
    assert marked(box) == ["significantly"]
    assert drawn(box) == ["significantly"]
    caret_to(box, box.text.index("significantly"))
    QTest.keyClicks(box, "in")
    assert marked(box) == []


def test_removing_text_before_a_mark_keeps_it(box: LintText) -> None:
    box.set_marks([mark_of(TEXT, "responsible for"), mark_of(TEXT, "significantly")])
    cursor = box.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(TEXT.index("Collections"), QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    QTest.keyClick(box, Qt.Key.Key_Delete)
    assert marked(box) == ["significantly"]


def test_stored_text_comes_without_marks(box: LintText) -> None:
    box.set_marks([mark_of(TEXT, "significantly")])
    box.set_text("Something else")
    assert box.marks == ()


def test_replacing_is_one_step_to_undo(box: LintText) -> None:
    start = TEXT.index("significantly")
    box.replace(start, start + len("significantly"), "by 12%")
    assert box.text == TEXT.replace("significantly", "by 12%")
    assert box.caret == start + len("by 12%")
    box.undo()
    assert box.text == TEXT
    box.redo()
    assert "by 12%" in box.text


def test_typing_after_a_replacement_is_another_step(box: LintText) -> None:
    box.replace(0, 1, "We 🎉")
    QTest.keyClicks(box, "abc")
    box.undo()
    assert box.text.startswith("We 🎉 was")


def test_going_to_a_mark_moves_the_caret_and_lets_it_stand_out(box: LintText) -> None:
    box.set_marks([mark_of(TEXT, "responsible for"), mark_of(TEXT, "significantly")])
    box.go_to("significantly")
    assert box.caret == TEXT.index("significantly")
    assert box.active == "significantly"
    solid = mark_format("warn", active=True)
    assert any(one.format == solid for one in box.extraSelections())


def test_a_click_on_marked_words_chooses_the_mark(qtbot: QtBot, box: LintText) -> None:
    box.set_marks([mark_of(TEXT, "responsible for")])
    caret_to(box, TEXT.index("sible"))
    place = box.cursorRect().center()
    with qtbot.waitSignal(box.mark_chosen) as chosen:
        QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["responsible for"]
    caret_to(box, TEXT.index("chasing") + 2)
    with qtbot.assertNotEmitted(box.mark_chosen):
        QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=box.cursorRect().center())


def test_the_smallest_of_nested_marks_is_the_one_under_the_mouse(qtbot: QtBot, box: LintText) -> None:
    box.set_marks([Mark("line", 0, len(TEXT), "info"), mark_of(TEXT, "responsible for")])
    caret_to(box, TEXT.index("sible"))
    with qtbot.waitSignal(box.mark_chosen) as chosen:
        QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=box.cursorRect().center())
    assert chosen.args == ["responsible for"]


def test_hovering_over_a_mark_says_what_it_is_about(box: LintText, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: said.append(text))
    box.set_marks([mark_of(TEXT, "responsible for", note="Duty, not a result")])
    for words in ("sible", "chasing"):
        caret_to(box, TEXT.index(words) + 1)
        place = box.cursorRect().center()
        event = QHelpEvent(QEvent.Type.ToolTip, place, box.viewport().mapToGlobal(place))
        QApplication.sendEvent(box.viewport(), event)
    assert said == ["Duty, not a result", ""]


def test_every_tone_has_an_underline_of_its_own(theme: Theme) -> None:
    assert len({look.underline for look in MARK_LOOKS.values()}) == len(MARK_LOOKS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tone", MARK_LOOKS)
def test_marked_words_can_be_read(theme: Theme, qapp: QApplication, scheme: str, tone: str) -> None:
    theme.apply(qapp, scheme, 1.0)  # type: ignore[arg-type]
    look = MARK_LOOKS[tone]  # type: ignore[index]
    if look.tint:
        assert contrast(theme.colours["text"], theme.colours[look.tint]) >= 4.5
    active = mark_format(tone, active=True)  # type: ignore[arg-type]
    ink, ground = active.foreground().color().name(), active.background().color().name()
    assert contrast(ink, ground) >= 4.5


def ground(box: LintText) -> str:
    selections = box.extraSelections()
    return selections[0].format.background().color().name()


def test_marks_are_drawn_again_in_another_theme(theme: Theme, qapp: QApplication, box: LintText) -> None:
    box.set_marks([mark_of(TEXT, "significantly", "info")])
    before = ground(box)
    theme.apply(qapp, "dark", 1.0)
    settle()
    assert before != ground(box) == theme.colour("info_soft").name()
