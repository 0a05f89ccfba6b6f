"""`arcareer-cli check` and `scan` through their doors."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest

DEVSET = Path(__file__).resolve().parents[4] / "shared" / "devset"
FOUR = ("db-001", "db-002", "db-003", "db-004")


def _run(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=False)


def _check(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return _run("arcareer.cli.check", *arguments, text=text)


def test_requests_are_answered_line_by_line() -> None:
    requests = [
        {"id": "a", "kind": "bullet", "text": "Managed invoices."},
        {"id": "b", "kind": "star", "situation": "", "task": "", "action": "", "result": ""},
        {"id": "c", "kind": "reframe", "weakness": "Perfectionism", "reframe": "I am a perfectionist."},
    ]
    done = _check("--jsonl", text="\n".join(json.dumps(request) for request in requests))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [answer["id"] for answer in answers] == ["a", "b", "c"]
    assert set(answers[0]["rubric"]) == {"specificity", "metrics", "role_anchors", "business_impact", "clarity"}
    assert answers[0]["overall"] == sum(answers[0]["rubric"].values())
    assert "lack_of_metrics" in answers[0]["flags"]
    assert {"missing_action", "missing_result"} <= set(answers[1]["defects"])
    assert "cliche" in answers[2]["defects"]


@pytest.mark.parametrize(
    "line", ["not json", "[]", '{"id": 1}', '{"id": 1, "kind": "poem"}', '{"id": 1, "kind": "bullet"}']
)
def test_a_request_it_does_not_know_ends_with_two(line: str) -> None:
    done = _check("--jsonl", text=line)
    assert done.returncode == 2
    assert "Line 1" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_with_findings_ends_with_one_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("Cut DSO from 52 to 44 days in 2021.\n\n• Guaranteed zero disputes.\n", "utf-8")
    done = _check(str(path))
    assert done.returncode == 1
    assert "3: OVE101" in done.stdout
    assert "why:" in done.stdout
    assert "ask:" in done.stdout


def test_a_clean_file_ends_with_zero(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("Called 40 dairies a week and sent 25 letters in German.\n", "utf-8")
    done = _check(str(path))
    assert (done.returncode, done.stdout) == (0, "")


def test_explain_prints_the_page_of_a_rule_and_refuses_an_unknown_code() -> None:
    done = _check("--explain", "det106")
    assert done.returncode == 0
    assert "DET106" in done.stdout
    assert _check("--explain", "XXX999").returncode == 2
    assert _check().returncode == 2


def test_scan_prints_one_json_object(tmp_path: Path) -> None:
    path = tmp_path / "resume.txt"
    path.write_text("EXPERIENCE\n• Cut DSO from 52 to 44 days in 2021.\n• Posted 160 receipts a day in SAP.\n", "utf-8")
    done = _run("arcareer.cli.scan", str(path), "--json")
    result = json.loads(done.stdout)
    assert done.returncode == 0
    assert len(result["signals"]) == 12
    assert [bullet["line"] for bullet in result["bullets"]] == [2, 3]
    assert {signal["presence"] for signal in result["signals"]} <= {"found", "weak", "absent"}


def test_scan_reads_a_word_document_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Sam Taylor", level=1)
    document.add_heading("Experience of eleven years at three firms", level=2)
    document.add_paragraph("AR Coordinator, Alder Ltd, 2018 - 2022")
    for text in ("Cut DSO from 52 to 44 days in 2021.", "Posted 160 receipts a day in SAP."):
        document.add_paragraph(text, style="List Bullet")
    document.add_paragraph("Called 40 builders a week before the due date.", style="List Number")
    path = tmp_path / "resume.docx"
    document.save(str(path))
    result = json.loads(_run("arcareer.cli.scan", str(path), "--json").stdout)
    assert [bullet["text"] for bullet in result["bullets"]] == [
        "Cut DSO from 52 to 44 days in 2021.",
        "Posted 160 receipts a day in SAP.",
        "Called 40 builders a week before the due date.",
    ]


@pytest.mark.skipif(not DEVSET.exists(), reason="the labelled examples are not beside this checkout")
def test_the_four_reference_sentences() -> None:
    rows = [json.loads(line) for line in (DEVSET / "bullets.jsonl").read_text("utf-8").splitlines()]
    wanted = [row for row in rows if row["id"] in FOUR]
    requests = "\n".join(json.dumps({"id": row["id"], "kind": "bullet", "text": row["text"]}) for row in wanted)
    answers = {answer["id"]: answer for answer in map(json.loads, _check("--jsonl", text=requests).stdout.splitlines())}
    for row in wanted:
        answer = answers[row["id"]]
        assert set(answer["flags"]) == set(row["flags"])
        assert answer["overall"] <= 6 if row["flags"] else answer["overall"] >= 16


def test_starting_the_command_line_loads_no_engine() -> None:
    code = (
        "import sys, arcareer.cli.check, arcareer.cli.scan, arcareer.prose.figures;"
        "print([m for m in sys.modules if m.startswith('arcareer.prose.') and m.rsplit('.')[-1] not in"
        " ('figures', 'figure_kinds', 'text')] + [m for m in ('tomllib', 'PySide6', 'sqlalchemy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
