"""The figures of a win: a line to type them, and a row with a form for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import Figure, figure_text
from arcareer_ui.pages.wins.figure_form import FigureForm, bases, scopes
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.message_line import MessageLine
from arcareer_ui.widgets.tab_order import follow_layout

ReadFigures = Callable[[str], Sequence[Figure]]


class FiguresEditor(QWidget):
    """All figures of a win.

    `changed` carries the new figures and what was done, for undo; `touched` the place of a part being typed in, whose
    text is in `figures` already; `left` comes when such a part was left.
    """

    changed = Signal(object, str)
    touched = Signal(str)
    left = Signal()

    def __init__(self, read: ReadFigures) -> None:
        super().__init__()
        self._read = read
        self.figures: tuple[Figure, ...] = ()
        self.rows: tuple[FigureRow, ...] = ()
        self.line = LineEdit(placeholder=self.tr("$48,200 collected, or from 96 to 42 days"))
        self.add_button = Button(self.tr("Add number"), icon="plus")
        self.add_button.setEnabled(False)
        self.field = Field(self.tr("Result in numbers"), self.line, beside=self.add_button)
        layout = column(self, spacing=8)
        layout.addWidget(self.field)
        self._place = column(spacing=8)
        layout.addLayout(self._place)
        self._doubts = MessageLine(self)
        layout.addWidget(self._doubts)
        self.line.textChanged.connect(self._understand)
        self.line.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)

    def show_figures(self, figures: tuple[Figure, ...], *, afresh: bool = False) -> None:
        """Show the figures of a win; forms that are open stay open unless this is another win."""
        self.figures = figures
        for surplus in self.rows[len(figures) :]:
            self._take_away(surplus)
        kept = self.rows[: len(figures)]
        for old, figure in zip(kept, figures, strict=False):
            old.show_figure(figure)
            if afresh:
                old.set_open(is_open=False)
        made = tuple(self._new_row(at, figures[at]) for at in range(len(kept), len(figures)))
        self.rows = (*kept, *made)
        if made:
            follow_layout(self)

    @property
    def doubts(self) -> str:
        """Return what a reader would ask about the figures, or nothing."""
        return self._doubts.text

    def show_doubts(self, doubts: Sequence[str]) -> None:
        """Say below the figures what a reader would ask about them; nothing for none."""
        if doubts:
            self._doubts.show_note("\n".join(doubts))
        else:
            self._doubts.clear()

    def settle(self) -> None:
        """Read numbers that are half typed."""
        for row_ in self.rows:
            if row_.form is not None:
                row_.form.settle()

    def _take_away(self, row_: FigureRow) -> None:
        if row_.isAncestorOf(self.focusWidget() or self):
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place.removeWidget(row_)
        row_.hide()
        row_.deleteLater()

    def _new_row(self, at: int, figure: Figure) -> FigureRow:
        made = FigureRow(figure)
        made.changed.connect(partial(self._replace, at))
        made.typed.connect(partial(self._type, at))
        made.left.connect(self.left)
        made.remove_asked.connect(partial(self._remove, at))
        self._place.addWidget(made)
        return made

    def _understand(self, text: str) -> None:
        figures = self._read(text) if text.strip() else ()
        self.add_button.setEnabled(bool(figures))
        if figures:
            words = ", ".join(figure_text(figure) for figure in figures)
            self.field.show_note(self.tr("Enter adds {numbers}").format(numbers=words))
        else:
            self.field.clear_message()

    def _add(self) -> None:
        text = self.line.text().strip()
        figures = tuple(self._read(text)) if text else ()
        if figures:
            self.line.clear()
            self.changed.emit((*self.figures, *figures), self.tr("Add number"))
        elif text:
            problem = self.tr("There is no number in this that could be read. Try 48,200 or 12%. Your text is kept.")
            self.field.show_problem(problem)

    def _replace(self, at: int, figure: Figure) -> None:
        self._put(at, figure)
        self.changed.emit(self.figures, self.tr("Edit number"))

    def _type(self, at: int, figure: Figure, part: str) -> None:
        self._put(at, figure)
        self.touched.emit(f"figures/{at}/{part}")

    def _put(self, at: int, figure: Figure) -> None:
        self.figures = (*self.figures[:at], figure, *self.figures[at + 1 :])
        self.rows[at].show_figure(figure)

    def _remove(self, at: int) -> None:
        self.changed.emit((*self.figures[:at], *self.figures[at + 1 :]), self.tr("Remove number"))


class FigureRow(Card):
    """One figure in words, with its form when open. Its signals are those of `FigureForm`, and `remove_asked`."""

    changed = Signal(object)
    typed = Signal(object, str)
    left = Signal()
    remove_asked = Signal()

    def __init__(self, figure: Figure) -> None:
        super().__init__("inset", margins=(12, 8, 8, 8), spacing=8)
        self._chip = Chip("", "accent")
        self._about = Label("", "caption", wrap=True)
        self.edit_button = IconButton("pencil", self.tr("Edit number"), checkable=True)
        self.remove_button = IconButton("x", self.tr("Remove number"))
        top = row(spacing=8)
        top.addWidget(self._chip)
        top.addWidget(self._about, 1)
        top.addWidget(self.edit_button)
        top.addWidget(self.remove_button)
        self.body.addLayout(top)
        self.form: FigureForm | None = None
        self._figure = figure
        self.edit_button.toggled.connect(self.set_open)
        self.remove_button.clicked.connect(self.remove_asked)
        self.show_figure(figure)

    @property
    def about(self) -> str:
        """Return what is known of the figure, in words."""
        return self._about.text()

    def show_figure(self, figure: Figure) -> None:
        """Show a figure."""
        self._figure = figure
        text = figure_text(figure)
        self._chip.set(text, "accent")
        self._about.setText("\u00a0· ".join(_about(self, figure)))
        self.edit_button.set_name(self.tr("Edit number: {number}").format(number=text))
        self.remove_button.set_name(self.tr("Remove number: {number}").format(number=text))
        if self.form is not None:
            self.form.show_figure(figure)

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - the shape of the button's signal
        """Show the form, or put it away."""
        if is_open and self.form is None:
            self.form = FigureForm(self._figure)
            self.form.changed.connect(self.changed)
            self.form.typed.connect(self.typed)
            self.form.left.connect(self.left)
            self.add(self.form)
            follow_layout(self)
        if self.form is not None:
            self.form.setVisible(is_open)
        self.edit_button.setChecked(is_open)


def _about(widget: QWidget, figure: Figure) -> list[str]:
    words = [scopes(widget)[figure.scope], bases(widget)[figure.basis], figure.period, figure.source]
    return [word for word in words if word]
