"""Choices for every document, and what the user said of names, numbers, claims, forms and styles.

Each is kept as a whole, as JSON in `content`. The choices for the brag sheet become choices for documents, with the
same identity; what they did not say yet takes its default when it is read.
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_CHOICES = sa.text(
    "SELECT id, period_kind, custom_period, template, sections, left_out, hide_customers, version "
    "FROM brag_sheet_choices"
)
_KEEP = sa.text(
    "INSERT INTO document_choices (id, content, version, row_sum) VALUES (:id, :content, :version, zeroblob(8))"
)


def upgrade() -> None:
    """Create the tables and carry the choices over."""
    _create("document_choices")
    _create("document_presets")
    _create("promotion_cases")
    _create("name_verdicts", "customer")
    op.create_index("ix_name_verdicts_customer", "name_verdicts", ["customer"])
    _create("accepted_numbers")
    _create("defences")
    _create("form_questions")
    _create("style_files")
    connection = op.get_bind()
    for row in connection.execute(_CHOICES).mappings().all():
        connection.execute(_KEEP, {"id": row["id"], "content": _content(row), "version": row["version"]})
    op.drop_table("brag_sheet_choices")


def _content(row: sa.RowMapping) -> str:
    choices = {
        "level": "hr-file" if row["hide_customers"] else "internal",
        "period_kind": row["period_kind"],
        "custom_period": row["custom_period"],
        "template": row["template"],
        "sections": json.loads(row["sections"]),
        "left_out": json.loads(row["left_out"]),
    }
    return json.dumps(choices, ensure_ascii=False, separators=(",", ":"))


def _create(table: str, *texts: str) -> None:
    op.create_table(
        table,
        *(sa.Column(name, sa.Text, nullable=False) for name in ("id", *texts, "content")),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("row_sum", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
