"""Which competencies the answers show, and where the gaps are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from arcareer.content.competency_models import Competency
from arcareer.content.library import ContentLibrary
from arcareer.domain.answers import Answer
from arcareer.domain.questions import Fit
from arcareer.domain.win_lists import WinSummary
from arcareer.services.answer_reports import AnswerState
from arcareer.services.answers import AnswerService
from arcareer.services.interviews import InterviewService
from arcareer.services.questions import QuestionService

_CELLS: Final = {AnswerState.READY: Fit.STRONG, AnswerState.DRAFT: Fit.WORKABLE}


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A competency, and for each answer of the matrix how it shows it: strong when ready, workable as a draft."""

    competency: Competency
    cells: tuple[Fit | None, ...]

    @property
    def strong(self) -> int:
        """Return how many answers that are ready show it."""
        return self.cells.count(Fit.STRONG)

    @property
    def workable(self) -> int:
        """Return how many drafts are meant to show it."""
        return self.cells.count(Fit.WORKABLE)


@dataclass(frozen=True, slots=True)
class CoverageMatrix:
    """Competencies in display order against the answers that have words, the oldest first."""

    answers: tuple[Answer, ...]
    rows: tuple[CoverageRow, ...]

    @property
    def covered(self) -> int:
        """Return how many competencies an answer that is ready shows."""
        return sum(row.strong > 0 for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageGap:
    """A competency no answer that is ready shows; `wins` could be made into one."""

    competency: Competency
    asked_by_advert: bool
    times_asked: int
    questions: int
    has_draft: bool
    wins: tuple[WinSummary, ...]


class CoverageService:
    """Counts what the answers show; changes nothing."""

    def __init__(
        self,
        answers: AnswerService,
        questions: QuestionService,
        interviews: InterviewService,
        content: ContentLibrary,
    ) -> None:
        self._answers = answers
        self._questions = questions
        self._interviews = interviews
        self._content = content

    def matrix(self, answers: Sequence[Answer] | None = None) -> CoverageMatrix:
        """Return the competencies against these answers, against all of them where none are given."""
        judged = [(one, self._answers.state(one)) for one in (self._answers.all() if answers is None else answers)]
        started = [(answer, _CELLS[state]) for answer, state in judged if state in _CELLS]
        rows = (
            CoverageRow(one, tuple(cell if one.id in answer.competencies else None for answer, cell in started))
            for one in self._content.competencies
        )
        return CoverageMatrix(tuple(answer for answer, _ in started), tuple(rows))

    def gaps(self) -> tuple[CoverageGap, ...]:
        """Return the competencies without an answer that is ready, the one that hurts most first.

        What the next interview's advert asks for comes before the rest; then what was asked most often, what has not
        even a draft, and what the bank has most questions on.
        """
        coming = self._interviews.next()
        advert = [ask.competency for ask in self._interviews.asked_by(coming)] if coming is not None else []
        bank = self._questions.all()
        of_key = {question.key: question.competency for question in bank}
        asked = [of_key.get(one.question, "") for _, one in self._interviews.questions_asked()]
        every = self._answers.all()
        gaps = [
            CoverageGap(
                competency=row.competency,
                asked_by_advert=row.competency.id in advert,
                times_asked=asked.count(row.competency.id),
                questions=sum(question.competency == row.competency.id for question in bank),
                has_draft=row.workable > 0,
                wins=self._questions.wins_for(row.competency.id, every),
            )
            for row in self.matrix(every).rows
            if not row.strong
        ]
        return tuple(sorted(gaps, key=lambda gap: _weight(gap, advert)))


def _weight(gap: CoverageGap, advert: Sequence[str]) -> tuple[int, int, bool, int]:
    place = advert.index(gap.competency.id) if gap.asked_by_advert else len(advert)
    return (place, -gap.times_asked, gap.has_draft, -gap.questions)
