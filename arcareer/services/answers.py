"""Answers for interviews: begun, written, judged, kept with their history, thrown away and brought back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.answers import PART_LIMIT, TITLE_LIMIT, Answer, AnswerKind, AnswerVersion, CoreSlot
from arcareer.domain.changes import Change, Edit, EditGroup, EntityKind
from arcareer.domain.identity import new_id
from arcareer.errors import FieldProblem
from arcareer.services.answer_reports import DEFAULT_PACE, AnswerReport, AnswerState, report_on, state_of
from arcareer.services.customers import CustomerService
from arcareer.services.editing import EditService
from arcareer.services.matching import folded_words, has_words
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.content.interview_models import CoreSlotText
    from arcareer.domain.journal import Win
    from arcareer.domain.questions import Question

KEPT_IN_TRASH: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class CoreAnswer:
    """One of the core slots, with the answer that holds it and how far that is."""

    slot: CoreSlot
    answer: Answer | None
    state: AnswerState


class AnswerService:
    """Use cases of answers; what changes something returns the change it applied, ready for undo."""

    def __init__(
        self, store: Store, edits: EditService, customers: CustomerService, content: ContentLibrary, clock: Clock
    ) -> None:
        self._store = store
        self._edits = edits
        self._customers = customers
        self._content = content
        self._clock = clock

    def all(self) -> tuple[Answer, ...]:
        """Return every answer outside the trash, the oldest first."""
        with self._store.read() as unit:
            return _by_age(unit.answers.living())

    def get(self, answer_id: UUID) -> Answer | None:
        """Return an answer, in the trash or not."""
        with self._store.read() as unit:
            return unit.answers.get(answer_id)

    def find(self, text: str, limit: int = 50) -> tuple[Answer, ...]:
        """Return the answers that have every word of the text as the beginning of a word, the oldest first."""
        wanted = folded_words(text)
        if not wanted:
            return ()
        return tuple(answer for answer in self.all() if has_words((answer.title, *answer.texts), wanted))[:limit]

    def of_win(self, win_id: UUID) -> tuple[Answer, ...]:
        """Return the answers outside the trash that grew from a win, the oldest first."""
        with self._store.read() as unit:
            return _by_age(answer for answer in unit.answers.of_wins((win_id,)) if not answer.in_trash)

    def trash(self) -> tuple[Answer, ...]:
        """Return the answers in the trash, the last thrown away first."""
        with self._store.read() as unit:
            trashed = unit.answers.trashed()
        return tuple(sorted(trashed, key=_thrown_away_at, reverse=True))

    def core(self) -> tuple[CoreAnswer, ...]:
        """Return the five core stories and then the weakness, each with the answer that holds it."""
        held: dict[CoreSlot, Answer] = {}
        for answer in self.all():
            if answer.core is not None:
                held.setdefault(answer.core, answer)
        return tuple(CoreAnswer(slot, held.get(slot), self._state_of(held.get(slot))) for slot in CoreSlot)

    def state(self, answer: Answer) -> AnswerState:
        """Return how far an answer is."""
        return state_of(answer)

    def report(self, answer: Answer, pace: int = DEFAULT_PACE) -> AnswerReport:
        """Judge an answer, saved or not; `pace` is in words a minute. Reads only the customers' names."""
        return report_on(answer, self._customers.matcher(), pace)

    def suggested_competencies(self, answer: Answer) -> tuple[str, ...]:
        """Return up to three competencies the words of an answer speak for, those it has already left out."""
        from arcareer.services.suggestion import ThemeSuggester  # noqa: PLC0415 - loads the word families

        suggester = ThemeSuggester(self._content.themes, self._content.word_families)
        spoken_for = suggester.suggest(answer.whole).competencies
        return tuple(one for one in spoken_for if one not in answer.competencies)

    def cue_words(self, answer: Answer) -> tuple[str, ...]:
        """Return a few words for each part: those the user typed, else figures and telling words of the text."""
        from arcareer.services.cue_words import cue_of  # noqa: PLC0415 - loads the engines

        return tuple(cue or cue_of(text) for cue, text in zip(answer.cues, answer.texts, strict=True))

    def start_blank(self, kind: AnswerKind = AnswerKind.STAR, slot: CoreSlot | None = None) -> Edit:
        """Begin an empty answer, in a core slot with that slot's question if one is named and free."""
        kind = slot.kind if slot is not None else kind
        text = self._slot_text(slot)
        taken = slot is not None and any(answer.core is slot for answer in self.all())
        return self._begin(
            Answer(
                id=new_id(),
                kind=kind,
                created_at=self._clock.now(),
                title=text.label if text else "",
                question=text.question if text else "",
                core=None if taken else slot,
            )
        )

    def question_of(self, slot: CoreSlot) -> str:
        """Return the key of the question a core slot answers, empty where it has none."""
        text = self._slot_text(slot)
        return text.question if text is not None else ""

    def start_from_question(self, question: Question) -> Edit:
        """Begin an answer to a question; it is meant to show the question's competency."""
        shown = (question.competency,) if question.competency else ()
        return self._begin(
            Answer(
                id=new_id(),
                kind=AnswerKind.STAR,
                created_at=self._clock.now(),
                question=question.key,
                competencies=shown,
            )
        )

    def start_from_win(self, win: Win, question: Question | None = None) -> Edit:
        """Begin an answer with what a win says, and nothing else; the two stay linked.

        What it could not be told from, the task before all, stays empty. Private notes are not carried over.
        """
        return self._begin(
            Answer(
                id=new_id(),
                kind=AnswerKind.STAR,
                created_at=self._clock.now(),
                title=" ".join(win.headline.split())[:TITLE_LIMIT],
                question=question.key if question is not None else "",
                texts=(win.situation.strip(), "", win.action.strip(), _result_of(win)),
                competencies=win.competencies,
                win=win.id,
            )
        )

    def save(self, before: Answer, after: Answer, *, draft_key: str | None = None) -> Edit:
        """Save a changed answer and drop the half-typed text it came from.

        Raises `FieldProblem` for a part or a title longer than what is kept. What it said stays in its history.
        """
        _check(after)
        return self._edits.put("Edit answer", EntityKind.ANSWER, before, after, draft_key=draft_key)

    def move_to_trash(self, answer: Answer) -> Edit:
        """Move an answer to the trash, where it stays for 30 days with its rehearsals."""
        return self._change("Move answer to trash", answer, replace(answer, trashed_at=self._clock.now()))

    def restore(self, answer: Answer) -> Edit:
        """Bring an answer back from the trash; where another holds its core slot by now, it comes back without."""
        taken = any(other.core is answer.core for other in self.all())
        return self._change(
            "Restore answer", answer, replace(answer, trashed_at=None, core=None if taken else answer.core)
        )

    def empty_trash(self) -> int:
        """Remove every answer in the trash for good, with history and rehearsals; return how many those were."""
        return self._remove_for_good(None)

    def purge_expired(self) -> int:
        """Remove what was in the trash for 30 days, and the history of answers that are gone; return how many."""
        return self._remove_for_good(self._clock.now() - KEPT_IN_TRASH)

    def set_core(self, answer: Answer, slot: CoreSlot | None) -> Change:
        """Let an answer hold a core slot, or none; whoever held it leaves it. ValueError for a slot of another kind."""
        if slot is not None and slot.kind is not answer.kind:
            raise ValueError(f"{slot} is told as {slot.kind}")
        label = "Leave core answers" if slot is None else "Make core answer"
        held = [other for other in self.all() if slot is not None and other.core is slot and other.id != answer.id]
        edits = (
            *(Edit(label, EntityKind.ANSWER, other, replace(other, core=None)) for other in held),
            Edit(label, EntityKind.ANSWER, answer, replace(answer, core=slot)),
        )
        change = edits[0] if len(edits) == 1 else EditGroup(label, edits)
        self._edits.apply(change)
        return change

    def set_ready(self, answer: Answer, ready: bool | None) -> Edit:  # noqa: FBT001 - a switch hands it over
        """Note the user's own word about an answer; None lets the app judge again."""
        label = {True: "Mark answer as ready", False: "Mark answer as draft", None: "Let the app judge the answer"}[
            ready
        ]
        return self._change(label, answer, replace(answer, marked_ready=ready))

    def history(self, answer_id: UUID) -> tuple[AnswerVersion, ...]:
        """Return the earlier states of an answer, the latest first."""
        with self._store.read() as unit:
            return unit.answer_versions.of(answer_id)

    def go_back_to(self, answer: Answer, version: AnswerVersion) -> Edit:
        """Give an answer the words of an earlier state; where it stands and what it hangs on stay as they are."""
        old = version.answer
        after = replace(
            answer,
            title=old.title,
            question=old.question,
            texts=old.texts,
            cues=old.cues,
            competencies=old.competencies,
        )
        return self._edits.put("Go back to an earlier answer", EntityKind.ANSWER, answer, after, keep_version=True)

    def _slot_text(self, slot: CoreSlot | None) -> CoreSlotText | None:
        return next((one for one in self._content.core_slots if one.id == slot), None)

    def _begin(self, answer: Answer) -> Edit:
        return self._change("Start answer", None, answer)

    def _change(self, label: str, before: Answer | None, after: Answer) -> Edit:
        return self._edits.put(label, EntityKind.ANSWER, before, after)

    def _state_of(self, answer: Answer | None) -> AnswerState:
        return AnswerState.NOT_STARTED if answer is None else self.state(answer)

    def _remove_for_good(self, before: datetime | None) -> int:
        with self._store.write() as unit:
            old = [one.id for one in unit.answers.trashed() if before is None or _thrown_away_at(one) < before]
            forgotten = unit.answer_versions.of_missing_answers()
            if old or forgotten:
                unit.answer_versions.forget(forgotten)
                unit.remove_answers_for_good(old)
                unit.commit()
        return len(old)


