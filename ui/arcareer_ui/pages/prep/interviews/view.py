"""The layout of the interviews: the dates, the one on show, and its plan; or its crib."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from arcareer_ui.commands import native_keys
from arcareer_ui.pages.prep.interviews.add_form import AddForm
from arcareer_ui.pages.prep.interviews.after_card import AfterCard
from arcareer_ui.pages.prep.interviews.crib_view import CribView
from arcareer_ui.pages.prep.interviews.facts_card import AdvertCard, FactsCard
from arcareer_ui.pages.prep.interviews.plan_card import PlanCard
from arcareer_ui.pages.prep.star.question_picker import QuestionPicker
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import IconButton
from arcareer_ui.widgets.card_list import CardList, CardRow
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout

STACKED_BELOW = 880
LIST_WIDTH, PLAN_WIDTH = 216, 320
ROW, MOST_ROWS = 77, 7
DETAIL, ADD, PICKER = "detail", "add", "picker"


class InterviewLine(NamedTuple):
    """A row: what an interview is called, its day, and how far away it is."""

    id: UUID
    title: str
    when: str
    days: str


class InterviewList(CardList[InterviewLine]):
    """The dates."""

    def __init__(self) -> None:
        super().__init__("", _present, lambda line: line.id)
        self.setAccessibleName(self.tr("Interviews"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_lines(self, lines: Sequence[InterviewLine]) -> None:
        """Show other rows; the cursor stays on its interview."""
        self.set_items(tuple(lines))
        self._fit()

    def restyle(self) -> None:
        """Follow the text scale."""
        super().restyle()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return the height of the rows, but of no more than a few."""
        return QSize(170, self._height(min(2, len(self.items))))

    def sizeHint(self) -> QSize:
        """Return the height of the rows, but of no more than are usually seen at once."""
        return QSize(200, self._height(min(MOST_ROWS, len(self.items))))

    def _fit(self) -> None:
        self.setMaximumHeight(self._height(max(1, len(self.items))))
        self.updateGeometry()

    def _height(self, rows: int) -> int:
        return max(self.sizeHintForRow(0), current_theme().px(ROW)) * rows + 6


class InterviewsView(QWidget):
    """Everything about interviews."""

    def __init__(self, crib: CribView, picker: QuestionPicker) -> None:
        super().__init__()
        self.messages = column(spacing=8)
        self.list = InterviewList()
        self.add_button = IconButton("plus", self.tr("Add an interview"), shortcut=native_keys("Ctrl+Shift+N"))
        self.facts, self.advert, self.after = FactsCard(), AdvertCard(), AfterCard()
        self.plan, self.form, self.picker, self.crib = PlanCard(), AddForm(), picker, crib
        self._side_list = self._make_list()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_main())
        self._pages.addWidget(self.crib)
        column(self).addWidget(self._pages)
        self.show_middle(ADD)

    @property
    def shows_crib(self) -> bool:
        """Return whether the crib is on show."""
        return self._pages.currentWidget() is self.crib

    @property
    def middle(self) -> str:
        """Return what is shown in the middle."""
        if not self.form.isHidden():
            return ADD
        return DETAIL if self.picker.isHidden() else PICKER

    def show_crib(self, *, shown: bool) -> None:
        """Show the crib in place of everything else, or put it away."""
        self._pages.setCurrentIndex(int(shown))

    def show_middle(self, middle: str, *, some: bool = False) -> None:
        """Show the interview, the form for a new one, or the questions to choose from; `some` are in the list."""
        for part in (self.facts, self.advert, self.after):
            part.setVisible(middle == DETAIL)
        self.form.setVisible(middle == ADD)
        self.picker.setVisible(middle == PICKER)
        self.plan.setVisible(middle != ADD)
        self._side_list.setVisible(some)
        self.facts.crib_button.set_kind("primary" if middle == DETAIL else "secondary")
        self.follow()

    def follow(self) -> None:
        """Let Tab go through the parts as they are read."""
        follow_layout(self)

    def to_top(self) -> None:
        """Show the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def _make_list(self) -> QWidget:
        side = QWidget()
        lines = column(side, spacing=8)
        head = row(spacing=6)
        head.addWidget(Label(self.tr("Interviews"), "h2"), 1)
        head.addWidget(self.add_button)
        lines.addLayout(head)
        lines.addWidget(self.list)
        lines.addStretch(1)
        return side

    def _make_main(self) -> QWidget:
        main, side = column(spacing=14), column(spacing=14)
        main.addLayout(self.messages)
        for part in (self.form, self.picker, self.facts, self.advert, self.after):
            main.addWidget(part)
        main.addStretch(1)
        side.addWidget(self.plan)
        side.addStretch(1)
        self.columns = Columns(STACKED_BELOW)
        self.columns.add(self._side_list, 0, LIST_WIDTH)
        self.columns.add(main, 1)
        self.columns.add(side, 0, PLAN_WIDTH)
        body = QWidget()
        column(body, margins=(0, 16, 20, 20)).addWidget(self.columns, 1)
        self._scroll = Scroll(body)
        return self._scroll


def _present(line: InterviewLine) -> CardRow:
    return CardRow(line.title, f"{line.days}, {line.when}", (), f"{line.title}. {line.when}. {line.days}")
