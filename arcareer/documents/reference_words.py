"""What stands in a sentence instead of the number of a document: a noun that needs no number, with its article.

"Matched PO 4500123 to it" becomes "Matched a purchase order to it", "their PO 4500123" "their purchase order".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import Final

from arcareer.documents.hiding import Hidden
from arcareer.documents.identifiers import Reference, find_references
from arcareer.documents.openings import begins

_GAP: Final = r"[ \u00a0]"
_WORD_BEFORE: Final = re.compile(rf"(?P<word>[^\s(\[“„\"]+){_GAP}$")
_OPEN: Final = re.compile(r"(?:^|[\s(\[“„\"•*–—])$")
_BRACKETS: Final = re.compile(r"[ \u00a0]?(?:\((?P<round>[^()\n]*)\)|\[(?P<square>[^\[\]\n]*)\])")
_ONLY_MARKS: Final = re.compile(r"[\s,;/&+]*(?:\b(?:and|or|ref|re|see)\b\.?:?[\s,;/&+]*)*", re.IGNORECASE)
_ADDED_ON: Final = re.compile(r"(?:[ \u00a0][-–—]|,)[ \u00a0]$")
_ENDS: Final = re.compile(r"[ \u00a0]*(?:[.;!?]|\n|$)")
_CLAUSE_ENDS: Final = re.compile(r"[.;!?\n]")
_CLAUSE: Final = 300
_REACH: Final = 60
_THINGS_OF_IT: Final = re.compile(
    rf"{_GAP}(?:amounts|balances|charges|copies|corrections|credits|deductions|details|differences"
    r"|discrepancies|disputes|errors|fees|issues|items|lines|mismatches|payments|problems|queries|questions|receipts"
    r"|short-pays|terms)\b"
)


class _Role(Enum):
    """What a word before a noun says of its article: it stands right here, further to the left, or is not wanted."""

    LEADS_ON = auto()
    DESCRIBES = auto()
    SETTLES = auto()


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_DETERMINERS: Final = _words(
    "the this these those each every any some no neither either both another which whose what my our your his her its"
    " their one two three four five six seven eight nine ten eleven twelve several many few all most"
)
_PREPOSITIONS: Final = _words(
    "about above across after against along among and around as at because before behind below beneath beside between"
    " but by during except for from if in inside into like near of off on once onto or out outside over per plus re"
    " regarding since so than then through throughout to toward towards under unless until up upon versus vs via when"
    " where whether while with within without not only also again still is are was were be been being has have had do"
    " did does i we they he she you it who"
)
_VERBS: Final = _words(
    "add apply ask bill book bring brought call catch caught chase chased check clear close code collect cover cut"
    " escalate fight find fix fought found gave get give got held help hold issue keep kept left lose lost made make"
    " match mean meant met move need open paid park pay post prove put raise ran reached read rebill reject release"
    " reopen resend resent resolve reverse review run said saw say see send sent set settle show showed shown spot"
    " split take taken tie took trace turn unlock void walk win won write wrote covers matches needs pays shows"
)
_DESCRIBING: Final = _words(
    "aged bad big blanket blocked client's complex corrected corrupt critical current customer debit delayed difficult"
    " domestic double due duplicate duplicated early earlier earliest entire erroneous expired final first foreign"
    " former freight full goods hard high-value huge incoming incorrect initial intercompany internal invalid key large"
    " last late later latest long manual matching minor missing month-end monthly mis-keyed mispriced misposted new"
    " next oldest old older open original outgoing outstanding over-90 overdue overpaid own past-due pending portal"
    " prepaid previous prior problem rebilled recurring rejected related remaining revised rush same second separate"
    " short-paid short-shipped shipping single small specific stale stuck supplier support tax third total"
    " uncashed underlying underpaid unpaid unposted unresolved urgent valid vendor whole wrong year-end 30-day 60-day"
    " 90-day credit bank billing carrier client closing export import legal local partial pricing sales service site"
    " store warranty wire work"
)
_BEFORE_NOUNS: Final = _words("of for on in from with against at by to under into per the a an")
_OF_VERBS: Final = ("ed", "ing")
_OWNERS: Final = ("'s", "’s", "'", "’")
_NEVER_DONE: Final = ("un", "mis", "over", "under", "short-", "non-", "pre")
"""With these a word that ends in "ed" tells of a state: "unmatched"."""
_GIVING: Final = _words(
    "ask asked bill billed credit credited e-mailed email emailed forward forwarded gave give hand handed issue issued"
    " mail mailed offer offered owe owed paid pay quote quoted resend resent send sent show showed tell told"
)
_SAYING: Final = _words("discovered found know knew learned noted noticed proved said saw see show showed told")
_BY_MEANS: Final = _words("by via")
_MEANS: Final = _words("check cheque wire card deposit")
_ARTICLES: Final = _words("a an")


def in_other_words(text: str, names: Sequence[Hidden] = ()) -> Iterator[Hidden]:
    """Yield the numbers of documents, orders, accounts, banks and taxes in a text with what stands in their place.

    That is a noun, with an article where the sentence needs one; nothing stands in place of numbers in brackets or
    behind a dash at the end. A label that is one of the `names` stays theirs, and only its number goes.
    """
    references = find_references(text)
    gone = list(_left_out(text, references)) if references else []
    yield from gone
    for one in references:
        if any(out.start <= one.start and one.end <= out.end for out in gone):
            continue
        named = [name.end for name in names if name.start < one.number and one.start < name.end]
        if named:
            yield Hidden(min(max(named), one.end), one.end, "")
        else:
            yield from _said(text, one, names)


def _left_out(text: str, references: Sequence[Reference]) -> Iterator[Hidden]:
    """Yield what the sentence can do without: brackets with nothing but numbers in them, and a number added on."""
    for found in _BRACKETS.finditer(text):
        group = found.lastgroup or ""
        inside = [one for one in references if found.start(group) <= one.start and one.end <= found.end(group)]
        if inside and found.start() > 0 and _ONLY_MARKS.fullmatch(_without(text, found.span(group), inside)):
            yield Hidden(found.start(), found.end(), "")
    for one in references:
        added = _ADDED_ON.search(text, max(0, one.start - 3), one.start)
        if (
            added
            and text[: added.start()].strip()
            and _ENDS.match(text, one.end)
            and _is_apart(text, added, references)
        ):
            yield Hidden(added.start(), one.end, "")


def _without(text: str, span: tuple[int, int], references: Iterable[Reference]) -> str:
    start, end = span
    kept: list[str] = []
    for one in references:
        kept.append(text[start : one.start])
        start = one.end
    return "".join((*kept, text[start:end]))


def _is_apart(text: str, added: re.Match[str], references: Iterable[Reference]) -> bool:
    """Return whether what is added on is no last part of a list."""
    is_listed = "," in _CLAUSE_ENDS.split(text[max(0, added.start() - _CLAUSE) : added.start()])[-1]
    return "," not in added.group() or not (is_listed or any(one.end == added.start() for one in references))


def _said(text: str, one: Reference, names: Sequence[Hidden]) -> Iterator[Hidden]:
    before = _WORD_BEFORE.search(text, max(0, one.start - _REACH), one.start)
    if before and before["word"].casefold() in _ARTICLES:
        yield Hidden(before.start(), one.end, one.words if one.is_many else _with_article(one.noun))
        return
    at = None if one.is_many or _THINGS_OF_IT.match(text, one.end) else _place_of_article(text, one, names)
    if at == one.start:
        yield Hidden(one.start, one.end, _with_article(one.noun))
        return
    if at is not None:
        yield Hidden(at, at, f"{_article(text[at:])} ")
    yield Hidden(one.start, one.end, one.words)


def _place_of_article(text: str, one: Reference, names: Sequence[Hidden]) -> int | None:
    """Return where an article has to stand before a noun without a number; None where it needs none.

    Words that describe the noun stand between; where it is not sure that they do, the noun goes without, and so it does
    behind a describing word that opens a sentence with its capital.
    """
    at, role = one.start, _Role.DESCRIBES
    while role is _Role.DESCRIBES:
        found = _WORD_BEFORE.search(text, max(0, at - _REACH), at)
        if found is None:
            role = _Role.LEADS_ON if _OPEN.search(text, max(0, at - 1), at) else _Role.SETTLES
        else:
            role = _role(text, found, names, one.noun)
            at = found.start() if role is _Role.DESCRIBES else at
    is_capital = at < one.start and begins(text, at)
    return None if role is _Role.SETTLES or is_capital else at


def _role(text: str, found: re.Match[str], names: Sequence[Hidden], noun: str) -> _Role:
    typed, place, end = found["word"], found.start(), found.end("word")
    word = typed.casefold()
    is_named = any(name.start < end <= name.end for name in names)
    is_given = _Role.LEADS_ON if _gives(text, place, names) else _Role.SETTLES
    is_said = _Role.LEADS_ON if _word_before(text, place) in _SAYING else _Role.SETTLES
    of_means = word in _BY_MEANS and noun in _MEANS
    checks = (
        (of_means or word in _DETERMINERS or word.isdigit() or word.endswith(_OWNERS), _Role.SETTLES),
        (word == "that", is_said),
        (is_named, is_given),
        (not typed[-1].isalnum() or word in _PREPOSITIONS, _Role.LEADS_ON),
        (word in _DESCRIBING or _describes(text, place, word), _Role.DESCRIBES),
        (word in _VERBS or word.endswith(_OF_VERBS), _Role.LEADS_ON),
        (typed[0].isupper(), is_given),
    )
    return next((role for holds, role in checks if holds), _Role.SETTLES)


def _word_before(text: str, place: int) -> str:
    found = _WORD_BEFORE.search(text, max(0, place - _REACH), place)
    return found["word"].casefold() if found else ""


def _gives(text: str, place: int, names: Sequence[Hidden]) -> bool:
    """Return whether the words at a place are somebody to whom something is given: "sent Dana invoice 4711"."""
    start = next((name.start for name in names if name.start <= place < name.end), place)
    return _word_before(text, start) in _GIVING


def _describes(text: str, place: int, word: str) -> bool:
    """Return whether a word such as "disputed" tells of the noun, and not what somebody did with it."""
    if not word.endswith("ed") and word != "paid":
        return False
    before = _word_before(text, place)
    is_behind_verb = before in _VERBS or before.endswith(_OF_VERBS) or before in _BEFORE_NOUNS
    return word.startswith(_NEVER_DONE) or (is_behind_verb and not begins(text, place))


def _with_article(noun: str) -> str:
    return f"{_article(noun)} {noun}"


def _article(words: str) -> str:
    return "an" if words[:1].lower() in "aeio" or words.startswith(("un", "urg", "up")) else "a"
