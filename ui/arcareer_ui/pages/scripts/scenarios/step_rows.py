"""The first sixty minutes: a line for every step, to be ticked off while a run goes on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import RowButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import SIDE, paint_tick
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.meters import StepBar
from arcareer_ui.widgets.styling import Restyled, decorative
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer.content.playbook_models import PlaybookStep


class StepRow(RowButton):
    """One step; pressed it is ticked off, or its tick is taken back."""

    def __init__(self, step: PlaybookStep) -> None:
        super().__init__("")
        self.step = step
        self.setCheckable(True)
        self._tick = _Tick()
        minutes = self.tr("Minute {start} to {end}").format(start=step.start, end=step.end)
        self._text = Label(step.do, "body", wrap=True)
        line = row(self, margins=(8, 9, 8, 9), spacing=12)
        line.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=1)
        words.addWidget(Label(minutes, "caption"))
        words.addWidget(self._text)
        line.addLayout(words, 1)
        self.setAccessibleName(f"{minutes}: {step.do}")

    def show_state(self, *, running: bool, done: bool) -> None:
        """Show whether it can be ticked, and is."""
        self._tick.setVisible(running)
        self._tick.set_done(done=done)
        self.setChecked(done)
        self.setEnabled(running)
        self._text.set_tone("text2" if done else "")


class StepsCard(Card):
    """`ticked` carries a step's id and whether it is done."""

    ticked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 14, 14), spacing=8)
        self._count = Label("", "small", "text2", tabular=True)
        self.add_heading(self.tr("The first sixty minutes"), self._count)
        self._bar = StepBar(0, 1, "")
        self.add(self._bar)
        self._place = column(spacing=0)
        self.body.addLayout(self._place)
        self.rows: list[StepRow] = []

    def show_steps(self, steps: Sequence[PlaybookStep], done: Collection[str], *, running: bool) -> None:
        """Show the steps; they can be ticked while a run goes on."""
        if [one.step for one in self.rows] != list(steps):
            self._rebuild(steps)
        for one in self.rows:
            one.show_state(running=running, done=one.step.id in done)
        count = sum(one.step.id in done for one in self.rows)
        words = self.tr("{done} of {total} done").format(done=count, total=len(steps))
        self._count.setText(words if running or done else "")
        self._bar.setVisible(running or bool(done))
        self._bar.set(count, max(len(steps), 1), words)

    def first_open(self) -> QWidget | None:
        """Return the first step that is not ticked."""
        return next((one for one in self.rows if one.isEnabled() and not one.isChecked()), None)

    def _rebuild(self, steps: Sequence[PlaybookStep]) -> None:
        for old in self.rows:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [StepRow(step) for step in steps]
        for new in self.rows:
            new.clicked.connect(partial(self._tell, new))
            self._place.addWidget(new)
        follow_layout(self)

    def _tell(self, clicked: StepRow) -> None:
        self.ticked.emit(clicked.step.id, clicked.isChecked())


class _Tick(Restyled, QWidget):
    """The box before a step; its row says the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self._done = False
        decorative(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def set_done(self, *, done: bool) -> None:
        self._done = done
        self.update()

    def restyle(self) -> None:
        side = round(current_theme().px(SIDE))
        self.setFixedSize(QSize(side, side))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = Qt.CheckState.Checked if self._done else Qt.CheckState.Unchecked
        paint_tick(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), state, enabled=True)
