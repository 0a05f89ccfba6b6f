"""Bullet rubric with five hundred bullets."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from arcareer.domain.identity import new_id
from arcareer_ui.pages import prep
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.rubric.tab import RubricTab
from arcareer_ui.pages.prep.rubric.view import BEST
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit, settle
from tests.support.builders import a_bullet
from tests.support.opened import Opened

COUNT = 500


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    session = open_pages((prep.SPEC,))
    with session.app.edits._store.write() as unit:
        for number in range(COUNT):
            unit.bullets.put(a_bullet(f"Closed {number} disputes in week {number}", id=new_id(), position=number))
        unit.commit()
    session.window.router.go("prep/bullet-rubric")
    settle()
    return session


def tab_of(opened: Opened) -> RubricTab:
    tab = cast("PrepPage", opened.page).tool("bullet-rubric")
    assert isinstance(tab, RubricTab)
    return tab


def test_all_are_listed_scored_and_ranked(opened: Opened) -> None:
    view = tab_of(opened).view
    assert len(view.list.items) == COUNT
    assert all(line.score is not None for line in view.list.items)
    view.order.set_current(BEST)
    view.order.chosen.emit(BEST)
    scores = [line.score or 0 for line in view.list.items]
    assert scores == sorted(scores, reverse=True)


def test_the_last_one_is_reached_by_key(opened: Opened) -> None:
    view = tab_of(opened).view
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_End)
    settle()
    assert view.editor.text.text == view.list.items[-1].text
    assert tab_of(opened).place_title == view.list.items[-1].text


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1024, 640), 1.25)])
def test_nothing_is_cut_off(opened: Opened, size: tuple[int, int], scale: float) -> None:
    assert audit(opened.window, size, scale) == []
