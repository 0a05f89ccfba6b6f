"""Own phrases, and what the writing checks leave alone, as rows."""

from __future__ import annotations

import json
from typing import Final
from uuid import UUID

from arcareer.domain.changes import EntityKind
from arcareer.domain.checks import IgnoredFinding, IgnoredPhrase, WritingChecks
from arcareer.domain.phrases import OwnPhrase
from arcareer.storage.records.shape import Parts, Rows, Shape
from arcareer.storage.stored import Record, id_text, instant_text, packed, pairs, read_instant, words

CHECKS_COLUMNS: Final = ("id", "rules_off", "ignored", "ignored_phrases")
_PHRASE_TEXTS = ("instead_of", "say", "theme")


def _phrase_to_rows(phrase: OwnPhrase) -> Rows:
    root: Record = {
        "id": id_text(phrase.id),
        "created_at": instant_text(phrase.created_at),
        **{name: getattr(phrase, name) for name in _PHRASE_TEXTS},
    }
    return Rows(root, {})


def _phrase_from_rows(root: Record, _parts: Parts) -> OwnPhrase:
    return OwnPhrase(
        id=UUID(root["id"]),
        created_at=read_instant(root["created_at"]),
        **{name: root[name] for name in _PHRASE_TEXTS},
    )


def _checks_to_rows(checks: WritingChecks) -> Rows:
    root: Record = {
        "id": id_text(checks.id),
        "rules_off": packed(checks.rules_off),
        "ignored": packed((one.code, one.fingerprint, one.words) for one in checks.ignored),
        "ignored_phrases": packed((one.code, one.phrase) for one in checks.ignored_phrases),
    }
    return Rows(root, {})


def checks_from(root: Record) -> WritingChecks:
    """Return what was kept as this row."""
    return WritingChecks(
        id=UUID(root["id"]),
        rules_off=words(root["rules_off"]),
        ignored=tuple(IgnoredFinding(code, mark, flagged) for code, mark, flagged in json.loads(root["ignored"])),
        ignored_phrases=tuple(IgnoredPhrase(code, phrase) for code, phrase in pairs(root["ignored_phrases"])),
    )


def _checks_from_rows(root: Record, _parts: Parts) -> WritingChecks:
    return checks_from(root)


OWN_PHRASES: Shape[OwnPhrase] = Shape(
    kind=EntityKind.OWN_PHRASE, table="own_phrases", to_rows=_phrase_to_rows, from_rows=_phrase_from_rows
)
WRITING_CHECKS: Shape[WritingChecks] = Shape(
    kind=EntityKind.WRITING_CHECKS, table="writing_checks", to_rows=_checks_to_rows, from_rows=_checks_from_rows
)
