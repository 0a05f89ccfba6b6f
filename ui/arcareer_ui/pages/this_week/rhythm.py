"""Your rhythm: the last twelve weeks, the reminder, and weeks away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from arcareer.domain.home import WeekCount
from arcareer.domain.rhythm import rhythm_of
from arcareer_ui.dates import clock_time, day_and_month
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.meters import WeekBars
from arcareer_ui.widgets.switch import Switch

RUN_WORTH_SAYING = 3


class RhythmCard(Card):
    """Weeks as bars, and as a list to mark weeks away in.

    `away_changed` carries a Monday and whether the user was away; `reminder_switched` whether to remind;
    `calendar_asked` wants the calendar file; `weeks_asked` the list of weeks, to be given by `show_weeks`.
    """

    away_changed = Signal(object, bool)
    reminder_switched = Signal(bool)
    calendar_asked = Signal()

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
        if self.weeks is not None:
            self.weeks.show_weeks(self._given, weeks[-1].monday)

    def show_reminder(self, weekday: int, at: time, *, on: bool) -> None:
        """Show when the reminder comes (Monday is 0) and whether it is on."""
        when = reminder_time(self, weekday, at)
        self._when.setText(when)
        self.switch.setAccessibleName(self.tr("Reminder, {when}").format(when=when))
        blocked = self.switch.blockSignals(True)
        self.switch.setChecked(on)
        self.switch.blockSignals(blocked)

    def _toggle_weeks(self) -> None:
        if self.weeks is None:
            self.weeks = WeekList()
            self.weeks.away_changed.connect(self.away_changed)
            self.add(self.weeks)
            self.weeks.hide()
        opening = self.weeks.isHidden()
        if opening:
            present = max((week.monday for week in self._given), default=date.min) - timedelta(weeks=AHEAD)
            self.weeks.show_weeks(self._given, present)
        self.weeks.setVisible(opening)
        self.toggle.set_label(self.tr("Hide weeks") if opening else self.tr("Show weeks"))


AHEAD = 4


class WeekList(QWidget):
    """Every week with its wins; a week without any can be marked as away."""

    away_changed = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 6)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._mondays: tuple[date, ...] = ()
        self._counts: list[Label] = []
        self.boxes: dict[date, CheckBox] = {}

    def show_weeks(self, weeks: Sequence[WeekCount], present: date) -> None:
        """Show the weeks, the latest first; `present` is this week's Monday."""
        if tuple(week.monday for week in weeks) != self._mondays:
            self._build(weeks, present)
        for week, count in zip(reversed(weeks), self._counts, strict=True):
            count.setText(self._wins(week, present))
            box = self.boxes[week.monday]
            blocked = box.blockSignals(True)
            box.setChecked(week.away)
            box.blockSignals(blocked)
            box.setVisible(not week.wins or week.away)

    def _build(self, weeks: Sequence[WeekCount], present: date) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._mondays = tuple(week.monday for week in weeks)
        self._counts, self.boxes = [], {}
        for place, week in enumerate(reversed(weeks)):
            monday = day_and_month(week.monday)
            name = self.tr("This week") if week.monday == present else self.tr("From {monday}").format(monday=monday)
            count = Label("", "small", "text3")
            box = CheckBox(self.tr("Away"))
            box.setAccessibleName(self.tr("Away in the week from {monday}").format(monday=monday))
            policy = box.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            box.setSizePolicy(policy)
            box.toggled.connect(lambda away, at=week.monday: self.away_changed.emit(at, away))
            self._counts.append(count)
            self.boxes[week.monday] = box
            self._grid.addWidget(Label(name, "small", "text"), place, 0)
            self._grid.addWidget(count, place, 1)
            self._grid.addWidget(box, place, 2, Qt.AlignmentFlag.AlignTrailing)

    def _wins(self, week: WeekCount, present: date) -> str:
        if week.monday > present:
            return ""
        return self.tr("1 win") if week.wins == 1 else self.tr("{count} wins").format(count=week.wins)


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
