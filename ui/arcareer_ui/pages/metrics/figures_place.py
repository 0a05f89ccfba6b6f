"""All figures of a book in one sheet: months across, what is known of them down, to type and to paste into."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from arcareer.domain.changes import Edit, EditGroup
from arcareer.domain.figures import plain_number
from arcareer.domain.history import Month
from arcareer.domain.kpi_periods import Tie
from arcareer.domain.metric_board import months_before
from arcareer.domain.metric_kinds import KINDS, TILES
from arcareer.domain.metric_months import (
    Book,
    MetricMonth,
    Part,
    PartKind,
    PartValue,
    empty_month,
    part_kind,
    with_parts,
    without_part,
)
from arcareer.domain.metric_readings import MetricReading
from arcareer.errors import EnvironmentFault, FieldProblem, UserError
from arcareer.services.typed_numbers import read_number
from arcareer_ui.amounts import signed_money, typed_money
from arcareer_ui.pages.metrics.parts import GROUPS, group_words, part_words
from arcareer_ui.pages.metrics.words import book_words, metric_name, short_month_year, value_words
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.cell_grid import CellEdit, CellGrid, GridRow
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from arcareer.clock import Clock
    from arcareer.services.metrics import MetricsService, PastedMonths
    from arcareer_ui.undo import UndoController

FEWEST_MONTHS, MOST_MONTHS = 12, 60
MOST_LINES = 6


class FiguresPlace(QWidget):
    """`left` goes back to the figures, `toasted` carries a `ToastRequest`, `kept` comes after each change."""

    left = Signal()
    kept = Signal()
    toasted = Signal(object)
    announced = Signal(str)

    def __init__(self, metrics: Callable[[], MetricsService], undo: UndoController, clock: Clock) -> None:
        super().__init__()
        self._metrics, self._undo, self._clock = metrics, undo, clock
        self._book: Book | None = None
        self._months: tuple[MetricMonth, ...] = ()
        self._parts: tuple[Part | None, ...] = ()
        self.back_button = Button(self.tr("Back to metrics"), "quiet", icon="arrow-left")
        self.paste_button = Button(self.tr("Paste from a sheet"), icon="clipboard-paste")
        self.header = PageHeader(self.tr("All figures"), " ", actions=(self.back_button, self.paste_button))
        self.grid = CellGrid(self.tr("Figures by month"))
        self._note = Label("", "small", wrap=True)
        self.message: Banner | None = None
        self._messages = column()
        layout = column(self, margins=(32, 24, 20, 16), spacing=12)
        layout.addWidget(self.header)
        layout.addLayout(self._messages)
        sheet = Card(margins=(4, 4, 4, 4))
        sheet.add(self.grid)
        layout.addWidget(sheet, 1)
        layout.addWidget(self._note)
        self.back_button.clicked.connect(self.left)
        self.paste_button.clicked.connect(self.paste)
        self.grid.cells.written.connect(self._write)
        self.grid.table_pasted.connect(self._take_table)
        self.grid.reached.connect(self._tell_cell)
        self._tell_cell("")

    def open(self, book: Book) -> None:
        """Show a book."""
        self._book = book
        self._say(None)
        self.header.set_description(
            self.tr("{book}. Paste a block, or a whole table with its months and names.").format(book=book_words(book))
        )
        self.show_again()
        index = self.grid.cells.index(1, len(self._months) - 1)
        self.grid.setCurrentIndex(index)
        self.grid.scrollTo(index)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_again(self) -> None:
        """Read the figures again; texts that could not be taken stay in their cells."""
        if self._book is None:
            return
        stored = {one.month: one for one in self._metrics().months(self._book)}
        self._months = tuple(stored.get(month) or empty_month(self._book, month) for month in self._range(stored))
        results = {kind.id: self._metrics().series(kind.id, self._book, MOST_MONTHS) for kind in TILES}
        rows: list[GridRow] = []
        parts: list[Part | None] = []
        for title, group in GROUPS:
            rows.append(GridRow(group_words(title), (), is_heading=True, is_open=False))
            parts.append(None)
            for part in group:
                rows.append(GridRow(part_words(part), tuple(_text(month, part) for month in self._months)))
                parts.append(part)
        rows.append(GridRow(self.tr("What it gives"), (), is_heading=True, is_open=False))
        rows.append(self._tie_row(results[TILES[0].id]))
        rows += [self._result_row(metric_name(kind), results[kind.id]) for kind in KINDS if kind.id in results]
        self._parts = tuple(parts)
        self.grid.cells.show([short_month_year(one.month) for one in self._months], rows)

    def paste(self) -> None:
        """Take what is on the clipboard."""
        text = QGuiApplication.clipboard().text()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if not text.strip():
            title = self.tr("There is nothing to paste yet")
            words = self.tr("Copy a table in your sheet, with its months and the names of its figures, and come back.")
            self._say(Banner(title, words, "info", dismissible=True))
            return
        self.grid.paste(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _range(self, stored: Iterable[Month]) -> list[Month]:
        last = Month.of(self._clock.today())
        first = min([*stored, months_before(last, FEWEST_MONTHS - 1)])
        first = max(first, months_before(last, MOST_MONTHS - 1))
        months, month = [], first
        while month <= last:
            months.append(month)
            month = month.following
        return months

    def _tie_row(self, readings: Sequence[MetricReading]) -> GridRow:
        ties = {reading.month: reading for reading in readings}
        texts = []
        for month in self._months:
            reading = ties.get(month.month)
            if reading is None or reading.tie is Tie.NOT_TIED:
                texts.append("")
            elif reading.tie is Tie.TIES:
                texts.append(self.tr("adds up"))
            else:
                off = reading.difference or Decimal(0)
                texts.append(self.tr("off {amount}").format(amount=signed_money(off)))
        return GridRow(self.tr("Balances and flows"), tuple(texts), is_open=False)

    def _result_row(self, name: str, readings: Sequence[MetricReading]) -> GridRow:
        known = {reading.month: reading for reading in readings}
        texts = []
        for month in self._months:
            reading = known.get(month.month)
            value = reading.value if reading is not None else None
            texts.append("" if reading is None or value is None else value_words(value, reading.kind.unit))
        return GridRow(name, tuple(texts), is_open=False)

    def _write(self, edits: Sequence[CellEdit]) -> None:
        after: dict[int, MetricMonth] = {}
        cells: dict[int, list[CellEdit]] = {}
        problems: dict[CellEdit, str] = {}
        for edit in edits:
            part = self._parts[edit.row] if edit.row < len(self._parts) else None
            if part is None:
                continue
            month = after.get(edit.column, self._months[edit.column])
            value = read_number(edit.text) if edit.text else None
            if edit.text and value is None:
                problems[edit] = self.tr("This is not one number. Try 48,200 or 48k. The text is kept here.")
            elif value != month.value(part):
                source = next((one.source for one in month.parts if one.source), "")
                after[edit.column] = (
                    without_part(month, part) if value is None else with_parts(month, PartValue(part, value, source))
                )
                cells.setdefault(edit.column, []).append(edit)
        problems |= self._keep(after, cells)
        self.show_again()
        self.grid.cells.set_problems(problems)
        self._tell_problems(problems)

    def _keep(self, after: dict[int, MetricMonth], cells: dict[int, list[CellEdit]]) -> dict[CellEdit, str]:
        """Store months; return the cells of those that could not be, each with the reason."""
        kept: list[Edit] = []
        refused: dict[CellEdit, str] = {}
        for place, month in after.items():
            try:
                kept.append(self._metrics().put_month(month))
            except FieldProblem as problem:
                wrong = [one for one in cells[place] if self._parts[one.row] == problem.field]
                refused |= dict.fromkeys(wrong or cells[place], str(problem))
            except (UserError, EnvironmentFault) as problem:
                self.toasted.emit(ToastRequest(str(problem), icon="info"))
                return refused
        if kept:
            change = kept[0] if len(kept) == 1 else EditGroup(kept[0].label, tuple(kept))
            self._undo.record(change, self.tr("Change %n month(s)", "", len(kept)))
            self.kept.emit()
        return refused

    def _tell_problems(self, problems: dict[CellEdit, str]) -> None:
        if not problems:
            return
        first = next(iter(problems))
        self.grid.setCurrentIndex(self.grid.cells.index(first.row, first.column))
        self._tell_cell(problems[first])
        words = self.tr("%n cell(s) could not be read", "", len(problems))
        self.announced.emit(f"{words}. {problems[first]}")

    def _take_table(self, text: str) -> None:
        if self._book is None:
            return
        try:
            pasted = self._metrics().read_paste(text, self._book)
        except UserError:
            return
        if not pasted.months:
            return
        self.grid.take_paste()
        try:
            change = self._metrics().take_paste(pasted)
        except (UserError, EnvironmentFault) as problem:
            self._say(Banner(self.tr("Nothing was pasted"), str(problem), "warn", dismissible=True))
            return
        self._undo.record(change, self.tr("Paste %n month(s)", "", len(pasted.months)))
        self.show_again()
        self.kept.emit()
        self._tell_pasted(pasted)

    def _tell_pasted(self, pasted: PastedMonths) -> None:
        text = self.tr("%n month(s) pasted", "", len(pasted.months))
        self.toasted.emit(ToastRequest(text, icon="clipboard-paste", undoable=True))
        unknown = [one.name for one in pasted.columns if one.part is None and one.name.strip()]
        lines = []
        if pasted.replaces:
            lines.append(self.tr("%n figure(s) that were there have another value now.", "", pasted.replaces))
        if unknown:
            lines.append(
                self.tr("Not taken, as their names mean nothing here: {names}.").format(names=", ".join(unknown))
            )
        for one in pasted.left_out[:MOST_LINES]:
            words = self.tr("Line {line}, “{text}”: {reason}")
            lines.append(words.format(line=one.line, text=one.text, reason=one.reason))
        more = len(pasted.left_out) - MOST_LINES
        if more > 0:
            lines.append(self.tr("And %n more line(s).", "", more))
        self._say(Banner(text, "\n".join(lines), "info", dismissible=True) if lines else None)

    def _say(self, banner: Banner | None) -> None:
        if self.message is not None:
            self._messages.removeWidget(self.message)
            self.message.hide()
            self.message.deleteLater()
        self.message = banner
        if banner is not None:
            self._messages.addWidget(banner)

    def _tell_cell(self, problem: str) -> None:
        hint = self.tr("Type to write, Enter to go down, Del to clear. Empty means not known, which is not zero.")
        self._note.setText(problem or hint)
        self._note.set_tone("danger" if problem else "")


def _text(month: MetricMonth, part: Part) -> str:
    value = month.value(part)
    if value is None:
        return ""
    return typed_money(value) if part_kind(part) is PartKind.MONEY else plain_number(value)
