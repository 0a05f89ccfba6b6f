"""Widget tests leave nothing behind: no window stays open, no deferred deletion waits, no worker runs on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from arcareer_ui.english import EnglishPlurals
from arcareer_ui.theme.theme import Theme, current_theme


def _visible_windows() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def _describe(window: QWidget) -> str:
    return f"{type(window).__name__}({window.objectName()!r}, {window.windowTitle()!r})"


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Let texts read in tests as they do in the app."""
    plurals = EnglishPlurals()
    qapp.installTranslator(plurals)
    yield
    qapp.removeTranslator(plurals)


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """After the test, and after pytest-qt has closed what it was told of, the screen and the pool must be empty."""
    yield
    application = QCoreApplication.instance()
    if application is None:
        return
    pool_is_idle = QThreadPool.globalInstance().waitForDone(5_000)
    left = _visible_windows()
    names = [_describe(window) for window in left]
    for window in left:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert pool_is_idle, "background work was still running"
    assert not names, f"windows left open: {', '.join(names)}"


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The applied theme, light at 100 % text without motion; put back after the test."""
    applied = current_theme()
    applied.reduced_motion = True
    applied.apply(qapp, "light", 1.0)
    yield applied
    if (applied.scheme, applied.scale) != ("light", 1.0):
        applied.apply(qapp, "light", 1.0)
