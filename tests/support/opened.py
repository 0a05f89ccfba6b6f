"""A library open in its real window, with everything that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from shiboken6 import isValid

from arcareer.bootstrap import App, open_app
from arcareer.domain.journal import Win
from arcareer.paths import LibraryPaths
from arcareer.settings.store import PreferencesStore
from arcareer_ui.context import LibraryRequests
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.session import LibrarySession
from arcareer_ui.shell.main_window import MainWindow
from arcareer_ui.tasks import InlineTaskRunner, TaskRunner
from arcareer_ui.window_state import WindowState
from tests.support.audit import settle
from tests.support.clock import FakeClock
from tests.support.dialogs import FakeDialogs


@dataclass
class Opened:
    """An open session on a temporary library; `announced` collects what was spoken."""

    session: LibrarySession
    clock: FakeClock
    preferences: PreferencesStore
    dialogs: FakeDialogs
    requests: LibraryRequests
    announced: list[str] = field(default_factory=list)

    @property
    def app(self) -> App:
        """Return the services."""
        return self.session.app

    @property
    def window(self) -> MainWindow:
        """Return the window."""
        return self.session.window

    @property
    def page(self) -> Page:
        """Return the page on show."""
        page = self.window.pages.current
        assert page is not None
        return page

    def wins(self, *wins: Win) -> None:
        """Put wins into the library as one foreign change."""
        with self.app.edits._store.write() as unit:
            for win in wins:
                unit.wins.put(win)
            unit.commit()
        settle()

    def close(self) -> None:
        """Close window and library, and let the window go; a second call does nothing."""
        if isValid(self.window):
            self.window.close()
            self.session.close()
            self.window.deleteLater()
            settle()


def open_session(
    folder: Path,
    specs: Sequence[PageSpec],
    *,
    clock: FakeClock | None = None,
    tasks: TaskRunner | None = None,
    is_sample: bool = False,
) -> Opened:
    """Open the library in `folder` with these pages, shown at 1280 x 800; the caller closes it.

    Background work is done at once where it is started unless `tasks` does it otherwise.
    """
    time = clock or FakeClock()
    preferences = PreferencesStore(folder / "config" / "preferences.toml")
    dialogs = FakeDialogs()
    requests = LibraryRequests()
    app = open_app(LibraryPaths(folder / "library"), time)
    app.warm_up()
    session = LibrarySession(
        app,
        specs,
        preferences=preferences,
        state=WindowState(folder / "config" / "window.ini"),
        tasks=tasks or InlineTaskRunner(),
        dialogs=dialogs,
        requests=requests,
        is_sample=is_sample,
    )
    opened = Opened(session, time, preferences, dialogs, requests)
    session.window.announcer.announced.connect(lambda text, _assertive: opened.announced.append(text))
    session.window.start()
    session.window.resize(1280, 800)
    session.window.show()
    session.window.activateWindow()
    settle()
    return opened
