"""Analysis of a STAR answer: length, balance, who acts, whether the result is measured, and its defects."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from arcareer.prose.answers import Defect, blame_weight, defect, pattern, promise_words, quality
from arcareer.prose.clarity import verbs
from arcareer.prose.evidence import Reading, read
from arcareer.prose.figure_kinds import FigureKind
from arcareer.prose.lexicons import verb_forms
from arcareer.prose.patterns import compiled

WORDS_A_MINUTE: Final = 130
SHORTEST: Final = 45
LONGEST: Final = 330
LARGEST_SITUATION: Final = 0.40
PARTS: Final = ("situation", "task", "action", "result")


@dataclass(frozen=True, slots=True)
class StarAnswer:
    """The four parts as written."""

    situation: str
    task: str
    action: str
    result: str

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Name and text of each part."""
        return tuple((name, getattr(self, name)) for name in PARTS)

    @property
    def whole(self) -> str:
        """All parts as one text."""
        return " ".join(text.strip() for _, text in self.parts if text.strip())


@dataclass(frozen=True, slots=True)
class StarAnalysis:
    """What was found in an answer. `words` per part, `seconds` spoken, "I" and "we" counted in the action."""

    words: tuple[tuple[str, int], ...]
    seconds: int
    own: int
    shared: int
    passive: int
    steps: int
    figures: tuple[str, ...]
    defects: tuple[Defect, ...]
    quality: int


def analyse(answer: StarAnswer) -> StarAnalysis:
    """Analyse an answer; empty parts are allowed and become defects."""
    action = read(answer.action)
    counts = tuple((name, len(text.split())) for name, text in answer.parts)
    total = sum(count for _, count in counts)
    found = (*_missing(answer), *_lengths(dict(counts), total), *_content(answer, action))
    order = {name: index for index, name in enumerate(_ORDER)}
    defects = tuple(sorted(found, key=lambda one: order[one.id]))
    return StarAnalysis(
        words=counts,
        seconds=round(total * 60 / WORDS_A_MINUTE),
        own=len(pattern("own_subject").findall(action.lower)),
        shared=len(pattern("team_subject").findall(action.lower)),
        passive=len(compiled("claims", "passive").findall(action.lower)),
        steps=_steps(action),
        figures=tuple(figure.text for figure in read(answer.result).metrics),
        defects=defects,
        quality=quality(defects),
    )


_ORDER: Final = (
    *("missing_situation", "missing_task", "missing_action", "missing_result", "no_metric", "we_not_I", "blame"),
    *("vague_action", "overlong_situation", "too_short", "too_long", "overpromise"),
)


def _says_nothing(text: str) -> bool:
    return pattern("says_nothing").match(text.strip().lower()) is not None


def _missing(answer: StarAnswer) -> list[Defect]:
    return [defect("star", f"missing_{name}") for name, text in answer.parts if _says_nothing(text)]


def _lengths(counts: dict[str, int], total: int) -> list[Defect]:
    found: list[Defect] = []
    situation = counts["situation"]
    if total >= SHORTEST and (situation > LARGEST_SITUATION * total or situation > counts["action"] > 0):
        found.append(defect("star", "overlong_situation"))
    if total < SHORTEST:
        found.append(defect("star", "too_short"))
    if total > LONGEST:
        found.append(defect("star", "too_long"))
    return found


def _content(answer: StarAnswer, action: Reading) -> list[Defect]:
    found: list[Defect] = []
    if not _is_measured(answer):
        found.append(defect("star", "no_metric"))
    if _told_as_we(action):
        found.append(defect("star", "we_not_I"))
    if blame_weight(answer.whole) >= 2:
        found.append(defect("star", "blame"))
    if not _says_nothing(answer.action) and _is_vague(action):
        found.append(defect("star", "vague_action"))
    if words := promise_words(answer.whole):
        found.append(defect("star", "overpromise", words))
    return found


def _is_measured(answer: StarAnswer) -> bool:
    """A figure in the result, or "in full" of an amount named before."""
    if read(answer.result).metrics:
        return True
    named = read(f"{answer.situation} {answer.task}").metrics
    in_full = pattern("in_full").search(answer.result.lower())
    return in_full is not None and any(figure.kind is FigureKind.MONEY for figure in named)


def _told_as_we(action: Reading) -> bool:
    """Mainly we, the team or the passive."""
    own = len(pattern("own_subject").findall(action.lower))
    shared = len(pattern("team_subject").findall(action.lower))
    passive = len(compiled("claims", "passive").findall(action.lower))
    return shared + passive > own and (shared > 0 or passive > 1 or own == 0)


@cache
def _vague_verbs() -> frozenset[str]:
    vague = (
        *(
            "look",
            "make",
            "do",
            "take",
            "use",
            "get",
            "handle",
            "manage",
            "work",
            "help",
            "support",
            "try",
            "communicate",
        ),
        *(
            "ensure",
            "share",
            "deal",
            "follow",
            "keep",
            "go",
            "be",
            "have",
            "give",
            "learn",
            "focus",
            "engage",
            "liaise",
        ),
        *(
            "coordinate",
            "let",
            "see",
            "say",
            "know",
            "need",
            "want",
            "start",
            "begin",
            "perform",
            "implement",
            "improve",
        ),
        *("facilitate", "utilise", "apply", "put", "assist", "participate", "attempt", "address", "provide", "act"),
    )
    return frozenset(verb_forms(vague))


def _steps(action: Reading) -> int:
    """Concrete acts named in the action."""
    concrete = verbs() - _vague_verbs()
    return len({token.word for token in action.tokens if token.word in concrete and not token.word.endswith("s")})


def _is_vague(action: Reading) -> bool:
    """Fewer than two concrete steps, and little that could be pictured."""
    things = len(action.rare) + len(action.terms) + len(action.metrics) + len(pattern("channel").findall(action.lower))
    instruments = len(compiled("particulars", "how").findall(action.lower))
    steps = _steps(action)
    vague = len(pattern("vague_step").findall(action.lower))
    if vague >= 2 and steps <= vague + 1 and len(action.rare) + len(action.metrics) + instruments <= 2:
        return True
    return steps <= min(vague, 1) or (things + instruments == 0 and steps < 4)
