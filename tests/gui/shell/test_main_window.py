import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from arcareer.domain.changes import ChangeSet, Edit, EntityKind
from arcareer.domain.identity import new_id
from arcareer_ui.shell.keyboard_list import KeyboardList
from arcareer_ui.shell.regions import tab_stops
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.button import Button
from tests.gui.shell.conftest import Desk, MakeDesk
from tests.support.audit import View, audit, audit_all, dress, focus_is_visible, settle
from tests.support.builders import a_win

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def an_edit(label: str = "Move win to trash") -> Edit:
    return Edit(label, EntityKind.WIN, a_win(), None)


def test_window_passes_the_audit_at_every_size(desk: Desk) -> None:
    assert audit_all(desk.window) == {}


def test_window_passes_the_audit_in_the_dark_with_all_it_can_show(desk: Desk) -> None:
    desk.window.banners.put("sample", Banner("You are looking at sample data", actions=(Button("Start my own"),)))
    desk.window.report_save(SaveReport(SaveState.NOT_SAVED, reason="The disk is full.", action="Choose a folder"))
    desk.window.toasts.show(ToastRequest("Win moved to trash", "trash-2", undoable=True))
    assert audit(desk.window, (1024, 640), 1.25, "dark") == []


def test_starts_on_the_first_page_with_the_keyboard_in_its_first_field(desk: Desk) -> None:
    assert desk.page().events == ["activated week"]
    assert desk.page().line.hasFocus()
    assert desk.built == ["week"]


@pytest.mark.parametrize(
    ("key", "page"), [(Qt.Key.Key_2, "wins"), (Qt.Key.Key_7, "brag"), (Qt.Key.Key_Comma, "settings")]
)
def test_shortcuts_go_to_places(desk: Desk, key: Qt.Key, page: str) -> None:
    QTest.keyClick(desk.page().line, key, CTRL)
    assert desk.window.pages.current_id == page


def test_pages_are_asked_to_write_when_they_are_left(desk: Desk) -> None:
    first = desk.page()
    desk.go("wins")
    assert first.events[-1] == "flushed"


def test_back_returns_through_places_and_objects(desk: Desk) -> None:
    desk.go("wins")
    desk.go("win/42")
    desk.page().place_changed.emit("win/43")
    QTest.keyClick(desk.page().line, Qt.Key.Key_Left, ALT)
    assert desk.page().events[-1] == "activated win/42"
    QTest.keyClick(desk.page().line, Qt.Key.Key_Left, ALT)
    QTest.keyClick(desk.page().line, Qt.Key.Key_Left, ALT)
    assert desk.window.pages.current_id == "week"


def test_routes_nobody_answers_change_nothing(desk: Desk) -> None:
    assert not desk.window.router.go("nowhere/1")
    assert desk.window.pages.current_id == "week"


def test_same_place_again_does_nothing(desk: Desk) -> None:
    QTest.keyClick(desk.page().line, Qt.Key.Key_1, CTRL)
    assert desk.page().events == ["activated week"]


def test_visible_page_refreshes_at_once_and_a_hidden_one_later(desk: Desk) -> None:
    week = desk.page()
    wins = desk.go("wins")
    desk.bus.publish(ChangeSet(frozenset({(EntityKind.WIN, new_id())})))
    desk.bus.publish(ChangeSet(frozenset({(EntityKind.OWNER, new_id())})))
    assert wins.events.count("refreshed") == 1
    assert "refreshed" not in week.events
    desk.go("week")
    assert week.events.count("caught up") == 1
    desk.go("wins")
    desk.go("week")
    assert week.events.count("caught up") == 1


def test_page_command_works_on_its_page_and_opens_it_from_elsewhere(desk: Desk) -> None:
    QTest.keyClick(desk.page().line, Qt.Key.Key_E, CTRL)
    settle()
    assert desk.window.pages.current_id == "brag"
    assert desk.page().events[-1] == "save-as-word"


def test_page_command_without_a_place_sleeps_elsewhere(desk: Desk) -> None:
    assert not desk.window.commands.is_enabled("find-in-page")
    desk.go("wins")
    QTest.keyClick(desk.page().line, Qt.Key.Key_F, CTRL)
    assert desk.page().events[-1] == "find-in-page"


def test_undo_belongs_to_the_text_box_while_it_has_steps(desk: Desk) -> None:
    desk.undo.record(an_edit(), "Move win to trash")
    box = desk.page().box
    box.setFocus()
    QTest.keyClicks(box, "abc")
    QTest.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert box.text == ""
    assert desk.applied == []
    QTest.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert [change.label for change in desk.applied] == ["Move win to trash"]
    QTest.keyClick(box, Qt.Key.Key_Y, CTRL)
    assert box.text == "abc"


def test_undo_in_the_line_and_in_the_app(desk: Desk) -> None:
    desk.undo.record(an_edit(), "Move win to trash")
    line = desk.page().line
    QTest.keyClicks(line, "abc")
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert (line.text(), desk.applied) == ("", [])
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL | SHIFT)
    assert line.text() == "abc"
    assert len(desk.applied) == 1


