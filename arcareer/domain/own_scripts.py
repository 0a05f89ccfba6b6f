"""Messages of the user's own, the values their blanks had last, and what was sent to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from arcareer.domain.identity import named_id
from arcareer.domain.messages import ScriptStage, Tone

SCRIPT_LIMIT: Final = 10_000
"""Characters of the longest message that is kept."""

REMEMBERED_ID: Final = named_id("remembered-blanks")


@dataclass(frozen=True, slots=True)
class ToneText:
    """A message in one tone."""

    tone: Tone
    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnScript:
    """A message of the user's own, or a shipped one as the user changed it: then `replaces` is its id.

    `messages` holds each tone once; `created_at` is an instant in UTC.
    """

    id: UUID
    title: str
    stage: ScriptStage
    messages: tuple[ToneText, ...]
    created_at: datetime
    use_when: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedBlanks:
    """What the blanks held last, by name; there is one such value."""

    id: UUID = REMEMBERED_ID
    values: tuple[tuple[str, str], ...] = ()

    @property
    def by_name(self) -> dict[str, str]:
        """Return the values by the names of their blanks."""
        return dict(self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactNote:
    """That the user wrote to a customer, or called: what about, with which script, and the user's own words on it.

    `at` is an instant in UTC; `script` is the id of a shipped script or call, or of an own script as text.
    """

    id: UUID
    customer: UUID
    at: datetime
    subject: str
    script: str = ""
    note: str = ""
