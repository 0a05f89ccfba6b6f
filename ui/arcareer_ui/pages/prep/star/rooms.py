"""Puts the rooms of the tab together out of what the tab was handed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from arcareer.domain.answers import AnswerKind
from arcareer.domain.rehearsals import planned_split
from arcareer_ui.acts import Acts
from arcareer_ui.pages.prep.star.deeds import Deeds
from arcareer_ui.pages.prep.star.examples import ExamplesCard
from arcareer_ui.pages.prep.star.judge import Judge
from arcareer_ui.pages.prep.star.question_picker import QuestionPicker
from arcareer_ui.pages.prep.star.starts import Starts, make_picker
from arcareer_ui.pages.prep.star.words import AnswerWords, length_label
from arcareer_ui.pages.prep.star.write_room import WriteRoom
from arcareer_ui.pages.prep.star.write_view import WriteView
from arcareer_ui.pages.prep.star.writing import AnswerWriting

if TYPE_CHECKING:
    from arcareer.content.library import ContentLibrary
    from arcareer.services.answers import AnswerService
    from arcareer.services.copying import CopyService
    from arcareer.services.journal import JournalService
    from arcareer.services.questions import QuestionService
    from arcareer.services.rehearsals import RehearsalService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.pages.prep.star.rehearsal_room import RehearsalRoom
    from arcareer_ui.pages.prep.star.take_clock import Now
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController


class StarParts(NamedTuple):
    """What both rooms work with."""

    answers: AnswerService
    rehearsals: RehearsalService
    questions: QuestionService
    journal: JournalService
    copying: Callable[[], CopyService]
    content: ContentLibrary
    undo: UndoController
    acts: Acts
    tasks: TaskRunner
    dialogs: Dialogs
    days_left: Callable[[], int | None]
    pace: Callable[[], int]

    @property
    def words(self) -> AnswerWords:
        """Return what names answers and questions."""
        return AnswerWords(self.content, self._question)

    def _question(self, key: str) -> str:
        found = self.questions.get(key) if key else None
        return found.text if found is not None else ""


def make_write_room(parts: StarParts, parent: QObject) -> WriteRoom:
    """Return Write with everything in it."""
    words = parts.words
    view = WriteView(
        words.star_parts,
        parts.content.competencies,
        wins=make_picker(parts.journal),
        questions=QuestionPicker(parts.questions.all, words.label_of),
        examples=ExamplesCard(words.star_parts, words.question),
    )
    writing = AnswerWriting(parts.answers, parts.undo, lambda: view.editor.texts, parent)
    deeds = Deeds(view, writing, parts.answers, parts.acts, words=words, copying=parts.copying, dialogs=parts.dialogs)
    starts = Starts(
        view,
        writing,
        parts.undo,
        answers=parts.answers,
        questions=parts.questions,
        journal=parts.journal,
        examples=lambda: parts.content.worked_examples,
    )
    return WriteRoom(
        view,
        answers=parts.answers,
        words=words,
        writing=writing,
        judge=Judge(parts.answers, parts.tasks, parts.pace, parent),
        deeds=deeds,
        starts=starts,
        days_left=parts.days_left,
        pace=parts.pace,
    )


def make_rehearsal_room(parts: StarParts, seconds: int, now: Now) -> RehearsalRoom:
    """Return Rehearse with everything in it; `seconds` is the length chosen last."""
    from arcareer_ui.pages.prep.star.rating import ScaleWords  # noqa: PLC0415 - made when first asked for
    from arcareer_ui.pages.prep.star.rehearsal_room import RehearsalRoom  # noqa: PLC0415
    from arcareer_ui.pages.prep.star.rehearsal_view import RehearsalView  # noqa: PLC0415
    from arcareer_ui.pages.prep.star.take_clock import TakeClock  # noqa: PLC0415
    from arcareer_ui.widgets.clock_ring import ClockRing  # noqa: PLC0415

    texts = parts.content.interview
    clock = TakeClock(planned_split(AnswerKind.STAR, seconds), now)
    view = RehearsalView(
        ClockRing(clock.elapsed, seconds),
        [(str(one.seconds), length_label(one.seconds)) for one in texts.lengths],
        [ScaleWords(one.id, one.label, one.low, one.high) for one in texts.ratings],
    )
    return RehearsalRoom(
        view,
        clock,
        parts.undo,
        answers=parts.answers,
        rehearsals=parts.rehearsals,
        questions=parts.questions,
        words=parts.words,
        seconds=seconds,
    )
