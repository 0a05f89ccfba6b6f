"""Give every row of an export its kind: nothing may vanish."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from arcareer.ledgers.layout import header_at, is_code
from arcareer.ledgers.numbers import parse_amount
from arcareer.ledgers.vocabulary import AMOUNT_FIELDS, DATE_FIELDS, Field, Vocabulary, band_of, normal_name
from arcareer.reading.dates import is_empty_date, split_date
from arcareer.reading.table import SourceRow, cell_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arcareer.ledgers.survey import Survey
    from arcareer.reading.table import CellValue


class RowKind(StrEnum):
    """What a row of an export is."""

    TITLE = "title"
    BLANK = "blank"
    SEPARATOR = "separator"
    HEADER = "header"
    GROUP_HEADER = "group_header"
    TRANSACTION = "transaction"
    SUBTOTAL = "subtotal"
    GRAND_TOTAL = "grand_total"
    PERCENTAGE = "percentage"
    FOOTER = "footer"
    REJECTED = "rejected"


@dataclass(slots=True)
class GroupState:
    """The section a row stands in: the customer its heading named, the currency, whether a total closed it."""

    customer_id: str = ""
    customer_name: str = ""
    names: list[str] = field(default_factory=list)
    currency: str = ""
    is_open: bool = False
    in_block: bool = False
    after_grand_total: bool = False
    has_table: bool = False

    def close(self) -> None:
        """Leave the innermost section."""
        if self.names:
            self.names.pop()
        self.customer_id = ""
        self.customer_name = ":".join(self.names)
        self.is_open = bool(self.names)


_SEPARATOR = re.compile(r"^[\s|+*=_\-\u2013\u2014.]*[-=_\u2013\u2014]{3,}[\s|+*=_\-\u2013\u2014.]*$")
_TOTAL_OF = re.compile(r"^(?:sub-?)?totals?\s*(?:for\b|-|:)?\s*(.*)$", re.IGNORECASE)
_BARE_TOTAL = re.compile(r"^(?:totals?|summe|gesamt|totaal)\s*:?$", re.IGNORECASE)
_CURRENCY_TOTAL = re.compile(r"^(?:(?:currency|report|company) totals?|totals? (?:for )?currency)\b", re.IGNORECASE)
_NUMBERED_NAME = re.compile(
    r"^(?P<name>\S.*?)\s*\((?P<code>[\w-]+)\)$|^(?P<code2>[\w-]+)\s+[-\u2013]\s+(?P<name2>\S.*)$"
)
_CURRENCY_LINE = re.compile(r"^(?i:currency|curr\.|w\u00e4hrung|valuta)(?i:\s*code)?\s*[:\s]\s*([A-Z]{3})\b")
_BARE_CURRENCY = re.compile(r"^([A-Z]{3})(?:\s*[-\u2013]\s*[A-Za-z .]+)?$")
_KNOWN_CURRENCIES = re.compile(
    "EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|CAD|AUD|NZD|JPY|CNY|INR|SGD|HKD|ZAR|BRL|MXN|AED|SAR|ILS|TRY|THB"
)
_NUMBER_LABELS = frozenset({"number", "no", "no.", "id", "code"})
_EVERYONE = frozenset({"all", "- all -", "alle", "(all)", "*"})
_LABEL_VALUE = re.compile(r"^(.{1,40}?)(?::\s*|\s{2,})(\S.*)$")


class RowClassifier:
    """Walks down an export and names each row; keeps the section it is in as `group`."""

    def __init__(self, survey: Survey, vocabulary: Vocabulary, *, is_summary: bool) -> None:
        self.group = GroupState()
        self.section_word = ""
        self._survey = survey
        self._words = vocabulary
        self._is_summary = is_summary
        columns = survey.columns
        self._dates = columns.all_of(DATE_FIELDS)
        self._doc_date = columns.first(Field.DOC_DATE)
        self._due_date = columns.first(Field.DUE_DATE)
        self._number = columns.first(Field.DOC_NUMBER)
        self._type = columns.first(Field.DOC_TYPE)
        self._amounts = columns.all_of(AMOUNT_FIELDS)
        self._own_customer = columns.has(Field.CUSTOMER_ID, Field.CUSTOMER_NAME)

    def kind_of(self, row: SourceRow) -> RowKind:
        """Return the kind of `row` and move into or out of sections accordingly."""
        cells = row.cells
        if self._is_dated(cells) and self._has_amount(cells) and not self._is_guarded_total(cells):
            self.group.in_block = False
            return RowKind.TRANSACTION
        texts = [text for text in (cell_text(cell).strip() for cell in cells) if text]
        if not texts:
            return RowKind.BLANK
        if all(_SEPARATOR.match(text) for text in texts):
            return RowKind.SEPARATOR
        if self._is_header(row, texts):
            self.group.in_block, self.group.has_table = False, True
            return RowKind.HEADER
        return self._kind_by_label(cells, texts)

    def _is_dated(self, cells: Sequence[CellValue]) -> bool:
        for index in (self._doc_date, self._due_date):
            if 0 <= index < len(cells):
                value = cells[index]
                if isinstance(value, date):
                    return True
                if isinstance(value, Decimal):
                    value = cell_text(value)
                if value and isinstance(value, str) and split_date(value, serials=True) is not None:
                    return True
        return False

    def _has_amount(self, cells: Sequence[CellValue]) -> bool:
        return any(index < len(cells) and cells[index] is not None and cells[index] != "" for index in self._amounts)

    def _has_readable_amount(self, cells: Sequence[CellValue]) -> bool:
        values = (cells[index] for index in self._amounts if index < len(cells))
        return any(
            isinstance(value, Decimal) or (isinstance(value, str) and _is_amount_text(value)) for value in values
        )

    def _is_guarded_total(self, cells: Sequence[CellValue]) -> bool:
        """Whether a dated row is still a total: only when it names the section it stands in."""
        label = next((cell for cell in cells if cell), None)
        if not isinstance(label, str) or label[:5].lower() != "total":
            return False
        return _total_name(label.strip()) == self.group.customer_name != ""

    def _is_header(self, row: SourceRow, texts: Sequence[str]) -> bool:
        header = self._survey.header
        if header is None or row.line in header.lines:
            return header is not None
        if len(texts) < 2:
            return False
        return header.is_repeated_in(texts) or header_at([row], 0, self._words) is not None

    def _kind_by_label(self, cells: Sequence[CellValue], texts: Sequence[str]) -> RowKind:
        label, patterns = texts[0], self._words.rows
        is_heading = label.endswith(":") and not patterns.subtotal.search(label)
        has_amount = not is_heading and self.group.has_table and self._has_readable_amount(cells)
        if patterns.percentage.search(label):
            return RowKind.PERCENTAGE
        if patterns.footer.search(label):
            return RowKind.FOOTER
        if has_amount:
            total = self._total_kind(label)
            if total is not None:
                return total
            if self._is_summary:
                return RowKind.TRANSACTION
            return self._undated_kind(cells, label)
        return self._heading_kind(texts)

    def _total_kind(self, label: str) -> RowKind | None:
        patterns = self._words.rows
        if patterns.grand_total.search(label):
            return self._grand_total()
        if not patterns.subtotal.search(label):
            return None
        name = _total_name(label)
        if _CURRENCY_TOTAL.match(label) or _KNOWN_CURRENCIES.fullmatch(name):
            return self._grand_total()
        if self._is_summary and name and name not in self.group.names:
            return None
        if _BARE_TOTAL.match(label) and not self.group.is_open:
            return self._grand_total()
        self.group.close()
        return RowKind.SUBTOTAL

    def _grand_total(self) -> RowKind:
        self.group = GroupState(has_table=True, after_grand_total=True, currency=self.group.currency)
        return RowKind.GRAND_TOTAL

    def _undated_kind(self, cells: Sequence[CellValue], label: str) -> RowKind:
        has_number = 0 <= self._number < len(cells) and cell_text(cells[self._number]).strip()
        has_type = 0 <= self._type < len(cells) and self._words.document_type(cell_text(cells[self._type]))
        if any(
            0 <= i < len(cells) and not is_empty_date(cell_text(cells[i])) for i in (self._doc_date, self._due_date)
        ):
            return self._dateless_label(cells, label)
        if has_number or has_type:
            return RowKind.TRANSACTION
        if _is_amount_text(label) or _BARE_CURRENCY.match(label):
            if self.group.is_open:
                self.group.close()
                return RowKind.SUBTOTAL
            return self._grand_total()
        if self._words.document_type(label) is not None:
            return RowKind.TRANSACTION
        return self._dateless_label(cells, label)

    def _dateless_label(self, cells: Sequence[CellValue], label: str) -> RowKind:
        """An amount beside words that are no date: a section heading with its sum, or a row that cannot be read."""
        others = [cell_text(cell).strip() for index, cell in enumerate(cells) if index not in self._amounts]
        if [text for text in others if text] == [label] and not self._own_customer and not any(map(str.isdigit, label)):
            if label == self.group.customer_name:
                return RowKind.SUBTOTAL
            self._enter(label)
            return RowKind.GROUP_HEADER
        return RowKind.REJECTED

    def _heading_kind(self, texts: Sequence[str]) -> RowKind:
        group = self.group
        currency = _section_currency(texts)
        pairs = _pairs(texts)
        if currency:
            group.currency = currency
            return RowKind.GROUP_HEADER
        if group.in_block or any(self._customer_field(*pair) and not _is_everyone(pair[1]) for pair in pairs):
            self._enter_block(pairs)
            return RowKind.GROUP_HEADER
        if not group.has_table or self._is_title(texts[0]):
            return RowKind.TITLE
        return RowKind.FOOTER if group.after_grand_total else self._section(texts)

    def _is_title(self, label: str) -> bool:
        return label.lower() in self._survey.title_labels or bool(self._words.rows.title.search(label))

    def _section(self, texts: Sequence[str]) -> RowKind:
        label = texts[0]
        if len(texts) > 3:
            return RowKind.REJECTED
        if band_of(normal_name(label)) or any(Field.BUCKET_CURRENT is f for f in self._words.fields_of(label)):
            self.group.is_open, self.group.names = True, []
            self.group.customer_id = self.group.customer_name = ""
            return RowKind.GROUP_HEADER
        self._enter(label)
        return RowKind.GROUP_HEADER

    def _enter(self, name: str) -> None:
        group = self.group
        if group.names and group.names[-1] not in self._survey.total_names:
            group.names.pop()
        group.names.append(name)
        group.customer_id, group.customer_name, group.is_open = "", ":".join(group.names), True

    def _enter_block(self, pairs: Sequence[tuple[str, str]]) -> None:
        group = self.group
        if not group.in_block:
            group.names, group.customer_id, group.customer_name = [], "", ""
        group.in_block, group.is_open = True, True
        for name, value in pairs:
            self.section_word = self.section_word or normal_name(name)
            kind = self._customer_field(name, value)
            if kind is Field.CUSTOMER_ID and not group.customer_id:
                group.customer_id = value
            elif kind is Field.CUSTOMER_NAME and not group.customer_name:
                code, own_name = _numbered_name(value)
                group.customer_id = group.customer_id or code
                group.customer_name, group.names = own_name, [own_name]

    def _customer_field(self, name: str, value: str) -> Field | None:
        fields = self._words.fields_of(name)
        if Field.CUSTOMER_ID in fields and (Field.CUSTOMER_NAME not in fields or is_code(value)):
            return Field.CUSTOMER_ID
        if Field.CUSTOMER_NAME in fields:
            return Field.CUSTOMER_NAME
        return Field.CUSTOMER_ID if self.group.in_block and normal_name(name) in _NUMBER_LABELS else None


def _numbered_name(value: str) -> tuple[str, str]:
    """Return number and name of “Hilltop (1042)” or “1042 - Hilltop”; an empty number where there is none."""
    found = _NUMBERED_NAME.match(value)
    code = (found["code"] or found["code2"]) if found else ""
    if found is None or not is_code(code) or len(code) < 3:
        return "", value
    return code, found["name"] or found["name2"]


def _is_everyone(value: str) -> bool:
    return value.strip().lower() in _EVERYONE


def _total_name(label: str) -> str:
    found = _TOTAL_OF.match(label)
    return found[1].strip().rstrip(":").strip() if found else ""


def _is_amount_text(text: str) -> bool:
    try:
        return parse_amount(text, ".") is not None
    except ValueError:
        return False


def _section_currency(texts: Sequence[str]) -> str:
    joined = " ".join(texts)
    found = _CURRENCY_LINE.match(joined)
    if found:
        return found[1].upper()
    bare = _BARE_CURRENCY.match(joined)
    return bare[1] if bare and _KNOWN_CURRENCIES.fullmatch(bare[1]) else ""


def _pairs(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return label and value pairs: “A/C:” beside its value, or “Name   Value” in one cell."""
    pairs: list[tuple[str, str]] = []
    waiting = ""
    for text in texts:
        inner = _LABEL_VALUE.match(text)
        if inner and not waiting:
            pairs.append((inner[1], inner[2]))
        elif text.endswith(":"):
            waiting = text
        elif waiting:
            pairs.append((waiting, text))
            waiting = ""
    return pairs
