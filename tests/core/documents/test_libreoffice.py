"""What another program shows of the Word file: every word, and no win parted from its heading (E17)."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.printed import printed
from arcareer.domain.documents import BragTemplate
from arcareer.domain.journal import Win
from tests.support.builders import a_win
from tests.support.paper import PDFTOTEXT, SOFFICE, shown_by_libreoffice
from tests.support.sheets import THEMES, a_sheet, words_of_docx

BULLETS = Path(__file__).parents[4] / "shared" / "devset" / "bullets.jsonl"

pytestmark = pytest.mark.skipif(not (SOFFICE and PDFTOTEXT), reason="LibreOffice or pdftotext is not installed")


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def real_words() -> list[Win]:
    lines = BULLETS.read_text(encoding="utf-8").splitlines()[:62]
    themes = [*THEMES, ""]
    return [
        a_win(json.loads(line)["text"], happened_on=date(2026, 7, 1) + timedelta(days=at), theme=themes[at % 4])
        for at, line in enumerate(lines)
    ]


@pytest.mark.skipif(not BULLETS.exists(), reason="the real sentences are not beside this checkout")
def test_every_real_sentence_is_shown_by_theme_and_newest_first(tmp_path: Path) -> None:
    wins = real_words()
    sheet = a_sheet(wins, customers=())
    files = {
        template.value: render_docx(printed(sheet, template))
        for template in (BragTemplate.PROMOTION, BragTemplate.PLAIN)
    }
    pages = shown_by_libreoffice(tmp_path, files)
    expected = [
        win.headline
        for theme in (*THEMES, "")
        for win in sorted(wins, key=lambda one: one.happened_on, reverse=True)
        if win.theme == theme
    ]
    for name, data in files.items():
        in_file, on_paper = letters("".join(words_of_docx(data))), letters("".join(pages[name]))
        for text in (in_file, on_paper):
            places = [text.find(letters(sentence)) for sentence in expected]
            assert -1 not in places
            assert places == sorted(places)


def stories(count: int) -> list[Win]:
    """Return wins that carry a mark at start and end, every second one with a long story."""
    found = []
    for number in range(count):
        told = number % 2 == 0
        found.append(
            a_win(
                f"Q{number:03}a Rang the {number}th account about its old balance",
                happened_on=date(2026, 7, 1) + timedelta(days=number),
                theme="cash" if number % 3 else "disputes",
                situation="The account had gone quiet after two broken promises and nobody had rung." if told else "",
                action="Rang every week, wrote down each promise and went to the controller with it. " * 2
                if told
                else "",
                outcome=f"Paid in full within the month, Q{number:03}b as agreed." if told else "",
            )
        )
    return found


def test_no_win_is_parted_from_its_heading_or_torn_over_two_pages(tmp_path: Path) -> None:
    files = {
        f"{template.value}-{count}": render_docx(printed(a_sheet(stories(count)), template))
        for template in (BragTemplate.PROMOTION, BragTemplate.PLAIN)
        for count in (23, 31, 44)
    }
    for pages in shown_by_libreoffice(tmp_path, files).values():
        assert len(pages) > 2
        for number in range(0, 44, 2):
            places = {at for at, page in enumerate(pages) if re.search(rf"Q{number:03}[ab]", page)}
            assert len(places) <= 1, number
        for page in pages[:-1]:
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            assert not re.search(r"\d+ wins?$", lines[-2], re.IGNORECASE), "a theme stands alone at the end of a page"


def test_long_tables_repeat_their_heading(tmp_path: Path) -> None:
    wins = [a_win(f"Win {number}", proof=f"Receipt {number}") for number in range(120)]
    (pages,) = shown_by_libreoffice(
        tmp_path, {"table": render_docx(printed(a_sheet(wins), BragTemplate.PLAIN))}
    ).values()
    with_rows = [page for page in pages if page.count("Receipt") > 10 and "Oct 2026" in page]
    headed = [page for page in with_rows if re.search(r"Date\s+Win\s+Proof", page)]
    assert len(headed) >= 3
