"""The guide: searched, read, followed, and opened from any page with F1."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from arcareer_ui.page import Route
from arcareer_ui.pages import guide, prep, this_week
from arcareer_ui.pages.guide.page import GuidePage
from arcareer_ui.pages.guide.view import GuideView
from arcareer_ui.pages_list import PAGES
from arcareer_ui.shell.registry import route_heads
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit_all, settle
from tests.support.opened import Opened

SPECS = (this_week.SPEC, prep.SPEC, guide.SPEC)


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    session = open_pages(SPECS)
    session.window.router.go("guide")
    settle()
    return session


def view_of(opened: Opened) -> GuideView:
    return cast("GuidePage", opened.page).view


def find(qtbot: QtBot, opened: Opened, words: str) -> None:
    search = view_of(opened).search
    search.setFocus()
    with qtbot.waitSignal(search.searched):
        QTest.keyClicks(search, words)
    settle()


def test_it_opens_with_the_first_article_and_the_caret_in_the_search(opened: Opened) -> None:
    assert view_of(opened).title.text() == "What an AR coordinator does, and why it matters"
    assert QApplication.focusWidget() is view_of(opened).search


def test_a_search_with_one_mistake_shows_the_best_article_at_once(qtbot: QtBot, opened: Opened) -> None:
    find(qtbot, opened, "brokn promise")
    assert view_of(opened).title.text() == "When a promise is broken"
    assert opened.announced[-1].endswith("article") or opened.announced[-1].endswith("articles")


def test_a_search_without_a_find_says_so_and_all_come_back(qtbot: QtBot, opened: Opened) -> None:
    find(qtbot, opened, "zzzzzz")
    view = view_of(opened)
    assert view.none.isVisible()
    view.clear_button.click()
    settle()
    assert len(view.list.items) > 40
    assert view.search.text() == ""


def test_enter_in_the_list_leads_into_the_article(opened: Opened) -> None:
    view = view_of(opened)
    view.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    settle()
    assert QApplication.focusWidget() is view.article
    assert view.article.text in {item.text for item in opened.app.guide.pages}


def test_the_button_leads_where_the_reader_can_act_and_back_comes_back(opened: Opened) -> None:
    opened.window.router.go("guide/red-flags")
    settle()
    view_of(opened).action.click()
    settle()
    assert opened.window.pages.current_id == "prep"
    opened.window.router.back()
    settle()
    assert view_of(opened).title.text() == "Red flags hiring managers notice"


def test_a_related_article_opens(opened: Opened) -> None:
    opened.window.router.go("guide/few-metrics")
    settle()
    view_of(opened).related_chosen.emit("dso-explained")
    settle()
    assert view_of(opened).title.text() == "DSO: what it says and what it hides"


def test_an_article_that_is_gone_is_told(opened: Opened) -> None:
    opened.window.router.go("guide/never-was")
    settle()
    assert opened.window.toasts.toast is not None


def test_f1_opens_the_guide_from_any_page(opened: Opened) -> None:
    opened.window.router.go("this-week")
    settle()
    QTest.keyClick(opened.window, Qt.Key.Key_F1)
    settle()
    assert opened.window.pages.current_id == "guide"
    assert view_of(opened).title.text() == "Five minutes on Friday"


def test_every_article_leads_to_a_place_that_is_there(opened: Opened) -> None:
    heads = route_heads(PAGES)
    assert {page.key: page.route for page in opened.app.guide.pages if Route.parse(page.route).head not in heads} == {}


def test_nothing_is_cut_off_or_out_of_reach(opened: Opened) -> None:
    for route in ("guide", "guide/difficult-conversations", "guide/rule-vag101"):
        opened.window.router.go(route)
        settle()
        assert audit_all(opened.window) == {}
