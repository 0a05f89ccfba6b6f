"""The message on show: when to use it, its tone, its words with the blanks filled in, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from arcareer.domain.messages import MessageBlank, Tone
from arcareer.services.scripts import FilledMessage, ScriptEntry
from arcareer_ui.pages.scripts.emails.words import stage_words, tone_words
from arcareer_ui.pages.scripts.filling.tokens import tokens_of
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.widgets.token_text import TokenText

DUPLICATE, EDIT, RESET, REMOVE, SAVE, NOTE = "duplicate", "edit", "reset", "remove", "save", "note"


class MessageCard(Card):
    """One message. `tone_chosen` carries a tone's value, `acted` an act of the menu."""

    tone_chosen = Signal(str)
    copy_asked = Signal()
    subject_asked = Signal()
    mail_asked = Signal()
    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 18), spacing=12)
        self.stage = Chip("")
        self.own = Chip("", "info")
        self.count = Chip("")
        self.menu = MenuButton(self.tr("More actions for this script"), (), size="compact")
        self._title = Label("", "h2", wrap=True)
        self._use = Label("", "small", wrap=True)
        options = [(tone.value, tone_words(tone)) for tone in Tone]
        self.tone = Segment(self.tr("Tone"), options)
        self._only = Chip("", "line")
        self.subject = TokenText("strong")
        self.subject_button = IconButton("copy", self.tr("Copy the subject"), size="compact")
        self.text = TokenText("body")
        self.banner = Banner("", "", "warn", dismissible=True)
        self.copy_button = Button(self.tr("Copy e-mail"), "primary", icon="copy")
        self.mail_button = Button(self.tr("Open in mail program"), icon="mail")
        self.save_button = Button(self.tr("Save as .eml"), "quiet", icon="download", size="compact")
        self.note_button = Button(self.tr("Note in history"), "quiet", icon="history", size="compact")
        self._lay_out()
        self._connect()
        self.banner.hide()

    def show_script(self, entry: ScriptEntry, tones: Sequence[Tone], tone: Tone) -> None:
        """Show which message this is."""
        self._title.setText(entry.title)
        self._use.setText(entry.use_when)
        self._use.setVisible(bool(entry.use_when))
        self.stage.set(stage_words(entry.stage))
        mark = self.tr("Your own") if entry.is_own else self.tr("Changed by you") if entry.is_changed else ""
        self.own.set(mark, "info")
        self.own.setVisible(bool(mark))
        self.tone.set_offered([one.value for one in tones])
        self.tone.set_current(tone.value)
        self.tone.setVisible(len(tones) > 1)
        self._only.set(self.tr("{tone} tone").format(tone=tone_words(tone)), "line")
        self._only.setVisible(len(tones) == 1 and not entry.is_own)
        self.menu.set_entries(self._entries(entry))

    def show_message(self, message: FilledMessage) -> None:
        """Show the words as far as their blanks are filled."""
        self.subject.set_tokens(tokens_of(message.subject_pieces, message.blanks))
        self.text.set_tokens(tokens_of(message.text_pieces, message.blanks))
        left = len(message.left)
        if left:
            self.count.set(self.tr("%n blank(s) left", "", left), "warn", "circle-dashed")
        else:
            self.count.set(self.tr("Nothing left to fill in"), "accent", "circle-check")
        self.count.setVisible(bool(message.blanks))

    def show_customer(self, name: str) -> None:
        """Let the message be noted for a customer; empty for nobody."""
        self.note_button.setVisible(bool(name))
        self.note_button.setAccessibleDescription(name)

    def warn_of(self, left: Sequence[MessageBlank]) -> None:
        """Say which blanks went out open; nothing takes it back."""
        self.banner.setVisible(bool(left))
        if left:
            names = ", ".join(blank.label.lower() for blank in left)
            title = self.tr("%n blank(s) left: {names}", "", len(left)).format(names=names)
            self.banner.set_words(title, self.tr("It is copied all the same. The blanks stand in square brackets."))

    def _entries(self, entry: ScriptEntry) -> list[MenuEntry]:
        entries = [
            MenuEntry(EDIT, self.tr("Edit the words"), "pencil"),
            MenuEntry(DUPLICATE, self.tr("Make a copy of my own"), "copy"),
        ]
        if entry.is_changed:
            entries.append(MenuEntry(RESET, self.tr("Back to the first words"), "rotate-ccw"))
        if entry.is_own:
            entries.append(MenuEntry(REMOVE, self.tr("Remove this script"), "trash-2"))
        return entries

    def _lay_out(self) -> None:
        top = row(spacing=8)
        top.addWidget(FlowBox(self.stage, self.own, self._only), 1)
        top.addWidget(self.menu)
        self.body.addLayout(top)
        words = column(spacing=2)
        words.addWidget(self._title)
        words.addWidget(self._use)
        self.body.addLayout(words)
        self.add(FlowBox(self.tone, self.count))
        self.add(FlowBox(self.copy_button, self.mail_button, self.save_button, self.note_button))
        self.add(self.banner)
        self.add(Rule())
        line = row(spacing=8)
        line.addWidget(self.subject, 1)
        line.addWidget(self.subject_button)
        self.body.addLayout(line)
        self.add(self.text)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.tone.chosen.connect(self.tone_chosen)
        self.copy_button.clicked.connect(self.copy_asked)
        self.subject_button.clicked.connect(self.subject_asked)
        self.mail_button.clicked.connect(self.mail_asked)
        self.save_button.clicked.connect(lambda: self.acted.emit(SAVE))
        self.note_button.clicked.connect(lambda: self.acted.emit(NOTE))
        self.menu.chosen.connect(self.acted)
