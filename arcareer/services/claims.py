"""The numbers the user stands by as their own word, and what they would say of a claim."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.documents import AcceptedNumber, Defence
from arcareer.domain.journal import Win
from arcareer.domain.periods import ALL_TIME
from arcareer.services.editing import EditService
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.documents.claim_ledger import LedgerLine
    from arcareer.documents.defence_card import DefenceCard
    from arcareer.documents.number_tracing import FigureMatch

_MOST_ALIKE: Final = 3


class ClaimService:
    """Use cases of claims; what changes something returns the change it applied."""

    def __init__(self, store: Store, edits: EditService) -> None:
        self._store = store
        self._edits = edits

    def accepted(self) -> tuple[AcceptedNumber, ...]:
        """Return the numbers the user stands by."""
        with self._store.read() as unit:
            return unit.repository(EntityKind.ACCEPTED_NUMBER).all()

    def accept(self, sentence: str, number: str) -> Edit:
        """Stand by a number as it is printed in a sentence."""
        after = AcceptedNumber.of(sentence, number)
        with self._store.read() as unit:
            before = unit.repository(EntityKind.ACCEPTED_NUMBER).get(after.id)
        return self._edits.put("Stand by a number", EntityKind.ACCEPTED_NUMBER, before, after)

    def take_back(self, sentence: str, number: str) -> Edit:
        """No longer stand by a number. Raises `StaleEdit` where the user did not."""
        stands = AcceptedNumber.of(sentence, number)
        return self._edits.put("No longer stand by a number", EntityKind.ACCEPTED_NUMBER, stands, None)

    def defence(self, key: str) -> Defence:
        """Return what the user would say of a claim; empty where nothing was entered."""
        empty = Defence.of(key)
        with self._store.read() as unit:
            return unit.repository(EntityKind.DEFENCE).get(empty.id) or empty

    def card(self, line: LedgerLine, win: Win | None) -> DefenceCard:
        """Return the card of a number of a document; `win` is the win behind it, if there is one.

        Of a number that traces to nothing it names wins of the whole library whose figures say the same.
        """
        from arcareer.documents.defence_card import card_key, defence_card  # noqa: PLC0415 - seldom needed

        kept = self.defence(card_key(line, win))
        return defence_card(line, win, kept, islice(self._alike(line), _MOST_ALIKE))

    def _alike(self, line: LedgerLine) -> Iterator[tuple[Win, FigureMatch]]:
        from arcareer.documents.claim_ledger import LineState  # noqa: PLC0415 - seldom needed
        from arcareer.documents.number_tracing import saying  # noqa: PLC0415

        if line.state is not LineState.TRACED:
            with self._store.read() as unit:
                wins = unit.wins.in_period(ALL_TIME)
            yield from saying(line.number, wins)

    def save_defence(self, before: Defence, after: Defence, *, draft_key: str | None = None) -> Edit:
        """Keep what the user would say, and drop the half-typed text it came from."""
        with self._store.read() as unit:
            stored = unit.repository(EntityKind.DEFENCE).get(before.id)
        expected = None if stored is None else before
        return self._edits.put("Edit defence", EntityKind.DEFENCE, expected, after, draft_key=draft_key)
