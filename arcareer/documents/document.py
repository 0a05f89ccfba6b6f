"""What a brag sheet says: frozen values with nothing about looks. `layout` arranges them, renderers write them down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from arcareer.documents.chart_values import Chart
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.text import NOTHING, Text
from arcareer.domain.documents import BragSection
from arcareer.domain.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleBlock:
    """Whose sheet it is and what it covers. `name` may be empty."""

    kind: str
    period: str
    short_period: str
    name: Text = NOTHING
    role: Text = NOTHING
    employer: Text = NOTHING
    purpose: Text = NOTHING
    lead: str = ""
    topic: str = "Wins"

    @property
    def subject(self) -> str:
        """Return what the properties of a file name as its subject."""
        return f"{self.topic}, {self.period}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineFigure:
    """One figure worth a glance. `notes` say how it got there, when, and whatever keeps the claim honest."""

    win: UUID
    label: Text
    value: Text
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A labelled part of a win's story."""

    label: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One win as it is printed. `figure` is the number set at the margin, empty when the headline already holds it."""

    win: UUID
    happened_on: date
    headline: Text
    figure: Text = NOTHING
    details: tuple[Detail, ...] = ()
    footing: tuple[Text, ...] = ()
    has_number: bool = False

    @property
    def is_story(self) -> bool:
        """Return whether more is known than the headline."""
        return bool(self.details)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryGroup:
    """The wins of one theme, newest first; `total` counts those that a short template left out as well."""

    label: str
    entries: tuple[Entry, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure of a win, for the table."""

    win: UUID
    measure: Text
    before: Text
    after: Text
    change: Text
    period: Text
    note: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """What proves one win."""

    win: UUID
    happened_on: date
    headline: Text
    proof: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineFigures:
    """The section of figures worth a glance."""

    figures: tuple[HeadlineFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """The section of drawings."""

    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wins:
    """The section of wins by theme."""

    groups: tuple[EntryGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneLiner:
    """One bullet as it is printed, and the win it tells of, if any."""

    text: Text
    win: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OneLiners:
    """The section of bullets, in the user's order."""

    lines: tuple[OneLiner, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresTable:
    """The section of changes, newest win first; of amounts and shares where nothing changed."""

    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceAppendix:
    """The section that names the proof of each win, newest first."""

    rows: tuple[EvidenceRow, ...]


Section = HeadlineFigures | Charts | OneLiners | Wins | FiguresTable | EvidenceAppendix


@dataclass(frozen=True, slots=True, kw_only=True)
class BragSheet:
    """Everything the sheet says. `left_out` says what a short template had no room for; `without_result` names the wins
    that have neither a number nor a result in words; `headings` are those the user gave sections.
    """

    period: Period
    written_at: datetime
    title: TitleBlock
    sections: tuple[Section, ...]
    disclosure: Disclosure
    headings: Mapping[BragSection, Text] = field(default_factory=dict)
    left_out: str = ""
    without_result: tuple[UUID, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return every win the sheet prints, in its order."""
        return tuple(
            entry
            for section in self.sections
            if isinstance(section, Wins)
            for group in section.groups
            for entry in group.entries
        )
