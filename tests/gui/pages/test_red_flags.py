from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from arcareer.domain.checks import CheckAs
from arcareer_ui.pages import prep, wins
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.red_flags.findings_panel import MOST_SHOWN
from arcareer_ui.pages.prep.red_flags.sources import DRAFT_KEY
from arcareer_ui.pages.prep.red_flags.tab import RedFlagsTab
from arcareer_ui.pages.prep.red_flags.text_part import TextPart
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit, audit_all, focus_is_visible, settle
from tests.support.builders import a_win
from tests.support.opened import Opened

BLAME = "Sales never told us about the new terms, so the older balances went up."
NAMED = "Harrow Lane Bakery ended up owing us $36,900 for six months."
STRONG = "Cut DSO from 52 to 44 days in two quarters by calling every account over $20,000 before its due date."
NAMES = ("Harrow", "Calder", "Palmer", "Norton", "Ashby", "Linton", "Barton", "Weston", "Milton", "Selby")
MISSPELT = "I recieved thanks from the controller for the new call sheet I wrote."


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    session = open_pages((prep.SPEC, wins.SPEC))
    session.window.router.go("prep/red-flags")
    settle()
    return session


def tab_of(opened: Opened) -> RedFlagsTab:
    tab = cast("PrepPage", opened.page).tool("red-flags")
    assert isinstance(tab, RedFlagsTab)
    return tab


def part_of(opened: Opened) -> TextPart:
    return tab_of(opened).text


def paste(opened: Opened, text: str) -> TextPart:
    part = part_of(opened)
    part.card.put(text)
    settle()
    return part


def codes(part: TextPart) -> list[str]:
    return [card.finding.code for card in part.panel.cards]


def marked(part: TextPart) -> list[str]:
    text = part.card.text
    return [text.text[mark.start : mark.end] for mark in text.marks]


