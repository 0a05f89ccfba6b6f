"""What is loaded when the first picture is painted: every module more is paid for at every start."""

import subprocess
import sys
from pathlib import Path

import pytest

MOST_MODULES = 170
SERVICES = {"drafts", "home", "reminders"}

START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from arcareer.clock import SystemClock
from arcareer.paths import AppPaths, LibraryPaths
from arcareer_ui.app import Application
from arcareer_ui.first_paint import FirstPaint
places = AppPaths(LibraryPaths(Path(sys.argv[1]) / "library"), Path(sys.argv[1]) / "config")
qt = QApplication([])
application = Application(places, SystemClock(), qt)
application.open(places.library)
def tell():
    print(*(one for one in sorted(sys.modules) if one.startswith("arcareer")))
    qt.exit(0)
FirstPaint(application.session.window).painted.connect(tell)
qt.exec()
application.close()
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """The modules of ours that a start loads until the first picture; the library exists already."""
    folder = Path(tmp_path_factory.mktemp("start"))
    for _ in range(2):
        command = [sys.executable, "-c", START, str(folder)]
        result = subprocess.run(command, check=False, capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
    return tuple(result.stdout.split())


def test_only_the_services_of_the_first_page_are_loaded(loaded: tuple[str, ...]) -> None:
    services = {one.removeprefix("arcareer.services.") for one in loaded if one.startswith("arcareer.services.")}
    assert services <= SERVICES


def test_other_pages_are_only_named(loaded: tuple[str, ...]) -> None:
    deep = [one for one in loaded if one.startswith("arcareer_ui.pages.") and one.count(".") > 2]
    assert "arcareer_ui.pages.this_week.page" in deep
    assert [one for one in deep if not one.startswith("arcareer_ui.pages.this_week.")] == []


def test_what_lies_over_the_window_comes_when_it_is_asked_for(loaded: tuple[str, ...]) -> None:
    hidden = {"palette", "keyboard_list", "quick_capture", "overlay"}
    assert hidden & {one.removeprefix("arcareer_ui.shell.") for one in loaded} == set()


def test_no_start_loads_more_modules_than_agreed(loaded: tuple[str, ...]) -> None:
    assert len(loaded) <= MOST_MODULES, len(loaded)
