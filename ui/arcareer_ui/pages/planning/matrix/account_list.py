"""The accounts of the matrix as cards, the largest first; those whose risk is not known stand last."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QSize

from arcareer.domain.figures import plain_number
from arcareer.services.decision_board import BoardEntry, BoardPlacement
from arcareer_ui.amounts import money_words
from arcareer_ui.pages.planning.words import CELL_TONES, cell_words
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.card_list import CardList, CardRow
from arcareer_ui.widgets.chip import ChipText

Line = BoardPlacement | BoardEntry
ROW = 83
FEWEST_ROWS, MOST_ROWS = 3, 5


def entry_of(line: Line) -> BoardEntry:
    """Return what is known of the account of a line."""
    return line.entry if isinstance(line, BoardPlacement) else line


def key_of(line: Line) -> str:
    """Return what tells an account from the others, whatever the case it is written in."""
    entry = entry_of(line)
    return f"{entry.account.casefold()}|{entry.currency}"


class AccountList(CardList[Line]):
    """Name, balance and risk, and the cell."""

    def __init__(self) -> None:
        super().__init__("", self._present, key_of)
        self.setAccessibleName(self.tr("Accounts"))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other accounts."""
        self.set_items(tuple(lines))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for a few accounts."""
        return QSize(240, self._room(MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        """Return room for the fewest accounts that still read as a list."""
        return QSize(200, self._room(FEWEST_ROWS))

    def _room(self, rows: int) -> int:
        return current_theme().px(ROW) * max(1, min(rows, len(self.items)))

    def _present(self, line: Line) -> CardRow:
        entry = entry_of(line)
        balance = money_words(entry.open_balance, entry.currency)
        if isinstance(line, BoardPlacement) and entry.risk_score is not None:
            cell = line.placement.cell
            score = plain_number(entry.risk_score.quantize(Decimal(1), ROUND_HALF_UP))
            risk = self.tr("risk {score}").format(score=score)
            chip = ChipText(cell_words(cell), CELL_TONES[cell])
        else:
            risk, chip = self.tr("risk not known"), ChipText(self.tr("Not placed"), "line", "circle-dashed")
        meta = f"{balance} · {risk}"
        return CardRow(entry.account, meta, (chip,), f"{entry.account}, {meta}, {chip.text}")
