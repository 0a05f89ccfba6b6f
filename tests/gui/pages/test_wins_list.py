"""The list of wins: grouped, filtered, searched, thrown away and brought back."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateTimeEdit
from pytestqt.qtbot import QtBot

from arcareer.domain.figures import Unit
from arcareer.domain.journal import Win, WinQuery, WinSummary
from arcareer_ui.pages import this_week, wins
from arcareer_ui.pages.wins.page import WinsPage
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card_list import CardHeading
from arcareer_ui.widgets.date_field import DateField
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import View, dress, settle
from tests.support.builders import a_figure, a_win
from tests.support.bulk import fill, many_wins
from tests.support.opened import Opened

FRIDAY = date(2026, 10, 16)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

NINE = "Cleared the backlog: nine invoices, one call"
CREDIT = "Stopped a duplicate credit note"
REVIEW = "Asked into the Monday review"
GUIDE = "Wrote the guide to short payments"
OLDEST = "Collected from Harlow Dental"


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    """The page with wins of this week, last week, and a year ago."""
    desk = open_pages((wins.SPEC, this_week.SPEC))
    desk.wins(
        a_win(
            NINE,
            happened_on=FRIDAY - timedelta(days=1),
            theme="cash",
            figures=(a_figure(12_480, measure=""), a_figure(9, measure="invoices", unit=Unit.COUNT, currency="")),
        ),
        a_win(CREDIT, happened_on=FRIDAY - timedelta(days=2), theme="accuracy"),
        a_win(REVIEW, happened_on=FRIDAY - timedelta(days=4), theme="teamwork"),
        a_win(GUIDE, happened_on=FRIDAY - timedelta(days=7), theme="process", action="For the Harlow team"),
        a_win(OLDEST, happened_on=date(2025, 3, 3), theme="cash", figures=(a_figure(),)),
    )
    page(desk).view.list.setFocus()
    return desk


def page(opened: Opened) -> WinsPage:
    shown = opened.page
    assert isinstance(shown, WinsPage)
    return shown


def lines(opened: Opened) -> list[str]:
    """Return the list as it reads: headings between brackets."""
    items = page(opened).view.list.items
    return [f"[{one.title}]" if isinstance(one, CardHeading) else one.headline for one in items]


def headlines(opened: Opened) -> list[str]:
    return [line for line in lines(opened) if not line.startswith("[")]


def on_show(opened: Opened) -> str:
    """Return the headline in the detail, nothing where there is none."""
    view = page(opened).view
    return view.detail.headline.text if view.detail.isVisible() else ""


def chosen(opened: Opened) -> str:
    current = page(opened).view.list.current
    return current.headline if isinstance(current, WinSummary) else ""


def identity(opened: Opened, headline: str) -> UUID:
    both = (*opened.app.journal.find(WinQuery()), *opened.app.journal.find(WinQuery(trashed=True)))
    return next(one.id for one in both if one.headline == headline)


def choose(opened: Opened, headline: str) -> None:
    view = page(opened).view
    assert view.list.choose(identity(opened, headline))
    view.list.setFocus(Qt.FocusReason.OtherFocusReason)
    settle()


def press_chip(opened: Opened, chip: str) -> None:
    chips = page(opened).view.filters.chips
    button = next(one for one in chips.findChildren(Button) if one.label == chip)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def pick_span(opened: Opened, span: str) -> None:
    combo = page(opened).view.filters.span
    combo.setCurrentIndex(combo.findText(span))
    combo.activated.emit(combo.currentIndex())
    settle()


def search(opened: Opened, words: str, qtbot: QtBot) -> None:
    field = page(opened).view.filters.search
    field.setFocus()
    with qtbot.waitSignal(field.searched):
        QTest.keyClicks(field, words)
    settle()


def toast(opened: Opened) -> str:
    shown = opened.window.toasts.toast
    return shown.accessibleName() if shown is not None else ""


def empty_title(opened: Opened) -> str:
    empty = page(opened).view.empty
    return empty.title if empty is not None else ""


def press(opened: Opened, label: str) -> None:
    button = next(one for one in opened.page.findChildren(Button) if one.label == label and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def test_wins_stand_newest_first_under_weeks_and_months(opened: Opened) -> None:
    assert lines(opened) == ["[This week]", NINE, CREDIT, REVIEW, "[Last week]", GUIDE, "[March 2025]", OLDEST]
    assert "5 wins since March 2025. 2 with a number, 3 could use one." in header(opened)


def header(opened: Opened) -> str:
    return page(opened).view.header.description


def test_a_row_says_day_theme_and_numbers_and_where_one_is_missing(opened: Opened) -> None:
    model = page(opened).view.list.model()
    spoken = [model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert spoken[1] == f"{NINE}, Thu 15 Oct, Cash in, $12,480, 9 invoices"
    assert spoken[2] == f"{CREDIT}, Wed 14 Oct, Accuracy, No number"
    assert spoken[7].startswith(f"{OLDEST}, Mon 3 Mar 2025, Cash in")


def test_the_newest_win_is_on_show_at_first(opened: Opened) -> None:
    assert (chosen(opened), on_show(opened)) == (NINE, NINE)


def test_the_keyboard_starts_in_the_list(opened: Opened, open_pages: OpenPages) -> None:
    opened.close()
    again = open_pages((wins.SPEC,))
    assert QApplication.focusWidget() is page(again).view.list


def test_arrow_keys_go_through_the_wins(opened: Opened) -> None:
    view = page(opened).view
    for _ in range(3):
        QTest.keyClick(view.list, Qt.Key.Key_Down)
    assert on_show(opened) == GUIDE
    QTest.keyClick(view.list, Qt.Key.Key_Up)
    assert on_show(opened) == REVIEW
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is view.detail.headline


@pytest.mark.parametrize(
    ("chip", "found"),
    [
        ("Cash in", [NINE, OLDEST]),
        ("Needs a number", [CREDIT, REVIEW, GUIDE]),
        ("All", [NINE, CREDIT, REVIEW, GUIDE, OLDEST]),
    ],
)
def test_chips_narrow_the_list(opened: Opened, chip: str, found: list[str]) -> None:
    press_chip(opened, chip)
    assert headlines(opened) == found
    assert on_show(opened) == found[0]


def test_the_result_of_a_filter_is_said_aloud(opened: Opened, qtbot: QtBot) -> None:
    press_chip(opened, "Cash in")
    qtbot.waitUntil(lambda: "2 wins found" in opened.announced)


@pytest.mark.parametrize(
    ("span", "found"),
    [
        ("This week", [NINE, CREDIT, REVIEW]),
        ("This month", [NINE, CREDIT, REVIEW, GUIDE]),
        ("This quarter", [NINE, CREDIT, REVIEW, GUIDE]),
        ("This half year", [NINE, CREDIT, REVIEW, GUIDE]),
        ("This year", [NINE, CREDIT, REVIEW, GUIDE]),
        ("Last year", [OLDEST]),
        ("All time", [NINE, CREDIT, REVIEW, GUIDE, OLDEST]),
    ],
)
def test_periods_narrow_the_list(opened: Opened, span: str, found: list[str]) -> None:
    pick_span(opened, span)
    assert headlines(opened) == found


def type_year(field: DateField, year: str) -> None:
    field.setFocus()
    field.setSelectedSection(QDateTimeEdit.Section.YearSection)
    QTest.keyClicks(field, year)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()


def test_a_period_of_ones_own_starts_with_this_year(opened: Opened) -> None:
    filters = page(opened).view.filters
    assert not filters.start.isVisible()
    pick_span(opened, "From … to …")
    assert filters.start.isVisible()
    assert (filters.start.value, filters.end.value) == (date(2026, 1, 1), FRIDAY)
    assert headlines(opened) == [NINE, CREDIT, REVIEW, GUIDE]
    type_year(filters.start, "2025")
    assert OLDEST in headlines(opened)
    type_year(filters.start, "2024")
    type_year(filters.end, "2024")
    assert headlines(opened) == []
    assert empty_title(opened) == "No win fits this filter"


def test_two_letters_find_the_newest_first_and_a_pause_the_best_match(opened: Opened, qtbot: QtBot) -> None:
    search(opened, "harlow", qtbot)
    assert lines(opened) == [GUIDE, OLDEST]
    qtbot.waitUntil(lambda: lines(opened) == [OLDEST, GUIDE])


def test_one_letter_is_not_searched_for(opened: Opened, qtbot: QtBot) -> None:
    search(opened, "h", qtbot)
    assert len(headlines(opened)) == 5
    search(opened, "a", qtbot)
    assert headlines(opened) == [GUIDE, OLDEST]


def test_the_keyboard_stays_with_what_takes_the_place_of_the_list(opened: Opened, qtbot: QtBot) -> None:
    search(opened, "harbour", qtbot)
    leads_on = page(opened).view.empty.first_action  # type: ignore[union-attr]
    leads_on.setFocus()  # type: ignore[union-attr]
    opened.wins(a_win("Wrote the guide to short payments", happened_on=FRIDAY))
    heir = page(opened).view.empty.first_action  # type: ignore[union-attr]
    assert heir is not None
    assert heir is not leads_on
    assert heir.hasFocus()


def test_nothing_found_leads_on(opened: Opened, qtbot: QtBot) -> None:
    search(opened, "harbour", qtbot)
    assert empty_title(opened) == "No win mentions “harbour”"
    assert on_show(opened) == ""
    press(opened, "Clear filter")
    assert len(headlines(opened)) == 5
    assert page(opened).view.filters.search.text() == ""
    assert on_show(opened) != ""


def test_a_search_without_result_can_be_logged(opened: Opened, qtbot: QtBot) -> None:
    search(opened, "harbour", qtbot)
    press(opened, "Log it now")
    assert opened.window.pages.current_id == "this-week"


def test_ctrl_f_goes_to_the_search_and_esc_clears_it_then_leaves_the_detail(opened: Opened, qtbot: QtBot) -> None:
    view = page(opened).view
    QTest.keyClick(opened.window, Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is view.filters.search
    search(opened, "harlow", qtbot)
    view.detail.headline.setFocus()
    QTest.keyClick(view.detail.headline, Qt.Key.Key_Escape)
    assert view.filters.search.text() == ""
    assert len(headlines(opened)) == 5
    assert QApplication.focusWidget() is view.detail.headline
    QTest.keyClick(view.detail.headline, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view.list


def test_f2_edits_the_win_on_show(opened: Opened) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_F2)
    assert QApplication.focusWidget() is page(opened).view.detail.headline


def test_del_moves_the_win_to_trash_and_the_next_one_is_on_show(opened: Opened) -> None:
    choose(opened, CREDIT)
    QTest.keyClick(page(opened).view.list, Qt.Key.Key_Delete)
    settle()
    assert CREDIT not in headlines(opened)
    assert (chosen(opened), on_show(opened)) == (REVIEW, REVIEW)
    assert toast(opened).startswith("Win moved to trash")
    QTest.keyClick(opened.window, Qt.Key.Key_Z, CTRL)
    settle()
    assert (chosen(opened), on_show(opened)) == (CREDIT, CREDIT)
    assert opened.app.journal.trash_count() == 0


def test_the_last_win_leaves_the_cursor_to_the_one_before(opened: Opened) -> None:
    choose(opened, OLDEST)
    QTest.keyClick(page(opened).view.list, Qt.Key.Key_Delete)
    settle()
    assert chosen(opened) == GUIDE


def test_several_in_a_row_merge_into_one_toast_with_one_undo(opened: Opened) -> None:
    for _ in range(3):
        QTest.keyClick(page(opened).view.list, Qt.Key.Key_Delete)
    assert toast(opened).startswith("3 wins moved to trash")
    press_toast(opened, "Undo")
    assert opened.app.journal.trash_count() == 0
    assert len(headlines(opened)) == 5


def press_toast(opened: Opened, label: str) -> None:
    shown = opened.window.toasts.toast
    assert shown is not None
    next(button for button in shown.buttons if button.text() == label).click()
    settle()


def test_several_wins_are_selected_and_thrown_away_together(opened: Opened) -> None:
    choose(opened, NINE)
    cards = page(opened).view.list
    QTest.keyClick(cards, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(cards, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(cards, Qt.Key.Key_Delete)
    settle()
    assert headlines(opened) == [GUIDE, OLDEST]
    assert chosen(opened) == GUIDE
    assert toast(opened).startswith("3 wins moved to trash")
    assert opened.session.undo.stack.undoText() == "Move 3 wins to trash"
    QTest.keyClick(opened.window, Qt.Key.Key_Z, CTRL)
    settle()
    assert len(headlines(opened)) == 5


def test_a_selection_outlives_a_change_elsewhere(opened: Opened) -> None:
    choose(opened, NINE)
    QTest.keyClick(page(opened).view.list, Qt.Key.Key_Down, SHIFT)
    opened.wins(a_win("Logged meanwhile", happened_on=FRIDAY))
    assert headlines(opened)[0] == "Logged meanwhile"
    assert {one.headline for one in page(opened).view.list.selected_items() if isinstance(one, WinSummary)} == {
        NINE,
        CREDIT,
    }
    assert on_show(opened) == CREDIT


@pytest.fixture
def with_trash(opened: Opened) -> Opened:
    opened.app.journal.move_to_trash([identity(opened, one) for one in (NINE, CREDIT, OLDEST)])
    settle()
    press_chip(opened, "Trash")
    return opened


def test_the_trash_shows_what_was_thrown_away(with_trash: Opened) -> None:
    view = page(with_trash).view
    assert headlines(with_trash) == [NINE, CREDIT, OLDEST]
    assert view.trash_bar.isVisible()
    assert view.detail.restore_button.isVisible()
    assert not view.detail.trash_button.isVisible()
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    assert with_trash.app.journal.trash_count() == 3


def test_wins_are_restored_from_the_trash_and_that_is_undone(with_trash: Opened) -> None:
    choose(with_trash, CREDIT)
    QTest.keyClick(page(with_trash).view.list, Qt.Key.Key_Down, SHIFT)
    press(with_trash, "Restore")
    assert headlines(with_trash) == [NINE]
    assert toast(with_trash).startswith("2 wins restored")
    QTest.keyClick(with_trash.window, Qt.Key.Key_Z, CTRL)
    settle()
    assert headlines(with_trash) == [NINE, CREDIT, OLDEST]


def test_emptying_the_trash_asks_first_and_says_how_many(with_trash: Opened) -> None:
    press(with_trash, "Empty trash")
    assert with_trash.dialogs.asked == ["3 wins will be gone for good"]
    assert with_trash.app.journal.trash_count() == 3
    with_trash.dialogs.sure = True
    press(with_trash, "Empty trash")
    assert with_trash.app.journal.trash_count() == 0
    assert empty_title(with_trash) == "Trash is empty"
    assert not page(with_trash).view.trash_bar.isVisible()
    assert on_show(with_trash) == ""
    press_chip(with_trash, "All")
    assert headlines(with_trash) == [REVIEW, GUIDE]
    assert on_show(with_trash) == REVIEW


def test_nothing_done_before_the_trash_was_emptied_comes_back(with_trash: Opened) -> None:
    choose(with_trash, CREDIT)
    press(with_trash, "Restore")
    with_trash.dialogs.sure = True
    press(with_trash, "Empty trash")
    QTest.keyClick(with_trash.window, Qt.Key.Key_Z, CTRL)
    settle()
    assert with_trash.app.journal.trash_count() == 0
    press_chip(with_trash, "All")
    assert CREDIT in headlines(with_trash)


def test_a_filtered_trash_is_not_called_empty(with_trash: Opened, qtbot: QtBot) -> None:
    search(with_trash, "harbour", qtbot)
    assert empty_title(with_trash) == "No win mentions “harbour”"


def test_filter_and_period_are_remembered_but_never_the_trash_or_the_words(
    opened: Opened, open_pages: OpenPages, qtbot: QtBot
) -> None:
    press_chip(opened, "Cash in")
    pick_span(opened, "This week")
    search(opened, "nine", qtbot)
    opened.close()
    again = open_pages((wins.SPEC,))
    assert headlines(again) == [NINE]
    assert page(again).view.filters.search.text() == ""
    press_chip(again, "Trash")
    again.close()
    last = open_pages((wins.SPEC,))
    assert not page(last).view.filters.in_trash


def test_an_empty_journal_says_how_to_start(open_pages: OpenPages) -> None:
    opened = open_pages((wins.SPEC, this_week.SPEC))
    assert empty_title(opened) == "Nothing logged yet"
    assert on_show(opened) == ""
    start = QApplication.focusWidget()
    assert isinstance(start, Button)
    assert start.label == "Log a win"
    assert header(opened) == "Your record of what went well"
    press(opened, "Log a win")
    assert opened.window.pages.current_id == "this-week"


def test_the_first_win_takes_the_place_of_the_empty_state(open_pages: OpenPages) -> None:
    opened = open_pages((wins.SPEC,))
    opened.wins(a_win(NINE, happened_on=FRIDAY, figures=(a_figure(),)))
    assert lines(opened) == ["[This week]", NINE]
    assert on_show(opened) == NINE
    assert header(opened) == "1 win since October. All have a number."


def test_a_route_opens_a_win_whatever_the_filters_were(opened: Opened) -> None:
    press_chip(opened, "Risk")
    assert empty_title(opened) == "No win fits this filter"
    opened.window.router.go(f"win/{identity(opened, OLDEST)}")
    settle()
    assert (chosen(opened), on_show(opened)) == (OLDEST, OLDEST)
    assert QApplication.focusWidget() is page(opened).view.detail.headline


def test_a_route_finds_a_win_in_the_trash(opened: Opened) -> None:
    opened.app.journal.move_to_trash([identity(opened, CREDIT)])
    opened.window.router.go(f"win/{identity(opened, CREDIT)}")
    settle()
    assert page(opened).view.filters.in_trash
    assert on_show(opened) == CREDIT


def test_a_route_to_a_win_that_is_gone_says_so(opened: Opened) -> None:
    gone = a_win("Never stored")
    opened.window.router.go(f"win/{gone.id}")
    settle()
    assert toast(opened).startswith("That win is not in your library any more.")
    assert on_show(opened) == NINE


@pytest.mark.parametrize(("route", "found"), [("wins/needs-number", [CREDIT, REVIEW, GUIDE]), ("wins/trash", [])])
def test_routes_lead_to_the_lists(opened: Opened, route: str, found: list[str]) -> None:
    opened.window.router.go("this-week")
    opened.window.router.go(route)
    settle()
    assert headlines(opened) == found


def test_a_win_that_no_longer_fits_the_filter_stays_in_the_detail(opened: Opened) -> None:
    press_chip(opened, "Needs a number")
    choose(opened, REVIEW)
    figures = page(opened).editors.figures
    QTest.keyClicks(figures.line, "12 invoices")
    QTest.keyClick(figures.line, Qt.Key.Key_Return)
    settle()
    assert headlines(opened) == [CREDIT, GUIDE]
    assert on_show(opened) == REVIEW
    assert chosen(opened) == ""


def test_wins_passed_with_the_arrow_keys_are_no_places_to_come_back_to(opened: Opened, qtbot: QtBot) -> None:
    opened.window.router.go("this-week")
    opened.window.router.go("wins")
    for _ in range(3):
        QTest.keyClick(page(opened).view.list, Qt.Key.Key_Down)
    QTest.keyClick(opened.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert opened.window.pages.current_id == "this-week"


def test_a_win_one_stays_with_is_a_place_to_come_back_to(opened: Opened, qtbot: QtBot) -> None:
    QTest.keyClick(page(opened).view.list, Qt.Key.Key_Down)
    route = f"win/{identity(opened, CREDIT)}"
    qtbot.waitUntil(lambda: opened.window.router.current == route)


def test_thousands_of_wins_are_read_as_they_are_scrolled_to(opened: Opened) -> None:
    fill(opened.app.edits._store.connection, many_wins(5_000, last=FRIDAY - timedelta(days=20)))
    page(opened).refresh(None)
    settle()
    cards = page(opened).view.list
    assert len(headlines(opened)) < 1_000
    assert "5005 wins since" in header(opened)
    QTest.keyClick(cards, Qt.Key.Key_End)
    settle()
    assert len(headlines(opened)) > 500
    place = cards.verticalScrollBar().value()
    assert place > 0
    opened.wins(a_win("Logged meanwhile", happened_on=date(2016, 10, 20)))
    assert abs(cards.verticalScrollBar().value() - place) < cards.height()


def test_a_deep_win_is_found_by_its_route(opened: Opened) -> None:
    deep: list[Win] = list(many_wins(3_000, last=FRIDAY - timedelta(days=20)))
    fill(opened.app.edits._store.connection, deep)
    page(opened).refresh(None)
    opened.window.router.go(f"win/{deep[10].id}")
    settle()
    assert chosen(opened) == on_show(opened) == deep[10].headline


def test_a_new_day_changes_the_headings(opened: Opened) -> None:
    opened.clock.advance(timedelta(days=7))
    page(opened).refresh(None)
    assert lines(opened)[:2] == ["[Last week]", NINE]


@pytest.mark.parametrize("scale", [1.25, 1.5])
def test_with_little_room_the_detail_lies_over_the_list(opened: Opened, scale: float) -> None:
    dress(opened.window, View((1024, 640), scale))
    view = page(opened).view
    assert view.stacked
    assert view.list.isVisible()
    assert not view.detail.isVisible()
    row = next(at for at, one in enumerate(view.list.items) if isinstance(one, WinSummary) and one.headline == CREDIT)
    place = view.list.visualRect(view.list.model().index(row, 0)).center()
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    settle()
    assert on_show(opened) == CREDIT
    assert not view.list.isVisible()
    QTest.keyClick(view.detail.headline, Qt.Key.Key_Escape)
    assert view.list.isVisible()
    assert QApplication.focusWidget() is view.list
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert on_show(opened) == CREDIT
    view.detail.back_button.click()
    assert not view.detail.isVisible()
    dress(opened.window, View((1500, 800), 1.0))
    assert view.list.isVisible()
    assert on_show(opened) == CREDIT
