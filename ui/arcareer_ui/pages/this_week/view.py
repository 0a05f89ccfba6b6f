"""Layout of the first page: capture on top, this week and what is coming on the left, the habit on the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from arcareer.content.models import Theme
from arcareer_ui.capture.card import CaptureCard, StarterRow
from arcareer_ui.pages.this_week.coming_up import ComingUp
from arcareer_ui.pages.this_week.coverage import CoverageCard
from arcareer_ui.pages.this_week.logged import LoggedCard
from arcareer_ui.pages.this_week.nudge import NudgeCard
from arcareer_ui.pages.this_week.rhythm import RhythmCard
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.page_body import PageBody
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer_ui.pages.this_week.first_run import FirstRun

STACK_BELOW = 820
GAP = 16
SOON_MS = 50


class ThisWeekView(PageBody):
    """The parts of the page; which of them show is for the page to decide.

    `purpose_chosen`, `occasion_dated` and `purpose_answered` are those of the `PurposeCard`, which is only made when it
    is needed.
    """

    purpose_chosen = Signal(str)
    occasion_dated = Signal(object, str, object)
    purpose_answered = Signal()

    def __init__(self, themes: Sequence[Theme]) -> None:
        super().__init__(GAP)
        self.header = PageHeader(self.tr("What went well this week?"))
        self.banners = QWidget()
        self._banner_column = column(self.banners, spacing=8)
        self.banners.hide()
        self.starters = StarterRow()
        self.capture = CaptureCard(themes, self.starters)
        self.logged = LoggedCard({theme.id: theme for theme in themes})
        self.coming_up = ComingUp()
        self.first_run: FirstRun | None = None
        self.nudge = NudgeCard()
        self.rhythm = RhythmCard()
        self.coverage = CoverageCard(themes)
        columns = Columns(STACK_BELOW, GAP)
        self.left = columns.add(_column_of(self.logged, self.coming_up), 62)
        self.right = columns.add(_column_of(self.nudge, self.rhythm, self.coverage), 38)
        for part in (self.header, self.banners, self.capture, columns):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.coming_up.form_opened.connect(self._show_form)
        self.rhythm.rearranged.connect(self.put_in_order)
        self._order = QTimer(self)
        self._order.setSingleShot(True)
        self._order.timeout.connect(self._follow_layout)

    def put_in_order(self) -> None:
        """Let Tab go through the parts as they are read, as soon as there is time: after the first picture."""
        self._order.start(0 if self.isVisible() else SOON_MS)

    def show_first_run(self, *, asks: bool, promises: bool, today: date) -> None:
        """Show what belongs to the first days; see `FirstRun.show_parts`."""
        if self.first_run is None and (asks or promises):
            self.first_run = self._make_first_run()
        if self.first_run is not None:
            self.first_run.show_parts(asks=asks, promises=promises, today=today)

    @property
    def asks_for_date(self) -> bool:
        """Return whether the first run's question is about a date now."""
        return self.first_run is not None and self.first_run.purpose.asks_for_date

    def _make_first_run(self) -> FirstRun:
        from arcareer_ui.pages.this_week.first_run import FirstRun  # noqa: PLC0415 - most starts do without

        first_run = FirstRun()
        first_run.purpose.chosen.connect(self.purpose_chosen)
        first_run.purpose.dated.connect(self.occasion_dated)
        first_run.purpose.finished.connect(self.purpose_answered)
        layout = self.right.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, first_run.purpose)
            layout.insertWidget(1, first_run.trust)
        return first_run

    def _follow_layout(self) -> None:
        follow_layout(self)

    def put_banner(self, banner: QWidget) -> None:
        """Show a message above the capture card."""
        self._banner_column.addWidget(banner)
        self.banners.show()
        self.put_in_order()

    def take_banner(self, banner: QWidget) -> None:
        """Take a message away for good; the keyboard goes back to the sentence if it was there."""
        focus = self.window().focusWidget()
        if focus is not None and banner.isAncestorOf(focus):
            self.capture.focus()
        self._banner_column.removeWidget(banner)
        banner.hide()
        banner.deleteLater()
        self.banners.setVisible(self._banner_column.count() > 0)

    def _show_form(self, form: QWidget) -> None:
        self.put_in_order()
        self.reveal(form)


def _column_of(*parts: QWidget) -> QVBoxLayout:
    layout = column(spacing=GAP)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return layout
