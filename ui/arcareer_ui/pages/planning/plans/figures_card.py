"""Baseline, target and result beside each other, and every correction of the baseline."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.plans import Plan, Reading
from arcareer_ui.dates import date_and_time
from arcareer_ui.pages.planning.plans.reading_form import ReadingForm
from arcareer_ui.pages.planning.plans.words import directions, reading_words, scopes, shown
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid


class FiguresCard(Card):
    """`correction_asked` carries the value that is right and the reason."""

    correction_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self._title = Label("", "h2", wrap=True)
        self._how = Label("", "small", wrap=True)
        self._tiles = AutoGrid(min_width=112)
        self.correct_button = Button(self.tr("Correct the baseline"), "link", icon="pencil")
        self.form = ReadingForm(self.tr("Right baseline"), self.tr("Measured on"), self.tr("Where it comes from"))
        self.reason = GrowText(placeholder=self.tr("Two credit notes were missing from the report"))
        self._reason_field = Field(self.tr("Why it changes"), self.reason, self.tr("Shown with the plan from now on."))
        self.save_button = Button(self.tr("Correct it"), "tonal", size="compact")
        self.cancel_button = Button(self.tr("Leave it"), "quiet", size="compact")
        self._form_holder = QWidget()
        self._log = QWidget()
        self._lay_out()
        self.correct_button.clicked.connect(self.open_form)
        self.cancel_button.clicked.connect(self.close_form)
        self.save_button.clicked.connect(self._submit)
        self.reason.edited.connect(self._reason_field.clear_message)

    def show_plan(self, plan: Plan) -> None:
        """Show the figures of a plan that has started."""
        self._title.setText(plan.measure.strip())
        words = (directions()[plan.wanted], scopes()[plan.scope], plan.how_to_measure.strip())
        self._how.setText(". ".join(part.rstrip(".") for part in words if part) + ".")
        tiles = [self._tile(self.tr("Baseline"), plan, plan.baseline)]
        if plan.target is not None:
            tiles.append(_tile(self.tr("Target"), shown(plan, plan.target), ""))
        tiles.append(self._tile(self.tr("Result"), plan, plan.result))
        self._tiles.set_widgets(tiles)
        self._show_log(plan)

    def open_form(self) -> None:
        """Ask for the right value and the reason."""
        self._form_holder.show()
        self.correct_button.hide()
        self.form.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Put the form away."""
        had_focus = self._form_holder.isAncestorOf(self.window().focusWidget() or self)
        self._form_holder.hide()
        self.correct_button.show()
        if had_focus:
            self.correct_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, field: str, text: str) -> None:
        """Say why the correction was not taken."""
        if field == "reason":
            self._reason_field.show_problem(text)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.show_problem(field, text)

    @property
    def message(self) -> str:
        """Return what is said about the correction."""
        return self._reason_field.message or self.form.message

    def _lay_out(self) -> None:
        self.add(self._title)
        self.add(self._how)
        self.add(self._tiles)
        self.add(self._log)
        self.body.addWidget(self.correct_button, 0, Qt.AlignmentFlag.AlignLeft)
        inner = column(self._form_holder, margins=(0, 4, 0, 0), spacing=10)
        inner.addWidget(self.form)
        inner.addWidget(self._reason_field)
        buttons = row(spacing=10)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        self.add(self._form_holder)
        self._form_holder.hide()

    def _tile(self, title: str, plan: Plan, reading: Reading | None) -> QWidget:
        if reading is None:
            return _tile(title, self.tr("Open"), "", quiet=True)
        return _tile(title, shown(plan, reading.value), reading_words(reading))

    def _show_log(self, plan: Plan) -> None:
        fresh = QWidget()
        lines = column(fresh, spacing=8)
        if plan.baseline_log:
            line = row()
            words = self.tr("Baseline corrected %n time(s)", "", len(plan.baseline_log))
            line.addWidget(Chip(words, "warn", "history"))
            line.addStretch(1)
            lines.addLayout(line)
        for entry in reversed(plan.baseline_log):
            words = self.tr("{at}: {before} became {after}. {reason}").format(
                at=date_and_time(entry.at),
                before=shown(plan, entry.before.value),
                after=shown(plan, entry.after.value),
                reason=entry.reason,
            )
            lines.addWidget(Label(words, "small", wrap=True))
        self.body.replaceWidget(self._log, fresh)
        self._log.hide()
        self._log.deleteLater()
        self._log = fresh
        fresh.setVisible(bool(plan.baseline_log))

    def _submit(self) -> None:
        self.form.value.settle()
        reading = self.form.reading()
        if reading is None:
            self.form.show_problem("value", self.tr("A baseline needs a value and its day. Nothing was changed."))
            return
        self.correction_asked.emit(reading, self.reason.text)


def _tile(title: str, value: str, about: str, *, quiet: bool = False) -> Card:
    tile = Card("inset", margins=(14, 10, 14, 12), spacing=2)
    tile.add(Label(title, "caption"))
    tile.add(Label(value, "h2", "text3" if quiet else "", tabular=True, wrap=True))
    if about:
        tile.add(Label(about, "caption", wrap=True))
    tile.body.addStretch(1)
    return tile
