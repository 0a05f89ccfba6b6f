"""One sentence and Enter: the capture of the first page, on a real library."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionFrame, QWidget
from pytestqt.qtbot import QtBot

from arcareer.domain.figures import Unit
from arcareer.domain.journal import HEADLINE_LIMIT, Win
from arcareer.domain.win_lists import WinQuery
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer_ui.capture.card import CaptureCard
from arcareer_ui.capture.session import DRAFT_KEY
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.pages import this_week
from arcareer_ui.pages.this_week.page import ThisWeekPage
from arcareer_ui.shell.save_status import SaveState
from arcareer_ui.widgets.banner import Banner
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import View, clipped, dress, settle
from tests.support.clock import FakeClock
from tests.support.opened import Opened

SENTENCE = "Collected $48,200 from Northgate Freight after 62 days"
QT_EDGES = 4  # px Qt keeps free beside the text of a line, both sides together
CTRL = Qt.KeyboardModifier.ControlModifier


class Elsewhere(Page):
    """Another page, which remembers where it was asked to go."""

    def __init__(self) -> None:
        super().__init__()
        self.route = ""

    def activated(self, route: object) -> None:
        self.route = str(route)


WINS = PageSpec("wins", "Wins", "trophy", "week", lambda _: Elsewhere(), "Ctrl+2", routes=("win",))


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    return open_pages((this_week.SPEC, WINS))


def home(opened: Opened) -> ThisWeekPage:
    page = opened.page
    assert isinstance(page, ThisWeekPage)
    return page


def card(opened: Opened) -> CaptureCard:
    return home(opened).view.capture


def stored(opened: Opened) -> tuple[Win, ...]:
    summaries = opened.app.journal.find(WinQuery())
    return opened.app.journal.get_many(summary.id for summary in summaries)


def save_state(opened: Opened) -> SaveState:
    return opened.window.rail.status.state


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def log(opened: Opened, sentence: str = SENTENCE) -> Win:
    QTest.keyClicks(card(opened).field, sentence)
    QTest.keyClick(card(opened).field, Qt.Key.Key_Return)
    settle()
    return stored(opened)[0]


def test_a_typed_sentence_and_enter_save_a_win_without_a_click(opened: Opened) -> None:
    QTest.keyClicks(focus(), SENTENCE)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    (win,) = stored(opened)
    assert win.headline == SENTENCE
    assert win.happened_on == opened.clock.today()
    assert win.theme == "cash"
    assert win.figures[0].unit is Unit.MONEY


def test_the_caret_is_in_the_field_whenever_the_page_opens(opened: Opened) -> None:
    assert focus() is card(opened).field
    opened.window.router.go("wins")
    settle()
    assert focus() is not None
    opened.window.router.go("this-week")
    settle()
    assert focus() is card(opened).field


def test_after_saving_the_field_is_empty_and_ready_and_the_win_is_listed(opened: Opened) -> None:
    log(opened, "Caught a duplicate credit note before posting")
    win = log(opened)
    assert card(opened).field.text() == ""
    assert focus() is card(opened).field
    assert not card(opened).save.isEnabled()
    assert home(opened).view.logged.rows[0].win.id == win.id
    assert len(home(opened).view.logged.rows) == 2


def test_the_result_is_said_and_details_are_one_step_away(opened: Opened, qtbot: QtBot) -> None:
    for number in range(3):
        opened.wins()
        log(opened, f"Cleared dispute number {number} with the customer")
        opened.window.toasts.close()
    win = log(opened)
    qtbot.waitUntil(lambda: "Win saved. 4 this week." in opened.announced)
    toast = opened.window.toasts.toast
    assert toast is not None
    assert [button.text() for button in toast.buttons][:1] == ["Add details"]
    toast.buttons[0].click()
    settle()
    assert opened.window.router.current == f"win/{win.id}"


def test_ctrl_enter_saves_and_opens_the_details(opened: Opened) -> None:
    QTest.keyClicks(card(opened).field, SENTENCE)
    QTest.keyClick(card(opened).field, Qt.Key.Key_Return, CTRL)
    settle()
    (win,) = stored(opened)
    assert opened.window.router.current == f"win/{win.id}"
    assert "Win saved" in opened.announced


def test_ctrl_z_takes_the_win_back_and_ctrl_y_brings_it_again(opened: Opened) -> None:
    win = log(opened)
    QTest.keyClick(focus(), Qt.Key.Key_Z, CTRL)
    settle()
    assert stored(opened) == ()
    assert home(opened).view.logged.rows == ()
    assert focus() is card(opened).field
    QTest.keyClick(focus(), Qt.Key.Key_Y, CTRL)
    settle()
    assert stored(opened) == (win,)
    assert card(opened).field.text() == ""


def test_a_held_enter_and_a_double_click_save_once(opened: Opened) -> None:
    field = card(opened).field
    QTest.keyClicks(field, SENTENCE)
    for held in (False, True, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", held)
        QApplication.sendEvent(field, key)
    assert len(stored(opened)) == 1
    QTest.keyClicks(field, "Another one")
    QTest.mouseClick(card(opened).save, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(card(opened).save, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(card(opened).save, Qt.MouseButton.LeftButton)
    assert len(stored(opened)) == 2


def test_a_held_enter_does_not_try_again_and_again(opened: Opened) -> None:
    field = card(opened).field
    QTest.keyClicks(field, "word " * 110)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(field, key)
    assert card(opened).message.text == ""


@pytest.mark.parametrize("text", ["", "   ", "\t"])
def test_nothing_is_saved_without_words(opened: Opened, text: str) -> None:
    card(opened).field.setText(text)
    QTest.keyClick(card(opened).field, Qt.Key.Key_Return)
    assert not card(opened).save.isEnabled()
    assert stored(opened) == ()


def test_what_was_picked_up_shows_after_a_pause(opened: Opened, qtbot: QtBot) -> None:
    opened.app.customers.add("Northgate Freight")
    QTest.keyClicks(card(opened).field, SENTENCE)
    picked = card(opened).picked
    qtbot.waitUntil(lambda: len(picked.words) >= 2)
    assert any("$48,200" in word for word in picked.words)
    assert "Northgate Freight, hidden on export" in picked.words
    assert picked.theme.currentText() == "Cash in"
    card(opened).field.clear()
    assert not picked.isVisible()


def test_the_chosen_theme_is_kept_for_this_sentence_only(opened: Opened, qtbot: QtBot) -> None:
    QTest.keyClicks(card(opened).field, SENTENCE)
    combo = card(opened).picked.theme
    qtbot.waitUntil(lambda: combo.current == "cash")
    QTest.keyClick(card(opened).field, Qt.Key.Key_Tab)
    assert focus() is card(opened).save
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is combo
    while combo.current != "risk":
        QTest.keyClick(combo, Qt.Key.Key_Down)
    card(opened).field.setFocus()
    QTest.keyClicks(card(opened).field, " overdue")
    qtbot.waitUntil(lambda: any("overdue" in word for word in card(opened).picked.words))
    assert combo.current == "risk"
    QTest.keyClick(card(opened).field, Qt.Key.Key_Return)
    assert stored(opened)[0].theme == "risk"
    QTest.keyClicks(card(opened).field, SENTENCE)
    qtbot.waitUntil(lambda: combo.current == "cash")


def test_a_possible_customer_is_offered_and_added_only_when_asked(opened: Opened, qtbot: QtBot) -> None:
    field = card(opened).field
    QTest.keyClicks(field, "Collected $9,300 from Castell Logistics")
    offer = card(opened).picked.offers[0]
    qtbot.waitUntil(offer.isVisible)
    assert opened.app.customers.all() == ()
    offer.click()
    settle()
    assert [customer.name for customer in opened.app.customers.all()] == ["Castell Logistics"]
    assert "Castell Logistics, hidden on export" in card(opened).picked.words
    assert not offer.isVisible()
    assert focus() is field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert stored(opened)[0].customers == (opened.app.customers.all()[0].id,)


def test_a_customer_added_or_taken_back_elsewhere_shows_at_once(opened: Opened, qtbot: QtBot) -> None:
    picked = card(opened).picked
    QTest.keyClicks(card(opened).field, SENTENCE)
    qtbot.waitUntil(lambda: len(picked.words) >= 1)
    known = "Northgate Freight, hidden on export"
    edit = opened.app.customers.add("Northgate Freight")
    settle()
    assert known in picked.words
    opened.app.edits.apply(edit.inverse())
    settle()
    assert known not in picked.words


def test_a_starter_puts_the_caret_at_the_gap_and_ctrl_z_brings_the_text_back(opened: Opened, qtbot: QtBot) -> None:
    field, starter = card(opened).field, home(opened).view.starters.buttons[0]
    QTest.keyClicks(field, "My own words")
    starter.click()
    assert field.text() == "Collected … from … after …"
    assert focus() is field
    assert field.selectedText() == "…"
    QTest.keyClicks(field, "$300")
    assert field.text() == "Collected $300 from … after …"
    qtbot.waitUntil(lambda: "2 gaps to fill" in card(opened).picked.words)
    while field.text() != "My own words":
        assert field.isUndoAvailable()
        QTest.keyClick(field, Qt.Key.Key_Z, CTRL)


def test_a_long_sentence_is_counted_and_never_cut(opened: Opened) -> None:
    field = card(opened).field
    counter = card(opened).picked.counter
    field.setText("w" * 399)
    assert not counter.isVisible()
    field.setText("w" * 400)
    assert counter.isVisible()
    assert "400" in counter.text()
    text = "w" * (HEADLINE_LIMIT + 12)
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert stored(opened) == ()
    assert "12" in card(opened).message.text
    assert field.text() == text
    assert "12" in field.accessibleDescription()
    field.setText(text[:HEADLINE_LIMIT])
    assert card(opened).message.text == ""
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(stored(opened)) == 1


def test_pasted_lines_become_one(opened: Opened) -> None:
    QGuiApplication.clipboard().setText("Agreed a plan\r\nwith\tthe customer\n\nfor 😀 $300")
    QTest.keyClick(card(opened).field, Qt.Key.Key_V, CTRL)
    assert card(opened).field.text() == "Agreed a plan with the customer for 😀 $300"
    QTest.keyClicks(card(opened).field, "!")
    assert card(opened).field.text().endswith("$300!")


def test_typing_is_on_disk_while_it_goes_on(opened: Opened, qtbot: QtBot) -> None:
    field = card(opened).field
    for _ in range(200):
        QTest.keyClicks(field, "a")
        QTest.qWait(10)
        if opened.app.drafts.find(DRAFT_KEY):
            break
    assert opened.app.drafts.find(DRAFT_KEY) is not None
    qtbot.waitUntil(lambda: _draft(opened) == field.text())
    assert opened.window.rail.status.state is SaveState.SAVED
    field.clear()
    qtbot.waitUntil(lambda: opened.app.drafts.find(DRAFT_KEY) is None)


def test_leaving_the_window_or_the_page_writes_at_once(opened: Opened) -> None:
    QTest.keyClicks(card(opened).field, "Half a")
    home(opened).flush()
    assert _draft(opened) == "Half a"
    QTest.keyClicks(card(opened).field, " thought")
    opened.window.router.go("wins")
    assert _draft(opened) == "Half a thought"


def test_a_half_typed_sentence_is_back_after_a_crash(open_pages: OpenPages) -> None:
    written = FakeClock(datetime(2026, 10, 16, 16, 2, tzinfo=UTC))
    before = open_pages((this_week.SPEC,), clock=written)
    QTest.keyClicks(card(before).field, "Collected $500 from")
    before.page.flush()
    before.close()
    after = open_pages((this_week.SPEC,), clock=FakeClock(datetime(2026, 10, 16, 16, 20, tzinfo=UTC)))
    assert card(after).field.text() == "Collected $500 from"
    (title,) = home(after).messages.titles
    local = datetime(2026, 10, 16, 16, 2, tzinfo=UTC).astimezone()
    assert title.startswith("We kept what you typed")
    assert f"{local:%M}" in title
    assert title in after.announced
    assert len(home(after).view.banners.findChildren(Banner)) == 1
    QTest.keyClicks(card(after).field, " Harlow")
    QTest.keyClick(card(after).field, Qt.Key.Key_Return)
    settle()
    assert stored(after)[0].headline == "Collected $500 from Harlow"
    assert home(after).messages.titles == ()
    assert after.app.drafts.all() == ()


def test_the_draft_is_gone_with_the_win_that_saves_it(opened: Opened, qtbot: QtBot) -> None:
    QTest.keyClicks(card(opened).field, SENTENCE)
    qtbot.waitUntil(lambda: _draft(opened) == SENTENCE)
    QTest.keyClick(card(opened).field, Qt.Key.Key_Return)
    assert opened.app.drafts.all() == ()
    QTest.qWait(500)
    assert opened.app.drafts.all() == ()


def test_when_saving_does_not_work_the_text_stays_and_the_foot_of_the_rail_says_so(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = LibraryProblem(ProblemKind.DISK_FULL, "The disk is full. Your text is safe here. Free some space.")

    def refuse(*_: object, **__: object) -> None:
        raise fault

    with monkeypatch.context() as patched:
        patched.setattr(opened.app.drafts, "keep", refuse)
        patched.setattr(opened.app.journal, "log_win", refuse)
        QTest.keyClicks(card(opened).field, SENTENCE)
        QTest.keyClick(card(opened).field, Qt.Key.Key_Return)
        home(opened).flush()
        assert card(opened).field.text() == SENTENCE
        assert "The disk is full" in card(opened).message.text
        assert save_state(opened) is SaveState.NOT_SAVED
    home(opened).flush()
    assert _draft(opened) == SENTENCE
    assert save_state(opened) is SaveState.SAVED
    QTest.keyClick(card(opened).field, Qt.Key.Key_Return)
    assert len(stored(opened)) == 1


def test_ctrl_n_elsewhere_goes_on_with_the_same_sentence(opened: Opened) -> None:
    QTest.keyClicks(card(opened).field, "Collected")
    opened.window.router.go("wins")
    settle()
    opened.window.capture.open_with()
    panel = opened.window.capture.content
    assert panel is not None
    assert panel.card.field.text() == "Collected"
    QTest.keyClicks(panel.card.field, " $300")
    opened.window.capture.dismiss()
    opened.window.router.go("this-week")
    settle()
    assert card(opened).field.text() == "Collected $300"
    opened.window.router.go("wins")
    settle()
    opened.window.capture.open_with()
    QTest.keyClick(panel.card.field, Qt.Key.Key_Return)
    settle()
    assert stored(opened)[0].headline == "Collected $300"
    assert opened.window.pages.current_id == "wins"
    assert not opened.window.capture.isVisible()
    opened.window.router.go("this-week")
    settle()
    assert card(opened).field.text() == ""
    assert len(home(opened).view.logged.rows) == 1


def test_ctrl_n_on_this_page_is_its_own_field(opened: Opened) -> None:
    card(opened).save.setFocus()
    QTest.keyClick(opened.window, Qt.Key.Key_N, CTRL)
    assert focus() is card(opened).field
    assert not opened.window.capture.isVisible()


def test_a_win_logged_after_midnight_belongs_to_the_new_day(opened: Opened) -> None:
    opened.clock.advance(timedelta(hours=9))
    assert log(opened).happened_on.isoformat() == "2026-10-17"


def _draft(opened: Opened) -> str:
    draft = opened.app.drafts.find(DRAFT_KEY)
    return draft.text if draft else ""


def test_the_overlay_shows_everything_that_was_picked_up(opened: Opened, qtbot: QtBot) -> None:
    opened.app.customers.add("Northgate Freight")
    opened.window.router.go("wins")
    settle()
    opened.window.capture.open_with("Collected $48,200 from Northgate Freight, 62 days overdue, with Castell Logistics")
    panel = opened.window.capture.content
    assert panel is not None
    qtbot.waitUntil(panel.card.picked.offers[0].isVisible)
    settle()
    assert clipped(opened.window) == []
    assert panel.geometry().bottom() <= opened.window.capture.panel.height()
    bottom = panel.card.picked.mapTo(panel, panel.card.picked.rect().bottomLeft()).y()
    assert bottom < panel.height()
    assert panel.card.picked.height() >= panel.card.picked.heightForWidth(panel.card.picked.width())
    opened.window.capture.dismiss()


@pytest.mark.parametrize("view", [View(), View((1024, 640), 1.25), View((1024, 640), 1.5)], ids=str)
def test_the_hint_is_never_shortened(opened: Opened, view: View) -> None:
    dress(opened.window, view)
    field = card(opened).field
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field).width() - QT_EDGES
    assert field.fontMetrics().horizontalAdvance(field.placeholderText()) <= room
    assert field.placeholderText().endswith(".")
