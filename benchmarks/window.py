"""The window beside an empty one: first painted frame, memory at rest, scrolling a long list."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from arcareer.clock import SystemClock
from arcareer.paths import LibraryPaths
from arcareer.storage.library import open_library
from benchmarks.measure import Measure
from tests.support.bulk import fill, many_wins

WINS = 5_000
LONG = 100_000
RUNS = 21
REST_SECONDS = 3.0

# The barest window of the kind: the same toolkit, the tabs of the Prep studio, nothing in them.
_EMPTY = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget
class FirstPaint(QObject):
    def eventFilter(self, window, event):
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            QTimer.singleShot(0, lambda: print("painted", flush=True))
            if "--stay" not in sys.argv:
                QTimer.singleShot(0, lambda: app.exit(0))
        return False
app = QApplication(sys.argv)
tabs = QTabWidget()
for name in ("Value checklist", "STAR answers", "Weakness reframe", "Red flags", "Bullet rubric"):
    tabs.addTab(QWidget(), name)
window = QMainWindow()
window.setCentralWidget(tabs)
window.resize(1280, 800)
first = FirstPaint()
window.installEventFilter(first)
window.show()
app.exec()
"""

_SCROLL = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication, QListView
from PySide6.QtCore import QEventLoop, QStringListModel
from statistics import median
app = QApplication(sys.argv)
def frames(view):
    bar, times = view.verticalScrollBar(), []
    for step in range(120):
        start = time.perf_counter()
        bar.setValue(bar.value() + 97)
        view.viewport().repaint()
        app.processEvents()
        times.append(time.perf_counter() - start)
    return median(times) * 1000
plain = QListView()
plain.setUniformItemSizes(True)
plain.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
plain.setModel(QStringListModel([f"Collected balance {number}" for number in range(100_000)]))
plain.resize(520, 640)
plain.show()
app.processEvents()
base = frames(plain)
app.setQuitOnLastWindowClosed(False)
plain.close()
from arcareer.clock import SystemClock
from arcareer.paths import AppPaths, LibraryPaths
from arcareer_ui.app import Application
folder = Path(sys.argv[1])
application = Application(AppPaths(LibraryPaths(folder), folder / "config"), SystemClock(), app)
application.open(LibraryPaths(folder))
window = application.session.window
window.resize(1280, 800)
settled = QEventLoop()
application.session.housekeeping.ready.connect(settled.quit)
settled.exec()
start = time.perf_counter()
window.router.go("wins")
app.processEvents()
opened = (time.perf_counter() - start) * 1000
print(base, frames(window.pages.current.view.list), opened, flush=True)
application.close()
"""


def window() -> tuple[Measure, ...]:
    """Measure our window with 5,000 wins against an empty one, and the long list against a plain one."""
    with tempfile.TemporaryDirectory() as folder:
        library = _library(Path(folder) / "some", WINS)
        ours, base = _first_frames(library)
        our_memory, base_memory = _rest(_app(library)), _rest([sys.executable, "-c", _EMPTY, "--stay"])
        long = _library(Path(folder) / "long", LONG)
        plain, scrolled, opened = _scrolling(long)
    return (
        Measure("first painted frame, 5,000 wins", ours, "ms", "empty window with tabs", base, aim=1.6, limit=2.0),
        Measure("memory at rest", our_memory, "MB", "empty window with tabs", base_memory, aim=2.0, limit=3.0),
        Measure("scrolling 100,000 wins, a frame", scrolled, "ms", "plain text list", plain),
        Measure("opening Wins with 100,000 wins", opened, "ms", aim=400),
    )


def _library(folder: Path, wins: int) -> Path:
    opened = open_library(LibraryPaths(folder), SystemClock(), create=True)
    fill(opened.store.connection, many_wins(wins, last=SystemClock().today()))
    opened.close()
    return folder


def _app(library: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "arcareer_ui", "--library", str(library), *arguments]


def _environment() -> dict[str, str]:
    wanted = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join((".", "ui"))}
    # An installed app has its bytecode; a shell that keeps Python from writing it would measure the compiler.
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | wanted


def _first_frames(library: Path) -> tuple[float, float]:
    """Return the milliseconds from start to first frame of ours and of the empty window.

    The two run in turn, so that a machine that slows down does so to both; the pair with the middle ratio counts.
    """
    ours, empty = _app(library, "--smoke"), [sys.executable, "-c", _EMPTY]
    _until_line(ours)
    _until_line(empty)
    pairs = sorted(((_until_line(ours), _until_line(empty)) for _ in range(RUNS)), key=lambda pair: pair[0] / pair[1])
    return pairs[RUNS // 2]


def _until_line(command: list[str]) -> float:
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()) as process:
        if process.stdout is None or not process.stdout.readline():
            raise RuntimeError(f"{command[:3]} ended without a frame")
        return (time.perf_counter() - start) * 1000


def _rest(command: list[str]) -> float:
    """Return the resident megabytes of a window that has had time to settle."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment()) as process:
        time.sleep(REST_SECONDS)
        memory = float(psutil.Process(process.pid).memory_info().rss) / 1_000_000
        process.terminate()
    return memory


def _scrolling(library: Path) -> tuple[float, float, float]:
    answer = subprocess.run(
        [sys.executable, "-c", _SCROLL, str(library)],
        check=True,
        capture_output=True,
        text=True,
        env=_environment(),
    )
    plain, ours, opened = (float(word) for word in answer.stdout.split()[-3:])
    return plain, ours, opened
