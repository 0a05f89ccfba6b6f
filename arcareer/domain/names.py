"""Finding customers in what people type, however they spell, space or decorate the name."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from uuid import UUID

_ENDINGS = (
    "inc incorporated corp corporation co company llc llp lp ltd limited plc pllc gmbh mbh kg kgaa ag ug ohg ev se sa"
    " sas sarl spa srl sl slu bv nv na oy oyj ab as asa aps sro spzoo kft doo pty pte pvt bhd sdn ltda lda eirl sadecv"
)
_NATIVE = "ооо оао зао пао ао 股份有限公司 有限公司 株式会社 有限会社 合同会社 주식회사"  # noqa: RUF001 - Cyrillic is meant
_GENERIC_ENDINGS = frozenset(
    {"services", "consolidated", "usa", "group", "holdings", "holding", "international", "worldwide"}
)
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}  # noqa: RUF001
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_AND = ("&", "and")
_JOINERS = ("", "and", "amp")
_INNER_CAPITAL = re.compile(r"[^\W\d_A-Z][A-Z]")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_WIDE_GAP = re.compile(r"[\W_]{7,}")
_GAP = re.compile(r"[\W_]+")
_TIGHT_GAP = re.compile(r"\s?(?:[&+*/.'’-]|&amp;)\s?")
_NUMBER_BEFORE = re.compile(r"(?:[$€£¥₹#]\s?|\d[.,]?)$")
_NUMBER_AFTER = re.compile(r"[.,]?\d|\s?%")
_FORM_AFTER = re.compile(
    r",?\s{0,2}(?:(?i:inc|corp|corporation|incorporated|llc|ltd|plc|gmbh|l\.l\.c)|Limited|LIMITED)\b\.?"
)
_JOINED_FORMS = frozenset({"inc", "corp", "corporation", "company", "llc", "ltd", "limited", "plc", "gmbh"})
_PREFIX = 3
_SHORT = 3


class _FoldTable(dict[int, str]):
    """Folds one character at a time and remembers it: case, marks and width vanish, what is no letter parts words."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code))
        kept = (char for char in decomposed if unicodedata.category(char) not in ("Mn", "Me", "Cf"))
        folded = "".join(_LETTERS.get(letter, letter) for char in kept for letter in char.casefold())
        self[code] = folded or "\0"
        return self[code]


_FOLD = _FoldTable()
_NATIVE_FORMS = frozenset(_NATIVE.translate(_FOLD).split())
_LEGAL_FORMS = frozenset(_ENDINGS.split()) | _NATIVE_FORMS
_ATTACHED = re.compile("(" + "|".join(form for form in _NATIVE.translate(_FOLD).split() if _UNSPACED.match(form)) + ")")


@dataclass(frozen=True, slots=True)
class NameHit:
    """Where a customer is named: `text[start:end]`; `doubtful` where it may as well be an ordinary word."""

    start: int
    end: int
    id: UUID
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One way to write a name: its letters and digits alone, and what the finder must know about it."""

    key: str
    id: UUID
    one_word: bool
    lower: bool
    whole: bool
    shared: bool = False


class _Squeezed:
    """A text without anything but folded letters and digits, and the way back to where they stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        folded = text.translate(_FOLD)
        self._origin: list[int] | None = None
        if len(folded) != len(text):
            self._origin = [at for at, char in enumerate(text) for _ in _FOLD[ord(char)]]
        if _INNER_CAPITAL.search(text) or _UNSPACED.search(folded):
            words = list(self._words(folded))
        else:
            words = [(found.start(), found.group()) for found in _WORD.finditer(folded)]
        self.places = [start for start, _ in words]
        self.starts = [0, *accumulate(len(word) for _, word in words)][: len(words)]
        self.letters = "".join(word for _, word in words)
        self.edges = {*self.starts, len(self.letters)}

    def _words(self, folded: str) -> Iterator[tuple[int, str]]:
        for found in _WORD.finditer(folded):
            start, word = found.start(), found.group()
            cuts = self._inner_edges(start, word)
            if not cuts:
                yield start, word
                continue
            for left, right in zip([0, *cuts], [*cuts, len(word)], strict=True):
                yield start + left, word[left:right]

    def _inner_edges(self, start: int, word: str) -> list[int]:
        if _UNSPACED.match(word):
            return list(range(1, len(word)))
        if self._origin is not None:
            return []
        typed = self.text[start : start + len(word)]
        if typed.islower() or typed.isupper() or typed[1:].islower():
            return []
        return [at for at in range(1, len(typed)) if typed[at].isupper() and typed[at - 1].islower()]

    def place(self, position: int) -> int:
        """Return where in the typed text the letter at `position` stands."""
        word = bisect_right(self.starts, position) - 1
        at = self.places[word] + position - self.starts[word]
        return at if self._origin is None else self._origin[at]

    def rest_of_word(self, position: int) -> str:
        """Return what is left of the word at `position`; empty on an edge."""
        if position in self.edges:
            return ""
        following = bisect_right(self.starts, position)
        end = self.starts[following] if following < len(self.starts) else len(self.letters)
        return self.letters[position:end]


