"""What the disputes of a month were about: a cause and a number in each row, and an empty row for the next."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import plain_number
from arcareer.domain.metric_months import DisputeCause
from arcareer.services.typed_numbers import read_number
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine
from arcareer_ui.widgets.styling import Restyled

COUNT_WIDTH = 76


class _Row(NamedTuple):
    cause: LineEdit
    number: ParsedLine[Decimal]


class CausesForm(Restyled, QWidget):
    """`changed` comes when a cause or a count was left with another value."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[_Row] = []
        layout = column(self, spacing=6)
        layout.addWidget(Label(self.tr("Disputes by cause"), "label"))
        layout.addWidget(
            Label(self.tr("A cause in your words, and how many disputes of the month had it."), "caption", wrap=True)
        )
        self._lines = column(spacing=6)
        layout.addLayout(self._lines)
        self.restyle()

    @property
    def causes(self) -> tuple[DisputeCause, ...]:
        """Return the causes that have a name and a number."""
        found: dict[str, int] = {}
        for line in self.rows:
            cause, count = line.cause.text().strip(), line.number.value
            if cause and count is not None and count > 0:
                found[cause] = found.get(cause, 0) + int(count)
        return tuple(DisputeCause(cause, count) for cause, count in found.items())

    def show_causes(self, causes: Sequence[DisputeCause]) -> None:
        """Show stored causes; rows that are being typed in stay as they are."""
        if tuple(causes) == self.causes and self.rows:
            return
        for line in self.rows:
            for part in line:
                part.hide()
                part.deleteLater()
        self.rows = []
        while (item := self._lines.takeAt(0)) is not None:
            inner = item.layout()
            if inner is not None:
                inner.deleteLater()
        for cause in causes:
            self._add_row(cause)
        self._add_row(None)

    def restyle(self) -> None:
        """Follow the text scale."""
        for line in self.rows:
            line.number.setFixedWidth(current_theme().px(COUNT_WIDTH))

    def _add_row(self, cause: DisputeCause | None) -> None:
        place = len(self.rows) + 1
        name = LineEdit(self.tr("Cause {number}").format(number=place), self.tr("Price"), size="compact")
        words = self.tr("Disputes with cause {number}").format(number=place)
        count = ParsedLine[Decimal](read_number, plain_number, words, "0")
        count.setProperty("sz", "compact")
        if cause is not None:
            name.set_text(cause.cause)
            count.set_value(Decimal(cause.count))
        self.rows.append(_Row(name, count))
        line = row(spacing=8)
        line.addWidget(name, 1)
        line.addWidget(count)
        self._lines.addLayout(line)
        self.restyle()
        name.left.connect(self._tell)
        count.entered.connect(self._tell)
        for part in (name, count):
            part.returnPressed.connect(self.focusNextChild)

    def _tell(self) -> None:
        last = self.rows[-1]
        if last.cause.text().strip() or last.number.value is not None:
            had = last.number.hasFocus()
            self._add_row(None)
            if had:
                self.rows[-1].cause.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()
