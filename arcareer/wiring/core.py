"""The services on the journal of an open library, which everything else stands on."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.paths import LibraryPaths
from arcareer.services.drafts import DraftService
from arcareer.services.home import HomeService
from arcareer.storage.library import OpenedLibrary

if TYPE_CHECKING:
    from pathlib import Path

    from arcareer.domain.changes import ChangeSet
    from arcareer.domain.start_report import StartReport
    from arcareer.services.agenda import AgendaService
    from arcareer.services.backups import BackupService
    from arcareer.services.capture import CaptureService
    from arcareer.services.checklist import ChecklistService
    from arcareer.services.customers import CustomerService
    from arcareer.services.disclosures import DisclosureService
    from arcareer.services.editing import EditService
    from arcareer.services.evidence import EvidenceService
    from arcareer.services.journal import JournalService
    from arcareer.services.library_check import CheckService
    from arcareer.services.missing_wins import MissingWinsService
    from arcareer.services.sample import SampleService
    from arcareer.services.win_import import WinImportService


class CoreServices:
    """The journal and what keeps it. What the first page does without is loaded when first asked for."""

    def __init__(
        self,
        library: OpenedLibrary,
        content: ContentLibrary,
        clock: Clock,
        currency: Callable[[], str] = str,
        second_backup_folder: Path | None = None,
    ) -> None:
        """Take an open library; `currency` tells the ISO code of the user's own money, empty where unknown."""
        self._library = library
        self._currency = currency
        self._second_backup_folder = second_backup_folder
        self.capture_is_loaded = False
        self.is_warm = False
        self.content = content
        self.clock = clock
        self.home = HomeService(library.store)
        self.drafts = DraftService(library.store, clock)

    @property
    def paths(self) -> LibraryPaths:
        """Return where the library keeps its files."""
        return self._library.paths

    @property
    def report(self) -> StartReport:
        """Return how the library opened."""
        return self._library.report

    @cached_property
    def edits(self) -> EditService:
        """Return what applies changes, and takes them back."""
        from arcareer.services.editing import EditService  # noqa: PLC0415 - nothing is changed before the first paint

        return EditService(self._library.store)

    @cached_property
    def journal(self) -> JournalService:
        """Return the wins."""
        from arcareer.services.journal import JournalService  # noqa: PLC0415 - the first page does without

        return JournalService(self._library.store, self.edits, self.clock)

    @cached_property
    def customers(self) -> CustomerService:
        """Return the customers."""
        from arcareer.services.customers import CustomerService  # noqa: PLC0415 - the first page does without

        return CustomerService(self._library.store, self.edits)

    @cached_property
    def disclosures(self) -> DisclosureService:
        """Return what tells what may be in a document."""
        from arcareer.services.disclosures import DisclosureService  # noqa: PLC0415 - the first page does without

        return DisclosureService(self._library.store, self.edits, self.customers)

    @cached_property
    def agenda(self) -> AgendaService:
        """Return dates, weeks away and the owner."""
        from arcareer.services.agenda import AgendaService  # noqa: PLC0415 - the first page does without

        return AgendaService(self._library.store, self.edits, self.clock)

    @cached_property
    def capture(self) -> CaptureService:
        """Return what reads typed sentences."""
        from arcareer.services.capture import CaptureService  # noqa: PLC0415 - not needed before the first key

        capture = CaptureService(self.customers, self.content, self._currency)
        self.subscribe(capture.heed)
        return capture

    @cached_property
    def checklist(self) -> ChecklistService:
        """Return the value checklist."""
        from arcareer.services.checklist import ChecklistService  # noqa: PLC0415 - the first page does without

        return ChecklistService(self._library.store, self.edits, self.content.checklist)

    @cached_property
    def evidence(self) -> EvidenceService:
        """Return the files and links that prove wins."""
        from arcareer.services.evidence import EvidenceService  # noqa: PLC0415 - the first page does without

        return EvidenceService(self._library.store, self.edits, self.paths.evidence)

    @cached_property
    def backups(self) -> BackupService:
        """Return the backups of the library."""
        from arcareer.services.backups import BackupService  # noqa: PLC0415 - made after the first paint

        return BackupService(self._library, second_folder=self._second_backup_folder)

    @cached_property
    def check(self) -> CheckService:
        """Return the full check of the library, and the mending of what it finds."""
        from arcareer.services.library_check import CheckService  # noqa: PLC0415 - runs after the first paint

        return CheckService(self._library)

    @cached_property
    def missing_wins(self) -> MissingWinsService:
        """Return what brings wins back that only a backup holds."""
        from arcareer.services.missing_wins import MissingWinsService  # noqa: PLC0415 - seldom needed

        return MissingWinsService(self._library, self.edits)

    @cached_property
    def sample(self) -> SampleService:
        """Return what fills an empty library with a sample year."""
        from arcareer.services.sample import SampleService  # noqa: PLC0415 - seldom needed

        return SampleService(self.journal, self.edits, self.content, self.clock)

    @cached_property
    def win_import(self) -> WinImportService:
        """Return what brings in a list of wins kept elsewhere."""
        from arcareer.services.win_import import WinImportService  # noqa: PLC0415 - seldom needed

        return WinImportService(
            self.journal, self.edits, self.capture, self.customers, content=self.content, clock=self.clock
        )

    def subscribe(self, listener: Callable[[ChangeSet], None]) -> None:
        """Call `listener` after every commit."""
        self._library.store.subscribe(listener)
