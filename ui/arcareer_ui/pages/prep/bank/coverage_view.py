"""Coverage: competencies against answers, the gaps that hurt most, and the core answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.prep.bank.coverage_model import CoverageModel
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.item_row import ItemRow
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.styling import Restyled, Tone
from arcareer_ui.widgets.table import Table

if TYPE_CHECKING:
    from arcareer.domain.answers import Answer
    from arcareer.services.coverage import CoverageGap, CoverageMatrix

STACKED_BELOW = 840
SIDE_WIDTH = 372
NAME_WIDTH, COUNT_WIDTH, ANSWER_WIDTH = 226, 64, 132
ROW, HEAD = 36, 40


class CoreLine(NamedTuple):
    """A core answer: its slot, what it is called, how far it is, and the icon for that."""

    slot: str
    title: str
    state: str
    icon: str


class CoverageView(Restyled, QWidget):
    """`left` goes back, `answer_chosen` carries an answer, `questions_asked` a competency, `win_chosen` a win.

    `core_chosen` carries the slot of a core answer.
    """

    left = Signal()
    answer_chosen = Signal(object)
    questions_asked = Signal(str)
    win_chosen = Signal(object)
    core_chosen = Signal(str)

    def __init__(self, name: Callable[[Answer], str]) -> None:
        super().__init__()
        self.model = CoverageModel(name, self)
        self.table = Table(self.tr("Competencies and the answers that show them"))
        self.table.setModel(self.model)
        self.table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.back_button = Button(self.tr("Back to the questions"), "link", icon="arrow-left")
        self._summary = Label("", "small", wrap=True)
        self._none = EmptyState(
            "table-2",
            self.tr("Coverage grows with your answers"),
            self.tr("Say in each answer what it shows about you. Here you see what is still missing."),
        )
        self._gaps, self._cores = QWidget(), QWidget()
        self._gap_card, self._core_card = Card(), Card()
        self.core_rows: list[ItemRow] = []
        self.gap_buttons: list[Button] = []
        self._lay_out()
        self.back_button.clicked.connect(self.left)
        self.table.activated.connect(self._open)
        self.table.doubleClicked.connect(self._open)
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        theme = current_theme()
        header = self.table.horizontalHeader()
        header.setDefaultSectionSize(theme.px(ANSWER_WIDTH))
        for at, width in enumerate((NAME_WIDTH, COUNT_WIDTH)):
            self.table.setColumnWidth(at, theme.px(width))
        self.table.setFixedHeight(theme.px(ROW) * self.model.rowCount() + theme.px(HEAD) + 16)

    def show_matrix(self, matrix: CoverageMatrix) -> None:
        """Show what the answers cover."""
        self.model.show(matrix)
        some = bool(matrix.answers)
        self.table.setVisible(some)
        self._none.setVisible(not some)
        words = self.tr("{covered} of {total} competencies have an answer that is ready.")
        self._summary.setText(words.format(covered=matrix.covered, total=len(matrix.rows)))
        self._summary.setVisible(some)
        self.restyle()

    def show_gaps(self, gaps: Sequence[CoverageGap]) -> None:
        """Show the competencies without an answer that is ready, the worst first."""
        self.gap_buttons = []
        parts: list[QWidget] = []
        for at, gap in enumerate(gaps):
            if at:
                parts.append(Rule())
            parts.append(self._gap(gap))
        if not gaps:
            parts.append(Label(self.tr("No gaps. Every competency has an answer that is ready."), "small", wrap=True))
        self._gaps = _put(self._gap_card, self._gaps, parts)

    def show_core(self, lines: Sequence[CoreLine]) -> None:
        """Show how far the core answers are."""
        self.core_rows = []
        for line in lines:
            tone: Tone = "accent" if line.icon == "circle-check" else "plain"
            shown = ItemRow(line.icon, line.title, line.state, tone=tone)
            shown.opened.connect(partial(self.core_chosen.emit, line.slot))
            self.core_rows.append(shown)
        self._cores = _put(self._core_card, self._cores, self.core_rows)

    def _gap(self, gap: CoverageGap) -> QWidget:
        part = QWidget()
        lines = column(part, margins=(0, 2, 0, 2), spacing=5)
        lines.addWidget(Label(gap.competency.label, "strong", wrap=True))
        chips: list[QWidget] = []
        if gap.asked_by_advert:
            chips.append(Chip(self.tr("In the advert"), "warn", "flag"))
        if gap.times_asked:
            chips.append(Chip(self.tr("Asked %n time(s)", "", gap.times_asked), "info"))
        if gap.has_draft:
            chips.append(Chip(self.tr("A draft exists"), "line"))
        if chips:
            lines.addWidget(FlowBox(*chips))
        questions = Button(
            self.tr("See %n question(s)", "", gap.questions),
            "link",
            name=self.tr("Questions on {competency}").format(competency=gap.competency.label),
        )
        questions.clicked.connect(partial(self.questions_asked.emit, gap.competency.id))
        self.gap_buttons.append(questions)
        acts: list[QWidget] = [questions]
        if gap.wins:
            win = gap.wins[0]
            use = Button(self.tr("Answer from a win"), "link", icon="trophy", tip=win.headline)
            use.setAccessibleName(self.tr("Make an answer of: {win}").format(win=win.headline))
            use.clicked.connect(partial(self.win_chosen.emit, win.id))
            acts.append(use)
        lines.addWidget(FlowBox(*acts, spacing=16))
        return part

    def _open(self, index: QModelIndex) -> None:
        answer = self.model.answer(index)
        if answer is not None:
            self.answer_chosen.emit(answer)

    def _lay_out(self) -> None:
        card = Card(margins=(20, 16, 14, 14), spacing=8)
        card.add_heading(self.tr("What your answers show"))
        card.add(self._summary)
        card.add(self.table)
        card.add(self._none)
        card.body.addStretch(1)
        self._core_card.add_heading(self.tr("Core answers"))
        self._core_card.add(self._cores)
        self._gap_card.add_heading(self.tr("Gaps, the worst first"))
        self._gap_card.add(self._gaps)
        main, side = column(spacing=14), column(spacing=14)
        main.addWidget(card, 1)
        side.addWidget(self._gap_card)
        side.addWidget(self._core_card)
        side.addStretch(1)
        columns = Columns(STACKED_BELOW)
        columns.add(main, 1)
        columns.add(side, 0, SIDE_WIDTH)
        body = QWidget()
        layout = column(body, margins=(0, 14, 20, 20), spacing=10)
        top = row()
        top.addWidget(self.back_button)
        top.addStretch(1)
        layout.addLayout(top)
        layout.addWidget(columns, 1)
        column(self).addWidget(Scroll(body))


def _put(card: Card, old: QWidget, parts: Sequence[QWidget]) -> QWidget:
    fresh = QWidget()
    lines = column(fresh, spacing=8)
    for part in parts:
        lines.addWidget(part)
    card.body.replaceWidget(old, fresh)
    old.hide()
    old.deleteLater()
    return fresh
