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
