"""Proof on the value checklist: linking wins, filling blanks, and taking all of it back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.checklist import ClaimState
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer_ui.pages import prep, this_week
from arcareer_ui.shell.save_status import SaveState
from arcareer_ui.widgets.button import Button, IconButton
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.prep_checklist_desk import (
    EARLY,
    HALF,
    OVERDUE,
    PLAN,
    choose,
    line,
    link,
    numbered,
    panel,
    press,
    redo,
    row,
    state,
    story,
    tab,
    undo,
    view,
)
from tests.support.audit import settle
from tests.support.opened import Opened

SHIFT = Qt.KeyboardModifier.ShiftModifier
NUMBER = numbered("Cut the overdue share from 21% to 12%")
STORY = story("Talked two late payers round")
SPRING = numbered("Collected in the spring", happened_on=date(2026, 4, 2))


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    """The checklist beside two wins of the autumn and one of the spring."""
    desk = open_pages((prep.SPEC, this_week.SPEC))
    desk.wins(NUMBER, STORY, SPRING)
    row(desk, OVERDUE).setFocus()
    return desk


def offered(opened: Opened) -> list[str]:
    return [win.headline for win in view(opened).picker.list.items]


def routes(opened: Opened) -> list[str]:
    asked: list[str] = []
    opened.page.open_route.connect(asked.append)
    return asked


def save_state(opened: Opened) -> SaveState:
    return opened.window.rail.status.state


def type_in(opened: Opened, blank: str, text: str) -> None:
    panel(opened).lines[blank].setFocus()
    QTest.keyClicks(panel(opened).lines[blank], text)


def test_enter_asks_for_a_win_of_the_period_and_enter_links_it(opened: Opened) -> None:
    press(Qt.Key.Key_Return)
    picker = view(opened).picker
    assert picker.isVisible()
    assert not panel(opened).isVisible()
    assert QApplication.focusWidget() is picker.search
    assert sorted(offered(opened)) == sorted([NUMBER.headline, STORY.headline])
    assert [win.headline for win in picker.list.selected_items()] == offered(opened)[:1]
    QTest.keyClicks(picker.search, "overdue")
    press(Qt.Key.Key_Return)
    assert [win.id for win in line(opened, OVERDUE).wins] == [NUMBER.id]
    assert not picker.isVisible()
    assert QApplication.focusWidget() is row(opened, OVERDUE)
    assert panel(opened).chip.text == "Proven with a number"
    assert "1 win linked as proof. Proven with a number" in opened.announced
    toast = opened.window.toasts.toast
    assert toast is not None
    toast.buttons[-1].click()
    settle()
    assert line(opened, OVERDUE).wins == ()


def test_escape_leaves_the_picker_without_linking(opened: Opened) -> None:
    press(Qt.Key.Key_Return)
    QTest.keyClicks(view(opened).picker.search, "over")
    press(Qt.Key.Key_Escape)
    assert view(opened).picker.search.text() == ""
    press(Qt.Key.Key_Escape)
    assert not view(opened).picker.isVisible()
    assert line(opened, OVERDUE).wins == ()
    assert QApplication.focusWidget() is row(opened, OVERDUE)


def test_several_wins_are_linked_at_once_from_the_list(opened: Opened) -> None:
    panel(opened).link_button.setFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    picker = view(opened).picker
    assert QApplication.focusWidget() is picker.list
    press(Qt.Key.Key_Down, SHIFT)
    assert picker.link_button.label == "Link 2 wins"
    QTest.mouseClick(picker.link_button, Qt.MouseButton.LeftButton)
    settle()
    assert {win.id for win in line(opened, OVERDUE).wins} == {NUMBER.id, STORY.id}
    assert QApplication.focusWidget() is panel(opened).link_button
    undo(opened)
    assert line(opened, OVERDUE).wins == ()


def test_linked_wins_are_not_offered_again(opened: Opened) -> None:
    link(opened, OVERDUE, NUMBER.id)
    press(Qt.Key.Key_Return)
    assert offered(opened) == [STORY.headline]


def test_wins_of_other_periods_are_a_tick_away(opened: Opened) -> None:
    press(Qt.Key.Key_Return)
    tab(opened)._finder.elsewhere.setFocus()
    press(Qt.Key.Key_Space)
    assert SPRING.headline in offered(opened)
    press(Qt.Key.Key_Escape)
    row(opened, OVERDUE).setFocus()
    press(Qt.Key.Key_Return)
    assert SPRING.headline not in offered(opened)


def test_the_picker_says_what_helps_where_nothing_fits(opened: Opened) -> None:
    press(Qt.Key.Key_Return)
    picker = view(opened).picker
    QTest.keyClicks(picker.search, "spring")
    press(Qt.Key.Key_Return)
    assert picker.isVisible()
    assert picker._none.title == "No win mentions “spring”"
    assert "other periods" in picker._none._text.text()
    assert not picker.link_button.isEnabled()


def test_an_empty_library_says_what_comes_first(open_pages: OpenPages) -> None:
    opened = open_pages((prep.SPEC, this_week.SPEC))
    panel(opened).link_button.click()
    settle()
    picker = view(opened).picker
    assert picker._none.title == "No wins in this period"
    assert "Log one first" in picker._none._text.text()


def test_choosing_another_item_closes_the_picker(opened: Opened) -> None:
    press(Qt.Key.Key_Return)
    choose(opened, PLAN)
    assert not view(opened).picker.isVisible()
    assert panel(opened).title.text().startswith("A payment plan")
    assert QApplication.focusWidget() is not panel(opened).link_button


def test_proof_is_opened_or_taken_from_the_item(opened: Opened) -> None:
    asked = routes(opened)
    link(opened, OVERDUE, NUMBER.id, STORY.id)
    first, second = panel(opened).proofs
    (look,), (add,) = first.findChildren(Button), second.findChildren(Button)
    assert look.accessibleName() == f"Open: {NUMBER.headline}"
    assert add.accessibleName() == f"Add number: {STORY.headline}"
    look.click()
    assert asked == [f"win/{NUMBER.id}"]
    (unlink,) = second.findChildren(IconButton)
    assert unlink.accessibleName() == f"Take “{STORY.headline}” from this item"
    unlink.setFocus()
    press(Qt.Key.Key_Return)
    assert [win.id for win in line(opened, OVERDUE).wins] == [NUMBER.id]
    assert QApplication.focusWidget() is panel(opened).link_button
    assert opened.app.journal.get(STORY.id) is not None
    undo(opened)
    assert len(panel(opened).proofs) == 2


def test_blanks_and_result_are_saved_by_themselves(opened: Opened) -> None:
    type_in(opened, "percentage", "from 21% to 12%")
    QTest.qWait(400)
    assert line(opened, OVERDUE).claim is not None
    assert dict(line(opened, OVERDUE).claim.blanks) == {"percentage": "from 21% to 12%"}  # type: ignore[union-attr]
    assert state(opened, OVERDUE) is ClaimState.CLAIMED
    assert panel(opened).chip.text == "Claimed, no proof yet"
    assert save_state(opened) is SaveState.SAVED


def test_leaving_a_field_or_the_page_saves_it(opened: Opened) -> None:
    type_in(opened, "percentage", "9 points")
    panel(opened).result.setFocus()
    settle()
    assert dict(line(opened, OVERDUE).claim.blanks) == {"percentage": "9 points"}  # type: ignore[union-attr]
    QTest.keyClicks(panel(opened).result, "21% to 12%")
    opened.window.router.go("this-week")
    settle()
    assert line(opened, OVERDUE).claim.result == "21% to 12%"  # type: ignore[union-attr]


def test_choosing_another_item_saves_the_one_before(opened: Opened) -> None:
    type_in(opened, "percentage", "9 points")
    choose(opened, PLAN)
    assert dict(line(opened, OVERDUE).claim.blanks) == {"percentage": "9 points"}  # type: ignore[union-attr]
    assert line(opened, PLAN).claim is None
    assert panel(opened).lines["customer"].text() == ""


def test_a_stretch_of_typing_in_a_field_is_one_step_to_undo(opened: Opened) -> None:
    for part in ("from 21%", " to 12%"):
        type_in(opened, "percentage", part)
        tab(opened).flush()
    type_in(opened, "period", "January to June")
    tab(opened).flush()
    row(opened, OVERDUE).setFocus()
    settle()
    steps = opened.session.undo.stack.index()
    undo(opened)
    assert dict(line(opened, OVERDUE).claim.blanks) == {"percentage": "from 21% to 12%"}  # type: ignore[union-attr]
    assert panel(opened).lines["period"].text() == ""
    undo(opened)
    assert line(opened, OVERDUE).claim is None
    assert panel(opened).lines["percentage"].text() == ""
    assert opened.session.undo.stack.index() == steps - 2
    redo(opened)
    redo(opened)
    assert dict(line(opened, OVERDUE).claim.blanks) == {  # type: ignore[union-attr]
        "percentage": "from 21% to 12%",
        "period": "January to June",
    }
    assert panel(opened).lines["period"].text() == "January to June"


def test_everything_done_to_an_item_can_be_undone_and_redone(opened: Opened) -> None:
    start = line(opened, OVERDUE)
    type_in(opened, "percentage", "9 points")
    QTest.keyClicks(panel(opened).result, "21% to 12%")
    tab(opened).flush()
    link(opened, EARLY, STORY.id)
    row(opened, OVERDUE).setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    done = line(opened, OVERDUE)
    assert done.claim is not None
    assert done.claim.ticked
    assert done.wins
    steps = 0
    while opened.session.undo.stack.canUndo():
        undo(opened)
        steps += 1
    assert steps == 4
    assert line(opened, OVERDUE) == start
    for _ in range(steps):
        redo(opened)
    assert line(opened, OVERDUE) == done
    assert panel(opened).tick.isChecked()


def test_what_is_being_typed_stays_while_something_else_changes(opened: Opened) -> None:
    type_in(opened, "percentage", "half ty")
    link(opened, OVERDUE, NUMBER.id)
    assert panel(opened).lines["percentage"].text() == "half ty"
    assert len(panel(opened).proofs) == 1
    QTest.keyClicks(panel(opened).lines["percentage"], "ped")
    tab(opened).flush()
    assert dict(line(opened, OVERDUE).claim.blanks) == {"percentage": "half typed"}  # type: ignore[union-attr]
    assert line(opened, OVERDUE).claim.wins == (NUMBER.id,)  # type: ignore[union-attr]


def test_typing_before_a_tick_or_a_link_is_saved_first(opened: Opened) -> None:
    type_in(opened, "percentage", "9 points")
    panel(opened).tick.click()
    settle()
    claim = line(opened, OVERDUE).claim
    assert claim is not None
    assert (dict(claim.blanks), claim.ticked) == ({"percentage": "9 points"}, True)


def test_a_disk_that_does_not_take_it_is_told_and_nothing_is_lost(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise LibraryProblem(ProblemKind.BUSY, "The disk is busy. Your text is kept here and tried again.")

    with monkeypatch.context() as patch:
        patch.setattr(opened.app.edits, "apply", refuse)
        type_in(opened, "percentage", "9 points")
        tab(opened).flush()
        settle()
        assert save_state(opened) is SaveState.NOT_SAVED
        assert panel(opened).lines["percentage"].text() == "9 points"
    tab(opened).flush()
    settle()
    assert dict(line(opened, OVERDUE).claim.blanks) == {"percentage": "9 points"}  # type: ignore[union-attr]
    assert save_state(opened) is SaveState.SAVED


def test_the_same_item_in_another_period_starts_empty(opened: Opened) -> None:
    type_in(opened, "percentage", "9 points")
    tab(opened)._choose_period("2026-H1")
    settle()
    assert panel(opened).lines["percentage"].text() == ""
    type_in(opened, "percentage", "3 points")
    tab(opened)._choose_period("2026-H2")
    settle()
    assert panel(opened).lines["percentage"].text() == "9 points"
    assert dict(line(opened, OVERDUE, "2026-H1").claim.blanks) == {"percentage": "3 points"}  # type: ignore[union-attr]
    assert opened.app.checklist.claim(OVERDUE, HALF).period_key == "2026-H2"
