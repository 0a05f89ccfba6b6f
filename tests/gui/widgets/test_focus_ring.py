import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.button import Button, IconButton, RowButton
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.focus_ring import FocusRing
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.widgets.switch import Switch
from tests.gui.widgets.conftest import Place
from tests.support.audit import focus_is_visible, settle


def kinds() -> list[QWidget]:
    return [
        Button("Save", "primary"),
        Button("Second"),
        IconButton("plus", "Add"),
        RowButton("Row"),
        CheckBox("Key figures"),
        Switch("Hide names"),
        Combo("Theme", [("a", "A")]),
        LineEdit("Line"),
        GrowText("Box"),
        GrowText("Bare", bare=True),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("at", range(10))
def test_every_control_shows_keyboard_focus(
    place: Place, theme: Theme, qapp: QApplication, scheme: str, at: int
) -> None:
    theme.apply(qapp, scheme, 1.0)  # type: ignore[arg-type]
    widget = kinds()[at]
    widget.setMinimumSize(60, 30)
    window = place(Button("Elsewhere"), widget)
    ring = FocusRing(window)
    assert focus_is_visible(window, widget)
    assert ring.window() is window


def test_segment_shows_keyboard_focus(place: Place) -> None:
    segment = Segment("Filter", [("a", "All"), ("b", "Some")])
    window = place(Button("Elsewhere"), segment)
    ring = FocusRing(window)
    assert focus_is_visible(window, segment)
    assert ring.isVisible()


@pytest.mark.parametrize("reason", [Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason])
def test_no_ring_without_the_keyboard(place: Place, reason: Qt.FocusReason) -> None:
    first, second = Button("First"), Button("Second")
    ring = FocusRing(place(first, second))
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    first.setFocus(reason)
    assert not ring.isVisible()


def test_ring_scrolls_its_widget_into_view_and_follows_it(place: Place) -> None:
    buttons = [Button(f"Button {number}") for number in range(40)]
    window = place(*buttons)
    ring = FocusRing(window)
    buttons[-1].setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    place_of_last = buttons[-1].mapTo(window, buttons[-1].rect().topLeft())
    assert 0 < place_of_last.y() < window.height() - buttons[-1].height()
    assert ring.geometry().contains(place_of_last)
    buttons[-1].hide()  # Qt passes the keyboard on
    settle()
    assert ring.target is not buttons[-1]


def test_ring_survives_the_end_of_its_widget(place: Place, qtbot: QtBot) -> None:
    first, second = Button("First"), Button("Second")
    window = place(first, second)
    ring = FocusRing(window)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    second.deleteLater()
    settle()
    window.resize(500, 300)
    settle()
    assert not ring.isVisible()
