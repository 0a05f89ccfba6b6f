"""STAR answers and reframes: one story each, turned bad in one way at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arcareer.prose.reframe import analyse as analyse_reframe
from arcareer.prose.star import LONGEST, StarAnswer, analyse

GOOD = StarAnswer(
    situation="A garden centre chain disputed our winter freight charges and paid nothing for two months.",
    task="I had to clear the £21,000 that was blocked before the spring orders.",
    action="I listed the eleven invoices, asked the depot for the weight slips, sent the buyer one table with both, "
    "and agreed on the phone which four charges we would halve.",
    result="They paid £18,400 within nine days and have paid freight on time since March.",
)


def _ids(answer: StarAnswer) -> set[str]:
    return {defect.id for defect in analyse(answer).defects}


def test_a_good_answer_has_no_defect() -> None:
    result = analyse(GOOD)
    assert result.defects == ()
    assert result.quality == 5
    assert result.own >= result.shared
    assert result.figures
    assert 25 <= result.seconds <= 40


@pytest.mark.parametrize("part", ["situation", "task", "action", "result"])
@pytest.mark.parametrize("nothing", ["", "  ", "n/a", "...", "-"])
def test_a_part_that_says_nothing_is_missing(part: str, nothing: str) -> None:
    assert f"missing_{part}" in _ids(replace(GOOD, **{part: nothing}))


def test_a_result_without_a_figure() -> None:
    assert _ids(replace(GOOD, result="They paid after a while and the buyer was friendly again.")) == {"no_metric"}


def test_paid_in_full_measures_an_amount_named_before() -> None:
    assert "no_metric" not in _ids(replace(GOOD, result="They paid in full and have paid freight on time ever since."))


def test_told_as_we() -> None:
    action = (
        "We listed the eleven invoices, we asked the depot for slips and the team sent the buyer one table with both."
    )
    assert "we_not_I" in _ids(replace(GOOD, action=action))
    assert "we_not_I" in _ids(
        replace(GOOD, action="The invoices were listed, slips were requested and a table was sent to the buyer.")
    )


def test_vague_action() -> None:
    action = (
        "I took a proactive approach, communicated effectively with everybody and used my skills to handle things well."
    )
    assert "vague_action" in _ids(replace(GOOD, action=action))


def test_blame_needs_more_than_a_cause() -> None:
    neutral = "The depot sent no weight slips that winter, and a garden centre chain paid nothing for two months."
    assert "blame" not in _ids(replace(GOOD, situation=neutral))
    harsh = "The depot is careless and ignored my emails, so a garden centre chain paid nothing for two months."
    assert "blame" in _ids(replace(GOOD, situation=harsh))


def test_lengths() -> None:
    short = StarAnswer(
        "A chain paid nothing.", "I had to clear £900.", "I rang the buyer and sent slips.", "They paid £900."
    )
    assert "too_short" in _ids(short)
    assert "too_long" in _ids(replace(GOOD, action=" ".join([GOOD.action] * (LONGEST // 30))))
    assert "overlong_situation" in _ids(replace(GOOD, situation=" ".join([GOOD.situation] * 4)))


def test_overpromise() -> None:
    result = "They paid £18,400 within nine days, and I guarantee you the same for every customer."
    assert "overpromise" in _ids(replace(GOOD, result=result))


def test_every_defect_teaches() -> None:
    for defect in analyse(StarAnswer("", "", "We did our best.", "Fine.")).defects:
        assert len(defect.why) > 30
        assert defect.question.endswith("?")


REFRAMES = [
    (
        "Presenting",
        "I read my slides aloud. Since March I rehearse, and in June the director asked me to present.",
        set(),
    ),
    (
        "Pivot tables",
        "I was slow with pivots. I took a course in May and my report now takes 20 minutes instead of 90.",
        set(),
    ),
    (
        "Delegating",
        "I kept every task. I now hand over two a week from a list, and my deputy closed April without me.",
        set(),
    ),
    (
        "Perfectionism",
        "I am a perfectionist, everything must be just right.",
        {"cliche", "humblebrag", "no_action", "no_evidence"},
    ),
    (
        "Working hard",
        "I work too hard and care too much about my customers.",
        {"cliche", "humblebrag", "no_action", "no_evidence"},
    ),
    ("Deadlines", "I often miss deadlines at month end.", {"disqualifying", "no_action", "no_evidence"}),
    ("Phone", "I hate calling people about money.", {"disqualifying", "no_action", "no_evidence"}),
    ("Secrets", "I sometimes talk about other customers on the phone.", {"disqualifying", "no_action", "no_evidence"}),
    ("Speaking", "I took a speaking course last winter.", {"no_evidence"}),
    ("Team", "I get annoyed because my colleagues are lazy and never answer.", {"blame", "no_action", "no_evidence"}),
    ("Communication", "My communication could be better in various ways.", {"too_vague", "no_action", "no_evidence"}),
]


@pytest.mark.parametrize(("weakness", "text", "expected"), REFRAMES, ids=[case[0] for case in REFRAMES])
def test_reframe(weakness: str, text: str, expected: set[str]) -> None:
    result = analyse_reframe(weakness, text)
    assert {defect.id for defect in result.defects} == expected
    assert 1 <= result.quality <= 5
    assert (result.quality == 5) is (not expected)


def test_a_cliche_is_overridden_by_a_step_with_evidence() -> None:
    text = (
        "I was a perfectionist about small items. I set a limit of ten minutes an item in January, and my close went "
        "from four days to three."
    )
    assert analyse_reframe("Perfectionism", text).defects == ()


def test_a_step_and_a_measured_habit_are_seen() -> None:
    delegating = (
        "I tend to keep tasks to myself. In May I listed what only I can do, gave two posting runs to a colleague, "
        "and she has run them alone for two months."
    )
    excel = (
        "I was slow with lookups. I took a 6-week course in the spring and now build the aging file in 20 minutes "
        "instead of an hour."
    )
    assert not analyse_reframe("Delegating", delegating).defects
    assert not analyse_reframe("Excel", excel).defects


def test_mistakes_in_figures_rule_out() -> None:
    found = analyse_reframe("Attention", "I make mistakes in figures quite often and I am trying to be better.").defects
    assert "disqualifying" in {defect.id for defect in found}
