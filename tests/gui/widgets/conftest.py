"""A window to put widgets in."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.scroll import Scroll
from tests.support.audit import settle

Place = Callable[..., QWidget]


@pytest.fixture
def place(qtbot: QtBot, theme: Theme) -> Place:
    """Show widgets one below the other in a window as wide as asked; it lives as long as the test."""
    windows: list[QWidget] = []

    def put(*widgets: QWidget, width: int = 420) -> QWidget:
        content = QWidget()
        layout = column(content, margins=(10, 10, 10, 10), spacing=8)
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch(1)
        window = Scroll(content)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, 400)
        window.show()
        window.activateWindow()
        settle()
        return window

    return put
