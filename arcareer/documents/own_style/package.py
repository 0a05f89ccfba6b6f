"""A Word file that others wrote, opened with care: checked before any part of it is parsed, and read part by part."""

from __future__ import annotations

import io
import lzma
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import unquote

from arcareer.documents.own_style.names import W
from arcareer.errors import UserError
from arcareer.reading.archive import check_parts
from arcareer.reading.limits import DEFAULT_LIMITS, MEGABYTE

if TYPE_CHECKING:
    from lxml import etree

_LIMITS = replace(DEFAULT_LIMITS, cell_characters=4 * MEGABYTE)
_LARGEST_PART = 16 * MEGABYTE
_ANEW = "Open it in Word or LibreOffice, save it as a Word document (.docx) and choose the new file."
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
    MemoryError, OverflowError,
)  # fmt: skip
_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = ((b"%PDF", "a PDF"), (b"{\\rtf", "a rich text file"))
_WORD_MAIN = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
)
_STRICT = "http://purl.oclc.org/"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: the last word of its type, the part it points at, or what it names outside the file."""

    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True, slots=True)
class BodyContent:
    """The sections of a body in reading order, and how many words and pictures it holds."""

    sections: tuple[etree._Element, ...]
    words: int
    pictures: int


class ForeignWord:
    """The parts of a Word file. Raises `UserError` where one that is asked for cannot be read."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        _refuse_others(data, name)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            check_parts(self._archive, name, len(data), _LIMITS, _ANEW)
        except _BROKEN as broken:
            raise UserError(_damaged(name)) from broken
        self._entries = {entry.filename.lower(): entry for entry in self._archive.infolist()}
        self.main = self._found_main()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all parts in lower case."""
        return tuple(self._entries)

    @cached_property
    def content_types(self) -> dict[str, str]:
        """Return the kinds of parts by name, as far as they are declared one by one; all in lower case."""
        root = self.xml("[Content_Types].xml")
        if root is None:
            self._refuse()
        return {
            node.get("PartName", "").lstrip("/").lower(): node.get("ContentType", "").lower()
            for node in root
            if node.get("PartName")
        }

    def data(self, part: str) -> bytes | None:
        """Return the bytes of a part, None where the file has none of that name."""
        entry = self._entries.get(part.lower())
        if entry is None:
            return None
        try:
            return self._archive.read(entry)
        except _BROKEN as broken:
            raise UserError(_damaged(self.name)) from broken

    def xml(self, part: str) -> etree._Element | None:
        """Return the tree of a part without comments, None where the file has none of that name."""
        from lxml import etree  # noqa: PLC0415 - loaded only where a style file is read

        data = self.data(part)
        if data is None:
            return None
        if len(data) > _LARGEST_PART:
            raise UserError(
                f"“{self.name}” holds a part of {len(data) // MEGABYTE} MB, more than styles ever need. Nothing was "
                f"taken from it. {_ANEW}"
            )
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as broken:
            raise UserError(_damaged(self.name)) from broken
        if getattr(root.getroottree().docinfo, "doctype", ""):
            self._refuse()
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relationships of a part by id; of the whole file where the part is empty."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        found = {}
        for node in root.iterchildren("{*}Relationship"):
            kind, target = node.get("Type", ""), node.get("Target", "")
            outside = node.get("TargetMode", "").lower() == "external"
            resolved = target if outside else posixpath.normpath(posixpath.join("/", folder, unquote(target)))
            found[node.get("Id", "")] = Relation(
                kind.rsplit("/", 1)[-1], resolved if outside else resolved.lstrip("/"), outside
            )
        return found

    def related(self, part: str, kind: str) -> str:
        """Return the first part of a kind that another part is related to, empty where there is none."""
        fitting = (one.target for one in self.relations(part).values() if one.kind == kind and not one.is_external)
        return next(fitting, "")

    def body(self) -> BodyContent:
        """Return what there is to know of the body, read piece by piece so that a long one needs little memory."""
        from copy import deepcopy  # noqa: PLC0415 - as lxml below

        from lxml import etree  # noqa: PLC0415 - loaded only where a style file is read

        sections, words, pictures = [], 0, 0
        stream = io.BytesIO(self.data(self.main) or b"")
        done = etree.iterparse(
            stream, events=("end",), resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            for _, element in done:
                parent = element.getparent()
                if element.tag == f"{W}sectPr" and parent is not None and parent.tag != f"{W}sectPrChange":
                    sections.append(deepcopy(element))
                elif element.tag == f"{W}t":
                    words += len((element.text or "").split())
                elif element.tag in (f"{W}drawing", f"{W}pict"):
                    pictures += 1
                elif element.tag in (f"{W}p", f"{W}tbl"):
                    element.clear()
        except (etree.XMLSyntaxError, ValueError) as broken:
            raise UserError(_damaged(self.name)) from broken
        return BodyContent(tuple(sections), words, pictures)

    def _found_main(self) -> str:
        root = self.data("_rels/.rels")
        if root is None or self.data("[Content_Types].xml") is None:
            raise UserError(_not_word(self.name, "an archive or another kind of document"))
        if _STRICT.encode() in root:
            raise UserError(
                f"“{self.name}” is a “Strict Open XML” document. Nothing was taken from it. Save it in Word as "
                "“Word document (.docx)” and choose the new file."
            )
        main = self.related("", "officeDocument")
        kind = self.content_types.get(main.lower(), "")
        if kind not in _WORD_MAIN or self.data(main) is None:
            raise UserError(_not_word(self.name, "a spreadsheet, a presentation or another kind of document"))
        return main

    def _refuse(self) -> NoReturn:
        raise UserError(_damaged(self.name))


def _refuse_others(data: bytes, name: str) -> None:
    if not data:
        raise UserError(f"“{name}” is empty. Nothing was taken from it. {_ANEW}")
    if len(data) > _LIMITS.office_bytes:
        raise UserError(
            f"“{name}” has {len(data) // MEGABYTE} MB; up to {_LIMITS.office_bytes // MEGABYTE} MB can be read. "
            "Nothing was taken from it. Save a copy with only the header and footer, and choose the copy."
        )
    if data.startswith(_OLE):
        raise UserError(_not_word(name, "in the format of Word before 2007, or protected by a password"))
    for head, kind in _OTHERS:
        if data.startswith(head):
            raise UserError(_not_word(name, kind))
    if not data.startswith(_ZIP):
        raise UserError(_not_word(name, "not a Word document"))


def _not_word(name: str, what: str) -> str:
    return f"“{name}” is {what}. Nothing was taken from it. {_ANEW}"


def _damaged(name: str) -> str:
    return f"“{name}” is cut off or damaged. Nothing was taken from it. {_ANEW}"
