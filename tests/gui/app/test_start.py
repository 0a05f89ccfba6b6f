"""What a start leaves undone until there is something to see."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from arcareer_ui.housekeeping import Housekeeping
from tests.support.running import Running

GARBAGE = """
import atexit, gc, sys
atexit.register(lambda: print(gc.isenabled(), gc.get_freeze_count() > 0))
from arcareer_ui.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize("opens", [True, False])
def test_garbage_is_looked_for_again_once_there_is_something_to_see(tmp_path: Path, *, opens: bool) -> None:
    library = tmp_path / "library"
    library.mkdir()
    if not opens:
        (library / "arcareer.db").write_bytes(b"no library")
    command = [sys.executable, "-c", GARBAGE, "--library", str(library), "--smoke"]
    environment = os.environ | {"HOME": str(tmp_path)}
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    assert done.returncode == (0 if opens else 3), done.stderr
    assert done.stdout.split()[-2:] == ["True", "True"]


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