def _by_age(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    return tuple(sorted(answers, key=lambda answer: (answer.created_at, answer.id)))


def _thrown_away_at(answer: Answer) -> datetime:
    return answer.trashed_at or answer.created_at


def _result_of(win: Win) -> str:
    """Return what came of a win in its own words, and each figure that is not in them yet as a sentence."""
    from arcareer.services.told_figures import untold  # noqa: PLC0415 - loads the engines

    told = win.outcome.strip() or " ".join(win.headline.split())
    pieces = [told, *untold(win.figures, f"{win.situation} {win.action} {told}")]
    return " ".join(piece if piece[-1:] in ".!?…" else f"{piece}." for piece in pieces) if len(pieces) > 1 else told


def _check(answer: Answer) -> None:
    if len(answer.title) > TITLE_LIMIT:
        over = len(answer.title) - TITLE_LIMIT
        text = f"This is {over:,} characters longer than a title of {TITLE_LIMIT}. Your text is kept here; shorten it."
        raise FieldProblem("title", text)
    for part, text in zip(answer.parts, answer.texts, strict=True):
        if len(text) > PART_LIMIT:
            over = len(text) - PART_LIMIT
            told = f"This is {over:,} characters longer than a part of {PART_LIMIT:,}. Your text is kept; shorten it."
            raise FieldProblem(part, told)
