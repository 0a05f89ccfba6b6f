"""Turn a row that is a document into a ledger item, or say why it cannot be one."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from arcareer.domain.receivables import ZERO, DocType, LedgerItem, Receipt
from arcareer.ledgers.numbers import AmbiguousAmountError, parse_amount
from arcareer.ledgers.vocabulary import BUCKET_FIELDS, Field, Vocabulary
from arcareer.reading.dates import build_date, is_empty_date, split_date
from arcareer.reading.table import SourceRow, cell_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arcareer.ledgers.classify import GroupState
    from arcareer.ledgers.reading import ReadingChoices
    from arcareer.ledgers.survey import Survey
    from arcareer.reading.table import CellValue

_VOID = frozenset({"void", "voided", "deleted", "cancelled", "canceled", "reversed", "storniert"})
_DRAFT = frozenset({"draft", "submitted", "entwurf", "pending approval"})
_PAYABLES = frozenset({"accpay", "accpaycredit", "bill payment", "vendor bill", "purchase invoice"})
_CREDIT_SIDES = frozenset({"cr", "c", "h", "credit", "haben"})
_CENT = Decimal("0.01")


class UnreadableRowError(ValueError):
    """A row that looks like a document but cannot be read; its text is the reason in plain words."""


class UnwantedRowError(Exception):
    """A row that is a document but does not belong here; its text is why ("deleted", "void", "draft", "payable")."""


_TEXTS = (Field.DOC_NUMBER, Field.TRANSACTION_NO, Field.PO_NUMBER, Field.REFERENCE, Field.DETAILS)
_REFUSABLE = (Field.DELETED, Field.STATUS, Field.DOC_TYPE)


class ItemBuilder:
    """Builds ledger items from rows, by the layout the survey found and the choices of the user.

    A ledger may have a million rows, so texts that repeat are shared, dates are remembered, and columns that are not
    there cost nothing.
    """

    def __init__(self, survey: Survey, vocabulary: Vocabulary, choices: ReadingChoices) -> None:
        self._survey = survey
        self._words = vocabulary
        self._choices = choices
        columns = survey.columns
        self._at = {field: columns.first(field) for field in Field if columns.has(field)}
        self._texts = tuple((field.value, self._at[field]) for field in _TEXTS if field in self._at)
        self._is_refusable = any(field in self._at for field in _REFUSABLE)
        self._buckets = columns.all_of(BUCKET_FIELDS)
        self._marks = {index: choices.decimal_mark or mark for index, mark in survey.decimal_marks.items()}
        self._symbol = next(iter(survey.symbols)) if len(survey.symbols) == 1 else ""
        self._last_customer = ("", "")
        self._shared: dict[str, str] = {}
        self._days: dict[str, date | None] = {}
        self._types: dict[str, DocType | None] = {}
        self.unknown_types: set[str] = set()
        self.blank_currency = False

    def item(self, row: SourceRow, group: GroupState) -> LedgerItem:
        """Return the document in `row`; `group` is the section it stands in.

        Raises `UnreadableRowError` with the reason, `UnwantedRowError` for deleted, void, draft and payable rows.
        """
        cells = row.cells
        self.refuse_unwanted(cells)
        doc_date = self._date(cells, Field.DOC_DATE)
        due_date = self._date(cells, Field.DUE_DATE)
        paid_on = self._date(cells, Field.PAID_DATE)
        closed_at = self._date(cells, Field.CLOSED_AT)
        original, opened, paid = self._amounts(cells, closed=paid_on is not None or closed_at is not None)
        texts = {name: _clean(cells[index]) for name, index in self._texts if index < len(cells)}
        number = texts.get("doc_number", "")
        if number and self._is_type_word(number):
            texts["doc_number"] = ""
        customer_id, customer_name = self._customer(cells, group)
        return LedgerItem(
            line=row.line,
            customer_id=customer_id,
            customer_name=customer_name,
            doc_type=self._type(cells, original, number),
            doc_date=doc_date,
            due_date=due_date,
            paid_date=(paid_on or closed_at) if opened == 0 else None,
            closed_at=closed_at,
            currency=self._currency(cells, group),
            original_amount=original,
            open_amount=opened,
            local_amount=self._amount(cells, Field.LOCAL_AMOUNT),
            local_open_amount=self._amount(cells, Field.LOCAL_OPEN_AMOUNT),
            local_currency=self._text(cells, Field.LOCAL_CURRENCY).upper(),
            disputed=self._flag(cells, Field.DISPUTED),
            receipts=(Receipt(paid_on=paid_on, amount=paid),) if paid_on is not None and paid else (),
            **texts,
        )

    def amount_at(self, cells: Sequence[CellValue], index: int) -> Decimal | None:
        """Return the amount in a column, None when blank. Raises `UnreadableRowError` with the reason."""
        if not 0 <= index < len(cells):
            return None
        value = cells[index]
        if isinstance(value, Decimal):
            return value
        if value is None or value == "":
            return None
        try:
            return parse_amount(cell_text(value), self._marks.get(index) or self._survey.decimal_mark)
        except AmbiguousAmountError as open_question:
            raise UnreadableRowError(f"{open_question}: nothing in the column decides") from open_question
        except ValueError as unreadable:
            raise UnreadableRowError(str(unreadable)) from unreadable

    def _text(self, cells: Sequence[CellValue], field: Field) -> str:
        index = self._at.get(field)
        if index is None or index >= len(cells):
            return ""
        text = _clean(cells[index])
        return self._shared.setdefault(text, text)

    def _amount(self, cells: Sequence[CellValue], field: Field) -> Decimal | None:
        index = self._at.get(field)
        return None if index is None else self.amount_at(cells, index)

    def _date(self, cells: Sequence[CellValue], field: Field) -> date | None:
        index = self._at.get(field)
        if index is None or index >= len(cells):
            return None
        value = cells[index]
        if not isinstance(value, str):
            return self._typed_date(value)
        if value not in self._days:
            self._days[value] = self._written_date(value)
        return self._days[value]

    def _typed_date(self, value: CellValue) -> date | None:
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        return self._written_date(cell_text(value))

    def _written_date(self, text: str) -> date | None:
        if is_empty_date(text):
            return None
        parts = split_date(text, serials=True)
        if parts is None:
            raise UnreadableRowError(f"“{text}” is not a date")
        try:
            found = build_date(parts, self._survey.date_order)
        except ValueError as impossible:
            raise UnreadableRowError(f"“{text}” is not a day of the calendar") from impossible
        if found is None:
            raise UnreadableRowError(f"“{text}” can be read with the day or the month first: nothing decides")
        return found

    def _flag(self, cells: Sequence[CellValue], field: Field) -> bool | None:
        if field not in self._at:
            return None
        text = self._text(cells, field).lower()
        if text in self._words.true_words:
            return True
        return False if text in self._words.false_words else None

    def refuse_unwanted(self, cells: Sequence[CellValue]) -> None:
        """Raise `UnwantedRowError` for a row that is marked deleted, void, draft or a payable."""
        if not self._is_refusable:
            return
        if self._flag(cells, Field.DELETED):
            raise UnwantedRowError("deleted")
        status = self._text(cells, Field.STATUS).lower()
        if status in _VOID:
            raise UnwantedRowError("void or deleted")
        if status in _DRAFT:
            raise UnwantedRowError("draft")
        if self._text(cells, Field.DOC_TYPE).lower() in _PAYABLES:
            raise UnwantedRowError("payable")

    def _amounts(self, cells: Sequence[CellValue], *, closed: bool) -> tuple[Decimal, Decimal, Decimal]:
        """Return original, open and paid amount, worked out from whichever of them the file has."""
        original = self._amount(cells, Field.ORIGINAL_AMOUNT)
        opened = self._amount(cells, Field.OPEN_AMOUNT)
        paid = self._amount(cells, Field.PAID_AMOUNT)
        if original is None and opened is None:
            original = self._two_sided(cells)
        if opened is None and Field.OPEN_AMOUNT not in self._at:
            opened = self._banded(cells)
        if original is None and opened is None:
            raise UnreadableRowError("no amount in any of the amount columns")
        if original is None:
            original = opened or ZERO
        if opened is None:
            opened = self._still_open(cells, original, paid, closed=closed)
        if Field.SIDE in self._at and self._text(cells, Field.SIDE).lower().rstrip(".") in _CREDIT_SIDES:
            original, opened = -abs(original), -abs(opened)
        return original, opened, paid or ZERO

    def _two_sided(self, cells: Sequence[CellValue]) -> Decimal | None:
        debit, credit = self._amount(cells, Field.DEBIT), self._amount(cells, Field.CREDIT)
        return None if debit is None and credit is None else (debit or ZERO) - abs(credit or ZERO)

    def _banded(self, cells: Sequence[CellValue]) -> Decimal | None:
        amounts = [amount for amount in (self.amount_at(cells, index) for index in self._buckets) if amount is not None]
        return sum(amounts, ZERO) if amounts else None

    def _still_open(
        self, cells: Sequence[CellValue], original: Decimal, paid: Decimal | None, *, closed: bool
    ) -> Decimal:
        credited = self._amount(cells, Field.CREDITED_AMOUNT) or ZERO
        if paid is not None or credited:
            return original - (paid or ZERO) - credited
        if closed or self._flag(cells, Field.IS_OPEN) is False:
            return ZERO
        return original

    def _customer(self, cells: Sequence[CellValue], group: GroupState) -> tuple[str, str]:
        own = (self._text(cells, Field.CUSTOMER_ID), self._text(cells, Field.CUSTOMER_NAME))
        if any(own):
            self._last_customer = own
            return own
        if group.customer_id or group.customer_name:
            return group.customer_id, group.customer_name
        return self._last_customer

    def _currency(self, cells: Sequence[CellValue], group: GroupState) -> str:
        written = self._text(cells, Field.CURRENCY).upper()
        if written:
            return written
        if Field.CURRENCY in self._at:
            self.blank_currency = True
            return self._choices.local_currency or self._text(cells, Field.LOCAL_CURRENCY).upper()
        return group.currency or self._symbol or self._choices.local_currency

    def _is_type_word(self, number: str) -> bool:
        """Whether a document number is no number but says what the document is, such as “On Account”."""
        return not any(map(str.isdigit, number)) and self._words.document_type(number) is not None

    def _type(self, cells: Sequence[CellValue], original: Decimal, number: str) -> DocType:
        if Field.DOC_TYPE in self._at:
            text = self._text(cells, Field.DOC_TYPE)
            if text not in self._types:
                self._types[text] = self._words.document_type(text)
            found = self._types[text]
            if found is not None:
                return found
            if text:
                self.unknown_types.add(text)
        if number and self._is_type_word(number):
            return self._words.document_type(number) or DocType.INVOICE
        if original >= 0:
            return DocType.INVOICE
        return DocType.CREDIT_MEMO if number else DocType.PAYMENT


def _clean(value: CellValue) -> str:
    return value.strip() if isinstance(value, str) else cell_text(value)


def money_text(amount: Decimal) -> str:
    """Return an amount with at least two decimals, as the command line prints it."""
    return format(amount.quantize(_CENT) if amount == amount.quantize(_CENT) else amount.normalize(), "f")
