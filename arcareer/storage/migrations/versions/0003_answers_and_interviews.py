"""STAR answers and reframes with their earlier states, own questions, rehearsals, interviews and cribs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    _create_answers()
    _create_practice()
    _create_interviews()
    _create_cribs()


def _create_answers() -> None:
    _create(
        "answers",
        _text("id"),
        _text("kind"),
        _text("title"),
        _text("question"),
        sa.Column("win_id", sa.Text, nullable=True),
        _text("core"),
        _mark("marked_ready"),
        _text("created_at"),
        sa.Column("trashed_at", sa.Text, nullable=True),
        sa.ForeignKeyConstraint(["win_id"], ["wins.id"], name="fk_answers_win_id_wins", ondelete="RESTRICT"),
    )
    op.create_index("ix_answers_win_id", "answers", ["win_id"])
    _create_part(
        "answer_parts",
        _text("answer_id"),
        _text("name"),
        _text("text"),
        _text("cue"),
        _part_of("answer_parts", "answer_id", "answers"),
    )
    _create_part(
        "answer_competencies",
        _text("answer_id"),
        _text("competency"),
        _part_of("answer_competencies", "answer_id", "answers"),
    )
    _create("answer_versions", _text("id"), _text("answer_id"), _text("replaced_at"), _text("content"), edited=False)
    op.create_index("ix_answer_versions_answer_id_replaced_at", "answer_versions", ["answer_id", "replaced_at"])


def _create_practice() -> None:
    _create(
        "own_questions",
        _text("id"),
        _text("text"),
        _text("competency"),
        _text("kind"),
        _text("levels"),
        _text("note"),
        _text("created_at"),
    )
    _create(
        "rehearsals",
        _text("id"),
        _text("answer_id"),
        _text("rehearsed_at"),
        _integer("planned_seconds"),
        _integer("spoken_seconds"),
        _text("part_seconds"),
        _mark("clear"),
        _mark("calm"),
        _mark("complete"),
        _text("note"),
        _names_an_answer("rehearsals"),
    )
    op.create_index("ix_rehearsals_answer_id", "rehearsals", ["answer_id"])


def _create_interviews() -> None:
    _create(
        "interviews",
        _text("id"),
        sa.Column("starts_at", sa.Text, nullable=True),
        _text("company"),
        _text("role"),
        _text("people"),
        _text("notes"),
        _text("advert"),
        _text("debrief"),
        _integer("is_over"),
        _text("steps_done"),
        sa.ForeignKeyConstraint(["id"], ["occasions.id"], name="fk_interviews_id_occasions", ondelete="RESTRICT"),
    )
    _create_part(
        "asked_questions",
        _text("interview_id"),
        _text("question"),
        _text("text"),
        sa.Column("answer_id", sa.Text, nullable=True),
        _mark("went"),
        _text("note"),
        _part_of("asked_questions", "interview_id", "interviews"),
        _names_an_answer("asked_questions"),
    )
    op.create_index("ix_asked_questions_answer_id", "asked_questions", ["answer_id"])


def _create_cribs() -> None:
    _create(
        "cribs",
        _text("id"),
        _text("opening"),
        _text("number"),
        _text("questions"),
        _text("private_notes"),
        _integer("hide_customers"),
    )
    _create_part(
        "crib_answers",
        _text("crib_id"),
        _text("answer_id"),
        _part_of("crib_answers", "crib_id", "cribs"),
        _names_an_answer("crib_answers"),
    )
    op.create_index("ix_crib_answers_answer_id", "crib_answers", ["answer_id"])


def _create(table: str, *columns: sa.Column[str] | sa.Column[int] | sa.Constraint, edited: bool = True) -> None:
    version = (_integer("version"),) if edited else ()
    op.create_table(table, *columns, *version, _sum(), sa.PrimaryKeyConstraint("id", name=f"pk_{table}"))


def _create_part(table: str, owner: sa.Column[str], *columns: sa.Column[str] | sa.Column[int] | sa.Constraint) -> None:
    key = sa.PrimaryKeyConstraint(owner.name, "position", name=f"pk_{table}")
    op.create_table(table, owner, _integer("position"), *columns, _sum(), key)


def _part_of(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=f"fk_{table}_{column}_{target}")


def _names_an_answer(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_answer_id_answers"
    return sa.ForeignKeyConstraint(["answer_id"], ["answers.id"], name=name, ondelete="RESTRICT")


def _sum() -> sa.Column[bytes]:
    return sa.Column("row_sum", sa.LargeBinary, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _mark(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=True)
