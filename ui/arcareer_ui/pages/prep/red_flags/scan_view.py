"""What a scan shows: twelve signals as tiles, and one bullet looked at closely."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal

from arcareer_ui.dates import weekday_and_day
from arcareer_ui.pages.prep.red_flags.looks import kind_of, look_of, quoted, words_of
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.item_row import ItemRow
from arcareer_ui.widgets.label import Label
from arcareer_ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from arcareer.domain.win_lists import WinSummary
    from arcareer.prose.finding import Finding
    from arcareer.prose.scan import ScannedBullet
    from arcareer.prose.scan import Signal as ScanSignal

PRESENCE = {
    "found": ("circle-check", "accent", QT_TRANSLATE_NOOP("Presence", "Found")),
    "weak": ("circle-dot", "warn", QT_TRANSLATE_NOOP("Presence", "Weak")),
    "absent": ("circle-dashed", "text3", QT_TRANSLATE_NOOP("Presence", "Absent")),
}


class SignalTile(Card):
    """One signal: found with its words, weak with them and the question, or absent with the question."""

    def __init__(self, signal: ScanSignal) -> None:
        super().__init__(margins=(16, 12, 16, 14), spacing=5)
        icon, colour, word = PRESENCE[signal.presence.value]
        state = QCoreApplication.translate("Presence", word)
        heading = row(spacing=8)
        heading.addWidget(Icon(icon, colour, 18), 0, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(Label(signal.label, "strong", wrap=True), 1)
        heading.addWidget(Label(state, "caption", colour), 0, Qt.AlignmentFlag.AlignTop)
        self.add(heading)
        if signal.words:
            self.add(Label(quoted(signal.words, 90), "small", "text", wrap=True))
        if signal.presence.value != "found":
            self.add(Label(signal.advice, "small", wrap=True))
        self.body.addStretch(1)
        self.setAccessibleName(f"{signal.label}: {state}. {signal.words}".strip())


class BulletCard(Card):
    """One bullet of a resume with its score, its findings and two things to do with it.

    `keep_asked` and `win_asked` want it as a bullet of one's own, and a win that backs it; `opened` carries a win's id.
    """

    keep_asked = Signal()
    win_asked = Signal()
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 16), spacing=10)
        heading = row(spacing=10)
        self.score = Chip("")
        heading.addWidget(Label(self.tr("This bullet"), "h2"))
        heading.addWidget(self.score)
        heading.addStretch(1)
        self.add(heading)
        self.text = Label("", "body", wrap=True)
        self.add(self.text)
        self._findings: QVBoxLayout = column(spacing=8)
        self.add(self._findings)
        self.keep_button = Button(self.tr("Make this a bullet"), icon="plus", size="compact")
        self.win_button = Button(self.tr("Find me a win for it"), "quiet", icon="trophy", size="compact")
        buttons = row(spacing=10)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.win_button)
        buttons.addStretch(1)
        self.add(buttons)
        self._wins: QVBoxLayout = column(spacing=2)
        self.add(self._wins)
        self.keep_button.clicked.connect(self.keep_asked)
        self.win_button.clicked.connect(self.win_asked)

    def show_bullet(self, scanned: ScannedBullet) -> None:
        """Show a bullet."""
        self.text.setText(scanned.bullet.text)
        self.score.set(self.tr("{score} of 20").format(score=scanned.report.card.overall))
        _empty(self._findings)
        _empty(self._wins)
        for finding in scanned.report.findings:
            self._findings.addWidget(_FindingLine(finding))
        change = scanned.report.card.next_change
        if change is not None and change.next_step:
            self._findings.addWidget(
                _Advice(self.tr("{what}: {step}").format(what=change.label, step=change.next_step))
            )

    def show_wins(self, wins: Sequence[WinSummary]) -> None:
        """Show the wins that could stand behind the bullet."""
        _empty(self._wins)
        if not wins:
            text = self.tr("No win of yours shares its words. Log one, if there is one to log.")
            self._wins.addWidget(Label(text, "small", wrap=True))
        for win in wins:
            line = ItemRow("trophy", win.headline, weekday_and_day(win.happened_on))
            line.opened.connect(partial(self.opened.emit, win.id))
            self._wins.addWidget(line)


class _FindingLine(Card):
    def __init__(self, finding: Finding) -> None:
        super().__init__("flat", margins=(0, 0, 0, 0), spacing=10, horizontal=True)
        look = look_of(finding)
        self.body.addWidget(Icon(look.icon, look.colour, 18), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=1)
        title = f"{words_of(kind_of(finding))}: {finding.title}"
        words.addWidget(Label(title, "label", wrap=True))
        words.addWidget(Label(finding.question, "small", wrap=True))
        self.body.addLayout(words, 1)


class _Advice(Card):
    def __init__(self, text: str) -> None:
        super().__init__("flat", margins=(0, 0, 0, 0), spacing=10, horizontal=True)
        self.body.addWidget(Icon("lightbulb", "text2", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=1)
        words.addWidget(Label(self.tr("What would gain most"), "label"))
        words.addWidget(Label(text, "small", wrap=True))
        self.body.addLayout(words, 1)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
