"""Numbers of documents and accounts, addresses, telephones and files are found, and the sentence still reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.disclosure import Disclosure
from arcareer.domain.documents import DisclosureLevel
from tests.support.builders import a_customer

HARLOW = a_customer("Harlow Foods", alias="Customer A")
OUTSIDE = Disclosure.of(DisclosureLevel.OUTSIDE, [HARLOW])
HR_FILE = Disclosure.of(DisclosureLevel.HR_FILE, [HARLOW])


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Closed invoice 4711 early", "Closed invoice early"),
        ("Disputed invoices 4711, 4712 and 4713 are settled", "Disputed invoices are settled"),
        ("Invoice #4711 and inv. no. 4712", "Invoice and inv."),
        ("INV-2041 was short-paid", "An invoice was short-paid"),
        ("Found INV-2041, INV-2042 and INV-2043 unpaid", "Found invoices unpaid"),
        ("PO 88123 was missing", "PO was missing"),
        ("Ticket #12345 closed, #123456 open", "Ticket closed, a reference open"),
        ("Account no. 48213 reconciled", "Account reconciled"),
        ("Wired from DE89 3704 0044 0532 0130 00 today", "Wired from a bank account today"),
        ("EIN 12-3456789 on file", "EIN a tax number on file"),
        ("CR-0042 issued", "A credit note issued"),
        ("See Statement_Harlow_2026.pdf today", "See a file today"),
        ("See “Aging report Q3.xlsx” today", "See a file today"),
        (r"Kept in C:\Users\maya\x.txt", "Kept in a file"),
        ("Posted at https://portal.harlow.example/inv/4711.", "Posted at a link."),
        ("4500012345 was short-paid", "A reference was short-paid"),
    ],
)
def test_numbers_and_files_go_outside(typed: str, printed: str) -> None:
    assert OUTSIDE.hide(typed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "Disputes: 29 to 17",
        "Cases: 12, payments: 30",
        "Ranked #1 of 12", "accounts 120 days late", "23 invoices past due", "invoice 30 days late",
        "FY2026, ISO 9001, MT940, SOX404, Q3-2026 and ASC606", "checked 120 accounts", "contract 2025 renewed",
        "Between 2025-01-03 and 2026-02-28", "10-K filing, W-9, 1099-MISC", "AP/AR 3-way match, 24/7, w/o and/or",
        "Cleared 1,204 invoices on 12/03/2026", "the 2/10 net 30 terms",
    ],
)  # fmt: skip
def test_other_numbers_stay(text: str) -> None:
    assert OUTSIDE.hide(text) == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Wrote to ana.ruiz@harlowfoods.com twice", "Wrote to Customer A twice"),
        ("Wrote to ana@ruiz.example, bob@ruiz.example", "Wrote to an e-mail address, an e-mail address"),
        ("e-mail: bob@x.co.uk.", "e-mail: (left out)."),
        ("bob (at) ruiz (dot) com answered", "An e-mail address answered"),
        ("Ana <ana@ruiz.example> agreed", "Ana <an e-mail address> agreed"),
        ("josé＠例え.jp", "An e-mail address"),  # noqa: RUF001 - full width is meant
        ("Rang +1 (555) 123-4567 twice", "Rang a phone number twice"),
        ("tel. 0151 12345678", "tel. (left out)"),
        ("Rang 555-123-4567 and 020 7946 0958", "Rang a phone number and a phone number"),
    ],
)
def test_contacts_go_below_internal(typed: str, printed: str) -> None:
    assert HR_FILE.hide(typed) == printed
    assert OUTSIDE.hide(typed) == printed
    assert Disclosure.of(DisclosureLevel.INTERNAL, [HARLOW]).hide(typed) == typed


def test_invoices_and_amounts_stay_in_the_hr_file() -> None:
    assert HR_FILE.hide("INV-2041: $48,200, see aging.xlsx") == "INV-2041: $48,200, see aging.xlsx"


LOCAL = st.from_regex(r"[a-z][a-z0-9._+-]{0,20}[a-z0-9]", fullmatch=True)
HOST = st.from_regex(r"[a-z][a-z0-9-]{0,15}[a-z0-9](\.[a-z]{2,8}){1,3}", fullmatch=True)
AROUND = st.text(st.characters(categories=("L", "Zs", "Po", "Nd"), exclude_characters="@"), max_size=20)


@given(LOCAL, HOST, AROUND, AROUND)
def test_no_mail_address_is_left(local: str, host: str, before: str, after: str) -> None:
    assert "@" not in HR_FILE.hide(f"{before} {local}@{host} {after}")


@given(
    st.sampled_from(["INV-{}", "invoice {}", "PO {}", "#{}", "invoice no. {}", "Ref: {}"]),
    st.integers(1000, 10**9),
    AROUND,
)
def test_no_number_of_a_document_is_left(way: str, number: int, before: str) -> None:
    assert str(number) not in OUTSIDE.hide(f"{before}. {way.format(number)} was paid")
