"""Evidence: files copied into the library and links, kept beside the win they prove."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


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
