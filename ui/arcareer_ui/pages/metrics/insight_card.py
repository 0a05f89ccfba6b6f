"""An improvement that is worth a win, and the form that makes one of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import FigureScope
from arcareer_ui.amounts import short_money_words
from arcareer_ui.dates import short_date
from arcareer_ui.pages.metrics.words import change_words, metric_name, scope_words, value_words
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox

if TYPE_CHECKING:
    from arcareer.domain.metric_board import Improvement


class InsightCard(Card):
    """One improvement at a time. `saved` carries it when the win is wanted, `waved_away` when it is not.

    The user adds what they did and whose result it is; the numbers come from the months.
    """

    saved = Signal(object)
    waved_away = Signal(object)
    announced = Signal(str)

    def __init__(self) -> None:
        super().__init__("accent", margins=(18, 14, 18, 16), spacing=12, horizontal=True)
        self._found: tuple[Improvement, ...] = ()
        self._at = 0
        self.body.addWidget(Icon("sparkle", "on_accent_soft", 18), 0, Qt.AlignmentFlag.AlignTop)
        lines = column(spacing=4)
        self._title = Label("", "strong", wrap=True)
        self._text = Label("", "small", wrap=True)
        self.did = GrowText(self.tr("What I did"), self.tr("Moved the reminder call to the day before the due date"))
        self.scope = Combo(self.tr("Whose result"), [(one.value, scope_words(one)) for one in FigureScope])
        self._form = self._make_form()
        self.draft_button = Button(self.tr("Draft the win"), size="compact")
        self.save_button = Button(self.tr("Save win"), size="compact", icon="check")
        self.back_button = Button(self.tr("Back"), "quiet", size="compact")
        self.later_button = Button(self.tr("Do not offer it"), "quiet", size="compact")
        self.next_button = Button("", "quiet", size="compact", icon="chevron-right", trailing=True)
        self._buttons = FlowBox(
            self.draft_button, self.save_button, self.back_button, self.later_button, self.next_button
        )
        lines.addWidget(self._title)
        lines.addWidget(self._text)
        lines.addWidget(self._form)
        lines.addSpacing(4)
        lines.addWidget(self._buttons)
        self.body.addLayout(lines, 1)
        self.draft_button.clicked.connect(lambda: self._open_form(opened=True))
        self.back_button.clicked.connect(lambda: self._open_form(opened=False))
        self.save_button.clicked.connect(lambda: self.saved.emit(self.current))
        self.later_button.clicked.connect(lambda: self.waved_away.emit(self.current))
        self.next_button.clicked.connect(self._go_on)
        self.hide()

    @property
    def current(self) -> Improvement:
        """Return the improvement on show."""
        return self._found[self._at]

    @property
    def found(self) -> tuple[Improvement, ...]:
        """Return the improvements that are offered."""
        return self._found

    @property
    def chosen_scope(self) -> FigureScope:
        """Return whose result the user says it is."""
        return FigureScope(self.scope.current)

    def show_improvements(self, found: Sequence[Improvement]) -> None:
        """Show the first improvement, or the one on show where it is still there; without any the card is hidden."""
        key = self.current.key if self._found else ""
        self._found = tuple(found)
        self.setVisible(bool(found))
        if not found:
            return
        keys = [one.key for one in found]
        same = key in keys
        self._at = keys.index(key) if same else 0
        self._tell()
        if not same:
            self.did.set_text("")
            self._open_form(opened=False)

    def _go_on(self) -> None:
        self._at = (self._at + 1) % len(self._found)
        self.did.set_text("")
        self._tell()
        self._open_form(opened=False)
        self.announced.emit(self._title.text())

    def _tell(self) -> None:
        found = self.current
        change, unit = found.change, found.kind.unit
        name = metric_name(found.kind)
        moved = change_words(change.difference, unit) if change.difference is not None else ""
        moved = moved[:1].lower() + moved[1:]
        words = self.tr("{name} is {change} than a year ago") if found.is_season_safe else self.tr("{name} is {change}")
        self._title.setText(words.format(name=name, change=moved))
        self._text.setText(" ".join(self._lines(found)))
        self.next_button.setVisible(len(self._found) > 1)
        number, count = self._at + 1, len(self._found)
        self.next_button.set_label(self.tr("Next ({number} of {count})").format(number=number, count=count))
        self.scope.set_current(found.book.scope.value)

    def _lines(self, found: Improvement) -> list[str]:
        change, unit = found.change, found.kind.unit
        lines = []
        if change.before.result.value is not None and change.after.result.value is not None:
            lines.append(
                self.tr("From {before} ({first}) to {after} ({last}).").format(
                    before=value_words(change.before.result.value, unit),
                    first=short_date(change.before.end),
                    after=value_words(change.after.result.value, unit),
                    last=short_date(change.after.end),
                )
            )
        if found.cash_released is not None and found.cash_released > 0:
            amount = short_money_words(found.cash_released, found.book.currency)
            lines.append(self.tr("On your sales, about {amount} of cash in sooner, once.").format(amount=amount))
        if not found.is_season_safe:
            lines.append(self.tr("Two different months are compared, so the season may play a part."))
        return [*lines, *found.beside]

    def _make_form(self) -> QWidget:
        form = QWidget()
        layout = column(form, margins=(0, 8, 0, 0), spacing=10)
        layout.addWidget(Field(self.tr("What I did"), self.did))
        layout.addWidget(Field(self.tr("Whose result"), self.scope))
        form.hide()
        return form

    def _open_form(self, *, opened: bool) -> None:
        self._form.setVisible(opened)
        self.save_button.setVisible(opened)
        self.back_button.setVisible(opened)
        self.draft_button.setVisible(not opened)
        self.later_button.setVisible(not opened)
        self.next_button.setVisible(not opened and len(self._found) > 1)
        if opened:
            self.did.setFocus(Qt.FocusReason.OtherFocusReason)
