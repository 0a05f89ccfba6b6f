"""Cribs: what the user wants on the page, the page itself, and saving it as a Word file."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from arcareer.clock import Clock
from arcareer.domain.answers import Answer
from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.documents import DisclosureLevel
from arcareer.domain.figures import figure_text
from arcareer.domain.interviews import GENERAL_CRIB_ID, Crib, Interview
from arcareer.progress import Progress, silent
from arcareer.services.agenda import AgendaService
from arcareer.services.answers import AnswerService
from arcareer.services.disclosures import DisclosureService
from arcareer.services.editing import EditService
from arcareer.services.interviews import InterviewService
from arcareer.services.journal import JournalService
from arcareer.services.questions import QuestionService
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.documents.crib import CribSheet

_MOST_NUMBERS: Final = 6


class CribService:
    """Use cases of the crib. `compose` reads the library; `write` needs only the sheet and may run in a worker."""

    def __init__(
        self,
        store: Store,
        edits: EditService,
        interviews: InterviewService,
        answers: AnswerService,
        *,
        questions: QuestionService,
        journal: JournalService,
        disclosures: DisclosureService,
        agenda: AgendaService,
        clock: Clock,
    ) -> None:
        self._store = store
        self._edits = edits
        self._interviews = interviews
        self._answers = answers
        self._questions = questions
        self._journal = journal
        self._disclosures = disclosures
        self._agenda = agenda
        self._clock = clock

    def get(self, interview_id: UUID | None = None) -> Crib:
        """Return the crib of an interview, or the one that belongs to none; empty where nothing was entered."""
        wanted = interview_id or GENERAL_CRIB_ID
        with self._store.read() as unit:
            return unit.cribs.get(wanted) or Crib(id=wanted)

    def save(self, after: Crib, *, draft_key: str | None = None) -> Edit:
        """Keep what the user wants on a crib, and drop the half-typed text it came from."""
        with self._store.read() as unit:
            before = unit.cribs.get(after.id)
        return self._edits.put("Edit crib", EntityKind.CRIB, before, after, draft_key=draft_key)

    def answers_of(self, crib: Crib) -> tuple[Answer, ...]:
        """Return the answers a crib prints: those chosen, else the core answers that have words."""
        living = {answer.id: answer for answer in self._answers.all()}
        if crib.answers:
            return tuple(living[one] for one in crib.answers if one in living)
        held = (one.answer for one in self._answers.core())
        return tuple(answer for answer in held if answer is not None and not answer.is_blank)

    def suggested_numbers(self, crib: Crib) -> tuple[str, ...]:
        """Return figures of the wins behind the crib's answers, to be taken for the number that must land."""
        wins = self._journal.get_many(answer.win for answer in self.answers_of(crib) if answer.win is not None)
        found = (figure_text(figure) for win in wins for figure in win.figures)
        return tuple(dict.fromkeys(found))[:_MOST_NUMBERS]

    def compose(self, crib: Crib) -> CribSheet:
        """Return the crib as one page, saved or not; it says itself what it had no room for."""
        from arcareer.documents.crib import CribMaterial, compose_crib  # noqa: PLC0415 - loads fonts

        interview = self._interviews.get(crib.id)
        material = CribMaterial(
            title=interview.title if interview is not None else "",
            day=_day(interview),
            facts=_facts(interview),
            opening=crib.opening,
            number=crib.number,
            answers=tuple((self._name(answer), self._cues(answer)) for answer in self.answers_of(crib)),
            questions=crib.questions,
            notes=tuple(crib.private_notes.splitlines()),
            owner=self._agenda.owner().name,
            written_at=self._clock.now(),
        )
        level = DisclosureLevel.HR_FILE if crib.hide_customers else DisclosureLevel.INTERNAL
        return compose_crib(material, self._disclosures.of(level))

    def file_name(self, crib: Crib) -> str:
        """Return the name to suggest for the file: Interview crib 2026-10-20.docx."""
        interview = self._interviews.get(crib.id)
        day = f" {interview.on.isoformat()}" if interview is not None else ""
        return f"Interview crib{day}.docx"

    def write(self, sheet: CribSheet, path: Path, progress: Progress = silent) -> Path:
        """Save the crib as a Word file and return where it is; promises and errors are those of the brag sheet."""
        from arcareer.documents.writer import write_document  # noqa: PLC0415 - loads python-docx and Pillow

        return write_document(sheet.printed, path, progress)

    def _name(self, answer: Answer) -> str:
        question = self._questions.get(answer.question) if not answer.title and answer.question else None
        return answer.title or (question.text if question is not None else "")

    def _cues(self, answer: Answer) -> str:
        return "; ".join(cue for cue in self._answers.cue_words(answer) if cue.strip())


def _day(interview: Interview | None) -> str:
    from arcareer.documents.wording import day_of  # noqa: PLC0415 - the first page does without

    return day_of(interview.on) if interview is not None else ""


def _facts(interview: Interview | None) -> tuple[str, ...]:
    if interview is None:
        return ()
    return (_day(interview), _time(interview.starts_at), interview.company, interview.details.people)


def _time(starts_at: time | None) -> str:
    return starts_at.strftime("%H:%M") if starts_at is not None else ""
