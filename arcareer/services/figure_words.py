"""Which of the user's own words say what a number in their sentence measures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from arcareer.content.capture_models import CaptureWords, KnownMeasure
from arcareer.prose.lexicons import alternation, lexicon, verb_forms


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CLAUSE: Final = re.compile(r"[;:(]|[.!?](?=\s|$)|,(?=\s)|\s[-\N{EN DASH}\N{EM DASH}]\s")
_TOKEN: Final = re.compile(r"[\w$€£%][\w'’/&%.-]*")
_PHRASE: Final = r"(?P<phrase>[^\W\d_][\w'’/&-]*(?:\s[^\W\d_][\w'’/&-]*){0,4})"
_MOST_WORDS: Final = 5
_PERIOD: Final = re.compile(r"[qh][1-4]|fy\d{2,4}|(?:19|20)\d\d", re.IGNORECASE)

_REACH: Final = 7
_MORE_MOVERS: Final = _words("take move let see push shave stay go come drive")
_NOUNS_TOO: Final = _words("average record score rank finish land post")
_NEAR: Final = _words(
    "about around roughly nearly almost approximately only just some more less than least well as much many an a"
)
_TOWARDS: Final = _words("from by to under below above over at within down up back now of")
_BY_CHANGE: Final = _words("by down up")
_HELPERS: Final = _words("has have had was were is are been also then since already")
_STANDS: Final = _words("is are was were stays stayed sits stands stood down up now at")
_DETERMINERS: Final = _words(
    "the a an our my your their his her its this that these those each every all both such own"
)
_GENERIC: Final = _words(
    "count number share level amount average total sum rate size value cost volume percentage portion time"
)
_HANGS_ON: Final = _words(
    "on for across in at with among of by per within after before during from to over into against through"
    " came come back was were is are"
)
_JOINS: Final = _words("and but so while which that who because when where until if or then also plus")
_STATES: Final = _words("aged disputed delayed blocked automated related")
_NO_NOUN: Final = _words(
    "i we it them they he she us you me him always never is are was were be been has have had do did does will would"
    " could should can may might not still here there everyone everything nothing what work working worked"
)

_RIGHT_CHANGE: Final = re.compile(
    rf"\s(?:decrease|reduction|drop|fall|cut|increase|rise|improvement|growth|gain)s?(?:\sin\s{_PHRASE}|(?!\w))",
    re.IGNORECASE,
)
_RIGHT_COMPARED: Final = re.compile(
    rf"\s(?:fewer|less|more|lower|higher|faster|quicker|better)\s{_PHRASE}", re.IGNORECASE
)
_RIGHT_OF: Final = re.compile(rf"\sof\s{_PHRASE}", re.IGNORECASE)
_RIGHT_STATE: Final = re.compile(
    r"\s(?:overdue|past due|past-due|late|current|unapplied|unallocated|in arrears)(?!\w)", re.IGNORECASE
)
_RIGHT_OBJECT: Final = re.compile(rf"\s{_PHRASE}", re.IGNORECASE)
_AMOUNT_OF_A_THING: Final = re.compile(r"\b(?:an?|one|this|that|their|his|her|its)\s(?:\w+\s)?$")
_MONEY_NOUN: Final = re.compile(
    r"\s(?P<phrase>(?:[^\W\d_][\w'’-]*\s){0,2}(?:balances?|settlements?|invoices?|credit notes?|credit memos?|deposits?"
    r"|refunds?|shipments?|orders?|exposure|write-offs?|backlog|disputes?|deductions?|payments?|receipts?|overpayments?"
    r"|duplicates?|debts?|arrears|plans?|limits?|accounts?|claims?|variance|difference|fees?|short-?\s?pays?|penalt(?:y|ies)"
    r"|discounts?|chargebacks?|overcharges?|credits?))(?!\w)",
    re.IGNORECASE,
)
_UNDONE: Final = re.compile(
    r"(?:\b(?:not|never|cannot|failed to|hoped? to|try to|tried to|trying to|want(?:ed)? to|aim(?:ed)? to"
    r"|plan(?:ned)? to|will|would|should|could|can|may|might|must|to be|if)\s|n['’]t\s)(?:\w+\s)?$"
)
_NOT_YET: Final = re.compile(r"\b(?:to|of|for|without|instead of|start|started|keep|before|after|while)\s$")
_ELSEWHERE: Final = re.compile(r"\b(?:worth|against|for every)\b")


@dataclass(frozen=True, slots=True)
class Subject:
    """What changed or stands at a value. `by_change` is true where the number is the change and not the level."""

    phrase: str
    by_change: bool = False


class FigureWords:
    """Reads measures from the words around a number; it only ever returns words of the sentence itself."""

    def __init__(self, words: CaptureWords) -> None:
        self._words = words

    def done_to_money(self, left: str, right: str) -> str:
        """Return what the sentence says was done with an amount ("collected"), or what it is; empty if neither.

        `left` must not reach back over another figure.
        """
        if after := self._done_after.match(right):
            return after["past"].lower()
        found = _MONEY_NOUN.match(right)
        noun = _noun(found["phrase"].split()) if found else ""
        if noun and _AMOUNT_OF_A_THING.search(left.lower()):
            return noun
        return self.done_before(left) or noun

    def done_before(self, left: str) -> str:
        """Return the past form that governs the number from the left, where the sentence says it was done."""
        clause = _last_clause(left).lower()
        matches = list(self._verb.finditer(clause))
        if not matches:
            return ""
        before, said, between = clause[: matches[-1].start()], matches[-1][0], clause[matches[-1].end() :]
        words = [word for word in between.split() if word[0].isalpha()]
        if len(words) > _REACH or _UNDONE.search(before) or _ELSEWHERE.search(between):
            return ""
        if said not in self._past_of_ing:
            return said
        is_noun = not all(word in _NEAR or word in _DETERMINERS for word in words)
        return "" if is_noun or _NOT_YET.search(before) else self._past_of_ing[said]

    def subject(self, left: str, right: str, *, alone: bool = False) -> Subject | None:
        """Return what moved or stands at the number: "DSO" in "cut DSO from 47 to 39".

        With `alone` only a number that words of a fall or a rise lead up to has a subject other than a named measure.
        """
        clause = _last_clause(left)
        tokens = _without_last(_TOKEN.findall(clause), _NEAR.__contains__)
        directed = _without_last(tokens, _TOWARDS.__contains__)
        towards = [token.lower() for token in tokens[len(directed) :]]
        directed = _without_last(directed, _is_degree)
        changes = _RIGHT_CHANGE.match(right)
        by_change = bool(changes) or (towards[-1] in _BY_CHANGE if towards else self._changing(directed))
        changing = towards and self._changing([*directed, *towards])
        phrase = (
            "" if alone and not changing else self._mover_subject(directed) or self._mover_object(directed, towards)
        )
        named = self.known_measure(left)
        if phrase and not (named and phrase.lower() in named[0].lower()):
            return Subject(_opening(phrase, left, clause), by_change)
        if changes and changes["phrase"]:
            return Subject(_noun(changes["phrase"].split()), by_change=True)
        return Subject(named[0], by_change) if named else None

    def share_of(self, left: str, right: str) -> tuple[str, str]:
        """Return what a share is a share of, and what was done with it: "of billing queries" and "answered"."""
        found = _RIGHT_OF.match(right)
        whole = _noun(found["phrase"].split()) if found else ""
        if not whole:
            return "", ""
        said = _TOKEN.findall(left)[-1:]
        verb = said[0].lower() if said and not left.rstrip().endswith((",", ";", ".")) else ""
        return f"of {whole}", verb if _is_verb(verb) and verb not in self._reached else ""

    def state_after(self, right: str) -> str:
        """Return the state a share is in: "overdue" in "under 6% overdue"."""
        found = _RIGHT_STATE.match(right)
        return found[0].strip().lower() if found else ""

    def thing_after(self, right: str) -> str:
        """Return the noun directly behind a number word: "ramp time" in "halved ramp time"."""
        found = _RIGHT_OBJECT.match(right)
        return _noun(found["phrase"].split()) if found else ""

    def compared(self, right: str) -> str:
        """Return a comparison directly behind the number: "more cash" in "40% more cash"."""
        found = _RIGHT_COMPARED.match(right)
        return _noun(found[0].split()) if found else ""

    def known_measure(self, left: str) -> tuple[str, KnownMeasure] | None:
        """Return the last named measure before the number, as written, with what is known of it."""
        found = list(self._measure.finditer(left))
        if not found:
            return None
        written = found[-1][0]
        return written, next(one for one in self._words.measures if one.name.lower() == written.lower())

    def _changing(self, tokens: list[str]) -> bool:
        """Return whether the words speak of a fall or a rise, so that a bare number behind them is its size."""
        return any(token.lower() in self._falls_and_rises for token in tokens)

    def _mover_subject(self, tokens: list[str]) -> str:
        """Return what stands before a verb of change: "promises kept rose from"."""
        before = _without_last(tokens, lambda token: token in _STANDS or _is_degree(token))
        if before and before[-1].lower() in self._movers:
            before = before[:-1]
        before = _without_last(before, _HELPERS.__contains__)
        if len(before) == len(tokens) or not before or before[-1].lower() in _JOINS:
            return ""
        clause = _after_join(before)
        return _noun(clause[1:] if clause[0].lower() in self._movers else clause)

    def _mover_object(self, tokens: list[str], towards: list[str]) -> str:
        """Return what stands behind a verb of change: "cut the overdue balance on these accounts from"."""
        verbs = [place for place, token in enumerate(tokens) if token.lower() in self._movers]
        if verbs:
            return _noun(_after_join(tokens[verbs[-1] + 1 :]))
        rest = _after_join(tokens)
        is_noun = len(rest) <= _MOST_WORDS and not any(_is_verb(token) for token in rest)
        return _noun(rest) if is_noun and (towards or rest == tokens) else ""

    @cached_property
    def _falls_and_rises(self) -> frozenset[str]:
        words = lexicon("change")
        return frozenset(verb_forms(verb for group in ("down", "up") for verb in words[group] if " " not in verb)) | {
            "down",
            "up",
        }

    @cached_property
    def _movers(self) -> frozenset[str]:
        words = lexicon("change")
        verbs = {verb for group in ("down", "up", "reach") for verb in words[group] if " " not in verb}
        return frozenset(verb_forms((verbs | _MORE_MOVERS) - _NOUNS_TOO))

    @cached_property
    def _reached(self) -> frozenset[str]:
        return frozenset(verb_forms(lexicon("change")["reach"]))

    @cached_property
    def _past_of_ing(self) -> dict[str, str]:
        return {verb.ing: verb.past for verb in self._words.verbs}

    @cached_property
    def _verb(self) -> re.Pattern[str]:
        return re.compile(alternation([form for verb in self._words.verbs for form in (verb.past, verb.ing)]))

    @cached_property
    def _done_after(self) -> re.Pattern[str]:
        past = alternation(verb.past for verb in self._words.verbs)
        helpers = r"(?:(?:was|were|is|has been|have been|already|now|safely)\s){0,2}"
        return re.compile(rf",?\s{helpers}(?P<past>{past})", re.IGNORECASE)

    @cached_property
    def _measure(self) -> re.Pattern[str]:
        return re.compile(alternation(measure.name for measure in self._words.measures), re.IGNORECASE)


def _last_clause(text: str) -> str:
    """Return the last clause that holds more than the words leading up to the number."""
    cuts = [cut.end() for cut in _CLAUSE.finditer(text)]
    for cut in reversed(cuts):
        clause = text[cut:]
        if any(token.lower() not in _NEAR | _TOWARDS for token in _TOKEN.findall(clause)):
            return clause
    return text


def _without_last(tokens: list[str], drop: Callable[[str], bool]) -> list[str]:
    end = len(tokens)
    while end and drop(tokens[end - 1].lower()):
        end -= 1
    return tokens[:end]


def _is_degree(token: str) -> bool:
    return token.lower().endswith("ly") or token.lower() in ("further", "again", "overall", "yoy")


def _after_join(tokens: list[str]) -> list[str]:
    joins = [place for place, token in enumerate(tokens) if token.lower() in _JOINS]
    return tokens[joins[-1] + 1 :] if joins else tokens


def _is_verb(token: str) -> bool:
    word = token.lower()
    return word.endswith("ed") and not word.startswith("un") and word not in _STATES


def _noun(tokens: Iterable[str]) -> str:
    """Return the words as a measure, without determiner and without what hangs behind it; empty if they are no noun."""
    parts = list(tokens)
    while parts and parts[0].lower() in _DETERMINERS:
        parts = parts[1:]
    parts = parts[: _end_of_noun(parts)]
    unusable = any(part.lower() in _NO_NOUN or not (part[0].isalpha() or part == "%") for part in parts)
    phrase = _tidy(" ".join(parts))
    return "" if unusable or len(parts) > _MOST_WORDS or _PERIOD.fullmatch(phrase) else phrase


def _end_of_noun(parts: list[str]) -> int:
    for place, part in enumerate(parts):
        names_it = part.lower() == "of" and place and parts[place - 1].lower() in _GENERIC
        if (part.lower() in _HANGS_ON and not names_it) or (place and part.lower() in _DETERMINERS):
            return place
    return len(parts)


def _opening(phrase: str, left: str, clause: str) -> str:
    """Return the phrase without the capital that only the start of the sentence gave it."""
    first = phrase.split(maxsplit=1)[0]
    at_start = not left[: len(left) - len(clause)].strip() and clause.lstrip().startswith(first)
    return phrase[0].lower() + phrase[1:] if at_start and first[1:].islower() else phrase


def _tidy(phrase: str) -> str:
    return phrase.strip(" ,.;:'’-")
