"""The layout of the metrics: tiles, the line of one measure, what stands around it, and a pane for details."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from arcareer_ui.commands import native_keys
from arcareer_ui.pages.metrics.balance_cards import AgingCard, CausesCard
from arcareer_ui.pages.metrics.goal_card import GoalCard
from arcareer_ui.pages.metrics.import_start import dropped_file
from arcareer_ui.pages.metrics.insight_card import InsightCard
from arcareer_ui.pages.metrics.side_cards import AlongTheWay, BenchmarkCard, MoreMeasures, PatternCard
from arcareer_ui.pages.metrics.side_pane import SidePane
from arcareer_ui.pages.metrics.tiles import TileRow
from arcareer_ui.pages.metrics.trend_card import TrendCard
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.page_body import PageBody
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.segment import Segment

STACKED_BELOW = 800
PANE_BESIDE_FROM = 1000
LEFT_SHARE, RIGHT_SHARE = 3, 2
SPANS = ("3", "6", "12", "36")
FIGURES, PASTE, CHANGES, LISTS, COPY = "figures", "paste", "changes", "lists", "copy"


class MetricsView(QWidget):
    """Header, tiles and cards; `empty` stands there while no month is known. `dropped` carries a file let go here."""

    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        spans = [(span, self.tr("{months} mo").format(months=span)) for span in SPANS]
        self.span = Segment(self.tr("Months on show"), spans, "12")
        self.import_button = Button(self.tr("Import ledger"), icon="upload")
        self.add_button = Button(self.tr("Add month"), "primary", icon="plus", tip=native_keys("Ctrl+Shift+N"))
        self.menu = MenuButton(
            self.tr("More about metrics"),
            (
                MenuEntry(FIGURES, self.tr("All figures in one table"), "table-2"),
                MenuEntry(PASTE, self.tr("Paste months from a sheet"), "clipboard-paste"),
                MenuEntry(CHANGES, self.tr("What changed between two imports"), "split"),
                MenuEntry(COPY, self.tr("Copy the measures as a table"), "copy"),
            ),
        )
        actions = (self.span, self.import_button, self.add_button, self.menu)
        self.header = PageHeader(self.tr("Metrics"), " ", actions=actions)
        self.book = Combo(self.tr("Whose receivables"), size="compact")
        self.tiles = TileRow()
        self.trend, self.goal = TrendCard(), GoalCard()
        self.along, self.pattern = AlongTheWay(), PatternCard()
        self.aging, self.causes = AgingCard(), CausesCard()
        self.insight, self.benchmarks, self.more = InsightCard(), BenchmarkCard(), MoreMeasures()
        self.pane = SidePane(self.tr("Details"))
        self.messages = column(spacing=8)
        self.empty_add = Button(self.tr("Add month"), "primary", icon="plus")
        self.empty_import = Button(self.tr("Import ledger"), icon="upload")
        self.empty_sample = Button(self.tr("See it with sample data"), "quiet")
        self.empty = EmptyState(
            "chart-line",
            self.tr("Three months show a trend"),
            self.tr("Type the figures of a month, paste them from a sheet, or let a ledger fill them in."),
            action=self.empty_add,
            second=self.empty_import,
            third=self.empty_sample,
        )
        self._lay_out()

    def set_empty(self, empty: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Show the empty state in place of the figures."""
        self.empty.setVisible(empty)
        self._is_empty = empty
        for part in (self.tiles, self._columns, self.span, self.add_button):
            part.setVisible(not empty)
        self.arrange()

    def set_books(self, options: list[tuple[str, str]], current: str) -> None:
        """Offer the books there are; with one there is nothing to choose."""
        self.book.set_options(options, current)
        self._book_line.setVisible(len(options) > 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a ledger be dropped anywhere on the figures."""
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a dropped ledger."""
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pane beside the figures, or over them."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Follow width and pane."""
        over = self.width() < current_theme().px(PANE_BESIDE_FROM)
        self.pane.set_over(over)
        self.body.setVisible(self.pane.isHidden() or not over)
        self.import_button.setVisible(not self._is_empty and self.pane.isHidden())

    def _lay_out(self) -> None:
        self.body = PageBody(14)
        self._book_line = QWidget()
        line = row(self._book_line, spacing=10)
        line.addWidget(Label(self.tr("Showing"), "small"))
        line.addWidget(self.book)
        line.addStretch(1)
        self._columns = Columns(STACKED_BELOW, 14)
        self._columns.add(_stacked(self.trend, self.along, self.goal, self.pattern, self.benchmarks), LEFT_SHARE)
        self._columns.add(_stacked(self.aging, self.causes, self.insight, self.more), RIGHT_SHARE)
        for part in (self.header, self._book_line, self.tiles, self._columns, self.empty):
            self.body.column.addWidget(part)
            if part is self.header:
                self.body.column.addLayout(self.messages)
        self.body.column.addStretch(1)
        layout = row(self)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.pane)
        self.pane.closed.connect(self.arrange)
        self.set_empty(True)
        self._book_line.hide()


def _stacked(*parts: QWidget) -> QWidget:
    stack = QWidget()
    layout = column(stack, spacing=14)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return stack
