"""The layout of Write: the answers, the one on show, and what is said about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.prep.star.analysis_card import AnalysisCard
from arcareer_ui.pages.prep.star.answer_list import AnswerPanel
from arcareer_ui.pages.prep.star.editor import EditorCard, PartWords
from arcareer_ui.pages.prep.star.examples import ExamplesCard
from arcareer_ui.pages.prep.star.next_card import NextCard
from arcareer_ui.pages.prep.star.question_picker import QuestionPicker
from arcareer_ui.pages.prep.star.trash_card import TrashCard
from arcareer_ui.pages.prep.star.versions import VersionsCard
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout
from arcareer_ui.win_picker import WinPicker

if TYPE_CHECKING:
    from arcareer.content.competency_models import Competency

STACKED_BELOW = 840
LIST_WIDTH, SIDE_WIDTH = 206, 272
EMPTY, EDITOR, EXAMPLES, TRASH = "empty", "editor", "examples", "trash"
WINS, QUESTIONS = "wins", "questions"


class WriteView(QWidget):
    """Everything in Write. `middle_changed` carries what stands in the middle: the answer, or what it is made from."""

    middle_changed = Signal(str)

    def __init__(
        self,
        parts: Sequence[PartWords],
        competencies: Sequence[Competency],
        *,
        wins: WinPicker,
        questions: QuestionPicker,
        examples: ExamplesCard,
    ) -> None:
        super().__init__()
        self.messages = column(spacing=8)
        self.panel = AnswerPanel()
        self.editor = EditorCard(parts, competencies)
        self.versions = VersionsCard(tuple(part.title for part in parts))
        self.examples = examples
        self.trash = TrashCard()
        self.analysis = AnalysisCard([part.letter for part in parts], [part.title for part in parts])
        self.next = NextCard()
        self.wins, self.questions = wins, questions
        self.first_button = Button("", "primary")
        self.first_win_button = Button(self.tr("From a win"))
        self._empty = self._make_empty()
        self._middles: dict[str, QWidget] = {
            EMPTY: self._empty,
            EDITOR: self.editor,
            EXAMPLES: self.examples,
            TRASH: self.trash,
            WINS: self.wins,
            QUESTIONS: self.questions,
        }
        self._lay_out()
        self.versions.hide()
        self.show_middle(EMPTY)

    @property
    def middle(self) -> str:
        """Return what is shown in the middle."""
        return next(name for name, part in self._middles.items() if not part.isHidden())

    @property
    def middle_part(self) -> QWidget:
        """Return the part in the middle."""
        return self._middles[self.middle]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc go back to the answer from what stands in its place."""
        closed = {EXAMPLES: self.examples.left, TRASH: self.trash.left}.get(self.middle)
        if event.key() == Qt.Key.Key_Escape and closed is not None:
            closed.emit()
            return
        super().keyPressEvent(event)

    def show_middle(self, middle: str) -> None:
        """Show the answer, or what stands in its place."""
        for name, part in self._middles.items():
            part.setVisible(name == middle)
        if middle != EDITOR:
            self.versions.hide()
        self.middle_changed.emit(middle)
        self.follow()

    def set_first(self, label: str) -> None:
        """Name the answer to begin with where there is none."""
        self.first_button.set_label(self.tr("Start with “{answer}”").format(answer=label))

    def follow(self) -> None:
        """Let Tab go through the parts as they are read."""
        follow_layout(self)

    def reveal(self, part: QWidget) -> None:
        """Bring a part into view."""
        self._scroll.ensureWidgetVisible(part, 0, 24)

    def to_top(self) -> None:
        """Show the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def _make_empty(self) -> Card:
        card = Card()
        card.add(
            EmptyState(
                "messages-square",
                self.tr("Five answers cover most interviews"),
                self.tr("Each is four short parts. Half a story is a start: what happened, and what you did."),
                action=self.first_button,
                second=self.first_win_button,
            ),
            1,
        )
        return card

    def _lay_out(self) -> None:
        main = column(spacing=14)
        main.addLayout(self.messages)
        main.addWidget(self.versions)
        for part in self._middles.values():
            main.addWidget(part, 1)
        side = column(spacing=16)
        side.addWidget(self.analysis)
        side.addWidget(self.next)
        side.addStretch(1)
        self.columns = Columns(STACKED_BELOW)
        self.columns.add(self.panel, 0, LIST_WIDTH)
        self.columns.add(main, 1)
        self.columns.add(side, 0, SIDE_WIDTH)
        later = Qt.ConnectionType.QueuedConnection  # layouts must not change while they are being resized
        self.columns.stacked_changed.connect(self.panel.list.set_low, later)
        body = QWidget()
        column(body, margins=(0, 16, 20, 20)).addWidget(self.columns, 1)
        self._scroll = Scroll(body)
        column(self).addWidget(self._scroll)
