"""Word lists shared by all text engines: data in `resources/content/lexicons`, one file and one owner per intent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from arcareer.resources import resource_root

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_VOWELS: Final = "aeiou"
_DOUBLING: Final = frozenset(
    {"trim", "drop", "ship", "chat", "plan", "dip", "bump", "cap", "map", "log", "flag", "net", "slip", "stop"}
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One intent's lists. `intent` says what belongs in them; `used_by` names the engines that read them."""

    name: str
    intent: str
    used_by: tuple[str, ...]
    lists: Mapping[str, tuple[str, ...]]

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return self.lists[key]


def _read(name: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - only when text is first judged

    with (resource_root() / "content" / "lexicons" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def lexicon(name: str) -> Lexicon:
    """Load one lexicon; raises FileNotFoundError for a name that has no file."""
    data = _read(name)
    lists = {key: tuple(values) for key, values in data["lists"].items()}
    return Lexicon(name, data["intent"], tuple(data["used_by"]), lists)


@cache
def _irregular() -> dict[str, list[str]]:
    forms: dict[str, list[str]] = _read("irregular")["forms"]
    return forms


def _regular(verb: str) -> list[str]:
    if verb.endswith("e"):
        stem = verb[:-1]
        forms = [verb, verb + "s", verb + "d", stem + "ing"]
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        forms = [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    elif verb.endswith(("s", "x", "z", "ch", "sh")):
        forms = [verb, verb + "es", verb + "ed", verb + "ing"]
    elif verb in _DOUBLING:
        forms = [verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    else:
        forms = [verb, verb + "s", verb + "ed", verb + "ing"]
    if verb.endswith("ise"):
        forms += [
            form.replace("is", "iz", 1) if form.count("is") == 1 else form[::-1].replace("si", "zi", 1)[::-1]
            for form in forms
        ]
    if verb.endswith("yse"):
        forms += [form.replace("ys", "yz") for form in forms]
    if verb.endswith("l") and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        forms += [verb + "led", verb + "ling"]
    return forms


def forms(verb: str) -> tuple[str, ...]:
    """All forms of a verb, British and American; of a phrase, all forms of its first word ("bring down")."""
    head, _, rest = verb.partition(" ")
    heads = _irregular().get(head) or _regular(head)
    return tuple(f"{form} {rest}".strip() for form in heads)


def verb_forms(verbs: Iterable[str]) -> tuple[str, ...]:
    """All forms of all verbs, longest first, ready for an alternation."""
    found = {form for verb in verbs for form in forms(verb)}
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


def alternation(phrases: Iterable[str]) -> str:
    """A pattern that matches any of the phrases as whole words, longest first."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    body = "|".join(re.escape(phrase).replace(r"\ ", r"[ -]") for phrase in ordered)
    return rf"(?<!\w)(?:{body})(?!\w)"
