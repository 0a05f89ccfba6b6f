"""Both documents of a generated library in every format, and what is wrong with them."""

from __future__ import annotations

import shutil
import unicodedata
from collections import Counter
from dataclasses import dataclass

from arcareer.documents.claim_ledger import claim_ledger
from arcareer.documents.compose import Material, compose
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.leak_gate import check_package
from arcareer.documents.markdown_renderer import render_markdown
from arcareer.documents.pdf_renderer import can_render_pdf, render_pdf
from arcareer.documents.printed import Printed, printed
from arcareer.documents.review.compose import compose_review, printed_review
from arcareer.documents.text_renderer import render_text
from arcareer.domain.documents import BragSection, BragTemplate, DisclosureLevel, DocumentChoices, DocumentKind
from tests.support.generated_libraries import YEAR, GeneratedLibrary, a_generated_library
from tests.support.generated_reviews import a_generated_review
from tests.support.pdfs import poppler_pages_of
from tests.support.sheets import THEMES, WRITTEN, words_of_docx
from tests.support.word_checks import everything_wrong

LEVELS = tuple(DisclosureLevel)
TEMPLATES = tuple(BragTemplate)


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a library: how many wins, documents and numbers, and everything that is wrong."""

    number: int
    flavour: str
    wins: int
    numbers: int
    wrong: tuple[str, ...]


def trial_of(number: int) -> Trial:
    """Make the documents of a generated library and look them over."""
    library = a_generated_library(number)
    level, template = LEVELS[number % len(LEVELS)], TEMPLATES[number // 3 % len(TEMPLATES)]
    wrong: list[str] = []
    numbers = 0
    for name, document in documents_of(library, level, template):
        found, traced = _wrong_with(document, library)
        numbers += traced
        wrong += [f"{name}, {level}, {template}: {one}" for one in found]
    return Trial(number, library.flavour, len(library.wins), numbers, tuple(wrong))


def documents_of(
    library: GeneratedLibrary, level: DisclosureLevel, template: BragTemplate
) -> list[tuple[str, Printed]]:
    """Return both documents of a library under their names."""
    disclosure = Disclosure.of(level, library.customers)
    material = Material(
        wins=library.wins,
        owner=library.owner,
        themes=THEMES,
        sections=tuple(BragSection),
        period=YEAR,
        written_at=WRITTEN,
        bullets=library.bullets,
    )
    sheet = printed(compose(material, disclosure), template)
    choices = DocumentChoices(document=DocumentKind.REVIEW, level=level, template=template)
    review = printed_review(compose_review(a_generated_review(library, choices), disclosure), template)
    return [("brag sheet", sheet), ("promotion review", review)]


def _wrong_with(document: Printed, library: GeneratedLibrary) -> tuple[list[str], int]:
    data = render_docx(document, embed_fonts=False)
    wrong = everything_wrong(data)
    check_package(data, document, "Document.docx")
    if _letters(" ".join(words_of_docx(data))) != _letters(render_text(document)):
        wrong.append("the Word file and the text say different things")
    wrong += _other_formats(document)
    ledger = claim_ledger(document, {win.id: win for win in library.wins}, ())
    wrong += [f"“{line.number}” in “{line.sentence}” traces to nothing" for line in ledger.untraced]
    return wrong, len(ledger.lines)


def _other_formats(document: Printed) -> list[str]:
    """Return which other formats leave out something the text says; signs that mark or repeat a heading come on top."""
    said = Counter(_letters(render_text(document)))
    found = {"Markdown": render_markdown(document)}
    if can_render_pdf() and shutil.which("pdftotext"):
        found["PDF"] = " ".join(poppler_pages_of(render_pdf(document)))
    missing = {name: said - Counter(_letters(words)) for name, words in found.items()}
    return [f"{name} leaves out {dict(letters)}" for name, letters in missing.items() if letters]


def _letters(text: str) -> str:
    """Return the letters and digits, sorted: bullets and line ends differ, and boxes stand side by side in Word."""
    return "".join(sorted(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum()))
