"""Numbers of documents and accounts, addresses, telephones and files are found, and the sentence still reads."""

from __future__ import annotations

import re

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
        ("Closed invoice 4711 early", "Closed an invoice early"),
        ("Disputed invoices 4711, 4712 and 4713 are settled", "Disputed invoices are settled"),
        ("Invoice #4711 and inv. no. 4712", "Invoices"),
        ("INV-2041 was short-paid", "An invoice was short-paid"),
        ("Found INV-2041, INV-2042 and INV-2043 unpaid", "Found invoices unpaid"),
        ("PO 88123 was missing", "A purchase order was missing"),
        ("Ticket #12345 closed, #123456 open", "A ticket closed, a reference open"),
        ("Account no. 48213 reconciled", "An account reconciled"),
        ("Wired from DE89 3704 0044 0532 0130 00 today", "Wired from a bank account today"),
        ("EIN 12-3456789 on file", "A tax number on file"),
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
    ("typed", "printed"),
    [
        ("Tied PO 4500123 to a receipt for invoice no. 99812", "Tied a purchase order to a receipt for an invoice"),
        ("The PO 4500123 and their inv. #4711", "The purchase order and their invoice"),
        ("Fixed the INV-2041 dispute; our INV-2042 was paid", "Fixed the invoice dispute; our invoice was paid"),
        ("Cleared invoice 4711 disputes", "Cleared invoice disputes"),
        ("A PO 4500123 was open, an RMA-44123 too", "A purchase order was open, a return too"),
        ("Fixed disputed invoice 4711 and escalated case 441234", "Fixed a disputed invoice and escalated a case"),
        ("Disputed invoice 4711 with the carrier", "Disputed an invoice with the carrier"),
        ("Overdue invoice 4711 was paid", "Overdue invoice was paid"),
        ("Tied customer account 48213 to Acme PO 4500123", "Tied a customer account to Acme purchase order"),
        ("Saw that PO 450012 is ours; that PO 450013", "Saw that a purchase order is ours; that purchase order"),
        ("Sent Harlow Foods invoice 4711 for their PO 88123", "Sent Customer A an invoice for their purchase order"),
        ("Paid by check 10432 against invoice number 99812’s total", "Paid by check against an invoice’s total"),
        ("Applied check #10432, check #10433 and wire 88123", "Applied checks and a wire"),
        ("Closed invoice 4711 and invoice 4712 was paid", "Closed an invoice and an invoice was paid"),
        ("Short-paid by two (INV-2041, PO 4500123), then settled", "Short-paid by two, then settled"),
        ("Settled with Harlow Foods (see ticket #12345).", "Settled with Customer A."),
        ("Settled with Harlow Foods, invoice 4711.", "Settled with Customer A."),
        ("Payment matched – INV-2041", "Payment matched"),
        ("It, PO 12345, BOL 789123 and invoice 4567.", "It, a purchase order, a bill of lading and an invoice."),
        ("Invoices (nos. 4711 and 4712) and Invoice No. 4713-A", "Invoices"),
        ("Account no. DE89 3704 0044 0532 0130 00 and BIC DEUTDEFF", "A bank account and a bank code"),
        ("In batch 441233 two (check 10432 twice, check 10433)", "In a batch two (a check twice, a check)"),
        ("(PO 4500123)", "(A purchase order)"),
        ("invoice/PO 4500123 mismatch", "invoice/purchase order mismatch"),
    ],
)  # fmt: skip
def test_the_sentence_around_a_number_still_reads(typed: str, printed: str) -> None:
    assert OUTSIDE.hide(typed) == printed


def test_a_customer_called_like_a_label_keeps_the_alias() -> None:
    order = a_customer("Order", alias="Customer O")
    assert Disclosure.of(DisclosureLevel.OUTSIDE, [order]).hide("Rang Order 45001 twice") == "Rang Customer O twice"


@pytest.mark.parametrize(
    "text",
    [
        "Disputes: 29 to 17",
        "Disputes (29) and open invoices (4120), claims (2025)",
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


LABELS = st.sampled_from(["invoice", "PO", "inv. no.", "order", "acct", "Ticket #", "credit memo", "ref.", "check"])
LEADS = st.sampled_from(
    ["Closed", "Matched it to", "for", "and disputed", "their", "a", "with open", "Harlow Foods", "("]
)
FOLLOWS = st.sampled_from([" was paid.", ".", "", ", then more", " total", ") again", "’s total", " for invoice 4712"])


@given(LEADS, LABELS, st.integers(10_000, 10**7), FOLLOWS)
def test_no_article_stands_alone_and_nothing_dangles(lead: str, label: str, number: int, follows: str) -> None:
    gap = "" if lead == "(" else " "
    hidden = OUTSIDE.hide(f"We saw that it went well. {lead}{gap}{label} {number}{follows}")
    assert str(number) not in hidden
    assert "  " not in hidden
    assert not re.search(
        r"\b(?:an?|the|their) (?:an?|the)\b|\b(?:an?|the|for|to|no|PO|inv)\b\.?(?:[.,;)]|$)|\(\)| [,.;)]", hidden
    )
