"""Pages in the real window, on a real library in a temporary folder."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from arcareer_ui.page import PageSpec
from arcareer_ui.tasks import TaskRunner
from arcareer_ui.theme.theme import Theme
from tests.support.clock import FakeClock
from tests.support.opened import Opened, open_session

OpenPages = Callable[..., Opened]


@pytest.fixture
def open_pages(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[OpenPages]:
    """Open a window with these pages on the test's library; a second call opens the same library again."""
    sessions: list[Opened] = []

    def open_(
        specs: Sequence[PageSpec],
        *,
        clock: FakeClock | None = None,
        tasks: TaskRunner | None = None,
        is_sample: bool = False,
    ) -> Opened:
        opened = open_session(tmp_path, specs, clock=clock, tasks=tasks, is_sample=is_sample)
        sessions.append(opened)
        return opened

    yield open_
    for opened in sessions:
        opened.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
