"""The text under the checks: its name and length, paste and copy, the text itself, and what the marks mean."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from arcareer_ui.pages.prep.red_flags.looks import LEGEND, LOOKS, words_of
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.lint_text import LintText
from arcareer_ui.widgets.message_line import MessageLine
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.scroll import Scroll

LEAST_LINES = 4
CARET_ROOM = 36


class TextCard(Card):
    """Holds the text box `text`. `pasted` comes when the whole text arrived at once, `field_chosen` carries a field."""

    pasted = Signal()
    field_chosen = Signal(str)

    def __init__(self, flags: Mapping[str, str]) -> None:
        super().__init__(margins=(0, 0, 0, 0), spacing=0)
        self._counted = -1
        self.name = Label("", "strong")
        self.field = Combo(self.tr("Part of the text"), size="compact")
        self.words = Chip("")
        self.paste_button = Button(self.tr("Paste"), "quiet", icon="clipboard-paste", size="compact")
        self.copy_button = Button(self.tr("Copy clean text"), "quiet", icon="copy", size="compact")
        self.close_button = IconButton("x", self.tr("Check another text"), size="compact")
        self.text = LintText(
            self.tr("Text to check"),
            self.tr("Paste a paragraph, or write one here"),
            role="capture",
            lines=LEAST_LINES,
        )
        self.message = MessageLine(self.text)
        self.add(self._make_heading())
        self.add(Rule())
        self.sheet = _Sheet(self.text, self.message)
        self.add(self.sheet, 1)
        self.add(Rule())
        self.add(self._make_legend(flags))
        self.paste_button.clicked.connect(self.paste)
        self.copy_button.clicked.connect(self.copy)
        self.field.chosen.connect(self.field_chosen)
        self.text.edited.connect(self.count)

    def show_place(self, name: str, fields: Mapping[str, str], field: str, *, stored: bool) -> None:
        """Say what the text is; several fields can be chosen from."""
        several = len(fields) > 1
        self.name.setText(name)
        self.name.setVisible(not several)
        self.field.set_options(tuple(fields.items()), field)
        self.field.setVisible(several)
        self.close_button.setVisible(stored)

    def count(self) -> None:
        """Show the number of words."""
        words = len(self.text.text.split())
        if words == self._counted:
            return
        self._counted = words
        self.words.set(self.tr("%n word(s)", "", words))
        self.words.setVisible(words > 0)
        self.copy_button.setEnabled(words > 0)

    def put(self, text: str) -> None:
        """Put a text in place of what is there, as one step to undo."""
        self.text.replace(0, len(self.text.text), text)
        self.pasted.emit()

    def paste(self) -> None:
        """Put what was copied at the caret."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.paste()
        self.pasted.emit()

    def copy(self) -> None:
        """Copy the text without its marks, and without spaces at the ends of lines."""
        lines = [line.rstrip() for line in self.text.text.splitlines()]
        QGuiApplication.clipboard().setText("\n".join(lines).strip())

    def _make_heading(self) -> QWidget:
        heading = QWidget()
        line = row(heading, margins=(18, 8, 10, 8), spacing=8)
        line.addWidget(self.name)
        line.addWidget(self.field)
        line.addWidget(self.words)
        line.addStretch(1)
        line.addWidget(FlowBox(self.paste_button, self.copy_button, line_spacing=0, at_end=True))
        line.addWidget(self.close_button)
        return heading

    def _make_legend(self, flags: Mapping[str, str]) -> QWidget:
        legend = QWidget()
        parts = column(legend, margins=(18, 9, 18, 11), spacing=6)
        items = [_LegendItem(kind, self._flags_of(kind, flags)) for kind in LEGEND]
        here = Label(self.tr("Checked on this computer only"), "caption")
        parts.addWidget(FlowBox(*items, here, spacing=16, line_spacing=6))
        looked_for = self.tr("Flags: {list}").format(list=", ".join(flags))
        parts.addWidget(Label(looked_for, "caption", wrap=True))
        return legend

    @staticmethod
    def _flags_of(kind: str, flags: Mapping[str, str]) -> str:
        return ", ".join(label for label, severity in flags.items() if severity == kind)


class _LegendItem(QWidget):
    def __init__(self, kind: str, flags: str) -> None:
        super().__init__()
        look = LOOKS[kind]
        line = row(self, spacing=6)
        line.addWidget(Icon(look.icon, look.colour, 16))
        line.addWidget(Label(words_of(kind), "caption", "text2"))
        self.setToolTip(flags)


class _Sheet(Scroll):
    """Lets the text scroll under its heading and keeps the caret in sight; a click below the text goes into it."""

    def __init__(self, text: LintText, message: QWidget) -> None:
        self._text = text
        body = _Ground(text)
        layout = column(body, margins=(22, 16, 10, 16), spacing=8)
        layout.addWidget(text)
        layout.addWidget(message)
        layout.addStretch(1)
        super().__init__(body, clear=True)
        text.cursorPositionChanged.connect(self.follow_caret)

    def follow_caret(self) -> None:
        """Scroll until the caret is in sight."""
        place = self._text.cursorRect().center()
        part: QWidget = self
        while isinstance(part, QScrollArea):
            content = part.widget()
            if content is not None:
                inside = self._text.mapTo(content, place)
                part.ensureVisible(inside.x(), inside.y(), 0, CARET_ROOM)
            part = _scroll_around(part)


def _scroll_around(part: QWidget) -> QWidget:
    """Return the area that scrolls a part, or its window."""
    parent = part.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        part, parent = parent, parent.parentWidget()
    return parent if parent is not None else part


class _Ground(QWidget):
    def __init__(self, text: LintText) -> None:
        super().__init__()
        self._text = text
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret where the click would be if the text went on."""
        inside = self._text.mapFrom(self, event.position().toPoint())
        lowest = self._text.height() - 2
        cursor = self._text.cursorForPosition(QPoint(inside.x(), min(inside.y(), lowest)))
        self._text.setTextCursor(cursor)
        self._text.setFocus(Qt.FocusReason.MouseFocusReason)
