from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from arcareer_ui import window_state
from arcareer_ui.window_state import WindowState

SCREEN = QRect(0, 0, 1920, 1040)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "window.ini"


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    monkeypatch.setattr(window_state, "_screen_at", lambda _: SCREEN)
    window = QWidget()
    qtbot.addWidget(window)
    return window


def restored(path: Path, window: QWidget, frame: QRect) -> QRect:
    window.setGeometry(frame)
    state = WindowState(path)
    state.save_window(window)
    state.write()
    window.setGeometry(QRect(0, 0, 300, 300))
    WindowState(path).restore_window(window)
    return window.geometry()


def test_size_and_place_come_back(path: Path, window: QWidget) -> None:
    assert restored(path, window, QRect(200, 100, 1280, 800)) == QRect(200, 100, 1280, 800)


@pytest.mark.parametrize(
    "frame",
    [
        QRect(5_000, 4_000, 1280, 800),
        QRect(-3_000, -900, 1280, 800),
        QRect(1_800, 900, 1280, 800),
        QRect(0, 0, 5_000, 4_000),
    ],
)
def test_window_left_on_another_screen_comes_back_whole(path: Path, window: QWidget, frame: QRect) -> None:
    found = restored(path, window, frame)
    assert SCREEN.contains(found)
    assert found.width() >= 1024


def test_first_start_has_the_design_size(path: Path, window: QWidget) -> None:
    WindowState(path).restore_window(window)
    assert (window.width(), window.height()) == (1280, 800)


def test_small_choices_are_words(path: Path, qapp: QGuiApplication) -> None:
    state = WindowState(path)
    assert state.text("place/prep", "prep") == "prep"
    state.remember("place/prep", "prep/star")
    state.write()
    assert WindowState(path).text("place/prep") == "prep/star"


@pytest.mark.parametrize(
    "damage", ["", "[window]\nframe=@Rect(1 2)\n", "\x00\xff nonsense", "[window]\nframe=@Variant(zz)"]
)
def test_damaged_file_does_no_harm(path: Path, window: QWidget, damage: str) -> None:
    path.write_text(damage, encoding="latin-1")
    WindowState(path).restore_window(window)
    assert window.width() >= 1024


def test_arrangements_come_back(path: Path, qapp: QGuiApplication) -> None:
    state = WindowState(path)
    assert state.layout("wins/columns") is None
    state.remember_layout("wins/columns", QByteArray(b"\x00\x01abc"))
    state.write()
    assert WindowState(path).layout("wins/columns") == QByteArray(b"\x00\x01abc")
