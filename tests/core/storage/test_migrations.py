"""The migrations, the rows and the shipped snapshot describe one and the same schema."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import StaticPool, create_engine

from arcareer.domain.answers import AnswerKind, CoreSlot
from arcareer.domain.changes import EntityKind
from arcareer.domain.checks import CHECKS_ID, fingerprint
from arcareer.domain.documents import (
    CHOICES_ID,
    BragSection,
    BragTemplate,
    DisclosureLevel,
    DocumentChoices,
    NameVerdict,
    PeriodKind,
    ReviewSection,
    with_every_section,
)
from arcareer.domain.history import Month
from arcareer.domain.phrases import blanks_of
from arcareer.domain.win_lists import WinQuery
from arcareer.storage import schema
from arcareer.storage.checksums import damaged_rows, miscounts, sum_rows, summed_tables
from arcareer.storage.migrate import MOVED
from arcareer.storage.migrations.runner import revisions, upgrade
from arcareer.storage.records.printing import DOCUMENTS
from arcareer.storage.rows import BY_TABLE, Row
from arcareer.storage.rows.base import Summed
from arcareer.storage.schema import APPLICATION_ID, SCHEMA_VERSION, create_library, snapshot_of
from arcareer.storage.stored import packed, storable
from tests.support.builders import Library, a_library, a_win
from tests.support.values import texts

SAMPLES = Path(__file__).parents[2] / "data" / "databases"
WITHOUT_SUM = {"meta", "drafts"}
SINCE = {
    EntityKind.BULLET: "0002",
    EntityKind.OWN_PHRASE: "0002",
    EntityKind.WRITING_CHECKS: "0002",
    EntityKind.ANSWER: "0003",
    EntityKind.OWN_QUESTION: "0003",
    EntityKind.REHEARSAL: "0003",
    EntityKind.INTERVIEW: "0003",
    EntityKind.CRIB: "0003",
    EntityKind.METRIC_MONTH: "0004",
    EntityKind.METRIC_SETTINGS: "0004",
    EntityKind.LEDGER_LAYOUT: "0004",
    EntityKind.LEDGER_SNAPSHOT: "0004",
    EntityKind.LEDGER_VERDICT: "0004",
    EntityKind.COLLECTION_DECISION: "0004",
    EntityKind.BOARD_ACCOUNT: "0004",
    EntityKind.DECISION_SETTINGS: "0004",
    EntityKind.RISK_CARD: "0004",
    EntityKind.FORECAST_PLAN: "0004",
    EntityKind.OWN_SCRIPT: "0005",
    EntityKind.REMEMBERED_BLANKS: "0005",
    EntityKind.CONTACT_NOTE: "0005",
    EntityKind.PLAYBOOK_RUN: "0005",
    EntityKind.PLAN: "0005",
    EntityKind.REVIEW: "0005",
    EntityKind.DOCUMENT_PRESET: "0006",
    EntityKind.PROMOTION_CASE: "0006",
    EntityKind.NAME_VERDICT: "0006",
    EntityKind.ACCEPTED_NUMBER: "0006",
    EntityKind.DEFENCE: "0006",
    EntityKind.FORM_QUESTION: "0006",
    EntityKind.STYLE_FILE: "0006",
}
"""The first schema that had a kind, where it was not the very first."""


@pytest.fixture
def migrated() -> Iterator[sqlite3.Connection]:
    """Return an empty database in memory that all migrations ran on."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        upgrade(connection)
        yield connection


def test_snapshot_is_what_the_migrations_make(migrated: sqlite3.Connection) -> None:
    assert schema.SNAPSHOT.read_text("utf-8") == snapshot_of(migrated), "run tools/write_schema.py"


