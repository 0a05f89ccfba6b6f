"""Bullet rubric: written, scored at every pause, ranked, moved, versioned, put on the brag sheet."""

from __future__ import annotations

from datetime import timedelta
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from arcareer.domain.bullets import Bullet
from arcareer.domain.figures import Unit
from arcareer.prose.rubric import score
from arcareer_ui.pages import prep, wins
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.rubric.tab import RubricTab
from arcareer_ui.pages.prep.rubric.view import BEST, GUIDE, PICKER, SCORE, RubricView
from arcareer_ui.pages.prep.rubric.writing import DRAFT_KEY
from arcareer_ui.pages.wins.page import WinsPage
from arcareer_ui.widgets.banner import Banner
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit_all, focus_is_visible, settle
from tests.support.builders import a_figure, a_win
from tests.support.opened import Opened

STRONG = "Resolved 38 disputes, cutting time to close from 19 to 11 days"
DUTY = "Responsible for the monthly aging report"
PLAIN = "Called every overdue account before month end"
TEXTS = (DUTY, STRONG, PLAIN)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def empty(open_pages: OpenPages) -> Opened:
    session = open_pages((prep.SPEC, wins.SPEC))
    session.window.router.go("prep/bullet-rubric")
    settle()
    return session


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    session = open_pages((prep.SPEC, wins.SPEC))
    for text in TEXTS:
        session.app.bullets.write(text)
    session.window.router.go("prep/bullet-rubric")
    settle()
    return session


def tab_of(opened: Opened) -> RubricTab:
    tab = cast("PrepPage", opened.page).tool("bullet-rubric")
    assert isinstance(tab, RubricTab)
    return tab


def view_of(opened: Opened) -> RubricView:
    return tab_of(opened).view


def stored(opened: Opened) -> list[str]:
    return [bullet.text for bullet in opened.app.bullets.all()]


def rows(opened: Opened) -> list[tuple[str, int | None]]:
    return [(line.text, line.score) for line in view_of(opened).list.items]


def show(opened: Opened, text: str) -> Bullet:
    bullet = next(one for one in opened.app.bullets.all() if one.text == text)
    view_of(opened).list.choose(bullet.id)
    settle()
    return bullet


def write(opened: Opened, text: str) -> None:
    """Type at the end of the bullet, and pause."""
    editor = view_of(opened).editor.text
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(editor, text)
    tab_of(opened).flush()
    settle()


def pause(qtbot: QtBot, opened: Opened, text: str) -> None:
    """Wait until the text has been scored."""
    wanted = str(score(text).overall)
    qtbot.waitUntil(lambda: view_of(opened).score.ring.accessibleName().startswith(f"{wanted} "))


