"""The tab Weakness reframe: five steps, the answer they make, and what the checks say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.domain.answers import Answer, AnswerKind, CoreSlot
from arcareer.domain.changes import Change, ChangeSet, EntityKind
from arcareer.errors import EnvironmentFault
from arcareer_ui.acts import Acts
from arcareer_ui.pages.prep.reframe.assembled import put_back
from arcareer_ui.pages.prep.reframe.deeds import Deeds
from arcareer_ui.pages.prep.reframe.view import ReframeView
from arcareer_ui.pages.prep.star.conflicts import Conflicts
from arcareer_ui.pages.prep.star.judge import Judge
from arcareer_ui.pages.prep.star.words import AnswerWords, check_lines
from arcareer_ui.pages.prep.star.writing import AnswerWriting, Beginning
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.clock_ring import clock_text

if TYPE_CHECKING:
    from arcareer.content.interview_models import ReframeStarter
    from arcareer.content.library import ContentLibrary
    from arcareer.services.answer_reports import AnswerReport
    from arcareer.services.answers import AnswerService
    from arcareer.services.copying import CopyService
    from arcareer.services.reframes import ReframeService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController

PLACE = "prep/weakness-reframe"
BLANK = re.compile(r"\[[^\[\]\n]+\]")
KINDS = (EntityKind.ANSWER, EntityKind.CUSTOMER)


class ReframeTab(Tool):
    """Writes weakness answers."""

    def __init__(
        self,
        *,
        answers: AnswerService,
        reframes: ReframeService,
        content: ContentLibrary,
        copying: Callable[[], CopyService],
        undo: UndoController,
        acts: Acts,
        tasks: TaskRunner,
        dialogs: Dialogs,
        clock: Clock,
        pace: Callable[[], int],
    ) -> None:
        """`pace` returns how many words are said in a minute."""
        super().__init__()
        self._answers, self._reframes, self._clock, self._undo = answers, reframes, clock, undo
        self._starters: Mapping[str, ReframeStarter] = {one.id: one for one in content.reframe_starters}
        self._words = AnswerWords(content, lambda _key: "")
        self._all: tuple[Answer, ...] = ()
        self._asking = -1
        starters = [(one.id, one.label) for one in content.reframe_starters]
        self.view = ReframeView(self._words.reframe_parts, starters)
        self.rehearse_button = Button(self.tr("Rehearse"), icon="play")
        self.header = self.rehearse_button
        self.writing = AnswerWriting(answers, undo, lambda: self.view.steps.texts, self, kind=AnswerKind.REFRAME)
        self.conflicts = Conflicts(self.view, self.writing)
        self._judge = Judge(answers, tasks, pace, self)
        self._deeds = Deeds(
            self.view,
            self.writing,
            acts,
            answers=answers,
            reframes=reframes,
            words=self._words,
            copying=copying,
            dialogs=dialogs,
        )
        column(self).addWidget(self.view)
        self._connect()
        self._start()

    def open(self, args: Sequence[str]) -> None:
        """Show what a route names: the `<id>` of a weakness answer."""
        if args and not self._open(UUID(args[0])):
            self.noted.emit(self.tr("That answer is no longer there."))

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes is not None and not changes.affects(*KINDS):
            return
        if self.writing.beginning is not None:
            self._read()
            self._show_about(None)  # the first word may be on its way: the steps stay as they are
        elif self.writing.follow() and not self._is_thrown_away():
            self._read()
            self._show()
        else:
            self._start()

    def flush(self) -> None:
        """Keep what is typed."""
        self.writing.flush()

    @property
    def first_focus(self) -> QWidget | None:
        """Return where the keyboard starts."""
        return next(iter(self.view.steps.editors.values()))

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        if self.view.shows_trash:
            return (self.view.trash,)
        return (self.view.steps, self.view.answer, self.view.checks)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the tab does for commands."""
        return {
            "new-item": self._begin,
            "check-wording": self._deeds.check_wording,
            "next-finding": lambda: self._go(1),
            "previous-finding": lambda: self._go(-1),
        }

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        answer = self.writing.stored
        return f"{PLACE}/{answer.id}" if answer is not None else PLACE

    @property
    def place_title(self) -> str:
        """Return what the answer on show is called."""
        answer = self.writing.answer
        return self._words.title(answer) if answer is not None else ""

    def _connect(self) -> None:
        steps, answer, writing = self.view.steps, self.view.answer, self.writing
        steps.touched.connect(self._take_typed)
        steps.left.connect(self._leave)
        steps.started.connect(self._start_from)
        steps.chosen.connect(lambda key: self._open(UUID(key)))
        answer.typed.connect(self._take_whole)
        answer.left.connect(self._leave)
        self.rehearse_button.clicked.connect(self._rehearse)
        self._judge.reported.connect(self._take_report)
        self.conflicts.settled.connect(lambda: self.refresh(None))
        self._deeds.new_asked.connect(self._begin)
        self._deeds.trash_left.connect(self._show)
        self._deeds.told.connect(self.told)
        self._deeds.noted.connect(self.noted)
        self._deeds.route_asked.connect(self.open_route)
        writing.begun.connect(self._show_begun)
        writing.kept.connect(self._say_kept)
        writing.refused.connect(steps.show_problem)
        writing.troubled.connect(self._say_not_kept)
        self._undo.stepped.connect(self._follow_step)

    def _start(self) -> None:
        """Begin with the weakness among the core answers, else with the first; else with five empty steps."""
        self._read()
        core = next((one for one in self._all if one.core is CoreSlot.WEAKNESS), None)
        answer = core or next(iter(self._all), None)
        if answer is None:
            self.writing.begin(Beginning())
        else:
            self.writing.put(answer)
        self._show()

    def _is_thrown_away(self) -> bool:
        return self.writing.stored is not None and self.writing.stored.in_trash

    def _read(self) -> None:
        self._all = self._reframes.all()

    def _open(self, identity: UUID) -> bool:
        answer = self.writing.stored
        if answer is None or answer.id != identity:
            self.writing.flush()
            answer = self._answers.get(identity)
            if answer is None or answer.in_trash or answer.kind is not AnswerKind.REFRAME:
                return False
            self.conflicts.close()
            self.writing.put(answer)
            self._read()
            self.view.to_top()
        self.view.show_trash(shown=False)
        self._show()
        self.place_changed.emit(self.place)
        return True

    def _begin(self) -> None:
        """Offer five empty steps."""
        self.conflicts.close()
        self.writing.begin(Beginning())
        self.view.show_trash(shown=False)
        self._show()
        self.view.to_top()
        self.view.steps.select_in(next(iter(self.view.steps.editors)), 0, 0)

    def _show(self) -> None:
        answer = self.writing.answer
        texts = answer.texts if answer is not None else ("",) * len(self.view.steps.editors)
        self.view.steps.show_texts(texts)
        self._show_whole(answer)
        self._show_about(answer)
        if answer is None:
            self._show_report(None)
        elif not self._judge.is_waiting:
            self._judge.look(answer)
        self.view.follow()

    def _show_about(self, answer: Answer | None) -> None:
        """Show what the answer is called, where it stands, and what can be done with it."""
        names = [(str(one.id), self._words.title(one)) for one in self._all]
        if answer is None and self._all:
            names.append(("", self.tr("New answer")))
        self.view.steps.show_answers(names, str(answer.id) if answer is not None else "")
        starter = self._starter_of(answer)
        self.view.steps.show_starter(starter.id if starter is not None else "")
        self._show_examples(answer)
        self.rehearse_button.setEnabled(answer is not None and not answer.is_blank)
        self._deeds.show_for(answer)

    def _starter_of(self, answer: Answer | None) -> ReframeStarter | None:
        if answer is None:
            return None
        return next((one for one in self._starters.values() if one.label == answer.title), None)

    def _show_examples(self, answer: Answer | None) -> None:
        """Say how a step may sound as long as it has a blank."""
        starter = self._starter_of(answer)
        texts = self.view.steps.texts
        examples = starter.example.texts if starter is not None else ("",) * len(texts)
        shown = [example if BLANK.search(text) else "" for text, example in zip(texts, examples, strict=True)]
        self.view.steps.show_examples(shown)

    def _show_whole(self, answer: Answer | None) -> None:
        self.view.answer.show_whole(self._reframes.assembled(answer) if answer is not None else "")

    def _take_typed(self, step: str) -> None:
        self.writing.touch(step)
        answer = self.writing.answer
        self._show_examples(answer)
        self._show_whole(answer)
        if answer is not None:
            self._judge.typed(answer)

    def _take_whole(self) -> None:
        """Put what was typed into the assembled answer back into its step."""
        answer, steps = self.writing.answer, self.view.steps
        shown = [replace(answer, texts=(text,)).whole if answer is not None else "" for text in steps.texts]
        changed = put_back(steps.texts, shown, self.view.answer.text.text)
        for key, before, after in zip(steps.editors, steps.texts, changed, strict=True):
            if before != after:
                steps.editors[key].set_text(after)
                self.writing.touch(key)
        answer = self.writing.answer
        if answer is not None:
            self._judge.typed(answer)

    def _leave(self) -> None:
        self.writing.rest()
        self._judge.settle()
        self._show_whole(self.writing.answer)

    def _start_from(self, key: str) -> None:
        """Fill the steps with a starter: an untouched answer takes it, otherwise it becomes one of its own."""
        starter, answer = self._starters[key], self.writing.answer
        self.writing.flush()
        label = self.tr("Start from “{weakness}”").format(weakness=starter.label)
        if answer is not None and (answer.is_blank or self._is_untouched(answer)):
            self.writing.change(label, texts=starter.texts, title=starter.label)
        elif answer is None or answer.texts != starter.texts:
            self._start_another(starter, label)
        self._read()
        self._show()
        self._select_blank()

    def _start_another(self, starter: ReframeStarter, label: str) -> None:
        try:
            edit = self._reframes.start(starter)
        except EnvironmentFault as fault:
            self._say_not_kept(fault)
            return
        self._undo.record(edit, label)
        if isinstance(edit.after, Answer):
            self.writing.put(edit.after)
            self._say_kept()

    def _is_untouched(self, answer: Answer) -> bool:
        return any(answer.texts == one.texts for one in self._starters.values())

    def _select_blank(self) -> None:
        """Let the user type over the first blank."""
        for key, text in self.view.steps.as_mapping().items():
            found = BLANK.search(text)
            if found:
                self.view.steps.select_in(key, found.start(), found.end())
                return
        self.view.steps.editors[next(iter(self.view.steps.editors))].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_begun(self, answer: Answer) -> None:
        """Take in that the first word has made an answer."""
        self._read()
        self._show_about(answer)
        self.place_changed.emit(self.place)

    def _take_report(self, judged: Answer, report: AnswerReport) -> None:
        answer = self.writing.answer
        if answer is not None and judged.id == answer.id:
            self._show_report(report)

    def _show_report(self, report: AnswerReport | None) -> None:
        lines = check_lines(report) if report is not None else ()
        self.view.checks.list.show_lines(lines)
        self.view.checks.show_nothing(nothing=not lines)
        self.view.follow()
        self._show_length(report)
        asking = sum(line.unfolds for line in lines)
        if report is not None and asking != self._asking and self.isVisible() and self._asking >= 0:
            self.announced.emit(
                self.tr("%n thing(s) to look at", "", asking) if asking else self.tr("Nothing more to look at")
            )
        self._asking = asking if report is not None else -1

    def _show_length(self, report: AnswerReport | None) -> None:
        if report is None or not report.total_words:
            self.view.answer.show_length("", is_good=True)
            return
        words = self.tr("%n word(s)", "", report.total_words)
        said = self.tr("{words}, {time}").format(words=words, time=clock_text(report.seconds))
        self.view.answer.show_length(said, is_good=report.length.value == "good")

    def _go(self, step: int) -> None:
        self._judge.settle()
        self.view.checks.list.go(step)

    def _rehearse(self) -> None:
        self.flush()
        answer = self.writing.stored
        if answer is not None:
            self.open_route.emit(f"prep/star/rehearse/{answer.id}")

    def _follow_step(self, change: Change) -> None:
        """Show what undo or redo has just brought back or changed."""
        answers = [edit.after for edit in change.edits if isinstance(edit.after, Answer)]
        if self.isVisible() and len(change.edits) == 1 and answers and not answers[0].in_trash:
            self._open(answers[0].id)

    def _say_kept(self) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _say_not_kept(self, fault: EnvironmentFault) -> None:
        report = SaveReport(
            SaveState.NOT_SAVED, reason=str(fault), action=self.tr("Try again"), act=self.flush, fault=fault
        )
        self.save_reported.emit(report)
