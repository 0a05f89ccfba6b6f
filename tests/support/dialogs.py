"""Dialogs that answer at once, as a test told them to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class FakeDialogs:
    """Answers file questions with `path` (None: the user changed their mind) and `confirm` with `sure`.

    `asked` holds the titles of all questions in order, `offered` the names suggested for saving.
    """

    path: Path | None = None
    sure: bool = False
    asked: list[str] = field(default_factory=list)
    offered: list[Path] = field(default_factory=list)

    def open_file(self, title: str, filters: str, chosen: Callable[[Path], None]) -> None:
        self._answer(title, chosen)

    def save_file(self, title: str, suggested: Path, filters: str, chosen: Callable[[Path], None]) -> None:
        self.offered.append(suggested)
        self._answer(title, chosen)

    def choose_folder(self, title: str, start: Path, chosen: Callable[[Path], None]) -> None:
        self._answer(title, chosen)

    def confirm(self, title: str, text: str, *, act: str, keep: str, answered: Callable[[bool], None]) -> None:
        self.asked.append(title)
        answered(self.sure)

    def _answer(self, title: str, chosen: Callable[[Path], None]) -> None:
        self.asked.append(title)
        if self.path is not None:
            chosen(self.path)
