import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets import announcer as announcer_module
from arcareer_ui.widgets.announcer import Announcer
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.confirm_dialog import ConfirmDialog
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.item_row import ItemRow
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.page_preview import PagePreview, PreviewDesk
from arcareer_ui.widgets.progress import InlineProgress
from tests.gui.widgets.conftest import Place
from tests.support.audit import clipped, nameless, overflowing, settle

LONG = "Check the spelling, or clear the filter to search all thirty-four wins you have logged so far."


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [420, 760])
def test_messages_fit_wherever_they_stand(
    place: Place, theme: Theme, qapp: QApplication, width: int, scale: float
) -> None:
    window = place(
        Banner(LONG, LONG, actions=(Button("Choose column", size="compact"),), dismissible=True),
        EmptyState("search-x", LONG, LONG, action=Button("Clear"), second=Button("Log it", "quiet"), footnote=LONG),
        ItemRow("banknote", LONG, "Thu, Cash in", actions=(IconButton("ellipsis", "More actions"),)),
        InlineProgress("Importing aging.csv", LONG),
        width=width,
    )
    theme.apply(qapp, "light", scale)
    settle(10)
    assert clipped(window) + overflowing(window) + nameless(window) == []


def test_banner_goes_when_dismissed(place: Place, qtbot: QtBot) -> None:
    banner = Banner("Brag sheet saved", "2 pages.", "accent", dismissible=True)
    place(banner)
    close = banner.findChildren(IconButton)[0]
    with qtbot.waitSignal(banner.dismissed):
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert banner.isHidden()
    assert banner.accessibleName() == "Brag sheet saved 2 pages."


def test_empty_state_leaves_out_what_it_has_no_words_for(place: Place) -> None:
    state = EmptyState("trophy", "Nothing logged yet")
    place(state)
    assert [label.text() for label in state.findChildren(Label) if label.isVisible()] == ["Nothing logged yet"]
    state.set_words("No win mentions “harbour”", "Check the spelling.")
    assert len([label for label in state.findChildren(Label) if label.isVisible()]) == 2


def test_row_opens_by_mouse_and_keyboard(place: Place) -> None:
    row = ItemRow("banknote", "Cleared the backlog", "Thu")
    place(row)
    opened: list[bool] = []
    row.opened.connect(lambda: opened.append(True))
    QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    QTest.keyClick(row.button, Qt.Key.Key_Return)
    assert len(opened) == 2
    assert row.button.accessibleName() == "Cleared the backlog. Thu"


def test_progress_counts_and_stops_once(place: Place) -> None:
    progress = InlineProgress("Importing aging.csv")
    place(progress)
    progress.set_progress(1_240, 3_000, "1,240 of 3,000 rows")
    assert any(label.text() == "1,240 of 3,000 rows" for label in progress.findChildren(Label))
    progress.set_progress(0, 0)
    stopped: list[bool] = []
    progress.cancelled.connect(lambda: stopped.append(True))
    cancel = progress.findChildren(Button)[0]
    for _ in range(2):
        QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert stopped == [True]


@pytest.mark.parametrize(("key", "sure"), [(Qt.Key.Key_Return, False), (Qt.Key.Key_Escape, False)])
def test_question_keeps_by_default(qtbot: QtBot, theme: Theme, key: Qt.Key, sure: bool) -> None:
    dialog = ConfirmDialog(None, "Delete 12 wins for good?", "Nothing brings them back.", act="Delete", keep="Keep")
    qtbot.addWidget(dialog)
    answers: list[bool] = []
    dialog.answered.connect(answers.append)
    dialog.open()
    settle()
    assert nameless(dialog) + clipped(dialog) == []
    QTest.keyClick(dialog.focusWidget() or dialog, key)
    assert answers == [sure]


def test_question_can_be_answered_with_the_act(qtbot: QtBot, theme: Theme) -> None:
    dialog = ConfirmDialog(None, "Delete 12 wins for good?", "Nothing brings them back.", act="Delete", keep="Keep")
    qtbot.addWidget(dialog)
    answers: list[bool] = []
    dialog.answered.connect(answers.append)
    dialog.open()
    settle()
    QTest.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    assert answers == [True]


class Spy:
    """Hears what is announced to screen readers."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, bool]] = []

    def __call__(self, source: QWidget, text: str, *, assertive: bool) -> None:
        self.heard.append((text, assertive))


def test_announcements_are_spaced_and_the_last_one_is_not_lost(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, theme: Theme
) -> None:
    spy, window = Spy(), QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(announcer_module, "tell_screen_reader", spy)
    monkeypatch.setattr(announcer_module, "PAUSE_MS", 80)
    announcer = Announcer(window)
    for text in ("1 result", "2 results", "3 results"):
        announcer.say(text)
    assert spy.heard == [("1 result", False)]
    qtbot.waitUntil(lambda: len(spy.heard) == 2)
    assert spy.heard[1] == ("3 results", False)


def test_qt_takes_announcements(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    announcer = Announcer(window)
    with qtbot.waitSignals([announcer.announced, announcer.announced]):
        announcer.say("4 results")
        announcer.warn("Not saved yet")


def test_warning_does_not_wait(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, theme: Theme) -> None:
    spy, window = Spy(), QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(announcer_module, "tell_screen_reader", spy)
    announcer = Announcer(window)
    announcer.say("1 result")
    announcer.say("2 results")
    announcer.warn("Not saved yet")
    assert spy.heard == [("1 result", False), ("Not saved yet", True)]


def test_preview_shows_pages_as_wide_as_the_desk(place: Place, theme: Theme) -> None:
    preview = PagePreview("Preview of the brag sheet")
    desk = PreviewDesk(preview)
    desk.setMinimumHeight(300)
    place(desk, width=600)
    preview.set_html("<h1>Jordan Reyes</h1>" + "<p>Cut the overdue balance on 14 key accounts.</p>" * 120)
    settle()
    assert preview.page_count > 1
    assert preview.width() == desk.viewport().width()
    assert preview.height() == preview.heightForWidth(preview.width())
    assert preview.accessibleDescription().startswith("Jordan Reyes")
    desk.zoom_by(1)
    assert preview.width() > desk.viewport().width()
    desk.zoom_by(-9)
    assert preview.width() == round(desk.viewport().width() * 0.5)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_in_both_themes(place: Place, theme: Theme, qapp: QApplication, scheme: str) -> None:
    theme.apply(qapp, scheme, 1.0)  # type: ignore[arg-type]
    preview = PagePreview("Preview")
    preview.set_html("<p>Words</p>")
    place(preview)
    image = preview.grab().toImage()
    assert image.pixelColor(image.width() // 2, 12).name() == theme.colours["paper"].lower()
    inks = {image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height() // 4)}
    assert min(inks) < 90


def test_click_in_the_preview_tells_what_was_hit(place: Place, qtbot: QtBot) -> None:
    preview = PagePreview("Preview", margin=0)
    preview.set_html('<a href="win/42">' + "wide words " * 40 + "</a>")
    place(preview)
    with qtbot.waitSignal(preview.anchor_clicked) as told:
        QTest.mouseClick(
            preview, Qt.MouseButton.LeftButton, pos=preview.rect().topLeft() + preview.rect().center() * 0.02
        )
    assert told.args == ["win/42"]
