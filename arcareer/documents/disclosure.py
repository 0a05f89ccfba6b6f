"""Who may read a document, and therefore what stands in it instead of names, contacts, amounts and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from uuid import UUID

from arcareer.documents.banded_words import in_bands
from arcareer.documents.banding import Bands
from arcareer.documents.claims import Claim, alias_claim, band_claim
from arcareer.documents.contacts import find_addresses, find_phones
from arcareer.documents.figure_words import FigureWords
from arcareer.documents.hiding import Hidden, laid
from arcareer.documents.identifiers import find_pointers, find_references
from arcareer.documents.openings import begins, follows_label, with_capital
from arcareer.documents.reference_words import in_other_words
from arcareer.documents.text import NOTHING, Doubt, Piece, Text, joined, own
from arcareer.documents.text_cleaning import clean
from arcareer.domain.customers import Customer
from arcareer.domain.documents import DisclosureLevel, NameVerdict
from arcareer.domain.figures import Figure, Unit, figure_text
from arcareer.domain.names import NameHit, NameMatcher

_Verdicts = Mapping[tuple[UUID, str], bool]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What may be in a document.

    Below INTERNAL every customer is printed as the alias, and mail addresses and telephone numbers go. OUTSIDE amounts
    become bands or rates too, and numbers of documents and accounts, links and names of files go. `verdicts` say by
    customer and sentence whether a doubtful word is the name; where nothing was said it is hidden.
    """

    level: DisclosureLevel
    matcher: NameMatcher = field(compare=False)
    aliases: Mapping[UUID, str]
    verdicts: _Verdicts = field(default_factory=dict)
    amounts: frozenset[Decimal] = frozenset()

    @classmethod
    def of(
        cls, level: DisclosureLevel, customers: Iterable[Customer], verdicts: Iterable[NameVerdict] = ()
    ) -> Disclosure:
        """Return the disclosure at `level` for these customers and what the user said of doubtful names."""
        known = tuple(customers)
        matcher = NameMatcher({customer.id: customer.names for customer in known})
        said = {(verdict.customer, _key(verdict.sentence)): verdict.is_name for verdict in verdicts}
        return cls(level, matcher, {customer.id: clean(customer.alias) for customer in known}, said)

    @property
    def hides_names(self) -> bool:
        """Return whether aliases stand for customers' names."""
        return self.level is not DisclosureLevel.INTERNAL

    @property
    def hides_amounts(self) -> bool:
        """Return whether bands stand for amounts, and numbers of documents, links and evidence are left out."""
        return self.level is DisclosureLevel.OUTSIDE

    @property
    def figures(self) -> FigureWords:
        """Return how figures are said at this level."""
        return FigureWords(Bands(self.amounts) if self.hides_amounts else None)

    def knowing(self, amounts: Iterable[Decimal], texts: Iterable[str] = ()) -> Disclosure:
        """Return the disclosure for a document that is made of these amounts of money and these typed texts.

        No band then begins or ends with one of them, and they are found where no currency stands beside them.
        """
        if not self.hides_amounts:
            return self
        from arcareer.documents.amounts import find_amounts  # noqa: PLC0415 - loads the figure tagger

        exact = {abs(amount) for amount in amounts}
        typed = (end for text in texts for one in find_amounts(clean(text)) for end in (one.low, one.high))
        exact.update(abs(end) for end in typed if end is not None)
        return replace(self, amounts=self.amounts | exact - {Decimal(0)})

    def text(self, typed: str, claim: Claim | None = None, *, opens: bool = True) -> Text:
        """Return what the user typed as it may be printed: cleaned, with other words for what this level hides.

        The user's words get the claim; a band gets that of a computation from it. `opens` says that the text begins a
        line or a cell: other words at its beginning have a capital then, as they have at that of a sentence.
        """
        cleaned = clean(typed).strip()
        if not self.hides_names or not cleaned:
            return Text((Piece(cleaned, claim=claim),)) if cleaned else Text()
        pieces: list[Piece] = []
        end = 0
        for hidden in self._hidden(cleaned):
            pieces.append(Piece(cleaned[end : hidden.start], claim=claim))
            is_first = (opens or hidden.start > 0) and _opens(cleaned, hidden)
            pieces.append(self._piece(cleaned, hidden, claim, is_first=is_first))
            end = hidden.end
        pieces.append(Piece(cleaned[end:], claim=claim))
        return Text(tuple(piece for piece in pieces if piece.text))

    def hide(self, text: str) -> str:
        """Return the text as it may be printed, as plain words."""
        return str(self.text(text))

    def figure_line(self, figure: Figure, claim: Claim) -> Text:
        """Return a figure in one short line; a change of money outside is its rate."""
        if not self.hides_amounts or figure.unit is not Unit.MONEY:
            return self.text(figure_text(figure), claim)
        _, value, _ = self.figures.headline(figure)
        is_lone = figure.before is None
        parts = (own(value, self.figures.claim(claim, figure)), self.text(figure.measure, claim, opens=not is_lone))
        return joined((part for part in (parts if is_lone else parts[::-1]) if part), " ")

    def source(self, typed: str, claim: Claim | None = None, *, opens: bool = True) -> Text:
        """Return where a figure comes from; nothing where that is a file or a link and those are left out."""
        if self.hides_amounts and any(True for _ in find_pointers(clean(typed))):
            return NOTHING
        return self.text(typed, claim, opens=opens)

    def names_in(self, text: str) -> tuple[NameHit, ...]:
        """Return where names that must not be printed stand in the text; nothing where names may be shown."""
        return self.matcher.find(text) if self.hides_names and text else ()

    def secrets_in(self, text: str, amounts: frozenset[Decimal]) -> Iterator[str]:
        """Yield what besides names must not be printed at this level and stands in a printed text all the same.

        `amounts` are numbers that are money without a currency beside them, too.
        """
        if self.hides_names:
            yield from (text[one.start : one.end] for find in (find_addresses, find_phones) for one in find(text))
        if self.hides_amounts:
            from arcareer.documents.amounts import find_amounts  # noqa: PLC0415 - loads the figure tagger

            plain = Bands(self.amounts).removed(text)
            yield from (text[one.start : one.end] for one in find_references(text))
            yield from (plain[one.start : one.end] for one in find_amounts(plain, amounts))

    def doubts(self, texts: Iterable[Text]) -> tuple[Doubt, ...]:
        """Return the doubtful words of texts that were made here, each sentence once, with what is printed of it."""
        found = {
            (piece.doubt.customer, piece.doubt.sentence): piece.doubt
            for text in texts
            for piece in text.pieces
            if piece.doubt is not None
        }
        return tuple(replace(doubt, hidden_sentence=self.hide(doubt.sentence)) for doubt in found.values())

    @property
    def sentences_that_may_stand(self) -> frozenset[str]:
        """Return the sentences, as they are printed, in which the user takes a word like a name for an ordinary one."""
        told = [sentence for (_, sentence), is_name in self.verdicts.items() if not is_name]
        return frozenset(str(self.text(sentence, opens=opens)) for sentence in told for opens in (True, False))

    def _hidden(self, text: str) -> list[Hidden]:
        """Return what other words stand for, in the order of the text."""
        names = list(self._names(text))
        addresses = [self._named(address, names) for address in find_addresses(text)]
        phones = list(find_phones(text))
        if self.hides_amounts:
            return laid(
                (
                    names,
                    addresses,
                    phones,
                    self._numbers(text, names),
                    in_bands(text, Bands(self.amounts), self.amounts),
                )
            )
        return laid((names, addresses, phones)) if addresses or phones else names

    def _names(self, text: str) -> Iterator[Hidden]:
        for hit in self.names_in(text):
            verdict = self.verdicts.get((hit.id, _key(_sentence(text, hit.start)))) if hit.doubtful else True
            if verdict is not False:
                yield Hidden(hit.start, hit.end, self.aliases[hit.id], hit.id, verdict is None)

    def _named(self, address: Hidden, names: Iterable[Hidden]) -> Hidden:
        """Return the address under the alias of the customer it names, if any."""
        whose = next((name for name in names if address.start <= name.start and name.end <= address.end), None)
        return address if whose is None else replace(address, words=whose.words, customer=whose.customer)

    def _numbers(self, text: str, names: Sequence[Hidden]) -> Iterator[Hidden]:
        yield from find_pointers(text)
        yield from in_other_words(text, names)

    def _piece(self, text: str, hidden: Hidden, claim: Claim | None, *, is_first: bool) -> Piece:
        words = with_capital(hidden.words) if is_first else hidden.words
        if hidden.customer is not None:
            doubt = None
            if hidden.doubtful:
                word = text[hidden.start : hidden.end]
                doubt = Doubt(hidden.customer, hidden.words, word, _sentence(text, hidden.start))
            return Piece(words, hidden.customer, doubt=doubt, claim=alias_claim(hidden.customer))
        if claim is None or not any(map(str.isdigit, words)):
            return Piece(words, own=True, instead=True)
        return Piece(words, own=True, claim=band_claim(claim, text[hidden.start : hidden.end]), instead=True)


def _opens(text: str, hidden: Hidden) -> bool:
    is_alias = hidden.customer is not None
    return begins(text, hidden.start) or (is_alias and follows_label(text, hidden.start))


def _key(sentence: str) -> str:
    return " ".join(clean(sentence).split())


def _sentence(text: str, place: int) -> str:
    """Return the sentence of the text around a place."""
    from arcareer.documents.form_fit import sentence_units  # noqa: PLC0415 - only where a name is in doubt

    begin = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    line = text[begin : end if end >= 0 else len(text)]
    for sentence in sentence_units(line):
        begin += len(sentence)
        if place < begin:
            return sentence.strip()
    return line.strip()
