"""A finished PDF read back: all its words in order, every other text with its place, and nothing missing unnoticed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from arcareer.documents.blocks import ChartRow
from arcareer.documents.chart_values import PairChart
from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.leak_gate import LeakFound
from arcareer.documents.pdf_check import texts_of_pdf
from arcareer.documents.pdf_renderer import render_pdf
from arcareer.documents.pdf_text import read_pdf
from arcareer.documents.printed import Printed, printed
from arcareer.documents.text import Piece, Text
from arcareer.documents.writer import write_document
from arcareer.domain.documents import BragTemplate, DisclosureLevel
from tests.support.builders import a_customer, a_win
from tests.support.pdfs import letters
from tests.support.sheets import a_sheet, words_of_docx

PROMOTION, PLAIN = BragTemplate.PROMOTION, BragTemplate.PLAIN


def places_of(document: Printed) -> dict[str, str]:
    """Return all texts of the document's PDF by their place."""
    found: dict[str, str] = {}
    for place, text in texts_of_pdf(render_pdf(document), document):
        found[place] = f"{found.get(place, '')}\n{text}"
    return found


@pytest.mark.parametrize("template", BragTemplate)
@pytest.mark.parametrize(
    "words", ["Plain words", "Win 🎉 by 👩‍👩‍👧", "株式会社の請求書", "(a (b) \\c) [d] <e>", "é e\u0301 ½ №", "x" * 900]
)
def test_the_words_come_back_in_their_order_without_what_repeats(words: str, template: BragTemplate) -> None:
    wins = [a_win(words, situation=words, proof=words), *(a_win(f"Win {at}", proof=f"Bill {at}") for at in range(60))]
    document = printed(a_sheet(wins), template)
    found = "".join(page.words for page in read_pdf(render_pdf(document)).pages)
    assert letters(found) == letters(" ".join(words_of_docx(render_docx(document, embed_fonts=False))))


def test_words_from_right_to_left_come_back_in_the_order_they_are_read() -> None:
    words = "تم تحصيل المبلغ بالكامل"
    document = printed(a_sheet([a_win(words), a_win(f"Rang {words} about חשבונית ישנה twice")]), PLAIN)
    found = "".join(page.words for page in read_pdf(render_pdf(document)).pages)
    assert letters(found).count(letters(words)) == 2
    assert letters("about חשבונית ישנה twice") in letters(found)


def test_every_text_has_its_place() -> None:
    found = places_of(printed(a_sheet(), PROMOTION))
    assert "Recovered a 140-day balance from Customer A" in found["page 1"]
    assert "Maya Torres  ·  Brag sheet 2026 H2" in found["the foot of page 1 or a picture on it"]
    assert "Bar chart. Before and after." in found["the foot of page 1 or a picture on it"]
    assert "Brag sheet 2026 H2" not in found["page 1"]
    assert "Brag sheet 2026 H2, Maya Torres" in found["the properties"]
    assert "Wins by theme" in found["a bookmark or description"]


@pytest.mark.parametrize("name", ["Page", "Typst", "Adobe", "Identity", "Brag", "July", "Cash", "Arial", "Proof"])
def test_a_customer_who_is_called_like_a_word_of_the_file_stops_nothing(name: str, tmp_path: Path) -> None:
    wins = [a_win(f"Rang account {at}", theme="cash", proof="Log") for at in range(90)]
    document = printed(a_sheet(wins, customers=[a_customer(name, alias="Customer A")]), PROMOTION)
    assert write_document(document, tmp_path / "sheet.pdf").is_file()


def test_missing_words_are_noticed() -> None:
    data = render_pdf(printed(a_sheet([a_win("Collected")]), PLAIN))
    with pytest.raises(RuntimeError, match="does not hold the words"):
        texts_of_pdf(data, printed(a_sheet([a_win("Collected twice")]), PLAIN))


def test_a_name_in_words_for_a_picture_or_in_the_properties_stops_the_file(tmp_path: Path) -> None:
    document = printed(a_sheet(), PROMOTION)
    charts = next(block for block in document.blocks if isinstance(block, ChartRow))
    pairs = next(chart for chart in charts.charts if isinstance(chart, PairChart))
    told = replace(pairs, pairs=tuple(replace(pair, label="DSO of Harlow Foods") for pair in pairs.pairs))
    blocks = tuple(replace(charts, charts=(told,)) if block is charts else block for block in document.blocks)
    named = replace(document.title, name=Text((Piece("Northgate Freight"),)))
    for leaking, told_of in (
        (replace(document, blocks=blocks), "“Harlow Foods” in the foot of page 1 or a picture on it"),
        (replace(document, title=named), "“Northgate Freight” in the properties"),
    ):
        with pytest.raises(LeakFound, match=told_of):
            write_document(leaking, tmp_path / "sheet.pdf")
    assert list(tmp_path.iterdir()) == []


def test_as_typed_every_name_may_stay(tmp_path: Path) -> None:
    document = printed(a_sheet(level=DisclosureLevel.INTERNAL), PROMOTION)
    path = write_document(document, tmp_path / "sheet.pdf")
    assert "Harlow Foods" in read_pdf(path.read_bytes()).pages[0].words
