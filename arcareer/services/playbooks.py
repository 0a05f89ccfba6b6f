"""Playbooks and their runs: started, ticked off, finished, and turned into a win or an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.answers import TITLE_LIMIT, Answer, AnswerKind
from arcareer.domain.changes import Edit, EditGroup, EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.journal import HEADLINE_LIMIT, WinDraft
from arcareer.domain.playbook_runs import PlaybookRun, StepTick
from arcareer.errors import UserError
from arcareer.services.editing import EditService
from arcareer.services.journal import JournalService
from arcareer.services.matching import folded_words
from arcareer.services.near_words import closeness
from arcareer.services.trash_of import TrashOf
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.content.playbook_models import Playbook


class PlaybookService:
    """Use cases of playbooks; what changes something returns the change it applied."""

    def __init__(
        self, store: Store, edits: EditService, journal: JournalService, content: ContentLibrary, clock: Clock
    ) -> None:
        self._store = store
        self._edits = edits
        self._journal = journal
        self._content = content
        self._clock = clock
        self.trash = TrashOf[PlaybookRun](store, EntityKind.PLAYBOOK_RUN)

    def all(self, text: str = "") -> tuple[Playbook, ...]:
        """Return the playbooks that have every word of `text`, one typing mistake forgiven."""
        wanted = folded_words(text)
        return tuple(
            one
            for one in self._content.playbooks
            if not wanted or closeness(wanted, folded_words(f"{one.title} {one.trigger} {' '.join(one.signals)}"))
        )

    def get(self, key: str) -> Playbook | None:
        """Return a playbook by its id."""
        return next((one for one in self._content.playbooks if one.id == key), None)

    def runs(self, playbook: str | None = None) -> tuple[PlaybookRun, ...]:
        """Return the runs outside the trash, of one playbook or of all, the latest first."""
        with self._store.read() as unit:
            found: tuple[PlaybookRun, ...] = unit.repository(EntityKind.PLAYBOOK_RUN).all()
        living = (run for run in found if not run.in_trash and playbook in (None, run.playbook))
        return tuple(sorted(living, key=lambda run: run.started_at, reverse=True))

    def open_runs(self) -> tuple[PlaybookRun, ...]:
        """Return the runs that still go on, the latest first."""
        return tuple(run for run in self.runs() if run.is_open)

    def run(self, run_id: UUID) -> PlaybookRun | None:
        """Return a run, in the trash or not."""
        with self._store.read() as unit:
            found = unit.repository(EntityKind.PLAYBOOK_RUN).get(run_id)
        return found if isinstance(found, PlaybookRun) else None

    def start(self, playbook: Playbook, customer: UUID | None = None) -> Edit:
        """Start a run."""
        run = PlaybookRun(id=new_id(), playbook=playbook.id, started_at=self._clock.now(), customer=customer)
        return self._apply("Start playbook", None, run)

    def tick(self, run: PlaybookRun, step: str, *, done: bool = True) -> Edit:
        """Tick a step off with the time, or take its tick back."""
        others = tuple(tick for tick in run.ticks if tick.step != step)
        ticks = (*others, StepTick(step, self._clock.now())) if done else others
        return self._apply("Tick step" if done else "Take tick back", run, replace(run, ticks=ticks))

    def save(self, before: PlaybookRun, after: PlaybookRun, *, draft_key: str | None = None) -> Edit:
        """Save changed notes, outcome or customer, and drop the half-typed text they came from."""
        return self._edits.put("Edit playbook run", EntityKind.PLAYBOOK_RUN, before, after, draft_key=draft_key)

    def finish(self, run: PlaybookRun) -> Edit:
        """Close a run; what is not ticked stays so."""
        return self._apply("Finish playbook", run, replace(run, finished_at=self._clock.now()))

    def reopen(self, run: PlaybookRun) -> Edit:
        """Let a closed run go on."""
        return self._apply("Reopen playbook", run, replace(run, finished_at=None))

    def move_to_trash(self, run: PlaybookRun) -> Edit:
        """Move a run to the trash, where it stays for 30 days; what it became stays."""
        return self._apply("Move run to trash", run, replace(run, trashed_at=self._clock.now()))

    def restore(self, run: PlaybookRun) -> Edit:
        """Bring a run back from the trash."""
        return self._apply("Restore run", run, replace(run, trashed_at=None))

    def win_draft(self, run: PlaybookRun) -> WinDraft:
        """Return a win with what the user ticked and typed, and nothing else: what came of it stays theirs to say."""
        playbook = self.get(run.playbook)
        title = playbook.title if playbook is not None else run.playbook
        headline = " ".join(run.outcome.split()) or title
        return WinDraft(
            headline=headline[:HEADLINE_LIMIT],
            happened_on=self._day_of(run.finished_at or run.started_at),
            situation=title,
            action=self._done(run, playbook),
            outcome=run.outcome,
            private_notes=run.notes,
            competencies=playbook.competencies if playbook is not None else (),
            customers=(run.customer,) if run.customer is not None else (),
        )

    def become_win(self, run: PlaybookRun) -> EditGroup:
        """Log the run as a win and link the two; the edit that logs the win is the first.

        Raises `UserError` where the run is a win already.
        """
        if run.win is not None:
            raise UserError("This run is logged as a win already. Nothing was changed.")
        win = self._journal.new_win(self.win_draft(run))
        return self._apply_all(
            "Log playbook as win",
            Edit("", EntityKind.WIN, None, win),
            Edit("", EntityKind.PLAYBOOK_RUN, run, replace(run, win=win.id)),
        )

    def become_answer(self, run: PlaybookRun) -> EditGroup:
        """Begin an answer with the facts of the run and link the two; the edit that begins it is the first.

        Raises `UserError` where the run has an answer already.
        """
        if run.answer is not None:
            raise UserError("This run has an answer already. Nothing was changed.")
        playbook = self.get(run.playbook)
        title = playbook.title if playbook is not None else run.playbook
        answer = Answer(
            id=new_id(),
            kind=AnswerKind.STAR,
            created_at=self._clock.now(),
            title=title[:TITLE_LIMIT],
            texts=(title, "", self._done(run, playbook), run.outcome),
            competencies=playbook.competencies if playbook is not None else (),
            win=run.win,
        )
        return self._apply_all(
            "Begin answer from playbook",
            Edit("", EntityKind.ANSWER, None, answer),
            Edit("", EntityKind.PLAYBOOK_RUN, run, replace(run, answer=answer.id)),
        )

    def of_win(self, win_id: UUID) -> tuple[PlaybookRun, ...]:
        """Return the runs outside the trash that became a win."""
        return tuple(run for run in self.runs() if run.win == win_id)

    def of_answer(self, answer_id: UUID) -> tuple[PlaybookRun, ...]:
        """Return the runs outside the trash that became an answer."""
        return tuple(run for run in self.runs() if run.answer == answer_id)

    def _day_of(self, instant: datetime) -> date:
        now = self._clock.now()
        return (self._clock.local_now() - (now - instant)).date()

    def _done(self, run: PlaybookRun, playbook: Playbook | None) -> str:
        if playbook is None:
            return ""
        return "\n".join(f"{step.do}." for step in playbook.steps if step.id in run.done)

    def _apply(self, label: str, before: PlaybookRun | None, after: PlaybookRun | None) -> Edit:
        return self._edits.put(label, EntityKind.PLAYBOOK_RUN, before, after)

    def _apply_all(self, label: str, *edits: Edit) -> EditGroup:
        group = EditGroup(label, tuple(edit._replace(label=label) for edit in edits))
        self._edits.apply(group)
        return group
