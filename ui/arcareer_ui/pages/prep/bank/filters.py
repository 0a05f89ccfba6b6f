"""What the bank shows: words, competency, level, kind, and how well an answer serves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.questions import Fit, Level, QuestionKind
from arcareer_ui.commands import native_keys
from arcareer_ui.pages.prep.bank.words import kind_words, level_words
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.choice_chips import ChoiceChips
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.line_edit import SearchField

ALL, GENERAL, OWN = "all", "general", "own"
FEWEST_LETTERS = 8


class Wanted(NamedTuple):
    """What is asked for; None and empty where anything fits. `competency` may be GENERAL or OWN."""

    text: str = ""
    competency: str = ALL
    level: Level | None = None
    kind: QuestionKind | None = None
    fit: Fit | None = None


class FilterBar(QWidget):
    """`changed` comes with every change; `wanted` is what is asked for."""

    changed = Signal()
    add_asked = Signal()
    coverage_asked = Signal()

    def __init__(self, competencies: Sequence[tuple[str, str]]) -> None:
        """`competencies` are id and label of each."""
        super().__init__()
        self.search = SearchField(self.tr("Search questions"))
        self.add_button = IconButton(
            "plus", self.tr("Add a question of your own"), shortcut=native_keys("Ctrl+Shift+N")
        )
        self.coverage_button = Button(self.tr("Coverage"), icon="table-2")
        self.competency = Combo(
            self.tr("Competency"),
            [
                (ALL, self.tr("All competencies")),
                (GENERAL, self.tr("Asked of everyone")),
                *competencies,
                (OWN, self.tr("Your own questions")),
            ],
            size="compact",
        )
        self.level = Combo(
            self.tr("Level"),
            [(ALL, self.tr("All levels")), *((one.value, level_words(one)) for one in Level)],
            size="compact",
        )
        self.kind = Combo(
            self.tr("Kind of question"),
            [(ALL, self.tr("All kinds")), *((one.value, kind_words(one)) for one in QuestionKind)],
            size="compact",
        )
        self.fit = ChoiceChips(
            self.tr("How well your answers serve"),
            [
                (ALL, self.tr("All")),
                (Fit.STRONG.value, self.tr("Strong")),
                (Fit.WORKABLE.value, self.tr("Workable")),
                (Fit.GAP.value, self.tr("Gaps")),
            ],
        )
        self._count = Label("", "caption")
        self._lay_out()
        for combo in (self.competency, self.level, self.kind):
            combo.chosen.connect(lambda _: self.changed.emit())
        self.fit.chosen.connect(lambda _: self.changed.emit())
        self.search.searched.connect(lambda _: self.changed.emit())
        self.add_button.clicked.connect(self.add_asked)
        self.coverage_button.clicked.connect(self.coverage_asked)

    @property
    def wanted(self) -> Wanted:
        """Return what is asked for."""
        return Wanted(
            self.search.text(),
            self.competency.current,
            None if self.level.current == ALL else Level(self.level.current),
            None if self.kind.current == ALL else QuestionKind(self.kind.current),
            None if self.fit.current == ALL else Fit(self.fit.current),
        )

    @property
    def is_narrow(self) -> bool:
        """Return whether anything is left out."""
        return self.wanted != Wanted()

    def clear(self) -> None:
        """Ask for everything."""
        self.search.set_text("")
        for combo in (self.competency, self.level, self.kind):
            combo.set_current(ALL)
        self.fit.set_current(ALL)

    def show_count(self, words: str) -> None:
        """Say how many questions there are."""
        self._count.setText(words)

    def remembered(self) -> str:
        """Return the choices as text for the window's memory."""
        return "/".join((self.competency.current, self.level.current, self.kind.current, self.fit.current))

    def recall(self, text: str) -> None:
        """Choose as `remembered` said; what is not known any more stays open."""
        parts = text.split("/")
        if len(parts) != len((self.competency, self.level, self.kind, self.fit)):
            return
        for combo, value in zip((self.competency, self.level, self.kind), parts, strict=False):
            if combo.findData(value) >= 0:
                combo.set_current(value)
        if parts[-1] in self.fit.ids:
            self.fit.set_current(parts[-1])

    def _lay_out(self) -> None:
        layout = column(self, spacing=10)
        top = row(spacing=8)
        top.addWidget(self.search, 1)
        top.addWidget(self.coverage_button)
        top.addWidget(self.add_button)
        layout.addLayout(top)
        choices = row(spacing=8)
        for combo, share in ((self.competency, 5), (self.level, 3), (self.kind, 3)):
            combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(FEWEST_LETTERS)
            choices.addWidget(combo, share)
        layout.addLayout(choices)
        layout.addWidget(FlowBox(self.fit, self._count, spacing=12))
