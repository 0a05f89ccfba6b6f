"""A field for one blank, by what the blank asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import Unit, plain_number, value_text
from arcareer.domain.messages import MessageBlank, MessageBlankKind
from arcareer.reading.dates import build_date, split_date
from arcareer.services.typed_numbers import read_number
from arcareer_ui.dates import day_month_year, long_weekday_and_date
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.line_edit import LineEdit

NUMBERS = (MessageBlankKind.DAYS, MessageBlankKind.COUNT, MessageBlankKind.PERCENT)
INVOICE_LINES, MOST_INVOICE_LINES = 2, 6
LATE_ANSWER = timedelta(days=180)
_UNIT = re.compile(r"\s*(?:%|percent|days?)\s*$", re.IGNORECASE)


class Here(NamedTuple):
    """What reading dates and amounts depends on: the day, and the user's own currency as an ISO code."""

    today: Callable[[], date]
    currency: Callable[[], str]


class BlankField(QWidget):
    """The field of a blank. `typed` carries the text as it is, `left` comes when the field was left."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, blank: MessageBlank, here: Here) -> None:
        super().__init__()
        self.blank, self._here = blank, here
        self._is_edited = False
        self.editor = _editor(blank)
        self.field = Field(blank.label, self.editor)
        column(self).addWidget(self.field)
        if isinstance(self.editor, GrowText):
            self.editor.edited.connect(self._tell)
        else:
            self.editor.textEdited.connect(self._tell)
        self.editor.left.connect(self._leave)

    @property
    def text(self) -> str:
        """Return what stands in the field."""
        return self.editor.text if isinstance(self.editor, GrowText) else self.editor.text()

    def set_text(self, text: str) -> None:
        """Show a value."""
        self.editor.set_text(text)
        if not self.editor.hasFocus():
            self._say(text)

    def _tell(self) -> None:
        self._is_edited = True
        self.field.clear_message()
        self.typed.emit(self.text)

    def _leave(self) -> None:
        understood = _understood(self.blank.kind, self.text, self._here) if self._is_edited else self.text
        self._is_edited = False
        if understood != self.text:
            self.editor.set_text(understood)
            self.typed.emit(understood)
        self._say(self.text)
        self.left.emit()

    def _say(self, text: str) -> None:
        """Name the weekday of a date: nobody should be asked to pay on a Sunday by mistake."""
        day = read_day(text, self._here.today()) if self.blank.kind is MessageBlankKind.DATE else None
        if day is not None:
            self.field.show_note(long_weekday_and_date(day))
        elif text.strip() and self.blank.kind is MessageBlankKind.DATE:
            self.field.show_note(QCoreApplication.translate("BlankField", "Stands in the message as you typed it."))
        else:
            self.field.clear_message()


def read_day(text: str, today: date) -> date | None:
    """Return the day that is meant; without a year the next one, or one just past. None where it is not clear."""
    text = text.strip()
    whole = _built(text)
    if whole is not None:
        return whole
    years = (today.year, today.year + 1)
    days = (_built(text + between + str(year)) for year in years for between in (" ", "/"))
    return next((day for day in days if day is not None and day >= today - LATE_ANSWER), None)


def _built(text: str) -> date | None:
    parts = split_date(text)
    try:
        return build_date(parts, None) if parts is not None else None
    except ValueError:
        return None


def _understood(kind: MessageBlankKind, text: str, here: Here) -> str:
    """Return the text as it should stand in the message; what is not understood stays as it is."""
    plain = text.strip()
    if kind is MessageBlankKind.DATE:
        day = read_day(plain, here.today())
        return day_month_year(day) if day is not None else plain
    if kind is MessageBlankKind.MONEY:
        return _money(plain, here.currency())
    if kind in NUMBERS:
        number = read_number(_UNIT.sub("", plain))
        return plain_number(number) if number is not None else plain
    return plain


def _money(text: str, currency: str) -> str:
    value = read_number(text)
    if value is None or not text[:1].isdecimal() or not (text[-1:].isdecimal() or text[-1:].isalpha()):
        return text  # it has a currency already, or is no amount
    if text[-3:].isalpha() and text[-3:].isupper():
        return text
    cents = value if value == value.to_integral_value() else value.quantize(Decimal("0.01"))
    return value_text(cents, Unit.MONEY, currency)


def _editor(blank: MessageBlank) -> LineEdit | GrowText:
    hint = blank.hint
    if blank.kind is MessageBlankKind.INVOICES:
        return GrowText(placeholder=hint, lines=INVOICE_LINES, most=MOST_INVOICE_LINES)
    if blank.kind is MessageBlankKind.TEXT and blank.hint.lower().startswith(("one sentence", "one or two")):
        return GrowText(placeholder=hint, one_line=True)
    return LineEdit(placeholder=hint)
