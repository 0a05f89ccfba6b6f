"""The last look at a finished Word file: is it whole, and does it hold a name that must not be in it?"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcareer.documents.blocks import Block, Cards, ChartRow, Paragraph, Story, Table, runs_of
from arcareer.documents.chart_values import BarChart, Chart, PairChart
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.docx_renderer import KEYWORDS
from arcareer.documents.look import LANGUAGE
from arcareer.documents.printed import Printed
from arcareer.documents.wording import CAUTIONS
from arcareer.errors import UserError

if TYPE_CHECKING:
    from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/"
_DESCRIBED = frozenset(
    {f"{_W}tblCaption", f"{_W}tblDescription", f"{_DRAWING}wordprocessingDrawing}}docPr", f"{_DRAWING}picture}}cNvPr"}
)
_DESCRIBING = frozenset({f"{_W}val", "name", "descr", "title"})
_XML_ENDINGS = (".xml", ".rels")
_PLACES = {"word/document.xml": "the text", "word/footer1.xml": "the footer", "docProps/core.xml": "the properties"}


@dataclass(frozen=True, slots=True)
class Leak:
    """A name that must not be printed, as it is written there, and the place in words."""

    name: str
    place: str


class LeakFound(UserError):  # noqa: N818 - a refusal with its reasons
    """The file would show names that were to be hidden, so it was not written."""

    def __init__(self, leaks: tuple[Leak, ...]) -> None:
        told = "; ".join(dict.fromkeys(f"“{leak.name}” in {leak.place}" for leak in leaks[:5]))
        super().__init__(
            f"The document was not written, because names you hide would still be in it: {told}. "
            "Change the alias or the text there, or show names."
        )
        self.leaks = leaks


def check_package(data: bytes, printed: Printed, file_name: str) -> None:
    """Read the finished file part by part.

    Raises `LeakFound` where a hidden name is in any part, property or the file's name, and RuntimeError where the file
    does not say what it should: then the fault is ours and the file must not be used.
    """
    parts = dict(_parsed_parts(data))
    written = "".join(node.text or "" for node in parts["word/document.xml"].iter(f"{_W}t"))
    if written != "".join(_expected(printed.blocks)):
        raise RuntimeError("the Word file does not hold the words it was given")
    if any(
        node.get("TargetMode") == "External" for name, root in parts.items() if name.endswith(".rels") for node in root
    ):
        raise RuntimeError("the Word file points at something outside itself")
    if printed.disclosure.hides_names:
        leaks = tuple(_leaks(parts, _own_words(printed), printed.disclosure, file_name))
        if leaks:
            raise LeakFound(leaks)


def check_texts(places: Iterable[tuple[str, str]], printed: Printed, file_name: str) -> None:
    """Raise `LeakFound` where a hidden name is in the file's name or in any text, each given behind its place."""
    if printed.disclosure.hides_names:
        own, every = _own_words(printed), (*places, ("the file name", file_name))
        leaks = (Leak(found, place) for place, text in every for found in _hits(text, own, printed.disclosure))
        if found := tuple(leaks):
            raise LeakFound(found)


def check_aliases(disclosure: Disclosure) -> None:
    """Raise `UserError` where an alias holds a customer's name itself."""
    for alias in disclosure.aliases.values():
        if hits := disclosure.names_in(alias):
            name = alias[hits[0].start : hits[0].end]
            raise UserError(
                f"The alias “{alias}” holds the name of a customer, “{name}”. Nothing was written. Choose another one."
            )


def _parsed_parts(data: bytes) -> Iterator[tuple[str, etree._Element]]:
    from lxml import etree  # noqa: PLC0415 - loaded with the document, not with this module

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(_XML_ENDINGS):
                yield name, etree.fromstring(archive.read(name), parser)


def _expected(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (column.heading for column in block.columns)
        for run in runs_of(block):
            yield str(run.text).replace("\n", "").replace("\t", "")


def _leaks(
    parts: dict[str, etree._Element], own: frozenset[str], disclosure: Disclosure, file_name: str
) -> Iterator[Leak]:
    for name, root in parts.items():
        place = _PLACES.get(name, f"part {name}")
        for text in _texts(root):
            yield from (Leak(found, place) for found in _hits(text, own, disclosure))
    yield from (Leak(found, "the file name") for found in _hits(file_name, own, disclosure))


def _hits(text: str, own: frozenset[str], disclosure: Disclosure) -> Iterator[str]:
    """Yield the names in a text, but not those inside words of the document itself."""
    for hit in disclosure.names_in(text):
        if not any(_covers(text, words, hit.start, hit.end) for words in own):
            yield text[hit.start : hit.end]


def _covers(text: str, words: str, start: int, end: int) -> bool:
    """Return whether `words` stand in the text so that they hold all of it from `start` to `end`."""
    return text.find(words, max(0, end - len(words)), start + len(words)) != -1


def _texts(root: etree._Element) -> set[str]:
    """Return what people can read in a part: paragraphs with their runs joined, properties, and words for pictures."""
    found: set[str] = set()
    for node in root.iter():
        tag = str(node.tag)
        if tag == f"{_W}p":
            found.add("".join(_paragraph_words(node)))
        elif tag in _DESCRIBED:
            found.update(str(value) for key, value in node.attrib.items() if str(key) in _DESCRIBING)
        elif node.text and not tag.startswith(_W):
            found.add(str(node.text))
    return found


def _paragraph_words(paragraph: etree._Element) -> Iterator[str]:
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        yield node.text or " "


def _own_words(printed: Printed) -> frozenset[str]:
    """Return the document's own words in which a name may stand by chance, such as a customer called March or Page."""
    words = {"Page 1 of 1", "arcareer", KEYWORDS, LANGUAGE, f"{printed.title.kind} {printed.title.short_period}"}
    words |= {printed.title.subject, *(f"Chart {number}" for number in range(1, 10))}
    words |= {piece.text for piece in printed.title.name.pieces if piece.own}
    for block in printed.blocks:
        words |= {piece.text for run in runs_of(block) for piece in run.pieces if piece.own}
        match block:
            case Table():
                words |= {block.title, block.description, *(column.heading for column in block.columns)}
            case Cards():
                words |= {block.title, block.description}
            case ChartRow():
                words |= {word for chart in block.charts for word in _chart_words(chart)}
            case Paragraph() | Story():
                pass
    return frozenset(word for word in words if printed.disclosure.names_in(word))


def _chart_words(chart: Chart) -> Iterator[str]:
    yield from ("Line chart", "Bar chart", "Column chart", "before", "after", "Before", chart.subtitle, *CAUTIONS)
    if isinstance(chart, BarChart | PairChart):
        yield chart.title
    if isinstance(chart, PairChart):
        yield from (text for pair in chart.pairs for text in (pair.before_text, pair.after_text))
    else:
        yield from (mark.text for mark in chart.marks)
        yield from (mark.label for mark in chart.marks if mark.day or len(mark.label) == 3)
        yield from (mark.plain_label for mark in chart.marks)
