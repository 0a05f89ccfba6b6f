"""Analysis of a weakness and how it is told: clichés, what rules one out, the step taken and the sign it works."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcareer.prose.answers import Defect, defect, pattern, puts_it_on_others, quality
from arcareer.prose.evidence import read

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
    return next((words for words in map(_measured, _clauses(told)) if words), "")


def _clauses(told: Reading) -> list[str]:
    return re.split(r"[.;!?]\s|,? and |, (?:and|but|so) ", told.text)


def _measured(clause: str) -> str:
    """A figure in a clause that does not itself tell of the step: "this year I answered all 22 in two days"."""
    reading = read(clause)
    if pattern("step").search(reading.lower) and not any(figure.is_outcome for figure in reading.metrics):
        return ""
    shown = [figure for figure in reading.metrics if figure.is_outcome or figure.is_pair or figure.has_time_frame]
    return shown[0].text if shown else ""


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
    if puts_it_on_others(told.text):
        names.append("blame")
    if _cannot_be_pictured(told, names, solved=solved):
        names.append("too_vague")
    return [defect("reframe", name) for name in names]


def _rules_out(text: str, *, step: str, solved: bool) -> bool:
    """A core skill or a matter of integrity, unless what was done about it is told well enough."""
    if solved:
        return False
    if pattern("disqualifying_hard").search(text) or pattern("disqualifying_core").search(text):
        return True
    return pattern("disqualifying_soft").search(text) is not None and not step


def _cannot_be_pictured(told: Reading, names: list[str], *, solved: bool) -> bool:
    if solved or {"cliche", "disqualifying", "blame"}.intersection(names):
        return False
    particular = len(told.rare) + len(told.terms) + len(told.metrics)
    return pattern("vague_answer").search(told.lower) is not None and particular <= 1
