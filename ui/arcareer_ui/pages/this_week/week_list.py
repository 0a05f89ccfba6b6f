"""The weeks as a list: what the bars show, and where weeks away are marked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from arcareer.domain.home import WeekCount
from arcareer_ui.dates import day_and_month
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.label import Label


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
        return self.tr("%n win(s)", "", week.wins)
