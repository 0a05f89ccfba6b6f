"""Presets at work: choices kept under a name, taken up again, renamed and removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer.domain.changes import Change
from arcareer.domain.documents import DocumentPreset
from arcareer_ui.acts import Acts
from arcareer_ui.pages.brag_sheet.choosing import Choosing
from arcareer_ui.pages.brag_sheet.document_card import DocumentCard

if TYPE_CHECKING:
    from arcareer.services.presets import PresetService


class PresetDesk(QObject):
    """Wires the card of the document. `told` carries a short word about what was done."""

    told = Signal(str)

    def __init__(
        self, card: DocumentCard, presets: PresetService, choosing: Choosing, acts: Acts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._card, self._presets, self._choosing, self._acts = card, presets, choosing, acts
        card.chosen.connect(lambda kind: choosing.choose(document=kind))
        card.preset_chosen.connect(self._apply)
        card.kept.connect(self._keep)
        card.renamed.connect(self._rename)
        card.replaced.connect(self._replace)
        card.removed.connect(self._remove)

    def follow(self) -> None:
        """Show the presets there are, and which of them the choices are."""
        choices, presets = self._choosing.choices, self._presets.all()
        same = (one for one in presets if replace(one.choices, id=choices.id) == choices)
        self._card.show_kind(choices.document)
        self._card.show_presets(presets, next(same, None))

    def _apply(self, preset: DocumentPreset) -> None:
        self._acts.do(partial(self._presets.apply, preset), self.tr("Take up “{name}”").format(name=preset.name))

    def _keep(self, name: str) -> None:
        self._name(partial(self._presets.add, name, self._choosing.choices), self.tr("Keep preset"))

    def _rename(self, preset: DocumentPreset, name: str) -> None:
        self._name(partial(self._presets.rename, preset, name), self.tr("Rename preset"))

    def _replace(self, preset: DocumentPreset) -> None:
        act = partial(self._presets.replace, preset, self._choosing.choices)
        if self._acts.do(act, self.tr("Change preset")):
            self.told.emit(self.tr("“{name}” means these choices now").format(name=preset.name))

    def _remove(self, preset: DocumentPreset) -> None:
        self._acts.do(partial(self._presets.remove, preset), self.tr("Remove preset"))

    def _name(self, act: Callable[[], Change], label: str) -> None:
        if self._acts.do(act, label, at_field=lambda problem: self._card.refuse_name(str(problem))):
            self._card.end_naming()
