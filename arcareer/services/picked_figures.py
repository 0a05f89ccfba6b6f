"""Turns the numbers of a sentence into figures: honest measures, the user's own words, nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from arcareer.domain.figures import Basis, Figure, FigureScope, Unit, figure_text
from arcareer.prose.figures import FigureKind, FigureMention, tag
from arcareer.services.figure_words import FigureWords, Subject

_TIME_UNITS: Final = {
    "days": Unit.DAYS,
    "weeks": Unit.WEEKS,
    "months": Unit.MONTHS,
    "hours": Unit.HOURS,
    "minutes": Unit.MINUTES,
}
_TIMED: Final = frozenset({FigureKind.QUARTER, FigureKind.YEAR, FigureKind.DATE})
_FRAME: Final = re.compile(
    r"\b(?:in|within|over|inside|for|after|during|every|through|across|of)\s"
    r"(?:(?:just|only|about|the|my|a|under|last|first|past|next)\s){0,2}$",
    re.IGNORECASE,
)
_IN: Final = re.compile(r"\bin\s(?:(?:just|only|about|the|my|a|under|last|first|past|next)\s){0,2}$", re.IGNORECASE)
_ABOUT: Final = re.compile(
    r"(?:\b(?:about|around|roughly|nearly|almost|approximately|circa|some|close to)\s|[~≈±]\s?)(?:an?\s|[$€£]\s?)?$",
    re.IGNORECASE,
)
_LESS: Final = re.compile(
    r"\b(?:under|below|less than|fewer than|at most|up to|not more than|no more than)\s(?:an?\s)?$", re.IGNORECASE
)
_MOVED_UP_TO: Final = re.compile(
    r"\b(?:went|go|goes|came|come|rose|rise|climbed|grew|moved|took|brought|is|was)\sup to\s$", re.IGNORECASE
)
_TIME: Final = re.compile(r"\S+\s?-?(?:working\s|business\s)?(?P<unit>minute|hour|day|week|month)s?\b", re.IGNORECASE)
_WITHIN: Final = re.compile(r"\bwithin\s$", re.IGNORECASE)
_TARGET: Final = re.compile(r"\b(?:target|goal|plan|budget|limit)\s?(?:of|was|is|:)?\s?$", re.IGNORECASE)
_TAKEN_OVER: Final = re.compile(
    r"\b(?:took|take|taken|taking|hand(?:ed)?|turn(?:ed)?|carried|went)\sover\s$", re.IGNORECASE
)
_A_PERIOD: Final = re.compile(r"(?:\s(?:a|per|each|every)\s|/\s?)(day|week|month|quarter|year)(?!\w)", re.IGNORECASE)
_QUICKER: Final = re.compile(r"\s(faster|sooner|earlier|quicker|saved|less)(?!\w)", re.IGNORECASE)
_MEASURE_REACH: Final = 40
_PLURALS: Final = ("s", "people", "staff", "men", "women", "children")
_MORE: Final = re.compile(
    r"\b(?:over|above|more than|at least|upwards of|not less than|no less than)\s(?:an?\s)?$", re.IGNORECASE
)
_LATE: Final = re.compile(
    r"(?<![\w.,+-])(?P<days>\d{1,3})[\s-](?P<unit>day|week|month)s?[\s-]"
    r"(?P<how>overdue|past[\s-]due|late|old|outstanding|in arrears|beyond terms)\b",
    re.IGNORECASE,
)
_BEFORE_LATE: Final = re.compile(r"\b(?:over|above|beyond|more than|older than)\s$", re.IGNORECASE)
_TEAM: Final = re.compile(r"\b(?:we|our team|the team|as a team)\b", re.IGNORECASE)
_SELF: Final = re.compile(r"\b(?:i|my own|myself)\b", re.IGNORECASE)
_COMPANY: Final = re.compile(
    r"\b(?:company|group|business|firm)[- ]wide\b|\bacross the (?:company|group|business)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PickedFigure:
    """A figure read from a sentence, its short text, and where its number stands: `sentence[start:end]`."""

    figure: Figure
    text: str
    start: int
    end: int


def pick_figures(
    sentence: str, words: FigureWords, currency: str = "", taken: Iterable[tuple[int, int]] = ()
) -> tuple[PickedFigure, ...]:
    """Return the figures of the sentence in its order.

    `currency` is what a bare $ stands for where that is another dollar than the US one; `taken` are stretches of the
    sentence that name something, so that a digit in a customer's name is no figure.
    """
    return _Picking(sentence, words, currency, tuple(taken)).run()


@dataclass(frozen=True, slots=True)
class _Around:
    """The text before a number as far as the figure before it, all the text before it, and the text behind it."""

    near: str
    left: str
    right: str


class _Picking:
    """One sentence on its way to figures."""

    def __init__(self, sentence: str, words: FigureWords, currency: str, taken: tuple[tuple[int, int], ...]) -> None:
        self._sentence = sentence
        self._words = words
        self._currency = currency
        self._mentions = [one for one in tag(sentence) if not _overlaps(one, taken)]
        self._scope = _scope(sentence)
        self._period = self._only_period()

    def run(self) -> tuple[PickedFigure, ...]:
        picked = sorted([*self._from_mentions(), *self._days_late()], key=lambda one: one.start)
        return tuple(picked)

    def _from_mentions(self) -> Iterator[PickedFigure]:
        floor = 0
        for mention in self._mentions:
            start, end = mention.span.start, mention.span.end
            figure = self._figure(mention, floor)
            floor = end
            if figure is not None:
                yield PickedFigure(figure, figure_text(figure), start, end)

    def _figure(self, mention: FigureMention, floor: int) -> Figure | None:
        if not mention.is_metric or mention.is_trivial or mention.is_malformed or mention.value is None:
            return None
        start, end = mention.span.start, mention.span.end
        around = _Around(self._sentence[floor:start], self._sentence[:start], self._sentence[end:])
        read = self._pair if mention.is_pair else self._readers.get(mention.kind)
        return read(mention, around) if read else None

    @cached_property
    def _readers(self) -> dict[FigureKind, Callable[[FigureMention, _Around], Figure | None]]:
        return {
            FigureKind.MONEY: self._money,
            FigureKind.PERCENT: self._share,
            FigureKind.POINTS: self._share,
            FigureKind.DURATION: self._duration,
            FigureKind.COUNT: self._count,
            FigureKind.NUMBER: self._bare,
            FigureKind.RATIO: self._ratio,
            FigureKind.FRACTION: self._part,
            FigureKind.MULTIPLE: self._part,
        }

    def _pair(self, mention: FigureMention, around: _Around) -> Figure | None:
        subject = self._words.subject(around.left, around.right)
        phrase = subject.phrase if subject else ""
        times = {found["unit"].lower(): found[0] for found in _TIME.finditer(mention.text)}
        if len(times) > 1:
            return self._of_two_units(mention, phrase, times)
        unit = _unit(mention)
        if mention.kind in (FigureKind.NUMBER, FigureKind.COUNT):
            known = self._words.known_measure(phrase)
            unit = known[1].unit if known else Unit.COUNT
            phrase = phrase or self._counted(mention, around.right)
        if unit is None or mention.kind is FigureKind.RATIO:
            return None
        return self._made(mention, unit, phrase, mention.after, mention.before)

    def _of_two_units(self, mention: FigureMention, phrase: str, times: dict[str, str]) -> Figure | None:
        """Return the value it came to, with the earlier one in the user's words: "40 minutes run (was 3 hours)"."""
        values = {unit: tag(text)[0].value for unit, text in times.items() if tag(text)}
        unit = next((unit for unit, value in values.items() if value == mention.after), None)
        earlier = next((times[other] for other in times if other != unit), "")
        measure = f"{phrase} (was {earlier})".strip()
        return self._made(mention, _TIME_UNITS[f"{unit}s"], measure, mention.after) if unit else None

    def _money(self, mention: FigureMention, around: _Around) -> Figure | None:
        measure = self._words.done_to_money(around.near, around.right)
        if not measure:
            measure = _moved(self._words.subject(around.left, around.right, alone=True), mention.direction, "off")
        return self._lone(mention, Unit.MONEY, measure)

    def _count(self, mention: FigureMention, around: _Around) -> Figure | None:
        noun = self._counted(mention, around.right)
        is_thing = noun.endswith(_PLURALS) or mention.value == 0
        return self._lone(mention, Unit.COUNT, noun) if noun and is_thing and not around.left.endswith("-") else None

    def _share(self, mention: FigureMention, around: _Around) -> Figure | None:
        unit = _unit(mention)
        if unit is None:
            return None
        words = self._words
        measure = words.compared(around.right) or words.state_after(around.right)
        if not measure and not _WITHIN.search(around.left):
            share, done = words.share_of(around.left, around.right)
            moved = _moved(words.subject(around.left, around.right), mention.direction)
            measure = f"{share} {done}" if share and done else words.done_before(around.near) or moved or share
        return self._lone(mention, unit, f"basis points {measure}".strip() if unit is Unit.COUNT else measure)

    def _duration(self, mention: FigureMention, around: _Around) -> Figure | None:
        unit = _unit(mention)
        if unit is None or self._is_frame(mention) or around.right[:1] == "-" or "-" in mention.text:
            return None
        words, quicker = self._words, _QUICKER.match(around.right)
        measure = words.compared(around.right) or (quicker[1].lower() if quicker else words.done_before(around.near))
        if not measure:
            measure = _moved(words.subject(around.left, around.right), mention.direction, "off")
        every, (of, _) = _A_PERIOD.match(around.right), words.share_of("", around.right)
        measure = of or measure
        return self._lone(mention, unit, f"{measure} a {every[1].lower()}".strip() if every else measure)

    def _bare(self, mention: FigureMention, around: _Around) -> Figure | None:
        near = around.left[-_MEASURE_REACH:]
        if _TARGET.search(near):
            return None
        known = self._words.known_measure(near)
        if known and not re.search(r"[;.]", near.rpartition(known[0])[2]):
            return self._lone(mention, known[1].unit, known[0])
        subject = self._words.subject(around.left, around.right, alone=True)
        measure = "" if subject is None or subject.by_change else subject.phrase
        return self._lone(mention, Unit.COUNT, measure) if measure or (mention.per and mention.value != 1) else None

    def _ratio(self, mention: FigureMention, around: _Around) -> Figure | None:
        joiner = re.search(r"\s(?:in|of|out of)\s.*$", mention.text)
        if joiner is None:
            return None
        noun, tail = self._counted(mention, around.right), joiner[0].strip()
        if not tail.endswith("s") and (plural := re.match(r"\s\w+s(?!\w)", around.right)):
            tail += plural[0]
        return self._lone(mention, Unit.COUNT, tail if noun and noun in tail else f"{tail} {noun}".strip())

    def _part(self, mention: FigureMention, around: _Around) -> Figure | None:
        value = mention.value if mention.value is not None else Decimal(0)
        thing = self._words.thing_after(around.right)
        if mention.kind is FigureKind.MULTIPLE and value > 1:
            return self._made(mention, Unit.TIMES, thing, value)
        percent = value * 100
        if percent != percent.to_integral_value():
            return None
        if mention.kind is FigureKind.MULTIPLE:
            subject = self._words.subject(around.left, around.right)
            measure = _moved(Subject(thing or (subject.phrase if subject else ""), by_change=True), "down")
        else:
            right = f" of{around.right}" if mention.text.lower().endswith(" of") else around.right
            share, done = self._words.share_of(around.left, right)
            measure = f"{share} {done}".strip() or _moved(
                self._words.subject(around.left, around.right), mention.direction
            )
        return self._made(mention, Unit.PERCENT, measure, percent, estimated=True)

    def _counted(self, mention: FigureMention, right: str) -> str:
        """Return the counted noun as the user wrote it, up to the first punctuation."""
        end, start = 0, len(right)
        for word in mention.noun.split():
            found = re.compile(rf"[\s-]{{0,2}}({re.escape(word.strip('.,;:!?'))})(?!\w)", re.IGNORECASE).match(
                right, end
            )
            if not found:
                break
            start, end = min(start, found.start(1)), found.end()
        inside = mention.text.lower().rfind(mention.noun)
        if end:
            return right[start:end]
        return mention.text[inside : inside + len(mention.noun)] if mention.noun and inside >= 0 else ""

    def _lone(self, mention: FigureMention, unit: Unit, measure: str) -> Figure | None:
        return self._made(mention, unit, measure, mention.value)

    def _made(
        self,
        mention: FigureMention,
        unit: Unit,
        measure: str,
        after: Decimal | None,
        before: Decimal | None = None,
        *,
        estimated: bool = False,
    ) -> Figure | None:
        if after is None:
            return None
        near = self._sentence[: mention.span.start]
        bound = self._bound(near, mention) if before is None else ""
        if bound and not measure:
            return None
        measure = f"{bound} {measure}".strip()
        per = f"a {mention.per}" if mention.per and before is None else ""
        is_money = unit is Unit.MONEY
        return Figure(
            measure=f"{measure} {per}".strip(),
            unit=unit,
            after=after,
            before=before,
            currency=self._currency_of(mention) if is_money else "",
            period=self._period if mention.is_outcome or is_money else "",
            scope=self._scope,
            basis=Basis.ESTIMATED if estimated or self._is_range(mention) or _ABOUT.search(near) else Basis.MEASURED,
        )

    def _bound(self, near: str, mention: FigureMention) -> str:
        """Return "or less" or "or more" where the sentence gives a bound or a range and not the number itself."""
        if (
            self._is_range(mention)
            or mention.text.endswith("+")
            or (_MORE.search(near) and not _TAKEN_OVER.search(near))
        ):
            return "or more"
        return "or less" if _LESS.search(near) and not _MOVED_UP_TO.search(near) else ""

    def _currency_of(self, mention: FigureMention) -> str:
        bare_dollar = (
            mention.currency == "USD"
            and re.search(r"(?<![A-Za-z])\$", mention.text)
            and "us" not in mention.text.lower()
        )
        return self._currency if bare_dollar and self._currency else mention.currency

    def _is_range(self, mention: FigureMention) -> bool:
        return mention.upper is not None and mention.kind is not FigureKind.RATIO

    def _is_frame(self, mention: FigureMention) -> bool:
        left = self._sentence[: mention.span.start]
        others = any(one.is_metric and one is not mention for one in self._mentions)
        return bool(_FRAME.search(left) and (not mention.is_outcome or (others and _IN.search(left))))

    def _only_period(self) -> str:
        """Return the sentence's one time frame in the user's words; empty where it has none or several."""
        named = [one.text.strip() for one in self._mentions if one.kind in _TIMED]
        frames = [one.text.strip() for one in self._mentions if one.kind is FigureKind.DURATION and self._is_frame(one)]
        found = named or frames
        return found[0] if len(found) == 1 else ""

    def _days_late(self) -> Iterator[PickedFigure]:
        """Yield "62 days overdue": how late something was, where the number is its own and not the name of a bucket."""
        for found in _LATE.finditer(self._sentence):
            if _BEFORE_LATE.search(self._sentence[: found.start()]):
                continue
            unit = _TIME_UNITS[f"{found['unit'].lower()}s"]
            figure = Figure(measure=found["how"].lower(), unit=unit, after=Decimal(found["days"]), scope=self._scope)
            yield PickedFigure(figure, figure_text(figure), found.start(), found.end())


