"""How the app looks: theme, text size, movement."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from arcareer.settings.preferences import Motion, Preferences, ThemeChoice
from arcareer.settings.store import PreferencesStore
from arcareer_ui.acts import Acts
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.widgets.switch import Switch

SIZES = (100, 115, 125, 150)


class LookTab(QWidget):
    """Every choice shows at once."""

    def __init__(self, preferences: PreferencesStore, acts: Acts) -> None:
        super().__init__()
        self._preferences, self._acts = preferences, acts
        current = preferences.current
        themes = {
            ThemeChoice.SYSTEM: self.tr("As on this computer"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
        }
        self.theme = Segment(self.tr("Theme"), [(one.value, text) for one, text in themes.items()], current.theme.value)
        sizes = [(str(size), self.tr("{percent} %").format(percent=size)) for size in SIZES]
        self.text_size = Segment(
            self.tr("Text size"), sizes, str(min(SIZES, key=lambda one: abs(one - current.text_scale)))
        )
        self.calm = Switch(self.tr("No movement on screen"), on=current.motion is Motion.REDUCED)
        self.theme.chosen.connect(lambda name: self._prefer(theme=ThemeChoice(name)))
        self.text_size.chosen.connect(lambda size: self._prefer(text_scale=int(size)))
        self.calm.toggled.connect(lambda on: self._prefer(motion=Motion.REDUCED if on else Motion.SYSTEM))
        body = QWidget()
        layout = column(body, margins=(0, 16, 20, 24), spacing=16)
        card = Card(spacing=16)
        card.add_heading(self.tr("Look"))
        hint = self.tr("Light and dark, or whatever the computer is set to.")
        card.add(self._choice(self.tr("Theme"), hint, self.theme))
        card.add(
            self._choice(self.tr("Text size"), self.tr("Ctrl and plus or minus change it anywhere."), self.text_size)
        )
        line = row(spacing=16)
        line.addWidget(Label(self.tr("No movement on screen: messages come and go without fading"), wrap=True), 1)
        line.addWidget(self.calm)
        card.add(line)
        layout.addWidget(card)
        layout.addStretch(1)
        column(self).addWidget(Scroll(body))

    def follow(self, preferences: Preferences) -> None:
        """Show preferences that were changed here or elsewhere."""
        self.theme.set_current(preferences.theme.value)
        self.text_size.set_current(str(min(SIZES, key=lambda one: abs(one - preferences.text_scale))))

    def _choice(self, title: str, hint: str, segment: Segment) -> QWidget:
        part = QWidget()
        lines = column(part, spacing=6)
        lines.addWidget(Label(title, "label"))
        lines.addWidget(Label(hint, "caption", wrap=True))
        lines.addWidget(segment)
        return part

    def _prefer(self, **changes: object) -> None:
        self._acts.settle(partial(self._preferences.update, **changes))