def test_new_library_has_the_schema_of_the_migrations(migrated: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "arcareer.db"
    create_library(path)
    with closing(sqlite3.connect(path)) as fresh:
        assert snapshot_of(fresh) == snapshot_of(migrated)
        for pragma in ("user_version", "foreign_key_check", "integrity_check"):
            found, made = (connection.execute(f"PRAGMA {pragma}").fetchall() for connection in (fresh, migrated))
            assert found == made
        assert fresh.execute("PRAGMA application_id").fetchall() == [(APPLICATION_ID,)]
    assert path.stat().st_mode & 0o777 == 0o600


def test_number_of_the_schema_is_the_newest_migration() -> None:
    assert [int(revision) for revision in revisions()] == list(range(1, SCHEMA_VERSION + 1))


def test_rows_are_the_tables_the_migrations_make(migrated: sqlite3.Connection) -> None:
    engine = create_engine("sqlite://", creator=lambda: migrated, poolclass=StaticPool)
    options = {"compare_type": True, "include_name": lambda name, *_: "_fts" not in (name or "")}
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=options), Row.metadata) == []


def test_every_table_but_two_has_sums(migrated: sqlite3.Connection) -> None:
    assert set(BY_TABLE) - {*summed_tables(migrated)} == WITHOUT_SUM
    assert {table for table, row in BY_TABLE.items() if not issubclass(row, Summed)} == WITHOUT_SUM


def test_no_foreign_key_cascades(migrated: sqlite3.Connection) -> None:
    actions = {
        (table, target): on_delete
        for table in BY_TABLE
        for _, _, target, _, _, _, on_delete, _ in migrated.execute(f"PRAGMA foreign_key_list({table})")
    }
    assert set(actions.values()) == {"NO ACTION", "RESTRICT"}
    assert actions["win_customers", "customers"] == "RESTRICT"


def test_creating_never_touches_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "arcareer.db"
    path.write_bytes(b"")
    with pytest.raises(FileExistsError):
        create_library(path)
    assert path.read_bytes() == b""
    assert [entry.name for entry in tmp_path.iterdir()] == ["arcareer.db"]


def test_stopped_creation_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken.sql"
    broken.write_text("CREATE TABLE meta (key TEXT); CREATE TABL", "utf-8")
    monkeypatch.setattr(schema, "SNAPSHOT", broken)
    with pytest.raises(sqlite3.Error):
        create_library(tmp_path / "arcareer.db")
    assert [entry.name for entry in tmp_path.iterdir()] == ["broken.sql"]


def test_migrations_refuse_to_run_with_foreign_keys_on() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(ValueError, match="foreign keys"):
            upgrade(connection)


