"""The choices beside the preview, a card each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from arcareer.domain.agenda import Owner
from arcareer.domain.documents import BragSection, BragTemplate, DocumentChoices, PeriodKind
from arcareer.domain.periods import Period
from arcareer_ui.pages.brag_sheet.templates import TemplateChoice
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.widgets.tab_order import follow_layout


class PeriodCard(Card):
    """`chosen` carries a kind of period, `custom_chosen` a period of the user's own."""

    chosen = Signal(object)
    custom_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.add_heading(self.tr("Period"))
        names = {
            PeriodKind.QUARTER: self.tr("Quarter"),
            PeriodKind.HALF: self.tr("Half"),
            PeriodKind.YEAR: self.tr("Year"),
            PeriodKind.CUSTOM: self.tr("Custom"),
        }
        self.kind = Segment(self.tr("Period"), [(kind.value, name) for kind, name in names.items()])
        self.start, self.end = DateField(self.tr("From")), DateField(self.tr("To"))
        self._custom = AutoGrid((Field(self.tr("From"), self.start), Field(self.tr("To"), self.end)), min_width=130)
        self.found = Label("", "small", wrap=True)
        self.add(self.kind)
        self.add(self._custom)
        self.add(self.found)
        self.kind.chosen.connect(lambda kind: self.chosen.emit(PeriodKind(kind)))
        for date_field in (self.start, self.end):
            date_field.picked.connect(self._tell_custom)

    def show_period(self, kind: PeriodKind, period: Period, words: str) -> None:
        """Show the period chosen and what was found in it."""
        self.kind.set_current(kind.value)
        self._custom.setVisible(kind is PeriodKind.CUSTOM)
        self.start.set_value(period.start)
        self.end.set_value(period.end)
        self.found.setText(words)

    def _tell_custom(self) -> None:
        start, end = self.start.value, self.end.value
        if start is not None and end is not None:
            self.custom_chosen.emit(Period(min(start, end), max(start, end)))


class TemplateCard(Card):
    """`chosen` carries a template."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.add_heading(self.tr("Template"))
        names = {
            BragTemplate.PROMOTION: self.tr("Promotion"),
            BragTemplate.PLAIN: self.tr("Plain"),
            BragTemplate.ONE_PAGE: self.tr("One page"),
        }
        self.choice = TemplateChoice(names)
        self.choice.chosen.connect(self.chosen)
        self.add(self.choice)


class SectionsCard(Card):
    """What to include, in which order. `switched` carries a section and whether it is in, `moved` one and a step."""

    switched = Signal(object, bool)
    moved = Signal(object, int)

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self.add_heading(self.tr("Include, in this order"))
        names = {
            BragSection.HEADLINE_FIGURES: self.tr("Headline figures"),
            BragSection.CHART: self.tr("Charts"),
            BragSection.BULLETS: self.tr("Bullets, in one line each"),
            BragSection.WINS: self.tr("Wins by theme"),
            BragSection.FIGURES_TABLE: self.tr("Key figures table"),
            BragSection.EVIDENCE: self.tr("Evidence appendix"),
        }
        self._place = column(spacing=2)
        self.add(self._place)
        self.rows = {section: SectionRow(name) for section, name in names.items()}
        for section, line in self.rows.items():
            self._place.addWidget(line)
            line.box.toggled.connect(partial(self.switched.emit, section))
            line.up.clicked.connect(partial(self.moved.emit, section, -1))
            line.down.clicked.connect(partial(self.moved.emit, section, 1))

    @property
    def focused(self) -> BragSection | None:
        """Return the section whose line has the keyboard."""
        focus = QApplication.focusWidget()
        return next((section for section, line in self.rows.items() if focus and line.isAncestorOf(focus)), None)

    def show_choices(self, choices: DocumentChoices) -> None:
        """Show which sections are in, in the user's order; the keyboard stays on its section."""
        focus = QApplication.focusWidget()
        last = len(choices.sections) - 1
        for at, section in enumerate(choices.sections):
            line = self.rows[section]
            if self._place.indexOf(line) != at:
                self._place.removeWidget(line)
                self._place.insertWidget(at, line)
            line.show_place(included=section not in choices.left_out, first=at == 0, last=at == last)
            if focus in (line.up, line.down) and not focus.isEnabled():
                (line.down if focus is line.up else line.up).setFocus(Qt.FocusReason.OtherFocusReason)
        follow_layout(self)


class SectionRow(QWidget):
    """A tick box, and what moves its section."""

    def __init__(self, name: str) -> None:
        super().__init__()
        line = row(self, spacing=4)
        self.box = CheckBox(name)
        self.up = IconButton("chevron-up", self.tr("Move {section} up").format(section=name), size="compact")
        self.down = IconButton("chevron-down", self.tr("Move {section} down").format(section=name), size="compact")
        line.addWidget(self.box, 1)
        line.addWidget(self.up)
        line.addWidget(self.down)

    def show_place(self, *, included: bool, first: bool, last: bool) -> None:
        """Show whether the section is in, and where it can go from here."""
        blocked = self.box.blockSignals(True)
        self.box.setChecked(included)
        self.box.blockSignals(blocked)
        self.box.update()
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)


class OwnerCard(Card):
    """Name and title as printed. `touched` carries the field that is typed in, `left` comes when it is left."""

    touched = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.add_heading(self.tr("Name and title"))
        self.lines = {"name": LineEdit(), "title": LineEdit()}
        labels = {"name": self.tr("Your name"), "title": self.tr("Your title")}
        self.add(AutoGrid([Field(labels[field], line) for field, line in self.lines.items()], min_width=220))
        for field, line in self.lines.items():
            line.textEdited.connect(partial(self._touch, field))
            line.left.connect(self.left)

    def show_owner(self, owner: Owner) -> None:
        """Show who it is."""
        for field, line in self.lines.items():
            line.set_text(getattr(owner, field))

    def typed(self) -> Mapping[str, str]:
        """Return what stands in the fields."""
        return {field: line.text() for field, line in self.lines.items()}

    def _touch(self, field: str, _text: str) -> None:
        self.touched.emit(field)
