"""What is known about an interview: day, time, company, role, people, notes, and the advert."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.dates import clock_time
from arcareer_ui.pages.prep.bank.words import FITS
from arcareer_ui.pages.prep.interviews.times import read_time
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid, FlowBox
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.rule import Rule

if TYPE_CHECKING:
    from arcareer.domain.interviews import Interview
    from arcareer.domain.questions import Fit

OVER, REMOVE = "over", "remove"
MOST_WORDS = 4


class FactsCard(Card):
    """`touched` carries the field being typed in, `left` comes when one was left, `day_picked` a day.

    `crib_asked` wants the page to take along, `over_asked` to note that it is over or not, `remove_asked` no interview.
    """

    touched = Signal(str)
    left = Signal()
    day_picked = Signal(object)
    time_entered = Signal(object)
    crib_asked = Signal()
    over_asked = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 18), spacing=12)
        self.title = Label("", "h2", wrap=True)
        self.crib_button = Button(self.tr("Crib"), "primary", icon="file-text")
        self.menu = MenuButton(self.tr("More actions for this interview"), ())
        self.day = DateField(self.tr("Day"))
        self.time = ParsedLine(read_time, clock_time, self.tr("Starts at"), self.tr("Such as 10:30"))
        self.role, self.company = LineEdit(), LineEdit()
        self.people, self.notes = GrowText(), GrowText(lines=2)
        self._time = Field(self.tr("Starts at"), self.time)
        self._lay_out()
        self._connect()

    @property
    def texts(self) -> dict[str, str]:
        """Return what is typed, by field."""
        return {
            "role": self.role.text(),
            "company": self.company.text(),
            "people": self.people.text,
            "notes": self.notes.text,
        }

    def show_interview(self, interview: Interview, title: str) -> None:
        """Show what is stored."""
        details = interview.details
        self.title.setText(title)
        self.day.set_value(interview.on)
        if not self.time.hasFocus():
            self.time.set_value(details.starts_at)
            self._time.clear_message()
        for line, text in ((self.role, details.role), (self.company, details.company)):
            if not line.hasFocus():
                line.set_text(text)
        self.people.set_text(details.people)
        self.notes.set_text(details.notes)
        over = self.tr("It is still to come") if details.is_over else self.tr("It is over")
        self.menu.set_entries(
            [MenuEntry(OVER, over, "check"), MenuEntry(REMOVE, self.tr("Remove interview"), "trash-2")]
        )

    def _lay_out(self) -> None:
        head = row(spacing=10)
        head.addWidget(self.title, 1)
        head.addWidget(self.crib_button)
        head.addWidget(self.menu)
        self.add(head)
        self.add(
            AutoGrid(
                [
                    Field(self.tr("Day"), self.day),
                    self._time,
                    Field(self.tr("Role"), self.role),
                    Field(self.tr("Company"), self.company),
                ],
                min_width=190,
            )
        )
        self.add(Field(self.tr("Who will be there"), self.people))
        self.add(Field(self.tr("Notes"), self.notes, self.tr("Parking, dress, what a friend told you.")))

    def _connect(self) -> None:
        for name, line in (("role", self.role), ("company", self.company)):
            line.textEdited.connect(partial(self._touch, name))
            line.left.connect(self.left)
        for name, text in (("people", self.people), ("notes", self.notes)):
            text.edited.connect(partial(self.touched.emit, name))
            text.left.connect(self.left)
        self.day.picked.connect(self.day_picked)
        self.time.entered.connect(self.time_entered)
        self.time.unread.connect(
            lambda: self._time.show_problem(self.tr("A time looks like 10:30 or 2 pm. Your text is kept here."))
        )
        self.time.mended.connect(self._time.clear_message)
        self.crib_button.clicked.connect(self.crib_asked)
        self.menu.chosen.connect(lambda act: (self.over_asked if act == OVER else self.remove_asked).emit())

    def _touch(self, name: str, _text: str) -> None:
        self.touched.emit(name)


class AskLine(NamedTuple):
    """A competency the advert asks for: its label, the words that ask for it, how well it is covered, by what."""

    competency: str
    label: str
    words: Sequence[str]
    fit: Fit
    answers: Sequence[tuple[str, str]]


class AdvertCard(Card):
    """The advert's text and what it asks for. `touched` and `left` as in the facts.

    `answer_chosen` carries the route of an answer, `questions_asked` a competency nothing covers.
    """

    touched = Signal(str)
    left = Signal()
    answer_chosen = Signal(str)
    questions_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 18), spacing=12)
        self.add_heading(self.tr("The advert"))
        self.text = GrowText(
            self.tr("The advert's text"),
            self.tr("Paste the advert. It stays in this library and is printed nowhere."),
            lines=3,
        )
        self.add(self.text)
        self._asks = QWidget()
        self._shown: tuple[object, ...] = ()
        self.buttons: list[Button] = []
        self.add(self._asks)
        self.text.edited.connect(partial(self.touched.emit, "advert"))
        self.text.left.connect(self.left)

    def show_asks(self, asks: Sequence[AskLine], *, has_advert: bool) -> None:
        """Show which competencies the words of the advert ask for, and what covers them; the same stay as they are."""
        shown = (tuple(asks), has_advert)
        if shown == self._shown:
            return
        self._shown = shown
        fresh = QWidget()
        lines = column(fresh, spacing=8)
        self.buttons = []
        if has_advert:
            covered = sum(bool(one.answers) for one in asks)
            words = self.tr("It asks for {total} competencies. You have something to say to {covered} of them.")
            none = self.tr("None of the words we look for stands in it.")
            said = words.format(total=len(asks), covered=covered) if asks else none
            lines.addWidget(Label(said, "small", wrap=True))
        for at, one in enumerate(asks):
            if at:
                lines.addWidget(Rule())
            lines.addWidget(self._ask(one))
        self.body.replaceWidget(self._asks, fresh)
        self._asks.hide()
        self._asks.deleteLater()
        self._asks = fresh

    def _ask(self, one: AskLine) -> QWidget:
        part = QWidget()
        lines = column(part, spacing=4)
        head = row(spacing=10)
        look = FITS[one.fit]
        head.addWidget(Label(one.label, "strong", wrap=True), 1)
        chip = (
            self.tr("Ready") if one.fit == "strong" else self.tr("Draft") if one.fit == "workable" else self.tr("Gap")
        )
        head.addWidget(Chip(chip, look.tone, look.icon))
        lines.addLayout(head)
        found = ", ".join(f"“{word}”" for word in one.words[:MOST_WORDS])
        lines.addWidget(Label(found, "caption", "text2", wrap=True))
        buttons = [self._link(name, partial(self.answer_chosen.emit, route)) for name, route in one.answers]
        if not one.answers:
            words = self.tr("See the questions on it")
            buttons.append(self._link(words, partial(self.questions_asked.emit, one.competency), one.label))
        self.buttons += buttons
        lines.addWidget(FlowBox(*buttons, spacing=14))
        return part

    def _link(self, words: str, act: object, about: str = "") -> Button:
        button = Button(words, "link", name=f"{words}: {about}" if about else words)
        button.clicked.connect(act)
        return button
