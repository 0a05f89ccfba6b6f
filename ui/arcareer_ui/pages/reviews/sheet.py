"""One review: goals, level and qualities on one side, what was said and what is missing on the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal

from arcareer.domain.agenda import Occasion
from arcareer.domain.reviews import Review, ReviewDetails, ReviewKind
from arcareer_ui.pages.reviews.facts_card import FactsCard
from arcareer_ui.pages.reviews.goals_card import GoalsCard
from arcareer_ui.pages.reviews.level_card import LevelCard
from arcareer_ui.pages.reviews.missing_card import MissingCard
from arcareer_ui.pages.reviews.qualities_card import QualitiesCard
from arcareer_ui.pages.reviews.words import days_words, kinds, title_of
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid, Columns
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.page_body import PageBody
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer.content.career_models import CareerLevel, Quality
    from arcareer_ui.win_picker import WinPicker

STACKED_BELOW = 800
SIDE_WIDTH = 380
REMOVE = "remove"


class ReviewSheet(PageBody):
    """A review at work. `typed` and `chosen` are about its details, `named` and `dated` about its occasion."""

    typed = Signal(str)
    chosen = Signal(str, object)
    named = Signal()
    dated = Signal(object)
    left = Signal()
    closed = Signal()
    removed = Signal()

    def __init__(self, levels: Sequence[CareerLevel], qualities: Sequence[Quality], picker: WinPicker) -> None:
        super().__init__()
        self.picker = picker
        self.back_button = Button(self.tr("All reviews"), "link", icon="arrow-left")
        self.menu = MenuButton("", (MenuEntry(REMOVE, self.tr("Move to trash"), "trash-2"),))
        self.brag_button = Button(self.tr("Preview brag sheet"), icon="file-text")
        self._title = Label("", "h1", wrap=True)
        self._days = Label("", "small")
        self.name = LineEdit(placeholder=self.tr("Yearly review"))
        self.kind = Combo(self.tr("Kind"), [(one.value, text) for one, text in kinds().items()])
        self.day = DateField(self.tr("Day"))
        self.goals, self.level = GoalsCard(), LevelCard(levels)
        self.qualities, self.facts, self.missing = QualitiesCard(qualities), FactsCard(), MissingCard()
        self._lay_out()
        self._connect()
        self.show_picker(shown=False)

    @property
    def is_picking(self) -> bool:
        """Return whether the picker stands in the place of the goals."""
        return not self.picker.isHidden()

    def show_picker(self, *, shown: bool) -> None:
        """Show the picker in the place of goals, level and qualities, or put it away."""
        self.picker.setVisible(shown)
        for part in (self._head, self.goals, self.level, self.qualities):
            part.setVisible(not shown)
        if shown:
            self.reveal(self.picker)
        follow_layout(self)

    def show_review(self, review: Review, today: date) -> None:
        """Show name, day and kind; a name that is being typed is left alone."""
        self._title.setText(title_of(review))
        self._days.setText(days_words(review, today))
        self.menu.set_name(self.tr("More actions for: {review}").format(review=title_of(review)))
        if self.name.text().strip() != review.occasion.title:
            self.name.set_text(review.occasion.title)
        if self.day.value != review.on:
            self.day.set_value(review.on)
        self.kind.set_current(review.details.kind.value)
        self.brag_button.setVisible(review.on >= today)
        self.missing.setVisible(review.on >= today)
        follow_layout(self)

    def begin(self) -> None:
        """Make ready for another review."""
        self.facts.begin()
        self.show_picker(shown=False)
        self.goals.clear_line()
        self.verticalScrollBar().setValue(0)

    def values(self, details: ReviewDetails, shown: UUID | None) -> Mapping[str, Any]:
        """Return the fields of the details that have editors; `shown` is the goal that is open."""
        form = self.goals.form
        goals = tuple(form.typed_goal(goal) if goal.id == shown else goal for goal in details.goals)
        return {"goals": goals, **self.facts.values(details)}

    def named_occasion(self, occasion: Occasion) -> Occasion:
        """Return the occasion with the name that is typed; an empty name leaves the last one."""
        return replace(occasion, title=" ".join(self.name.text().split()) or occasion.title)

    def _lay_out(self) -> None:
        top = row(spacing=10)
        top.addWidget(self.back_button)
        top.addStretch(1)
        top.addWidget(self.brag_button)
        top.addWidget(self.menu)
        self.column.addLayout(top)
        titles = column(spacing=2)
        titles.addWidget(self._title)
        titles.addWidget(self._days)
        self.column.addLayout(titles)
        self._head = Card(spacing=10)
        fields = (Field(self.tr("Name"), self.name), Field(self.tr("Kind"), self.kind), Field(self.tr("Day"), self.day))
        self._head.add(AutoGrid(fields, min_width=150))
        main, side = column(spacing=14), column(spacing=14)
        for part in (self._head, self.goals, self.level, self.qualities, self.picker):
            main.addWidget(part)
        main.addStretch(1)
        for part in (self.missing, self.facts):
            side.addWidget(part)
        side.addStretch(1)
        columns = Columns(STACKED_BELOW)
        self.main_side = columns.add(main, 1)
        self.fact_side = columns.add(side, 0, SIDE_WIDTH)
        self.column.addWidget(columns, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.closed)
        self.menu.chosen.connect(lambda _act: self.removed.emit())
        self.name.textEdited.connect(self.named)
        self.name.left.connect(self.left)
        self.day.picked.connect(self.dated)
        self.kind.chosen.connect(lambda kind: self.chosen.emit("kind", ReviewKind(kind)))
        self.level.chosen.connect(self.chosen)
        self.facts.typed.connect(self.typed)
        self.facts.chosen.connect(self.chosen)
        self.facts.left.connect(self.left)
        self.goals.form.typed.connect(lambda part: self.typed.emit(f"goals/{part}"))
        self.goals.form.left.connect(self.left)
        self.missing.goal_asked.connect(self.goals.opened)
        self.missing.goal_asked.connect(lambda _goal: self.reveal(self.goals.form))
