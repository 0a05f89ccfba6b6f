"""Three further findings: confidentiality, duties, and qualities claimed without proof."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arcareer.prose.figure_kinds import FigureKind
from arcareer.prose.patterns import compiled
from arcareer.prose.rule import Hit, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE: Final = "flags/further"


def customer_with_balance(subject: Subject) -> Iterator[Hit]:
    """A proper name of a company in a line that holds an amount of money."""
    reading = subject.reading
    if not any(figure.kind is FigureKind.MONEY for figure in reading.metrics):
        return
    systems = {index for hit in reading.terms if hit.label.startswith("system_") for index in range(hit.start, hit.end)}
    for name in ("company", "company_beside"):
        for match in compiled(_FILE, name).finditer(reading.text):
            start, end = match.span("name") if "name" in match.re.groupindex else match.span()
            if start not in systems and not compiled(_FILE, "not_company").match(reading.text[start:end]):
                yield Hit(start, end)
                return


def duty_not_result(subject: Subject) -> Iterator[Hit]:
    """Opens with a duty, and nothing came of it."""
    reading = subject.reading
    if reading.outcomes or compiled(_FILE, "result_words").search(reading.lower):
        return
    if match := compiled("claims", "duty_open").search(reading.lower):
        yield Hit(match.start(), match.end())


def claimed_quality(subject: Subject) -> Iterator[Hit]:
    """ "excellent communication skills" with nothing to show for it."""
    if subject.reading.outcomes:
        return
    if match := compiled(_FILE, "traits").search(subject.reading.lower):
        yield Hit(match.start(), match.end())
