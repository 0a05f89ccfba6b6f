"""Read the paragraphs, list items and table rows of a Word document. Runs in the child process."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING, Any

from arcareer.reading.encodings import clean_text
from arcareer.reading.table import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"^(?:heading|überschrift|titre|kop|título|rubrik)\s*(\d)$", re.IGNORECASE)
_LIST_STYLE = re.compile(r"^list (?:bullet|number|paragraph)", re.IGNORECASE)
_SKIPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}delText", f"{_W}instrText", f"{_W}txbxContent"})
_NOT_SHOWN = frozenset(
    {f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_TITLE_STYLES = frozenset({"title", "subtitle", "titel", "untertitel"})


def word_blocks(path: Path) -> Iterator[TextBlock]:
    """Yield the blocks of the document body in reading order; `line` counts them from 1. Deleted text stays out."""
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 - only the child needs it

    with zipfile.ZipFile(path) as archive:
        styles = _style_names(archive, fromstring)
        body = fromstring(archive.read("word/document.xml")).find(f"{_W}body")
    if body is None:
        return
    for line, element in enumerate(_body_elements(body), start=1):
        if element.tag == f"{_W}tr":
            cells = tuple(_row_cells(element))
            yield TextBlock(line, " | ".join(cell for cell in cells if cell), cells=cells)
        else:
            yield _paragraph(line, element, styles)


def word_paragraphs(path: Path) -> Iterator[TextBlock]:
    """Yield every paragraph in reading order, those of table cells and text boxes too; a line break stays one.

    A table is read row by row, a cell to its end before the next; a text box follows the paragraph it hangs on.
    """
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 - only the child needs it

    with zipfile.ZipFile(path) as archive:
        styles = _style_names(archive, fromstring)
        body = fromstring(archive.read("word/document.xml")).find(f"{_W}body")
    if body is None:
        return
    for line, element in enumerate(_all_paragraphs(body), start=1):
        yield _paragraph(line, element, styles, line_break="\n")


def _all_paragraphs(container: Any) -> Iterator[Any]:
    for child in container:
        if child.tag == f"{_W}p":
            yield child
            for box in _boxes(child):
                yield from _all_paragraphs(box)
        elif child.tag not in _NOT_SHOWN:
            yield from _all_paragraphs(child)


def _boxes(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == f"{_W}txbxContent":
            yield child
        elif child.tag not in _NOT_SHOWN:
            yield from _boxes(child)


def _style_names(archive: zipfile.ZipFile, fromstring: Any) -> dict[str, Any]:
    try:
        root = fromstring(archive.read("word/styles.xml"))
    except KeyError:
        return {}
    return {style.get(f"{_W}styleId", ""): style for style in root.iter(f"{_W}style")}


def _body_elements(container: Any) -> Iterator[Any]:
    for child in container:
        if child.tag == f"{_W}p":
            yield child
        elif child.tag == f"{_W}tbl":
            yield from child.iter(f"{_W}tr")
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"}:
            yield from _body_elements(child)


def _row_cells(row: Any) -> Iterator[str]:
    for cell in row.iter(f"{_W}tc"):
        yield " ".join(text for text in (_text(paragraph) for paragraph in cell.iter(f"{_W}p")) if text)


def _paragraph(line: int, element: Any, styles: dict[str, Any], line_break: str = " ") -> TextBlock:
    properties = element.find(f"{_W}pPr")
    style_id = _value(properties, "pStyle")
    style = styles.get(style_id)
    name = _value(style, "name") or style_id
    heading = _heading_level(name, style)
    if heading:
        return TextBlock(line, _text(element, line_break), heading_level=heading)
    return TextBlock(line, _text(element, line_break), list_level=_list_level(properties, style, name))


def _heading_level(name: str, style: Any) -> int:
    found = _HEADING.match(name)
    if found:
        return int(found.group(1))
    if name.lower() in _TITLE_STYLES:
        return 1
    outline = _value(style.find(f"{_W}pPr"), "outlineLvl") if style is not None else ""
    return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0


def _list_level(properties: Any, style: Any, name: str) -> int:
    digits = re.search(r"(\d)$", name)
    by_name = int(digits.group(1)) if digits else 1
    for holder in (properties, style.find(f"{_W}pPr") if style is not None else None):
        numbering = holder.find(f"{_W}numPr") if holder is not None else None
        if numbering is not None:
            level = _value(numbering, "ilvl")
            if _value(numbering, "numId") == "0":
                return 0
            return int(level) + 1 if level.isdigit() and level != "0" else by_name
    return by_name if _LIST_STYLE.match(name) and name.lower() != "list paragraph" else 0


def _value(element: Any, tag: str) -> str:
    found = element.find(f"{_W}{tag}") if element is not None else None
    return str(found.get(f"{_W}val", "")) if found is not None else ""


def _text(element: Any, line_break: str = " ") -> str:
    return re.sub(r"[ \t\u00a0]+", " ", clean_text("".join(_pieces(element, line_break)))).strip()


def _pieces(element: Any, line_break: str) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield " "
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield line_break
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            yield from _pieces(child, line_break)
