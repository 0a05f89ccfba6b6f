"""The records behind the quick capture. The loader reads annotations at run time, so they stay real types here."""

from dataclasses import dataclass

from arcareer.domain.figures import Unit


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
