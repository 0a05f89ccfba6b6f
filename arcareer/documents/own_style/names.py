"""The names of namespaces, and small steps on trees of XML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix Office itself uses
W10 = "{urn:schemas-microsoft-com:office:word}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP14 = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
A14 = "{http://schemas.microsoft.com/office/drawing/2010/main}"
XML = "{http://www.w3.org/XML/1998/namespace}"

OWN_STYLE = "Own style"
LETTERHEAD_PICTURE = "Picture in the letterhead"
OUR_WORDS = (
    OWN_STYLE,
    LETTERHEAD_PICTURE,
    *(f"Shape {number}" for number in range(1, 30)),
)
"""What a base document made of a style file says by itself."""

_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?", re.ASCII)
_TWIPS = {None: 1.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
    "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
    "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
    "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip


def twips(text: str | None) -> int | None:
    """Return a measure in twentieths of a point: a bare number is one already, others name their unit."""
    found = _MEASURE.fullmatch((text or "").strip())
    return round(float(found[1]) * _TWIPS[found[2]]) if found else None


def half_points(text: str | None) -> int | None:
    """Return a size of letters in half points: a bare number is one already, others name their unit."""
    size = twips(text)
    return size if size is None or str(text).strip().replace(".", "").isdigit() else round(size / 10)


def namespace(tag: object) -> str:
    """Return the namespace of a tag or attribute with its braces, empty where it has none."""
    name = str(tag)
    return name[: name.index("}") + 1] if name.startswith("{") else ""


def value(parent: etree._Element | None, child: str) -> str:
    """Return the `w:val` of a child, empty where there is none."""
    found = parent.find(f"{W}{child}") if parent is not None else None
    return str(found.get(f"{W}val", "")) if found is not None else ""


def remove(element: etree._Element) -> None:
    """Take an element out of its tree, and keep the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def unwrap(element: etree._Element, children: Sequence[etree._Element]) -> None:
    """Put children in the place of an element."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    remove(element)
    for offset, child in enumerate(children):
        parent.insert(at + offset, child)


def properties_of(style: etree._Element) -> etree._Element:
    """Return the paragraph properties of a style, made where there are none yet."""
    found = style.find(f"{W}pPr")
    if found is None:
        found = style.makeelement(f"{W}pPr", {}, {})
        behind = [style.find(f"{W}{name}") for name in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")]
        first = next((one for one in behind if one is not None), None)
        if first is None:
            style.append(found)
        else:
            first.addprevious(found)
    return found


def put_property(properties: etree._Element, element: etree._Element) -> None:
    """Put a paragraph property where the order of WordprocessingML wants it, in place of its like."""
    name = str(element.tag)[len(W) :]
    old = properties.find(f"{W}{name}")
    if old is not None:
        properties.replace(old, element)
        return
    behind = {f"{W}{one}" for one in _PARAGRAPH_ORDER[_PARAGRAPH_ORDER.index(name) + 1 :]}
    first = next((child for child in properties if child.tag in behind), None)
    if first is None:
        properties.append(element)
    else:
        first.addprevious(element)
