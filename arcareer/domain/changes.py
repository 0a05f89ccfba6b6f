"""Reversible edits, and what one committed operation touched."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Protocol
from uuid import UUID

NO_ONE = UUID(int=0)
"""Stands for every aggregate of a kind where all of them may have changed."""


class EntityKind(StrEnum):
    """The kinds of aggregates a library stores."""

    WIN = "win"
    CUSTOMER = "customer"
    CHECKLIST_ARRANGEMENT = "checklist-arrangement"
    CHECKLIST_CLAIM = "checklist-claim"
    OCCASION = "occasion"
    AWAY_WEEK = "away-week"
    OWNER = "owner"
    DOCUMENT_CHOICES = "document-choices"
    BULLET = "bullet"
    OWN_PHRASE = "own-phrase"
    WRITING_CHECKS = "writing-checks"
    ANSWER = "answer"
    OWN_QUESTION = "own-question"
    REHEARSAL = "rehearsal"
    INTERVIEW = "interview"
    CRIB = "crib"
    METRIC_MONTH = "metric-month"
    METRIC_SETTINGS = "metric-settings"
    LEDGER_LAYOUT = "ledger-layout"
    LEDGER_SNAPSHOT = "ledger-snapshot"
    LEDGER_VERDICT = "ledger-verdict"
    COLLECTION_DECISION = "collection-decision"
    BOARD_ACCOUNT = "board-account"
    DECISION_SETTINGS = "decision-settings"
    RISK_CARD = "risk-card"
    FORECAST_PLAN = "forecast-plan"
    OWN_SCRIPT = "own-script"
    REMEMBERED_BLANKS = "remembered-blanks"
    CONTACT_NOTE = "contact-note"
    PLAYBOOK_RUN = "playbook-run"
    PLAN = "plan"
    REVIEW = "review"
    DOCUMENT_PRESET = "document-preset"
    PROMOTION_CASE = "promotion-case"
    NAME_VERDICT = "name-verdict"
    ACCEPTED_NUMBER = "accepted-number"
    DEFENCE = "defence"
    FORM_QUESTION = "form-question"
    STYLE_FILE = "style-file"


class Aggregate(Protocol):
    """A frozen value with an identity that is stored and replaced as a whole."""

    @property
    def id(self) -> UUID:
        """Return the identity."""


class ChangeSet(NamedTuple):
    """What a commit touched."""

    touched: frozenset[tuple[EntityKind, UUID]]

    def affects(self, *kinds: EntityKind) -> bool:
        """Return whether any aggregate of these kinds was touched."""
        return any(kind in kinds for kind, _ in self.touched)

    @classmethod
    def everything(cls) -> ChangeSet:
        """Return the change set that says that any aggregate may be another now."""
        return cls(frozenset((kind, NO_ONE) for kind in EntityKind))


class Edit(NamedTuple):
    """A reversible replacement of one aggregate: `before` None creates it, `after` None removes it."""

    label: str
    kind: EntityKind
    before: Aggregate | None
    after: Aggregate | None

    def inverse(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.label, self.kind, before=self.after, after=self.before)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Return itself, so that one edit and a group can be applied alike."""
        return (self,)

    @property
    def entity_id(self) -> UUID:
        """Return the identity of the aggregate."""
        value = self.after if self.after is not None else self.before
        if value is None:
            raise ValueError("an edit needs a value before or after it")
        return value.id


class EditGroup(NamedTuple):
    """Several edits that happen and are undone together."""

    label: str
    edits: tuple[Edit, ...]

    def inverse(self) -> EditGroup:
        """Return the group that takes this one back, last edit first."""
        return EditGroup(self.label, tuple(edit.inverse() for edit in reversed(self.edits)))


Change = Edit | EditGroup
