"""The records of forms and presets. Annotations are read at run time by the loader, so they stay real types here."""

from dataclasses import dataclass

from arcareer.domain.documents import DisclosureLevel, DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBox:
    """A box of a form: its question, how many characters it takes, and the sections that answer it."""

    question: str
    limit: int
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormStarter:
    """A form as many employers have it, to begin from."""

    id: str
    name: str
    boxes: tuple[FormBox, ...]
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetStarter:
    """Who a document is for, and what that changes."""

    id: str
    name: str
    document: DocumentKind
    level: DisclosureLevel
    numbered_notes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentStarters:
    """What documents can begin with."""

    forms: tuple[FormStarter, ...]
    presets: tuple[PresetStarter, ...]
