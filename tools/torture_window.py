"""Ends the real window while somebody types and saves in it, again and again, and counts what that costs.

A child process shows the app without a screen, types into the first page's field key by key, and presses Enter now and
then. It says every key before it is pressed and every save after the field has taken it; at a random instant it is
killed. The library then has to hold every confirmed win and all but the last half second of typing.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "ui")]

from arcareer.bootstrap import open_app  # noqa: E402 - the path is set first
from arcareer.domain.periods import ALL_TIME  # noqa: E402
from arcareer.paths import LibraryPaths  # noqa: E402

FIELD = "capture"
TYPING_THAT_MAY_BE_LOST = 0.5
KEYS = "abc de4$"
START_WITHIN = 60
TYPES_AT_ONCE = 0.4


class Child:
    """What one child said: the keys of the present sentence with their times, and the sentences it saved."""

    def __init__(self, folder: Path, seed: int) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, __file__, "--child", str(folder), "--seed", str(seed)]
        self.typed: list[tuple[str, float]] = []
        self.saved: list[str] = []
        self.saving = ""
        self.ready = self.stopped_by_itself = False
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True, encoding="utf-8"
        )
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def wait_until_ready(self) -> bool:
        """Return whether the window came up in time."""
        end = time.monotonic() + START_WITHIN
        while not self.ready and time.monotonic() < end and self.process.poll() is None:
            time.sleep(0.01)
        return self.ready

    def kill(self) -> float:
        """End the child, hear the rest of what it said, and return when it ended."""
        self.stopped_by_itself = self.process.poll() is not None
        self.process.kill()
        ended_at = time.monotonic()
        self.process.wait()
        self._reader.join()
        if self.process.stdout is not None:
            self.process.stdout.close()
        return ended_at

    def _read(self) -> None:
        if self.process.stdout is None:
            return
        for line in self.process.stdout:
            kind, _, told = line.rstrip("\n").partition(" ")
            if kind == "READY":
                self.ready = True
                self.typed = [(char, 0.0) for char in told]
            elif kind == "KEY":
                at, _, char = told.partition(" ")
                self.typed.append((char, float(at)))
            elif kind == "SAVING":
                self.saving = told
            elif kind == "SAVED":
                self.saved.append(self.saving)
                self.saving, self.typed = "", []


def judge(folder: Path, child: Child, wins: Counter[str], ended_at: float) -> list[str]:
    """Return what is wrong with the library a child left; `wins` are those confirmed so far."""
    app = open_app(LibraryPaths(folder), create=False)
    found = Counter(win.headline for win in app.journal.wins(ALL_TIME))
    draft = app.drafts.find(FIELD)
    app.close()
    wins.update(child.saved)
    troubles = []
    done = found == wins + Counter([child.saving]) if child.saving else False
    if found != wins and not done:
        troubles.append(f"{(wins - found).total()} confirmed wins lost, {(found - wins).total()} unknown")
    if done:
        wins[child.saving] += 1
    text = draft.text if draft else ""
    typed = "".join(char for char, _ in child.typed)
    certain = sum(at < ended_at - TYPING_THAT_MAY_BE_LOST for _, at in child.typed)
    if done and text:
        troubles.append("the draft outlived the win it became")
    elif not done and not typed.startswith(text):
        troubles.append("the draft is not what was typed")
    elif not done and len(text) < certain:
        oldest = ended_at - child.typed[len(text)][1]
        troubles.append(f"{certain - len(text)} keys lost that were older than half a second, one {oldest:.2f} s old")
    return troubles


def torture(folder: Path, kills: int, chance: random.Random) -> tuple[Counter[str], list[str]]:
    """Kill a window so many times; return what was counted and what was wrong."""
    counts: Counter[str] = Counter()
    wins: Counter[str] = Counter()
    for number in range(kills):
        child = Child(folder, chance.randrange(1_000_000))
        if not child.wait_until_ready():
            child.kill()
            return counts, [f"the window did not come up after {number} kills"]
        time.sleep(chance.uniform(0.02, 1.6))
        ended_at = child.kill()
        if child.stopped_by_itself:
            return counts, [f"the window stopped by itself after {number} kills"]
        counts["kills"] += 1
        counts["keys typed"] += len(child.typed)
        counts["wins saved"] += len(child.saved)
        if troubles := judge(folder, child, wins, ended_at):
            return counts, troubles
    return counts, []


def be_the_child(folder: Path, seed: int) -> None:
    """Show the window and type until killed."""
    from PySide6.QtCore import Qt, QTimer  # noqa: PLC0415 - only the child needs a window
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from arcareer.clock import SystemClock  # noqa: PLC0415
    from arcareer.paths import AppPaths  # noqa: PLC0415
    from arcareer_ui.app import Application  # noqa: PLC0415

    chance = random.Random(seed)
    qt = QApplication([])
    application = Application(AppPaths(LibraryPaths(folder), folder.parent / "config"), SystemClock(), qt)
    application.open(LibraryPaths(folder))
    session = application.session
    if session is None or session.window.pages.current is None:
        raise RuntimeError("there is no window to type in")
    field = session.window.pages.current.first_focus()
    if field is None:
        raise RuntimeError("there is no field to type in")

    def press() -> None:
        text = field.property("text")
        if len(text) > 8 and chance.random() < 0.06:
            print(f"SAVING {text.strip()}", flush=True)
            QTest.keyClick(field, Qt.Key.Key_Return)
            if not field.property("text"):
                print("SAVED", flush=True)
            return
        char = chance.choice(KEYS)
        print(f"KEY {time.monotonic()} {char}", flush=True)
        QTest.keyClicks(field, char)

    def begin() -> None:
        print(f"READY {field.property('text')}", flush=True)
        timer.start()

    timer = QTimer()
    timer.setInterval(15)
    timer.timeout.connect(press)
    if chance.random() < TYPES_AT_ONCE:
        QTimer.singleShot(50, begin)
    else:
        session.housekeeping.ready.connect(begin)
    qt.exec()


def main() -> int:
    """Torture the window and return 0 when nothing was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=None, help="repeat the choices of an earlier run")
    parser.add_argument("--child", type=Path, default=None, help=argparse.SUPPRESS)
    args = parser.parse_args()
    seed = args.seed if args.seed is not None else random.randrange(1_000_000)
    if args.child is not None:
        be_the_child(args.child, seed)
        return 0
    print(f"Seed {seed}.", flush=True)
    with tempfile.TemporaryDirectory(prefix="arcareer-torture-") as folder:
        library = Path(folder) / "library"
        library.mkdir()
        counts, troubles = torture(library, args.kills, random.Random(seed))
    for name, count in counts.items():
        print(f"{name}: {count:,}")
    for trouble in troubles:
        print(f"TROUBLE: {trouble}")
    print("Something is wrong." if troubles else "Nothing was lost.")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
