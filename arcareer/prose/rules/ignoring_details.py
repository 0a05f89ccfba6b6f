"""Careless detail: slips, blanks, contradictions, and claims of change without their size."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from arcareer.prose.arithmetic import change_in_percent, with_number
from arcareer.prose.figure_kinds import FigureKind
from arcareer.prose.patterns import compiled
from arcareer.prose.rule import Hit, Subject
from arcareer.prose.rules.blaming_others import result_blamed
from arcareer.prose.rules.overpromising import is_absolute
from arcareer.prose.slips import Slip, SlipKind, slips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arcareer.prose.evidence import Reading
    from arcareer.prose.figure_kinds import FigureMention

_FILE: Final = "flags/ignoring-details"
_GRAMMAR: Final = (SlipKind.GRAMMAR, SlipKind.DOUBLED, SlipKind.FINISH)
_SUM_TOLERANCE: Final = Decimal("2.5")  # percentage points a rounded figure may be off


def _of_kind(subject: Subject, *kinds: SlipKind) -> Iterator[Slip]:
    return (slip for slip in slips(subject.reading) if slip.kind in kinds)


def spelling(subject: Subject) -> Iterator[Hit]:
    """A word that is one or two slips away from a word of the trade."""
    for slip in _of_kind(subject, SlipKind.SPELLING):
        written = subject.reading.text[slip.start : slip.end]
        yield Hit(slip.start, slip.end, slip.instead.capitalize() if written[:1].isupper() else slip.instead)


def grammar(subject: Subject) -> Iterator[Hit]:
    """Agreement, doubled words, doubled punctuation."""
    for slip in _of_kind(subject, *_GRAMMAR):
        yield Hit(slip.start, slip.end, slip.instead)


def placeholder(subject: Subject) -> Iterator[Hit]:
    """A template's blank."""
    for figure in subject.reading.placeholders:
        yield Hit(figure.span.start, figure.span.end)


def cut_off(subject: Subject) -> Iterator[Hit]:
    """The line ends in the middle."""
    for slip in _of_kind(subject, SlipKind.CUT_OFF):
        yield Hit(slip.start, slip.end)


def amount_format(subject: Subject) -> Iterator[Hit]:
    """ "$15,00", "1.200,50.00"."""
    for slip in _of_kind(subject, SlipKind.AMOUNT):
        yield Hit(slip.start, slip.end)


def size_missing(subject: Subject) -> Iterator[Hit]:
    """An improvement claimed with no figure at all."""
    reading = subject.reading
    if reading.metrics or reading.placeholders or is_absolute(reading):
        return
    if compiled(_FILE, "not_claim").search(reading.lower) or next(result_blamed(subject), None) is not None:
        return
    match = compiled(_FILE, "size_missing").search(reading.lower)
    if match and not _got_worse(match.group()):
        yield Hit(match.start(), match.end())


def _got_worse(words: str) -> bool:
    """ "unapplied cash grew" claims nothing to be proud of."""
    return compiled(_FILE, "grew").search(words) is not None and compiled(_FILE, "good_down").search(words) is not None


def contradiction(subject: Subject) -> Iterator[Hit]:
    """A range that runs backwards, a direction that cannot be right, a percentage that does not follow."""
    reading = subject.reading
    for figure in reading.metrics:
        if _backwards(figure) or _wrong_way(reading, figure) or _more_than_all(reading, figure):
            yield Hit(figure.span.start, figure.span.end)
    yield from _wrong_sum(reading)
    yield from _wrong_difference(reading)
    yield from _years_run_back(reading)


def _years_run_back(reading: Reading) -> Iterator[Hit]:
    """ "from 2021 to 2019"."""
    for match in compiled("contradictions", "years").finditer(reading.lower):
        if match.group("first") > match.group("last"):
            yield Hit(match.start(), match.end())


def _backwards(figure: FigureMention) -> bool:
    if figure.kind is FigureKind.RATIO or figure.upper is None or figure.value is None:
        return False
    return figure.value > figure.upper


def _more_than_all(reading: Reading, figure: FigureMention) -> bool:
    """ "Collected 250% of the balance": a part larger than the whole."""
    if figure.kind is not FigureKind.PERCENT or figure.value is None or figure.value <= 100 or figure.is_pair:
        return False
    return compiled("contradictions", "of_whole").match(reading.lower, figure.span.end) is not None


