"""Write: the answer being written, among all the others, with what is said about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from arcareer.domain.answers import STAR_SLOTS, Answer, AnswerKind, CoreSlot
from arcareer.domain.changes import EntityKind
from arcareer_ui.pages.prep.star.answer_list import AnswerLine
from arcareer_ui.pages.prep.star.conflicts import Conflicts
from arcareer_ui.pages.prep.star.deeds import Deeds
from arcareer_ui.pages.prep.star.judge import Judge
from arcareer_ui.pages.prep.star.starts import Starts
from arcareer_ui.pages.prep.star.words import ICONS, AnswerWords, check_lines, length_words, state_words
from arcareer_ui.pages.prep.star.write_view import EDITOR, EMPTY, TRASH, WriteView
from arcareer_ui.pages.prep.star.writing import AnswerWriting, Beginning

if TYPE_CHECKING:
    from arcareer.domain.changes import Change, ChangeSet
    from arcareer.services.answer_reports import AnswerReport
    from arcareer.services.answers import AnswerService

DWELL_MS = 800


class WriteRoom(QObject):
    """Shows answers and keeps what is typed. `moved` tells that another answer is on show for good."""

    announced = Signal(str)
    moved = Signal()

    def __init__(
        self,
        view: WriteView,
        *,
        answers: AnswerService,
        words: AnswerWords,
        writing: AnswerWriting,
        judge: Judge,
        deeds: Deeds,
        starts: Starts,
        days_left: Callable[[], int | None],
        pace: Callable[[], int],
    ) -> None:
        super().__init__(view)
        self.view, self.writing, self.judge, self.deeds, self.starts = view, writing, judge, deeds, starts
        self._answers, self._words, self._days_left, self._pace = answers, words, days_left, pace
        self._all: tuple[Answer, ...] = ()
        self._said: tuple[int, int] = (0, 0)
        self.conflicts = Conflicts(view, writing)
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(DWELL_MS)
        self._dwell.timeout.connect(self.moved)
        view.set_first(words.slot(STAR_SLOTS[0]))
        self._connect()

    @property
    def answer(self) -> Answer | None:
        """Return the answer on show, what is typed included."""
        return self.writing.answer

    @property
    def all(self) -> tuple[Answer, ...]:
        """Return the STAR answers outside the trash."""
        return self._all

    @property
    def first_focus(self) -> QWidget:
        """Return where the keyboard starts: in the answer, or with what begins one."""
        if self.view.middle == EMPTY:
            return self.view.first_button
        if self.view.middle != EDITOR:
            return self.view.middle_part
        sections = list(self.view.editor.sections.values())
        return next((one for one in sections if not one.text.strip()), sections[0]).editor

    def start(self) -> None:
        """Begin with the first core answer that is written, or any; else with what helps to begin."""
        self.read()
        first = next((one for slot in STAR_SLOTS for one in self._all if one.core is slot), None)
        answer = first or next(iter(self._all), None)
        self.writing.put(answer)
        self.show()

    def read(self) -> None:
        """Read all answers again."""
        self._all = tuple(one for one in self._answers.all() if one.kind is AnswerKind.STAR)
        self._show_list()
        self.judge.rank(self._all)
        self.view.panel.show_trash(len(self._answers.trash()))
        if self.view.middle == TRASH:
            self.deeds.show_trash()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Take in what was changed, here or elsewhere; None where all of it may be."""
        if self.writing.is_starting:
            return
        there = self.writing.follow()
        answer = self.writing.stored
        if not there or (answer is not None and answer.in_trash):
            self.start()
            return
        if answer is not None and changes is not None and changes.touched == {(EntityKind.ANSWER, answer.id)}:
            self._take_saved(answer)
            return
        self.read()
        self.show()

    def _take_saved(self, answer: Answer) -> None:
        """Take in that only the answer on show was stored, as it is every moment while somebody types."""
        before = next((one for one in self._all if one.id == answer.id), None)
        self._all = tuple(answer if one.id == answer.id else one for one in self._all)
        self._show_list()
        if before is None or replace(before, texts=answer.texts) != answer:
            self.read()
            self.show()
            return
        self._show_texts(self.writing.answer)
        if not self.judge.is_waiting:
            self.judge.look(answer)
        self.deeds.show_for(answer)

    def open(self, identity: UUID, *, edit: bool = False) -> bool:
        """Go on with an answer; return False where it is gone or lies in the trash."""
        answer = self.writing.answer
        if answer is None or answer.id != identity:
            self.writing.flush()
            answer = self._answers.get(identity)
            if answer is None or answer.in_trash or answer.kind is not AnswerKind.STAR:
                return False
            self.conflicts.close()
            self.writing.put(answer)
            self.view.to_top()
            if all(one.id != identity for one in self._all):
                self.read()
        self.view.show_middle(EDITOR)
        self.show()
        if edit:
            self.focus_text()
        return True

    def begin(self, slot: CoreSlot | None = None) -> None:
        """Let an answer be begun: for a core slot, or for nothing in particular."""
        self.conflicts.close()
        self.writing.begin(Beginning(slot))
        self.view.show_middle(EDITOR)
        self.view.to_top()
        self.show()

    def show(self) -> None:
        """Show the answer, its place in the list, and what is said of it."""
        view, answer = self.view, self.writing.answer
        writing = answer is not None or self.writing.beginning is not None
        if view.middle in (EDITOR, EMPTY):
            view.show_middle(EDITOR if writing else EMPTY)
        self._show_texts(answer)
        self._show_about(answer)
        self._mark(answer)
        self.deeds.show_for(answer)
        if answer is None:
            self._show_report(None)
        elif not self.judge.is_waiting:
            self.judge.look(answer)
        self.show_next()
        view.follow()

    def show_next(self) -> None:
        """Show the interview that is coming, and the way to say the answer aloud."""
        ready = sum(self._is_ready(one) for one in self._all)
        answer = self.writing.answer
        can = answer is not None and not answer.is_blank
        self.view.next.show_next(self._days_left(), ready, can_rehearse=can)
        self.view.next.rehearse_button.set_kind("primary" if self.view.middle == EDITOR else "secondary")
        self.view.next.setVisible(bool(self._all) or answer is not None)

    def focus_text(self) -> None:
        """Let the user go on where the first part is empty, or at the end of the first one."""
        sections = list(self.view.editor.sections.values())
        section = next((one for one in sections if not one.text.strip()), sections[0])
        section.editor.moveCursor(QTextCursor.MoveOperation.End)
        section.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.reveal(section)

    def go(self, step: int) -> None:
        """Go to the next or the previous check that asks for something."""
        self.judge.settle()
        self.view.analysis.checks.go(step)

    def follow_step(self, change: Change) -> None:
        """Show what undo or redo has just brought back or changed."""
        answers = [edit.after for edit in change.edits if isinstance(edit.after, Answer)]
        if len(change.edits) == 1 and answers and not answers[0].in_trash:
            self.open(answers[0].id)

    def _connect(self) -> None:
        view, editor = self.view, self.view.editor
        editor.touched.connect(self._take_typed)
        editor.left.connect(self._leave)
        view.panel.list.current_changed.connect(self._choose)
        view.panel.list.opened.connect(lambda _: self.focus_text())
        view.panel.list.removal_asked.connect(self.deeds.remove)
        view.first_button.clicked.connect(self._begin_first)
        view.middle_changed.connect(lambda _: self.show_next())
        self.judge.reported.connect(self._take_report)
        self.judge.ranked.connect(self._show_ranks)
        self.writing.begun.connect(self._show_begun)
        self.conflicts.settled.connect(partial(self.refresh, None))
        for closing in (view.examples.left, view.trash.left, self.starts.left):
            closing.connect(self.close_middle)

    def _begin_first(self) -> None:
        self.begin(STAR_SLOTS[0])
        self.focus_text()

    def close_middle(self) -> None:
        """Show the answer again."""
        some = self.writing.answer is not None or self.writing.beginning is not None
        self.view.show_middle(EDITOR if some else EMPTY)
        self.view.panel.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, line: AnswerLine | None) -> None:
        if line is None or line.heading:
            return
        answer = self.writing.answer
        if line.answer is not None:
            if answer is None or answer.id != line.answer or self.view.middle != EDITOR:
                self.open(line.answer)
                self._dwell.start()
        elif self.writing.beginning is None or self.writing.beginning.slot != line.slot or answer is not None:
            self.begin(CoreSlot(line.slot))

    def _take_typed(self, part: str) -> None:
        self.view.editor.sections[part].message.clear()
        self.writing.touch(part)
        texts = self.view.editor.texts
        self._show_counts(texts)
        answer = self.writing.answer
        if answer is not None:
            self.judge.typed(answer)

    def _leave(self) -> None:
        self.writing.rest()
        self.judge.settle()

    def _show_begun(self, answer: Answer) -> None:
        """Take in that the first word has made an answer of a beginning."""
        self.read()
        self._show_about(answer)
        self._mark(answer)
        self.deeds.show_for(answer)
        self.show_next()

    def _show_texts(self, answer: Answer | None) -> None:
        texts: Sequence[str] = answer.texts if answer is not None else ("",) * len(self.view.editor.sections)
        self.view.editor.show_texts(texts)
        self._show_counts(texts)

    def _show_counts(self, texts: Sequence[str]) -> None:
        self.view.editor.show_counts([len(text.split()) for text in texts], self._pace())

    def _show_about(self, answer: Answer | None) -> None:
        editor, beginning = self.view.editor, self.writing.beginning
        if answer is not None:
            editor.show_question(self._words.question(answer.question), answer.title)
            editor.show_competencies(answer.competencies)
        else:
            slot = beginning.slot if beginning is not None else None
            editor.show_question(self._words.slot_question(slot), "")
            editor.show_competencies(())
        has_win = answer is not None and answer.win is not None
        editor.show_stored(is_stored=answer is not None, has_win=has_win)

    def _mark(self, answer: Answer | None) -> None:
        """Put the cursor of the list where the answer is."""
        beginning = self.writing.beginning
        if answer is not None:
            self.view.panel.list.choose(str(answer.id))
        elif beginning is not None and beginning.slot is not None:
            self.view.panel.list.choose(f"{beginning.slot}/")
        else:
            self.view.panel.list.clear_current()

    def _take_report(self, judged: Answer, report: AnswerReport) -> None:
        answer = self.writing.answer
        if answer is not None and judged.id == answer.id:
            self._show_report(report)
            self.judge.rank(self._all)
            chosen = answer.competencies
            suggested = self._answers.suggested_competencies(answer) if self.view.editor.choices.isVisible() else ()
            self.view.editor.show_competencies(chosen, suggested)

    def _show_report(self, report: AnswerReport | None) -> None:
        card = self.view.analysis
        lines = check_lines(report) if report is not None else ()
        card.show_length(report.seconds if report is not None else 0, length_words(report))
        parts = len(self.view.editor.sections)
        shares = [share.percent for share in report.balance] if report is not None and report.balance else [0] * parts
        card.show_balance(shares)
        card.show_checks(lines)
        self._say_counts(sum(line.unfolds for line in lines), report)

    def _say_counts(self, asking: int, report: AnswerReport | None) -> None:
        """Say how many checks ask for something, where that is another number now."""
        said = (asking, report.quality if report is not None else 0)
        if report is not None and said[0] != self._said[0] and self.view.isVisible():
            self.announced.emit(
                self.tr("%n thing(s) to look at", "", asking) if asking else self.tr("Nothing more to look at")
            )
        self._said = said

    def _show_ranks(self) -> None:
        self._show_list()
        self.show_next()

    def _is_ready(self, answer: Answer) -> bool:
        state = self.judge.state_of(answer)
        return state is not None and state.value == "ready"

    def _show_list(self) -> None:
        core = {answer.core: answer for answer in reversed(self._all) if answer.core is not None}
        lines = [self._line(core[slot]) if slot in core else self._open_line(slot) for slot in STAR_SLOTS]
        others = [answer for answer in self._all if answer not in core.values()]
        if others:
            lines.append(AnswerLine(self.tr("Other answers"), heading=True))
            lines += [self._line(answer) for answer in reversed(others)]
        self.view.panel.list.show_lines(lines)
        ready = sum(self._is_ready(answer) for answer in core.values())
        self.view.panel.show_ready(ready, len(STAR_SLOTS))

    def _line(self, answer: Answer) -> AnswerLine:
        state = self.judge.state_of(answer)
        seconds = round(sum(len(text.split()) for text in answer.texts) * 60 / self._pace())
        words = state_words(state, seconds)
        icon = ICONS[state.value] if state is not None else ICONS["draft"]
        return AnswerLine(self._words.title(answer), words, icon, answer=answer.id)

    def _open_line(self, slot: CoreSlot) -> AnswerLine:
        return AnswerLine(self._words.slot(slot), self.tr("Not started"), slot=slot.value)
