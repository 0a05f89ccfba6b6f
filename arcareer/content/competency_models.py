"""The records of competencies. Annotations are read at run time by the loader, so they stay real types here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency:
    """A skill that interviews and reviews ask for; `meaning` says in one sentence what it is at the desk."""

    id: str
    label: str
    meaning: str
    retired: bool = False
