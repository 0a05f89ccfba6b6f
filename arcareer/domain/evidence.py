"""Evidence: files copied into the library and links, kept beside the win they prove."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class EvidenceCondition(StrEnum):
    """How the library's copy of a file stands."""

    PRESENT = "present"
    MISSING = "missing"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFile:
    """A file whose copy lies in the library under its SHA-256; the same content is stored once."""

    id: UUID
    title: str
    sha256: str
    size: int
    original_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLink:
    """A place where proof can be found: a web address, a shared folder, a ticket number."""

    id: UUID
    title: str
    target: str


Evidence = EvidenceFile | EvidenceLink


@dataclass(frozen=True, slots=True)
class EvidenceFinding:
    """A file of a win whose copy in the library is missing or changed."""

    win_id: UUID
    file: EvidenceFile
    condition: EvidenceCondition
