"""Double counting: one amount or one change that several wins claim, so that who adds them up counts it twice.

Nothing here says that the user is wrong: two payments can be equal. What is found is worth a question, so equal small
counts, shares and days of different wins, and amounts of different customers, are never taken for the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from arcareer.domain.figures import Figure, Unit
from arcareer.domain.spoken_spans import days_said

if TYPE_CHECKING:
    from arcareer.domain.journal import Win

_MONTH: Final = 31
_QUARTER: Final = 92
_HALF_YEAR: Final = 184
_YEAR: Final = 400
"""A year and the weeks a yearly figure may be late."""

_LARGE: Final = Decimal(1_000)
_VERY_LARGE: Final = Decimal(10_000)
_MOST_INSTALMENTS: Final = 36
_MOST_PARTS: Final = 36
_FILLERS: Final = frozenset({"of", "the", "a", "an", "in", "my", "our", "for", "from", "total", "amount", "portfolio"})


class Overlap(StrEnum):
    """Why figures of several wins may be one."""

    SAME_CHANGE = "same-change"
    SAME_AMOUNT = "same-amount"
    CHANGE_AND_AMOUNT = "change-and-amount"
    WHOLE_AND_PARTS = "whole-and-parts"
    SAME_START = "same-start"


@dataclass(frozen=True, slots=True, order=True)
class FigurePlace:
    """A figure by its win and its place among the win's figures, counted from 0."""

    win: UUID
    figure: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubleCount:
    """Figures of at least two wins that may be one, oldest win first; of a whole and its parts the whole comes last.

    `value` is what may be counted more than once, never below zero: the amount, the size of the change or of the whole
    change; of changes that begin at the same value, that value. The change of a percentage is one of points.
    """

    overlap: Overlap
    places: tuple[FigurePlace, ...]
    value: Decimal
    unit: Unit
    currency: str


class _Told(NamedTuple):
    """A figure where it is told."""

    on: date
    place: FigurePlace
    figure: Figure
    customers: frozenset[UUID]

    @property
    def before(self) -> Decimal:
        """Return where the change began, or the value where nothing changed."""
        return self.figure.after if self.figure.before is None else self.figure.before

    @property
    def size(self) -> Decimal:
        """Return the size of the change, or of the value where nothing changed."""
        return abs(self.figure.after if self.figure.change is None else self.figure.change)


_Group = tuple[Overlap, Decimal, tuple[_Told, ...]]


def double_counts(wins: Iterable[Win]) -> tuple[DoubleCount, ...]:
    """Return what several of these wins may claim at once, the surest kind first, then in order of time.

    Two figures are named together once, under the surest kind. Wins in the trash claim nothing.
    """
    told = [
        _Told(win.happened_on, FigurePlace(win.id, at), figure, frozenset(win.customers))
        for win in wins
        if not win.in_trash
        for at, figure in enumerate(win.figures)
    ]
    told.sort(key=lambda one: (one.on, one.place))
    lone = [one for one in told if one.figure.before is None and one.figure.after > 0]
    changes = [one for one in told if one.figure.change]
    wholes = list(_wholes(changes, lone))
    groups = [
        *_joined(Overlap.SAME_CHANGE, changes, _ends, _is_same_change),
        *_without_instalments(_joined(Overlap.SAME_AMOUNT, lone, _amount, _is_same_amount), lone),
        *_change_and_amount(changes, lone),
        *wholes,
        *_joined(Overlap.SAME_START, changes, _start, _is_same_start),
    ]
    return tuple(_named(group) for group in _once(groups))


def _named(group: _Group) -> DoubleCount:
    overlap, value, found = group
    figure = found[-1].figure
    is_change_of_share = figure.unit is Unit.PERCENT and overlap is not Overlap.SAME_START
    return DoubleCount(
        overlap=overlap,
        places=tuple(one.place for one in found),
        value=value,
        unit=Unit.POINTS if is_change_of_share else figure.unit,
        currency=figure.currency,
    )


def _once(groups: Iterable[_Group]) -> Iterator[_Group]:
    """Yield the groups that name a pair no surer group names."""
    known: set[frozenset[FigurePlace]] = set()
    for group in groups:
        pairs = {frozenset((one.place, other.place)) for one, other in combinations(group[2], 2)}
        if pairs - known:
            yield group
        known |= pairs


def _ends(one: _Told) -> tuple[Decimal, ...]:
    return (one.before, one.figure.after)


def _start(one: _Told) -> tuple[Decimal, ...]:
    return (one.before,)


def _amount(one: _Told) -> tuple[Decimal, ...]:
    return (one.figure.after,)


def _joined(
    overlap: Overlap,
    told: Sequence[_Told],
    key: Callable[[_Told], tuple[Decimal, ...]],
    is_same: Callable[[_Told, _Told], bool],
) -> Iterator[_Group]:
    """Yield the figures that hang together pair by pair, of all that are equal by `key`, unit and currency."""
    alike: dict[tuple[object, ...], list[_Told]] = defaultdict(list)
    for one in told:
        alike[(one.figure.unit, one.figure.currency, *key(one))].append(one)
    for equal in alike.values():
        for found in _connected(equal, is_same):
            value = abs(found[0].before) if overlap is Overlap.SAME_START else found[0].size
            yield (overlap, value, tuple(found))


