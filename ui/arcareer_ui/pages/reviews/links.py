"""Wins linked to goals and qualities of the review on show, and goals changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from arcareer.domain.changes import Change
from arcareer.domain.reviews import Goal, Review
from arcareer.domain.win_lists import WinQuery, WinSummary
from arcareer_ui.acts import Acts
from arcareer_ui.win_picker import WinPicker

if TYPE_CHECKING:
    from arcareer.services.journal import JournalService
    from arcareer.services.reviews import ReviewService
    from arcareer_ui.pages.reviews.sheet import ReviewSheet

MOST_OFFERED = 200
Link = Callable[[Review, Sequence[UUID]], Change]


class WinLinks(QObject):
    """Acts on the review that `stored` returns with all that was typed in it; `goal` is the one that is open.

    `told` carries what was done and can be undone.
    """

    told = Signal(str)

    def __init__(
        self,
        reviews: ReviewService,
        journal: JournalService,
        acts: Acts,
        stored: Callable[[], Review | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reviews, self._journal, self._acts, self._stored = reviews, journal, acts, stored
        self._linking: Link | None = None
        self._came_from: QWidget | None = None
        self._review: Review | None = None
        self._sheet: ReviewSheet | None = None
        self.goal: UUID | None = None
        self.picker = WinPicker(self._find_wins, self.tr("Which win shows it?"), self._link_words)

    def serve(self, sheet: ReviewSheet) -> None:
        """Do what is asked for on a sheet."""
        self._sheet = sheet
        form, qualities = sheet.goals.form, sheet.qualities
        form.chosen.connect(self._choose_for_goal)
        form.link_asked.connect(self._ask_goal_win)
        form.unlinked.connect(self._unlink_goal_win)
        form.removed.connect(self._remove_goal)
        qualities.link_asked.connect(self._ask_quality_win)
        qualities.unlinked.connect(self._unlink_quality)
        self.picker.picked.connect(self._link)
        self.picker.left.connect(self._end_picking)

    def open_one(self, goals: Sequence[Goal]) -> Goal | None:
        """Return the goal that is open."""
        return next((goal for goal in goals if goal.id == self.goal), None)

    def _at_goal(self) -> tuple[Review, Goal] | None:
        review = self._stored()
        goal = self.open_one(review.details.goals) if review is not None else None
        return (review, goal) if review is not None and goal is not None else None

    def _choose_for_goal(self, part: str, value: object) -> None:
        place = self._at_goal()
        if place is None or getattr(place[1], part) == value:
            return
        review, goal = place
        changed = replace(goal, **{part: value})  # type: ignore[arg-type]  # the form names only fields of a goal
        goals = tuple(changed if one.id == goal.id else one for one in review.details.goals)
        self._acts.do(partial(self._reviews.change_goals, review, goals), self.tr("Change goal"))

    def _remove_goal(self) -> None:
        place = self._at_goal()
        if place is None:
            return
        review, goal = place
        left = tuple(one for one in review.details.goals if one.id != goal.id)
        if self._acts.do(partial(self._reviews.change_goals, review, left), self.tr("Remove goal")):
            self.told.emit(self.tr("Goal removed"))

    def _ask_goal_win(self) -> None:
        place = self._at_goal()
        if place is not None:
            review, goal = place
            self._pick(review, lambda now, wins: self._reviews.link(now, goal, wins), goal.wins)

    def _unlink_goal_win(self, win: UUID) -> None:
        place = self._at_goal()
        if place is not None:
            self._unlink(partial(self._reviews.unlink, *place, win))

    def _ask_quality_win(self, quality: str) -> None:
        review = self._stored()
        if review is not None:
            shown = [win.id for win in self._reviews.wins_showing(review, quality)]
            self._pick(review, lambda now, wins: self._reviews.show_quality(now, quality, wins), shown)

    def _unlink_quality(self, quality: str, win: UUID) -> None:
        review = self._stored()
        if review is not None:
            self._unlink(partial(self._reviews.hide_quality, review, quality, win))

    def _unlink(self, act: Callable[[], Change]) -> None:
        if self._acts.do(act, self.tr("Unlink win")):
            self.told.emit(self.tr("Win taken off. It stays in your journal."))

    def _pick(self, review: Review, link: Link, linked: Sequence[UUID]) -> None:
        if self._sheet is None:
            return
        self._review, self._linking, self._came_from = review, link, QApplication.focusWidget()
        self._sheet.show_picker(shown=True)
        self.picker.start(frozenset(linked))

    def _find_wins(self, text: str) -> Sequence[WinSummary]:
        """Return wins of the time the review looks back on, or of any time where a word is asked for."""
        period = self._reviews.file_of(self._review).period if self._review is not None and not text.strip() else None
        found = self._journal.find(WinQuery(text=text.strip(), period=period), MOST_OFFERED)
        return found or self._journal.find(WinQuery(text=text.strip()), MOST_OFFERED)

    def _link_words(self, wins: int) -> str:
        return self.tr("Link %n win(s)", "", wins) if wins > 1 else self.tr("Link this win")

    def _link(self, wins: tuple[UUID, ...]) -> None:
        review, link = self._stored(), self._linking
        if review is not None and link is not None and self._acts.do(lambda: link(review, wins), self.tr("Link win")):
            self.told.emit(self.tr("%n win(s) linked", "", len(wins)))
        self._end_picking()

    def _end_picking(self) -> None:
        if self._sheet is None:
            return
        self._sheet.show_picker(shown=False)
        origin, self._came_from = self._came_from, None
        back = origin if origin is not None and origin.isVisible() else self._sheet.goals.line
        back.setFocus(Qt.FocusReason.OtherFocusReason)
