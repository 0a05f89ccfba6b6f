"""Every rule against its own examples, and every rule against everybody's good examples."""

from __future__ import annotations

import re

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
MENDED = [
    ("Has reduced", "Has reduce late payments by 14% in 2022."),
    ("to reduce", "Helped to reduced disputes by 10% in May."),
    ("an accuracy", "Posted 300 checks a day at a accuracy of 99.2%."),
    ("a user", "Moved an user group of 20 clinics to cards in May."),
    ("the", "Managed 300 accounts for the the medical division in SAP."),
    ("9 branches", "Prepared the aging for 9 branch every Friday."),
    ("45 customers", "Called 45 customer each day about freight bills."),
    ("Invoices were", "Invoices was sent by 10 each morning to 30 dealers."),
    ("more than 40", "Called more then 40 dealers a day in June."),
    ("Each of my 80 accounts was", "Each of my 80 accounts were reviewed on Mondays."),
    ("40%", "Cut dispute age from 30 to 18 days, a drop of 60%."),
    ("2 days", "Improved DSO by 5 days, from 40 to 38."),
    ("9 of 12 (75%)", "Kept 9 of 12 promises."),
    ("from 6 to 4 days (2 days, 33%)", "Cut the close from 6 to 4 days."),
]
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
    found = [finding.code for finding in check_line(text).findings]
    assert code not in found
    assert not set(found) - {"NUM103"}  # what follows from two figures is an offer, no fault


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


NUMBER = re.compile(r"\d+(?:\.\d+)?")


def test_a_fix_holds_no_number_that_is_not_in_the_text_or_worked_out_from_it() -> None:
    offered = [(text, finding) for _, text in (*BAD, *MENDED) for finding in check_line(text).findings if finding.fix]
    assert {finding.code for _, finding in offered} >= {"DET101", "DET102", "DET105", "NUM103"}
    for text, finding in offered:
        assert finding.fix is not None
        new = set(NUMBER.findall(finding.fix.replacement)) - set(NUMBER.findall(text))
        assert not new or finding.code in ("DET105", "NUM103"), text
        assert all(_follows(float(number), text) for number in new), (text, new)


def _follows(number: float, text: str) -> bool:
    """Whether a number is a difference, a change or a share of two numbers of the text."""
    given = [float(one) for one in NUMBER.findall(text)]
    pairs = [(a, b) for a in given for b in given if a and b]
    results = [result for a, b in pairs for result in (abs(a - b), abs(a - b) / a * 100, a / b * 100)]
    return any(abs(number - result) <= 0.5 for result in results)


@pytest.mark.parametrize(("fix", "text"), MENDED)
def test_a_slip_with_one_repair_offers_it(fix: str, text: str) -> None:
    assert fix in [finding.fix.replacement for finding in check_line(text).findings if finding.fix]


def test_a_slip_with_several_repairs_offers_none() -> None:
    for text in ("Collected $15,00 from nine dealers in May.", "Reduced DSO from 42 to 58 days in 2021."):
        assert not [finding for finding in check_line(text).findings if finding.fix], text


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
