"""The choices beside the preview, a card each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal

from arcareer.domain.agenda import Owner
from arcareer.domain.documents import BragTemplate, PeriodKind
from arcareer.domain.periods import Period
from arcareer_ui.pages.brag_sheet.templates import TemplateChoice
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.segment import Segment


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

    def show_period(self, kind: PeriodKind, period: Period, words: str, *, of_review: bool = False) -> None:
        """Show the period chosen and what was found in it; a review looks back on its own unless told otherwise."""
        calendar = (PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)
        self.kind.set_text(PeriodKind.YEAR.value, self.tr("Of the review") if of_review else self.tr("Year"))
        self.kind.set_offered([one.value for one in (*(calendar[-1:] if of_review else calendar), PeriodKind.CUSTOM)])
        own = of_review and kind is not PeriodKind.CUSTOM
        self.kind.set_current(PeriodKind.YEAR.value if own else kind.value)
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
