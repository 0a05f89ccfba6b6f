"""The checks at work: what to look at follows the document, and doubtful names are decided."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from arcareer_ui.acts import Acts
from arcareer_ui.pages.brag_sheet.panes.check_words import checks_of
from arcareer_ui.pages.brag_sheet.panes.checks import ChecksPane, NameDoubt

if TYPE_CHECKING:
    from arcareer.documents.text import Doubt
    from arcareer.services.disclosures import DisclosureService
    from arcareer.services.documents import ReadyDocument


class ChecksDesk(QObject):
    """Wires the pane of checks."""

    def __init__(self, pane: ChecksPane, disclosures: DisclosureService, acts: Acts, parent: QObject) -> None:
        super().__init__(parent)
        self._pane, self._disclosures, self._acts = pane, disclosures, acts
        self._ready: ReadyDocument | None = None
        pane.decided.connect(self._decide)

    def follow(self, ready: ReadyDocument) -> None:
        """Show what there is to look at in the document as it is now, once it is on show."""
        self._ready = ready
        if self._pane.isVisible():
            self.show()

    def show(self) -> None:
        """Show the checks."""
        ready = self._ready
        if ready is None:
            return
        doubts = [NameDoubt(doubt, doubt.word, doubt.sentence, doubt.hidden_sentence) for doubt in ready.doubts]
        self._pane.show_checks(list(checks_of(ready)), doubts)

    def _decide(self, doubt: Doubt, is_name: bool) -> None:  # noqa: FBT001 - the pane's signal
        act = partial(self._disclosures.decide, doubt.customer, doubt.sentence, is_name=is_name)
        self._acts.do(act, self.tr("Decide on a name"))
