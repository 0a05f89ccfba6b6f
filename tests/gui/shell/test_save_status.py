from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from arcareer_ui.shell.save_status import SaveReport, SaveState, SaveStatus
from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.button import Button
from tests.support.audit import clipped, settle


@pytest.fixture
def status(qtbot: QtBot, theme: Theme) -> SaveStatus:
    status = SaveStatus()
    qtbot.addWidget(status)
    status.resize(190, 120)
    status.show()
    return status


def test_starts_ready(status: SaveStatus) -> None:
    assert (status.state, status.text) == (SaveState.READY, "Ready")


def test_says_when_all_was_saved(status: SaveStatus) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    try:
        status.report(SaveReport(SaveState.SAVED, datetime(2026, 10, 16, 16, 4, tzinfo=UTC)))
    finally:
        QLocale.setDefault(QLocale.system())
    assert status.text == "All saved, 16:04"
    status.report(SaveReport(SaveState.SAVED))
    assert status.text == "All saved"


def test_saving_is_shown_only_when_it_takes_long(status: SaveStatus, qtbot: QtBot) -> None:
    status._slow.setInterval(40)
    status.report(SaveReport(SaveState.SAVING))
    assert status.text == "Ready"
    qtbot.waitUntil(lambda: status.text == "Saving…")
    status.report(SaveReport(SaveState.SAVED))
    status.report(SaveReport(SaveState.SAVING))
    status.report(SaveReport(SaveState.SAVED))
    assert not status._slow.isActive()


def test_trouble_is_said_aloud_with_one_thing_to_do_and_so_is_its_end(status: SaveStatus) -> None:
    said: list[str] = []
    acted: list[bool] = []
    status.warned.connect(said.append)
    status.report(
        SaveReport(
            SaveState.NOT_SAVED,
            reason="The disk is full. Your text is safe in memory.",
            action="Choose another folder",
            act=lambda: acted.append(True),
        )
    )
    settle()
    button = status.findChildren(Button)[0]
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert acted == [True]
    assert clipped(status) == []
    status.report(SaveReport(SaveState.SAVED))
    assert said == ["Not saved yet. The disk is full. Your text is safe in memory.", "All saved"]
    assert not button.isVisible()


def test_saving_as_usual_is_not_said_aloud(status: SaveStatus) -> None:
    said: list[str] = []
    status.warned.connect(said.append)
    for _ in range(3):
        status.report(SaveReport(SaveState.SAVED))
    assert said == []


def test_compact_keeps_the_words_in_the_tooltip(status: SaveStatus) -> None:
    status.set_compact(True)
    status.report(SaveReport(SaveState.NOT_SAVED, reason="The disk is full."))
    assert status.toolTip() == "Not saved yet The disk is full."
    assert not status.findChildren(Button)[0].isVisible()


def test_trouble_that_lasts_is_said_aloud_once(status: SaveStatus) -> None:
    said: list[str] = []
    status.warned.connect(said.append)
    for _ in range(3):
        status.report(SaveReport(SaveState.NOT_SAVED, reason="The disk is full."))
    assert said == ["Not saved yet. The disk is full."]
