"""Everything of a library lies in its folder; the user's own library lies in the account's data folder."""

from pathlib import Path

from arcareer.paths import AppPaths, LibraryPaths


def test_everything_lies_in_the_librarys_folder(tmp_path: Path) -> None:
    paths = LibraryPaths(tmp_path)
    places = (paths.database, paths.lock, paths.profile, paths.swap, paths.evidence, paths.backups, paths.quarantine)
    assert {place.parent for place in (*places, paths.logs)} == {tmp_path}
    assert len({place.name for place in (*places, paths.logs)}) == 8


def test_chosen_folder_takes_the_place_of_the_users_own(tmp_path: Path) -> None:
    own = AppPaths.of_user()
    assert own.library.folder.name == "library"
    assert own.library.folder.is_relative_to(Path.home())
    assert AppPaths.of_user(tmp_path).library == LibraryPaths(tmp_path)
    assert AppPaths.of_user(tmp_path).config == own.config
