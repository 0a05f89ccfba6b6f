"""A phrase of the user's own, being written: the sentence, what it stands for, its theme, and blanks to put in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QTextCursor

from arcareer.content.models import Theme
from arcareer.domain.phrases import BlankKind, OwnPhrase
from arcareer_ui.pages.scripts.phrase_bank.phrase_card import KIND_WORDS
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox

NO_THEME = ""


class OwnForm(Card):
    """`touched` carries the field being typed in, `left` comes when one was left, `theme_picked` carries a theme."""

    touched = Signal(str)
    left = Signal()
    theme_picked = Signal(str)
    closed = Signal()

    def __init__(self, themes: Sequence[Theme]) -> None:
        super().__init__("inset", margins=(18, 12, 18, 16), spacing=12)
        self.close_button = IconButton("x", self.tr("Close the form"), size="compact")
        self.add_heading(self.tr("Your own phrase"), self.close_button)
        self.say = GrowText(lines=2, one_line=True)
        self.instead_of = GrowText(one_line=True)
        self.theme = Combo(
            self.tr("Theme"), [(NO_THEME, self.tr("No theme")), *((theme.id, theme.label) for theme in themes)]
        )
        hint = self.tr("A blank stands in braces, for example {money:amount collected}. The words in it are yours.")
        self._say_field = Field(self.tr("Say"), self.say, hint)
        self.blanks: dict[BlankKind, Button] = {}
        for kind in BlankKind:
            words = QCoreApplication.translate("PhraseBlank", KIND_WORDS[kind])
            name = self.tr("Put in a blank: {kind}").format(kind=words)
            self.blanks[kind] = Button(words, "chip", icon="plus", name=name)
            self.blanks[kind].clicked.connect(partial(self._put_blank, kind))
        self.add(self._say_field)
        self.add(Label(self.tr("Put in a blank"), "caption"))
        self.add(FlowBox(*self.blanks.values()))
        self.add(Field(self.tr("Instead of"), self.instead_of))
        self.add(Field(self.tr("Theme"), self.theme))
        for name, editor in (("say", self.say), ("instead_of", self.instead_of)):
            editor.edited.connect(partial(self.touched.emit, name))
            editor.left.connect(self.left)
        self.say.edited.connect(self._say_field.clear_message)
        self.theme.chosen.connect(self.theme_picked)
        self.close_button.clicked.connect(self.closed)

    def show_phrase(self, phrase: OwnPhrase) -> None:
        """Show a stored phrase."""
        self.say.set_text(phrase.say)
        self.instead_of.set_text(phrase.instead_of)
        if self.theme.findData(phrase.theme) < 0:
            self.theme.addItem(phrase.theme, phrase.theme)  # one that is not offered any more
        self.theme.set_current(phrase.theme)
        self._say_field.clear_message()

    def typed(self, phrase: OwnPhrase) -> Mapping[str, Any]:
        """Return the typed fields; a sentence that is empty for the moment keeps its last words."""
        return {"say": self.say.text if self.say.text.strip() else phrase.say, "instead_of": self.instead_of.text}

    def show_problem(self, _field: str, text: str) -> None:
        """Say why the phrase cannot be kept."""
        self._say_field.show_problem(text)

    def start(self) -> None:
        """Let the user write the sentence, in place of the words it has."""
        self.say.selectAll()
        self.say.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_blank(self, kind: BlankKind) -> None:
        """Put a blank at the caret, its words selected so that they can be typed at once."""
        words = QCoreApplication.translate("PhraseBlank", KIND_WORDS[kind]).lower()
        cursor = self.say.textCursor()
        cursor.insertText(f"{{{kind.value}:{words}}}")
        end = cursor.position() - 1
        cursor.setPosition(end)
        cursor.setPosition(end - len(words), QTextCursor.MoveMode.KeepAnchor)
        self.say.setTextCursor(cursor)
        self.say.setFocus(Qt.FocusReason.OtherFocusReason)
