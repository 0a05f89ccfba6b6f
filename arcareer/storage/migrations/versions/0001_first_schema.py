"""The first schema: wins with their parts, customers, the checklist, dates, the owner, choices and drafts.

Nothing is deleted because something else is: no foreign key cascades, and one that protects its target says RESTRICT.
The full-text index reads the wins themselves and is kept by triggers; its row id is the place of a win.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SEARCHED = ("headline", "situation", "action", "outcome", "proof", "private_notes", "also_about")


def upgrade() -> None:
    """Create every table, the full-text index and its triggers."""
    _create_library()
    _create_customers()
    _create_wins()
    _create_win_parts()
    _create_checklist()
    _create_agenda()
    _create_search()


def _create_library() -> None:
    _create("meta", _text("key"), _text("value"), key=("key",), summed=False)
    _create("drafts", _text("key"), _text("content"), _text("kept_at"), key=("key",), summed=False)
    _create_edited(
        "owners", _text("id"), _text("name"), _text("title"), _text("employer"), _text("purpose"), key=("id",)
    )
    _create_edited(
        "brag_sheet_choices",
        _text("id"),
        _text("period_kind"),
        _text("custom_period"),
        _text("template"),
        _text("sections"),
        _text("left_out"),
        _integer("hide_customers"),
        key=("id",),
    )


def _create_customers() -> None:
    _create_edited("customers", _text("id"), _text("name"), _text("alias"), key=("id",))
    _create(
        "customer_spellings",
        _text("customer_id"),
        _integer("position"),
        _text("spelling"),
        _refers("customer_spellings", "customer_id", "customers"),
        key=("customer_id", "position"),
    )


def _create_wins() -> None:
    _create_edited(
        "wins",
        _text("id"),
        _integer("place"),
        _text("headline"),
        _text("happened_on"),
        _text("logged_at"),
        _text("trashed_at", nullable=True),
        _text("theme"),
        _text("situation"),
        _text("action"),
        _text("outcome"),
        _text("proof"),
        _text("private_notes"),
        _integer("has_number"),
        _text("also_about"),
        sa.UniqueConstraint("place", name="uq_wins_place"),
        key=("id",),
    )
    op.create_index("ix_wins_theme_place", "wins", ["theme", "place"])
    op.create_index("ix_wins_has_number_place", "wins", ["has_number", "place"])
    _create("win_versions", _text("id"), _text("win_id"), _text("replaced_at"), _text("content"), key=("id",))
    op.create_index("ix_win_versions_win_id_replaced_at", "win_versions", ["win_id", "replaced_at"])


def _create_win_parts() -> None:
    _create_part("win_competencies", _text("competency"))
    op.create_index("ix_win_competencies_competency_win_id", "win_competencies", ["competency", "win_id"])
    _create_part(
        "win_figures",
        _text("measure"),
        _text("unit"),
        _text("value_after"),
        _text("value_before", nullable=True),
        _text("currency"),
        _text("period"),
        _text("scope"),
        _text("basis"),
        _text("source"),
    )
    _create_part(
        "win_customers",
        _text("customer_id"),
        _refers("win_customers", "customer_id", "customers", restrict=True),
    )
    op.create_index("ix_win_customers_customer_id_win_id", "win_customers", ["customer_id", "win_id"])
    _create_part("win_colleagues", _text("name"))
    _create_part(
        "win_evidence",
        _text("evidence_id"),
        _text("kind"),
        _text("title"),
        _text("target"),
        _text("sha256"),
        _integer("size"),
        _text("original_name"),
    )
    op.create_index("ix_win_evidence_sha256", "win_evidence", ["sha256"])


def _create_checklist() -> None:
    _create_edited(
        "checklist_arrangements",
        _text("id"),
        _text("own_items"),
        _text("item_order"),
        _text("hidden"),
        key=("id",),
    )
    _create_edited(
        "checklist_claims",
        _text("id"),
        _text("item_key"),
        _text("period_key"),
        _text("blanks"),
        _text("result"),
        _integer("ticked"),
        key=("id",),
    )
    op.create_index("ix_checklist_claims_period_key", "checklist_claims", ["period_key"])
    _create(
        "claim_wins",
        _text("claim_id"),
        _integer("position"),
        _text("win_id"),
        _refers("claim_wins", "claim_id", "checklist_claims"),
        _refers("claim_wins", "win_id", "wins", restrict=True),
        key=("claim_id", "position"),
    )
    op.create_index("ix_claim_wins_win_id", "claim_wins", ["win_id"])


def _create_agenda() -> None:
    _create_edited("occasions", _text("id"), _text("kind"), _text("title"), _text("happens_on"), key=("id",))
    op.create_index("ix_occasions_happens_on", "occasions", ["happens_on"])
    _create_edited("away_weeks", _text("id"), _text("monday"), key=("id",))


def _create_search() -> None:
    columns = ", ".join(_SEARCHED)
    old = ", ".join(f"old.{name}" for name in ("place", *_SEARCHED))
    new = ", ".join(f"new.{name}" for name in ("place", *_SEARCHED))
    remove = f"INSERT INTO win_fts(win_fts, rowid, {columns}) VALUES ('delete', {old});"  # noqa: S608 - columns named above
    add = f"INSERT INTO win_fts(rowid, {columns}) VALUES ({new});"  # noqa: S608 - columns named above
    op.execute(
        f"CREATE VIRTUAL TABLE win_fts USING fts5({columns}, content='wins', content_rowid='place', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(f"CREATE TRIGGER wins_added AFTER INSERT ON wins BEGIN {add} END")
    op.execute(f"CREATE TRIGGER wins_removed AFTER DELETE ON wins BEGIN {remove} END")
    op.execute(f"CREATE TRIGGER wins_changed AFTER UPDATE OF place, {columns} ON wins BEGIN {remove} {add} END")


def _create_part(table: str, *columns: sa.Column[str] | sa.Column[int] | sa.ForeignKeyConstraint) -> None:
    _create(
        table,
        _text("win_id"),
        _integer("position"),
        *columns,
        _refers(table, "win_id", "wins"),
        key=("win_id", "position"),
    )


def _create_edited(table: str, *columns: sa.Column[str] | sa.Column[int] | sa.Constraint, key: tuple[str, ...]) -> None:
    _create(table, *columns, _integer("version"), key=key)


def _create(
    table: str, *columns: sa.Column[str] | sa.Column[int] | sa.Constraint, key: tuple[str, ...], summed: bool = True
) -> None:
    row_sum = (sa.Column("row_sum", sa.LargeBinary, nullable=False),) if summed else ()
    op.create_table(table, *columns, *row_sum, sa.PrimaryKeyConstraint(*key, name=f"pk_{table}"))


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _refers(table: str, column: str, target: str, *, restrict: bool = False) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{target}.id"],
        name=f"fk_{table}_{column}_{target}",
        ondelete="RESTRICT" if restrict else None,
    )
