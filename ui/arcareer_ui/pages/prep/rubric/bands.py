"""What a score is called, and when it counts as low."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from arcareer_ui.words import QT_TRANSLATE_NOOP

MOST = 20
BANDS = (
    (17, QT_TRANSLATE_NOOP("Band", "Ready to use")),
    (13, QT_TRANSLATE_NOOP("Band", "Strong")),
    (8, QT_TRANSLATE_NOOP("Band", "Getting there")),
    (0, QT_TRANSLATE_NOOP("Band", "A start")),
)


def band_of(score: int) -> str:
    """Return the name of the band a score of 0 to 20 lies in."""
    words = next(words for least, words in BANDS if score >= least)
    return QCoreApplication.translate("Band", words)


def is_low(score: int) -> bool:
    """Return whether a score lies in the lowest band."""
    return score < BANDS[-2][0]


def ranges() -> tuple[tuple[str, str], ...]:
    """Return each band, the lowest first, as its range and its name."""
    above = MOST
    found = []
    for least, words in BANDS:
        found.append((f"{least}–{above}", QCoreApplication.translate("Band", words)))
        above = least - 1
    return tuple(reversed(found))
