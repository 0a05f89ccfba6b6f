"""The two movements there are, and how to do without them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from arcareer_ui.theme.theme import current_theme


def fade_in(widget: QWidget, duration: int, done: Callable[[], None]) -> None:
    """Let a widget appear in `duration` ms, or at once with reduced motion; then call `done`."""
    if current_theme().reduced_motion:
        done()
        return
    effect = QGraphicsOpacityEffect(widget)
    effect.setOpacity(0)
    widget.setGraphicsEffect(effect)
    animation = QPropertyAnimation(effect, b"opacity", widget)
    animation.setDuration(duration)
    animation.setEndValue(1.0)
    animation.setEasingCurve(QEasingCurve.Type.OutCubic)
    animation.finished.connect(done)
    animation.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
