"""What this is, and whose work it stands on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

import arcareer
from arcareer_ui.pages.settings.tab_body import TabBody
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.styling import Restyled

TEXT_HEIGHT = 300


class AboutTab(QWidget):
    """The version, the promise, and the licences of what is shipped with the app."""

    def __init__(self, licences: Path) -> None:
        super().__init__()
        self._files = {path.stem: path for path in sorted(licences.glob("*.txt"))}
        body = TabBody()
        body.add(self._app_card())
        body.add(self._licence_card())
        column(self).addWidget(body)
        self.choice.chosen.connect(self._show)
        self._show(self.choice.current)

    def _app_card(self) -> Card:
        card = Card()
        card.add_heading(self.tr("arcareer {version}").format(version=arcareer.__version__))
        text = self.tr("The evidence of your work, on your own computer. No account, no network, nothing invented.")
        card.add(Label(text, wrap=True))
        card.add(Label(self.tr("Ctrl and / lists every key the app knows."), "small", wrap=True))
        return card

    def _licence_card(self) -> Card:
        card = Card()
        card.add_heading(self.tr("Licences"))
        names = {
            "inter": self.tr("Inter, the font"),
            "lucide": self.tr("Lucide, the icons"),
            "scowl": self.tr("SCOWL, the list of words"),
        }
        options = [(stem, names.get(stem, stem.replace("-", " ").title())) for stem in self._files]
        self.choice = Combo(self.tr("Licence"), options)
        self.text = _Text()
        self.text.setAccessibleName(self.tr("Licence text"))
        card.add(Field(self.tr("Part"), self.choice))
        card.add(self.text)
        return card

    def _show(self, stem: str) -> None:
        if stem in self._files:
            self.text.setPlainText(self._files[stem].read_text(encoding="utf-8"))


class _Text(Restyled, QPlainTextEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.restyle()

    def restyle(self) -> None:
        self.setFixedHeight(current_theme().px(TEXT_HEIGHT))
