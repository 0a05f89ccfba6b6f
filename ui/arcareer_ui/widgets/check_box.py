"""Tick boxes and radio buttons, painted so that no picture file is needed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QStyle, QStyleOptionButton

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.styling import without_mnemonic


def _text_area(button: QAbstractButton, option: QStyleOptionButton, element: QStyle.SubElement) -> QRectF:
    return QRectF(button.style().subElementRect(element, option, button))


def _draw_words(button: QAbstractButton, painter: QPainter, area: QRectF) -> None:
    theme = current_theme()
    painter.setPen(theme.colour("text" if button.isEnabled() else "text3"))
    painter.setFont(button.font())
    alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    leading = QStyle.visualAlignment(button.layoutDirection(), alignment)
    painter.drawText(area, int(leading), button.text().replace("&&", "&"))


class CheckBox(QCheckBox):
    """A tick box with words; can show "partly"."""

    def __init__(self, text: str, *, checked: bool = False) -> None:
        super().__init__(without_mnemonic(text))
        self.setAccessibleName(text)
        self.setChecked(checked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw box, tick and words."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _text_area(self, option, QStyle.SubElement.SE_CheckBoxIndicator).adjusted(1, 1, -1, -1)
        filled = self.checkState() != Qt.CheckState.Unchecked
        ink = "accent" if self.isEnabled() else "text3"
        painter.setPen(QPen(theme.colour(ink if filled else "line_strong"), 1.5))
        painter.setBrush(theme.colour(ink if filled else "surface"))
        painter.drawRoundedRect(box, 5, 5)
        if filled:
            icon = "check" if self.checkState() == Qt.CheckState.Checked else "minus"
            side = theme.px(15)
            corner = box.center() - QRectF(0, 0, side, side).center()
            painter.drawPixmap(corner, theme.pixmap(icon, "on_accent", 15))
        _draw_words(self, painter, _text_area(self, option, QStyle.SubElement.SE_CheckBoxContents))


class RadioButton(QRadioButton):
    """One of several exclusive choices in words."""

    def __init__(self, text: str, *, checked: bool = False) -> None:
        super().__init__(without_mnemonic(text))
        self.setAccessibleName(text)
        self.setChecked(checked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw ring and words."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = _text_area(self, option, QStyle.SubElement.SE_RadioButtonIndicator).adjusted(1, 1, -1, -1)
        ink = "accent" if self.isEnabled() else "text3"
        width = ring.width() / 4 if self.isChecked() else 1.5
        painter.setPen(QPen(theme.colour(ink if self.isChecked() else "line_strong"), width))
        painter.setBrush(theme.colour("surface"))
        inset = (width - 1.5) / 2
        painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
        _draw_words(self, painter, _text_area(self, option, QStyle.SubElement.SE_RadioButtonContents))
