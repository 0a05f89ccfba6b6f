"""Turn a row that is a document into a ledger item, or say why it cannot be one."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from arcareer.domain.receivables import ZERO, DocType, LedgerItem, Receipt
from arcareer.ledgers.numbers import AmbiguousAmountError, parse_amount, within_reason
from arcareer.ledgers.vocabulary import AMOUNT_FIELDS, BUCKET_FIELDS, DATE_FIELDS, Field, Vocabulary
from arcareer.reading.dates import build_date, is_empty_date, split_date
from arcareer.reading.table import SourceRow, cell_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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


_OWN_TEXTS = (Field.DOC_NUMBER, Field.TRANSACTION_NO, Field.PO_NUMBER, Field.REFERENCE, Field.DETAILS)
_SHARED_TEXTS = (
    Field.CUSTOMER_ID,
    Field.CUSTOMER_NAME,
    Field.DOC_TYPE,
    Field.CURRENCY,
    Field.LOCAL_CURRENCY,
    Field.DISPUTED,
    Field.STATUS,
    Field.IS_OPEN,
    Field.DELETED,
    Field.SIDE,
)
_AMOUNTS = tuple(field for field in AMOUNT_FIELDS if field not in BUCKET_FIELDS)
_REFUSABLE = (Field.DELETED, Field.STATUS, Field.DOC_TYPE)

_Values = dict[Field, Any]


class ItemBuilder:
    """Builds ledger items from rows, by the layout the survey found and the choices of the user.

    A ledger may have a million rows, so each row is read by a plan that knows only the columns that are there, texts
    that repeat are shared, and dates are remembered.
    """

    def __init__(self, survey: Survey, vocabulary: Vocabulary, choices: ReadingChoices) -> None:
        self._survey = survey
        self._words = vocabulary
        self._choices = choices
        self._columns = survey.columns
        self._buckets = survey.columns.all_of(BUCKET_FIELDS)
        self._marks = {index: choices.decimal_mark or mark for index, mark in survey.decimal_marks.items()}
        self._symbol = next(iter(survey.symbols)) if len(survey.symbols) == 1 else ""
        self._last_customer = ("", "")
        self._shared: dict[str, str] = {}
        self._days: dict[str, date | None] = {}
        self._types: dict[str, DocType | None] = {}
        self._wanted: set[tuple[CellValue, ...]] = set()
        self._plan = tuple(self._steps(DATE_FIELDS, _OWN_TEXTS, _SHARED_TEXTS, _AMOUNTS))
        self._refusal_plan = tuple(self._steps((), (), _REFUSABLE, ()))
        self._currency_plan = tuple(self._steps((), (), (Field.CURRENCY, Field.LOCAL_CURRENCY), ()))
        self.unknown_types: set[str] = set()
        self.blank_currency = False

    def _steps(
        self, dates: Sequence[Field], own: Sequence[Field], shared: Sequence[Field], amounts: Sequence[Field]
    ) -> Iterator[tuple[Field, int, Callable[[CellValue], Any]]]:
        readers: tuple[tuple[Sequence[Field], Callable[[CellValue], Any]], ...] = (
            (dates, self._read_date),
            (own, _number_text),
            (shared, self._read_shared),
        )
        for fields, reader in readers:
            for field in fields:
                if self._columns.has(field):
                    yield field, self._columns.first(field), reader
        for field in amounts:
            if self._columns.has(field):
                index = self._columns.first(field)
                yield field, index, partial(self._read_amount, self._mark_of(index))

    def item(self, row: SourceRow, group: GroupState) -> LedgerItem:
        """Return the document in `row`; `group` is the section it stands in.

        Raises `UnreadableRowError` with the reason, `UnwantedRowError` for deleted, void, draft and payable rows.
        """
        self.refuse_unwanted(row.cells)
        values = _read(row.cells, self._plan)
        paid_on, closed_at = values.get(Field.PAID_DATE), values.get(Field.CLOSED_AT)
        original, opened, paid = self._amounts(row.cells, values)
        number = values.get(Field.DOC_NUMBER, "")
        customer_id, customer_name = self._customer(values, group)
        return LedgerItem(
            line=row.line,
            customer_id=customer_id,
            customer_name=customer_name,
            doc_type=self._type(values, original, number),
            doc_number="" if number and self._is_type_word(number) else number,
            transaction_no=values.get(Field.TRANSACTION_NO, ""),
            po_number=values.get(Field.PO_NUMBER, ""),
            reference=values.get(Field.REFERENCE, ""),
            details=values.get(Field.DETAILS, ""),
            doc_date=values.get(Field.DOC_DATE),
            due_date=values.get(Field.DUE_DATE),
            paid_date=(paid_on or closed_at) if opened == 0 else None,
            closed_at=closed_at,
            currency=self._currency(values, group),
            original_amount=original,
            open_amount=opened,
            local_amount=values.get(Field.LOCAL_AMOUNT),
            local_open_amount=values.get(Field.LOCAL_OPEN_AMOUNT),
            local_currency=values.get(Field.LOCAL_CURRENCY, "").upper(),
            disputed=self._flag(values, Field.DISPUTED) if self._columns.has(Field.DISPUTED) else None,
            receipts=(Receipt(paid_on=paid_on, amount=paid),) if paid_on is not None and paid else (),
        )

    def amount_at(self, cells: Sequence[CellValue], index: int) -> Decimal | None:
        """Return the amount in a column, None when blank. Raises `UnreadableRowError` with the reason."""
        value = cells[index] if 0 <= index < len(cells) else None
        return None if value is None or value == "" else self._read_amount(self._mark_of(index), value)

    def _mark_of(self, index: int) -> str:
        return self._marks.get(index) or self._choices.decimal_mark or self._survey.decimal_mark

    def _read_shared(self, value: CellValue) -> str:
        if not isinstance(value, str):
            return cell_text(value)
        text = self._shared.get(value)
        if text is None:
            text = value.strip()
            text = self._shared[value] = self._shared.setdefault(text, text)
        return text

    def _read_amount(self, mark: str, value: CellValue) -> Decimal | None:
        try:
            if isinstance(value, Decimal):
                return within_reason(value)
            return parse_amount(value if isinstance(value, str) else cell_text(value), mark)
        except AmbiguousAmountError as open_question:
            raise UnreadableRowError(f"{open_question}: nothing in the column decides") from open_question
        except ValueError as unreadable:
            raise UnreadableRowError(str(unreadable)) from unreadable

    def _read_date(self, value: CellValue) -> date | None:
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

    def _flag(self, values: _Values, field: Field) -> bool | None:
        text = values.get(field, "").lower()
        if text in self._words.true_words:
            return True
        return False if text in self._words.false_words else None

    def refuse_unwanted(self, cells: Sequence[CellValue]) -> None:
        """Raise `UnwantedRowError` for a row that is marked deleted, void, draft or a payable."""
        if not self._refusal_plan:
            return
        width = len(cells)
        marks = tuple(cells[index] for _, index, _ in self._refusal_plan if index < width)
        if marks in self._wanted:
            return
        values = _read(cells, self._refusal_plan)
        if self._flag(values, Field.DELETED):
            raise UnwantedRowError("deleted")
        status = values.get(Field.STATUS, "").lower()
        if status in _VOID:
            raise UnwantedRowError("void or deleted")
        if status in _DRAFT:
            raise UnwantedRowError("draft")
        if values.get(Field.DOC_TYPE, "").lower() in _PAYABLES:
            raise UnwantedRowError("payable")
        self._wanted.add(marks)

    def _amounts(self, cells: Sequence[CellValue], values: _Values) -> tuple[Decimal, Decimal, Decimal]:
        """Return original, open and paid amount, worked out from whichever of them the file has."""
        original, opened = values.get(Field.ORIGINAL_AMOUNT), values.get(Field.OPEN_AMOUNT)
        if original is None and opened is None:
            original = _two_sided(values)
        if opened is None and not self._columns.has(Field.OPEN_AMOUNT):
            opened = self._banded(cells)
        if original is None and opened is None:
            raise UnreadableRowError("no amount in any of the amount columns")
        if original is None:
            original = opened or ZERO
        if opened is None:
            opened = self._still_open(values, original)
        if values.get(Field.SIDE, "").lower().rstrip(".") in _CREDIT_SIDES:
            original, opened = -abs(original), -abs(opened)
        return original, opened, values.get(Field.PAID_AMOUNT) or ZERO

    def _banded(self, cells: Sequence[CellValue]) -> Decimal | None:
        amounts = [amount for amount in (self.amount_at(cells, index) for index in self._buckets) if amount is not None]
        return sum(amounts, ZERO) if amounts else None

    def _still_open(self, values: _Values, original: Decimal) -> Decimal:
        paid, credited = values.get(Field.PAID_AMOUNT), values.get(Field.CREDITED_AMOUNT) or ZERO
        if paid is not None or credited:
            return original - (paid or ZERO) - credited
        is_closed = values.get(Field.PAID_DATE) is not None or values.get(Field.CLOSED_AT) is not None
        return ZERO if is_closed or self._flag(values, Field.IS_OPEN) is False else original

    def _customer(self, values: _Values, group: GroupState) -> tuple[str, str]:
        own = (values.get(Field.CUSTOMER_ID, ""), values.get(Field.CUSTOMER_NAME, ""))
        section = (group.customer_id, group.customer_name)
        if any(own) or any(section):
            found = (own[0] or section[0], own[1] or section[1])
            self._last_customer = found if any(own) else self._last_customer
            return found
        return self._last_customer

    def currency_of(self, cells: Sequence[CellValue], group: GroupState) -> str:
        """Return the currency of a row: its own, its section's, the file's one sign, or the user's answer."""
        return self._currency(_read(cells, self._currency_plan), group)

    def _currency(self, values: _Values, group: GroupState) -> str:
        written: str = values.get(Field.CURRENCY, "")
        if written:
            return written.upper()
        if self._columns.has(Field.CURRENCY):
            self.blank_currency = True
            local: str = values.get(Field.LOCAL_CURRENCY, "")
            return self._choices.local_currency or local.upper()
        return group.currency or self._symbol or self._choices.local_currency

    def _is_type_word(self, number: str) -> bool:
        """Whether a document number is no number but says what the document is, such as “On Account”."""
        return not any(map(str.isdigit, number)) and self._words.document_type(number) is not None

    def _type(self, values: _Values, original: Decimal, number: str) -> DocType:
        text = values.get(Field.DOC_TYPE, "")
        if text:
            if text not in self._types:
                self._types[text] = self._words.document_type(text)
            found = self._types[text]
            if found is not None:
                return found
            self.unknown_types.add(text)
        if number and self._is_type_word(number):
            return self._words.document_type(number) or DocType.INVOICE
        if original >= 0:
            return DocType.INVOICE
        return DocType.CREDIT_MEMO if number else DocType.PAYMENT


def _read(cells: Sequence[CellValue], plan: Iterable[tuple[Field, int, Callable[[CellValue], Any]]]) -> _Values:
    width = len(cells)
    values: _Values = {}
    for field, index, reader in plan:
        if index < width:
            value = cells[index]
            if value is not None and value != "":
                values[field] = reader(value)
    return values


def _two_sided(values: _Values) -> Decimal | None:
    debit, credit = values.get(Field.DEBIT), values.get(Field.CREDIT)
    return None if debit is None and credit is None else (debit or ZERO) - abs(credit or ZERO)


def _clean(value: CellValue) -> str:
    return value.strip() if isinstance(value, str) else cell_text(value)


def _number_text(value: CellValue) -> str:
    """Return a document's number as text, without the “.0” that some programs hang on whole numbers."""
    text = _clean(value)
    return text[:-2] if text.endswith(".0") and text[:-2].isdigit() else text


def money_text(amount: Decimal) -> str:
    """Return an amount with at least two decimals, as the command line prints it."""
    return format(amount.quantize(_CENT) if amount == amount.quantize(_CENT) else amount.normalize(), "f")
