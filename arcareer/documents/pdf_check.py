"""The last look at a finished PDF: is every word in it, and what could be read in it, with its place?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from arcareer.documents.blocks import Paragraph, Table, runs_of
from arcareer.documents.pdf_text import PdfText, read_pdf
from arcareer.documents.printed import Printed
from arcareer.documents.styles import DESIGNS

_PAGE_NUMBER: Final = re.compile(r"Page \d+ of \d+$")


def texts_of_pdf(data: bytes, printed: Printed) -> tuple[tuple[str, str], ...]:
    """Return every text of a finished PDF, each behind its place in words.

    Raises RuntimeError where letters of the document are missing in it: then the fault is ours and the file must not
    be used.
    """
    found = read_pdf(data)
    if _letters(_words(printed)) - _letters(page.words for page in found.pages):
        raise RuntimeError("the PDF does not hold the words it was given")
    return tuple(_places(found, printed))


def _places(found: PdfText, printed: Printed) -> Iterator[tuple[str, str]]:
    in_capitals = tuple(_in_capitals(printed))
    for number, page in enumerate(found.pages, 1):
        yield f"page {number}", _as_meant(page.words, in_capitals)
        yield f"the foot of page {number} or a picture on it", _PAGE_NUMBER.sub(" ", page.furniture)
    yield from (("the properties", text) for text in found.properties)
    yield from (("a bookmark or description", _as_meant(text, in_capitals)) for text in found.described)


def _as_meant(words: str, in_capitals: Iterable[str]) -> str:
    for typed in in_capitals:
        words = words.replace(typed.upper(), typed)
    return words


def _in_capitals(printed: Printed) -> Iterator[str]:
    """Yield the words that the pages show in capitals, as they are meant."""
    styles = DESIGNS[printed.template].paragraphs
    for block in printed.blocks:
        if isinstance(block, Paragraph) and styles[block.style].capitals:
            yield from (str(run.text) for run in runs_of(block) if run.text)


def _words(printed: Printed) -> Iterator[str]:
    for block in printed.blocks:
        if isinstance(block, Table):
            yield from (column.heading for column in block.columns)
        yield from (str(run.text) for run in runs_of(block))


def _letters(texts: Iterable[str]) -> Counter[str]:
    """Count the letters and digits of texts, capitals and small ones together, accents apart."""
    counted: Counter[str] = Counter()
    for text in texts:
        plain = text.upper() if text.isascii() else unicodedata.normalize("NFKD", text.upper())
        counted.update(char for char in plain if char.isalnum())
    return counted
