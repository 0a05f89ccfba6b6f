"""A message that goes with something else, such as a call: its words, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from arcareer.domain.messages import MessageBlank
from arcareer.services.scripts import FilledMessage
from arcareer_ui.pages.scripts.filling.tokens import tokens_of
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.token_text import TokenText


class RecapCard(Card):
    """Subject and text with the blanks filled in, and the buttons."""

    copy_asked = Signal()
    subject_asked = Signal()
    mail_asked = Signal()
    save_asked = Signal()
    note_asked = Signal()

    def __init__(self, title: str, copy_words: str, *, primary: bool = False, note_words: str = "") -> None:
        super().__init__(margins=(22, 16, 22, 18), spacing=12)
        self.add_heading(title)
        self.subject = TokenText("strong")
        self.subject_button = IconButton("copy", self.tr("Copy the subject"), size="compact")
        self.text = TokenText("body")
        self.banner = Banner("", "", "warn", dismissible=True)
        self.copy_button = Button(copy_words, "primary" if primary else "secondary", icon="copy")
        self.mail_button = Button(self.tr("Open in mail program"), "quiet", icon="mail")
        self.save_button = Button(self.tr("Save as .eml"), "quiet", icon="download")
        self.note_button = Button(note_words or self.tr("Note in history"), "quiet", icon="history")
        line = row(spacing=8)
        line.addWidget(self.subject, 1)
        line.addWidget(self.subject_button)
        self.body.addLayout(line)
        self.add(self.text)
        self.add(self.banner)
        self.add(FlowBox(self.copy_button, self.mail_button, self.save_button, self.note_button))
        self.banner.hide()
        self.copy_button.clicked.connect(self.copy_asked)
        self.subject_button.clicked.connect(self.subject_asked)
        self.mail_button.clicked.connect(self.mail_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.note_button.clicked.connect(self.note_asked)

    def show_message(self, message: FilledMessage) -> None:
        """Show the words as far as their blanks are filled."""
        self.subject.set_tokens(tokens_of(message.subject_pieces, message.blanks))
        self.text.set_tokens(tokens_of(message.text_pieces, message.blanks))

    def show_customer(self, name: str) -> None:
        """Let it be noted for a customer; empty for nobody."""
        self.note_button.setVisible(bool(name))
        self.note_button.setAccessibleDescription(name)

    def warn_of(self, left: Sequence[MessageBlank]) -> None:
        """Say which blanks went out open; nothing takes it back."""
        self.banner.setVisible(bool(left))
        if left:
            names = ", ".join(blank.label.lower() for blank in left)
            title = self.tr("%n blank(s) left: {names}", "", len(left)).format(names=names)
            self.banner.set_words(title, self.tr("It is copied all the same. The blanks stand in square brackets."))
