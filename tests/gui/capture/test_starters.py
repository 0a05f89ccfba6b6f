from hypothesis import given
from hypothesis import strategies as st

from arcareer.content.library import ContentLibrary
from arcareer.content.models import Starter
from arcareer_ui.capture.starters import SHOWN, choose_starters

SHIPPED = ContentLibrary().starters


def some(*ids: str) -> list[Starter]:
    return [Starter(id=one, theme=one[0], label=one, sentence="…") for one in ids]


def test_themes_with_the_fewest_wins_come_first() -> None:
    chosen = choose_starters(some("a1", "b1", "c1"), {"a": 5, "b": 1})
    assert [one.theme for one in chosen] == ["c", "b", "a"]


def test_every_theme_gives_one_before_any_gives_a_second() -> None:
    chosen = choose_starters(some("a1", "a2", "a3", "b1", "c1"), {}, shown=4)
    assert [one.id for one in chosen] == ["a1", "b1", "c1", "a2"]


def test_every_turn_offers_another_one_of_a_theme() -> None:
    starters = some("a1", "a2", "b1")
    assert [choose_starters(starters, {}, turn, shown=2)[0].id for turn in range(3)] == ["a1", "a2", "a1"]


def test_without_any_starter_none_are_offered() -> None:
    assert choose_starters((), {"a": 1}) == ()


@given(st.dictionaries(st.sampled_from([one.theme for one in SHIPPED]), st.integers(0, 99)), st.integers(0, 60))
def test_the_shipped_ones_always_fill_the_row_with_different_themes(coverage: dict[str, int], turn: int) -> None:
    chosen = choose_starters(SHIPPED, coverage, turn)
    assert len({one.theme for one in chosen}) == len(chosen) == SHOWN
    left_out = {one.theme for one in SHIPPED} - {one.theme for one in chosen}
    assert all(coverage.get(other, 0) >= coverage.get(one.theme, 0) for other in left_out for one in chosen)
