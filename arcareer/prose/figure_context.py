"""What the sentence around a figure says about it: direction, outcome or scope, baseline, time frame."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from arcareer.prose.figure_kinds import FigureKind, FigureMention
from arcareer.prose.lexicons import lexicon, verb_forms
from arcareer.prose.patterns import compiled
from arcareer.prose.phrases import PhraseSet, tokens

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_WINDOW: Final = 110
_MOST: Final = 60  # a "sentence" with more numbers than this is a table, and its words say nothing about them
_SHARES: Final = frozenset(
    {FigureKind.PERCENT, FigureKind.POINTS, FigureKind.RATIO, FigureKind.FRACTION, FigureKind.MULTIPLE}
)
_TIMED: Final = frozenset({FigureKind.YEAR, FigureKind.DATE, FigureKind.QUARTER})
_VERB_LISTS: Final = ("down", "up", "gain", "reach", "finish", "finish_money", "loss", "scope")
_FALLS: Final = frozenset({"reduction", "decrease", "drop", "decline", "fall", "cut", "shortening"})
_LESS: Final = frozenset({"fewer", "less", "faster", "sooner", "reduction", "decrease", "lower"})
_PAST_OR_ING: Final = ("ed", "ing", "ran", "led", "sent", "paid", "kept", "wrote", "built", "dealt")
_SMALL_NOUNS: Final = (
    *("compan", "compon", "firm", "entit", "location", "ledger", "department", "branch", "office", "subsidiar"),
    *(
        "division",
        "bank",
        "page",
        "site",
        "other",
        "team",
        "book",
        "system",
        "people",
        "person",
        "busi",
        "store",
        "account",
    ),
)


def _pattern(name: str) -> re.Pattern[str]:
    return compiled("figure-context", name)


@cache
def _groups() -> dict[str, frozenset[str]]:
    groups = {name: frozenset(verb_forms(lexicon("change")[name])) for name in _VERB_LISTS}
    # "invoices", "calls" and "reviews" are nouns far more often than verbs
    scope = {
        form
        for form in groups["scope"]
        if form.partition(" ")[0].endswith(_PAST_OR_ING) or form.endswith((" for", " of"))
    }
    return {**groups, "scope": frozenset(scope)}


@cache
def _verbs() -> PhraseSet:
    return PhraseSet({"verb": _every_verb()})


@cache
def _directional() -> frozenset[str]:
    return _groups()["down"] | _groups()["up"]


@cache
def _every_verb() -> frozenset[str]:
    return frozenset[str]().union(*_groups().values())


def has_time_expression(lower: str, text: str) -> bool:
    """True when the text names a period; "may" counts only as the month's name."""
    for match in _pattern("time").finditer(lower):
        if match.group().endswith(" may") and not text[match.start() : match.end()].endswith("May"):
            continue
        return True
    return False


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """The clause before a figure, its last verb, the words between that verb and the figure, and what follows."""

    left: str
    verb: str
    between: str
    right: str
    timed: bool

    def verb_in(self, *groups: str) -> bool:
        return any(self.verb in _groups()[group] for group in groups)


def _surroundings(lower: str, mention: FigureMention, *, timed: bool) -> _Surroundings:
    left = lower[max(0, mention.span.start - _WINDOW) : mention.span.start]
    for mark in (";", ". ", "! ", " - "):
        cut = left.rfind(mark)
        if cut >= 0:
            left = left[cut + len(mark) :]
    verb, between = "", left
    by = left.endswith((" by ", " by about ", " by over ", " by nearly ", " by up to "))
    for hit in _verbs().find(tokens(left)):
        if not (by and verb in _directional() and hit.phrase not in _directional()):
            verb, between = hit.phrase, left[hit.end :]
    return _Surroundings(left, verb, between, lower[mention.span.end : mention.span.end + 70], timed)


def _word_beside(around: _Surroundings) -> str:
    match = _pattern("right_word").match(around.right)
    return match.group("word") if match else ""


