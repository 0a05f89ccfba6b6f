"""Text on screen: one line, wrapped, a paragraph with air between its lines, or shortened to fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from arcareer_ui.theme.tokens import TYPE
from arcareer_ui.widgets.styling import set_variant

MINIMUM_WRAP_WIDTH = 40


class Label(QLabel):
    """Text in a type role and an optional colour token; `rich` text must be escaped by the caller."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "",
        *,
        wrap: bool = False,
        tabular: bool = False,
        rich: bool = False,
        align: Qt.AlignmentFlag | None = None,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        self._set_features(role, tabular=tabular)
        if wrap:
            self._let_wrap()
        if align is not None:
            self.setAlignment(align)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the colour token; empty for the colour of the role."""
        set_variant(self, "tone", tone)

    def _set_features(self, role: str, *, tabular: bool) -> None:
        spaced = TYPE[role].size >= 20
        if not (tabular or spaced):
            return
        font = QFont()  # only these two are set, so that size and weight still come from the style sheet
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        if spaced:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
        self.setFont(font)

    def _let_wrap(self) -> None:
        self.setWordWrap(True)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(MINIMUM_WRAP_WIDTH)


class Paragraph(Label):
    """Prose of several lines at 145 % line height."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "") -> None:
        super().__init__("", role, tone, wrap=True, rich=True)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show plain text; line breaks are kept."""
        from html import escape  # noqa: PLC0415 - brings a long table of names along, and most starts show no prose

        lines = escape(text).replace("\n", "<br>")
        self.setText(f'<p style="line-height:145%;margin:0">{lines}</p>')
        self.setAccessibleName(text)


class ElideLabel(Label):
    """One line that is shortened to the room it has; the whole text is the tooltip and the accessible name."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "", *, tabular: bool = False) -> None:
        super().__init__(text, role, tone, tabular=tabular)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets the label shrink to nothing much."""
        return QSize(MINIMUM_WRAP_WIDTH, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        """Show one line of plain text."""
        super().setText(" ".join(text.split()))
        self._hint_at_rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as tooltip only where it does not fit."""
        super().resizeEvent(event)
        self._hint_at_rest()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the text, shortened at its end."""
        painter = QPainter(self)
        area = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, int(self.alignment() | Qt.TextFlag.TextSingleLine), text)

    def _hint_at_rest(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        self.setToolTip("" if fits else self.text())
