"""The records of the phrase bank. Annotations are read at run time by the loader, so they stay real types here."""

from dataclasses import dataclass

from arcareer.domain.phrases import PhrasePattern


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseEntry:
    """One shipped pattern: the worn sentence, and what to say in its place with blanks such as `{money:collected}`.

    `measures` are further words by which a win's figures are known to belong into its blanks.
    """

    id: str
    theme: str
    instead_of: str
    say: str
    measures: tuple[str, ...] = ()
    retired: bool = False

    @property
    def pattern(self) -> PhrasePattern:
        """Return the domain value of this entry."""
        return PhrasePattern(
            key=self.id, theme=self.theme, instead_of=self.instead_of, say=self.say, measures=self.measures
        )
