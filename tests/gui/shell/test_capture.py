from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.gui.shell.conftest import Desk, SmallPanel
from tests.support.audit import clipped, settle

CTRL = Qt.KeyboardModifier.ControlModifier


def test_two_keys_beyond_the_sentence_from_any_page(desk: Desk) -> None:
    told: list[tuple[str, bool]] = []
    desk.window.win_captured.connect(lambda text, details: told.append((text, details)))
    page = desk.go("settings")
    page.box.setFocus()
    QTest.keyClick(page.box, Qt.Key.Key_N, CTRL)
    line = desk.panel.field
    assert line.hasFocus()
    QTest.keyClicks(line, "Collected 48,200 from Northgate")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert told == [("Collected 48,200 from Northgate", False)]
    assert not desk.window.capture.isVisible()
    assert desk.window.pages.current_id == "settings"
    assert page.box.hasFocus()


def test_panel_is_built_once_and_writes_when_it_goes(desk: Desk) -> None:
    assert desk.window.capture.content is None
    desk.window.capture.open_with()
    QTest.keyClick(desk.panel.field, Qt.Key.Key_Escape)
    assert not desk.window.capture.isVisible()
    assert desk.panel.flushed > 0
    desk.window.capture.open_with("Another")
    assert len(desk.window.capture.findChildren(SmallPanel)) == 1
    assert desk.panel.field.text() == "Another"
    desk.window.capture.dismiss()


def test_overlay_grows_with_its_panel(desk: Desk) -> None:
    desk.window.capture.open_with()
    settle()
    before = desk.window.capture.panel.height()
    more = QWidget()
    more.setMinimumHeight(120)
    layout = desk.panel.layout()
    assert layout is not None
    layout.addWidget(more)
    settle()
    desk.panel.grown.emit()
    assert desk.window.capture.panel.height() >= before + 120
    assert clipped(desk.window.capture) == []
    desk.window.capture.dismiss()
