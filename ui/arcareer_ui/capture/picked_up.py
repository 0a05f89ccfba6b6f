"""What was read from the sentence, shown before it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.content.models import GAP, Theme
from arcareer.domain.figures import Unit
from arcareer.domain.journal import HEADLINE_LIMIT
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.chip import Chip, ChipText
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox

if TYPE_CHECKING:
    from arcareer.services.capture import Capture

COUNTED_FROM = 400
MOST_CHIPS = 6
MOST_OFFERS = 2

FIGURE_ICONS = {
    Unit.MONEY: "banknote",
    Unit.PERCENT: "percent",
    Unit.POINTS: "percent",
    Unit.DAYS: "clock",
    Unit.WEEKS: "clock",
    Unit.MONTHS: "clock",
    Unit.HOURS: "timer",
    Unit.MINUTES: "timer",
    Unit.TIMES: "trending-up",
    Unit.COUNT: "hash",
}


class PickedUp(FlowBox):
    """Figures, customers and the theme of a sentence.

    `theme_chosen` carries the id the user picked; `customer_offered` a name the user says is a customer's.
    """

    theme_chosen = Signal(str)
    customer_offered = Signal(str)

    def __init__(self, themes: Sequence[Theme]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Picked up"))
        self._caption = Label(self.tr("Picked up"), "caption")
        self._chips: tuple[Chip, ...] = ()
        self.theme = Combo(
            self.tr("Theme"), [("", self.tr("No theme")), *((one.id, one.label) for one in themes)], size="compact"
        )
        self.theme.chosen.connect(self.theme_chosen)
        self._theme_box = QWidget()
        line = row(self._theme_box, spacing=8)
        caption = Label(self.tr("Theme"), "caption")
        caption.setBuddy(self.theme)
        line.addWidget(caption)
        line.addWidget(self.theme)
        self.offers = tuple(Button("", "chip", icon="plus") for _ in range(MOST_OFFERS))
        self._offered = [""] * MOST_OFFERS
        for place, offer in enumerate(self.offers):
            offer.clicked.connect(lambda _=False, at=place: self.customer_offered.emit(self._offered[at]))
        self.counter = Label("", "caption", tabular=True)
        self._length = 0
        self.show_capture(None)

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of the chips on show."""
        return tuple(chip.text for chip in self._chips)

    def show_capture(self, capture: Capture | None) -> None:
        """Show what a sentence says; None for nothing."""
        wanted = self._chips_of(capture) if capture else []
        if [chip.text for chip in self._chips] != [chip.text for chip in wanted] or not wanted:
            self._chips = tuple(Chip(*chip) for chip in wanted)
            self.set_widgets((self._caption, *self._chips, self._theme_box, *self.offers, self.counter))
        self._caption.setVisible(bool(wanted))
        self._offer(capture.possible_customers[:MOST_OFFERS] if capture else ())
        self.count(self._length)

    def count(self, length: int) -> None:
        """Show how long the sentence is once it gets long."""
        self._length = length
        self.counter.setVisible(length >= COUNTED_FROM)
        self.counter.setText(self.tr("{length} of {limit} characters").format(length=length, limit=HEADLINE_LIMIT))
        self.counter.set_tone("danger" if length > HEADLINE_LIMIT else "")

    def _offer(self, names: Sequence[str]) -> None:
        for place, offer in enumerate(self.offers):
            name = self._offered[place] = names[place] if place < len(names) else ""
            offer.setVisible(bool(name))
            offer.set_label(self.tr("{name} is a customer").format(name=name))
            offer.setToolTip(self.tr("Adds the name to your customers, so that exports can hide it"))

    def _chips_of(self, capture: Capture) -> list[ChipText]:
        figures = [ChipText(one.text, "accent", FIGURE_ICONS[one.figure.unit]) for one in capture.figures]
        names = [
            ChipText(self.tr("{name}, hidden on export").format(name=one.name), "plain", "eye-off")
            for one in capture.customers
        ]
        chips = [*figures, *names]
        if len(chips) > MOST_CHIPS:
            chips = [*chips[:MOST_CHIPS], ChipText(self.tr("and %n more", "", len(chips) - MOST_CHIPS))]
        gaps = capture.sentence.count(GAP)
        if gaps:
            chips.append(ChipText(self.tr("%n gap(s) to fill", "", gaps), "warn", "pencil"))
        return chips
