"""The value showcase checklist: items, what the user claims for them, and how far a claim is proven."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from arcareer.domain.identity import named_id
from arcareer.domain.win_lists import WinSummary

ARRANGEMENT_ID = named_id("checklist-arrangement")


class ClaimState(StrEnum):
    """How far an item is proven in a review period."""

    MISSING = "missing"
    CLAIMED = "claimed"
    EVIDENCED = "evidenced"
    EVIDENCED_WITH_NUMBER = "evidenced-with-number"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One contribution a promotion case is expected to show. `key` is the content id, or the id of an own item."""

    key: str
    label: str
    group: str
    blanks: tuple[str, ...] = ()
    why: str = ""
    good_proof: tuple[str, ...] = ()
    own: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistArrangement:
    """The user's own items, and which items are hidden and in what order all items stand."""

    id: UUID = ARRANGEMENT_ID
    own_items: tuple[ChecklistItem, ...] = ()
    order: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistClaim:
    """What the user says for one item in one review period: blanks filled, hand tick, linked wins."""

    id: UUID
    item_key: str
    period_key: str
    blanks: tuple[tuple[str, str], ...] = ()
    result: str = ""
    ticked: bool = False
    wins: tuple[UUID, ...] = ()


def claim_id(item_key: str, period_key: str) -> UUID:
    """Return the identity of what is claimed for one item in one period."""
    return named_id("checklist-claim", item_key, period_key)


class Proof(Protocol):
    """A win, whole or in summary, as far as it proves something."""

    @property
    def has_number(self) -> bool:
        """Return whether it carries at least one figure."""

    @property
    def in_trash(self) -> bool:
        """Return whether it lies in the trash."""


def claim_state(claim: ChecklistClaim | None, linked: Iterable[Proof]) -> ClaimState:
    """Return the state a claim has reached; wins in the trash prove nothing."""
    living = [win for win in linked if not win.in_trash]
    if any(win.has_number for win in living):
        return ClaimState.EVIDENCED_WITH_NUMBER
    if living:
        return ClaimState.EVIDENCED
    if claim and (claim.ticked or claim.result.strip() or any(value.strip() for _, value in claim.blanks)):
        return ClaimState.CLAIMED
    return ClaimState.MISSING


def arrange(items: Iterable[ChecklistItem], arrangement: ChecklistArrangement) -> tuple[ChecklistItem, ...]:
    """Return shipped and own items in the user's order, each marked hidden or not; unplaced items keep their place."""
    known = {item.key: item for item in (*items, *arrangement.own_items)}
    placed = [key for key in arrangement.order if key in known]
    order = placed + [key for key in known if key not in set(placed)]
    hidden = set(arrangement.hidden)
    return tuple(_shown(known[key], key in hidden) for key in order)


def _shown(item: ChecklistItem, hidden: bool) -> ChecklistItem:  # noqa: FBT001 - a plain setter of one field
    return ChecklistItem(
        key=item.key,
        label=item.label,
        group=item.group,
        blanks=item.blanks,
        why=item.why,
        good_proof=item.good_proof,
        own=item.own,
        hidden=hidden,
    )


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One item of the board: what is claimed for it in the period, how far that is proven, and by which wins."""

    item: ChecklistItem
    claim: ChecklistClaim | None
    state: ClaimState
    wins: tuple[WinSummary, ...] = ()


@dataclass(frozen=True, slots=True)
class ChecklistGroup:
    """Items that stand together under one label."""

    label: str
    lines: tuple[ChecklistLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistBoard:
    """The checklist in one review period.

    `groups` hold the shown items, `hidden` the others; only shown items are counted. `proven` items have a win with a
    number, `with_story` a win without one, `open` none; the three add up to `total`.
    """

    groups: tuple[ChecklistGroup, ...]
    hidden: tuple[ChecklistLine, ...] = ()
    proven: int = 0
    with_story: int = 0
    open: int = 0

    @property
    def total(self) -> int:
        """Return how many items are shown."""
        return self.proven + self.with_story + self.open


def board_of(lines: Iterable[ChecklistLine]) -> ChecklistBoard:
    """Return the board of arranged lines: groups in the order in which their first item stands."""
    shown: dict[str, list[ChecklistLine]] = {}
    hidden = []
    for line in lines:
        if line.item.hidden:
            hidden.append(line)
        else:
            shown.setdefault(line.item.group, []).append(line)
    states = [line.state for group in shown.values() for line in group]
    proven = states.count(ClaimState.EVIDENCED_WITH_NUMBER)
    with_story = states.count(ClaimState.EVIDENCED)
    return ChecklistBoard(
        groups=tuple(ChecklistGroup(label, tuple(group)) for label, group in shown.items()),
        hidden=tuple(hidden),
        proven=proven,
        with_story=with_story,
        open=len(states) - proven - with_story,
    )
