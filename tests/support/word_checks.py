"""What a Word file must be, whatever it says: whole, in order, readable by everybody."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from tests.support.sheets import opened

_KEPT_TOGETHER = ("Heading1", "Heading2", "Heading3", "Overline", "Title", "Subtitle")


def everything_wrong(data: bytes) -> list[str]:
    """Return what is wrong with a Word file: the audit's findings, what it does not see, and how it reads."""
    return [*audited(data), *beyond_the_audit(data), *unreadable(data)]


def audited(data: bytes) -> list[str]:
    """Return what openxml-audit finds."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "document.docx"
        file.write_bytes(data)
        result = OpenXmlValidator().validate(str(file))
    return [f"{error.part_uri} {error.description}" for error in result.errors]


def beyond_the_audit(data: bytes) -> list[str]:
    """Return what the audit does not see: equal picture ids, sizes that are no numbers, a zoom without percent."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = {name: archive.read(name) for name in archive.namelist()}
    ids = re.findall(rb'<wp:docPr id="(\w+)"', unpacked["word/document.xml"])
    sizes = [size for part in unpacked.values() for size in re.findall(rb'<w:sz(?:Cs)? w:val="([^"]*)"', part)]
    zoom = re.findall(rb"<w:zoom[^>]*>", unpacked["word/settings.xml"])
    found = [] if len(ids) == len(set(ids)) else [f"equal picture ids: {ids!r}"]
    found += [f"size {size!r}" for size in sizes if not size.isdigit()]
    return found + [f"zoom {one!r}" for one in zoom if b"w:percent=" not in one]


def unreadable(data: bytes) -> list[str]:
    """Return headings out of order or parted from what follows, pictures without words, tables that do not repeat
    their first row, and a missing language.
    """
    document = opened(data)
    body = document.element.body
    return [
        *_headings(body, _styles_that_keep(document.styles.element)),
        *_pictures(body),
        *_tables(body),
        *([] if document.core_properties.language else ["no language in the properties"]),
        *([] if document.styles.element.findall(f".//{qn('w:lang')}") else ["no language in the styles"]),
    ]


def _styles_that_keep(styles: etree._Element) -> frozenset[str]:
    """Return the styles whose paragraphs stay with the next one."""
    keeping = (style for style in styles.iter(qn("w:style")) if style.find(f".//{qn('w:keepNext')}") is not None)
    return frozenset(str(style.get(qn("w:styleId"))) for style in keeping)


def _headings(body: etree._Element, keeping: frozenset[str]) -> Iterator[str]:
    level = 0
    for paragraph in body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = "" if style is None else str(style.get(qn("w:val")))
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}")
        if name in _KEPT_TOGETHER and name not in keeping and own is None:
            yield f"a {name} may be parted from what follows"
        if re.fullmatch(r"Heading\d", name):
            depth = int(name[-1])
            if depth > level + 1 and not (level == 0 and depth == 1):
                yield f"heading {depth} follows level {level}"
            level = depth


def _pictures(body: etree._Element) -> Iterator[str]:
    for drawing in body.iter(qn("wp:docPr")):
        if not drawing.get("descr"):
            yield f"picture {drawing.get('name')} says nothing"


def _tables(body: etree._Element) -> Iterator[str]:
    for table in body.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        if len(rows) < 2:
            continue
        first = rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
        if first is None and _is_grid(table):
            yield "a table does not repeat its first row"
        if table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}") is None:
            yield "a table says nothing of itself"


def _is_grid(table: etree._Element) -> bool:
    """Return whether a table holds rows under headings, not boxes side by side."""
    style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
    return style is None or "Card" not in str(style.get(qn("w:val")))
