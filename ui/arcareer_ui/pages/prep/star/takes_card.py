"""Earlier takes of an answer: how long, how it went, and whether it is getting better."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, RowButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.clock_ring import clock_text
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.meters import Sparkline

FEW = 4


class TakeLine(NamedTuple):
    """One take: seconds, what to remark, when, and the note."""

    id: UUID
    seconds: int
    remark: str
    when: str
    good: bool
    note: str = ""


class TakesCard(Card):
    """The takes, the latest first. `opened` carries the one to look at again."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(18, 16, 14, 12), spacing=6)
        self.add_heading(self.tr("Your takes"))
        self._none = Label(self.tr("None yet. The first one is for finding the words."), "small", wrap=True)
        self.add(self._none)
        self._course = QWidget()
        line = column(self._course, spacing=2)
        self._spark = Sparkline()
        self.trend = Label("", "caption", wrap=True)
        line.addWidget(self._spark)
        line.addWidget(self.trend)
        self.add(self._course)
        self._rows = QWidget()
        self.add(self._rows)
        self.more_button = Button("", "link")
        self.add(self.more_button)
        self.body.setAlignment(self.more_button, Qt.AlignmentFlag.AlignLeft)
        self._lines: tuple[TakeLine, ...] = ()
        self._all = False
        self.buttons: list[RowButton] = []
        self.more_button.clicked.connect(self._show_all)

    @property
    def lines(self) -> tuple[TakeLine, ...]:
        """Return all takes."""
        return self._lines

    def show_takes(self, lines: Sequence[TakeLine], trend: str) -> None:
        """Show the takes of an answer; `trend` says how it goes."""
        self._lines, self._all = tuple(lines), False
        self.trend.setText(trend)
        self._course.setVisible(bool(trend) and len(lines) > 1)
        self._spark.set([line.seconds for line in reversed(self._lines)])
        self._none.setVisible(not lines)
        self._fill()

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        shown = self._lines if self._all else self._lines[:FEW]
        fresh = QWidget()
        column_ = column(fresh, spacing=2)
        self.buttons = []
        for line in shown:
            button = self._make_row(line)
            column_.addWidget(button)
            self.buttons.append(button)
        self.body.replaceWidget(self._rows, fresh)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = fresh
        hidden = len(self._lines) - len(shown)
        self.more_button.setVisible(hidden > 0)
        self.more_button.set_label(self.tr("Show %n more", "", hidden))

    def _make_row(self, line: TakeLine) -> RowButton:
        time = clock_text(line.seconds)
        button = RowButton(", ".join(part for part in (time, line.remark, line.when, line.note) if part))
        inner = row(button, margins=(0, 5, 6, 5), spacing=10)
        inner.addWidget(Label(time, "strong", tabular=True), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=1)
        words.addWidget(Label(line.remark, "small", "text", wrap=True))
        words.addWidget(Label(line.when, "caption", wrap=True))
        if line.note:
            words.addWidget(Label(line.note, "caption", "text2", wrap=True))
        inner.addLayout(words, 1)
        icon, colour = ("circle-check", "accent") if line.good else ("triangle-alert", "warn")
        inner.addWidget(Icon(icon, colour, 16), 0, Qt.AlignmentFlag.AlignVCenter)
        for child in button.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.clicked.connect(partial(self.opened.emit, line.id))
        return button
