"""Coverage: how the last 90 days spread over the themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from arcareer.content.models import Theme
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.meters import Bar


class CoverageCard(Card):
    """A bar for each theme; under them the first theme without a win. `ideas_asked` carries its id."""

    ideas_asked = Signal(str)

    def __init__(self, themes: Sequence[Theme]) -> None:
        super().__init__(margins=(20, 16, 20, 14), spacing=9)
        self._themes = tuple(themes)
        self._empty_theme = ""
        self.add_heading(self.tr("Coverage, last 90 days"))
        self._rows: dict[str, tuple[Bar, Label]] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for place, theme in enumerate(self._themes):
            bar = Bar(0, "")
            count = Label("", "small", tabular=True, align=Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Label(theme.label, "small", "text"), place, 0)
            grid.addWidget(bar, place, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(count, place, 2)
            self._rows[theme.id] = (bar, count)
        self.add(grid)
        self._hint = QWidget()
        line = row(self._hint, spacing=8)
        self._words = Label("", "small")
        self.ideas = Button(self.tr("Show ideas"), "link")
        self.ideas.clicked.connect(lambda: self.ideas_asked.emit(self._empty_theme))
        line.addWidget(Icon("lightbulb", "warn", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words)
        line.addWidget(self.ideas)
        line.addStretch(1)
        self.add(self._hint)

    @property
    def hint(self) -> str:
        """Return the line about the theme without a win, or nothing."""
        return "" if self._hint.isHidden() else self._words.text()

    @property
    def words(self) -> tuple[str, ...]:
        """Return each theme with its wins, as it is read aloud."""
        return tuple(bar.accessibleName() for bar, _ in self._rows.values())

    def show_coverage(self, wins: Mapping[str, int]) -> None:
        """Show how many wins each theme has."""
        most = max(wins.values(), default=0)
        for theme in self._themes:
            bar, count = self._rows[theme.id]
            number = wins.get(theme.id, 0)
            words = self.tr("%n win(s)", "", number)
            bar.set(number / most if most else 0.0, f"{theme.label}: {words}")
            count.setText(str(number))
        empty = next((theme for theme in self._themes if not wins.get(theme.id)), None)
        self._empty_theme = empty.id if empty else ""
        self._hint.setVisible(empty is not None)
        if empty is not None:
            self._words.setText(self.tr("Nothing on {theme} yet.").format(theme=empty.label.lower()))
