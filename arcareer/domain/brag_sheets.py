"""What the user chose for the brag sheet; the document itself is composed from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from arcareer.domain.identity import named_id

CHOICES_ID = named_id("brag-sheet-choices")


class BragSection(StrEnum):
    """A part of the brag sheet that can be included and ordered."""

    HEADLINE_FIGURES = "headline-figures"
    CHART = "chart"
    BULLETS = "bullets"
    WINS = "wins"
    FIGURES_TABLE = "figures-table"
    EVIDENCE = "evidence"


def with_every_section(order: tuple[BragSection, ...]) -> tuple[BragSection, ...]:
    """Return an order with the sections it does not name yet: each behind the one that usually stands before it."""
    complete = list(order)
    for place, section in enumerate(BragSection):
        if section not in complete:
            usual = [other for other in tuple(BragSection)[:place] if other in complete]
            complete.insert(complete.index(usual[-1]) + 1 if usual else 0, section)
    return tuple(complete)


class BragTemplate(StrEnum):
    """How the brag sheet looks and how much of each win it prints."""

    PROMOTION = "promotion"
    PLAIN = "plain"
    ONE_PAGE = "one-page"


class PeriodKind(StrEnum):
    """How the period of the sheet is chosen; all but custom follow the calendar."""

    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True, kw_only=True)
class BragSheetChoices:
    """The user's choices. `custom_period` is a period key, used where `period_kind` is custom."""

    id: UUID = CHOICES_ID
    period_kind: PeriodKind = PeriodKind.HALF
    custom_period: str = ""
    template: BragTemplate = BragTemplate.PROMOTION
    sections: tuple[BragSection, ...] = tuple(BragSection)
    left_out: tuple[BragSection, ...] = ()
    hide_customers: bool = True

    @property
    def included(self) -> tuple[BragSection, ...]:
        """Return the sections to print, in the user's order."""
        return tuple(section for section in self.sections if section not in self.left_out)
