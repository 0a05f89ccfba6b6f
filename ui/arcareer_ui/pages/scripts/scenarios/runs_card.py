"""Past runs of a scenario, and those in the trash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.playbook_runs import PlaybookRun
from arcareer_ui.dates import short_date
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, RowButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.tab_order import follow_layout

MOST_SHOWN = 12


class RunsCard(Card):
    """`opened` carries the identity of a run, `restore_asked` a `PlaybookRun` out of the trash."""

    opened = Signal(object)
    restore_asked = Signal(object)

    def __init__(self, name_of: Callable[[UUID | None], str]) -> None:
        super().__init__(margins=(18, 14, 12, 14), spacing=6)
        self._name_of = name_of
        self.add_heading(self.tr("Runs so far"))
        self._none = Label(self.tr("None yet. A run keeps your ticks, notes and what came of it."), "small", wrap=True)
        self.add(self._none)
        self._place = column(spacing=2)
        self.body.addLayout(self._place)
        self._more = Label("", "caption")
        self.add(self._more)
        self._trash_title = Label("", "caption")
        self.add(self._trash_title)
        self._thrown = column(spacing=2)
        self.body.addLayout(self._thrown)
        self.rows: list[RowButton] = []
        self.restore_buttons: list[Button] = []
        self._parts: list[QWidget] = []

    def show_runs(self, runs: Sequence[PlaybookRun], thrown: Sequence[PlaybookRun], shown: UUID | None) -> None:
        """Show these runs, and which of them is on show."""
        for old in self._parts:
            old.hide()
            old.deleteLater()
        self.rows = [self._row(run, chosen=run.id == shown) for run in runs[:MOST_SHOWN]]
        for one in self.rows:
            self._place.addWidget(one)
        self.restore_buttons = []
        away = [self._trash_row(run) for run in thrown[:MOST_SHOWN]]
        for part in away:
            self._thrown.addWidget(part)
        self._parts = [*self.rows, *away]
        self._none.setVisible(not runs)
        more = max(len(runs) - MOST_SHOWN, 0)
        self._more.setText(self.tr("and %n before", "", more))
        self._more.setVisible(more > 0)
        self._trash_title.setText(self.tr("%n in the trash, kept for 30 days", "", len(thrown)))
        self._trash_title.setVisible(bool(thrown))
        follow_layout(self)

    def _row(self, run: PlaybookRun, *, chosen: bool) -> RowButton:
        title, state = self._words(run)
        button = RowButton(f"{title}. {state}")
        button.set_chosen(chosen)
        words = column(button, margins=(8, 6, 8, 6), spacing=0)
        words.addWidget(ElideLabel(title, "strong"))
        words.addWidget(ElideLabel(state, "caption", "text2"))
        button.clicked.connect(partial(self.opened.emit, run.id))
        return button

    def _trash_row(self, run: PlaybookRun) -> QWidget:
        title, _ = self._words(run)
        part = QWidget()
        line = row(part, margins=(8, 0, 0, 0), spacing=6)
        line.addWidget(ElideLabel(title, "small"), 1)
        button = Button(self.tr("Restore"), "link", name=self.tr("Restore: {run}").format(run=title))
        button.clicked.connect(partial(self.restore_asked.emit, run))
        self.restore_buttons.append(button)
        line.addWidget(button)
        return part

    def _words(self, run: PlaybookRun) -> tuple[str, str]:
        day = short_date(run.started_at.astimezone().date())
        name = self._name_of(run.customer)
        title = self.tr("{day}, {customer}").format(day=day, customer=name) if name else day
        if run.is_open:
            return title, self.tr("%n step(s) done, still open", "", len(run.done))
        return title, " ".join(run.outcome.split()) or self.tr("%n step(s) done", "", len(run.done))
