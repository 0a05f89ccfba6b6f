"""Logged this week: the newest wins, each a row that opens it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.content.models import Theme
from arcareer.domain.win_lists import WinSummary
from arcareer_ui.dates import weekday
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import FADE_OVERLAY_MS
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.item_row import ItemRow
from arcareer_ui.widgets.layouts import UNBOUNDED
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.rule import Rule

MOST_ROWS = 5
MOST_CHIPS = 3
FIRST_RUN_HEIGHT = 300
NO_THEME_ICON = "trophy"


class LoggedCard(Card):
    """The wins of this week, newest first; above five the rest is one click away.

    `opened` and `trashed` carry a win's id, `route_asked` where something is made of it; `all_asked` wants the journal,
    `sample_asked` the sample data.
    """

    opened = Signal(object)
    trashed = Signal(object)
    route_asked = Signal(str)
    all_asked = Signal()
    sample_asked = Signal()

    def __init__(self, themes: Mapping[str, Theme]) -> None:
        super().__init__(margins=(20, 16, 20, 6), spacing=4)
        self._themes = themes
        self._rows: dict[UUID, _WinRow] = {}
        self._count = Chip("")
        self.all = Button(self.tr("All wins"), "link", icon="arrow-right", trailing=True)
        self.all.clicked.connect(self.all_asked)
        heading = self.add_heading(self.tr("Logged this week"), self.all)
        heading.insertWidget(1, self._count)
        self._list = column()
        self.body.addLayout(self._list)
        self._first: EmptyState | None = None
        self._quiet: EmptyState | None = None

    @property
    def quiet_title(self) -> str:
        """Return what is said in place of rows, or nothing."""
        shown = self._first if self._first is not None and not self._first.isHidden() else self._quiet
        return shown.title if shown is not None and not shown.isHidden() else ""

    @property
    def rows(self) -> tuple[_WinRow, ...]:
        """Return the rows on show, newest first."""
        return tuple(self._rows.values())

    def show_wins(self, wins: Sequence[WinSummary], *, first_run: bool) -> None:
        """Show this week's wins; `first_run` says that there are none at all."""
        self._count.set(str(len(wins)))
        self._count.setVisible(bool(wins))
        self.all.setVisible(not first_run)
        hidden = len(wins) - MOST_ROWS
        self.all.set_label(self.tr("%n more", "", hidden) if hidden > 0 else self.tr("All wins"))
        self._show_rows(wins[:MOST_ROWS])
        self._show_empty(first_run=first_run, quiet=not wins and not first_run)

    def _show_rows(self, wins: Sequence[WinSummary]) -> None:
        focused = next((key for key, row in self._rows.items() if row.has_focus), None)
        at = list(self._rows).index(focused) if focused else 0
        kept = {win.id: row for win in wins if (row := self._rows.get(win.id)) and row.win == win}
        grows = bool(self._rows) or self.isVisible()
        for key, row in self._rows.items():
            if kept.get(key) is not row:
                self._list.removeWidget(row)
                row.hide()
                row.deleteLater()
        fresh = [win.id for win in wins if win.id not in self._rows]
        self._rows = {win.id: kept.get(win.id) or self._make(win) for win in wins}
        for place, (key, row) in enumerate(self._rows.items()):
            self._list.insertWidget(place, row)
            row.set_last(last=place == len(wins) - 1)
            if grows and fresh == [key]:
                row.slide_in()
        if focused and kept.get(focused) is None:
            self._focus_near(focused, at)

    def _focus_near(self, key: UUID, place: int) -> None:
        rows = self.rows
        row = self._rows.get(key) or (rows[min(place, len(rows) - 1)] if rows else None)
        if row is not None:
            row.item.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, win: WinSummary) -> _WinRow:
        row = _WinRow(win, self._themes.get(win.theme))
        row.opened.connect(self.opened)
        row.trashed.connect(self.trashed)
        row.route_asked.connect(self.route_asked)
        return row

    def _show_empty(self, *, first_run: bool, quiet: bool) -> None:
        if first_run and self._first is None:
            self._first = self._make_first()
            self.add(self._first, 1)
        if quiet and self._quiet is None:
            self._quiet = EmptyState(
                "calendar-check",
                self.tr("Nothing logged yet this week"),
                self.tr("One sentence is enough: a call you made, an amount that came in, a mistake you caught."),
            )
            self.add(self._quiet, 1)
        if self._first is not None:
            self._first.setVisible(first_run)
        if self._quiet is not None:
            self._quiet.setVisible(quiet)

    def _make_first(self) -> EmptyState:
        sample = Button(self.tr("See it with sample data"), icon="flask-conical")
        sample.clicked.connect(self.sample_asked)
        state = EmptyState(
            "sprout",
            self.tr("Your first win goes here"),
            self.tr("Small counts: a call you dreaded and made, an invoice you caught, a customer you calmed."),
            action=sample,
            footnote=self.tr("Samples stay separate and can be removed in one click."),
            tone="accent",
        )
        state.setMinimumHeight(current_theme().px(FIRST_RUN_HEIGHT))
        return state


