"""The value showcase checklist: what is claimed in a review period, proven by linked wins, in the user's own order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID

from arcareer.domain.changes import Change, Edit, EditGroup, EntityKind
from arcareer.domain.checklist import (
    ARRANGEMENT_ID,
    ChecklistArrangement,
    ChecklistBoard,
    ChecklistClaim,
    ChecklistItem,
    ChecklistLine,
    arrange,
    board_of,
    claim_id,
    claim_state,
)
from arcareer.domain.identity import new_id
from arcareer.domain.periods import Period
from arcareer.errors import FieldProblem
from arcareer.services.editing import EditService
from arcareer.storage.store import Store


class ChecklistService:
    """Use cases of the checklist; `items` are the shipped ones. What changes something returns the change applied."""

    def __init__(self, store: Store, edits: EditService, items: tuple[ChecklistItem, ...]) -> None:
        self._store = store
        self._edits = edits
        self._shipped = items

    def items(self) -> tuple[ChecklistItem, ...]:
        """Return every item, hidden ones too, in the user's order."""
        return arrange(self._shipped, self._arrangement() or ChecklistArrangement())

    def board(self, period: Period) -> ChecklistBoard:
        """Return the checklist with everything claimed and linked in a review period."""
        with self._store.read() as unit:
            claims = {claim.item_key: claim for claim in unit.claims.of_period(period.key)}
        linked = {win for claim in claims.values() for win in claim.wins}
        wins = {summary.id: summary for summary in self._store.glance.summaries(sorted(linked))}
        return board_of(
            ChecklistLine(item, claim, claim_state(claim, proof), proof)
            for item in self.items()
            for claim in (claims.get(item.key),)
            for proof in (tuple(wins[win] for win in claim.wins if win in wins) if claim else (),)
        )

    def backed_items(self, win_id: UUID) -> tuple[ChecklistItem, ...]:
        """Return the items a win is linked to in any period, in the user's order."""
        with self._store.read() as unit:
            keys = {claim.item_key for claim in unit.claims.proven_by(win_id)}
        return tuple(item for item in self.items() if item.key in keys)

    def claim(self, item_key: str, period: Period) -> ChecklistClaim:
        """Return what is claimed for an item in a review period; an empty claim where nothing is."""
        identity = claim_id(item_key, period.key)
        with self._store.read() as unit:
            return unit.claims.get(identity) or _empty_claim(item_key, period)

    def save_claim(self, before: ChecklistClaim, after: ChecklistClaim) -> Edit:
        """Save a changed claim: blanks filled, a result, the hand tick, linked wins."""
        with self._store.read() as unit:
            stored = unit.claims.get(after.id)
        is_first = stored is None and before == replace(before, blanks=(), result="", ticked=False, wins=())
        return self._edits.put("Edit checklist item", EntityKind.CHECKLIST_CLAIM, None if is_first else before, after)

    def set_ticked(self, item_key: str, period: Period, *, ticked: bool) -> Edit:
        """Tick an item by hand, or take the tick back."""
        label = "Tick checklist item" if ticked else "Untick checklist item"
        return self._change_claim(label, item_key, period, lambda claim: replace(claim, ticked=ticked))

    def link(self, item_key: str, period: Period, win_ids: Iterable[UUID]) -> Edit:
        """Link wins to an item as its proof, behind those already linked."""
        added = tuple(win_ids)
        label = "Link win" if len(added) == 1 else f"Link {len(added):,} wins"
        return self._change_claim(
            label, item_key, period, lambda claim: replace(claim, wins=tuple(dict.fromkeys((*claim.wins, *added))))
        )

    def unlink(self, item_key: str, period: Period, win_ids: Iterable[UUID]) -> Edit:
        """Take wins from an item; the wins themselves stay as they are."""
        removed = frozenset(win_ids)
        label = "Unlink win" if len(removed) == 1 else f"Unlink {len(removed):,} wins"
        return self._change_claim(
            label,
            item_key,
            period,
            lambda claim: replace(claim, wins=tuple(win for win in claim.wins if win not in removed)),
        )

    def add_item(self, label: str, group: str) -> Edit:
        """Add an item of the user's own at the end of a group."""
        _check_label(label)
        item = ChecklistItem(key=f"own-{new_id()}", label=label, group=group, own=True)
        return self._rearrange("Add checklist item", lambda old: replace(old, own_items=(*old.own_items, item)))

    def rename_item(self, key: str, label: str) -> Edit:
        """Give an item of the user's own another label."""
        _check_label(label)

        def renamed(old: ChecklistArrangement) -> ChecklistArrangement:
            items = (replace(item, label=label) if item.key == key else item for item in old.own_items)
            return replace(old, own_items=tuple(items))

        return self._rearrange("Rename checklist item", renamed)

    def remove_item(self, key: str) -> Change:
        """Remove an item of the user's own with all that was claimed for it; linked wins stay as they are."""
        with self._store.read() as unit:
            claims = unit.claims.of_item(key)
        label = "Remove checklist item"
        before = self._arrangement()
        old = before or ChecklistArrangement()
        after = replace(
            old,
            own_items=tuple(item for item in old.own_items if item.key != key),
            order=tuple(other for other in old.order if other != key),
            hidden=tuple(other for other in old.hidden if other != key),
        )
        removed = (Edit(label, EntityKind.CHECKLIST_CLAIM, claim, None) for claim in claims)
        change = EditGroup(label, (*removed, Edit(label, EntityKind.CHECKLIST_ARRANGEMENT, before, after)))
        self._edits.apply(change)
        return change

    def hide(self, key: str) -> Edit:
        """Hide an item; what is claimed for it is kept."""
        return self._rearrange(
            "Hide checklist item", lambda old: replace(old, hidden=tuple(dict.fromkeys((*old.hidden, key))))
        )

    def show(self, key: str) -> Edit:
        """Show a hidden item again."""
        return self._rearrange(
            "Show checklist item",
            lambda old: replace(old, hidden=tuple(other for other in old.hidden if other != key)),
        )

    def move(self, key: str, to_index: int) -> Edit:
        """Move an item to a position among all items, hidden ones counted."""
        order = [item.key for item in self.items() if item.key != key]
        order.insert(to_index, key)
        return self._rearrange("Move checklist item", lambda old: replace(old, order=tuple(order)))

    def _arrangement(self) -> ChecklistArrangement | None:
        with self._store.read() as unit:
            return unit.arrangements.get(ARRANGEMENT_ID)

    def _rearrange(self, label: str, change: Callable[[ChecklistArrangement], ChecklistArrangement]) -> Edit:
        before = self._arrangement()
        after = change(before or ChecklistArrangement())
        return self._edits.put(label, EntityKind.CHECKLIST_ARRANGEMENT, before, after)

    def _change_claim(
        self, label: str, item_key: str, period: Period, change: Callable[[ChecklistClaim], ChecklistClaim]
    ) -> Edit:
        with self._store.read() as unit:
            before = unit.claims.get(claim_id(item_key, period.key))
        after = change(before or _empty_claim(item_key, period))
        return self._edits.put(label, EntityKind.CHECKLIST_CLAIM, before, after)


def _empty_claim(item_key: str, period: Period) -> ChecklistClaim:
    return ChecklistClaim(id=claim_id(item_key, period.key), item_key=item_key, period_key=period.key)


def _check_label(label: str) -> None:
    if not label.strip():
        raise FieldProblem("label", "An item needs a few words: say what you want to be able to show.")
