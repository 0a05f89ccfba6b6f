from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from arcareer_ui.dialogs import QtDialogs
from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.confirm_dialog import ConfirmDialog
from tests.support.audit import settle


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def the_dialog(window: QWidget) -> QFileDialog:
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.isVisible()
    return dialog


def test_saving_offers_the_name_and_gives_the_path(window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    target = tmp_path / "Brag sheet 2026 H1.docx"
    QtDialogs(window).save_file("Save as Word", target, "Word (*.docx)", chosen.append)
    dialog = the_dialog(window)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert [Path(name).name for name in dialog.selectedFiles()] == [target.name]
    assert dialog.defaultSuffix() == "docx"
    dialog.accept()
    settle()
    assert chosen == [target]


def test_opening_gives_an_existing_file(window: QWidget, tmp_path: Path) -> None:
    source = tmp_path / "wins.csv"
    source.write_text("headline\n", encoding="utf-8")
    chosen: list[Path] = []
    QtDialogs(window).open_file("Import wins", "Tables (*.csv)", chosen.append)
    dialog = the_dialog(window)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(source))
    dialog.accept()
    settle()
    assert chosen == [source]


def test_folders_can_be_chosen(window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    QtDialogs(window).choose_folder("Where to", tmp_path, chosen.append)
    dialog = the_dialog(window)
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.accept()
    settle()
    assert chosen == [tmp_path]


def test_nothing_is_called_when_the_user_changes_their_mind(window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    QtDialogs(window).save_file("Save", tmp_path / "a.docx", "Word (*.docx)", chosen.append)
    the_dialog(window).reject()
    settle()
    assert chosen == []


@pytest.mark.parametrize("sure", [True, False])
def test_question_answers_by_its_buttons(window: QWidget, sure: bool) -> None:
    answers: list[bool] = []
    dialogs = QtDialogs()
    dialogs.set_window(window)
    dialogs.confirm("Empty the trash?", "12 wins will be gone.", act="Delete", keep="Keep", answered=answers.append)
    dialog = window.findChild(ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    button = dialog.act_button if sure else dialog.keep_button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert answers == [sure]
