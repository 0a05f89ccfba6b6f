"""The numbers of a document: what stands behind each, the card that defends it, and the stop for those without."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.documents.claim_ledger import LedgerLine, LineState
from arcareer_ui.pages import brag_sheet, this_week
from arcareer_ui.pages.brag_sheet.panes import NUMBERS
from arcareer_ui.pages.brag_sheet.panes.numbers import NumbersPane
from arcareer_ui.widgets.banner import Banner
from tests.gui.pages.brag_sheet_desk import (
    banner,
    button,
    faults,
    labels,
    page,
    put_bullet,
    put_half_year,
    redo,
    routes,
    show,
    undo,
    view,
)
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import settle
from tests.support.opened import Opened

CLAIMED = "Trained 17 colleagues in the portal"


@pytest.fixture
def opened(open_pages: OpenPages, tmp_path: Path) -> Opened:
    """The page with six wins, its numbers on show."""
    desk = open_pages((brag_sheet.SPEC, this_week.SPEC))
    put_half_year(desk)
    desk.dialogs.path = tmp_path / "Brag sheet.docx"
    show(desk, NUMBERS)
    return desk


def pane(opened: Opened) -> NumbersPane:
    return view(opened).numbers


def line(opened: Opened, number: str) -> LedgerLine:
    """Return the first line of a number, which is then the current one of the list."""
    numbers = pane(opened).list
    found = next(one for one in numbers.items if one.number == number)
    numbers.setFocus()
    assert numbers.choose((found.place, found.sentence, found.number))
    return found


def open_card(opened: Opened, number: str) -> LedgerLine:
    found = line(opened, number)
    QTest.keyClick(pane(opened).list, Qt.Key.Key_Return)
    settle()
    assert pane(opened).card.isVisible()
    return found


def test_every_number_of_the_document_has_a_line_with_what_stands_behind_it(opened: Opened) -> None:
    sheet = page(opened).sheet
    assert sheet is not None
    assert len(pane(opened).list.items) == len(sheet.ready.ledger.lines)
    assert pane(opened).summary.text() == f"{len(sheet.ready.ledger.lines)} numbers in the document."
    found = line(opened, "$186,400")
    assert found.state is LineState.TRACED
    model = pane(opened).list.model()
    words = model.data(pane(opened).list.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert "$186,400" in words
    assert "Bank file" in words


def test_enter_opens_the_card_and_the_keyboard_comes_back_to_its_line(opened: Opened) -> None:
    found = open_card(opened, "$186,400")
    card = pane(opened).card
    assert QApplication.focusWidget() is card.back
    assert card.number.text() == "$186,400"
    assert card.sentence.text() == found.sentence
    assert "Bank file" in card.behind.text()
    assert not card.accept.isVisible()
    QTest.keyClick(card.back, Qt.Key.Key_Return)
    settle()
    assert not card.isVisible()
    assert QApplication.focusWidget() is pane(opened).list
    assert pane(opened).list.current == found


def test_the_card_invites_with_what_the_library_knows(opened: Opened) -> None:
    open_card(opened, "$186,400")
    hints = {name: text.placeholderText() for name, text in pane(opened).card.fields.items()}
    assert "Bank file" in hints["measured"]
    assert "Dana" in hints["others"]
    assert all(hints.values())
    assert all(text.text == "" for text in pane(opened).card.fields.values())


def test_what_i_would_say_is_kept_and_each_field_is_a_step_to_undo(open_pages: OpenPages, opened: Opened) -> None:
    open_card(opened, "$186,400")
    card = pane(opened).card
    for name, text in card.fields.items():
        text.setFocus()
        QTest.keyClicks(text, f"About {name}")
    card.back.setFocus()
    settle()
    QTest.keyClick(card.back, Qt.Key.Key_Return)
    open_card(opened, "$48,200")
    assert card.fields["measured"].text == ""
    QTest.keyClick(card.back, Qt.Key.Key_Return)
    settle()
    opened.close()
    again = open_pages((brag_sheet.SPEC, this_week.SPEC))
    show(again, NUMBERS)
    open_card(again, "$186,400")
    kept = pane(again).card.fields
    assert {name: text.text for name, text in kept.items()} == {name: f"About {name}" for name in kept}


def test_a_stretch_of_typing_is_taken_back_where_it_was_typed(opened: Opened) -> None:
    open_card(opened, "$186,400")
    fields = pane(opened).card.fields
    fields["measured"].setFocus()
    QTest.keyClicks(fields["measured"], "Bank statement of September")
    fields["say"].setFocus()
    QTest.keyClicks(fields["say"], "It came in")
    undo(opened)
    assert (fields["measured"].text, fields["say"].text) == ("Bank statement of September", "")
    undo(opened)
    assert fields["measured"].text == ""
    redo(opened)
    assert fields["measured"].text == "Bank statement of September"


def test_a_defence_does_not_put_the_document_together_anew(opened: Opened) -> None:
    open_card(opened, "$186,400")
    before = page(opened).sheet
    QTest.keyClicks(pane(opened).card.fields["say"], "It came in")
    page(opened).flush()
    settle()
    assert page(opened).sheet is before


def test_the_card_leads_to_its_win(opened: Opened) -> None:
    asked = routes(opened)
    found = open_card(opened, "$48,200")
    assert found.win is not None
    QTest.keyClick(pane(opened).card.win_button, Qt.Key.Key_Return)
    assert asked == [f"win/{found.win}"]


def test_a_number_nothing_stands_behind_is_said_first_and_stops_saving_and_copying(opened: Opened) -> None:
    put_bullet(opened, CLAIMED)
    QGuiApplication.clipboard().setText("Before")
    said: list[str] = []
    opened.page.announced.connect(said.append)
    assert view(opened).check.text() == "1 number to trace"
    view(opened).save_button.click()
    settle()
    assert opened.dialogs.asked == []
    assert banner(opened).title == "The document is not saved"
    assert "“17” in “Trained 17 colleagues in the portal”" in said[-1]
    view(opened).copy_button.click()
    settle()
    assert banner(opened).title == "The text is not copied"
    assert QGuiApplication.clipboard().text() == "Before"
    QTest.keyClick(button("Show the numbers", opened), Qt.Key.Key_Return)
    settle()
    assert [one.sentence for one in pane(opened).list.items] == [CLAIMED]
    assert view(opened).findChildren(Banner) == []


def test_what_stopped_it_goes_once_every_number_is_traced(opened: Opened) -> None:
    bullet = put_bullet(opened, CLAIMED)
    view(opened).copy_button.click()
    settle()
    assert banner(opened).title == "The text is not copied"
    opened.app.bullets.save(bullet, replace(bullet, text="Trained all colleagues in the portal"))
    settle()
    assert view(opened).findChildren(Banner) == []


def test_review_leads_to_what_is_to_trace(opened: Opened) -> None:
    put_bullet(opened, CLAIMED)
    view(opened).show_pane("preview")
    view(opened).review_button.click()
    settle()
    assert pane(opened).isVisible()
    assert [one.sentence for one in pane(opened).list.items] == [CLAIMED]
    assert "1 of them to trace" in pane(opened).summary.text()


def test_my_own_word_lets_it_out_and_can_be_taken_back(opened: Opened) -> None:
    put_bullet(opened, CLAIMED)
    view(opened).review_button.click()
    settle()
    (only,) = pane(opened).list.items
    open_card(opened, only.number)
    card = pane(opened).card
    assert "Nothing stands behind it yet." in labels(card)
    card.accept.setFocus()
    QTest.keyClick(card.accept, Qt.Key.Key_Return)
    settle()
    assert card.state.text == "Your own word"
    assert QApplication.focusWidget() is card.take_back
    assert view(opened).check.text() != "1 number to trace"
    view(opened).save_button.click()
    settle()
    assert opened.dialogs.path is not None
    assert opened.dialogs.path.exists()
    card.take_back.setFocus()
    QTest.keyClick(card.take_back, Qt.Key.Key_Return)
    settle()
    assert QApplication.focusWidget() is card.accept
    assert view(opened).check.text() == "1 number to trace"
    undo(opened)
    assert view(opened).check.text() != "1 number to trace"
    undo(opened)
    assert view(opened).check.text() == "1 number to trace"


def test_a_bullet_that_is_linked_or_reworded_is_traced(opened: Opened) -> None:
    bullet = put_bullet(opened, "Collected $48,200 from a carrier")
    assert view(opened).check.text() == "1 number to trace"
    (linked,) = [win for win in opened.app.journal.wins(page(opened).choosing.period) if "48,200" in win.headline]
    opened.app.bullets.save(bullet, replace(bullet, win=linked.id))
    settle()
    assert view(opened).check.text() != "1 number to trace"


def test_the_card_follows_a_change_and_goes_with_its_number(opened: Opened) -> None:
    put_bullet(opened, CLAIMED)
    view(opened).review_button.click()
    settle()
    (only,) = pane(opened).list.items
    open_card(opened, only.number)
    (bullet,) = opened.app.bullets.all()
    view(opened).owner.lines["name"].setFocus()
    opened.app.bullets.save(bullet, replace(bullet, text="Trained all colleagues in the portal"))
    settle()
    assert not pane(opened).card.isVisible()
    assert pane(opened).empty.isVisible()
    assert QApplication.focusWidget() is view(opened).owner.lines["name"]


def test_a_document_without_numbers_says_so(open_pages: OpenPages) -> None:
    bare = open_pages((brag_sheet.SPEC, this_week.SPEC))
    show(bare, NUMBERS)
    assert not pane(bare).list.items
    assert "The document on show holds none." in labels(pane(bare))


@pytest.mark.parametrize("stage", ["list", "card", "to trace"])
def test_nothing_is_cut_off_or_out_of_reach(opened: Opened, stage: str) -> None:
    if stage == "to trace":
        put_bullet(opened, CLAIMED)
        view(opened).review_button.click()
        settle()
    if stage != "list":
        open_card(opened, pane(opened).list.items[0].number)
    assert faults(opened) == []
    assert pane(opened).isVisible()