class _WinRow(QWidget):
    """One win with its menu and the line under it."""

    opened = Signal(object)
    trashed = Signal(object)
    route_asked = Signal(str)

    def __init__(self, win: WinSummary, theme: Theme | None) -> None:
        super().__init__()
        self.win = win
        day = weekday(win.happened_on)
        meta = f"{day} · {theme.label}" if theme else day
        no_number = self.tr("Add a number?")
        self.menu = MenuButton(
            self.tr("More actions for: {title}").format(title=win.headline),
            (
                MenuEntry("edit", self.tr("Edit"), "pencil"),
                MenuEntry("bullet-rubric", self.tr("Make a bullet"), "pen-line"),
                MenuEntry("star", self.tr("Make a STAR answer"), "messages-square"),
                MenuEntry("trash", self.tr("Move to trash"), "trash-2"),
            ),
        )
        self.menu.chosen.connect(self._act)
        figures = ", ".join(win.figures) if win.figures else no_number
        self.item = ItemRow(
            theme.icon if theme else NO_THEME_ICON,
            win.headline,
            meta,
            chips=_figure_chips(win.figures) or (Chip(no_number, "warn", "hash"),),
            actions=(self.menu,),
            spoken=f"{win.headline}. {meta}. {figures}",
        )
        self.item.opened.connect(self._open)
        self._rule = Rule()
        layout = column(self)
        layout.addWidget(self.item)
        layout.addWidget(self._rule)

    @property
    def has_focus(self) -> bool:
        """Return whether the keyboard is in this row."""
        return self.window().focusWidget() in {self.item.button, self.menu}

    def set_last(self, *, last: bool) -> None:
        """Draw no line under the last row."""
        self._rule.setVisible(not last)

    def slide_in(self) -> None:
        """Grow into the list, unless things shall not move."""
        if current_theme().reduced_motion:
            return
        from PySide6.QtCore import QEasingCurve, QPropertyAnimation  # noqa: PLC0415 - kept out of start-up

        motion = QPropertyAnimation(self, b"maximumHeight", self)
        motion.setDuration(FADE_OVERLAY_MS)
        motion.setStartValue(0)
        motion.setEndValue(self.sizeHint().height())
        motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        motion.finished.connect(lambda: self.setMaximumHeight(UNBOUNDED))
        motion.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def _open(self) -> None:
        self.opened.emit(self.win.id)

    def _act(self, act: str) -> None:
        if act in {"bullet-rubric", "star"}:
            self.route_asked.emit(f"prep/{act}/from-win/{self.win.id}")
            return
        (self.trashed if act == "trash" else self.opened).emit(self.win.id)


def _figure_chips(figures: Sequence[str]) -> tuple[Chip, ...]:
    chips = [Chip(text, "accent") for text in figures[:MOST_CHIPS]]
    if len(figures) > MOST_CHIPS:
        chips.append(Chip(f"+{len(figures) - MOST_CHIPS}"))
    return tuple(chips)
