"""The words exports use for their columns, documents and totals, from `resources/ledgers/columns.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from arcareer.domain.receivables import DocType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Field(StrEnum):
    """What a column of a ledger export can hold."""

    CUSTOMER_ID = "customer_id"
    CUSTOMER_NAME = "customer_name"
    DOC_NUMBER = "doc_number"
    TRANSACTION_NO = "transaction_no"
    REFERENCE = "reference"
    PO_NUMBER = "po_number"
    DETAILS = "details"
    TEXT = "text"
    DOC_TYPE = "doc_type"
    DOC_DATE = "doc_date"
    POSTING_DATE = "posting_date"
    DUE_DATE = "due_date"
    PAID_DATE = "paid_date"
    CLOSED_AT = "closed_at"
    ORIGINAL_AMOUNT = "original_amount"
    OPEN_AMOUNT = "open_amount"
    FOREIGN_AMOUNT = "foreign_amount"
    FOREIGN_OPEN_AMOUNT = "foreign_open_amount"
    LOCAL_AMOUNT = "local_amount"
    LOCAL_OPEN_AMOUNT = "local_open_amount"
    PAID_AMOUNT = "paid_amount"
    CREDITED_AMOUNT = "credited_amount"
    CURRENCY = "currency"
    LOCAL_CURRENCY = "local_currency"
    EXCHANGE_RATE = "exchange_rate"
    DAYS_PAST_DUE = "days_past_due"
    TERMS = "terms"
    DISPUTED = "disputed"
    DUNNING_LEVEL = "dunning_level"
    SALESPERSON = "salesperson"
    STATUS = "status"
    IS_OPEN = "is_open"
    DELETED = "deleted"
    AS_OF = "as_of"
    SIDE = "side"
    DEBIT = "debit"
    CREDIT = "credit"
    LINE_ITEM = "line_item"
    CONTACT = "contact"
    BUCKET_CURRENT = "bucket_current"
    BUCKET_1_30 = "bucket_1_30"
    BUCKET_31_60 = "bucket_31_60"
    BUCKET_61_90 = "bucket_61_90"
    BUCKET_OVER_90 = "bucket_over_90"


BUCKET_FIELDS = (
    Field.BUCKET_CURRENT,
    Field.BUCKET_1_30,
    Field.BUCKET_31_60,
    Field.BUCKET_61_90,
    Field.BUCKET_OVER_90,
)
DATE_FIELDS = (Field.DOC_DATE, Field.POSTING_DATE, Field.DUE_DATE, Field.PAID_DATE, Field.CLOSED_AT, Field.AS_OF)
AMOUNT_FIELDS = (
    Field.ORIGINAL_AMOUNT,
    Field.OPEN_AMOUNT,
    Field.FOREIGN_AMOUNT,
    Field.FOREIGN_OPEN_AMOUNT,
    Field.LOCAL_AMOUNT,
    Field.LOCAL_OPEN_AMOUNT,
    Field.PAID_AMOUNT,
    Field.CREDITED_AMOUNT,
    Field.DEBIT,
    Field.CREDIT,
    *BUCKET_FIELDS,
)
MULTIPLE_FIELDS = frozenset({*BUCKET_FIELDS, Field.LINE_ITEM, Field.CONTACT})
GENERIC_NAMES = frozenset({"date", "amount", "total", "no", "no.", "number", "type", "name", "account", "balance"})

_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_PUNCTUATION = re.compile(r"[\W_]+")
_CODES = "eur|usd|gbp|chf|sek|nok|dkk|pln|czk|huf|cad|aud|nzd|jpy|cny|inr|sgd|hkd|zar|brl|mxn|aed"
_CURRENCY_SUFFIX = re.compile(rf"\s*(?:[\[(](?:[a-z]{{3}}|[$€£¥₹])[\])]|,?\s(?:in )?(?:{_CODES}|[$€£¥₹]))$")
_BAND = re.compile(r"^(\d{1,3})\s*(?:-|\u2013|to|bis|tot)\s*(\d{1,3})\b")
_OPEN_BAND = re.compile(
    r"^(?:>|over|above|older than|more than|\u00fcber)\s*(\d{1,3})\b"
    r"|^(\d{1,3})\s*(?:\+|days?\s*\+|days?$|and over|or more|and above|plus)"
)
_SHORT_WORDS = {
    "amt": "amount",
    "bal": "balance",
    "ccy": "currency",
    "crcy": "currency",
    "cust": "customer",
    "dt": "date",
    "inv": "invoice",
    "nbr": "number",
    "nr": "number",
    "num": "number",
    "orig": "original",
    "ref": "reference",
    "trans": "transaction",
    "trx": "transaction",
}
_CONTACT = re.compile(r"\b(?:e-?mail|phone|telephone|mobile|fax|iban|bank account|street|postcode)\b|@")
_FILLERS = frozenset({"in", "of", "the", "der", "des", "van", "de"})


@dataclass(frozen=True, slots=True)
class RowPatterns:
    """Regular expressions (without case) that tell the rows that are no transactions."""

    subtotal: re.Pattern[str]
    grand_total: re.Pattern[str]
    percentage: re.Pattern[str]
    footer: re.Pattern[str]
    title: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Known names: columns by exact and by squeezed spelling, document types, flags, row patterns."""

    exact: Mapping[str, tuple[Field, ...]]
    squeezed: Mapping[str, tuple[Field, ...]]
    rank: Mapping[tuple[str, Field], int]
    documents: Mapping[str, DocType]
    true_words: frozenset[str]
    false_words: frozenset[str]
    rows: RowPatterns

    def fields_of(self, header: str) -> tuple[Field, ...]:
        """Return the fields the column name `header` may stand for, the likeliest first; empty when unknown."""
        name = normal_name(header)
        if not name:
            return ()
        bare = _CURRENCY_SUFFIX.sub("", name)
        for spelling in (name, bare):
            if spelling in self.exact:
                return self.exact[spelling]
        found = self.squeezed.get(squeeze(bare))
        if found:
            return found
        band = band_of(name)
        if band:
            return (band,)
        return (Field.CONTACT,) if _CONTACT.search(name) else self._abbreviated(bare)

    def rank_of(self, header: str, field: Field) -> int:
        """Return how well `header` names `field`: 0 is best; used when two columns claim the same field."""
        name = _CURRENCY_SUFFIX.sub("", normal_name(header))
        generic = 1_000 if name in GENERIC_NAMES else 0
        return generic + self.rank.get((squeeze(name), field), 500)

    def document_type(self, text: str) -> DocType | None:
        """Return the type a document type cell names, or None when it is unknown."""
        name = normal_name(text)
        if not name:
            return None
        if name in self.documents:
            return self.documents[name]
        words = set(_PUNCTUATION.sub(" ", name).split())
        for keys, doc_type in _KEYWORDS:
            if keys <= words:
                return doc_type
        return None

    def _abbreviated(self, name: str) -> tuple[Field, ...]:
        words = _words(name)
        is_shortened = "." in name or any(word in _SHORT_WORDS for word in words) or max(map(len, words), default=0) > 5
        if not is_shortened:
            return ()
        stems = [_SHORT_WORDS.get(word, word) for word in words]
        found = {fields for alias, fields in self.exact.items() if _abbreviates(stems, alias)}
        return next(iter(found)) if len(found) == 1 else ()