def _direction(mention: FigureMention, around: _Surroundings) -> str:
    if mention.before is not None and mention.after is not None:
        return "down" if mention.after < mention.before else "up" if mention.after > mention.before else ""
    beside = _word_beside(around)
    words = lexicon("change")
    if beside in words["down_words"] or beside in _FALLS:
        return "down"
    if beside in words["up_words"]:
        return "up"
    if around.verb_in("down") or around.left.rstrip().endswith((" down", " off")):
        return "down"
    return "up" if around.verb_in("up") else _later_direction(mention, around)


def _later_direction(mention: FigureMention, around: _Surroundings) -> str:
    """ "a 15% fall", "12 days were cut": the verb comes after the number."""
    if mention.kind is FigureKind.COUNT:
        return ""
    head = around.right[:45].split(",")[0].split(".")[0]
    for hit in _verbs().find(tokens(head)):
        if hit.phrase in _groups()["down"]:
            return "down"
        if hit.phrase in _groups()["up"]:
            return "up"
    return ""


def _is_outcome(mention: FigureMention, around: _Surroundings) -> bool:
    return not _pattern("intended").search(around.left) and _is_reached(mention, around)


def _is_reached(mention: FigureMention, around: _Surroundings) -> bool:
    if mention.is_pair or _pattern("down_to").search(around.left):
        return True
    if mention.value == 0 and mention.kind is not FigureKind.MONEY:
        return True
    if mention.kind in _SHARES:
        return not _pattern("share_of_scope").match(around.right)
    beside = _word_beside(around)
    if _pattern("noun_before").search(around.left) or (
        beside and (mention.kind is not FigureKind.COUNT or beside in _LESS)
    ):
        return True
    if mention.kind is FigureKind.DURATION:
        return _duration_is_outcome(around)
    return mention.kind is not FigureKind.FREQUENCY and _amount_is_outcome(mention, around)


def _amount_is_outcome(mention: FigureMention, around: _Surroundings) -> bool:
    moved = around.verb_in("down", "up") or bool(_pattern("brought").search(around.left))
    gained = bool(_pattern("gained").match(around.right))
    if mention.kind is FigureKind.MONEY:
        return moved or gained or around.verb_in("gain", "finish_money", "loss")
    if gained or _pattern("then_done").match(around.right):
        return around.timed
    if (around.verb_in("scope") and not moved) or _pattern("other_phrase").search(around.between):
        return False
    return moved or (around.timed and not mention.per and around.verb_in("finish", "gain"))


def _duration_is_outcome(around: _Surroundings) -> bool:
    if _pattern("brought").search(around.left):
        return True
    if _pattern("within").search(around.left):
        return False
    saved = around.verb.startswith("sav")
    return (
        saved
        or around.verb_in("down", "up", "reach")
        or around.right.lstrip().startswith(("instead", "saved", "gained", "off"))
    )


def _is_trivial(mention: FigureMention, *, outcome: bool) -> bool:
    if outcome or mention.kind not in (FigureKind.COUNT, FigureKind.NUMBER):
        return False
    if mention.value is None or mention.per:
        return mention.value is None
    return mention.value <= 1 or (mention.value <= 3 and mention.noun.startswith(_SMALL_NOUNS))


def with_context(mentions: Iterable[FigureMention], lower: str, text: str) -> tuple[FigureMention, ...]:
    """Add direction, outcome, baseline and time frame to the metric mentions of one text."""
    found = tuple(mentions)
    if not found or len(found) > _MOST:
        return found
    timed = any(mention.kind in _TIMED for mention in found) or has_time_expression(lower, text)
    compared = bool(_pattern("baseline").search(lower))
    return tuple(_described(one, lower, timed=timed, compared=compared) if one.is_metric else one for one in found)


def _described(mention: FigureMention, lower: str, *, timed: bool, compared: bool) -> FigureMention:
    around = _surroundings(lower, mention, timed=timed)
    outcome = _is_outcome(mention, around)
    return replace(
        mention,
        direction=_direction(mention, around),
        is_outcome=outcome,
        has_baseline=mention.is_pair or (outcome and compared),
        has_time_frame=timed or bool(mention.per),
        is_trivial=_is_trivial(mention, outcome=outcome),
    )
