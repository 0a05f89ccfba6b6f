"""The question bank: searching it, seeing what serves a question, and beginning an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from arcareer.domain.answers import Answer, AnswerKind, CoreSlot
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.questions import Fit, OwnQuestion, Question
from arcareer.errors import EnvironmentFault, FieldProblem
from arcareer_ui.acts import Acts
from arcareer_ui.pages.prep.bank.coverage_view import CoreLine, CoverageView
from arcareer_ui.pages.prep.bank.filters import ALL, GENERAL, OWN, FilterBar, Wanted
from arcareer_ui.pages.prep.bank.own_form import OwnForm, OwnWords
from arcareer_ui.pages.prep.bank.question_list import QuestionLine, QuestionList
from arcareer_ui.pages.prep.bank.question_panel import QuestionPanel
from arcareer_ui.pages.prep.bank.reader import Reader
from arcareer_ui.pages.prep.bank.view import FORM, QUESTION, BankView
from arcareer_ui.pages.prep.star.words import ICONS, AnswerWords, state_words
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column

if TYPE_CHECKING:
    from arcareer.content.library import ContentLibrary
    from arcareer.services.answer_reports import AnswerState
    from arcareer.services.answers import AnswerService
    from arcareer.services.coverage import CoverageGap, CoverageMatrix, CoverageService
    from arcareer.services.journal import JournalService
    from arcareer.services.questions import QuestionCard, QuestionService
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

PLACE = "prep/star/questions"
COVERAGE, ON = "coverage", "on"
FILTERS_STATE = "bank/filters"
DWELL_MS = 800
KINDS = (EntityKind.ANSWER, EntityKind.OWN_QUESTION, EntityKind.INTERVIEW, EntityKind.WIN)


class BankRoom(Tool):
    """List, question and coverage. Routes: a question's key, `coverage`, `on/<competency>`."""

    def __init__(
        self,
        *,
        questions: QuestionService,
        answers: AnswerService,
        coverage: Callable[[], CoverageService],
        journal: JournalService,
        content: ContentLibrary,
        undo: UndoController,
        acts: Acts,
        tasks: TaskRunner,
        state: WindowState,
        pace: Callable[[], int],
    ) -> None:
        """`pace` returns how many words are said in a minute."""
        super().__init__()
        self.header = QWidget(self)  # a room stands within a tab, which has one of its own
        self.header.hide()
        self._questions, self._answers, self._journal = questions, answers, journal
        self._content, self._undo, self._acts, self._state, self._pace = content, undo, acts, state, pace
        self._words = AnswerWords(content, self._question_words)
        self._reader = Reader(questions, coverage, tasks, self)
        self._fits: Mapping[str, Fit] = {}
        self._question: Question | None = None
        self._editing: OwnQuestion | None = None
        competencies = [(one.id, one.label) for one in content.competencies]
        self.view = BankView(
            FilterBar(competencies),
            QuestionList(self._label),
            QuestionPanel(self._label, self._name),
            OwnForm(competencies),
            CoverageView(self._words.title),
        )
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(DWELL_MS)
        self._dwell.timeout.connect(self._note_place)
        column(self).addWidget(self.view)
        self.view.filters.recall(state.text(FILTERS_STATE, ""))
        self._connect()
        self._fill()
        self._reader.read_fits()

    def open(self, args: Sequence[str]) -> None:
        """Show what a route names: the key of a question, `coverage`, or `on/<competency>` for the questions on one."""
        if not args:
            return
        if args[0] == COVERAGE:
            self._show_coverage()
        elif args[0] == ON and len(args) > 1:
            self._show_competency(args[1])
        elif not self._open(args[0]):
            self.noted.emit(self.tr("That question is no longer there."))

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes is not None and not changes.affects(*KINDS):
            return
        self._fill()
        self._reader.read_fits()
        if self._question is not None:
            self._show_question(self._questions.get(self._question.key))
        if self.view.shows_coverage:
            self._read_coverage()

    def flush(self) -> None:
        """There is nothing that is not kept: a form is saved by its button."""

    @property
    def first_focus(self) -> QWidget | None:
        """Return where the keyboard starts."""
        return self.view.coverage.back_button if self.view.shows_coverage else self.view.filters.search

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        if self.view.shows_coverage:
            return (self.view.coverage,)
        return (self.view.filters, self.view.list, self.view.panel if self.view.side == QUESTION else self.view.form)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the bank does for commands."""
        return {"new-item": self._add, "find-in-page": self._find}

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        if self.view.shows_coverage:
            return f"{PLACE}/{COVERAGE}"
        return f"{PLACE}/{self._question.key}" if self._question is not None else PLACE

    @property
    def place_title(self) -> str:
        """Return the words of the question on show."""
        return self._question.text if self._question is not None and not self.view.shows_coverage else ""

    def _connect(self) -> None:
        view, filters, panel, coverage = self.view, self.view.filters, self.view.panel, self.view.coverage
        filters.changed.connect(self._filter)
        filters.add_asked.connect(self._add)
        filters.coverage_asked.connect(self._show_coverage)
        view.clear_button.clicked.connect(self._show_all)
        view.list.current_changed.connect(self._choose)
        view.list.opened.connect(lambda _: view.panel.answer_button.setFocus(Qt.FocusReason.OtherFocusReason))
        view.list.clicked.connect(lambda _: view.show_panel())
        panel.answer_asked.connect(self._answer)
        panel.answer_chosen.connect(self._open_answer)
        panel.win_chosen.connect(self._from_win)
        panel.edit_asked.connect(self._edit)
        panel.remove_asked.connect(self._remove)
        view.form.saved.connect(self._save)
        view.form.left.connect(self._close_form)
        coverage.left.connect(self._leave_coverage)
        coverage.answer_chosen.connect(self._open_answer)
        coverage.questions_asked.connect(self._show_competency)
        coverage.win_chosen.connect(partial(self._from_win, for_question=False))
        coverage.core_chosen.connect(self._open_core)
        self._reader.fits_ready.connect(self._take_fits)
        self._reader.card_ready.connect(self._take_card)
        self._reader.coverage_ready.connect(self._take_coverage)

    def _fill(self) -> None:
        wanted = self.view.filters.wanted
        questions = [one for one in self._matching(wanted) if wanted.fit in (None, self._fits.get(one.key, Fit.GAP))]
        lines = tuple(QuestionLine(one, self._fits.get(one.key)) for one in questions)
        self.view.list.show_lines(lines)
        self.view.show_none(none=not lines)
        self.view.filters.show_count(self.tr("%n question(s)", "", len(lines)))
        if not lines:
            return
        if self._question is None or not self.view.list.choose(self._question.key):
            self.view.list.choose(lines[0].question.key)

    def _matching(self, wanted: Wanted) -> Sequence[Question]:
        competency = {ALL: None, OWN: None, GENERAL: ""}.get(wanted.competency, wanted.competency)
        found = self._questions.all(wanted.text, competency, wanted.level, wanted.kind)
        if wanted.competency == OWN:
            return [one for one in found if one.own]
        return [one for one in found if not one.own] if wanted.competency == GENERAL else found

    def _filter(self) -> None:
        self._state.remember(FILTERS_STATE, self.view.filters.remembered())
        self._fill()
        self.announced.emit(self.tr("%n question(s)", "", len(self.view.list.items)))

    def _show_all(self) -> None:
        self.view.filters.clear()
        self._filter()
        self.view.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_competency(self, competency: str) -> None:
        self.view.filters.clear()
        self.view.filters.competency.set_current(competency)
        self._leave_coverage()
        self._filter()

    def _find(self) -> None:
        self._leave_coverage()
        self.view.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.filters.search.selectAll()

    def _open(self, key: str) -> bool:
        question = self._questions.get(key)
        if question is None:
            return False
        self._leave_coverage()
        if all(line.question.key != key for line in self.view.list.items):
            self.view.filters.clear()
            self._question = question
            self._fill()
        self.view.list.choose(key)
        self._show_question(question)
        return True

    def _choose(self, line: QuestionLine | None) -> None:
        if line is not None and (self._question is None or line.question != self._question):
            self._show_question(line.question)
            self.view.to_top()
            self._dwell.start()

    def _show_question(self, question: Question | None) -> None:
        self._question = question
        if question is None:
            if self.view.list.items:
                self.view.list.choose(self.view.list.items[0].question.key)
            return
        self._editing = None
        self.view.show_side(QUESTION)
        self.view.panel.show_question(question)
        self._reader.read_card(question)

    def _take_fits(self, fits: Mapping[str, Fit]) -> None:
        if fits != self._fits:
            self._fits = fits
            self._fill()

    def _take_card(self, card: QuestionCard) -> None:
        if self._question is not None and card.question.key == self._question.key:
            self.view.panel.show_found(card, card.question.follow_ups)
            self.view.follow()

    def _answer(self) -> None:
        question = self._question
        if question is None:
            return
        weakness = next(one.question for one in self._content.core_slots if one.id == CoreSlot.WEAKNESS)
        if question.key == weakness:
            self.open_route.emit("prep/weakness-reframe")
        else:
            self.open_route.emit(f"prep/star/from-question/{question.key}")

    def _open_answer(self, answer: Answer) -> None:
        head = "prep/weakness-reframe" if answer.kind is AnswerKind.REFRAME else "answer"
        self.open_route.emit(f"{head}/{answer.id}")

    def _open_core(self, slot: str) -> None:
        held = next((one.answer for one in self._answers.core() if one.slot == slot), None)
        if held is not None:
            self._open_answer(held)
        elif slot == CoreSlot.WEAKNESS:
            self.open_route.emit("prep/weakness-reframe")
        else:
            key = next(one.question for one in self._content.core_slots if one.id == slot)
            self.open_route.emit(f"prep/star/from-question/{key}")

    def _from_win(self, identity: UUID, *, for_question: bool = True) -> None:
        """Make an answer of a win, and go on with it."""
        win = self._journal.get(identity)
        if win is None:
            return
        try:
            edit = self._answers.start_from_win(win, self._question if for_question else None)
        except EnvironmentFault as fault:
            self.noted.emit(str(fault))
            return
        self._undo.record(edit, self.tr("Make an answer of a win"))
        if isinstance(edit.after, Answer):
            self.open_route.emit(f"answer/{edit.after.id}")

    def _add(self) -> None:
        self._leave_coverage()
        self._editing = None
        self.view.show_side(FORM)
        self.view.form.start()

    def _edit(self) -> None:
        own = self._questions.own_of(self._question) if self._question is not None else None
        if own is not None:
            self._editing = own
            self.view.show_side(FORM)
            self.view.form.start(own)

    def _close_form(self) -> None:
        self._editing = None
        self.view.show_side(QUESTION)
        self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, words: OwnWords) -> None:
        before = self._editing
        try:
            if before is None:
                edit = self._questions.add_own(words.text, words.competency, words.kind, note=words.note)
            else:
                after = replace(before, text=words.text, competency=words.competency, kind=words.kind, note=words.note)
                if after == before:
                    self._close_form()
                    return
                edit = self._questions.save_own(before, after)
        except FieldProblem as problem:
            self.view.form.show_problem(str(problem))
            return
        except EnvironmentFault as fault:
            self.noted.emit(str(fault))
            return
        self._undo.record(edit, self.tr("Add question") if before is None else self.tr("Edit question"))
        if isinstance(edit.after, OwnQuestion):
            self._open(edit.after.key)
        self.told.emit(self.tr("Question saved"))

    def _remove(self) -> None:
        own = self._questions.own_of(self._question) if self._question is not None else None
        if own is None:
            return
        self._question = None
        if self._acts.do(partial(self._questions.remove_own, own), self.tr("Remove question")):
            self.told.emit(self.tr("Question removed"))

    def _show_coverage(self) -> None:
        self.view.show_coverage(shown=True)
        self._read_coverage()
        self.view.coverage.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._note_place()

    def _leave_coverage(self) -> None:
        if self.view.shows_coverage:
            self.view.show_coverage(shown=False)
            self.view.filters.coverage_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._note_place()

    def _read_coverage(self) -> None:
        self._reader.read_coverage()
        self.view.coverage.show_core([self._core_line(one.slot, one.answer, one.state) for one in self._answers.core()])

    def _core_line(self, slot: CoreSlot, answer: Answer | None, state: AnswerState) -> CoreLine:
        words = len(answer.whole.split()) if answer is not None else 0
        said = state_words(state, round(words * 60 / self._pace()))
        return CoreLine(slot.value, self._words.slot(slot), said, ICONS[state.value])

    def _take_coverage(self, matrix: CoverageMatrix, gaps: Sequence[CoverageGap]) -> None:
        self.view.coverage.show_matrix(matrix)
        self.view.coverage.show_gaps(gaps)
        self.view.follow()

    def _label(self, competency: str) -> str:
        return self._words.label_of(competency) if competency else self.tr("Asked of everyone")

    def _name(self, answer: object) -> str:
        return self._words.title(answer) if isinstance(answer, Answer) else ""

    def _question_words(self, key: str) -> str:
        found = self._questions.get(key) if key else None
        return found.text if found is not None else ""

    def _note_place(self) -> None:
        if self.isVisible():
            self.place_changed.emit(self.place)
