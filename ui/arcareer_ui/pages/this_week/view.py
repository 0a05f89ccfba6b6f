"""Layout of the first page: capture on top, this week and what is coming on the left, the habit on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from arcareer.content.models import Theme
from arcareer_ui.capture.card import CaptureCard
from arcareer_ui.pages.this_week.coming_up import ComingUp
from arcareer_ui.pages.this_week.coverage import CoverageCard
from arcareer_ui.pages.this_week.first_run import NudgeCard, PurposeCard, TrustLines
from arcareer_ui.pages.this_week.logged import LoggedCard
from arcareer_ui.pages.this_week.rhythm import RhythmCard
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.page_body import PageBody
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.tab_order import follow_layout

STACK_BELOW = 820
GAP = 16


class ThisWeekView(PageBody):
    """The parts of the page; which of them show is for the page to decide."""

    def __init__(self, themes: Sequence[Theme]) -> None:
        super().__init__(GAP)
        self.header = PageHeader(self.tr("What went well this week?"))
        self.banners = QWidget()
        self._banner_column = column(self.banners, spacing=8)
        self.banners.hide()
        self.capture = CaptureCard(themes)
        self.logged = LoggedCard({theme.id: theme for theme in themes})
        self.coming_up = ComingUp()
        self.purpose = PurposeCard()
        self.trust = TrustLines()
        self.nudge = NudgeCard()
        self.rhythm = RhythmCard()
        self.coverage = CoverageCard(themes)
        columns = Columns(STACK_BELOW, GAP)
        self.left = columns.add(_column_of(self.logged, self.coming_up), 62)
        self.right = columns.add(_column_of(self.purpose, self.trust, self.nudge, self.rhythm, self.coverage), 38)
        for part in (self.header, self.banners, self.capture, columns):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.coming_up.form_opened.connect(self._show_form)
        self.rhythm.toggle.clicked.connect(self.put_in_order)

    def put_in_order(self) -> None:
        """Let Tab go through the parts as they are read."""
        follow_layout(self)

    def put_banner(self, banner: QWidget) -> None:
        """Show a message above the capture card."""
        self._banner_column.addWidget(banner)
        self.banners.show()
        self.put_in_order()

    def take_banner(self, banner: QWidget) -> None:
        """Take a message away for good."""
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
