"""`ledger`, `kpi` and `decide` as a person or a script calls them: answers, refusals and exit codes."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.core.cli.conftest import Cli

HEAD = "Customer,Invoice number,Invoice date,Due date,Open balance,Currency\n"
LIST = HEAD + "Harlow,1,2026-07-01,2026-08-01,10.00,EUR\nHarlow,2,2026-07-05,2026-08-04,2.50,USD\nTotal,,,,,\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, "utf-8")
    return path


def feed(monkeypatch: pytest.MonkeyPatch, *lines: object) -> None:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    monkeypatch.setattr(sys, "stdin", io.StringIO(text + "\n"))


def test_a_list_is_read_row_by_row_with_its_currencies_apart(cli: Cli, file: Path) -> None:
    answer = cli("ledger", file, "--json", "--as-of", "2026-08-31")
    told = json.loads(answer.out)
    assert answer.code == 0
    assert told["expected"]["currencies"] == ["EUR", "USD"]
    assert [row["open_amount"] for row in told["transactions"]] == ["10.00", "2.50"]
    assert "12.50" not in answer.out


def test_without_json_it_says_what_it_still_needs(cli: Cli, file: Path) -> None:
    answer = cli("ledger", file)
    assert answer.code == 0
    assert "2 documents or balances read" in answer.out
    assert "please tell: as_of" in answer.out


def test_a_mapping_answers_for_names_nobody_could_guess(cli: Cli, tmp_path: Path) -> None:
    path, mapping = tmp_path / "odd.csv", tmp_path / "mapping.json"
    path.write_text("Wer,Was,Wann,Offen\nA,1,2026-08-01,10\n", "utf-8")
    fields = {"Wer": "customer_name", "Was": "doc_number", "Wann": "due_date", "Offen": "open_amount"}
    mapping.write_text(json.dumps({"columns": fields, "currency": "EUR", "as_of": "2026-08-31"}), "utf-8")
    told = json.loads(cli("ledger", path, "--json", "--mapping", mapping).out)
    assert [row["currency"] for row in told["transactions"]] == ["EUR"]
    mapping.write_text("[]", "utf-8")
    refused = cli("ledger", path, "--mapping", mapping)
    assert refused.code == 2
    assert "no JSON object" in refused.err


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("list.csv", b"%PDF-1.7\nx", "PDF"),
        ("list.xlsx", b"PK\x03\x04 cut", "list.xlsx"),
        ("nul.csv", b"\0" * 99, "nul.csv"),
    ],
)
def test_what_is_no_list_ends_with_two_in_words(
    cli: Cli, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    answer = cli("ledger", path, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err
    assert "Nothing was read" in answer.err
    assert path.read_bytes() == content


@pytest.mark.parametrize("command", ["kpi", "decide"])
@pytest.mark.parametrize("line", ["not json", "[]", '"text"'])
def test_a_line_that_is_no_case_is_named_and_those_before_it_are_answered(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, command: str, line: str
) -> None:
    feed(monkeypatch, {"id": "first"}, "", line)
    answer = cli(command, "--jsonl")
    assert answer.code == 2
    assert "Line 3" in answer.err
    assert [json.loads(one)["id"] for one in answer.out.splitlines()] == ["first"]


def test_a_metric_that_cannot_be_computed_says_why(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(
        monkeypatch,
        {"id": 1, "metric": "dso_simple", "inputs": {"ending_ar": 50, "credit_sales": 100, "days": 30}},
        {"id": 2, "metric": "dso_simple", "inputs": {}},
        {"id": 3, "metric": "profit", "inputs": {}},
    )
    told = [json.loads(line) for line in cli("kpi", "--jsonl").out.splitlines()]
    assert [one["id"] for one in told] == [1, 2, 3]
    assert (told[0]["status"], told[0]["value"]) == ("ok", 15.0)
    assert [one["status"] for one in told[1:]] == ["not_computable"] * 2
    assert [one["reason"] for one in told[1:]] == ["missing_input", "unknown_metric"]
