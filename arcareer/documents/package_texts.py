"""Everything that can be read in a Word file, part by part, with the place of each text in words."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree

MAIN_PART: Final = "word/document.xml"
LINK: Final = "a link between parts"
PART: Final = "the name of a picture or part"
STYLE: Final = "the name of a style"
FONT: Final = "the name of a font"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PARAGRAPHS: Final = {
    f"{_W}p": tuple(f"{_W}{name}" for name in ("t", "tab", "br", "cr", "noBreakHyphen", "delText", "instrText")),
    f"{_A}p": (f"{_A}t", f"{_A}br"),
}
_TOLD_ELSEWHERE: Final = frozenset(name for names in _PARAGRAPHS.values() for name in names)
_DESCRIBING: Final = frozenset(
    {"name", "descr", "title", "author", "initials", "tooltip", "anchor", "string", "instr", "Target"}
)
_DESCRIBED: Final = frozenset(
    f"{_W}{name}"
    for name in (
        *("tblCaption", "tblDescription", "alias", "tag", "name", "aliases", "docVar", "category", "default"),
        *("lvlText", "helpText", "statusText", "displayText", "attachedSchema"),
    )
)
_PAGE_FIELD: Final = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)(?:\s+\\[*#]\s+\w+)*\s*")
_XML: Final = (".xml", ".rels")
_PLACES: Final = (
    (re.compile(r"word/document\.xml"), "the text"),
    (re.compile(r"word/footer\d*\.xml"), "the footer"),
    (re.compile(r"word/header\d*\.xml"), "the header"),
    (re.compile(r"word/comments\w*\.xml"), "a comment"),
    (re.compile(r"word/(?:foot|end)notes\.xml"), "a footnote"),
    (re.compile(r"docProps/\w+\.xml"), "the properties"),
    (re.compile(r".*\.rels"), LINK),
    (re.compile(r".*/media/.*"), "a picture"),
)
_DESCRIPTION: Final = "the name or description of a picture or table"
_READABLE: Final = re.compile(rb"[\x20-\x7e\xc0-\xff]{8,400}")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_FONT: Final = re.compile(r"word/fonts/")


@dataclass(frozen=True, slots=True)
class PackageText:
    """A text and where it stands; `raw` says that it was taken out of a part that is no text at all."""

    place: str
    text: str
    raw: bool = False


class Package:
    """A Word file taken apart."""

    def __init__(self, data: bytes) -> None:
        from lxml import etree  # noqa: PLC0415 - loaded with the document, not with this module

        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        self._others: dict[str, bytes] = {}
        self.parts: dict[str, etree._Element] = {}
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.names = tuple(archive.namelist())
            for name in self.names:
                if name.endswith(_XML):
                    self.parts[name] = etree.fromstring(archive.read(name), parser)
                elif not _FONT.match(name):
                    self._others[name] = archive.read(name)

    @property
    def words(self) -> str:
        """Return all words of the text in reading order, without breaks."""
        return "".join(node.text or "" for node in self.parts[MAIN_PART].iter(f"{_W}t"))

    @property
    def points_outside(self) -> bool:
        """Return whether a part refers to something outside the file."""
        return any(
            node.get("TargetMode") == "External"
            for name, root in self.parts.items()
            if name.endswith(".rels")
            for node in root
        )

    def texts(self) -> Iterator[PackageText]:
        """Yield every text once a place: paragraphs with runs joined, descriptions, properties, names of parts."""
        for name, root in self.parts.items():
            place = _place(name)
            yield from (PackageText(place, text) for text in _texts(root))
            yield from _descriptions(root, place if name.endswith(".rels") else _DESCRIPTION)
        yield from (PackageText(PART, name) for name in self.names)
        for name, data in self._others.items():
            found = {words.decode("latin-1") for words in _READABLE.findall(_without_pixels(data))}
            yield from (PackageText(_place(name), words, raw=True) for words in found)


def _without_pixels(data: bytes) -> bytes:
    """Return the bytes of a part without the packed pixels of a PNG, in which letters stand by chance alone."""
    if not data.startswith(_PNG):
        return data
    kept, at = [], len(_PNG)
    while (end := at + 12 + int.from_bytes(data[at : at + 4])) <= len(data):
        if data[at + 4 : at + 8] != b"IDAT":
            kept.append(data[at:end])
        at = end
    return b"\n".join((*kept, data[at:]))


def _place(name: str) -> str:
    return next((place for pattern, place in _PLACES if pattern.fullmatch(name)), f"part {name}")


def _texts(root: etree._Element) -> set[str]:
    found: set[str] = set()
    for node in root.iter():
        tag = str(node.tag)
        if inside := _PARAGRAPHS.get(tag):
            found.add("".join(map(_said, node.iter(*inside))))
        elif node.text and not node.text.isspace() and tag not in _TOLD_ELSEWHERE:
            found.add(str(node.text))
    return found


def _said(node: etree._Element) -> str:
    """Return the words of a node; the one that counts pages says nothing."""
    words = node.text or " "
    return " " if node.tag == f"{_W}instrText" and _PAGE_FIELD.fullmatch(words) else words


def _descriptions(root: etree._Element, place: str) -> set[PackageText]:
    return {
        PackageText(_place_in(node, place), str(value))
        for node in root.iter("*")
        for key, value in node.items()
        if str(key).rpartition("}")[2] in _DESCRIBING or node.tag in _DESCRIBED
        if not (node.tag == f"{_W}fldSimple" and _PAGE_FIELD.fullmatch(str(value)))
    }


def _place_in(node: etree._Element, place: str) -> str:
    """Return the place of what describes a node, closer than that of its part where it is known."""
    parent = node.getparent()
    if parent is not None and parent.tag == f"{_W}style":
        return STYLE
    return FONT if node.tag == f"{_W}font" else place
