"""The brag sheet: what the user chose for it, what it says, and saving it as a Word file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.customers import Customer
from arcareer.domain.documents import CHOICES_ID, DisclosureLevel, DocumentChoices, PeriodKind
from arcareer.domain.journal import Win
from arcareer.domain.periods import Period, half_of, parse_period, quarter_of, year_of
from arcareer.errors import FieldProblem
from arcareer.progress import Progress, silent
from arcareer.services.agenda import AgendaService
from arcareer.services.customers import CustomerService
from arcareer.services.editing import EditService
from arcareer.services.journal import JournalService
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.documents.compose import Material
    from arcareer.documents.document import BragSheet
    from arcareer.documents.printed import Printed


class BragSheetService:
    """Use cases of the brag sheet. `compose` and `prepare` read the library; `write` needs only the sheet."""

    def __init__(
        self,
        store: Store,
        edits: EditService,
        journal: JournalService,
        customers: CustomerService,
        agenda: AgendaService,
        *,
        content: ContentLibrary,
        clock: Clock,
    ) -> None:
        self._store = store
        self._edits = edits
        self._journal = journal
        self._customers = customers
        self._agenda = agenda
        self._content = content
        self._clock = clock

    def choices(self) -> DocumentChoices:
        """Return what the user chose last, or the defaults."""
        with self._store.read() as unit:
            return unit.repository(EntityKind.DOCUMENT_CHOICES).get(CHOICES_ID) or DocumentChoices()

    def save_choices(self, after: DocumentChoices) -> Edit:
        """Keep what the user chose; raise `FieldProblem` for a custom period that cannot be read."""
        if after.period_kind is PeriodKind.CUSTOM:
            custom_period(after.custom_period)
        with self._store.read() as unit:
            before = unit.repository(EntityKind.DOCUMENT_CHOICES).get(CHOICES_ID)
        return self._edits.put("Change brag sheet", EntityKind.DOCUMENT_CHOICES, before=before, after=after)

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

    def compose(self, choices: DocumentChoices, period: Period) -> BragSheet:
        """Return what the sheet of a period says: every win outside the trash, as the choices want it."""
        return self.prepare(choices, period, self._journal.wins(period))()

    def prepare(self, choices: DocumentChoices, period: Period, wins: tuple[Win, ...]) -> Callable[[], BragSheet]:
        """Read all that the sheet of a period needs besides its wins; what comes back composes it, in any thread."""
        from arcareer.documents.compose import Material  # noqa: PLC0415 - the first page does without

        material = Material(
            wins=wins,
            owner=replace(self._agenda.owner(), purpose=""),  # what brings the user here is for the app alone
            themes={theme.id: theme.label for theme in self._content.themes},
            sections=choices.included,
            period=period,
            written_at=self._clock.now(),
            bullets=tuple(bullet for bullet in self._store.glance.bullets() if bullet.in_brag_sheet),
        )
        return partial(_compose, material, self._customers.all(), choices.level)

    def file_name(self, period: Period) -> str:
        """Return the name to suggest for the file: Brag sheet 2026 H1.docx."""
        from arcareer.documents.wording import short_span_of  # noqa: PLC0415 - the first page does without

        return f"Brag sheet {short_span_of(period)}.docx"

    def write(self, printed: Printed, path: Path, progress: Progress = silent) -> Path:
        """Save a document as a Word file and return where it is, which is a numbered name where the file is in use.

        Touches no library. Raises `UserError` for a name that cannot be used and where hidden names would show,
        `EnvironmentFault` for the disk; `Cancelled` of `progress` passes. An older file stays whole in every case.
        """
        from arcareer.documents.writer import write_docx  # noqa: PLC0415 - loads python-docx and Pillow

        return write_docx(printed, path, progress)


def _compose(material: Material, customers: tuple[Customer, ...], level: DisclosureLevel) -> BragSheet:
    from arcareer.documents.compose import compose  # noqa: PLC0415 - the first page does without
    from arcareer.documents.disclosure import Disclosure  # noqa: PLC0415

    return compose(material, Disclosure.of(level, customers))


def custom_period(name: str) -> Period:
    """Read the name of a period the user typed; raise `FieldProblem` for one that cannot be read."""
    try:
        return parse_period(name)
    except ValueError as reason:
        raise FieldProblem("custom_period", str(reason)) from reason
