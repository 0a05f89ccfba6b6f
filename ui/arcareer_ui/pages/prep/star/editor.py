"""The answer on show: what it shows about you, the question, and its four parts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.clock_ring import clock_text
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.text_section import TextSection

if TYPE_CHECKING:
    from arcareer.content.competency_models import Competency

RENAME, COPY, FLAGS, READY, DRAFT, JUDGE, REMOVE = "rename", "copy", "flags", "ready", "draft", "judge", "remove"
CORE = "core"
MOST_ASIDE = 3


class PartWords(NamedTuple):
    """What a part of an answer is called, what belongs there, and the questions that draw it out."""

    id: str
    letter: str
    title: str
    hint: str
    prompts: tuple[str, ...] = ()


class EditorCard(Card):
    """Holds the `sections`. `touched` carries the part being typed in, `left` comes when one was left.

    `question_asked` wants another question, `competencies_picked` carries all that are chosen, `named` a new name,
    `win_asked` and `versions_asked` show more, `acted` carries an act of the menu.
    """

    touched = Signal(str)
    left = Signal()
    question_asked = Signal()
    competencies_picked = Signal(object)
    named = Signal(str)
    win_asked = Signal()
    versions_asked = Signal()
    acted = Signal(str)

    def __init__(self, parts: Sequence[PartWords], competencies: Sequence[Competency]) -> None:
        super().__init__(margins=(22, 16, 22, 10), spacing=0)
        self._competencies = {one.id: one.label for one in competencies}
        self._others: tuple[str, ...] = ()
        self._chips_of: tuple[str, ...] | None = None
        self.chips = FlowBox()
        self.competencies_button = Button("", "link", checkable=True)
        self.question_button = Button(self.tr("Change question"), "link")
        self.menu = MenuButton(self.tr("More actions for this answer"), ())
        self.name = LineEdit(placeholder=self.tr("What you call it in the list"))
        self.name_field = Field(self.tr("Name of this answer"), self.name)
        self._choices = {one.id: Button(one.label, "chip", checkable=True) for one in competencies}
        self.choices = self._make_choices()
        self.question = Label("", "h2", wrap=True)
        self.sections = {
            part.id: TextSection(part.letter, part.title, part.hint, part.prompts[0] if part.prompts else "")
            for part in parts
        }
        self._prompts = {part.id: self._prompt_lines(part) for part in parts}
        self.win_button = Button(self.tr("See the win"), "link", icon="trophy")
        self.versions_button = Button(
            self.tr("Earlier versions"), "quiet", icon="history", size="compact", checkable=True
        )
        self._lay_out()
        self._connect()

    @property
    def texts(self) -> tuple[str, ...]:
        """Return what stands in the parts."""
        return tuple(section.text for section in self.sections.values())

    @property
    def part_in_hand(self) -> str:
        """Return the part that has the keyboard, or nothing."""
        return next((part for part, section in self.sections.items() if section.editor.hasFocus()), "")

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show stored parts."""
        for section, text in zip(self.sections.values(), texts, strict=True):
            section.set_text(text)
        self.show_prompts()

    def show_question(self, text: str, name: str) -> None:
        """Show the question the answer is for, and what the answer is called."""
        self.question.setText(text or self.tr("Which question does this answer?"))
        self.question.set_tone("" if text else "text3")
        self.question_button.set_label(self.tr("Change question") if text else self.tr("Choose a question"))
        if not self.name.hasFocus():
            self.name.set_text(name)

    def show_competencies(self, chosen: Sequence[str], suggested: Sequence[str] = ()) -> None:
        """Show what the answer shows about the user; suggestions stand first among the choices."""
        self._others = tuple(one for one in chosen if one not in self._choices)
        for key, button in self._choices.items():
            blocked = button.blockSignals(True)
            button.setChecked(key in chosen)
            button.set_icon("sparkle" if key in suggested and key not in chosen else "")
            button.blockSignals(blocked)
        if tuple(chosen) == self._chips_of:
            return
        self._chips_of = tuple(chosen)
        shown = [Chip(self._competencies.get(one, one)) for one in chosen[:MOST_ASIDE]]
        more = len(chosen) - len(shown)
        if more > 0:
            shown.append(Chip(self.tr("%n more", "", more)))
        label = self.tr("Change") if chosen else self.tr("What does it show about you?")
        self.competencies_button.set_label(label)
        self.competencies_button.setAccessibleName(self.tr("Change what this answer shows about you"))
        self.chips.set_widgets((*shown, self.competencies_button))

    def show_counts(self, words: Sequence[int], pace: int) -> None:
        """Say how long each part is, in words and aloud."""
        for section, count in zip(self.sections.values(), words, strict=True):
            spoken = clock_text(round(count * 60 / pace))
            said = self.tr("%n word(s)", "", count)
            section.set_count(self.tr("{words}, {time}").format(words=said, time=spoken) if count else "")
        self.show_prompts()

    def show_prompts(self) -> None:
        """Ask what helps to begin wherever nothing is written."""
        for part, lines in self._prompts.items():
            lines.setVisible(not self.sections[part].text.strip())

    def show_stored(self, *, is_stored: bool, has_win: bool) -> None:
        """Offer what can be done with an answer that is stored, or that is not begun yet."""
        for part in (self.menu, self.versions_button):
            part.setVisible(is_stored)
        self.win_button.setVisible(has_win)
        if not is_stored:
            self.name_field.hide()

    def set_acts(self, entries: Sequence[MenuEntry]) -> None:
        """Change the acts of the menu."""
        self.menu.set_entries(entries)

    def ask_name(self) -> None:
        """Let the user name the answer."""
        self.name_field.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def _make_choices(self) -> QWidget:
        part = QWidget()
        lines = column(part, margins=(0, 8, 0, 4), spacing=6)
        lines.addWidget(Label(self.tr("What it shows about you"), "label"))
        lines.addWidget(FlowBox(*self._choices.values()))
        part.hide()
        return part

    def _prompt_lines(self, part: PartWords) -> QWidget:
        lines = QWidget()
        held = column(lines, spacing=2)
        for prompt in part.prompts[1:]:
            held.addWidget(Label(prompt, "caption", wrap=True))
        self.sections[part.id].add(lines)
        return lines

    def _lay_out(self) -> None:
        top = row(spacing=8)
        top.addWidget(self.chips, 1)
        top.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.body.addWidget(self.choices)
        self.body.addWidget(self.name_field)
        self.body.addSpacing(8)
        asked = row(spacing=12)
        asked.addWidget(self.question, 1)
        asked.addWidget(self.question_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(asked)
        self.body.addSpacing(4)
        for at, section in enumerate(self.sections.values()):
            if at:
                self.body.addWidget(Rule())
            section.setContentsMargins(0, 12, 0, 14)
            self.body.addWidget(section)
        self.body.addStretch(1)
        foot = QWidget()
        line = row(foot, margins=(0, 0, 0, 4), spacing=8)
        line.addWidget(self.win_button)
        line.addStretch(1)
        line.addWidget(self.versions_button)
        self.body.addWidget(foot)
        self.name_field.hide()

    def _connect(self) -> None:
        for part, section in self.sections.items():
            section.edited.connect(partial(self.touched.emit, part))
            section.left.connect(self.left)
        self.competencies_button.toggled.connect(self.choices.setVisible)
        for button in self._choices.values():
            button.toggled.connect(self._pick)
        self.question_button.clicked.connect(self.question_asked)
        self.name.left.connect(lambda: self.named.emit(self.name.text()))
        self.name.returnPressed.connect(self._end_naming)
        self.win_button.clicked.connect(self.win_asked)
        self.versions_button.clicked.connect(self.versions_asked)
        self.menu.chosen.connect(self.acted)

    def _pick(self) -> None:
        chosen = tuple(key for key, button in self._choices.items() if button.isChecked())
        self.competencies_picked.emit((*chosen, *self._others))

    def _end_naming(self) -> None:
        self.named.emit(self.name.text())
        self.name_field.hide()
        next(iter(self.sections.values())).editor.setFocus(Qt.FocusReason.OtherFocusReason)
