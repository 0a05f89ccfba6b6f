"""What was read of a list: its documents and balances, every row accounted for, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from arcareer.domain.receivables import Bucket
from arcareer.ledgers.reading import LedgerKind
from arcareer_ui.amounts import exact_money_words
from arcareer_ui.dates import short_date
from arcareer_ui.pages.metrics.import_words import count_words, row_words
from arcareer_ui.pages.metrics.words import band_words
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.styling import Restyled
from arcareer_ui.widgets.text_table import TextTable

if TYPE_CHECKING:
    from arcareer.domain.ledger_snapshots import CurrencyTotal
    from arcareer.domain.receivables import LedgerItem
    from arcareer.services.ledger_preview import LedgerPreview

TABLE_ROWS = 6
ROW_HEIGHT = 36


class FoundCard(Card):
    """The documents and balances of each currency; two currencies are never added."""

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self._title = Label("", "h2", wrap=True)
        self._about = Label("", "small", wrap=True)
        self._place = column(spacing=14)
        self._parts: QWidget | None = None
        self.add(self._title)
        self.add(self._about)
        self.add(self._place)

    def show_found(self, preview: LedgerPreview) -> None:
        """Show what a list holds."""
        documents = sum(total.documents for total in preview.totals)
        if preview.kind is LedgerKind.SUMMARY:
            title = self.tr("Balances of %Ln customer(s)", "", len(preview.customers))
        else:
            title = self.tr("%Ln document(s)", "", documents)
        self._title.setText(title)
        self._about.setText(self._about_words(preview))
        if self._parts is not None:
            self._place.removeWidget(self._parts)
            self._parts.hide()
            self._parts.deleteLater()
        self._parts = QWidget()
        lines = column(self._parts, spacing=14)
        for total in preview.totals:
            lines.addWidget(self._make_total(total))
        self._place.addWidget(self._parts)

    def _about_words(self, preview: LedgerPreview) -> str:
        parts = []
        if preview.as_of is not None:
            parts.append(self.tr("As of {day}.").format(day=short_date(preview.as_of)))
        if preview.is_full_history:
            parts.append(self.tr("It tells its whole past: paid items with their days are in it."))
        if preview.kind is LedgerKind.SUMMARY:
            parts.append(self.tr("It holds balances, no documents, so nothing that needs invoices is worked out."))
        if preview.dropped_columns:
            names = ", ".join(preview.dropped_columns)
            parts.append(self.tr("Contact columns are left out: {names}.").format(names=names))
        return " ".join(parts)

    def _make_total(self, total: CurrencyTotal) -> QWidget:
        part = QWidget()
        layout = column(part, spacing=6)
        line = row(spacing=8)
        name = total.currency or self.tr("Currency not said")
        line.addWidget(Label(name, "strong"))
        line.addStretch(1)
        amount = exact_money_words(total.open_amount, total.currency)
        line.addWidget(Label(self.tr("{amount} open").format(amount=amount), "strong", tabular=True))
        layout.addLayout(line)
        if total.bands:
            layout.addWidget(_bands(total))
        return part


class SampleCard(Restyled, Card):
    """The first documents as they were read."""

    def __init__(self) -> None:
        super().__init__(spacing=8)
        self.add_heading(self.tr("The first documents, as they were read"))
        self.table = TextTable(self.tr("The first documents"))
        self.add(self.table)
        self._shown = 0

    def show_items(self, items: Sequence[LedgerItem]) -> None:
        """Show documents; without any the card is hidden."""
        self.setVisible(bool(items))
        self._shown = len(items)
        columns = (
            self.tr("Customer"),
            self.tr("Document"),
            self.tr("Date"),
            self.tr("Due"),
            self.tr("Amount"),
            self.tr("Open"),
        )
        rows = [
            (
                one.customer_name or one.customer_id,
                one.doc_number,
                short_date(one.doc_date) if one.doc_date else "",
                short_date(one.due_date) if one.due_date else "",
                exact_money_words(one.original_amount, one.currency),
                exact_money_words(one.open_amount, one.currency),
            )
            for one in items
        ]
        self.table.set_rows(columns, rows, figures=(4, 5), stretch=0)
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.table.setFixedHeight(current_theme().px((getattr(self, "_shown", 0) + 1) * ROW_HEIGHT + 4))


class RowsCard(Restyled, Card):
    """Every row of the list by kind, and those that were left out with their reason."""

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self._total = Label("", "small", tabular=True)
        self.add_heading(self.tr("Every row accounted for"), self._total)
        self._kinds = FlowBox(spacing=18, line_spacing=6)
        self.add(self._kinds)
        self._title = Label("", "label")
        self.add(self._title)
        self.table = TextTable(self.tr("Rows left out"))
        self.add(self.table)

    def show_rows(self, preview: LedgerPreview) -> None:
        """Show the rows of a list."""
        self._total.setText(self.tr("%Ln row(s)", "", preview.row_total))
        self._kinds.set_widgets(
            [
                Label(
                    self.tr("{kind}: {count}").format(kind=row_words(one.kind), count=count_words(one.count)), "small"
                )
                for one in preview.rows
            ]
        )
        shown = len(preview.rejected)
        self._title.setVisible(bool(shown))
        self.table.setVisible(bool(shown))
        more = preview.rejected_total > shown
        words = self.tr("The first {shown} of {count} rows left out") if more else self.tr("Rows left out")
        self._title.setText(words.format(shown=shown, count=count_words(preview.rejected_total)))
        if shown:
            rows = [(count_words(one.line), one.reason, one.text) for one in preview.rejected]
            self.table.set_rows((self.tr("Line"), self.tr("Why"), self.tr("What stands there")), rows, figures=(0,))
        self._shown = shown
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        rows = min(TABLE_ROWS, getattr(self, "_shown", 0))
        self.table.setFixedHeight(current_theme().px((rows + 1) * ROW_HEIGHT + 16))


class WarningsCard(Card):
    """What to know before relying on the list."""

    def __init__(self) -> None:
        super().__init__("inset", spacing=6)
        self._place = column()
        self._lines: QWidget | None = None
        self.add(Label(self.tr("To know before you rely on it"), "label"))
        self.add(self._place)

    def show_warnings(self, sentences: Sequence[str]) -> None:
        """Show sentences; without any the card is hidden."""
        self.setVisible(bool(sentences))
        if self._lines is not None:
            self._place.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = QWidget()
        lines = column(self._lines, spacing=6)
        for sentence in sentences:
            line = row(spacing=8)
            line.addWidget(Icon("triangle-alert", "warn", 15), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(sentence, "small", wrap=True), 1)
            lines.addLayout(line)
        self._place.addWidget(self._lines)


def _bands(total: CurrencyTotal) -> QWidget:
    part = QWidget()
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(2)
    for at, bucket in enumerate(Bucket):
        trailing = Qt.AlignmentFlag.AlignTrailing
        grid.addWidget(Label(band_words(bucket), "caption", align=trailing), 0, at)
        amount = exact_money_words(total.aging[bucket], total.currency)
        grid.addWidget(Label(amount, "small", "text", tabular=True, align=trailing), 1, at)
        grid.setColumnStretch(at, 1)
    return part
