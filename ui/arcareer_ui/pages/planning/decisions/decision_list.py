"""The decisions as cards: those to look at again first, then the newest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize

from arcareer.domain.decisions import CollectionDecision, Outcome
from arcareer_ui.dates import short_date
from arcareer_ui.pages.planning.words import OUTCOME_TONES, outcome_words
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.card_list import CardList, CardRow
from arcareer_ui.widgets.chip import ChipText

ROW = 83
FEWEST_ROWS, MOST_ROWS = 3, 7


class DecisionList(CardList[CollectionDecision]):
    """Account and decision, when, and how it turned out."""

    def __init__(self) -> None:
        super().__init__("", self._present, lambda decision: decision.id)
        self.setAccessibleName(self.tr("Decisions"))
        self._today = date.max

    def show_decisions(self, decisions: Sequence[CollectionDecision], today: date) -> None:
        """Show the decisions, those that wait first."""
        self._today = today
        self.set_items(tuple(sorted(decisions, key=lambda one: not is_due(one, today))))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for a few decisions."""
        return QSize(240, self._room(MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        """Return room for the fewest that still read as a list."""
        return QSize(200, self._room(FEWEST_ROWS))

    def _room(self, rows: int) -> int:
        return current_theme().px(ROW) * max(1, min(rows, len(self.items)))

    def _present(self, decision: CollectionDecision) -> CardRow:
        title = f"{decision.account}: {decision.decided}" if decision.decided else decision.account
        meta = short_date(decision.decided_on)
        if is_due(decision, self._today):
            chip = ChipText(self.tr("Look at it again"), "warn", "clock")
        else:
            chip = ChipText(outcome_words(decision.outcome), OUTCOME_TONES[decision.outcome])
        return CardRow(title, meta, (chip,), f"{title}, {meta}, {chip.text}")


def is_due(decision: CollectionDecision, today: date) -> bool:
    """Return whether a decision is to be looked at again by today."""
    return decision.outcome is Outcome.OPEN and decision.revisit_on is not None and decision.revisit_on <= today
