"""The one place where an open library becomes the services of the app."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from arcareer.clock import Clock, SystemClock
from arcareer.content.library import ContentLibrary
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.library import open_library
from arcareer.storage.store import warm_up
from arcareer.wiring.documents import DocumentServices
from arcareer.wiring.interview import InterviewServices

if TYPE_CHECKING:
    from pathlib import Path

LOST = frozenset({ProblemKind.FILE_REMOVED, ProblemKind.FILE_REPLACED})
WARMING_SENTENCE = "Cut overdue from 21% to 12% and collected $48,200 from 9 customers in 30 days"


class App(DocumentServices, InterviewServices):
    """The services of one open library. Those the first page does without are loaded when first asked for."""

    def warm_up(self) -> None:
        """Load what reading the first sentence and the first save need; best in a thread, after the first paint."""
        self.capture.read(WARMING_SENTENCE)
        self.capture_is_loaded = True
        warm_up()
        self.is_warm = True

    def lost_file(self) -> LibraryProblem | None:
        """Return the problem where the library's file was removed or replaced since it was opened."""
        try:
            self._library.store.guard()
        except LibraryProblem as problem:
            return problem if problem.kind in LOST else None
        return None

    def mark_started(self) -> None:
        """Note that this start reached a usable window."""
        self._library.mark_started()

    def close(self) -> None:
        """Close the library; raises `LibraryProblem` where its files could not be put in order."""
        self._library.close()


def open_app(
    paths: LibraryPaths,
    clock: Clock | None = None,
    *,
    create: bool = True,
    currency: Callable[[], str] = str,
    second_backup_folder: Path | None = None,
) -> App:
    """Open the library at `paths` with its services; make it where `create` is given and there never was one.

    Raises `LibraryProblem` with words for the user where it cannot be opened; nothing is changed then.
    """
    clock = clock or SystemClock()
    library = open_library(paths, clock, create=create)
    return App(library, ContentLibrary(), clock, currency, second_backup_folder)
