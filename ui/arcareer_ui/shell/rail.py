"""The way round the app: places on the left, and whether all is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from arcareer_ui.commands import FIND_ANYTHING, LOG_WIN, native_keys
from arcareer_ui.page import PageSpec, Section
from arcareer_ui.shell.save_status import SaveStatus
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import RADIUS_CONTROL, RAIL_WIDTH, RAIL_WIDTH_COMPACT
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.icon import KeyHint, Mark
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.styling import Restyled
from arcareer_ui.words import QT_TRANSLATE_NOOP

HEADINGS: tuple[tuple[Section, str], ...] = (
    ("week", QT_TRANSLATE_NOOP("Rail", "Every week")),
    ("prepare", QT_TRANSLATE_NOOP("Rail", "Prepare")),
    ("deliver", QT_TRANSLATE_NOOP("Rail", "Deliver")),
)
BRAND = "arcareer"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _RowFace(Restyled, QAbstractButton):
    """A painted row of the rail: icon, and words unless compact."""

    HEIGHT = 36

    def __init__(self, text: str, icon: str, shortcut: str) -> None:
        super().__init__()
        self._words, self._icon, self._shortcut = text, icon, shortcut
        self.compact = False
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Show the icon only; the words become the tooltip."""
        self.compact = compact
        keys = f" ({native_keys(self._shortcut)})" if self._shortcut else ""
        self.setToolTip(f"{self._words}{keys}" if compact else native_keys(self._shortcut))
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the row."""
        theme = current_theme()
        words = 0 if self.compact else theme.metrics("button").horizontalAdvance(self._words) + 18
        return QSize(round(theme.px(18) + 20 + words), theme.px(self.HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the row without words."""
        theme = current_theme()
        return QSize(theme.px(18) + 20, theme.px(self.HEIGHT))

    def draw(self, painter: QPainter, *, icon: str, ink: str, role: str) -> None:
        """Draw icon and words in the given colours."""
        theme = current_theme()
        side = theme.px(18)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        top = (self.height() - side) // 2
        if self.compact:
            painter.drawPixmap((self.width() - side) // 2, top, theme.pixmap(self._icon, icon, 18))
            return
        painter.drawPixmap(self.width() - side - 11 if mirrored else 11, top, theme.pixmap(self._icon, icon, 18))
        painter.setPen(theme.colour(ink))
        painter.setFont(theme.font(role))
        reach = side + 21
        area = QRectF(self.rect()).adjusted(8 if mirrored else reach, 0, -reach if mirrored else -8, 0)
        words = theme.metrics(role).elidedText(self._words, Qt.TextElideMode.ElideRight, area.width())
        leading = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, leading | Qt.AlignmentFlag.AlignVCenter, words)


class NavButton(_RowFace):
    """A place. Up and Down go to its neighbours."""

    def __init__(self, spec: PageSpec, rail: Rail) -> None:
        super().__init__(QCoreApplication.translate("PageSpec", spec.title), spec.icon, spec.shortcut)
        self._rail = rail
        self.page_id = spec.id
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the rail."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._rail.step(self, step)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the row; the place one is at looks like a card."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        here, near = self.isChecked(), self.underMouse()
        painter.setPen(QPen(theme.colour("line"), 1) if here else Qt.PenStyle.NoPen)
        if here or near:
            painter.setBrush(theme.colour("surface" if here else "hover"))
            painter.drawRoundedRect(area, RADIUS_CONTROL, RADIUS_CONTROL)
        self.draw(painter, icon="accent" if here else "text2", ink="text" if here or near else "text2", role="button")


