"""What is sent and read: spelled right, easy to read, and nothing in it that only a machine would say.

Ease is measured as the Flesch-Kincaid grade, the school years a reader needs: 0.39 words a sentence + 11.8 syllables a
word - 15.59, with syllables counted as runs of vowels without a silent e.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import mean

import pytest

from arcareer.content.library import ContentLibrary
from arcareer.resources import resource_root

GRADE = 8
"""School years that any text may ask of its reader; on average they ask for fewer."""

OWN_WORDS = frozenset({"ctrl", "handedly", "handover", "overpromising", "unapproved"})
"""Words of the desk that a general list of words lacks."""


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return dict(_texts(ContentLibrary()))


def _texts(content: ContentLibrary) -> Iterator[tuple[str, str]]:
    for script in content.scripts:
        for tone, message in script.tones.items():
            yield f"script {script.id} {tone}", f"{script.use_when}\n{message.subject}.\n{message.text}"
    for call in content.calls:
        answers = (f"{one.they_say} {one.you_say}" for one in call.objections)
        told = (call.opening, *call.questions, *call.offers, *answers, call.close, call.recap.text)
        yield f"call {call.id}", "\n".join(told)
    for playbook in content.playbooks:
        lists = (*playbook.signals, *(step.do for step in playbook.steps), *(one.what for one in playbook.tell))
        words = ".\n".join((*lists, playbook.outcome, playbook.proves, *playbook.evidence))
        yield f"playbook {playbook.id}", "\n".join((playbook.trigger, words, *playbook.say, playbook.message.text))
    for plan in content.plan_starters:
        yield (
            f"plan {plan.id}",
            ".\n".join((plan.problem, plan.how_to_measure, *(one.do for one in plan.steps), plan.risk)),
        )
    for article in content.guide.articles:
        yield f"article {article.id}", f"{article.title}.\n{article.text}"


def _words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]+", re.sub(r"\{\w+\}", " 5 ", text).replace("’", "'").replace("'s", ""))


def _grade(text: str) -> float:
    plain = re.sub(r"(?m)^- |\{\w+\}", "", text)
    sentences = [part for part in re.split(r"[.!?:;\n]+", plain) if len(part.split()) > 1]
    words = _words(plain)
    return 0.39 * len(words) / len(sentences) + 11.8 * mean(_syllables(word) for word in words) - 15.59


def _syllables(word: str) -> int:
    plain = word.lower()
    if len(plain) > 3 and plain.endswith("e") and not plain.endswith("le"):
        plain = plain[:-1]
    return max(1, len(re.findall(r"[aeiouy]+", plain)))


def test_no_text_asks_for_more_than_eight_years_of_school(texts: dict[str, str]) -> None:
    grades = {name: _grade(text) for name, text in texts.items()}
    assert {name: round(grade, 1) for name, grade in grades.items() if grade > GRADE} == {}
    assert mean(grades.values()) < GRADE - 2


def test_every_word_is_spelled_as_the_list_of_words_has_it(texts: dict[str, str]) -> None:
    listed = (resource_root() / "rules" / "words.txt").read_text(encoding="utf-8")
    known = OWN_WORDS | set(listed.lower().split())
    strange = {name: {word.lower() for word in _words(text) if len(word) > 2} - known for name, text in texts.items()}
    assert {name: sorted(words) for name, words in strange.items() if words} == {}


def test_nobody_shouts_and_no_dash_of_a_typesetter_is_left(texts: dict[str, str]) -> None:
    assert {name for name, text in texts.items() if re.search(r"[!—–]", text)} == set()
