"""What the user chose for the documents, and the period that means today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from arcareer.clock import Clock
from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.documents import CHOICES_ID, DocumentChoices, PeriodKind
from arcareer.domain.periods import Period, half_of, parse_period, quarter_of, year_of
from arcareer.errors import FieldProblem
from arcareer.services.editing import EditService
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.storage.unit_of_work import UnitOfWork


class DocumentChoiceService:
    """Use cases of the choices; what changes something returns the change it applied."""

    def __init__(self, store: Store, edits: EditService, clock: Clock) -> None:
        self._store = store
        self._edits = edits
        self._clock = clock

    def choices(self) -> DocumentChoices:
        """Return what the user chose last, or the defaults; a review or a style that is gone is none."""
        with self._store.read() as unit:
            stored: DocumentChoices | None = unit.repository(EntityKind.DOCUMENT_CHOICES).get(CHOICES_ID)
            return DocumentChoices() if stored is None else _without_gone(stored, unit)

    def save(self, after: DocumentChoices) -> Edit:
        """Keep what the user chose; raise `FieldProblem` for a custom period that cannot be read."""
        if after.period_kind is PeriodKind.CUSTOM:
            custom_period(after.custom_period)
        with self._store.read() as unit:
            before = unit.repository(EntityKind.DOCUMENT_CHOICES).get(CHOICES_ID)
        kept = replace(after, id=CHOICES_ID)
        return self._edits.put("Change document choices", EntityKind.DOCUMENT_CHOICES, before=before, after=kept)

    def period(self, choices: DocumentChoices, today: date | None = None) -> Period:
        """Return the period the choices mean today; raise `FieldProblem` for a custom one that cannot be read."""
        day = today or self._clock.today()
        match choices.period_kind:
            case PeriodKind.QUARTER:
                return quarter_of(day)
            case PeriodKind.HALF:
                return half_of(day)
            case PeriodKind.YEAR:
                return year_of(day)
            case PeriodKind.CUSTOM:
                return custom_period(choices.custom_period)


def _without_gone(choices: DocumentChoices, unit: UnitOfWork) -> DocumentChoices:
    review = unit.occasions.get(choices.review) if choices.review is not None else None
    style = unit.repository(EntityKind.STYLE_FILE).get(choices.style) if choices.style is not None else None
    return replace(
        choices,
        review=review.id if review is not None and review.is_review else None,
        style=None if style is None else style.id,
    )


def custom_period(name: str) -> Period:
    """Read the name of a period the user typed; raise `FieldProblem` for one that cannot be read."""
    try:
        return parse_period(name)
    except ValueError as reason:
        raise FieldProblem("custom_period", str(reason)) from reason
