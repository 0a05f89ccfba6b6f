"""Who reads a document and how it looks: levels, headings, notes, styles, other formats, the way back to a win."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.documents import BragSection, DisclosureLevel
from arcareer_ui.pages import brag_sheet, this_week
from arcareer_ui.pages.brag_sheet.sections import SectionRow
from tests.gui.pages.brag_sheet_desk import (
    banner,
    faults,
    labels,
    page,
    pick,
    press,
    put_half_year,
    redo,
    undo,
    view,
)
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import settle
from tests.support.opened import Opened
from tests.support.sheets import words_of_docx as list_of_words
from tests.support.style_files import letterhead

# without a screen, menus cannot be raised, which Qt says
pytestmark = pytest.mark.no_qt_log
NOTES = "Where the numbers come from"
OWN_STYLE = "arcareer’s own"


@pytest.fixture
def opened(open_pages: OpenPages, tmp_path: Path) -> Opened:
    desk = open_pages((brag_sheet.SPEC, this_week.SPEC))
    put_half_year(desk)
    desk.dialogs.path = tmp_path / "Sheet.docx"
    return desk


def words_of_docx(data: bytes) -> str:
    return " ".join(list_of_words(data))


def saved(opened: Opened) -> bytes:
    """Save as Word by keyboard and return the file."""
    QTest.keyClick(opened.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert opened.dialogs.path is not None
    return opened.dialogs.path.read_bytes()


def footers(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if "footer" in name)


def rename(row: SectionRow, words: str) -> None:
    row.pen.setFocus()
    QTest.keyClick(row.pen, Qt.Key.Key_Return)
    row.heading.selectAll()
    QTest.keyClicks(row.heading, words)
    QTest.keyClick(row.heading, Qt.Key.Key_Return)
    settle()


def take_style(opened: Opened, tmp_path: Path, data: bytes, name: str = "Letterhead.docx") -> None:
    """Add a Word file as a style by keyboard; the next file is saved beside it."""
    (tmp_path / name).write_bytes(data)
    opened.dialogs.path = tmp_path / name
    add = view(opened).style_card.add_button
    add.setFocus()
    QTest.keyClick(add, Qt.Key.Key_Return)
    settle()
    opened.dialogs.path = tmp_path / "Sheet.docx"


def test_internal_is_as_typed_and_says_so_in_name_and_footer(opened: Opened) -> None:
    press(view(opened).names.level, Qt.Key.Key_Left)
    assert page(opened).choosing.choices.level is DisclosureLevel.INTERNAL
    assert "Harlow Foods" in view(opened).preview.text
    data = saved(opened)
    assert opened.dialogs.offered[-1].name == "Brag sheet 2026 H2-INTERNAL.docx"
    assert "Internal" in footers(data)
    assert "Harlow" in words_of_docx(data)


def test_the_hr_file_hides_names_and_keeps_amounts(opened: Opened) -> None:
    data = saved(opened)
    assert opened.dialogs.offered[-1].name == "Brag sheet 2026 H2.docx"
    assert "Internal" not in footers(data)
    words = words_of_docx(data)
    assert "Harlow" not in words
    assert "186,400" in words


def test_outside_has_no_amounts_and_no_evidence(opened: Opened) -> None:
    assert "Mail from" in view(opened).preview.text
    press(view(opened).names.level, Qt.Key.Key_Right)
    assert page(opened).choosing.choices.level is DisclosureLevel.OUTSIDE
    words = words_of_docx(saved(opened))
    for text in (view(opened).preview.text, words):
        assert "186,400" not in text
        assert "48,200" not in text
        assert "Harlow" not in text
        assert "Mail from" not in text
    assert "Amounts become ranges or rates." in view(opened).names.summary.text()
    undo(opened)
    assert "186,400" in view(opened).preview.text


def test_a_section_is_called_what_the_user_calls_it(opened: Opened) -> None:
    row = view(opened).sections.rows[BragSection.WINS]
    rename(row, "What I did")
    assert QApplication.focusWidget() is row.pen
    assert not row.heading.isVisible()
    assert row.box.text() == "What I did"
    assert "What I did" in view(opened).preview.text
    assert "Wins by theme" not in view(opened).preview.text
    assert "What I did" in words_of_docx(saved(opened))
    undo(opened)
    assert "Wins by theme" in view(opened).preview.text
    assert row.box.text() == "Wins by theme"
    redo(opened)
    rename(row, " ")
    assert page(opened).choosing.choices.headings == ()


def test_a_renamed_section_moves_and_is_left_out_like_any_other(opened: Opened) -> None:
    rows = view(opened).sections.rows
    rename(rows[BragSection.WINS], "What I did")
    for _ in range(3):
        rows[BragSection.WINS].up.click()
    settle()
    text = view(opened).preview.text
    assert text.index("What I did") < text.index("Headline figures")
    QTest.keyClick(rows[BragSection.WINS].box, Qt.Key.Key_Space)
    settle()
    assert "What I did" not in view(opened).preview.text


def test_notes_say_where_the_numbers_come_from(opened: Opened) -> None:
    notes = view(opened).sections.notes
    assert NOTES not in view(opened).preview.text
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_Space)
    settle()
    assert NOTES in view(opened).preview.text
    assert NOTES in words_of_docx(saved(opened))
    undo(opened)
    assert not notes.isChecked()
    assert NOTES not in view(opened).preview.text


def test_a_word_file_of_the_house_gives_the_style(opened: Opened, tmp_path: Path) -> None:
    take_style(opened, tmp_path, letterhead())
    card = view(opened).style_card
    assert opened.dialogs.asked == ["A Word file for the style"]
    assert card.style_choice.currentText() == "Letterhead.docx"
    assert len(labels(card)) > len("Style")
    with zipfile.ZipFile(io.BytesIO(saved(opened))) as archive:
        parts = {name: archive.read(name).decode("utf-8", "ignore") for name in archive.namelist()}
    assert any("12 Mill Lane" in text for name, text in parts.items() if "header" in name)
    assert not any("Zanzibar" in text for text in parts.values())


def test_a_style_is_left_taken_again_and_removed(opened: Opened, tmp_path: Path) -> None:
    take_style(opened, tmp_path, letterhead())
    card = view(opened).style_card
    card.style_choice.setFocus()
    QTest.keyClick(card.style_choice, Qt.Key.Key_Up)
    settle()
    assert card.style_choice.currentText() == OWN_STYLE
    undo(opened)
    assert card.style_choice.currentText() == "Letterhead.docx"
    pick(card.acts, "Remove “Letterhead.docx”")
    assert card.style_choice.currentText() == OWN_STYLE
    assert page(opened).choosing.choices.style is None
    saved(opened)
    undo(opened)
    assert card.style_choice.currentText() == "Letterhead.docx"


def test_the_same_file_is_one_style_and_a_file_that_is_none_is_refused(opened: Opened, tmp_path: Path) -> None:
    take_style(opened, tmp_path, letterhead())
    (kept,) = opened.app.styles.all()
    take_style(opened, tmp_path, opened.app.styles.data(kept) or b"", "Again.docx")
    assert len(opened.app.styles.all()) == 1
    told: list[str] = []
    opened.page.toasted.connect(lambda request: told.append(request.text))
    take_style(opened, tmp_path, b"not a Word file", "Odd.docx")
    assert len(opened.app.styles.all()) == 1
    assert "Odd.docx" in told[-1]


def test_a_style_whose_copy_is_gone_says_so_and_saves_in_our_own_looks(opened: Opened, tmp_path: Path) -> None:
    take_style(opened, tmp_path, letterhead())
    (kept,) = opened.app.styles.all()
    for copy in opened.app.paths.evidence.rglob("*"):
        if copy.is_file():
            copy.unlink()
    page(opened).refresh(None)
    settle()
    assert opened.app.styles.data(kept) is None
    assert "Its copy is gone or was changed" in labels(view(opened).style_card)
    assert "Recovered a 140-day balance" in words_of_docx(saved(opened))


@pytest.mark.parametrize(
    ("words", "ending", "holds"),
    [
        ("Save as Markdown", ".md", b"\n# Brag"),
        ("Save as text", ".txt", b"Brag sheet"),
        ("Save as PDF", ".pdf", b"%PDF"),
    ],
)
def test_other_formats_are_saved_from_the_menu(
    opened: Opened, tmp_path: Path, words: str, ending: str, holds: bytes
) -> None:
    if ending == ".pdf":
        pytest.importorskip("typst", reason="the PDF part is not installed")
    path = opened.dialogs.path = tmp_path / f"Sheet{ending}"
    pick(view(opened).formats, words)
    assert opened.dialogs.asked == [words]
    assert opened.dialogs.offered[-1].name == f"Brag sheet 2026 H2{ending}"
    assert banner(opened).title == f"Sheet{ending} saved to {tmp_path.name}"
    data = path.read_bytes()
    assert holds in data
    if ending != ".pdf":
        assert "Recovered a 140-day balance from Customer A" in data.decode()


def test_a_change_elsewhere_reaches_every_choice_on_show(opened: Opened) -> None:
    before = opened.app.document_choices.choices()
    opened.app.document_choices.save(
        replace(before, level=DisclosureLevel.OUTSIDE, numbered_notes=True, left_out=(BragSection.CHART,))
    )
    settle()
    shown = view(opened)
    assert shown.names.level.current == DisclosureLevel.OUTSIDE.value
    assert shown.sections.notes.isChecked()
    assert not shown.sections.rows[BragSection.CHART].box.isChecked()
    assert "186,400" not in shown.preview.text


@pytest.mark.parametrize("stage", ["renaming", "style and naming"])
def test_nothing_is_cut_off_or_out_of_reach(opened: Opened, tmp_path: Path, stage: str) -> None:
    if stage == "renaming":
        row = view(opened).sections.rows[BragSection.WINS]
        rename(row, "Everything I did for the team and for the customers in this half year")
        row.pen.click()
    else:
        take_style(opened, tmp_path, letterhead())
        pick(view(opened).what.acts, "Keep these choices as a preset")
        QTest.keyClick(view(opened).what.name, Qt.Key.Key_Return)
    settle()
    assert faults(opened) == []
