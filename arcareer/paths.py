"""Where a library keeps its files, and where the app looks for its own."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class LibraryPaths(NamedTuple):
    """The files of one library; everything lies inside `folder`, so that the folder can be moved as a whole."""

    folder: Path

    @property
    def database(self) -> Path:
        """Return the SQLite file that holds every win."""
        return self.folder / "arcareer.db"

    @property
    def lock(self) -> Path:
        """Return the file whose operating system lock says that the library is open."""
        return self.folder / "arcareer.lock"

    @property
    def profile(self) -> Path:
        """Return the file that remembers what was last known of the library."""
        return self.folder / "profile.json"

    @property
    def swap(self) -> Path:
        """Return the marker of a replacement of the database that has not ended yet."""
        return self.folder / "swap.json"

    @property
    def evidence(self) -> Path:
        """Return the folder of evidence files, each under its SHA-256."""
        return self.folder / "evidence"

    @property
    def backups(self) -> Path:
        """Return the folder of verified backups."""
        return self.folder / "backups"

    @property
    def quarantine(self) -> Path:
        """Return the folder where damaged and replaced files are kept."""
        return self.folder / "quarantine"

    @property
    def logs(self) -> Path:
        """Return the folder of log files, which hold ids and counts and never the user's words."""
        return self.folder / "logs"


class AppPaths(NamedTuple):
    """The user's default library and the folder of preferences."""

    library: LibraryPaths
    config: Path

    @property
    def sample(self) -> LibraryPaths:
        """Return where the sample library lies while it is looked at, apart from every library of the user's."""
        return LibraryPaths(self.config / "sample")

    @classmethod
    def of_user(cls, library: Path | None = None) -> AppPaths:
        """Return the places of this user's account; `library` takes the place of the default library folder."""
        import platformdirs  # noqa: PLC0415 - only needed once, and start-up counts milliseconds

        data = platformdirs.user_data_path("arcareer", appauthor=False, roaming=False)
        config = platformdirs.user_config_path("arcareer", appauthor=False, roaming=False)
        return cls(LibraryPaths(library if library is not None else data / "library"), config)
