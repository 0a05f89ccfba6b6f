"""The page of a file: size, margins and borders of its last section, and the headers and footers that hold there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcareer.documents import look
from arcareer.documents.own_style.names import R, W, twips, value
from arcareer.documents.own_style.package import Relation
from arcareer.documents.style_report import NoteKind, StyleNote
from arcareer.documents.styles import DESIGNS
from arcareer.domain.documents import BragTemplate

if TYPE_CHECKING:
    from lxml import etree

_OFF = ("0", "false", "off")
_NARROWEST, _LOWEST, _LARGEST = 4000, 4000, 31_680
_MARGINS = {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440, "header": 720, "footer": 720, "gutter": 0}
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_BORDERS = ("top", "left", "bottom", "right")
_NUMBERS = frozenset({"decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "numberInDash"})


@dataclass(frozen=True, slots=True)
class StoryKey:
    """Which header or footer: `kind` is "header" or "footer", `pages` is "default", "first" or "even"."""

    kind: str
    pages: str


@dataclass(frozen=True, slots=True)
class Page:
    """The page: the inside of its section behind the references, the width of its text, and the parts it shows.

    `kinds` are the kinds of pages it tells apart.
    """

    xml: str
    width: int
    kinds: tuple[str, ...]
    stories: Mapping[StoryKey, str]
    notes: tuple[StyleNote, ...]


def page_of(sections: Sequence[etree._Element], relations: Mapping[str, Relation], *, has_even: bool) -> Page:
    """Return the page of the last section; headers and footers it does not name are those of the ones before."""
    last = sections[-1] if sections else None
    first = last.find(f"{W}titlePg") if last is not None else None
    has_first = first is not None and first.get(f"{W}val", "1") not in _OFF
    size, margins, notes = _measures(last)
    width = size["w"] - margins["left"] - margins["right"] - margins["gutter"]
    xml = _attributes("pgSz", {**size, **({"orient": "landscape"} if size["w"] > size["h"] else {})})
    xml += _attributes("pgMar", margins)
    xml += _borders(last) + _numbering(last)
    xml += "<w:titlePg/>" if has_first else ""
    xml += _grid(last)
    if last is not None and value_of(last, "cols", "num") not in ("", "1"):
        notes.append(StyleNote(NoteKind.PAGE, "Its text runs in columns; documents run in one."))
    kinds = ("default", *(("first",) if has_first else ()), *(("even",) if has_even else ()))
    return Page(xml, width, kinds, _stories(sections, relations, kinds), tuple(notes))


def _stories(
    sections: Sequence[etree._Element], relations: Mapping[str, Relation], kinds: tuple[str, ...]
) -> dict[StoryKey, str]:
    found: dict[StoryKey, str] = {}
    for section in sections:
        for kind in ("header", "footer"):
            for named in section.iterchildren(f"{W}{kind}Reference"):
                relation = relations.get(str(named.get(f"{R}id")))
                pages = str(named.get(f"{W}type", "default"))
                if relation is not None and relation.kind == kind and not relation.is_external and pages in kinds:
                    found[StoryKey(kind, pages)] = relation.target
    return found


def value_of(parent: etree._Element, child: str, attribute: str) -> str:
    """Return an attribute of a child, empty where there is none."""
    found = parent.find(f"{W}{child}")
    return str(found.get(f"{W}{attribute}", "")) if found is not None else ""


def _measures(section: etree._Element | None) -> tuple[dict[str, int], dict[str, int], list[StyleNote]]:
    """Return size and margins of the page, ours where there are none that leave room for text."""
    shipped = {"w": look.PAGE_WIDTH, "h": look.PAGE_HEIGHT}
    if section is None:
        return shipped, _our_margins(), []
    size = {name: twips(value_of(section, "pgSz", name)) or usual for name, usual in shipped.items()}
    margins = {
        name: usual if (told := twips(value_of(section, "pgMar", name))) is None else told
        for name, usual in _MARGINS.items()
    }
    for name in ("left", "right", "header", "footer", "gutter"):
        margins[name] = max(0, margins[name])
    width = size["w"] - margins["left"] - margins["right"] - margins["gutter"]
    height = size["h"] - abs(margins["top"]) - abs(margins["bottom"])
    if width >= _NARROWEST and height >= _LOWEST and max(size.values()) <= _LARGEST:
        return size, margins, []
    words = "Its page leaves too little room for text, so documents take our own page size and margins."
    return shipped, _our_margins(), [StyleNote(NoteKind.PAGE, words)]


def _our_margins() -> dict[str, int]:
    design = DESIGNS[BragTemplate.PROMOTION]
    return {
        "top": design.top, "right": design.side, "bottom": design.top, "left": design.side, "header": 560,
        "footer": 520, "gutter": 0,
    }  # fmt: skip


def _attributes(name: str, values: Mapping[str, object]) -> str:
    return f"<w:{name} " + " ".join(f'w:{key}="{told}"' for key, told in values.items()) + "/>"


def _borders(section: etree._Element | None) -> str:
    """Return plain lines around the page; borders made of pictures are not taken over."""
    found = section.find(f"{W}pgBorders") if section is not None else None
    if found is None:
        return ""
    lines = ""
    for side in _BORDERS:
        line = found.find(f"{W}{side}")
        if line is not None and str(line.get(f"{W}val")) in ("single", "double", "thick", "dotted", "dashed"):
            size, space = (twips(line.get(f"{W}{key}")) or 0 for key in ("sz", "space"))
            colour = str(line.get(f"{W}color"))
            lines += _attributes(
                side,
                {
                    "val": line.get(f"{W}val"),
                    "sz": min(max(size, 2), 96),
                    "space": min(max(space, 0), 31),
                    "color": colour if _COLOUR.fullmatch(colour) else "auto",
                },
            )
    around = ' w:offsetFrom="page"' if found.get(f"{W}offsetFrom") == "page" else ""
    return f"<w:pgBorders{around}>{lines}</w:pgBorders>" if lines else ""


def _numbering(section: etree._Element | None) -> str:
    kind = value_of(section, "pgNumType", "fmt") if section is not None else ""
    return _attributes("pgNumType", {"fmt": kind}) if kind in _NUMBERS else ""


def _grid(section: etree._Element | None) -> str:
    pitch = twips(value_of(section, "docGrid", "linePitch")) if section is not None else None
    return _attributes("docGrid", {"linePitch": pitch}) if pitch is not None and 0 < pitch <= _LARGEST else ""


def is_blank(root: etree._Element) -> bool:
    """Return whether a header or footer shows nothing."""
    shows = (f"{W}drawing", f"{W}pict", f"{W}fldSimple", f"{W}fldChar", f"{W}sym", f"{W}ptab")
    return not any((node.text or "").strip() for node in root.iter(f"{W}t")) and next(root.iter(*shows), None) is None


def drop_dead_references(root: etree._Element, styles: Iterable[str], lists: Iterable[str]) -> None:
    """Take away from a header or footer the names of styles and lists that the document has not."""
    known, numbered = {*styles}, {*lists, "0"}
    for node in list(root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")):
        parent = node.getparent()
        if node.get(f"{W}val") not in known and parent is not None:
            parent.remove(node)
    for node in list(root.iter(f"{W}numPr")):
        parent = node.getparent()
        if value(node, "numId") not in numbered and parent is not None:
            parent.remove(node)
