"""Lists as they come in: looked at first, taken once, and taken back as a whole."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.figures import FigureScope
from arcareer.domain.history import Month
from arcareer.domain.metric_months import Book, Origin, Part, PartValue, empty_month, with_parts
from arcareer.domain.receivables import Bucket, DocType, LedgerItem, Receipt
from arcareer.errors import FieldProblem, UserError
from arcareer.ledgers.packed_items import pack_items, unpack_items
from arcareer.ledgers.reading import Question, ReadingChoices
from arcareer.progress import Cancelled
from arcareer.services.ledger_import import MOST_NEW_CUSTOMERS, CustomerNaming
from arcareer.services.ledger_preview import LedgerPreview
from tests.support.builders import Library
from tests.support.contents import contents
from tests.support.receivables_commands import AUGUST, LEDGER, SEPTEMBER, aging, take_list

BOOK = Book(FigureScope.PORTFOLIO, "USD")
AUGUST_END = ReadingChoices(as_of=date(2026, 8, 31))


def preview(library: Library, text: str = AUGUST, answers: ReadingChoices = AUGUST_END) -> LedgerPreview:
    return library.ledgers.read(text, answers, library.ledgers.known_layouts())


def take(library: Library, found: LedgerPreview, naming: CustomerNaming = CustomerNaming.KEEP) -> None:
    library.ledgers.take(found, ledger=LEDGER, scope=FigureScope.PORTFOLIO, naming=naming)


def test_a_preview_keeps_nothing_and_accounts_for_every_row(library: Library) -> None:
    before = contents(library.store)
    text = AUGUST + "\nHarlow Foods\t9\t2026-07-01\t2026-08-31\t1000\tten\tUSD\nTotal\t\t\t\t\t1800\t\n"
    found = preview(library, text)
    assert contents(library.store) == before
    assert found.row_total == len(text.splitlines())
    assert found.rejected_total == 1
    assert found.totals[0].open_amount == Decimal(1800)


def test_the_day_is_asked_and_nothing_is_taken_without_it(library: Library) -> None:
    found = preview(library, AUGUST, ReadingChoices())
    assert found.questions == (Question.AS_OF,)
    with pytest.raises(FieldProblem):
        take(library, found)
    assert library.ledgers.snapshots() == ()


def test_the_currency_is_asked_and_never_assumed(library: Library) -> None:
    found = preview(library, AUGUST.replace("\tUSD", "").replace("\tCurrency", ""))
    assert found.questions == (Question.CURRENCY,)
    answered = preview(
        library, AUGUST.replace("\tUSD", "").replace("\tCurrency", ""), replace(AUGUST_END, local_currency="GBP")
    )
    assert [total.currency for total in answered.totals] == ["GBP"]


def test_a_list_comes_in_with_its_customers_its_months_and_its_layout(library: Library) -> None:
    take(library, preview(library))
    (head,) = library.ledgers.snapshots()
    assert (head.ledger, head.as_of, head.totals[0].open_documents) == (LEDGER, date(2026, 8, 31), 2)
    assert [(one.name, one.alias) for one in library.customers.all()] == [("Harlow Foods", "Customer A")]
    (month,) = library.metrics.months(BOOK)
    assert (month.month, month.ending_ar) == (Month(2026, 8), Decimal(1800))
    assert month.aging == dict.fromkeys(Bucket, Decimal(0)) | {Bucket.CURRENT: Decimal(1800)}
    assert [item.doc_number for item in library.ledgers.items(head.id)] == ["1", "2"]


def test_the_same_file_twice_changes_nothing(library: Library) -> None:
    take(library, preview(library))
    before = contents(library.store)
    again = preview(library)
    assert library.ledgers.compare(again).already_there is not None
    take(library, again)
    library.ledgers.take(again, ledger="Another name", scope=FigureScope.MINE)
    assert contents(library.store) == before


def test_a_confirmed_layout_is_read_without_asking_again(library: Library) -> None:
    odd = "Wer\tWas\tWann\tOffen\nA\t1\t2026-08-01\t10\n"
    fields = {"Wer": "customer_name", "Was": "doc_number", "Wann": "doc_date", "Offen": "open_amount"}
    assert preview(library, odd).questions == (Question.COLUMNS,)
    take(library, preview(library, odd, replace(AUGUST_END, local_currency="EUR", columns=fields)))
    known = library.ledgers.known_layouts()
    assert [layout.currency for layout in known.values()] == ["EUR"]


def test_answers_of_a_layout_are_remembered_but_not_its_day(library: Library) -> None:
    bare = AUGUST.replace("\tUSD", "").replace("\tCurrency", "")
    take(library, preview(library, bare, replace(AUGUST_END, local_currency="GBP")))
    found = preview(library, bare.replace("1000", "1001"), ReadingChoices())
    assert found.used_known_layout
    assert found.questions == (Question.AS_OF,)
    assert [total.currency for total in found.totals] == ["GBP"]
    assert library.ledgers.compare(found).suggested_ledger == LEDGER


def test_a_column_left_out_is_not_read(library: Library) -> None:
    found = preview(library, answers=replace(AUGUST_END, columns={"Due date": ""}))
    assert [item.due_date for item in found.sample] == [None, None]


def test_contact_columns_never_come_in(library: Library) -> None:
    lines = AUGUST.splitlines()
    text = "\n".join([lines[0] + "\tE-mail", *(line + "\tjo@harlow.example" for line in lines[1:])])
    found = preview(library, text)
    assert found.dropped_columns == ("E-mail",)
    take(library, found)
    with library.store.read() as unit:
        kept = unit.ledger_snapshots.all()
    assert "jo@harlow" not in repr(found)
    assert all("jo@harlow" not in repr(unpack_items(one.items)) for one in kept)


def test_names_stay_behind_where_only_aliases_are_wanted(library: Library) -> None:
    take(library, preview(library), CustomerNaming.ALIAS_ONLY)
    take(library, preview(library, SEPTEMBER, ReadingChoices(as_of=date(2026, 9, 30))), CustomerNaming.ALIAS_ONLY)
    assert library.customers.all() == ()
    first, second = (library.ledgers.items(head.id) for head in library.ledgers.snapshots())
    assert "Harlow" not in repr((first, second))
    assert {item.customer_name for item in second} <= {item.customer_name for item in first}
    assert {one.change.doc_number for one in library.ledger_wins.candidates(LEDGER)} == {"1", "2", "3"}


def test_many_customers_do_not_flood_the_list_of_customers(library: Library) -> None:
    rows = [(f"Buyer {number:03}", str(number), "2026-08-31", "10") for number in range(MOST_NEW_CUSTOMERS + 9)]
    take(library, preview(library, aging(*rows)))
    assert len(library.customers.all()) == MOST_NEW_CUSTOMERS


def test_what_was_typed_stays_where_a_list_says_otherwise(library: Library) -> None:
    typed = PartValue(Part.ENDING_AR, Decimal(5), "my sheet")
    library.metrics.put_month(with_parts(empty_month(BOOK, Month(2026, 8)), typed))
    take(library, preview(library))
    (month,) = library.metrics.months(BOOK)
    assert month.part(Part.ENDING_AR) == typed
    bands = month.part(Part.CURRENT)
    assert bands is not None
    assert (bands.value, bands.origin) == (Decimal(1800), Origin.LEDGER)


def test_a_list_of_the_middle_of_a_month_fills_none_and_says_so(library: Library) -> None:
    found = preview(library, answers=ReadingChoices(as_of=date(2026, 8, 15)))
    assert found.months == ()
    assert "15 August 2026" in found.month_note


def test_a_ledger_with_its_past_fills_the_months_that_have_ended(library: Library) -> None:
    head = "Customer\tInvoice No\tInvoice date\tDue date\tAmount\tOpen balance\tPaid date\tCurrency\n"
    text = (
        head + "H\t1\t2026-06-10\t2026-07-10\t300\t0\t2026-07-20\tUSD\nH\t2\t2026-07-05\t2026-08-04\t200\t200\t\tUSD\n"
    )
    found = preview(library, text, ReadingChoices(as_of=date(2026, 8, 20)))
    assert found.is_full_history
    assert [(one.month, dict(one.parts)[Part.ENDING_AR]) for one in found.months] == [
        (Month(2026, 6), Decimal(300)),
        (Month(2026, 7), Decimal(200)),
    ]


def test_a_stopped_import_keeps_nothing(library: Library) -> None:
    before = contents(library.store)

    def stop(done: int, total: int, note: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        library.ledgers.take(preview(library), ledger=LEDGER, scope=FigureScope.MINE, progress=stop)
    assert contents(library.store) == before


def test_a_file_that_is_none_ends_in_words(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"PK\x03\x04 not a workbook")
    with pytest.raises(UserError):
        library.ledgers.read(path)


def test_removing_a_list_leaves_the_months_it_filled(library: Library) -> None:
    take(library, preview(library))
    library.ledgers.remove(library.ledgers.snapshots()[0].id)
    assert library.ledgers.snapshots() == ()
    assert len(library.metrics.months(BOOK)) == 1
    with pytest.raises(UserError):
        library.ledgers.remove(preview_id := library.customers.all()[0].id)
    assert preview_id


def test_two_lists_of_a_ledger_stand_newest_first(library: Library) -> None:
    take_list(library, SEPTEMBER, date(2026, 9, 30))
    take_list(library, AUGUST, date(2026, 8, 31))
    assert [head.as_of for head in library.ledgers.snapshots(LEDGER)] == [date(2026, 9, 30), date(2026, 8, 31)]
    assert library.ledgers.ledgers() == (LEDGER,)


items = st.builds(
    LedgerItem,
    line=st.integers(1, 9),
    customer_id=st.text(max_size=5),
    customer_name=st.text(max_size=5),
    doc_type=st.sampled_from(DocType),
    doc_number=st.text(max_size=5),
    doc_date=st.none() | st.dates(),
    due_date=st.none() | st.dates(),
    currency=st.sampled_from(["", "EUR"]),
    original_amount=st.decimals(allow_nan=False, allow_infinity=False),
    open_amount=st.decimals(allow_nan=False, allow_infinity=False),
    disputed=st.none() | st.booleans(),
    receipts=st.lists(
        st.builds(Receipt, paid_on=st.dates(), amount=st.decimals(allow_nan=False, allow_infinity=False)), max_size=2
    ).map(tuple),
)


@given(found=st.lists(items, max_size=4).map(tuple))
def test_documents_come_back_from_their_compressed_form(found: tuple[LedgerItem, ...]) -> None:
    assert unpack_items(pack_items(found)) == found
    assert pack_items(found) == pack_items(unpack_items(pack_items(found)))


@pytest.mark.parametrize("damaged", [b"", b"no zlib", pack_items(())[:-3], zlib.compress(b"[1]\n[2")])
def test_damaged_documents_are_told_and_never_half_read(damaged: bytes) -> None:
    with pytest.raises(ValueError, match="of this list"):
        unpack_items(damaged)
