"""`export` writes the document, hides customers unless told, and says what it cannot do."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from arcareer.bootstrap import open_app
from arcareer.cli.app import FINDINGS, MACHINE_AT_FAULT, WRONG_USE
from arcareer.paths import LibraryPaths
from tests.core.cli.conftest import Cli


@pytest.fixture
def filled(cli: Cli, folder: Path) -> Cli:
    cli("log", "Harlow Foods paid $48,200", "--on", "2026-02-10", "--theme", "cash")
    cli("log", "Trained a new starter", "--on", "2026-08-10", "--theme", "teamwork")
    app = open_app(LibraryPaths(folder))
    app.customers.add("Harlow Foods")
    app.close()
    return cli


def text_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_everything_is_in_the_document_and_names_are_hidden(filled: Cli, tmp_path: Path) -> None:
    out = tmp_path / "sheet.docx"
    answer = filled("export", out)
    assert (answer.code, answer.out, answer.err) == (0, f"{out}\n", "")
    text = text_of(out)
    assert "Customer A paid $48,200" in text
    assert "Trained a new starter" in text
    assert "Harlow" not in text


def test_names_are_shown_when_asked_for(filled: Cli, tmp_path: Path) -> None:
    filled("export", "--customers", "shown", tmp_path / "sheet.docx")
    assert "Harlow Foods paid $48,200" in text_of(tmp_path / "sheet.docx")


@pytest.mark.parametrize(
    ("period", "first", "second"),
    [
        ("2026-H1", True, False),
        ("2026-Q3", False, True),
        ("2026-02-01..2026-02-28", True, False),
        ("2025", False, False),
    ],
)
def test_the_period_chooses_the_wins(period: str, first: bool, second: bool, filled: Cli, tmp_path: Path) -> None:
    assert filled("export", "--period", period, "--template", "plain", tmp_path / "sheet.docx").code == 0
    text = text_of(tmp_path / "sheet.docx")
    assert ("$48,200" in text, "new starter" in text) == (first, second)


@pytest.mark.parametrize("template", ["promotion", "plain", "one-page"])
def test_every_template_is_to_be_had(template: str, filled: Cli, tmp_path: Path) -> None:
    assert filled("export", "--template", template, tmp_path / "sheet.docx").code == 0
    assert "new starter" in text_of(tmp_path / "sheet.docx")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--period", "soon", "sheet.docx"), "“soon” is not a period"),
        (("sheet.odt",), "no ending that says a format"),
        (("con.docx",), "Windows keeps for itself"),
        (("for Harlow Foods.docx",), "“Harlow Foods” in the file name"),
        (("missing/sheet.docx",), "There is no folder"),
        (("--template", "fancy", "sheet.docx"), "fancy"),
        (("--level", "outside", "--customers", "shown", "sheet.docx"), "not allowed with"),
    ],
)
def test_what_cannot_be_done_is_wrong_use(arguments: tuple[str, ...], told: str, filled: Cli, tmp_path: Path) -> None:
    answer = filled("export", *arguments[:-1], tmp_path / arguments[-1])
    assert answer.code == WRONG_USE
    assert told in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


def test_a_file_has_to_be_named(filled: Cli) -> None:
    answer = filled("export")
    assert answer.code == WRONG_USE
    assert "Name the file to write" in answer.err


@pytest.mark.parametrize("ending", [".md", ".txt"])
@pytest.mark.parametrize("document", ["brag-sheet", "promotion-review"])
def test_other_kinds_of_files_and_documents_are_to_be_had(
    document: str, ending: str, filled: Cli, tmp_path: Path
) -> None:
    out = tmp_path / f"document{ending}"
    assert filled("export", "--document", document, "--period", "2026", out).code == 0
    assert "Customer A paid" in out.read_text(encoding="utf-8")


def test_outside_no_amount_is_left(filled: Cli, tmp_path: Path) -> None:
    out = tmp_path / "sheet.txt"
    assert filled("export", "--level", "outside", out).code == 0
    text = out.read_text(encoding="utf-8")
    assert "48,200" not in text
    assert "Customer A paid" in text


def test_claims_say_where_each_number_comes_from(filled: Cli, tmp_path: Path) -> None:
    answer = filled("export", "--claims")
    assert answer.code == 0
    claims = [json.loads(line) for line in answer.out.splitlines()]
    paid = next(claim for claim in claims if claim["sentence"].startswith("Customer A paid"))
    assert (paid["number"], paid["state"], paid["kind"]) == ("$48,200", "traced", "typed")
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


def test_a_number_that_traces_to_nothing_stops_the_document(filled: Cli, folder: Path, tmp_path: Path) -> None:
    app = open_app(LibraryPaths(folder))
    app.bullets.write("Saved 31 hours a month")
    app.bullets.set_in_brag_sheet(app.bullets.all()[0], included=True)
    app.close()
    answer = filled("export", tmp_path / "sheet.docx")
    assert answer.code == WRONG_USE
    assert "“31 hours” in “Saved 31 hours a month”" in answer.err
    assert filled("export", "--claims").code == FINDINGS
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


def test_a_disk_that_takes_no_file_is_the_machines_fault(
    filled: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("arcareer.documents.writer.fsops.atomic_write", refuse)
    answer = filled("export", tmp_path / "sheet.docx")
    assert answer.code == MACHINE_AT_FAULT
    assert "The disk is full" in answer.err


def test_exporting_changes_nothing_that_was_chosen(filled: Cli, folder: Path, tmp_path: Path) -> None:
    filled("export", "--template", "plain", "--customers", "shown", tmp_path / "sheet.docx")
    app = open_app(LibraryPaths(folder))
    choices = app.document_choices.choices()
    app.close()
    assert choices.hides_customers
    assert choices.template.value == "promotion"


def test_a_review_looks_back_as_far_as_its_review_unless_told(filled: Cli, folder: Path, tmp_path: Path) -> None:
    app = open_app(LibraryPaths(folder))
    group = app.reviews.add(date(2026, 9, 1), "Annual review")
    review = app.reviews.get(group.edits[0].entity_id)
    assert review is not None
    details = replace(review.details, starts_on=date(2026, 7, 1), ends_on=date(2026, 8, 31))
    app.reviews.save(review, replace(review, details=details))
    app.close()
    out = tmp_path / "review.docx"
    assert filled("export", "--document", "promotion-review", out).code == 0
    assert "Trained a new starter" in text_of(out)
    assert "$48,200" not in text_of(out)
    assert filled("export", "--document", "promotion-review", "--period", "2026-H1", out).code == 0
    assert "$48,200" in text_of(out)


def test_the_review_is_a_template_too(filled: Cli, tmp_path: Path) -> None:
    by_document, by_template = tmp_path / "one.txt", tmp_path / "two.txt"
    assert filled("export", "--document", "promotion-review", "--period", "2026", by_document).code == 0
    assert filled("export", "--template", "promotion-review", "--period", "2026", by_template).code == 0
    assert by_template.read_text("utf-8") == by_document.read_text("utf-8")
