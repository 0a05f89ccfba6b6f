"""The question bank: shipped questions and the user's own, and which answers and wins serve each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.answers import Answer
from arcareer.domain.changes import Change, Edit, EditGroup, EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.interviews import AskedQuestion, InterviewDetails
from arcareer.domain.questions import QUESTION_LIMIT, Fit, Level, OwnQuestion, Question, QuestionKind
from arcareer.domain.win_lists import WinQuery, WinSummary
from arcareer.errors import FieldProblem
from arcareer.services.answers import AnswerService
from arcareer.services.editing import EditService
from arcareer.services.fitting import AnswerFit, Fitter, best_of
from arcareer.services.journal import JournalService
from arcareer.services.matching import folded_words, has_words
from arcareer.storage.store import Store

_MOST_WINS: Final = 5
_MOST_FOLLOW_UPS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCard:
    """A question with what the library has for it.

    `fits` are the answers that serve it, the best first; `wins` those of its competency that no answer tells yet.
    `asked` counts the interviews it came up in, `last_went` says how it went last, 1 to 5.
    """

    question: Question
    fits: tuple[AnswerFit, ...]
    wins: tuple[WinSummary, ...]
    asked: int
    last_went: int | None

    @property
    def best(self) -> Fit:
        """Return how well the best answer serves it."""
        return best_of(self.fits)


class QuestionService:
    """Use cases of questions; what changes something returns the change it applied."""

    def __init__(
        self,
        store: Store,
        edits: EditService,
        answers: AnswerService,
        journal: JournalService,
        *,
        content: ContentLibrary,
        clock: Clock,
    ) -> None:
        self._store = store
        self._edits = edits
        self._answers = answers
        self._journal = journal
        self._content = content
        self._clock = clock

    def all(
        self,
        text: str = "",
        competency: str | None = None,
        level: Level | None = None,
        kind: QuestionKind | None = None,
    ) -> tuple[Question, ...]:
        """Return the shipped questions, then the user's own, that have every word of `text` and what else is named."""
        wanted = folded_words(text)
        return tuple(
            question
            for question in (*self._content.questions, *(own.question for own in self.own()))
            if competency in (None, question.competency)
            and (level is None or level in question.levels)
            and kind in (None, question.kind)
            and has_words((question.text, question.tests), wanted)
        )

    def find(self, text: str, limit: int = 50) -> tuple[Question, ...]:
        """Return the questions that have every word of the text as the beginning of a word."""
        return self.all(text)[:limit] if folded_words(text) else ()

    def get(self, key: str) -> Question | None:
        """Return a question by its key, a retired one of the bank too."""
        shipped = self._content.question(key)
        return shipped or next((own.question for own in self.own() if own.key == key), None)

    def own(self) -> tuple[OwnQuestion, ...]:
        """Return the user's own questions, the oldest first."""
        with self._store.read() as unit:
            questions = unit.own_questions.all()
        return tuple(sorted(questions, key=lambda one: (one.created_at, one.id)))

    def own_of(self, question: Question) -> OwnQuestion | None:
        """Return the own question that a question of the list shows, None for a shipped one."""
        return next((own for own in self.own() if own.key == question.key), None)

    def add_own(
        self,
        text: str,
        competency: str = "",
        kind: QuestionKind = QuestionKind.BEHAVIOURAL,
        levels: tuple[Level, ...] = (),
        note: str = "",
    ) -> Edit:
        """Add a question of the user's own; raise `FieldProblem` for one that cannot be kept."""
        question = OwnQuestion(
            id=new_id(),
            text=text,
            created_at=self._clock.now(),
            competency=competency,
            kind=kind,
            levels=levels,
            note=note,
        )
        return self._put("Add question", None, question)

    def save_own(self, before: OwnQuestion, after: OwnQuestion) -> Edit:
        """Save a changed own question; raise `FieldProblem` for one that cannot be kept."""
        return self._put("Edit question", before, after)

    def remove_own(self, question: OwnQuestion) -> Change:
        """Remove an own question. Answers written for it lose it; interviews it was asked in keep its words."""
        label = "Remove question"
        with self._store.read() as unit:
            answers = [one for one in unit.answers.all() if one.question == question.key]
            interviews = [one for one in unit.interviews.all() if any(q.question == question.key for q in one.asked)]
        change = EditGroup(
            label,
            (
                *(Edit(label, EntityKind.ANSWER, one, replace(one, question="")) for one in answers),
                *(Edit(label, EntityKind.INTERVIEW, one, _in_words(one, question)) for one in interviews),
                Edit(label, EntityKind.OWN_QUESTION, question, None),
            ),
        )
        self._edits.apply(change)
        return change

    def card(self, question: Question) -> QuestionCard:
        """Return a question with the answers that serve it, and the wins that could."""
        answers, asked = self._answers.all(), self._asked()
        here = [one for one in asked if one.question == question.key]
        return QuestionCard(
            question=question,
            fits=self._fitter(answers, asked).fits(question),
            wins=self.wins_for(question.competency, answers),
            asked=len(here),
            last_went=next((one.went for one in reversed(here) if one.went is not None), None),
        )

    def fits(self) -> dict[str, Fit]:
        """Return how well the best answer serves each question, by its key."""
        fitter = self._fitter(self._answers.all(), self._asked())
        return {question.key: best_of(fitter.fits(question)) for question in self.all()}

    def wins_for(self, competency: str, answers: Sequence[Answer] | None = None) -> tuple[WinSummary, ...]:
        """Return wins that show a competency and that no answer tells yet: those with a number first."""
        if not competency:
            return ()
        told = {answer.win for answer in (self._answers.all() if answers is None else answers)}
        found = self._journal.find(WinQuery(competency=competency))
        return tuple(sorted((win for win in found if win.id not in told), key=lambda win: not win.has_number))[
            :_MOST_WINS
        ]

    def follow_ups(self, answer: Answer) -> tuple[str, ...]:
        """Return what may be asked after an answer: what belongs to its question first."""
        question = self.get(answer.question) if answer.question else None
        kind = question.kind if question is not None else QuestionKind.BEHAVIOURAL
        shown = {*answer.competencies, *((question.competency,) if question is not None else ())}
        general = (
            one.text
            for one in self._content.follow_ups
            if one.kind in (None, kind) and (not one.competency or one.competency in shown)
        )
        own = question.follow_ups if question is not None else ()
        return tuple(dict.fromkeys((*own, *general)))[:_MOST_FOLLOW_UPS]

    def _asked(self) -> tuple[AskedQuestion, ...]:
        """Return what was asked in all interviews, the latest interview last."""
        days = {one.id: one.happens_on for one in self._store.glance.occasions(date.min)}
        with self._store.read() as unit:
            details = sorted(unit.interviews.all(), key=lambda one: days[one.id])
        return tuple(asked for one in details for asked in one.asked)

    def _fitter(self, answers: Sequence[Answer], asked: Sequence[AskedQuestion]) -> Fitter:
        return Fitter(tuple((answer, self._answers.state(answer)) for answer in answers), asked, self._label)

    def _label(self, competency: str) -> str:
        known = self._content.competency(competency)
        return known.label if known is not None else competency

    def _put(self, label: str, before: OwnQuestion | None, after: OwnQuestion) -> Edit:
        if not after.text.strip():
            raise FieldProblem("text", "A question needs its words. Nothing was changed.")
        if len(after.text) > QUESTION_LIMIT:
            over = len(after.text) - QUESTION_LIMIT
            raise FieldProblem(
                "text", f"This is {over:,} characters longer than a question of {QUESTION_LIMIT:,}. Your text is kept."
            )
        return self._edits.put(label, EntityKind.OWN_QUESTION, before, after)


def _in_words(details: InterviewDetails, question: OwnQuestion) -> InterviewDetails:
    """Return the interview with the question's words in place of its key."""
    asked = tuple(
        replace(one, question="", text=one.text or question.text) if one.question == question.key else one
        for one in details.asked
    )
    return replace(details, asked=asked)
