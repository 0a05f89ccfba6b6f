"""The resume scan: bullets once and in order, whatever the layout; signals with their words."""

from __future__ import annotations

import pytest

from arcareer.prose.bullets import SourceLine, bullets, from_text
from arcareer.prose.scan import Presence, scan

GLYPHS = """Sam Taylor
12 Elm Street, Springfield | sam@example.com | (555) 010-2030

SUMMARY
Receivables coordinator for hospitals and clinics.

EXPERIENCE
AR Coordinator, Northwind Supplies          2018 \u2013 2022
\u2022 Reduced DSO from 52 to 44 days in 2021 by calling the top
  40 accounts a week before the due date.
\u2022 Posted 160 receipts a day in NetSuite
\u2022 Resolved 60 disputes a month; open disputes fell by 30%.

Billing Clerk, Harbor Clinic   06/2014 - 03/2018
\u2013 Billed 70 patients a day
\u2013 Traced $14,000 of unapplied cash to a duplicate file and
fixed the import.

SKILLS
Excel, SAP
"""
EXPECTED = [
    "Reduced DSO from 52 to 44 days in 2021 by calling the top 40 accounts a week before the due date.",
    "Posted 160 receipts a day in NetSuite",
    "Resolved 60 disputes a month; open disputes fell by 30%.",
    "Billed 70 patients a day",
    "Traced $14,000 of unapplied cash to a duplicate file and fixed the import.",
]


def test_bullets_are_found_once_and_in_order() -> None:
    assert [bullet.text for bullet in bullets(from_text(GLYPHS))] == EXPECTED


@pytest.mark.parametrize("glyph", ["-", "*", "\u25aa", "\u25cf", "\u27a2", "\uf0b7", "o", "1.", "\u00bb"])
def test_any_marker_will_do(glyph: str) -> None:
    text = f"EXPERIENCE\n{glyph} Posted 160 receipts a day\n{glyph} Called 40 builders a week\n"
    assert [bullet.text for bullet in bullets(from_text(text))] == [
        "Posted 160 receipts a day",
        "Called 40 builders a week",
    ]


def test_lines_without_markers_are_statements() -> None:
    head = "Jane Doe\nEXPERIENCE\nAR Clerk, Alder Ltd, 2015 - 2019\n"
    text = f"{head}Posted 160 receipts a day.\nCalled 40 builders\na week.\n"
    assert [bullet.text for bullet in bullets(from_text(text))] == [
        "Posted 160 receipts a day.",
        "Called 40 builders a week.",
    ]


def test_glued_glyphs_on_one_line_are_several_bullets() -> None:
    text = "\u2022 Posted 160 receipts a day \u2022 Called 40 builders a week \u2022 Closed on day three"
    found = [bullet.text for bullet in bullets(from_text(text))]
    assert found == ["Posted 160 receipts a day", "Called 40 builders a week", "Closed on day three"]


def test_items_and_headings_of_a_word_document_are_taken_as_such() -> None:
    lines = [
        SourceLine(1, "Work history of the last ten years", is_heading=True),
        SourceLine(2, "Posted 160 receipts a day", is_item=True),
        SourceLine(3, "Called 40 builders a week", is_item=True),
    ]
    assert [bullet.line for bullet in bullets(lines)] == [2, 3]


def test_twelve_signals_with_their_words() -> None:
    result = scan(from_text(GLYPHS))
    assert len(result.signals) == 12
    found = {signal.id: signal for signal in result.signals}
    assert found["low-dso"].presence is Presence.FOUND
    assert "52 to 44" in found["low-dso"].words
    assert found["erp"].presence is Presence.FOUND
    assert found["disputes"].presence is Presence.FOUND
    assert found["fewer-write-offs"].presence is Presence.ABSENT
    assert all(signal.advice.endswith("?") or "." in signal.advice for signal in result.signals)
    for signal in result.signals:
        assert bool(signal.words) is (signal.presence is not Presence.ABSENT)


def test_a_mention_without_proof_is_weak() -> None:
    result = scan(from_text("\u2022 Tracked DSO for the team\n\u2022 Worked with stakeholders across the company\n"))
    found = {signal.id: signal.presence for signal in result.signals}
    assert found["low-dso"] is Presence.WEAK
    assert found["stakeholders"] is Presence.WEAK


def test_every_bullet_has_its_flags_and_score() -> None:
    result = scan(from_text(GLYPHS))
    assert [scanned.bullet.text for scanned in result.bullets] == EXPECTED
    best = max(result.bullets, key=lambda scanned: scanned.report.card.overall)
    assert "DSO" in best.bullet.text


