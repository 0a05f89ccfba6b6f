"""Ends the app's core in the middle of its work, again and again, and counts what that costs.

A child process opens a library, types, saves, edits, imports, backs up and goes back to backups; at a random instant it
is killed. The next child opens the library, and everything that was ever confirmed has to be there: every saved win,
all but the last half second of typing, every backup whole. `make torture` does it 200 times; a short run is a test.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from arcareer.bootstrap import App, open_app
from arcareer.domain.changes import Edit, EditGroup, EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win, WinDraft
from arcareer.domain.periods import ALL_TIME
from arcareer.domain.safekeeping import BackupCondition
from arcareer.domain.win_lists import WinQuery
from arcareer.paths import LibraryPaths
from arcareer.storage.backup_folder import BackupFolder
from arcareer.storage.store import warm_up

FIELD = "capture"
KEEP_EVERY = 0.35
TYPING_THAT_MAY_BE_LOST = 0.5
IMPORTED_AT_ONCE = 20
ONLY_GOING_BACK = 0.3
EVERYTHING = 1_000_000


@dataclass
class Expected:
    """What the library has to hold: confirmed wins, the change under way, and what is being typed."""

    wins: set[str] = field(default_factory=set)
    coming: set[str] = field(default_factory=set)
    going: set[str] = field(default_factory=set)
    typed: str = ""
    typed_at: list[float] = field(default_factory=list)
    saves_typing: bool = False

    def hear(self, kind: str, *told: Any) -> None:
        """Follow what a child says: T a key typed, I a change begun, A the change confirmed."""
        if kind == "T":
            self.typed += told[0]
            self.typed_at.append(told[1])
        elif kind == "I":
            self.coming, self.going, self.saves_typing = set(told[0]), set(told[1]), told[2]
        elif kind == "A":
            self.wins = (self.wins - self.going) | self.coming
            self._settle(saved=self.saves_typing)

    def compare(self, wins: set[str], draft: str, ended_at: float) -> list[str]:
        """Return what is wrong with a library found in this state; go on from it."""
        after = (self.wins - self.going) | self.coming
        done = wins == after and after != self.wins
        troubles = []
        if wins not in (self.wins, after):
            lost, strange = self.wins - self.going - wins, wins - self.wins - self.coming
            troubles.append(f"{len(lost)} confirmed wins lost, {len(strange)} unknown, or a change half done")
        troubles += self._typing_troubles(draft, ended_at, saved=done and self.saves_typing)
        self.wins = set(wins)
        self._settle(saved=True)
        self.typed, self.typed_at = draft, [0.0] * len(draft)
        return troubles

    def _settle(self, *, saved: bool) -> None:
        self.coming, self.going, self.saves_typing = set(), set(), False
        if saved:
            self.typed, self.typed_at = "", []

    def _typing_troubles(self, draft: str, ended_at: float, *, saved: bool) -> list[str]:
        if saved:
            return ["the draft outlived the win it became"] if draft else []
        certain = sum(at < ended_at - TYPING_THAT_MAY_BE_LOST for at in self.typed_at)
        if not self.typed.startswith(draft):
            return ["the draft is not what was typed"]
        return [f"{certain - len(draft)} keys lost that were older than half a second"] if len(draft) < certain else []


class Worker:
    """The child: opens the library, says what it finds, then works until it is killed."""

    def __init__(self, folder: Path, seed: int, say: Connection) -> None:
        self._random = random.Random(seed)
        self._say = say
        self._folder = folder
        self._names = (f"{seed}-{number}" for number in range(EVERYTHING))

    def run(self) -> None:
        app = open_app(LibraryPaths(self._folder), create=True)
        app.mark_started()
        draft = app.drafts.find(FIELD)
        self._tell("R", sorted(win.headline for win in app.journal.wins(ALL_TIME)), draft.text if draft else "")
        acts: tuple[Callable[[App], None], ...] = (self._save, self._restore, self._restore)
        if self._random.random() > ONLY_GOING_BACK:
            typing_and_saving = (self._type, self._type, self._save, self._save, self._edit)
            acts = (*typing_and_saving, self._import, self._back_up, self._restore)
        while True:
            self._random.choice(acts)(app)

    def _tell(self, *told: Any) -> None:
        self._say.send(told)

    @contextmanager
    def _confirmed(self, coming: list[str], going: list[str], *, saves_typing: bool = False) -> Iterator[None]:
        self._tell("I", coming, going, saves_typing)
        yield
        self._tell("A")

    def _type(self, app: App) -> None:
        draft = app.drafts.find(FIELD)
        text, kept_at = draft.text if draft else "", time.monotonic()
        for _ in range(self._random.randint(5, 60)):
            key = self._random.choice("abc déö €\N{GRINNING FACE}")
            self._tell("T", key, time.monotonic())
            text += key
            time.sleep(self._random.uniform(0, 0.03))
            if time.monotonic() - kept_at > KEEP_EVERY:
                app.drafts.keep(FIELD, text)
                kept_at = time.monotonic()
        app.drafts.keep(FIELD, text)

    def _save(self, app: App) -> None:
        name = self._name()
        with self._confirmed([name], [], saves_typing=True):
            app.journal.log_win(WinDraft(headline=name, happened_on=app.clock.today()), draft_key=FIELD)

    def _edit(self, app: App) -> None:
        win = self._any_win(app)
        if win is not None:
            name = self._name()
            with self._confirmed([name], [win.headline]):
                app.journal.save(win, _renamed(win, name))

    def _import(self, app: App) -> None:
        names = [self._name() for _ in range(IMPORTED_AT_ONCE)]
        wins = [
            Win(id=new_id(), headline=name, happened_on=app.clock.today(), logged_at=app.clock.now()) for name in names
        ]
        with self._confirmed(names, []):
            app.edits.apply(EditGroup("Import", tuple(Edit("Add", EntityKind.WIN, None, win) for win in wins)))

    def _back_up(self, app: App) -> None:
        app.backups.back_up()
        app.backups.confirm_content()

    def _restore(self, app: App) -> None:
        app.backups.restore(app.backups.back_up().sequence)

    def _any_win(self, app: App) -> Win | None:
        found = app.journal.find(WinQuery(), limit=50)
        return app.journal.get(self._random.choice(found).id) if found else None

    def _name(self) -> str:
        return f"{next(self._names)} Collected ${self._random.randint(1, 99_999):,} " * self._random.randint(1, 8)


def _renamed(win: Win, headline: str) -> Win:
    return replace(win, headline=headline)


def work(folder: Path, seed: int, say: Connection) -> None:
    """Be the child process."""
    os.umask(0o077)
    Worker(folder, seed, say).run()


@dataclass
class Torture:
    """Starts children, ends them, and judges what they leave."""

    folder: Path
    chance: random.Random
    expected: Expected = field(default_factory=Expected)
    troubles: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    _ended_at: float = 0.0

    def round(self, number: int) -> None:
        """Let a child work for a while, end it, and hear everything it said."""
        context = multiprocessing.get_context("fork")
        hear, say = context.Pipe(duplex=False)
        child = context.Process(target=work, args=(self.folder, number, say))
        child.start()
        say.close()
        if self.chance.random() < 0.1:
            time.sleep(self.chance.uniform(0, 0.1))
        elif self._ready(hear):
            self._hear(hear, until=time.monotonic() + self._pause())
        child.kill()
        self._ended_at = time.monotonic()
        self._hear(hear, until=None)
        child.join()
        if child.exitcode != -signal.SIGKILL:
            self.troubles.append(f"a child stopped by itself, with {child.exitcode}")
        hear.close()
        self.counts["kills"] += 1
        self._look_at_files()

    def finish(self) -> None:
        """Open the library a last time in this process and judge it."""
        app = open_app(LibraryPaths(self.folder), create=False)
        draft = app.drafts.find(FIELD)
        self._judge({win.headline for win in app.journal.wins(ALL_TIME)}, draft.text if draft else "")
        if not app.check.check().sound:
            self.troubles.append("the full check finds damage at the end")
        app.close()

    def _pause(self) -> float:
        return self.chance.uniform(0.005, 0.3) if self.chance.random() < 0.7 else self.chance.uniform(0.3, 1.2)

    def _ready(self, hear: Connection) -> bool:
        if not hear.poll(60):
            self.troubles.append("the library did not open within a minute")
            return False
        try:
            _, wins, draft = hear.recv()
        except EOFError:
            self.troubles.append("the library did not open")
            return False
        self._judge(set(wins), draft)
        return True

    def _judge(self, wins: set[str], draft: str) -> None:
        self.troubles += self.expected.compare(wins, draft, self._ended_at)

    def _hear(self, hear: Connection, until: float | None) -> None:
        """Follow the child until a time, or to the end of what it said before it was killed."""
        while hear.poll(None if until is None else max(0.0, until - time.monotonic())):
            try:
                kind, *told = hear.recv()
            except (EOFError, OSError):
                return
            if kind == "R":
                self._judge(set(told[0]), told[1])
            self.expected.hear(kind, *told)
            self.counts["changes confirmed"] += kind == "A"
            self.counts["keys typed"] += kind == "T"
            if until is not None and time.monotonic() > until:
                return

    def _look_at_files(self) -> None:
        paths = LibraryPaths(self.folder)
        backups = BackupFolder(paths.backups)
        found = backups.all()
        self.troubles += [
            f"backup {backup.sequence} is {backups.examine(backup)}"
            for backup in found[:3]
            if backups.examine(backup) is not BackupCondition.GOOD
        ]
        self.counts["killed in a swap"] += paths.swap.exists()
        self.counts["killed with a journal"] += _size(paths.folder / "arcareer.db-journal") > 0
        self.counts["killed without a database"] += paths.folder.exists() and not paths.database.exists()
        _remove_old_quarantine(paths)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _remove_old_quarantine(paths: LibraryPaths) -> None:
    """Keep the disk small: a library keeps what it put aside for 90 days, a torture makes hundreds of them."""
    if paths.swap.exists() or not paths.quarantine.exists():
        return
    for folder in sorted(paths.quarantine.iterdir())[:-3]:
        shutil.rmtree(folder)


def main() -> int:
    """Torture a library and return 0 when nothing was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=None, help="repeat the choices of an earlier run")
    args = parser.parse_args()
    seed = args.seed if args.seed is not None else random.randrange(1_000_000)
    print(f"Seed {seed}.", flush=True)
    warm_up()
    with tempfile.TemporaryDirectory(prefix="arcareer-torture-") as folder:
        torture = Torture(Path(folder) / "library", random.Random(seed))
        torture.folder.mkdir()
        for number in range(args.kills):
            torture.round(number)
            if torture.troubles:
                break
        else:
            torture.finish()
    for name, count in torture.counts.items():
        print(f"{name}: {count:,}")
    for trouble in torture.troubles:
        print(f"TROUBLE: {trouble}")
    print("Something is wrong." if torture.troubles else "Nothing was lost.")
    return 1 if torture.troubles else 0


if __name__ == "__main__":
    sys.exit(main())
