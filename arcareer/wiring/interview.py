"""The services of interviews."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from arcareer.wiring.core import CoreServices

if TYPE_CHECKING:
    from arcareer.services.answers import AnswerService
    from arcareer.services.coverage import CoverageService
    from arcareer.services.cribs import CribService
    from arcareer.services.interviews import InterviewService
    from arcareer.services.questions import QuestionService
    from arcareer.services.reframes import ReframeService
    from arcareer.services.rehearsals import RehearsalService


class InterviewServices(CoreServices):
    """Answers, questions, interviews and their rehearsal."""

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
    def cribs(self) -> CribService:
        """Return the pages to take along to interviews."""
        from arcareer.services.cribs import CribService  # noqa: PLC0415 - the first page does without

        return CribService(
            self._library.store,
            self.edits,
            self.interviews,
            self.answers,
            questions=self.questions,
            journal=self.journal,
            disclosures=self.disclosures,
            agenda=self.agenda,
            clock=self.clock,
        )
