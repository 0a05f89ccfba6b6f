"""Your rhythm: the last twelve weeks, the reminder, and weeks away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.home import WeekCount
from arcareer.domain.rhythm import rhythm_of
from arcareer_ui.dates import clock_time, day_and_month
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.meters import WeekBars
from arcareer_ui.widgets.switch import Switch

if TYPE_CHECKING:
    from arcareer_ui.pages.this_week.week_list import WeekList

RUN_WORTH_SAYING = 3


class RhythmCard(Card):
    """Weeks as bars, and as a list to mark weeks away in.

    `away_changed` carries a Monday and whether the user was away; `reminder_switched` whether to remind;
    `calendar_asked` wants the calendar file; `rearranged` comes when the list was shown or put away.
    """

    away_changed = Signal(object, bool)
    reminder_switched = Signal(bool)
    calendar_asked = Signal()
    rearranged = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(20, 16, 20, 10), spacing=10)
        self._summary = Label("", "small")
        self.add_heading(self.tr("Your rhythm"), self._summary)
        self.bars = WeekBars((), "", "", "")
        self.add(self.bars)
        self._when = ElideLabel("", "small")
        self.switch = Switch("")
        self.switch.toggled.connect(self.reminder_switched)
        reminder = row(spacing=10)
        reminder.addWidget(Icon("bell", "text3", 16))
        reminder.addWidget(self._when, 1)
        reminder.addWidget(self.switch)
        self.add(reminder)
        self.calendar = Button(self.tr("Add to my calendar"), "link", icon="calendar-plus")
        self.calendar.clicked.connect(self.calendar_asked)
        self.toggle = Button(self.tr("Show weeks"), "link", icon="list")
        self.toggle.clicked.connect(self._toggle_weeks)
        self.add(FlowBox(self.calendar, self.toggle, spacing=4, line_spacing=2))
        self.weeks: WeekList | None = None
        self._given: tuple[WeekCount, ...] = ()
        self._present = date.min

    @property
    def summary(self) -> str:
        """Return how many weeks have a win, in words."""
        return self._summary.text()

    def show_rhythm(self, weeks: Sequence[WeekCount], ahead: Sequence[WeekCount]) -> None:
        """Show past weeks, oldest first, this one at the end; weeks `ahead` can only be marked as away."""
        rhythm = rhythm_of(weeks)
        text = self.tr("{kept} of {counted} weeks").format(kept=rhythm.kept, counted=rhythm.counted)
        if rhythm.run >= RUN_WORTH_SAYING:
            text = self.tr("{weeks}, {run} in a row").format(weeks=text, run=rhythm.run)
        self._summary.setText(text)
        counts = [None if week.away and not week.wins else week.wins for week in weeks]
        spoken = ", ".join(self.tr("away") if count is None else str(count) for count in counts)
        first = day_and_month(weeks[0].monday) if weeks else ""
        name = self.tr("{weeks} have a win. Wins a week since {first}: {counts}.")
        name = name.format(weeks=text, first=first, counts=spoken)
        self.bars.set(counts, first, self.tr("This week"), name)
        self._given = (*weeks, *ahead)
        self._present = weeks[-1].monday if weeks else date.min
        if self.weeks is not None:
            self.weeks.show_weeks(self._given, self._present)

    def show_reminder(self, weekday: int, at: time, *, on: bool) -> None:
        """Show when the reminder comes (Monday is 0) and whether it is on."""
        when = reminder_time(self, weekday, at)
        self._when.setText(when)
        self.switch.setAccessibleName(self.tr("Reminder, {when}").format(when=when))
        blocked = self.switch.blockSignals(True)
        self.switch.setChecked(on)
        self.switch.blockSignals(blocked)

    def _toggle_weeks(self) -> None:
        weeks = self.weeks or self._make_list()
        opening = weeks.isHidden()
        weeks.setVisible(opening)
        self.toggle.set_label(self.tr("Hide weeks") if opening else self.tr("Show weeks"))
        self.rearranged.emit()

    def _make_list(self) -> WeekList:
        from arcareer_ui.pages.this_week.week_list import WeekList  # noqa: PLC0415 - kept out of start-up

        weeks = WeekList()
        weeks.show_weeks(self._given, self._present)
        weeks.away_changed.connect(self.away_changed)
        self.add(weeks)
        weeks.hide()
        self.weeks = weeks
        return weeks


def reminder_time(context: QWidget, weekday: int, at: time) -> str:
    """Return when the reminder comes: Fridays at 15:30."""
    return (
        context.tr("Mondays at {time}"),
        context.tr("Tuesdays at {time}"),
        context.tr("Wednesdays at {time}"),
        context.tr("Thursdays at {time}"),
        context.tr("Fridays at {time}"),
        context.tr("Saturdays at {time}"),
        context.tr("Sundays at {time}"),
    )[weekday].format(time=clock_time(at))
