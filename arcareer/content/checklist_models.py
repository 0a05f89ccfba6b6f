"""The records of the value checklist. Annotations are read at run time by the loader, so they stay real types here."""

from dataclasses import dataclass

from arcareer.domain.checklist import ChecklistItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A gap of a checklist item for the user to fill; `hint` shows the kind of answer, never an answer."""

    id: str
    label: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistEntry:
    """One shipped item of the value checklist, as the content file has it."""

    id: str
    label: str
    group: str
    blanks: tuple[str, ...]
    why: str
    good_proof: tuple[str, ...]
    retired: bool = False

    @property
    def item(self) -> ChecklistItem:
        """Return the domain value of this entry."""
        return ChecklistItem(
            key=self.id,
            label=self.label,
            group=self.group,
            blanks=self.blanks,
            why=self.why,
            good_proof=self.good_proof,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistFile:
    """The content of checklist.toml."""

    blanks: tuple[Blank, ...]
    items: tuple[ChecklistEntry, ...]
