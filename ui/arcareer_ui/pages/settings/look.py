"""How the app looks: theme, text size, movement."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from arcareer.settings.preferences import Motion, Preferences, ThemeChoice
from arcareer.settings.store import PreferencesStore
from arcareer_ui.acts import Acts
from arcareer_ui.pages.settings.tab_body import TabBody
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.widgets.switch import Switch

SIZES = (100, 115, 125, 150)


class LookTab(QWidget):
    """Every choice shows at once."""

    def __init__(self, preferences: PreferencesStore, acts: Acts) -> None:
        super().__init__()
        self._preferences, self._acts = preferences, acts
        themes = {
            ThemeChoice.SYSTEM: self.tr("As on this computer"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
        }
        self.theme = Segment(self.tr("Theme"), [(one.value, text) for one, text in themes.items()])
        sizes = [(str(size), self.tr("{percent} %").format(percent=size)) for size in SIZES]
        self.text_size = Segment(self.tr("Text size"), sizes)
        self.calm = Switch(self.tr("No movement on screen"))
        body = TabBody()
        body.add(self._card())
        column(self).addWidget(body)
        self.follow(preferences.current)
        self.theme.chosen.connect(lambda name: self._prefer(theme=ThemeChoice(name)))
        self.text_size.chosen.connect(lambda size: self._prefer(text_scale=int(size)))
        self.calm.toggled.connect(lambda on: self._prefer(motion=Motion.REDUCED if on else Motion.SYSTEM))

    def follow(self, preferences: Preferences) -> None:
        """Show preferences that were changed here or elsewhere."""
        self.theme.set_current(preferences.theme.value)
        self.text_size.set_current(str(min(SIZES, key=lambda one: abs(one - preferences.text_scale))))
        blocked = self.calm.blockSignals(True)
        self.calm.setChecked(preferences.motion is Motion.REDUCED)
        self.calm.blockSignals(blocked)

    def _card(self) -> Card:
        card = Card(spacing=16)
        card.add_heading(self.tr("Look"))
        hint = self.tr("Light and dark, or whatever the computer is set to.")
        card.add(_choice(self.tr("Theme"), hint, self.theme))
        keys = self.tr("Ctrl and plus or minus change it anywhere.")
        card.add(_choice(self.tr("Text size"), keys, self.text_size))
        words = column(spacing=2)
        words.addWidget(Label(self.tr("No movement on screen"), "label"))
        words.addWidget(Label(self.tr("Messages come and go without fading."), "caption", wrap=True))
        line = row(spacing=16)
        line.addLayout(words, 1)
        line.addWidget(self.calm)
        card.add(line)
        return card

    def _prefer(self, **changes: object) -> None:
        self._acts.settle(partial(self._preferences.update, **changes))


def _choice(title: str, hint: str, segment: Segment) -> QWidget:
    part = QWidget()
    lines = column(part, spacing=6)
    lines.addWidget(Label(title, "label"))
    lines.addWidget(Label(hint, "caption", wrap=True))
    lines.addWidget(segment)
    return part
