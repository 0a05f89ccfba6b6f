"""Imported ledgers: look first, answer what the list does not say, then one change that can be undone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from arcareer.clock import Clock
from arcareer.domain.changes import Edit, EditGroup, EntityKind
from arcareer.domain.customers import Customer, free_aliases
from arcareer.domain.figures import FigureScope
from arcareer.domain.history import Month
from arcareer.domain.identity import new_id
from arcareer.domain.ledger_snapshots import (
    ColumnChoice,
    LedgerLayout,
    LedgerSnapshot,
    SnapshotHead,
    layout_id,
    snapshot_id,
)
from arcareer.domain.metric_months import (
    Book,
    MetricMonth,
    Origin,
    Part,
    PartValue,
    empty_month,
    month_id,
    with_parts,
)
from arcareer.domain.receivables import LedgerItem
from arcareer.errors import FieldProblem, UserError
from arcareer.ledgers.packed_items import pack_items, unpack_items
from arcareer.ledgers.reading import Question, ReadingChoices
from arcareer.ledgers.vocabulary import Field
from arcareer.progress import Progress, silent
from arcareer.services.customers import CustomerService
from arcareer.services.editing import EditService
from arcareer.services.ledger_preview import FoundMonth, KnownLayouts, LedgerPreview, read_preview
from arcareer.storage.store import Store

MOST_NEW_CUSTOMERS: Final = 200
"""Customers a list adds at most; the others come in when something of them is used."""

FIELD_CHOICES: Final = (
    (Field.CUSTOMER_NAME, "Customer name"),
    (Field.CUSTOMER_ID, "Customer number"),
    (Field.DOC_TYPE, "Document type"),
    (Field.DOC_NUMBER, "Document number"),
    (Field.DOC_DATE, "Document date"),
    (Field.DUE_DATE, "Due date"),
    (Field.PAID_DATE, "Payment date"),
    (Field.CLOSED_AT, "Closed on"),
    (Field.ORIGINAL_AMOUNT, "Amount"),
    (Field.OPEN_AMOUNT, "Open amount"),
    (Field.PAID_AMOUNT, "Amount paid"),
    (Field.CREDITED_AMOUNT, "Amount credited"),
    (Field.DEBIT, "Debit"),
    (Field.CREDIT, "Credit"),
    (Field.CURRENCY, "Currency"),
    (Field.LOCAL_AMOUNT, "Amount in own currency"),
    (Field.LOCAL_OPEN_AMOUNT, "Open amount in own currency"),
    (Field.DAYS_PAST_DUE, "Days past due"),
    (Field.DISPUTED, "Disputed"),
    (Field.STATUS, "Status"),
    (Field.BUCKET_CURRENT, "Not yet due"),
    (Field.BUCKET_1_30, "1-30 days"),
    (Field.BUCKET_31_60, "31-60 days"),
    (Field.BUCKET_61_90, "61-90 days"),
    (Field.BUCKET_OVER_90, "Over 90 days"),
    (Field.CONTACT, "Contact details (left out)"),
)
_NUMBERS = re.compile(r"[\d_\-. ()]+")
_NO_ANSWERS = ReadingChoices()


class CustomerNaming(StrEnum):
    """How customers come in: by name with an alias for documents, or by a pseudonym only."""

    KEEP = "keep"
    ALIAS_ONLY = "alias-only"


@dataclass(frozen=True, slots=True)
class MonthFill:
    """A month as a list would fill it. `is_known_already` says that parts of it were entered another way."""

    book: Book
    month: Month
    after: MetricMonth
    is_known_already: bool


@dataclass(frozen=True, slots=True)
class ImportOutlook:
    """What taking a list would mean for the library as it is now."""

    already_there: SnapshotHead | None
    ledgers: tuple[str, ...]
    suggested_ledger: str
    suggested_scope: FigureScope
    earlier: SnapshotHead | None
    new_customers: tuple[str, ...]
    months: tuple[MonthFill, ...]


class LedgerImportService:
    """Use cases of imported lists; what changes something returns the change it applied."""

    def __init__(self, store: Store, edits: EditService, customers: CustomerService, clock: Clock) -> None:
        self._store = store
        self._edits = edits
        self._customers = customers
        self._clock = clock

    def known_layouts(self) -> KnownLayouts:
        """Return the layouts confirmed before, by the fingerprint of their header."""
        with self._store.read() as unit:
            found = unit.repository(EntityKind.LEDGER_LAYOUT).all()
        return {layout.fingerprint: layout for layout in found}

    def read(
        self,
        source: Path | str,
        answers: ReadingChoices = _NO_ANSWERS,
        known: KnownLayouts | None = None,
        progress: Progress = silent,
    ) -> LedgerPreview:
        """Read a file, or pasted cells given as text, without looking at the library, so any thread may.

        Raises `UserError` for a file that cannot be read, `EnvironmentFault` for the disk, `Cancelled` through
        `progress`.
        """
        return read_preview(source, answers, known or {}, progress)

    def compare(self, preview: LedgerPreview) -> ImportOutlook:
        """Return what taking a list would mean; changes nothing."""
        heads, layout = self.snapshots(), self.known_layouts().get(preview.fingerprint)
        alike = next((head for head in heads if head.fingerprint == preview.fingerprint), None)
        ledger = (layout.ledger if layout else "") or (alike.ledger if alike else "") or _ledger_named(preview.name)
        scope = layout.scope if layout is not None else alike.scope if alike is not None else FigureScope.PORTFOLIO
        before = [head for head in heads if head.ledger == ledger and preview.as_of and head.as_of < preview.as_of]
        return ImportOutlook(
            already_there=next((head for head in heads if head.sha256 == preview.sha256), None),
            ledgers=tuple(dict.fromkeys(head.ledger for head in heads)),
            suggested_ledger=ledger,
            suggested_scope=scope,
            earlier=before[0] if before else None,
            new_customers=self._unknown(preview.customers),
            months=tuple(self._fills(preview.months, preview.name, scope)),
        )

    def take(
        self,
        preview: LedgerPreview,
        *,
        ledger: str,
        scope: FigureScope,
        naming: CustomerNaming = CustomerNaming.KEEP,
        fill_months: bool = True,
        progress: Progress = silent,
    ) -> EditGroup:
        """Keep a list in one transaction and return it, ready for undo; the same file again changes nothing.

        Months are filled where nothing was entered another way. The layout is remembered with its answers. Any thread
        may; a cancel through `progress` comes before anything is kept. Raises `UserError` while a question is open,
        `FieldProblem` for a ledger without a name.
        """
        _check(preview, ledger)
        name = ledger.strip()
        if any(one.sha256 == preview.sha256 for one in self.snapshots()):
            return EditGroup("Import ledger", ())
        progress(0, 2)
        items = preview.items_packed
        if naming is CustomerNaming.ALIAS_ONLY:
            items = pack_items(_pseudonymous(unpack_items(items), name))
        progress(1, 2)
        label = f"Import {preview.name}"
        snapshot = self._snapshot(preview, name, scope, items)
        edits = [Edit(label, EntityKind.LEDGER_SNAPSHOT, None, snapshot)]
        edits += self._layout_edits(label, preview, snapshot)
        if naming is CustomerNaming.KEEP:
            added = self._added(preview.customers)
            edits += [Edit(label, EntityKind.CUSTOMER, None, customer) for customer in added]
        if fill_months:
            fills = self._fills(preview.months, preview.name, scope)
            edits += [self._month_edit(label, fill) for fill in fills if not fill.is_known_already]
        progress(2, 2)
        group = EditGroup(label, tuple(edit for edit in edits if edit.before != edit.after))
        self._edits.apply(group)
        return group

    def snapshots(self, ledger: str | None = None) -> tuple[SnapshotHead, ...]:
        """Return the lists of a ledger or of all, of the newest day first."""
        with self._store.read() as unit:
            heads = unit.ledger_snapshots.heads()
        return tuple(head for head in heads if ledger is None or head.ledger == ledger)

    def ledgers(self) -> tuple[str, ...]:
        """Return the names of the ledgers, that with the newest list first."""
        return tuple(dict.fromkeys(head.ledger for head in self.snapshots()))

    def items(self, snapshot: UUID) -> tuple[LedgerItem, ...]:
        """Return the documents of a list; slow for a large one. Raises `UserError` where it is gone."""
        return unpack_items(self._stored(snapshot).items)

    def remove(self, snapshot: UUID) -> Edit:
        """Remove a list; months it filled stay. Raises `UserError` where it is gone."""
        return self._edits.put("Remove list", EntityKind.LEDGER_SNAPSHOT, self._stored(snapshot), None)

    def forget_layout(self, layout: LedgerLayout) -> Edit:
        """Forget how lists of a layout are read; the next one asks again."""
        return self._edits.put("Forget layout", EntityKind.LEDGER_LAYOUT, layout, None)

    def _stored(self, snapshot: UUID) -> LedgerSnapshot:
        with self._store.read() as unit:
            found = unit.ledger_snapshots.get(snapshot)
        if found is None:
            raise UserError("This list is not in your library any more. Nothing was changed; import it again.")
        return found

    def _snapshot(self, preview: LedgerPreview, ledger: str, scope: FigureScope, items: bytes) -> LedgerSnapshot:
        if preview.as_of is None:
            raise FieldProblem("as_of", "Say which day the list is of. Nothing was imported.")
        return LedgerSnapshot(
            id=snapshot_id(ledger, preview.sha256),
            ledger=ledger,
            file_name=preview.name,
            sha256=preview.sha256,
            fingerprint=preview.fingerprint,
            as_of=preview.as_of,
            imported_at=self._clock.now(),
            scope=scope,
            basis=preview.basis,
            is_full_history=preview.is_full_history,
            rows=preview.rows,
            totals=preview.totals,
            items=items,
        )

    def _layout_edits(self, label: str, preview: LedgerPreview, head: SnapshotHead) -> list[Edit]:
        if not preview.fingerprint:
            return []
        choices = preview.choices
        after = LedgerLayout(
            id=layout_id(preview.fingerprint),
            fingerprint=preview.fingerprint,
            ledger=head.ledger,
            columns=tuple(ColumnChoice(column, field) for column, field in choices.columns.items()),
            currency=choices.local_currency,
            date_order=choices.date_order.value if choices.date_order else "",
            decimal_mark=choices.decimal_mark,
            sheet=choices.sheet,
            scope=head.scope,
        )
        before = self.known_layouts().get(preview.fingerprint)
        return [Edit(label, EntityKind.LEDGER_LAYOUT, before, after)]

    def _month_edit(self, label: str, fill: MonthFill) -> Edit:
        with self._store.read() as unit:
            before = unit.metric_months.get(fill.after.id)
        return Edit(label, EntityKind.METRIC_MONTH, before, fill.after)

    def _fills(self, months: Sequence[FoundMonth], name: str, scope: FigureScope) -> Iterator[MonthFill]:
        """Yield the months as they would be; what was entered another way stays as it is."""
        with self._store.read() as unit:
            wanted = [month_id(Book(scope, one.currency), one.month) for one in months]
            known = {month.id: month for month in unit.metric_months.get_many(wanted)}
        for one in months:
            book = Book(scope, one.currency)
            before = known.get(month_id(book, one.month)) or empty_month(book, one.month)
            own = {value.part for value in before.parts if value.origin is not Origin.LEDGER}
            values = [_from_ledger(part, amount, name) for part, amount in one.parts if part not in own]
            yield MonthFill(book, one.month, with_parts(before, *values), is_known_already=bool(own) and not values)

    def _unknown(self, names: Sequence[str]) -> tuple[str, ...]:
        have = {name.casefold() for customer in self._customers.all() for name in customer.names}
        return tuple(name for name in names if name.casefold() not in have)

    def _added(self, names: Sequence[str]) -> list[Customer]:
        unknown = self._unknown(names)[:MOST_NEW_CUSTOMERS]
        aliases = free_aliases(customer.alias for customer in self._customers.all())
        return [Customer(id=new_id(), name=name, alias=alias) for name, alias in zip(unknown, aliases, strict=False)]


def _from_ledger(part: Part, amount: Any, name: str) -> PartValue:
    return PartValue(part, amount, name, Origin.LEDGER)


def _check(preview: LedgerPreview, ledger: str) -> None:
    if not ledger.strip():
        raise FieldProblem("ledger", "Give the ledger a name, so that its next list can be compared with this one.")
    if Question.AS_OF in preview.questions:
        raise FieldProblem("as_of", "Say which day the list is of. Nothing was imported.")
    if Question.CURRENCY in preview.questions:
        raise FieldProblem("currency", "Say which currency the amounts are in. Nothing was imported.")
    if not preview.is_ready:
        raise UserError("The list is not understood yet. Nothing was imported; answer what is asked about it first.")


def _ledger_named(file_name: str) -> str:
    """Return a name for the ledger of a file: the file's name without days and numbers."""
    words = _NUMBERS.sub(" ", Path(file_name).stem).strip()
    return words[:1].upper() + words[1:] if words else "Receivables"


def _pseudonymous(items: Sequence[LedgerItem], ledger: str) -> Iterator[LedgerItem]:
    """Yield the documents with a pseudonym for each customer, the same in every list of the ledger."""
    for item in items:
        key = "\x1f".join((ledger.casefold(), item.customer))
        name = f"Client {hashlib.sha256(key.encode()).hexdigest()[:8]}" if item.customer else ""
        yield replace(item, customer_id="", customer_name=name)
