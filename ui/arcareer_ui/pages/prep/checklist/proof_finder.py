"""Finds the wins that could be proof, and says what helps where there are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from arcareer.domain.periods import Period
from arcareer.domain.win_lists import WinQuery, WinSummary
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.win_picker import WinPicker

if TYPE_CHECKING:
    from arcareer.services.journal import JournalService

MOST_OFFERED = 200
SHORTEST_SEARCH = 2


class ProofFinder:
    """Wins of the review period, or with a tick in `elsewhere` of all periods."""

    def __init__(self, journal: JournalService) -> None:
        self._journal = journal
        self._period: Period | None = None
        self._picker: WinPicker | None = None
        self.elsewhere = CheckBox(QCoreApplication.translate("ProofFinder", "From other periods too"))

    def serve(self, picker: WinPicker) -> None:
        """Work for a picker."""
        self._picker = picker
        self.elsewhere.toggled.connect(picker.search_again)

    def begin(self, period: Period) -> None:
        """Look in a review period."""
        self._period = period
        blocked = self.elsewhere.blockSignals(True)
        self.elsewhere.setChecked(False)
        self.elsewhere.blockSignals(blocked)

    def find(self, text: str) -> Sequence[WinSummary]:
        """Return the wins a text finds, newest first."""
        words = text.strip() if len(text.strip()) >= SHORTEST_SEARCH else ""
        query = WinQuery(text=words, period=None if self.elsewhere.isChecked() else self._period)
        found = self._journal.find(query, MOST_OFFERED)
        if not found and self._picker is not None:
            self._picker.set_nothing(*self._nothing(query))
        return found

    def _nothing(self, query: WinQuery) -> tuple[str, str]:
        if query.text:
            title = QCoreApplication.translate("ProofFinder", "No win mentions “{words}”").format(words=query.text)
            text = QCoreApplication.translate("ProofFinder", "Try another word, or log the win first.")
        elif query.period is not None:
            title = QCoreApplication.translate("ProofFinder", "No wins in this period")
            text = QCoreApplication.translate("ProofFinder", "Log one first. It takes less than a minute.")
        else:
            title = QCoreApplication.translate("ProofFinder", "No wins logged yet")
            text = QCoreApplication.translate("ProofFinder", "Log one first. It takes less than a minute.")
        if query.period is not None and self._journal.count(WinQuery(text=query.text)):
            text = QCoreApplication.translate(
                "ProofFinder", "There are some in other periods. Tick the box to see them."
            )
        return title, text
