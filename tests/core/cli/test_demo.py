"""`demo` leaves a sample library and its document, and never touches a library with wins of its own."""

import json
import zipfile
from pathlib import Path

import pytest

from arcareer.cli.app import MACHINE_AT_FAULT, WRONG_USE, main
from tests.core.cli.conftest import Cli


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "new" / "demo"


def wins(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["wins", "list", "--json", "--library", str(folder)]) == 0
    listed: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return listed


def test_a_year_of_wins_and_a_document_are_made(cli: Cli, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = cli("demo", place)
    assert answer.code == 0
    library, document = (Path(line.split(": ", 1)[1]) for line in answer.out.splitlines())
    assert library == place / "library"
    assert document.parent == place
    assert len(wins(library, capsys)) > 55
    with zipfile.ZipFile(document) as archive:
        text = archive.read("word/document.xml").decode("utf-8")
    assert "Jordan Ellery" in text
    assert "Northfen" not in text


def test_a_second_time_the_library_stays_and_the_document_is_written_anew(
    cli: Cli, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli("demo", place)
    before = wins(place / "library", capsys)
    (document,) = place.glob("*.docx")
    document.unlink()
    assert cli("demo", place).code == 0
    assert document.exists()
    assert wins(place / "library", capsys) == before


def test_a_library_with_wins_of_its_own_is_left_alone(
    cli: Cli, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place.mkdir(parents=True)
    assert main(["log", "Rang the bank", "--library", str(place / "library")]) == 0
    answer = cli("demo", place)
    assert answer.code == WRONG_USE
    assert "never mixed" in answer.err
    assert [win["headline"] for win in wins(place / "library", capsys)] == ["Rang the bank"]
    assert not list(place.glob("*.docx"))


def test_a_folder_that_cannot_be_made_is_the_machines_fault(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert cli("demo", tmp_path / "file" / "demo").code == MACHINE_AT_FAULT