@pytest.mark.parametrize("step", range(1, 12))
def test_migration_that_stops_half_way_leaves_nothing(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    create_table = op.create_table

    def stop_at_step(name: str, *columns: object, **options: object) -> object:
        made.append(name)
        if len(made) == step:
            raise OSError("no space left")
        return create_table(name, *columns, **options)  # type: ignore[arg-type]

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        monkeypatch.setattr(op, "create_table", stop_at_step)
        with pytest.raises(OSError, match="no space"):
            upgrade(connection)
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchall() == [(0,)]
        assert connection.execute("PRAGMA user_version").fetchall() == [(0,)]
        monkeypatch.undo()
        upgrade(connection)
        assert connection.execute("PRAGMA user_version").fetchall() == [(SCHEMA_VERSION,)]


OLD_CHOICES = "INSERT INTO brag_sheet_choices VALUES (?, ?, ?, ?, ?, ?, ?, ?, zeroblob(8))"


def with_old_choices(*values: object) -> sqlite3.Connection:
    """Return a database of the fifth schema in memory, with these choices for the brag sheet where there are any."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    upgrade(connection, "0005")
    if values:
        connection.execute(OLD_CHOICES, (str(CHOICES_ID), *values))
        sum_rows(connection)
    return connection


@settings(max_examples=settings().max_examples // 8)
@given(
    kind=st.sampled_from(PeriodKind),
    custom=texts.map(storable),
    template=st.sampled_from(BragTemplate),
    sections=st.permutations(list(BragSection)).flatmap(lambda order: st.integers(0, 6).map(lambda most: order[:most])),
    left_out=st.lists(st.sampled_from(BragSection), unique=True),
    hidden=st.booleans(),
)
def test_choices_for_the_brag_sheet_become_choices_for_documents(
    *,
    kind: PeriodKind,
    custom: str,
    template: BragTemplate,
    sections: list[BragSection],
    left_out: list[BragSection],
    hidden: bool,
) -> None:
    old = (kind.value, custom, template.value, packed(sections), packed(left_out), int(hidden), 7)
    with closing(with_old_choices(*old)) as connection:
        upgrade(connection)
        (row,) = connection.execute("SELECT id, content, version FROM document_choices").fetchall()
        assert (damaged_rows(connection), miscounts(connection)) == ((), ())
        assert connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'brag_sheet_choices'").fetchall() == []
    (shape,) = (one for one in DOCUMENTS if one.kind is EntityKind.DOCUMENT_CHOICES)
    assert row[2] == 7
    assert shape.from_rows({"id": row[0], "content": row[1]}, {}) == DocumentChoices(
        level=DisclosureLevel.HR_FILE if hidden else DisclosureLevel.INTERNAL,
        period_kind=kind,
        custom_period=custom,
        template=template,
        sections=with_every_section(tuple(sections), BragSection),
        left_out=tuple(left_out),
    )


def test_a_library_without_choices_gets_none() -> None:
    with closing(with_old_choices()) as connection:
        upgrade(connection)
        assert connection.execute("SELECT count(*) FROM document_choices").fetchall() == [(0,)]


@pytest.mark.parametrize("step", range(1, 11))
def test_choices_stay_where_they_are_when_their_migration_stops(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(act: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            made.append(act.__name__)
            if len(made) == step:
                raise OSError("no space left")
            return act(*arguments, **options)

        return run

    with closing(with_old_choices("half", "", "plain", "[]", "[]", 1, 3)) as connection:
        before = list(connection.iterdump())
        for name in ("create_table", "create_index", "drop_table"):
            monkeypatch.setattr(op, name, counted(getattr(op, name)))
        with pytest.raises(OSError, match="no space"):
            upgrade(connection)
        assert list(connection.iterdump()) == before
        assert connection.execute("PRAGMA user_version").fetchall() == [(5,)]
        monkeypatch.undo()
        upgrade(connection)
        assert connection.execute("SELECT count(*) FROM document_choices").fetchall() == [(1,)]


def test_every_released_schema_has_a_sample() -> None:
    assert sorted(path.stem for path in SAMPLES.glob("*.sql")) == list(revisions())


@pytest.mark.parametrize("revision", revisions())
def test_sample_of_every_schema_upgrades_and_keeps_its_rows(revision: str, tmp_path: Path) -> None:
    database = tmp_path / "arcareer.db"
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.executescript((SAMPLES / f"{revision}.sql").read_text("utf-8"))
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tables.remove("meta")  # counts the tables, and new ones come
        before = {
            MOVED.get(table, table): connection.execute(f"SELECT count(*) FROM {table}").fetchall() for table in tables
        }
        upgrade(connection)
        assert before == {table: connection.execute(f"SELECT count(*) FROM {table}").fetchall() for table in before}
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert (damaged_rows(connection), miscounts(connection)) == ((), ())
    library = a_library(tmp_path)
    assert_sample_is_whole(library, revision)
    library.add(a_win())
    library.close()


def assert_sample_is_whole(library: Library, revision: str) -> None:
    """Read everything a sample holds through today's repositories."""
    with library.store.read() as unit:
        stored = {kind: unit.repository(kind).all() for kind in EntityKind}
    assert {kind for kind, values in stored.items() if not values} == {
        kind for kind, since in SINCE.items() if revision < since
    }
    wins = {win.headline: win for win in stored[EntityKind.WIN]}
    full = wins["Collected $48,200 from Harlow Foods & Söhne “in full”"]
    assert (len(full.figures), len(full.customers), len(full.evidence), len(full.colleagues)) == (2, 1, 2, 2)
    assert len(library.journal.history(full.id)) == 1
    assert library.journal.count(WinQuery(text="harlow")) == 1
    assert library.journal.trash_count() == 1
    assert [draft.text for draft in library.drafts.all()] == ["half a sen"]
    if revision >= "0002":
        assert_bullets_are_whole(library, full.id)
    if revision >= "0003":
        assert_answers_are_whole(library, full.id)
    if revision >= "0004":
        assert_receivables_are_whole(library, full.id)
    assert_documents_are_whole(stored, revision, full.id)


def assert_documents_are_whole(stored: dict[EntityKind, tuple[Any, ...]], revision: str, win: UUID) -> None:
    """The choices came along from the first schema on; what else documents need is there since the sixth."""
    (choices,) = stored[EntityKind.DOCUMENT_CHOICES]
    assert (choices.id, choices.level, choices.period_kind) == (CHOICES_ID, DisclosureLevel.HR_FILE, PeriodKind.CUSTOM)
    assert (choices.custom_period, choices.left_out) == ("2026-01-01..2026-03-31", (BragSection.CHART,))
    assert (set(choices.sections), choices.review_sections) == (set(BragSection), tuple(ReviewSection))
    if revision < "0006":
        return
    (preset,), (case,) = stored[EntityKind.DOCUMENT_PRESET], stored[EntityKind.PROMOTION_CASE]
    (style,), (verdict,) = stored[EntityKind.STYLE_FILE], stored[EntityKind.NAME_VERDICT]
    assert preset.choices.heading(ReviewSection.KPIS) == "Zahlen & Söhne “<b>”"
    assert set(preset.choices.review_sections) == set(ReviewSection)
    assert (preset.choices.style, preset.choices.level) == (style.id, DisclosureLevel.OUTSIDE)
    assert (case.asked_for, [one.figure for one in case.results]) == ("Lead, AR\r\nfrom January", [1, 0])
    assert {one.win for one in case.results} == {win}
    assert verdict == NameVerdict.of(verdict.customer, "The Harlow method\nworks", is_name=False)


def assert_bullets_are_whole(library: Library, win: UUID) -> None:
    older, linked = library.store.glance.bullets()
    assert (len(older.text), older.win, older.in_brag_sheet) == (2_000, None, False)
    assert (linked.win, linked.in_brag_sheet) == (win, True)
    assert library.store.glance.find_bullets("food gro", 9) == (linked,)
    with library.store.read() as unit:
        (version,) = unit.bullet_versions.of(linked.id)
        (phrase,) = unit.own_phrases.all()
        checks = unit.writing_checks.get(CHECKS_ID)
    assert (version.text[-13:], version.score > 0, version.rubric_version) == (" 61 days → 34", True, "1")
    assert [blank.kind for blank in blanks_of(phrase.say)] == ["text", "days", "days", "period"]
    assert checks is not None
    assert fingerprint("Several", "— called SEVERAL payers") == checks.ignored[0].fingerprint


def assert_answers_are_whole(library: Library, win: UUID) -> None:
    weak, told = library.answers.all()
    (gone,) = library.answers.trash()
    assert (weak.kind, len(weak.text("weakness")), weak.core) == (AnswerKind.REFRAME, 2_000, CoreSlot.WEAKNESS)
    assert (told.win, told.marked_ready, told.cue("action")) == (win, True, "two calls")
    assert told.text("situation") == "Five invoices\nstood open.\r\n\tSince May."
    assert [version.answer.text("situation") for version in library.answers.history(told.id)] == ["Before"]
    assert [take.marks for take in library.rehearsals.of(told.id)] == [(4, 1, 5)]
    (interview,) = library.interviews.all()
    (own,) = library.questions.own()
    assert [(one.question, one.answer, one.went) for one in interview.details.asked] == [
        (own.key, told.id, 4),
        ("", None, None),
    ]
    assert library.cribs.get(interview.id).answers == (told.id, gone.id)


def assert_receivables_are_whole(library: Library, win: UUID) -> None:
    (book,) = library.metrics.books()
    (month,) = library.metrics.months(book)
    assert (month.month, month.ending_ar, month.note("dso")) == (Month(2024, 2), Decimal("1234567.80"), "Called → paid")
    assert library.metrics.settings().goal("dso", book) == Decimal("36.5")
    (head,) = library.ledgers.snapshots()
    (item,) = library.ledgers.items(head.id)
    assert (item.customer_name, item.open_amount, item.receipts[0].amount) == (
        "Harlow Foods & Söhne",
        Decimal("0.10"),
        Decimal("1.00"),
    )
    (decision,) = library.decisions.decisions()
    (risk,) = library.risks.ranked()
    (plan,) = library.forecasts.plans()
    assert (decision.win, risk.card.win, plan.win) == (win, win, win)
    assert (decision.amount_secured, risk.card.exposure) == (Decimal(48_200), Decimal("9000.5"))
    assert [made.is_untouched for made in plan.rounds] == [True]
