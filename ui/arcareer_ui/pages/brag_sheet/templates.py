"""The templates as small drawings to choose from."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from arcareer.domain.documents import BragTemplate
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import RowButton
from arcareer_ui.widgets.styling import Restyled

WIDTH, HEIGHT, CAPTION = 88, 76, 22
PAPER_WIDTH = 44


class TemplateChoice(QWidget):
    """One of the templates; arrow keys move. `chosen` carries it."""

    chosen = Signal(object)

    def __init__(self, names: Mapping[BragTemplate, str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._templates = tuple(names)
        layout = row(self, spacing=12)
        for at, (template, name) in enumerate(names.items()):
            thumbnail = _Thumbnail(template, name)
            self._group.addButton(thumbnail, at)
            layout.addWidget(thumbnail, 1)
        self._group.idClicked.connect(lambda at: self.chosen.emit(self._templates[at]))

    @property
    def buttons(self) -> Mapping[BragTemplate, RowButton]:
        """Return the button of each template."""
        return {
            template: button
            for at, template in enumerate(self._templates)
            if isinstance(button := self._group.button(at), RowButton)
        }

    def set_current(self, template: BragTemplate) -> None:
        """Show a template as chosen without telling listeners; Tab stops there only."""
        for one, button in self.buttons.items():
            chosen = one is template
            button.setChecked(chosen)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)


class _Thumbnail(Restyled, RowButton):
    def __init__(self, template: BragTemplate, name: str) -> None:
        super().__init__(name)
        self._template, self._name = template, name
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(WIDTH), theme.px(HEIGHT + CAPTION))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is small, so all of it is drawn
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        height = self.height() - theme.px(CAPTION)
        frame = QRectF(1, 1, self.width() - 2, height - 2)
        painter.setPen(QPen(theme.colour("accent" if chosen else "line_strong"), 2 if chosen else 1))
        painter.setBrush(theme.colour("hover" if self.underMouse() else "inset"))
        painter.drawRoundedRect(frame, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        paper = QRectF(0, 0, theme.px(PAPER_WIDTH), height - 2 * theme.px(9))
        paper.moveCenter(frame.center())
        painter.setBrush(theme.colour("paper"))
        painter.drawRect(paper)
        self._draw_page(painter, paper)
        painter.setPen(theme.colour("accent" if chosen else "text2"))
        painter.setFont(theme.font("label" if chosen else "small"))
        caption = QRectF(0, height, self.width(), theme.px(CAPTION))
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, self._name)

    def _draw_page(self, painter: QPainter, paper: QRectF) -> None:
        theme = current_theme()
        step = paper.height() / 10
        left, width = paper.left() + step, paper.width() - 2 * step
        accent, quiet = theme.colour("paper_accent"), theme.colour("paper_line")
        first = 2
        if self._template is BragTemplate.ONE_PAGE:
            painter.fillRect(QRectF(paper.left(), paper.top(), paper.width() * 0.22, paper.height()), accent)
            left, width, first = left + paper.width() * 0.28, width - paper.width() * 0.28, 1
        else:
            share = 0.5 if self._template is BragTemplate.PROMOTION else 1.0
            painter.fillRect(QRectF(left, paper.top() + step, width * share, step * 0.5), accent)
        if self._template is BragTemplate.PROMOTION:
            painter.fillRect(QRectF(left, paper.top() + 2.4 * step, width, 1.6 * step), theme.colour("paper_tint"))
            first = 5
        for line in range(first, 9):
            painter.fillRect(QRectF(left, paper.top() + line * step, width * (0.9 if line % 2 else 0.75), 2), quiet)
