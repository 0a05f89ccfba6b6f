"""Units of work: all or nothing, one at a time, heard by listeners, told apart from faults of the disk."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import textwrap
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.win_lists import WinQuery
from arcareer.errors import StaleEdit
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.checksums import damaged_rows, miscounts
from tests.support.builders import Library, a_customer, a_draft, a_figure, a_win

FIRST_PAINT = """
    import sys
    from datetime import UTC, date, datetime
    from pathlib import Path

    from arcareer.clock import SystemClock
    from arcareer.domain.win_lists import WinQuery
    from arcareer.services.agenda import AgendaService
    from arcareer.services.checklist import ChecklistService
    from arcareer.services.customers import CustomerService
    from arcareer.services.drafts import DraftService
    from arcareer.services.editing import EditService
    from arcareer.services.evidence import EvidenceService
    from arcareer.services.home import HomeService
    from arcareer.services.journal import JournalService
    from arcareer.storage.connection import open_connection
    from arcareer.storage.schema import create_library
    from arcareer.storage.store import Store

    database = Path(sys.argv[1])
    create_library(database)
    store = Store(open_connection(database), database, SystemClock())
    HomeService(store).glance(date(2026, 10, 16))
    store.glance.find(WinQuery(text="harbour"), 50)
    DraftService(store, SystemClock()).keep("capture", "Collected")
    CustomerService(store, EditService(store)).matcher().find("Collected from Harlow")
    heavy = sorted({name.partition(".")[0] for name in sys.modules} & {"sqlalchemy", "alembic", "lxml", "PySide6"})
    print(*heavy)
    store.close()
"""


def test_warming_up_loads_sqlalchemy_ahead() -> None:
    code = "import sys; from arcareer.storage.store import warm_up; warm_up(); print('sqlalchemy.orm' in sys.modules)"
    command = [sys.executable, "-W", "error", "-c", code]
    result = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert result.stdout.split() == ["True"]


def wins_by_sql(library: Library) -> int:
    ((number,),) = library.store.connection.execute("SELECT count(*) FROM wins").fetchall()
    return int(number)


def test_first_page_and_drafts_need_no_sqlalchemy(tmp_path: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(FIRST_PAINT), str(tmp_path / "arcareer.db")]
    result = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert result.stdout.split() == []


def test_nothing_is_kept_without_commit(library: Library) -> None:
    with library.store.write() as unit:
        unit.wins.put(a_win())
    assert library.journal.count(WinQuery()) == 0
    assert library.published == []


def test_an_exception_takes_everything_back(library: Library) -> None:
    def put_and_stumble() -> None:
        with library.store.write() as unit:
            unit.wins.put(a_win())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        put_and_stumble()
    library.add(a_win())
    assert library.journal.count(WinQuery()) == 1


def test_units_of_work_do_not_nest(library: Library) -> None:
    with library.store.write(), pytest.raises(RuntimeError, match="nest"), library.store.read():
        pass
    library.add(a_win())


def test_another_thread_waits_for_its_turn(library: Library) -> None:
    counted: list[int] = []
    with library.store.write() as unit:
        unit.wins.put(a_win())
        thread = threading.Thread(target=lambda: counted.append(library.journal.count(WinQuery())))
        thread.start()
        thread.join(0.05)
        assert counted == []
        unit.commit()
    thread.join(10)
    assert counted == [1]


def test_listeners_are_called_when_the_transaction_is_over(library: Library) -> None:
    seen: list[int] = []

    def look(_changes: ChangeSet) -> None:
        assert not library.store.connection.in_transaction
        seen.append(len(library.journal.get_many([win.id])))

    win = a_win()
    library.store.subscribe(look)
    library.add(win)
    assert seen == [1]
    assert library.published == [ChangeSet(frozenset({(EntityKind.WIN, win.id)}))]


def test_guard_stops_commits_and_drafts(library: Library) -> None:
    class ReplacedError(Exception):
        pass

    def refuse() -> None:
        raise ReplacedError

    library.store.guard = refuse
    with pytest.raises(ReplacedError):
        library.journal.log_win(a_draft())
    with pytest.raises(ReplacedError):
        library.drafts.keep("capture", "text")
    library.store.guard = lambda: None
    assert (wins_by_sql(library), library.drafts.all(), library.published) == (0, (), [])
    library.journal.log_win(a_draft())
    assert wins_by_sql(library) == 1


def test_full_disk_is_a_problem_that_passes(library: Library) -> None:
    connection = library.store.connection
    ((pages,),) = connection.execute("PRAGMA page_count").fetchall()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    for save in (
        lambda: library.journal.log_win(a_draft(situation="x" * 500_000)),
        lambda: library.drafts.keep("capture", "x" * 500_000),
    ):
        with pytest.raises(LibraryProblem) as told:
            save()
        assert told.value.kind is ProblemKind.DISK_FULL
    assert (wins_by_sql(library), library.published) == (0, [])
    connection.execute(f"PRAGMA max_page_count = {pages + 10_000}")
    library.journal.log_win(a_draft(situation="x" * 500_000))
    assert wins_by_sql(library) == 1


def test_write_that_meets_another_version_is_stale(library: Library) -> None:
    customer = a_customer()
    with library.store.write() as unit:
        unit.customers.put(customer)
        unit.commit()
    library.store.connection.execute(
        "CREATE TEMP TRIGGER other BEFORE UPDATE ON main.customers BEGIN SELECT raise(IGNORE); END"
    )
    with pytest.raises(StaleEdit):
        library.customers.save(customer, replace(customer, name="Other name"))
    assert library.customers.get(customer.id) == customer


def test_every_change_raises_the_version(library: Library) -> None:
    win = a_win()
    library.add(win)
    library.journal.save(win, replace(win, outcome="Paid"))
    assert library.store.connection.execute("SELECT version FROM wins").fetchall() == [(2,)]


def test_row_sums_and_counts_follow_every_change(library: Library) -> None:
    win = a_win(figures=(a_figure(), a_figure(5)), colleagues=("Ana", "Ben"), competencies=("forecasting",))
    library.add(win, a_win())
    shorter = replace(win, figures=(a_figure(7),), colleagues=("Ben",))
    library.journal.save(win, shorter)
    library.journal.move_to_trash([win.id])
    library.journal.empty_trash()
    library.customers.add("Harlow Foods", spellings=("Harlow", "HF Ltd"))
    connection = library.store.connection
    assert damaged_rows(connection) == ()
    assert miscounts(connection) == ()
    assert connection.execute("SELECT value FROM meta WHERE key = 'rows:customer_spellings'").fetchall() == [("2",)]


def test_row_changed_behind_our_back_is_noticed(library: Library) -> None:
    win = a_win()
    library.add(win, a_win())
    connection = library.store.connection
    connection.execute("UPDATE wins SET headline = headline || '!' WHERE id = ?", (str(win.id),))
    assert [damaged.key for damaged in damaged_rows(connection)] == [(str(win.id),)]


def test_closed_store_gives_the_file_back(library: Library) -> None:
    library.add(a_win())
    library.close()
    with sqlite3.connect(library.paths.database, timeout=0) as other:
        assert other.execute("SELECT count(*) FROM wins").fetchall() == [(1,)]
    other.close()
