"""What another program shows of a document in the user's own style: header, footer and every word on every page."""

from __future__ import annotations

from pathlib import Path

import pytest

from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.printed import printed
from arcareer.documents.style_file import read_style
from arcareer.domain.documents import BragTemplate, DisclosureLevel
from tests.core.documents.test_libreoffice import letters, stories
from tests.support import style_files
from tests.support.paper import PDFTOTEXT, SOFFICE, shown_by_libreoffice
from tests.support.sheets import a_sheet, words_of_docx

pytestmark = pytest.mark.skipif(not (SOFFICE and PDFTOTEXT), reason="LibreOffice or pdftotext is not installed")


def test_every_page_has_the_letterhead_and_no_win_is_torn(tmp_path: Path) -> None:
    makers = {"letterhead": style_files.letterhead, "two": style_files.two_sections, "german": style_files.german}
    document = printed(a_sheet(stories(23), level=DisclosureLevel.INTERNAL), BragTemplate.PROMOTION)
    files = {name: render_docx(document, style=read_style(make(), name)) for name, make in makers.items()}
    pages = shown_by_libreoffice(tmp_path, files)
    for name, data in files.items():
        on_paper = letters("".join(pages[name]))
        missing = [word for word in words_of_docx(data) if letters(word) not in on_paper]
        assert missing == [], name
        assert len(pages[name]) > 2
        assert all("Internal" in page for page in pages[name]), name
        for number in range(0, 23, 2):
            places = {at for at, page in enumerate(pages[name]) if f"Q{number:03}a" in page or f"Q{number:03}b" in page}
            assert len(places) == 1, (name, number)
    assert all("12 Mill Lane" in page and "registered in England" in page for page in pages["letterhead"])
    assert all("04109 Leipzig" in page and "Page " in page for page in pages["german"])
    assert "Running head of left pages" in pages["two"][1]
    assert "Running head of every page" in pages["two"][2]
    assert "Running head" not in pages["two"][0]
