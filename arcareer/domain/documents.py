"""What the user chose for the documents, and what they said of names, numbers and claims in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from arcareer.domain.identity import named_id

CHOICES_ID = named_id("brag-sheet-choices")


class DocumentKind(StrEnum):
    """Which document."""

    BRAG_SHEET = "brag-sheet"
    REVIEW = "promotion-review"


class DisclosureLevel(StrEnum):
    """How far a document goes: as typed, with aliases for names, or for strangers."""

    INTERNAL = "internal"
    HR_FILE = "hr-file"
    OUTSIDE = "outside"


class BragSection(StrEnum):
    """A part of the brag sheet that can be included and ordered."""

    HEADLINE_FIGURES = "headline-figures"
    CHART = "chart"
    BULLETS = "bullets"
    WINS = "wins"
    FIGURES_TABLE = "figures-table"
    EVIDENCE = "evidence"


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


class ReviewSection(StrEnum):
    """A part of the promotion review; the case is page one and always comes first."""

    CASE = "case"
    COMPETENCIES = "competencies"
    KPIS = "kpis"
    DECISIONS = "decisions"
    GOALS = "goals"
    QUALITIES = "qualities"
    EVIDENCE = "evidence"


Section = TypeVar("Section", BragSection, ReviewSection)


def with_every_section(order: tuple[Section, ...], every: type[Section]) -> tuple[Section, ...]:
    """Return an order with the sections it does not name yet: each behind the one that usually stands before it."""
    usual: tuple[Section, ...] = tuple(every)
    complete = list(order)
    for place, section in enumerate(usual):
        if section not in complete:
            before = [other for other in usual[:place] if other in complete]
            complete.insert(complete.index(before[-1]) + 1 if before else 0, section)
    return tuple(complete)


@dataclass(frozen=True, slots=True)
class RenamedHeading:
    """What the user calls a section, by the value of its `BragSection` or `ReviewSection`."""

    section: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChoices:
    """The user's choices. `custom_period` is a period key, used where `period_kind` is custom.

    `review` is the review the promotion review speaks for, the next one where it is None. `style` is a `StyleFile`.
    `numbered_notes` prints where each number comes from.
    """

    id: UUID = CHOICES_ID
    document: DocumentKind = DocumentKind.BRAG_SHEET
    level: DisclosureLevel = DisclosureLevel.HR_FILE
    period_kind: PeriodKind = PeriodKind.HALF
    custom_period: str = ""
    template: BragTemplate = BragTemplate.PROMOTION
    sections: tuple[BragSection, ...] = tuple(BragSection)
    left_out: tuple[BragSection, ...] = ()
    review: UUID | None = None
    review_sections: tuple[ReviewSection, ...] = tuple(ReviewSection)
    review_left_out: tuple[ReviewSection, ...] = ()
    headings: tuple[RenamedHeading, ...] = ()
    numbered_notes: bool = False
    style: UUID | None = None

    @property
    def included(self) -> tuple[BragSection, ...]:
        """Return the sections of the brag sheet to print, in the user's order."""
        return tuple(section for section in self.sections if section not in self.left_out)

    @property
    def review_included(self) -> tuple[ReviewSection, ...]:
        """Return the sections of the promotion review to print, the case first and then in the user's order."""
        chosen = (one for one in self.review_sections if one not in (ReviewSection.CASE, *self.review_left_out))
        return (ReviewSection.CASE, *chosen)

    @property
    def hides_customers(self) -> bool:
        """Return whether aliases stand for customers."""
        return self.level is not DisclosureLevel.INTERNAL

    def heading(self, section: BragSection | ReviewSection) -> str:
        """Return what the user calls a section; empty where it keeps its name."""
        return next((one.words for one in self.headings if one.section == section.value), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPreset:
    """Choices under a name: manager, panel, outside. The identity of `choices` says nothing here."""

    id: UUID
    name: str
    choices: DocumentChoices


@dataclass(frozen=True, slots=True)
class ChosenResult:
    """A figure of a win, by its place among them, counted from 0."""

    win: UUID
    figure: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PromotionCase:
    """The user's words and choices for page one of a promotion review; it has the identity of the review.

    `results` are the three that carry it, chosen by rule where there are none.
    """

    id: UUID
    asked_for: str = ""
    results: tuple[ChosenResult, ...] = ()
    gap: str = ""
    closing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameVerdict:
    """What the user said of a word in a sentence that may be a customer's name or an ordinary word."""

    id: UUID
    customer: UUID
    sentence: str
    is_name: bool

    @classmethod
    def of(cls, customer: UUID, sentence: str, *, is_name: bool) -> NameVerdict:
        """Return the verdict on a customer in a sentence as it was typed."""
        identity = named_id("name-verdict", str(customer), sentence)
        return cls(id=identity, customer=customer, sentence=sentence, is_name=is_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedNumber:
    """A number the user stands by as their own word, as it is printed, in the sentence it stands in."""

    id: UUID
    sentence: str
    number: str

    @classmethod
    def of(cls, sentence: str, number: str) -> AcceptedNumber:
        """Return the acceptance of a number in a sentence."""
        return cls(id=named_id("accepted-number", sentence, number), sentence=sentence, number=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Defence:
    """What the user would say of a claim if asked; `key` names the claim.

    How it was measured, who else had a part, what would have happened anyway, and the answer in a sentence.
    """

    id: UUID
    key: str
    measured: str = ""
    others: str = ""
    anyway: str = ""
    say: str = ""

    @classmethod
    def of(cls, key: str) -> Defence:
        """Return an empty defence of a claim."""
        return cls(id=named_id("defence", key), key=key)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormQuestion:
    """A box of an HR form: its question, how many characters it takes, and the sections that answer it."""

    id: UUID
    at: int
    question: str
    limit: int
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleFile:
    """A Word file of the user's that gives documents their looks; its bytes lie in the library's folder by hash."""

    id: UUID
    name: str
    sha256: str
    added_at: datetime
