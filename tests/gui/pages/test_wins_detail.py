"""One win: typed, picked, saved by itself, taken back, and safe when the disk is not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateTimeEdit
from pytestqt.qtbot import QtBot

from arcareer.domain.journal import HEADLINE_LIMIT, Win
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer_ui.pages import this_week, wins
from arcareer_ui.shell.save_status import SaveState
from arcareer_ui.widgets.button import Button
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.wins_desk import (
    CTRL,
    FRIDAY,
    button,
    detail,
    editors,
    identity,
    page,
    press,
    show,
    stored,
    toast,
    type_in,
    undo,
)
from tests.support.audit import settle
from tests.support.builders import a_win
from tests.support.opened import Opened

WIN = a_win(
    "Cleared the backlog",
    happened_on=FRIDAY - timedelta(days=1),
    theme="cash",
    situation="Their lead had changed",
    action="I called",
    outcome="Paid in full",
    proof="Remittance",
    private_notes="Ask for the thank-you note",
    colleagues=("Ann", "Bo"),
)
OTHER = a_win("Stopped a duplicate credit note", happened_on=FRIDAY)


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    desk = open_pages((wins.SPEC, this_week.SPEC))
    desk.wins(WIN, OTHER)
    show(desk, WIN.id)
    return desk


def now(opened: Opened) -> Win:
    return stored(opened, WIN.id)


def refuse() -> None:
    raise LibraryProblem(ProblemKind.DISK_FULL, "The disk is full. Your text is kept.")


def break_disk(opened: Opened) -> None:
    opened.app.edits._store.guard = refuse


def mend_disk(opened: Opened) -> None:
    opened.app.edits._store.guard = lambda: None


def status(opened: Opened) -> SaveState:
    return opened.window.rail.status.state


def test_everything_of_a_win_is_shown(opened: Opened) -> None:
    view = detail(opened)
    assert view.headline.text == "Cleared the backlog"
    assert [view.texts[name].text for name in ("situation", "action", "outcome", "proof", "private_notes")] == [
        "Their lead had changed",
        "I called",
        "Paid in full",
        "Remittance",
        "Ask for the thank-you note",
    ]
    assert view.colleagues.text() == "Ann, Bo"
    assert (view.theme.current, view.day.value) == ("cash", WIN.happened_on)
    assert view.date_words == "Thursday 15 October 2026"


@pytest.mark.parametrize("name", ["headline", "situation", "action", "outcome", "proof", "private_notes"])
def test_a_typed_field_is_saved_by_itself(opened: Opened, qtbot: QtBot, name: str) -> None:
    before = getattr(WIN, name)
    type_in(detail(opened).editors[name], " and more")
    assert getattr(now(opened), name) == before
    qtbot.waitUntil(lambda: getattr(now(opened), name) == before + " and more", timeout=2_000)
    assert status(opened) is SaveState.SAVED
    assert detail(opened).editors[name].hasFocus()


def test_colleagues_are_names_with_commas_and_typing_goes_on_undisturbed(opened: Opened, qtbot: QtBot) -> None:
    line = detail(opened).colleagues
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_End)
    type_in(line, ", ")
    page(opened).flush()
    settle()
    assert line.text() == "Ann, Bo, "
    QTest.keyClicks(line, "Cy")
    page(opened).flush()
    assert now(opened).colleagues == ("Ann", "Bo", "Cy")
    assert line.text() == "Ann, Bo, Cy"


def test_the_list_follows_what_is_typed(opened: Opened) -> None:
    type_in(detail(opened).headline, ", all nine")
    page(opened).flush()
    assert any("all nine" in getattr(line, "headline", "") for line in page(opened).view.list.items)
    current = page(opened).view.list.current
    assert getattr(current, "id", None) == WIN.id


def test_leaving_the_field_saves(opened: Opened) -> None:
    type_in(detail(opened).texts["action"], " twice")
    detail(opened).theme.setFocus()
    assert now(opened).action == "I called twice"


def test_leaving_the_page_saves(opened: Opened) -> None:
    type_in(detail(opened).texts["action"], " twice")
    opened.window.router.go("this-week")
    assert now(opened).action == "I called twice"


def test_another_win_saves_the_one_before(opened: Opened) -> None:
    type_in(detail(opened).texts["action"], " twice")
    show(opened, OTHER.id)
    assert now(opened).action == "I called twice"
    assert detail(opened).texts["action"].text == ""
    assert stored(opened, OTHER.id) == OTHER


def test_a_window_that_loses_the_keyboard_saves(opened: Opened) -> None:
    type_in(detail(opened).texts["action"], " twice")
    QApplication.sendEvent(opened.window, QEvent(QEvent.Type.ActivationChange))
    other = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(detail(opened).texts["action"], other)
    assert now(opened).action == "I called twice"


def test_ctrl_s_saves_and_says_so(opened: Opened) -> None:
    type_in(detail(opened).texts["action"], " twice")
    QTest.keyClick(detail(opened).texts["action"], Qt.Key.Key_S, CTRL)
    assert now(opened).action == "I called twice"
    assert any(text.startswith("All saved") for text in opened.announced)


def test_closing_the_window_saves(opened: Opened, open_pages: OpenPages) -> None:
    type_in(detail(opened).texts["action"], " twice")
    opened.close()
    again = open_pages((wins.SPEC,))
    assert now(again).action == "I called twice"


def test_a_stretch_of_typing_is_one_step(opened: Opened) -> None:
    box = detail(opened).texts["action"]
    type_in(box, " once")
    page(opened).flush()
    type_in(box, ", twice")
    page(opened).flush()
    detail(opened).theme.setFocus()
    type_in(box, ", three times")
    page(opened).flush()
    undo(opened)
    assert now(opened).action == box.text == "I called once, twice"
    undo(opened)
    assert now(opened).action == box.text == "I called"
    opened.session.undo.redo()
    settle()
    assert now(opened).action == box.text == "I called once, twice"


def test_undo_shows_the_win_it_changes(opened: Opened) -> None:
    type_in(detail(opened).texts["action"], " twice")
    show(opened, OTHER.id)
    undo(opened)
    assert page(opened).desk.value == WIN
    assert detail(opened).texts["action"].text == "I called"


def test_a_theme_is_saved_when_it_is_picked(opened: Opened) -> None:
    combo = detail(opened).theme
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    settle()
    assert now(opened).theme == combo.current != "cash"
    undo(opened)
    assert now(opened).theme == combo.current == "cash"


def test_a_day_is_saved_when_it_is_typed(opened: Opened) -> None:
    field = detail(opened).day
    field.setFocus()
    field.setSelectedSection(QDateTimeEdit.Section.DaySection)
    QTest.keyClicks(field, "02")
    detail(opened).theme.setFocus()
    settle()
    assert now(opened).happened_on == date(2026, 10, 2)
    assert detail(opened).date_words == "Friday 2 October 2026"


def test_a_day_half_typed_is_saved_on_leaving_the_page(opened: Opened) -> None:
    field = detail(opened).day
    field.setFocus()
    field.setSelectedSection(QDateTimeEdit.Section.DaySection)
    QTest.keyClicks(field, "02")
    page(opened).flush()
    assert now(opened).happened_on == date(2026, 10, 2)


def test_a_day_still_to_come_is_refused_where_it_stands(opened: Opened) -> None:
    field = detail(opened).day
    field.setFocus()
    field.setSelectedSection(QDateTimeEdit.Section.DaySection)
    QTest.keyClicks(field, "28")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert "still to come" in detail(opened).fields["happened_on"].message
    assert now(opened).happened_on == WIN.happened_on
    field.setSelectedSection(QDateTimeEdit.Section.DaySection)
    QTest.keyClicks(field, "03")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert detail(opened).fields["happened_on"].message == ""
    assert now(opened).happened_on == date(2026, 10, 3)


def test_competencies_are_ticked_and_unknown_ones_are_kept(opened: Opened) -> None:
    known = opened.app.content.competencies
    odd = a_win("With a competency of long ago", happened_on=FRIDAY, competencies=("long-ago",))
    opened.wins(odd)
    show(opened, odd.id)
    chip = button(detail(opened), known[0].label)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert stored(opened, odd.id).competencies == (known[0].id, "long-ago")
    undo(opened)
    assert stored(opened, odd.id).competencies == ("long-ago",)
    assert not chip.isChecked()


def test_an_emptied_headline_keeps_its_last_words(opened: Opened) -> None:
    box = detail(opened).headline
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    page(opened).flush()
    assert now(opened).headline == "Cleared the backlog"
    detail(opened).theme.setFocus()
    assert box.text == "Cleared the backlog"


def test_a_headline_that_is_too_long_is_kept_beside_its_win(opened: Opened, open_pages: OpenPages) -> None:
    long = "x" * (HEADLINE_LIMIT + 20)
    box = detail(opened).headline
    box.setFocus()
    box.selectAll()
    box.insertPlainText(long)
    type_in(detail(opened).texts["action"], " twice")
    page(opened).flush()
    assert now(opened) == replace(WIN, action="I called twice")
    assert "20 characters longer" in detail(opened).headline_message
    show(opened, OTHER.id)
    assert detail(opened).headline_message == ""
    show(opened, WIN.id)
    assert box.text == long
    opened.close()
    again = open_pages((wins.SPEC,))
    show(again, WIN.id)
    settle()
    page(again).flush()
    assert detail(again).headline.text == long
    assert "20 characters longer" in detail(again).headline_message
    detail(again).headline.selectAll()
    type_short = detail(again).headline
    type_short.insertPlainText("Short again")
    page(again).flush()
    assert now(again).headline == "Short again"
    assert again.app.drafts.all() == ()


def test_a_headline_counts_down_before_it_is_full(opened: Opened) -> None:
    box = detail(opened).headline
    box.setFocus()
    box.selectAll()
    box.insertPlainText("x" * (HEADLINE_LIMIT - 1))
    assert detail(opened).headline_message == "Room for 1 more character"
    box.selectAll()
    box.insertPlainText("Short")
    assert detail(opened).headline_message == ""


def test_enter_in_the_headline_goes_on_to_the_next_field(opened: Opened) -> None:
    box = detail(opened).headline
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is detail(opened).theme
    assert box.text == "Cleared the backlog"


def test_a_disk_that_takes_nothing_loses_nothing(opened: Opened, qtbot: QtBot) -> None:
    break_disk(opened)
    type_in(detail(opened).texts["action"], " twice")
    page(opened).flush()
    assert status(opened) is SaveState.NOT_SAVED
    assert detail(opened).texts["action"].text == "I called twice"
    assert any("Not saved yet" in text for text in opened.announced)
    show(opened, OTHER.id)
    type_in(detail(opened).texts["action"], "Another")
    page(opened).flush()
    show(opened, WIN.id)
    assert detail(opened).texts["action"].text == "I called twice"
    mend_disk(opened)
    press(opened.window.rail, "Try again")
    assert now(opened).action == "I called twice"
    assert stored(opened, OTHER.id).action == "Another"
    assert status(opened) is SaveState.SAVED
    assert opened.app.drafts.all() == ()


def test_closing_asks_while_something_is_not_saved(opened: Opened) -> None:
    break_disk(opened)
    type_in(detail(opened).texts["action"], " twice")
    opened.window.close()
    assert opened.dialogs.asked == ["What you typed last is not saved yet"]
    assert opened.window.isVisible()
    mend_disk(opened)


def test_text_that_was_not_saved_is_back_after_a_restart(opened: Opened, open_pages: OpenPages) -> None:
    break_disk(opened)
    type_in(detail(opened).texts["action"], " twice")
    opened.dialogs.sure = True
    opened.window.close()
    settle()
    assert not opened.window.isVisible()
    opened.close()
    again = open_pages((wins.SPEC,))
    assert now(again).action == "I called"
    assert page(again).desk.value == OTHER
    press(again.page, "Show it")
    assert detail(again).texts["action"].text == "I called twice"
    banner = page(again).rescue.banner
    assert banner is not None
    assert banner.title.startswith("We kept what you typed at")
    page(again).flush()
    assert now(again).action == "I called twice"
    assert again.app.drafts.all() == ()
    undo(again)
    assert now(again).action == "I called"


@pytest.mark.parametrize(
    ("answer", "left"), [("Keep what I typed", "I called twice"), ("Take the stored one", "They called")]
)
def test_a_clash_is_for_the_user_to_decide(opened: Opened, answer: str, left: str) -> None:
    break_disk(opened)
    type_in(detail(opened).texts["action"], " twice")
    page(opened).flush()
    mend_disk(opened)
    opened.app.journal.save(now(opened), replace(now(opened), action="They called"))
    settle()
    banner = page(opened).conflicts.banner
    assert banner is not None
    assert "I called twice" in banner.accessibleName()
    assert "They called" in banner.accessibleName()
    assert now(opened).action == "They called"
    press(banner, answer)
    assert now(opened).action == left
    assert detail(opened).texts["action"].text == left
    assert page(opened).conflicts.banner is None
    assert status(opened) is SaveState.SAVED


def test_typing_in_a_win_that_was_removed_can_be_logged_again(opened: Opened) -> None:
    break_disk(opened)
    type_in(detail(opened).texts["action"], " twice")
    page(opened).flush()
    mend_disk(opened)
    with opened.app.edits._store.write() as unit:
        unit.wins.remove(WIN.id)
        unit.commit()
    settle()
    banner = page(opened).conflicts.banner
    assert banner is not None
    press(banner, "Log it again")
    again = stored(opened, identity(opened, "Cleared the backlog"))
    assert again.action == "I called twice"
    assert again.id != WIN.id


def test_a_foreign_change_is_shown_and_what_is_typed_stays(opened: Opened) -> None:
    type_in(detail(opened).headline, ", all nine")
    opened.app.journal.save(now(opened), replace(now(opened), proof="Signed delivery note", theme="risk"))
    settle()
    assert detail(opened).texts["proof"].text == "Signed delivery note"
    assert detail(opened).theme.current == "risk"
    assert detail(opened).headline.text == "Cleared the backlog, all nine"
    page(opened).flush()
    assert now(opened).headline == "Cleared the backlog, all nine"
    assert now(opened).proof == "Signed delivery note"


def test_a_hidden_page_catches_up(opened: Opened) -> None:
    opened.window.router.go("this-week")
    opened.app.journal.save(now(opened), replace(now(opened), action="Changed meanwhile"))
    opened.window.router.go("wins")
    settle()
    assert detail(opened).texts["action"].text == "Changed meanwhile"


def test_the_bin_above_the_win_throws_it_away(opened: Opened) -> None:
    press(detail(opened), "Move win to trash")
    assert now(opened).in_trash
    assert toast(opened).startswith("Win moved to trash")
    assert page(opened).desk.value == OTHER
    undo(opened)
    assert page(opened).desk.value == WIN


def test_links_lead_to_where_a_win_is_used(opened: Opened) -> None:
    asked: list[str] = []
    opened.page.open_route.connect(asked.append)
    item = opened.app.content.checklist[0]
    from arcareer.domain.periods import year_of  # noqa: PLC0415

    opened.app.checklist.link(item.key, year_of(FRIDAY), (WIN.id,))
    settle()
    used = editors(opened).used_in
    assert used.isVisible()
    press(used, item.label)
    assert asked == [f"prep/value-checklist/{item.key}"]
    show(opened, OTHER.id)
    assert not used.isVisible()


def versions(opened: Opened) -> list[Button]:
    return page(opened).past.card.buttons


def test_earlier_versions_say_what_was_different_and_bring_it_back(opened: Opened) -> None:
    opened.clock.advance(timedelta(minutes=2))
    type_in(detail(opened).texts["action"], " twice")
    page(opened).flush()
    press(detail(opened), "Earlier versions")
    assert page(opened).past.card.isVisible()
    texts = [label.text() for label in page(opened).past.card.findChildren(type(detail(opened)._date))]
    assert "What I did: I called" in texts
    opened.clock.advance(timedelta(minutes=2))
    QTest.mouseClick(versions(opened)[0], Qt.MouseButton.LeftButton)
    settle()
    assert now(opened).action == detail(opened).texts["action"].text == "I called"
    assert toast(opened).startswith("This win is as it was then")
    assert len(versions(opened)) == 2
    undo(opened)
    assert now(opened).action == "I called twice"
    press(detail(opened), "Earlier versions")
    assert not page(opened).past.card.isVisible()


def test_a_win_never_changed_has_no_earlier_versions(opened: Opened) -> None:
    press(detail(opened), "Earlier versions")
    assert versions(opened) == []
    assert page(opened).past.card.isVisible()
    show(opened, OTHER.id)
    assert not page(opened).past.card.isVisible()


def test_tab_goes_through_the_detail_as_it_is_read(opened: Opened) -> None:
    view = detail(opened)
    view.headline.setFocus()
    seen: list[str] = []
    for _ in range(12):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.accessibleName() not in seen:  # in a date, Tab goes through day, month and year
            seen.append(focus.accessibleName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen[:7] == [
        "What went well",
        "Theme",
        "Date",
        "Result in numbers",
        "Customers",
        "What was going on",
        "What I did",
    ]


def test_the_wording_of_the_text_in_hand_is_checked_by_key_and_by_mouse(opened: Opened) -> None:
    asked: list[str] = []
    page(opened).open_route.connect(asked.append)
    type_in(detail(opened).texts["outcome"], " within a week")
    QTest.keyClick(detail(opened).texts["outcome"], Qt.Key.Key_F7)
    assert asked == [f"prep/red-flags/win/{WIN.id}/outcome"]
    assert now(opened).outcome == "Paid in full within a week"
    detail(opened).texts["action"].setFocus()
    press(detail(opened), "Check the wording")
    assert asked[1:] == [f"prep/red-flags/win/{WIN.id}/action"]


def test_a_win_just_opened_is_checked_where_it_says_most(opened: Opened) -> None:
    asked: list[str] = []
    page(opened).open_route.connect(asked.append)
    detail(opened).texts["action"].setFocus()
    page(opened).view.list.setFocus()
    show(opened, OTHER.id)
    QTest.keyClick(page(opened).view.list, Qt.Key.Key_F7)
    assert asked == [f"prep/red-flags/win/{OTHER.id}"]


def test_a_win_in_the_trash_is_not_checked(opened: Opened) -> None:
    asked: list[str] = []
    page(opened).open_route.connect(asked.append)
    detail(opened).trash_button.click()
    opened.window.router.go("wins/trash")
    show(opened, WIN.id)
    assert not detail(opened).wording_button.isVisible()
    QTest.keyClick(page(opened).view.list, Qt.Key.Key_F7)
    assert asked == []
