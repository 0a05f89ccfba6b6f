import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from arcareer_ui.crash import CrashHooks, CrashReport
from arcareer_ui.crash_dialog import CrashDialog
from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.label import Label
from tests.support.audit import clipped, nameless, settle

SECRET = "Northgate Freight owes 48,200"


def caught() -> BaseException:
    try:
        int(SECRET)
    except ValueError as error:
        return error
    raise AssertionError


@pytest.fixture
def hooks(qapp: object) -> Iterator[CrashHooks]:
    before = sys.excepthook, threading.excepthook
    hooks = CrashHooks()
    yield hooks
    hooks.remove()
    sys.excepthook, threading.excepthook = before


def test_report_says_where_and_nothing_the_user_wrote() -> None:
    report = CrashReport.of(caught())
    assert report.kind == "ValueError"
    assert report.places[-1].startswith("test_crash.py:")
    assert SECRET not in report.text


def test_uncaught_faults_are_logged_and_told(hooks: CrashHooks, caplog: pytest.LogCaptureFixture) -> None:
    told: list[CrashReport] = []
    hooks.crashed.connect(told.append)
    hooks.install()
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert [report.kind for report in told] == ["ValueError"]
    assert "ValueError" in caplog.text
    assert SECRET not in caplog.text


def test_faults_of_other_threads_arrive_too(hooks: CrashHooks, qtbot: QtBot) -> None:
    hooks.install()

    def work() -> None:
        raise KeyError(SECRET)

    with qtbot.waitSignal(hooks.crashed) as told:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert told.args is not None
    assert told.args[0].kind == "KeyError"


def test_interrupt_is_no_crash(hooks: CrashHooks, capsys: pytest.CaptureFixture[str]) -> None:
    told: list[CrashReport] = []
    hooks.crashed.connect(told.append)
    hooks.install()
    interrupt = KeyboardInterrupt()
    sys.excepthook(KeyboardInterrupt, interrupt, None)
    assert told == []


def test_messages_of_qt_go_to_the_log(hooks: CrashHooks, caplog: pytest.LogCaptureFixture) -> None:
    hooks.install()
    with caplog.at_level(logging.DEBUG, "arcareer.crash"):
        qWarning("a message of Qt")
    assert "a message of Qt" in caplog.text


@pytest.mark.parametrize(("saved", "words"), [(True, "Everything you saved is safe."), (False, "Copy the text")])
def test_dialog_tells_what_is_safe_and_copies_the_details(qtbot: QtBot, theme: Theme, saved: bool, words: str) -> None:
    report = CrashReport.of(caught())
    dialog = CrashDialog(report, None, saved=lambda: saved)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    assert any(words in label.text() for label in dialog.findChildren(Label))
    assert clipped(dialog) + nameless(dialog) == []
    copy = next(button for button in dialog.findChildren(Button) if button.label == "Copy details")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == report.text
    dialog.close()
