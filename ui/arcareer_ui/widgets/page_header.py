"""The top of a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns

STACK_BELOW = 740


class PageHeader(QWidget):
    """The page's one h1, with an optional line above and below, and actions at the end (at most one primary).

    Below a width (px at 100 % text) the actions stand under the words.
    """

    def __init__(
        self,
        title: str,
        description: str = "",
        *,
        overline: str = "",
        actions: Sequence[QWidget] = (),
        stack_below: int = STACK_BELOW,
    ) -> None:
        super().__init__()
        self._over = Label("", "small")
        self._title = Label(title, "h1", wrap=True)
        self._description = Label("", "small", wrap=True)
        words = QWidget()
        text = column(words, spacing=2)
        for label in (self._over, self._title, self._description):
            text.addWidget(label)
        self.set_overline(overline)
        self.set_description(description)
        if actions:
            columns = Columns(stack_below, 12)
            columns.add(words, 1)
            line = _action_row(actions)
            columns.add(line)
            columns.stacked_changed.connect(lambda stacked: _align(line, to_end=not stacked))
            row(self).addWidget(columns)
        else:
            row(self).addWidget(words)

    @property
    def overline(self) -> str:
        """Return the line above, or nothing."""
        return self._over.text()

    @property
    def description(self) -> str:
        """Return the line below, or nothing."""
        return self._description.text()

    def set_title(self, text: str) -> None:
        """Change the h1."""
        self._title.setText(text)

    def set_overline(self, text: str) -> None:
        """Change the line above; empty hides it."""
        self._over.setText(text)
        self._over.setVisible(bool(text))

    def set_description(self, text: str) -> None:
        """Change the line below; empty hides it."""
        self._description.setText(text)
        self._description.setVisible(bool(text))


def _align(line: QHBoxLayout, *, to_end: bool) -> None:
    line.setStretch(0, int(to_end))
    line.setStretch(line.count() - 1, int(not to_end))


def _action_row(actions: Sequence[QWidget]) -> QHBoxLayout:
    line = row(spacing=10)
    line.addStretch(1)
    for action in actions:
        line.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
    line.addStretch(0)
    return line
