"""An article to read: paragraphs and lists, selectable, scrolled by keyboard, never wider than is readable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.styling import Restyled

MARGIN = 6


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
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def restyle(self) -> None:
        """Follow theme and text scale."""
        place = self.verticalScrollBar().value()
        theme = current_theme()
        self.document().setDefaultFont(theme.font("h2", 400))
        self.document().setDocumentMargin(MARGIN)
        self.setHtml(_html(self._text, theme.colour("text").name()))
        self.verticalScrollBar().setValue(place)


def _html(text: str, colour: str) -> str:
    from html import escape  # noqa: PLC0415 - brings a long table of names along

    parts: list[str] = []
    for block in text.split("\n\n"):
        lines = [line for line in block.split("\n") if line.strip()]
        said = " ".join(line for line in lines if not line.startswith("- "))
        listed = [line[2:] for line in lines if line.startswith("- ")]
        if said:
            parts.append(f'<p style="margin:0 0 12px 0;line-height:150%">{escape(said)}</p>')
        if listed:
            rows = "".join(f'<li style="margin:0 0 6px 0;line-height:145%">{escape(row)}</li>' for row in listed)
            parts.append(f'<ul style="margin:0 0 12px 0;-qt-list-indent:1">{rows}</ul>')
    return f'<body style="color:{colour}">{"".join(parts)}</body>'
