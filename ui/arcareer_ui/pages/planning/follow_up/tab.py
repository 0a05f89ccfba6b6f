"""Follow-up: an advice about one account with its reason, and the reminders of an invoice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QWidget

from arcareer import fsops
from arcareer.clock import Clock
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.escalation import Advice, Limits
from arcareer.errors import EnvironmentFault
from arcareer_ui.acts import Acts
from arcareer_ui.dialogs import Dialogs
from arcareer_ui.pages.planning.follow_up.advice_card import AdviceCard
from arcareer_ui.pages.planning.follow_up.ladder_view import LadderView
from arcareer_ui.pages.planning.follow_up.limits_card import LimitsCard
from arcareer_ui.pages.planning.follow_up.situation_form import SituationForm
from arcareer_ui.pages.planning.kept_form import Editor, KeptForm
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer.services.decisions import DecisionService
    from arcareer.services.drafts import DraftService

PLACE = "planning/follow-up"
ADVICE, LADDER = "advice", "ladder"
STACKED_BELOW = 780
SIDE_WIDTH = 392
ANNOUNCE_MS = 1200


class FollowUpView(QWidget):
    """The two rooms: the situation with its advice, and the ladder."""

    def __init__(self) -> None:
        super().__init__()
        self.situation, self.advice, self.ladder = SituationForm(), AdviceCard(), LadderView()
        self.limits = LimitsCard()
        known = column(spacing=14)
        known.addWidget(self.situation, 1)
        known.addWidget(self.limits)
        self.columns = Columns(STACKED_BELOW)
        self.columns.add(known, 1)
        self.columns.add(self.advice, 0, SIDE_WIDTH)
        body = QWidget()
        layout = column(body, margins=(0, 16, 20, 20))
        layout.addWidget(self.columns, 1)
        layout.addWidget(self.ladder, 1)
        self._scroll = Scroll(body)
        column(self).addWidget(self._scroll)
        self.show_room(ADVICE)

    def show_room(self, room: str) -> None:
        """Show one of the two."""
        self.columns.setVisible(room == ADVICE)
        self.ladder.setVisible(room == LADDER)
        self._scroll.verticalScrollBar().setValue(0)
        follow_layout(self)


class FollowUpTab(Tool):
    """Routes behind the tab: `ladder`, `for/<account>`."""

    def __init__(
        self, *, decisions: DecisionService, drafts: DraftService, dialogs: Dialogs, acts: Acts, clock: Clock
    ) -> None:
        super().__init__()
        self._decisions, self._dialogs, self._acts, self._clock = decisions, dialogs, acts, clock
        self._advice: Advice | None = None
        self.view = FollowUpView()
        self.mode = Segment(
            self.tr("What to show"),
            [(ADVICE, self.tr("Escalate or plan")), (LADDER, self.tr("Reminder ladder"))],
            ADVICE,
        )
        self.header = QWidget()
        row(self.header).addWidget(self.mode)
        form, card = self.view.situation, self.view.advice
        own: dict[str, Editor] = {
            "decided": card.decision,
            "reason": card.reason,
            "told": card.told,
            "again": card.again,
        }
        self.form = KeptForm("planning/situation", {**form.editors, **own}, drafts, self)
        self.form.show_subject("now", {"currency": form.currency.current})
        ladder: dict[str, Editor] = {"invoice": self.view.ladder.invoice, "due": self.view.ladder.due}
        self.invoice = KeptForm("planning/invoice", ladder, drafts, self)
        self.invoice.show_subject("now", {"due": clock.today().isoformat()})
        self.view.ladder.holiday.set_value(clock.today())
        self._saying = QTimer(self)
        self._saying.setSingleShot(True)
        self._saying.setInterval(ANNOUNCE_MS)
        column(self).addWidget(self.view)
        self._connect()
        self._show_advice()
        self._show_ladder()

    def open(self, args: Sequence[str]) -> None:
        """Show what a route names."""
        if args and args[0] in {ADVICE, LADDER}:
            self._show_mode(args[0])
        elif args and args[0] == "for":
            self._open_for("/".join(args[1:]))

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes is None or changes.affects(EntityKind.DECISION_SETTINGS):
            self._show_advice()
            self._show_ladder()

    def flush(self) -> None:
        """Keep what is typed."""
        self.view.limits.settle()
        self.form.flush()
        self.invoice.flush()

    @property
    def first_focus(self) -> QWidget | None:
        """Start with the invoice, or with what is wanted first of an account."""
        if self.mode.current == LADDER:
            return self.view.ladder.invoice
        form = self.view.situation
        return form.numbers["days"] if form.account.text() and not form.numbers["days"].text() else form.account

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        if self.mode.current == LADDER:
            return (self.view.ladder.invoice, self.view.ladder.steps_card)
        return (self.view.situation, self.view.advice)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the tab does for commands."""
        return {"new-item": self._start_over}

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        return f"{PLACE}/{LADDER}" if self.mode.current == LADDER else PLACE

    def _connect(self) -> None:
        view = self.view
        self.mode.chosen.connect(self._show_mode)
        view.situation.changed.connect(self._rethink)
        view.situation.cleared.connect(self._start_over)
        view.limits.changed.connect(self._set_limits)
        view.advice.decided.connect(self._decide)
        view.advice.route_asked.connect(self.open_route)
        view.advice.ladder_button.clicked.connect(partial(self._show_mode, LADDER))
        view.ladder.changed.connect(self._show_ladder)
        view.ladder.holidays_changed.connect(self._set_holidays)
        view.ladder.export_asked.connect(self._export)
        view.ladder.route_asked.connect(self.open_route)
        self._saying.timeout.connect(self._say)

    def _show_mode(self, mode: str) -> None:
        self.mode.set_current(mode)
        self.view.show_room(mode)
        self.place_changed.emit(self.place)

    def _open_for(self, account: str) -> None:
        """Begin with an account of the matrix, unless it is the one being thought about already."""
        form = self.view.situation
        self._show_mode(ADVICE)
        if form.account.text().strip().casefold() != account.casefold():
            self.form.save_by(lambda: True)
            board = self._decisions.board()
            entries = (*(one.entry for one in board.placed), *board.unscored)
            found = next((one for one in entries if one.account == account), None)
            form.begin(account, found.currency if found else "", found.open_balance if found else None)
            self.form.touch()
            self._show_advice()

    def _rethink(self) -> None:
        before = self._advice
        self._show_advice()
        if self._advice != before:
            self._saying.start()

    def _say(self) -> None:
        if self.isVisible() and self.view.advice.sentence:
            self.announced.emit(self.view.advice.sentence)

    def _show_advice(self) -> None:
        self.view.limits.show_limits(self._decisions.settings().limits)
        situation = self.view.situation.situation
        self._advice = self._decisions.advise(situation) if situation is not None else None
        self.view.advice.show_advice(self._advice)

    def _set_limits(self, limits: Limits) -> None:
        after = replace(self._decisions.settings(), limits=limits)
        if self._acts.do(partial(self._decisions.save_settings, after), self.tr("Change where rules begin")):
            self.told.emit(self.tr("The advice follows these limits"))

    def _start_over(self) -> None:
        if self.mode.current == LADDER:
            self.view.ladder.invoice.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.form.save_by(lambda: True)
        self._show_advice()
        self.view.situation.account.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decide(self) -> None:
        form, card = self.view.situation, self.view.advice
        situation, advice = form.situation, self._advice
        if situation is None or advice is None:
            return
        account, decided = form.account.text().strip(), card.decision.text.strip()
        if not account:
            form.show_account_problem(self.tr("Say which account this is about. What you typed is kept here."))
            return
        if not decided:
            card.decision_field.show_problem(self.tr("Say in your own words what you decided."))
            card.decision.setFocus()
            return
        act = partial(
            self._decisions.decide_to_escalate,
            account,
            situation,
            advice,
            decided,
            card.reason.text.strip(),
            told=card.told.text().strip(),
            revisit_on=card.again.value,
            currency=form.currency.current,
        )
        if self.form.save_by(lambda: self._acts.do(act, self.tr("Save decision"))):
            self._show_advice()
            self.told.emit(self.tr("Decision saved. It stands in the decision matrix under Decisions."))

    def _show_ladder(self) -> None:
        ladder, today = self.view.ladder, self._clock.today()
        ladder.show_holidays(self._decisions.settings().holidays)
        due = ladder.due.value or today
        ladder.show_steps(self._decisions.ladder(due), today)

    def _set_holidays(self, days: Sequence[date]) -> None:
        after = replace(self._decisions.settings(), holidays=tuple(sorted(days)))
        if self._acts.do(partial(self._decisions.save_settings, after), self.tr("Change days off")):
            self.told.emit(self.tr("Reminders are moved to working days"))
            self.announced.emit(self.view.ladder.sentence)

    def _export(self) -> None:
        invoice = self.view.ladder.invoice.text().strip() or self.tr("Invoice")
        due = self.view.ladder.due.value or self._clock.today()
        safe = "".join(sign if sign.isalnum() or sign in " -_" else "-" for sign in invoice)
        text = self._decisions.ladder_calendar(invoice, due)
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._dialogs.save_file(
            self.tr("Save the reminders for your calendar"),
            Path(folder) / self.tr("{invoice} reminders.ics").format(invoice=safe),
            self.tr("Calendar files (*.ics)"),
            partial(self._write, text),
        )

    def _write(self, text: str, path: Path) -> None:
        if self._acts.settle(partial(_save, path, text)):
            self.noted.emit(self.tr("{name} is saved. Open it to add it to your calendar.").format(name=path.name))


def _save(path: Path, text: str) -> None:
    try:
        fsops.atomic_write(path, text.encode("utf-8"))
    except OSError as reason:
        raise EnvironmentFault(
            f"{path.name} could not be written to {path.parent}. Nothing else was changed. Choose another folder."
        ) from reason
