"""Whose turn it is to be said aloud."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from arcareer.domain.answers import Answer
    from arcareer.domain.rehearsals import Rehearsal

_NEVER = datetime.min.replace(tzinfo=UTC)


def in_turn(answers: Iterable[Answer], takes: Iterable[Rehearsal]) -> tuple[Answer, ...]:
    """Return the answers: core ones first, and among them those not said for longest, never said ones before all."""
    last: dict[UUID, datetime] = {}
    for take in takes:
        last[take.answer] = max(take.at, last.get(take.answer, _NEVER))
    return tuple(
        sorted(answers, key=lambda answer: (answer.core is None, last.get(answer.id, _NEVER), answer.created_at))
    )
