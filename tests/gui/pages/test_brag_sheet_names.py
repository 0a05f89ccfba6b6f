"""Names that are hidden are nowhere, aliases are edited where they are seen (UX-28)."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.documents import BragTemplate, DisclosureLevel
from arcareer.domain.names import NameMatcher
from arcareer_ui.pages import brag_sheet, this_week
from tests.gui.pages.brag_sheet_desk import banner, page, put_half_year, view
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import settle
from tests.support.builders import a_customer, a_win
from tests.support.opened import Opened
from tests.support.sheets import CUSTOMERS, HARLOW, NORTHGATE, words_of_docx

CTRL = Qt.KeyboardModifier.ControlModifier
VARIANTS = ("Harlow", "HARLOW FOODS", "harlow-foods", "Harlow Foods Inc", "Northgate", "NorthgateFreight")


@pytest.fixture
def opened(open_pages: OpenPages, tmp_path: Path) -> Opened:
    """The page with six wins that name two customers, and one that writes their names in every way."""
    desk = open_pages((brag_sheet.SPEC, this_week.SPEC))
    put_half_year(desk)
    desk.wins(a_win("Every spelling: " + ", ".join(VARIANTS), happened_on=date(2026, 9, 9), theme="cash"))
    desk.dialogs.path = tmp_path / "Brag sheet.docx"
    return desk


def texts_of(data: bytes) -> dict[str, str]:
    """Return every part of a Word file as text, with and without its markup, file names included."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            raw = archive.read(name).decode("utf-8", "ignore")
            found[name] = f"{name}\n{raw}\n{re.sub(r'<[^>]*>', '', raw)}"
    return found


def saved(opened: Opened) -> bytes:
    view(opened).save_button.click()
    settle()
    assert opened.dialogs.path is not None
    return opened.dialogs.path.read_bytes()


@pytest.mark.parametrize("template", list(BragTemplate))
def test_hidden_names_are_in_no_part_of_the_file_nor_on_the_clipboard(opened: Opened, template: BragTemplate) -> None:
    view(opened).template.choice.buttons[template].click()
    settle()
    matcher = NameMatcher({customer.id: customer.names for customer in CUSTOMERS})
    data = saved(opened)
    for name, text in texts_of(data).items():
        if name.endswith((".xml", ".rels")):
            assert matcher.find(text) == (), name
            assert "harlow" not in text.casefold(), name
    view(opened).copy_button.click()
    assert matcher.find(QGuiApplication.clipboard().text()) == ()
    assert "harlow" not in view(opened).preview.text.casefold()
    assert "harlow" not in opened.dialogs.offered[0].name.casefold()
    assert "Customer A" in view(opened).preview.text


def test_a_hidden_name_in_the_file_name_is_refused_with_a_way_on(opened: Opened, tmp_path: Path) -> None:
    opened.dialogs.path = tmp_path / "Harlow Foods case.docx"
    view(opened).save_button.click()
    settle()
    assert banner(opened).title == "The document is not saved"
    assert not opened.dialogs.path.exists()
    assert list(tmp_path.glob("*.docx")) == []


def test_inside_the_house_names_stand_as_typed_and_that_is_said(opened: Opened) -> None:
    card = view(opened).names
    assert card.summary.text().startswith("2 names replaced in ")
    assert card.summary.text().endswith(" Amounts stay.")
    card.chosen.emit(DisclosureLevel.INTERNAL)
    settle()
    assert "Harlow Foods" in view(opened).preview.text
    assert card.summary.text() == "As you typed it, and marked Internal. Who reads this knows your customers."
    assert not any(row.isVisible() for row in card.rows.values())
    assert "Harlow" in words_of_docx(saved(opened))
    assert "hidden" not in banner(opened).accessibleName()
    QTest.keyClick(opened.window, Qt.Key.Key_Z, CTRL)
    settle()
    assert "Harlow" not in view(opened).preview.text


def test_the_message_after_saving_counts_the_names_that_were_hidden(opened: Opened) -> None:
    saved(opened)
    assert "2 customer names hidden." in banner(opened).accessibleName()


