"""The writing checks: what counts in which kind of text, and what stays silent because the user said so."""

from __future__ import annotations

import pytest

from arcareer.domain.checks import CheckAs
from arcareer.prose.finding import Finding
from arcareer.services.writing_checks import IgnoredHow, TextCheck
from tests.support.builders import Library

MAIL = "Dear Ms Ortiz, as requested I attach the statement for Harlow Foods showing $48,200 overdue."
TEXT = "Collected [amount] from late payers.\nSettled [number] disputes."


def found(check: TextCheck, code: str) -> list[Finding]:
    return [finding for finding in check.findings if finding.code == code]


def test_findings_lie_on_the_characters_of_the_whole_text(library: Library) -> None:
    text = "\n🎯 Rang 4 payers a day in May.\n\n\t- Managed various things."
    check = library.checks.check(text)
    assert check.findings
    assert all(text[finding.span.start : finding.span.end] == finding.words for finding in check.findings)
    assert [text[line.span.start : line.span.end] for line in check.lines] == text.split("\n")[1::2]
    assert check.flags == tuple(dict.fromkeys(flag for line in check.lines for flag in line.flags))


def test_kind_of_text_decides_what_is_looked_for(library: Library) -> None:
    assert found(library.checks.check(MAIL, CheckAs.BULLET), "CON101")
    assert library.checks.check(MAIL, CheckAs.EMAIL).findings == ()
    mail = library.checks.check("We guarantee that all your invoices will always be correct.", CheckAs.EMAIL)
    assert found(mail, "OVE101") or found(mail, "OVE102")


def test_one_number_is_enough_for_a_whole_answer(library: Library) -> None:
    answer = "The ledger was in a poor state when I came.\nI matched 240 receipts in three weeks."
    assert found(library.checks.check(answer, CheckAs.BULLET), "NUM101")
    assert not found(library.checks.check(answer, CheckAs.ANSWER), "NUM101")
    without = "The ledger was in a poor state when I came.\nI matched the receipts with the invoices."
    assert len(found(library.checks.check(without, CheckAs.ANSWER), "NUM101")) == 1


@pytest.mark.parametrize("kind", CheckAs)
def test_every_kind_takes_any_text(library: Library, kind: CheckAs) -> None:
    for text in ("", "\n\n", "—", "\ud800 \0", "x" * 9000):
        assert library.checks.check(text, kind).kind is kind


def test_not_this_one_is_remembered_for_its_text_only(library: Library) -> None:
    first, second = found(library.checks.check(TEXT), "DET103")
    edit = library.checks.ignore_here(TEXT, first)
    check = library.checks.check(TEXT)
    assert check.silenced == 1
    assert [finding.span for finding in found(check, "DET103")] == [second.span]
    again = "Something new before it.\n— COLLECTED  [Amount] from late payers!"
    assert found(library.checks.check(again), "DET103") == []
    assert found(library.checks.check("Collected [amount] from early payers."), "DET103")
    library.edits.apply(edit.inverse())
    assert library.checks.check(TEXT).silenced == 0


def test_never_for_this_phrase_counts_in_every_text_for_its_rule(library: Library) -> None:
    library.checks.ignore_phrase(found(library.checks.check(TEXT), "DET103")[0])
    assert [finding.words for finding in found(library.checks.check(TEXT), "DET103")] == ["[number]"]
    assert not found(library.checks.check("Matched [AMOUNT] of receipts."), "DET103")


def test_rule_turned_off_is_silent_everywhere_until_it_is_on(library: Library) -> None:
    library.checks.turn_rule_off("DET103")
    library.checks.turn_rule_off("DET103")
    assert not found(library.checks.check(TEXT), "DET103")
    assert [rule.code for rule in library.checks.rules() if not rule.is_on] == ["DET103"]
    library.checks.turn_rule_on("DET103")
    assert found(library.checks.check(TEXT), "DET103")


def test_everything_ignored_is_listed_and_can_be_heard_again(library: Library) -> None:
    first, second = found(library.checks.check(TEXT), "DET103")
    library.checks.ignore_here(TEXT, first)
    library.checks.ignore_phrase(second)
    library.checks.turn_rule_off("TRT101")
    listed = library.checks.ignored()
    assert [one.how for one in listed] == [IgnoredHow.RULE, IgnoredHow.PHRASE, IgnoredHow.HERE]
    assert all(one.title for one in listed)
    assert [one.words for one in listed] == ["", second.words, first.words]
    for one in listed:
        library.checks.listen_again(one)
    assert library.checks.ignored() == ()
    assert library.checks.check(TEXT).silenced == 0


def test_same_thing_ignored_twice_is_kept_once(library: Library) -> None:
    finding = found(library.checks.check(TEXT), "DET103")[0]
    for _ in range(2):
        library.checks.ignore_here(TEXT, finding)
        library.checks.ignore_phrase(finding)
    assert len(library.checks.ignored()) == 2


def test_ignored_text_itself_is_not_kept(library: Library) -> None:
    finding = found(library.checks.check(TEXT), "DET103")[0]
    library.checks.ignore_here(TEXT, finding)
    (stored,) = library.store.connection.execute("SELECT ignored FROM writing_checks").fetchone()
    assert "payers" not in stored
    assert "[amount]" in stored


def test_next_check_knows_of_an_undo_by_someone_else(library: Library) -> None:
    heard: list[int] = []
    library.store.subscribe(lambda _changes: heard.append(len(library.checks.check(TEXT).findings)))
    edit = library.checks.turn_rule_off("DET103")
    library.edits.apply(edit.inverse())
    assert heard[1] > heard[0]
