"""The weekly reminder on this page: its line, its switch, the one question about it, and the calendar file."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer import fsops
from arcareer.clock import Clock
from arcareer.domain.home import HomeGlance
from arcareer.domain.periods import week_of
from arcareer.errors import EnvironmentFault
from arcareer.services.reminders import calendar_file, due_line
from arcareer_ui.acts import Acts
from arcareer_ui.pages.this_week.messages import Messages
from arcareer_ui.pages.this_week.rhythm import reminder_time
from arcareer_ui.pages.this_week.view import ThisWeekView

if TYPE_CHECKING:
    from arcareer.settings.preferences import Preferences
    from arcareer.settings.store import PreferencesStore
    from arcareer_ui.dialogs import Dialogs


class Reminder(QObject):
    """Keeps the reminder's parts of the page in step with the preferences and the clock. `reported` carries results."""

    reported = Signal(str)

    def __init__(
        self,
        view: ThisWeekView,
        messages: Messages,
        acts: Acts,
        *,
        preferences: PreferencesStore,
        dialogs: Dialogs,
        clock: Clock,
        asks: bool = True,
    ) -> None:
        """Take the parts; `asks` says whether the question after the first win may be asked here."""
        super().__init__(view)
        self._view, self._messages, self._acts = view, messages, acts
        self._preferences, self._dialogs, self._clock, self._asks = preferences, dialogs, clock, asks
        view.rhythm.reminder_switched.connect(self._switch)
        view.rhythm.calendar_asked.connect(self._ask_where)
        view.nudge.answered.connect(self._answer)
        messages.not_this_week.connect(self._dismiss)
        self._stop = preferences.subscribe(self._follow)
        self.destroyed.connect(self._stop)
        self._glance: HomeGlance | None = None

    def show(self, glance: HomeGlance) -> None:
        """Show what holds for these facts now."""
        self._glance = glance
        self._follow(self._preferences.current)

    def look_at_clock(self) -> None:
        """Let the line come when its time has come."""
        glance = self._glance
        if glance is None:
            return
        away = bool(glance.weeks) and glance.weeks[-1].away
        now = self._clock.local_now()
        current = self._preferences.current
        due = due_line(current, now, logged_this_week=bool(glance.this_week), away=away)
        self._messages.remind(due=due and glance.total_wins > 0)

    def _follow(self, current: Preferences) -> None:
        glance = self._glance
        if glance is None:
            return
        self._view.rhythm.show_reminder(current.reminder_weekday, current.reminder_time, on=current.remind_in_app)
        self._view.nudge.ask(reminder_time(self._view, current.reminder_weekday, current.reminder_time))
        self._view.nudge.setVisible(self._asks and glance.total_wins > 0 and not current.nudge_answered)
        self.look_at_clock()

    def _switch(self, on: bool) -> None:  # noqa: FBT001 - the shape of the switch's signal
        self._acts.settle(partial(self._preferences.update, remind_in_app=on, nudge_answered=True))

    def _answer(self, wanted: bool) -> None:  # noqa: FBT001 - the shape of the card's signal
        changes = {"remind_in_app": wanted, "remind_by_notification": wanted, "nudge_answered": True}
        self._acts.settle(partial(self._preferences.update, **changes))

    def _dismiss(self) -> None:
        monday: date = week_of(self._clock.today()).start
        self._acts.settle(partial(self._preferences.update, reminder_dismissed=monday))

    def _ask_where(self) -> None:
        from PySide6.QtCore import QStandardPaths  # noqa: PLC0415 - kept out of start-up

        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._dialogs.save_file(
            self.tr("Save the reminder for your calendar"),
            Path(folder) / self.tr("Weekly wins.ics"),
            self.tr("Calendar files (*.ics)"),
            self._write,
        )

    def _write(self, path: Path) -> None:
        current = self._preferences.current
        text = calendar_file(
            current.reminder_weekday,
            current.reminder_time,
            self.tr("Two minutes for this week's wins?"),
            today=self._clock.today(),
            stamp=self._clock.now(),
        )
        if self._acts.settle(partial(_save, path, text)):
            self._acts.settle(partial(self._preferences.update, remind_by_calendar=True))
            self.reported.emit(self.tr("{name} is saved. Open it to add it to your calendar.").format(name=path.name))


def _save(path: Path, text: str) -> None:
    try:
        fsops.atomic_write(path, text.encode("utf-8"))
    except OSError as reason:
        raise EnvironmentFault(
            f"{path.name} could not be written to {path.parent}. Nothing else was changed. Choose another folder."
        ) from reason
