"""Wins in the palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from arcareer_ui.dates import day_and_month
from arcareer_ui.shell.palette_entries import PaletteEntry, PaletteGroup

if TYPE_CHECKING:
    from arcareer.services.journal import JournalService

MOST = 6
RANKED_FROM = 3


class WinFinder:
    """Finds wins for what is typed: newest first for two letters, best match from three."""

    def __init__(self, journal: Callable[[], JournalService]) -> None:
        self._journal = journal

    def __call__(self, query: str) -> Sequence[PaletteGroup]:
        """Return one group of wins, empty while fewer than two letters are typed."""
        if len(query) < 2:
            return ()
        from arcareer.domain.win_lists import WinOrder, WinQuery  # noqa: PLC0415 - nobody looks for wins before the first paint

        order = WinOrder.BEST_MATCH if len(query) >= RANKED_FROM else WinOrder.NEWEST
        found = self._journal().find(WinQuery(text=query, order=order), MOST)
        entries = tuple(
            PaletteEntry(win.headline, "trophy", day_and_month(win.happened_on), route=f"win/{win.id}") for win in found
        )
        return (PaletteGroup(QCoreApplication.translate("WinFinder", "Wins"), entries),)
