"""The page Reviews at work: all reviews, or one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from arcareer.clock import Clock
from arcareer.domain.agenda import Occasion
from arcareer.domain.changes import Change, ChangeSet, EditGroup, EntityKind
from arcareer.domain.reviews import Review, ReviewDetails, ReviewKind
from arcareer.errors import EnvironmentFault, FieldProblem
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.reviews.links import WinLinks
from arcareer_ui.pages.reviews.overview import ReviewsOverview
from arcareer_ui.pages.reviews.sheet import ReviewSheet
from arcareer_ui.pages.reviews.words import title_of
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.page_body import PageBody
from arcareer_ui.widgets.trash_list import Thrown, TrashList

if TYPE_CHECKING:
    from arcareer.services.agenda import AgendaService
    from arcareer.services.journal import JournalService
    from arcareer.services.reviews import ReviewService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.undo import UndoController


class ReviewsPage(Page):
    """Routes: `reviews`, `review/<id>`."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset({EntityKind.REVIEW, EntityKind.OCCASION, EntityKind.WIN})

    def __init__(
        self,
        *,
        reviews: ReviewService,
        agenda: AgendaService,
        journal: JournalService,
        undo: UndoController,
        dialogs: Dialogs,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._reviews, self._undo, self._dialogs, self._clock = reviews, undo, dialogs, clock
        self._acts = Acts(undo, self)
        self.overview = ReviewsOverview()
        self._links = WinLinks(reviews, journal, self._acts, self._stored, self)
        self.sheet = ReviewSheet(reviews.levels(), reviews.qualities(), self._links.picker)
        self.trash = TrashList(self.tr("Back to my reviews"))
        self._trash_body = PageBody()
        self._trash_body.column.addWidget(self.trash)
        self._stack = QStackedWidget()
        for part in (self.overview, self.sheet, self._trash_body):
            self._stack.addWidget(part)
        column(self).addWidget(self._stack)
        label = self.tr("Edit review")
        self._details = Desk[ReviewDetails](
            self, undo, save=self._save, fetch=self._fetch, typed=self._typed, label=label
        )
        self._occasion = Desk[Occasion](
            self,
            undo,
            save=agenda.save,
            fetch=self._fetch_occasion,
            typed=lambda occasion: {"title": self.sheet.named_occasion(occasion).title},
            label=label,
        )
        self._connect()
        self.refresh(None)

    def activated(self, route: Route) -> None:
        """Show the review a route names, or all of them."""
        if route.head == "review" and route.args:
            if not self._open(UUID(route.args[0])):
                self._show_all()
                self._tell(self.tr("That review is no longer there."))
        elif route.head == "reviews" and not route.args and self._stack.currentWidget() is not self.overview:
            self._show_all()

    def refresh(self, changes: ChangeSet | None) -> None:  # noqa: ARG002 - reviews are few
        """Read again what is shown."""
        if self._stack.currentWidget() is not self.sheet:
            self._read()
        elif self._occasion.follow() and self._details.follow():
            self._show_review()
        else:
            self._show_all()

    def flush(self) -> None:
        """Store what is typed."""
        self._occasion.flush()
        self._details.flush()

    def first_focus(self) -> QWidget | None:
        """Start in the list, or in the goals of the review on show."""
        if self._stack.currentWidget() is self.sheet:
            return self.sheet.goals.list if self.sheet.goals.list.items else self.sheet.goals.line
        if self._stack.currentWidget() is self._trash_body:
            return self.trash.back_button
        return self.overview.list if self.overview.list.items else self.overview.first_button

    def regions(self) -> Sequence[QWidget]:
        """The two sides of the review, or the list."""
        if self._stack.currentWidget() is self.sheet:
            return (self.sheet.main_side, self.sheet.fact_side)
        return (self._stack.currentWidget() or self,)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Add a review."""
        return {"new-item": self._begin}

    @property
    def place_title(self) -> str:
        """Return what the review on show is called."""
        review = self._review()
        return title_of(review) if review is not None and self._stack.currentWidget() is self.sheet else ""

    def _connect(self) -> None:
        overview, sheet = self.overview, self.sheet
        overview.add_button.clicked.connect(self._begin)
        overview.first_button.clicked.connect(self._begin)
        overview.form.submitted.connect(self._add)
        overview.form.cancelled.connect(self._close_form)
        overview.opened.connect(self._open)
        overview.removal_asked.connect(self._remove)
        overview.trash_asked.connect(self._open_trash)
        overview.scores.announced.connect(self.announced)
        overview.missing.route_asked.connect(self.open_route)
        overview.missing.goal_asked.connect(self._open_goal_of_next)
        self.trash.left.connect(self._show_all)
        self.trash.restore_asked.connect(self._restore)
        self.trash.empty_asked.connect(self._ask_to_empty)
        sheet.typed.connect(self._details.touch)
        sheet.named.connect(partial(self._occasion.touch, "title"))
        sheet.left.connect(self._rest)
        sheet.chosen.connect(self._choose)
        sheet.dated.connect(self._set_day)
        sheet.closed.connect(self._show_all)
        sheet.removed.connect(self._remove_shown)
        sheet.brag_button.clicked.connect(partial(self.open_route.emit, "brag-sheet"))
        sheet.missing.route_asked.connect(self.open_route)
        sheet.level.route_asked.connect(self.open_route)
        sheet.goals.added.connect(self._add_goal)
        sheet.goals.opened.connect(self._open_goal)
        sheet.goals.form.opened.connect(self._open_win)
        sheet.qualities.opened.connect(self._open_win)
        self._links.serve(sheet)
        self._links.told.connect(self._tell_done)
        for desk in (self._details, self._occasion):
            desk.saved.connect(self._say_kept)
            desk.troubled.connect(lambda fault, *_: self._say_not_kept(fault))
            desk.conflict.connect(partial(self._settle_conflict, desk))
        self._details.refused.connect(sheet.facts.show_problem)
        self._acts.refused.connect(self._tell)
        self._undo.stepped.connect(self._follow_step)

    # what is read and shown

    def _read(self) -> None:
        today, reviews, thrown = self._clock.today(), self._reviews.all(), self._reviews.trash.all()
        self.overview.show_reviews(reviews, self._reviews.scores(), today, len(thrown))
        ahead = next((one for one in reviews if one.on >= today), None)
        self.overview.show_next(ahead, self._reviews.file_of(ahead) if ahead is not None else None)
        self.trash.show_things([Thrown(one.id, one.occasion.title if one.occasion else "", "") for one in thrown])

    def _review(self) -> Review | None:
        occasion, details = self._occasion.stored, self._details.stored
        return Review(occasion, details) if occasion is not None and details is not None else None

    def _fetch(self, identity: UUID) -> ReviewDetails | None:
        review = self._reviews.get(identity)
        return review.details if review is not None else None

    def _fetch_occasion(self, identity: UUID) -> Occasion | None:
        review = self._reviews.get(identity)
        return review.occasion if review is not None else None

    def _save(self, before: ReviewDetails, after: ReviewDetails) -> Change:
        occasion = self._fetch_occasion(before.id) or self._occasion.stored
        if occasion is None:
            return EditGroup(self.tr("Edit review"), ())
        return self._reviews.save(Review(occasion, before), Review(occasion, after))

    def _typed(self, details: ReviewDetails) -> Mapping[str, Any]:
        return self.sheet.values(details, self._links.goal)

    def _open(self, identity: UUID) -> bool:
        shown = self._details.stored
        if shown is None or shown.id != identity or self._stack.currentWidget() is not self.sheet:
            self.flush()
            review = self._reviews.get(identity)
            if review is None:
                return False
            self._links.goal = None
            self._occasion.put(review.occasion)
            self._details.put(review.details)
            self.sheet.begin()
        self._stack.setCurrentWidget(self.sheet)
        self._show_review()
        self.place_changed.emit(f"review/{identity}")
        return True

    def _show_review(self) -> None:
        occasion, details = self._occasion.value, self._details.value
        if occasion is None or details is None:
            return
        review, sheet = Review(occasion, details), self.sheet
        file = self._reviews.file_of(review)
        point = next((one for one in self._reviews.scores() if one.review == review.id), None)
        common, change = (point.common, point.change) if point is not None else (None, None)
        sheet.facts.show_details(details, common, change)
        goal = self._links.open_one(details.goals)
        sheet.goals.show_goals(details.goals, self._links.goal, self._reviews.wins_of(goal) if goal is not None else ())
        sheet.level.show_level(details, file.proofs)
        shown = {one.id: self._reviews.wins_showing(review, one.id) for one in self._reviews.qualities()}
        sheet.qualities.show_wins(shown)
        sheet.missing.show_file(file)
        sheet.show_review(review, self._clock.today())

    def _show_all(self) -> None:
        self.flush()
        shown = self._details.stored
        self._read()
        self._stack.setCurrentWidget(self.overview)
        if shown is not None:
            self.overview.list.choose(shown.id)
        self.place_changed.emit("reviews")
        if self.isVisible():
            (self.first_focus() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    # what the user does

    def _begin(self) -> None:
        if self._stack.currentWidget() is not self.overview:
            self._show_all()
        self.overview.form.show()
        self._read()
        self.overview.form.begin(self._clock.today())
        self.overview.reveal(self.overview.form)

    def _close_form(self) -> None:
        self.overview.form.hide()
        self._read()
        (self.first_focus() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, day: date, name: str, kind: ReviewKind) -> None:
        added: list[EditGroup] = []

        def add() -> Change:
            added.append(self._reviews.add(day, name, kind))
            return added[0]

        if self._try(add, self.tr("Add review"), self.overview.form.show_problem):
            self.overview.form.hide()
            occasion = added[0].edits[0].after
            self._tell_done(self.tr("Review added"))
            if isinstance(occasion, Occasion):
                self._open(occasion.id)
                self.sheet.goals.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, field: str, value: object) -> None:
        self.flush()
        if self._details.change(self.tr("Change review"), **{field: value}):
            self._show_review()

    def _set_day(self, day: date) -> None:
        self.flush()
        if self._occasion.change(self.tr("Move review"), happens_on=day):
            self._show_review()

    def _rest(self) -> None:
        self._occasion.rest()
        self._details.rest()

    def _stored(self) -> Review | None:
        """Return the review with all that was typed in it."""
        self.flush()
        return self._review()

    def _add_goal(self, text: str) -> None:
        review = self._stored()
        if review is None:
            return
        if self._try(partial(self._reviews.add_goal, review, text), self.tr("Add goal"), self.sheet.goals.show_problem):
            self.sheet.goals.clear_line()
            self.announced.emit(self.tr("Goal added"))

    def _open_goal(self, goal: UUID) -> None:
        if goal != self._links.goal:
            self._details.rest()
            self._links.goal = goal
            self._show_review()

    def _open_goal_of_next(self, goal: UUID) -> None:
        review = next((one for one in self._reviews.all() if any(own.id == goal for own in one.details.goals)), None)
        if review is not None and self._open(review.id):
            self._open_goal(goal)

    def _open_win(self, win: UUID) -> None:
        self.open_route.emit(f"win/{win}")

    def _remove_shown(self) -> None:
        review = self._stored()
        if review is not None:
            self._remove(review)

    def _remove(self, review: Review) -> None:
        if self._acts.do(partial(self._reviews.move_to_trash, review), self.tr("Move review to trash")):
            self._tell_done(self.tr("Review moved to trash"))

    def _open_trash(self) -> None:
        self._read()
        self._stack.setCurrentWidget(self._trash_body)
        self.trash.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self, identity: UUID) -> None:
        thrown = next((one for one in self._reviews.trash.all() if one.id == identity), None)
        if thrown is not None and self._acts.do(partial(self._reviews.restore, thrown), self.tr("Restore review")):
            self._tell_done(self.tr("Review restored"))

    def _ask_to_empty(self) -> None:
        self._dialogs.confirm(
            self.tr("Delete %n review(s) for good", "", len(self._reviews.trash.all())),
            self.tr("They and their goals cannot be brought back. The wins stay."),
            act=self.tr("Delete for good"),
            keep=self.tr("Keep them"),
            answered=self._empty,
        )

    def _empty(self, agreed: bool) -> None:  # noqa: FBT001 - the shape of the port's callback
        if agreed and self._acts.finish(self._reviews.trash.empty):
            self._read()

    def _try(self, act: Callable[[], Change], label: str, refused: Callable[[str], None]) -> bool:
        """Do something; what a field stands against is said there."""
        try:
            change = act()
        except FieldProblem as problem:
            refused(str(problem))
            return False
        except EnvironmentFault as fault:
            self._say_not_kept(fault)
            return False
        self._undo.record(change, label)
        return True

    def _settle_conflict(self, desk: Desk[Any], _wanted: object, stored: object | None) -> None:
        """Keep what is typed here; undo brings back what was stored. What is gone stays gone."""
        desk.settle(keep_mine=stored is not None)
        self.refresh(None)

    def _follow_step(self, change: Change) -> None:
        """Show what undo or redo has just brought back or changed."""
        reviews = [edit.after for edit in change.edits if isinstance(edit.after, ReviewDetails)]
        if self.isVisible() and len(reviews) == 1 and not reviews[0].in_trash:
            self._open(reviews[0].id)

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))

    def _tell_done(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, undoable=True))

    def _say_kept(self, _value: object) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _say_not_kept(self, fault: EnvironmentFault) -> None:
        report = SaveReport(
            SaveState.NOT_SAVED, reason=str(fault), action=self.tr("Try again"), act=self.flush, fault=fault
        )
        self.save_reported.emit(report)
