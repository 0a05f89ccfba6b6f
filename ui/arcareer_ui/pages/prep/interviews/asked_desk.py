"""Keeps what was asked in an interview, which answer was given, and how it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from arcareer.domain.interviews import AskedQuestion, Interview
from arcareer_ui.acts import Acts
from arcareer_ui.pages.prep.interviews.after_card import AskedLine
from arcareer_ui.pages.prep.interviews.view import DETAIL, PICKER, InterviewsView

if TYPE_CHECKING:
    from arcareer.services.answers import AnswerService
    from arcareer.services.interviews import InterviewService
    from arcareer_ui.pages.prep.star.words import AnswerWords


class AskedDesk(QObject):
    """`told` carries what can be undone, `middle_asked` what is to be shown."""

    told = Signal(str)
    middle_asked = Signal(str)

    def __init__(
        self,
        view: InterviewsView,
        acts: Acts,
        *,
        interviews: InterviewService,
        answers: AnswerService,
        words: AnswerWords,
        stored: Callable[[], Interview | None],
    ) -> None:
        """`stored` returns the interview on show with all that was typed in it."""
        super().__init__(view)
        self._view, self._acts, self._interviews = view, acts, interviews
        self._answers, self._words, self._stored = answers, words, stored
        view.after.add_asked.connect(self._pick)
        view.after.answered.connect(lambda at, key: self._change(at, answer=UUID(key) if key else None))
        view.after.marked.connect(lambda at, mark: self._change(at, went=mark))
        view.after.dropped.connect(self._drop)
        view.picker.picked.connect(lambda question: self.note(AskedQuestion(question=question.key)))
        view.picker.worded.connect(lambda words: self.note(AskedQuestion(text=words)))
        view.picker.left.connect(partial(self.middle_asked.emit, DETAIL))

    def show(self, interview: Interview) -> None:
        """Show what is stored."""
        offered = [(str(one.id), self._words.title(one)) for one in self._answers.all() if not one.is_blank]
        known = {key for key, _ in offered}
        lines = [
            AskedLine(
                (self._words.question(one.question) if one.question else "") or one.text,
                str(one.answer) if str(one.answer) in known else "",
                one.went,
                one.note,
            )
            for one in interview.details.asked
        ]
        self._view.after.show_asked(lines, offered)
        self._view.after.debrief.set_text(interview.details.debrief)

    def note(self, asked: AskedQuestion) -> None:
        """Note a question that was asked."""
        interview = self._stored()
        self.middle_asked.emit(DETAIL)
        if interview is not None:
            self._acts.do(partial(self._interviews.note_asked, interview, asked), self.tr("Note question asked"))
        self._view.after.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self) -> None:
        self.middle_asked.emit(PICKER)
        self._view.to_top()
        self._view.picker.start()

    def _change(self, at: int, **values: Any) -> None:
        interview = self._stored()
        if interview is None or at >= len(interview.details.asked):
            return
        before = interview.details.asked[at]
        after = replace(before, **values)
        if after != before:
            act = partial(self._interviews.change_asked, interview, at, after)
            self._acts.do(act, self.tr("Change question asked"))

    def _drop(self, at: int) -> None:
        interview = self._stored()
        if interview is None:
            return
        if self._acts.do(partial(self._interviews.drop_asked, interview, at), self.tr("Take away question asked")):
            self.told.emit(self.tr("Question taken away"))
