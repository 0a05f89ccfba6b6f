"""Evidence of a win: files kept in the library, and links."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.evidence import Evidence, EvidenceCondition, EvidenceFile, EvidenceLink
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.progress import InlineProgress
from arcareer_ui.widgets.tab_order import follow_layout

Item = tuple[Evidence, EvidenceCondition | None]

OPENED = ("https://", "http://")


def can_be_opened(link: EvidenceLink) -> bool:
    """Return whether a browser can show where the link points; anything else is copied."""
    return link.target.casefold().startswith(OPENED)


class EvidenceEditor(QWidget):
    """`file_asked` wants a file, `linked` carries a target; the others the piece of evidence to act on."""

    file_asked = Signal()
    open_asked = Signal(object)
    linked = Signal(str)
    removed = Signal(object)
    copy_asked = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, spacing=8)
        layout.addWidget(Label(self.tr("Evidence"), "label"))
        self._rows = column(spacing=4)
        layout.addLayout(self._rows)
        self.add_button = Button(self.tr("Add a file"), icon="paperclip", size="compact")
        self.add_button.clicked.connect(self.file_asked)
        hint = self.tr("Web address, shared folder or ticket number, then Enter")
        self.link = LineEdit(self.tr("Add a link"), hint, size="compact")
        self.link.returnPressed.connect(self._add_link)
        line = row(spacing=10)
        line.addWidget(self.add_button)
        line.addWidget(self.link, 1)
        layout.addLayout(line)
        self.progress: InlineProgress | None = None
        self._place = column()
        layout.addLayout(self._place)
        self._shown: tuple[Item, ...] = ()

    def show_evidence(self, items: Sequence[Item]) -> None:
        """Show what proves the win, with what became of each file."""
        if tuple(items) == self._shown:
            return
        self._shown = tuple(items)
        while (old := self._rows.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for evidence, condition in items:
            self._rows.addWidget(self._make_row(evidence, condition))
        follow_layout(self)

    def show_progress(self, name: str) -> InlineProgress:
        """Show that a file is being taken in; returns what shows how far it has come."""
        self.end_progress()
        title = self.tr("Copying {name} into your library").format(name=name)
        self.progress = InlineProgress(title, self.tr("Cancel leaves the win as it is."))
        self.progress.cancelled.connect(self.cancelled)
        self._place.addWidget(self.progress)
        self.add_button.setEnabled(False)
        follow_layout(self)
        return self.progress

    def end_progress(self) -> None:
        """Take the progress away."""
        self.add_button.setEnabled(True)
        if self.progress is not None:
            self.progress.hide()
            self.progress.deleteLater()
            self.progress = None

    def _make_row(self, evidence: Evidence, condition: EvidenceCondition | None) -> QWidget:
        part = QWidget()
        line = row(part, spacing=8)
        is_file = isinstance(evidence, EvidenceFile)
        line.addWidget(Icon("file" if is_file else "link-2", "text3", 16))
        line.addWidget(ElideLabel(evidence.title), 1)
        if isinstance(evidence, EvidenceFile):
            size = QLocale().formattedDataSize(evidence.size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
            line.addWidget(Label(size, "caption"))
            copy = IconButton("download", self.tr("Save a copy of {name}").format(name=evidence.title))
            copy.clicked.connect(partial(self.copy_asked.emit, evidence))
            line.addWidget(copy)
        else:
            line.addWidget(self._link_button(evidence))
        remove = IconButton("x", self.tr("Remove {name}").format(name=evidence.title))
        remove.clicked.connect(partial(self.removed.emit, evidence))
        line.addWidget(remove)
        notes = {
            EvidenceCondition.MISSING: self.tr("The copy is missing"),
            EvidenceCondition.CHANGED: self.tr("The copy has changed since it was added"),
        }
        if condition in notes:
            holder = QWidget()
            lines = column(holder, spacing=2)
            lines.addWidget(part)
            note = row(margins=(24, 0, 0, 0))
            note.addWidget(Chip(notes[condition], "warn", "triangle-alert"))
            note.addStretch(1)
            lines.addLayout(note)
            return holder
        return part

    def _link_button(self, link: EvidenceLink) -> IconButton:
        if can_be_opened(link):
            button = IconButton("external-link", self.tr("Open {name}").format(name=link.title))
        else:
            button = IconButton("copy", self.tr("Copy {name}").format(name=link.title))
        button.clicked.connect(partial(self.open_asked.emit, link))
        return button

    def _add_link(self) -> None:
        target = self.link.text().strip()
        if target:
            self.link.clear()
            self.linked.emit(target)


class UsedIn(QWidget):
    """Where a win is used, as links. `opened` carries the route of one."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, spacing=6)
        layout.addWidget(Label(self.tr("Used in"), "label"))
        self.links = FlowBox()
        layout.addWidget(self.links)

    def show_places(self, places: Sequence[tuple[str, str, str]]) -> None:
        """Show places as (route, words, icon); nothing is shown for none."""
        buttons = []
        for route, words, icon in places:
            link = Button(words, "link", icon=icon)
            link.clicked.connect(partial(self.opened.emit, route))
            buttons.append(link)
        self.links.set_widgets(buttons)
        self.setVisible(bool(places))
