"""One short transaction with all repositories: open, work, commit or leave, and it is over."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from arcareer.domain.agenda import AwayWeek, Occasion, Owner
from arcareer.domain.changes import ChangeSet, Edit, EntityKind
from arcareer.domain.checklist import ChecklistArrangement
from arcareer.domain.checks import WritingChecks
from arcareer.domain.phrases import OwnPhrase
from arcareer.domain.questions import OwnQuestion
from arcareer.errors import StaleEdit, UserError
from arcareer.progress import Progress, silent
from arcareer.storage.checksums import add_to_count, damaged_rows
from arcareer.storage.faults import as_problem, damaged_record
from arcareer.storage.records.agenda import AWAY_WEEKS, OCCASIONS, OWNERS
from arcareer.storage.records.answers import OWN_QUESTIONS
from arcareer.storage.records.checklist import ARRANGEMENTS
from arcareer.storage.records.writing import OWN_PHRASES, WRITING_CHECKS
from arcareer.storage.repositories.answers import AnswerRepository, AnswerVersions, RehearsalRepository
from arcareer.storage.repositories.bullets import BulletRepository, BulletVersions
from arcareer.storage.repositories.checklist import ClaimRepository
from arcareer.storage.repositories.customers import CustomerRepository
from arcareer.storage.repositories.interviews import CribRepository, InterviewRepository
from arcareer.storage.repositories.printing import PromotionCaseRepository, printing_repositories
from arcareer.storage.repositories.receivables import (
    MonthRepository,
    SnapshotRepository,
    WinDocumentRepository,
    receivables_repositories,
)
from arcareer.storage.repositories.repository import AT_ONCE, Repository
from arcareer.storage.repositories.versions import WinVersions
from arcareer.storage.repositories.wins import WinRepository
from arcareer.storage.repositories.words import (
    ContactNoteRepository,
    PlaybookRunRepository,
    ReviewRepository,
    word_repositories,
)
from arcareer.storage.search import forget_removed_words
from arcareer.storage.sessions import WRITES, row_changes
from arcareer.storage.stored import UNREADABLE, storable
from arcareer.storage.turn import Turn

_CHANGED_MEANWHILE = (
    "This was changed somewhere else in the meantime. Nothing was overwritten; look at both texts and choose one."
)
_STILL_POINTED_AT = (
    "Something in your library still points to this, or this points to something gone. Nothing was changed."
)


class UnitOfWork:
    """A transaction on the library's connection.

    Used as a context manager. What is not committed is rolled back. A fault of the disk leaves as `LibraryProblem`,
    a value that was changed meanwhile as `StaleEdit`, a broken reference as `UserError`.
    """

    wins: WinRepository
    versions: WinVersions
    customers: CustomerRepository
    arrangements: Repository[ChecklistArrangement]
    claims: ClaimRepository
    occasions: Repository[Occasion]
    away_weeks: Repository[AwayWeek]
    owners: Repository[Owner]
    bullets: BulletRepository
    bullet_versions: BulletVersions
    own_phrases: Repository[OwnPhrase]
    writing_checks: Repository[WritingChecks]
    answers: AnswerRepository
    answer_versions: AnswerVersions
    own_questions: Repository[OwnQuestion]
    rehearsals: RehearsalRepository
    interviews: InterviewRepository
    cribs: CribRepository
    metric_months: MonthRepository
    ledger_snapshots: SnapshotRepository
    contact_notes: ContactNoteRepository

    def __init__(
        self,
        sessions: sessionmaker[Session],
        connection: sqlite3.Connection,
        path: Path,
        *,
        turn: Turn,
        guard: Callable[[], None],
        publish: Callable[[ChangeSet], None],
        saved: Callable[[str], None],
        writes: bool,
    ) -> None:
        self._session = sessions()
        self._connection = connection
        self._path = path
        self._turn = turn
        self._held = False
        self._guard = guard
        self._publish = publish
        self._saved = saved
        self._discarded: list[str] = []
        self._writes = writes
        self._touched: set[tuple[EntityKind, UUID]] = set()

    def __enter__(self) -> Self:
        self._turn.take()
        self._held = True
        try:
            self._session.connection(execution_options={WRITES: self._writes})
        except DBAPIError as fault:
            self._leave()
            raise self._problem(fault) from fault
        except BaseException:
            self._leave()
            raise
        self._make_repositories()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        damaged = isinstance(fault, UNREADABLE) and bool(damaged_rows(self._connection))
        self._leave()
        if damaged and fault is not None:
            raise damaged_record(self._path, cast("Exception", fault)) from fault
        if isinstance(fault, StaleDataError):
            raise StaleEdit(_CHANGED_MEANWHILE) from fault
        if isinstance(fault, IntegrityError):
            raise UserError(_STILL_POINTED_AT) from fault
        if isinstance(fault, DBAPIError):
            raise self._problem(fault) from fault
        if isinstance(fault, sqlite3.Error):
            raise as_problem(fault, self._path) from fault

    def repository(self, kind: EntityKind) -> Repository[Any]:
        """Return the repository of a kind of aggregate."""
        return self._by_kind[kind]

    def replace(self, edits: Sequence[Edit], progress: Progress = silent) -> list[Any]:
        """Put the new value of every edit in place of the old one; return what was stored before each.

        Raises `StaleEdit` with both values where the library holds something else than an edit started from.
        """
        stored: list[Any] = []
        for run in _runs(edits):
            progress(len(stored), len(edits))
            stored += self._replace_run(run)
        progress(len(stored), len(edits))
        return stored

    def remove_for_good(self, wins: Sequence[UUID]) -> None:
        """Remove wins with their history and their links. Nothing but a backup brings them back."""
        self.claims.unlink(wins)
        self.bullets.unlink(wins)
        self.answers.unlink(wins)
        self.reviews.unlink(wins)
        self.promotion_cases.unlink(wins)
        for repository in self._by_kind.values():
            if isinstance(repository, WinDocumentRepository):
                repository.unlink(wins)
        self.versions.forget(wins)
        self.wins.remove_all(wins)
        forget_removed_words(self._connection)

    def remove_answers_for_good(self, answers: Sequence[UUID]) -> None:
        """Remove answers with their history, rehearsals and links. Nothing but a backup brings them back."""
        self.rehearsals.remove_all([take.id for take in self.rehearsals.of(answers)])
        self.interviews.unlink(answers)
        self.cribs.unlink(answers)
        self.playbook_runs.unlink_answers(answers)
        self.answer_versions.forget(answers)
        self.answers.remove_all(answers)

    def remove_thrown_for_good(self, kind: EntityKind, identities: Sequence[UUID]) -> None:
        """Remove what lay in the trash, with what belongs to it alone. Nothing but a backup brings it back."""
        if kind is EntityKind.REVIEW:
            self.promotion_cases.remove_all(identities)
        self.repository(kind).remove_all(identities)

    def discard_draft(self, key: str) -> None:
        """Drop half-typed text in the same transaction that saves it."""
        self._session.execute(text("DELETE FROM drafts WHERE key = :key"), {"key": key})
        self._discarded.append(key)

    def commit(self) -> ChangeSet:
        """Make everything durable, end the unit of work and tell the listeners what was touched."""
        self._session.flush()
        for table, change in sorted(row_changes(self._session).items()):
            if change:
                add_to_count(self._connection, table, change)
        self._guard()
        self._session.commit()
        self._leave()
        for key in self._discarded:
            self._saved(key)
        changes = ChangeSet(frozenset(self._touched))
        self._publish(changes)
        return changes

    def _make_repositories(self) -> None:
        session, touch = self._session, self._touch
        self.wins = WinRepository(session, touch)
        self.versions = WinVersions(session)
        self.customers = CustomerRepository(session, touch, self.wins)
        self.arrangements = Repository(session, ARRANGEMENTS, touch)
        self.claims = ClaimRepository(session, touch)
        self.occasions = Repository(session, OCCASIONS, touch)
        self.away_weeks = Repository(session, AWAY_WEEKS, touch)
        self.owners = Repository(session, OWNERS, touch)
        self.bullets = BulletRepository(session, touch)
        self.bullet_versions = BulletVersions(session)
        self.own_phrases = Repository(session, OWN_PHRASES, touch)
        self.writing_checks = Repository(session, WRITING_CHECKS, touch)
        self.answers = AnswerRepository(session, touch)
        self.answer_versions = AnswerVersions(session)
        self.own_questions = Repository(session, OWN_QUESTIONS, touch)
        self.rehearsals = RehearsalRepository(session, touch)
        self.interviews = InterviewRepository(session, touch)
        self.cribs = CribRepository(session, touch)
        self.metric_months = MonthRepository(session, touch)
        self.ledger_snapshots = SnapshotRepository(session, touch)
        self.contact_notes = ContactNoteRepository(session, touch)
        self.playbook_runs = PlaybookRunRepository(session, touch)
        self.reviews = ReviewRepository(session, touch)
        self.promotion_cases = PromotionCaseRepository(session, touch)
        self._by_kind: dict[EntityKind, Repository[Any]] = {
            EntityKind.WIN: self.wins,
            EntityKind.CUSTOMER: self.customers,
            EntityKind.CHECKLIST_ARRANGEMENT: self.arrangements,
            EntityKind.CHECKLIST_CLAIM: self.claims,
            EntityKind.OCCASION: self.occasions,
            EntityKind.AWAY_WEEK: self.away_weeks,
            EntityKind.OWNER: self.owners,
            EntityKind.BULLET: self.bullets,
            EntityKind.OWN_PHRASE: self.own_phrases,
            EntityKind.WRITING_CHECKS: self.writing_checks,
            EntityKind.ANSWER: self.answers,
            EntityKind.OWN_QUESTION: self.own_questions,
            EntityKind.REHEARSAL: self.rehearsals,
            EntityKind.INTERVIEW: self.interviews,
            EntityKind.CRIB: self.cribs,
            EntityKind.METRIC_MONTH: self.metric_months,
            EntityKind.LEDGER_SNAPSHOT: self.ledger_snapshots,
            EntityKind.CONTACT_NOTE: self.contact_notes,
            EntityKind.PLAYBOOK_RUN: self.playbook_runs,
            EntityKind.REVIEW: self.reviews,
            EntityKind.PROMOTION_CASE: self.promotion_cases,
            **receivables_repositories(session, touch),
            **word_repositories(session, touch),
            **printing_repositories(session, touch),
        }

    def _replace_run(self, edits: Sequence[Edit]) -> list[Any]:
        repository = self.repository(edits[0].kind)
        found = {value.id: value for value in repository.get_many(edit.entity_id for edit in edits)}
        stored = [found.get(edit.entity_id) for edit in edits]
        for edit, value in zip(edits, stored, strict=True):
            if value != edit.before and value != storable(edit.before):
                raise StaleEdit(_CHANGED_MEANWHILE, stored=value, wanted=edit.after)
        if edits[0].after is None:
            repository.remove_all([edit.entity_id for edit in edits])
        else:
            repository.put_all([edit.after for edit in edits])
        return stored

    def _touch(self, kind: EntityKind, identity: UUID) -> None:
        self._touched.add((kind, identity))

    def _problem(self, fault: DBAPIError) -> Exception:
        cause = fault.orig
        return as_problem(cause, self._path) if isinstance(cause, sqlite3.Error) else fault

    def _leave(self) -> None:
        """Roll back what was not committed and give the turn to the next; more than once does no harm."""
        if not self._held:
            return
        self._held = False
        try:
            self._session.close()
            with suppress(sqlite3.ProgrammingError):  # where the connection is closed there is nothing to roll back
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
        finally:
            self._turn.give_back()


def _runs(edits: Sequence[Edit]) -> Iterator[Sequence[Edit]]:
    """Yield edits that can be made together: not too many, one kind, all putting or all removing, nothing twice."""
    run: list[Edit] = []
    seen: set[UUID] = set()
    for edit in edits:
        same = run and (run[0].kind, run[0].after is None) == (edit.kind, edit.after is None)
        if run and (not same or edit.entity_id in seen or len(run) == AT_ONCE):
            yield run
            run, seen = [], set()
        run.append(edit)
        seen.add(edit.entity_id)
    if run:
        yield run
