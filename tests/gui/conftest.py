"""Widget tests leave nothing behind: no window stays, open or hidden, no deferred deletion waits, no worker runs on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from arcareer_ui.english import decide_plurals
from arcareer_ui.theme.theme import Theme, current_theme


def _windows_left() -> list[QWidget]:
    """Return what is on the screen, and what is hidden and would go with no other window."""
    windows = QApplication.topLevelWidgets()
    return [window for window in windows if window.isVisible() or window.parentWidget() is None]


def _describe(window: QWidget) -> str:
    inside = {type(child).__name__ for child in window.children()}
    title = window.windowTitle() or window.accessibleName()
    return f"{type(window).__name__}({window.objectName()!r}, {title!r}) with {', '.join(sorted(inside)) or 'nothing'}"


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Let texts read in tests as they do in the app."""
    decide_plurals(qapp)


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """After the test, and after pytest-qt has closed what it was told of, the screen and the pool must be empty."""
    yield
    application = QCoreApplication.instance()
    if application is None:
        return
    pool_is_idle = QThreadPool.globalInstance().waitForDone(5_000)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = _windows_left()
    names = [_describe(window) for window in left]  # each of them would make every later change of the look slower
    for window in left:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert pool_is_idle, "background work was still running"
    assert not names, f"windows left behind: {', '.join(names)}"


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The applied theme, light at 100 % text without motion; put back after the test."""
    applied = current_theme()
    applied.reduced_motion = True
    applied.apply(qapp, "light", 1.0)
    yield applied
    if (applied.scheme, applied.scale) != ("light", 1.0):
        applied.apply(qapp, "light", 1.0)
