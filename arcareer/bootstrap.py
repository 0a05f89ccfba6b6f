"""The one place of wiring: an open library and the services on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from arcareer.clock import Clock, SystemClock
from arcareer.content.library import ContentLibrary
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.services.drafts import DraftService
from arcareer.services.home import HomeService
from arcareer.storage.library import OpenedLibrary, open_library
from arcareer.storage.store import warm_up

if TYPE_CHECKING:
    from pathlib import Path

    from arcareer.domain.changes import ChangeSet
    from arcareer.domain.start_report import StartReport
    from arcareer.services.agenda import AgendaService
    from arcareer.services.answers import AnswerService
    from arcareer.services.backups import BackupService
    from arcareer.services.brag_sheets import BragSheetService
    from arcareer.services.bullets import BulletService
    from arcareer.services.capture import CaptureService
    from arcareer.services.checklist import ChecklistService
    from arcareer.services.copying import CopyService
    from arcareer.services.coverage import CoverageService
    from arcareer.services.customers import CustomerService
    from arcareer.services.editing import EditService
    from arcareer.services.evidence import EvidenceService
    from arcareer.services.interviews import InterviewService
    from arcareer.services.journal import JournalService
    from arcareer.services.library_check import CheckService
    from arcareer.services.ledger_import import LedgerImportService
    from arcareer.services.ledger_wins import LedgerWinService
    from arcareer.services.metrics import MetricsService
    from arcareer.services.missing_wins import MissingWinsService
    from arcareer.services.phrases import PhraseService
    from arcareer.services.questions import QuestionService
    from arcareer.services.reframes import ReframeService
    from arcareer.services.rehearsals import RehearsalService
    from arcareer.services.resume_scan import ResumeScanService
    from arcareer.services.sample import SampleService
    from arcareer.services.win_import import WinImportService
    from arcareer.services.writing_checks import WritingCheckService

LOST = frozenset({ProblemKind.FILE_REMOVED, ProblemKind.FILE_REPLACED})
WARMING_SENTENCE = "Cut overdue from 21% to 12% and collected $48,200 from 9 customers in 30 days"


class App:
    """The services of one open library. Those the first page does without are loaded when first asked for."""

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
    def brag_sheets(self) -> BragSheetService:
        """Return the brag sheet: choices, content and file."""
        from arcareer.services.brag_sheets import BragSheetService  # noqa: PLC0415 - the first page does without

        return BragSheetService(
            self._library.store,
            self.edits,
            self.journal,
            self.customers,
            self.agenda,
            content=self.content,
            clock=self.clock,
        )

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

    @cached_property
    def checks(self) -> WritingCheckService:
        """Return the writing checks, and what they leave alone."""
        from arcareer.services.writing_checks import WritingCheckService  # noqa: PLC0415 - the first page does without

        return WritingCheckService(self._library.store, self.edits)

    @cached_property
    def bullets(self) -> BulletService:
        """Return the bullets."""
        from arcareer.services.bullets import BulletService  # noqa: PLC0415 - the first page does without

        return BulletService(self._library.store, self.edits, self.checks, self.clock)

    @cached_property
    def phrases(self) -> PhraseService:
        """Return the phrase bank."""
        from arcareer.services.phrases import PhraseService  # noqa: PLC0415 - the first page does without

        return PhraseService(self._library.store, self.edits, self.content, self.clock)

    @cached_property
    def copying(self) -> CopyService:
        """Return what makes texts ready for the clipboard."""
        from arcareer.services.copying import CopyService  # noqa: PLC0415 - the first page does without

        return CopyService(self.customers, lambda: self.brag_sheets)

    @cached_property
    def resume_scan(self) -> ResumeScanService:
        """Return what reads a resume as a hiring manager does."""
        from arcareer.services.resume_scan import ResumeScanService  # noqa: PLC0415 - the first page does without

        return ResumeScanService(self.checks, self.bullets, self.journal)

    @cached_property
    def metrics(self) -> MetricsService:
        """Return the metrics month by month."""
        from arcareer.services.metrics import MetricsService  # noqa: PLC0415 - the first page does without

        return MetricsService(self._library.store, self.edits, self.journal, self.content, self.clock)

    @cached_property
    def answers(self) -> AnswerService:
        """Return the answers for interviews."""
        from arcareer.services.answers import AnswerService  # noqa: PLC0415 - the first page does without

        return AnswerService(self._library.store, self.edits, self.customers, self.content, self.clock)

    @cached_property
    def questions(self) -> QuestionService:
        """Return the question bank."""
        from arcareer.services.questions import QuestionService  # noqa: PLC0415 - the first page does without

        return QuestionService(
            self._library.store, self.edits, self.answers, self.journal, content=self.content, clock=self.clock
        )

    @cached_property
    def interviews(self) -> InterviewService:
        """Return the interviews."""
        from arcareer.services.interviews import InterviewService  # noqa: PLC0415 - the first page does without

        return InterviewService(
            self._library.store, self.edits, self.agenda, self.answers, content=self.content, clock=self.clock
        )

    @cached_property
    def coverage(self) -> CoverageService:
        """Return what counts which competencies the answers show."""
        from arcareer.services.coverage import CoverageService  # noqa: PLC0415 - the first page does without

        return CoverageService(self.answers, self.questions, self.interviews, self.content)

    @cached_property
    def reframes(self) -> ReframeService:
        """Return the weakness answers."""
        from arcareer.services.reframes import ReframeService  # noqa: PLC0415 - the first page does without

        return ReframeService(self.edits, self.answers, self.clock)

    @cached_property
    def rehearsals(self) -> RehearsalService:
        """Return the rehearsals."""
        from arcareer.services.rehearsals import RehearsalService  # noqa: PLC0415 - the first page does without

        return RehearsalService(self._library.store, self.edits, self.clock)

    @cached_property
    def ledgers(self) -> LedgerImportService:
        """Return imported ledgers."""
        from arcareer.services.ledger_import import LedgerImportService  # noqa: PLC0415 - seldom needed

        return LedgerImportService(self._library.store, self.edits, self.customers, self.clock)

    @cached_property
    def ledger_wins(self) -> LedgerWinService:
        """Return what proposes wins from two lists of a ledger."""
        from arcareer.services.ledger_wins import LedgerWinService  # noqa: PLC0415 - seldom needed

        return LedgerWinService(self._library.store, self.edits, self.ledgers, self.customers, self.clock)

    def subscribe(self, listener: Callable[[ChangeSet], None]) -> None:
        """Call `listener` after every commit."""
        self._library.store.subscribe(listener)

    def warm_up(self) -> None:
        """Load what reading the first sentence and the first save need; best in a thread, after the first paint."""
        self.capture.read(WARMING_SENTENCE)
        self.capture_is_loaded = True
        warm_up()

    def lost_file(self) -> LibraryProblem | None:
        """Return the problem where the library's file was removed or replaced since it was opened."""
        try:
            self._library.store.guard()
        except LibraryProblem as problem:
            return problem if problem.kind in LOST else None
        return None

    def mark_started(self) -> None:
        """Note that this start reached a usable window."""
        self._library.mark_started()

    def close(self) -> None:
        """Close the library; raises `LibraryProblem` where its files could not be put in order."""
        self._library.close()


def open_app(
    paths: LibraryPaths,
    clock: Clock | None = None,
    *,
    create: bool = True,
    currency: Callable[[], str] = str,
    second_backup_folder: Path | None = None,
) -> App:
    """Open the library at `paths` with its services; make it where `create` is given and there never was one.

    Raises `LibraryProblem` with words for the user where it cannot be opened; nothing is changed then.
    """
    clock = clock or SystemClock()
    library = open_library(paths, clock, create=create)
    return App(library, ContentLibrary(), clock, currency, second_backup_folder)