def _wrong_way(reading: Reading, figure: FigureMention) -> bool:
    """ "Reduced DSO from 42 to 58", "Raised DSO from 38 to 51, improving cash flow"."""
    if figure.before is None or figure.after is None or figure.before == figure.after:
        return False
    rose = figure.after > figure.before
    verb = _verb_before(reading, figure)
    if (verb == "down" and rose) or (verb == "up" and not rose):
        return True
    before = reading.lower[: figure.span.end]
    falls_well = compiled(_FILE, "good_down").search(before[-90:]) is not None
    return rose and falls_well and (verb == "better" or _praised(reading, figure))


def _praised(reading: Reading, figure: FigureMention) -> bool:
    after = reading.lower[figure.span.end : figure.span.end + 60]
    return compiled(_FILE, "praise").search(after) is not None and figure.unit in ("days", "")


def _verb_before(reading: Reading, figure: FigureMention) -> str:
    """The direction the nearest verb before a pair claims: "down", "up", "better" or nothing."""
    window = reading.lower[max(0, figure.span.start - 70) : figure.span.start]
    verdict = ""
    for match in compiled("contradictions", "verb").finditer(window):
        verdict = match.lastgroup or ""
    return verdict


def _wrong_sum(reading: Reading) -> Iterator[Hit]:
    """A percentage, or "halved", beside a pair that it does not follow from."""
    pairs = [figure for figure in reading.metrics if figure.is_pair and figure.kind is not FigureKind.PERCENT]
    rates = [(figure, rate) for figure in reading.metrics if (rate := _claimed_rate(figure)) is not None]
    if len(pairs) != 1 or len(rates) != 1:
        return
    (pair,), ((claim, rate),) = pairs, rates
    if not pair.before or pair.after is None or not _belongs(reading, pair, claim):
        return
    change = change_in_percent(pair)
    if change is not None and abs(change - rate) > max(_SUM_TOLERANCE, rate / 12):
        words = reading.piece(claim.span.start, claim.span.end)
        fix = with_number(words, change) if claim.kind is FigureKind.PERCENT else ""
        yield Hit(claim.span.start, claim.span.end, fix)


def _wrong_difference(reading: Reading) -> Iterator[Hit]:
    """ "by 5 days, from 40 to 38"."""
    for pair in reading.metrics:
        if pair.before is None or pair.after is None or pair.kind is FigureKind.PERCENT:
            continue
        difference = abs(pair.after - pair.before)
        for figure in reading.metrics:
            if _claims_difference(reading, pair, figure) and figure.value != difference:
                words = reading.piece(figure.span.start, figure.span.end)
                fix = with_number(words, difference) if figure.kind is FigureKind.DURATION else ""
                yield Hit(figure.span.start, figure.span.end, fix)


def _claims_difference(reading: Reading, pair: FigureMention, figure: FigureMention) -> bool:
    """True for a figure of the pair's own kind that stands after "by" and right before the pair."""
    same = figure.kind is FigureKind.DURATION and pair.kind in (FigureKind.DURATION, FigureKind.NUMBER)
    between = reading.lower[figure.span.end : pair.span.start]
    before = figure.span.end <= pair.span.start
    near = (
        before and not figure.is_pair and figure.upper is None and reading.lower[: figure.span.start].endswith(" by ")
    )
    fits = pair.unit in ("", figure.unit)
    return same and near and fits and compiled("contradictions", "restated").fullmatch(between) is not None


def _claimed_rate(figure: FigureMention) -> Decimal | None:
    if figure.is_pair or figure.upper is not None or figure.value is None:
        return None
    if figure.kind is FigureKind.PERCENT:
        return figure.value
    if figure.kind is FigureKind.MULTIPLE and figure.unit == "x":
        return figure.value * 100 if figure.value < 1 else (figure.value - 1) * 100
    return None


def _belongs(reading: Reading, pair: FigureMention, percent: FigureMention) -> bool:
    """True when the percentage restates the pair: next to it, and called a change."""
    first, second = sorted((pair, percent), key=lambda figure: figure.span.start)
    between = reading.lower[first.span.end : second.span.start]
    after = reading.lower[percent.span.end : percent.span.end + 24]
    return len(between) <= 40 and (
        percent.kind is FigureKind.MULTIPLE
        or compiled("contradictions", "restated").fullmatch(between) is not None
        or compiled("contradictions", "change_noun").match(after) is not None
    )
