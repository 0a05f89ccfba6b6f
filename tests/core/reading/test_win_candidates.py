"""Wins kept elsewhere come in whole: every row, bullet and paragraph is a candidate or named with its reason."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from arcareer.reading.candidates import CandidateReading
from arcareer.reading.win_candidates import read_win_candidates

TODAY = date(2026, 6, 30)
DEVSET = Path(__file__).resolve().parents[4] / "shared" / "devset" / "bullets.jsonl"


def read(path: Path, text: str | None = None, encoding: str = "utf-8") -> CandidateReading:
    if text is not None:
        path.write_bytes(text.encode(encoding))
    return read_win_candidates(path, TODAY)


def headlines(reading: CandidateReading) -> list[str]:
    return [candidate.headline for candidate in reading.candidates]


def reasons(reading: CandidateReading) -> list[tuple[int, str]]:
    return [(left.line, left.reason) for left in reading.left_out]


def test_a_headed_table_gives_date_theme_customer_and_keeps_every_other_column(tmp_path: Path) -> None:
    reading = read(
        tmp_path / "wins.csv",
        "Date,Achievement,Category,Amount,Notes,Client,Approved by\n"
        "2026-03-14,Collected an old balance,Collections,12400,Called twice,Harlow,Sam\n"
        ",,,,,,\n"
        "15 Apr 2026,Matched the receipts,,,,,\n",
    )
    first, second = reading.candidates
    assert (first.happened_on, first.headline) == (date(2026, 3, 14), "Collected an old balance")
    assert (first.theme_text, first.customer_text) == ("Collections", "Harlow")
    assert first.details.splitlines() == ["Amount: 12400", "Called twice", "Approved by: Sam"]
    assert second.happened_on == date(2026, 4, 15)
    assert reasons(reading) == [(1, "the header row"), (3, "blank")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiter_and_encoding_change_nothing(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [["Date", "Win"], ["2026-01-02", "Café Zürich paid, at last; all of it"], ["2026-01-03", "Zweiter Erfolg"]]
    path = tmp_path / "wins.csv"
    with path.open("w", newline="", encoding=encoding) as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    assert headlines(read(path)) == ["Café Zürich paid, at last; all of it", "Zweiter Erfolg"]


def test_a_single_column_without_heading_is_a_list_of_wins(tmp_path: Path) -> None:
    reading = read(tmp_path / "wins.csv", "Cleared the suspense account.\nTrained two colleagues.\n")
    assert headlines(reading) == ["Cleared the suspense account.", "Trained two colleagues."]
    assert not reading.left_out


@pytest.mark.parametrize("columns", [("text",), ("id", "text")])
def test_the_dev_set_comes_back_word_for_word(tmp_path: Path, columns: tuple[str, ...]) -> None:
    if not DEVSET.exists():
        pytest.skip("the shared dev set is not beside this checkout")
    lines = DEVSET.read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    path = tmp_path / "wins.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([[record[column] for column in columns] for record in records])
    assert headlines(read(path)) == [record["text"].strip() for record in records]


def test_day_and_month_are_settled_by_the_column_or_reported(tmp_path: Path) -> None:
    settled = read(tmp_path / "a.csv", "date,win\n03/04/2026,First\n25/04/2026,Second\n")
    assert [candidate.happened_on for candidate in settled.candidates] == [date(2026, 4, 3), date(2026, 4, 25)]
    open_question = read(tmp_path / "b.csv", "date,win\n03/04/2026,First\n")
    assert open_question.candidates[0].happened_on is None
    assert "day or the month first" in open_question.candidates[0].notes[0]


def test_a_date_in_the_future_and_an_impossible_date_are_named(tmp_path: Path) -> None:
    reading = read(tmp_path / "a.csv", "date,win\n2027-01-01,First\n31.02.2026,Second\nsoon,Third\n")
    assert [candidate.happened_on for candidate in reading.candidates] == [None, None, None]
    assert all(candidate.notes for candidate in reading.candidates)


def test_a_repeated_row_is_left_out_with_the_line_it_repeats(tmp_path: Path) -> None:
    reading = read(tmp_path / "a.csv", "win\nClosed the month early\nclosed  the month early\n")
    assert headlines(reading) == ["Closed the month early"]
    assert reasons(reading) == [(1, "the header row"), (3, "the same as line 2 of this file")]


def test_a_long_headline_is_cut_after_a_sentence_and_nothing_is_lost(tmp_path: Path) -> None:
    text = "First sentence of the story. " * 30
    candidate = read(tmp_path / "a.csv", f"win\n{text}\n").candidates[0]
    assert len(candidate.headline) <= 500
    assert candidate.headline.endswith(".")
    assert f"{candidate.headline} {candidate.details}" == text.strip()


def test_a_workbook_is_read_like_a_csv(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["When", "What happened", "Result"])
    sheet.append([date(2026, 2, 3), "Agreed a plan with a late payer", 18250.4])
    book.save(tmp_path / "wins.xlsx")
    (candidate,) = read(tmp_path / "wins.xlsx").candidates
    assert (candidate.happened_on, candidate.details) == (date(2026, 2, 3), "Result: 18250.4")


MARKDOWN = """---
title: brag list
---
# My year