def press(opened: Opened, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget() or opened.window
    QTest.keyClick(target, key, modifiers)
    settle()


def leave(opened: Opened) -> None:
    """Let the keyboard go to the list."""
    view_of(opened).list.setFocus()
    settle()


# --- nothing yet -----------------------------------------------------------------------------------------------------


def test_without_bullets_one_action_leads_on_and_examples_show_what_is_wanted(empty: Opened) -> None:
    view = view_of(empty)
    assert view.first_win_button.isVisible()
    assert not view.editor.isVisible()
    assert view.side == GUIDE
    assert view.guide.is_filled
    assert tab_of(empty).first_focus is view.first_win_button


def test_the_first_bullet_is_written_with_the_keyboard(qtbot: QtBot, empty: Opened) -> None:
    view_of(empty).first_button.click()
    assert QApplication.focusWidget() is view_of(empty).editor.text
    QTest.keyClicks(view_of(empty).editor.text, STRONG)
    pause(qtbot, empty, STRONG)
    assert stored(empty) == []
    press(empty, Qt.Key.Key_Return)
    assert stored(empty) == [STRONG]
    assert rows(empty) == [(STRONG, score(STRONG).overall)]


def test_what_was_typed_for_a_new_bullet_outlives_the_window(
    qtbot: QtBot, empty: Opened, open_pages: OpenPages
) -> None:
    view_of(empty).first_button.click()
    QTest.keyClicks(view_of(empty).editor.text, PLAIN)
    qtbot.waitUntil(lambda: (draft := empty.app.drafts.find(DRAFT_KEY)) is not None and draft.text == PLAIN)


def test_a_draft_left_over_is_put_back(empty: Opened, open_pages: OpenPages) -> None:
    empty.app.drafts.keep(DRAFT_KEY, PLAIN)
    empty.close()
    again = open_pages((prep.SPEC, wins.SPEC))
    again.window.router.go("prep/bullet-rubric")
    settle()
    assert view_of(again).editor.text.text == PLAIN
    leave_by_flush(again)
    assert stored(again) == [PLAIN]
    assert again.app.drafts.find(DRAFT_KEY) is None


def leave_by_flush(opened: Opened) -> None:
    opened.page.flush()
    settle()


def test_a_new_bullet_without_words_is_none(empty: Opened) -> None:
    view_of(empty).first_button.click()
    QTest.keyClicks(view_of(empty).editor.text, "   ")
    leave_by_flush(empty)
    assert stored(empty) == []


# --- the score -------------------------------------------------------------------------------------------------------


def test_every_bullet_has_its_score_and_what_it_lacks(opened: Opened) -> None:
    assert rows(opened) == [(text, score(text).overall) for text in TEXTS]
    spoken = [view_of(opened).list.model().index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert spoken[0] == f"{score(DUTY).overall} of 20. {DUTY}. Needs a result"
    assert "Needs a result" not in spoken[1]


def test_the_score_names_band_criteria_and_next_change(opened: Opened) -> None:
    show(opened, DUTY)
    card, said = view_of(opened).score, score(DUTY)
    assert card.ring.accessibleName() == f"{said.overall} of 20"
    assert card.band.text() == "A start"
    assert said.next_change is not None
    assert card.next_change.text() == said.next_change.next_step
    assert list(card.bars) == ["specificity", "metrics", "role_anchors", "business_impact", "clarity"]


@pytest.mark.parametrize(
    ("text", "band"),
    [(DUTY, "A start"), ("Caught $9,600 of duplicate credits before posting", "Getting there"), (STRONG, "Strong")],
)
def test_bands(opened: Opened, text: str, band: str) -> None:
    if text not in TEXTS:
        opened.app.bullets.write(text)
        settle()
    show(opened, text)
    assert view_of(opened).score.band.text() == band


def test_the_score_follows_every_pause_is_spoken_and_compared(qtbot: QtBot, opened: Opened) -> None:
    show(opened, DUTY)
    opened.announced.clear()
    editor = view_of(opened).editor.text
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(editor, STRONG)
    pause(qtbot, opened, STRONG)
    assert view_of(opened).editor.trend.text == f"Up from {score(DUTY).overall}"
    assert f"{score(STRONG).overall} of 20" in opened.announced


def test_red_flags_are_counted_and_lead_to_their_tab(opened: Opened) -> None:
    show(opened, STRONG)
    assert view_of(opened).editor.clean_chip.isVisible()
    bullet = show(opened, DUTY)
    assert not view_of(opened).editor.clean_chip.isVisible()
    view_of(opened).editor.flags_button.click()
    settle()
    assert opened.window.router.current == f"prep/red-flags/bullet/{bullet.id}"


def test_how_scoring_works_shows_worked_examples_and_goes_again(opened: Opened) -> None:
    tab = tab_of(opened)
    tab.guide_button.click()
    assert tab.view.side == GUIDE
    assert tab.guide_button.isChecked()
    tab.view.guide.close_button.click()
    assert tab.view.side == SCORE
    assert not tab.guide_button.isChecked()


# --- writing ---------------------------------------------------------------------------------------------------------


def test_typing_is_saved_and_undone_as_one_step(opened: Opened) -> None:
    show(opened, PLAIN)
    write(opened, " in May")
    write(opened, " and June")
    assert f"{PLAIN} in May and June" in stored(opened)
    leave(opened)
    press(opened, Qt.Key.Key_Z, CTRL)
    assert stored(opened) == list(TEXTS)
    assert view_of(opened).editor.text.text == PLAIN
    press(opened, Qt.Key.Key_Y, CTRL)
    assert f"{PLAIN} in May and June" in stored(opened)


def test_an_emptied_bullet_keeps_its_words(opened: Opened) -> None:
    show(opened, PLAIN)
    editor = view_of(opened).editor.text
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    leave(opened)
    assert stored(opened) == list(TEXTS)
    assert editor.text == PLAIN


def test_a_foreign_change_is_shown(opened: Opened) -> None:
    bullet = show(opened, PLAIN)
    opened.app.bullets.save(
        bullet, Bullet(id=bullet.id, text=STRONG, position=bullet.position, created_at=bullet.created_at)
    )
    settle()
    assert view_of(opened).editor.text.text == STRONG
    assert rows(opened)[2] == (STRONG, score(STRONG).overall)


def test_a_bullet_removed_elsewhere_while_typing_is_not_lost(qtbot: QtBot, opened: Opened) -> None:
    bullet = show(opened, PLAIN)
    editor = view_of(opened).editor.text
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(editor, " in May")
    opened.app.bullets.remove(bullet)
    settle()
    tab_of(opened).flush()
    settle()
    banner = tab_of(opened).conflicts.banner
    assert isinstance(banner, Banner)
    keep = next(button for button in banner.findChildren(QWidget) if button.accessibleName() == "Keep what I typed")
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    settle()
    assert f"{PLAIN} in May" in stored(opened)


def test_a_new_one_comes_after_the_others(opened: Opened) -> None:
    press(opened, Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(view_of(opened).editor.text, "Trained two new starters")
    leave(opened)
    assert stored(opened) == [*TEXTS, "Trained two new starters"]
    press(opened, Qt.Key.Key_Z, CTRL)
    assert stored(opened) == list(TEXTS)


# --- one way to say it -----------------------------------------------------------------------------------------------


def test_own_numbers_are_offered_and_raise_the_score(opened: Opened) -> None:
    figure = a_figure(37, 48, measure="DSO", unit=Unit.DAYS, currency="")
    win = a_win(PLAIN, figures=(figure,))
    opened.wins(win)
    bullet = opened.app.bullets.write(PLAIN, win.id).after
    assert isinstance(bullet, Bullet)
    settle()
    view_of(opened).list.choose(bullet.id)
    settle()
    wording = view_of(opened).score.wording
    assert "DSO from 48 to 37 days" in wording.words.text()
    wording.add_button.click()
    settle()
    said = f"{PLAIN}, DSO from 48 to 37 days"
    assert said in stored(opened)
    assert score(said).overall > score(PLAIN).overall
    leave(opened)
    press(opened, Qt.Key.Key_Z, CTRL)
    assert said not in stored(opened)


def test_a_bullet_without_numbers_gets_no_offer(opened: Opened) -> None:
    show(opened, DUTY)
    assert not view_of(opened).score.wording.isVisible()


def test_offers_go_round(opened: Opened) -> None:
    show(opened, STRONG)
    wording = view_of(opened).score.wording
    first = wording.words.text()
    wording.another_button.click()
    assert wording.words.text() != first
    for _ in range(20):
        wording.another_button.click()
        if wording.words.text() == first:
            return
    pytest.fail("the first offer never came back")


# --- acts ------------------------------------------------------------------------------------------------------------


def test_on_the_brag_sheet_and_off_again(opened: Opened) -> None:
    bullet = show(opened, STRONG)
    button = view_of(opened).editor.sheet_button
    button.click()
    settle()
    assert [one.id for one in opened.app.bullets.in_brag_sheet()] == [bullet.id]
    assert button.label == "On the brag sheet"
    button.click()
    settle()
    assert opened.app.bullets.in_brag_sheet() == ()
    opened.session.undo.undo()
    settle()
    assert button.label == "On the brag sheet"


def test_moved_with_the_keyboard_and_back(opened: Opened) -> None:
    show(opened, DUTY)
    leave(opened)
    press(opened, Qt.Key.Key_Down, ALT)
    assert stored(opened) == [STRONG, DUTY, PLAIN]
    assert "Place 2 of 3" in opened.announced
    press(opened, Qt.Key.Key_Up, ALT)
    assert stored(opened) == list(TEXTS)
    press(opened, Qt.Key.Key_Up, ALT)
    assert stored(opened) == list(TEXTS)


def test_ranked_best_first_and_kept_so(opened: Opened, open_pages: OpenPages) -> None:
    order = view_of(opened).order
    order.setFocus()
    QTest.keyClick(order, Qt.Key.Key_Down)
    settle()
    assert order.current == BEST
    scores = [found for _, found in rows(opened)]
    assert scores == sorted(scores, key=lambda one: -(one or 0))
    leave(opened)
    press(opened, Qt.Key.Key_Down, ALT)
    assert stored(opened) == list(TEXTS)
    opened.close()
    again = open_pages((prep.SPEC, wins.SPEC))
    again.window.router.go("prep/bullet-rubric")
    settle()
    assert view_of(again).order.current == BEST


def test_ranks_wait_while_a_bullet_is_written(opened: Opened) -> None:
    view_of(opened).order.set_current(BEST)
    view_of(opened).order.chosen.emit(BEST)
    before = [text for text, _ in rows(opened)]
    show(opened, DUTY)
    write(opened, " and cut DSO from 52 to 44 days in two quarters")
    assert [text.split(" and cut")[0] for text, _ in rows(opened)] == before


def test_removed_and_brought_back_with_its_versions(opened: Opened) -> None:
    show(opened, DUTY)
    write(opened, " for 14 branches")
    leave(opened)
    press(opened, Qt.Key.Key_Delete)
    assert stored(opened) == [STRONG, PLAIN]
    assert view_of(opened).editor.text.text == STRONG
    press(opened, Qt.Key.Key_Z, CTRL)
    assert f"{DUTY} for 14 branches" in stored(opened)
    bullet = show(opened, f"{DUTY} for 14 branches")
    assert [version.text for version in opened.app.bullets.history(bullet.id)] == [DUTY]


def test_copied_for_elsewhere_with_names_hidden(opened: Opened) -> None:
    opened.app.customers.add("Harlow Foods", alias="a food wholesaler")
    opened.app.bullets.write("Agreed a plan with Harlow Foods")
    settle()
    show(opened, "Agreed a plan with Harlow Foods")
    view_of(opened).editor.acted.emit("copy")
    assert QGuiApplication.clipboard().text() == "Agreed a plan with a food wholesaler"


# --- earlier versions ------------------------------------------------------------------------------------------------


def test_earlier_versions_show_the_course_of_the_score_and_the_way_back(opened: Opened) -> None:
    show(opened, DUTY)
    write(opened, " for 14 branches")
    opened.clock.advance(timedelta(minutes=5))
    write(opened, " in Oracle")
    card = view_of(opened).versions
    view_of(opened).editor.versions_button.click()
    settle()
    assert len(card.buttons) == 2
    card.buttons[1].click()
    settle()
    assert DUTY in stored(opened)
    assert view_of(opened).editor.text.text == DUTY
    assert len(card.buttons) == 3
    opened.session.undo.undo()
    settle()
    assert f"{DUTY} for 14 branches in Oracle" in stored(opened)


# --- from wins, routes -----------------------------------------------------------------------------------------------


def test_a_win_is_picked_and_becomes_a_bullet(opened: Opened) -> None:
    win = a_win("Cleared the Harlow backlog", figures=(a_figure(12_480),))
    opened.wins(win)
    view_of(opened).win_button.click()
    settle()
    assert view_of(opened).side == PICKER
    press(opened, Qt.Key.Key_Return)
    assert stored(opened)[-1] == "Cleared the Harlow backlog: $12,480 collected"
    assert view_of(opened).side == SCORE
    assert QApplication.focusWidget() is view_of(opened).editor.text
    view_of(opened).editor.win_button.click()
    settle()
    assert opened.window.router.current == f"win/{win.id}"


def test_esc_leaves_the_picker(opened: Opened) -> None:
    view_of(opened).win_button.click()
    press(opened, Qt.Key.Key_Escape)
    assert view_of(opened).side == SCORE
    assert stored(opened) == list(TEXTS)


def test_a_route_opens_a_bullet_or_makes_one_from_a_win_once(qtbot: QtBot, opened: Opened) -> None:
    bullet = opened.app.bullets.all()[1]
    opened.window.router.go(f"bullet/{bullet.id}")
    settle()
    assert view_of(opened).editor.text.text == STRONG
    win = a_win("Got direct debit agreed")
    opened.wins(win)
    for _ in range(2):
        opened.window.router.go(f"prep/bullet-rubric/from-win/{win.id}")
        settle()
    assert stored(opened) == [*TEXTS, "Got direct debit agreed"]
    (made,) = opened.app.bullets.of_win(win.id)
    qtbot.waitUntil(lambda: opened.window.router.current == f"bullet/{made.id}")


def test_a_route_to_a_bullet_that_is_gone_says_so(opened: Opened) -> None:
    opened.window.router.go(f"bullet/{UUID(int=7)}")
    settle()
    toast = opened.window.toasts.toast
    assert toast is not None
    assert view_of(opened).editor.isVisible()


def test_a_win_shows_its_score_as_a_bullet_and_leads_there(qtbot: QtBot, opened: Opened) -> None:
    win = a_win(STRONG)
    opened.wins(win)
    opened.window.router.go(f"win/{win.id}")
    page = opened.page
    assert isinstance(page, WinsPage)
    card = page.as_bullet
    qtbot.waitUntil(card.isVisible)
    assert card.title.text() == f"As a bullet: {score(STRONG).overall} of 20"
    card.button.click()
    settle()
    assert stored(opened) == [*TEXTS, STRONG]


# --- looks -----------------------------------------------------------------------------------------------------------


def test_nothing_is_cut_off(opened: Opened) -> None:
    show(opened, DUTY)
    view = view_of(opened)
    assert audit_all(opened.window) == {}
    for act in (view.editor.versions_button, tab_of(opened).guide_button, view.win_button):
        act.click()
        assert audit_all(opened.window) == {}


def test_nothing_is_cut_off_while_there_are_no_bullets(empty: Opened) -> None:
    assert audit_all(empty.window) == {}


def test_the_list_shows_where_the_keyboard_is(opened: Opened) -> None:
    assert focus_is_visible(opened.window, view_of(opened).list)
