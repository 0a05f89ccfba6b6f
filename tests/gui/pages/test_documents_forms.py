"""The boxes of HR forms: what each asks and takes, the text that fits, and copying it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.documents import DocumentKind, FormQuestion
from arcareer_ui.pages import brag_sheet, this_week
from arcareer_ui.pages.brag_sheet.panes import FORM
from arcareer_ui.pages.brag_sheet.panes.form import FormBox, FormPane
from arcareer_ui.widgets.line_edit import LineEdit
from tests.gui.pages.brag_sheet_desk import (
    banner,
    faults,
    labels,
    page,
    pick,
    put_bullet,
    put_half_year,
    redo,
    show,
    undo,
    view,
)
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import settle
from tests.support.opened import Opened

# without a screen, menus cannot be raised, which Qt says
pytestmark = pytest.mark.no_qt_log
THREE = "Three boxes: 500, 1,000 and 2,000 characters"


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    """The page with six wins, its boxes on show: there are none yet."""
    desk = open_pages((brag_sheet.SPEC, this_week.SPEC))
    put_half_year(desk)
    show(desk, FORM)
    return desk


def pane(opened: Opened) -> FormPane:
    return view(opened).form


def boxes(opened: Opened) -> list[FormBox]:
    """Return the boxes from top to bottom."""
    return sorted(pane(opened).boxes.values(), key=lambda box: box.y())


def stored(opened: Opened) -> tuple[FormQuestion, ...]:
    return opened.app.form_questions.all()


def add(opened: Opened) -> FormBox:
    pane(opened).add_button.setFocus()
    QTest.keyClick(pane(opened).add_button, Qt.Key.Key_Return)
    settle()
    return boxes(opened)[-1]


def retype(line: LineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()


def test_one_begins_with_a_form_chosen_from_the_menu(opened: Opened) -> None:
    assert "No boxes yet" in labels(pane(opened))
    pick(pane(opened).starters, THREE)
    assert [box.limit.text() for box in boxes(opened)] == ["500", "1000", "2000"]
    assert pane(opened).summary.text() == "3 texts, each copied by itself."
    undo(opened)
    assert boxes(opened) == []
    assert stored(opened) == ()


def test_a_box_is_added_asks_and_takes_what_is_typed(opened: Opened) -> None:
    box = add(opened)
    retype(box.asks, "What are you proud of?")
    retype(box.limit, "150")
    (kept,) = stored(opened)
    assert (kept.question, kept.limit) == ("What are you proud of?", 150)
    assert 0 < len(box.text.text()) <= 150
    assert box.count.text().startswith(f"{len(box.text.text())} of 150 characters")
    retype(box.limit, "1")
    assert "longer than this box" in box.text.text()
    assert not box.copy.isEnabled()
    undo(opened)
    undo(opened)
    assert stored(opened)[0].limit == 1000
    assert box.limit.text() == "1000"
    undo(opened)
    assert box.asks.text() == "What did you achieve?"
    redo(opened)
    assert box.asks.text() == "What are you proud of?"


@pytest.mark.parametrize("typed", ["many", "0", "99999"])
def test_a_limit_no_box_has_is_refused_and_stays_typed(opened: Opened, typed: str) -> None:
    box = add(opened)
    retype(box.limit, typed)
    assert box.refusal
    assert box.limit.text() == typed
    retype(box.asks, "Something else")
    assert stored(opened)[0].question == "Something else"
    assert stored(opened)[0].limit == 1000
    assert box.limit.text() == typed
    retype(box.limit, "700")
    assert not box.refusal
    assert stored(opened)[0].limit == 700


def test_the_text_comes_from_the_parts_that_are_chosen(opened: Opened) -> None:
    box = add(opened)
    before = box.text.text()
    box.sections["wins"].setFocus()
    QTest.keyClick(box.sections["wins"], Qt.Key.Key_Space)
    settle()
    assert box.text.text() != before
    assert "wins" in stored(opened)[0].sections
    undo(opened)
    assert box.text.text() == before
    assert not box.sections["wins"].isChecked()


def test_a_box_of_one_document_keeps_its_parts_while_the_other_is_on_show(opened: Opened) -> None:
    box = add(opened)
    box.sections["wins"].click()
    settle()
    page(opened).choosing.choose(document=DocumentKind.REVIEW)
    settle()
    (of_review,) = boxes(opened)
    assert "case" in of_review.sections
    assert "wins" not in of_review.sections
    of_review.sections["case"].click()
    settle()
    assert set(stored(opened)[0].sections) == {"headline-figures", "wins", "case"}


def test_boxes_are_moved_and_the_keyboard_stays_with_the_one_that_moved(opened: Opened) -> None:
    pick(pane(opened).starters, THREE)
    last = boxes(opened)[-1]
    for _ in range(2):
        last.up.setFocus()
        QTest.keyClick(last.up, Qt.Key.Key_Return)
        settle()
    assert boxes(opened)[0] is last
    assert [one.limit for one in stored(opened)] == [2000, 500, 1000]
    assert QApplication.focusWidget() is last.down
    undo(opened)
    assert [one.limit for one in stored(opened)] == [500, 2000, 1000]


def test_a_box_is_removed_and_the_keyboard_goes_on_to_the_next(opened: Opened) -> None:
    pick(pane(opened).starters, THREE)
    first, second, third = boxes(opened)
    first.remove.setFocus()
    QTest.keyClick(first.remove, Qt.Key.Key_Return)
    settle()
    assert boxes(opened) == [second, third]
    assert QApplication.focusWidget() is second.remove
    for box in (third, second):
        box.remove.setFocus()
        QTest.keyClick(box.remove, Qt.Key.Key_Return)
        settle()
    assert QApplication.focusWidget() is pane(opened).add_button
    undo(opened)
    assert [box.limit.text() for box in boxes(opened)] == ["1000"]


def test_copying_puts_exactly_the_text_of_the_box_on_the_clipboard(opened: Opened) -> None:
    box = add(opened)
    told: list[str] = []
    opened.page.toasted.connect(lambda request: told.append(request.text))
    box.copy.setFocus()
    QTest.keyClick(box.copy, Qt.Key.Key_Return)
    settle()
    assert QGuiApplication.clipboard().text() == box.text.text()
    assert "Harlow" not in box.text.text()
    assert told == [f"Copied, {len(box.text.text())} characters"]


def test_a_number_nothing_stands_behind_keeps_the_text_here(opened: Opened) -> None:
    box = add(opened)
    put_bullet(opened, "Trained 17 colleagues in the portal")
    QGuiApplication.clipboard().setText("Before")
    box.copy.click()
    settle()
    assert QGuiApplication.clipboard().text() == "Before"
    assert banner(opened).title == "The text is not copied"


def test_the_text_follows_what_changes_elsewhere(opened: Opened) -> None:
    box = add(opened)
    box.sections["headline-figures"].click()
    box.sections["wins"].click()
    settle()
    win = next(one for one in opened.app.journal.wins(page(opened).choosing.period) if "Closed" in one.headline)
    opened.app.journal.save(win, replace(win, headline="Reworded on another page"))
    settle()
    assert "Reworded on another page" in box.text.text()
    (question,) = stored(opened)
    opened.app.form_questions.save(question, replace(question, question="Asked elsewhere"))
    settle()
    assert box.asks.text() == "Asked elsewhere"


def test_what_is_typed_is_kept_when_the_page_is_left(opened: Opened) -> None:
    box = add(opened)
    box.asks.setFocus()
    box.asks.selectAll()
    QTest.keyClicks(box.asks, "Half a question")
    page(opened).flush()
    assert stored(opened)[0].question == "Half a question"


@pytest.mark.parametrize("stage", ["none", "three", "refused"])
def test_nothing_is_cut_off_or_out_of_reach(opened: Opened, stage: str) -> None:
    if stage != "none":
        pick(pane(opened).starters, THREE)
    if stage == "refused":
        retype(boxes(opened)[0].limit, "99999")
    assert faults(opened) == []
