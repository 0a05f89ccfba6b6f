"""What a check says about a text: a finding with its place, its reason and the question that repairs it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcareer.prose.text import Span


class Severity(StrEnum):
    """How much a finding costs; the words shown to the user."""

    MUST_FIX = "must fix"
    WEAKENS = "weakens"
    SHARPER = "sharper"


class Weight(StrEnum):
    """A flag is right nearly always; a hint is a weaker signal, shown in grey and not counted."""

    FLAG = "flag"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement of `span` that invents nothing: a spelling, or arithmetic on the user's own figures."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding on the user's own characters."""

    code: str
    flag: str
    span: Span
    words: str
    severity: Severity
    weight: Weight
    title: str
    why: str
    question: str
    fix: Fix | None = None
