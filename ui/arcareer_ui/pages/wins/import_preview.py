"""What a file holds, before anything of it is taken: candidates to tick, new customers, and what is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from arcareer_ui.pages.wins.import_table import SENTENCE, CandidateModel
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.styling import Restyled
from arcareer_ui.widgets.table import Table, TickDelegate

if TYPE_CHECKING:
    from arcareer.services.win_import import ImportCandidate, ImportPreview

MOST_LEFT_OUT = 200
COLUMN_WIDTHS = (124, 104, 220)
LEFT_OUT_HEIGHT = 132


class ImportPreviewPart(Restyled, QWidget):
    """A table with ticks and what belongs to it. `ticked` comes when the choice changes."""

    ticked = Signal()

    def __init__(self, themes: Mapping[str, str]) -> None:
        super().__init__()
        self._themes = themes
        self._model: CandidateModel | None = None
        self._new_customers: tuple[str, ...] = ()
        self.table = Table(self.tr("What the file holds"))
        self.table.setItemDelegateForColumn(SENTENCE, TickDelegate(self.table))
        self.all_button = Button(self.tr("Tick all"), "link")
        self.none_button = Button(self.tr("Tick none"), "link")
        self._count = Label("", "small")
        self._ticks = QWidget()
        line = row(self._ticks, spacing=8)
        line.addWidget(self._count, 1)
        line.addWidget(self.all_button)
        line.addWidget(self.none_button)
        self.customers_box = CheckBox(self.tr("Add new customers"))
        self._names = ElideLabel("", "small")
        self._customers = QWidget()
        people = row(self._customers, spacing=8)
        people.addWidget(self.customers_box)
        people.addWidget(self._names, 1)
        self.left_out = Label("", "small", wrap=True)
        self.left_out.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.left_out_button = Button("", "link", icon="chevron-down")
        self._left_out_card = self._make_left_out_card()
        layout = column(self, spacing=10)
        layout.addWidget(self._ticks)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._customers)
        layout.addWidget(self.left_out_button, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._left_out_card)
        self.all_button.clicked.connect(lambda: self._tick(True))
        self.none_button.clicked.connect(lambda: self._tick(False))
        self.left_out_button.clicked.connect(self._toggle_left_out)
        self.restyle()

    @property
    def chosen(self) -> tuple[ImportCandidate, ...]:
        """Return the candidates that are ticked."""
        return self._model.chosen if self._model is not None else ()

    @property
    def chosen_customers(self) -> tuple[str, ...]:
        """Return the customers of the file that are to be added."""
        return self._new_customers if self.customers_box.isChecked() else ()

    def restyle(self) -> None:
        """Follow the text scale."""
        for at, width in enumerate(COLUMN_WIDTHS, start=SENTENCE + 1):
            self.table.setColumnWidth(at, current_theme().px(width))
        self._left_out_card.setFixedHeight(current_theme().px(LEFT_OUT_HEIGHT))

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what a file holds; everything the journal does not have yet is ticked."""
        self._show_candidates(preview)
        self._show_customers(preview)
        self._show_left_out(preview)

    def _show_candidates(self, preview: ImportPreview) -> None:
        self._model = CandidateModel(preview.candidates, self._themes, self)
        self._model.ticked.connect(self.ticked)
        self.table.setModel(self._model)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.horizontalHeader().setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        self.restyle()
        self.table.setCurrentIndex(self._model.index(0, SENTENCE))
        known = len(preview.candidates) - len(preview.fresh)
        words = self.tr("%Ln win(s) in the file.", "", len(preview.candidates))
        if known:
            words += " " + self.tr("%Ln of them in your wins already.", "", known)
        self._count.setText(words)
        for part in (self._ticks, self.table):
            part.setVisible(bool(preview.candidates))

    def _show_customers(self, preview: ImportPreview) -> None:
        self._new_customers = preview.new_customers
        self._customers.setVisible(bool(preview.new_customers))
        self.customers_box.setChecked(bool(preview.new_customers))
        self.customers_box.setText(self.tr("Add %n new customer(s) too:", "", len(preview.new_customers)))
        self.customers_box.setAccessibleName(self.customers_box.text() + " " + ", ".join(preview.new_customers))
        self._names.setText(", ".join(preview.new_customers))

    def _show_left_out(self, preview: ImportPreview) -> None:
        lines = [
            self.tr("Line {line}: {reason}. {text}").format(line=one.line, reason=one.reason, text=one.text[:80])
            for one in preview.left_out[:MOST_LEFT_OUT]
            if one.text.strip()
        ]
        self.left_out.setText("\n".join(lines))
        self.left_out_button.set_label(self.tr("%Ln line(s) of the file are left out", "", len(lines)))
        self.left_out_button.setVisible(bool(lines))
        self._left_out_card.hide()
        if lines and not preview.candidates:
            self._toggle_left_out()

    def _toggle_left_out(self) -> None:
        shown = self._left_out_card.isHidden()
        self._left_out_card.setVisible(shown)
        self.left_out_button.set_icon("chevron-up" if shown else "chevron-down")

    def _make_left_out_card(self) -> Card:
        body = QWidget()
        lines = column(body)
        lines.addWidget(self.left_out)
        lines.addStretch(1)
        card = Card("inset", margins=(14, 10, 6, 10))
        card.add(Scroll(body, clear=True))
        card.hide()
        return card

    def _tick(self, ticked: bool) -> None:  # noqa: FBT001 - the shape of the model's setter
        if self._model is not None:
            self._model.tick_all(ticked)
