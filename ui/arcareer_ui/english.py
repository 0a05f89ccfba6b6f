"""English plurals: texts are written with "(s)", and this decides whether the s stays."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

_MARK = "(s)"


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
