"""Resume files: what a PDF and a Word file hold is read in order, and what cannot be read is refused with a reason."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.errors import UserError
from arcareer.reading.files import read_resume, read_table, read_text_document
from arcareer.reading.page_layout import Fragment, page_lines
from arcareer.reading.page_paragraphs import blocks_of
from arcareer.reading.table import FileKind
from tests.support import resumes

fragments = st.lists(
    st.builds(
        Fragment,
        x=st.floats(0, 600),
        y=st.floats(0, 800),
        size=st.floats(4, 40),
        text=st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=60),
    ),
    max_size=40,
)


def texts(path: Path) -> list[str]:
    return [block.text for block in read_resume(path).blocks]


@given(fragments)
def test_no_letter_of_a_page_is_lost_or_doubled(pieces: list[Fragment]) -> None:
    read = "".join(line.text for line in page_lines(pieces))
    assert Counter(read.replace(" ", "")) == Counter("".join("".join(piece.text.split()) for piece in pieces))


@given(st.lists(fragments, max_size=3))
def test_blocks_come_in_order_with_numbers_of_their_own(pages: list[list[Fragment]]) -> None:
    blocks = list(blocks_of([page_lines(page) for page in pages]))
    assert [block.line for block in blocks] == list(range(1, len(blocks) + 1))
    assert all(block.text for block in blocks)


def test_headings_items_and_wrapped_lines_of_a_pdf_are_told_apart(tmp_path: Path) -> None:
    lines = [(40.0, 740.0, "Work"), *resumes.placed_lines(resumes.BULLETS[:2], 40, 700, 40)]
    document = read_resume(resumes.drawn_pdf(tmp_path / "resume.pdf", lines))
    assert document.origin.kind is FileKind.PDF
    assert [(block.text, block.list_level) for block in document.blocks] == [
        ("Work", 0),
        *((bullet, 1) for bullet in resumes.BULLETS[:2]),
    ]


def test_parted_words_and_page_numbers(tmp_path: Path) -> None:
    pages = [[(40.0, 700.0, "-"), (52.0, 700.0, "Agreed a follow-"), (52.0, 687.0, "up call"), (300.0, 30.0, "1 / 1")]]
    assert texts(resumes.drawn_pdf(tmp_path / "resume.pdf", *pages)) == ["Agreed a follow-up call"]


def test_text_boxes_and_cells_of_a_word_file_are_read_once(tmp_path: Path) -> None:
    boxed = texts(resumes.boxed(tmp_path / "resume.docx"))
    assert [text for text in boxed if text in resumes.BULLETS] == list(resumes.BULLETS)
    cells = texts(resumes.side_by_side(tmp_path / "resume.docx"))
    assert cells.index(resumes.SKILLS[-1]) < cells.index(resumes.BULLETS[0])


def test_line_break_in_a_word_paragraph_stays_one(tmp_path: Path) -> None:
    broken = [text for text in texts(resumes.table_rows(tmp_path / "resume.docx")) if "\n" in text]
    assert [text.split("\n") for text in broken] == [[f"• {bullet}" for bullet in job.bullets] for job in resumes.JOBS]


def test_signs_of_markdown_are_taken_off(tmp_path: Path) -> None:
    path = tmp_path / "resume.md"
    path.write_text("# Dana *Whitlock*\n## Work ##\n  - Cut **DSO** to [41 days](http://x)\n* Rang 4 payers", "utf-8")
    blocks = read_resume(path).blocks
    assert [block.text for block in blocks] == ["Dana Whitlock", "Work", "  - Cut DSO to 41 days", "* Rang 4 payers"]
    assert [block.heading_level for block in blocks] == [1, 2, 0, 0]


def test_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(resumes.drawn_pdf(tmp_path / "open.pdf", [(40, 700, "Hello")]))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "resume.pdf")
    with pytest.raises(UserError, match="password"):
        read_resume(tmp_path / "resume.pdf")


def test_pdf_that_anybody_may_open_is_read(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(resumes.drawn_pdf(tmp_path / "open.pdf", [(40, 700, "Hello")]))
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(tmp_path / "resume.pdf")
    assert texts(tmp_path / "resume.pdf") == ["Hello"]


def test_pdf_of_pictures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="only pictures"):
        read_resume(resumes.drawn_pdf(tmp_path / "resume.pdf", []))


def test_book_is_no_resume(tmp_path: Path) -> None:
    pages = [[(40.0, 700.0, "Hello")]] * 61
    with pytest.raises(UserError, match="61 pages"):
        read_resume(resumes.drawn_pdf(tmp_path / "resume.pdf", *pages))


@pytest.mark.parametrize("cut", [20, 200, 450, 700])
def test_cut_off_pdf_is_read_as_far_as_it_goes_or_refused(tmp_path: Path, cut: int) -> None:
    whole = resumes.drawn_pdf(tmp_path / "whole.pdf", [(40, 700, "Hello")]).read_bytes()
    path = tmp_path / "resume.pdf"
    path.write_bytes(whole[:cut])
    try:
        assert texts(path) == ["Hello"]
    except UserError as refusal:
        assert "Nothing was read" in str(refusal)  # noqa: PT017 - either answer is fine


def test_pdf_is_refused_where_a_list_is_needed(tmp_path: Path) -> None:
    path = resumes.drawn_pdf(tmp_path / "aging.pdf", [(40, 700, "Hello")])
    for read in (read_table, read_text_document):
        with pytest.raises(UserError, match="is a PDF"):
            read(path)


def test_spreadsheet_is_no_resume(tmp_path: Path) -> None:
    path = tmp_path / "resume.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(UserError, match="spreadsheet"):
        read_resume(path)
