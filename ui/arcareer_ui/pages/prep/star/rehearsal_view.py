"""The layout of Rehearse: the stage with clock, question and cue words; takes and follow-up questions beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.prep.star.cue_cards import CueCards
from arcareer_ui.pages.prep.star.rating import RatingPanel, ScaleWords
from arcareer_ui.pages.prep.star.takes_card import TakesCard
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.clock_ring import ClockRing
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.icon import Icon, KeyHint
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.widgets.tab_order import follow_layout

STACKED_BELOW, SIDE_WIDTH = 820, 290
LOW = 600
READY, RUNNING, PAUSED, FINISHED = "ready", "running", "paused", "finished"
MOST_FOLLOW_UPS = 4


class Stage(Card):
    """The card that is spoken to. `key_pressed` carries the keys of a rehearsal while it has the keyboard."""

    key_pressed = Signal(int)

    KEYS = (
        Qt.Key.Key_Space,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
    )

    def __init__(self) -> None:
        super().__init__(margins=(40, 24, 40, 24), spacing=10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of a rehearsal."""
        if event.key() in self.KEYS:
            self.key_pressed.emit(event.key())
            return
        super().keyPressEvent(event)


class RehearsalView(QWidget):
    """Everything in Rehearse. Which buttons show follows from `show_state`."""

    def __init__(self, ring: ClockRing, lengths: Sequence[tuple[str, str]], scales: Sequence[ScaleWords]) -> None:
        super().__init__()
        self.ring = ring
        self.stage = Stage()
        self.answer = Combo(self.tr("Answer to rehearse"), ())
        self.length = Segment(self.tr("How long"), lengths)
        self.take = Chip("")
        self.goal = Label("", "small", tabular=True)
        self.time = Label("", "timer", tabular=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.question = Label("", "h1", wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.hint = Label("", "small", wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.cues = CueCards()
        self.cue_button = Button(self.tr("Change cue words"), "link", icon="pencil", checkable=True)
        self.start_button = Button(self.tr("Start"), "primary", icon="play")
        self.pause_button = Button(self.tr("Pause"), icon="pause")
        self.next_button = Button(self.tr("Next part"), "primary", icon="skip-forward")
        self.finish_button = Button(self.tr("Finish"), icon="square")
        self.rating = RatingPanel(scales)
        self.again_button = Button(self.tr("Say it again"), icon="rotate-ccw")
        self.remove_button = Button(self.tr("Remove this take"), "quiet", icon="trash-2")
        self.on_button = Button(self.tr("Next question"), "primary", icon="skip-forward")
        self.takes = TakesCard()
        self.follow_ups = Card(margins=(18, 16, 18, 14), spacing=8)
        self._follow_rows = QWidget()
        self.write_button = Button(self.tr("Go to Write"), "primary", icon="pen-line")
        self._keys = self._make_keys()
        self._state = READY
        self._lay_out()
        for button in (self.pause_button, self.next_button, self.finish_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the stage
            button.installEventFilter(self)

    @property
    def state(self) -> str:
        """Return what is going on."""
        return self._state

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Space, the arrows and Esc mean the same on the stage's buttons; Enter presses them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            others = {Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Escape}
            if event.key() in others:
                self.stage.key_pressed.emit(event.key())
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the clock leave room for what is said, where the window is low."""
        super().resizeEvent(event)
        self.ring.set_small(self.height() < LOW * current_theme().scale)

    def show_something(self, some: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Show the stage, or that there is nothing to say yet."""
        self._empty.setVisible(not some)
        self.columns.setVisible(some)

    def show_state(self, state: str) -> None:
        """Show what belongs to before, while and after."""
        self._state = state
        ready, after = state == READY, state == FINISHED
        speaking = state in (RUNNING, PAUSED)
        shown: tuple[tuple[bool, tuple[QWidget, ...]], ...] = (
            (ready, (self.answer, self.length, self.start_button, self.cue_button)),
            (not ready, (self.take, self.goal)),
            (speaking, (self.pause_button, self.next_button, self.finish_button)),
            (not after, (self.ring,)),
            (after, (self.time, self.rating, self.again_button, self.remove_button, self.on_button)),
        )
        for is_shown, parts in shown:
            for part in parts:
                part.setVisible(is_shown)
        policy = self.cue_button.sizePolicy()
        policy.setRetainSizeWhenHidden(not after)  # so that the clock does not jump at the start
        self.cue_button.setSizePolicy(policy)
        self._keys[READY].setVisible(ready)
        self._keys[RUNNING].setVisible(speaking)
        self._keys[FINISHED].setVisible(after)
        self.pause_button.set_label(self.tr("Go on") if state == PAUSED else self.tr("Pause"))
        self.pause_button.set_icon("play" if state == PAUSED else "pause")
        if not ready:
            self.cue_button.setChecked(False)
        follow_layout(self)

    def show_follow_ups(self, texts: Sequence[str]) -> None:
        """Show what may be asked next."""
        fresh = QWidget()
        lines = column(fresh, spacing=8)
        for text in texts[:MOST_FOLLOW_UPS]:
            line = row(spacing=8)
            line.addWidget(Icon("corner-down-right", "text3", 15), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(text, "small", "text", wrap=True), 1)
            lines.addLayout(line)
        self.follow_ups.body.replaceWidget(self._follow_rows, fresh)
        self._follow_rows.hide()
        self._follow_rows.deleteLater()
        self._follow_rows = fresh
        self.follow_ups.setVisible(bool(texts))

    def _make_keys(self) -> dict[str, FlowBox]:
        space, right, left = self.tr("Space"), "→", "←"
        hints = {
            READY: ((space, self.tr("start")),),
            RUNNING: (
                (space, self.tr("pause")),
                (right, self.tr("next part")),
                (left, self.tr("back")),
                (self.tr("Enter"), self.tr("finish")),
                (self.tr("Esc"), self.tr("leave")),
            ),
            FINISHED: (
                (self.tr("1 to 5"), self.tr("mark")),
                (self.tr("Tab"), self.tr("next")),
                (self.tr("Esc"), self.tr("back to the start")),
            ),
        }
        return {state: _key_row(pairs) for state, pairs in hints.items()}

    def _lay_out(self) -> None:
        stage = self.stage
        top = row(spacing=8)
        top.addWidget(self.answer, 1)
        top.addWidget(self.take)
        top.addStretch(0)
        top.addWidget(self.length)
        top.addWidget(self.goal)
        stage.add(top)
        stage.body.addStretch(2)
        stage.add(_centred(self.ring))
        stage.add(self.time)
        stage.body.addSpacing(10)
        stage.add(self.question)
        stage.add(self.hint)
        stage.body.addSpacing(8)
        stage.add(self.cues)
        stage.add(_centred(self.cue_button))
        stage.add(self.rating)
        stage.body.addStretch(2)
        stage.add(_centred(self.start_button, self.pause_button, self.next_button, self.finish_button))
        stage.add(_centred(self.again_button, self.remove_button, self.on_button))
        for keys in self._keys.values():
            stage.add(_centred(keys))
        side = column(spacing=14)
        self.follow_ups.add_heading(self.tr("They may ask next"))
        self.follow_ups.add(self._follow_rows)
        side.addWidget(self.takes)
        side.addWidget(self.follow_ups)
        side.addStretch(1)
        note = row(spacing=8)
        note.addWidget(Icon("mic-off", "text3", 15), 0, Qt.AlignmentFlag.AlignTop)
        said = self.tr("Nothing is recorded. Only the time and your own rating are kept.")
        note.addWidget(Label(said, "caption", wrap=True), 1)
        side.addLayout(note)
        self.columns = Columns(STACKED_BELOW)
        self.columns.add(stage, 1)
        self.columns.add(side, 0, SIDE_WIDTH)
        self._empty = Card()
        self._empty.add(
            EmptyState(
                "mic",
                self.tr("Write an answer first"),
                self.tr("A few words in each part are enough to say it once against the clock."),
                action=self.write_button,
            ),
            1,
        )
        body = QWidget()
        lines = column(body, margins=(0, 16, 20, 20))
        lines.addWidget(self.columns, 1)
        lines.addWidget(self._empty, 1)
        column(self).addWidget(Scroll(body))


def _centred(*parts: QWidget) -> QWidget:
    holder = QWidget()
    line = row(holder, spacing=10)
    line.addStretch(1)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return holder


def _key_row(pairs: Sequence[tuple[str, str]]) -> FlowBox:
    parts: list[QWidget] = []
    for key, words in pairs:
        pair = QWidget()
        line = row(pair, spacing=6)
        line.addWidget(KeyHint(key))
        line.addWidget(Label(words, "caption"))
        parts.append(pair)
    return FlowBox(*parts, spacing=14)
