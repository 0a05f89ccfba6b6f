"""The records of messages and calls. Annotations are read at run time by the loader, so they stay real types here."""

from dataclasses import dataclass

from arcareer.domain.messages import Message, MessageBlank, ScriptStage, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A message in up to three tones. `use_when` says in one line when it is the right one."""

    id: str
    title: str
    stage: ScriptStage
    use_when: str
    friendly: Message | None = None
    firm: Message | None = None
    final: Message | None = None
    retired: bool = False

    @property
    def tones(self) -> dict[Tone, Message]:
        """Return the message of every tone it is written in, the friendliest first."""
        written = {Tone.FRIENDLY: self.friendly, Tone.FIRM: self.firm, Tone.FINAL: self.final}
        return {tone: message for tone, message in written.items() if message is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptFile:
    """The blanks that every message of the app draws on, and the scripts."""

    blanks: tuple[MessageBlank, ...]
    scripts: tuple[Script, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What the other side says, and a calm answer that moves the call on."""

    they_say: str
    you_say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallScript:
    """A call from the first sentence to the message that confirms it. `prepare` is what lies ready before dialling."""

    id: str
    title: str
    use_when: str
    prepare: tuple[str, ...]
    opening: str
    questions: tuple[str, ...]
    offers: tuple[str, ...]
    objections: tuple[Objection, ...]
    close: str
    recap: Message
    retired: bool = False
