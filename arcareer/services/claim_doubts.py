"""What a reader would ask about the figures of a win: arithmetic first, then how far it is from what others reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from arcareer.domain.figures import Figure, FigureScope, Unit
from arcareer.domain.plausibility import Claim, Judgement, examine, place
from arcareer.domain.plausibility_bands import Level
from arcareer.prose.claim_figures import claim_of, metric_of

if TYPE_CHECKING:
    from arcareer.domain.journal import Win


class Weight(StrEnum):
    """How heavy a doubt is: it cannot be, it needs proof and a named tool or person, or it needs proof."""

    IMPOSSIBLE = "impossible"
    STRONG = "strong"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class ClaimDoubt:
    """One doubt in a sentence; `rule` is the number of the rule, or the id of the band."""

    rule: str
    weight: Weight
    words: str


_STRONG = "A figure this good needs proof, and the tool or the people behind it by name."
_ASK = "A figure this good needs proof: attach it, or say where it comes from."


def doubts_about(text: str, figures: Sequence[Figure] = ()) -> tuple[ClaimDoubt, ...]:
    """Return the doubts about a line and the figures kept with it, each once, the heaviest first.

    Bands are for the result of one person, so a figure of a team or the company is not judged by them.
    """
    said = claim_of(text)
    claims = [said, *(_claim_of_figure(figure, said) for figure in figures if figure.before is not None)]
    by_one = all(figure.scope in (FigureScope.MINE, FigureScope.PORTFOLIO) for figure in figures)
    found = [doubt for claim in claims for doubt in _doubts(claim, by_one=by_one)]
    unique = {(doubt.rule, doubt.words): doubt for doubt in found}
    return tuple(sorted(unique.values(), key=lambda doubt: list(Weight).index(doubt.weight)))


def doubts_about_win(win: Win) -> tuple[ClaimDoubt, ...]:
    """Return the doubts about a win's headline with its figures, and about its outcome, the heaviest first.

    Where the win names its proof, only what cannot be or is not said whole is doubted: how good it is needs no more.
    """
    found = dict.fromkeys((*doubts_about(win.headline, win.figures), *doubts_about(win.outcome, ())))
    is_proven = bool(win.proof.strip() or win.evidence)
    doubts = [doubt for doubt in found if not (is_proven and doubt.words in (_STRONG, _ASK))]
    return tuple(sorted(doubts, key=lambda doubt: list(Weight).index(doubt.weight)))


def _claim_of_figure(figure: Figure, said: Claim) -> Claim:
    """Return a kept figure as a claim, with what the line says beside it."""
    return replace(
        said,
        metric=metric_of(figure.measure.lower()) or said.metric,
        before=figure.before,
        after=figure.after,
        is_percent=figure.unit is Unit.PERCENT,
        by=None,
        by_percent=None,
    )


def _doubts(claim: Claim, *, by_one: bool) -> Iterator[ClaimDoubt]:
    for doubt in examine(claim):
        weight = Weight.IMPOSSIBLE if doubt.judgement is Judgement.IMPOSSIBLE else Weight.ASK
        yield ClaimDoubt(doubt.rule, weight, doubt.words)
    for placed in place(claim) if by_one else ():
        if placed.level is Level.BEYOND:
            yield ClaimDoubt(placed.band.id, Weight.STRONG, placed.band.beyond)
        elif placed.level is Level.STRONG:
            yield ClaimDoubt(placed.band.id, Weight.STRONG, _STRONG)
        elif placed.level is Level.ASK:
            yield ClaimDoubt(placed.band.id, Weight.ASK, _ASK)
