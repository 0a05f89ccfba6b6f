"""The layout of the bank: questions on one side, the one on show or a form on the other; or the coverage."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from arcareer_ui.pages.prep.bank.coverage_view import CoverageView
from arcareer_ui.pages.prep.bank.filters import FilterBar
from arcareer_ui.pages.prep.bank.own_form import OwnForm
from arcareer_ui.pages.prep.bank.question_list import QuestionList
from arcareer_ui.pages.prep.bank.question_panel import QuestionPanel
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout

STACKED_BELOW = 800
SIDE_WIDTH = 448
QUESTION, FORM = "question", "form"


class BankView(QWidget):
    """Everything in the bank."""

    def __init__(
        self, filters: FilterBar, questions: QuestionList, panel: QuestionPanel, form: OwnForm, coverage: CoverageView
    ) -> None:
        super().__init__()
        self.filters, self.list, self.panel, self.form, self.coverage = filters, questions, panel, form, coverage
        self.clear_button = Button(self.tr("Show all questions"))
        self._none = EmptyState(
            "search-x",
            self.tr("No question fits"),
            self.tr("Try fewer words, or add the question yourself."),
            action=self.clear_button,
        )
        self._sides: dict[str, QWidget] = {QUESTION: self.panel, FORM: self.form}
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_bank())
        self._pages.addWidget(self.coverage)
        column(self).addWidget(self._pages)
        self.show_side(QUESTION)
        self.show_none(none=False)

    @property
    def shows_coverage(self) -> bool:
        """Return whether the coverage is on show."""
        return self._pages.currentWidget() is self.coverage

    @property
    def side(self) -> str:
        """Return what is beside the questions."""
        return next(name for name, part in self._sides.items() if not part.isHidden())

    def show_coverage(self, *, shown: bool) -> None:
        """Show the coverage in place of the questions, or put it away."""
        self._pages.setCurrentIndex(int(shown))

    def show_side(self, side: str) -> None:
        """Show the question or the form beside the questions."""
        for name, part in self._sides.items():
            part.setVisible(name == side)
        self.follow()

    def show_none(self, *, none: bool) -> None:
        """Say that no question fits, in place of the list."""
        self.list.setVisible(not none)
        self._none.setVisible(none)

    def follow(self) -> None:
        """Let Tab go through the parts as they are read."""
        follow_layout(self)

    def to_top(self) -> None:
        """Show the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_panel(self) -> None:
        """Bring the question into view where it stands below the list."""
        if self.columns.stacked:
            self._scroll.ensureWidgetVisible(self.panel.text, 0, 120)

    def _make_bank(self) -> QWidget:
        main, side = column(spacing=12), column()
        main.addWidget(self.filters)
        main.addWidget(self.list, 1)
        main.addWidget(self._none, 1)
        for part in self._sides.values():
            side.addWidget(part, 1)
        self.columns = Columns(STACKED_BELOW)
        self.columns.add(main, 1)
        self.columns.add(side, 0, SIDE_WIDTH)
        body = QWidget()
        column(body, margins=(0, 16, 20, 20)).addWidget(self.columns, 1)
        self._scroll = Scroll(body)
        return self._scroll