class NameMatcher:
    """Finds customers in text in one pass, however many names there are.

    A name is found in any case and width, with or without accents, dots, hyphens, spaces, its legal form, "the" in
    front, and with "&" written as "and"; also joined to one word, as in mail addresses and file names. Names with
    fewer than two letters or digits cannot be told from ordinary text and are never found.
    """

    def __init__(self, names: Mapping[UUID, Iterable[str]]) -> None:
        found: dict[str, _Spelling] = {}
        for customer, spellings in names.items():
            for spelling in spellings:
                for entry in _spellings(spelling, customer):
                    known = found.setdefault(entry.key, entry)
                    if known.id != customer:
                        found[entry.key] = replace(known, shared=True)
        self._index: dict[str, list[_Spelling]] = {}
        for spelling_ in sorted(found.values(), key=lambda entry: -len(entry.key)):
            self._index.setdefault(spelling_.key[:_PREFIX], []).append(spelling_)

    def find(self, text: str) -> tuple[NameHit, ...]:
        """Return every place where a customer is named, in the order of the text, without overlaps."""
        return tuple(self._hits(text)) if self._index and text else ()

    def _hits(self, text: str) -> Iterator[NameHit]:
        squeezed = _Squeezed(text)
        letters, index, after = squeezed.letters, self._index, 0
        for start in squeezed.starts:
            prefix = letters[start : start + _PREFIX]
            for spelling in (*index.get(prefix, ()), *(index.get(prefix[:2], ()) if len(prefix) == _PREFIX else ())):
                hit = _hit(squeezed, start, spelling) if letters.startswith(spelling.key, start) else None
                if hit and hit.start >= after:
                    yield hit
                    after = hit.end
                    break


def _hit(squeezed: _Squeezed, start: int, spelling: _Spelling) -> NameHit | None:
    text, last = squeezed.text, start + len(spelling.key)
    begin, end = squeezed.place(start), squeezed.place(last - 1) + 1
    rest = squeezed.rest_of_word(last)
    if rest and not (rest in _JOINED_FORMS or (rest == "s" and text[begin].isupper())):
        return None
    if rest:
        end = squeezed.place(last + len(rest) - 1) + 1
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me"):
        end += 1
    typed = text[begin:end]
    if not _written_together(typed, spelling) or _is_number(text, begin, end, spelling.key):
        return None
    ordinary = spelling.one_word and not spelling.lower and typed.islower()
    doubtful = spelling.shared or ordinary or len(spelling.key) <= _SHORT
    return NameHit(begin, _with_legal_form(text, end), spelling.id, doubtful)


def _written_together(typed: str, spelling: _Spelling) -> bool:
    """Return whether the letters stand close enough to be read as the name."""
    folded = typed.translate(_FOLD).replace("\0", "")
    if len(spelling.key) <= _SHORT and not all(_TIGHT_GAP.fullmatch(gap) for gap in _GAP.findall(folded)):
        return False
    if not spelling.whole and len(spelling.key) <= _SHORT + 1 and typed.islower():
        return False
    return not _WIDE_GAP.search(folded)


def _is_number(text: str, begin: int, end: int, key: str) -> bool:
    """Return whether the place is part of an amount or a count rather than a name with digits in it."""
    if key[0].isdigit() and _NUMBER_BEFORE.search(text, max(0, begin - 3), begin):
        return True
    return key.isdigit() and (text[begin:end] != key or _NUMBER_AFTER.match(text, end) is not None)


def _with_legal_form(text: str, end: int) -> int:
    """Return the end of the name with the legal form behind it, but not with the full stop of the sentence."""
    found = _FORM_AFTER.match(text, end)
    if not found:
        return end
    goes_on = text[found.end() : found.end() + 1] in tuple(",;:)") or text[found.end() :].lstrip()[:1].islower()
    closes = found.group().endswith(".") and not goes_on
    return found.end() - 1 if closes else found.end()


def _spellings(name: str, customer: UUID) -> Iterator[_Spelling]:
    """Yield every accepted way to write one name."""
    for variant in sorted({name, name.translate(_UMLAUTS)}):
        words = re.findall(r"[^\W_]+|&", _ATTACHED.sub(r" \1 ", variant.translate(_FOLD).replace("\0", "")))
        for form in _shortened(words):
            names = [word for word in form if word not in _AND]
            joiners = _JOINERS if len(names) < len(form) else ("",)
            for joiner in joiners:
                key = "".join(joiner if word in _AND else word for word in form)
                if len(key) > 1:
                    yield _Spelling(key, customer, one_word=len(names) == 1, lower=name.islower(), whole=form == words)


def _shortened(words: list[str]) -> Iterator[list[str]]:
    """Yield the words, then without "the" and legal forms, while something that can be a name is left."""
    forms = [words]
    if words[:1] == ["the"] and len(words) > 2:
        forms.append(words[1:])
    for form in forms:
        rest = form
        while rest:
            yield rest
            rest = _without_form(rest)


def _without_form(words: list[str]) -> list[str]:
    """Return the words without one legal form at either end; empty when there is none to take."""
    for take in range(min(4, len(words) - 1), 0, -1):
        if "".join(words[-take:]) in _LEGAL_FORMS:
            return _trimmed(words[:-take])
    if len(words) > 1 and words[0] in _NATIVE_FORMS:
        return words[1:]
    if len(words) > 2 and words[-1] in _GENERIC_ENDINGS:
        return _trimmed(words[:-1])
    return []


def _trimmed(words: list[str]) -> list[str]:
    while words and words[-1] in _AND:
        words = words[:-1]
    return words if sum(map(len, words)) > 1 else []
