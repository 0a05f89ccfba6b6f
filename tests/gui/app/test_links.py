"""From one place to another and back, as a user goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from arcareer.domain.win_lists import WinQuery
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.red_flags.tab import RedFlagsTab
from arcareer_ui.pages.wins.page import WinsPage
from tests.support.audit import settle
from tests.support.running import Running, focused, press


def test_a_win_is_checked_in_place_and_one_is_led_back(sample: Running) -> None:
    win = sample.app.journal.find(WinQuery(theme="cash"), 1)[0]
    page = sample.go(f"win/{win.id}")
    assert isinstance(page, WinsPage)
    box = page.view.detail.texts["action"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, " It was basically just luck.")
    QTest.keyClick(box, Qt.Key.Key_F7)
    settle()
    prep = sample.page
    assert isinstance(prep, PrepPage)
    tool = prep.tool("red-flags")
    assert isinstance(tool, RedFlagsTab)
    assert tool.text.card.text.text.endswith("It was basically just luck.")
    assert focused() is tool.text.card.text
    QTest.keyClick(focused(), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), " No.")
    press(tool, "Back to the win")
    assert isinstance(sample.page, WinsPage)
    stored = sample.app.journal.get(win.id)
    assert stored is not None
    assert stored.action.endswith("luck. No.")
    assert sample.page.view.detail.texts["action"].text == stored.action