## Collections
- Recovered **an old balance**
  by phone
  - called three times
* [x] 2026-03-12: Agreed a [plan](https://example.org)
some words between

## March 2026
1. Closed the month early
2. Closed the month early

| Date | Win |
|---|---|
| 2026-05-01 | Won back an account |
"""


def test_markdown_bullets_with_headings_nesting_tasks_and_tables(tmp_path: Path) -> None:
    reading = read(tmp_path / "wins.md", MARKDOWN)
    first, second, third, fourth = reading.candidates
    assert (first.headline, first.details) == ("Recovered an old balance by phone", "called three times")
    assert first.theme_text == "Collections"
    assert second.headline.startswith("Agreed a plan")
    assert second.happened_on == date(2026, 3, 12)
    assert (third.headline, third.happened_on) == ("Closed the month early", date(2026, 3, 31))
    assert (fourth.headline, fourth.happened_on) == ("Won back an account", date(2026, 5, 1))
    seen = {candidate.source_line for candidate in reading.candidates} | {left.line for left in reading.left_out}
    folded = {8, 9, 11}
    assert seen | folded == set(range(1, len(MARKDOWN.splitlines()) + 1))


def test_plain_text_with_odd_bullets_and_without_any(tmp_path: Path) -> None:
    text = "COLLECTIONS\n• Recovered 4,200\n▪ Cleared the queue\n\u2013 Trained Sam\n"
    odd = read(tmp_path / "a.txt", text)
    assert headlines(odd) == ["Recovered 4,200", "Cleared the queue", "Trained Sam"]
    assert {candidate.theme_text for candidate in odd.candidates} == {"COLLECTIONS"}
    assert headlines(read(tmp_path / "b.txt", "Recovered 4,200.\nCleared the queue.\n")) == [
        "Recovered 4,200.",
        "Cleared the queue.",
    ]


def test_word_lists_headings_and_tables(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Brag list", 1)
    document.add_heading("Disputes", 2)
    document.add_paragraph("Solved a price dispute", style="List Bullet")
    document.add_paragraph("within two days", style="List Bullet 2")
    document.add_paragraph("A remark in between")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table.rows[0].cells, ("Date", "Achievement"), strict=True):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("2026-01-05", "Set up a reminder run"), strict=True):
        cell.text = text
    document.save(str(tmp_path / "wins.docx"))
    reading = read(tmp_path / "wins.docx")
    assert [(c.headline, c.details, c.theme_text) for c in reading.candidates] == [
        ("Solved a price dispute", "within two days", "Disputes"),
        ("Set up a reminder run", "", ""),
    ]
    assert "text between the bullets" in {left.reason for left in reading.left_out}


def test_word_without_a_list_gives_its_paragraphs(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Wins", 1)
    document.add_paragraph("Closed the month early.")
    document.save(str(tmp_path / "wins.docx"))
    assert headlines(read(tmp_path / "wins.docx")) == ["Closed the month early."]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=40), max_size=12
    )
)
def test_every_line_of_a_list_is_accounted_for(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("wins") / "wins.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["win"], *([text] for text in texts)])
    reading = read_win_candidates(path, TODAY)
    lines = [candidate.source_line for candidate in reading.candidates] + [left.line for left in reading.left_out]
    assert sorted(lines) == list(range(1, len(texts) + 2))


LINES = [
    "# Title",
    "## March 2026",
    "- Recovered **old balance**",
    "  - nested detail",
    "    * deeper still",
    "1. first thing",
    "• odd mark",
    "plain words here",
    "continued lower line",
    "",
    "---",
    "===",
    "| alpha | beta |",
    "|---|---|",
    "> quoted words",
    "```",
    "<!-- remark -->",
    "DISPUTES",
    "Wins this year:",
    "2026-03-04: dated thing",
    "- [x] 2026-02-30: odd date",
    "- ",
    "*",
]


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from([".md", ".txt"]))
def test_no_word_of_a_list_gets_lost(tmp_path_factory: pytest.TempPathFactory, lines: list[str], ending: str) -> None:
    path = tmp_path_factory.mktemp("wins") / f"wins{ending}"
    path.write_text("\n".join([*lines, "last line"]), "utf-8")
    reading = read_win_candidates(path, TODAY)
    said = " ".join([candidate.raw for candidate in reading.candidates] + [left.text for left in reading.left_out])
    assert set(re.findall(r"[A-Za-z]{3,}", " ".join(lines))) <= set(re.findall(r"[A-Za-z]{3,}", said))
    assert all(candidate.headline.strip() for candidate in reading.candidates)
