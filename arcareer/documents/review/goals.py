"""Goals of the cycle with what came of them, the goals of the next one, and qualities shown by wins."""

from __future__ import annotations

from collections.abc import Iterator

from arcareer.documents.blocks import Block, Column, Look, Paragraph, Row, Run, Runs, Style
from arcareer.documents.claims import kept_claim, record_claim
from arcareer.documents.review.material import ReviewMaterial
from arcareer.documents.review.pen import Pen, by_strength, paragraph, table, words_cell
from arcareer.documents.text import NOTHING, Text, joined, own
from arcareer.documents.wording import day_of
from arcareer.domain.reviews import Goal, GoalState

_MOST = 3
_STATES = {
    GoalState.OPEN: "Open",
    GoalState.REACHED: "Reached",
    GoalState.PARTLY: "Partly reached",
    GoalState.MISSED: "Missed",
    GoalState.DROPPED: "Dropped",
}
_CYCLE_COLUMNS = (Column("Goal", 38), Column("State", 16), Column("What shows it", 46))
_NEXT_COLUMNS = (Column("Goal", 50), Column("Measured by", 34), Column("Due", 16))


def goal_blocks(material: ReviewMaterial, pen: Pen) -> Iterator[Block]:
    """Yield the goals of the review's cycle with state and wins, and those of the review that follows."""
    goals = material.review.details.goals if material.review is not None else ()
    following = material.following.details.goals if material.following is not None else ()
    if goals:
        yield paragraph(Style.HEADING2, own("This cycle"))
        rows = [_row(goal, material, pen) for goal in goals]
        yield table(_CYCLE_COLUMNS, rows, "This cycle", "Goals of this cycle, their state, and the wins behind them.")
    if following:
        yield paragraph(Style.HEADING2, own("Next cycle"))
        rows = [Row(None, (_goal(one, pen), words_cell(_target(one, pen)), _due(one))) for one in following]
        yield table(_NEXT_COLUMNS, rows, "Next cycle", "Goals of the next cycle, and how each will be measured.")


def quality_blocks(material: ReviewMaterial, pen: Pen) -> Iterator[Block]:
    """Yield the qualities that wins show; one without a win is never claimed."""
    shown = {one.quality: one.wins for one in material.review.details.qualities} if material.review else {}
    for quality in material.qualities:
        wins = material.wins_of(shown.get(quality.id, ()))
        if wins:
            yield paragraph(Style.HEADING2, own(quality.label))
            for win in wins:
                yield Paragraph(style=Style.BULLET, runs=_unlinked(pen.win_runs(win)), win=win.id)


def _unlinked(runs: Runs) -> Runs:
    return tuple(Run(run.text, run.look) for run in runs)


def _row(goal: Goal, material: ReviewMaterial, pen: Pen) -> Row:
    wins = by_strength(material.wins_of(goal.wins))
    state: Runs = (Run(own(_STATES[goal.state]), Look.LIFTED),)
    if goal.due is not None:
        state += (Run(own(f"\nDue {day_of(goal.due)}", record_claim("due date of the goal")), Look.MUTED),)
    note = pen.text(goal.note, kept_claim("goal", goal.id, "note"))
    shown = (*((Run(joined((note, own("\n")))),) if note else ()), *pen.lines(wins[:_MOST], max(0, len(wins) - _MOST)))
    return Row(wins[0].id if wins else None, (_goal(goal, pen, with_target=True), state, shown))


def _goal(goal: Goal, pen: Pen, *, with_target: bool = False) -> Runs:
    text = Run(pen.text(goal.text, kept_claim("goal", goal.id, "text")))
    target = _target(goal, pen) if with_target else NOTHING
    return (text, Run(joined((own("\n"), target)), Look.MUTED)) if target else (text,)


def _target(goal: Goal, pen: Pen) -> Text:
    parts = (pen.text(getattr(goal, field), kept_claim("goal", goal.id, field)) for field in ("measure", "target"))
    return joined((part for part in parts if part), ": ")


def _due(goal: Goal) -> Runs:
    words = "" if goal.due is None else day_of(goal.due)
    return words_cell(own(words, record_claim("due date of the goal")))
