"""Which document, and the choices kept under a name."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from arcareer.domain.documents import DocumentKind, DocumentPreset
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.message_line import MessageLine
from arcareer_ui.widgets.segment import Segment

KEEP, REPLACE, RENAME, REMOVE = "keep", "replace", "rename", "remove"


class DocumentCard(Card):
    """`chosen` carries a kind of document, `preset_chosen` a preset.

    `kept` carries the name for a new preset, `renamed` a preset and its name; `replaced` and `removed` carry a preset.
    """

    chosen = Signal(object)
    preset_chosen = Signal(object)
    kept = Signal(str)
    renamed = Signal(object, str)
    replaced = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.add_heading(self.tr("Document"))
        kinds = {DocumentKind.BRAG_SHEET: self.tr("Brag sheet"), DocumentKind.REVIEW: self.tr("Promotion review")}
        self.kind = Segment(self.tr("Document"), [(kind.value, name) for kind, name in kinds.items()])
        self.preset = Combo(self.tr("Preset"), size="compact")
        self.preset.give_way()
        self.acts = MenuButton(self.tr("Acts on presets"), (), size="compact")
        line = row(spacing=6)
        line.addWidget(self.preset, 1)
        line.addWidget(self.acts)
        self.add(self.kind)
        self.add(line)
        self._make_naming()
        self._presets: dict[UUID, DocumentPreset] = {}
        self._renaming: DocumentPreset | None = None
        self._shown = ""
        self.kind.chosen.connect(lambda kind: self.chosen.emit(DocumentKind(kind)))
        self.preset.chosen.connect(self._tell_preset)
        self.acts.chosen.connect(self._act)

    @property
    def current(self) -> DocumentPreset | None:
        """Return the preset on show, if the choices are those of one."""
        return self._presets.get(UUID(self.preset.current)) if self.preset.current else None

    def show_kind(self, kind: DocumentKind) -> None:
        """Show which document it is."""
        self.kind.set_current(kind.value)

    def show_presets(self, presets: Sequence[DocumentPreset], current: DocumentPreset | None) -> None:
        """Show what is kept, and which of them the choices are."""
        self._presets = {one.id: one for one in presets}
        own = self.tr("Own choices") if presets else self.tr("No preset kept yet")
        options = [("", own), *((str(one.id), one.name) for one in presets)]
        self._shown = str(current.id) if current is not None else ""
        self.preset.set_options(options, self._shown)
        self.preset.setEnabled(bool(presets))
        entries = [MenuEntry(KEEP, self.tr("Keep these choices as a preset"), "plus")]
        entries += [
            entry
            for one in presets
            for entry in (
                MenuEntry(f"{REPLACE} {one.id}", self.tr("Let “{name}” mean these choices").format(name=one.name)),
                MenuEntry(f"{RENAME} {one.id}", self.tr("Rename “{name}”").format(name=one.name)),
                MenuEntry(f"{REMOVE} {one.id}", self.tr("Remove “{name}”").format(name=one.name)),
            )
        ]
        self.acts.set_entries(entries)

    def refuse_name(self, why: str) -> None:
        """Say why a name cannot be used; it stays typed."""
        self._message.show_problem(why)

    def end_naming(self) -> None:
        """Put the line for a name away; the keyboard goes back to where it came from."""
        focus = QApplication.focusWidget()
        if focus is not None and self.naming.isAncestorOf(focus):
            self.acts.setFocus(Qt.FocusReason.OtherFocusReason)
        self._renaming = None
        self.naming.hide()
        self.name.clear()
        self._message.clear()

    def _make_naming(self) -> None:
        self.naming = QWidget()
        lines = column(self.naming, spacing=6)
        self.name = LineEdit(self.tr("Name of the preset"), self.tr("For example: my team lead"), size="compact")
        self.keep = Button(self.tr("Keep"), "tonal", size="compact")
        self.leave = Button(self.tr("Cancel"), "quiet", size="compact")
        line = row(spacing=6)
        line.addWidget(self.name, 1)
        line.addWidget(self.keep)
        line.addWidget(self.leave)
        lines.addLayout(line)
        self._message = MessageLine(self.name)
        lines.addWidget(self._message)
        self.add(self.naming)
        self.naming.hide()
        self.keep.clicked.connect(self._tell_name)
        self.name.returnPressed.connect(self._tell_name)
        self.leave.clicked.connect(self.end_naming)
        self.name.textEdited.connect(self._message.clear)

    def _tell_preset(self, identity: str) -> None:
        if identity:
            self.preset_chosen.emit(self._presets[UUID(identity)])
        else:  # which is not something to choose: any other choice makes them the user's own
            self.preset.set_current(self._shown)

    def _act(self, act: str) -> None:
        kind, _, identity = act.partition(" ")
        preset = self._presets.get(UUID(identity)) if identity else None
        if kind in (KEEP, RENAME):
            self._renaming = preset
            self.name.set_text(preset.name if preset is not None else "")
            self.naming.show()
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif preset is not None:
            (self.replaced if kind == REPLACE else self.removed).emit(preset)

    def _tell_name(self) -> None:
        if self._renaming is not None:
            self.renamed.emit(self._renaming, self.name.text().strip())
        else:
            self.kept.emit(self.name.text().strip())
