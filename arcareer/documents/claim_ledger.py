"""The claim ledger: every number of a document with what stands behind it, and the stop for those without anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final
from uuid import UUID

from arcareer.documents.claim_places import Passage, passages
from arcareer.documents.claims import NOTE_KEY, Claim, ClaimKind, alias_claim
from arcareer.documents.number_marks import NumberMark, number_marks
from arcareer.documents.number_tracing import FigureMatch, WinNumbers, follows
from arcareer.documents.printed import Printed
from arcareer.documents.text import Piece
from arcareer.domain.documents import AcceptedNumber
from arcareer.domain.figures import Figure
from arcareer.domain.journal import Win
from arcareer.errors import UserError
from arcareer.prose.text import sentences

_TOLD: Final = 5


class LineState(StrEnum):
    """Whether it is known where a number comes from."""

    TRACED = "traced"
    ACCEPTED = "accepted"
    UNTRACED = "untraced"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """A number as it is printed, the sentence it stands in, the heading above, and what stands behind it.

    `measures` is False for dates, codes and the like. `match` is the figure it says, where it says one.
    """

    number: str
    sentence: str
    place: str
    claim: Claim | None
    state: LineState
    measures: bool = True
    match: FigureMatch | None = None

    @property
    def win(self) -> UUID | None:
        """Return the win that stands behind the number."""
        return self.match.win if self.match else self.claim.win if self.claim else None

    @property
    def figure(self) -> Figure | None:
        """Return the figure that stands behind the number."""
        return self.match.figure if self.match else None


@dataclass(frozen=True, slots=True)
class ClaimLedger:
    """One line for every number of a document, in its order."""

    lines: tuple[LedgerLine, ...]

    @property
    def untraced(self) -> tuple[LedgerLine, ...]:
        """Return the lines that stop the document from going out."""
        return tuple(line for line in self.lines if line.state is LineState.UNTRACED)


class Untraced(UserError):  # noqa: N818 - a refusal with its reasons
    """The document holds numbers that trace to nothing, so it did not go out."""

    def __init__(self, lines: tuple[LedgerLine, ...]) -> None:
        numbers: dict[str, dict[str, None]] = {}
        for line in lines:
            numbers.setdefault(line.sentence, {})[f"“{line.number}”"] = None
        told = [f"{', '.join(some)} in “{sentence}”" for sentence, some in numbers.items()]
        more = f"; and {len(told) - _TOLD:,} more" if len(told) > _TOLD else ""
        super().__init__(
            "The document did not go out, because it holds numbers that nothing stands behind: "
            f"{'; '.join(told[:_TOLD])}{more}. "
            "Link the win they come from, write them otherwise, or accept them as your own word."
        )
        self.lines = lines


def stop(ledger: ClaimLedger) -> None:
    """Raise `Untraced` where a number of the document traces to nothing."""
    if untraced := ledger.untraced:
        raise Untraced(untraced)


def claim_ledger(printed: Printed, wins: Mapping[UUID, Win], accepted: Iterable[AcceptedNumber] = ()) -> ClaimLedger:
    """Return the ledger of a document.

    A figure is traced where its win holds it as printed, and a change where it comes out again; what else is computed
    or recorded by the library is traced by its claim. The user's words for a win are traced where the win holds them;
    words that claim what wins must hold are traced where a figure or the words of those wins say the same number, and
    whatever measures nothing (dates, codes, payment terms) by having been typed. `wins` are all of the library that a
    document may speak of.
    """
    tracer = _Tracer(wins, {one.id for one in accepted})
    return ClaimLedger(tuple(line for passage in passages(printed) for line in tracer.lines(passage)))


class _Tracer:
    def __init__(self, wins: Mapping[UUID, Win], accepted: set[UUID]) -> None:
        self._wins = wins
        self._accepted = accepted
        self._numbers: dict[UUID, WinNumbers] = {}

    def lines(self, passage: Passage) -> Iterator[LedgerLine]:
        at, words = 0, _Sentences(passage)
        for piece in passage.pieces:
            for mark in number_marks(piece.text):
                if mark.has_digit or not piece.own:
                    yield self._line(mark, piece, words.around(at + mark.start), passage.place)
            at += 0 if is_note(piece) else len(piece.text)

    def _line(self, mark: NumberMark, piece: Piece, sentence: str, place: str) -> LedgerLine:
        claim = piece.claim if piece.customer is None else alias_claim(piece.customer)
        number = " ".join(mark.text.split())
        state, match = self._traced(mark, claim, piece)
        if state is LineState.UNTRACED and AcceptedNumber.of(sentence, number).id in self._accepted:
            state = LineState.ACCEPTED
        return LedgerLine(
            number=number,
            sentence=sentence,
            place=place,
            claim=claim,
            state=state,
            measures=mark.measures,
            match=match,
        )

    def _traced(self, mark: NumberMark, claim: Claim | None, piece: Piece) -> tuple[LineState, FigureMatch | None]:
        if claim is None:
            return LineState.UNTRACED, None
        typed = "" if piece.own else piece.text
        match claim.kind:
            case ClaimKind.FIGURE:
                return self._of_figure(mark, claim, typed)
            case ClaimKind.TYPED if claim.backed_by is not None:
                return self._of_others((mark,), claim.backed_by)
            case ClaimKind.TYPED if claim.win is not None:
                return self._of_win(mark, claim.win, typed)
            case ClaimKind.COMPUTED:
                return self._of_formula(mark, claim, piece.text)
            case _:
                return LineState.TRACED, None

    def _of_figure(self, mark: NumberMark, claim: Claim, typed: str) -> tuple[LineState, FigureMatch | None]:
        numbers = self._of(claim.win)
        match = numbers.printed(mark, claim.key, typed) if numbers is not None else None
        return (LineState.TRACED if match else LineState.UNTRACED), match

    def _of_win(self, mark: NumberMark, win: UUID | None, typed: str = "") -> tuple[LineState, FigureMatch | None]:
        numbers = self._of(win)
        if numbers is None or not numbers.says(mark, typed):
            return LineState.UNTRACED, None
        return LineState.TRACED, numbers.match(mark)

    def _of_formula(self, mark: NumberMark, claim: Claim, words: str) -> tuple[LineState, FigureMatch | None]:
        if claim.backed_by is not None:
            exact = (number for words in claim.inputs for number in number_marks(words))
            return self._of_others(tuple(exact), claim.backed_by)
        if not mark.measures or follows(words, claim.formula, claim.inputs):
            return LineState.TRACED, None
        return self._of_win(mark, claim.win)

    def _of_others(
        self, marks: tuple[NumberMark, ...], backed_by: tuple[UUID, ...]
    ) -> tuple[LineState, FigureMatch | None]:
        backing = [numbers for win in backed_by if (numbers := self._of(win))]
        found = None
        for mark in marks:
            match = next((match for numbers in backing if (match := numbers.match(mark))), None)
            if not match and mark.measures and not any(numbers.tells(mark) for numbers in backing):
                return LineState.UNTRACED, None
            found = found or match
        return LineState.TRACED, found

    def _of(self, win: UUID | None) -> WinNumbers | None:
        if win is None or win not in self._wins:
            return None
        return self._numbers.setdefault(win, WinNumbers(self._wins[win]))


class _Sentences:
    """The sentences of a passage, without the numbers of its notes."""

    def __init__(self, passage: Passage) -> None:
        self._text = "".join(piece.text for piece in passage.pieces if not is_note(piece))

    def around(self, at: int) -> str:
        """Return the sentence that holds the sign at `at`, on one line."""
        start = next((start for start, end in self._spans if at < end), 0)
        end = next((end for _, end in self._spans if at < end), len(self._text))
        return " ".join(self._text[start:end].split())

    @cached_property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        """Return where each sentence begins and ends; a line ends one too."""
        spans: list[tuple[int, int]] = []
        start = 0
        for line in self._text.split("\n"):
            spans.extend((start + span.start, start + span.end) for span in sentences(line))
            start += len(line) + 1
        return tuple(spans)


def is_note(piece: Piece) -> bool:
    """Return whether a piece is the number of a note, which stands between the words and not in them."""
    return piece.claim is not None and piece.claim.key == NOTE_KEY