def _overlaps(mention: FigureMention, taken: tuple[tuple[int, int], ...]) -> bool:
    return any(mention.span.start < end and start < mention.span.end for start, end in taken)


def _unit(mention: FigureMention) -> Unit | None:
    match mention.kind:
        case FigureKind.MONEY:
            return Unit.MONEY
        case FigureKind.PERCENT:
            return Unit.PERCENT
        case FigureKind.POINTS:
            return Unit.COUNT if mention.unit == "basis points" else Unit.POINTS
        case FigureKind.DURATION:
            return _TIME_UNITS.get(mention.unit)
        case FigureKind.NUMBER | FigureKind.COUNT:
            return Unit.COUNT
    return None


def _moved(subject: Subject | None, direction: str, down: str = "fall in") -> str:
    """Return what a lone share or time says of its subject: "fall in aged debt", "off DSO", or the level itself."""
    if subject is None or not subject.phrase:
        return ""
    if not subject.by_change or not direction:
        return subject.phrase
    return f"{down if direction == 'down' else 'rise in'} {subject.phrase}"


def _scope(sentence: str) -> FigureScope:
    if _COMPANY.search(sentence):
        return FigureScope.COMPANY
    return FigureScope.TEAM if _TEAM.search(sentence) and not _SELF.search(sentence) else FigureScope.MINE
