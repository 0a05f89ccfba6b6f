"""The scenario on show: what it is, whether a run goes on, and the next thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from arcareer_ui.dates import date_and_time
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry

if TYPE_CHECKING:
    from arcareer.content.playbook_models import Playbook
    from arcareer.domain.playbook_runs import PlaybookRun

START, FINISH, REOPEN, TRASH, LEAVE, WIN, ANSWER = "start", "finish", "reopen", "trash", "leave", "win", "answer"


class HeadCard(Card):
    """`acted` carries what is to be done."""

    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 18), spacing=12)
        self._icon = Icon("workflow", "accent", 22)
        self._title = Label("", "h2", wrap=True)
        self._trigger = Label("", "body", "text2", wrap=True)
        self.state = Chip("")
        entries = (MenuEntry(TRASH, self.tr("Move this run to the trash"), "trash-2"),)
        self.menu = MenuButton(self.tr("More actions for this run"), entries, size="compact")
        self.start_button = Button(self.tr("Start the first hour"), "primary", icon="play")
        self.finish_button = Button(self.tr("Finish"), "primary", icon="check")
        self.reopen_button = Button(self.tr("Reopen"), icon="rotate-ccw")
        self.win_button = Button(self.tr("Log as win"), icon="trophy")
        self.answer_button = Button(self.tr("Make a STAR answer"), icon="messages-square")
        self.leave_button = Button(self.tr("Leave the run"), "quiet", icon="arrow-left")
        top = row(spacing=10)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 1)
        top.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        words = column(spacing=2)
        words.addWidget(Label(self.tr("It starts like this"), "caption"))
        words.addWidget(self._trigger)
        self.body.addLayout(words)
        self._states = FlowBox(self.state)
        self.add(self._states)
        self._buttons = {
            START: self.start_button,
            FINISH: self.finish_button,
            WIN: self.win_button,
            ANSWER: self.answer_button,
            REOPEN: self.reopen_button,
            LEAVE: self.leave_button,
        }
        self.add(FlowBox(*self._buttons.values()))
        for act, button in self._buttons.items():
            button.clicked.connect(lambda _=False, act=act: self.acted.emit(act))
        self.menu.chosen.connect(self.acted)

    def show_playbook(self, playbook: Playbook) -> None:
        """Show which scenario this is."""
        self._icon.set(playbook.icon, "accent")
        self._title.setText(playbook.title)
        self._trigger.setText(playbook.trigger)

    def show_run(self, run: PlaybookRun | None, *, has_win: bool, has_answer: bool) -> None:
        """Show a run of it, or how one is started."""
        self.menu.setVisible(run is not None)
        self._states.setVisible(run is not None)
        finished = run is not None and run.finished_at is not None
        shown = {
            START: run is None,
            FINISH: run is not None and not finished,
            REOPEN: finished,
            WIN: run is not None and not has_win,
            ANSWER: run is not None and not has_answer,
            LEAVE: run is not None,
        }
        for act, button in self._buttons.items():
            button.setVisible(shown[act])
        self.win_button.set_kind("primary" if finished else "secondary")
        if run is None:
            return
        if run.finished_at is not None:
            when = date_and_time(run.finished_at)
            self.state.set(self.tr("Finished {when}").format(when=when), "plain", "circle-check")
        else:
            when = date_and_time(run.started_at)
            self.state.set(self.tr("Started {when}").format(when=when), "accent", "timer")

    def first_stop(self) -> Button:
        """Return the first button on show."""
        return next(button for button in self._buttons.values() if not button.isHidden())
