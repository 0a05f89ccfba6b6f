"""Presets: choices for the documents under a name, such as the manager, the panel or someone outside."""

from __future__ import annotations

from dataclasses import replace

from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import Change, Edit, EntityKind
from arcareer.domain.documents import CHOICES_ID, DocumentChoices, DocumentPreset
from arcareer.domain.identity import named_id, new_id
from arcareer.errors import FieldProblem
from arcareer.services.document_choices import DocumentChoiceService
from arcareer.services.editing import EditService
from arcareer.storage.store import Store


class PresetService:
    """Use cases of presets; what changes something returns the change it applied.

    While none is kept, the shipped ones are offered; the first change to any of them keeps the others too.
    """

    def __init__(
        self, store: Store, edits: EditService, choices: DocumentChoiceService, content: ContentLibrary
    ) -> None:
        self._store = store
        self._edits = edits
        self._choices = choices
        self._content = content

    def all(self) -> tuple[DocumentPreset, ...]:
        """Return the presets by name, or the shipped ones where none is kept."""
        kept = self._kept()
        return tuple(sorted(kept, key=lambda one: (_plain(one.name), one.id))) if kept else self._shipped()

    def add(self, name: str, choices: DocumentChoices) -> Change:
        """Keep choices under a name; raise `FieldProblem` for an empty name or one that is taken."""
        preset = DocumentPreset(id=new_id(), name=name.strip(), choices=replace(choices, id=CHOICES_ID))
        self._check(preset)
        return self._put("Keep a preset", None, preset)

    def apply(self, preset: DocumentPreset) -> Edit:
        """Choose for the documents what a preset says."""
        return self._choices.save(preset.choices)

    def rename(self, preset: DocumentPreset, name: str) -> Change:
        """Give a preset another name; raise `FieldProblem` for an empty one or one that is taken."""
        after = replace(preset, name=name.strip())
        self._check(after)
        return self._put("Rename a preset", preset, after)

    def replace(self, preset: DocumentPreset, choices: DocumentChoices) -> Change:
        """Let a preset say other choices."""
        after = replace(preset, choices=replace(choices, id=CHOICES_ID))
        return self._put("Replace a preset", preset, after)

    def remove(self, preset: DocumentPreset) -> Change:
        """Remove a preset."""
        return self._put("Remove a preset", preset, None)

    def _put(self, label: str, before: DocumentPreset | None, after: DocumentPreset | None) -> Change:
        changed = after if before is None else before
        if self._kept():
            return self._edits.put(label, EntityKind.DOCUMENT_PRESET, before, after)
        others = (one for one in self._shipped() if changed is None or one.id != changed.id)
        edits = [Edit(label, EntityKind.DOCUMENT_PRESET, None, one) for one in others]
        if after is not None:
            edits.append(Edit(label, EntityKind.DOCUMENT_PRESET, None, after))
        return self._edits.put_all(label, edits)

    def _kept(self) -> tuple[DocumentPreset, ...]:
        with self._store.read() as unit:
            return unit.repository(EntityKind.DOCUMENT_PRESET).all()

    def _shipped(self) -> tuple[DocumentPreset, ...]:
        """Return the shipped presets, which leave what they do not speak of as it is chosen."""
        now = self._choices.choices()
        return tuple(
            DocumentPreset(
                id=named_id("document-preset", one.id),
                name=one.name,
                choices=replace(now, document=one.document, level=one.level, numbered_notes=one.numbered_notes),
            )
            for one in self._content.document_starters.presets
        )

    def _check(self, preset: DocumentPreset) -> None:
        if not preset.name:
            raise FieldProblem("name", "A preset needs a name, such as the one who will read it. Nothing was changed.")
        if any(_plain(one.name) == _plain(preset.name) for one in self.all() if one.id != preset.id):
            raise FieldProblem("name", f"There is a preset called {preset.name} already. Choose another name.")


def _plain(name: str) -> str:
    return name.strip().casefold()
