"""An article to read: paragraphs and lists, selectable, scrolled by keyboard, never wider than is readable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextListFormat
from PySide6.QtWidgets import QFrame, QTextBrowser

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.styling import Restyled

MARGIN = 6
BELOW = 12
BELOW_ROW = 6
LINE_PERCENT = 148.0


class Article(Restyled, QTextBrowser):
    """Plain text as an article: blank lines part paragraphs, lines that begin with "- " are a list."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._text = ""
        self.setObjectName("article")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.restyle()

    @property
    def text(self) -> str:
        """Return the article as it was given."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show an article from its beginning."""
        self._text = text
        self.restyle()
        self.verticalScrollBar().setValue(0)

    def restyle(self) -> None:
        """Follow theme and text scale."""
        place = self.verticalScrollBar().value()
        self.clear()
        self.document().setDefaultFont(current_theme().font("h2", 400))
        self.document().setDocumentMargin(MARGIN)
        cursor = QTextCursor(self.document())
        for block in self._text.split("\n\n"):
            lines = [line.strip() for line in block.split("\n") if line.strip()]
            said = " ".join(line for line in lines if not line.startswith("- "))
            if said:
                self._put(cursor, said)
            self._put_list(cursor, [line[2:] for line in lines if line.startswith("- ")])
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(place)

    def _put_list(self, cursor: QTextCursor, rows: list[str]) -> None:
        for number, text in enumerate(rows):
            self._put(cursor, text, BELOW if number == len(rows) - 1 else BELOW_ROW)
            form = QTextListFormat()
            form.setStyle(QTextListFormat.Style.ListDisc)
            cursor.createList(form)

    def _put(self, cursor: QTextCursor, text: str, below: int = BELOW) -> None:
        theme = current_theme()
        form = QTextBlockFormat()
        form.setBottomMargin(theme.px(below))
        form.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        ink = QTextCharFormat()
        ink.setForeground(theme.colour("text"))
        if self.document().isEmpty():
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form)
        cursor.insertText(text, ink)
