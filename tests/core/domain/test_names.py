"""Names are found however they are written, and ordinary text is left alone."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.names import NameMatcher

NAMES = (
    "Harlow Foods", "Brightwell Retail, Inc.", "Castor & Pine Ltd.", "Köhler GmbH & Co. KG", "Société Lumière S.A.",
    "Ridge-Parker", "D&W", "4M", "Stone and Heath LLC", "Abel & Abel Services, Inc.", "St. Clare's Clinic",
    "O'Dell Freight", "V*LINK", "Wowza!", 'Kids "B" Us', "株式会社ミナト", "ООО Березка",  # noqa: RUF001 - Cyrillic
    "Summit", "Northern Gas Company", "EU Bank N.A.", "Tall Oak Partners", "Pepper-Cola Bottling Co. Consolidated",
    "Ängström Süd", "QT", "B&C", "L'Étoile USA, Inc.", "Noë's Bakery", "Banco do Norte S.A.", "The Lantern Group",
    "Łódź Papier sp. z o.o.",
)  # fmt: skip
ENDING = re.compile(
    r"(?:,?\s*\b(?:inc|company|co|consolidated|llc|ltd|gmbh|kg|s\.?a|n\.?a|usa|services|sp\. z o\.o)\b\.?|\s&)+$",
    re.IGNORECASE,
)


def marks_off(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def variants(name: str) -> set[str]:
    """Return the ways in which people write one name."""
    base = ENDING.sub("", name).strip(" ,&")
    joined = re.sub(r"[^\w]+", "", base)
    ways = {
        name, name.upper(), name.lower(), name.replace(" ", "\u00a0"), unicodedata.normalize("NFD", name),
        name + "'s", name + "\u2019s", name.replace("'", "\u2019"), name.replace("&", "and"),
        name.replace("&", "&amp;"),
        name.replace(" & ", "&"), name.replace("-", " "), name.replace("-", "\u2011"), name.replace(" ", "  "),
        name.replace(" ", "\n"), base, base.upper(), base.title(), name.replace(".", "").replace(",", ""),
        marks_off(name), name.replace(" ", "-"), name.replace(" ", "\u200b "), name[:2] + "\u200b" + name[2:],
        name[:1] + "\u00ad" + name[1:], f"{base} Inc", f"{base}, LLC", f"({name})", f"“{name}”",
    }  # fmt: skip
    if len(re.sub(r"\W", "", base)) > 3:
        ways |= {f"{joined.lower()}@example.com", f"www.{joined.lower()}.example", base.replace(" ", "_") + "_stmt.pdf"}
        ways |= {f"{joined}2026.xlsx", f"Re{joined[:1].upper()}{joined[1:]}"} if joined.isascii() else set()
    return {way for way in ways if way.strip()}


CASES = [(name, way) for name in NAMES for way in sorted(variants(name))]


def letters(text: str) -> str:
    return re.sub(r"[^\w]|_|and|amp", "", marks_off(unicodedata.normalize("NFKC", text)).casefold())


def hidden(matcher: NameMatcher, text: str) -> str:
    out, end = "", 0
    for hit in matcher.find(text):
        out += text[end : hit.start] + "◆"
        end = hit.end
    return out + text[end:]


def test_every_way_to_write_a_name_is_found() -> None:
    matcher = NameMatcher({uuid4(): (name,) for name in NAMES})
    leaks = [
        (name, way)
        for name, way in CASES
        if letters(ENDING.sub("", name)) in letters(hidden(matcher, f"Recovered $12k from {way} in Q3"))
    ]
    assert len(CASES) > 397
    assert leaks == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Harlow Foods' controller paid.", "◆' controller paid."),
        ("Harlow Foods's controller paid.", "◆'s controller paid."),
        ("Paid by Harlow Foods, Inc. last week", "Paid by ◆ last week"),
        ("Paid by Harlow Foods Inc. Then closed.", "Paid by ◆. Then closed."),
        ("Harlow Foods, Inc., paid (as did Abel & Abel Inc.)", "◆, paid (as did ◆)"),
        ("Paid by HARLOW  FOODS.", "Paid by ◆."),
        ("Mail of ana@harlowfoods.com", "Mail of ana@◆.com"),
        ("Castor and Pine, Castor & Pine, Castor&Pine", "◆, ◆, ◆"),
        ("Koehler, Köhler and Kohler", "◆, ◆ and ◆"),
        ("契約は株式会社ミナトの件", "契約は◆の件"),
        ("Harlow Foods limited its orders", "◆ limited its orders"),
        ("Harlow Foods Limited ordered", "◆ ordered"),
        ("Łódź Papier and Lodz Papier", "◆ and ◆"),
    ],
)
def test_only_the_name_itself_is_covered(text: str, printed: str) -> None:
    assert hidden(NameMatcher({uuid4(): (name,) for name in NAMES}), text) == printed


@pytest.mark.parametrize(
    "text",
    [
        "Collected $4M, then 1.4M and 14M more",
        "The EU banked on it",
        "Northern gaseous waste",
        "Stoneandheather ltd",
        "Harlow said that Foods rose",
        "At d: w is the width",
        "Sum mitigated",
        "as a summiteer",
        "Walked along the parkers ridge",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert hidden(NameMatcher({uuid4(): (name,) for name in NAMES}), text) == text


def test_a_name_that_may_be_a_word_is_marked_as_doubtful() -> None:
    matcher = NameMatcher({uuid4(): ("Summit",), uuid4(): ("QT",), uuid4(): ("Harlow Foods",)})
    found = {
        text: [hit.doubtful for hit in matcher.find(text)] for text in ("the summit", "Summit", "QT", "harlow foods")
    }
    assert found == {"the summit": [True], "Summit": [False], "QT": [True], "harlow foods": [False]}


def test_a_spelling_two_customers_share_is_doubtful_and_the_first_gets_it() -> None:
    first, second = uuid4(), uuid4()
    (hit,) = NameMatcher({first: ("Acorn Ltd",), second: ("Acorn Inc",)}).find("Call Acorn today")
    assert (hit.id, hit.doubtful) == (first, True)


def test_the_longest_name_wins_and_every_customer_keeps_its_own() -> None:
    short, long = uuid4(), uuid4()
    matcher = NameMatcher({short: ("Harlow",), long: ("Harlow Foods",)})
    assert [hit.id for hit in matcher.find("Harlow Foods and Harlow")] == [long, short]


def test_a_customer_number_is_found_but_no_amount_is_touched() -> None:
    matcher = NameMatcher({uuid4(): ("Harlow Foods", "48200")})
    assert (
        hidden(matcher, "Account 48200: $48,200 and 48200.50 of 48200%") == "Account ◆: $48,200 and 48200.50 of 48200%"
    )


def test_names_without_two_letters_or_digits_are_never_found() -> None:
    matcher = NameMatcher({uuid4(): ("-", "?", "A", "", "  ", "&")})
    assert matcher.find("A - ? & text a") == ()


@given(text=st.text(), names=st.lists(st.text(max_size=12), max_size=5))
def test_hits_are_ordered_spans_of_the_text(text: str, names: list[str]) -> None:
    matcher = NameMatcher({uuid4(): (name,) for name in names})
    spans = [(hit.start, hit.end) for hit in matcher.find(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


WORDS = st.text(alphabet=st.characters(categories=["L"]), min_size=4, max_size=10)


@given(
    name=st.lists(WORDS, min_size=1, max_size=3).map(" ".join), before=st.text(max_size=5), after=st.text(max_size=5)
)
def test_a_name_between_separators_is_always_found(name: str, before: str, after: str) -> None:
    customer = UUID(int=1)
    text = f"{before} “{name}” {after}"
    assert hidden(NameMatcher({customer: (name,)}), text).find(name) == -1
