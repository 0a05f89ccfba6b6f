"""The first page at work: it shows the week, and turns what the user does there into stored changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.home import HomeGlance, WeekCount
from arcareer.domain.periods import Period
from arcareer.errors import EnvironmentFault
from arcareer_ui.acts import Acts
from arcareer_ui.capture.saved import saved_toast
from arcareer_ui.capture.session import CaptureSession
from arcareer_ui.capture.starters import choose_starters
from arcareer_ui.dates import long_weekday_and_day, month_name
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.this_week.dates_desk import DatesDesk
from arcareer_ui.pages.this_week.messages import Messages
from arcareer_ui.pages.this_week.reminder import Reminder
from arcareer_ui.pages.this_week.view import ThisWeekView
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.boxes import column

if TYPE_CHECKING:
    from arcareer.domain.agenda import Occasion
    from arcareer.domain.journal import Win
    from arcareer.services.agenda import AgendaService
    from arcareer.services.capture import CaptureService
    from arcareer.services.customers import CustomerService
    from arcareer.services.drafts import DraftService
    from arcareer.services.home import HomeService
    from arcareer.services.journal import JournalService
    from arcareer.settings.store import PreferencesStore
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.pages.this_week.coming_up import ComingUp
    from arcareer_ui.pages.this_week.under_way import UnderWay
    from arcareer_ui.undo import UndoController

LOOK_AT_CLOCK_MS = 30_000
AFTER_PICTURE_MS = 100
WEEKS_AHEAD = 4
MONTHS_OF_PROOF = 6
# From so many wins on, nobody needs to be asked any more what brings them here.
PURPOSE_ANSWERS_ITSELF = 5
REHEARSE = "prep/star/rehearse"


class ThisWeekPage(Page):
    """Capture, this week's wins, dates, rhythm and coverage. `sample_asked` wants to see the sample data."""

    sample_asked = Signal()

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {
            EntityKind.WIN,
            EntityKind.OCCASION,
            EntityKind.AWAY_WEEK,
            EntityKind.OWNER,
            EntityKind.CUSTOMER,
            EntityKind.ANSWER,
            EntityKind.PLAN,
            EntityKind.PLAYBOOK_RUN,
            EntityKind.REVIEW,
        }
    )

    def __init__(
        self,
        *,
        home: HomeService,
        journal: Callable[[], JournalService],
        customers: Callable[[], CustomerService],
        agenda: Callable[[], AgendaService],
        drafts: DraftService,
        capture: Callable[[], CaptureService],
        content: ContentLibrary,
        preferences: PreferencesStore,
        undo: UndoController,
        dialogs: Dialogs,
        clock: Clock,
        is_sample: bool = False,
        ready: Callable[[], bool] = lambda: True,
        under_way: Callable[[ComingUp], UnderWay],
    ) -> None:
        """`under_way` makes what fills the rows below the dates, after the first picture."""
        super().__init__()
        self._make_under_way = under_way
        self._under_way: UnderWay | None = None
        self._home, self._journal, self._content = home, journal, content
        self._clock, self._preferences, self._is_sample = clock, preferences, is_sample
        self._dates_shown_as = preferences.current.date_format
        self._today = clock.today()
        self._glance: HomeGlance | None = None
        self._visited = False
        self.view = ThisWeekView(content.themes)
        column(self).addWidget(self.view)
        self.messages = Messages(self.view)
        self._acts = Acts(undo, self)
        self._session = CaptureSession(
            self.view.capture,
            capture=capture,
            journal=journal,
            customers=customers,
            drafts=drafts,
            undo=undo,
            clock=clock,
            ready=ready,
        )
        self._dates = DatesDesk(self.view, self._acts, agenda)
        self._reminder = Reminder(
            self.view,
            self.messages,
            self._acts,
            preferences=preferences,
            dialogs=dialogs,
            clock=clock,
            asks=not is_sample,
        )
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_AT_CLOCK_MS)
        self._watch.timeout.connect(self.look_at_clock)
        self._connect()
        self.refresh(None)
        self._offer_starters()

    def _connect(self) -> None:
        view = self.view
        self._session.saved.connect(self._tell_saved)
        self._session.written.connect(self._tell_written)
        self._session.troubled.connect(self._tell_trouble)
        self._session.announced.connect(self.announced)
        view.capture.typed.connect(self._forget_kept)
        view.logged.opened.connect(self._open_win)
        view.logged.trashed.connect(self._trash)
        view.logged.route_asked.connect(self.open_route)
        view.logged.all_asked.connect(partial(self.open_route.emit, "wins"))
        view.logged.sample_asked.connect(self.sample_asked)
        view.coming_up.preparing.connect(self._prepare)
        view.coming_up.rehearsal_asked.connect(partial(self.open_route.emit, REHEARSE))
        view.coming_up.plan_asked.connect(lambda one: self.open_route.emit(f"{one.kind.value}/{one.id}"))
        view.purpose_answered.connect(self._arrange)
        view.purpose_answered.connect(view.capture.focus)
        view.nudge.answered.connect(view.capture.focus)
        view.coverage.ideas_asked.connect(self._show_ideas)
        self.messages.log_asked.connect(partial(self.log_here, ""))
        self.messages.retry_asked.connect(partial(self.refresh, None))
        self.messages.announced.connect(self.announced)
        self._acts.refused.connect(self._tell)
        self._reminder.reported.connect(self._tell)

    def activated(self, route: Route) -> None:  # noqa: ARG002 - there is one place here
        """Continue the half-typed sentence, offer ways into the next one, and catch up with the clock."""
        draft = self._session.resume()
        if draft is not None and not self._visited:
            kept_at = draft.kept_at.astimezone().replace(tzinfo=None)
            title = self.messages.tell_kept(kept_at, self._clock.local_now())
            self.announced.emit(title)
        self._visited = True
        if self._preferences.current.date_format is not self._dates_shown_as:
            self.refresh(None)
        self.look_at_clock()
        self._offer_starters()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read the week again."""
        self._session.heed(changes)
        if changes is not None and not changes.affects(*(self.shows - {EntityKind.CUSTOMER})):
            return
        self._today = self._clock.today()
        self._dates_shown_as = self._preferences.current.date_format
        try:
            self._glance = self._home.glance(self._today)
            readiness = self._readiness(self._glance)
        except EnvironmentFault as fault:
            self.messages.tell_problem(str(fault))
            return
        self.messages.forget_problem()
        self._show(self._glance, readiness)

    def flush(self) -> None:
        """Keep the half-typed sentence."""
        self._session.flush()

    def first_focus(self) -> QWidget | None:
        """Start in the capture field."""
        return self.view.capture.field

    def regions(self) -> Sequence[QWidget]:
        """Capture first, then the two columns."""
        return (self.view.capture, self.view.left, self.view.right)

    def log_here(self, text: str) -> bool:
        """Log a win right here; `text` takes the place of what is typed, Ctrl+Z brings that back."""
        self.view.reveal(self.view.capture)
        self.view.capture.focus()
        if text:
            self.view.capture.field.begin(text)
        return True

    def look_at_clock(self) -> None:
        """Notice that a new day or the time of the reminder has come."""
        if self._clock.today() != self._today:
            self.refresh(None)
            self._offer_starters()
        else:
            self._reminder.look_at_clock()

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the clock while on show."""
        super().showEvent(event)
        self._watch.start()
        QTimer.singleShot(AFTER_PICTURE_MS, self, self._look_under_way)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the clock be."""
        super().hideEvent(event)
        self._watch.stop()
        if self._under_way is not None:
            self._under_way.rest()

    def _look_under_way(self) -> None:
        """Read what goes on besides wins; the first picture does not wait for it."""
        if not self.isVisible():
            return
        if self._under_way is None:
            self._under_way = self._make_under_way(self.view.coming_up)
            self._under_way.route_asked.connect(self.open_route)
            self._under_way.shown.connect(self._arrange)
        self._under_way.look_soon()

    def _show(self, glance: HomeGlance, readiness: str) -> None:
        view, first_run = self.view, glance.total_wins == 0
        day = long_weekday_and_day(self._today)
        view.header.set_overline(self.tr("Welcome to arcareer") if first_run else day)
        view.logged.show_wins(glance.this_week, first_run=first_run)
        view.coming_up.show_occasions(glance.occasions, self._today, readiness)
        view.coming_up.offer_rehearsal(glance.answers > 0 and all(one.is_review for one in glance.occasions))
        view.rhythm.show_rhythm(glance.weeks, self._weeks_ahead(glance))
        view.coverage.show_coverage({one.theme: one.wins for one in glance.coverage})
        self._reminder.show(glance)
        self._arrange()
        if self._under_way is not None:
            self._look_under_way()

    def _arrange(self) -> None:
        """Show the cards that belong to how far the user has come."""
        glance, view = self._glance, self.view
        if glance is None:
            return
        first_run = glance.total_wins == 0
        unanswered = not glance.purpose and glance.total_wins < PURPOSE_ANSWERS_ITSELF and not self._is_sample
        view.show_first_run(asks=unanswered, promises=first_run, today=self._today)
        view.rhythm.setVisible(not first_run)
        view.coverage.setVisible(not first_run)
        has_reason = not first_run or bool(glance.occasions or glance.purpose) or view.coming_up.has_under_way
        view.coming_up.setVisible(has_reason and not view.asks_for_date)
        view.put_in_order()

    def _weeks_ahead(self, glance: HomeGlance) -> tuple[WeekCount, ...]:
        present = glance.weeks[-1].monday
        mondays = (present + timedelta(weeks=number) for number in range(1, WEEKS_AHEAD + 1))
        return tuple(WeekCount(monday, 0, monday in glance.away) for monday in mondays)

    def _readiness(self, glance: HomeGlance) -> str:
        """Return how many wins with a number the last months hold, if a review is coming."""
        if not any(one.is_review for one in glance.occasions):
            return ""
        since = _months_before(self._today, MONTHS_OF_PROOF)
        wins = self._home.with_number(Period(since, self._today))
        return self.tr("%n win(s) with a number since {month}.", "", wins).format(month=month_name(since))

    def _offer_starters(self) -> None:
        glance = self._glance
        coverage = {one.theme: one.wins for one in glance.coverage} if glance else {}
        turn = self._today.isocalendar().week if glance and glance.total_wins else 0
        self.view.starters.offer(choose_starters(self._content.starters, coverage, turn))

    def _show_ideas(self, theme_id: str) -> None:
        theme = self._content.theme(theme_id)
        if theme is None:
            return
        starters = self.view.starters
        chosen = [one for one in self._content.starters if one.theme == theme_id]
        starters.offer(chosen, self.tr("Ideas on {theme}").format(theme=theme.label.lower()), theme.idea)
        self.view.reveal(self.view.capture)
        starters.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.announced.emit(theme.idea)

    def _tell_saved(self, win: Win, details: bool) -> None:  # noqa: FBT001 - the shape of the session's signal
        self.messages.forget_kept()
        if details:
            self.announced.emit(self.tr("Win saved"))
            self._open_win(win.id)
            return
        count = len(self._glance.this_week) if self._glance else 0
        self.toasted.emit(saved_toast(count, partial(self._open_win, win.id)))

    def _tell_written(self) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _tell_trouble(self, fault: EnvironmentFault) -> None:
        report = SaveReport(
            SaveState.NOT_SAVED, reason=str(fault), action=self.tr("Try again"), act=self._session.flush, fault=fault
        )
        self.save_reported.emit(report)

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))

    def _forget_kept(self, text: str) -> None:
        if not text.strip():
            self.messages.forget_kept()

    def _open_win(self, win: UUID) -> None:
        self.open_route.emit(f"win/{win}")

    def _trash(self, win: UUID) -> None:
        if self._acts.do(partial(self._journal().move_to_trash, (win,)), self.tr("Move win to trash")):
            self.toasted.emit(
                ToastRequest(
                    self.tr("Win moved to trash"),
                    icon="trash-2",
                    undoable=True,
                    key="trash",
                    merged=lambda count: self.tr("%n win(s) moved to trash", "", count),
                )
            )

    def _prepare(self, occasion: Occasion) -> None:
        self.open_route.emit("brag-sheet" if occasion.is_review else REHEARSE)


def _months_before(day: date, months: int) -> date:
    """Return the first day of the month so many months before."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, 1)
