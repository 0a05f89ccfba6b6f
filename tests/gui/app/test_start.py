"""What a start leaves undone until there is something to see."""

import gc

from pytestqt.qtbot import QtBot

from tests.gui.app.conftest import Start


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
