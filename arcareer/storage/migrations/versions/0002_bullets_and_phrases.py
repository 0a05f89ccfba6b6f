"""Bullets with their earlier texts, phrases of the user's own, and what the writing checks are to leave alone.

The full-text index over bullets reads the bullets themselves; its row id is the number of a bullet, which a rebuilt
table keeps, as SQLite's own row ids would not.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, the full-text index and its triggers."""
    _create(
        "bullets",
        _text("id"),
        _integer("number"),
        _text("text"),
        sa.Column("win_id", sa.Text, nullable=True),
        _integer("position"),
        _integer("in_brag_sheet"),
        _text("created_at"),
        sa.ForeignKeyConstraint(["win_id"], ["wins.id"], name="fk_bullets_win_id_wins", ondelete="RESTRICT"),
        sa.UniqueConstraint("number", name="uq_bullets_number"),
    )
    op.create_index("ix_bullets_win_id", "bullets", ["win_id"])
    _create(
        "bullet_versions",
        _text("id"),
        _text("bullet_id"),
        _text("replaced_at"),
        _text("text"),
        _integer("score"),
        _text("rubric_version"),
        edited=False,
    )
    op.create_index("ix_bullet_versions_bullet_id_replaced_at", "bullet_versions", ["bullet_id", "replaced_at"])
    _create("own_phrases", _text("id"), _text("instead_of"), _text("say"), _text("theme"), _text("created_at"))
    _create("writing_checks", _text("id"), _text("rules_off"), _text("ignored"), _text("ignored_phrases"))
    _create_search()


def _create_search() -> None:
    remove = "INSERT INTO bullet_fts(bullet_fts, rowid, text) VALUES ('delete', old.number, old.text);"
    add = "INSERT INTO bullet_fts(rowid, text) VALUES (new.number, new.text);"
    op.execute(
        "CREATE VIRTUAL TABLE bullet_fts USING fts5(text, content='bullets', content_rowid='number', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(f"CREATE TRIGGER bullets_added AFTER INSERT ON bullets BEGIN {add} END")
    op.execute(f"CREATE TRIGGER bullets_removed AFTER DELETE ON bullets BEGIN {remove} END")
    op.execute(f"CREATE TRIGGER bullets_changed AFTER UPDATE OF number, text ON bullets BEGIN {remove} {add} END")


def _create(table: str, *columns: sa.Column[str] | sa.Column[int] | sa.Constraint, edited: bool = True) -> None:
    version = (_integer("version"),) if edited else ()
    row_sum = sa.Column("row_sum", sa.LargeBinary, nullable=False)
    op.create_table(table, *columns, *version, row_sum, sa.PrimaryKeyConstraint("id", name=f"pk_{table}"))


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)
