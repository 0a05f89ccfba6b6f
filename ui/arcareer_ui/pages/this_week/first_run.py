"""What only the first days show: why the user is here, and what they can trust."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.agenda import OccasionKind
from arcareer_ui.pages.this_week.occasion_form import OccasionForm
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import RowButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Bubble, Icon
from arcareer_ui.widgets.label import Label


class Purpose(StrEnum):
    """What brings somebody here, as the library keeps it."""

    RECORD = "record"
    INTERVIEW = "interview"
    REVIEW = "review"


OCCASIONS = {Purpose.INTERVIEW: OccasionKind.INTERVIEW, Purpose.REVIEW: OccasionKind.REVIEW}


class PurposeCard(Card):
    """Three answers; for an interview or a review the date is asked next, here, and may be left out.

    `chosen` carries the purpose, `dated` kind, name and day, `finished` comes when the card has had its say.
    """

    chosen = Signal(str)
    dated = Signal(object, str, object)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(20, 16, 20, 12), spacing=2)
        self._today = date.min
        self.add_heading(self.tr("What brings you here?"))
        self._hint = Label("", "small", wrap=True)
        self.add(self._hint)
        self.body.addSpacing(6)
        choices = (
            (Purpose.RECORD, "calendar-check", self.tr("I want to keep a record"), self.tr("A one-minute note a week")),
            (
                Purpose.INTERVIEW,
                "mic",
                self.tr("I have an interview coming"),
                self.tr("Your wins with numbers, ready to tell"),
            ),
            (
                Purpose.REVIEW,
                "file-text",
                self.tr("I have a review coming"),
                self.tr("Gather proof, then a Word document"),
            ),
        )
        self.choices = {purpose: _choice(icon, title, text) for purpose, icon, title, text in choices}
        for purpose, button in self.choices.items():
            button.clicked.connect(lambda _=False, answer=purpose: self._choose(answer))
            self.add(button)
        self.form: OccasionForm | None = None
        self._show_choices(visible=True)

    @property
    def asks_for_date(self) -> bool:
        """Return whether the question is about a date now."""
        return self.form is not None and not self.form.isHidden()

    def set_today(self, today: date) -> None:
        """Say what day it is."""
        self._today = today

    def _choose(self, purpose: Purpose) -> None:
        kind = OCCASIONS.get(purpose)
        if kind is not None:
            self._ask_for_date(kind)
        self.chosen.emit(purpose)
        if kind is None:
            self.finished.emit()

    def _ask_for_date(self, kind: OccasionKind) -> None:
        form = self.form or self._make_form()
        form.begin(self._today, kind)
        self._show_choices(visible=False)
        self._hint.setText(
            self.tr("When is the interview?") if kind is OccasionKind.INTERVIEW else self.tr("When is the review?")
        )
        form.show()
        form.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_form(self) -> OccasionForm:
        form = OccasionForm()
        form.submitted.connect(self._take_date)
        form.cancelled.connect(self._finish)
        self.add(form)
        self.form = form
        return form

    def _show_choices(self, *, visible: bool) -> None:
        self._hint.setText(self.tr("Pick one and this page arranges itself."))
        for button in self.choices.values():
            button.setVisible(visible)

    def _take_date(self, kind: OccasionKind, name: str, day: date) -> None:
        self.dated.emit(kind, name, day)
        self._finish()

    def _finish(self) -> None:
        if self.form is not None:
            self.form.hide()
        self._show_choices(visible=True)
        self.finished.emit()


class TrustLines(Card):
    """Three promises, until the first win is saved."""

    def __init__(self) -> None:
        super().__init__("inset", margins=(20, 14, 20, 14), spacing=9)
        for icon, text in (
            ("hard-drive", self.tr("Everything stays on this computer. No account, no internet.")),
            ("eye-off", self.tr("Customer names can be hidden on anything you export.")),
            ("undo-2", self.tr("Nothing is ever deleted without an Undo.")),
        ):
            line = row(spacing=10)
            line.addWidget(Icon(icon, "accent", 17), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(text, "small", wrap=True), 1)
            self.add(line)


class FirstRun:
    """The question and the promises, in the order they are read."""

    def __init__(self) -> None:
        self.purpose, self.trust = PurposeCard(), TrustLines()

    def show_parts(self, *, asks: bool, promises: bool, today: date) -> None:
        """Show the question, the promises, both or nothing; a question about a date stays until it is answered."""
        self.purpose.set_today(today)
        self.purpose.setVisible(asks or self.purpose.asks_for_date)
        self.trust.setVisible(promises)


def _choice(icon: str, title: str, text: str) -> RowButton:
    button = RowButton(f"{title}. {text}")
    line = row(button, margins=(6, 8, 8, 8), spacing=12)
    line.addWidget(Bubble(icon, "plain"))
    words: QWidget = QWidget()
    lines = column(words, spacing=1)
    lines.addWidget(Label(title, "strong", wrap=True))
    lines.addWidget(Label(text, "small", wrap=True))
    line.addWidget(words, 1)
    line.addWidget(Icon("chevron-right", "text3", 16))
    return button