class FindButton(_RowFace):
    """Looks like a search field and opens the palette."""

    def __init__(self) -> None:
        super().__init__(FIND_ANYTHING.words, "search", FIND_ANYTHING.shortcuts[0])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._hint = KeyHint(FIND_ANYTHING.keys.replace("+", " "))
        line = row(self, margins=(0, 0, 8, 0))
        line.addStretch(1)
        line.addWidget(self._hint)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Hide the key cap too."""
        super().set_compact(compact)
        if hasattr(self, "_hint"):
            self._hint.setVisible(not compact)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the field."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.compact or self.underMouse():
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("inset" if self.underMouse() else "surface"))
            area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(area, RADIUS_CONTROL, RADIUS_CONTROL)
        self.draw(painter, icon="text2" if self.compact else "text3", ink="text3", role="small")


class Rail(Restyled, QWidget):
    """Log a win, Find anything, the places in their sections, and the save status. `chosen` carries a page id.

    `is_stepping` while arrow keys move along the places: then the keyboard stays here.
    """

    chosen = Signal(str)
    log_asked = Signal()
    find_asked = Signal()

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Places"))
        self._compact = False
        self.is_stepping = False
        self._only_wide: list[QWidget] = []
        self._only_compact: list[QWidget] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: list[NavButton] = []
        self.status = SaveStatus()
        inner = QWidget()
        self._body = column(inner, spacing=2)
        self._add_top()
        for section, heading in HEADINGS:
            self._add_section(heading, [spec for spec in specs if spec.section == section])
        self._body.addStretch(1)
        self._add_places([spec for spec in specs if spec.section == "foot"])
        self._add_foot(column(self))
        self._scroll = Scroll(inner, clear=True, gutter=False)
        holder = self.layout()
        if isinstance(holder, QVBoxLayout):
            holder.insertWidget(0, self._scroll, 1)
        self.set_compact(False)

    @property
    def compact(self) -> bool:
        """Return whether only icons are shown."""
        return self._compact

    @property
    def buttons(self) -> tuple[NavButton, ...]:
        """Return the places in order."""
        return tuple(self._buttons)

    def set_current(self, page_id: str) -> None:
        """Mark the place one is at, in sight; it becomes the rail's tab stop."""
        for button in self._buttons:
            here = button.page_id == page_id
            button.setChecked(here)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self._reveal_current()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Show icons only, or icons with words."""
        self._compact = compact
        for widget in self._only_wide:
            widget.setVisible(not compact)
        for widget in self._only_compact:
            widget.setVisible(compact)
        for button in (*self._buttons, self._find):
            button.set_compact(compact)
        self.status.set_compact(compact)
        side = 12 if compact else 14
        self._body.setContentsMargins(side, 18, side, 0)
        self._status_line.setContentsMargins(0 if compact else 10, 0, 0, 0)
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        theme = current_theme()
        wide = theme.px(RAIL_WIDTH)
        width = round(RAIL_WIDTH_COMPACT + 24 * (theme.scale - 1)) if self._compact else wide
        self.setFixedWidth(width)
        self._brand.setContentsMargins(0 if self._compact else 4, 0, 0, 0)  # alone in its row, the mark is centred

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place one is at in sight."""
        super().resizeEvent(event)
        self._reveal_current()

    def step(self, button: NavButton, by: int) -> None:
        """Go to the neighbour of a place and put the keyboard on it."""
        target = self._buttons[(self._buttons.index(button) + by) % len(self._buttons)]
        self.is_stepping = True
        try:
            self.chosen.emit(target.page_id)
        finally:
            self.is_stepping = False
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _reveal_current(self) -> None:
        current = self._group.checkedButton()
        if current is not None:
            self._scroll.verticalScrollBar().setValue(0)  # logging a win stays in sight too where there is room
            self._scroll.reveal(current)

    def first_stop(self) -> QWidget:
        """Return what Tab reaches first here."""
        return self._log_narrow if self._compact else self._log_wide

    def _add_top(self) -> None:
        self._brand = row(spacing=10)
        self._brand.addWidget(Mark())
        name = Label(BRAND, "brand")
        self._brand.addWidget(name, 1)
        self._body.addLayout(self._brand)
        self._body.addSpacing(16)
        self._log_wide = Button(LOG_WIN.words, "tonal", icon=LOG_WIN.icon, tip=LOG_WIN.keys)
        self._log_narrow = IconButton(LOG_WIN.icon, LOG_WIN.words, "tonal", shortcut=LOG_WIN.keys)
        self._log_narrow.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._find = FindButton()
        for button in (self._log_wide, self._log_narrow):
            button.clicked.connect(self.log_asked)
            self._body.addWidget(button)
        self._find.clicked.connect(self.find_asked)
        self._body.addSpacing(6)
        self._body.addWidget(self._find)
        self._body.addSpacing(8)
        self._only_wide += [name, self._log_wide]
        self._only_compact.append(self._log_narrow)

    def _add_section(self, heading: str, specs: Sequence[PageSpec]) -> None:
        if not specs:
            return
        words = Label(QCoreApplication.translate("Rail", heading), "caption")
        words.setContentsMargins(10, 10, 0, 4)
        line = QWidget()
        column(line, margins=(0, 8, 0, 8)).addWidget(Rule())
        self._body.addWidget(words)
        self._body.addWidget(line)
        self._only_wide.append(words)
        self._only_compact.append(line)
        self._add_places(specs)

    def _add_places(self, specs: Sequence[PageSpec]) -> None:
        for spec in specs:
            button = NavButton(spec, self)
            button.clicked.connect(lambda _=False, page=spec.id: self.chosen.emit(page))
            self._group.addButton(button)
            self._buttons.append(button)
            self._body.addWidget(button)

    def _add_foot(self, holder: QVBoxLayout) -> None:
        foot = QWidget()
        layout = column(foot, margins=(14, 6, 14, 12), spacing=8)
        layout.addWidget(Rule())
        self._status_line = row()
        self._status_line.addWidget(self.status)
        layout.addLayout(self._status_line)
        holder.addWidget(foot)
