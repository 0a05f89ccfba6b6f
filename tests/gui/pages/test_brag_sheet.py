"""The brag sheet page: choices, the preview that follows them, and what a library without wins says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from arcareer.domain.documents import BragSection, BragTemplate, DisclosureLevel, DocumentChoices, PeriodKind
from arcareer.domain.periods import Period
from arcareer_ui.pages import brag_sheet, this_week
from arcareer_ui.widgets.segment import Segment
from tests.gui.pages.brag_sheet_desk import button, page, put_half_year, view
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import SIZES, audit, dress, settle
from tests.support.audit import View as Look
from tests.support.builders import a_win
from tests.support.clock import FakeClock
from tests.support.opened import Opened

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    """The page with six wins of the half year."""
    desk = open_pages((brag_sheet.SPEC, this_week.SPEC))
    put_half_year(desk)
    return desk


@pytest.fixture
def bare(open_pages: OpenPages) -> Opened:
    return open_pages((brag_sheet.SPEC, this_week.SPEC))


def choices(opened: Opened) -> DocumentChoices:
    return opened.app.document_choices.choices()


def routes(opened: Opened) -> list[str]:
    asked: list[str] = []
    opened.page.open_route.connect(asked.append)
    return asked


def press(segment: Segment, key: Qt.Key) -> None:
    bar = segment.focusProxy()
    assert bar is not None
    QTest.keyClick(bar, key)


def undo(opened: Opened) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_Z, CTRL)
    settle()


def test_it_opens_with_the_half_year_and_everything_ready_to_save(opened: Opened) -> None:
    shown = view(opened)
    assert shown.period.kind.current == PeriodKind.HALF.value
    assert shown.period.found.text() == "1 July 2026 to 31 December 2026. 6 wins found."
    assert shown.template.choice.buttons[BragTemplate.PROMOTION].isChecked()
    assert shown.names.level.current == DisclosureLevel.HR_FILE.value
    assert "Recovered a 140-day balance from Customer A" in shown.preview.text
    assert shown.pages.text() == f"Page 1 of {shown.preview.page_count}"
    opened.window.router.go("this-week")
    opened.window.router.go("brag-sheet")
    settle()
    assert QApplication.focusWidget() is shown.save_button


def test_a_period_of_the_calendar_is_chosen_with_the_arrow_keys(opened: Opened) -> None:
    said: list[str] = []
    opened.page.announced.connect(said.append)
    opened.wins(a_win("From the spring", happened_on=date(2026, 3, 3)))
    kind = view(opened).period.kind
    kind.setFocus()
    press(kind, Qt.Key.Key_Right)
    settle()
    assert choices(opened).period_kind is PeriodKind.YEAR
    assert view(opened).period.found.text() == "1 January 2026 to 31 December 2026. 7 wins found."
    assert "From the spring" in view(opened).preview.text
    assert said == ["1 January 2026 to 31 December 2026. 7 wins found."]
    press(kind, Qt.Key.Key_Left)
    press(kind, Qt.Key.Key_Left)
    settle()
    assert choices(opened).period_kind is PeriodKind.QUARTER
    assert view(opened).period.found.text().startswith("1 October 2026 to 31 December 2026. 2 wins")


def test_a_period_of_ones_own_starts_from_the_one_on_show(opened: Opened) -> None:
    card = view(opened).period
    card.chosen.emit(PeriodKind.CUSTOM)
    settle()
    assert card.start.isVisible()
    assert (card.start.value, card.end.value) == (date(2026, 7, 1), date(2026, 12, 31))
    card.start.setDate(card.start.date().addMonths(3))
    settle()
    assert choices(opened).custom_period == "2026-Q4"
    assert card.found.text().startswith("1 October 2026 to 31 December 2026. 2 wins")


def test_an_end_before_the_start_is_read_the_other_way_round(opened: Opened) -> None:
    card = view(opened).period
    card.custom_chosen.emit(Period(date(2026, 8, 1), date(2026, 8, 31)))
    settle()
    card.end.setDate(card.end.date().addMonths(-2))
    settle()
    assert (card.start.value, card.end.value) == (date(2026, 6, 30), date(2026, 8, 1))
    assert card.found.text().startswith("30 June 2026 to 1 August 2026.")


def test_a_new_half_year_is_noticed_on_the_next_visit(open_pages: OpenPages) -> None:
    desk = open_pages((brag_sheet.SPEC, this_week.SPEC), clock=FakeClock(datetime(2026, 12, 31, 16, tzinfo=UTC)))
    put_half_year(desk)
    desk.window.router.go("this-week")
    desk.clock.advance(timedelta(days=4))
    desk.window.router.go("brag-sheet")
    settle()
    assert view(desk).period.found.text() == "1 January 2027 to 30 June 2027. 0 wins found."


def test_templates_are_chosen_with_arrow_keys_and_tab_stops_once(opened: Opened) -> None:
    buttons = view(opened).template.choice.buttons
    buttons[BragTemplate.PROMOTION].setFocus()
    QTest.keyClick(buttons[BragTemplate.PROMOTION], Qt.Key.Key_Right)
    settle()
    assert choices(opened).template is BragTemplate.PLAIN
    assert QApplication.focusWidget() is buttons[BragTemplate.PLAIN]
    undo(opened)
    assert choices(opened).template is BragTemplate.PROMOTION
    stops = [one for one, found in buttons.items() if found.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [BragTemplate.PROMOTION]
    QTest.mouseClick(buttons[BragTemplate.ONE_PAGE], Qt.MouseButton.LeftButton)
    settle()
    assert choices(opened).template is BragTemplate.ONE_PAGE
    assert view(opened).preview.page_count == 1


def test_sections_are_left_out_and_moved_by_keyboard(opened: Opened) -> None:
    rows = view(opened).sections.rows
    assert "Key figures" in view(opened).preview.text
    QTest.keyClick(rows[BragSection.FIGURES_TABLE].box, Qt.Key.Key_Space)
    settle()
    assert choices(opened).left_out == (BragSection.FIGURES_TABLE,)
    assert "Key figures" not in view(opened).preview.text
    rows[BragSection.EVIDENCE].box.setFocus()
    for _ in range(9):
        QTest.keyClick(opened.window, Qt.Key.Key_Up, ALT)
    settle()
    assert choices(opened).sections[0] is BragSection.EVIDENCE
    assert QApplication.focusWidget() is rows[BragSection.EVIDENCE].box
    shown = view(opened).preview.text
    assert shown.index("Proof") < shown.index("Wins by theme")


def test_the_keyboard_stays_on_a_section_that_reached_the_end(opened: Opened) -> None:
    rows = view(opened).sections.rows
    rows[BragSection.CHART].up.setFocus()
    QTest.keyClick(rows[BragSection.CHART].up, Qt.Key.Key_Return)
    settle()
    assert choices(opened).sections[0] is BragSection.CHART
    assert not rows[BragSection.CHART].up.isEnabled()
    assert QApplication.focusWidget() is rows[BragSection.CHART].down
    tops = [rows[section].y() for section in choices(opened).sections]
    assert tops == sorted(tops)


def test_a_sheet_without_its_wins_section_can_still_be_saved(opened: Opened) -> None:
    view(opened).sections.rows[BragSection.WINS].box.click()
    settle()
    assert "Wins by theme" not in view(opened).preview.text
    assert view(opened).save_button.isEnabled()


def test_every_choice_can_be_undone_and_redone(opened: Opened) -> None:
    start = choices(opened)
    shown = view(opened)
    shown.template.choice.buttons[BragTemplate.PLAIN].click()
    shown.sections.rows[BragSection.CHART].box.click()
    shown.sections.rows[BragSection.WINS].up.click()
    shown.names.chosen.emit(DisclosureLevel.INTERNAL)
    shown.period.chosen.emit(PeriodKind.YEAR)
    settle()
    changed, said = choices(opened), shown.preview.text
    assert changed != start
    for _ in range(5):
        undo(opened)
    assert choices(opened) == start
    assert shown.names.level.current == DisclosureLevel.HR_FILE.value
    assert shown.sections.rows[BragSection.CHART].box.isChecked()
    assert shown.period.kind.current == PeriodKind.HALF.value
    for _ in range(5):
        QTest.keyClick(opened.window, Qt.Key.Key_Y, CTRL)
    settle()
    assert choices(opened) == changed
    assert shown.preview.text == said


def test_choices_are_kept_for_the_next_time(open_pages: OpenPages, opened: Opened) -> None:
    view(opened).template.choice.buttons[BragTemplate.PLAIN].click()
    view(opened).sections.rows[BragSection.EVIDENCE].box.click()
    opened.close()
    again = open_pages((brag_sheet.SPEC, this_week.SPEC))
    assert view(again).template.choice.buttons[BragTemplate.PLAIN].isChecked()
    assert not view(again).sections.rows[BragSection.EVIDENCE].box.isChecked()


def test_the_preview_follows_changes_made_elsewhere(opened: Opened) -> None:
    win = opened.app.journal.wins(page(opened).choosing.period)[0]
    opened.app.journal.save(win, replace(win, headline="Reworded on another page"))
    settle()
    assert "Reworded on another page" in view(opened).preview.text
    opened.app.journal.move_to_trash([win.id])
    settle()
    assert "Reworded on another page" not in view(opened).preview.text
    assert view(opened).period.found.text().endswith("5 wins found.")


def test_a_hidden_page_catches_up_when_it_is_visited(opened: Opened) -> None:
    opened.window.router.go("this-week")
    opened.wins(a_win("Logged meanwhile", happened_on=date(2026, 10, 1)))
    opened.window.router.go("brag-sheet")
    settle()
    assert "Logged meanwhile" in view(opened).preview.text


def test_name_and_title_are_typed_here_and_taken_back_in_one_step(opened: Opened) -> None:
    lines = view(opened).owner.lines
    lines["name"].setFocus()
    QTest.keyClicks(lines["name"], "Maya")
    page(opened).flush()
    QTest.keyClicks(lines["name"], " Torres")
    page(opened).flush()
    settle()
    assert opened.app.agenda.owner().name == "Maya Torres"
    assert "Maya Torres" in view(opened).preview.text
    lines["title"].setFocus()
    QTest.keyClicks(lines["title"], "Coordinator")
    lines["name"].setFocus()
    settle()
    assert opened.app.agenda.owner().title == "Coordinator"
    view(opened).save_button.setFocus()
    undo(opened)
    assert (opened.app.agenda.owner().name, opened.app.agenda.owner().title) == ("Maya Torres", "")
    undo(opened)
    assert opened.app.agenda.owner().name == ""
    assert lines["name"].text() == ""
    assert "Maya" not in view(opened).preview.text


def test_what_brings_the_user_here_is_never_printed(opened: Opened) -> None:
    opened.app.agenda.save_owner(replace(opened.app.agenda.owner(), name="Maya Torres", purpose="promotion-talk"))
    settle()
    assert "Maya Torres" in view(opened).preview.text
    assert "promotion-talk" not in view(opened).preview.text


def test_typing_is_saved_by_itself_and_the_preview_follows(opened: Opened) -> None:
    QTest.keyClicks(view(opened).owner.lines["name"], "Maya")
    QTest.qWait(400)
    assert opened.app.agenda.owner().name == "Maya"
    assert "Maya" in view(opened).preview.text


def test_a_line_of_the_preview_opens_its_win(opened: Opened) -> None:
    asked = routes(opened)
    preview = view(opened).preview
    places = [QPoint(x, y) for y in range(0, preview.height(), 6) for x in (preview.width() // 4, preview.width() // 2)]
    (place, address) = next((spot, found) for spot in places if (found := preview._anchor_at(spot.toPointF())))
    QTest.mouseMove(preview, place)
    assert preview.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(preview, Qt.MouseButton.LeftButton, pos=place)
    assert asked == [address]
    assert re.fullmatch(r"win/[0-9a-f-]{36}", address)


def test_wins_without_result_are_counted_and_led_to(opened: Opened) -> None:
    asked = routes(opened)
    assert view(opened).check.text() == "1 win without a result"
    view(opened).review_button.click()
    assert asked == ["wins/needs-number"]
    win = next(one for one in opened.app.journal.wins(page(opened).choosing.period) if not one.has_number)
    opened.app.journal.save(win, replace(win, outcome="They closed the month alone in October."))
    settle()
    assert not view(opened).check.isVisible()
    assert not view(opened).review_button.isVisible()


def test_zoom_and_scrolling_say_which_page_it_is(opened: Opened) -> None:
    shown = view(opened)
    width = shown.preview.width()
    shown.zoom_in.click()
    settle()
    assert shown.preview.width() > width
    shown.zoom_out.click()
    settle()
    assert shown.preview.width() == width
    bar = shown.desk.verticalScrollBar()
    bar.setValue(bar.maximum())
    count = shown.preview.page_count
    assert count > 1
    assert shown.pages.text() == f"Page {count} of {count}"


def test_the_desk_scrolls_by_keyboard(opened: Opened) -> None:
    desk = view(opened).desk
    desk.setFocus()
    QTest.keyClick(desk, Qt.Key.Key_PageDown)
    assert desk.verticalScrollBar().value() > 0


def test_scrolling_stays_where_it_was_when_the_text_changes(opened: Opened) -> None:
    bar = view(opened).desk.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    QTest.keyClicks(view(opened).owner.lines["title"], "Coordinator")
    page(opened).flush()
    settle()
    assert bar.value() == before


def test_a_library_without_wins_says_what_comes_here(bare: Opened) -> None:
    asked = routes(bare)
    assert not view(bare).save_button.isEnabled()
    assert not view(bare).copy_button.isEnabled()
    assert not view(bare).desk.isVisible()
    assert not view(bare).names.more.isVisible()
    assert QApplication.focusWidget() is view(bare).period.kind.focusProxy()
    button("Log a win", bare).click()
    assert asked == ["this-week"]


@pytest.mark.parametrize(
    ("start", "happened_on", "kind", "found"),
    [
        (PeriodKind.QUARTER, date(2026, 8, 3), PeriodKind.HALF, "1 July 2026 to 31 December 2026. 1 win found."),
        (PeriodKind.QUARTER, date(2026, 2, 3), PeriodKind.YEAR, "1 January 2026 to 31 December 2026. 1 win found."),
        (PeriodKind.HALF, date(2026, 2, 3), PeriodKind.YEAR, "1 January 2026 to 31 December 2026. 1 win found."),
        (PeriodKind.HALF, date(2025, 12, 3), PeriodKind.CUSTOM, "1 July 2025 to 31 December 2026. 1 win found."),
        (PeriodKind.YEAR, date(2024, 3, 3), PeriodKind.CUSTOM, "1 January 2024 to 31 December 2026. 1 win found."),
    ],
)
def test_an_empty_period_is_widened_until_it_holds_a_win(
    bare: Opened, start: PeriodKind, happened_on: date, kind: PeriodKind, found: str
) -> None:
    bare.wins(a_win("The only one", happened_on=happened_on))
    view(bare).period.chosen.emit(start)
    settle()
    assert not view(bare).desk.isVisible()
    widen = button("Widen the period", bare)
    widen.setFocus()
    QTest.keyClick(widen, Qt.Key.Key_Return)
    settle()
    assert choices(bare).period_kind is kind
    assert view(bare).period.found.text() == found
    assert view(bare).desk.isVisible()
    assert view(bare).save_button.isEnabled()


def test_where_there_is_little_room_options_and_preview_take_turns(opened: Opened) -> None:
    shown = view(opened)
    assert shown.period.isVisible()
    assert shown.desk.isVisible()
    dress(opened.window, Look(scale=1.5))
    assert shown.period.isVisible()
    assert not shown.desk.isVisible()
    shown.side.setFocus()
    press(shown.side, Qt.Key.Key_Right)
    settle()
    assert shown.desk.isVisible()
    assert not shown.period.isVisible()
    assert shown.save_button.isVisible()


def test_one_button_stands_out(opened: Opened) -> None:
    buttons = [one for one in opened.window.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
    assert [one.text() for one in buttons if one.property("kind") == "primary"] == ["Save as Word"]


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("stage", ["empty", "half year", "custom", "preview"])
def test_nothing_is_cut_off_or_out_of_reach(bare: Opened, stage: str, size: tuple[int, int], scale: float) -> None:
    if stage != "empty":
        put_half_year(bare)
    if stage == "custom":
        view(bare).period.chosen.emit(PeriodKind.CUSTOM)
    dress(bare.window, Look(size, scale))
    if stage == "preview":
        press(view(bare).side, Qt.Key.Key_Right)
    settle()
    assert audit(bare.window, size, scale) == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off_in_the_dark(opened: Opened, scale: float) -> None:
    assert audit(opened.window, scale=scale, scheme="dark") == []
