import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.prose.engine import check_text
from arcareer.prose.finding import Weight
from arcareer.prose.strengths import StrengthKind, strengths


def kinds(text: str) -> list[StrengthKind]:
    return [strength.kind for strength in strengths(check_text(text))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Cut unapplied cash from 61 to 14 items.", StrengthKind.BEFORE_AND_AFTER),
        ("Collected $48,200 of old balances within six weeks.", StrengthKind.DATED),
        ("The hold rule I proposed is now used on every account over $50,000.", StrengthKind.LASTING),
        ("My call list was adopted by both shared service centres.", StrengthKind.LASTING),
        ("I wrote the reminder ladder; the team still uses it.", StrengthKind.LASTING),
    ],
)
def test_strong_phrases_are_found(text: str, kind: StrengthKind) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Responsible for collections in a team of five, 24/7.",
        "Worked with SAP S/4HANA since 2019 on net 30 terms.",
        "I still remember that audit. It was now or never.",
        "I was used to month-end pressure.",
    ],
)
def test_numbers_that_measure_nothing_and_common_words_are_no_strength(text: str) -> None:
    assert kinds(text) == []


def test_strengths_come_in_order_on_the_users_own_characters() -> None:
    text = "🎉 Intro line\n• Cut DSO from 52 to 44 days.\n\nThe checklist was adopted by the whole billing team."
    found = strengths(check_text(text))
    assert [text[one.span.start : one.span.end] for one in found] == [one.words for one in found]
    assert found[0].span < found[1].span
    assert "52 to 44" in found[0].words


def test_what_is_flagged_is_not_praised() -> None:
    text = "Reduced DSO from 42 to 58 days in two quarters."
    lines = check_text(text)
    spans = [finding.span for line in lines for finding in line.findings if finding.weight is Weight.FLAG]
    assert spans
    for strength in strengths(lines):
        assert all(strength.span.end <= span.start or span.end <= strength.span.start for span in spans)


def test_an_amount_in_a_flagged_line_is_not_praised() -> None:
    text = "Harrow Lane Bakery ended up owing us $36,900 by 30 June, and I guarantee it will never happen again."
    assert check_text(text)[0].flags
    assert kinds(text) == []


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text: str) -> None:
    for strength in strengths(check_text(text)):
        assert text[strength.span.start : strength.span.end] == strength.words
