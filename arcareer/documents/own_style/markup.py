"""Headers and footers as they may go out: words, shapes and pictures, and nothing that acts, links or remembers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from arcareer.documents.own_style import names
from arcareer.documents.own_style.fields import settle_fields
from arcareer.documents.own_style.names import (
    LETTERHEAD_PICTURE,
    MC,
    PIC,
    W14,
    WP,
    WPS,
    A,
    O,
    R,
    V,
    W,
    namespace,
    remove,
    unwrap,
)
from arcareer.documents.own_style.package import Relation
from arcareer.documents.own_style.repairs import mend
from arcareer.documents.style_report import NoteKind, StyleNote

if TYPE_CHECKING:
    from lxml import etree

_KNOWN = frozenset({
    W, R, A, WP, PIC, MC, V, O, W14, WPS, names.W10, names.WP14, names.WPG, names.WPC, names.A14,
})  # fmt: skip
_ATTRIBUTES = frozenset({"", W, R, MC, V, O, W14, names.XML})
_GONE = frozenset(
    f"{W}{name}"
    for name in (
        "del", "moveFrom", "delText", "delInstrText", "object", "control", "altChunk", "subDoc", "commentReference",
        "commentRangeStart", "commentRangeEnd", "annotationRef", "footnoteReference", "endnoteReference", "footnoteRef",
        "endnoteRef", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "proofErr", "lastRenderedPageBreak",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart",
        "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "rPrChange", "pPrChange",
        "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "tblPrExChange", "sectPrChange", "numberingChange",
        "cellIns", "cellDel", "cellMerge", "rsid", "customXmlPr", "smartTagPr", "sdtPr", "sdtEndPr", "movie",
    )
) | {f"{A}hlinkClick", f"{A}hlinkHover", f"{O}OLEObject", f"{W}txbxLink"}  # fmt: skip
_UNWRAPPED = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "sdtContent"))
_PROPERTIES = frozenset(f"{W}{name}" for name in ("rPr", "trPr"))
_OBJECTS = (f"{W}object", f"{W}control", f"{O}OLEObject")
_PICTURE = (f"{W}drawing", f"{W}pict")
_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]{1,20}:/|mailto:|javascript:|data:|[\\/]{2}|[a-z]:\\)", re.IGNORECASE)
_LINKS = frozenset({"href", "src", "althref", "target", "hrefscript", "link", "relid", "gfxdata", "spid"})
_FILE_NAME = re.compile(r"[\\/]|\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)\b", re.IGNORECASE)
_FIRST_NUMBER = 10_001


@dataclass(slots=True)
class StoryCleaner:
    """Cleans headers and footers one after the other; `picture` gives the new part of one, empty where it has none."""

    picture: Callable[[str], str]
    language: str = ""
    _fields: dict[str, None] = field(default_factory=dict)
    _dropped_objects: bool = False
    _number: int = _FIRST_NUMBER

    def notes(self) -> Iterator[StyleNote]:
        """Yield what was left out of all parts so far."""
        if self._dropped_objects:
            words = "Embedded objects of the header or footer are left out."
            yield StyleNote(NoteKind.EMBEDDED, words)
        if self._fields:
            kinds = ", ".join(self._fields)
            words = f"Left out of the header or footer, because they tell of the old file: the fields {kinds}."
            yield StyleNote(NoteKind.FIELD, words)

    def cleaned(self, root: etree._Element, relations: Mapping[str, Relation]) -> dict[str, str]:
        """Clean a part in place and return the ids and parts of the pictures it shows."""
        self._drop_what_acts(root)
        self._fields |= dict.fromkeys(settle_fields(root))
        self._settle_relations(root, relations)
        plain(root)
        for drawing in list(root.iter(f"{W}drawing")):
            if any(len(data) == 0 for data in drawing.iter(f"{A}graphicData")):
                remove(drawing)
        self._name_pictures(root)
        self._set_language(root)
        _keep_whole(root)
        return _numbered(root)

    def _drop_what_acts(self, root: etree._Element) -> None:
        for control in list(root.iter(f"{W}sdt")):
            if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
                for text in list(control.iter(f"{W}t")):
                    remove(text)
        gone = [node for node in root.iter(*_GONE) if node.getparent() is not None]
        self._dropped_objects |= any(node.tag in _OBJECTS for node in gone)
        for node in gone:
            remove(node)
        for node in [node for node in root.iter(*_UNWRAPPED, f"{W}sdt") if node.getparent() is not None]:
            parent = node.getparent()
            if parent is not None and parent.tag in _PROPERTIES:
                remove(node)
            else:
                unwrap(node, list(node))

    def _settle_relations(self, root: etree._Element, relations: Mapping[str, Relation]) -> None:
        """Let pictures name the parts they show, and drop whatever else points out of this part."""
        for node in list(root.iter()):
            for key in [str(key) for key in node.attrib if namespace(key) == R]:
                relation = relations.get(str(node.get(key)))
                part = ""
                shows = namespace(node.tag) in (A, V) and relation is not None and relation.kind == "image"
                if shows and relation is not None and not relation.is_external:
                    part = self.picture(relation.target)
                if part:
                    node.set(key, part)
                else:
                    _forget(node, key)

    def _name_pictures(self, root: etree._Element) -> None:
        for node in root.iter(f"{WP}docPr", f"{PIC}cNvPr", f"{WPS}cNvPr"):
            told = str(node.get("descr") or node.get("title") or "").strip()
            _drop_attributes(node, "descr", "title")
            node.set("id", str(self._number))
            node.set("name", f"Shape {self._number - _FIRST_NUMBER + 1}")
            parent = node.getparent()
            shows_picture = parent is not None and next(parent.iter(f"{PIC}pic"), None) is not None
            if node.tag == f"{WP}docPr" and (told or shows_picture):
                node.set("descr", told if told and not _FILE_NAME.search(told) else LETTERHEAD_PICTURE)
            self._number += 1
        for node in root.iter(f"{V}*"):
            _drop_attributes(node, "title", f"{O}title")
            if _FILE_NAME.search(str(node.get("alt") or "")):
                node.set("alt", LETTERHEAD_PICTURE)

    def _set_language(self, root: etree._Element) -> None:
        if not self.language:
            return
        for run in root.iter(f"{W}r"):
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = run.makeelement(f"{W}rPr", {}, {})
                run.insert(0, properties)
            if properties.find(f"{W}lang") is None:
                said = properties.makeelement(f"{W}lang", {f"{W}val": self.language}, {})
                late = (f"{W}eastAsianLayout", f"{W}specVanish", f"{W}oMath")
                first = next((one for one in properties if one.tag in late or namespace(one.tag) != W), None)
                if first is None:
                    properties.append(said)
                else:
                    first.addprevious(said)


def _drop_attributes(node: etree._Element, *keys: str) -> None:
    for key in keys:
        if key in node.attrib:
            del node.attrib[key]


def plain(root: etree._Element) -> None:
    """Leave of a part what this version of WordprocessingML knows, without links and traces of editing."""
    for node in [node for node in root.iter() if node.tag in _GONE or namespace(node.tag) not in _KNOWN]:
        remove(node)
    _drop_hollow_extensions(root)
    for node in root.iter():
        for key in [str(key) for key in node.attrib if _is_foreign(str(key), str(node.get(key)))]:
            del node.attrib[key]
    mend(root)


def _drop_hollow_extensions(root: etree._Element) -> None:
    for extension in list(root.iter(f"{A}ext")):
        parent = extension.getparent()
        if parent is not None and parent.tag == f"{A}extLst" and len(extension) == 0:
            remove(extension)
    for extensions in list(root.iter(f"{A}extLst")):
        if len(extensions) == 0:
            remove(extensions)


def _is_foreign(key: str, value: str) -> bool:
    """Return whether an attribute leads outside, remembers a session of editing, or is of no known namespace."""
    space = namespace(key)
    name = key[len(space) :].lower()
    remembers = name.startswith("rsid") or name in ("paraid", "textid")
    leads = name in _LINKS or (name != "uri" and ("://" in value or _OUTSIDE.match(value.strip()) is not None))
    is_extra = space == MC and name not in ("ignorable", "requires")
    return space not in _ATTRIBUTES or remembers or leads or is_extra


def _numbered(root: etree._Element) -> dict[str, str]:
    """Put ids of relationships, from rId1 on, in place of the parts that pictures name."""
    marks: dict[str, str] = {}
    for node in root.iter():
        for key in [str(key) for key in node.attrib if namespace(key) == R]:
            part = str(node.get(key))
            node.set(key, marks.setdefault(part, f"rId{len(marks) + 1}"))
    return {mark: part for part, mark in marks.items()}


def _forget(node: etree._Element, key: str) -> None:
    """Drop a relationship that leads nowhere any more, with the picture that cannot be shown without it."""
    del node.attrib[key]
    if node.tag == f"{A}blip" and node.get(f"{R}embed"):
        return
    holder = next((one for one in (node, *node.iterancestors()) if one.tag in _PICTURE), None)
    if namespace(node.tag) not in _KNOWN:
        inside_list = next((one for one in node.iterancestors(f"{A}ext")), None)
        holder = inside_list if inside_list is not None else holder
    remove(holder if holder is not None else node)


def _keep_whole(root: etree._Element) -> None:
    """Give a part, and every cell and text box of it, the paragraph it has to end with."""
    for holder in [root, *root.iter(f"{W}tc", f"{W}txbxContent")]:
        inner = [child for child in holder if child.tag in (f"{W}p", f"{W}tbl")]
        if not inner or inner[-1].tag != f"{W}p":
            holder.append(holder.makeelement(f"{W}p", {}, {}))
