"""The looks of the document: our own, or those of a Word file of the user's."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal

from arcareer.domain.documents import StyleFile
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry


class StyleCard(Card):
    """`chosen` carries the id of a style file or None, `added` asks for a file, `removed` carries a style file."""

    chosen = Signal(object)
    added = Signal()
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.add_button = Button(self.tr("Add a Word file"), "link")
        self.add_heading(self.tr("Style"), self.add_button)
        text = self.tr("A Word file of your house gives styles, header, footer and logo. None of its text is used.")
        self.add(Label(text, "small", wrap=True))
        self.style_choice = Combo(self.tr("Style"), size="compact")
        self.style_choice.give_way()
        self.acts = MenuButton(self.tr("Acts on style files"), (), size="compact")
        line = row(spacing=6)
        line.addWidget(self.style_choice, 1)
        line.addWidget(self.acts)
        self.add(line)
        self._notes = column(spacing=4)
        self.add(self._notes)
        self._files: dict[str, StyleFile] = {}
        self.add_button.clicked.connect(self.added)
        self.style_choice.chosen.connect(lambda identity: self.chosen.emit(UUID(identity) if identity else None))
        self.acts.chosen.connect(lambda identity: self.removed.emit(self._files[identity]))

    def show_styles(self, files: Sequence[StyleFile], current: UUID | None, notes: Sequence[str]) -> None:
        """Show which looks there are, which are taken, and what was missing or stripped in the file."""
        self._files = {str(one.id): one for one in files}
        options = [("", self.tr("arcareer’s own")), *((str(one.id), one.name) for one in files)]
        self.style_choice.set_options(options, str(current) if current is not None else "")
        self.acts.set_entries(
            [MenuEntry(str(one.id), self.tr("Remove “{name}”").format(name=one.name), "trash-2") for one in files]
        )
        self.acts.setVisible(bool(files))
        while (item := self._notes.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for words in notes:
            self._notes.addWidget(Label(words, "caption", wrap=True))
