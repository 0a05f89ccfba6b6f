"""Live analysis: how long the answer takes, how its parts balance, and what the checks say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt

from arcareer_ui.pages.prep.star.checks_list import CheckLine, ChecksList
from arcareer_ui.widgets.balance_bar import BalanceBar
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.clock_ring import clock_text
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.meters import Ring
from arcareer_ui.widgets.rule import Rule

FULL = 120
RING = 88


class LengthWords(NamedTuple):
    """How long an answer is, in words: the verdict, what would be right, and whether it is."""

    title: str
    detail: str
    is_good: bool


class AnalysisCard(Card):
    """Ring, balance bar and checks."""

    def __init__(self, letters: Sequence[str], names: Sequence[str]) -> None:
        super().__init__(margins=(18, 16, 18, 16), spacing=12)
        self._names = tuple(names)
        self.ring = Ring(0, clock_text(0), "", size=RING, role="h2")
        self._title = Label("", "strong", wrap=True)
        self._detail = Label("", "caption", "text2", wrap=True)
        self.balance = BalanceBar(letters)
        self.checks = ChecksList()
        self._none = Label(
            self.tr("The checks begin as soon as you write. They stay on this computer."), "small", wrap=True
        )
        self.add_heading(self.tr("Live analysis"))
        head = row(spacing=16)
        head.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(spacing=3)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        words.addStretch(1)
        head.addLayout(words, 1)
        self.add(head)
        self.add(Label(self.tr("Balance, % of words"), "caption"))
        self.add(self.balance)
        self.add(Rule())
        self.add(self.checks)
        self.add(self._none)
        self.show_checks(())

    @property
    def verdict(self) -> str:
        """Return what is said about the length."""
        return self._title.text()

    def show_length(self, seconds: int, words: LengthWords) -> None:
        """Show the spoken time against two minutes."""
        of = self.tr("of {time}").format(time=clock_text(FULL))
        self.ring.set(seconds / FULL, clock_text(seconds), of, colour="accent" if words.is_good else "warn")
        self._title.setText(words.title)
        self._detail.setText(words.detail)

    def show_balance(self, shares: Sequence[int]) -> None:
        """Show the parts in percent of the words."""
        pairs = zip(self._names, shares, strict=True)
        said = ", ".join(f"{name.lower()} {share}" for name, share in pairs)
        self.balance.set(shares, self.tr("Balance in percent of words: {shares}").format(shares=said))

    def show_checks(self, lines: Sequence[CheckLine]) -> None:
        """Show what the checks say; nothing while there is nothing to check."""
        self.checks.show_lines(lines)
        self.checks.setVisible(bool(lines))
        self._none.setVisible(not lines)
