"""What the checks say about an answer: good ones in a line, the others with why and what to ask yourself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, RowButton
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label

OK, HINT, WEAK, OPEN, FIX = "ok", "hint", "weak", "open", "fix"
FEW, FEWEST_WELL = 4, 1
SHORT = 36  # characters of a detail that is worth a line where all is well
LOOKS = {
    OK: ("circle-check", "accent"),
    HINT: ("pencil", "info"),
    WEAK: ("triangle-alert", "warn"),
    FIX: ("shield-alert", "danger"),
    OPEN: ("circle-dashed", "text3"),
}


class CheckLine(NamedTuple):
    """One check: what was found, in a line, with details; `why` it matters and the `question` that repairs it."""

    key: str
    state: str
    label: str
    detail: str = ""
    why: str = ""
    question: str = ""

    @property
    def unfolds(self) -> bool:
        """Return whether there is more to read."""
        return bool(self.why or self.question)


class ChecksList(QWidget):
    """The checks in a column; one that asks for something unfolds, one at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = column(self, spacing=2)
        self._lines: tuple[CheckLine, ...] = ()
        self._parts: list[QWidget] = []
        self._open = ""
        self._shows_all = False
        self.more_button = Button("", "link")
        self._layout.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.more_button.clicked.connect(self._show_all)
        self.rows: dict[str, CheckRow] = {}

    @property
    def lines(self) -> tuple[CheckLine, ...]:
        """Return what is shown."""
        return self._lines

    @property
    def open_key(self) -> str:
        """Return the key of the check that is unfolded, empty for none."""
        return self._open

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show other checks; the one that was unfolded stays so, else the first that asks for something unfolds."""
        if tuple(lines) == self._lines:
            return
        had_focus = next((key for key, part in self.rows.items() if part.hasFocus()), "")
        self._lines = tuple(lines)
        self._fill()
        asking = [line.key for line in self._lines if line.unfolds]
        self.unfold(self._open if self._open in asking else next(iter(asking), ""))
        if had_focus in self.rows:
            self.rows[had_focus].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        """Show what asks for something, and of what is well only a little until all is asked for."""
        for old in self._parts:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._parts, self.rows = [], {}
        asking = [line for line in self._lines if line.unfolds]
        well = [line for line in self._lines if not line.unfolds]
        shown = well if self._shows_all else well[: max(FEWEST_WELL, FEW - len(asking))]
        for line in (*asking, *shown):
            self._parts.append(self._part(line))
            self._layout.insertWidget(self._layout.count() - 1, self._parts[-1])
        hidden = len(well) - len(shown)
        self.more_button.setVisible(hidden > 0)
        self.more_button.set_label(self.tr("%n more check(s) are fine", "", hidden))

    def _show_all(self) -> None:
        self._shows_all = True
        self._fill()
        self.unfold(self._open)

    def unfold(self, key: str) -> None:
        """Show why and what to ask yourself for one check, and fold the others."""
        self._open = key
        for name, part in self.rows.items():
            part.set_unfolded(name == key)

    def go(self, step: int) -> CheckLine | None:
        """Unfold the next or the previous check that asks for something, and put the keyboard there."""
        keys = [line.key for line in self._lines if line.unfolds]
        if not keys:
            return None
        at = keys.index(self._open) + step if self._open in keys else 0
        key = keys[at % len(keys)]
        self.unfold(key)
        self.rows[key].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return next(line for line in self._lines if line.key == key)

    def _part(self, line: CheckLine) -> QWidget:
        if not line.unfolds:
            return _plain(line)
        part = self.rows[line.key] = CheckRow(line)
        part.clicked.connect(partial(self._toggle, line.key))
        return part

    def _toggle(self, key: str) -> None:
        self.unfold("" if self._open == key else key)


class CheckRow(RowButton):
    """A check that asks for something; a press unfolds it."""

    def __init__(self, line: CheckLine) -> None:
        super().__init__(". ".join(part for part in (line.label, line.why, line.question) if part))
        icon, colour = LOOKS[line.state]
        inner = row(self, margins=(6, 5, 6, 5), spacing=10)
        inner.addWidget(Icon(icon, colour, 17), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=3)
        words.addWidget(_words(line.label, "small", "text"))
        self._more = QWidget()
        more = column(self._more, spacing=4)
        if line.detail:
            more.addWidget(_words(line.detail, "caption", "text2"))
        if line.why:
            more.addWidget(_words(line.why, "caption", "text2"))
        if line.question:
            more.addWidget(_words(self.tr("Ask yourself: {question}").format(question=line.question), "small", "text"))
        words.addWidget(self._more)
        inner.addLayout(words, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_unfolded(False)

    def set_unfolded(self, unfolded: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Show the whole of it, or its first line."""
        self._more.setVisible(unfolded)
        self.updateGeometry()


def _plain(line: CheckLine) -> QWidget:
    part = QWidget()
    icon, colour = LOOKS[line.state]
    inner = row(part, margins=(6, 4, 6, 4), spacing=10)
    inner.addWidget(Icon(icon, colour, 17), 0, Qt.AlignmentFlag.AlignTop)
    words = column(spacing=1)
    words.addWidget(_words(line.label, "small", "text"))
    if 0 < len(line.detail) <= SHORT:
        words.addWidget(_words(line.detail, "caption", "text2"))
    inner.addLayout(words, 1)
    return part


def _words(text: str, role: str, tone: str) -> Label:
    return Label(text, role, tone, wrap=True)
