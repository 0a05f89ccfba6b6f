"""Buttons: with words, with an icon only, and whole rows that act."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QPushButton, QSizePolicy, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import RADIUS_CONTROL
from arcareer_ui.widgets.styling import Restyled, is_enter, set_variant, without_mnemonic

Kind = Literal["primary", "secondary", "tonal", "quiet", "link", "danger", "chip", "toast"]
Size = Literal["regular", "compact", "large"]

_INK: dict[Kind, str] = {
    "primary": "on_accent",
    "tonal": "on_accent_soft",
    "link": "accent",
    "danger": "danger",
    "toast": "toast_quiet",
}
_GAP = 4


class _IconPainter(Restyled, QPushButton):
    """Draws its icon again when it is switched on or off; each state is drawn only when it is seen."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button, as Space does."""
        if is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)


def _as_it_is(pixmap: QPixmap) -> QIcon:
    """Return an icon that looks the same when disabled, as the colour says it already."""
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Disabled)
    return icon


class Button(_IconPainter):
    """A button with words, at most one `primary` on a page; `trailing` puts the icon after the words."""

    def __init__(
        self,
        text: str,
        kind: Kind = "secondary",
        *,
        icon: str = "",
        size: Size = "regular",
        tip: str = "",
        name: str = "",
        trailing: bool = False,
        checkable: bool = False,
    ) -> None:
        super().__init__(without_mnemonic(text))
        self._icon_name, self._trailing = icon, trailing
        self._kind: Kind = kind
        self._small = size == "compact" or kind in {"chip", "link"}
        self._loading = False
        self._refuge: QWidget | None = None  # what has the keyboard while this button works
        self.setProperty("kind", kind)
        self.setProperty("sz", size)
        self.setCheckable(checkable)
        self.setToolTip(tip)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            self.restyle()

    @property
    def label(self) -> str:
        """Return the words as the user reads them."""
        return self.text().replace("&&", "&")

    def set_label(self, text: str) -> None:
        """Change the words, and the accessible name with them."""
        self.setText(without_mnemonic(text))
        self.setAccessibleName(text)

    def set_icon(self, name: str) -> None:
        """Change the icon; empty for none."""
        self._icon_name = name
        self.restyle()

    def set_kind(self, kind: Kind) -> None:
        """Turn into another kind of button, for example when a page changes its main action."""
        self._kind = kind
        set_variant(self, "kind", kind)
        self.restyle()

    def set_loading(self, loading: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Show that the work has begun: no second click, same width; the keyboard comes back when it has ended."""
        if loading == self._loading:
            return
        held = self.hasFocus()
        self._loading = loading
        if loading:
            self.setFixedWidth(self.width())
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16777215)
        self.setEnabled(not loading)
        if loading:
            self._refuge = QApplication.focusWidget() if held else None
        elif self._refuge is not None and self._refuge is QApplication.focusWidget():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setAccessibleDescription(self.tr("Working") if loading else "")
        self.restyle()

    def restyle(self) -> None:
        """Draw the icon again in the theme's colours."""
        theme = current_theme()
        name = "loader" if self._loading and self._icon_name else self._icon_name
        if not name:
            self.setIcon(QIcon())
            return
        size = 16 if self._small else 18
        ink = _INK.get(self._kind, "text2") if self.isEnabled() else "text3"
        self.setIcon(_as_it_is(self._spaced(theme.pixmap(name, ink, size))))
        self.setIconSize(QSize(theme.px(size) + _GAP, theme.px(size)))
        if self._trailing:
            right_to_left = Qt.LayoutDirection.RightToLeft
            mirrored = QGuiApplication.layoutDirection() == right_to_left
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight if mirrored else right_to_left)

    def _spaced(self, pixmap: QPixmap) -> QPixmap:
        """Return the icon with air on the side of the words, which the style sheet cannot give."""
        ratio = pixmap.devicePixelRatio()
        wide = QPixmap(pixmap.width() + round(_GAP * ratio), pixmap.height())
        wide.setDevicePixelRatio(ratio)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(_GAP if self._trailing else 0, 0, pixmap)
        painter.end()
        return wide


class IconButton(_IconPainter):
    """A button with an icon only; its name is spoken, and shown as tooltip with the shortcut."""

    def __init__(
        self,
        icon: str,
        name: str,
        kind: Kind = "quiet",
        *,
        shortcut: str = "",
        size: Size = "regular",
        checkable: bool = False,
    ) -> None:
        super().__init__()
        self._icon_name, self._kind, self._small = icon, kind, size == "compact"
        self.setProperty("kind", kind)
        self.setProperty("sz", size)
        self.setProperty("iconOnly", True)
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_name(name, shortcut)
        self.restyle()

    def set_name(self, name: str, shortcut: str = "") -> None:
        """Say what the button does; the shortcut is for the tooltip only."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcut})" if shortcut else name)

    def set_icon(self, name: str) -> None:
        """Change the icon."""
        self._icon_name = name
        self.restyle()

    def restyle(self) -> None:
        """Draw the icon again in the theme's colours."""
        theme = current_theme()
        size = 16 if self._small else 18
        ink = _INK.get(self._kind, "text2") if self.isEnabled() else "text3"
        self.setIcon(_as_it_is(theme.pixmap(self._icon_name, ink, size)))
        self.setIconSize(QSize(theme.px(size), theme.px(size)))


class RowButton(QAbstractButton):
    """A whole row that acts: give it a layout with `column()` or `row()`. `chosen` rows keep a soft fill."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._chosen = False
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Mark as the selected row of its list."""
        self._chosen = chosen
        self.update()

    @property
    def chosen(self) -> bool:
        """Return whether this is the selected row."""
        return self._chosen

    def sizeHint(self) -> QSize:
        """Return the size the layout wants."""
        layout: QLayout | None = self.layout()
        return layout.totalSizeHint() if layout is not None else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size of the layout."""
        layout: QLayout | None = self.layout()
        return layout.totalMinimumSize() if layout is not None else QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the row, as Space does."""
        if is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the fill of a chosen, hovered or pressed row."""
        fill = "press" if self.isDown() else "accent_soft" if self._chosen else "hover" if self.underMouse() else ""
        if not fill:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().colour(fill))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)
