"""What comes next for the answer: the interview it is for, and saying it aloud."""

from __future__ import annotations

from arcareer_ui.commands import native_keys
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label


class NextCard(Card):
    """The page's main action, Rehearse, under the days that are left."""

    def __init__(self) -> None:
        super().__init__("accent", margins=(18, 16, 18, 16), spacing=10)
        self._title = Label("", "h2", "on_accent_soft", wrap=True)
        self._text = Label("", "small", wrap=True)
        self.rehearse_button = Button(self.tr("Rehearse"), "primary", icon="play", tip=native_keys("Ctrl+R"))
        for part in (self._title, self._text, self.rehearse_button):
            self.add(part)

    @property
    def title(self) -> str:
        """Return the first line."""
        return self._title.text()

    def show_next(self, days: int | None, ready: int, *, can_rehearse: bool) -> None:
        """Show the days to the next interview, None without one, and how many answers are ready."""
        self._title.setText(self._days(days))
        self._text.setText(
            self.tr("%n answer(s) ready to say aloud.", "", ready)
            if ready
            else self.tr("Say it once against the clock. You hear what to cut.")
        )
        self.rehearse_button.setEnabled(can_rehearse)

    def _days(self, days: int | None) -> str:
        if days is None:
            return self.tr("Now say it aloud")
        if days == 0:
            return self.tr("Interview today")
        if days == 1:
            return self.tr("Interview tomorrow")
        return self.tr("Interview in %n day(s)", "", days)
