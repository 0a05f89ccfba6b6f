"""How fast answers are said, what the writing checks look for, and what was set aside in a text."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.settings.preferences import FASTEST_PACE, SLOWEST_PACE, Preferences
from arcareer.settings.store import PreferencesStore
from arcareer_ui.acts import Acts
from arcareer_ui.pages.settings.tab_body import TabBody
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.styling import Tone
from arcareer_ui.widgets.switch import Switch
from arcareer_ui.widgets.tab_order import follow_layout
from arcareer_ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from arcareer.services.writing_checks import Ignored, RuleChoice, WritingCheckService

USUAL_PACE = Preferences().speaking_pace
PACES = range(SLOWEST_PACE, FASTEST_PACE + 1, 10)
SEVERITIES: dict[str, tuple[str, Tone, str]] = {
    "must fix": (QT_TRANSLATE_NOOP("Severity", "Must fix"), "danger", "shield-alert"),
    "weakens": (QT_TRANSLATE_NOOP("Severity", "Weakens it"), "warn", "triangle-alert"),
    "sharper": (QT_TRANSLATE_NOOP("Severity", "Could be sharper"), "info", "pencil"),
}


class WritingTab(QWidget):
    """The pace, rules on and off, and what is left alone. `told` says what can be undone."""

    told = Signal(str)

    def __init__(self, checks: WritingCheckService, preferences: PreferencesStore, acts: Acts) -> None:
        super().__init__()
        self._checks, self._preferences, self._acts = checks, preferences, acts
        self._shown: tuple[Ignored, ...] | None = None
        self.switches: dict[str, Switch] = {}
        self.nothing = Label(
            self.tr("Nothing so far. “Ignore here” and “Never for” beside a finding put it on this list."),
            "small",
            wrap=True,
        )
        self._left_alone = Card(spacing=8)
        self._left_alone.add_heading(self.tr("Left alone"))
        self._left_alone.add(self.nothing)
        self._rows = column(spacing=8)
        self._left_alone.add(self._rows)
        self.pace = Combo(self.tr("Words a minute"))
        self.pace.chosen.connect(lambda pace: self._prefer(speaking_pace=int(pace)))
        body = TabBody()
        body.add(self._make_pace())
        body.add(self._left_alone)
        body.add(self._make_rules())
        column(self).addWidget(body)
        self.refresh()
        self.follow(preferences.current)

    def follow(self, preferences: Preferences) -> None:
        """Show preferences that were changed here or elsewhere."""
        paces = sorted({*PACES, preferences.speaking_pace})
        self.pace.set_options([(str(pace), self._pace_words(pace)) for pace in paces], str(preferences.speaking_pace))

    def refresh(self) -> None:
        """Show what is switched off now."""
        off = set(self._checks.current().rules_off)
        for code, switch in self.switches.items():
            blocked = switch.blockSignals(True)
            switch.setChecked(code not in off)
            switch.blockSignals(blocked)
        listed = tuple(one for one in self._checks.ignored() if one.words)
        if listed != self._shown:
            self._shown = listed
            self._show_ignored(listed)

    def _make_pace(self) -> Card:
        card = Card(spacing=8)
        card.add_heading(self.tr("Speaking pace"))
        text = self.tr("How long an answer takes is counted with it. Most people say 120 to 140 words a minute.")
        card.add(Label(text, "small", wrap=True))
        line = row()
        line.addWidget(Field(self.tr("Words a minute"), self.pace))
        line.addStretch(1)
        card.add(line)
        return card

    def _pace_words(self, pace: int) -> str:
        if pace == SLOWEST_PACE:
            return self.tr("{pace}, slow").format(pace=pace)
        if pace == FASTEST_PACE:
            return self.tr("{pace}, fast").format(pace=pace)
        return self.tr("{pace}, usual").format(pace=pace) if pace == USUAL_PACE else str(pace)

    def _prefer(self, **changes: object) -> None:
        self._acts.settle(partial(self._preferences.update, **changes))

    def _make_rules(self) -> Card:
        card = Card(spacing=6)
        card.add_heading(self.tr("What is looked for"))
        card.add(Label(self.tr("A rule that is off says nothing in any text."), "small", wrap=True))
        for label, rules in groupby(self._checks.rules(), key=lambda rule: rule.label):
            card.add(Rule())
            card.add(Label(label, "label"))
            for rule in rules:
                card.add(self._make_rule(rule))
        return card

    def _make_rule(self, rule: RuleChoice) -> QWidget:
        part = QWidget()
        line = row(part, spacing=12)
        switch = Switch(self.tr("{label}: {title}").format(label=rule.label, title=rule.title), on=rule.is_on)
        switch.toggled.connect(partial(self._turn, rule.code))
        self.switches[rule.code] = switch
        words, tone, icon = SEVERITIES[rule.severity]
        line.addWidget(Label(rule.title, "small", "text", wrap=True), 1)
        line.addWidget(Chip(QCoreApplication.translate("Severity", words), tone, icon))
        line.addWidget(switch)
        return part

    def _turn(self, code: str, on: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        if on:
            self._acts.do(partial(self._checks.turn_rule_on, code), self.tr("Turn rule on"))
        else:
            self._acts.do(partial(self._checks.turn_rule_off, code), self.tr("Turn rule off"))
        self.refresh()

    def _show_ignored(self, listed: tuple[Ignored, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.nothing.setVisible(not listed)
        for one in listed:
            self._rows.addWidget(self._make_ignored(one))
        follow_layout(self)

    def _make_ignored(self, one: Ignored) -> QWidget:
        part = QWidget()
        line = row(part, spacing=12)
        words = column(spacing=0)
        quoted = self.tr("“{words}”").format(words=one.words)
        words.addWidget(Label(quoted, "small", "text", wrap=True))
        everywhere = one.how.value == "phrase"
        where = self.tr("{title}, in every text") if everywhere else self.tr("{title}, in one text")
        words.addWidget(Label(where.format(title=one.title), "caption", wrap=True))
        line.addLayout(words, 1)
        name = self.tr("Flag {words} again").format(words=quoted)
        again = Button(self.tr("Flag it again"), "link", name=name)
        again.clicked.connect(partial(self._listen, one))
        line.addWidget(again, 0, Qt.AlignmentFlag.AlignVCenter)
        return part

    def _listen(self, one: Ignored) -> None:
        at = self._shown.index(one) if self._shown is not None and one in self._shown else 0
        if self._acts.do(partial(self._checks.listen_again, one), self.tr("Flag it again")):
            self.refresh()
            self._focus_row(at)
            self.told.emit(self.tr("“{words}” is flagged again").format(words=one.words))

    def _focus_row(self, at: int) -> None:
        """Let the keyboard go on with the next of the list, or with the first rule."""
        item = self._rows.itemAt(min(at, self._rows.count() - 1)) if self._rows.count() else None
        part = item.widget() if item is not None else None
        button = part.findChild(Button) if part is not None else None
        target = button or next(iter(self.switches.values()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
