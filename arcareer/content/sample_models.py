"""The records of the sample year. Annotations are read at run time by the loader, so they stay real types here."""

from dataclasses import dataclass
from decimal import Decimal

from arcareer.domain.agenda import OccasionKind
from arcareer.domain.figures import Basis, FigureScope, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleOwner:
    """The invented person."""

    name: str
    title: str
    employer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleOccasion:
    """An interview or review to come."""

    id: str
    kind: OccasionKind
    title: str
    in_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCustomer:
    """An invented customer; without an alias it gets the next lettered one."""

    id: str
    name: str
    alias: str = ""
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleItem:
    """An item of the checklist that the invented person added."""

    id: str
    label: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleClaim:
    """What the invented person claims for a checklist item, as pairs of blank and text, and the wins that prove it."""

    item: str
    blanks: tuple[tuple[str, ...], ...] = ()
    ticked: bool = False
    wins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleFigure:
    """A figure of a win."""

    measure: str
    unit: Unit
    after: Decimal
    before: Decimal | None = None
    currency: str = ""
    period: str = ""
    scope: FigureScope = FigureScope.MINE
    basis: Basis = Basis.MEASURED
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleLink:
    """A link that proves a win."""

    title: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWin:
    """A win `week` weeks before the present one, on `day` counted from Monday, 0."""

    id: str
    week: int
    day: int
    theme: str
    headline: str
    competencies: tuple[str, ...] = ()
    situation: str = ""
    action: str = ""
    outcome: str = ""
    proof: str = ""
    private_notes: str = ""
    figures: tuple[SampleFigure, ...] = ()
    customers: tuple[str, ...] = ()
    colleagues: tuple[str, ...] = ()
    links: tuple[SampleLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The content of sample.toml; `away_weeks` count back from the present week."""

    owner: SampleOwner
    away_weeks: tuple[int, ...]
    occasions: tuple[SampleOccasion, ...]
    customers: tuple[SampleCustomer, ...]
    own_items: tuple[SampleItem, ...]
    claims: tuple[SampleClaim, ...]
    wins: tuple[SampleWin, ...]
