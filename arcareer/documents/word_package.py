"""The parts of every Word file beside its text: the list of parts, what ties them together, and properties."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from arcareer.documents import look
from arcareer.documents.style_xml import HEAD, R

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
CORE_RELATION = f"{PACKAGE}/relationships/metadata/core-properties"
_ENDINGS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def content_types_xml(overrides: Mapping[str, str], endings: Mapping[str, str] | None = None) -> str:
    """Return the list of parts: kinds by part, and by ending for those without one of their own."""
    kinds = _ENDINGS | dict(endings or {})
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        + "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in kinds.items())
        + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )


def relations_xml(relations: Iterable[tuple[str, str]]) -> str:
    """Return relationships, types and targets, numbered from rId1."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def file_relations_xml() -> str:
    """Return the relationships of the whole file: its text and its properties."""
    return relations_xml(
        [
            (f"{R}/officeDocument", "word/document.xml"),
            (CORE_RELATION, "docProps/core.xml"),
            (f"{R}/extended-properties", "docProps/app.xml"),
        ]
    )


def core_xml() -> str:
    """Return properties that tell of nobody yet."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title/><dc:language>{look.LANGUAGE}</dc:language></cp:coreProperties>"
    )


def app_xml() -> str:
    """Return the properties that name the program."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{HEAD}<Properties xmlns="{kind}"><Application>arcareer</Application></Properties>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return parts as one file, the same bytes every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()
