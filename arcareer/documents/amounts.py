"""Amounts of money in what people type, in any currency and way of writing; rather one too many than one too few."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Final

from arcareer.documents.banding import Bands
from arcareer.prose.figure_kinds import FigureKind, FigureMention
from arcareer.prose.figures import mentions_apart
from arcareer.prose.numbers import SCALES, parse_digits
from arcareer.prose.text import NormalText, Span, lines, normalise

_SIGN: Final = "[$¢£¤¥֏؋৲৳৻૱௹฿៛₠-⃀꠸﷼元円圓원]"
_CODE: Final = (
    "A(?:ED|FN|MD|NG|OA|RS|UD|WG|ZN)|B(?:AM|BD|DT|GN|HD|IF|MD|ND|OB|RL|SD|TC|TN|WP|YN|ZD)|C(?:AD|DF|HF|LP|NY|OP|RC|VE|ZK)"
    "|D(?:JF|KK|OP|ZD)|E(?:GP|RN|TB|UR)|F(?:JD|KP)|G(?:BP|EL|HS|IP|MD|NF|TQ|YD)|H(?:KD|NL|RK|TG|UF)|I(?:DR|LS|NR|QD|RR|SK)"
    "|J(?:MD|OD|PY)|K(?:ES|GS|HR|MF|PW|RW|WD|YD|ZT)|L(?:AK|BP|KR|RD|SL|YD)|M(?:AD|DL|GA|KD|MK|NT|OP|RU|UR|VR|WK|XN|YR|ZN)"
    "|N(?:AD|GN|IO|OK|PR|ZD)|OMR|P(?:AB|EN|GK|HP|KR|LN|YG)|QAR|R(?:ON|SD|UB|WF)|S(?:AR|BD|CR|DG|EK|GD|HP|LE|OS|RD|SP|TN|YP|ZL)"
    "|T(?:HB|JS|MT|ND|RY|TD|WD|ZS)|U(?:AH|GX|SD|YU|ZS)|V(?:ED|ES|ND|UV)|WST|X(?:AF|CD|OF|PF)|YER|Z(?:AR|MW|WL|MK)"
)
_NAME: Final = (
    r"(?:dollar|euro|pound|cent|penny|penc|dime|buck|quid|yen|yuan|renminbi|rupee|rupiah|rand|franc|krona|kronor|krone"
    r"|kroner|zloty|złoty|zlot|koruna|korun|forint|leu|lei|leva|lira|peso|real|reais|ruble|rouble|hryvnia|dirham|dinar"
    r"|riyal|rial|shekel|shilling|naira|cedi|baht|ringgit|dong|won|taka|lek|kuna|tenge|birr|kwacha|quetzal|lempira|colones"
    r"|bolivar|gulden|crown|ريال|درهم|دينار|\u0440\u0443\u0431\u043b\w{0,2}|\u0435\u0432\u0440\u043e|ευρώ)s?"
)
_BEFORE: Final = re.compile(rf"(?:(?P<sign>{_SIGN})|(?<![^\W\d])(?P<code>{_CODE}))[ ]?[-+]?$")
_AFTER: Final = re.compile(
    rf"[ -]?(?:(?P<sign>{_SIGN})(?![ ]?\d)|(?P<code>{_CODE})(?![^\W\d])"
    r"|(?P<short>(?:kr|Kč|zł|Ft|\u043b\u0432|\u0440\u0443\u0431)\b))"
)
_NAMED: Final = re.compile(rf"[ -]?(?:{_NAME})(?!\w)", re.IGNORECASE)
_LARGER: Final = re.compile(
    r"[ ]?(?:(?P<grand>grand)|(?P<billion>mrd\.?|milliards?|milliarden)|(?P<trillion>tn|trillions?|bio\.))(?!\w)",
    re.IGNORECASE,
)
_SIZES: Final = {"grand": 10**3, "billion": 10**9, "trillion": 10**12}
_SEPARATORS: Final = str.maketrans("\u066c\u066b", ",.")
_PART: Final = re.compile(r"(?<!\w)(?:(?P<half>half)|(?:a )?(?P<quarter>quarter))(?: of)?(?: an?)? ?$", re.IGNORECASE)
_NOT: Final = r"(?<!\bno )(?<!\bnot )(?<!n't )(?<!n’t )"
_MORE: Final = re.compile(
    rf"(?:{_NOT}\b(?:over|above|exceeding|more than|in excess of)|\b(?:no|not) (?:less than|under|below)"
    r"|\bat least|\bupwards? of|>=?)[ ]$",
    re.IGNORECASE,
)
_LESS: Final = re.compile(
    rf"(?:{_NOT}\b(?:under|below|less than)|\b(?:no|not) (?:over|above|exceeding|more than|in excess of)"
    r"|\bat most|<=?)[ ]$",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(r"(?:,? (?:and|or) |, |; | ?/ ?| ?& ?| ?\+ ?| to | ?- ?)$")
_NET: Final = re.compile(
    rf"(?:{_SIGN}|(?<![^\W\d])(?:{_CODE}))[ ]?[-+]?\d[\d.,']*(?:[ ]\d{{3}}(?!\d))*"
    rf"|\d[\d.,']*(?:[ ]?(?:{_SIGN}|(?:{_CODE})(?![^\W\d])))"
)
_MAY_HOLD: Final = re.compile(rf"\d|hundred|thousand|million|billion|trillion|lakh|crore|dozen|{_NAME}", re.IGNORECASE)
_PLAIN: Final = (FigureKind.NUMBER, FigureKind.COUNT, FigureKind.IDIOM, FigureKind.CODE)
_NEVER: Final = (FigureKind.PERCENT, FigureKind.POINTS, FigureKind.DURATION, FigureKind.MULTIPLE)
_CENTS: Final = re.compile(r"(?:cents?|pence|penny|¢)$", re.IGNORECASE)
_OF_A_DOLLAR: Final = re.compile(r" (?:of|on|in|to) (?:every|each|the) (?:dollar|euro|pound)", re.IGNORECASE)
_END: Final = re.compile(r"(?<![MmBb]rd)(?<![MmBb]io)\.(?=[\"'”’)\]]*(?:$|\s+[^\Wa-z\d_]|\n))")
_TO_THE_CENT: Final = re.compile(r"\d{1,3}(?:[,.' ]\d{3})+[.,]\d\d")
_LEAST_KNOWN: Final = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money: `text[start:end]`, from `low` to `high`, which are the same for a single amount.

    Both are None where the number cannot be read. `currency` is a code or a sign, empty where none was typed. `joint`
    is the word that may stand inside of a band here: "to", "and" behind "between", and none in "from … to …". `limit`
    is 1 behind words such as "over", -1 behind such as "under"; `is_open` says that a "+" was typed.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    currency: str = ""
    joint: str = "to"
    limit: int = 0
    is_open: bool = False


def find_amounts(text: str, known: frozenset[Decimal] = frozenset()) -> tuple[Amount, ...]:
    """Return every amount of money in order; zero is none.

    A number without a currency is one where it is `known` to be an amount, stands in a list with one, or is written
    with thousands and cents.
    """
    if not _MAY_HOLD.search(text):
        return ()
    text = text.translate(_SEPARATORS)
    found: list[Amount] = []
    for line in lines(text):
        normal = normalise(text[line.start : line.end])
        for one in _Line(normal, known).amounts():
            span = normal.raw_span(one.start, one.end)
            end = line.start + span.end
            found.append(replace(one, start=line.start + span.start, end=end - _ends_sentence(text, end)))
    return tuple(found)


def _ends_sentence(text: str, end: int) -> bool:
    """Return whether the point that ends an amount, as in "worth $14M.", ends the sentence as well."""
    return _END.match(text, end - 1) is not None


def banded(amount: Amount, bands: Bands) -> str:
    """Return the words that stand for an amount in its sentence; empty where the number cannot be read."""
    if amount.low is None:
        return ""
    if amount.is_open:
        limit = bands.limit(amount.low, amount.currency, upward=True)
        return f"at least {limit}" if limit else ""
    if amount.limit:
        return bands.limit(amount.low, amount.currency, upward=amount.limit > 0)
    return bands.words(amount.low, amount.high, amount.currency, amount.joint)


class _Line:
    def __init__(self, normal: NormalText, known: frozenset[Decimal]) -> None:
        self._text = normal.text
        self._lower = normal.lower
        self._known = known
        self._atoms, self._joined = mentions_apart(normal)

    def amounts(self) -> list[Amount]:
        """Return the amounts of the line in order, as places of the normal text."""
        money = self._money()
        found: list[Amount] = []
        for joined in self._joined:
            inside = [at for at in range(len(self._atoms)) if _holds(joined.span, self._atoms[at].span)]
            if any(at in money for at in inside):
                found.extend(self._of(joined, [self._atoms[at] for at in inside]))
        found.extend(self._caught(tuple(found)))
        return sorted((one for one in found if one.low != 0 or one.high), key=lambda one: one.start)

    def _money(self) -> set[int]:
        """Return which of the atoms are money: by themselves, by what stands beside them, or by their neighbours."""
        money = {at for at, atom in enumerate(self._atoms) if self._is_money(atom)}
        order = list(range(len(self._atoms)))
        for places, step in ((order, -1), (order[::-1], 1)):
            for at in places:
                if at + step in money and self._is_bare(self._atoms[at]) and self._beside(at, at + step):
                    money.add(at)
        return money

    def _is_money(self, atom: FigureMention) -> bool:
        if atom.kind is FigureKind.MONEY:
            return not _OF_A_DOLLAR.match(self._text, atom.span.end)
        if atom.kind in _NEVER:
            return False
        if self._sign(atom.span) or _NAMED.match(self._text, atom.span.end) or self._is_grand(atom.span):
            return True
        is_known = atom.value in self._known and (atom.value or 0) >= _LEAST_KNOWN
        words = self._text[atom.span.start : atom.span.end]
        return self._is_bare(atom) and (is_known or _TO_THE_CENT.fullmatch(words) is not None)

    def _is_grand(self, span: Span) -> bool:
        larger = _LARGER.match(self._text, span.end)
        return larger is not None and larger["grand"] is not None

    def _is_bare(self, atom: FigureMention) -> bool:
        """Return whether nothing says what a number counts."""
        counts_things = atom.noun.endswith("s") or bool(atom.unit)
        return atom.kind in (FigureKind.NUMBER, FigureKind.COUNT) and not counts_things

    def _beside(self, one: int, other: int) -> bool:
        first, second = sorted((one, other))
        gap = self._lower[self._atoms[first].span.end : self._atoms[second].span.start]
        return _BESIDE.fullmatch(gap) is not None

    def _sign(self, span: Span) -> str:
        before = _BEFORE.search(self._text, max(0, span.start - 6), span.start)
        after = _AFTER.match(self._text, span.end)
        found = before or after
        return next((word for word in found.groups() if word), "") if found else ""

    def _of(self, joined: FigureMention, atoms: Sequence[FigureMention]) -> Iterator[Amount]:
        """Yield the amounts of one mention: two for a change, one for a range, which is replaced as a whole."""
        if joined.upper is not None and len(atoms) == 2:
            span = self._with_sign(Span(atoms[0].span.start, atoms[1].span.end))
            currency = joined.currency or self._sign(atoms[1].span) or self._sign(atoms[0].span)
            between = self._lower.endswith("between ", 0, span.start)
            yield Amount(span.start, span.end, joined.value, joined.upper, currency, "and" if between else "to")
            return
        for atom in atoms:
            if atom.kind not in _NEVER:
                yield self._single(atom, joined, atoms)

    def _single(self, atom: FigureMention, joined: FigureMention, atoms: Sequence[FigureMention]) -> Amount:
        span = self._with_sign(atom.span)
        value = atom.value if atom.value is not None else _read(self._text[atom.span.start : atom.span.end])
        currency = atom.currency or joined.currency or self._sign(atom.span)
        if larger := _LARGER.match(self._text, span.end):
            span = Span(span.start, larger.end())
            value = value * _SIZES[larger.lastgroup or ""] if value is not None else None
        words = self._text[span.start : span.end]
        if words.endswith(" +"):
            words = words[:-2]
            span = Span(span.start, span.end - 2)
        if value is not None and _CENTS.search(words):
            value /= 100
        if part := _PART.search(self._text, max(0, span.start - 16), span.start):
            span = Span(part.start(), span.end)
            value = value / (2 if part["half"] else 4) if value is not None else None
        if value is not None and len(atoms) == 2 and atom is atoms[0]:
            value = self._in_scale_of(value, atoms[1])
        if value is not None and self._is_negative(span):
            span, value = Span(span.start - 1, span.end), -abs(value)
        limit = self._is_after(_MORE, span) - self._is_after(_LESS, span)
        joint = "" if joined.is_pair else "to"
        return Amount(span.start, span.end, value, value, currency, joint, limit, words.endswith("+"))

    def _in_scale_of(self, value: Decimal, second: FigureMention) -> Decimal:
        """Return the first number of "from 1.2 to 1.5 million" in full."""
        scale = re.search(r"\d ?([a-z]+)", self._lower[second.span.start : second.span.end])
        size = SCALES.get(scale[1], 1) if scale else 1
        return value * size if value < 1000 and second.value and second.value >= size > 1 else value

    def _with_sign(self, span: Span) -> Span:
        before = _BEFORE.search(self._text, max(0, span.start - 6), span.start)
        after = _AFTER.match(self._text, span.end)
        return Span(before.start() if before else span.start, after.end() if after else span.end)

    def _is_negative(self, span: Span) -> bool:
        before = self._text[max(0, span.start - 2) : span.start]
        return before.endswith("-") and not before[:-1].strip(" (")

    def _is_after(self, pattern: re.Pattern[str], span: Span) -> bool:
        return pattern.search(self._text, max(0, span.start - 16), span.start) is not None

    def _caught(self, found: Sequence[Amount]) -> Iterator[Amount]:
        """Yield numbers with a currency beside them that were taken for something else."""
        for caught in _NET.finditer(self._text):
            span = Span(caught.start(), caught.start() + len(caught.group().rstrip(".,' ")))
            if not any(one.start < span.end and span.start < one.end for one in found):
                value = _read(re.sub(rf"{_SIGN}|{_CODE}|[-+]", "", caught.group()))
                sign = re.search(rf"{_SIGN}|{_CODE}", caught.group())
                yield Amount(span.start, span.end, value, value, sign.group() if sign else "")


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _read(words: str) -> Decimal | None:
    digits = re.search(r"\d[\d.,' ]*", words)
    try:
        return parse_digits(digits.group().rstrip(".,' ")).value if digits else None
    except (InvalidOperation, ValueError):
        return None
