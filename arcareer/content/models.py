"""The records of the content files. Annotations are read at run time by the loader, so they stay real types here."""

from dataclasses import dataclass

from arcareer.domain.checklist import ChecklistItem
from arcareer.domain.figures import Unit

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
class Competency:
    """A skill that interviews and reviews ask for; `meaning` says in one sentence what it is at the desk."""

    id: str
    label: str
    meaning: str
    retired: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFamily:
    """Words that speak for a competency. A trailing `*` matches any ending; short capitals match in capitals only."""

    id: str
    strong: tuple[str, ...]
    plain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneVerb:
    """A verb that may stand behind an amount, in its past form and in -ing."""

    past: str
    ing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMeasure:
    """A measure whose numbers have a unit even where the sentence names none."""

    name: str
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureWords:
    """What the quick capture knows about the words around a number and about company names."""

    verbs: tuple[DoneVerb, ...]
    measures: tuple[KnownMeasure, ...]
    company_endings: tuple[str, ...]
    before_names: tuple[str, ...]
    not_names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemesFile:
    """The content of themes.toml."""

    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenciesFile:
    """The content of competencies.toml."""

    competencies: tuple[Competency, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistFile:
    """The content of checklist.toml."""

    blanks: tuple[Blank, ...]
    items: tuple[ChecklistEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartersFile:
    """The content of starters.toml."""

    starters: tuple[Starter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFamiliesFile:
    """The content of word_families.toml."""

    competencies: tuple[WordFamily, ...]
