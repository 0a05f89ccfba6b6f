"""The shipped content: complete, in agreement with itself, and with ids that never go away."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from arcareer.content.library import ContentLibrary
from arcareer.content.models import GAP
from arcareer.content.problems import ContentFault
from arcareer.domain.phrases import BlankKind, Side, blanks_of, fill
from arcareer.prose.rubric import score
from arcareer.resources import resource_root

ROOT = Path(__file__).parents[3]
KEPT_IDS = ROOT / "tests" / "data" / "content_ids.txt"
CATALOGUE = ROOT.parent / "shared" / "domain" / "catalogue.json"


@pytest.fixture(scope="module")
def content() -> ContentLibrary:
    return ContentLibrary()


def shipped_ids(content: ContentLibrary) -> set[str]:
    return {
        *(f"theme {one.id}" for one in content.themes),
        *(f"competency {one.id}" for one in content.competencies),
        *(f"checklist-item {one.key}" for one in content.checklist),
        *(f"blank {one}" for one in content.blanks),
        *(f"starter {one.id}" for one in content.starters),
        *(f"phrase {one.key}" for one in content.phrases),
        *(f"message-blank {one}" for one in content.message_blanks),
        *(f"script {one.id}" for one in content.scripts),
        *(f"call {one.id}" for one in content.calls),
        *(f"playbook {one.id}" for one in content.playbooks),
        *(f"playbook-step {one.id}/{step.id}" for one in content.playbooks for step in one.steps),
        *(f"plan {one.id}" for one in content.plan_starters),
        *(f"plan-step {one.id}/{step.id}" for one in content.plan_starters for step in one.steps),
        *(f"guide-article {one.id}" for one in content.guide.articles),
        *(f"career-level {one.id}" for one in content.career),
        *(f"career-evidence {one.id}/{asked.id}" for one in content.career for asked in one.evidence),
        *(f"form {one.id}" for one in content.document_starters.forms),
        *(f"preset {one.id}" for one in content.document_starters.presets),
        *(f"question {one.key}" for one in content.questions),
        *(f"follow-up {one.id}" for one in content.follow_ups),
        *(f"worked-example {one.id}" for one in content.worked_examples),
        *(f"reframe-starter {one.id}" for one in content.reframe_starters),
        *(f"question-to-ask {one.id}" for one in content.questions_to_ask),
    }


def test_shipped_content_has_no_problem(content: ContentLibrary) -> None:
    assert content.problems() == ()


def test_no_id_ever_shipped_has_gone_and_every_new_one_is_written_down(content: ContentLibrary) -> None:
    kept = set(KEPT_IDS.read_text(encoding="utf-8").split("\n")) - {""}
    assert shipped_ids(content) == kept


def test_the_catalogue_is_covered_in_its_order(content: ContentLibrary) -> None:
    if not CATALOGUE.exists():
        pytest.skip("the catalogue of the optional data folder is not here")
    catalogue = json.loads(CATALOGUE.read_text(encoding="utf-8"))
    assert [(one.id, list(one.competencies)) for one in content.themes] == [
        (one["id"], one["competencies"]) for one in catalogue["themes"]
    ]
    assert [(one.key, one.group, list(one.blanks)) for one in content.checklist] == [
        (one["id"], one["group"], one["blanks"]) for one in catalogue["checklist"]
    ]


def test_every_competency_belongs_to_one_theme_and_has_words(content: ContentLibrary) -> None:
    in_themes = [competency for theme in content.themes for competency in theme.competencies]
    assert sorted(in_themes) == sorted(one.id for one in content.competencies)
    assert {family.id for family in content.word_families} == set(in_themes)


def test_every_theme_has_an_icon_a_starter_and_an_idea(content: ContentLibrary) -> None:
    for theme in content.themes:
        assert (resource_root() / "icons" / f"{theme.icon}.svg").is_file()
        assert [one for one in content.starters if one.theme == theme.id]
        assert theme.idea.endswith("?")


def test_checklist_items_teach_and_stand_in_groups(content: ContentLibrary) -> None:
    groups = [one.group for one in content.checklist]
    assert groups == sorted(groups, key=groups.index)
    assert len(set(groups)) == 4
    assert len(groups) == 15
    for one in content.checklist:
        assert one.why.endswith(".")
        assert len(one.good_proof) == 3


def test_a_starter_points_at_its_first_gap(content: ContentLibrary) -> None:
    for one in content.starters:
        assert one.sentence[one.first_gap] == GAP
        assert GAP not in one.sentence[: one.first_gap]


def test_phrases_cover_every_theme_and_stand_in_its_order(content: ContentLibrary) -> None:
    themes = [one.id for one in content.themes]
    assert len(content.phrases) >= 16
    assert [one.theme for one in content.phrases] == sorted((one.theme for one in content.phrases), key=themes.index)
    assert {one.theme for one in content.phrases} == set(themes)


def test_every_blank_of_a_phrase_says_what_belongs_there(content: ContentLibrary) -> None:
    for one in content.phrases:
        blanks = blanks_of(one.say)
        assert all(blank.hint for blank in blanks)
        ends = [(blank.kind, blank.side) for blank in blanks if blank.side is not Side.ALONE]
        assert ends == [(kind, side) for kind, _ in ends[::2] for side in (Side.BEFORE, Side.AFTER)]
        assert one.say.endswith(".")


def test_what_to_say_is_stronger_than_what_it_stands_for(content: ContentLibrary) -> None:
    samples = {
        BlankKind.MONEY: "$48,200",
        BlankKind.PERCENT: "12%",
        BlankKind.DAYS: "41 days",
        BlankKind.COUNT: "14",
        BlankKind.TEXT: "ringing payers first",
        BlankKind.CUSTOMER: "a large wholesaler",
        BlankKind.PERIOD: "two quarters",
    }
    for one in content.phrases:
        filled = fill(one.say)
        for number, piece in enumerate(filled.blanks):
            filled = filled.put(number, samples[piece.blank.kind] if piece.blank else "")
        assert score(filled.text).overall > score(one.instead_of).overall, one.key


def test_phrase_without_a_blank_or_with_a_misspelt_one_is_found(tmp_path: Path) -> None:
    shutil.copytree(resource_root() / "content", tmp_path / "content")
    phrases = tmp_path / "content" / "phrases.toml"
    text = phrases.read_text(encoding="utf-8").replace("{money:amount collected}", "{mony:amount}")
    phrases.write_text(f'{text}\n[[phrases]]\nid = "new"\ntheme = "cash"\ninstead_of = "a"\nsay = "b"\n', "utf-8")
    found = ContentLibrary(tmp_path / "content").problems()
    assert [(one.file, one.record) for one in found] == [("phrases.toml", "overdue-collected"), ("phrases.toml", "new")]


def test_content_texts_keep_to_the_voice(content: ContentLibrary) -> None:
    texts = [
        *(text for one in content.checklist for text in (one.label, one.why, *one.good_proof)),
        *(text for one in content.themes for text in (one.label, one.idea)),
        *(one.meaning for one in content.competencies),
        *(text for one in content.blanks.values() for text in (one.label, one.hint)),
        *(text for one in content.phrases for text in (one.instead_of, one.say)),
    ]
    for text in texts:
        assert "!" not in text
        assert "\N{EN DASH}" not in text
        assert "  " not in text


def test_a_retired_record_leaves_the_lists_but_keeps_its_name(tmp_path: Path) -> None:
    shutil.copytree(resource_root() / "content", tmp_path / "content")
    themes = tmp_path / "content" / "themes.toml"
    themes.write_text(themes.read_text(encoding="utf-8").replace('id = "risk"', 'id = "risk"\nretired = true'), "utf-8")
    content = ContentLibrary(tmp_path / "content")
    assert "risk" not in [theme.id for theme in content.themes]
    retired = content.theme("risk")
    assert retired is not None
    assert retired.label == "Risk"


def test_a_broken_reference_and_a_missing_file_are_both_found(tmp_path: Path) -> None:
    shutil.copytree(resource_root() / "content", tmp_path / "content")
    starters = tmp_path / "content" / "starters.toml"
    starters.write_text(starters.read_text(encoding="utf-8").replace('theme = "risk"', 'theme = "rsk"'), "utf-8")
    found = ContentLibrary(tmp_path / "content").problems()
    assert [(one.file, one.record) for one in found] == [
        ("starters.toml", "risk-spotted"),
        ("starters.toml", "order-held"),
    ]
    starters.unlink()
    assert [one.file for one in ContentLibrary(tmp_path / "content").problems()] == ["starters.toml"]


def test_a_file_is_read_only_when_it_is_asked_for(tmp_path: Path) -> None:
    shutil.copytree(resource_root() / "content", tmp_path / "content")
    (tmp_path / "content" / "checklist.toml").write_text("broken", encoding="utf-8")
    content = ContentLibrary(tmp_path / "content")
    assert len(content.themes) == 6
    with pytest.raises(ContentFault):
        _ = content.checklist
