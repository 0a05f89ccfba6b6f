"""Which sections a document has, in which order, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from arcareer.domain.documents import BragSection, DocumentChoices, DocumentKind, ReviewSection
from arcareer_ui.pages.brag_sheet.choosing import AnySection
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.styling import without_mnemonic
from arcareer_ui.widgets.switch import Switch
from arcareer_ui.widgets.tab_order import follow_layout


def _tr(text: str) -> str:
    return QCoreApplication.translate("SectionsCard", text)


def section_names() -> Mapping[AnySection, str]:
    """Return what the app calls the sections of both documents."""
    return {
        BragSection.HEADLINE_FIGURES: _tr("Headline figures"),
        BragSection.CHART: _tr("Charts"),
        BragSection.BULLETS: _tr("Bullets, in one line each"),
        BragSection.WINS: _tr("Wins by theme"),
        BragSection.FIGURES_TABLE: _tr("Key figures table"),
        BragSection.EVIDENCE: _tr("Evidence appendix"),
        ReviewSection.CASE: _tr("The case, page one"),
        ReviewSection.COMPETENCIES: _tr("Competencies and evidence"),
        ReviewSection.KPIS: _tr("KPIs over time"),
        ReviewSection.DECISIONS: _tr("Decisions that turned out"),
        ReviewSection.GOALS: _tr("Goals"),
        ReviewSection.QUALITIES: _tr("Qualities, shown by wins"),
        ReviewSection.EVIDENCE: _tr("Evidence appendix"),
    }


def sections_of(choices: DocumentChoices) -> tuple[AnySection, ...]:
    """Return the sections of the document the choices are for, in the user's order."""
    return choices.review_sections if choices.document is DocumentKind.REVIEW else choices.sections


class SectionsCard(Card):
    """What to include, in which order; a section both documents have has one line for both.

    `switched` carries a section and whether it is in, `moved` one and a step.
    `renamed` carries a section and its heading, empty for its own; `noted` whether notes say where numbers come from.
    """

    switched = Signal(object, bool)
    moved = Signal(object, int)
    renamed = Signal(object, str)
    noted = Signal(bool)

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self.add_heading(self.tr("Include, in this order"))
        self._place = column(spacing=2)
        self.add(self._place)
        self.rows = {section: SectionRow(name) for section, name in section_names().items()}
        for section, line in self.rows.items():
            self._place.addWidget(line)
            line.box.toggled.connect(partial(self.switched.emit, section))
            line.up.clicked.connect(partial(self.moved.emit, section, -1))
            line.down.clicked.connect(partial(self.moved.emit, section, 1))
            line.renamed.connect(partial(self.renamed.emit, section))
        self.rows[ReviewSection.CASE].fix()
        self.notes = Switch(self.tr("Say where each number comes from"))
        foot = row(spacing=8, margins=(0, 8, 0, 0))
        foot.addWidget(Label(self.notes.accessibleName(), wrap=True), 1)
        foot.addWidget(self.notes)
        self.add(foot)
        self.notes.toggled.connect(self.noted)

    @property
    def focused(self) -> AnySection | None:
        """Return the section whose line has the keyboard."""
        focus = QApplication.focusWidget()
        return next((section for section, line in self.rows.items() if focus and line.isAncestorOf(focus)), None)

    def show_choices(self, choices: DocumentChoices) -> None:
        """Show which sections are in, in the user's order; the keyboard stays on its section."""
        focus = QApplication.focusWidget()
        order = sections_of(choices)
        of_review = choices.document is DocumentKind.REVIEW
        left_out: tuple[AnySection, ...] = choices.review_left_out if of_review else choices.left_out
        for section, line in self.rows.items():
            line.setVisible(section in order)
        fixed = 1 if ReviewSection.CASE in order else 0  # page one is the case
        for at, section in enumerate(order):
            line = self.rows[section]
            if self._place.indexOf(line) != at:
                self._place.removeWidget(line)
                self._place.insertWidget(at, line)
            last = at == len(order) - 1 or section is ReviewSection.CASE
            line.show_place(included=section not in left_out, first=at <= fixed, last=last)
            line.show_heading(choices.heading(section))
            if focus in (line.up, line.down) and not focus.isEnabled():
                (line.down if focus is line.up else line.up).setFocus(Qt.FocusReason.OtherFocusReason)
        blocked = self.notes.blockSignals(True)
        self.notes.setChecked(choices.numbered_notes)
        self.notes.blockSignals(blocked)
        follow_layout(self)


class SectionRow(QWidget):
    """A tick box, and what renames and moves its section. `renamed` carries the heading that is typed."""

    renamed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        lines = column(self, spacing=4)
        line = row(spacing=4)
        self.box = CheckBox(name, elide=True)
        self.pen = IconButton("pencil", self.tr("Rename {section}").format(section=name), size="compact")
        self.up = IconButton("chevron-up", self.tr("Move {section} up").format(section=name), size="compact")
        self.down = IconButton("chevron-down", self.tr("Move {section} down").format(section=name), size="compact")
        line.addWidget(self.box, 1)
        acts = row()
        for button in (self.pen, self.up, self.down):
            acts.addWidget(button)
        line.addLayout(acts)
        lines.addLayout(line)
        self.heading = LineEdit(self.tr("Heading of {section}").format(section=name), name, size="compact")
        self.heading.hide()
        lines.addWidget(self.heading)
        self.pen.clicked.connect(self._start)
        self.heading.left.connect(self._end)
        self.heading.returnPressed.connect(self._end)

    def fix(self) -> None:
        """Let the section stay where it is, always printed."""
        self.box.setEnabled(False)
        for button in (self.up, self.down):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
            button.hide()

    def show_place(self, *, included: bool, first: bool, last: bool) -> None:
        """Show whether the section is in, and where it can go from here."""
        blocked = self.box.blockSignals(True)
        self.box.setChecked(included)
        self.box.blockSignals(blocked)
        self.box.update()
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def show_heading(self, words: str) -> None:
        """Show what the user calls the section."""
        shown = words or self._name
        self.box.setText(without_mnemonic(shown))
        self.box.setAccessibleName(shown)
        self.box.setToolTip(words)
        if not self.heading.hasFocus():
            self.heading.set_text(words)

    def _start(self) -> None:
        self.heading.show()
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        if self.heading.isHidden():
            return
        if self.heading.hasFocus():
            self.pen.setFocus(Qt.FocusReason.OtherFocusReason)  # which leaves the line
            return
        self.heading.hide()
        self.renamed.emit(self.heading.text().strip())
