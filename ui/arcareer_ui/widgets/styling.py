"""What every widget of the kit shares: variants for the style sheet, and a hook for live theme changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from arcareer_ui.theme.theme import current_theme

Tone = Literal["plain", "line", "accent", "warn", "danger", "info"]

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class Restyled(_Base):
    """Mixin: `restyle()` runs when theme or text scale change. Call it yourself at the end of `__init__`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._seen_look = current_theme().look  # first, as Qt may speak of a change of style while the widget is made
        super().__init__(*args, **kwargs)

    def changeEvent(self, event: QEvent) -> None:
        """Hear that the style sheet was replaced; Qt says so too whenever a widget gets another parent."""
        super().changeEvent(event)
        if self._seen_look != current_theme().look and event.type() == QEvent.Type.StyleChange:
            self._seen_look = current_theme().look
            self.restyle()

    def restyle(self) -> None:
        """Take sizes, icons and colours from the current theme again."""
        raise NotImplementedError


def set_variant(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet selects on (`kind`, `sz`, `tone`, `role`, ...) and restyle if it changed."""
    if (widget.property(name) or "") == (value or ""):
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it will get its look when it is first shown
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.updateGeometry()


def without_mnemonic(text: str) -> str:
    """Return the text for a button or buddy label: an ampersand stays an ampersand."""
    return text.replace("&", "&&")


def is_enter(event: QKeyEvent) -> bool:
    """Return whether Enter or Return was pressed alone; Qt's buttons only know Space outside dialogs."""
    plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
    return plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def belongs_to_window(widget: QWidget, event: QEvent) -> bool:
    """Return whether a key is a shortcut of the window, which a text box would otherwise keep for itself.

    Qt's text boxes claim Ctrl+Z even with nothing to undo, and on some systems Ctrl+E. Ignore the event then.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}:
        return False
    pressed = QKeySequence(event.keyCombination())
    return any(action.isEnabled() and pressed in action.shortcuts() for action in widget.window().actions())


def decorative(widget: QWidget) -> None:
    """Mark a widget as decoration: no name, no focus."""
    widget.setProperty("decorative", True)
    widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
