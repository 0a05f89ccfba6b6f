"""Ways to begin an answer: from a win, from a question, on a blank page, after reading an example."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from arcareer.domain.answers import Answer
from arcareer.domain.changes import Edit
from arcareer.domain.journal import WinQuery, WinSummary
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.pages.prep.star.answer_list import BLANK, EXAMPLES, FROM_QUESTION, FROM_WIN
from arcareer_ui.pages.prep.star.write_view import EXAMPLES as EXAMPLES_SHOWN
from arcareer_ui.pages.prep.star.write_view import QUESTIONS, WINS, WriteView
from arcareer_ui.pages.prep.star.writing import AnswerWriting
from arcareer_ui.win_picker import WinPicker

if TYPE_CHECKING:
    from arcareer.content.interview_models import WorkedExample
    from arcareer.domain.questions import OwnQuestion, Question
    from arcareer.services.answers import AnswerService
    from arcareer.services.journal import JournalService
    from arcareer.services.questions import QuestionService
    from arcareer_ui.undo import UndoController

MOST_OFFERED = 200
FEWEST_LETTERS = 2


def make_picker(journal: JournalService) -> WinPicker:
    """Return what one win is picked with."""

    def find(text: str) -> Sequence[WinSummary]:
        words = text.strip()
        return journal.find(WinQuery(text=words if len(words) >= FEWEST_LETTERS else ""), MOST_OFFERED)

    def words(_count: int) -> str:
        return QCoreApplication.translate("Starts", "Make it an answer")

    title = QCoreApplication.translate("Starts", "Which win is it about?")
    return WinPicker(find, title, words, icon="plus", multiple=False)


class Starts(QObject):
    """`started` carries an answer made from a win or a question; `blank_asked` wants an empty page.

    `refused` carries why something could not be done, `left` comes when a choice is over.
    """

    started = Signal(object)
    blank_asked = Signal()
    refused = Signal(str)
    left = Signal()

    def __init__(
        self,
        view: WriteView,
        writing: AnswerWriting,
        undo: UndoController,
        *,
        answers: AnswerService,
        questions: QuestionService,
        journal: JournalService,
        examples: Callable[[], Sequence[WorkedExample]],
    ) -> None:
        super().__init__(view)
        self._view, self._writing, self._undo = view, writing, undo
        self._answers, self._questions, self._journal, self._examples = answers, questions, journal, examples
        self._changes = False
        view.panel.start_asked.connect(self.ask)
        view.first_win_button.clicked.connect(partial(self.ask, FROM_WIN))
        view.wins.picked.connect(lambda wins: self.from_win(wins[0]))
        view.questions.picked.connect(self._take_question)
        view.questions.worded.connect(self._take_words)
        for picker in (view.wins, view.questions):
            picker.left.connect(self._leave)
        view.editor.question_asked.connect(self._change_question)
        view.examples.write_asked.connect(self.from_question)

    def ask(self, how: str) -> None:
        """Begin in one of the ways of the menu."""
        self._writing.flush()
        self._changes = False
        if how == BLANK:
            self.blank_asked.emit()
        elif how == FROM_WIN:
            self._view.show_middle(WINS)
            self._view.wins.start()
        elif how == FROM_QUESTION:
            self._view.show_middle(QUESTIONS)
            self._view.questions.start()
        elif how == EXAMPLES:
            self.show_examples()

    def show_examples(self, key: str = "") -> None:
        """Show the worked examples, one of them if it is named."""
        self._view.examples.fill(self._examples())
        self._view.show_middle(EXAMPLES_SHOWN)
        if key:
            self._view.examples.show_example(key)
        self._view.to_top()
        self._view.examples.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def from_win(self, identity: UUID, question: str = "") -> None:
        """Go on with the answer about a win; make it where there is none yet, for a question if one is named."""
        known = next(iter(self._answers.of_win(identity)), None)
        if known is not None:
            self.started.emit(known)
            return
        win = self._journal.get(identity)
        if win is None:
            self.refused.emit(self.tr("That win is not in your library any more."))
            return
        asked = self._questions.get(question) if question else None
        self._start(partial(self._answers.start_from_win, win, asked), self.tr("Make answer from win"))

    def from_question(self, key: str) -> None:
        """Begin an answer to a question of the bank, or go on with one that was begun and has no word yet."""
        question = self._questions.get(key)
        if question is None:
            self.refused.emit(self.tr("That question is no longer there."))
            return
        begun = (one for one in self._answers.all() if one.question == key and one.is_blank)
        known = next(begun, None)
        if known is not None:
            self.started.emit(known)
            return
        self._start(partial(self._answers.start_from_question, question), self.tr("Answer a question"))

    def _start(self, act: Callable[[], Edit], label: str) -> None:
        self._writing.flush()
        try:
            edit = act()
        except (UserError, EnvironmentFault) as problem:
            self.refused.emit(str(problem))
            return
        self._undo.record(edit, label)
        if isinstance(edit.after, Answer):
            self.started.emit(edit.after)

    def _change_question(self) -> None:
        self._writing.flush()
        self._changes = True
        answer = self._writing.answer
        self._view.show_middle(QUESTIONS)
        self._view.questions.start(answer.question if answer is not None else "")

    def _take_question(self, question: Question) -> None:
        if self._changes:
            self._changes = False
            self.left.emit()
            self._writing.change(self.tr("Change question"), question=question.key)
            self._view.editor.question_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.from_question(question.key)

    def _take_words(self, words: str) -> None:
        try:
            edit = self._questions.add_own(words)
        except (UserError, EnvironmentFault) as problem:
            self.refused.emit(str(problem))
            return
        self._undo.record(edit, self.tr("Add question"))
        own: OwnQuestion | None = edit.after  # type: ignore[assignment]
        if own is not None:
            self._take_question(own.question)

    def _leave(self) -> None:
        self._changes = False
        self.left.emit()
