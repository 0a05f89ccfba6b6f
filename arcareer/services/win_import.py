"""Brings in a list of wins somebody kept elsewhere: look first, choose, then one change that can be undone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from uuid import UUID

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import Edit, EditGroup, EntityKind
from arcareer.domain.customers import Customer, next_alias
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from arcareer.domain.names import NameMatcher
from arcareer.domain.win_lists import WinQuery
from arcareer.progress import Progress, silent
from arcareer.reading.candidates import CandidateReading, LeftOut, WinCandidate
from arcareer.reading.win_candidates import read_win_candidates
from arcareer.services.capture import CaptureService
from arcareer.services.customers import CustomerService
from arcareer.services.editing import EditService
from arcareer.services.journal import JournalService


@dataclass(frozen=True, slots=True)
class ImportCandidate:
    """A candidate and what taking it would mean.

    `happened_on` is its date, or today where the file gives none; `theme` is the id it would get, empty where nothing
    speaks for one; `already_there` says that the journal has a win with this sentence on this date (on any date where
    the file gives none).
    """

    candidate: WinCandidate
    happened_on: date
    theme: str
    already_there: bool

    @property
    def has_date(self) -> bool:
        """Return whether the file gave a date."""
        return self.candidate.happened_on is not None


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file holds: its candidates, what is left out and why, and customers it names that are not known yet."""

    candidates: tuple[ImportCandidate, ...]
    left_out: tuple[LeftOut, ...]
    new_customers: tuple[str, ...]

    @property
    def fresh(self) -> tuple[ImportCandidate, ...]:
        """Return the candidates the journal does not have yet."""
        return tuple(one for one in self.candidates if not one.already_there)


class WinImportService:
    """Use cases of importing wins. Sentences are taken over exactly as they stand in the file."""

    def __init__(
        self,
        journal: JournalService,
        edits: EditService,
        capture: CaptureService,
        customers: CustomerService,
        *,
        content: ContentLibrary,
        clock: Clock,
    ) -> None:
        self._journal = journal
        self._edits = edits
        self._capture = capture
        self._customers = customers
        self._content = content
        self._clock = clock

    def read(self, path: Path, progress: Progress = silent) -> CandidateReading:
        """Read a file without looking at the library, so any thread may; raises like `read_win_candidates`."""
        return read_win_candidates(path, self._clock.today(), progress)

    def preview(self, path: Path, progress: Progress = silent) -> ImportPreview:
        """Read a file and compare it with the journal; changes nothing."""
        return self.compare(self.read(path, progress))

    def compare(self, reading: CandidateReading) -> ImportPreview:
        """Return what taking the candidates of a file would mean for the journal as it is now."""
        there, today = self._days_of_sentences(), self._clock.today()
        candidates = tuple(self._candidate(one, there, today) for one in reading.candidates)
        named = dict.fromkeys(one.customer_text.strip() for one in reading.candidates)
        unknown = tuple(name for name in named if name and not self._capture.customers_in(name))
        return ImportPreview(candidates, reading.left_out, unknown)

    def take(
        self,
        candidates: Sequence[ImportCandidate],
        new_customers: Collection[str] = (),
        progress: Progress = silent,
    ) -> EditGroup:
        """Save the candidates as wins in one transaction and return it, ready for undo; nothing happens for none.

        `new_customers` are names of the file the user wants in their list of customers; names not among them stay in
        the private notes of their win. Any thread may; a cancel through `progress` comes before anything is saved.
        """
        added = self._added(new_customers)
        matcher = NameMatcher({customer.id: customer.names for customer in added})
        edits = [Edit("Add customer", EntityKind.CUSTOMER, before=None, after=customer) for customer in added]
        for done, one in enumerate(candidates):
            progress(done, len(candidates))
            edits.append(Edit("Log win", EntityKind.WIN, before=None, after=self._win(one, matcher)))
        label = "Import 1 win" if len(candidates) == 1 else f"Import {len(candidates):,} wins"
        group = EditGroup(label, tuple(edits))
        progress(len(candidates), len(candidates))
        if edits:
            self._edits.apply(group)
        return group

    def _candidate(self, one: WinCandidate, there: dict[str, set[date]], today: date) -> ImportCandidate:
        days = there.get(_sentence_key(one.headline), set())
        known = bool(days) if one.happened_on is None else one.happened_on in days
        return ImportCandidate(one, one.happened_on or today, self._theme(one), known)

    def _days_of_sentences(self) -> dict[str, set[date]]:
        everything = self._journal.find(WinQuery(), limit=self._journal.count(WinQuery()))
        there: dict[str, set[date]] = defaultdict(set)
        for summary in everything:
            there[_sentence_key(summary.headline)].add(summary.happened_on)
        return there

    def _theme(self, one: WinCandidate) -> str:
        """Return the theme the file names, else the one its words or the sentence's words speak for."""
        named = one.theme_text.strip().casefold()
        if named in self._themes_by_name:
            return self._themes_by_name[named]
        return self._capture.theme_of(one.headline) or (self._capture.theme_of(one.theme_text) if named else "")

    @cached_property
    def _themes_by_name(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for theme in self._content.themes:
            for competency in (self._content.competency(one) for one in theme.competencies):
                if competency is not None:
                    names |= {competency.id.casefold(): theme.id, competency.label.casefold(): theme.id}
            names |= {theme.id.casefold(): theme.id, theme.label.casefold(): theme.id}
        return names

    def _added(self, names: Iterable[str]) -> tuple[Customer, ...]:
        known = self._customers.all()
        taken = [customer.alias for customer in known]
        have = {name.casefold() for customer in known for name in customer.names}
        added: list[Customer] = []
        for name in dict.fromkeys(name.strip() for name in names):
            if name and name.casefold() not in have:
                alias = next_alias(taken)
                taken.append(alias)
                added.append(Customer(id=new_id(), name=name, alias=alias))
        return tuple(added)

    def _win(self, one: ImportCandidate, added: NameMatcher) -> Win:
        candidate = one.candidate
        said = [self._capture.read(text) for text in (candidate.headline, candidate.details)]
        named = self._customers_in(candidate.customer_text, added)
        customers = (*(self._customers_in(candidate.headline, added)), *self._customers_in(candidate.details, added))
        return Win(
            id=new_id(),
            headline=candidate.headline,
            happened_on=one.happened_on,
            logged_at=self._clock.now(),
            theme=one.theme,
            action=candidate.details,
            private_notes="" if named else _unknown_customer(candidate),
            competencies=said[0].competencies,
            figures=tuple(dict.fromkeys(picked.figure for part in said for picked in part.figures)),
            customers=tuple(dict.fromkeys((*named, *customers))),
        )

    def _customers_in(self, text: str, added: NameMatcher) -> tuple[UUID, ...]:
        """Return the customers a text names, those of the library first, then those added by this import."""
        known = (customer.id for customer in self._capture.customers_in(text))
        return (*known, *(hit.id for hit in added.find(text)))


def _unknown_customer(candidate: WinCandidate) -> str:
    name = candidate.customer_text.strip()
    return f"Customer in the file: {name}" if name else ""


def _sentence_key(headline: str) -> str:
    return " ".join(headline.casefold().split())
