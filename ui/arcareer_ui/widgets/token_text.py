"""A sentence with some of its words on a tinted ground: the blanks of a pattern."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import TONES
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.styling import Restyled, Tone


class Token(NamedTuple):
    """A stretch of a sentence; without a tone it is plain."""

    text: str
    tone: Tone | None = None


class TokenText(Restyled, Label):
    """Wrapped words of tokens, line by line as they stand in them; read aloud as plain words."""

    def __init__(self, role: str = "body") -> None:
        super().__init__("", role, wrap=True, rich=True)
        self._tokens: tuple[Token, ...] = ()
        self.restyle()

    @property
    def plain(self) -> str:
        """Return the sentence without its tints."""
        return "".join(token.text for token in self._tokens)

    def set_tokens(self, tokens: Sequence[Token]) -> None:
        """Show another sentence."""
        self._tokens = tuple(tokens)
        self.setAccessibleName(self.plain)
        self.restyle()

    def restyle(self) -> None:
        """Draw the tints in the theme's colours."""
        words = "".join(_marked(token) for token in self._tokens)
        self.setText(f'<p style="line-height:150%;margin:0">{words}</p>')


def _marked(token: Token) -> str:
    text = escape(token.text).replace("\n", "<br>")
    if token.tone is None:
        return text
    theme = current_theme()
    ground, ink = (theme.colour(name).name() for name in TONES[token.tone])
    return f'<span style="background-color:{ground};color:{ink}">{text}</span>'
