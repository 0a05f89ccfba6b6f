"""What the app brings along for interviews: complete, in agreement with its own engines, and in its own voice."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from arcareer.content.interview_models import ReframeStarter, WorkedExample
from arcareer.content.library import ContentLibrary
from arcareer.domain.questions import Level, Question, QuestionKind
from arcareer.prose.reframe import analyse as analyse_reframe
from arcareer.prose.slips import known_words
from arcareer.prose.star import StarAnswer, analyse
from arcareer.resources import resource_root

CONTENT = ContentLibrary()
WORD = re.compile(r"(?<![\w&])[A-Za-z]{3,}(?!\w)")
OF_THE_TRADE = frozenset({"downside", "handover", "netsuite", "quickbooks", "lockbox", "dso", "cei", "erp"})
SHARES = ((10, 20), (5, 15), (45, 60), (15, 30))
WORDS_IN_90_TO_120_SECONDS = (195, 260)


def written() -> dict[str, str]:
    """Return every text a user reads, by where it stands."""
    texts = CONTENT.interview
    found: list[tuple[str, tuple[str, ...]]] = [
        *((one.key, (one.text, one.tests, *one.bring, one.avoid, *one.follow_ups)) for one in CONTENT.questions),
        *((one.id, (one.text,)) for one in CONTENT.follow_ups),
        *((one.id, (one.title, *one.better.texts, *(r.why for r in one.reasons))) for one in CONTENT.worked_examples),
        *((one.id, (one.label, *one.texts, *one.example.texts)) for one in CONTENT.reframe_starters),
        *((one.id, (one.topic, one.text, one.why)) for one in CONTENT.questions_to_ask),
        *((one.id, (one.label, one.hint, *one.prompts, one.cue)) for one in texts.star_prompts),
        *((one.id, (one.label, one.hint)) for one in texts.reframe_prompts),
        *((one.id, (one.label, one.cue)) for one in texts.lengths),
        *((one.id, (one.label, one.low, one.high)) for one in texts.ratings),
        *((one.id, (one.label, one.hint, one.avoid)) for one in texts.core_slots),
        *((one.id, (one.label, one.why)) for one in texts.plan_steps),
        *((one.id, (one.text,)) for one in texts.plan_openings),
    ]
    return {f"{owner} {number}": text for owner, parts in found for number, text in enumerate(parts)}


def test_bank_covers_every_competency_level_and_kind() -> None:
    questions = CONTENT.questions
    assert len(questions) >= 90
    assert len({one.text for one in questions}) == len(questions)
    by_competency = Counter(one.competency for one in questions if one.competency)
    assert set(by_competency) == {one.id for one in CONTENT.competencies}
    assert min(by_competency.values()) >= 6
    for level in Level:
        assert sum(level in one.levels for one in questions) >= 12, level
    for kind in QuestionKind:
        assert sum(one.kind is kind for one in questions) >= 12, kind
    for competency in by_competency:
        assert any(Level.COORDINATOR in one.levels for one in questions if one.competency == competency)


def test_questions_stand_together_by_competency() -> None:
    order = list(dict.fromkeys(one.competency for one in CONTENT.questions))
    assert [one.competency for one in CONTENT.questions] == [
        one.competency for key in order for one in CONTENT.questions if one.competency == key
    ]
    assert order == ["", *(one.id for one in CONTENT.competencies)]


@pytest.mark.parametrize("question", CONTENT.questions, ids=lambda one: one.key)
def test_a_question_teaches(question: Question) -> None:
    assert question.text[-1] in "?."
    assert question.tests.endswith(".")
    assert question.avoid.endswith(".")
    assert len(question.bring) == 3
    assert len(question.keywords) >= 5
    assert all(word == word.strip() and word for word in question.keywords)
    assert len(question.text.split()) <= 40


def test_every_answer_has_follow_ups() -> None:
    of_all = [one for one in CONTENT.follow_ups if not one.competency and one.kind is None]
    assert len(of_all) >= 4
    assert {one.competency for one in CONTENT.follow_ups} - {""} == {one.id for one in CONTENT.competencies}
    assert {one.kind for one in CONTENT.follow_ups} - {None} == set(QuestionKind)


@pytest.mark.parametrize("example", CONTENT.worked_examples, ids=lambda one: one.id)
def test_better_answer_is_clean_and_of_good_length_and_balance(example: WorkedExample) -> None:
    better = analyse(StarAnswer(*example.better.texts))
    assert better.defects == ()
    assert better.figures
    words = [count for _, count in better.words]
    low, high = WORDS_IN_90_TO_120_SECONDS
    assert low <= sum(words) <= high
    for count, (least, most) in zip(words, SHARES, strict=True):
        assert least <= round(100 * count / sum(words)) <= most


@pytest.mark.parametrize("example", CONTENT.worked_examples, ids=lambda one: one.id)
def test_draft_shows_exactly_the_faults_that_are_explained(example: WorkedExample) -> None:
    draft = analyse(StarAnswer(*example.draft.texts))
    assert {defect.id for defect in draft.defects} == {reason.defect for reason in example.reasons}
    assert draft.quality <= 2


def test_examples_cover_what_coordinators_are_asked() -> None:
    assert {one.id for one in CONTENT.worked_examples} >= {
        *("scope-dispute", "late-payer", "own-mistake", "system-change", "short-payments", "risky-customer")
    }
    slots = {one.question for one in CONTENT.interview.core_slots if one.id != "weakness"}
    assert {one.question for one in CONTENT.worked_examples} >= slots


@pytest.mark.parametrize("starter", CONTENT.reframe_starters, ids=lambda one: one.id)
def test_starter_passes_our_own_engine_with_blanks_and_filled(starter: ReframeStarter) -> None:
    for texts in (starter.texts, starter.example.texts):
        told = analyse_reframe(texts[0], " ".join(texts))
        assert told.defects == ()
        assert told.step
        assert told.evidence


@pytest.mark.parametrize("starter", CONTENT.reframe_starters, ids=lambda one: one.id)
def test_starter_claims_no_number_in_the_users_name(starter: ReframeStarter) -> None:
    cost, proof = starter.cost, starter.evidence
    assert "[" in cost
    assert "[" in proof
    assert not re.search(r"\d", cost + proof)
    assert "[" not in " ".join(starter.example.texts)


def test_starters_are_enough_and_hold_the_two_that_are_asked_for() -> None:
    ids = [one.id for one in CONTENT.reframe_starters]
    assert len(ids) >= 8
    assert {"handling-conflict", "status-before-asked"} <= set(ids)


def test_rehearsal_lengths_and_openings_are_in_order() -> None:
    texts = CONTENT.interview
    assert [one.seconds for one in texts.lengths] == [10, 30, 60, 120]
    assert [one.days for one in texts.plan_openings] == [7, 3, 1, 0]
    assert texts.opening(10) == texts.opening(7)
    assert texts.opening(2) == texts.opening(1)
    assert texts.opening(0) != texts.opening(1)


def test_texts_keep_to_the_voice_and_are_spelled() -> None:
    known = known_words() | OF_THE_TRADE
    for owner, text in written().items():
        assert "!" not in text, owner
        assert "\N{EN DASH}" not in text, owner
        assert "\N{EM DASH}" not in text, owner
        assert "  " not in text, owner
        unknown = [word for word in WORD.findall(text) if word.lower() not in known and not word.isupper()]
        assert unknown == [], owner


def test_texts_are_easy_to_read() -> None:
    for owner, text in written().items():
        for sentence in re.split(r"(?<=[.?:])\s", text):
            assert len(sentence.split()) <= 40, owner


def test_a_misquoted_example_and_a_missing_step_are_found(tmp_path: Path) -> None:
    shutil.copytree(resource_root() / "content", tmp_path / "content")
    examples, texts = tmp_path / "content" / "worked_examples.toml", tmp_path / "content" / "interview.toml"
    examples.write_text(examples.read_text("utf-8").replace('quote = "n/a"', 'quote = "nothing"'), "utf-8")
    texts.write_text(
        texts.read_text("utf-8").replace('id = "ten-seconds"\nlabel = "Say', 'id = "ten"\nlabel = "Say'), "utf-8"
    )
    found = ContentLibrary(tmp_path / "content").problems()
    assert [(one.file, one.path) for one in found] == [
        ("worked_examples.toml", "examples"),
        ("interview.toml", "plan_steps"),
    ]
