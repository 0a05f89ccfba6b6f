"""Below the dates: what a near review still lacks, playbooks under way, and plans. Made after the first picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.periods import week_of
from arcareer_ui.dates import month_name, weekday_and_day
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.icon import Bubble, Icon
from arcareer_ui.widgets.label import ElideLabel, Label

if TYPE_CHECKING:
    from datetime import date

    from arcareer.clock import Clock
    from arcareer.domain.plans import Plan
    from arcareer.services.under_way import ReviewGaps, UnderWayService
    from arcareer_ui.pages.this_week.coming_up import ComingUp
    from arcareer_ui.window_state import WindowState

PUT_AWAY_STATE = "this-week/review-gaps-put-away"
LOOK_AGAIN_MS = 150
MOST_ROWS = 3

_TRANSLATE = QCoreApplication.translate


class UnderWay(QObject):
    """Fills the rows below the dates as soon as `is_warm`, and again when asked. `route_asked` leads to one of them."""

    route_asked = Signal(str)
    shown = Signal()

    def __init__(
        self,
        card: ComingUp,
        service: Callable[[], UnderWayService],
        *,
        state: WindowState,
        clock: Clock,
        is_warm: Callable[[], bool],
    ) -> None:
        super().__init__(card)
        self._card, self._service, self._state, self._clock, self._is_warm = card, service, state, clock, is_warm
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)

    def look_soon(self) -> None:
        """Read again when there is time."""
        self._soon.start(0 if self._is_warm() else LOOK_AGAIN_MS)

    def rest(self) -> None:
        """Read nothing while nobody looks."""
        self._soon.stop()

    def _look(self) -> None:
        if not self._is_warm():
            self._soon.start(LOOK_AGAIN_MS)
            return
        service = self._service()
        rows: list[QWidget] = []
        gaps = service.gaps()
        if gaps is not None and gaps.has_any and self._state.text(PUT_AWAY_STATE) != self._week_of(gaps):
            rows.append(self._nudge(gaps))
        for run, playbook in service.runs()[:MOST_ROWS]:
            title = playbook.title if playbook is not None else run.playbook
            done, total = len(run.done), len(playbook.steps) if playbook is not None else len(run.done)
            words = _TRANSLATE("UnderWay", "Playbook: {done} of {total} steps done.").format(done=done, total=total)
            rows.append(self._row("list-checks", title, words, f"run/{run.id}", _TRANSLATE("UnderWay", "Go on")))
        for plan in service.plans()[:MOST_ROWS]:
            words = plan_words(plan, self._clock.today())
            rows.append(self._row("target", plan.title, words, f"plan/{plan.id}", _TRANSLATE("UnderWay", "Open plan")))
        self._card.show_under_way(rows)
        self.shown.emit()

    def _row(self, icon: str, title: str, words: str, route: str, act: str) -> QWidget:
        holder = QWidget()
        line = row(holder, margins=(0, 10, 0, 10), spacing=14)
        texts = column(spacing=2)
        texts.addWidget(ElideLabel(title, "strong"))
        texts.addWidget(Label(words, "small", wrap=True))
        go = Button(act)
        go.setAccessibleName(f"{act}: {title}")
        go.clicked.connect(partial(self.route_asked.emit, route))
        line.addWidget(Bubble(icon, "plain"), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(texts, 1)
        line.addWidget(go, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _nudge(self, gaps: ReviewGaps) -> QWidget:
        holder = QWidget()
        line = row(holder, margins=(0, 6, 0, 6), spacing=10)
        line.addWidget(Icon("lightbulb", "warn", 17), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(Label(gap_words(gaps), "small", wrap=True), 1)
        look = Button(_TRANSLATE("UnderWay", "Fill the gaps"), "link")
        look.clicked.connect(partial(self.route_asked.emit, f"review/{gaps.review.id}"))
        away = IconButton("x", _TRANSLATE("UnderWay", "Not this week"), size="compact")
        away.clicked.connect(partial(self._put_away, gaps))
        line.addWidget(look, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(away, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _put_away(self, gaps: ReviewGaps) -> None:
        self._state.remember(PUT_AWAY_STATE, self._week_of(gaps))
        self._look()

    def _week_of(self, gaps: ReviewGaps) -> str:
        return f"{gaps.review.id} {week_of(self._clock.today()).start.isoformat()}"


def gap_words(gaps: ReviewGaps) -> str:
    """Return in one line what a review still lacks."""
    parts = [*_months(gaps.stretches)]
    if gaps.without_number:
        parts.append(_TRANSLATE("UnderWay", "%n win(s) without a number", "", gaps.without_number))
    if gaps.goals_without_wins:
        parts.append(_TRANSLATE("UnderWay", "%n goal(s) without a win", "", gaps.goals_without_wins))
    title = gaps.review.occasion.title or _TRANSLATE("UnderWay", "Review")
    return _TRANSLATE("UnderWay", "{review}: {gaps}.").format(review=title, gaps=", ".join(parts))


def plan_words(plan: Plan, today: date) -> str:
    """Return the day of a plan and its next step."""
    step = plan.next_task
    if plan.ends_on is not None and today > plan.ends_on:
        return _TRANSLATE("UnderWay", "The 30 days are over. Measure the result.")
    if plan.starts_on is not None and today < plan.starts_on:
        return _TRANSLATE("UnderWay", "Starts {day}.").format(day=weekday_and_day(plan.starts_on))
    day = plan.day(today)
    due = plan.date_of(step.last_day) if step is not None else None
    if step is None or due is None:
        return _TRANSLATE("UnderWay", "Day {day} of 30. Every step is done.").format(day=day)
    return _TRANSLATE("UnderWay", "Day {day} of 30. By {due}: {step}").format(
        day=day, due=weekday_and_day(due), step=step.text
    )


def _months(stretches: Sequence[tuple[date, date]]) -> Sequence[str]:
    if not stretches:
        return ()
    first, last = max(stretches, key=lambda one: one[1] - one[0])
    if first == last:
        longest = _TRANSLATE("UnderWay", "nothing in {month}").format(month=month_name(first))
    else:
        longest = _TRANSLATE("UnderWay", "nothing from {first} to {last}").format(
            first=month_name(first), last=month_name(last)
        )
    return (longest,)
