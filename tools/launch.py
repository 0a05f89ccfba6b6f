"""Starts the app from a clone: the window where there is a screen, otherwise the demo document, saying so."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "build" / "demo"
PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
PROBE_SECONDS = 30


def main(arguments: list[str]) -> int:
    """Run the window with *arguments*, or the demo when no window can be opened; return the exit code."""
    if screen_works():
        return subprocess.run([sys.executable, "-m", "arcareer_ui", *arguments], check=False).returncode
    where = DEMO.relative_to(ROOT)
    print(f"There is no display here, so the window cannot open; making the demo in {where} instead.", flush=True)
    # The demo is generated from scratch each time and build/ holds nothing else than generated files.
    shutil.rmtree(DEMO, ignore_errors=True)
    return subprocess.run([sys.executable, "-m", "arcareer", "demo", str(where)], check=False, cwd=ROOT).returncode


def screen_works() -> bool:
    """Whether Qt can open a screen. It is tried in a child, because Qt ends a process whose display is not usable."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen.startswith(("offscreen", "minimal")):
        return False
    if sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))) and not chosen:
        return False
    try:
        probe = subprocess.run([sys.executable, "-c", PROBE], check=False, capture_output=True, timeout=PROBE_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return probe.returncode == 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
