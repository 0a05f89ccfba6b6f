"""Layouts known from their description only: sections, repeated headers, two-line headers, printed columns."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from arcareer.domain.receivables import DocType
from arcareer.ledgers.files import read_ledger_file
from arcareer.ledgers.reader import read_ledger
from arcareer.ledgers.reading import LedgerReading, Question, ReadingChoices
from arcareer.reading.files import read_table, table_from_text
from tests.core.ledgers import layouts


def read(tmp_path: Path, text: str, name: str = "ledger.csv", encoding: str = "utf-8", **choices: str) -> LedgerReading:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return read_ledger(read_table(path), ReadingChoices(local_currency=choices.get("currency", "")))


def rows(reading: LedgerReading) -> list[tuple[str, str, str, str]]:
    return [(item.customer_name, item.doc_type.value, item.doc_number, str(item.open_amount)) for item in reading.items]


def kinds(reading: LedgerReading) -> dict[str, int]:
    return {kind.value: count for kind, count in reading.kinds.items()}


def test_netsuite_groups_with_parentheses_and_negative_ages(tmp_path: Path) -> None:
    reading = read(tmp_path, layouts.NETSUITE)
    assert rows(reading) == [
        ("1004 Alpine Gear", "invoice", "INV1001", "1250.00"),
        ("1004 Alpine Gear", "invoice", "INV1050", "900.50"),
        ("1004 Alpine Gear", "credit_memo", "CM12", "-1100.00"),
        ("Total Tool Rental", "invoice", "INV1060", "300.00"),
    ]
    assert reading.as_of == date(2025, 9, 30)
    assert reading.tie_out.summary == "match"
    assert kinds(reading) == {
        "title": 5,
        "blank": 1,
        "header": 1,
        "group_header": 2,
        "subtotal": 2,
        "grand_total": 1,
    }


def test_quickbooks_desktop_takes_its_day_from_ages_and_asks_for_the_currency(tmp_path: Path) -> None:
    reading = read(tmp_path, layouts.QUICKBOOKS_DESKTOP)
    assert [row[0] for row in rows(reading)] == [
        "Kern Lighting",
        "Kern Lighting",
        "84 Lumber",
        "84 Lumber",
        "Ecker Design:Office Repairs",
    ]
    assert reading.as_of == date(2025, 7, 31)
    assert reading.items[1].due_date is None
    assert reading.questions == (Question.CURRENCY,)


def test_oracle_prints_columns_pages_and_angle_brackets(tmp_path: Path) -> None:
    reading = read(tmp_path, layouts.ORACLE_SEVEN_BUCKETS, "aging.txt")
    assert [(item.customer_id, item.doc_number, item.open_amount) for item in reading.items] == [
        ("1042", "10001", Decimal("1500.00")),
        ("1042", "10002", Decimal("250.75")),
        ("1042", "CM-77", Decimal("-120.00")),
        ("1077", "10050", Decimal("4000.00")),
        ("1077", "10051", Decimal("80.00")),
        ("1077", "PMT-5", Decimal("-500.00")),
    ]
    assert reading.as_of == date(2025, 9, 30)
    assert reading.tie_out.summary == "match"
    assert {item.currency for item in reading.items} == {"USD"}
    assert kinds(reading)["header"] == 2


def test_oracle_fusion_has_a_last_row_of_sums_without_a_label(tmp_path: Path) -> None:
    reading = read(tmp_path, layouts.ORACLE_FUSION)
    assert len(reading.items) == 3
    assert kinds(reading) == {"header": 1, "grand_total": 1}
    assert reading.tie_out.summary == "match"


def test_xero_lines_become_invoices_and_drafts_and_voids_are_named(tmp_path: Path) -> None:
    reading = read(tmp_path, layouts.XERO_INVOICE_LINES)
    assert rows(reading) == [
        ("Bayside Club", "invoice", "INV-0001", "234.0000"),
        ("Bayside Club", "invoice", "INV-0002", "0.0000"),
        ("City Limousines", "invoice", "INV-0003", "150.0000"),
        ("City Limousines", "credit_memo", "CN-0005", "-40.0000"),
    ]
    assert [row.reason for row in reading.rejected] == ["left out: draft", "left out: void or deleted"]
    everything = repr(reading)
    assert "a@b.c" not in everything
    assert "x@y.z" not in everything


def test_sage_300_has_two_header_lines_and_two_date_styles_in_one_column(tmp_path: Path) -> None:
    reading = read(tmp_path, layouts.SAGE_300, currency="CAD")
    assert [(item.customer_id, item.doc_type, item.open_amount) for item in reading.items] == [
        ("1100", DocType.INVOICE, Decimal("1000.00")),
        ("1100", DocType.INVOICE, Decimal("500.00")),
        ("1100", DocType.CREDIT_MEMO, Decimal("-250.00")),
        ("1200", DocType.DEBIT_MEMO, Decimal("75.10")),
        ("1200", DocType.ON_ACCOUNT, Decimal("-60.00")),
    ]
    assert reading.items[1].doc_date == date(2025, 9, 20)
    assert reading.as_of == date(2025, 9, 30)
    assert reading.tie_out.summary == "match"
    assert kinds(reading)["header"] == 2


def test_tally_writes_lakhs_with_dr_and_cr_in_utf_16(tmp_path: Path) -> None:
    reading = read(tmp_path, layouts.TALLY, "bills.txt", "utf-16", currency="INR")
    assert rows(reading) == [
        ("Gupta & Sons", "invoice", "ST/24-25/001", "1250000.50"),
        ("Mehta Stores", "invoice", "ST/24-25/099", "45000.00"),
        ("Mehta Stores", "on_account", "", "-5000.00"),
    ]
    assert reading.as_of == date(2024, 9, 30)
    assert reading.tie_out.summary == "match"


def test_sap_in_english_with_local_amounts_only(tmp_path: Path) -> None:
    reading = read(tmp_path, layouts.SAP_ENGLISH, "list.txt", "cp1252")
    assert [(item.customer_id, item.customer_name, item.open_amount) for item in reading.items] == [
        ("100045", "Falcon Freight LLC", Decimal("1200.00")),
        ("100045", "Falcon Freight LLC", Decimal("-150.00")),
        ("100045", "Falcon Freight LLC", Decimal("-300.00")),
    ]
    assert reading.items[1].due_date is None
    assert {item.currency for item in reading.items} == {"USD"}
    assert kinds(reading)["subtotal"] == 2


def test_sap_fiori_mixes_cleared_items_and_totals_per_currency(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(
        [
            "Customer",
            "Journal Entry",
            "Journal Entry Type",
            "Document Date",
            "Net Due Date",
            "Clearing Date",
            "Amount (CoCd Crcy)",
            "Company Code Currency",
            "Amount (Tran Cur.)",
            "Transaction Currency",
        ]
    )
    july, august = datetime(2025, 7, 1), datetime(2025, 8, 1)  # noqa: DTZ001 - a workbook knows no zones
    sheet.append(["17100001", "9400000001", "RV", july, august, None, 1190, "EUR", 1190, "EUR"])
    sheet.append(["17100001", "9400000002", "RV", july, august, august, 2380, "EUR", 2380, "EUR"])
    sheet.append(["17100002", "9400000003", "RV", july, august, None, 920.5, "EUR", 150000, "JPY"])
    sheet.append([None] * 8 + [3570, "EUR"])
    sheet.append([None] * 8 + [150000, "JPY"])
    book.save(tmp_path / "items.xlsx")
    reading = read_ledger(read_table(tmp_path / "items.xlsx"))
    assert [(item.open_amount, item.currency, item.paid_date) for item in reading.items] == [
        (Decimal(1190), "EUR", None),
        (Decimal(0), "EUR", date(2025, 8, 1)),
        (Decimal(150000), "JPY", None),
    ]
    assert kinds(reading)["grand_total"] == 2
    assert not reading.tie_out.differences


def test_a_total_that_does_not_agree_is_a_warning_with_the_difference() -> None:
    text = (
        "Invoice Number\tCustomer\tInvoice Date\tDue Date\tOpen Balance\tCurrency\n"
        "1\tAlder\t2025-01-01\t2025-01-31\t10.00\tEUR\nTotal\t\t\t\t12.50\t\n"
    )
    reading = read_ledger(table_from_text(text))
    assert reading.tie_out.differences == {"EUR": Decimal("2.50")}
    assert "total_differs" in {warning.code for warning in reading.warnings}


@pytest.mark.parametrize(
    ("cell", "reason"),
    [("31.02.2025", "calendar"), ("soon", "not a date")],
)
def test_a_row_that_cannot_be_read_is_listed_with_line_and_reason(cell: str, reason: str) -> None:
    text = (
        "Invoice;Customer;Phone;Invoice Date;Due Date;Open Balance;Currency\n"
        "1;Alder;555-1234;01.01.2025;31.01.2025;10,00;EUR\n"
        f"2;Birch;555-9999;{cell};31.01.2025;11,00;EUR\n"
    )
    reading = read_ledger(table_from_text(text))
    (rejected,) = reading.rejected
    assert rejected.line == 3
    assert reason in rejected.reason
    assert "555" not in rejected.text


def test_an_ambiguous_column_of_dates_is_asked_and_nothing_is_guessed() -> None:
    text = "Invoice,Customer,Invoice Date,Due Date,Open Balance\n1,Alder,03/04/2025,03/05/2025,10.00\n"
    reading = read_ledger(table_from_text(text))
    assert not reading.items
    assert Question.DATE_ORDER in reading.questions


def test_dr_and_cr_in_the_next_column() -> None:
    text = (
        "Bill no;Party name;Bill date;Due on;Pending amount;\n"
        "B1;Gupta;01-Apr-2024;01-May-2024;12,50,000.50;Dr\nB2;Mehta;02-Apr-2024;02-May-2024;5,000.00;Cr\n"
    )
    reading = read_ledger(table_from_text(text))
    assert [item.open_amount for item in reading.items] == [Decimal("1250000.50"), Decimal("-5000.00")]


def test_debit_and_credit_columns() -> None:
    text = (
        "Date\tDocument no\tCustomer name\tDue date\tDebit\tCredit\n"
        "2025-01-31\tR1\tAlder\t2025-03-02\t100.00\t\n2025-02-03\tC1\tAlder\t\t\t30.00\n"
    )
    items = read_ledger(table_from_text(text)).items
    assert [(item.doc_type, item.open_amount) for item in items] == [
        (DocType.INVOICE, Decimal("100.00")),
        (DocType.CREDIT_MEMO, Decimal("-30.00")),
    ]


@pytest.mark.parametrize("heading", ["Open balance (EUR)", "Open balance EUR", "Open balance €"])
def test_a_currency_can_stand_in_the_heading(heading: str) -> None:
    text = f"Invoice no\tCustomer name\tInvoice date\tDue date\t{heading}\n1\tAlder\t2025-01-01\t2025-01-31\t10.00\n"
    (item,) = read_ledger(table_from_text(text)).items
    assert (item.currency, item.open_amount) == ("EUR", Decimal("10.00"))


def test_a_note_at_the_end_is_a_footer_and_no_customer() -> None:
    text = (
        "Invoice no\tCustomer name\tInvoice date\tDue date\tOpen balance\n"
        "1\tAlder\t2025-01-01\t2025-01-31\t10.00\nPrepared with care\t\t\t\t\n"
    )
    reading = read_ledger(table_from_text(text))
    assert kinds(reading) == {"header": 1, "footer": 1}


def test_the_sheet_that_holds_the_ledger_is_found(tmp_path: Path) -> None:
    book = Workbook()
    cover, data = book.active, book.create_sheet("Data")
    assert cover is not None
    cover.append(["Prepared for the month-end meeting"])
    data.append(["Invoice no", "Customer name", "Due date", "Open balance"])
    data.append(["1", "Alder", date(2025, 1, 31), 10.5])
    book.save(tmp_path / "two.xlsx")
    reading = read_ledger_file(tmp_path / "two.xlsx")
    assert (reading.origin.sheet, len(reading.items)) == ("Data", 1)
    assert "other_sheets" in {warning.code for warning in reading.warnings}


def test_a_layout_keeps_its_mark_and_a_choice_of_columns_wins() -> None:
    text = "Thing\tWho\tWhen\tInvoice date\tDue date\tOpen balance\n1\tAlder\tx\t2025-01-01\t2025-01-31\t10.00\n"
    plain = read_ledger(table_from_text(text))
    chosen = read_ledger(table_from_text(text), ReadingChoices(columns={"Who": "customer_name", "Thing": "doc_number"}))
    assert plain.items[0].customer == ""
    assert (chosen.items[0].customer, chosen.items[0].doc_number) == ("Alder", "1")
    assert plain.header is not None
    assert chosen.header is not None
    assert plain.header.fingerprint == chosen.header.fingerprint


def test_a_data_set_with_flags_of_0_and_1_and_floating_dates(tmp_path: Path) -> None:
    text = (
        "cust_number,name_customer,clear_date,doc_id,posting_date,due_in_date,invoice_currency,total_open_amount,isOpen\n"
        "0200769623,WAL-MAR corp,2020-02-11 00:00:00,1930438491.0,2020-01-26,20200210.0,USD,54273.28,0\n"
        "0200980828,BEN E,,1929646410.0,2019-07-22,20190811.0,USD,79656.6,1\n"
    )
    first, second = read(tmp_path, text).items
    assert (first.doc_number, first.due_date, first.paid_date) == ("1930438491", date(2020, 2, 10), date(2020, 2, 11))
    assert (first.open_amount, second.open_amount) == (Decimal(0), Decimal("79656.6"))


def test_a_summary_keeps_currencies_apart_and_takes_its_day_from_a_column() -> None:
    text = (
        "customerNumber\tname\tcurrencyCode\tbalanceDue\tcurrentAmount\tperiod1Amount\tagedAsOfDate\n"
        "1\tAdatum\tGBP\t1500.00\t1000.00\t500.00\t2024-07-31\n2\tTrey\tEUR\t250.00\t0.00\t250.00\t2024-07-31\n"
    )
    reading = read_ledger(table_from_text(text))
    assert [(leaf.customer, leaf.currency, leaf.total) for leaf in reading.leaves] == [
        ("Adatum", "GBP", Decimal("1500.00")),
        ("Trey", "EUR", Decimal("250.00")),
    ]
    assert reading.as_of == date(2024, 7, 31)


def test_a_customer_called_total_is_a_customer_in_a_summary_too() -> None:
    text = (
        "Contact\tCurrent\t< 1 Month\t1 Month\tOlder\tTotal\n"
        "Total Tool Rental\t0.00\t15.50\t0.00\t100.00\t115.50\nTotal\t0.00\t15.50\t0.00\t100.00\t115.50\n"
    )
    reading = read_ledger(table_from_text(text))
    assert [leaf.customer for leaf in reading.leaves] == ["Total Tool Rental"]
    assert reading.tie_out.summary == "match"


def test_one_slip_in_a_settled_column_is_its_own_rows_problem() -> None:
    rows = "".join(f"{n}\tAlder\t1/{n}/2025\t2/{n}/2025\t10.00\n" for n in range(13, 28))
    header = "Invoice no\tCustomer name\tInvoice date\tDue date\tOpen balance\n"
    text = f"{header}{rows}99\tBirch\t14/1/2025\t2/14/2025\t5.00\n"
    reading = read_ledger(table_from_text(text))
    assert len(reading.items) == 15
    assert [row.line for row in reading.rejected] == [17]


def test_xero_with_contact_columns_keeps_numbers_and_names_and_drops_the_contacts() -> None:
    names = (
        "Invoice Date|Due Date|Expected Date|Invoice Number|Invoice Reference|Contact Account Number|Primary Person|"
        "Phone|Email||Current|< 1 Month|1 Month|2 Months|3 Months|Older|Total|Outstanding Tax"
    )
    blank = "|" * (names.count("|") - 1)
    text = "\n".join(
        [
            "Aged Receivables Detail|" + blank,
            "As at 31 March 2026|" + blank,
            names,
            "Bayside Club|" + blank,
            "13 Mar 2026|23 Mar 2026||INV-1|P/O 1|A-77|Ann Lee|020 7946 0000|ann@x.test||0|234.00|0|0|0|0|234.00|39.00",
            "Total Bayside Club|" + "|" * 9 + "0|234.00|0|0|0|0|234.00|39.00",
            "Total|" + "|" * 9 + "0|234.00|0|0|0|0|234.00|39.00",
        ]
    ).replace("|", "\t")
    reading = read_ledger(table_from_text(text))
    (item,) = reading.items
    assert (item.customer_id, item.customer_name, item.doc_number) == ("A-77", "Bayside Club", "INV-1")
    assert (item.due_date, item.open_amount) == (date(2026, 3, 23), Decimal("234.00"))
    assert reading.tie_out.summary == "match"
    for contact in ("Ann Lee", "7946", "ann@x.test"):
        assert contact not in repr(reading.items)
