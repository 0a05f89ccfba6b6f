"""Saving never harms what was there, never leaves litter, and says what to do."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from arcareer import fsops
from arcareer.documents.file_names import check_target
from arcareer.documents.leak_gate import LeakFound
from arcareer.documents.printed import printed
from arcareer.documents.writer import ENDINGS, write_document
from arcareer.domain.documents import BragTemplate, DisclosureLevel
from arcareer.errors import EnvironmentFault, UserError
from arcareer.progress import Cancelled
from tests.support.builders import a_win
from tests.support.faults import each_fault
from tests.support.sheets import a_sheet, opened

PLAIN = BragTemplate.PLAIN
SHEET = a_sheet([a_win("Collected in full")])
OLD = b"the document of last year"


def saved(path: Path) -> Path:
    return write_document(printed(SHEET, PLAIN), path, embed_fonts=False)


def litter(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".~")]


def test_the_file_is_the_users_alone_and_opens(tmp_path: Path) -> None:
    path = saved(tmp_path / "Brag sheet 2026 H2.docx")
    assert path == tmp_path / "Brag sheet 2026 H2.docx"
    assert opened(path.read_bytes()).core_properties.title == "Brag sheet 2026 H2, Maya Torres"
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_a_fault_at_any_step_leaves_old_or_new_and_no_litter(code: int, tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    told: list[str] = []
    for faulty in each_fault(code):
        path.write_bytes(OLD)
        try:
            with faulty.at_work():
                saved(path)
        except EnvironmentFault as fault:
            told.append(str(fault))
        assert path.read_bytes() == OLD or opened(path.read_bytes())
        assert litter(tmp_path) == []
    assert told
    assert all("not saved" in text for text in told)


def test_a_full_disk_says_so_and_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sheet.docx"
    path.write_bytes(OLD)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(fsops, "atomic_write", full)
    with pytest.raises(
        EnvironmentFault, match=r"The disk is full\. The document was not saved\. “sheet\.docx” is as it was"
    ):
        saved(path)
    assert path.read_bytes() == OLD


def test_a_file_another_program_holds_gets_a_numbered_neighbour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = {tmp_path / "sheet.docx", tmp_path / "sheet (2).docx"}
    for path in held:
        path.write_bytes(OLD)
    write = fsops.atomic_write

    def locked(path: Path, data: bytes) -> None:
        if path in held:
            fault = PermissionError(errno.EACCES, "held")
            fault.winerror = 32  # type: ignore[attr-defined]
            raise fault
        write(path, data)

    monkeypatch.setattr(fsops, "atomic_write", locked)
    assert saved(tmp_path / "sheet.docx") == tmp_path / "sheet (3).docx"
    assert all(path.read_bytes() == OLD for path in held)


def test_stopping_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    path.write_bytes(OLD)

    def stop(done: int, total: int, note: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_document(printed(SHEET, PLAIN), path, stop)
    assert path.read_bytes() == OLD
    assert litter(tmp_path) == []


def test_a_name_in_the_file_name_stops_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(LeakFound):
        saved(tmp_path / "Harlow Foods.docx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "CON.docx", "aux.docx", "Com1.docx", "lpt9.backup.docx", "a:b.docx", "what?.docx", "a*.docx", "a<b>.docx",
        'a"b.docx', "a|b.docx", "back\\slash.docx", "new\nline.docx", "ends .docx", "dot..docx", ".docx", " .docx",
        "sheet.doc", "sheet", "x" * 300 + ".docx", "🎉" * 80 + ".docx", "broken\ud800.docx",
    ],
)  # fmt: skip
def test_names_no_system_takes_are_refused_before_any_work(name: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Nothing was saved"):
        check_target(tmp_path / name, ".docx")


@pytest.mark.parametrize(
    "name",
    [
        "Brag sheet 2026 H2.docx", "Zażółć gęślą.docx", "株式会社.docx", "حصاد.docx", "a#b%20.docx", "🎉 year.docx",
        "cafe\u0301.DOCX", "…….docx", "console.docx", "x" * 200 + ".docx",
    ],
)  # fmt: skip
def test_names_of_all_languages_work(name: str, tmp_path: Path) -> None:
    path = write_document(printed(SHEET, PLAIN), tmp_path / name, embed_fonts=False)
    assert path.name == name
    assert opened(path.read_bytes()).paragraphs[0].text == "Maya Torres"


def test_a_folder_in_the_way_and_a_missing_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder.docx").mkdir()
    with pytest.raises(UserError, match="is a folder"):
        saved(tmp_path / "folder.docx")
    with pytest.raises(UserError, match="There is no folder"):
        saved(tmp_path / "missing" / "sheet.docx")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "sheet.docx", tmp_path / "sheet.docx"
    target.write_bytes(OLD)
    link.symlink_to(target)
    saved(link)
    assert link.is_symlink()
    assert opened(target.read_bytes())


def test_the_ending_says_what_kind_of_file_it_is(tmp_path: Path) -> None:
    files = {ending: write_document(printed(SHEET, PLAIN), tmp_path / f"sheet{ending}") for ending in ENDINGS}
    starts = {ending: path.read_bytes()[:13] for ending, path in files.items()}
    assert starts[".docx"].startswith(b"PK")
    assert starts[".pdf"].startswith(b"%PDF-1.7")
    assert starts[".md"] == b"# Maya Torres"
    assert starts[".txt"].startswith(b"Maya Torres\n")
    assert write_document(printed(SHEET, PLAIN), tmp_path / "LOUD.PDF").read_bytes().startswith(b"%PDF")
    if os.name != "nt":
        assert {path.stat().st_mode & 0o777 for path in files.values()} == {0o600}


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".md", ".txt"])
def test_a_name_that_shows_stops_every_kind_of_file(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"sheet{ending}"
    path.write_bytes(OLD)
    planted = printed(a_sheet([a_win("Collected from Harlow Foods")], level=DisclosureLevel.INTERNAL), PLAIN)
    leaking = replace(planted, disclosure=SHEET.disclosure)
    with pytest.raises(LeakFound, match="Harlow"):
        write_document(leaking, path)
    assert path.read_bytes() == OLD
    assert litter(tmp_path) == []


@pytest.mark.parametrize("ending", [".pdf", ".md", ".txt"])
def test_every_kind_of_file_keeps_the_old_one_on_a_full_disk(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"sheet{ending}"
    path.write_bytes(OLD)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(fsops, "atomic_write", full)
    with pytest.raises(EnvironmentFault, match=r"The disk is full\. The document was not saved\."):
        write_document(printed(SHEET, PLAIN), path)
    assert path.read_bytes() == OLD


def test_what_a_crash_left_is_swept_and_other_programs_files_stay(tmp_path: Path) -> None:
    mine, fresh, theirs = (
        tmp_path / ".~123-0a1b2c3d.tmp",
        tmp_path / ".~9-ffffffff.tmp",
        tmp_path / ".~lock.sheet.docx#",
    )
    for path in (mine, fresh, theirs):
        path.write_bytes(b"x")
    os.utime(mine, (time.time() - 7200,) * 2)
    os.utime(theirs, (time.time() - 7200,) * 2)
    saved(tmp_path / "sheet.docx")
    assert not mine.exists()
    assert fresh.exists()
    assert theirs.exists()


WORK = """
import sys
from pathlib import Path
from tests.core.documents.test_writer import SHEET, PLAIN, printed, write_document
print("ready", flush=True)
while True:
    write_document(printed(SHEET, PLAIN), Path(sys.argv[1]), embed_fonts=False)
"""


@pytest.mark.skipif(os.name == "nt", reason="the signal is Unix's")
def test_a_killed_export_leaves_old_or_new(tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    path.write_bytes(OLD)
    root = Path(__file__).parents[3]
    for moment in range(6):
        with subprocess.Popen([sys.executable, "-c", WORK, str(path)], cwd=root, stdout=subprocess.PIPE) as worker:
            assert worker.stdout is not None
            assert worker.stdout.readline() == b"ready\n"
            time.sleep(0.13 + moment * 0.029)
            worker.send_signal(signal.SIGKILL)
        assert path.read_bytes() == OLD or opened(path.read_bytes()).core_properties.author == "Maya Torres"
