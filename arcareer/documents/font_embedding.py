"""Putting Inter into a Word file, so that it looks the same where Inter is not installed.

Word wants each face hidden behind a key: the first 32 bytes are combined with the bytes of a GUID, last byte first
(ECMA-376 part 4, font embedding).
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from arcareer.documents.look import FAMILY, SEMIBOLD
from arcareer.resources import resource_root

if TYPE_CHECKING:
    from docx.document import Document

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FONT_TABLE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_HIDDEN_FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FACES = {
    FAMILY: (("embedRegular", "Inter-Regular.ttf"), ("embedBold", "Inter-Bold.ttf")),
    SEMIBOLD: (("embedRegular", "Inter-SemiBold.ttf"),),
}


def add_fonts(document: Document, *, embed: bool) -> None:
    """Give the document its font table; with `embed` also the faces themselves, about 150 KB."""
    from docx.opc.packuri import PackURI  # noqa: PLC0415 - loaded with the document, not with this module
    from docx.opc.part import Part  # noqa: PLC0415

    package = document.part.package
    faces = [(family, slot, file) for family, slots in _FACES.items() for slot, file in slots] if embed else []
    table = Part(PackURI("/word/fontTable.xml"), _FONT_TABLE, _table_xml(faces).encode(), package)
    document.part.relate_to(table, f"{_R}/fontTable")
    for number, (_, _, file) in enumerate(faces, 1):
        face = (resource_root() / "fonts" / file).read_bytes()
        part = Part(PackURI(f"/word/fonts/font{number}.odttf"), _HIDDEN_FONT, _hidden(face, _key(file)), package)
        if table.relate_to(part, f"{_R}/font") != f"rId{number}":
            raise AssertionError("a new part numbers its relationships from one")
    if embed:
        _announce(document)


def _table_xml(faces: list[tuple[str, str, str]]) -> str:
    fonts = "".join(
        f'<w:font w:name="{family}"><w:altName w:val="Segoe UI"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        f'<w:pitch w:val="variable"/>{_embeds(family, faces)}</w:font>'
        for family in _FACES
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:fonts xmlns:w="{_W}" xmlns:r="{_R}">{fonts}</w:fonts>'
    )


def _embeds(family: str, faces: list[tuple[str, str, str]]) -> str:
    return "".join(
        f'<w:{slot} r:id="rId{number}" w:fontKey="{{{str(_key(file)).upper()}}}"/>'
        for number, (owner, slot, file) in enumerate(faces, 1)
        if owner == family
    )


def _key(file: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, file)


def _hidden(face: bytes, key: uuid.UUID) -> bytes:
    mask = key.bytes[::-1] * 2
    return bytes(byte ^ cover for byte, cover in zip(face[:32], mask, strict=True)) + face[32:]


def _announce(document: Document) -> None:
    settings = document.settings.element
    place = settings.index(settings.find(f"{{{_W}}}zoom")) + 1
    for name in ("saveSubsetFonts", "embedTrueTypeFonts"):
        settings.insert(place, settings.makeelement(f"{{{_W}}}{name}", {}, settings.nsmap))
