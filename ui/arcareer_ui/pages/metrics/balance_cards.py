"""What is open by age, and what the disputes were about."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from arcareer.domain.figures import Unit
from arcareer.domain.receivables import Bucket
from arcareer_ui.amounts import money_words, short_money_words
from arcareer_ui.pages.metrics.words import band_words, month_words, number_words, share_words, short_month_year
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.meters import Bar
from arcareer_ui.widgets.stack_bar import StackBar, StackPart, Swatch
from arcareer_ui.widgets.styling import Restyled
from arcareer_ui.widgets.text_table import TextTable

if TYPE_CHECKING:
    from arcareer.domain.metric_board import AgingMonth
    from arcareer.domain.metric_months import DisputeCause

TABLE_HEIGHT = 220
MOST_CAUSES = 6
COLOURS = dict(zip(Bucket, ("age0", "age1", "age2", "age3", "age4"), strict=True))


class AgingCard(Restyled, Card):
    """The aging of the last month as a bar with its figures; all months of the span as a table."""

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self._months: tuple[AgingMonth, ...] = ()
        self._currency = ""
        self._total = Label("", "small", tabular=True)
        self._title = Label(self.tr("Aging"), "h2")
        heading = self.add_heading("", self._total)
        heading.insertWidget(0, self._title)
        self._note = Label("", "small", wrap=True)
        self.bar = StackBar()
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._cells = {bucket: self._make_line(at, bucket) for at, bucket in enumerate(Bucket)}
        self.table = TextTable(self.tr("Aging by month"))
        self.table_button = Button(self.tr("All months as table"), "link", icon="table-2")
        for part in (self._note, self.bar, self._lines, self.table):
            self.add(part)
        self.body.addWidget(self.table_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.table_button.clicked.connect(self._turn)
        self.table.hide()
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.table.setFixedHeight(current_theme().px(TABLE_HEIGHT))

    def show_aging(self, months: Sequence[AgingMonth], currency: str) -> None:
        """Show the months whose every band is known, oldest first."""
        self._months, self._currency = tuple(months), currency
        has_any = bool(months)
        for part in (self.bar, self._lines):
            part.setVisible(has_any)
        self.table.setVisible(has_any and self.table.isVisibleTo(self))
        self.table_button.setVisible(len(months) > 1)
        self._note.setVisible(not has_any)
        if not has_any:
            self._total.setText("")
            self._note.setText(
                self.tr("Enter the five bands of a month, or import a ledger, to see what is open by age.")
            )
            return
        self._show_latest(months[-1])
        self._fill_table()

    def _show_latest(self, latest: AgingMonth) -> None:
        total = latest.total
        self._total.setText(
            self.tr("{amount} open, {month}").format(
                amount=short_money_words(total, self._currency), month=short_month_year(latest.month)
            )
        )
        told = []
        for bucket, (amount, share) in self._cells.items():
            value = latest.bands[bucket]
            amount.setText(short_money_words(value, self._currency))
            amount.setToolTip(money_words(value, self._currency))
            share.setText(share_words(value, total))
            told.append(f"{band_words(bucket)} {money_words(value, self._currency)} {share.text()}".strip())
        parts = [StackPart(max(0.0, float(latest.bands[bucket])), COLOURS[bucket]) for bucket in Bucket]
        name = self.tr("Aging at the end of {month}: {bands}")
        self.bar.set(parts, name.format(month=month_words(latest.month), bands=", ".join(told)))

    def _fill_table(self) -> None:
        rows = [
            (
                short_month_year(one.month),
                *(short_money_words(one.bands[bucket], self._currency) for bucket in Bucket),
                short_money_words(one.total, self._currency),
            )
            for one in self._months
        ]
        columns = (self.tr("Month"), *(band_words(bucket) for bucket in Bucket), self.tr("Open in all"))
        self.table.set_rows(columns, rows, figures=range(1, len(columns)))

    def _turn(self) -> None:
        shown = self.table.isHidden()
        self.table.setVisible(shown)
        for part in (self.bar, self._lines):
            part.setVisible(not shown)
        self.table_button.set_label(self.tr("Latest month as chart") if shown else self.tr("All months as table"))
        self.table_button.set_icon("chart-column" if shown else "table-2")
        if shown:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_line(self, at: int, bucket: Bucket) -> tuple[Label, Label]:
        amount = Label("", "small", tabular=True, align=Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        share = Label(
            "", "small", "text", tabular=True, align=Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        )
        self._grid.addWidget(Swatch(COLOURS[bucket]), at, 0)
        self._grid.addWidget(ElideLabel(band_words(bucket), "small", "text"), at, 1)
        self._grid.addWidget(amount, at, 2)
        self._grid.addWidget(share, at, 3)
        return amount, share


class CausesCard(Card):
    """Disputes of the span by cause, most frequent first."""

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self._closed = Label("", "small")
        self.add_heading(self.tr("Disputes by cause"), self._closed)
        self._place = column()
        self._lines: QWidget | None = None
        self.add(self._place)

    def show_causes(self, causes: Sequence[DisputeCause], closed: Decimal | None) -> None:
        """Show causes; `closed` is how many disputes were closed in the span, None where nobody counted."""
        words = "" if closed is None else self.tr("{count} closed").format(count=number_words(closed, Unit.COUNT))
        self._closed.setText(words)
        if self._lines is not None:
            self._place.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = self._make_lines(causes[:MOST_CAUSES])
        self._place.addWidget(self._lines)

    def _make_lines(self, causes: Sequence[DisputeCause]) -> QWidget:
        lines = QWidget()
        if not causes:
            text = self.tr("Count the disputes of a month by cause to see what to put right at its source.")
            column(lines).addWidget(Label(text, "small", wrap=True))
            return lines
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        most = max(cause.count for cause in causes) or 1
        for at, cause in enumerate(causes):
            count = number_words(Decimal(cause.count), Unit.COUNT)
            grid.addWidget(ElideLabel(cause.cause, "small", "text"), at, 0)
            grid.addWidget(Bar(cause.count / most, f"{cause.cause}: {count}"), at, 1)
            number = Label(count, "small", tabular=True, align=Qt.AlignmentFlag.AlignTrailing)
            grid.addWidget(number, at, 2)
        return lines
