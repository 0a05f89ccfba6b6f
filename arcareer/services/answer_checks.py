"""The lines of the live checks: every defect the engines find, and what only shows beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from arcareer.prose.evidence import read
from arcareer.prose.lexicons import lexicon
from arcareer.prose.text import normalise, sentences
from arcareer.services.answer_reports import AnswerCheck, CheckState, PartShare

if TYPE_CHECKING:
    from arcareer.domain.answers import Answer
    from arcareer.domain.names import NameMatcher
    from arcareer.prose.answers import Defect
    from arcareer.prose.reframe import ReframeAnalysis
    from arcareer.prose.star import StarAnalysis

_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SHORT_FORM: Final = re.compile(r"(?<![\w&])[A-Z]{2,6}(?!\w)")
_LEARNED: Final = re.compile(
    r"(?<!\w)(?:now|today|since(?: then)?|still|ever since|learn(?:ed|t)?|lesson|taught me|from then on|no longer"
    r"|these days|what i took|next time|i would|every new|ours? (?:uses?|follows?)|became|stopped|stayed)(?!\w)",
    re.IGNORECASE,
)

_STAR_LINES: Final = (
    ("we_not_I", "acts"),
    ("no_metric", "number"),
    ("vague_action", "steps"),
    ("blame", "blame"),
    ("overpromise", "promise"),
    ("overlong_situation", "opening"),
)
_REFRAME_LINES: Final = (
    ("cliche", "real", "A real weakness", "Not a strength in disguise."),
    ("disqualifying", "core-duty", "Not a core duty of the job", ""),
    ("no_action", "habit", "The fix is a step you took", ""),
    ("no_evidence", "sign", "There is a sign that it works", ""),
    ("blame", "blame", "Nobody else is blamed", ""),
    ("too_vague", "picture", "The listener can picture it", ""),
)


def star_checks(
    answer: Answer, analysis: StarAnalysis, balance: Sequence[PartShare], matcher: NameMatcher
) -> Iterator[AnswerCheck]:
    """Yield the checks of a STAR answer: what is well, and each defect with its reason and question."""
    found = {defect.id: defect for defect in analysis.defects}
    shown = {defect_id for defect_id, _ in _STAR_LINES}
    well = {
        "acts": ("You are the one acting", _who_acts(analysis)),
        "number": (_number_label(analysis), ", ".join(analysis.figures)),
        "steps": ("The action has steps one can picture", ""),
        "blame": ("Nobody is blamed", ""),
        "promise": ("Nothing is overpromised", ""),
        "opening": ("The opening is short enough", ""),
    }
    for defect_id, key in _STAR_LINES:
        if defect := found.get(defect_id):
            yield _open(key, defect)
        elif not _rests(key, answer):
            label, detail = well[key]
            yield AnswerCheck(key=key, state=CheckState.OK, label=label, detail=detail)
    yield from (_open(defect.id, defect) for defect in analysis.defects if defect.id not in shown)
    yield from _beside(answer, balance, matcher)


def reframe_checks(answer: Answer, analysis: ReframeAnalysis, matcher: NameMatcher) -> Iterator[AnswerCheck]:
    """Yield the checks of a weakness answer, and how it is worded for readers."""
    found = {defect.id: defect for defect in analysis.defects}
    for defect_id, key, label, detail in _REFRAME_LINES:
        if defect := found.get(defect_id):
            yield _open(key, defect)
        else:
            yield AnswerCheck(key=key, state=CheckState.OK, label=label, detail=detail)
    if defect := found.get("humblebrag"):
        yield _open("humblebrag", defect)
    yield _ends_on_number(answer)
    yield from _costs_words(answer)
    yield from _blanks(answer)
    yield _customer(answer, matcher)


def _open(key: str, defect: Defect) -> AnswerCheck:
    return AnswerCheck(
        key=key,
        state=CheckState.OPEN,
        label=defect.label,
        detail=f"“{defect.words}”" if defect.words else "",
        why=defect.why,
        question=defect.question,
        defect=defect.id,
    )


def _rests(key: str, answer: Answer) -> bool:
    """Return whether there is nothing yet that a check could praise."""
    needed = {"acts": "action", "steps": "action", "number": "result", "opening": "situation"}.get(key)
    return needed is not None and not answer.text(needed).strip()


def _who_acts(analysis: StarAnalysis) -> str:
    return f"“I” {_times(analysis.own)}, “we” {_times(analysis.shared)}"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _number_label(analysis: StarAnalysis) -> str:
    count = len(analysis.figures)
    if not count:
        return "Result is measured against the amount named before"
    word = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"Result has {word} number{'' if count == 1 else 's'}"


def _beside(answer: Answer, balance: Sequence[PartShare], matcher: NameMatcher) -> Iterator[AnswerCheck]:
    yield from _before_and_after(answer)
    yield _customer(answer, matcher)
    yield from _short_forms(answer)
    yield from _ending(answer)
    if all(text.strip() for text in answer.texts):
        yield from (_share(share) for share in balance if not share.is_good)
    yield from _blanks(answer)


def _before_and_after(answer: Answer) -> Iterator[AnswerCheck]:
    result = read(answer.text("result")).metrics
    if not result:
        return
    start = read(f"{answer.text('situation')} {answer.text('task')}").metrics
    kinds = {figure.kind for figure in start}
    if any(figure.is_pair for figure in result) or any(figure.kind in kinds for figure in result):
        yield AnswerCheck(key="change", state=CheckState.OK, label="Before and after are both told")
        return
    yield AnswerCheck(
        key="change",
        state=CheckState.HINT,
        label="Only the end is told in numbers",
        why="A number says more beside the one it started from.",
        question="How much, how many or how long was it before you began?",
    )


def _customer(answer: Answer, matcher: NameMatcher) -> AnswerCheck:
    named = [answer.whole[hit.start : hit.end] for hit in matcher.find(answer.whole) if not hit.doubtful]
    if not named:
        return AnswerCheck(key="customer", state=CheckState.OK, label="No customer is named")
    return AnswerCheck(
        key="customer",
        state=CheckState.HINT,
        label="A customer is named",
        detail=f"“{named[0]}”",
        why="The panel hears how you will talk about their customers one day.",
        question="What kind of firm is it: “a freight company, our third-largest account”?",
    )


def _short_forms(answer: Answer) -> Iterator[AnswerCheck]:
    known = {word for phrases in lexicon("terms").lists.values() for phrase in phrases for word in phrase.split()}
    known.update(lexicon("grammar")["short_forms"])
    whole = answer.whole
    found = dict.fromkeys(match.group() for match in _SHORT_FORM.finditer(whole))
    strange = [
        form for form in found if form.lower() not in known and f"({form}" not in whole and f"{form} (" not in whole
    ]
    if not strange or whole.isupper():
        return
    yield AnswerCheck(
        key="jargon",
        state=CheckState.HINT,
        label="A short form needs its long one",
        detail=", ".join(f"“{form}”" for form in strange[:3]),
        why="A short form of your office means nothing to a stranger, and few will ask.",
        question="What does it stand for, in words a new colleague would know?",
    )


def _ending(answer: Answer) -> Iterator[AnswerCheck]:
    result = normalise(answer.text("result")).text
    spans = list(sentences(result))
    if not spans:
        return
    last = result[spans[-1].start : spans[-1].end]
    if read(last).metrics or _LEARNED.search(last):
        yield AnswerCheck(key="ending", state=CheckState.OK, label="Ends on what changed")
        return
    yield AnswerCheck(
        key="ending",
        state=CheckState.HINT,
        label="The last sentence could land harder",
        why="The end is what gets written down.",
        question="What is different today because of it, or what do you do since then?",
    )


def _share(share: PartShare) -> AnswerCheck:
    name, short = share.part.capitalize(), share.percent < share.low
    wanted = f"{share.low} to {share.high}% of the words do well; it has {share.percent}%."
    return AnswerCheck(
        key=f"share-{share.part}",
        state=CheckState.HINT,
        label=f"{name} could be {'longer' if short else 'shorter'}",
        detail=wanted,
        why="What you did is what gets scored; the rest is there to carry it.",
        question="Which step, reason or number is missing?" if short else "Which sentence would nobody miss?",
    )


def _ends_on_number(answer: Answer) -> AnswerCheck:
    if read(answer.text("evidence")).metrics:
        return AnswerCheck(key="number", state=CheckState.OK, label="The sign has a number")
    return AnswerCheck(
        key="number",
        state=CheckState.HINT,
        label="A number would make it firm",
        why="A count or a date is believed; a feeling is heard out.",
        question="How often did it happen before, and how often since?",
    )


def _costs_words(answer: Answer) -> Iterator[AnswerCheck]:
    match = re.search(
        r"(?<!\w)(?:cost (?:us|me|them|the \w+)|lost (?:us|the \w+)|damaged|disaster)(?!\w)", answer.whole, re.I
    )
    if match:
        yield AnswerCheck(
            key="audience",
            state=CheckState.HINT,
            label=f"“{match.group()}” is strong",
            detail="Fine in an interview. Soften it in a written review.",
        )


def _blanks(answer: Answer) -> Iterator[AnswerCheck]:
    blanks = re.findall(r"\[[^\[\]\n]{1,60}\]", " ".join(answer.texts))
    if blanks:
        yield AnswerCheck(
            key="blanks",
            state=CheckState.OPEN,
            label="A blank is still open",
            detail=", ".join(dict.fromkeys(blanks[:3])),
            why="It was left for your own words.",
            question="What belongs there?",
        )
