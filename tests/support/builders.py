"""Values and libraries for tests: name what matters, the rest is filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from arcareer.content.library import ContentLibrary
from arcareer.domain.answers import Answer, AnswerKind
from arcareer.domain.bullets import Bullet
from arcareer.domain.changes import ChangeSet
from arcareer.domain.checklist import ChecklistItem
from arcareer.domain.customers import Customer
from arcareer.domain.figures import Figure, Unit
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win, WinDraft
from arcareer.paths import LibraryPaths
from arcareer.services.accounts import AccountReader
from arcareer.services.agenda import AgendaService
from arcareer.services.answers import AnswerService
from arcareer.services.bullets import BulletService
from arcareer.services.checklist import ChecklistService
from arcareer.services.coverage import CoverageService
from arcareer.services.cribs import CribService
from arcareer.services.customers import CustomerService
from arcareer.services.decisions import DecisionService
from arcareer.services.disclosures import DisclosureService
from arcareer.services.drafts import DraftService
from arcareer.services.editing import EditService
from arcareer.services.evidence import EvidenceService
from arcareer.services.forecast_plans import ForecastPlanService
from arcareer.services.home import HomeService
from arcareer.services.interviews import InterviewService
from arcareer.services.journal import JournalService
from arcareer.services.ledger_import import LedgerImportService
from arcareer.services.ledger_wins import LedgerWinService
from arcareer.services.metrics import MetricsService
from arcareer.services.phrases import PhraseService
from arcareer.services.questions import QuestionService
from arcareer.services.reframes import ReframeService
from arcareer.services.rehearsals import RehearsalService
from arcareer.services.risks import RiskService
from arcareer.services.writing_checks import WritingCheckService
from arcareer.storage.connection import open_connection
from arcareer.storage.schema import create_library
from arcareer.storage.store import Store
from tests.support.clock import FakeClock

ITEMS = (
    ChecklistItem(key="overdue-reduced", label="Overdue cut", group="Cash", blanks=("percentage", "period")),
    ChecklistItem(key="payment-plan", label="Plan agreed", group="Cash", blanks=("customer", "amount")),
    ChecklistItem(key="risk-mitigated", label="Risk under control", group="Risk", blanks=("risk", "outcome")),
    ChecklistItem(key="training", label="Colleagues trained", group="People", blanks=("count",)),
)


def a_win(headline: str = "Collected a long overdue balance", **fields: Any) -> Win:
    """Return a win of 1 October 2026 unless told otherwise."""
    defaults: dict[str, Any] = {
        "id": new_id(),
        "happened_on": date(2026, 10, 1),
        "logged_at": datetime(2026, 10, 16, 16, 20, tzinfo=UTC),
    }
    return Win(headline=headline, **(defaults | fields))


def a_draft(headline: str = "Collected a long overdue balance", **fields: Any) -> WinDraft:
    """Return what a user entered for a win of 1 October 2026 unless told otherwise."""
    return WinDraft(headline=headline, **({"happened_on": date(2026, 10, 1)} | fields))


def a_figure(after: int | str = 48_200, before: int | str | None = None, **fields: Any) -> Figure:
    """Return a figure, money collected unless told otherwise."""
    defaults: dict[str, Any] = {"measure": "collected", "unit": Unit.MONEY, "currency": "USD"}
    return Figure(after=Decimal(after), before=None if before is None else Decimal(before), **(defaults | fields))


def a_customer(name: str = "Harlow Foods", **fields: Any) -> Customer:
    """Return a customer called Customer A outside unless told otherwise."""
    defaults: dict[str, Any] = {"id": new_id(), "alias": "Customer A"}
    return Customer(name=name, **(defaults | fields))


def a_bullet(text: str = "Collected $48,200 of overdue invoices in Q2", **fields: Any) -> Bullet:
    """Return a bullet, the first in order unless told otherwise."""
    defaults: dict[str, Any] = {
        "id": new_id(),
        "position": 0,
        "created_at": datetime(2026, 10, 16, 16, 20, tzinfo=UTC),
    }
    return Bullet(text=text, **(defaults | fields))


READY_TEXTS = (
    (
        "A freight company, our third largest account, was 74 days late with $61,300 open across nine invoices. Two "
        "colleagues had written to them every week for a month and got no reply at all."
    ),
    "I owned the account. My goal was to bring it under 30 days by quarter end and to keep the customer.",
    (
        "I rebuilt the statement line by line and found two invoices with the wrong order number. I had them reissued "
        "that day and rang their payables lead rather than writing again. I asked which invoices she could release at "
        "once, and we walked through all nine. I offered three dated part payments for the rest, the first in a week. "
        "After every call I sent a recap of two lines with the dates, so that nothing could drift. When the second "
        "payment was a day late I rang the same morning, learned that the approver was away, and had a stand-in named. "
        "I told my manager each Friday what had come in and what had not."
    ),
    (
        "They paid all $61,300 in five weeks and went from 74 days late to 21. Two quarters on they pay to terms, "
        "and I now check the order number on every new account before the first invoice goes out."
    ),
)
"""A story that is ready to be told."""


def an_answer(title: str = "Freight account", **fields: Any) -> Answer:
    """Return a STAR answer without words unless told otherwise."""
    defaults: dict[str, Any] = {
        "id": new_id(),
        "kind": AnswerKind.STAR,
        "created_at": datetime(2026, 10, 16, 16, 20, tzinfo=UTC),
    }
    return Answer(title=title, **(defaults | fields))


@dataclass(frozen=True, slots=True)
class Library:
    """An open library with the services that work on it, and every change set it has published."""

    paths: LibraryPaths
    clock: FakeClock
    store: Store
    edits: EditService
    journal: JournalService
    customers: CustomerService
    checklist: ChecklistService
    agenda: AgendaService
    home: HomeService
    drafts: DraftService
    evidence: EvidenceService
    checks: WritingCheckService
    bullets: BulletService
    phrases: PhraseService
    answers: AnswerService
    questions: QuestionService
    interviews: InterviewService
    coverage: CoverageService
    reframes: ReframeService
    rehearsals: RehearsalService
    cribs: CribService
    metrics: MetricsService
    ledgers: LedgerImportService
    ledger_wins: LedgerWinService
    decisions: DecisionService
    risks: RiskService
    forecasts: ForecastPlanService
    published: list[ChangeSet]

    def add(self, *wins: Win) -> None:
        """Put wins into the library as they are, in one commit."""
        with self.store.write() as unit:
            for win in wins:
                unit.wins.put(win)
            unit.commit()

    def tell(self, *answers: Answer) -> None:
        """Put answers into the library as they are, in one commit."""
        with self.store.write() as unit:
            for answer in answers:
                unit.answers.put(answer)
            unit.commit()

    def close(self) -> None:
        """Close the library."""
        self.store.close()


def a_library(folder: Path, *, clock: FakeClock | None = None, items: Iterable[ChecklistItem] = ITEMS) -> Library:
    """Open the library in `folder`, making it first where there is none; the caller closes it."""
    paths = LibraryPaths(folder)
    paths.folder.mkdir(parents=True, exist_ok=True)
    if not paths.database.exists():
        create_library(paths.database)
    time = clock or FakeClock()
    store = Store(open_connection(paths.database), paths.database, time)
    edits = EditService(store)
    published: list[ChangeSet] = []
    store.subscribe(published.append)
    checks = WritingCheckService(store, edits)
    journal, customers, content = JournalService(store, edits, time), CustomerService(store, edits), ContentLibrary()
    agenda = AgendaService(store, edits, time)
    answers = AnswerService(store, edits, customers, content, time)
    questions = QuestionService(store, edits, answers, journal, content=content, clock=time)
    interviews = InterviewService(store, edits, agenda, answers, content=content, clock=time)
    ledgers = LedgerImportService(store, edits, customers, time)
    accounts = AccountReader(ledgers)
    return Library(
        paths=paths,
        clock=time,
        store=store,
        edits=edits,
        journal=journal,
        customers=customers,
        checklist=ChecklistService(store, edits, tuple(items)),
        agenda=agenda,
        home=HomeService(store),
        drafts=DraftService(store, time),
        evidence=EvidenceService(store, edits, paths.evidence),
        checks=checks,
        bullets=BulletService(store, edits, checks, time),
        phrases=PhraseService(store, edits, content, time),
        answers=answers,
        questions=questions,
        interviews=interviews,
        coverage=CoverageService(answers, questions, interviews, content),
        reframes=ReframeService(edits, answers, time),
        rehearsals=RehearsalService(store, edits, time),
        cribs=CribService(
            store,
            edits,
            interviews,
            answers,
            questions=questions,
            journal=journal,
            disclosures=DisclosureService(store, edits, customers),
            agenda=agenda,
            clock=time,
        ),
        metrics=MetricsService(store, edits, journal, content, time),
        ledgers=ledgers,
        ledger_wins=LedgerWinService(store, edits, ledgers, customers, journal=journal, clock=time),
        decisions=DecisionService(store, edits, accounts, time),
        risks=RiskService(store, edits, accounts, time),
        forecasts=ForecastPlanService(store, edits, ledgers, time),
        published=published,
    )
