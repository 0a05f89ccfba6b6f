"""All reviews, the scores they gave, and what the next one still lacks."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from arcareer.domain.reviews import Review, ReviewKind, ScorePoint
from arcareer_ui.pages.reviews.missing_card import MissingCard
from arcareer_ui.pages.reviews.scores_card import ScoresCard
from arcareer_ui.pages.reviews.words import days_words, kinds, score_words, title_of
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.card_list import CardHeading, CardList, CardRow
from arcareer_ui.widgets.chip import ChipText
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.layouts import AutoGrid, Columns
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.page_body import PageBody
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.styling import Restyled
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer.services.reviews import ReviewFile

STACKED_BELOW = 800
SIDE_WIDTH = 380
LIST_HEIGHT, ROW_HEIGHT = 420, 84
AHEAD = timedelta(days=90)


class AddForm(Card):
    """A review to be added. `submitted` carries day, name and kind; `cancelled` puts the form away."""

    submitted = Signal(object, str, object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self.add_heading(self.tr("A review, past or to come"))
        self.kind = Combo(self.tr("Kind"), [(one.value, text) for one, text in kinds().items()])
        self.name = LineEdit(placeholder=self.tr("Yearly review"))
        self.day = DateField(self.tr("Day"))
        self.save_button = Button(self.tr("Save review"), "tonal")
        self.cancel_button = Button(self.tr("Leave it"), "quiet")
        self._name_field = Field(self.tr("Name"), self.name)
        fields = (Field(self.tr("Kind"), self.kind), self._name_field, Field(self.tr("Day"), self.day))
        self.add(AutoGrid(fields, min_width=180))
        buttons = row(spacing=10)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        self.add(buttons)
        self.save_button.clicked.connect(self._submit)
        self.name.returnPressed.connect(self._submit)
        self.cancel_button.clicked.connect(self.cancelled)
        self.name.textEdited.connect(self._name_field.clear_message)

    def begin(self, today: date) -> None:
        """Begin with a day to come."""
        self.kind.set_current(ReviewKind.ANNUAL.value)
        self.name.set_text("")
        self.day.set_value(today + AHEAD)
        self._name_field.clear_message()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, text: str) -> None:
        """Say what is missing."""
        self._name_field.show_problem(text)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        self.submitted.emit(self.day.value, self.name.text(), ReviewKind(self.kind.current))


class ReviewsOverview(Restyled, PageBody):
    """`opened` carries the identity of a review, `removal_asked` a review, `trash_asked` wants the trash."""

    opened = Signal(object)
    removal_asked = Signal(object)
    trash_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min
        self.add_button = Button(self.tr("Add review"), "primary", icon="plus")
        self.form = AddForm()
        self.scores, self.missing = ScoresCard(), MissingCard()
        self.list = CardList[Review | str](self.tr("Reviews"), self._present, _key)
        self.first_button = Button(self.tr("Add a review"), "primary", icon="plus")
        self._none = EmptyState(
            "target",
            self.tr("Your first review goes here"),
            self.tr("The last one with its score, or the next one with its day. Goals and gaps follow from there."),
            action=self.first_button,
        )
        self.trash_button = Button("", "link", icon="trash-2")
        self._lay_out()
        self.form.hide()
        self.list.opened.connect(self._open)
        self.list.clicked.connect(lambda index: self._open(self.list.items[index.row()]))
        self.list.removal_asked.connect(self._ask_removal)
        self.scores.opened.connect(self.opened)
        self.trash_button.clicked.connect(self.trash_asked)
        self.restyle()

    def restyle(self) -> None:
        """Give the list the height of its reviews, up to a limit."""
        rows = len(self.list.items) if hasattr(self, "list") else 0
        if rows:
            theme = current_theme()
            self.list.setFixedHeight(min(theme.px(LIST_HEIGHT), theme.px(ROW_HEIGHT) * rows))

    def show_reviews(self, reviews: Sequence[Review], points: Sequence[ScorePoint], today: date, trashed: int) -> None:
        """Show all reviews, those to come first."""
        self._today = today
        items: list[Review | str] = []
        groups = (
            (self.tr("Ahead"), [one for one in reviews if one.on >= today]),
            (self.tr("Past"), [one for one in reviews if one.on < today]),
        )
        for title, members in groups:
            if members:
                items += [title, *members]
        self.list.set_items(items)
        self.list.setVisible(bool(reviews))
        self.restyle()
        self._none.setVisible(not reviews and self.form.isHidden())
        self.add_button.setVisible(bool(reviews))
        self.scores.setVisible(bool(reviews))
        self.scores.show_scores(points, {review.id: review for review in reviews})
        self.trash_button.set_label(self.tr("Trash: %n review(s)", "", trashed))
        self.trash_button.setVisible(trashed > 0)

    def show_next(self, review: Review | None, file: ReviewFile | None) -> None:
        """Show what the next review lacks; nothing while none is ahead."""
        self.side.setVisible(file is not None)
        if review is not None and file is not None:
            self.missing.show_file(file, f"{title_of(review)}, {days_words(review, self._today)}")
        follow_layout(self)

    def _lay_out(self) -> None:
        about = self.tr("What was said so far, and what the next one should rest on.")
        self.header = PageHeader(self.tr("Reviews"), about, actions=(self.add_button,))
        self.column.addWidget(self.header)
        self.column.addWidget(self.form)
        left, right = column(spacing=14), column(spacing=14)
        left.addWidget(self.scores)
        left.addWidget(self.list)
        left.addWidget(self._none)
        left.addWidget(self.trash_button, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        right.addWidget(self.missing)
        right.addStretch(1)
        columns = Columns(STACKED_BELOW)
        columns.add(left, 1)
        self.side = columns.add(right, 0, SIDE_WIDTH)
        self.column.addWidget(columns, 1)

    def _present(self, item: Review | str) -> CardRow | CardHeading:
        if isinstance(item, str):
            return CardHeading(item)
        meta = ", ".join(part for part in (kinds()[item.details.kind], days_words(item, self._today)) if part)
        chips = []
        if item.details.score is not None:
            chips.append(ChipText(score_words(item.details), "accent"))
        elif item.on < self._today:
            chips.append(ChipText(self.tr("No score yet"), "warn"))
        if item.details.goals:
            chips.append(ChipText(self.tr("%n goal(s)", "", len(item.details.goals)), "plain", "target"))
        title = title_of(item)
        return CardRow(title, meta, tuple(chips), ", ".join((title, meta, *(chip.text for chip in chips))))

    def _open(self, item: Review | str) -> None:
        if isinstance(item, Review):
            self.opened.emit(item.id)

    def _ask_removal(self) -> None:
        for item in self.list.selected_items():
            if isinstance(item, Review):
                self.removal_asked.emit(item)


def _key(item: Review | str) -> Hashable:
    return item.id if isinstance(item, Review) else item
