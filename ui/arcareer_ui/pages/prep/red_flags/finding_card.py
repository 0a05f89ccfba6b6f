"""One finding as a card: a line, or opened with its reason, the question that repairs it and what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from arcareer_ui.commands import native_keys
from arcareer_ui.pages.prep.red_flags.looks import Key, look_of, quoted, words_of
from arcareer_ui.pages.prep.red_flags.looks import kind_of as kind
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, RowButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.menu_button import MenuEntry, WordMenuButton
from arcareer_ui.widgets.rule import Rule as Hairline

if TYPE_CHECKING:
    from arcareer.prose.finding import Finding
    from arcareer.prose.rule import Rule

USE, IGNORE, PHRASE, RULE, MORE, ALL_RULES = "use", "ignore", "phrase", "rule", "more", "all-rules"
EXAMPLES = 3


class FindingCard(Card):
    """`chosen` when the card is to be opened; `acted` carries one of USE, IGNORE, PHRASE, RULE, ALL_RULES."""

    chosen = Signal()
    acted = Signal(str)

    def __init__(self, key: Key, finding: Finding, rule: Rule | None) -> None:
        super().__init__(margins=(5, 5, 5, 5), spacing=0)
        self.key, self.finding, self._rule = key, finding, rule
        look = look_of(finding)
        title = rule.label if rule is not None else finding.title
        self.head = RowButton(f"{title}, {words_of(kind(finding))}: {quoted(finding.words)}. {finding.title}")
        line = row(self.head, margins=(11, 8, 11, 8), spacing=8)
        line.addWidget(Icon(look.icon, look.colour, 18))
        name = Label(title, "strong")
        line.addWidget(name)
        line.addSpacing(8)
        self._quote = ElideLabel(quoted(finding.words), "caption", look.colour)
        self._quote.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._quote, 1)
        self.add(self.head)
        self._details: FindingDetails | None = None
        self.head.clicked.connect(self.chosen)

    @property
    def is_open(self) -> bool:
        """Return whether the card shows more than its line."""
        return self._details is not None and not self._details.isHidden()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return what the keyboard goes through in an open card."""
        return self._details.stops if self._details is not None and self.is_open else ()

    def set_open(self, opened: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Show reason, question and acts, or the line only."""
        if opened and self._details is None:
            self._details = FindingDetails(self.finding, self._rule)
            self._details.acted.connect(self._act)
            self.add(self._details)
        if self._details is not None:
            self._details.setVisible(opened)
        self.set_chosen(opened)
        self.head.setAccessibleDescription(self.tr("Open") if opened else "")

    @property
    def details(self) -> FindingDetails | None:
        """Return the opened part, once it was opened."""
        return self._details

    def _act(self, act: str) -> None:
        if act == MORE and self._details is not None:
            self._details.toggle_rule()
        else:
            self.acted.emit(act)


class FindingDetails(QWidget):
    """The opened part of a card. `acted` carries an act."""

    acted = Signal(str)

    def __init__(self, finding: Finding, rule: Rule | None) -> None:
        super().__init__()
        self._rule = rule
        self._page: QWidget | None = None
        self._layout = column(self, margins=(11, 2, 11, 8), spacing=8)
        if rule is not None and finding.title != rule.label:
            self._layout.addWidget(Label(finding.title, "small", "text", wrap=True))
        self._layout.addWidget(Label(finding.why, "small", wrap=True))
        self._layout.addWidget(_inset(self.tr("Ask yourself"), finding.question))
        self.use_button: Button | None = None
        if finding.fix is not None:
            self._layout.addWidget(_inset(self.tr("Try"), finding.fix.replacement))
            self.use_button = Button(self.tr("Use this"), "primary", size="compact", tip=native_keys("Ctrl+."))
            self.use_button.clicked.connect(partial(self.acted.emit, USE))
        self.ignore_button = Button(self.tr("Ignore here"), "quiet", size="compact", tip=native_keys("Alt+I"))
        self.ignore_button.clicked.connect(partial(self.acted.emit, IGNORE))
        self.rule_button = WordMenuButton(self.tr("Rule"), self._entries(finding), size="compact")
        self.rule_button.setAccessibleName(self.tr("Rule: {title}").format(title=finding.title))
        self.rule_button.chosen.connect(self.acted)
        self._layout.addLayout(self._make_acts())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return the buttons in reading order."""
        use = (self.use_button,) if self.use_button is not None else ()
        return (*use, self.ignore_button, self.rule_button)

    @property
    def shows_rule(self) -> bool:
        """Return whether the rule is explained."""
        return self._page is not None and not self._page.isHidden()

    def toggle_rule(self) -> None:
        """Show what the rule is about, with examples of both kinds, or hide it again."""
        if self._page is None and self._rule is not None:
            self._page = _rule_page(self._rule, self.tr("Found in"), self.tr("Fine as it is"))
            self._layout.addWidget(self._page)
        elif self._page is not None:
            self._page.setVisible(self._page.isHidden())

    def _make_acts(self) -> QHBoxLayout:
        line = row(spacing=8)
        if self.use_button is not None:
            line.addWidget(self.use_button)
        line.addWidget(self.ignore_button)
        line.addStretch(1)
        line.addWidget(self.rule_button)
        return line

    def _entries(self, finding: Finding) -> tuple[MenuEntry, ...]:
        never = self.tr("Never for {words}").format(words=quoted(finding.words, 32))
        return (
            MenuEntry(PHRASE, never, "eye-off"),
            MenuEntry(RULE, self.tr("Turn this rule off"), "x"),
            MenuEntry(MORE, self.tr("Read more about this rule"), "book-open"),
            MenuEntry(ALL_RULES, self.tr("All rules, and what is left alone"), "settings"),
        )


def _inset(title: str, text: str) -> Card:
    card = Card("inset", margins=(12, 8, 12, 9), spacing=2)
    card.add(Label(title, "caption"))
    card.add(Label(text, "small", "text", wrap=True))
    return card


def _rule_page(rule: Rule, found: str, fine: str) -> QWidget:
    page = Card("flat", margins=(0, 4, 0, 0), spacing=4)
    page.add(Hairline())
    page.add(Label(f"{rule.code} {rule.name.replace('-', ' ')}", "caption"))
    for title, icon, colour, examples in (
        (found, "triangle-alert", "warn", rule.bad),
        (fine, "circle-check", "accent", rule.good),
    ):
        page.add(Label(title, "label"))
        for example in examples[:EXAMPLES]:
            line = row(spacing=8)
            line.addWidget(Icon(icon, colour, 14), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(example, "small", wrap=True), 1)
            page.add(line)
    return page