def _connected(told: Sequence[_Told], is_same: Callable[[_Told, _Told], bool]) -> Iterator[list[_Told]]:
    left = list(told)
    while left:
        found = [left.pop(0)]
        for one in found:
            joining = [other for other in left if other.place.win != one.place.win and is_same(one, other)]
            found += joining
            left = [other for other in left if other not in joining]
        if len({one.place.win for one in found}) > 1:
            yield sorted(found, key=lambda one: (one.on, one.place))


def _is_same_amount(one: _Told, other: _Told) -> bool:
    """Tell one amount in two wins: of one customer within a month, or within a quarter if it is no round sum.

    Where a win names no customer, it takes the same measure and an amount that hardly comes twice.
    """
    value, figure = one.figure.after, one.figure
    if _are_apart(one, other) or (figure.unit is not Unit.MONEY and not _is_telling_count(one, other)):
        return False
    if _share_customer(one, other):
        is_rare = _digits(value) >= 3 or value >= _VERY_LARGE
        return value >= 100 and _near(one, other, _QUARTER if is_rare else _MONTH)
    return value >= _LARGE and _digits(value) >= 3 and _same_subject(one, other) and _near(one, other, _MONTH)


def _is_telling_count(one: _Told, other: _Told) -> bool:
    value = one.figure.after
    return one.figure.unit is Unit.COUNT and value >= _LARGE and _digits(value) >= 3 and _same_subject(one, other)


def _is_same_change(one: _Told, other: _Told) -> bool:
    """Tell one change in two wins: the same ends of the same measure; small numbers ask for a common customer."""
    if _are_apart(one, other) or not _near(one, other, _YEAR):
        return False
    digits = (_digits(one.before), _digits(one.figure.after))
    if _same_subject(one, other):
        return _share_customer(one, other) or sum(digits) >= 4
    return min(digits) >= 3 and (one.figure.unit is not Unit.COUNT or _share_customer(one, other))


def _is_same_start(one: _Told, other: _Told) -> bool:
    """Tell two changes that begin at one value and go the same way."""
    goes_same_way = (one.figure.after < one.before) == (other.figure.after < other.before)
    return goes_same_way and one.figure.after != other.figure.after and _on_one_line(one, other, one.before)


def _on_one_line(one: _Told, other: _Told, value: Decimal) -> bool:
    """Return whether two changes that have `value` in common are of one balance or one measure."""
    if _are_apart(one, other):
        return False
    if _share_customer(one, other):
        is_telling = _digits(value) >= 2 if one.figure.unit is not Unit.MONEY else abs(value) >= 100
        is_one = one.figure.unit is Unit.MONEY or _same_subject(one, other)
        return is_one and is_telling and _near(one, other, _HALF_YEAR)
    is_one = _same_subject(one, other) and one.figure.scope is other.figure.scope
    return is_one and _digits(value) >= 3 and _near(one, other, _YEAR)


def _without_instalments(groups: Iterable[_Group], lone: Sequence[_Told]) -> Iterator[_Group]:
    """Leave out equal payments of one customer that a larger amount of that customer is a multiple of: a plan."""
    for group in groups:
        _, value, found = group
        if not any(_is_plan(one, value, found) for one in lone):
            yield group


def _is_plan(plan: _Told, value: Decimal, parts: Sequence[_Told]) -> bool:
    first = parts[0].figure
    if plan.figure.unit is not Unit.MONEY or (first.unit, first.currency) != (Unit.MONEY, plan.figure.currency):
        return False
    times, rest = divmod(plan.figure.after, value)
    is_multiple = rest == 0 and max(2, len(parts)) <= times <= _MOST_INSTALMENTS
    return is_multiple and all(_share_customer(plan, part) for part in parts)


def _change_and_amount(changes: Sequence[_Told], lone: Sequence[_Told]) -> Iterator[_Group]:
    """Yield an amount and a change of just that size: collected $48,200, and overdue down from $61,300 to $13,100."""
    by_size: dict[tuple[str, Decimal], list[_Told]] = defaultdict(list)
    for one in changes:
        if one.figure.unit is Unit.MONEY:
            by_size[(one.figure.currency, one.size)].append(one)
    for one in lone:
        found = by_size.get((one.figure.currency, one.size), []) if one.figure.unit is Unit.MONEY else []
        for change in found:
            if change.place.win != one.place.win and _is_change_of(change, one):
                pair = sorted((change, one), key=lambda told: (told.on, told.place))
                yield (Overlap.CHANGE_AND_AMOUNT, one.size, tuple(pair))


def _is_change_of(change: _Told, amount: _Told) -> bool:
    size = amount.size
    if _are_apart(change, amount) or size < _LARGE:
        return False
    return _near(change, amount, _QUARTER if _share_customer(change, amount) else _MONTH) and (
        _share_customer(change, amount) or _digits(size) >= 3
    )


