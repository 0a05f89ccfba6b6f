"""What has to be true of a library's folder and file before SQLite may open it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

import arcareer
from arcareer import fsops
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.header import FileState, Header
from arcareer.storage.journals import has_content, journal_of
from arcareer.storage.profile import Profile, ProfileKeeper, ProfileState
from arcareer.storage.schema import APPLICATION_ID, SCHEMA_VERSION

_UNTOUCHED: Final = "Nothing was changed."
_GO_BACK: Final = "Choose a backup to go back to, or start a new library; what is there now is kept aside."


def require_folder(paths: LibraryPaths, *, create: bool) -> None:
    """Make the library's folder when it may be made; `LibraryProblem` NOT_HERE where it is missing or no folder.

    Parents are made inside the user's home only: elsewhere a missing parent is most likely an unplugged drive.
    """
    folder = paths.folder
    if folder.is_dir():
        return
    text = f"The library's folder is not there. {_UNTOUCHED} Plug in its drive or choose the folder again."
    if folder.exists() or folder.is_symlink():
        text = f"There is something else where the library's folder should be. {_UNTOUCHED} Choose another folder."
    elif create and (folder.parent.is_dir() or folder.absolute().is_relative_to(Path.home())):
        fsops.make_private_folders(folder)
        return
    raise LibraryProblem(ProblemKind.NOT_HERE, text, (f"Folder: {folder}",))


def never_was_one(paths: LibraryPaths, keeper: ProfileKeeper) -> bool:
    """Return whether nothing says that there ever was a library here, so that a new one takes nothing's place."""
    remains = (paths.database, paths.backups, paths.quarantine, paths.swap)
    return keeper.state is ProfileState.ABSENT and not any(path.exists() or path.is_symlink() for path in remains)


def missing(paths: LibraryPaths, keeper: ProfileKeeper) -> LibraryProblem:
    """Return the problem that there is no database where one is expected."""
    if never_was_one(paths, keeper):
        text = f"There is no library in this folder. {_UNTOUCHED} Start a new one here, or choose another folder."
    else:
        text = (
            "The library file is missing from its folder, and nothing was put in its place. "
            "Your backups are untouched. Look for “arcareer.db” where it may have been moved to, "
            "choose a backup to go back to, or start a new library."
        )
    return LibraryProblem(ProblemKind.MISSING, text, (f"File: {paths.database}",))


def require_ours(paths: LibraryPaths, head: Header, profile: Profile) -> None:
    """Raise `LibraryProblem` unless the file is one of ours, whole, and of a schema this version knows."""
    details = (f"File: {paths.database}", f"Size: {head.file_size} bytes")
    if head.state is FileState.EMPTY:
        text = f"Your library file is empty on the disk; its content is gone. Your backups are untouched. {_GO_BACK}"
        raise LibraryProblem(ProblemKind.EMPTY_FILE, text, details)
    if head.state is FileState.NOT_A_FILE:
        text = f"“arcareer.db” is not a plain file, so it was not opened. {_UNTOUCHED} Move it away or choose a folder."
        raise LibraryProblem(ProblemKind.NOT_A_FILE, text, details)
    if head.state is FileState.NOT_SQLITE or (head.application_id != APPLICATION_ID and _plain(paths)):
        text = (
            "“arcareer.db” is not an arcareer library, or its beginning is destroyed. It was not touched. "
            "Choose another folder, or go back to a backup; the file is kept aside then."
        )
        raise LibraryProblem(ProblemKind.NOT_OURS, text, details)
    if head.user_version > SCHEMA_VERSION:
        raise _too_new(paths, head, profile)
    if head.file_size < head.page_size * head.pages and _plain(paths):
        text = f"The end of your library file is missing. It was not touched, nor were your backups. {_GO_BACK}"
        raise LibraryProblem(ProblemKind.DAMAGED, text, (*details, f"Expected: {head.page_size * head.pages} bytes"))


def require_revision(connection: sqlite3.Connection, paths: LibraryPaths, schema: int) -> None:
    """Raise `LibraryProblem` UNKNOWN_REVISION unless the migrations' own mark agrees with the schema number."""
    try:
        found = [str(row[0]) for row in connection.execute("SELECT version_num FROM alembic_version").fetchall()]
    except sqlite3.OperationalError as fault:
        if "no such table" not in str(fault):
            raise
        found = []
    if found != [f"{schema:04d}"]:
        text = (
            "It cannot be told which version of arcareer made this library, so it was not opened. Nothing was changed. "
            "Choose a backup to go back to, or report this with the details below."
        )
        details = (f"File: {paths.database}", f"Schema {schema}", f"Revisions: {', '.join(found) or 'none'}")
        raise LibraryProblem(ProblemKind.UNKNOWN_REVISION, text, details)


def _plain(paths: LibraryPaths) -> bool:
    """Return whether the header is final: no unfinished transaction is going to be rolled back."""
    return not has_content(journal_of(paths.database))


def _too_new(paths: LibraryPaths, head: Header, profile: Profile) -> LibraryProblem:
    known = profile.app_version if profile.schema > SCHEMA_VERSION else ""
    maker = f"arcareer {known}" if known else "a newer arcareer"
    text = (
        f"This library was last used with {maker}; this is arcareer {arcareer.__version__}, which does not know its "
        f"form. {_UNTOUCHED} Install the newer version, or choose a backup made before."
    )
    details = (f"File: {paths.database}", f"Schema {head.user_version}, known up to {SCHEMA_VERSION}")
    return LibraryProblem(ProblemKind.TOO_NEW, text, details)
