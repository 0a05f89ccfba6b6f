"""Names in a document that no list of customers has: they would be printed as typed, so the user is asked to look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID

from arcareer.content.capture_models import CaptureWords
from arcareer.domain.journal import Win
from arcareer.services.possible_names import possible_names

if TYPE_CHECKING:
    from arcareer.documents.disclosure import Disclosure

_FIELDS: Final = ("headline", "situation", "action", "outcome")


@dataclass(frozen=True, slots=True)
class UnknownName:
    """What may be a customer's name, and the first win that has it."""

    name: str
    win: UUID


def unknown_names(
    wins: Iterable[Win], disclosure: Disclosure, words: CaptureWords, own: Iterable[str]
) -> tuple[UnknownName, ...]:
    """Return what may be customers' names in the words of these wins and is not hidden, each once, in their order.

    `own` are names that are the user's own: of the user, the employer. Colleagues of a win are none either.
    """
    if not disclosure.hides_names:
        return ()
    ours = {name.casefold() for name in own if name}
    found: dict[str, UnknownName] = {}
    for win in wins:
        colleagues = {name.casefold() for name in win.colleagues}
        for name in _names(win, disclosure, words):
            if name.casefold() not in ours | colleagues:
                found.setdefault(name.casefold(), UnknownName(name, win.id))
    return tuple(found.values())


def _names(win: Win, disclosure: Disclosure, words: CaptureWords) -> Iterator[str]:
    for field in _FIELDS:
        text: str = getattr(win, field)
        if text:
            taken = [(hit.start, hit.end) for hit in disclosure.names_in(text)]
            yield from possible_names(text, words, taken, has_figures=win.has_number)
