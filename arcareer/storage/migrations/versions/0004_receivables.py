"""Months of receivables, imported ledgers, decisions, risks and forecasts.

Each is kept as a whole, as JSON in `content`; the columns beside it are those it is found by. The documents of an
imported list lie compressed in one cell, because a list is never changed and is taken back as a whole.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _create("metric_months", "scope", "currency", "month")
    _create("metric_settings")
    _create("ledger_layouts", "fingerprint")
    _create("ledger_snapshots", "ledger", "as_of", "sha256", blob="items")
    op.create_index("ix_ledger_snapshots_ledger", "ledger_snapshots", ["ledger"])
    _create("ledger_verdicts", "ledger", names_win=True)
    op.create_index("ix_ledger_verdicts_ledger", "ledger_verdicts", ["ledger"])
    _create("collection_decisions", "decided_on", names_win=True)
    _create("board_accounts")
    _create("decision_settings")
    _create("risk_cards", names_win=True)
    _create("forecast_plans", names_win=True)


def _create(table: str, *texts: str, blob: str = "", names_win: bool = False) -> None:
    columns: list[sa.Column[str] | sa.Column[int] | sa.Column[bytes] | sa.Constraint] = [
        sa.Column(name, sa.Text, nullable=False) for name in ("id", *texts, "content")
    ]
    if blob:
        columns.append(sa.Column(blob, sa.LargeBinary, nullable=False))
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
