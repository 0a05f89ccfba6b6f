"""The choices beside the preview, a card each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from arcareer.domain.brag_sheets import BragSection, BragSheetChoices, BragTemplate, PeriodKind
from arcareer.domain.customers import Customer
from arcareer.domain.periods import Period
from arcareer_ui.pages.brag_sheet.templates import TemplateChoice
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.widgets.switch import Switch

NAMES_SHOWN = 2


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


class NamesCard(Card):
    """`switched` carries whether names are hidden, `renamed` a customer and the alias typed for it."""

    switched = Signal(bool)
    renamed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.switch = Switch(self.tr("Hide customer names"), on=True)
        self.add_heading(self.tr("Hide customer names"), self.switch)
        line = row(spacing=8)
        self._icon = Icon("shield-check", "accent", 16)
        self.summary = Label("", "small", wrap=True)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.summary, 1)
        self.add(line)
        self._place = column()
        self.body.addLayout(self._place)
        self._grid: QWidget | None = None
        self.more = Button("", "link", icon="chevron-down", trailing=True)
        self.more.clicked.connect(self._show_all)
        self.add(self.more)
        self._customers: tuple[Customer, ...] = ()
        self._all = False
        self.aliases: dict[str, LineEdit] = {}
        self.switch.toggled.connect(self.switched)

    def show_names(self, customers: Sequence[Customer], places: int, *, hidden: bool) -> None:
        """Show the customers named in the sheet, and in how many places."""
        blocked = self.switch.blockSignals(True)
        self.switch.setChecked(hidden)
        self.switch.blockSignals(blocked)
        self._icon.set("shield-check" if hidden else "eye", "accent" if hidden else "warn")
        names = self.tr("%n name(s)", "", len(customers))
        spots = self.tr("%n place(s)", "", places)
        if not hidden:
            words = self.tr("Names are printed as you typed them. Who reads this knows your customers.")
        elif customers:
            words = self.tr("{names} replaced in {places}. Amounts stay.").format(names=names, places=spots)
        else:
            words = self.tr("No customer of your list is named in this period.")
        self.summary.setText(words)
        shown = tuple(customers) if hidden else ()
        if shown != self._customers:
            self._customers = shown
            self._fill()

    def _show_all(self) -> None:
        self._all = not self._all
        self._fill()

    def _fill(self) -> None:
        if self._grid is not None:
            self._place.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
            self._grid = None
        shown = self._customers if self._all else self._customers[:NAMES_SHOWN]
        self.aliases = {}
        if shown:
            self._grid = self._make_grid(shown)
            self._place.addWidget(self._grid)
        self.more.setVisible(len(self._customers) > NAMES_SHOWN)
        words = self.tr("Show fewer") if self._all else self.tr("All %n name(s)", "", len(self._customers))
        self.more.set_label(words)
        self.more.set_icon("chevron-up" if self._all else "chevron-down")

    def _make_grid(self, customers: Sequence[Customer]) -> QWidget:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        for at, customer in enumerate(customers):
            alias = LineEdit(self.tr("Shown on exports as, for {name}").format(name=customer.name), size="compact")
            alias.set_text(customer.alias)
            alias.left.connect(partial(self._rename, customer, alias))
            alias.returnPressed.connect(partial(self._rename, customer, alias))
            grid.addWidget(ElideLabel(customer.name, "small", "text"), at, 0)
            grid.addWidget(Icon("arrow-right", "text3", 15), at, 1)
            grid.addWidget(alias, at, 2)
            self.aliases[customer.name] = alias
        return part

    def _rename(self, customer: Customer, alias: LineEdit) -> None:
        text = alias.text().strip()
        if text and text != customer.alias:
            self.renamed.emit(customer, text)
        else:
            alias.set_text(customer.alias)


class SectionsCard(Card):
    """What to include, in which order. `switched` carries a section and whether it is in, `moved` one and a step."""

    switched = Signal(object, bool)
    moved = Signal(object, int)

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self.add_heading(self.tr("Include, in this order"))
        self._names = {
            BragSection.HEADLINE_FIGURES: self.tr("Headline figures"),
            BragSection.CHART: self.tr("Charts"),
            BragSection.WINS: self.tr("Wins by theme"),
            BragSection.FIGURES_TABLE: self.tr("Key figures table"),
            BragSection.EVIDENCE: self.tr("Evidence appendix"),
        }
        self._place = column(spacing=2)
        self.body.addLayout(self._place)
        self._rows: QWidget | None = None
        self._shown: tuple[tuple[BragSection, ...], tuple[BragSection, ...]] = ((), ())
        self.boxes: dict[BragSection, CheckBox] = {}
        self.movers: dict[BragSection, tuple[IconButton, IconButton]] = {}

    def show_choices(self, choices: BragSheetChoices) -> None:
        """Show which sections are in, in the user's order; the keyboard stays where it is."""
        shown = (choices.sections, choices.left_out)
        if shown == self._shown:
            return
        self._shown = shown
        focused = next(
            ((section, at) for section, pair in self.movers.items() for at, one in enumerate(pair) if one.hasFocus()),
            None,
        )
        if self._rows is not None:
            self._place.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        self._place.addWidget(self._rows)
        lines = column(self._rows, spacing=2)
        for at, section in enumerate(choices.sections):
            lines.addWidget(self._make_row(section, choices, at))
        if focused is not None:
            self.movers[focused[0]][focused[1]].setFocus()

    def _make_row(self, section: BragSection, choices: BragSheetChoices, at: int) -> QWidget:
        part = QWidget()
        line = row(part, spacing=4)
        name = self._names[section]
        box = CheckBox(name, checked=section not in choices.left_out)
        box.toggled.connect(partial(self.switched.emit, section))
        up = IconButton("chevron-up", self.tr("Move {section} up").format(section=name), size="compact")
        down = IconButton("chevron-down", self.tr("Move {section} down").format(section=name), size="compact")
        up.setEnabled(at > 0)
        down.setEnabled(at < len(choices.sections) - 1)
        up.clicked.connect(partial(self.moved.emit, section, -1))
        down.clicked.connect(partial(self.moved.emit, section, 1))
        line.addWidget(box, 1)
        line.addWidget(up)
        line.addWidget(down)
        self.boxes[section] = box
        self.movers[section] = (up, down)
        return part


class OwnerCard(Card):
    """Name and title as printed. `touched` comes while they are typed, `left` when a line is left."""

    touched = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.add_heading(self.tr("Name and title"))
        self.name, self.title = LineEdit(), LineEdit()
        self.add(AutoGrid((Field(self.tr("Your name"), self.name), Field(self.tr("Your title"), self.title)), 130))
        for line in (self.name, self.title):
            line.textEdited.connect(self.touched)
            line.left.connect(self.left)
