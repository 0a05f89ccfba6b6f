"""The answers down the side: the five core ones with how far they are, then all others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import RADIUS_CARD
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card_list import ROW_ROLE, AnyIndex, CardHeading, CardList, CardRow
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.meters import StepBar

BLANK, FROM_QUESTION, FROM_WIN, EXAMPLES = "blank", "from-question", "from-win", "examples"
TITLE, STATE, ICON = 21, 16, 14
PADDING, AIR, INSET = 9, 2, 12
LOW_ROWS, FEWEST_ROWS, MOST_ROWS = 3, 5, 8
HEADING = 34
FILL = 1000


class AnswerLine(NamedTuple):
    """A row: an answer, or a core answer that is not written yet (`answer` None, `slot` says which).

    `icon` pictures the state that `state` puts into words; `heading` rows only name what follows.
    """

    title: str
    state: str = ""
    icon: str = "circle-dashed"
    answer: UUID | None = None
    slot: str = ""
    heading: bool = False

    @property
    def key(self) -> str:
        """Return what tells rows apart."""
        return str(self.answer) if self.answer is not None else f"{self.slot}/{self.title if self.heading else ''}"


class AnswerPanel(QWidget):
    """Heading, how many are ready, and the list. `start_asked` carries how a new answer is to be begun."""

    start_asked = Signal(str)
    trash_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.new_button = MenuButton(
            self.tr("New answer"),
            [
                MenuEntry(FROM_WIN, self.tr("From a win"), "trophy"),
                MenuEntry(FROM_QUESTION, self.tr("From a question"), "messages-square"),
                MenuEntry(BLANK, self.tr("On a blank page"), "file"),
                MenuEntry(EXAMPLES, self.tr("See worked examples"), "lightbulb"),
            ],
            icon="plus",
        )
        self.bar = StepBar(0, 5, "")
        self._ready = Label("", "caption")
        self.list = AnswerList()
        self.trash_button = Button("", "link", icon="trash-2")
        layout = column(self, spacing=6)
        heading = row(spacing=6)
        heading.addWidget(Label(self.tr("Core answers"), "h2"))
        heading.addStretch(1)
        heading.addWidget(self.new_button)
        layout.addLayout(heading)
        layout.addWidget(self.bar)
        layout.addWidget(self._ready)
        layout.addSpacing(6)
        layout.addWidget(self.list, FILL)
        layout.addWidget(self.trash_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.new_button.chosen.connect(self.start_asked)
        self.trash_button.clicked.connect(self.trash_asked)
        self.show_ready(0, 5)
        self.show_trash(0)

    def show_ready(self, ready: int, total: int) -> None:
        """Say how many of the core answers are ready."""
        words = self.tr("{ready} of {total} ready").format(ready=ready, total=total)
        self.bar.set(ready, total, self.tr("Core answers: {words}").format(words=words))
        self._ready.setText(words)

    def show_trash(self, count: int) -> None:
        """Offer the way to the trash while something is in it."""
        self.trash_button.setVisible(count > 0)
        self.trash_button.set_label(self.tr("Trash: %n answer(s)", "", count))


class AnswerList(CardList[AnswerLine]):
    """The rows, higher where there is room."""

    def __init__(self) -> None:
        super().__init__("", self._present, lambda line: line.key)
        self.setAccessibleName(self.tr("Answers"))
        self.setItemDelegate(_LineDelegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._fewest = FEWEST_ROWS
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_lines(self, lines: Sequence[AnswerLine]) -> None:
        """Show other rows; the cursor stays on its answer."""
        self.set_items(tuple(lines))
        self.setMaximumHeight(self._height_of(len(self.items)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of the rows, but of no more than are usually seen at once."""
        most = MOST_ROWS if self._fewest == FEWEST_ROWS else LOW_ROWS
        return QSize(200, self._height_of(min(most, len(self.items))))

    def minimumSizeHint(self) -> QSize:
        """Return the height of the core answers: the page scrolls where there is less room."""
        return QSize(160, self._height_of(min(self._fewest, len(self.items))))

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Take less room, where the answer comes below the list."""
        self._fewest = LOW_ROWS if low else FEWEST_ROWS
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed if low else QSizePolicy.Policy.Expanding
        )
        self.updateGeometry()

    def restyle(self) -> None:
        """Follow the text scale."""
        super().restyle()
        self.setMaximumHeight(self._height_of(len(self.items)))
        self.updateGeometry()

    def _height_of(self, rows: int) -> int:
        heading = any(line.heading for line in self.items[:rows])
        return row_height() * max(1, rows) + (current_theme().px(HEADING) - row_height() if heading else 0) + 4

    def _present(self, line: AnswerLine) -> CardRow | CardHeading:
        if line.heading:
            return CardHeading(line.title)
        return CardRow(line.title, line.state, (), f"{line.title}. {line.state}", line.icon)


def row_height() -> int:
    """Return the height of a row with the gap below it."""
    theme = current_theme()
    return theme.px(TITLE) + theme.px(STATE) + AIR + 2 * PADDING + 6


class _LineDelegate(QStyledItemDelegate):
    """Paints the title over the state; the chosen row is a card."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """Return the size of a row."""
        heading = isinstance(index.data(ROW_ROLE), CardHeading)
        return QSize(100, current_theme().px(HEADING) if heading else row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        card = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(2, 2, -2, -4)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if isinstance(card, CardHeading):
            self._paint_heading(painter, area, card, mirrored=mirrored)
        elif isinstance(card, CardRow):
            self._paint_ground(painter, area, option)
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_words(painter, area.adjusted(INSET, PADDING, -INSET, 0), card, _Look(mirrored, chosen))
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRectF, card: CardHeading, *, mirrored: bool) -> None:
        theme = current_theme()
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text3"))
        painter.drawText(area, _lead(mirrored=mirrored) | Qt.AlignmentFlag.AlignVCenter, card.title)

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        theme = current_theme()
        view = option.widget
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(area, RADIUS_CARD, RADIUS_CARD)
        if isinstance(view, CardList) and view.by_keyboard and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2.25))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, RADIUS_CARD, RADIUS_CARD)

    def _paint_words(self, painter: QPainter, area: QRectF, card: CardRow, look: _Look) -> None:
        theme = current_theme()
        role = "strong" if look.chosen else "body"
        title = QRectF(area.left(), area.top(), area.width(), theme.px(TITLE))
        line = QRectF(area.left(), title.bottom() + AIR, area.width(), theme.px(STATE))
        aligned = _lead(mirrored=look.mirrored) | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour("text"))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(title, aligned, theme.metrics(role).elidedText(card.title, elide, title.width()))
        side = theme.px(ICON)
        at = line.right() - side if look.mirrored else line.left()
        ready = card.icon == "circle-check"
        pixmap = theme.pixmap(card.icon, "accent" if ready else "text3", ICON)
        painter.drawPixmap(QPointF(at, line.center().y() - side / 2), pixmap)
        rest = line.adjusted(0, 0, -side - 6, 0) if look.mirrored else line.adjusted(side + 6, 0, 0, 0)
        painter.setFont(theme.font("caption", tabular=True))
        painter.setPen(theme.colour("text3"))
        state = theme.metrics("caption", tabular=True).elidedText(card.meta, elide, rest.width())
        painter.drawText(rest, aligned, state)


class _Look(NamedTuple):
    mirrored: bool
    chosen: bool


def _lead(*, mirrored: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
