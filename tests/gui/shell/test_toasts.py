import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from arcareer.domain.changes import Edit, EntityKind
from arcareer_ui.shell.toasts import ToastHost, ToastRequest
from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.label import Label
from tests.gui.shell.conftest import Desk
from tests.support.audit import settle
from tests.support.builders import a_win

TRASHED = ToastRequest(
    "Win moved to trash", "trash-2", undoable=True, key="trash", merged="{} wins moved to trash".format
)


@pytest.fixture
def area(qtbot: QtBot, theme: Theme) -> QWidget:
    area = QWidget()
    qtbot.addWidget(area)
    area.resize(900, 500)
    area.show()
    settle()
    return area


def words(host: ToastHost) -> str:
    assert host.toast is not None
    return host.toast.findChildren(Label)[0].text()


def test_toast_stands_at_the_foot_in_the_middle_and_follows(area: QWidget) -> None:
    host = ToastHost(area)
    host.show(ToastRequest("Win saved"))
    toast = host.toast
    assert toast is not None
    assert abs(toast.geometry().center().x() - 450) <= 1
    area.resize(600, 300)
    settle()
    assert abs(toast.geometry().center().x() - 300) <= 1
    assert toast.geometry().bottom() < 300


def test_only_one_at_a_time(area: QWidget) -> None:
    host = ToastHost(area)
    host.show(ToastRequest("First"))
    host.show(ToastRequest("Second"))
    settle()
    assert words(host) == "Second"
    assert len([label for label in area.findChildren(Label) if label.isVisible()]) == 1


def test_action_and_undo_stand_side_by_side(area: QWidget) -> None:
    host, done, undone = ToastHost(area), [], []  # type: ignore[var-annotated]
    host.undo_asked.connect(undone.append)
    request = ToastRequest("Win saved", action="Add details", act=lambda: done.append(True), undoable=True)
    host.show(request)
    assert host.toast is not None
    assert [button.label for button in host.toast.buttons] == ["Add details", "Undo"]
    QTest.mouseClick(host.toast.buttons[0], Qt.MouseButton.LeftButton)
    assert (done, undone) == ([True], [])
    host.show(request)
    QTest.keyClick(host.toast.buttons[1], Qt.Key.Key_Return)
    assert (done, undone) == ([True], [1])


def test_several_in_a_row_become_one_and_are_undone_together(area: QWidget) -> None:
    host, undone, said = ToastHost(area), [], []  # type: ignore[var-annotated]
    host.undo_asked.connect(undone.append)
    host.announced.connect(said.append)
    for _ in range(3):
        host.note_change()
        host.show(TRASHED)
    settle()
    assert words(host) == "3 wins moved to trash"
    assert said == ["Win moved to trash", "2 wins moved to trash", "3 wins moved to trash"]
    assert host.toast is not None
    QTest.mouseClick(host.toast.buttons[0], Qt.MouseButton.LeftButton)
    assert undone == [3]


def test_undo_in_a_toast_goes_when_something_else_is_done(area: QWidget, qtbot: QtBot) -> None:
    host = ToastHost(area)
    host.show(TRASHED)
    host.note_change()
    qtbot.waitUntil(lambda: host.toast is None)
    host.show(ToastRequest("Saved to Documents"))
    host.note_change()
    settle()
    assert host.toast is not None


def test_toast_waits_while_the_pointer_or_the_keyboard_is_on_it(area: QWidget, qtbot: QtBot) -> None:
    host = ToastHost(area)
    host._clock.setInterval(30)
    host.show(TRASHED)
    toast = host.toast
    assert toast is not None
    area.activateWindow()
    toast.buttons[0].setFocus()
    with qtbot.waitSignal(host._clock.timeout):
        pass
    assert host.toast is toast
    toast.buttons[0].clearFocus()
    spot = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(spot, spot, toast.mapToGlobal(spot)))
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    with qtbot.waitSignal(host._clock.timeout):
        pass
    assert host.toast is toast
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: host.toast is None)


def test_window_takes_back_what_the_toast_reported(desk: Desk) -> None:
    for _ in range(2):
        desk.undo.record(Edit("Move win to trash", EntityKind.WIN, a_win(), None), "Move win to trash")
        desk.page().toasted.emit(TRASHED)
    settle()
    toast = desk.window.toasts.toast
    assert toast is not None
    QTest.mouseClick(toast.buttons[0], Qt.MouseButton.LeftButton)
    assert len(desk.applied) == 2
    assert desk.window.toasts.toast is None


def test_undo_by_keys_takes_the_toast_away(desk: Desk) -> None:
    desk.undo.record(Edit("Move win to trash", EntityKind.WIN, a_win(), None), "Move win to trash")
    desk.page().toasted.emit(TRASHED)
    desk.undo.undo()
    settle()
    assert desk.window.toasts.toast is None
