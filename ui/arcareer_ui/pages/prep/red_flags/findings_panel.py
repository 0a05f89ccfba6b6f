"""The findings of a text in the order of the text: a count, steps, cards, and what is strong at the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from arcareer_ui.commands import native_keys
from arcareer_ui.pages.prep.red_flags.finding_card import FindingCard
from arcareer_ui.pages.prep.red_flags.looks import HINT, Key, kind_of, praise_of
from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer.prose.finding import Finding
    from arcareer.prose.rule import Rule
    from arcareer.prose.strengths import Strength

MOST_SHOWN = 7


class FindingsPanel(QWidget):
    """Cards of findings. `chosen` carries the key of the one to look at, `acted` a key and an act.

    `example_asked` wants the example; `counted` carries a new count in words, for screen readers.
    """

    chosen = Signal(object)
    acted = Signal(object, str)
    stepped = Signal(int)
    example_asked = Signal()
    counted = Signal(str)

    def __init__(self, rule_of: Callable[[str], Rule | None]) -> None:
        super().__init__()
        self._rule_of = rule_of
        self._findings: Mapping[Key, Finding] = {}
        self._cards: dict[Key, FindingCard] = {}  # of the findings on show
        self._shows_all = False
        self.active: Key | None = None
        self.count = Label("", "h2")
        self.previous_button = IconButton("chevron-up", self.tr("Previous finding"), shortcut=native_keys("Shift+F8"))
        self.next_button = IconButton("chevron-down", self.tr("Next finding"), shortcut=native_keys("F8"))
        self.more_button = Button("", "quiet", icon="chevron-down")
        self.praise = _Praise()
        self.example_button = Button(self.tr("Try the example"), icon="lightbulb")
        self.empty = EmptyState(
            "scan-text",
            self.tr("Paste a paragraph"),
            self.tr("Seven things make a reader hesitate. They are marked here, each with the question that mends it."),
            action=self.example_button,
        )
        self.clear = EmptyState(
            "circle-check", self.tr("Nothing to flag"), self.tr("It reads as yours."), tone="accent"
        )
        self._place: QVBoxLayout = column(spacing=10)
        self._lay_out()
        self.show_nothing()

    @property
    def cards(self) -> tuple[FindingCard, ...]:
        """Return the cards on show, in order."""
        return tuple(self._cards[key] for key in self._shown())

    @property
    def order(self) -> tuple[Key, ...]:
        """Return the keys of all findings in order."""
        return tuple(self._findings)

    @property
    def active_card(self) -> FindingCard | None:
        """Return the opened card."""
        return self._cards.get(self.active) if self.active is not None else None

    def show_nothing(self) -> None:
        """Say what to do while there is no text."""
        self._set({}, ())
        self._arrange(is_empty=True)

    def show_reading(self) -> None:
        """Say that the text is being read, where nothing is known of it yet."""
        if not self.empty.isHidden():
            self.empty.hide()
            self.count.setText(self.tr("Reading your text…"))

    def show_findings(self, findings: Mapping[Key, Finding], strengths: Sequence[Strength]) -> None:
        """Show what was found; cards that stay are left as they are."""
        self._set(findings, strengths)
        self._arrange(is_empty=False)

    def drop(self, keys: Sequence[Key]) -> None:
        """Remove findings whose words were changed."""
        gone = set(keys) & set(self._findings)
        if gone:
            kept = {key: finding for key, finding in self._findings.items() if key not in gone}
            self._set(kept, self.praise.strengths)
            self._arrange(is_empty=False, is_settled=False)

    def set_active(self, key: Key | None) -> None:
        """Open one card, and no other; it is brought on show where it was left out."""
        self.active = key
        if key in self._findings and key not in self._shown():
            self._show_all()
        for other, card in self._cards.items():
            card.set_open(other == key)
        if self.active_card is not None:
            follow_layout(self)
            self.list.reveal(self.active_card)

    def _lay_out(self) -> None:
        layout = column(self, spacing=6)
        heading = row(margins=(0, 0, GUTTER, 0), spacing=8)
        heading.addWidget(self.count)
        heading.addStretch(1)
        heading.addWidget(self.previous_button)
        heading.addWidget(self.next_button)
        layout.addLayout(heading)
        body = QWidget()
        parts = column(body, margins=(0, 0, 0, 20), spacing=10)
        parts.addLayout(self._place)
        for part in (self.more_button, self.clear, self.empty, self.praise):
            parts.addWidget(part)
        parts.addStretch(1)
        self.list = Scroll(body)
        layout.addWidget(self.list, 1)
        self.previous_button.clicked.connect(lambda: self.stepped.emit(-1))
        self.next_button.clicked.connect(lambda: self.stepped.emit(1))
        self.more_button.clicked.connect(self._show_all)
        self.example_button.clicked.connect(self.example_asked)

    def _shown(self) -> tuple[Key, ...]:
        """Return the keys of the findings that have a card now."""
        return self.order if self._shows_all else self.order[:MOST_SHOWN]

    def _set(self, findings: Mapping[Key, Finding], strengths: Sequence[Strength]) -> None:
        self._findings = dict(findings)
        self._shows_all = self._shows_all and len(findings) > MOST_SHOWN
        self._deal()
        self.praise.show_strengths(strengths)

    def _deal(self) -> None:
        """Give every finding on show its card; a card that stays is left as it is."""
        shown = self._shown()
        for key in set(self._cards) - set(shown):
            card = self._cards.pop(key)
            self._place.removeWidget(card)
            card.hide()
            card.deleteLater()
        for at, key in enumerate(shown):
            if key not in self._cards:
                self._cards[key] = self._make_card(key, self._findings[key])
            self._cards[key].finding = self._findings[key]
            self._place.insertWidget(at, self._cards[key])

    def _make_card(self, key: Key, finding: Finding) -> FindingCard:
        card = FindingCard(key, finding, self._rule_of(finding.code))
        card.chosen.connect(lambda: self.chosen.emit(key))
        card.acted.connect(lambda act: self.acted.emit(key, act))
        return card

    def _arrange(self, *, is_empty: bool, is_settled: bool = True) -> None:
        left = len(self._findings) - len(self._shown())
        self.more_button.setVisible(left > 0)
        self.more_button.set_label(self.tr("Show %n more", "", left) if left > 0 else "")
        text = "" if is_empty else self._counted()
        if text != self.count.text():
            self.count.setText(text)
            if not is_empty and is_settled:
                self.counted.emit(text or self.clear.title)
        self.empty.setVisible(is_empty)
        self.clear.setVisible(not is_empty and not self._findings and is_settled)
        for button in (self.previous_button, self.next_button):
            button.setVisible(bool(self._findings))
        if self.active not in self._findings:
            self.active = None
        follow_layout(self)

    def _counted(self) -> str:
        """Return how much there is to look at, in words; hints count only where there is nothing else."""
        kinds = [kind_of(finding) for finding in self._findings.values()]
        flags = len(kinds) - kinds.count(HINT)
        if flags:
            return self.tr("%n to look at", "", flags)
        return self.tr("%n hint(s)", "", len(kinds)) if kinds else ""

    def _show_all(self) -> None:
        self._shows_all = True
        self._deal()
        self._arrange(is_empty=False)


class _Praise(Card):
    """What is strong in the text, and worth keeping."""

    def __init__(self) -> None:
        super().__init__("accent", margins=(16, 12, 16, 12), spacing=10, horizontal=True)
        self.strengths: Sequence[Strength] = ()
        self.add(Icon("circle-check", "on_accent_soft", 18))
        self.words = Label("", "small", "on_accent_soft", wrap=True)
        self.body.addWidget(self.words, 1)

    def show_strengths(self, strengths: Sequence[Strength]) -> None:
        """Name the strong phrases; nothing is shown for none."""
        self.strengths = strengths
        self.setVisible(bool(strengths))
        if strengths:
            self.words.setText(praise_of(strengths))
