"""The career ladder and the qualities behind it. The loader reads annotations at run time, so they stay real types."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelEvidence:
    """One thing that a level asks for before the next, and the competencies whose wins can show it."""

    id: str
    text: str
    competencies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerLevel:
    """A step of the ladder: what it covers, and what moves one up from it."""

    id: str
    label: str
    titles: tuple[str, ...]
    scope: str
    evidence: tuple[LevelEvidence, ...]
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """A quality that managers look for, and what a win has to hold to show it."""

    id: str
    label: str
    shown_by: str
