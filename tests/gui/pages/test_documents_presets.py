"""Choices kept under a name: the manager, the panel, someone outside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.documents import BragTemplate, DisclosureLevel, DocumentKind
from arcareer_ui.pages import brag_sheet, this_week
from arcareer_ui.pages.brag_sheet.document_card import DocumentCard
from tests.gui.pages.brag_sheet_desk import labels, page, pick, put_half_year, redo, undo, view
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import settle
from tests.support.opened import Opened

# without a screen, menus cannot be raised, which Qt says
pytestmark = pytest.mark.no_qt_log
KEEP = "Keep these choices as a preset"


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    desk = open_pages((brag_sheet.SPEC, this_week.SPEC))
    put_half_year(desk)
    return desk


def card(opened: Opened) -> DocumentCard:
    return view(opened).what


def names(opened: Opened) -> list[str]:
    """Return the presets the card offers."""
    return [card(opened).preset.itemText(at) for at in range(1, card(opened).preset.count())]


def take_up(opened: Opened, name: str) -> None:
    """Choose a preset by keyboard."""
    combo = card(opened).preset
    combo.setFocus()
    QTest.keyClicks(combo, name[0])
    settle()
    assert combo.currentText() == name


def keep(opened: Opened, name: str) -> None:
    pick(card(opened).acts, KEEP)
    assert QApplication.focusWidget() is card(opened).name
    QTest.keyClicks(card(opened).name, name)
    QTest.keyClick(card(opened).name, Qt.Key.Key_Return)
    settle()


def test_there_are_three_to_begin_with_and_taking_one_up_changes_the_document(opened: Opened) -> None:
    assert names(opened) == ["My manager", "Promotion panel", "Someone outside"]
    start = page(opened).choosing.choices
    view(opened).preview.text.index("$186,400")
    page(opened).choosing.choose(template=BragTemplate.PLAIN)
    take_up(opened, "Someone outside")
    choices = page(opened).choosing.choices
    assert choices.level is DisclosureLevel.OUTSIDE
    assert choices.template is BragTemplate.PLAIN
    assert "$186,400" not in view(opened).preview.text
    undo(opened)
    undo(opened)
    assert page(opened).choosing.choices == start
    assert card(opened).preset.currentText() == "Own choices"


def test_own_choices_are_not_a_preset_to_go_back_to(opened: Opened) -> None:
    take_up(opened, "Someone outside")
    before = page(opened).choosing.choices
    QTest.keyClick(card(opened).preset, Qt.Key.Key_Home)
    settle()
    assert page(opened).choosing.choices == before
    assert card(opened).preset.currentText() == "Someone outside"


def test_choices_are_kept_under_a_name_and_found_again(open_pages: OpenPages, opened: Opened) -> None:
    page(opened).choosing.choose(template=BragTemplate.ONE_PAGE)
    keep(opened, "Team lead")
    assert not card(opened).naming.isVisible()
    assert card(opened).preset.currentText() == "Team lead"
    page(opened).choosing.choose(template=BragTemplate.PLAIN)
    settle()
    assert card(opened).preset.currentText() == "Own choices"
    opened.close()
    again = open_pages((brag_sheet.SPEC, this_week.SPEC))
    assert "Team lead" in names(again)
    take_up(again, "Team lead")
    assert page(again).choosing.choices.template is BragTemplate.ONE_PAGE


def test_keeping_is_taken_back_and_done_again(opened: Opened) -> None:
    keep(opened, "Team lead")
    undo(opened)
    assert names(opened) == ["My manager", "Promotion panel", "Someone outside"]
    redo(opened)
    assert "Team lead" in names(opened)


@pytest.mark.parametrize(("typed", "told"), [("my MANAGER", "already"), ("", "needs a name")])
def test_a_name_that_cannot_be_is_told_and_stays_typed(opened: Opened, typed: str, told: str) -> None:
    keep(opened, typed)
    assert card(opened).naming.isVisible()
    assert card(opened).name.text() == typed
    assert told in labels(card(opened))
    QTest.keyClicks(card(opened).name, "2")
    assert told not in labels(card(opened))
    QTest.keyClick(card(opened).name, Qt.Key.Key_Return)
    settle()
    assert not card(opened).naming.isVisible()
    assert f"{typed}2" in names(opened)


def test_a_change_of_mind_keeps_nothing_and_the_keyboard_stays_on_the_card(opened: Opened) -> None:
    pick(card(opened).acts, KEEP)
    QTest.keyClicks(card(opened).name, "Half")
    cancel = card(opened).leave
    cancel.setFocus()
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    settle()
    assert not card(opened).naming.isVisible()
    assert QApplication.focusWidget() is card(opened).acts
    assert len(names(opened)) == 3


def test_a_preset_comes_to_mean_other_choices(opened: Opened) -> None:
    keep(opened, "Team lead")
    page(opened).choosing.choose(level=DisclosureLevel.INTERNAL, template=BragTemplate.PLAIN)
    settle()
    pick(card(opened).acts, "Let “Team lead” mean these choices")
    assert card(opened).preset.currentText() == "Team lead"
    page(opened).choosing.choose(document=DocumentKind.REVIEW)
    settle()
    take_up(opened, "Team lead")
    choices = page(opened).choosing.choices
    assert (choices.document, choices.level) == (DocumentKind.BRAG_SHEET, DisclosureLevel.INTERNAL)


def test_a_preset_is_renamed_and_removed(opened: Opened) -> None:
    keep(opened, "Team lead")
    pick(card(opened).acts, "Rename “Team lead”")
    assert card(opened).name.text() == "Team lead"
    card(opened).name.selectAll()
    QTest.keyClicks(card(opened).name, "Dana")
    QTest.keyClick(card(opened).name, Qt.Key.Key_Return)
    settle()
    assert "Dana" in names(opened)
    assert "Team lead" not in names(opened)
    pick(card(opened).acts, "Remove “Dana”")
    assert "Dana" not in names(opened)
    undo(opened)
    assert "Dana" in names(opened)
    undo(opened)
    assert "Team lead" in names(opened)