LAYOUTS: dict[str, tuple[str, list[str]]] = {
    "headings in capitals, dates at the right, a profile": (
        """MARIA LOPEZ
Dallas, TX 75201 | 214-555-0188 | maria@example.com

PROFESSIONAL PROFILE
Accounts receivable coordinator with nine years in freight and building supplies who likes a clean ledger.

PROFESSIONAL EXPERIENCE
SENIOR AR COORDINATOR                                             March 2019 - Present
Lone Star Building Supply, Dallas, TX
\u25cf Manage a portfolio of 420 contractors in NetSuite.
\u25cf Cut balances over 90 days from $610k to $240k in 14 months by calling
  each account ten days before the due date.

BILLING CLERK                                                      06/2014 - 02/2019
Rio Freight Lines, El Paso, TX
\u25cf Billed 900 loads a week.

EDUCATION
A.A. Accounting, El Paso Community College                         2014
""",
        [
            "Manage a portfolio of 420 contractors in NetSuite.",
            (
                "Cut balances over 90 days from $610k to $240k in 14 months "
                "by calling each account ten days before the due date."
            ),
            "Billed 900 loads a week.",
        ],
    ),
    "a different odd glyph on every line": (
        """Jo Ng
WORK HISTORY
AR Analyst \u2014 Harbor Foods \u2014 2020\u20132023
\u2756 Collected $2.4M from 60 wholesalers
\u2043 Posted 140 receipts a day
\u29bf Trained two temps on lockbox files
\u2726 Prepared the aging each Monday
\u2b9a Closed AR in three days instead of five
""",
        [
            "Collected $2.4M from 60 wholesalers",
            "Posted 140 receipts a day",
            "Trained two temps on lockbox files",
            "Prepared the aging each Monday",
            "Closed AR in three days instead of five",
        ],
    ),
    "a summary without a heading, statements without marks": (
        """Anna Kowalski
Credit Controller
Leeds, UK | +44 113 496 0000

Credit controller with seven years of experience in wholesale and a habit of calling early.

Experience
Credit Controller, Northgate Paints, 2018 - 2024
Reduced overdue balances by \u00a3180,000 in one year.
Agreed 40 payment plans, 36 of them kept.

Assistant, Moor Tiles, 2015 - 2018
Posted 80 receipts a day in Sage 200.
""",
        [
            "Reduced overdue balances by \u00a3180,000 in one year.",
            "Agreed 40 payment plans, 36 of them kept.",
            "Posted 80 receipts a day in Sage 200.",
        ],
    ),
    "cells of a table": (
        """2019 \u2013 2023\tAR Specialist, City Hospital
\t\u2022 Worked 300 denied claims a month in Epic
\t\u2022 Recovered $410,000 from three insurers
2015 \u2013 2019\tBilling Clerk, Oak Dental
\t\u2022 Billed 50 patients a day
""",
        [
            "Worked 300 denied claims a month in Epic",
            "Recovered $410,000 from three insurers",
            "Billed 50 patients a day",
        ],
    ),
    "keywords as bullets": (
        """CORE COMPETENCIES
\u2022 Cash application
\u2022 SAP
EXPERIENCE
AR Clerk, Delta Co | 2017 \u2013 2021
\u2022 Matched 600 remittances a week in SAP
\u2022 Found $12,000 in duplicate refunds
""",
        ["Matched 600 remittances a week in SAP", "Found $12,000 in duplicate refunds"],
    ),
    "numbers as marks, wrapped without a hanging line": (
        """Experience:
AR Lead - Alpha Pumps - Jan 2018 to Dec 2022
1) Led four collectors and a ledger of 800 dealers across
six states
2) Raised CEI from 78 to 86 in 2021
""",
        [
            "Led four collectors and a ledger of 800 dealers across six states",
            "Raised CEI from 78 to 86 in 2021",
        ],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_its_bullets_once_and_in_order(layout: str) -> None:
    text, expected = LAYOUTS[layout]
    assert [bullet.text for bullet in bullets(from_text(text))] == expected


def test_the_words_of_a_signal_are_a_clause_and_not_a_cut() -> None:
    text, _ = LAYOUTS["headings in capitals, dates at the right, a profile"]
    signals = {signal.id: signal for signal in scan(from_text(text)).signals}
    assert signals["erp"].words == "Manage a portfolio of 420 contractors in NetSuite"
    contact = signals["proactive-contact"].words
    assert contact.endswith("before the due date")
    assert f" {contact}" in " ".join(text.split())
    assert len(contact) <= 100
