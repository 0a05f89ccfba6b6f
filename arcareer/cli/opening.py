"""Opens the library a command works on, and puts it in order afterwards."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from arcareer.errors import EnvironmentFault

if TYPE_CHECKING:
    from arcareer.bootstrap import App


@contextmanager
def opened(library: Path | None, *, create: bool = True, writes: bool = False) -> Iterator[App]:
    """Open the library in the folder, or the user's own, and close it again.

    It is made where `create` is given and there never was one. What the app would show as a notice goes to standard
    error. With `writes` a backup is made at the end if anything changed; where that does not work it is said and the
    command counts as done. Raises `LibraryProblem` where the library cannot be opened.
    """
    from arcareer.bootstrap import open_app  # noqa: PLC0415 - commands without a library do without
    from arcareer.paths import AppPaths  # noqa: PLC0415
    from arcareer.settings.store import PreferencesStore  # noqa: PLC0415

    places = AppPaths.of_user(library)
    chosen = PreferencesStore(places.config / "preferences.toml").current
    second = Path(chosen.backup_folder) if chosen.backup_folder else None
    app = open_app(places.library, create=create, currency=lambda: chosen.currency, second_backup_folder=second)
    try:
        for notice in app.report.notices:
            tell(notice.text)
        yield app
        if writes:
            _back_up(app)
    finally:
        app.close()


def tell(text: str) -> None:
    """Say something to the user that is not the command's answer."""
    sys.stderr.write(f"{text}\n")


def _back_up(app: App) -> None:
    try:
        app.backups.back_up_on_close()
    except EnvironmentFault as fault:
        tell(f"The change is saved. {fault}")
