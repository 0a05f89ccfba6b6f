"""Takes a picture of every page in both themes at the design's sizes and text scales: build/shots/*.png.

    python tools/shots.py [ROUTE...]

Pages are shown with the sample year, and the first one also with an empty library.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "ui")]

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402 - the platform and the path are set first
from PySide6.QtWidgets import QApplication  # noqa: E402

from arcareer.clock import SystemClock  # noqa: E402
from arcareer.domain.win_lists import WinQuery  # noqa: E402
from arcareer.paths import AppPaths, LibraryPaths  # noqa: E402
from arcareer.settings.preferences import ThemeChoice  # noqa: E402
from arcareer_ui.app import Application  # noqa: E402
from arcareer_ui.session import SAMPLE_BANNER  # noqa: E402

OUT = ROOT / "build" / "shots"
ROUTES = (
    "this-week",
    "wins",
    "win",
    "wins/trash",
    "prep/value-checklist",
    "brag-sheet",
    "settings/you",
    "settings/look",
    "settings/customers",
    "settings/data",
    "settings/about",
)
PALETTE = "palette"
SETTLE_MS = 350


class Look(NamedTuple):
    """One way to look at a page."""

    width: int
    height: int
    scale: int


LOOKS = (Look(1280, 800, 100), Look(1280, 800, 125), Look(1280, 800, 150), Look(1024, 640, 100), Look(1024, 640, 125))


def main(argv: Sequence[str]) -> int:
    """Take the pictures and say where they are."""
    OUT.mkdir(parents=True, exist_ok=True)
    qt = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        places = AppPaths(LibraryPaths(Path(folder) / "library"), Path(folder) / "config")
        app = Application(places, SystemClock(), qt)
        app.preferences.update(nudge_answered=True)
        taken = list(_first_run(app, places))
        app.close()
        app.open(places.sample, is_sample=True)
        taken += _pages(app, tuple(argv) or (*ROUTES, PALETTE))
        app.close()
    print(f"{len(taken)} pictures in {OUT.relative_to(ROOT)}")
    return 0


def _first_run(app: Application, places: AppPaths) -> Iterator[Path]:
    app.open(places.library)
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        for look in LOOKS:
            yield _take(app, "this-week", "first-run", theme, look)


def _pages(app: Application, routes: Sequence[str]) -> Iterator[Path]:
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        for look in LOOKS:
            for route in routes:
                yield _take(app, route, route.replace("/", "-"), theme, look)


def _take(app: Application, route: str, name: str, theme: ThemeChoice, look: Look) -> Path:
    session = app.session
    if session is None:
        raise RuntimeError("there is no window to take a picture of")
    app.preferences.update(theme=theme, text_scale=look.scale)
    window = session.window
    window.banners.remove(SAMPLE_BANNER)
    window.resize(look.width, look.height)
    if route == PALETTE:
        window.router.go("this-week")
        window.overlays.find()
        window.overlays.palette.field.setText("dispute")
    elif route == "win":
        first = session.app.journal.find(WinQuery(theme="cash"), 1)[0]
        window.router.go(f"win/{first.id}")
    else:
        window.router.go(route)
    _settle()
    path = OUT / f"{name}-{theme.value}-{look.width}x{look.height}-{look.scale}.png"
    window.grab().save(str(path))
    if route == PALETTE:
        window.overlays.palette.dismiss()
    return path


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
