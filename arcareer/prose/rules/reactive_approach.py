"""Only reacting: a trigger clause, cancelled by a lasting change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arcareer.prose import weighing
from arcareer.prose.patterns import compiled
from arcareer.prose.rule import Hit, Subject
from arcareer.prose.rules.blaming_others import if_only, result_blamed

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE: Final = "flags/reactive-approach"
_HABIT: Final = ("whenever", "each time", "every time")  # no lasting change is made each time
_TRIGGERS: Final = ("trigger", "late_start", "last_minute")


def on_request(subject: Subject) -> Iterator[Hit]:
    """ "as needed", "upon request", "as issues arise"; "other duties as assigned" is the job's small print."""
    reading = subject.reading
    lower = reading.lower
    if reading.outcomes and compiled(_FILE, "prevention").search(lower):
        return
    for match in compiled(_FILE, "on_request").finditer(lower):
        if not (compiled(_FILE, "other_duties").search(lower[: match.start()]) or _given_up(lower, match.start())):
            yield Hit(match.start(), match.end())
            return


def _given_up(lower: str, start: int) -> bool:
    """ "replaced as-needed calls with a weekly plan"."""
    return compiled(_FILE, "given_up").search(lower[max(0, start - 60) : start]) is not None


def _is_incident(subject: Subject, hit: Hit) -> bool:
    """ "When a payer went bankrupt, filed ... and recovered $75,000": one event, told with its result."""
    lower = subject.reading.lower
    opens = hit.start == 0 and lower.startswith(("when ", "after ")) and ", " in lower
    return opens and bool(subject.reading.outcomes) and " would " not in lower


def after_the_event(subject: Subject) -> Iterator[Hit]:
    """ "once the customer threatened", "after it had gone bad", "at the last minute"."""
    lower = subject.reading.lower
    if compiled(_FILE, "prompt").search(lower) or next(if_only(subject), None) is not None:
        return
    match = next(filter(None, (compiled(_FILE, name).search(lower) for name in _TRIGGERS)), None)
    hit = Hit(match.start(), match.end()) if match else next(weighing.reaction(subject.reading), None)
    if hit is None or (match is None and next(result_blamed(subject), None) is not None):
        return
    if _given_up(lower, hit.start) or _is_incident(subject, hit):
        return
    around = f"{lower[: hit.start]} {lower[hit.end :]}"
    if lower[hit.start : hit.end].startswith(_HABIT) or not compiled(_FILE, "prevention").search(around):
        yield hit
