"""The checked loader: everything wrong with a file is named at once, and only what fits comes out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.content.loader import load, load_records
from arcareer.content.problems import ContentFault


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, kw_only=True)
class Thing:
    id: str
    label: str
    count: int = 0
    weight: Decimal = Decimal(0)
    on: date | None = None
    colour: Colour = Colour.RED
    tags: tuple[str, ...] = ()
    retired: bool = False


@dataclass(frozen=True, kw_only=True)
class Things:
    things: tuple[Thing, ...]


Read = Callable[[str], Things]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def _read(text: str) -> Things:
        path = tmp_path / "things.toml"
        path.write_text(text, encoding="utf-8")
        return load(path, Things)

    return _read


def problems(read: Read, text: str) -> list[tuple[str, str, str]]:
    with pytest.raises(ContentFault) as caught:
        read(text)
    return [(one.path, one.record, one.text) for one in caught.value.problems]


def test_every_kind_of_value_is_read_as_its_own_type(read: Read) -> None:
    text = """
    [[things]]
    id = "a-1"
    label = "One"
    count = 3
    weight = 4.60
    on = 2026-03-31
    colour = "blue"
    tags = ["x", "y"]
    retired = true
    """
    assert read(text).things == (
        Thing(
            id="a-1", label="One", count=3, weight=Decimal("4.60"), on=date(2026, 3, 31), colour=Colour.BLUE,
            tags=("x", "y"), retired=True,
        ),
    )  # fmt: skip


def test_all_problems_of_a_file_come_together_with_path_and_id(read: Read) -> None:
    text = """
    extra = 1
    [[things]]
    id = "good"
    label = "Fine"
    [[things]]
    id = "bad"
    colour = "green"
    count = "three"
    colr = "red"
    tags = ["x", 5]
    [[things]]
    id = "Not An Id"
    label = "  "
    """
    assert problems(read, text) == [
        ("extra", "", "this key is not known here"),
        ("things[1].colr", "bad", "this key is not known here"),
        ("things[1].label", "bad", "this key is missing"),
        ("things[1].count", "bad", "a whole number is needed here"),
        ("things[1].colour", "bad", "one of red, blue is needed here"),
        ("things[1].tags[1]", "bad", "text is needed here"),
        ("things[2].id", "Not An Id", "an id has small letters, digits and single hyphens only"),
        ("things[2].label", "Not An Id", "some text is needed here"),
    ]


def test_an_id_used_twice_is_named(read: Read) -> None:
    text = '[[things]]\nid = "same"\nlabel = "A"\n[[things]]\nid = "same"\nlabel = "B"\n'
    assert problems(read, text) == [("things", "same", "this id is used twice")]


def test_true_is_not_a_whole_number_and_a_moment_is_not_a_date(read: Read) -> None:
    text = '[[things]]\nid = "a"\nlabel = "A"\ncount = true\non = 2026-03-31T10:00:00\n'
    assert problems(read, text) == [
        ("things[0].count", "a", "a whole number is needed here"),
        ("things[0].on", "a", "a date is needed here"),
    ]


def test_a_list_or_table_in_the_wrong_place_is_named(read: Read) -> None:
    assert problems(read, 'things = "none"') == [("things", "", "a list is needed here")]
    assert problems(read, "things = [1]") == [("things[0]", "", "a table is needed here")]


@pytest.mark.parametrize("text", ['[[things]]\nid = "a', "things = [", "\x00"])
def test_what_is_not_toml_is_one_problem_with_its_line(read: Read, text: str) -> None:
    assert len(problems(read, text)) == 1


def test_a_missing_file_is_one_problem_and_says_what_is_safe(tmp_path: Path) -> None:
    with pytest.raises(ContentFault, match=r"(?s)things\.toml.*Your library is untouched") as caught:
        load(tmp_path / "things.toml", Things)
    assert len(caught.value.problems) == 1


@given(st.lists(st.sampled_from(["id", "label", "count", "colr", "weight"]), unique=True), st.data())
def test_a_record_is_returned_whole_or_refused_never_in_part(
    tmp_path_factory: pytest.TempPathFactory, keys: list[str], data: st.DataObject
) -> None:
    values = {key: data.draw(st.sampled_from(['"ok"', "7", "true", "[]"])) for key in keys}
    path = tmp_path_factory.mktemp("content") / "things.toml"
    path.write_text("[[things]]\n" + "".join(f"{key} = {value}\n" for key, value in values.items()), encoding="utf-8")
    fits = (
        values.get("id") == values.get("label") == '"ok"'
        and values.get("count", "7") == values.get("weight", "7") == "7"
        and "colr" not in values
    )
    if fits:
        assert load(path, Things).things[0].label == "ok"
    else:
        with pytest.raises(ContentFault):
            load(path, Things)


def test_a_file_of_one_list_is_read_as_its_records(tmp_path: Path) -> None:
    path = tmp_path / "things.toml"
    path.write_text('[[things]]\nid = "a"\nlabel = "A"\n', encoding="utf-8")
    assert load_records(path, "things", Thing) == (Thing(id="a", label="A"),)


def test_a_file_of_one_list_holds_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "things.toml"
    path.write_text('other = 1\n[[things]]\nid = "a"\n[[things]]\nid = "a"\nlabel = "A"\n', encoding="utf-8")
    with pytest.raises(ContentFault) as caught:
        load_records(path, "things", Thing)
    assert [(one.path, one.text) for one in caught.value.problems] == [
        ("other", "this key is not known here"),
        ("things[0].label", "this key is missing"),
    ]
    path.write_text("", encoding="utf-8")
    with pytest.raises(ContentFault, match="this key is missing"):
        load_records(path, "things", Thing)