_KEYWORDS: tuple[tuple[frozenset[str], DocType], ...] = (
    (frozenset({"credit", "memo"}), DocType.CREDIT_MEMO),
    (frozenset({"credit", "note"}), DocType.CREDIT_MEMO),
    (frozenset({"debit", "memo"}), DocType.DEBIT_MEMO),
    (frozenset({"debit", "note"}), DocType.DEBIT_MEMO),
    (frozenset({"finance", "charge"}), DocType.FINANCE_CHARGE),
    (frozenset({"account"}), DocType.ON_ACCOUNT),
    (frozenset({"prepayment"}), DocType.ON_ACCOUNT),
    (frozenset({"overpayment"}), DocType.ON_ACCOUNT),
    (frozenset({"refund"}), DocType.REFUND),
    (frozenset({"payment"}), DocType.PAYMENT),
    (frozenset({"receipt"}), DocType.PAYMENT),
    (frozenset({"journal"}), DocType.JOURNAL),
    (frozenset({"chargeback"}), DocType.CHARGEBACK),
    (frozenset({"invoice"}), DocType.INVOICE),
)


def normal_name(text: str) -> str:
    """Return a column name without case, outer blanks, doubled blanks, and a colon or star at its end."""
    return _SPACES.sub(" ", text).strip().rstrip(":*").strip().lower()


