"""The takes of an answer in words: what to remark about each, and how it goes over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from arcareer_ui.dates import weekday_and_day
from arcareer_ui.pages.prep.star.takes_card import TakeLine
from arcareer_ui.widgets.clock_ring import clock_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from arcareer.domain.rehearsals import Rehearsal
    from arcareer.services.rehearsals import Remark


def take_line(take: Rehearsal, remark: Remark, parts: Mapping[str, str]) -> TakeLine:
    """Return a take as the card shows it; `parts` are the titles of the parts by name."""
    said = remark_words(remark, parts)
    when = weekday_and_day(take.at.astimezone().date())
    rating = rating_words(take)
    meta = f"{when}. {rating}" if rating else when
    good = remark.pace.value == "good" and not remark.part
    return TakeLine(take.id, take.spoken_seconds, said, meta, good, take.note)


def rating_words(take: Rehearsal) -> str:
    """Return how the speaker marked a take, nothing where they did not."""
    if take.rating is None:
        return ""
    mean = QLocale().toString(float(take.rating), "f", 1)
    return QCoreApplication.translate("TakeHistory", "You gave it {mean} of 5").format(mean=mean)


def remark_words(remark: Remark, parts: Mapping[str, str]) -> str:
    """Return what there is to say about the time of a take, and the part that took too much of it."""
    if remark.part:
        words = QCoreApplication.translate("TakeHistory", "Ran long in {part}")
        return words.format(part=parts.get(remark.part, remark.part))
    paces = {
        "good": QCoreApplication.translate("TakeHistory", "Good pace"),
        "short": QCoreApplication.translate("TakeHistory", "Over early"),
        "long": QCoreApplication.translate("TakeHistory", "Ran over the time"),
    }
    return paces[remark.pace.value]


def trend_words(takes: Sequence[Rehearsal]) -> str:
    """Return how it goes, from the first take to the last; nothing for fewer than two. The latest comes first."""
    if len(takes) < 2:
        return ""
    first, last = takes[-1], takes[0]
    times = QCoreApplication.translate("TakeHistory", "First {first}, last {last}.").format(
        first=clock_text(first.spoken_seconds), last=clock_text(last.spoken_seconds)
    )
    marked = [take for take in takes if take.rating is not None]
    if len(marked) < 2 or marked[0].rating == marked[-1].rating:
        return times
    locale = QLocale()
    course = QCoreApplication.translate("TakeHistory", "Your mark went from {first} to {last}.").format(
        first=locale.toString(float(marked[-1].rating or 0), "f", 1),
        last=locale.toString(float(marked[0].rating or 0), "f", 1),
    )
    return f"{times} {course}"
