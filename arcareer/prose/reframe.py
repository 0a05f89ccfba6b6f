"""Analysis of a weakness and how it is told: clichés, what rules one out, the step taken and the sign it works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcareer.prose.answers import Defect, blame_weight, defect, pattern, quality
from arcareer.prose.evidence import read
from arcareer.prose.figure_kinds import FigureKind

if TYPE_CHECKING:
    from arcareer.prose.evidence import Reading


@dataclass(frozen=True, slots=True)
class ReframeAnalysis:
    """What was found: the words of the step and of the evidence (empty when missing), defects and quality."""

    step: str
    evidence: str
    defects: tuple[Defect, ...]
    quality: int


def analyse(weakness: str, reframe: str) -> ReframeAnalysis:
    """Analyse a named weakness and its reframe."""
    told = read(reframe)
    step, proof = _step(told), _evidence(told)
    found = tuple(_defects(weakness, told, step, proof))
    return ReframeAnalysis(step, proof, found, quality(found))


def _step(told: Reading) -> str:
    match = pattern("step").search(told.lower)
    if match is None or (pattern("weak_step").search(told.lower) and not told.metrics and not _second_step(told)):
        return ""
    return told.piece(match.start(), match.end())


def _second_step(told: Reading) -> bool:
    """An intention beside a step that was taken does not undo the step."""
    bare = pattern("weak_step").sub(" ", told.lower)
    return pattern("step").search(bare) is not None


def _evidence(told: Reading) -> str:
    if match := pattern("evidence").search(told.lower):
        return told.piece(match.start(), match.end())
    measured = [figure for figure in told.metrics if figure.is_outcome or figure.is_pair]
    dated = any(figure.kind in (FigureKind.DATE, FigureKind.QUARTER) for figure in told.figures)
    if measured and (dated or measured[0].kind is not FigureKind.COUNT):
        return measured[0].text
    return ""


def _defects(weakness: str, told: Reading, step: str, proof: str) -> list[Defect]:
    text = f"{weakness}. {told.text}".lower()
    names: list[str] = []
    solved = bool(step and proof)
    if pattern("cliche").search(text) and not solved:
        names.append("cliche")
        if pattern("humble").search(text):
            names.append("humblebrag")
    if _rules_out(text, step=step, solved=solved):
        names.append("disqualifying")
    if not step:
        names.append("no_action")
    if not proof:
        names.append("no_evidence")
    if blame_weight(told.text) >= 1:
        names.append("blame")
    if _cannot_be_pictured(told, names, solved=solved):
        names.append("too_vague")
    return [defect("reframe", name) for name in names]


def _rules_out(text: str, *, step: str, solved: bool) -> bool:
    if pattern("disqualifying_hard").search(text):
        return not solved
    return pattern("disqualifying_soft").search(text) is not None and not step


def _cannot_be_pictured(told: Reading, names: list[str], *, solved: bool) -> bool:
    if solved or {"cliche", "disqualifying", "blame"}.intersection(names):
        return False
    particular = len(told.rare) + len(told.terms) + len(told.metrics)
    return pattern("vague_answer").search(told.lower) is not None and particular <= 1
