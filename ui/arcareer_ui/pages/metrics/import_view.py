"""The layout of an import: where the list comes from, what it holds, and how it comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.metrics.import_cards import FoundCard, RowsCard, SampleCard, WarningsCard
from arcareer_ui.pages.metrics.import_mapping import MappingCard
from arcareer_ui.pages.metrics.import_options import OptionsCard
from arcareer_ui.pages.metrics.import_questions import QuestionsCard
from arcareer_ui.pages.metrics.import_start import StartCard
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.page_body import PageBody
from arcareer_ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from datetime import date

    from arcareer.services.ledger_import import ImportOutlook
    from arcareer.services.ledger_preview import LedgerPreview

STACKED_BELOW = 820
OPTIONS_WIDTH = 300


class ImportView(QWidget):
    """`start` before a list is chosen; then what it holds beside how it comes in. `message` stands above both."""

    def __init__(self) -> None:
        super().__init__()
        self.back_button = Button(self.tr("Back to metrics"), "quiet", icon="arrow-left")
        self.other_button = Button(self.tr("Another list"), icon="folder-open")
        self.import_button = Button(self.tr("Import"), "primary", icon="upload")
        actions = (self.back_button, self.other_button, self.import_button)
        self.header = PageHeader(self.tr("Import a ledger"), " ", actions=actions)
        self.start, self.questions, self.mapping = StartCard(), QuestionsCard(), MappingCard()
        self.found, self.rows, self.warnings = FoundCard(), RowsCard(), WarningsCard()
        self.sample, self.options = SampleCard(), OptionsCard()
        self.message: QWidget | None = None
        self._messages = column()
        body = PageBody(14)
        body.column.addWidget(self.header)
        body.column.addLayout(self._messages)
        body.column.addWidget(self.start)
        self._columns = Columns(STACKED_BELOW, 14)
        left = column(spacing=14)
        for part in (self.questions, self.found, self.sample, self.warnings, self.rows, self.mapping):
            left.addWidget(part)
        left.addStretch(1)
        right = column()
        right.addWidget(self.options)
        right.addStretch(1)
        self._columns.add(left, 1)
        self._side = self._columns.add(right, 0, OPTIONS_WIDTH)
        body.column.addWidget(self._columns)
        body.column.addStretch(1)
        column(self).addWidget(body)
        self.show_start()

    def show_start(self) -> None:
        """Show where a list may come from."""
        self.say(None)
        self.header.set_description(self.tr("It fills your months, and shows what changed since the list before it."))
        self.start.show()
        self._columns.hide()
        self.import_button.hide()
        self.other_button.hide()

    def show_reading(self) -> None:
        """Show nothing but the progress that is to come."""
        self.start.hide()
        self._columns.hide()
        self.import_button.hide()
        self.other_button.hide()

    def show_preview(self, preview: LedgerPreview, outlook: ImportOutlook, guess: date | None, currency: str) -> None:
        """Show what a list holds and what taking it would mean."""
        self.start.hide()
        self.questions.show_questions(preview, guess, currency)
        has_any = bool(preview.totals)
        self.found.setVisible(has_any)
        self.found.show_found(preview)
        self.sample.show_items(preview.sample)
        self.warnings.show_warnings([one.message for one in preview.warnings])
        self.rows.show_rows(preview)
        self.mapping.show_columns(preview)
        self._side.setVisible(preview.is_ready)
        self.options.show_outlook(outlook, preview)
        self._columns.show()
        self.other_button.show()
        self.import_button.show()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Let nothing be changed while the list is being taken."""
        self._columns.setEnabled(not busy)
        self.other_button.setEnabled(not busy)
        self.import_button.set_loading(busy)

    def say(self, part: QWidget | None) -> None:
        """Show a message or progress above everything, in place of the one before."""
        if self.message is not None:
            self._messages.removeWidget(self.message)
            self.message.hide()
            self.message.deleteLater()
        self.message = part
        if part is not None:
            self._messages.addWidget(part)
