"""What is ignored: known again whatever it is written like, and never more than that."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import assume, given

from arcareer.domain.checks import (
    IgnoredFinding,
    IgnoredPhrase,
    WritingChecks,
    fingerprint,
    heard,
    is_silenced,
    plain_words,
)
from tests.support import values


@dataclass(frozen=True)
class Flag:
    """A finding as the domain sees it."""

    code: str = "VAG102"
    words: str = "several"


AROUND = "Called several payers in May"


@pytest.mark.parametrize(
    "same", ["called SEVERAL payers in may", "- Called several\tpayers in May.", "“Called” several – payers, in May"]
)
def test_fingerprint_is_the_same_however_it_is_typed(same: str) -> None:
    assert fingerprint("Several", same) == fingerprint("several", AROUND)


@pytest.mark.parametrize(
    ("words", "around"),
    [("payers", AROUND), ("several", "Called several payers in June"), ("several", "Called several 5% payers in May")],
)
def test_fingerprint_tells_other_words_and_other_texts(words: str, around: str) -> None:
    assert fingerprint(words, around) != fingerprint("several", AROUND)


def test_amounts_and_shares_are_not_the_same_words() -> None:
    assert plain_words("by 5%") != plain_words("by $5") != plain_words("by 5")


def test_ignored_finding_counts_for_its_rule_its_words_and_its_text() -> None:
    checks = WritingChecks(ignored=(IgnoredFinding("VAG102", fingerprint("several", AROUND), "several"),))
    assert is_silenced(checks, Flag(), AROUND)
    assert not is_silenced(checks, Flag(code="TSK101"), AROUND)
    assert not is_silenced(checks, Flag(words="Called several"), AROUND)
    assert not is_silenced(checks, Flag(), "Called several buyers")


def test_ignored_phrase_counts_for_its_rule_everywhere() -> None:
    checks = WritingChecks(ignored_phrases=(IgnoredPhrase("VAG102", "Several"),))
    assert is_silenced(checks, Flag(), "anything")
    assert not is_silenced(checks, Flag(code="TSK101"), "anything")
    assert not is_silenced(checks, Flag(words="several things"), "anything")


def test_rule_off_counts_for_all_its_findings() -> None:
    flags = (Flag(), Flag("TSK101"), Flag(words="x"))
    assert heard(WritingChecks(rules_off=("VAG102",)), flags, lambda _: "") == (Flag("TSK101"),)
    assert heard(WritingChecks(), flags, lambda _: "") == flags


@given(words=values.texts, around=values.texts, other=values.texts)
def test_any_text_has_a_fingerprint_and_another_has_another(words: str, around: str, other: str) -> None:
    assume(plain_words(around) != plain_words(other))
    assert fingerprint(words, around) != fingerprint(words, other)
    assert len(fingerprint(words, around)) == 32
