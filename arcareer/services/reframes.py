"""An honest weakness in five steps: begun from a starter or blank, assembled, judged, and made a core answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arcareer.clock import Clock
from arcareer.domain.answers import PARTS, Answer, AnswerKind, CoreSlot
from arcareer.domain.changes import Change, Edit, EntityKind
from arcareer.domain.identity import new_id
from arcareer.services.answer_reports import DEFAULT_PACE, AnswerReport
from arcareer.services.answers import AnswerService
from arcareer.services.editing import EditService

if TYPE_CHECKING:
    from arcareer.content.interview_models import ReframeStarter

_STEPS: Final = PARTS[AnswerKind.REFRAME]


class ReframeService:
    """What only weakness answers have; saving, history and trash are those of all answers."""

    def __init__(self, edits: EditService, answers: AnswerService, clock: Clock) -> None:
        self._edits = edits
        self._answers = answers
        self._clock = clock

    def all(self) -> tuple[Answer, ...]:
        """Return every weakness answer outside the trash, the oldest first."""
        return tuple(answer for answer in self._answers.all() if answer.kind is AnswerKind.REFRAME)

    def start(self, starter: ReframeStarter | None = None) -> Edit:
        """Begin a weakness answer: blank, or with a starter's steps, whose blanks in brackets are left to the user."""
        answer = Answer(
            id=new_id(),
            kind=AnswerKind.REFRAME,
            created_at=self._clock.now(),
            title=starter.label if starter is not None else "",
            question=self._answers.question_of(CoreSlot.WEAKNESS),
            texts=tuple(getattr(starter, step) for step in _STEPS) if starter is not None else (),
        )
        return self._edits.put("Start weakness answer", EntityKind.ANSWER, None, answer)

    def assembled(self, answer: Answer) -> str:
        """Return the steps as one answer to be said or copied."""
        return answer.whole

    def report(self, answer: Answer, pace: int = DEFAULT_PACE) -> AnswerReport:
        """Judge a weakness answer, saved or not; `pace` is in words a minute."""
        return self._answers.report(answer, pace)

    def save_to_core(self, answer: Answer) -> Change:
        """Let an answer stand as the weakness among the core answers; the one that stood there leaves."""
        return self._answers.set_core(answer, CoreSlot.WEAKNESS)
