"""The whole app on temporary folders, started as often as a test likes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from arcareer_ui.theme.theme import Theme
from tests.support.running import Running, start

Start = Callable[..., Running]


@pytest.fixture
def launch(qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path) -> Iterator[Start]:
    """Start the application on the test's folders, its library open; a second call starts it again."""
    started: list[Running] = []

    def launch_(*, opens: bool = True, sample: bool = False, **named: object) -> Running:
        running = start(tmp_path, qapp, **named)  # type: ignore[arg-type]
        started.append(running)
        running.application.theme.reduced_motion = True
        if opens:
            running.open()
        if sample:
            running.fill()
        return running

    yield launch_
    for running in started:
        running.close()
    theme.apply(qapp, "light", 1.0)


@pytest.fixture
def running(launch: Start) -> Running:
    """The app on an empty library."""
    return launch()


@pytest.fixture
def sample(launch: Start) -> Running:
    """The app on a library that holds the sample year."""
    return launch(sample=True)
