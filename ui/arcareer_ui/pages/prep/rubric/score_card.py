"""What a bullet scores and why, point by point, and the one change that gains most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from arcareer_ui.pages.prep.rubric.bands import MOST, band_of, is_low
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.meters import Ring, ScoreBar
from arcareer_ui.widgets.rule import Rule

if TYPE_CHECKING:
    from arcareer.prose.points import Points
    from arcareer.prose.rubric import Scorecard

EACH = 4


class ScoreCard(Card):
    """Ring, band and next change, the five criteria, and one way to say it.

    `added` and `another` act on the wording on show; `pattern_asked` wants the phrase pattern on show filled in.
    """

    added = Signal()
    another = Signal()
    pattern_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(22, 18, 22, 18), spacing=12)
        self.ring = Ring(0, "–", size=96)
        self.band = Label("", "h2", wrap=True)
        self.next_change = Label("", "small", wrap=True)
        self.gain = Label("", "caption", wrap=True)
        self.bars: dict[str, ScoreBar] = {}
        self._criteria = column(spacing=12)
        self._version = Label("", "caption")
        self.wording = WordingCard()
        head = row(spacing=18)
        head.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(spacing=3)
        words.addStretch(1)
        for label in (self.band, self.next_change, self.gain):
            words.addWidget(label)
        words.addStretch(1)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.add(Rule())
        self.body.addLayout(self._criteria)
        self.body.addStretch(1)
        self.add(self.wording)
        self.add(self._version)
        self.wording.added.connect(self.added)
        self.wording.another.connect(self.another)
        self.wording.pattern_asked.connect(self.pattern_asked)
        self.show_score(None)
        self.wording.hide()

    def show_score(self, card: Scorecard | None) -> None:
        """Show a score, or that there is none yet."""
        if card is None:
            self.ring.set(0, "–", self.tr("of 20"))
            self.band.setText(self.tr("Your score stands here"))
            self.next_change.setText(self.tr("Five criteria, up to 4 points each. It follows every pause."))
            self.gain.hide()
            self._version.setText("")
            for bar in self.bars.values():
                bar.hide()
            return
        score = card.overall
        colour = "warn" if is_low(score) else "accent"
        self.ring.set(score / MOST, str(score), self.tr("of 20"), colour=colour)
        self.band.setText(band_of(score))
        best = card.next_change
        self._show_next(best, score)
        for points in card.points:
            self._show_points(points, ask=best is not None and points.criterion != best.criterion)
        self._version.setText(self.tr("Scored by version {number} of the rubric").format(number=card.version))

    def _show_next(self, change: Points | None, score: int) -> None:
        if change is None:
            self.next_change.setText(self.tr("Every point of the rubric is here."))
            self.gain.hide()
            return
        self.next_change.setText(change.next_step)
        gain = min(change.gain, MOST - score)
        self.gain.setText(self.tr("{criterion}: up to %n more point(s)", "", gain).format(criterion=change.label))
        self.gain.show()

    def _show_points(self, points: Points, *, ask: bool) -> None:
        """Show why a criterion has its points, and what would bring the next one unless that stands above already."""
        bar = self.bars.get(points.criterion)
        if bar is None:
            bar = self.bars[points.criterion] = ScoreBar(points.label, points.score, EACH)
            self._criteria.addWidget(bar)
        bar.set(points.score, EACH, f"{points.reason} {points.next_step}".strip() if ask else points.reason)
        bar.show()


class WordingCard(Card):
    """One way to say it: ready to be added, or a pattern to be filled in."""

    added = Signal()
    another = Signal()
    pattern_asked = Signal()

    def __init__(self) -> None:
        super().__init__("inset", margins=(14, 10, 14, 12), spacing=6)
        self.title = Label("", "caption")
        self.words = Label("", "small", "text", wrap=True)
        self.gain = Label("", "caption", wrap=True)
        self.add_button = Button(self.tr("Add to bullet"), size="compact")
        self.fill_button = Button(self.tr("Fill it in"), size="compact")
        self.another_button = Button(self.tr("Another"), "quiet", icon="rotate-ccw", size="compact")
        acts = FlowBox(self.add_button, self.fill_button, self.another_button)
        for part in (self.title, self.words, self.gain, acts):
            self.add(part)
        self.add_button.clicked.connect(self.added)
        self.fill_button.clicked.connect(self.pattern_asked)
        self.another_button.clicked.connect(self.another)

    def show_wording(self, new: str, score: int, *, others: bool) -> None:
        """Show words to add, made of the user's own numbers."""
        self.title.setText(self.tr("One way to say it, with your own numbers"))
        self.words.setText(self.tr("“… {words}”").format(words=new))
        self.gain.setText(self.tr("Makes it {score} of 20").format(score=score))
        self._offer(ready=True, others=others)

    def show_pattern(self, sentence: str, *, others: bool) -> None:
        """Show a pattern with the user's numbers in it and blanks for the rest."""
        self.title.setText(self.tr("One way to say it, from the phrase bank"))
        self.words.setText(self.tr("“{sentence}”").format(sentence=sentence))
        self._offer(ready=False, others=others)

    def _offer(self, *, ready: bool, others: bool) -> None:
        self.gain.setVisible(ready)
        self.add_button.setVisible(ready)
        self.fill_button.setVisible(not ready)
        self.another_button.setVisible(others)
        self.show()
