"""What a start leaves undone until there is something to see."""

import gc
import sys

import pytest
from pytestqt.qtbot import QtBot

from arcareer_ui.housekeeping import Housekeeping
from tests.gui.app.conftest import Start
from tests.support.running import Running


def test_garbage_is_looked_for_again_once_there_is_something_to_see(launch: Start, qtbot: QtBot) -> None:
    gc.disable()
    try:
        launch()
        qtbot.waitUntil(gc.isenabled)
    finally:
        gc.enable()


def test_garbage_is_looked_for_where_the_library_does_not_open(launch: Start) -> None:
    running = launch(opens=False)
    running.places.library.folder.mkdir(parents=True)
    running.places.library.database.write_bytes(b"no library")
    gc.disable()
    try:
        running.open()
        assert gc.isenabled()
    finally:
        gc.enable()


def test_pages_asked_for_are_loaded_once_the_first_save_is_prepared(
    running: Running, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "arcareer_ui.pages.wins.importing", raising=False)
    application = running.application
    preload = ("arcareer_ui.pages.wins.importing",)
    housekeeping = Housekeeping(running.session.app, application.tasks, preload=preload)
    with qtbot.waitSignal(housekeeping.ready):
        housekeeping.start()
    assert preload[0] in sys.modules
