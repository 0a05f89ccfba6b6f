"""Messages for customers and colleagues: shipped ones and own ones, filled, handed over, and noted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.messages import (
    LedgerFact,
    Message,
    MessageBlank,
    MessageBlankKind,
    MessagePiece,
    ScriptStage,
    Tone,
    blanks_in,
    pieces_of,
)
from arcareer.domain.own_scripts import (
    REMEMBERED_ID,
    SCRIPT_LIMIT,
    ContactNote,
    OwnScript,
    RememberedBlanks,
    ToneText,
)
from arcareer.errors import FieldProblem
from arcareer.services.customers import CustomerService
from arcareer.services.editing import EditService
from arcareer.services.matching import folded_words
from arcareer.services.near_words import closeness
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.content.script_models import CallScript, Script

_REMINDERS: Final = (
    (0, ScriptStage.BEFORE_DUE),
    (15, ScriptStage.DAYS_1_15),
    (30, ScriptStage.DAYS_16_30),
    (60, ScriptStage.DAYS_31_60),
    (sys.maxsize, ScriptStage.OVER_60),
)

Facts = Callable[[UUID], Mapping[LedgerFact, str]]
"""What imported ledgers know of a customer, written as it stands in a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptEntry:
    """A message as the list shows it. `own` is what the user made of it, None for a shipped one as it came."""

    key: str
    title: str
    stage: ScriptStage
    use_when: str
    messages: Mapping[Tone, Message]
    own: OwnScript | None = None

    @property
    def is_changed(self) -> bool:
        """Return whether this is a shipped message that the user changed."""
        return self.own is not None and bool(self.own.replaces)

    @property
    def is_own(self) -> bool:
        """Return whether the user wrote this one."""
        return self.own is not None and not self.own.replaces


@dataclass(frozen=True, slots=True)
class FilledMessage:
    """A message with its blanks filled as far as values are known."""

    subject_pieces: tuple[MessagePiece, ...]
    text_pieces: tuple[MessagePiece, ...]
    blanks: tuple[MessageBlank, ...]

    @property
    def left(self) -> tuple[MessageBlank, ...]:
        """Return the blanks that nothing fills yet, in the order they first stand in the message."""
        open_ones = {piece.blank for piece in (*self.subject_pieces, *self.text_pieces) if piece.is_open}
        return tuple(blank for blank in self.blanks if blank.id in open_ones)

    @property
    def subject(self) -> str:
        """Return the subject in one line; open blanks stand in square brackets."""
        return " ".join(self._joined(self.subject_pieces).split())

    @property
    def text(self) -> str:
        """Return the text; open blanks stand in square brackets."""
        return self._joined(self.text_pieces).strip()

    def _joined(self, pieces: tuple[MessagePiece, ...]) -> str:
        labels = {blank.id: blank.label for blank in self.blanks}
        return "".join(f"[{labels[piece.blank].lower()}]" if piece.is_open else piece.text for piece in pieces)