def _wholes(changes: Sequence[_Told], lone: Sequence[_Told]) -> Iterator[_Group]:
    """Yield each change with the steps it is made of, and each amount with the payments that add up to it."""
    for whole in changes:
        steps = _steps(whole, changes)
        if steps:
            yield (Overlap.WHOLE_AND_PARTS, whole.size, (*steps, whole))
    money = [one for one in lone if one.figure.unit is Unit.MONEY and one.customers]
    for whole in (*money, *(one for one in changes if one.figure.unit is Unit.MONEY and one.customers)):
        parts = _parts(whole, money)
        if parts:
            yield (Overlap.WHOLE_AND_PARTS, whole.size, (*parts, whole))
    totals = [(one, days) for one in lone if one.figure.unit is Unit.MONEY and (days := days_said(one.figure.period))]
    for whole, days in totals:
        shorter = tuple(one for one, length in totals if length < days and _is_in_total(one, whole, days))
        if shorter:
            yield (Overlap.WHOLE_AND_PARTS, whole.size, (*shorter, whole))


def _steps(whole: _Told, changes: Sequence[_Told]) -> list[_Told]:
    """Return the smaller changes that lead one into the next from where the whole begins, or up to where it ends."""
    inside = [one for one in changes if _is_inside(one, whole)]
    first = [one for one in inside if one.before == whole.before and _on_one_line(one, whole, one.before)]
    last = [
        one for one in inside if one.figure.after == whole.figure.after and _on_one_line(one, whole, one.figure.after)
    ]
    found = {one.place: one for one in (*first, *last)}
    queue = list(first)
    for one in queue:
        following = [
            step for step in inside if step.before == one.figure.after and step.on >= one.on and step.place not in found
        ]
        found |= {step.place: step for step in following}
        queue += following
    return sorted(found.values(), key=lambda one: (one.on, one.place))


def _is_inside(one: _Told, whole: _Told) -> bool:
    """Return whether a change is a smaller one of the same kind, in the same direction, and not later."""
    if (one.figure.unit, one.figure.currency) != (whole.figure.unit, whole.figure.currency):
        return False
    if one.place.win == whole.place.win or one.on > whole.on or one.size >= whole.size or _are_apart(one, whole):
        return False
    low, high = sorted((whole.before, whole.figure.after))
    goes_same_way = (one.figure.after < one.before) == (whole.figure.after < whole.before)
    is_within = low <= min(one.before, one.figure.after) and max(one.before, one.figure.after) <= high
    is_one = _same_subject(one, whole) or (_share_customer(one, whole) and one.figure.unit is Unit.MONEY)
    return goes_same_way and is_within and is_one and _near(one, whole, _YEAR)


def _parts(whole: _Told, money: Sequence[_Told]) -> list[_Told]:
    """Return the payments of one customer, one after the other, that add up to the whole; none where they do not."""
    payments = [
        one
        for one in money
        if one.place.win != whole.place.win
        and one.figure.currency == whole.figure.currency
        and one.on <= whole.on
        and one.size < whole.size
        and _share_customer(one, whole)
        and _near(one, whole, _HALF_YEAR)
    ]
    for start in range(len(payments)):
        total = Decimal(0)
        for end, one in enumerate(payments[start : start + _MOST_PARTS], start + 1):
            total += one.size
            if total >= whole.size:
                if total == whole.size:
                    return payments[start:end]
                break
    return []


def _is_in_total(one: _Told, whole: _Told, days: int) -> bool:
    """Return whether what was summed up over a shorter time is in the sum of the longer one: a quarter in its year."""
    figure, total = one.figure, whole.figure
    is_one = (figure.currency, figure.scope) == (total.currency, total.scope) and _same_subject(one, whole)
    in_time = 0 <= (whole.on - one.on).days < days and one.place.win != whole.place.win
    return is_one and in_time and one.size < whole.size and one.customers == whole.customers


def _near(one: _Told, other: _Told, days: int) -> bool:
    return abs((one.on - other.on).days) <= days


def _share_customer(one: _Told, other: _Told) -> bool:
    return bool(one.customers & other.customers)


def _are_apart(one: _Told, other: _Told) -> bool:
    """Return whether both wins name their customers and have none in common."""
    return bool(one.customers) and bool(other.customers) and not _share_customer(one, other)


def _same_subject(one: _Told, other: _Told) -> bool:
    """Return whether one measure holds all the words of the other."""
    words, others = _words(one.figure.measure), _words(other.figure.measure)
    return bool(words) and bool(others) and (words <= others or others <= words)


def _words(measure: str) -> frozenset[str]:
    return frozenset(measure.casefold().replace("-", " ").split()) - _FILLERS


def _digits(value: Decimal) -> int:
    """Return how many digits say something: 3 of 47.9 and of 48,200, 1 of 5,000."""
    return len(value.normalize().as_tuple().digits)
