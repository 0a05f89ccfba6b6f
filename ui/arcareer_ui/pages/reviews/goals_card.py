"""The goals of a review, each with its measure, its state and the wins that back it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.journal import Win
from arcareer.domain.reviews import Goal, GoalState
from arcareer_ui.pages.reviews.linked_wins import linked_win
from arcareer_ui.pages.reviews.words import goal_meta, goal_states
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.card_list import CardList, CardRow
from arcareer_ui.widgets.chip import ChipText
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.styling import Restyled

ROW_HEIGHT, MOST_ROWS = 84, 5
STATE_TONES = {GoalState.REACHED: "accent", GoalState.PARTLY: "info"}


class GoalForm(Card):
    """One goal. `typed` carries a part typed in, `chosen` a part and what was chosen; the rest asks for acts."""

    typed = Signal(str)
    left = Signal()
    chosen = Signal(str, object)
    link_asked = Signal()
    unlinked = Signal(object)
    opened = Signal(object)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__("inset", margins=(16, 12, 16, 14), spacing=10)
        self.text = GrowText(self.tr("Goal"), self.tr("What should be true by then"), one_line=True)
        self.measure = LineEdit(placeholder=self.tr("DSO, simple method"))
        self.target = LineEdit(placeholder=self.tr("42 days or less"))
        self.due = DateField(self.tr("By when"), optional=True)
        self.state = Combo(self.tr("How far it is"), [(one.value, text) for one, text in goal_states().items()])
        self.note = GrowText(placeholder=self.tr("What your manager said about it"))
        self.link_button = Button(self.tr("Link a win"), "tonal", icon="link-2", size="compact")
        self.remove_button = Button(self.tr("Remove goal"), "quiet", icon="trash-2", size="compact")
        self._none = Label(self.tr("No win backs it yet."), "small", "text3")
        self._wins = QWidget()
        self._lay_out()
        self._connect()

    def show_goal(self, goal: Goal, wins: Sequence[Win]) -> None:
        """Show a goal; a part that says the same is left alone."""
        for text, stored in ((self.text, goal.text), (self.note, goal.note)):
            if text.text.strip() != stored:
                text.set_text(stored)
        for line, stored in ((self.measure, goal.measure), (self.target, goal.target)):
            if line.text().strip() != stored:
                line.set_text(stored)
        if self.due.value != goal.due:
            self.due.set_value(goal.due)
        self.state.set_current(goal.state.value)
        fresh = QWidget()
        lines = column(fresh, spacing=2)
        for win in wins:
            lines.addWidget(
                linked_win(win, opened=partial(self.opened.emit, win.id), unlinked=partial(self.unlinked.emit, win.id))
            )
        self.body.replaceWidget(self._wins, fresh)
        self._wins.hide()
        self._wins.deleteLater()
        self._wins = fresh
        fresh.setVisible(bool(wins))
        self._none.setVisible(not wins)

    def typed_goal(self, goal: Goal) -> Goal:
        """Return the goal with what is typed."""
        return replace(
            goal,
            text=" ".join(self.text.text.split()) or goal.text,
            measure=self.measure.text().strip(),
            target=self.target.text().strip(),
            note=self.note.text.strip(),
        )

    def _lay_out(self) -> None:
        self.add(Field(self.tr("Goal"), self.text))
        fields = (
            Field(self.tr("How it is measured"), self.measure),
            Field(self.tr("Target"), self.target),
            Field(self.tr("By when"), self.due),
            Field(self.tr("How far it is"), self.state),
        )
        self.add(AutoGrid(fields, min_width=170))
        self.add(Field(self.tr("Note"), self.note))
        self.add(Label(self.tr("Wins that back it"), "label"))
        self.add(self._none)
        self.add(self._wins)
        buttons = row(spacing=8)
        buttons.addWidget(self.link_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        self.add(buttons)

    def _connect(self) -> None:
        self.text.edited.connect(partial(self.typed.emit, "text"))
        self.note.edited.connect(partial(self.typed.emit, "note"))
        self.measure.textEdited.connect(lambda: self.typed.emit("measure"))
        self.target.textEdited.connect(lambda: self.typed.emit("target"))
        for part in (self.text, self.note, self.measure, self.target):
            part.left.connect(self.left)
        self.due.picked.connect(lambda day: self.chosen.emit("due", day))
        self.state.chosen.connect(lambda state: self.chosen.emit("state", GoalState(state)))
        self.link_button.clicked.connect(self.link_asked)
        self.remove_button.clicked.connect(self.removed)


class GoalsCard(Restyled, Card):
    """All goals and the one that is open. `added` carries the words of a new one, `opened` the identity of a goal."""

    added = Signal(str)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self._heading = Label("", "h2")
        line = self.add_heading("")
        line.insertWidget(0, self._heading)
        self.list = CardList[Goal](self.tr("Goals"), self._present, lambda goal: goal.id)
        self.line = LineEdit(self.tr("New goal"), self.tr("A goal, in a sentence"))
        self.add_button = Button(self.tr("Add goal"), "tonal", icon="plus")
        self._field = Field(self.tr("New goal"), self.line, beside=self.add_button)
        self.form = GoalForm()
        self.add(self.list)
        self.add(self.form)
        self.add(self._field)
        self.form.hide()
        self.line.returnPressed.connect(self._submit)
        self.add_button.clicked.connect(self._submit)
        self.line.textEdited.connect(self._field.clear_message)
        self.list.current_changed.connect(self._open)
        self.restyle()

    def restyle(self) -> None:
        """Give the list the height of its goals."""
        rows = min(MOST_ROWS, len(self.list.items)) if hasattr(self, "list") else 0
        if rows:
            self.list.setFixedHeight(current_theme().px(ROW_HEIGHT) * rows)

    def show_goals(self, goals: Sequence[Goal], shown: UUID | None, wins: Sequence[Win]) -> None:
        """Show the goals, and the one that is open with its wins."""
        self._heading.setText(self.tr("Goals: %n", "", len(goals)) if goals else self.tr("Goals"))
        self.list.set_items(goals)
        self.list.setVisible(bool(goals))
        self.restyle()
        goal = next((one for one in goals if one.id == shown), None)
        self.form.setVisible(goal is not None)
        if goal is None:
            self.list.clear_current()
            return
        blocked = self.list.blockSignals(True)
        self.list.choose(goal.id)
        self.list.blockSignals(blocked)
        self.form.show_goal(goal, wins)

    def clear_line(self) -> None:
        """Make ready for another goal."""
        self.line.set_text("")

    def show_problem(self, text: str) -> None:
        """Say why no goal was added."""
        self._field.show_problem(text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        self.added.emit(self.line.text())

    def _open(self, goal: Goal | None) -> None:
        if goal is not None:
            self.opened.emit(goal.id)

    def _present(self, goal: Goal) -> CardRow:
        state = goal_states()[goal.state]
        tone = STATE_TONES.get(goal.state, "plain")
        wins = ChipText(self.tr("%n win(s)", "", len(goal.wins)), "plain", "trophy")
        if not goal.wins and goal.state is not GoalState.DROPPED:
            wins = ChipText(self.tr("No win yet"), "warn", "link-2")
        chips = (ChipText(state, tone), wins)  # type: ignore[arg-type]  # the tones above
        spoken = ", ".join(part for part in (goal.text, goal_meta(goal), state, wins.text) if part)
        return CardRow(goal.text, goal_meta(goal), chips, spoken)
