"""The app as it runs: the real application with all its pages, on folders of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from arcareer.bootstrap import App
from arcareer.domain.journal import Win
from arcareer.paths import AppPaths, LibraryPaths
from arcareer_ui.app import Application
from arcareer_ui.page import Page
from arcareer_ui.session import LibrarySession
from arcareer_ui.shell.main_window import MainWindow
from arcareer_ui.tasks import InlineTaskRunner, TaskRunner
from arcareer_ui.widgets.button import Button
from tests.support.audit import settle
from tests.support.clock import FakeClock
from tests.support.dialogs import FakeDialogs

CTRL = Qt.KeyboardModifier.ControlModifier


class Answers(FakeDialogs):
    """Dialogs of an application, which tells them the window they belong to."""

    def set_window(self, window: QWidget) -> None:
        """Take note of nothing: the answers need no window."""


@dataclass
class Running:
    """A started application; `announced` collects what was spoken, and whether at once."""

    application: Application
    places: AppPaths
    clock: FakeClock
    dialogs: Answers
    announced: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def session(self) -> LibrarySession:
        """Return the open library with its window."""
        session = self.application.session
        assert session is not None
        return session

    @property
    def app(self) -> App:
        """Return the services of the open library."""
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

    @property
    def spoken(self) -> list[str]:
        """Return what was announced, politely or not."""
        return [text for text, _ in self.announced]

    def go(self, route: str) -> Page:
        """Go to a place as the rail or the palette does."""
        assert self.window.router.go(route)
        settle()
        return self.page

    def open(self, paths: LibraryPaths | None = None) -> None:
        """Open a library in a window that has the keyboard."""
        self.application.open(paths or self.places.library)
        self.settle_in()

    def settle_in(self) -> None:
        """Wait until the window on show is ready, and listen to it."""
        settle()
        if self.application.session is not None:
            self.window.announcer.announced.connect(lambda text, now: self.announced.append((text, now)))
            self.window.activateWindow()
            settle()

    def wins(self, *wins: Win) -> None:
        """Put wins into the library as one foreign change."""
        with self.app.edits._store.write() as unit:
            for win in wins:
                unit.wins.put(win)
            unit.commit()
        settle()

    def fill(self) -> None:
        """Put the sample year into the library."""
        self.app.sample.fill()
        settle()

    def log(self, sentence: str) -> None:
        """Log a win from wherever the user is."""
        QTest.keyClick(self.window, Qt.Key.Key_N, CTRL)
        settle()
        QTest.keyClicks(focused(), sentence)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        settle()

    def close(self) -> None:
        """End the application as closing its window does; a second call does nothing."""
        application = self.application
        recovery, session = application._recovery, application.session
        if recovery is not None and isValid(recovery):
            recovery.blockSignals(True)  # there is no event loop to end
            _let_go(recovery)
        if session is not None and isValid(session.window):
            session.window._may_close = True
            _let_go(session.window)
        application.close()
        settle()


def _let_go(window: QWidget) -> None:
    window.close()
    window.deleteLater()


def start(
    folder: Path, qt: QApplication, *, clock: FakeClock | None = None, tasks: TaskRunner | None = None
) -> Running:
    """Return an application whose library and preferences lie in `folder`, with nothing opened yet."""
    places = AppPaths(LibraryPaths(folder / "library"), folder / "config")
    time, dialogs = clock or FakeClock(), Answers()
    application = Application(places, time, qt)
    application.dialogs = dialogs  # type: ignore[assignment]
    application.tasks = tasks or InlineTaskRunner()  # type: ignore[assignment]
    return Running(application, places, time, dialogs)


def focused() -> QWidget:
    """Return the widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def buttons(parent: QWidget) -> dict[str, QAbstractButton]:
    """Return the visible buttons by their words or accessible name."""
    found: dict[str, QAbstractButton] = {}
    for one in parent.findChildren(QAbstractButton):
        if one.isVisible():
            found.setdefault(one.label if isinstance(one, Button) and one.label else one.accessibleName(), one)
    return found


def press(parent: QWidget, words: str) -> None:
    """Click the visible button with these words."""
    there = buttons(parent)
    assert words in there, sorted(there)
    QTest.mouseClick(there[words], Qt.MouseButton.LeftButton)
    settle()
