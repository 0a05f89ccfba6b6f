"""The records the first page needs. Annotations are read at run time by the loader, so they stay real types here."""

from dataclasses import dataclass

GAP = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What a win is mostly about. `icon` names a shipped icon; `idea` is one thing to look for when it has no wins."""

    id: str
    label: str
    icon: str
    competencies: tuple[str, ...]
    idea: str
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """A way into a sentence: `label` on the button, `sentence` with a gap mark wherever the user writes on."""

    id: str
    theme: str
    label: str
    sentence: str
    retired: bool = False

    @property
    def first_gap(self) -> int:
        """Return the offset of the first gap mark in `sentence`."""
        return self.sentence.index(GAP)
