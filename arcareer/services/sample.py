"""Fills an empty library with the year of an invented coordinator, dated so that it ends in the present week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.content.sample_models import SampleClaim, SampleFigure, SampleWin
from arcareer.domain.agenda import AwayWeek, Occasion, Owner, away_week_id
from arcareer.domain.changes import Aggregate, Edit, EditGroup, EntityKind
from arcareer.domain.checklist import ChecklistArrangement, ChecklistClaim, ChecklistItem, claim_id
from arcareer.domain.customers import Customer, next_alias
from arcareer.domain.evidence import EvidenceLink
from arcareer.domain.figures import Figure
from arcareer.domain.identity import named_id
from arcareer.domain.journal import Win
from arcareer.domain.periods import Period, half_of, week_of, year_of
from arcareer.domain.win_lists import WinQuery
from arcareer.errors import UserError
from arcareer.services.editing import EditService
from arcareer.services.journal import JournalService
from arcareer.services.sample_interview import preparation
from arcareer.services.sample_receivables import SampleDesk
from arcareer.services.sample_words import kept_words

_LABEL: Final = "Add sample data"
_LOGGED_AT: Final = time(15, 40, tzinfo=UTC)


class SampleService:
    """Writes the sample into a library of its own; a library that holds a win is left as it is."""

    def __init__(self, journal: JournalService, edits: EditService, content: ContentLibrary, clock: Clock) -> None:
        self._journal = journal
        self._edits = edits
        self._content = content
        self._clock = clock

    def is_here(self) -> bool:
        """Return whether the library holds the sample, of today or of an earlier day."""
        return any(self._journal.get_many(_win_id(win.id) for win in self._content.sample.wins))

    def fill(self) -> EditGroup:
        """Write the year that ends today, in one transaction, and return what was added.

        Raises `UserError` where the library holds any win, in the trash or not: samples never mix with real data.
        """
        if self._journal.count(WinQuery()) or self._journal.trash_count():
            raise UserError(
                "This library has wins of its own, and samples are never mixed with them. Nothing was added. "
                "Choose an empty folder for the sample."
            )
        change = EditGroup(_LABEL, tuple(_SampleYear(self._content, self._clock.today(), self._clock.now()).edits()))
        self._edits.apply(change)
        return change


@dataclass(slots=True)
class _SampleYear:
    """One telling of the sample, seen from one day."""

    content: ContentLibrary
    today: date
    now: datetime
    wins: dict[str, Win] = field(default_factory=dict)

    def edits(self) -> Iterator[Edit]:
        """Yield what the library needs, each thing behind what it points at."""
        sample, today = self.content.sample, self.today
        owner = sample.owner
        yield _created(EntityKind.OWNER, Owner(name=owner.name, title=owner.title, employer=owner.employer))
        for customer in self._customers():
            yield _created(EntityKind.CUSTOMER, customer)
        self.wins = {win.id: self._win(win) for win in sample.wins}
        for win in sorted(self.wins.values(), key=lambda one: one.happened_on):
            yield _created(EntityKind.WIN, win)
        items = tuple(ChecklistItem(key=one.id, label=one.label, group=one.group, own=True) for one in sample.own_items)
        yield _created(EntityKind.CHECKLIST_ARRANGEMENT, ChecklistArrangement(own_items=items))
        for claim in self._claims():
            yield _created(EntityKind.CHECKLIST_CLAIM, claim)
        for one in sample.occasions:
            day = today + timedelta(days=one.in_days)
            occasion = Occasion(id=named_id("sample", one.id), kind=one.kind, title=one.title, happens_on=day)
            yield _created(EntityKind.OCCASION, occasion)
        won = {name: win.id for name, win in self.wins.items()}
        prepared_for = {one.id: named_id("sample", one.id) for one in sample.occasions}
        for kind, value in preparation(self.content, won, prepared_for, self.now):
            yield _created(kind, value)
        known = {one.id: _customer_id(one.id) for one in sample.customers}
        for kind, value in kept_words(self.content, won, known, today, self.now):
            yield _created(kind, value)
        for week in sample.away_weeks:
            monday = week_of(today).start - timedelta(weeks=week)
            yield _created(EntityKind.AWAY_WEEK, AwayWeek(id=away_week_id(monday), monday=monday))
        names = {customer.id: customer.name for customer in sample.customers}
        desk = SampleDesk(self.content.sample_receivables, names, today, self.now)
        for kind, value in desk.everything():
            yield _created(kind, value)

    def _customers(self) -> Iterator[Customer]:
        taken: list[str] = []
        for one in self.content.sample.customers:
            alias = one.alias or next_alias(taken)
            taken.append(alias)
            yield Customer(id=_customer_id(one.id), name=one.name, alias=alias, spellings=one.spellings)

    def _win(self, win: SampleWin) -> Win:
        day = self._day(win)
        logged = datetime.combine(day, _LOGGED_AT)
        return Win(
            id=_win_id(win.id),
            headline=win.headline,
            happened_on=day,
            logged_at=min(logged, self.now),
            theme=win.theme,
            situation=win.situation,
            action=win.action,
            outcome=win.outcome,
            proof=win.proof,
            private_notes=win.private_notes,
            competencies=win.competencies,
            figures=tuple(_figure(one) for one in win.figures),
            customers=tuple(_customer_id(one) for one in win.customers),
            colleagues=win.colleagues,
            evidence=tuple(
                EvidenceLink(id=named_id("sample", "link", win.id, str(place)), title=link.title, target=link.target)
                for place, link in enumerate(win.links)
            ),
        )

    def _day(self, win: SampleWin) -> date:
        """Return the win's day; one of the present week that is still to come happened today."""
        day = week_of(self.today).start - timedelta(weeks=win.week) + timedelta(days=win.day)
        return min(day, self.today)

    def _claims(self) -> Iterator[ChecklistClaim]:
        """Yield the claims of the present and the last half and year, each with the wins of that time."""
        half, year = half_of(self.today), year_of(self.today)
        periods = (half, half_of(half.start - timedelta(days=1)), year, year_of(year.start - timedelta(days=1)))
        for period in dict.fromkeys(periods):
            for claim in self.content.sample.claims:
                linked = tuple(self.wins[one].id for one in claim.wins if self.wins[one].happened_on in period)
                if linked or not claim.wins:
                    yield _claim(claim, period, linked)


def _created(kind: EntityKind, value: Aggregate) -> Edit:
    return Edit(_LABEL, kind, before=None, after=value)


def _win_id(name: str) -> UUID:
    return named_id("sample", "win", name)


def _customer_id(name: str) -> UUID:
    return named_id("sample", "customer", name)


def _claim(claim: SampleClaim, period: Period, linked: tuple[UUID, ...]) -> ChecklistClaim:
    return ChecklistClaim(
        id=claim_id(claim.item, period.key),
        item_key=claim.item,
        period_key=period.key,
        blanks=tuple((blank, text) for blank, text in claim.blanks),
        ticked=claim.ticked,
        wins=linked,
    )


def _figure(figure: SampleFigure) -> Figure:
    return Figure(
        measure=figure.measure,
        unit=figure.unit,
        after=figure.after,
        before=figure.before,
        currency=figure.currency,
        period=figure.period,
        scope=figure.scope,
        basis=figure.basis,
        source=figure.source,
    )
