"""Evidence is copied before the win names it, kept once, and told apart when it is missing or changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from arcareer.domain.evidence import EvidenceCondition, EvidenceFile, EvidenceLink
from arcareer.domain.journal import Win
from arcareer.errors import FieldProblem, StaleEdit, UserError
from arcareer.progress import Cancelled
from tests.support.builders import Library, a_win


@pytest.fixture
def win(library: Library) -> Win:
    """Return a stored win without evidence."""
    stored = a_win()
    library.add(stored)
    return stored


@pytest.fixture
def advice(tmp_path: Path) -> Path:
    """Return a file of the user's own."""
    path = tmp_path / "Remittance advice.pdf"
    path.write_bytes(b"%PDF paid in full" * 1_000)
    return path


def copies(library: Library) -> list[Path]:
    return [path for path in library.paths.evidence.rglob("*") if path.is_file() and path.suffix != ".json"]


def attached(library: Library, win: Win, path: Path) -> tuple[Win, EvidenceFile]:
    after = library.evidence.attach(win, path).after
    assert isinstance(after, Win)
    (file,) = (item for item in after.evidence[-1:] if isinstance(item, EvidenceFile))
    return after, file


def test_file_is_copied_under_its_hash(library: Library, win: Win, advice: Path) -> None:
    after, file = attached(library, win, advice)
    digest = hashlib.sha256(advice.read_bytes()).hexdigest()
    assert (file.sha256, file.size, file.title) == (digest, 17_000, advice.name)
    assert library.journal.get(win.id) == after
    place = library.paths.evidence / digest[:2] / digest
    assert copies(library) == [place]
    assert place.read_bytes() == advice.read_bytes()
    assert place.stat().st_mode & 0o777 == 0o600
    assert library.evidence.path_of(file) == place
    assert library.evidence.condition(file) is EvidenceCondition.PRESENT


def test_same_content_is_stored_once(library: Library, win: Win, advice: Path, tmp_path: Path) -> None:
    other_win = a_win()
    library.add(other_win)
    twin = tmp_path / "copy.pdf"
    twin.write_bytes(advice.read_bytes())
    after, file = attached(library, win, advice)
    _, other = attached(library, other_win, twin)
    assert (file.sha256, other.original_name) == (other.sha256, "copy.pdf")
    assert len(copies(library)) == 1
    assert library.evidence.attach(after, twin).after == after


def test_undo_and_redo_keep_the_file(library: Library, win: Win, advice: Path) -> None:
    edit = library.evidence.attach(win, advice)
    library.edits.apply(edit.inverse())
    assert library.journal.get(win.id) == win
    library.edits.apply(edit)
    assert library.journal.get(win.id) == edit.after
    assert library.evidence.findings() == ()


def test_missing_and_changed_copies_are_found_and_healed(library: Library, win: Win, advice: Path) -> None:
    after, file = attached(library, win, advice)
    place = library.evidence.path_of(file)
    assert place is not None
    place.write_bytes(b"x" * file.size)
    assert [(found.win_id, found.file, found.condition) for found in library.evidence.findings()] == [
        (win.id, file, EvidenceCondition.CHANGED)
    ]
    place.unlink()
    assert library.evidence.condition(file) is EvidenceCondition.MISSING
    assert library.evidence.path_of(file) is None
    with pytest.raises(UserError, match="missing"):
        library.evidence.save_copy(file, advice.with_name("out.pdf"))
    library.evidence.attach(after, advice)
    assert library.evidence.condition(file) is EvidenceCondition.PRESENT


