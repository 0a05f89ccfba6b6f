"""Short lists of sentences: what to have ready, what to ask, what to say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.icon import Badge, Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.token_text import Token, TokenText

BADGE = 24


class Points(QWidget):
    """A heading and sentences under it, each after an icon, or numbered where there is none."""

    def __init__(self, title: str, icon: str = "", colour: str = "accent") -> None:
        super().__init__()
        self._icon, self._colour = icon, colour
        self.texts: list[TokenText] = []
        self._rows: list[QWidget] = []
        self._place = column(spacing=8)
        layout = column(self, spacing=8)
        layout.addWidget(Label(title, "strong"))
        layout.addLayout(self._place)

    def show_points(self, points: Sequence[Sequence[Token]]) -> None:
        """Show these sentences; as many as before change in place."""
        if len(points) != len(self.texts):
            self._rebuild(len(points))
        for text, tokens in zip(self.texts, points, strict=True):
            text.set_tokens(tokens)
        self.setVisible(bool(points))

    def show_plain(self, points: Sequence[str]) -> None:
        """Show sentences without blanks."""
        self.show_points([(Token(point),) for point in points])

    def _rebuild(self, count: int) -> None:
        for old in self._rows:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.texts = [TokenText("small" if self._icon else "body") for _ in range(count)]
        self._rows = [self._row(number, text) for number, text in enumerate(self.texts, start=1)]
        for new in self._rows:
            self._place.addWidget(new)

    def _row(self, number: int, text: TokenText) -> QWidget:
        part = QWidget()
        line = row(part, spacing=10)
        mark = Icon(self._icon, self._colour, 16) if self._icon else Badge(str(number), size=BADGE)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text, 1)
        return part


class Quote(QWidget):
    """A heading and words to say under it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.text = TokenText("body")
        layout = column(self, spacing=4)
        layout.addWidget(Label(title, "strong"))
        layout.addWidget(self.text)
