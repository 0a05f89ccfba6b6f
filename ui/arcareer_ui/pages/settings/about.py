"""What this is, and whose work it stands on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

import arcareer
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.scroll import Scroll


class AboutTab(QWidget):
    """The version, the promise, and the licences of what is shipped with the app."""

    def __init__(self, licences: Path) -> None:
        super().__init__()
        files = sorted(path for path in licences.glob("*.txt") if path.is_file())
        self._files = {path.stem: path for path in files}
        body = QWidget()
        layout = column(body, margins=(0, 16, 20, 24), spacing=16)
        card = Card()
        card.add_heading(self.tr("arcareer {version}").format(version=arcareer.__version__))
        text = self.tr("The evidence of your work, on your own computer. No account, no network, nothing invented.")
        card.add(Label(text, wrap=True))
        layout.addWidget(card)
        licence = Card()
        licence.add_heading(self.tr("Licences"))
        self.choice = Combo(self.tr("Licence"), [(stem, stem.replace("-", " ").title()) for stem in self._files])
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Licence text"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(current_theme().px(260))
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        licence.add(Field(self.tr("Part"), self.choice))
        licence.add(self.text)
        layout.addWidget(licence)
        layout.addStretch(1)
        column(self).addWidget(Scroll(body))
        self.choice.chosen.connect(self._show)
        if files:
            self._show(files[0].stem)

    def _show(self, stem: str) -> None:
        self.text.setPlainText(self._files[stem].read_text(encoding="utf-8"))
