"""Coming up: the dates the user prepares for, at most two, and what helps before them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.dates import weekday_and_date
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Bubble
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.rule import Rule

if TYPE_CHECKING:
    from arcareer.domain.agenda import Occasion, OccasionKind
    from arcareer_ui.pages.this_week.occasion_form import OccasionForm

MOST_ROWS = 2


class ComingUp(QWidget):
    """A card with the next dates; without any, one line that offers to add one.

    `added` carries kind, name and day; `changed` the stored occasion and the same for it; `removed` an occasion;
    `preparing` the occasion the user wants to prepare for now; `rehearsal_asked` wants to say an answer aloud,
    `plan_asked` to see what is planned for a date; `form_opened` carries the form, to be brought into view.
    """

    form_opened = Signal(object)
    added = Signal(object, str, object)
    changed = Signal(object, object, str, object)
    removed = Signal(object)
    preparing = Signal(object)
    rehearsal_asked = Signal()
    plan_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min
        self._shown: tuple[Occasion, ...] = ()
        self._editing: Occasion | None = None
        self._parts: list[QWidget] = []
        self._extra: list[QWidget] = []
        self.offer = Button(self.tr("Add an interview or review date"), "link", icon="calendar-plus")
        self.offer.clicked.connect(self._begin)
        self.add = IconButton("plus", self.tr("Add a date"), size="compact")
        self.add.clicked.connect(self._begin)
        self._card = Card(margins=(20, 16, 20, 8), spacing=2)
        self._card.add_heading(self.tr("Coming up"), self.add)
        self._rows, self._under_way = column(), column()
        self._card.add(self._rows)
        self._card.add(self._under_way)
        self.form: OccasionForm | None = None
        layout = column(self)
        self._offer_line = row(spacing=16)
        self._offer_line.addWidget(self.offer)
        self._offer_line.addStretch(1)
        self.rehearse: Button | None = None
        layout.addLayout(self._offer_line)
        layout.addWidget(self._card)
        self._fit()

    def show_occasions(self, occasions: Sequence[Occasion], today: date, readiness: str = "") -> None:
        """Show the next two; `readiness` says how well a review could be met."""
        focus = self.window().focusWidget()
        had_focus = focus is not None and any(part.isAncestorOf(focus) for part in self._parts)
        self._today = today
        self._shown = tuple(occasions[:MOST_ROWS])
        for part in self._parts:
            self._rows.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for place, occasion in enumerate(self._shown):
            if place:
                self._put(Rule())
            self._put(self._row(occasion, readiness))
        self._fit()
        if had_focus:
            self._focus_start()

    def show_under_way(self, rows: Sequence[QWidget]) -> None:
        """Show what goes on below the dates, in place of what stood there; the keyboard stays where it was."""
        focus = self.window().focusWidget()
        kept = [at for at, part in enumerate(self._extra) if focus is not None and part.isAncestorOf(focus)]
        for part in self._extra:
            self._under_way.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._extra = []
        for place, part in enumerate(rows):
            for one in (Rule(), part) if place or self._shown else (part,):
                self._extra.append(one)
                self._under_way.addWidget(one)
        self._fit()
        if kept:
            again = self._extra[min(kept[0], len(self._extra) - 1)] if self._extra else None
            button = again.findChild(Button) if again is not None else None
            (button or self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_under_way(self) -> bool:
        """Return whether anything goes on."""
        return bool(self._extra)

    def offer_rehearsal(self, offered: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Show the way to say an answer aloud where no date leads to it."""
        if offered and self.rehearse is None:
            self.rehearse = Button(self.tr("Rehearse an answer"), "link", icon="play")
            self.rehearse.clicked.connect(self.rehearsal_asked)
            self._offer_line.insertWidget(1, self.rehearse)
        if self.rehearse is not None:
            self.rehearse.setVisible(offered)

    def close_form(self) -> None:
        """Put the form away."""
        self._editing = None
        if self.form is not None:
            had_focus = self.form.isAncestorOf(self.window().focusWidget() or self)
            self.form.hide()
            self._fit()
            if had_focus:
                self._focus_start()

    def _focus_start(self) -> None:
        (self.add if self._shown or self._extra else self.offer).setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, part: QWidget) -> None:
        self._parts.append(part)
        self._rows.addWidget(part)

    def _fit(self) -> None:
        open_form = self.form is not None and not self.form.isHidden()
        filled = bool(self._shown or self._extra)
        self._card.setVisible(filled or open_form)
        self.offer.setVisible(not filled and not open_form)
        self.add.setVisible(not open_form)

    def _row(self, occasion: Occasion, readiness: str) -> QWidget:
        holder = QWidget()
        line = row(holder, margins=(0, 10, 0, 10), spacing=14)
        title = self._title(occasion)
        words = column(spacing=2)
        words.addWidget(ElideLabel(title, "strong"))
        is_review = occasion.is_review
        parts = (self._days_left(occasion.happens_on), readiness if is_review else "")
        words.addWidget(Label(" ".join(part for part in parts if part), "small", wrap=True))
        prepare = Button(self.tr("Preview brag sheet") if is_review else self.tr("Rehearse"))
        prepare.clicked.connect(lambda: self.preparing.emit(occasion))
        menu = MenuButton(
            self.tr("More actions for: {title}").format(title=title),
            (
                MenuEntry("plan", self.tr("Goals and gaps") if is_review else self.tr("Plan and crib"), "list-checks"),
                MenuEntry("edit", self.tr("Change"), "pencil"),
                MenuEntry("remove", self.tr("Remove"), "trash-2"),
            ),
            size="compact",
        )
        menu.chosen.connect(lambda act: self._act(act, occasion))
        line.addWidget(Bubble("file-text" if is_review else "mic", "plain"), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        line.addWidget(prepare, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(menu, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _title(self, occasion: Occasion) -> str:
        day = weekday_and_date(occasion.happens_on, self._today)
        if occasion.is_review:
            return f"{occasion.title or self.tr('Review')}, {day}"
        if not occasion.title:
            return self.tr("Interview, {day}").format(day=day)
        return self.tr("Interview: {title}, {day}").format(title=occasion.title, day=day)

    def _days_left(self, day: date) -> str:
        days = (day - self._today).days
        if days == 0:
            return self.tr("Today.")
        if days == 1:
            return self.tr("Tomorrow.")
        return self.tr("%n day(s) to go.", "", days)

    def _act(self, act: str, occasion: Occasion) -> None:
        if act in ("remove", "plan"):
            (self.removed if act == "remove" else self.plan_asked).emit(occasion)
            return
        self._editing = occasion
        form = self._open_form()
        form.edit(self._today, occasion)
        form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self._editing = None
        form = self._open_form()
        form.begin(self._today)
        form.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_form(self) -> OccasionForm:
        form = self.form or self._make_form()
        form.show()
        self._fit()
        self.form_opened.emit(form)
        return form

    def _make_form(self) -> OccasionForm:
        from arcareer_ui.pages.this_week.occasion_form import OccasionForm  # noqa: PLC0415 - kept out of start-up

        form = OccasionForm()
        form.submitted.connect(self._submit)
        form.cancelled.connect(self.close_form)
        self._card.add(form)
        self.form = form
        return form

    def _submit(self, kind: OccasionKind, name: str, day: date) -> None:
        if self._editing is None:
            self.added.emit(kind, name, day)
        else:
            self.changed.emit(self._editing, kind, name, day)
        self.close_form()