class ScriptService:
    """Use cases of messages; what changes something returns the change it applied. `facts` reads imported ledgers."""

    def __init__(
        self,
        store: Store,
        edits: EditService,
        customers: CustomerService,
        *,
        content: ContentLibrary,
        clock: Clock,
        facts: Facts,
    ) -> None:
        self._store = store
        self._edits = edits
        self._customers = customers
        self._content = content
        self._clock = clock
        self._facts = facts

    def all(self, text: str = "", stage: ScriptStage | None = None) -> tuple[ScriptEntry, ...]:
        """Return the messages in the order of a receivable's life, own ones last within a stage.

        Those with every word of `text` somewhere, one typing mistake forgiven.
        """
        wanted = folded_words(text)
        stages = list(ScriptStage)
        entries = sorted(self._entries(), key=lambda entry: (stages.index(entry.stage), entry.is_own))
        return tuple(
            entry
            for entry in entries
            if stage in (None, entry.stage) and (not wanted or closeness(wanted, folded_words(_words_of(entry))))
        )

    def find(self, text: str, limit: int = 20) -> tuple[ScriptEntry, ...]:
        """Return the messages with every word, one mistake forgiven: those with it in title or purpose first."""
        wanted = folded_words(text)
        if not wanted:
            return ()
        fits = [
            (closeness(wanted, folded_words(f"{one.title} {one.use_when}")), one)
            for one in self._entries()
            if closeness(wanted, folded_words(_words_of(one)))
        ]
        return tuple(entry for _, entry in sorted(fits, key=lambda fit: -fit[0]))[:limit]

    def get(self, key: str) -> ScriptEntry | None:
        """Return a message by its id."""
        return next((entry for entry in self._entries() if entry.key == key), None)

    def calls(self, text: str = "") -> tuple[CallScript, ...]:
        """Return the calls with every word of `text` in title or purpose, one mistake forgiven."""
        wanted = folded_words(text)
        return tuple(
            call
            for call in self._content.calls
            if not wanted or closeness(wanted, folded_words(f"{call.title} {call.use_when}"))
        )

    def blanks(self, *texts: str) -> tuple[MessageBlank, ...]:
        """Return the blanks of texts in the order they first stand there; one the user invented asks for plain text."""
        return tuple(self._blank(name) for name in blanks_in("\n".join(texts)))

    def fill(self, message: Message, values: Mapping[str, str]) -> FilledMessage:
        """Return a message with these values in its blanks; a value is never read for blanks itself."""
        return FilledMessage(
            pieces_of(message.subject, values),
            pieces_of(message.text, values),
            self.blanks(message.subject, message.text),
        )

    def values_for(self, customer_id: UUID | None = None) -> dict[str, str]:
        """Return what is known for the blanks: remembered values, and of a customer its name and ledger facts."""
        values = {
            name: text
            for name, text in self.remembered().by_name.items()
            if (blank := self._content.message_blanks.get(name)) is not None and blank.remembered
        }
        customer = self._customers.get(customer_id) if customer_id is not None else None
        if customer is None:
            return values
        facts = {**self._facts(customer.id), LedgerFact.CUSTOMER: customer.name}
        known = self._content.message_blanks.values()
        return values | {one.id: facts[one.ledger] for one in known if one.ledger is not None and one.ledger in facts}

    def reminder_for(self, customer_id: UUID) -> ScriptEntry | None:
        """Return the first reminder for how late a customer's oldest invoice is; None where no ledger says it."""
        days = self._facts(customer_id).get(LedgerFact.OLDEST_DAYS_LATE, "").replace(",", "")
        if not days.isdecimal():
            return None
        stage = next(stage for most, stage in _REMINDERS if int(days) <= most)
        return next((entry for entry in self._entries() if entry.stage is stage), None)

    def remembered(self) -> RememberedBlanks:
        """Return what the remembered blanks held last."""
        with self._store.read() as unit:
            found = unit.repository(EntityKind.REMEMBERED_BLANKS).get(REMEMBERED_ID)
        return found if isinstance(found, RememberedBlanks) else RememberedBlanks()

    @property
    def kept_names(self) -> frozenset[str]:
        """Return the names of the blanks whose last value is kept."""
        return frozenset(name for name, blank in self._content.message_blanks.items() if blank.remembered)

    def remember(self, values: Mapping[str, str]) -> Edit:
        """Keep the values of those blanks that are remembered, for the next message; empty ones stay as they were."""
        before = self.remembered()
        blanks = self._content.message_blanks
        new = {
            name: value.strip()
            for name, value in values.items()
            if value.strip() and (blank := blanks.get(name)) is not None and blank.remembered
        }
        after = replace(before, values=tuple(sorted((before.by_name | new).items())))
        stored = before if before.values else None
        edit = Edit("Remember blanks", EntityKind.REMEMBERED_BLANKS, stored, after)
        if after != before:
            self._edits.apply(edit)
        return edit

    def write(self, title: str, stage: ScriptStage, messages: Mapping[Tone, Message], use_when: str = "") -> Edit:
        """Add a message of the user's own; raise `FieldProblem` where it cannot be kept."""
        return self._put("Add script", None, self._new(title, stage, messages, use_when))

    def duplicate(self, entry: ScriptEntry) -> Edit:
        """Add a copy of any message as one of the user's own."""
        return self._put(
            "Copy script", None, self._new(f"{entry.title} (copy)", entry.stage, entry.messages, entry.use_when)
        )

    def save(self, entry: ScriptEntry, messages: Mapping[Tone, Message], *, title: str | None = None) -> Edit:
        """Keep changed words: an own message takes them, a shipped one is replaced by an own one until it is reset."""
        told = tuple(ToneText(tone, one.subject, one.text) for tone, one in messages.items())
        own = self.as_own(entry)
        return self.keep(entry.own, replace(own, messages=told, title=title or own.title))

    def own(self, script_id: UUID) -> OwnScript | None:
        """Return an own message, or what a shipped one was changed to, by its identity."""
        with self._store.read() as unit:
            found = unit.repository(EntityKind.OWN_SCRIPT).get(script_id)
        return found if isinstance(found, OwnScript) else None

    def as_own(self, entry: ScriptEntry) -> OwnScript:
        """Return what the user would change a message as: the own one, or for a shipped one what takes its place."""
        if entry.own is not None:
            return entry.own
        return replace(self._new(entry.title, entry.stage, entry.messages, entry.use_when), replaces=entry.key)

    def keep(self, before: OwnScript | None, after: OwnScript) -> Edit:
        """Keep an own message as it was changed; `before` is None where the library does not hold it yet.

        Raises `FieldProblem` where it cannot be kept.
        """
        return self._put("Edit script", before, after)

    def reset(self, entry: ScriptEntry) -> Edit:
        """Give a changed shipped message its first words back. ValueError for one that is not changed."""
        if not entry.is_changed:
            raise ValueError("only a changed message can be reset")
        return self._put("Reset script", entry.own, None)

    def remove(self, entry: ScriptEntry) -> Edit:
        """Remove a message of the user's own. ValueError for a shipped one."""
        if not entry.is_own:
            raise ValueError("a shipped message stays")
        return self._put("Remove script", entry.own, None)

    def note(self, customer_id: UUID, subject: str, script: str = "", note: str = "") -> Edit:
        """Note in a customer's history that this was sent or said."""
        kept = ContactNote(
            id=new_id(), customer=customer_id, at=self._clock.now(), subject=subject, script=script, note=note
        )
        return self._edits.put("Note contact", EntityKind.CONTACT_NOTE, None, kept)

    def drop_note(self, note: ContactNote) -> Edit:
        """Take a note out of a customer's history."""
        return self._edits.put("Remove note", EntityKind.CONTACT_NOTE, note, None)

    def notes(self, customer_id: UUID) -> tuple[ContactNote, ...]:
        """Return what was noted about a customer, the latest first."""
        with self._store.read() as unit:
            return unit.contact_notes.of(customer_id)

    def _entries(self) -> tuple[ScriptEntry, ...]:
        with self._store.read() as unit:
            own = unit.repository(EntityKind.OWN_SCRIPT).all()
        changed = {one.replaces: one for one in own if one.replaces}
        shipped = (_shipped(script, changed.get(script.id)) for script in self._content.scripts)
        mine = sorted((one for one in own if not one.replaces), key=lambda one: (one.created_at, one.id))
        return (*shipped, *(_entry(str(one.id), one) for one in mine))

    def _blank(self, name: str) -> MessageBlank:
        known = self._content.message_blanks.get(name)
        if known is not None:
            return known
        label = name.replace("_", " ").capitalize()
        return MessageBlank(id=name, kind=MessageBlankKind.TEXT, label=label, hint="", sample=label)

    def _new(self, title: str, stage: ScriptStage, messages: Mapping[Tone, Message], use_when: str) -> OwnScript:
        return OwnScript(
            id=new_id(),
            title=title.strip(),
            stage=stage,
            messages=tuple(ToneText(tone, one.subject, one.text) for tone, one in messages.items()),
            created_at=self._clock.now(),
            use_when=use_when.strip(),
        )

    def _put(self, label: str, before: OwnScript | None, after: OwnScript | None) -> Edit:
        if after is not None:
            _check(after)
        return self._edits.put(label, EntityKind.OWN_SCRIPT, before, after)


def _shipped(script: Script, own: OwnScript | None) -> ScriptEntry:
    if own is not None:
        return _entry(script.id, own)
    return ScriptEntry(
        key=script.id, title=script.title, stage=script.stage, use_when=script.use_when, messages=script.tones
    )


def _entry(key: str, own: OwnScript) -> ScriptEntry:
    told = {one.tone: Message(one.subject, one.text) for one in own.messages}
    return ScriptEntry(key=key, title=own.title, stage=own.stage, use_when=own.use_when, messages=told, own=own)


def _words_of(entry: ScriptEntry) -> str:
    told = (f"{one.subject} {one.text}" for one in entry.messages.values())
    return " ".join((entry.title, entry.use_when, *told))


def _check(script: OwnScript) -> None:
    if not script.title:
        raise FieldProblem("title", "A script needs a name, so that you find it again. Nothing was changed.")
    if not any(one.text.strip() for one in script.messages):
        raise FieldProblem("messages", "A script needs its words. Nothing was changed.")
    longest = max(len(one.text) for one in script.messages)
    if longest > SCRIPT_LIMIT:
        raise FieldProblem(
            "messages",
            f"This is {longest - SCRIPT_LIMIT:,} characters longer than a script can be. Your text is kept here.",
        )
