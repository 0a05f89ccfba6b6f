"""One measure at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import RADIUS_CARD
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import IconButton, RowButton
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.meters import Sparkline

_ARROWS = {True: "trending-up", False: "trending-down", None: "minus"}


class StatTile(RowButton):
    """Name, value with unit, a line of past values and the change in words; `explained` asks for the formula.

    Where there is no value, `refuse` says why.
    """

    explained = Signal()

    def __init__(self, title: str, *, explanation: str = "") -> None:
        super().__init__(title)
        self._title = title
        layout = column(self, margins=(16, 12, 12, 12), spacing=3)
        heading = row(spacing=4)
        heading.addWidget(ElideLabel(title, "small", "text"), 1)
        if explanation:
            about = IconButton("info", explanation, size="compact")
            about.clicked.connect(self.explained)
            heading.addWidget(about)
        layout.addLayout(heading)
        figures = row(spacing=5)
        self._value = Label("", "kpi", tabular=True)
        self._unit = Label("", "small")
        figures.addWidget(self._value)
        figures.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBottom)
        figures.addStretch(1)
        layout.addLayout(figures)
        self._line = Sparkline()
        layout.addWidget(self._line)
        self._why = Label("", "caption", wrap=True)
        self._why.hide()
        layout.addWidget(self._why)
        layout.addStretch(1)
        self._change_row = QWidget()
        change = row(self._change_row, spacing=5)
        self._icon = Icon("minus", "text3", 15)
        self._change = ElideLabel("", "caption")
        change.addWidget(self._icon)
        change.addWidget(self._change, 1)
        layout.addWidget(self._change_row)

    def set(
        self,
        value: str,
        unit: str = "",
        *,
        change: str = "",
        rising: bool | None = None,
        good: bool | None = None,
        past: Sequence[float] = (),
        note: str = "",
    ) -> None:
        """Show a value; `good` says whether the change is for the better, `rising` which way it went (None: neither).

        `note` is what else has to be known of the value; it is read aloud and shown as a tooltip.
        """
        colour = "text3" if good is None else "accent" if good else "warn"
        self._value.setText(value)
        self._unit.setText(unit)
        self._line.set(past, "line_strong" if good is None else colour)
        self._icon.set("triangle-alert" if note else _ARROWS[rising], "warn" if note else colour)
        self._change.setText(change)
        self._change.set_tone(colour)
        self._show_value(shown=True)
        self._change_row.setVisible(bool(change))
        self.setToolTip(note)
        words = f"{value} {unit}".strip()
        self.setAccessibleName(", ".join(part for part in (f"{self._title}: {words}", change, note) if part))

    def refuse(self, reason: str) -> None:
        """Say why there is no value."""
        self._value.setText("–")
        self._unit.setText("")
        self._why.setText(reason)
        self._show_value(shown=False)
        self.setToolTip("")
        self.setAccessibleName(f"{self._title}: {reason}")

    def _show_value(self, *, shown: bool) -> None:
        self._line.setVisible(shown)
        self._change_row.setVisible(shown)
        self._why.setVisible(not shown)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the card."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.chosen else 1
        painter.setPen(QPen(theme.colour("accent" if self.chosen else "line"), width))
        painter.setBrush(theme.colour("inset" if self.underMouse() else "surface"))
        edge = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), RADIUS_CARD, RADIUS_CARD)
