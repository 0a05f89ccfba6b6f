"""Messages: filled from what is known, changed and reset, handed to a mail program, noted with the customer."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.messages import LedgerFact, Message, ScriptStage, Tone, blanks_in, pieces_of
from arcareer.errors import FieldProblem
from arcareer.services.mail_files import LINK_LIMIT, eml, mail_link
from arcareer.services.scripts import ScriptEntry
from tests.support.builders import Library
from tests.support.words import Words


@pytest.fixture
def words(library: Library) -> Words:
    return Words(library)


def entry(words: Words, key: str = "first-reminder") -> ScriptEntry:
    found = words.scripts.get(key)
    assert found is not None
    return found


def test_every_message_renders_with_its_samples_and_leaves_no_blank(words: Words) -> None:
    samples = {blank.id: blank.sample for blank in words.content.message_blanks.values()}
    for script in words.scripts.all():
        for tone, message in script.messages.items():
            filled = words.scripts.fill(message, samples)
            assert filled.left == (), (script.key, tone)
            assert not set("{}[]").intersection(filled.subject + filled.text), (script.key, tone)
            assert "\n" not in filled.subject


def test_blanks_left_are_named_in_order_and_stand_in_brackets(words: Words) -> None:
    message = Message("Invoice {invoice}", "Hello {contact},\n{amount} for {invoice}")
    filled = words.scripts.fill(message, {"contact": "Dana", "amount": "  "})
    assert [blank.id for blank in filled.left] == ["invoice", "amount"]
    assert (filled.subject, filled.text) == ("Invoice [invoice]", "Hello Dana,\n[amount] for [invoice]")


@given(value=st.text(max_size=30))
def test_a_value_is_never_read_for_blanks_itself(value: str) -> None:
    pieces = pieces_of("A {one} and {two}", {"one": f"{{two}}{value}", "two": value})
    assert "".join(piece.text for piece in pieces) == f"A {{two}}{value} and {value}"


def test_what_is_remembered_fills_the_next_message_and_the_rest_does_not(words: Words) -> None:
    words.scripts.remember({"me": " Jordan ", "phone": "555 0142", "amount": "$5", "lead": " "})
    assert words.scripts.values_for() == {"me": "Jordan", "phone": "555 0142"}
    words.scripts.remember({"phone": "555 0199", "me": ""})
    assert words.scripts.values_for() == {"me": "Jordan", "phone": "555 0199"}


def test_a_customer_brings_its_name_and_what_the_ledger_knows(words: Words) -> None:
    harlow = words.library.customers.add("Harlow Foods").entity_id
    words.facts[harlow] = {LedgerFact.OVERDUE_AMOUNT: "$8,150", LedgerFact.OLDEST_DAYS_LATE: "34"}
    known = words.scripts.values_for(harlow)
    assert known == {"customer": "Harlow Foods", "amount": "$8,150", "days_late": "34"}


def test_a_changed_message_is_mine_until_it_is_reset(words: Words) -> None:
    first = entry(words)
    words.scripts.save(first, {Tone.FRIENDLY: Message("Mine", "My words for {contact}")})
    changed = entry(words)
    assert changed.is_changed
    assert changed.messages == {Tone.FRIENDLY: Message("Mine", "My words for {contact}")}
    words.scripts.save(changed, {Tone.FIRM: Message("Mine", "Others")})
    assert len([one for one in words.scripts.all() if one.key == first.key]) == 1
    words.scripts.reset(entry(words))
    assert entry(words) == first


def test_own_messages_are_written_copied_found_and_removed(words: Words) -> None:
    told = {Tone.FRIENDLY: Message("Portal", "Please load {invoice_count} invoices into your {portal}.")}
    words.scripts.write("Ask for the portal", ScriptStage.ROUTINE, told)
    (own,) = [one for one in words.scripts.all() if one.is_own]
    assert [blank.id for blank in words.scripts.blanks(own.messages[Tone.FRIENDLY].text)] == ["invoice_count", "portal"]
    assert words.scripts.all(stage=ScriptStage.ROUTINE)[-1] == own
    words.library.clock.advance(timedelta(minutes=1))
    words.scripts.duplicate(own)
    assert [one.title for one in words.scripts.all("portal")[-2:]] == [
        "Ask for the portal",
        "Ask for the portal (copy)",
    ]
    words.scripts.remove(own)
    assert words.scripts.get(own.key) is None


@pytest.mark.parametrize(
    ("title", "text", "field"), [(" ", "x", "title"), ("A", "  ", "messages"), ("A", "x" * 10_001, "messages")]
)
def test_what_cannot_be_kept_is_refused_by_its_field(words: Words, title: str, text: str, field: str) -> None:
    with pytest.raises(FieldProblem) as caught:
        words.scripts.write(title, ScriptStage.INSIDE, {Tone.FRIENDLY: Message("", text)})
    assert caught.value.field == field
    assert not [one for one in words.scripts.all() if one.own]


@pytest.mark.parametrize("typed", ["fianl notice", "remitance", "statemnt account", "Payment plan"])
def test_one_typing_mistake_is_forgiven(words: Words, typed: str) -> None:
    assert words.scripts.find(typed)


def test_a_shorter_word_has_to_be_right(words: Words) -> None:
    assert words.scripts.find("xqz") == ()
    assert words.scripts.find(" ") == ()


def test_notes_stand_in_the_customers_history_latest_first_and_go_with_undo(words: Words) -> None:
    harlow = words.library.customers.add("Harlow Foods").entity_id
    words.scripts.note(harlow, "First reminder", "first-reminder")
    edit = words.scripts.note(harlow, "Called", "first-call", "will pay Friday")
    assert {one.subject for one in words.scripts.notes(harlow)} == {"First reminder", "Called"}
    words.library.edits.apply(edit.inverse())
    assert [one.script for one in words.scripts.notes(harlow)] == ["first-reminder"]


def test_every_call_has_what_a_call_needs(words: Words) -> None:
    for call in words.scripts.calls():
        assert len(call.offers) == 2
        assert len(call.questions) >= 3
        assert len(call.objections) >= 2
        assert blanks_in(call.recap.text)


@given(
    subject=st.text(st.characters(categories=("L", "N", "P", "Zs", "S")), min_size=1, max_size=120),
    text=st.text(st.characters(categories=("L", "N", "P", "Zs", "S"), include_characters="\n"), max_size=400),
)
def test_a_saved_mail_reads_back_as_it_was(subject: str, text: str) -> None:
    mail = message_from_bytes(eml(subject, text, "dana@example.com"), policy=default)
    body = mail.get_body()
    assert body is not None
    assert " ".join(str(mail["Subject"]).split()) == " ".join(subject.split())
    assert body.get_content().splitlines() == f"{text}\n".splitlines()
    assert (mail["X-Unsent"], mail["From"], mail["Date"], mail["To"]) == ("1", None, None, "dana@example.com")


def test_a_link_that_is_too_long_is_none() -> None:
    assert mail_link("A & B", "One\nTwo") == "mailto:?subject=A%20%26%20B&body=One%0D%0ATwo"
    assert mail_link("A", "é" * LINK_LIMIT) is None


@pytest.mark.parametrize(
    ("days", "key"),
    [("1", "first-reminder"), ("16", "third-reminder"), ("60", "overdue-31-60"), ("1,204", "final-notice"), ("", None)],
)
def test_the_reminder_fits_how_late_the_oldest_invoice_is(words: Words, days: str, key: str | None) -> None:
    customer = words.library.customers.add("Harlow Foods").entity_id
    words.facts[customer] = {LedgerFact.OLDEST_DAYS_LATE: days} if days else {}
    found = words.scripts.reminder_for(customer)
    assert (found.key if found is not None else None) == key


def test_a_shipped_message_is_replaced_only_when_it_is_kept(words: Words) -> None:
    own = words.scripts.as_own(entry(words))
    assert words.scripts.own(own.id) is None
    words.scripts.keep(None, own)
    assert entry(words).is_changed
    assert words.scripts.as_own(entry(words)) == words.scripts.own(own.id) == own
