"""Settings, Writing: rules on and off, and what is left alone."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.answers import Answer
from arcareer.domain.checks import CheckAs
from arcareer_ui.pages import prep, settings
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.red_flags.tab import RedFlagsTab
from arcareer_ui.pages.prep.star.tab import StarTab
from arcareer_ui.pages.settings.page import SettingsPage
from arcareer_ui.pages.settings.writing import WritingTab
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit_all, settle
from tests.support.opened import Opened
from tests.support.running import buttons, press

TEXT = (
    "Sales never told us about the new terms, so the older balances went up.\nI guarantee that will never happen again."
)
BLAME, PROMISE = "BLA101", "OVE101"


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    session = open_pages((settings.SPEC, prep.SPEC))
    session.window.router.go("settings/writing")
    settle()
    return session


def tab_of(opened: Opened) -> WritingTab:
    tab = cast("SettingsPage", opened.page).tabs.content("writing")
    assert isinstance(tab, WritingTab)
    return tab


def codes(opened: Opened) -> set[str]:
    return {finding.code for finding in opened.app.checks.check(TEXT, CheckAs.SELF_REVIEW).findings}


def set_aside(opened: Opened) -> None:
    """Ignore the blame in this text, and the promise in every text."""
    found = {one.code: one for one in opened.app.checks.check(TEXT, CheckAs.SELF_REVIEW).findings}
    opened.app.checks.ignore_here(TEXT, found[BLAME])
    opened.app.checks.ignore_phrase(found[PROMISE])
    settle()


def back(opened: Opened) -> None:
    opened.window.toasts.close()
    opened.session.undo.undo()
    settle()


def test_every_rule_has_a_switch_and_all_are_on(opened: Opened) -> None:
    tab = tab_of(opened)
    assert set(tab.switches) == {rule.code for rule in opened.app.checks.rules()}
    assert all(switch.isChecked() for switch in tab.switches.values())
    assert tab.nothing.isVisible()


def test_a_rule_is_turned_off_and_on_by_keyboard_and_undone(opened: Opened) -> None:
    switch = tab_of(opened).switches[BLAME]
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert BLAME not in codes(opened)
    back(opened)
    assert switch.isChecked()
    assert BLAME in codes(opened)
    QTest.keyClick(switch, Qt.Key.Key_Space)
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert BLAME in codes(opened)


def test_what_was_set_aside_is_listed_and_flagged_again(opened: Opened) -> None:
    set_aside(opened)
    assert codes(opened) & {BLAME, PROMISE} == set()
    tab = tab_of(opened)
    assert not tab.nothing.isVisible()
    again = [name for name in buttons(tab) if name == "Flag it again"]
    assert again
    press(tab, "Flag it again")
    assert PROMISE in codes(opened)
    assert BLAME not in codes(opened)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName().startswith("Flag “Sales never told us")
    press(tab, "Flag it again")
    assert {BLAME, PROMISE} <= codes(opened)
    assert tab.nothing.isVisible()
    back(opened)
    assert BLAME not in codes(opened)
    assert not tab.nothing.isVisible()


def test_it_is_a_step_away_from_a_finding(opened: Opened) -> None:
    opened.window.router.go("prep/red-flags/text")
    settle()
    flags = cast("PrepPage", opened.page).tool("red-flags")
    assert isinstance(flags, RedFlagsTab)
    flags.text.card.put(TEXT)
    settle()
    card = flags.text.panel.active_card
    assert card is not None
    assert card.details is not None
    card.details.rule_button.chosen.emit("all-rules")
    settle()
    assert isinstance(opened.page, SettingsPage)
    assert opened.page.tabs.current == "writing"


def test_nothing_is_cut_off(opened: Opened) -> None:
    set_aside(opened)
    assert audit_all(opened.window) == {}


# --- pace ------------------------------------------------------------------------------------------------------------


def test_the_pace_is_kept_and_shows_in_every_answer_at_once(opened: Opened) -> None:
    blank = opened.app.answers.start_blank().after
    assert isinstance(blank, Answer)
    opened.app.answers.save(blank, replace(blank, texts=("word " * 130, "word " * 130, "", "")))
    opened.window.router.go(f"answer/{blank.id}")
    settle()
    star = cast("PrepPage", opened.page).tool("star")
    assert isinstance(star, StarTab)
    said = star.write.view.editor.sections["situation"]
    assert "1:00" in said.count
    opened.window.router.go("settings/writing")
    settle()
    combo = tab_of(opened).pace
    assert combo.current == "130"
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_End)
    settle()
    assert opened.preferences.current.speaking_pace == 160
    opened.window.router.go(f"answer/{blank.id}")
    settle()
    assert "0:49" in said.count
    assert "1:38" in star.write.view.analysis.ring.accessibleName()


def test_a_pace_from_the_file_is_offered_as_it_is(opened: Opened) -> None:
    opened.preferences.update(speaking_pace=137)
    assert tab_of(opened).pace.current == "137"
    opened.preferences.update(speaking_pace=110)
    assert tab_of(opened).pace.current == "110"
