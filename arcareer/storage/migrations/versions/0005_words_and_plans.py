"""Messages of the user's own, what was sent, playbook runs, 30-day plans and reviews.

Each is kept as a whole, as JSON in `content`; the columns beside it are those it is found by.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _create("own_scripts", "replaces")
    _create("remembered_blanks")
    _create("contact_notes", "customer", "noted_at")
    op.create_index("ix_contact_notes_customer", "contact_notes", ["customer"])
    _create("playbook_runs", "started_at", names_win=True)
    _create("plans", names_win=True)
    _create("reviews")


def _create(table: str, *texts: str, names_win: bool = False) -> None:
    columns: list[sa.Column[str] | sa.Constraint] = [
        sa.Column(name, sa.Text, nullable=False) for name in ("id", *texts, "content")
    ]
    if names_win:
        columns.append(sa.Column("win_id", sa.Text, nullable=True))
        columns.append(
            sa.ForeignKeyConstraint(["win_id"], ["wins.id"], name=f"fk_{table}_win_id_wins", ondelete="RESTRICT")
        )
    op.create_table(
        table,
        *columns,
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("row_sum", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    if names_win:
        op.create_index(f"ix_{table}_win_id", table, ["win_id"])
