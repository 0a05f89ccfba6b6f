"""S01, S04, S12 to S18, S31, S33, B01, B07, G02, C01, C02, C04, D01, D06: the process ends in the middle of things."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from arcareer.domain.win_lists import WinQuery
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem
from arcareer.storage.journals import has_content, journal_of
from arcareer.storage.library import open_library
from tests.support.clock import FakeClock
from tests.support.faults import PowerCut, each_fault
from tests.support.older import STEPS, an_older_library, upgrade
from tests.support.vault import a_closed_library, headlines, names_in, open_vault

ROOT = Path(__file__).parents[3]
KILLS = os.environ.get("ARCAREER_KILLS", "15")


def child(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a script that may import the app and the tests."""
    begin = f"import os, signal, sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pathlib import Path\n"
    command = [sys.executable, "-c", begin + textwrap.dedent(script), *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


OPEN_AND_WAIT = """
    from tests.support.vault import open_vault
    vault = open_vault(Path(sys.argv[1]))
    vault.log("Logged just before")
    print("open", flush=True)
    sys.stdin.read()
    """


def test_s01_b01_b07_d01_d06_kills_at_random_instants_cost_nothing_confirmed() -> None:
    command = [sys.executable, str(ROOT / "tools" / "torture.py"), "--kills", KILLS]
    result = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"kills: {KILLS}" in result.stdout
    assert "Nothing was lost." in result.stdout


def test_s04_power_cut_during_the_first_creation_leaves_nothing_or_a_whole_library(tmp_path: Path) -> None:
    for number, faulty in enumerate(each_fault()):
        paths = LibraryPaths(tmp_path / str(number))
        try:
            with faulty.at_work():
                open_library(paths, FakeClock(), create=True).close()
        except PowerCut:
            pass
        vault = open_vault(paths.folder)
        vault.log("Collected $48,200")
        assert vault.checks.check().sound
        vault.close()
        assert [name for name in names_in(paths.folder) if name.startswith(".~")] == []


def test_s16_stopped_and_continued_process_finishes_its_win(tmp_path: Path) -> None:
    script = """
        from tests.support.vault import open_vault
        vault = open_vault(Path(sys.argv[1]))
        print("open", flush=True)
        for number in range(40):
            vault.log(f"Win {number}", situation="x" * 5000)
            print(number, flush=True)
        """
    with child(script, tmp_path / "library") as process:
        said(process)
        for _ in range(5):
            said(process)
            process.send_signal(signal.SIGSTOP)
            process.send_signal(signal.SIGCONT)
        assert process.stdout is not None
        confirmed = {f"Win {line.strip()}" for line in process.stdout} | {f"Win {number}" for number in range(5)}
    vault = open_vault(tmp_path / "library")
    assert vault.headlines() == confirmed == {f"Win {number}" for number in range(40)}
    vault.close()


def test_s31_journal_of_a_kill_is_rolled_back_silently(tmp_path: Path) -> None:
    paths = a_closed_library(tmp_path / "library", "Collected $48,200")
    die_in_a_commit(paths)
    assert has_content(journal_of(paths.database))
    library = open_library(paths, FakeClock(), create=False)
    assert library.report.checked
    assert library.report.notices == ()
    assert headlines(library.store.connection) == ["Collected $48,200"]
    library.close()


def test_s33_lost_journal_is_noticed(tmp_path: Path) -> None:
    paths = a_closed_library(tmp_path / "library", *(f"Win {number} {'x' * 400}" for number in range(60)))
    die_in_a_commit(paths)
    journal_of(paths.database).unlink()
    try:
        library = open_library(paths, FakeClock(), create=False)
    except LibraryProblem:
        return
    assert library.report.notices
    library.close()


def die_in_a_commit(paths: LibraryPaths) -> None:
    """End a process while half of a change is on the disk."""
    script = """
        from arcareer.storage.connection import open_connection
        connection = open_connection(Path(sys.argv[1]))
        connection.execute("PRAGMA cache_size = 5")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE wins SET situation = ?", ("y" * 3000,))
        for number in range(2000):
            connection.execute("INSERT INTO drafts VALUES (?, ?, '')", (str(number), "x" * 300))
        os.kill(os.getpid(), signal.SIGKILL)
        """
    with child(script, paths.database) as process:
        process.wait()
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("step", range(0, len(STEPS) + 1, 2))
def test_g02_kill_in_a_migration_is_as_if_it_had_not_begun(tmp_path: Path, step: int) -> None:
    paths = an_older_library(tmp_path / "library", "Collected $48,200")
    before = paths.database.read_bytes()
    script = """
        from arcareer.paths import LibraryPaths
        from arcareer.storage.library import open_library
        from tests.support.clock import FakeClock
        from tests.support.older import stepwise
        def die(number):
            if number == int(sys.argv[2]):
                os.kill(os.getpid(), signal.SIGKILL)
        open_library(LibraryPaths(Path(sys.argv[1])), FakeClock(), create=False, upgrade=stepwise(die))
        """
    with child(script, paths.folder, step) as process:
        process.wait()
    assert process.returncode == -signal.SIGKILL
    assert paths.database.read_bytes() == before
    library = open_library(paths, FakeClock(), create=False, upgrade=upgrade)
    assert headlines(library.store.connection) == ["Collected $48,200"]
    library.close()
    assert list(paths.folder.glob("stage-*")) == []


def test_c01_second_instance_is_refused_and_touches_nothing(tmp_path: Path) -> None:
    with child(OPEN_AND_WAIT, tmp_path / "library") as process:
        assert said(process) == "open"
        before = (tmp_path / "library" / "profile.json").read_bytes()
        with pytest.raises(LibraryProblem, match="already open in another arcareer window"):
            open_vault(tmp_path / "library")
        assert (tmp_path / "library" / "profile.json").read_bytes() == before
        process.kill()


def test_c02_killed_instance_is_followed_by_one_that_opens(tmp_path: Path) -> None:
    for _ in range(3):
        with child(OPEN_AND_WAIT, tmp_path / "library") as process:
            assert said(process) == "open"
            process.kill()
    vault = open_vault(tmp_path / "library")
    assert vault.headlines() == {"Logged just before"}
    assert len(vault.journal.find(WinQuery())) == 3
    vault.close()


def test_c04_database_browser_that_holds_the_file_is_told_at_once(tmp_path: Path) -> None:
    paths = a_closed_library(tmp_path / "library", "Collected $48,200")
    script = """
        import sqlite3
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        print("held", flush=True)
        sys.stdin.read()
        """
    with child(script, paths.database) as process:
        said(process)
        with pytest.raises(LibraryProblem, match="Close that program"):
            open_vault(paths.folder)
        process.kill()
    open_vault(paths.folder).close()
