"""Lists that want to do harm, through the door of the app: a message, little memory, and a library as it was."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.reading.test_hostile import cell, workbook

MOST_MEMORY = 500 * 1024 * 1024
ROOT = Path(__file__).parents[3]
READ = f"""
import json, resource, sys
sys.path.insert(0, {str(ROOT)!r})
from datetime import date
from pathlib import Path
from arcareer.domain.figures import FigureScope
from arcareer.errors import UserError
from arcareer.ledgers.reading import ReadingChoices
from tests.support.builders import a_library
from tests.support.contents import contents

library = a_library(Path(sys.argv[1]))
before = contents(library.store)
said, opened = "", None
try:
    found = library.ledgers.read(Path(sys.argv[2]), ReadingChoices(as_of=date(2026, 8, 31), local_currency="USD"))
    opened = [str(total.open_amount) for total in found.totals]
    library.ledgers.take(found, ledger="Ledger", scope=FigureScope.MINE)
except UserError as refusal:
    said = str(refusal)
unit = 1024 if sys.platform != "darwin" else 1
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
status = Path("/proc/self/status")
if status.exists():  # what Linux tells of this process itself begins with the memory of the one it was forked from
    own = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    peak = max(peak, int(own.split()[1]) * 1024)
same = contents(library.store) == before
print(json.dumps(dict(said=said, opened=opened, same=same, peak=peak)))
"""
LIST = "Customer,Invoice,Due date,Open balance\nHarlow,1,2026-08-01,10.00\n"
HEAD = f'<row r="1">{cell("A1", "Customer")}{cell("B1", "Invoice")}{cell("C1", "Due date")}{cell("D1", "Open")}</row>'


def bomb(path: Path) -> None:
    workbook(path, HEAD + f'<row r="2">{cell("A2", "x")}</row>' * 400_000)


def million_columns(path: Path) -> None:
    workbook(path, HEAD + f'<row r="2">{cell("BDWGN2", "x")}</row>')


def external_link(path: Path) -> None:
    workbook(path, '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f></c><c r="B1"><f>WEBSERVICE("http://h")</f></c></row>')
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")


def entity(path: Path) -> None:
    workbook(path, HEAD, prefix='<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>')


def two_hundred_megabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.write(LIST.encode())
        file.truncate(200 * 1024 * 1024 + 1)


def nothing_but_nulls(path: Path) -> None:
    path.write_bytes(b"\0" * 3_000_000)


def wrong_name(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + b"x" * 5_000)


def truncated(path: Path) -> None:
    workbook(path, HEAD + "".join(f'<row r="{n}">{cell(f"A{n}", "x")}</row>' for n in range(2, 3_000)))
    path.write_bytes(path.read_bytes()[:-4_000])


def one_endless_line(path: Path) -> None:
    path.write_bytes(b'"' + b"a," * 6_000_000)


REFUSED: dict[str, Callable[[Path], None]] = {
    "bomb.xlsx": bomb,
    "columns.xlsx": million_columns,
    "links.xlsx": external_link,
    "entity.xlsx": entity,
    "huge.csv": two_hundred_megabytes,
    "nulls.csv": nothing_but_nulls,
    "named.csv": wrong_name,
    "truncated.xlsx": truncated,
    "line.csv": one_endless_line,
}


def tried(tmp_path: Path, path: Path) -> dict[str, object]:
    """Import a list in a process of its own, and return what it said, what it changed and what it needed."""
    command = [sys.executable, "-c", READ, str(tmp_path / "library"), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="the memory of a process is asked for as Unix tells it")
@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_list_ends_in_words_and_changes_nothing(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    REFUSED[name](path)
    found = tried(tmp_path, path)
    assert found["said"]
    assert "Traceback" not in str(found["said"])
    assert found["same"] is True
    assert isinstance(found["peak"], int)
    assert found["peak"] < MOST_MEMORY


@pytest.mark.skipif(sys.platform == "win32", reason="the memory of a process is asked for as Unix tells it")
def test_nulls_among_the_words_are_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "nul.csv"
    path.write_bytes(LIST.replace("Harlow", "Har\0low").encode())
    found = tried(tmp_path, path)
    assert (found["said"], found["opened"], found["same"]) == ("", ["10.00"], False)
