"""English plurals: texts are written with "(s)", and this decides whether the s stays."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator

_MARK = "(s)"


def decide_plurals(qt: QCoreApplication) -> None:
    """Let English plurals be decided in this process; a second call changes nothing.

    The application keeps the translator as long as it lives: Qt translates under a lock, and a translator that Python
    collects as garbage in that moment would wait for the same lock for ever.
    """
    if qt.findChild(EnglishPlurals) is None:
        qt.installTranslator(EnglishPlurals(qt))


class EnglishPlurals(QTranslator):
    """Turns "%n win(s)" into "1 win" or "2 wins"; leaves every other text to itself."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # noqa: ARG002
        """Return the text with its plural decided, or None to leave it as it is."""
        if n < 0 or _MARK not in text:
            return None
        return text.replace(_MARK, "" if n == 1 else "s")

    def isEmpty(self) -> bool:
        """Return False: Qt skips translators that hold nothing."""
        return False
