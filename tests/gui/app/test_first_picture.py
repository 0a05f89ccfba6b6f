"""What is loaded when the first picture is painted: every module more is paid for at every start."""

import subprocess
import sys
from pathlib import Path

import pytest

from arcareer_ui.binding import SPARE

MOST_MODULES = 170
SERVICES = {"drafts", "home", "reminders"}

START = """
import sys
from pathlib import Path
from types import ModuleType
from arcareer_ui.binding import load_binding
load_binding()
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
    print(*(name for name, module in sorted(sys.modules.items()) if type(module) is ModuleType))
    qt.exit(0)
FirstPaint(application.session.window).painted.connect(tell)
qt.exec()
application.close()
"""


WRONG_CALL = """
from arcareer_ui.binding import load_binding
load_binding()
from PySide6.QtCore import QSize
try:
    QSize("wide", "high")
except TypeError as error:
    print(error)
"""


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """The modules that a start loads until the first picture; the library exists already."""
    folder = Path(tmp_path_factory.mktemp("start"))
    for _ in range(2):
        command = [sys.executable, "-c", START, str(folder)]
        result = subprocess.run(command, check=False, capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
    return tuple(result.stdout.split())


@pytest.fixture
def loaded(modules: tuple[str, ...]) -> tuple[str, ...]:
    """Those of them that are ours."""
    return tuple(one for one in modules if one.startswith("arcareer"))


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


def test_the_binding_does_not_load_what_describes_it(modules: tuple[str, ...]) -> None:
    assert "shibokensupport.signature" in modules
    assert SPARE & set(modules) <= {"shibokensupport.signature.importhandler"}


def test_a_start_reads_no_arguments_with_the_slow_reader(modules: tuple[str, ...]) -> None:
    assert not {"argparse", "sqlalchemy", "alembic"} & set(modules)


def test_a_wrong_call_is_explained_all_the_same() -> None:
    result = subprocess.run([sys.executable, "-c", WRONG_CALL], check=True, capture_output=True, text=True)
    assert "QSize" in result.stdout
    assert "Supported signatures" in result.stdout
