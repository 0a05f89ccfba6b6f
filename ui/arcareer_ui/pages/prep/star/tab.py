"""The tab STAR answers: its modes, and what they ask of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from arcareer.clock import Clock
from arcareer.domain.answers import Answer, AnswerKind
from arcareer.domain.changes import Change, ChangeSet, EntityKind
from arcareer.errors import EnvironmentFault
from arcareer_ui.acts import Acts
from arcareer_ui.pages.prep.star.rooms import StarParts, make_rehearsal_room, make_write_room
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.segment import Segment

if TYPE_CHECKING:
    from arcareer.content.library import ContentLibrary
    from arcareer.services.answers import AnswerService
    from arcareer.services.copying import CopyService
    from arcareer.services.interviews import InterviewService
    from arcareer.services.journal import JournalService
    from arcareer.services.questions import QuestionService
    from arcareer.services.rehearsals import RehearsalService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.pages.prep.star.rehearsal_room import RehearsalRoom
    from arcareer_ui.pages.prep.star.take_clock import Now
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

PLACE = "prep/star"
WRITE, QUESTIONS, REHEARSE, INTERVIEWS = "write", "questions", "rehearse", "interviews"
FROM_WIN, FROM_QUESTION, EXAMPLES, NEW = "from-win", "from-question", "examples", "new"
MODE_STATE, LENGTH_STATE = "star/mode", "star/length"
USUAL_SECONDS = "120"
HEARD = (
    EntityKind.ANSWER,
    EntityKind.REHEARSAL,
    EntityKind.OWN_QUESTION,
    EntityKind.INTERVIEW,
    EntityKind.OCCASION,
    EntityKind.CUSTOMER,
)


class StarTab(Tool):
    """Write and Rehearse, and the modes that are handed over: the question bank and the interviews.

    Routes after the tab: an answer's id, `from-win/<id>`, `from-question/<key>`, `new`, `examples[/<id>]`,
    `rehearse[/<id>]`, `questions[/…]` and `interviews[/…]`.
    """

    def __init__(
        self,
        *,
        answers: AnswerService,
        rehearsals: RehearsalService,
        questions: QuestionService,
        interviews: Callable[[], InterviewService],
        journal: JournalService,
        copying: Callable[[], CopyService],
        content: ContentLibrary,
        undo: UndoController,
        acts: Acts,
        tasks: TaskRunner,
        dialogs: Dialogs,
        state: WindowState,
        clock: Clock,
        pace: Callable[[], int],
        bank: Callable[[], Tool] | None = None,
        dates: Callable[[], Tool] | None = None,
        now: Now = monotonic,
    ) -> None:
        """`bank` and `dates` make question bank and interviews when first shown; `now` is the rehearsals' clock.

        `pace` returns how many words are said in a minute.
        """
        super().__init__()
        self._answers, self._interviews, self._state, self._clock = answers, interviews, state, clock
        makers = {QUESTIONS: bank, INTERVIEWS: dates}
        self._makers = {mode: make for mode, make in makers.items() if make is not None}
        self._guests: dict[str, Tool] = {}
        self._now = now
        self._parts = StarParts(
            answers=answers,
            rehearsals=rehearsals,
            questions=questions,
            journal=journal,
            copying=copying,
            content=content,
            undo=undo,
            acts=acts,
            tasks=tasks,
            dialogs=dialogs,
            days_left=self._days_left,
            pace=pace,
        )
        self.write = make_write_room(self._parts, self)
        self._rehearsal: RehearsalRoom | None = None
        self._modes = QStackedWidget()
        self._modes.addWidget(self.write.view)
        column(self).addWidget(self._modes)
        titles = {
            WRITE: self.tr("Write"),
            QUESTIONS: self.tr("Question bank"),
            REHEARSE: self.tr("Rehearse"),
            INTERVIEWS: self.tr("Interviews"),
        }
        options = [(mode, title) for mode, title in titles.items() if mode in (WRITE, REHEARSE, *self._makers)]
        self.segment = Segment(self.tr("STAR answers"), options, WRITE)
        self.header = self.segment
        self.segment.chosen.connect(self._choose_mode)
        undo.stepped.connect(self._follow_step)
        self._connect_write()
        self.write.start()
        known = state.text(MODE_STATE, WRITE)
        if known != WRITE and known in dict(options):
            self.show_mode(known)

    @property
    def mode(self) -> str:
        """Return the mode on show."""
        return self.segment.current

    @property
    def rehearsal(self) -> RehearsalRoom:
        """Return Rehearse; it is made when it is first asked for."""
        if self._rehearsal is None:
            seconds = int(self._state.text(LENGTH_STATE, USUAL_SECONDS))
            self._rehearsal = room = make_rehearsal_room(self._parts, seconds, self._now)
            self._modes.addWidget(room.view)
            for name in ("told", "noted", "announced"):
                getattr(room, name).connect(getattr(self, name))
            room.kept.connect(self._say_kept)
            room.troubled.connect(self._say_not_kept)
            room.write_asked.connect(partial(self.show_mode, WRITE))
            room.moved.connect(self._note_place)
            room.length_chosen.connect(lambda length: self._state.remember(LENGTH_STATE, str(length)))
        return self._rehearsal

    def show_mode(self, mode: str) -> None:
        """Show a mode; what is typed in the one before is kept."""
        self.flush()
        self.segment.set_current(mode)
        self._state.remember(MODE_STATE, mode)
        if self._rehearsal is not None and mode != REHEARSE:
            self._rehearsal.pause()
        if mode == REHEARSE:
            answer = self.write.answer
            self.rehearsal.enter(answer.id if answer is not None and not answer.is_blank else None)
            self._modes.setCurrentWidget(self.rehearsal.view)
        elif mode in self._makers:
            self._modes.setCurrentWidget(self._guest(mode))
        else:
            self._modes.setCurrentWidget(self.write.view)
            self.write.show()

    def open(self, args: Sequence[str]) -> None:
        """Show what a route names."""
        head, rest = (args[0], tuple(args[1:])) if args else ("", ())
        if head == REHEARSE:
            self._open_rehearsal(rest)
        elif head in self._makers:
            self.show_mode(head)
            self._guest(head).open(rest)
        elif head:
            self._open_in_write(head, rest)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        for guest in self._guests.values():
            guest.refresh(changes)
        if changes is not None and not changes.affects(*HEARD):
            return
        self.write.refresh(changes)
        if self._rehearsal is not None:
            self._rehearsal.refresh()

    def flush(self) -> None:
        """Keep what is typed."""
        self.write.writing.flush()
        if self._rehearsal is not None:
            self._rehearsal.flush()
        for guest in self._guests.values():
            guest.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let no clock run while nobody sees it."""
        super().hideEvent(event)
        if self._rehearsal is not None:
            self._rehearsal.pause()

    @property
    def first_focus(self) -> QWidget | None:
        """Return where the keyboard starts."""
        if self.mode == REHEARSE:
            return self.rehearsal.first_focus
        if self.mode in self._makers:
            return self._guest(self.mode).first_focus
        return self.write.first_focus

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        if self.mode == REHEARSE:
            view = self.rehearsal.view
            return (view.stage, view.takes)
        if self.mode in self._makers:
            return self._guest(self.mode).regions
        write = self.write.view
        return (write.panel, write.middle_part, write.analysis)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the tab does for commands."""
        if self.mode in self._makers:
            return {"rehearse": self.show_rehearsal, **self._guest(self.mode).handlers}
        write: dict[str, Callable[[], None]] = {
            "new-item": self._begin_blank,
            "rename": self.write.deeds.rename,
            "check-wording": self.write.deeds.check_wording,
            "next-finding": partial(self.write.go, 1),
            "previous-finding": partial(self.write.go, -1),
        }
        return {**(write if self.mode == WRITE else {}), "rehearse": self.show_rehearsal}

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        if self.mode == REHEARSE:
            answer = self.rehearsal.answer
            return f"{PLACE}/{REHEARSE}/{answer.id}" if answer is not None else f"{PLACE}/{REHEARSE}"
        if self.mode in self._makers:
            return self._guest(self.mode).place
        answer = self.write.answer
        return f"answer/{answer.id}" if answer is not None else PLACE

    @property
    def place_title(self) -> str:
        """Return the name of the answer on show."""
        if self.mode in self._makers:
            return self._guest(self.mode).place_title
        answer = self.rehearsal.answer if self.mode == REHEARSE else self.write.answer
        return self._parts.words.title(answer) if answer is not None else ""

    def show_rehearsal(self) -> None:
        """Rehearse the answer on show."""
        self.show_mode(REHEARSE)
        self.rehearsal.focus()
        self._note_place()

    def _connect_write(self) -> None:
        room = self.write
        room.announced.connect(self.announced)
        room.moved.connect(self._note_place)
        room.deeds.told.connect(self.told)
        room.deeds.noted.connect(self.noted)
        room.deeds.route_asked.connect(self._leave_for)
        room.starts.started.connect(self._show_started)
        room.starts.blank_asked.connect(self._begin_blank)
        room.starts.refused.connect(self.noted)
        room.view.next.rehearse_button.clicked.connect(self.show_rehearsal)
        room.writing.kept.connect(self._say_kept)
        room.writing.troubled.connect(self._say_not_kept)
        room.writing.refused.connect(self.noted)

    def _open_rehearsal(self, args: Sequence[str]) -> None:
        self.show_mode(REHEARSE)
        if args and not self.rehearsal.enter(UUID(args[0])):
            self.noted.emit(self.tr("That answer has no words yet, or is no longer there."))
        self.rehearsal.focus()

    def _open_in_write(self, head: str, rest: Sequence[str]) -> None:
        self.show_mode(WRITE)
        starts = self.write.starts
        if head == FROM_WIN and rest:
            starts.from_win(UUID(rest[0]), rest[1] if len(rest) > 1 else "")
        elif head == FROM_QUESTION and rest:
            starts.from_question(rest[0])
        elif head == EXAMPLES:
            starts.show_examples(rest[0] if rest else "")
        elif head == NEW:
            self._begin_blank()
        elif head not in (FROM_WIN, FROM_QUESTION, WRITE):
            self._open_answer(UUID(head))

    def _open_answer(self, identity: UUID) -> None:
        answer = self._answers.get(identity)
        if answer is not None and answer.kind is AnswerKind.REFRAME:
            self.open_route.emit(f"prep/weakness-reframe/{identity}")
        elif not self.write.open(identity, edit=True):
            self.noted.emit(self.tr("That answer is no longer there."))

    def _show_started(self, answer: Answer) -> None:
        self.write.open(answer.id, edit=True)
        self.announced.emit(self.tr("Answer begun"))
        self.place_made.emit(self.place)

    def _begin_blank(self) -> None:
        self.write.begin()
        self.write.focus_text()

    def _choose_mode(self, mode: str) -> None:
        self.show_mode(mode)
        self._note_place()

    def _guest(self, mode: str) -> Tool:
        """Return a mode that was handed over; it is made when it is first asked for."""
        guest = self._guests.get(mode)
        if guest is None:
            self._guests[mode] = guest = self._makers[mode]()
            self._modes.addWidget(guest)
            for name in ("open_route", "place_changed", "announced", "told", "noted", "save_reported"):
                getattr(guest, name).connect(getattr(self, name))
        return guest

    def _leave_for(self, route: str) -> None:
        self.flush()
        self.open_route.emit(route)

    def _follow_step(self, change: Change) -> None:
        """Show what undo or redo has just brought back or changed."""
        if self.isVisible() and self.mode == WRITE:
            self.write.follow_step(change)

    def _days_left(self) -> int | None:
        coming = self._interviews().next()
        return coming.days_left(self._clock.today()) if coming is not None else None

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
