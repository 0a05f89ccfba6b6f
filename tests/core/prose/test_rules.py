"""Every rule against its own examples, and every rule against everybody's good examples."""

from __future__ import annotations

import pytest

from arcareer.prose.engine import Muting, check_line, check_text, text_key
from arcareer.prose.explain import rule_page
from arcareer.prose.finding import Weight
from arcareer.prose.lexicons import lexicon, verb_forms
from arcareer.prose.patterns import rule_file
from arcareer.prose.registry import RuleRegistry, registry
from arcareer.prose.rule import Rule

RULES = tuple(registry())
BAD = [(rule.code, text) for rule in RULES for text in rule.bad]
GOOD = [(rule.code, text) for rule in RULES for text in rule.good]
FLAGS = {
    *("vague_language", "lack_of_metrics", "reactive_approach", "poor_communication", "ignoring_details"),
    *("blaming_others", "overpromising", "confidential", "task_not_outcome", "trait_without_proof"),
}


def test_every_flag_has_rules() -> None:
    assert {rule.flag for rule in RULES} == FLAGS
    assert set(rule_file("flags")) == FLAGS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_complete(rule: Rule) -> None:
    assert len(rule.good) >= 10
    assert len(rule.bad) >= 10
    assert len(rule.why) >= 40
    assert rule.question.endswith(("?", "."))
    assert "?" in rule.question
    assert rule.code in rule_page(rule)


@pytest.mark.parametrize(("code", "text"), BAD, ids=lambda value: value[:60])
def test_rule_fires_on_its_bad_examples(code: str, text: str) -> None:
    assert code in {finding.code for finding in check_line(text).findings}


@pytest.mark.parametrize(("code", "text"), GOOD, ids=lambda value: value[:60])
def test_no_rule_fires_on_a_good_example(code: str, text: str) -> None:
    assert [(finding.code, finding.words) for finding in check_line(text).findings] == []


def test_the_words_of_a_finding_are_the_users_own() -> None:
    for _, text in BAD:
        for finding in check_line(text).findings:
            assert text[finding.span.start : finding.span.end] == finding.words


def test_a_code_is_refused_twice() -> None:
    with pytest.raises(ValueError, match="VAG101"):
        RuleRegistry([*RULES, RULES[0]])


def test_a_rule_can_be_switched_off_and_on_again() -> None:
    text = "Posted receipts for dental clinics in Sage 200."
    quiet = Muting().with_code("NUM101")
    assert "lack_of_metrics" in check_line(text).flags
    assert "lack_of_metrics" not in check_line(text, quiet).flags
    assert "lack_of_metrics" in check_line(text, Muting()).flags


def test_not_this_one_silences_one_rule_on_one_text_only() -> None:
    text = "Posted receipts for dental clinics in Sage 200."
    quiet = Muting().with_text("NUM101", f"• {text.upper()}")
    assert "lack_of_metrics" not in check_line(text, quiet).flags
    assert "lack_of_metrics" in check_line("Posted receipts for farms in Sage 200.", quiet).flags
    assert text_key(text) == text_key(f"-  {text}")


def test_a_longer_text_is_checked_line_by_line_on_its_own_characters() -> None:
    text = (
        "Posted 90 receipts a day for farms.\n\n• Cut DSO by XX days in one year.\r\n😀 Recovered $X from old accounts."
    )
    reports = check_text(text)
    assert [report.text for report in reports] == [line for line in text.splitlines() if line]
    words = [finding.words for report in reports for finding in report.findings if finding.code == "DET103"]
    spans = [text[f.span.start : f.span.end] for report in reports for f in report.findings if f.code == "DET103"]
    assert words == spans == ["XX", "$X"]


def test_a_fix_is_a_spelling_and_nothing_else() -> None:
    fixes = [finding.fix for _, text in BAD for finding in check_line(text).findings if finding.fix]
    assert fixes
    for fix in fixes:
        assert fix.replacement.isalpha()


def test_hints_are_not_counted_as_flags() -> None:
    report = check_line("Recovered $9,000 from several cafés by phone.")
    assert [finding.weight for finding in report.findings] == [Weight.HINT]
    assert report.flags == ()


def test_no_verb_is_both_praised_and_warned_about() -> None:
    warned = set(lexicon("duties")["strong_flaws"]) | set(lexicon("duties")["self_praise"])
    praised = {form for name in ("down", "gain", "finish") for form in verb_forms(lexicon("change")[name])}
    assert not warned & praised
    assert not set(lexicon("signals")["manner"]) & set(lexicon("terms")["core_disputes"])


def test_every_lexicon_says_what_it_is_for_and_who_reads_it() -> None:
    for name in ("change", "common", "duties", "filler", "signals", "terms", "actions"):
        assert len(lexicon(name).intent) > 20
        assert lexicon(name).used_by


def test_no_direction_is_both_up_and_down() -> None:
    words = lexicon("change")
    assert not set(words["down"]) & set(words["up"])
    assert not set(words["down_words"]) & set(words["up_words"])
