"""Every number of the document with what stands behind it, and the card that defends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame

from arcareer.documents.claim_ledger import LineState
from arcareer.documents.claims import ClaimKind
from arcareer_ui.pages.brag_sheet.panes.defence import DefenceCardView
from arcareer_ui.pages.brag_sheet.panes.words import state_chip, traced_words
from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.card_list import RING, CardList, CardRow
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.segment import Segment

if TYPE_CHECKING:
    from arcareer.documents.claim_ledger import ClaimLedger, LedgerLine
    from arcareer.documents.defence_card import DefenceCard
    from arcareer.domain.documents import Defence

ALL, UNTRACED = "all", "untraced"


class NumbersPane(QFrame):
    """The ledger as a list, or the card of one line.

    `opened` carries the line whose card is wanted, `followed` that of the card on show as it is now, `accepted` and
    `taken_back` one the user stands by or no longer does, `to_win` the win a line speaks of.
    """

    opened = Signal(object)
    followed = Signal(object)
    accepted = Signal(object)
    taken_back = Signal(object)
    to_win = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("desk")
        self._lines: tuple[LedgerLine, ...] = ()
        layout = column(self, margins=(16 - RING, 12, 16 - RING - GUTTER, 12), spacing=10)
        self.summary = Label("", "small", wrap=True)
        self.shown = Segment(self.tr("Which numbers"), [(ALL, self.tr("All")), (UNTRACED, self.tr("To trace"))], ALL)
        top = row(spacing=12, margins=(RING, 0, RING + GUTTER, 0))
        top.addWidget(self.summary, 1)
        top.addWidget(self.shown)
        layout.addLayout(top)
        self.list: CardList[LedgerLine] = CardList(self.tr("Numbers in the document"), _present, _key)
        self.empty = EmptyState("hash", self.tr("No numbers here"))
        self.card = DefenceCardView()
        for part in (self.list, self.empty, self.card):
            layout.addWidget(part, 1)
        self.shown.chosen.connect(self._show_lines)
        self.list.opened.connect(self.opened)
        self.card.left.connect(self.show_list)
        self.card.accepted.connect(self.accepted)
        self.card.taken_back.connect(self.taken_back)
        self.card.to_win.connect(self.to_win)
        self.card.hide()
        self.empty.hide()

    def show_ledger(self, ledger: ClaimLedger) -> None:
        """Show the lines of the document as it is now; the card on show stays where its line is still there."""
        self._lines = tuple(sorted(ledger.lines, key=_is_aside))
        self.summary.setText(self._words(ledger))
        self._show_lines()
        line = self.card.line
        if line is not None and not self.card.isHidden():
            again = next((one for one in self._lines if _key(one) == _key(line)), None)
            if again is None:
                self.show_list()
            else:
                self.followed.emit(again)

    def show_card(self, line: LedgerLine, card: DefenceCard, defence: Defence) -> None:
        """Show the card of a line in place of the list."""
        opens = self.card.isHidden()
        self.card.show_line(line, card, defence)
        self.card.show()
        if opens and self.list.hasFocus():
            self.card.back.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (self.list, self.empty, self.shown):
            part.hide()

    def show_list(self) -> None:
        """Show the list again; the keyboard comes back to the line it left."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.card.isAncestorOf(focus)
        line = self.card.line
        self.card.hide()
        self.shown.show()
        self._show_lines()
        if had_focus:
            (self.shown if self.list.isHidden() else self.list).setFocus(Qt.FocusReason.OtherFocusReason)
            if line is not None:
                self.list.choose(_key(line))

    def show_untraced(self) -> None:
        """Show the numbers that trace to nothing."""
        self.shown.set_current(UNTRACED)
        self.show_list()

    def _show_lines(self, _: object = None) -> None:
        if not self.card.isHidden():
            return
        wanted = [line for line in self._lines if self.shown.current == ALL or line.state is LineState.UNTRACED]
        self.list.set_items(wanted)
        self.list.setVisible(bool(wanted))
        self.empty.setVisible(not wanted)
        if self.shown.current == UNTRACED:
            text = self.tr("A figure, a computation or your own sentence stands behind each of them.")
            self.empty.set_words(self.tr("Every number traces to something"), text)
        else:
            self.empty.set_words(self.tr("No numbers here"), self.tr("The document on show holds none."))

    def _words(self, ledger: ClaimLedger) -> str:
        every, untraced = len(ledger.lines), len(ledger.untraced)
        words = self.tr("%n number(s) in the document.", "", every)
        if not untraced:
            return words
        return f"{words} {self.tr('%n of them to trace before it can go out.', '', untraced)}"


def _present(line: LedgerLine) -> CardRow:
    behind = traced_words(line)
    spoken = f"{line.number}. {line.sentence}. {behind}"
    words = QCoreApplication.translate("NumbersPane", "{number} in “{sentence}”")
    title = words.format(number=line.number, sentence=line.sentence) if line.sentence != line.number else line.number
    return CardRow(title, behind, chips=(state_chip(line),), spoken=spoken)


def _is_aside(line: LedgerLine) -> bool:
    """Return whether a number stands where nobody looks for the case: dates and counts of the library itself."""
    return line.claim is not None and line.claim.kind is ClaimKind.RECORD


def _key(line: LedgerLine) -> tuple[str, str, str]:
    return (line.place, line.sentence, line.number)
