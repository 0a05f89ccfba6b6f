"""Importing a list of wins: looked at first, taken as it stands, undone in one step, never twice."""

import csv
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arcareer.content.library import ContentLibrary
from arcareer.domain.journal import Win
from arcareer.domain.periods import ALL_TIME
from arcareer.domain.win_lists import WinQuery
from arcareer.progress import Cancelled
from arcareer.reading.candidates import CandidateReading, WinCandidate
from arcareer.services.capture import CaptureService
from arcareer.services.win_import import WinImportService
from tests.support.builders import Library, a_draft

BULLETS = Path(__file__).parents[4] / "shared" / "devset" / "bullets.jsonl"


@pytest.fixture
def importing(library: Library) -> WinImportService:
    content = ContentLibrary()
    capture = CaptureService(library.customers, content)
    library.store.subscribe(capture.heed)
    return WinImportService(
        library.journal, library.edits, capture, library.customers, content=content, clock=library.clock
    )


def table(path: Path, rows: Iterable[Iterable[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def wins(library: Library) -> tuple[Win, ...]:
    return library.journal.wins(ALL_TIME)


def a_candidate(headline: str, **fields: object) -> WinCandidate:
    values: dict[str, object] = {
        "happened_on": None, "details": "", "theme_text": "", "customer_text": "", "source_line": 1, "raw": headline,
    }  # fmt: skip
    return WinCandidate(headline=headline, **(values | fields))  # type: ignore[arg-type]


def test_a_table_becomes_wins_with_what_the_sentences_say(
    importing: WinImportService, library: Library, tmp_path: Path
) -> None:
    library.customers.add("Orchid Mills")
    rows = [
        ("Date", "Win", "Theme", "Notes", "Customer"),
        ("2026-03-06", "Collected $4,200 that was 80 days overdue", "Cash in", "Three calls", "Orchid Mills"),
        ("2026-03-09", "Sales thanked me for the clean hand-over", "", "", "Unheard Of Ltd"),
    ]
    preview = importing.preview(table(tmp_path / "wins.csv", rows))
    assert [one.theme for one in preview.candidates] == ["cash", "teamwork"]
    assert preview.new_customers == ("Unheard Of Ltd",)
    importing.take(preview.candidates)
    later, first = wins(library)
    assert (first.headline, first.happened_on, first.action) == (rows[1][1], date(2026, 3, 6), "Three calls")
    assert [figure.after for figure in first.figures] == [4200, 80, 3]
    assert first.customers == tuple(customer.id for customer in library.customers.all())
    assert later.customers == ()
    assert later.private_notes == "Customer in the file: Unheard Of Ltd"


def test_a_customer_the_user_accepts_is_added_and_linked(
    importing: WinImportService, library: Library, tmp_path: Path
) -> None:
    rows = [("Win", "Customer"), ("Got the July invoices paid", "Fenwick Foods"), ("Fenwick Foods agreed a plan", "")]
    preview = importing.preview(table(tmp_path / "wins.csv", rows))
    importing.take(preview.candidates, preview.new_customers)
    (fenwick,) = library.customers.all()
    assert all(win.customers == (fenwick.id,) and not win.private_notes for win in wins(library))


def test_the_same_file_twice_brings_nothing_new(importing: WinImportService, library: Library, tmp_path: Path) -> None:
    rows = [("Date", "Win"), ("2026-03-06", "Collected $4,200"), ("", "Trained a new starter")]
    path = table(tmp_path / "wins.csv", rows)
    importing.take(importing.preview(path).fresh)
    again = importing.preview(path)
    assert [one.already_there for one in again.candidates] == [True, True]
    assert again.fresh == ()
    assert importing.take(again.fresh).edits == ()
    assert len(wins(library)) == 2


def test_the_same_sentence_on_another_day_is_another_win(importing: WinImportService, library: Library) -> None:
    library.journal.log_win(a_draft("Closed the month on day two", happened_on=date(2026, 2, 3)))
    same = a_candidate("closed the month  on day two", happened_on=date(2026, 2, 3))
    other = a_candidate("Closed the month on day two", happened_on=date(2026, 3, 3))
    preview = importing.compare(CandidateReading((same, other), ()))
    assert [one.already_there for one in preview.candidates] == [True, False]


def test_a_win_in_the_trash_can_come_back_by_import(importing: WinImportService, library: Library) -> None:
    edit = library.journal.log_win(a_draft("Closed the month on day two"))
    library.journal.move_to_trash([edit.entity_id])
    preview = importing.compare(CandidateReading((a_candidate("Closed the month on day two"),), ()))
    assert [one.already_there for one in preview.candidates] == [False]


def test_an_import_is_undone_and_redone_in_one_step(importing: WinImportService, library: Library) -> None:
    library.journal.log_win(a_draft("Mine from before"))
    before = wins(library)
    found = (a_candidate("Collected $4,200"), a_candidate("Fixed the aging report", customer_text="Fenwick Foods"))
    group = importing.take(importing.compare(CandidateReading(found, ())).candidates, ["Fenwick Foods"])
    assert group.label == "Import 2 wins"
    after = wins(library)
    library.edits.apply(group.inverse())
    assert wins(library) == before
    assert library.customers.all() == ()
    library.edits.apply(group)
    assert wins(library) == after


def test_stopping_an_import_leaves_the_library_as_it_was(importing: WinImportService, library: Library) -> None:
    found = importing.compare(CandidateReading(tuple(a_candidate(f"Win {n}") for n in range(5)), ())).candidates

    def stop(done: int, total: int, note: str = "") -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        importing.take(found, progress=stop)
    assert library.journal.count(WinQuery()) == 0


@pytest.mark.parametrize(
    ("theme_text", "theme"),
    [("Cash in", "cash"), ("RISK", "risk"), ("dispute_resolution", "disputes"), ("ERP and tools", "process"),
     ("Collections", "cash"), ("Sonstiges", "")],
)  # fmt: skip
def test_a_theme_of_the_file_is_understood(importing: WinImportService, theme_text: str, theme: str) -> None:
    preview = importing.compare(CandidateReading((a_candidate("Had a good day", theme_text=theme_text),), ()))
    assert preview.candidates[0].theme == theme


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80).map(str.strip).filter(bool),
        max_size=6,
        unique=True,
    )
)
def test_sentences_arrive_exactly_as_they_stand(
    importing: WinImportService, library: Library, sentences: list[str]
) -> None:
    group = importing.take(importing.compare(CandidateReading(tuple(map(a_candidate, sentences)), ())).candidates)
    assert {win.headline for win in wins(library)} >= set(sentences)
    assert len(group.edits) == len(sentences)


def test_sixty_two_real_bullets_all_arrive(importing: WinImportService, library: Library, tmp_path: Path) -> None:
    if not BULLETS.exists():
        pytest.skip("the bullets of the optional data folder are not here")
    lines = BULLETS.read_text(encoding="utf-8").splitlines()[:62]
    texts = [json.loads(line)["text"] for line in lines]
    preview = importing.preview(table(tmp_path / "bullets.csv", [("text",), *((text,) for text in texts)]))
    importing.take(preview.candidates)
    assert sorted(win.headline for win in wins(library)) == sorted(texts)
    assert len({win.theme for win in wins(library)} - {""}) == 6
    assert sum(win.has_number for win in wins(library)) > 25
