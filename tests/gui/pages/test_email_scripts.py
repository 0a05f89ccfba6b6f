"""E-mail scripts: found, filled for a customer, copied, opened as mail, saved, noted."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from arcareer_ui.pages.scripts.emails.messages_room import MessagesRoom
from arcareer_ui.pages.scripts.emails.tab import DRAFT_KEY
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.scripts_desk import (
    CASTELL,
    CTRL,
    HARLOW,
    SHIFT,
    back,
    clipboard,
    customer_id,
    emails,
    fill_card,
    go,
    key,
    messages,
    open_scripts,
    shown_script,
    toast,
    type_in,
)
from tests.support.audit import audit_all, settle
from tests.support.opened import Opened
from tests.support.running import press


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    return open_scripts(open_pages)


def keys_of(room: MessagesRoom) -> list[str]:
    return [line.key for line in room.panel.list.items if line.entry is not None]


def find(qtbot: QtBot, room: MessagesRoom, words: str) -> None:
    room.panel.search.setFocus()
    with qtbot.waitSignal(room.panel.search.searched):
        QTest.keyClicks(room.panel.search, words)
    settle()


def fill_for(opened: Opened, name: str) -> None:
    card = fill_card(opened)
    card.customer.line.setFocus()
    card.customer.line.selectAll()
    type_in(name)
    key(opened, Qt.Key.Key_Return)


# --- from a name to a reminder ---------------------------------------------------------------------------------------


def test_from_a_customers_name_to_a_copied_reminder_in_four_acts(open_pages: OpenPages) -> None:
    opened = open_scripts(open_pages, "wins")
    key(opened, Qt.Key.Key_K, CTRL)  # 1: find anything
    type_in("harlwo")  # 2: the name, with a mistake in it
    palette = opened.window.overlays.palette
    palette.look()
    assert palette.chosen is not None
    assert palette.chosen.route.startswith("scripts/e-mail-scripts/for/")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)  # 3: write to them
    settle()
    key(opened, Qt.Key.Key_C, CTRL | SHIFT)  # 4: copy
    assert shown_script(opened).key == "third-reminder"  # the oldest invoice is 30 days late
    assert "$1,800.50" in clipboard()
    assert "INV-7, due August 31, 2026, $1,000" in clipboard()


def test_inside_the_tab_three_acts_fill_and_copy(opened: Opened) -> None:
    go(opened, "script/third-reminder")
    assert QApplication.focusWidget() is fill_card(opened).customer.line
    type_in("Harl")
    assert [one.name for one in fill_card(opened).customer.offered] == [HARLOW]
    key(opened, Qt.Key.Key_Return)
    key(opened, Qt.Key.Key_C, CTRL | SHIFT)
    assert "$1,800.50" in clipboard()
    assert any("filled from the imported list" in text for text in opened.announced)


def test_a_customer_without_a_ledger_fills_the_name_only(opened: Opened) -> None:
    go(opened, f"scripts/e-mail-scripts/for/{customer_id(opened, CASTELL)}")
    values = emails(opened).values
    assert values.by_name["customer"] == CASTELL
    assert "amount" not in values.by_name


# --- the list --------------------------------------------------------------------------------------------------------


def test_searching_forgives_a_mistake_announces_and_says_when_nothing_fits(qtbot: QtBot, opened: Opened) -> None:
    room = messages(opened)
    find(qtbot, room, "remitance")
    assert "remittance-missing" in keys_of(room)
    assert any("message" in text for text in opened.announced)
    room.panel.search.clear()
    find(qtbot, room, "xylophone")
    assert room.panel.none.isVisible()
    assert "xylophone" in room.panel.none.title
    press(room.panel.none, "Show all")
    assert len(keys_of(room)) == len(opened.app.content.scripts)


def test_a_stage_narrows_the_list_and_is_remembered(opened: Opened, open_pages: OpenPages) -> None:
    room = messages(opened)
    room.panel.stage.set_current("dispute")
    room.panel.stage.chosen.emit("dispute")
    assert {line.stage.value for line in room.panel.list.items} == {"dispute"}
    opened.close()
    again = open_scripts(open_pages)
    assert {line.stage.value for line in messages(again).panel.list.items} == {"dispute"}


# --- filling in ------------------------------------------------------------------------------------------------------


def test_blanks_are_counted_shown_as_tokens_and_read_by_their_kind(opened: Opened) -> None:
    go(opened, "script/broken-promise")
    room, card = messages(opened), fill_card(opened)
    before = len(room.message.left)
    assert room.card.count.text == f"{before} blanks left"
    amount = card.fields["amount"]
    amount.editor.setFocus()
    type_in("8150")
    assert len(room.message.left) == before - 1
    day = next(name for name, field in card.fields.items() if field.blank.kind.value == "date")
    card.fields[day].editor.setFocus()
    type_in("24 oct")
    card.customer.line.setFocus()
    assert amount.text.endswith("8,150")
    assert "October" in card.fields[day].text
    assert "2026" in card.fields[day].text
    assert "Saturday" in card.fields[day].field.message
    assert "8,150" in room.card.text.plain


def test_what_was_typed_for_one_customer_never_reaches_another(opened: Opened) -> None:
    go(opened, "script/third-reminder")
    fill_for(opened, HARLOW)
    emails(opened).values.put("contact", "Dana")
    fill_for(opened, CASTELL)
    values = emails(opened).values.by_name
    assert values["customer"] == CASTELL
    assert "contact" not in values
    assert "INV-7" not in messages(opened).message.text
    assert "$1,800.50" not in messages(opened).message.text


def test_a_name_can_go_on_where_another_customers_ends(opened: Opened) -> None:
    opened.app.customers.add("Harlow")
    go(opened, "script/statement")
    fill_card(opened).customer.line.setFocus()
    type_in("harlow")
    assert emails(opened).values.by_name["customer"] == "Harlow"
    type_in(" foods")
    assert emails(opened).values.by_name["customer"] == HARLOW
    assert emails(opened).values.customer_id == customer_id(opened, HARLOW)


def test_emptied_blanks_can_be_brought_back(opened: Opened) -> None:
    go(opened, "script/third-reminder")
    fill_for(opened, HARLOW)
    type_in("Dana")
    before = messages(opened).message.text
    press(fill_card(opened), "Clear")
    assert emails(opened).values.customer is None
    assert "$1,800.50" not in messages(opened).message.text
    shown = opened.window.toasts.toast
    assert shown is not None
    press(shown, "Bring back")
    assert messages(opened).message.text == before
    assert fill_card(opened).customer.line.text() == HARLOW


def test_a_name_nobody_knows_stands_in_the_message_and_has_no_history(opened: Opened) -> None:
    go(opened, "script/statement")
    fill_card(opened).customer.line.setFocus()
    type_in("Zenith Yards")
    assert emails(opened).values.by_name["customer"] == "Zenith Yards"
    assert not messages(opened).card.note_button.isVisible()
    assert not messages(opened).history.card.isVisible()


def test_remembered_blanks_come_back_in_the_next_message(opened: Opened, open_pages: OpenPages) -> None:
    go(opened, "script/first-reminder")
    fill_card(opened).fields["me"].editor.setFocus()
    type_in("Jordan")
    press(messages(opened).card, "Copy e-mail")
    opened.close()
    again = open_scripts(open_pages)
    go(again, "script/statement")
    assert fill_card(again).fields["me"].text == "Jordan"


def test_half_typed_values_are_on_disk_within_half_a_second(
    qtbot: QtBot, opened: Opened, open_pages: OpenPages
) -> None:
    go(opened, "script/first-reminder")
    fill_card(opened).fields["contact"].editor.setFocus()
    with qtbot.waitSignal(emails(opened).values.draft.written):
        type_in("Dana")
    kept = opened.app.drafts.find(DRAFT_KEY)
    assert kept is not None
    assert "Dana" in kept.text
    opened.close()
    again = open_scripts(open_pages)
    assert shown_script(again).key == "first-reminder"
    assert fill_card(again).fields["contact"].text == "Dana"


def test_a_tone_changes_the_words_and_is_remembered(opened: Opened, open_pages: OpenPages) -> None:
    go(opened, "script/third-reminder")
    friendly = messages(opened).message.text
    messages(opened).card.tone.chosen.emit("final")
    assert messages(opened).message.text != friendly
    opened.close()
    again = open_scripts(open_pages)
    go(again, "script/third-reminder")
    assert messages(again).card.tone.current == "final"


# --- handing over ----------------------------------------------------------------------------------------------------


def test_copying_with_blanks_left_names_them_and_copies_all_the_same(opened: Opened) -> None:
    go(opened, "script/first-reminder")
    press(messages(opened).card, "Copy e-mail")
    banner = messages(opened).card.banner
    assert banner.isVisible()
    assert "blanks left: " in banner.title
    assert "contact" in banner.title
    assert "[contact]" in clipboard()
    assert "blanks left" in toast(opened)
    fill_card(opened).fields["contact"].editor.setFocus()
    type_in("Dana")
    assert not banner.isVisible()


def test_names_stay_in_a_message_also_while_documents_hide_them(opened: Opened) -> None:
    assert opened.app.document_choices.choices().hides_customers
    go(opened, "script/statement")
    fill_for(opened, HARLOW)
    messages(opened).card.subject_button.click()
    subject = clipboard()
    press(messages(opened).card, "Copy e-mail")
    assert HARLOW in f"{subject} {clipboard()}"
    assert "Customer A" not in f"{subject} {clipboard()}"


def test_the_mail_program_gets_the_message(opened: Opened) -> None:
    links: list[str] = []
    emails(opened).sending._opener = lambda link: not links.append(link)  # type: ignore[func-returns-value]
    go(opened, "script/first-reminder")
    press(messages(opened).card, "Open in mail program")
    assert links[0].startswith("mailto:?subject=")
    assert "body=" in links[0]


@pytest.mark.parametrize("too_long", [True, False])
def test_where_no_mail_program_takes_it_the_file_is_offered(opened: Opened, tmp_path: Path, *, too_long: bool) -> None:
    emails(opened).sending._opener = lambda _link: False
    opened.dialogs.path = tmp_path / "mail.eml"
    go(opened, "script/third-reminder")
    if too_long:
        emails(opened).values.put("invoices", "\n".join(f"INV-{number}" for number in range(400)))
        emails(opened).messages.show()
    press(messages(opened).card, "Open in mail program")
    shown = opened.window.toasts.toast
    assert shown is not None
    press(shown, "Save as .eml")
    mail = message_from_bytes(opened.dialogs.path.read_bytes(), policy=default)
    assert mail["X-Unsent"] == "1"
    assert mail["Subject"] == messages(opened).message.subject


def test_a_saved_mail_holds_the_words_and_bears_the_subjects_name(opened: Opened, tmp_path: Path) -> None:
    opened.dialogs.path = tmp_path / "reminder.eml"
    go(opened, f"scripts/e-mail-scripts/for/{customer_id(opened, HARLOW)}")
    press(messages(opened).card, "Save as .eml")
    mail = message_from_bytes(opened.dialogs.path.read_bytes(), policy=default)
    body = mail.get_body()
    assert body is not None
    assert "$1,800.50" in body.get_content()
    assert opened.dialogs.offered[0].suffix == ".eml"
    assert "reminder.eml" in toast(opened)


def test_a_folder_that_takes_no_file_keeps_the_message_and_offers_another(opened: Opened, tmp_path: Path) -> None:
    opened.dialogs.path = tmp_path / "missing" / "mail.eml"
    go(opened, "script/first-reminder")
    press(messages(opened).card, "Save as .eml")
    assert "kept here" in toast(opened)


def test_a_sent_message_is_noted_in_the_history_taken_out_and_brought_back(opened: Opened) -> None:
    go(opened, f"scripts/e-mail-scripts/for/{customer_id(opened, HARLOW)}")
    press(messages(opened).card, "Note in history")
    notes = opened.app.scripts.notes(customer_id(opened, HARLOW))
    assert [note.script for note in notes] == ["third-reminder"]
    history = messages(opened).history.card
    assert len(history.drop_buttons) == 1
    assert HARLOW in toast(opened)
    history.drop_buttons[0].click()
    settle()
    assert opened.app.scripts.notes(customer_id(opened, HARLOW)) == ()
    back(opened)
    assert len(messages(opened).history.card.drop_buttons) == 1


def test_a_script_that_is_gone_is_said_to_be(opened: Opened) -> None:
    go(opened, "script/no-such-script")
    assert "no longer there" in toast(opened)


# --- looks -----------------------------------------------------------------------------------------------------------


def test_nothing_is_cut_off(opened: Opened) -> None:
    assert audit_all(opened.window) == {}
    go(opened, f"scripts/e-mail-scripts/for/{customer_id(opened, HARLOW)}")
    press(messages(opened).card, "Copy e-mail")
    opened.window.toasts.close()
    assert audit_all(opened.window) == {}
