"""The way from something that worked to a win: the user says what they did, the rest is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.changes import Edit, EditGroup
from arcareer.domain.journal import Win, WinDraft
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox

if TYPE_CHECKING:
    from arcareer.services.journal import JournalService


class WinCard(Card):
    """Offers the win: `saved` carries what the user did. Where there is a win already, `opened` asks for it."""

    saved = Signal(str)
    opened = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__("accent", margins=(16, 12, 16, 14), spacing=10, horizontal=True)
        self.body.addWidget(Icon("sparkle", "on_accent_soft", 18), 0, Qt.AlignmentFlag.AlignTop)
        lines = column(spacing=6)
        self._title = Label("", "strong", wrap=True)
        self._text = Label("", "small", wrap=True)
        self.did = GrowText(self.tr("What I did"), placeholder)
        self._form = QWidget()
        column(self._form, margins=(0, 6, 0, 0)).addWidget(Field(self.tr("What I did"), self.did))
        self.draft_button = Button(self.tr("Draft the win"), size="compact")
        self.save_button = Button(self.tr("Save win"), size="compact", icon="check")
        self.back_button = Button(self.tr("Back"), "quiet", size="compact")
        self.open_button = Button(self.tr("Open the win"), size="compact", icon="trophy")
        lines.addWidget(self._title)
        lines.addWidget(self._text)
        lines.addWidget(self._form)
        lines.addWidget(FlowBox(self.draft_button, self.save_button, self.back_button, self.open_button))
        self.body.addLayout(lines, 1)
        self.draft_button.clicked.connect(lambda: self._unfold(unfolded=True))
        self.back_button.clicked.connect(lambda: self._unfold(unfolded=False))
        self.save_button.clicked.connect(lambda: self.saved.emit(self.did.text.strip()))
        self.open_button.clicked.connect(self.opened)
        self._unfold(unfolded=False)

    def offer(self, title: str, text: str) -> None:
        """Offer the win in these words."""
        self._show(title, text, is_win=False)

    def show_win(self, headline: str) -> None:
        """Say which win came of it."""
        self._show(self.tr("This became a win"), headline, is_win=True)

    def fold(self) -> None:
        """Put the form away and empty it: another subject is on show, or the win is saved."""
        self.did.set_text("")
        self._unfold(unfolded=False)

    def _show(self, title: str, text: str, *, is_win: bool) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.open_button.setVisible(is_win)
        if is_win:
            self.fold()
        self.draft_button.setVisible(not is_win and self._form.isHidden())

    def _unfold(self, *, unfolded: bool) -> None:
        self._form.setVisible(unfolded)
        self.save_button.setVisible(unfolded)
        self.back_button.setVisible(unfolded)
        self.draft_button.setVisible(not unfolded)
        if unfolded:
            self.did.setFocus(Qt.FocusReason.OtherFocusReason)


def log_and_link(journal: JournalService, draft: WinDraft, link: Callable[[UUID], Edit]) -> EditGroup:
    """Log a win and note where it came from, in one change."""
    logged = journal.log_win(draft)
    return EditGroup(logged.label, (logged, link(logged.entity_id)))


def win_of(journal: JournalService, identity: UUID | None) -> Win | None:
    """Return a linked win, unless it is gone or in the trash."""
    win = journal.get(identity) if identity is not None else None
    return None if win is None or win.trashed_at is not None else win
