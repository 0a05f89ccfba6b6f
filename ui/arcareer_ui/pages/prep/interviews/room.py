"""Interviews: dates, facts, the plan until then, the crib, and what was asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.domain.answers import Answer, AnswerKind
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.interviews import Interview
from arcareer.domain.questions import Question
from arcareer.errors import EnvironmentFault
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.pages.prep.interviews.add_form import NewInterview
from arcareer_ui.pages.prep.interviews.asked_desk import AskedDesk
from arcareer_ui.pages.prep.interviews.crib_desk import CribDesk
from arcareer_ui.pages.prep.interviews.crib_view import CribView
from arcareer_ui.pages.prep.interviews.facts_card import AskLine
from arcareer_ui.pages.prep.interviews.plans import PlanWords
from arcareer_ui.pages.prep.interviews.reader import PlanReader
from arcareer_ui.pages.prep.interviews.view import ADD, DETAIL, PICKER, InterviewLine, InterviewsView
from arcareer_ui.pages.prep.interviews.words import days_words, title_words, when_words
from arcareer_ui.pages.prep.star.question_picker import QuestionPicker
from arcareer_ui.pages.prep.star.words import AnswerWords
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column

if TYPE_CHECKING:
    from arcareer.content.library import ContentLibrary
    from arcareer.domain.interview_plan import InterviewPlan
    from arcareer.services.adverts import AdvertAsk
    from arcareer.services.answers import AnswerService
    from arcareer.services.cribs import CribService
    from arcareer.services.interviews import InterviewService
    from arcareer.services.questions import QuestionService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController

PLACE = "prep/star/interviews"
CRIB = "crib"
A_WEEK = timedelta(days=7)
KINDS = (
    *(EntityKind.INTERVIEW, EntityKind.OCCASION, EntityKind.CRIB, EntityKind.ANSWER),
    *(EntityKind.REHEARSAL, EntityKind.OWN_QUESTION, EntityKind.CUSTOMER),
)


class InterviewsRoom(Tool):
    """Dates and everything about them. Routes: an interview's id, and `crib` behind it."""

    def __init__(
        self,
        *,
        interviews: InterviewService,
        answers: AnswerService,
        questions: QuestionService,
        cribs: CribService,
        content: ContentLibrary,
        undo: UndoController,
        acts: Acts,
        tasks: TaskRunner,
        dialogs: Dialogs,
        clock: Clock,
    ) -> None:
        super().__init__()
        self.header = QWidget(self)  # a room stands within a tab, which has one of its own
        self.header.hide()
        self._interviews, self._answers, self._questions = interviews, answers, questions
        self._acts, self._clock = acts, clock
        self._words = AnswerWords(content, self._question_words)
        self._plans = PlanWords(content, self._words)
        crib = CribView([(one.topic, one.text) for one in content.questions_to_ask])
        self.view = InterviewsView(crib, QuestionPicker(questions.all, self._words.label_of))
        self._desk: Desk[Interview] = Desk(
            self, undo, save=interviews.save, fetch=interviews.get, typed=self._typed, label=self.tr("Edit interview")
        )
        self.crib = CribDesk(
            crib, undo, cribs=cribs, answers=answers, name=self._words.title, tasks=tasks, dialogs=dialogs
        )
        self.asked = AskedDesk(
            self.view, acts, interviews=interviews, answers=answers, words=self._words, stored=self._stored
        )
        self._reader = PlanReader(interviews, tasks, self)
        self._all: tuple[Interview, ...] = ()
        column(self).addWidget(self.view)
        self._connect()
        self._start()

    def open(self, args: Sequence[str]) -> None:
        """Show what a route names: the id of an interview, and `crib` for its page."""
        if not args:
            return
        if not self._open(UUID(args[0])):
            self.noted.emit(self.tr("That interview is no longer there."))
        elif args[1:] == [CRIB] or args[1:] == (CRIB,):
            self._show_crib()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes is not None and not changes.affects(*KINDS):
            return
        there = self._desk.follow()
        self._read()
        if not there and self.view.middle != ADD:
            self._start()
            return
        self._show()
        if self.view.shows_crib:
            self.crib.refresh()

    def flush(self) -> None:
        """Keep what is typed."""
        self._desk.flush()
        self.crib.flush()

    @property
    def interview(self) -> Interview | None:
        """Return the interview on show, what is typed included."""
        return self._desk.value

    @property
    def first_focus(self) -> QWidget | None:
        """Return where the keyboard starts."""
        if self.view.shows_crib:
            return self.view.crib.opening
        return self.view.form.day if self.view.middle == ADD else self.view.list

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        if self.view.shows_crib:
            return (self.view.crib,)
        middle = {ADD: self.view.form, PICKER: self.view.picker, DETAIL: self.view.facts}[self.view.middle]
        return (self.view.list, middle, self.view.plan)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the room does for commands."""
        return {"new-item": self._begin}

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        interview = self._desk.stored
        if interview is None:
            return PLACE
        return f"interview/{interview.id}/{CRIB}" if self.view.shows_crib else f"interview/{interview.id}"

    @property
    def place_title(self) -> str:
        """Return what the interview on show is called."""
        return title_words(self._desk.stored) if self._desk.stored is not None else ""

    def _connect(self) -> None:
        view = self.view
        view.add_button.clicked.connect(self._begin)
        view.form.added.connect(self._add)
        view.form.left.connect(self._start)
        view.list.current_changed.connect(self._choose)
        view.list.removal_asked.connect(self._remove)
        for card in (view.facts, view.advert, view.after):
            card.touched.connect(lambda field: self._desk.touch(f"details/{field}"))
            card.left.connect(self._desk.rest)
        view.facts.day_picked.connect(self._move)
        view.facts.time_entered.connect(self._set_time)
        view.facts.crib_asked.connect(self._show_crib)
        view.facts.over_asked.connect(self._toggle_over)
        view.facts.remove_asked.connect(self._remove)
        view.advert.answer_chosen.connect(self._leave_for)
        view.advert.questions_asked.connect(lambda one: self._leave_for(f"prep/star/questions/on/{one}"))
        view.plan.ticked.connect(self._tick)
        view.plan.opened.connect(self._open_step)
        view.crib.back_asked.connect(self._leave_crib)
        self.asked.told.connect(self.told)
        self.asked.middle_asked.connect(self._show_middle)
        self.crib.kept.connect(self._say_kept)
        self.crib.troubled.connect(self._say_not_kept)
        self.crib.noted.connect(self.noted)
        self._reader.ready.connect(self._take_plan)
        self._desk.saved.connect(lambda _: self._say_kept())
        self._desk.troubled.connect(lambda fault, *_: self._say_not_kept(fault))
        self._desk.conflict.connect(lambda *_: self._desk.settle(keep_mine=True))

    def _start(self) -> None:
        """Begin with the interview that comes next; without any, offer to add one."""
        self._read()
        coming = self._interviews.next() or next(iter(self._all), None)
        self._desk.put(coming)
        if coming is None:
            self._begin()
        else:
            self._show_middle(DETAIL)
            self._show()

    def _read(self) -> None:
        self._all = self._interviews.all()
        today = self._clock.today()
        self.view.list.show_lines(
            [
                InterviewLine(one.id, title_words(one), when_words(one, today), days_words(one, today))
                for one in self._all
            ]
        )

    def _show_middle(self, middle: str) -> None:
        self.view.show_middle(middle, some=bool(self._all))

    def _begin(self) -> None:
        self.flush()
        self._leave_crib()
        self.view.form.start(self._clock.today() + A_WEEK, can_leave=bool(self._all))
        self._show_middle(ADD)
        self.view.form.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, new: NewInterview) -> None:
        added: list[UUID] = []

        def add() -> Any:
            change = self._interviews.add(new.on, new.company, new.role)
            added.append(change.edits[0].after.id)  # type: ignore[union-attr]
            return change

        if self._acts.do(add, self.tr("Add interview")):
            self._open(added[0])
            self.told.emit(self.tr("Interview added"))

    def _open(self, identity: UUID) -> bool:
        interview = self._interviews.get(identity)
        if interview is None:
            return False
        self._leave_crib()
        self._desk.put(interview)
        self._read()
        self._show_middle(DETAIL)
        self._show()
        self.view.to_top()
        self._note_place()
        return True

    def _choose(self, line: InterviewLine | None) -> None:
        shown = self._desk.stored
        if line is not None and (shown is None or shown.id != line.id or self.view.middle == ADD):
            self._open(line.id)

    def _show(self) -> None:
        interview = self._desk.value
        if interview is None:
            return
        self.view.list.choose(interview.id)
        self.view.facts.show_interview(interview, title_words(interview))
        self.view.advert.text.set_text(interview.details.advert)
        self.view.plan.setVisible(self.view.middle != ADD and not self._is_past(interview))
        self.asked.show(interview)
        self._reader.read(interview)
        self.view.follow()

    def _is_past(self, interview: Interview) -> bool:
        return interview.details.is_over or interview.days_left(self._clock.today()) < 0

    def _take_plan(self, interview: Interview, asks: Sequence[AdvertAsk], plan: InterviewPlan) -> None:
        lines = [self._ask_line(one) for one in asks]
        self.view.advert.show_asks(lines, has_advert=bool(interview.details.advert.strip()))
        if not self._is_past(interview):
            self.view.plan.show_plan(*self._plans.lines(plan, interview, self._clock.today()))
        self.view.follow()

    def _ask_line(self, one: AdvertAsk) -> AskLine:
        answers = [(self._words.title(answer), _route_of(answer)) for answer in one.answers]
        return AskLine(one.competency, self._words.label_of(one.competency), one.words, one.fit, answers)

    def _typed(self, interview: Interview) -> Mapping[str, Any]:
        texts: dict[str, Any] = {
            **self.view.facts.texts,
            "advert": self.view.advert.text.text,
            "debrief": self.view.after.debrief.text,
        }
        asked, notes = interview.details.asked, self.view.after.notes_typed
        if len(notes) == len(asked):
            texts["asked"] = tuple(replace(one, note=note) for one, note in zip(asked, notes, strict=True))
        return {"details": replace(interview.details, **texts)}

    def _move(self, day: date | None) -> None:
        interview = self._desk.value
        if interview is not None and day is not None and day != interview.on:
            self._desk.change(self.tr("Move interview"), occasion=replace(interview.occasion, happens_on=day))

    def _set_time(self, starts_at: time | None) -> None:
        interview = self._desk.value
        if interview is not None and starts_at != interview.starts_at:
            self._desk.change(self.tr("Set the time"), details=replace(interview.details, starts_at=starts_at))

    def _stored(self) -> Interview | None:
        self._desk.flush()
        return self._desk.stored

    def _tick(self, key: str, done: bool) -> None:  # noqa: FBT001 - the shape of the card's signal
        interview = self._stored()
        if interview is not None:
            label = self.tr("Tick step") if done else self.tr("Untick step")
            self._acts.do(partial(self._interviews.tick, interview, key, done=done), label)

    def _toggle_over(self) -> None:
        interview = self._stored()
        if interview is None:
            return
        over = not interview.details.is_over
        words = self.tr("Interview is over") if over else self.tr("Interview is still to come")
        if self._acts.do(partial(self._interviews.mark_over, interview, over=over), words):
            self.told.emit(words)

    def _remove(self) -> None:
        interview = self._stored()
        if interview is None:
            return
        self._desk.put(None)
        if self._acts.do(partial(self._interviews.remove, interview), self.tr("Remove interview")):
            self._start()
            self.told.emit(self.tr("Interview removed"))

    def _open_step(self, route: str) -> None:
        if route == CRIB:
            self._show_crib()
        elif route:
            self._leave_for(route)
        else:
            self.view.advert.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_crib(self) -> None:
        self.flush()
        interview = self._desk.stored
        if interview is not None:
            self.view.show_crib(shown=True)
            self.crib.show(interview.id)
            self.view.crib.opening.setFocus(Qt.FocusReason.OtherFocusReason)
            self._note_place()

    def _leave_crib(self) -> None:
        if self.view.shows_crib:
            self.crib.flush()
            self.view.show_crib(shown=False)
            self._show()
            self.view.facts.crib_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._note_place()

    def _leave_for(self, route: str) -> None:
        self.flush()
        self.open_route.emit(route)

    def _question_words(self, key: str) -> str:
        found: Question | None = self._questions.get(key) if key else None
        return found.text if found is not None else ""

    def _note_place(self) -> None:
        if self.isVisible():
            self.place_changed.emit(self.place)

    def _say_kept(self) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _say_not_kept(self, fault: EnvironmentFault) -> None:
        report = SaveReport(
            SaveState.NOT_SAVED, reason=str(fault), action=self.tr("Try again"), act=self.flush, fault=fault
        )
        self.save_reported.emit(report)


def _route_of(answer: Answer) -> str:
    return f"prep/weakness-reframe/{answer.id}" if answer.kind is AnswerKind.REFRAME else f"answer/{answer.id}"
