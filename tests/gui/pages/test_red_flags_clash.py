"""Red flags over a text of the library that was changed in two places."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from arcareer.domain.journal import Win
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer_ui.pages import prep, wins
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.red_flags.tab import RedFlagsTab
from arcareer_ui.pages.prep.red_flags.text_part import TextPart
from arcareer_ui.widgets.banner import Banner
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit_all, settle
from tests.support.builders import a_win
from tests.support.opened import Opened
from tests.support.running import press

WIN = a_win("Closed nine old disputes", action="I called")


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    """A win on show in Red flags, typed in while the disk was full, and changed elsewhere meanwhile."""
    session = open_pages((prep.SPEC, wins.SPEC))
    session.wins(WIN)
    session.window.router.go(f"prep/red-flags/win/{WIN.id}/action")
    settle()

    def refuse() -> None:
        raise LibraryProblem(ProblemKind.DISK_FULL, "The disk is full. Your text is kept.")

    session.app.edits._store.guard = refuse
    text = part_of(session).card.text
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(text, " twice")
    session.window.pages.flush()
    session.app.edits._store.guard = lambda: None
    session.app.journal.save(stored(session), replace(stored(session), action="They called"))
    settle()
    return session


def part_of(opened: Opened) -> TextPart:
    tab = cast("PrepPage", opened.page).tool("red-flags")
    assert isinstance(tab, RedFlagsTab)
    return tab.text


def banners(opened: Opened) -> list[Banner]:
    return [one for one in part_of(opened).findChildren(Banner) if one.isVisible()]


def stored(opened: Opened) -> Win:
    win = opened.app.journal.get(WIN.id)
    assert win is not None
    return win


@pytest.mark.parametrize(
    ("answer", "left"), [("Keep what I typed", "I called twice"), ("Take the stored one", "They called")]
)
def test_a_clash_is_for_the_user_to_decide(opened: Opened, answer: str, left: str) -> None:
    assert len(banners(opened)) == 1
    assert stored(opened).action == "They called"
    assert part_of(opened).card.text.text == "I called twice"
    press(banners(opened)[0], answer)
    assert stored(opened).action == left
    assert part_of(opened).card.text.text == left
    assert banners(opened) == []


def test_the_question_is_in_reach_at_every_size(opened: Opened) -> None:
    assert audit_all(opened.window) == {}
