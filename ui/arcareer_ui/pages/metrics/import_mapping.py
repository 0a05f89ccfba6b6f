"""What each column of a list holds: guessed, shown with its first rows, and confirmed once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.metrics.import_words import field_words
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.layouts import AutoGrid, FlowBox

if TYPE_CHECKING:
    from arcareer.services.ledger_preview import ColumnGuess, LedgerPreview

CELL_WIDTH = 230


class MappingCard(Card):
    """A drop-down for each column. `answered` asks to read again as chosen."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._combos: dict[str, Combo] = {}
        self._guessed: dict[str, str] = {}
        self._known = Chip(self.tr("Read as you confirmed before"), "accent", "circle-check")
        self.open_button = Button(self.tr("Change"), "link", icon="chevron-down")
        self.add_heading(self.tr("What the columns hold"), self._known, self.open_button)
        self._intro = Label("", "small", wrap=True)
        self.add(self._intro)
        self._grid = AutoGrid((), CELL_WIDTH, 14)
        self.read_button = Button(self.tr("Read it again like this"), icon="rotate-ccw")
        self.add(self._grid)
        self.add(FlowBox(self.read_button))
        self.open_button.clicked.connect(lambda: self._open(opened=self._grid.isHidden()))
        self.read_button.clicked.connect(self.answered)

    @property
    def choices(self) -> Mapping[str, str]:
        """Return the field of each column the user chose another for, by the column's name."""
        return {name: combo.current for name, combo in self._combos.items() if combo.current != self._guessed[name]}

    def show_columns(self, preview: LedgerPreview) -> None:
        """Show the columns of a list; a layout that was confirmed before stays folded."""
        from arcareer.services.ledger_import import FIELD_CHOICES  # noqa: PLC0415 - loaded with the first list

        options = [("", self.tr("Left alone")), *((field.value, field_words(text)) for field, text in FIELD_CHOICES)]
        self._combos, self._guessed = {}, {}
        cells = [self._make_cell(one, options) for one in preview.columns]
        self._grid.set_widgets(cells)
        for cell in cells:
            cell.show()
        known = sum(bool(one.field) for one in preview.columns)
        words = self.tr("{known} of {count} columns were recognised by their names.")
        self._intro.setText(words.format(known=known, count=len(preview.columns)))
        self._known.setVisible(preview.used_known_layout)
        self.setVisible(bool(cells))
        self._open(opened=not preview.used_known_layout or not preview.is_ready)
        self._look()

    def _make_cell(self, guess: ColumnGuess, options: list[tuple[str, str]]) -> QWidget:
        cell = QWidget()
        layout = column(cell, spacing=4)
        layout.addWidget(ElideLabel(guess.column, "label"))
        name = self.tr("What “{column}” holds").format(column=guess.column)
        combo = Combo(name, options, guess.field, size="compact")
        combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if combo.findData(guess.field) < 0:
            combo.addItem(guess.field.replace("_", " ").capitalize(), guess.field)
            combo.set_current(guess.field)
        layout.addWidget(combo)
        layout.addWidget(ElideLabel(", ".join(guess.sample[:3]) or self.tr("not shown"), "caption"))
        combo.chosen.connect(self._look)
        self._combos[guess.column] = combo
        self._guessed[guess.column] = guess.field
        return cell

    def _open(self, *, opened: bool) -> None:
        self._grid.setVisible(opened)
        self.open_button.set_label(self.tr("Hide") if opened else self.tr("Change"))
        self.open_button.set_icon("chevron-up" if opened else "chevron-down")
        self._look()

    def _look(self) -> None:
        self.read_button.setVisible(bool(self.choices) and not self._grid.isHidden())
