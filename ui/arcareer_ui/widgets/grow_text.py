"""A text box that grows with its text."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.styling import Restyled, belongs_to_window

FRAME = 18
LINE_HEIGHT = 122  # of Inter's own line, which makes 148 % of the font size
WRAPPED = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
ENDLESS = 1 << 16


class GrowText(Restyled, QTextEdit):
    """Plain text of several lines without a scroll bar; Tab leaves it. `bare` draws no frame.

    It is as high as the text, but at least `lines` and, where `most` is given, no more than that many: then it scrolls.
    A `one_line` text wraps but has no line breaks of its own: Enter leaves it, and pasted lines are joined.
    """

    edited = Signal()
    left = Signal()
    line_height: ClassVar[int] = LINE_HEIGHT

    def __init__(
        self,
        name: str = "",
        placeholder: str = "",
        *,
        role: str = "body",
        bare: bool = False,
        lines: int = 1,
        most: int = 0,
        one_line: bool = False,
    ) -> None:
        super().__init__()
        self._bare, self._lines, self._most, self._role, self._one_line = bare, lines, most, role, one_line
        self._hint = ""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        self.setProperty("role", role)
        self.setProperty("bare", bare)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.document().setDocumentMargin(0 if bare else 2)
        self.setFont(current_theme().font(role))
        self.set_text("")
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._fit)  # the hint goes with the first letter
        self.textChanged.connect(self.edited)

    @property
    def text(self) -> str:
        """Return the text; lines end in a newline character."""
        return self.toPlainText()

    def placeholderText(self) -> str:
        """Return what an empty box invites with."""
        return self._hint

    def setPlaceholderText(self, text: str) -> None:
        """Invite with this while the box is empty; Qt's own way shows no more than the first line."""
        self._hint = text
        self._fit()
        self.viewport().update()

    def set_text(self, text: str) -> None:
        """Show stored text without telling listeners; the box's own undo starts again from here."""
        if text == self.toPlainText() and text:
            return
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.document().setUndoRedoEnabled(False)
        self._space_lines()
        self.document().setUndoRedoEnabled(True)
        self.blockSignals(blocked)
        self._fit()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.setFont(current_theme().font(self._role))
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave the window's shortcuts to the window."""
        if belongs_to_window(self, event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter leave a text of one line."""
        if self._one_line and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Join the lines of what is pasted into a text of one line."""
        if self._one_line and source.hasText():
            self.insertPlainText(" ".join(source.text().split()))
            return
        super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap to the new width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, or all of the hint while there is none."""
        super().paintEvent(event)
        if self._hint and self._is_blank:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(self._hint_area(self.viewport().height()), WRAPPED, self._hint)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the user has left the box."""
        super().focusOutEvent(event)
        self.left.emit()

    @property
    def _is_blank(self) -> bool:
        return self.document().isEmpty() and not self.textCursor().block().layout().preeditAreaText()

    def _hint_area(self, height: int) -> QRect:
        margin = round(self.document().documentMargin())
        return QRect(0, 0, self.viewport().width(), height).adjusted(margin, margin, -margin, -margin)

    def _hint_height(self) -> int:
        """Return the room the hint asks for while it is on show."""
        if not self._hint or not self.document().isEmpty():
            return 0
        area = self._hint_area(ENDLESS)
        words = self.fontMetrics().boundingRect(area, int(WRAPPED), self._hint)
        return words.height() + 2 * area.top()

    def _space_lines(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(self.line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spacing)

    def _fit(self) -> None:
        document = self.document()
        width = self.viewport().width()
        if document.textWidth() != width:  # setting it lays the whole text out again, even to the same width
            document.setTextWidth(width)
        line = self.fontMetrics().lineSpacing() * self.line_height / 100
        least = self._lines * line + 2 * document.documentMargin()
        height = max(document.size().height(), least, self._hint_height())
        if self._most:
            room = self._most * line + 2 * document.documentMargin()
            policies = Qt.ScrollBarPolicy
            self.setVerticalScrollBarPolicy(
                policies.ScrollBarAlwaysOn if height > room else policies.ScrollBarAlwaysOff
            )
            height = min(height, room)
        wanted = int(height + (0 if self._bare else FRAME)) + 1
        if wanted != self.height() or wanted != self.minimumHeight():
            self.setFixedHeight(wanted)