def test_undo_says_what_it_will_take_back(desk: Desk) -> None:
    desk.undo.record(an_edit(), "Move win to trash")
    assert desk.window.commands.action("undo").text() == "Undo Move win to trash"
    desk.undo.undo()
    assert desk.window.commands.action("undo").text() == "Undo"
    assert desk.window.commands.action("redo").text() == "Redo Move win to trash"


def test_window_grows_and_shrinks_its_rail(desk: Desk, theme: Theme, qapp: QApplication) -> None:
    assert not desk.window.rail.compact
    desk.window.resize(1100, 700)
    settle()
    assert desk.window.rail.compact
    desk.window.resize(1280, 800)
    settle()
    assert not desk.window.rail.compact
    theme.apply(qapp, "light", 1.25)
    settle()
    assert desk.window.rail.compact


def test_f6_goes_round_page_banner_toast_and_rail(desk: Desk) -> None:
    desk.window.banners.put("sample", Banner("Sample data", actions=(Button("Start my own"),)))
    desk.window.toasts.show(ToastRequest("Win moved to trash", "trash-2", undoable=True))
    settle()
    seen = []
    for _ in range(4):
        QTest.keyClick(desk.window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.accessibleName())
    assert seen == ["Undo", "Log a win", "Start my own", "Do it"]
    QTest.keyClick(desk.window, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget().accessibleName() == "Start my own"  # type: ignore[union-attr]


def test_tab_reads_the_page_then_the_toast_then_the_rail(desk: Desk) -> None:
    desk.window.toasts.show(ToastRequest("Win moved to trash", "trash-2", undoable=True))
    settle()
    names = [stop.accessibleName() for stop in tab_stops(desk.window)]
    start = names.index("Do it")
    chain = names[start:] + names[:start]
    assert chain == [
        "Do it",
        "This week line",
        "This week box",
        "Undo",
        "Dismiss",
        "Log a win",
        "Find anything",
        "This week",
    ]


def test_every_stop_shows_keyboard_focus(desk: Desk) -> None:
    for stop in tab_stops(desk.window):
        assert focus_is_visible(desk.window, stop), stop.accessibleName()


def test_text_size_keys_ask_for_a_size(desk: Desk) -> None:
    asked: list[int] = []
    desk.window.text_size_asked.connect(asked.append)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        QTest.keyClick(desk.page().line, key, CTRL)
    assert asked == [1, -1, 0]


def test_keyboard_list_has_every_shortcut(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClick(desk.page().line, Qt.Key.Key_Slash, CTRL)
    sheet = desk.window.findChild(KeyboardList)
    assert isinstance(sheet, QDialog)
    texts = " | ".join(label.text() for label in sheet.findChildren(type(desk.window.rail.status._text)))
    for command in desk.window.commands.specs:
        assert command.words in texts
        assert command.keys in texts
    assert audit(sheet, (sheet.width(), sheet.height())) == []
    sheet.close()


def test_keyboard_list_is_never_larger_than_the_window(desk: Desk) -> None:
    dress(desk.window, View((1024, 640), 1.5))
    QTest.keyClick(desk.page().line, Qt.Key.Key_Slash, CTRL)
    sheet = desk.window.findChild(KeyboardList)
    assert sheet is not None
    assert sheet.height() <= desk.window.height()
    assert audit(sheet, (sheet.width(), sheet.height()), 1.5) == []
    sheet.close()


def test_last_place_and_tabs_are_remembered_over_restarts(make_desk: MakeDesk) -> None:
    first = make_desk()
    first.go("prep")
    first.page().place_changed.emit("prep/star")
    first.go("win/42")
    first.window.close()
    second = make_desk()
    assert second.window.pages.current_id == "wins"
    assert second.page().events == ["activated wins"]
    QTest.keyClick(second.page().line, Qt.Key.Key_4, CTRL)
    assert second.page().events == ["activated prep/star"]


def test_closing_writes_and_says_so_once(desk: Desk) -> None:
    told: list[bool] = []
    desk.window.closing.connect(lambda: told.append(True))
    page = desk.page()
    desk.window.close()
    assert page.events[-1] == "flushed"
    assert told == [True]
    assert desk.dialogs.asked == []


@pytest.mark.parametrize("sure", [True, False])
def test_closing_with_unsaved_words_asks(desk: Desk, sure: bool) -> None:
    desk.window.report_save(SaveReport(SaveState.NOT_SAVED, reason="The disk is full."))
    desk.dialogs.sure = sure
    desk.window.close()
    settle()
    assert desk.dialogs.asked == ["What you typed last is not saved yet"]
    assert desk.window.isVisible() is not sure


def test_losing_the_window_writes(desk: Desk) -> None:
    other = QDialog()
    other.show()
    other.activateWindow()
    settle()
    assert "flushed" in desk.page().events
    other.close()


def test_banners_stand_above_the_page_and_go(desk: Desk) -> None:
    assert not desk.window.banners.isVisible()
    desk.window.banners.put("sample", Banner("Sample data"))
    desk.window.banners.put("sample", Banner("Sample data again"))
    settle()
    assert len(desk.window.banners.findChildren(Banner)) == 1
    desk.window.banners.remove("sample")
    settle()
    assert not desk.window.banners.isVisible()