def test_an_alias_is_changed_in_place_and_taken_back_in_one_step(opened: Opened) -> None:
    row = view(opened).names.rows[HARLOW.id]
    row.alias.setFocus()
    row.alias.selectAll()
    QTest.keyClicks(row.alias, "A food")
    page(opened).flush()
    QTest.keyClicks(row.alias, " group")
    QTest.keyClick(row.alias, Qt.Key.Key_Return)
    settle()
    assert QApplication.focusWidget() is row.alias
    stored = opened.app.customers.get(HARLOW.id)
    assert stored is not None
    assert stored.alias == "A food group"
    assert "Recovered a 140-day balance from A food group" in view(opened).preview.text
    view(opened).save_button.setFocus()
    QTest.keyClick(opened.window, Qt.Key.Key_Z, CTRL)
    settle()
    assert "Recovered a 140-day balance from Customer A" in view(opened).preview.text
    assert row.alias.text() == "Customer A"


def test_an_alias_in_use_or_empty_is_told_under_its_line_and_kept_as_typed(opened: Opened) -> None:
    row = view(opened).names.rows[NORTHGATE.id]
    row.alias.setFocus()
    row.alias.selectAll()
    QTest.keyClicks(row.alias, "Customer A")
    page(opened).flush()
    settle()
    assert "already stands for" in row.message.text
    assert row.alias.text() == "Customer A"
    assert row.message.text in row.alias.accessibleDescription()
    QTest.keyClicks(row.alias, "ble maker")
    assert row.message.text == ""
    page(opened).flush()
    settle()
    stored = opened.app.customers.get(NORTHGATE.id)
    assert stored is not None
    assert stored.alias == "Customer Able maker"
    row.alias.clear()
    QTest.keyClick(row.alias, Qt.Key.Key_Backspace)
    view(opened).save_button.setFocus()
    settle()
    assert opened.app.customers.get(NORTHGATE.id) == stored
    assert row.alias.text() in ("", "Customer Able maker")


def test_two_names_are_shown_and_the_rest_is_a_click_away(opened: Opened) -> None:
    extra = [a_customer(f"Elsway Metals {number}", alias=f"Customer {letter}") for number, letter in enumerate("CDE")]
    with opened.app.edits._store.write() as unit:
        for customer in extra:
            unit.customers.put(customer)
        unit.commit()
    opened.wins(*(a_win(f"Called {customer.name}", happened_on=date(2026, 9, 2)) for customer in extra))
    card = view(opened).names
    assert [row.isVisible() for row in card.rows.values()] == [True, True, False, False, False]
    assert card.more.label == "All 5 names"
    QTest.keyClick(card.more, Qt.Key.Key_Return)
    settle()
    assert all(row.isVisible() for row in card.rows.values())
    assert card.more.label == "Show fewer"
    assert [row.y() for row in card.rows.values()] == sorted(row.y() for row in card.rows.values())


def test_a_customer_added_elsewhere_is_hidden_at_once(opened: Opened) -> None:
    opened.wins(a_win("Walked Quillon Paper through the portal", happened_on=date(2026, 9, 2)))
    assert "Quillon Paper" in view(opened).preview.text
    edit = opened.app.customers.add("Quillon Paper")
    settle()
    assert "Quillon" not in view(opened).preview.text
    assert edit.entity_id in view(opened).names.rows


def test_a_customer_renamed_elsewhere_keeps_its_line(opened: Opened) -> None:
    row = view(opened).names.rows[NORTHGATE.id]
    opened.app.customers.save(NORTHGATE, replace(NORTHGATE, alias="A haulier"))
    settle()
    assert view(opened).names.rows[NORTHGATE.id] is row
    assert row.alias.text() == "A haulier"


def test_an_alias_that_is_a_name_is_refused_when_saving(opened: Opened) -> None:
    opened.app.customers.save(NORTHGATE, replace(NORTHGATE, alias="Friend of Harlow"))
    settle()
    assert opened.dialogs.path is not None
    view(opened).save_button.click()
    settle()
    assert banner(opened).title == "The document is not saved"
    assert not opened.dialogs.path.exists()