def test_copy_can_be_saved_elsewhere(library: Library, win: Win, advice: Path, tmp_path: Path) -> None:
    _, file = attached(library, win, advice)
    library.evidence.save_copy(file, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == advice.read_bytes()
    with pytest.raises(UserError, match="another folder"):
        library.evidence.save_copy(file, tmp_path / "nowhere" / "out.pdf")


def test_crash_between_copy_and_save_leaves_a_copy_and_no_broken_win(library: Library, win: Win, advice: Path) -> None:
    library.evidence.take_in(advice)
    assert library.journal.get(win.id) == win
    assert len(copies(library)) == 1


def test_copy_is_there_before_a_save_that_is_refused(library: Library, win: Win, advice: Path) -> None:
    library.journal.move_to_trash([win.id])
    with pytest.raises(StaleEdit):
        library.evidence.attach(win, advice)
    assert len(copies(library)) == 1


def test_stopped_copy_leaves_nothing(library: Library, win: Win, advice: Path) -> None:
    def stop(done: int, total: int, note: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        library.evidence.attach(win, advice, stop)
    assert copies(library) == []
    assert library.journal.get(win.id) == win


def test_progress_ends_with_the_whole_file(library: Library, win: Win, tmp_path: Path) -> None:
    big = tmp_path / "big.bin"
    big.write_bytes(b"x" * 3_000_000)
    heard: list[tuple[int, int, str]] = []

    def hear(done: int, total: int, note: str = "") -> None:
        heard.append((done, total, note))

    library.evidence.attach(win, big, hear)
    assert heard[-1] == (3_000_000, 3_000_000, "big.bin")
    assert len(heard) == 3


@pytest.mark.parametrize("make", [lambda path: None, Path.mkdir], ids=["missing", "folder"])
def test_what_is_no_file_is_refused(library: Library, win: Win, tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "thing")
    with pytest.raises(UserError, match="Nothing was added"):
        library.evidence.attach(win, tmp_path / "thing")
    assert library.journal.get(win.id) == win


def test_links_are_kept_beside_files(library: Library, win: Win, advice: Path) -> None:
    after, file = attached(library, win, advice)
    linked = library.evidence.add_link(after, "", "  \\\\share\\october  ").after
    assert isinstance(linked, Win)
    link = linked.evidence[-1]
    assert isinstance(link, EvidenceLink)
    assert (link.title, link.target) == ("\\\\share\\october", "\\\\share\\october")
    removed = library.evidence.remove(linked, file.id).after
    assert isinstance(removed, Win)
    assert removed.evidence == (link,)
    with pytest.raises(FieldProblem):
        library.evidence.add_link(removed, "title", " ")


def test_unused_copies_go_after_30_days(library: Library, win: Win, advice: Path) -> None:
    edit = library.evidence.attach(win, advice)
    library.clock.advance(timedelta(days=400))
    assert library.evidence.collect_unused() == 0
    library.edits.apply(edit.inverse())
    library.journal.move_to_trash([win.id])
    library.journal.empty_trash()
    assert library.evidence.collect_unused() == 0
    library.clock.advance(timedelta(days=30))
    assert library.evidence.collect_unused() == 0
    assert len(copies(library)) == 1
    library.clock.advance(timedelta(seconds=1))
    assert library.evidence.collect_unused() == 1
    assert copies(library) == []


def test_copy_that_is_used_again_is_spared(library: Library, win: Win, advice: Path) -> None:
    library.evidence.take_in(advice)
    library.evidence.collect_unused()
    library.clock.advance(timedelta(days=31))
    after, file = attached(library, win, advice)
    assert library.evidence.collect_unused() == 0
    library.evidence.remove(after, file.id)
    assert library.evidence.collect_unused() == 0
    assert library.evidence.condition(file) is EvidenceCondition.PRESENT


def test_history_keeps_its_files(library: Library, win: Win, advice: Path) -> None:
    after, file = attached(library, win, advice)
    library.clock.advance(timedelta(minutes=2))
    library.evidence.remove(after, file.id)
    for _ in range(2):
        library.evidence.collect_unused()
        library.clock.advance(timedelta(days=40))
    assert library.evidence.condition(file) is EvidenceCondition.PRESENT


def test_torn_note_of_unused_copies_only_starts_the_wait_again(library: Library, advice: Path) -> None:
    library.evidence.take_in(advice)
    library.evidence.collect_unused()
    (library.paths.evidence / "unused.json").write_text("[1", "utf-8")
    library.clock.advance(timedelta(days=31))
    assert library.evidence.collect_unused() == 0
    library.clock.advance(timedelta(days=31))
    assert library.evidence.collect_unused() == 1
