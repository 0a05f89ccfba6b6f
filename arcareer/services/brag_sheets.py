"""The brag sheet: what the library says in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.documents import BragSection, DocumentChoices
from arcareer.domain.journal import Win
from arcareer.domain.periods import Period
from arcareer.services.agenda import AgendaService
from arcareer.services.disclosures import DisclosureService
from arcareer.services.journal import JournalService
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.documents.compose import Material
    from arcareer.documents.disclosure import Disclosure
    from arcareer.documents.document import BragSheet


class BragSheetService:
    """What a brag sheet says, read from the library."""

    def __init__(
        self,
        store: Store,
        journal: JournalService,
        agenda: AgendaService,
        disclosures: DisclosureService,
        *,
        content: ContentLibrary,
        clock: Clock,
    ) -> None:
        self._store = store
        self._journal = journal
        self._agenda = agenda
        self._disclosures = disclosures
        self._content = content
        self._clock = clock

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
            headings={section: words for section in BragSection if (words := choices.heading(section))},
        )
        return partial(_compose, material, self._disclosures.prepare(choices.level))


def _compose(material: Material, disclosure: Callable[[], Disclosure]) -> BragSheet:
    from arcareer.documents.compose import compose  # noqa: PLC0415 - the first page does without

    return compose(material, disclosure())
