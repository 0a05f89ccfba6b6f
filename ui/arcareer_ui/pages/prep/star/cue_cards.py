"""Cue words of each part: what to glance at while saying it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.prep.star.editor import PartWords
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid

MIN_WIDTH = 128


class CueCard(Card):
    """One part: letter, time, and its cue words, to be read or to be changed."""

    def __init__(self, part: PartWords) -> None:
        super().__init__("inset", margins=(14, 11, 14, 11), spacing=3)
        self.part = part
        self._letter = Label(part.letter, "strong")
        self._time = Label("", "caption", tabular=True)
        self._done = Icon("check", "accent", 15)
        self._words = Label("", "small", wrap=True)
        self.editor = GrowText(self.tr("Cue words for {part}").format(part=part.title), role="small", one_line=True)
        head = row(spacing=6)
        head.addWidget(self._letter)
        head.addStretch(1)
        head.addWidget(self._time)
        head.addWidget(self._done)
        self.add(head)
        self.add(self._words)
        self.add(self.editor)
        self.body.addStretch(1)
        self.set_editing(False)
        self.show_state(now=False, done=False, time="")

    @property
    def words(self) -> str:
        """Return the cue words shown."""
        return self._words.text()

    def show_words(self, words: str) -> None:
        """Show other cue words."""
        self._words.setText(words)
        self.editor.set_text(words)

    def show_state(self, *, now: bool, done: bool, time: str) -> None:
        """Mark the part that is on, or behind; `time` stands in the corner."""
        self.set_tone("accent" if now else "inset")
        for label in (self._letter, self._words):
            label.set_tone("on_accent_soft" if now else "")
        self._time.setText(time)
        self._time.set_tone("on_accent_soft" if now else "")
        self._done.setVisible(done)
        parts = [self.part.title, time, self.tr("now") if now else self.tr("done") if done else ""]
        self.setAccessibleName(", ".join(part for part in parts if part))

    def set_editing(self, editing: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Let the words be changed, or be read."""
        self.editor.setVisible(editing)
        self._words.setVisible(not editing)


class CueCards(QWidget):
    """The parts side by side. `changed` carries the index of a part and its new cue words."""

    changed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = AutoGrid((), MIN_WIDTH, 10)
        self.cards: tuple[CueCard, ...] = ()
        row(self).addWidget(self._grid)

    def show_parts(self, parts: Sequence[PartWords], cues: Sequence[str]) -> None:
        """Show these parts with their cue words."""
        if tuple(card.part for card in self.cards) != tuple(parts):
            self.cards = tuple(CueCard(part) for part in parts)
            self._grid.set_widgets(self.cards)
            for at, card in enumerate(self.cards):
                card.editor.left.connect(partial(self._tell, at))
        for card, words in zip(self.cards, cues, strict=True):
            card.show_words(words)

    def set_editing(self, editing: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Let all cue words be changed, or be read."""
        for card in self.cards:
            card.set_editing(editing)

    def _tell(self, at: int) -> None:
        card = self.cards[at]
        words = " ".join(card.editor.text.split())
        if card.editor.isVisible() and words != card.words:
            self.changed.emit(at, words)
