"""The last look at a finished file: is it whole, and does it hold anything that must not be in it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from arcareer.documents.blocks import Block, Table, runs_of
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.furniture import is_furniture
from arcareer.documents.own_words import OwnWords, composed, own_words, squeezed, strings_of_our_base
from arcareer.documents.package_texts import Package
from arcareer.documents.printed import Printed
from arcareer.errors import UserError

TEXT = "the text"
FILE_NAME = "the file name"
_LEAST_IN_BYTES = 5


@dataclass(frozen=True, slots=True)
class Leak:
    """What must not be printed, as it is written there, and the place in words."""

    name: str
    place: str


class LeakFound(UserError):  # noqa: N818 - a refusal with its reasons
    """The file would show what was to be hidden, so it was not written."""

    def __init__(self, leaks: tuple[Leak, ...]) -> None:
        told = "; ".join(dict.fromkeys(f"“{leak.name}” in {leak.place}" for leak in leaks[:5]))
        super().__init__(
            f"The document was not written, because what you hide would still be in it: {told}. "
            "Change the alias or the text there, or choose another level."
        )
        self.leaks = leaks


def check_package(data: bytes, printed: Printed, file_name: str) -> None:
    """Read a finished Word file part by part.

    Raises `LeakFound` where hidden words are in any part, property or the file's name, and RuntimeError where the file
    does not say what it should: then the fault is ours and the file must not be used.
    """
    package = Package(data)
    if package.words != "".join(_expected(printed.blocks)):
        raise RuntimeError("the Word file does not hold the words it was given")
    if package.points_outside:
        raise RuntimeError("the Word file points at something outside itself")
    if not printed.disclosure.hides_names:
        return
    shipped = strings_of_our_base(printed)
    found = [one for one in package.texts() if one not in shipped and not is_furniture(one)]
    gate = _Gate(printed)
    leaks = [*gate.composed()]
    leaks += [leak for one in found if not one.raw for leak in gate.leaks(one.text, one.place)]
    leaks += [leak for one in found if one.raw for leak in gate.leaks_in_bytes(one.text, one.place)]
    _stop((*leaks, *gate.leaks(file_name, FILE_NAME)))


def check_texts(places: Iterable[tuple[str, str]], printed: Printed, file_name: str) -> None:
    """Raise `LeakFound` where hidden words are in the file's name or in any text, each given behind its place."""
    if printed.disclosure.hides_names:
        gate = _Gate(printed)
        leaks = (leak for place, text in (*places, (FILE_NAME, file_name)) for leak in gate.leaks(text, place))
        _stop((*gate.composed(), *leaks))


def check_aliases(disclosure: Disclosure) -> None:
    """Raise `UserError` where an alias holds a customer's name itself."""
    for alias in disclosure.aliases.values():
        if hits := disclosure.names_in(alias):
            name = alias[hits[0].start : hits[0].end]
            raise UserError(
                f"The alias “{alias}” holds the name of a customer, “{name}”. Nothing was written. Choose another one."
            )


class _Gate:
    def __init__(self, printed: Printed) -> None:
        self._disclosure = printed.disclosure
        self._own: OwnWords = own_words(printed)
        self._composed = composed(printed)
        self._unknown = self._disclosure.amounts - self._composed.numbers

    def composed(self) -> Iterator[Leak]:
        """Yield what the document was composed with already although this level hides it."""
        for text in dict.fromkeys(self._composed.texts):
            yield from (Leak(secret, TEXT) for secret in self._disclosure.secrets_in(text, frozenset()))

    def leaks(self, text: str, place: str) -> Iterator[Leak]:
        """Yield names outside the document's own words, and what else is hidden and no part of what was composed.

        What was composed is looked at by itself, because formats run words together that stand apart on the page.
        """
        for hit in self._disclosure.names_in(text):
            if not self._own.cover(text, hit.start, hit.end):
                yield Leak(text[hit.start : hit.end], place)
        for secret in self._disclosure.secrets_in(text, self._unknown):
            if squeezed(secret) not in self._composed.letters:
                yield Leak(secret, place)

    def leaks_in_bytes(self, text: str, place: str) -> Iterator[Leak]:
        """Yield names in what can be read of a picture; short ones stand in any bytes by chance."""
        hits = ((hit.start, hit.end) for hit in self._disclosure.names_in(text))
        yield from (Leak(text[start:end], place) for start, end in hits if end - start >= _LEAST_IN_BYTES)


def _stop(leaks: tuple[Leak, ...]) -> None:
    if leaks:
        raise LeakFound(leaks)


def _expected(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (column.heading for column in block.columns)
        for run in runs_of(block):
            yield str(run.text).replace("\n", "").replace("\t", "")