def press(opened: Opened, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    opened.window.activateWindow()
    settle()
    target = opened.window.focusWidget() or opened.window
    QTest.keyClick(target, key, modifiers)
    settle()


def use_first_suggestion(part: TextPart) -> None:
    card = next(card for card in part.panel.cards if card.finding.fix is not None)
    part.panel.chosen.emit(card.key)
    part.use()


# --- nothing yet -----------------------------------------------------------------------------------------------------


def test_an_empty_page_says_what_to_do_and_the_example_shows_it(qtbot: QtBot, opened: Opened) -> None:
    part = part_of(opened)
    assert part.panel.empty.isVisible()
    assert part.panel.empty.title == "Paste a paragraph"
    QTest.mouseClick(part.panel.example_button, Qt.MouseButton.LeftButton)
    settle()
    assert len(part.panel.cards) >= 3
    assert part.panel.praise.isVisible()
    press(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert part.card.text.text == ""
    assert part.panel.empty.isVisible()


def test_the_example_raises_something_of_every_severity_but_hints(opened: Opened) -> None:
    part = part_of(opened)
    part.show_example()
    settle()
    severities = {card.finding.severity.value for card in part.panel.cards}
    assert {"must fix", "weakens"} <= severities


def test_a_clean_text_says_so_and_names_what_is_strong(opened: Opened) -> None:
    part = paste(opened, STRONG)
    assert part.panel.cards == ()
    assert part.panel.clear.isVisible()
    assert part.panel.count.text() == ""
    assert not part.panel.next_button.isVisible()
    assert "strong phrase" in part.panel.praise.words.text()
    assert "from 52 to 44 days" in marked(part)


# --- findings --------------------------------------------------------------------------------------------------------


def test_findings_stand_in_the_order_of_the_text_and_are_marked(opened: Opened) -> None:
    part = paste(opened, f"🎉 {NAMED}\n{BLAME}")
    assert codes(part)[0] == "CON101"
    assert "BLA101" in codes(part)
    spans = [card.finding.span for card in part.panel.cards]
    assert spans == sorted(spans)
    assert "Harrow Lane Bakery" in marked(part)
    assert f"{len(part.panel.cards)} to look at" == part.panel.count.text()


def test_the_first_finding_is_open_with_its_reason_and_its_question(opened: Opened) -> None:
    part = paste(opened, f"{NAMED}\n{BLAME}")
    first, second = part.panel.cards[:2]
    assert first.is_open
    assert not second.is_open
    QTest.mouseClick(second.head, Qt.MouseButton.LeftButton)
    settle()
    assert second.is_open
    assert not first.is_open
    assert part.card.text.caret == second.finding.span.start


def test_f8_goes_through_the_findings_and_round_the_end(opened: Opened) -> None:
    part = paste(opened, f"{NAMED}\n{BLAME}")
    order = part.panel.order
    assert part.panel.active == order[0]
    part.card.text.setFocus()
    press(opened, Qt.Key.Key_F8)
    assert part.panel.active == order[1]
    assert part.card.text.caret == part.panel.cards[1].finding.span.start
    assert part.card.text.active == order[1]
    press(opened, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    press(opened, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert part.panel.active == order[-1]


def test_a_click_on_marked_words_opens_their_card(opened: Opened) -> None:
    part = paste(opened, f"{NAMED}\n{BLAME}")
    blame = next(card for card in part.panel.cards if card.finding.code == "BLA101")
    part.card.text.mark_chosen.emit(blame.key)
    assert blame.is_open


def test_more_than_seven_findings_are_shown_when_asked_for(opened: Opened) -> None:
    part = paste(opened, "\n".join(f"{name} Foods ended up owing us $36,900 for months." for name in NAMES))
    assert len(part.panel.cards) == MOST_SHOWN
    left = len(part.panel.order) - MOST_SHOWN
    assert part.panel.more_button.label == f"Show {left} more"
    QTest.mouseClick(part.panel.more_button, Qt.MouseButton.LeftButton)
    assert len(part.panel.cards) == len(part.panel.order) >= len(NAMES)


def test_f8_reaches_findings_that_are_not_shown_yet(opened: Opened) -> None:
    part = paste(opened, "\n".join(f"{name} Foods ended up owing us $36,900 for months." for name in NAMES))
    part.step(-1)
    settle()
    assert part.panel.active == part.panel.order[-1]
    assert part.panel.active_card is not None
    assert part.panel.active_card.isVisible()


def test_the_kind_of_text_decides_what_is_looked_for_and_is_remembered(open_pages: OpenPages, opened: Opened) -> None:
    part = paste(opened, NAMED)
    assert "CON101" in codes(part)
    part.kind.set_current(CheckAs.EMAIL.value)
    part.kind.chosen.emit(CheckAs.EMAIL.value)
    settle()
    assert "CON101" not in codes(part)
    opened.close()
    again = open_pages((prep.SPEC, wins.SPEC))
    again.window.router.go("prep/red-flags")
    assert part_of(again).kind.current == CheckAs.EMAIL.value


# --- while typing ----------------------------------------------------------------------------------------------------


def test_the_word_being_typed_is_never_flagged(qtbot: QtBot, opened: Opened) -> None:
    part = paste(opened, "I ")
    text = part.card.text
    text.moveCursor(text.textCursor().MoveOperation.End)
    text.setFocus()
    for typed in range(1, len("recieved") + 1):
        QTest.keyClicks(text, "recieved"[typed - 1])
        part._live._run()
        assert "recieved"[:typed] not in marked(part)
    QTest.keyClicks(text, " ")
    part._live._run()
    assert "recieved" in marked(part)


def test_a_rest_of_a_moment_and_a_half_lets_the_last_word_be_flagged(qtbot: QtBot, opened: Opened) -> None:
    part = paste(opened, "I ")
    text = part.card.text
    text.moveCursor(text.textCursor().MoveOperation.End)
    QTest.keyClicks(text, "recieved")
    part._live._run()
    assert "recieved" not in marked(part)
    qtbot.waitUntil(lambda: "recieved" in marked(part), timeout=5_000)


def test_findings_come_by_themselves_after_a_pause(qtbot: QtBot, opened: Opened) -> None:
    part = part_of(opened)
    QTest.keyClicks(part.card.text, f"{MISSPELT} ")
    qtbot.waitUntil(lambda: "DET101" in codes(part), timeout=5_000)
    assert any("to look at" in text for text in opened.announced)


def test_a_mended_finding_goes_at_once_and_the_others_keep_their_places(opened: Opened) -> None:
    part = paste(opened, f"{MISSPELT}\n{NAMED}\n{BLAME}")
    before = codes(part)
    text = part.card.text
    cursor = text.textCursor()
    cursor.setPosition(text.text.index("ieved"))
    text.setTextCursor(cursor)
    QTest.keyClick(text, Qt.Key.Key_Delete)
    assert codes(part) == [code for code in before if code != "DET101"]


def test_cards_that_stay_are_the_same_cards(opened: Opened) -> None:
    part = paste(opened, f"{NAMED}\n{BLAME}")
    kept = part.panel.cards
    text = part.card.text
    cursor = text.textCursor()
    cursor.setPosition(len(NAMED))
    text.setTextCursor(cursor)
    QTest.keyClicks(text, " They paid in March.")
    part._live._run()
    assert part.panel.cards == kept


def test_a_result_for_an_older_text_is_dropped(opened: Opened) -> None:
    part = paste(opened, NAMED)
    live = part._live
    stale = live._last
    assert stale is not None
    part.card.put(BLAME)
    live._show(live._revision - 1, stale)
    assert "CON101" not in codes(part)


def test_no_check_is_made_once_the_library_is_closed(opened: Opened) -> None:
    win = a_win("Closed nine old disputes", action=MISSPELT)
    opened.wins(win)
    opened.window.router.go(f"prep/red-flags/win/{win.id}")
    part = part_of(opened)
    QTest.keyClicks(part.card.text, "Well ")
    opened.window.close()
    opened.session.close()
    settle(12)
    assert not part._live._pause.isActive()
    assert not part._recheck.isActive()


def test_what_changed_while_the_tab_was_hidden_is_checked_on_return(opened: Opened) -> None:
    part = paste(opened, BLAME)
    opened.window.router.go("prep/value-checklist")
    settle()
    edit = opened.app.checks.turn_rule_off("BLA101")
    settle()
    assert edit.after is not None
    opened.window.router.go("prep/red-flags")
    settle()
    assert "BLA101" not in codes(part)


# --- acting on a finding ---------------------------------------------------------------------------------------------


def test_a_suggestion_is_one_step_to_undo_and_leads_to_the_next_finding(opened: Opened) -> None:
    part = paste(opened, f"{MISSPELT}\n{BLAME}")
    wanted = next(card for card in part.panel.cards if card.finding.code == "DET101")
    follows = part.panel.cards[part.panel.cards.index(wanted) + 1]
    part.panel.chosen.emit(wanted.key)
    part.card.text.setFocus()
    press(opened, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert "received thanks" in part.card.text.text
    assert part.panel.active == follows.key
    press(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert part.card.text.text == f"{MISSPELT}\n{BLAME}"


def test_there_is_no_suggestion_where_nothing_can_be_known(opened: Opened) -> None:
    part = paste(opened, BLAME)
    card = next(card for card in part.panel.cards if card.finding.code == "BLA101")
    part.panel.set_active(card.key)
    assert card.details is not None
    assert card.details.use_button is None
    before = part.card.text.text
    part.use()
    assert part.card.text.text == before


def test_ignoring_here_can_be_undone(opened: Opened) -> None:
    part = paste(opened, BLAME)
    card = next(card for card in part.panel.cards if card.finding.code == "BLA101")
    QTest.mouseClick(card.head, Qt.MouseButton.LeftButton)
    press(opened, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    assert "BLA101" not in codes(part)
    opened.session.undo.undo()
    settle()
    assert "BLA101" in codes(part)


@pytest.mark.parametrize("act", ["phrase", "rule"])
def test_a_phrase_or_a_rule_can_be_silenced_and_heard_again(opened: Opened, act: str) -> None:
    part = paste(opened, f"{BLAME}\n{NAMED}")
    card = next(card for card in part.panel.cards if card.finding.code == "BLA101")
    part.panel.set_active(card.key)
    assert card.details is not None
    card.details.rule_button.chosen.emit(act)
    settle()
    assert "BLA101" not in codes(part)
    assert "CON101" in codes(part)
    opened.session.undo.undo()
    settle()
    assert "BLA101" in codes(part)


def test_a_rule_is_explained_in_its_card(opened: Opened) -> None:
    part = paste(opened, BLAME)
    part.step(1)
    card = part.panel.active_card
    assert card is not None
    assert card.details is not None
    card.details.rule_button.chosen.emit("more")
    settle()
    assert card.details.shows_rule
    assert audit(opened.window) == []
    card.details.rule_button.chosen.emit("more")
    assert not card.details.shows_rule


def test_copied_text_has_no_spaces_left_over(opened: Opened) -> None:
    part = paste(opened, f"{BLAME}   \n\n{NAMED} \n")
    QTest.mouseClick(part.card.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == f"{BLAME}\n\n{NAMED}"


def test_pasting_checks_at_once(opened: Opened) -> None:
    QGuiApplication.clipboard().setText(NAMED)
    part = part_of(opened)
    QTest.mouseClick(part.card.paste_button, Qt.MouseButton.LeftButton)
    settle()
    assert part.card.text.text == NAMED
    assert "CON101" in codes(part)
    assert part.card.words.text == f"{len(NAMED.split())} words"


# --- where the text lives --------------------------------------------------------------------------------------------


def test_the_text_is_kept_as_a_draft(open_pages: OpenPages, opened: Opened) -> None:
    paste(opened, BLAME)
    opened.window.pages.flush()
    draft = opened.app.drafts.find(DRAFT_KEY)
    assert draft is not None
    assert draft.text == BLAME
    opened.close()
    again = open_pages((prep.SPEC, wins.SPEC))
    again.window.router.go("prep/red-flags")
    settle()
    assert part_of(again).card.text.text == BLAME
    assert "BLA101" in codes(part_of(again))


def test_a_text_of_a_win_is_edited_where_it_lives(opened: Opened) -> None:
    win = a_win("Closed nine old disputes", action=MISSPELT)
    opened.wins(win)
    opened.window.router.go(f"prep/red-flags/win/{win.id}")
    settle()
    part, tab = part_of(opened), tab_of(opened)
    assert part.card.text.text == MISSPELT
    assert tab.back_button.label == "Back to the win"
    use_first_suggestion(part)
    opened.window.pages.flush()
    stored = opened.app.journal.get(win.id)
    assert stored is not None
    assert "received" in stored.action
    opened.session.undo.undo()
    settle()
    stored = opened.app.journal.get(win.id)
    assert stored is not None
    assert stored.action == MISSPELT
    assert part.card.text.text == MISSPELT
    QTest.mouseClick(tab.back_button, Qt.MouseButton.LeftButton)
    settle()
    assert opened.window.pages.current_id == "wins"


def test_another_field_of_the_win_can_be_chosen(opened: Opened) -> None:
    win = a_win("Closed nine old disputes", action=MISSPELT, outcome=BLAME)
    opened.wins(win)
    opened.window.router.go(f"prep/red-flags/win/{win.id}/outcome")
    part = part_of(opened)
    assert part.card.text.text == BLAME
    part.card.field.chosen.emit("headline")
    assert part.card.text.text == "Closed nine old disputes"
    QTest.keyClicks(part.card.text, "x")
    opened.window.pages.flush()
    stored = opened.app.journal.get(win.id)
    assert stored is not None
    assert (stored.headline, stored.outcome) == ("xClosed nine old disputes", BLAME)


def test_a_headline_may_not_be_emptied_and_the_text_is_kept(opened: Opened) -> None:
    win = a_win("Closed nine old disputes")
    opened.wins(win)
    opened.window.router.go(f"prep/red-flags/win/{win.id}/headline")
    part = part_of(opened)
    part.card.put("")
    opened.window.pages.flush()
    assert part.card.message.text
    stored = opened.app.journal.get(win.id)
    assert stored is not None
    assert stored.headline == "Closed nine old disputes"


def test_the_own_text_waits_while_a_win_is_checked(opened: Opened) -> None:
    paste(opened, BLAME)
    win = a_win("Closed nine old disputes", action=MISSPELT)
    opened.wins(win)
    opened.window.router.go(f"prep/red-flags/win/{win.id}")
    part = part_of(opened)
    QTest.mouseClick(part.card.close_button, Qt.MouseButton.LeftButton)
    settle()
    assert part.card.text.text == BLAME
    assert not tab_of(opened).back_button.isVisible()


def test_a_win_changed_elsewhere_is_shown_and_one_that_is_gone_is_let_go(opened: Opened) -> None:
    win = a_win("Closed nine old disputes", action=MISSPELT)
    opened.wins(win)
    opened.window.router.go(f"prep/red-flags/win/{win.id}")
    part = part_of(opened)
    opened.wins(a_win("Closed nine old disputes", id=win.id, action=BLAME))
    assert part.card.text.text == BLAME
    opened.window.router.go("prep/red-flags/win/00000000-0000-0000-0000-000000000000")
    settle()
    assert part.card.text.text == ""


def test_a_bullet_is_checked_as_one_and_edited_where_it_lives(opened: Opened) -> None:
    edit = opened.app.bullets.write("I recieved thanks for the new call sheet.")
    assert edit.after is not None
    opened.window.router.go(f"prep/red-flags/bullet/{edit.after.id}")
    settle()
    part = part_of(opened)
    assert part.kind.current == CheckAs.BULLET.value
    use_first_suggestion(part)
    opened.window.pages.flush()
    bullet = opened.app.bullets.get(edit.after.id)
    assert bullet is not None
    assert "received" in bullet.text


# --- the whole page --------------------------------------------------------------------------------------------------


def test_nothing_is_cut_off_or_out_of_reach(opened: Opened) -> None:
    part_of(opened).show_example()
    settle()
    assert audit_all(opened.window) == {}


def test_the_empty_page_passes_too(opened: Opened) -> None:
    assert audit_all(opened.window) == {}


def test_findings_are_in_sight_where_they_are_below_the_text(opened: Opened) -> None:
    part = paste(opened, "\n".join([STRONG] * 12 + [BLAME]))
    opened.window.resize(1024, 640)
    audit(opened.window, (1024, 640), 1.25)
    part.step(1)
    settle(12)
    card = part.panel.active_card
    assert card is not None
    assert not card.visibleRegion().isEmpty()


def test_the_keyboard_shows_where_it_is(opened: Opened) -> None:
    part = paste(opened, BLAME)
    assert focus_is_visible(opened.window, part.panel.cards[0].head)


def test_the_page_remembers_its_tab(opened: Opened) -> None:
    opened.window.router.go("wins")
    opened.window.rail.chosen.emit("prep")
    settle()
    assert cast("PrepPage", opened.page).tabs.current == "red-flags"
