"""The value checklist: items in their groups, how far each is, and going through them by keyboard."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.checklist import ClaimState
from arcareer_ui.pages import prep, this_week
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.chip import Chip
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.prep_checklist_desk import (
    EARLY,
    HALF,
    OVERDUE,
    PLAN,
    SECURED,
    choose,
    link,
    numbered,
    panel,
    press,
    row,
    state,
    story,
    tab,
    undo,
    view,
)
from tests.support.audit import SIZES, View, audit, dress, settle
from tests.support.clock import FakeClock
from tests.support.opened import Opened

PROVEN, STORY = numbered(), story()


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    """The checklist with one item proven, one with a story, one claimed."""
    desk = open_pages((prep.SPEC, this_week.SPEC))
    desk.wins(PROVEN, STORY)
    link(desk, OVERDUE, PROVEN.id)
    link(desk, SECURED, STORY.id)
    desk.app.checklist.set_ticked(PLAN, HALF, ticked=True)
    settle()
    return desk


@pytest.fixture
def bare(open_pages: OpenPages) -> Opened:
    return open_pages((prep.SPEC, this_week.SPEC))


def words(opened: Opened, key: str) -> str:
    return row(opened, key).accessibleName()


def filter_for(opened: Opened, wanted: str) -> None:
    """Go right in the filter until it shows this."""
    bar = tab(opened).filter.focusProxy()
    assert bar is not None
    while tab(opened).filter.current != wanted:
        QTest.keyClick(bar, Qt.Key.Key_Right)
        settle()


def button(label: str, opened: Opened) -> Button:
    (found,) = [one for one in view(opened).findChildren(Button) if one.label == label and one.isVisible()]
    return found


def test_fifteen_items_stand_in_four_groups_with_their_blanks(bare: Opened) -> None:
    board = view(bare).board
    assert len(board.rows) == 15
    assert len(board.cards) == 4
    for item in bare.app.content.checklist:
        choose(bare, item.key)
        assert panel(bare).title.text() == item.label
        assert list(panel(bare).lines) == list(item.blanks)
        assert all(line.accessibleName() for line in panel(bare).lines.values())


def test_an_empty_library_says_so_without_scolding(bare: Opened) -> None:
    assert view(bare).headline.text() == "Nothing is proven with a number yet"
    assert view(bare).details.text() == "15 still open."
    assert view(bare).ring.accessibleName() == "0 of 15"
    assert QApplication.focusWidget() is row(bare, OVERDUE)
    assert panel(bare).isVisible()


def test_each_state_has_its_icon_its_words_and_its_colour(opened: Opened) -> None:
    seen = {}
    for key in (OVERDUE, SECURED, PLAN, EARLY):
        choose(opened, key)
        chip = panel(opened).chip
        assert isinstance(chip, Chip)
        button = row(opened, key)
        seen[key] = (chip.text, button._icon._name, button._icon._colour)
        assert chip.text in words(opened, key)
    assert seen == {
        OVERDUE: ("Proven with a number", "circle-check", "accent"),
        SECURED: ("No number yet", "circle-dot", "warn"),
        PLAN: ("Claimed, no proof yet", "circle-dot-dashed", "text2"),
        EARLY: ("Nothing yet", "circle-dashed", "text3"),
    }
    assert words(opened, OVERDUE).endswith("Proven with a number. 1 proof")
    assert words(opened, PLAN).endswith("Ticked by you")


def test_the_summary_counts_and_sends_to_the_gaps(opened: Opened) -> None:
    assert view(opened).headline.text() == "1 strength you can prove with a number"
    assert view(opened).details.text() == "1 more with a story but no number yet. 13 still open."
    assert view(opened).ring.accessibleName() == "1 of 15"
    said: list[str] = []
    tab(opened).announced.connect(said.append)
    choose(opened, OVERDUE)
    gap = view(opened).gap_button
    gap.setFocus()
    press(Qt.Key.Key_Return)
    assert tab(opened)._key == SECURED
    press(Qt.Key.Key_Return)
    assert tab(opened)._key == PLAN
    assert QApplication.focusWidget() is gap
    assert said[-1] == "A payment plan agreed with a difficult customer. Claimed, no proof yet"


def test_the_next_gap_comes_round_to_the_first(opened: Opened) -> None:
    last = list(view(opened).board.rows)[-1]
    choose(opened, last)
    view(opened).gap_button.click()
    assert tab(opened)._key == SECURED


def test_up_and_down_go_through_all_groups(bare: Opened) -> None:
    keys = list(view(bare).board.rows)
    row(bare, keys[0]).setFocus()
    for key in keys[1:]:
        press(Qt.Key.Key_Down)
        assert QApplication.focusWidget() is row(bare, key)
        assert panel(bare).title.text() in words(bare, key)
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is row(bare, keys[-1])
    for _ in keys:
        press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is row(bare, keys[0])


def test_the_groups_are_one_stop_for_tab(bare: Opened) -> None:
    choose(bare, PLAN)
    stops = [key for key, one in view(bare).board.rows.items() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [PLAN]


def test_space_ticks_by_hand_and_shows_it_as_such(opened: Opened) -> None:
    said: list[str] = []
    tab(opened).announced.connect(said.append)
    choose(opened, EARLY)
    row(opened, EARLY).setFocus()
    press(Qt.Key.Key_Space)
    assert state(opened, EARLY) is ClaimState.CLAIMED
    assert row(opened, EARLY)._hand.isVisible()
    assert panel(opened).tick.isChecked()
    assert said == ["Ticked by you"]
    assert QApplication.focusWidget() is row(opened, EARLY)
    press(Qt.Key.Key_Space)
    assert state(opened, EARLY) is ClaimState.MISSING
    assert said == ["Ticked by you", "Tick taken back"]


def test_a_tick_on_a_proven_item_is_shown_beside_its_proof(opened: Opened) -> None:
    choose(opened, OVERDUE)
    panel(opened).tick.setFocus()
    press(Qt.Key.Key_Space)
    assert state(opened, OVERDUE) is ClaimState.EVIDENCED_WITH_NUMBER
    assert row(opened, OVERDUE)._hand.isVisible()
    assert words(opened, OVERDUE).endswith("1 proof. Ticked by you")
    undo(opened)
    assert not panel(opened).tick.isChecked()
    assert not row(opened, OVERDUE)._hand.isVisible()


def test_gaps_and_proven_are_filters_that_are_remembered(open_pages: OpenPages, opened: Opened) -> None:
    said: list[str] = []
    tab(opened).announced.connect(said.append)
    filter_for(opened, "gaps")
    assert OVERDUE not in view(opened).board.rows
    assert len(view(opened).board.rows) == 14
    filter_for(opened, "proven")
    assert list(view(opened).board.rows) == [OVERDUE]
    assert said == ["14 items", "1 item"]
    assert panel(opened).title.text().startswith("Overdue invoices cut")
    opened.close()
    again = open_pages((prep.SPEC, this_week.SPEC))
    assert tab(again).filter.current == "proven"
    assert list(view(again).board.rows) == [OVERDUE]


def test_an_empty_filter_says_why_and_leads_back(bare: Opened) -> None:
    filter_for(bare, "proven")
    settle()
    empty = view(bare).empty
    assert empty is not None
    assert empty.title == "Nothing proven in this period yet"
    every = button("Show all", bare)
    every.setFocus()
    press(Qt.Key.Key_Return)
    assert view(bare).empty is None
    assert len(view(bare).board.rows) == 15
    assert QApplication.focusWidget() in view(bare).board.rows.values()


def test_no_gap_left_is_good_news(opened: Opened) -> None:
    for item in opened.app.content.checklist:
        opened.app.checklist.link(item.key, HALF, (PROVEN.id,))
    settle()
    assert view(opened).details.text() == "No gap is left."
    assert not view(opened).gap_button.isEnabled()
    filter_for(opened, "gaps")
    empty = view(opened).empty
    assert empty is not None
    assert empty.title == "No gap is left"


def test_the_next_gap_is_shown_where_the_filter_keeps_it_out(opened: Opened) -> None:
    filter_for(opened, "proven")
    view(opened).gap_button.click()
    settle()
    assert tab(opened).filter.current == "all"
    assert tab(opened)._key == SECURED


def test_another_period_shows_other_claims(open_pages: OpenPages, opened: Opened) -> None:
    said: list[str] = []
    tab(opened).announced.connect(said.append)
    period = tab(opened).period
    assert [period.itemText(at) for at in range(period.count())] == [
        "Second half of 2026",
        "Quarter 4 of 2026",
        "Year 2026",
        "First half of 2026",
        "Quarter 3 of 2026",
        "Year 2025",
        "Second half of 2025",
    ]
    period.setFocus()
    for _ in range(3):
        QTest.keyClick(period, Qt.Key.Key_Down)
    settle()
    assert view(opened).ring.accessibleName() == "0 of 15"
    assert said[-1] == "First half of 2026. 0 of 15 proven."
    choose(opened, EARLY)
    panel(opened).tick.click()
    settle()
    assert state(opened, EARLY, "2026-H1") is ClaimState.CLAIMED
    assert state(opened, EARLY) is ClaimState.MISSING
    opened.close()
    again = open_pages((prep.SPEC, this_week.SPEC))
    assert tab(again).period.current == "2026-H1"
    assert view(again).details.text() == "15 still open."


def test_the_present_half_year_follows_the_calendar_until_another_is_chosen(open_pages: OpenPages) -> None:
    clock = FakeClock(datetime(2026, 12, 31, 16, tzinfo=UTC))
    desk = open_pages((prep.SPEC, this_week.SPEC), clock=clock)
    assert tab(desk).period.current == "2026-H2"
    desk.close()
    clock.advance(timedelta(days=5))
    again = open_pages((prep.SPEC, this_week.SPEC), clock=clock)
    assert tab(again).period.current == "2027-H1"
    assert "2026-H2" in [tab(again).period.itemData(at) for at in range(tab(again).period.count())]


def test_a_win_in_the_trash_proves_nothing_until_it_is_back(opened: Opened) -> None:
    choose(opened, OVERDUE)
    opened.app.journal.move_to_trash((PROVEN.id,))
    settle()
    assert panel(opened).chip.text == "Nothing yet"
    assert panel(opened)._trash_note.text() == "In the trash, and not counted: 1 win"
    assert view(opened).ring.accessibleName() == "0 of 15"
    opened.app.journal.restore((PROVEN.id,))
    settle()
    assert panel(opened).chip.text == "Proven with a number"
    assert not panel(opened)._trash_note.isVisible()


def test_a_hidden_page_catches_up_when_it_is_visited(opened: Opened) -> None:
    opened.window.router.go("this-week")
    opened.app.journal.move_to_trash((PROVEN.id,))
    opened.window.router.go("prep")
    settle()
    assert view(opened).ring.accessibleName() == "0 of 15"


def test_a_route_shows_its_item_whatever_is_filtered(opened: Opened) -> None:
    filter_for(opened, "proven")
    opened.window.router.go("this-week")
    opened.window.router.go(f"prep/value-checklist/{EARLY}")
    settle()
    assert tab(opened)._key == EARLY
    assert row(opened, EARLY).chosen
    opened.window.router.go("prep/value-checklist/not-there-any-more")
    settle()
    assert tab(opened)._key == EARLY


def test_rows_are_kept_while_only_their_states_change(opened: Opened) -> None:
    before = dict(view(opened).board.rows)
    choose(opened, EARLY)
    row(opened, EARLY).setFocus()
    link(opened, EARLY, PROVEN.id)
    assert dict(view(opened).board.rows) == before
    assert QApplication.focusWidget() is before[EARLY]


def test_where_there_is_little_room_the_item_comes_over_the_list(opened: Opened) -> None:
    dress(opened.window, View(scale=1.5))
    assert view(opened).board.isVisible()
    assert not panel(opened).isVisible()
    row(opened, OVERDUE).setFocus()
    press(Qt.Key.Key_Down)
    assert not panel(opened).isVisible()
    choose(opened, PLAN)
    assert panel(opened).isVisible()
    assert not view(opened).board.isVisible()
    assert QApplication.focusWidget() is view(opened).back_button
    press(Qt.Key.Key_Return)
    assert view(opened).board.isVisible()
    assert QApplication.focusWidget() is row(opened, PLAN)
    choose(opened, PLAN)
    panel(opened).tick.setFocus()
    press(Qt.Key.Key_Escape)
    assert view(opened).board.isVisible()
    row(opened, PLAN).setFocus()
    press(Qt.Key.Key_Return)
    assert view(opened).picker.isVisible()
    press(Qt.Key.Key_Escape)
    assert not view(opened).picker.isVisible()


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("stage", ["empty", "list", "item", "picker", "forms"])
def test_nothing_is_cut_off_or_out_of_reach(bare: Opened, stage: str, size: tuple[int, int], scale: float) -> None:
    if stage != "empty":
        bare.wins(PROVEN, STORY)
        link(bare, OVERDUE, PROVEN.id, STORY.id)
        bare.app.checklist.set_ticked(PLAN, HALF, ticked=True)
        bare.app.checklist.hide("training")
    dress(bare.window, View(size, scale))
    if stage == "item":
        choose(bare, OVERDUE)
    if stage == "picker":
        choose(bare, EARLY)
        panel(bare).link_button.click()
    if stage == "forms":
        next(iter(view(bare).board.cards.values())).add_button.click()
    settle()
    assert audit(bare.window, size, scale) == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off_in_the_dark(opened: Opened, scale: float) -> None:
    assert audit(opened.window, scale=scale, scheme="dark") == []