def squeeze(name: str) -> str:
    """Return `name` without blanks and punctuation."""
    return _PUNCTUATION.sub("", name.lower())


def band_of(name: str) -> Field | None:
    """Return the aging band that a name such as `31 - 60 days past due`, `91-120` or `> 90` stands for."""
    closed = _BAND.match(name)
    if closed:
        return _band_from(int(closed[1]))
    opened = _OPEN_BAND.match(name)
    if opened:
        return Field.BUCKET_OVER_90 if int(opened[1] or opened[2]) >= 90 else None
    return None


def _band_from(first_day: int) -> Field:
    for limit, field in (
        (0, Field.BUCKET_1_30),
        (30, Field.BUCKET_1_30),
        (60, Field.BUCKET_31_60),
        (90, Field.BUCKET_61_90),
    ):
        if first_day <= limit:
            return field
    return Field.BUCKET_OVER_90


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s/.]+", name) if word and word not in _FILLERS]


def _abbreviates(stems: list[str], alias: str) -> bool:
    words = _words(alias)
    return len(words) == len(stems) and all(
        len(stem) >= 2 and word.startswith(stem) for stem, word in zip(stems, words, strict=True)
    )


def _pattern(expressions: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{expression})" for expression in expressions), re.IGNORECASE)


@lru_cache(maxsize=1)
def default_vocabulary() -> Vocabulary:
    """Return the shipped vocabulary; read once."""
    import tomllib  # noqa: PLC0415 - only when a ledger is read

    from arcareer.resources import resource_root  # noqa: PLC0415 - only when a ledger is read

    data = tomllib.loads((resource_root() / "ledgers" / "columns.toml").read_text("utf-8"))
    exact: dict[str, list[Field]] = {}
    squeezed: dict[str, list[Field]] = {}
    rank: dict[tuple[str, Field], int] = {}
    for name, aliases in data["fields"].items():
        field = Field(name)
        for index, alias in enumerate(aliases):
            exact.setdefault(normal_name(alias), []).append(field)
            entry = squeezed.setdefault(squeeze(alias), [])
            if field not in entry:
                entry.append(field)
            rank.setdefault((squeeze(alias), field), index)
    rows = data["rows"]
    return Vocabulary(
        exact={name: tuple(fields) for name, fields in exact.items()},
        squeezed={name: tuple(fields) for name, fields in squeezed.items() if name},
        rank=rank,
        documents={normal_name(text): DocType(kind) for kind, texts in data["documents"].items() for text in texts},
        true_words=frozenset(data["flags"]["true"]),
        false_words=frozenset(data["flags"]["false"]),
        rows=RowPatterns(
            subtotal=_pattern(rows["subtotal"]),
            grand_total=_pattern(rows["grand_total"]),
            percentage=_pattern(rows["percentage"]),
            footer=_pattern(rows["footer"]),
            title=_pattern(rows["title"]),
        ),
    )
