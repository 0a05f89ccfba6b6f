"""Full-text search: every word counts, nothing a user types is an operator, and every change is found at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arcareer.domain.evidence import EvidenceLink
from arcareer.domain.identity import new_id
from arcareer.domain.periods import parse_period
from arcareer.domain.win_lists import WinOrder, WinQuery
from arcareer.storage import search
from tests.support import values
from tests.support.builders import Library, a_bullet, a_customer, a_figure, a_win


def found(library: Library, text: str, **query: object) -> list[str]:
    wins = library.journal.find(WinQuery(text=text, **query))  # type: ignore[arg-type]
    assert library.journal.count(WinQuery(text=text, **query)) == len(wins)  # type: ignore[arg-type]
    return [win.headline for win in wins]


@pytest.fixture
def shelf(library: Library) -> Library:
    """Return a library of a few wins that differ in their words."""
    first = date(2026, 9, 1)
    headlines = (
        "Collected $48,200 from Harlow Foods",
        "Settled a freight dispute with Müller GmbH",
        "Trained two colleagues on cash application",
        "R&D credit note cleared – 100% matched",
        "Cut DSO from 47.9 to 36.8 days",
    )
    library.add(*(a_win(text, happened_on=first + timedelta(days=day)) for day, text in enumerate(headlines)))
    return library


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("harlow", 1),
        ("HARLOW foods", 1),
        ("foods harlow", 1),
        ("har", 1),
        ("harlow fo", 1),
        ("har foods", 0),
        ("muller", 1),
        ("MÜLL", 1),
        ("48,200", 1),
        ("$48,200", 1),
        ("48,2", 1),
        ("100%", 1),
        ("36.8", 1),
        ("R&D", 1),
        ("cash appl", 1),
        ("on", 1),
        ("c", 4),
        ("zebra", 0),
        ("harlow zebra", 0),
    ],
)
def test_words_are_found_in_any_order_the_last_as_a_beginning(shelf: Library, text: str, hits: int) -> None:
    assert len(found(shelf, text)) == hits


@pytest.mark.parametrize("text", ["", " ", "-", "– %", '"', "\0"])
def test_text_without_a_word_narrows_nothing(shelf: Library, text: str) -> None:
    assert len(found(shelf, text)) == 5


@pytest.mark.parametrize(
    "text",
    ["harlow OR dispute", "NOT harlow", "headline:harlow", "harlow NEAR foods", "har* foods", "(harlow", '"foods'],
)
def test_nothing_typed_is_an_operator(shelf: Library, text: str) -> None:
    plain = all(word in "harlow foods" for word in text.replace('"', "").replace("(", "").split())
    assert len(found(shelf, text)) == (1 if plain else 0)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(values.texts, st.text(st.sampled_from('"*()^:-+{}ANDORT Ã\u0301'), max_size=12)))
def test_anything_can_be_typed(shelf: Library, text: str) -> None:
    for order in WinOrder:
        found(shelf, text, order=order)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.from_regex(r"[a-zäöüßéø]{1,12}", fullmatch=True), min_size=1, max_size=6))
def test_a_win_is_found_by_its_own_words(library: Library, words: list[str]) -> None:
    win = a_win(" ".join(words))
    library.add(win)
    for text in (" ".join(words), words[-1], words[0].upper() if "ß" not in words[0] else words[0]):
        assert win.headline in found(library, text)


@pytest.mark.parametrize("field", ["situation", "action", "outcome", "proof", "private_notes"])
def test_every_text_of_a_win_is_searched(library: Library, field: str) -> None:
    library.add(a_win("The one", **{field: "a walrus"}), a_win("Another"))
    assert found(library, "walr") == ["The one"]


def test_parts_of_a_win_are_searched(library: Library) -> None:
    proof = EvidenceLink(id=new_id(), title="Remittance advice", target="mail")
    win = a_win(
        "The one",
        figures=(a_figure(measure="unapplied cash", period="March", source="lockbox report"),),
        colleagues=("Ana Petrović",),
        evidence=(proof,),
    )
    library.add(win, a_win("Another"))
    for text in ("unapplied", "march", "lockbox", "petrovic", "remittance ad"):
        assert found(library, text) == ["The one"]
    library.journal.save(win, replace(win, figures=(), colleagues=(), evidence=()))
    for text in ("unapplied", "petrovic", "remittance"):
        assert found(library, text) == []


def test_wins_are_found_by_the_names_of_their_customers(library: Library) -> None:
    customer = a_customer("Harlow Foods", spellings=("HF Trading",))
    with library.store.write() as unit:
        unit.customers.put(customer)
        unit.wins.put(a_win("The one", customers=(customer.id,)))
        unit.commit()
    assert found(library, "harlow") == found(library, "HF tra") == ["The one"]
    renamed = library.customers.save(customer, replace(customer, name="Castell", spellings=()))
    assert found(library, "castell") == ["The one"]
    assert found(library, "harlow") == found(library, "trading") == []
    library.edits.apply(renamed.inverse())
    assert found(library, "harlow") == ["The one"]
    library.customers.remove(customer)
    assert found(library, "harlow") == []


def test_newest_first_then_the_best_match(library: Library) -> None:
    best = a_win("Dispute settled, dispute closed", happened_on=date(2026, 1, 1))
    middle = a_win("Freight dispute", happened_on=date(2026, 2, 1), situation="long story " * 30)
    passing = a_win("Trained colleagues", happened_on=date(2026, 3, 1), private_notes="a dispute, once " + "x " * 50)
    library.add(best, middle, passing)
    assert found(library, "dispute") == [passing.headline, middle.headline, best.headline]
    assert found(library, "dispute", order=WinOrder.BEST_MATCH) == [best.headline, middle.headline, passing.headline]


def test_search_joins_with_every_filter(shelf: Library) -> None:
    win = a_win("Harlow again", happened_on=date(2025, 1, 1), theme="cash", competencies=("forecasting",))
    shelf.add(win)
    assert found(shelf, "harlow", period=parse_period("2025")) == ["Harlow again"]
    assert found(shelf, "harlow", theme="cash") == ["Harlow again"]
    assert found(shelf, "harlow", competency="forecasting") == ["Harlow again"]
    assert found(shelf, "harlow", has_number=True) == []
    assert len(found(shelf, "harlow", has_number=False)) == 2


def test_trash_is_searched_apart(shelf: Library) -> None:
    (win,) = shelf.journal.find(WinQuery(text="harlow"))
    moved = shelf.journal.move_to_trash([win.id])
    assert found(shelf, "harlow") == []
    assert found(shelf, "harlow", trashed=True) == [win.headline]
    shelf.edits.apply(moved.inverse())
    assert found(shelf, "harlow") == [win.headline]


def test_index_can_be_written_afresh(shelf: Library) -> None:
    connection = shelf.store.connection
    connection.execute("INSERT INTO win_fts(win_fts) VALUES ('delete-all')")
    assert found(shelf, "harlow") == []
    search.rebuild(connection)
    assert len(found(shelf, "harlow")) == 1


def test_words_of_removed_wins_leave_the_file(shelf: Library) -> None:
    shelf.add(a_win("Secretword", private_notes="Secretnote"))
    (win,) = shelf.journal.find(WinQuery(text="secretword"))
    shelf.journal.move_to_trash([win.id])
    shelf.journal.empty_trash()
    shelf.close()
    content = shelf.paths.database.read_bytes().lower()
    assert b"secretword" not in content
    assert b"secretnote" not in content


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=values.texts, asked=values.texts)
def test_any_bullet_is_found_by_its_words_and_anything_may_be_asked(library: Library, text: str, asked: str) -> None:
    bullet = a_bullet(f"Settled {text}")
    with library.store.write() as unit:
        unit.bullets.put(bullet)
        unit.commit()
    assert bullet.id in {found.id for found in library.store.glance.find_bullets("settl", 9)}
    library.store.glance.find_bullets(asked, 9)
    with library.store.write() as unit:
        unit.bullets.remove(bullet.id)
        unit.commit()
    assert library.store.glance.find_bullets("settled", 9) == ()
