"""The open file is watched: removed, moved or replaced, nothing more is written, and nothing is lost."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from tests.support.vault import Vault, a_closed_library, headlines_in, open_vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    opened = open_vault(tmp_path / "library")
    opened.log("Collected $48,200")
    yield opened
    opened.opened.store.close()
    opened.opened.lock.release()


def remove(paths: LibraryPaths) -> None:
    paths.database.unlink()


def replace_by_a_copy(paths: LibraryPaths) -> None:
    shutil.copyfile(paths.database, paths.folder / "copy.db")
    os.replace(paths.folder / "copy.db", paths.database)  # noqa: PTH105


def move_the_folder(paths: LibraryPaths) -> None:
    paths.folder.rename(paths.folder.with_name("elsewhere"))


@pytest.mark.parametrize(
    ("happens", "kind"),
    [
        (remove, ProblemKind.FILE_REMOVED),
        (replace_by_a_copy, ProblemKind.FILE_REPLACED),
        (move_the_folder, ProblemKind.FILE_REMOVED),
    ],
)
def test_no_win_is_confirmed_into_a_file_that_is_gone(
    vault: Vault, tmp_path: Path, happens: Callable[[LibraryPaths], None], kind: ProblemKind
) -> None:
    happens(vault.paths)
    for _ in range(2):
        with pytest.raises(LibraryProblem, match="Save everything to a new file") as caught:
            vault.log("Cut DSO")
        assert caught.value.kind is kind
    with pytest.raises(LibraryProblem):
        vault.drafts.keep("capture", "half")
    assert vault.headlines() == {"Collected $48,200"}
    assert not (tmp_path / "library").exists() or not (tmp_path / "library" / "arcareer.db-wal").exists()
    saved = vault.backups.save_everything_to(tmp_path / "rescued")
    assert headlines_in(saved) == ["Collected $48,200"]


def test_replaced_file_is_not_touched(vault: Vault, tmp_path: Path) -> None:
    other = a_closed_library(tmp_path / "other", "From another computer")
    os.replace(other.database, vault.paths.database)  # noqa: PTH105
    before = vault.paths.database.read_bytes()
    with pytest.raises(LibraryProblem):
        vault.log("Cut DSO")
    vault.opened.store.close()
    assert vault.paths.database.read_bytes() == before
    assert headlines_in(vault.paths.database) == ["From another computer"]


def test_moved_folder_is_not_made_again(vault: Vault) -> None:
    move_the_folder(vault.paths)
    with pytest.raises(LibraryProblem):
        vault.backups.back_up()
    assert not vault.paths.folder.exists()


def test_file_that_comes_back_can_be_written_again(vault: Vault) -> None:
    away = vault.paths.folder.with_name("elsewhere")
    move_the_folder(vault.paths)
    with pytest.raises(LibraryProblem):
        vault.log("Cut DSO")
    away.rename(vault.paths.folder)
    vault.log("Cut DSO")
    assert vault.headlines() == {"Collected $48,200", "Cut DSO"}
