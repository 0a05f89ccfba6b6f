"""Shorthands for box layouts without the toolkit's default margins."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)


def column(parent: QWidget | None = None, *, margins: Margins = NONE, spacing: int = 0) -> QVBoxLayout:
    """Return a vertical layout, installed on `parent` if given; margins left, top, right, bottom."""
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def row(parent: QWidget | None = None, *, margins: Margins = NONE, spacing: int = 0) -> QHBoxLayout:
    """Return a horizontal layout, installed on `parent` if given; margins left, top, right, bottom."""
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout
