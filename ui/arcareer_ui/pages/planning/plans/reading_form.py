"""A measured value to be entered: the value, its day, where it comes from and how it is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import Basis, plain_number
from arcareer.domain.plans import Reading
from arcareer.services.typed_numbers import read_number
from arcareer_ui.pages.planning.kept_form import Editor
from arcareer_ui.pages.planning.plans.words import bases
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine


class ReadingForm(QWidget):
    """`edited` comes with every change, `left` when a part typed in was left."""

    edited = Signal()
    left = Signal()

    def __init__(self, value: str, day: str, source_hint: str) -> None:
        """`value` and `day` name what is measured here and when."""
        super().__init__()
        self.value = ParsedLine[Decimal](read_number, plain_number, value)
        self.on = DateField(day, optional=True)
        self.source = LineEdit(self.tr("Source"), source_hint)
        self.basis = Combo(self.tr("How known"), [(basis.value, text) for basis, text in bases().items()])
        self.basis.set_current(Basis.MEASURED.value)
        self._value_field = Field(value, self.value)
        self._source_field = Field(self.tr("Source"), self.source)
        fields = (
            self._value_field,
            Field(day, self.on),
            self._source_field,
            Field(self.tr("How it is known"), self.basis),
        )
        column(self).addWidget(AutoGrid(fields, min_width=140))
        self._connect()

    @property
    def editors(self) -> Mapping[str, Editor]:
        """Return the editors by name."""
        return {"value": self.value, "on": self.on, "source": self.source, "basis": self.basis}

    def reading(self) -> Reading | None:
        """Return what is entered, or None while value or day are missing."""
        value, on = self.value.value, self.on.value
        if value is None or on is None:
            return None
        basis = Basis(self.basis.current or Basis.MEASURED)
        return Reading(value=value, on=on, source=self.source.text().strip(), basis=basis)

    def show_reading(self, reading: Reading) -> None:
        """Show a stored value; what is being typed is left alone."""
        if self.value.value != reading.value and not self.value.is_half_typed:
            self.value.set_value(reading.value)
        self.on.set_value(reading.on)
        if self.source.text().strip() != reading.source:
            self.source.set_text(reading.source)
        self.basis.set_current(reading.basis.value)

    def show_problem(self, part: str, text: str) -> None:
        """Say at `source`, or at the value, why it was not taken."""
        field = self._source_field if part == "source" else self._value_field
        field.show_problem(text)

    def clear_problems(self) -> None:
        """Take the messages away."""
        self._value_field.clear_message()
        self._source_field.clear_message()

    @property
    def message(self) -> str:
        """Return what is said about value or source."""
        return self._value_field.message or self._source_field.message

    def _connect(self) -> None:
        unread = self.tr("No number yet. Try 48,200. Your text is kept.")
        self.value.unread.connect(lambda: self._value_field.show_problem(unread))
        self.value.mended.connect(self._value_field.clear_message)
        for line in (self.value, self.source):
            line.textEdited.connect(self._tell)
            line.left.connect(self.left)
        self.on.picked.connect(self._tell)
        self.basis.chosen.connect(self._tell)

    def _tell(self, _changed: object) -> None:
        self.clear_problems()
        self.edited.emit()


def texts_of(reading: Reading | None, today: date) -> dict[str, str]:
    """Return what the editors hold for a value that is stored, or before one is."""
    if reading is None:
        return {"value": "", "on": today.isoformat(), "source": "", "basis": Basis.MEASURED.value}
    return {
        "value": plain_number(reading.value),
        "on": reading.on.isoformat(),
        "source": reading.source,
        "basis": reading.basis.value,
    }
