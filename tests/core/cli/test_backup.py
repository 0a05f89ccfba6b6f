"""`backup`, `restore` and `doctor`, as typed."""

import json
from pathlib import Path

from arcareer.cli.app import DONE, FINDINGS, MACHINE_AT_FAULT, WRONG_USE
from tests.core.cli.conftest import Cli
from tests.support.vault import add_evidence, change_file, headlines_in, open_vault


def headlines(cli: Cli) -> set[str]:
    return {win["headline"] for win in json.loads(cli("wins", "list", "--json").out)}


def test_backup_is_made_and_named(cli: Cli, folder: Path) -> None:
    cli("log", "Rang the bank")
    answer = cli("backup")
    assert answer.code == DONE
    first, place = answer.out.splitlines()
    assert first == "Backup 2: 1 win, checked."
    assert headlines_in(Path(place)) == ["Rang the bank"]


def test_backup_of_nothing_makes_no_library(cli: Cli, folder: Path) -> None:
    answer = cli("backup")
    assert answer.code == MACHINE_AT_FAULT
    assert "folder is not there" in answer.err
    assert not folder.exists()


def test_backups_are_listed(cli: Cli) -> None:
    cli("log", "Rang the bank", "--on", "2026-03-06")
    answer = cli("restore")
    assert answer.code == DONE
    assert "1 wins  newest win 2026-03-06" in answer.out
    assert answer.out.rstrip().endswith("good")
    (listed,) = (json.loads(line) for line in cli("restore", "--json").out.splitlines())
    assert (listed["sequence"], listed["wins"], listed["condition"]) == (1, 1, "good")


def test_no_backups_are_a_finding(cli: Cli, folder: Path) -> None:
    folder.mkdir()
    assert cli("restore").code == FINDINGS


def test_library_goes_back_and_forth(cli: Cli) -> None:
    cli("log", "Rang the bank")
    cli("log", "Cut DSO")
    answer = cli("restore", "1")
    assert answer.code == DONE
    assert "is backup 3" in answer.out
    assert headlines(cli) == {"Rang the bank"}
    cli("restore", "3")
    assert headlines(cli) == {"Rang the bank", "Cut DSO"}
    assert json.loads(cli("doctor", "--json").out)["rotation_paused"]
    assert cli("restore", "--confirm").code == DONE
    assert not json.loads(cli("doctor", "--json").out)["rotation_paused"]


def test_unknown_number_is_wrong_use(cli: Cli) -> None:
    cli("log", "Rang the bank")
    answer = cli("restore", "9")
    assert answer.code == WRONG_USE
    assert "no backup with the number 9" in answer.err
    assert cli("restore", "--missing").code == WRONG_USE


def test_library_that_does_not_open_goes_back_too(cli: Cli, folder: Path) -> None:
    cli("log", "Rang the bank")
    (folder / "arcareer.db").write_bytes(b"")
    assert cli("wins", "list").code == MACHINE_AT_FAULT
    answer = cli("restore", "1")
    assert answer.code == DONE
    assert "quarantine" in answer.out
    assert headlines(cli) == {"Rang the bank"}


def test_damaged_backup_is_refused(cli: Cli, folder: Path) -> None:
    cli("log", "Rang the bank")
    (backup,) = (folder / "backups").glob("*.db")
    backup.write_bytes(b"x" * backup.stat().st_size)
    answer = cli("restore", "1")
    assert answer.code == MACHINE_AT_FAULT
    assert "damaged" in answer.err
    assert headlines(cli) == {"Rang the bank"}


def test_open_library_is_not_replaced(cli: Cli, folder: Path) -> None:
    cli("log", "Rang the bank")
    vault = open_vault(folder)
    answer = cli("restore", "1")
    assert answer.code == MACHINE_AT_FAULT
    assert "already open" in answer.err
    vault.close()


def test_only_missing_wins_come_back(cli: Cli, folder: Path) -> None:
    cli("log", "Rang the bank", "--on", "2026-03-06")
    vault = open_vault(folder)
    with vault.opened.store.write() as unit:
        unit.remove_for_good([win.id for win in unit.wins.all()])
        unit.commit()
    vault.log("Later")
    vault.close()
    answer = cli("restore", "1", "--missing")
    assert (answer.code, answer.out) == (DONE, "2026-03-06  Rang the bank\n")
    assert headlines(cli) == {"Rang the bank", "Later"}
    assert "lacks none" in cli("restore", "1", "--missing").err


def test_doctor_says_that_all_is_well(cli: Cli, folder: Path) -> None:
    cli("log", "Rang the bank")
    answer = cli("doctor")
    assert answer.code == DONE
    assert answer.out.splitlines()[-1] == "1 win, 0 evidence files, all intact."
    told = json.loads(cli("doctor", "--json").out)
    assert told["library"] == str(folder)
    assert (told["opens"], told["sound"], told["findings"]) == (True, True, [])
    assert [backup["condition"] for backup in told["backups"]] == ["good"]


def test_doctor_finds_and_mends_damage(cli: Cli, folder: Path) -> None:
    cli("log", "Rang the bank")
    change_file(folder / "arcareer.db", "UPDATE wins SET headline = 'Rang the bonk'")
    answer = cli("doctor")
    assert answer.code == FINDINGS
    assert "content does not match its checksum" in answer.out
    assert "bonk" not in answer.out
    assert cli("doctor", "--mend").code == DONE
    assert headlines(cli) == {"Rang the bank"}


def test_doctor_names_missing_evidence(cli: Cli, folder: Path) -> None:
    vault = open_vault(folder)
    sha256 = add_evidence(vault.opened.store, vault.paths, b"remittance")
    vault.close()
    (folder / "evidence" / sha256[:2] / sha256).unlink()
    answer = cli("doctor", "--json")
    assert answer.code == FINDINGS
    assert json.loads(answer.out)["findings"] == [f"evidence missing: {sha256}"]


def test_doctor_explains_a_library_that_does_not_open(cli: Cli, folder: Path) -> None:
    cli("log", "Rang the bank")
    (folder / "arcareer.db").write_bytes(b"not a database")
    answer = cli("doctor", "--json")
    assert answer.code == MACHINE_AT_FAULT
    told = json.loads(answer.out)
    assert (told["opens"], told["problem"]) == (False, "not-ours")
    assert len(told["backups"]) == 1
    assert cli("doctor").code == MACHINE_AT_FAULT
