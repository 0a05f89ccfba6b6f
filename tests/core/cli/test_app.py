"""The frame of the command line: codes, words, encodings, and only what a command needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from arcareer.cli.app import COMMANDS, MACHINE_AT_FAULT, WRONG_USE
from tests.core.cli.conftest import Cli

ROOT = Path(__file__).parents[3]
HEAVY = ("sqlalchemy", "alembic", "docx", "lxml", "openpyxl", "PIL", "jinja2", "PySide6")


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=False
    )


@pytest.mark.parametrize("command", [one.name for one in COMMANDS])
def test_every_command_exists_and_explains_itself(cli: Cli, command: str) -> None:
    answer = cli(command, "--help")
    assert answer.code == 0
    assert f"arcareer-cli {command}" in answer.out


def test_the_list_of_commands_names_them_all(cli: Cli) -> None:
    answer = cli("--help")
    assert answer.code == 0
    assert all(f"\n    {one.name} " in answer.out for one in COMMANDS)


@pytest.mark.parametrize("typed", [[], ["lgo"], ["wins"], ["wins", "lst"], ["log"], ["wins", "list", "--from", "May"]])
def test_wrong_use_ends_with_two_and_says_how_it_goes(cli: Cli, typed: list[str]) -> None:
    answer = cli(*typed)
    assert answer.code == WRONG_USE
    assert answer.out == ""
    assert "usage: arcareer-cli" in answer.err
    assert "invalid" not in answer.err
    assert "error" not in answer.err


def test_the_library_option_may_stand_anywhere(cli: Cli, tmp_path: Path, folder: Path) -> None:
    other = tmp_path / "other"
    assert cli("log", "Rang the bank", f"--library={other}").code == 0
    assert (other / "arcareer.db").exists()
    assert not folder.exists()


def test_a_folder_that_cannot_be_used_is_the_machines_fault(cli: Cli, folder: Path) -> None:
    folder.write_text("a file in the way", encoding="utf-8")
    answer = cli("log", "Rang the bank")
    assert answer.code == MACHINE_AT_FAULT
    assert answer.out == ""
    assert answer.err


def test_where_a_library_was_none_is_made_silently(cli: Cli, folder: Path) -> None:
    cli("log", "Rang the bank")
    (folder / "arcareer.db").unlink()
    answer = cli("log", "Rang the bank again")
    assert answer.code == MACHINE_AT_FAULT
    assert not (folder / "arcareer.db").exists()


def test_a_bug_never_reads_as_an_answer(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("arcareer.cli.log.run", broken)
    answer = cli("log", "Rang the bank")
    assert answer.code == MACHINE_AT_FAULT
    assert "ZeroDivisionError" in answer.err


def test_help_and_wrong_use_load_nothing_heavy() -> None:
    code = (
        "import sys\nfrom arcareer.cli.app import main\n"
        "try: main(['log'])\nexcept SystemExit: pass\n"
        f"loaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "loaded += [name for name in sys.modules if name.startswith('arcareer.cli.') and 'ledger' in name]\n"
        "print(loaded)"
    )
    assert python("-c", code).stdout.split() == [b"[]"]


def test_text_goes_in_and_out_as_utf8_whatever_the_locale(tmp_path: Path) -> None:
    library = str(tmp_path / "library")
    sentence = "Überfällige 4.200 € von Café Größe – bezahlt ✓"
    plain = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    assert python("-m", "arcareer", "log", sentence, "--library", library, **plain).returncode == 0
    listed = python("-m", "arcareer", "wins", "list", "--json", "--library", library, **plain)
    assert sentence in listed.stdout.decode("utf-8")


def test_a_reader_that_leaves_early_is_no_trouble(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m arcareer --help | head -c 5'
    ended = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert b"Traceback" not in ended.stderr
