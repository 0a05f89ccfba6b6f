"""Candidates for wins, as they are gathered from a list that somebody kept elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

LONGEST_HEADLINE = 500


@dataclass(frozen=True, slots=True)
class WinCandidate:
    """One win somebody wrote down elsewhere, before the user decides about it.

    `source_line` is the line, row or paragraph it starts at (1 = first); `raw` is its text as it stood; `notes` say
    what the user may want to check (a date that could be read two ways, a date in the future).
    """

    headline: str
    happened_on: date | None
    details: str
    theme_text: str
    customer_text: str
    source_line: int
    raw: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row or paragraph that is no candidate, with the reason in plain words."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class CandidateReading:
    """What a file holds: its candidates and everything else, both in the file's order."""

    candidates: tuple[WinCandidate, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(slots=True)
class CandidateCollector:
    """Gathers candidates and what is left out; notices what the same file says twice."""

    candidates: list[WinCandidate] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    _seen: dict[tuple[str, date | None, str, str], int] = field(default_factory=dict)

    def add(self, candidate: WinCandidate) -> None:
        """Take `candidate`, unless the file already said exactly the same."""
        words = " ".join(candidate.headline.casefold().split())
        key = (words, candidate.happened_on, candidate.details, candidate.customer_text)
        earlier = self._seen.get(key)
        if earlier is not None:
            self.leave(candidate.source_line, candidate.raw, f"the same as line {earlier} of this file")
            return
        self._seen[key] = candidate.source_line
        self.candidates.append(candidate)

    def leave(self, line: int, text: str, reason: str) -> None:
        """Note that the text at `line` is no candidate, and why."""
        self.left_out.append(LeftOut(line, text, reason))

    def reading(self) -> CandidateReading:
        """Return what was gathered, in the file's order."""
        return CandidateReading(
            tuple(sorted(self.candidates, key=lambda candidate: candidate.source_line)),
            tuple(sorted(self.left_out, key=lambda left: left.line)),
        )


def split_headline(text: str) -> tuple[str, str]:
    """Return `text` as headline and rest: cut after a line, else after a sentence once it passes 500 characters."""
    first, _, rest = text.strip().partition("\n")
    first, rest = first.strip(), rest.strip()
    if len(first) <= LONGEST_HEADLINE:
        return first, rest
    ends = [first.rfind(mark, 0, LONGEST_HEADLINE) for mark in (". ", "! ", "? ", "; ")]
    cut = max(ends) + 1 or first.rfind(" ", 0, LONGEST_HEADLINE) + 1 or LONGEST_HEADLINE
    return first[:cut].strip(), "\n".join(part for part in (first[cut:].strip(), rest) if part)
