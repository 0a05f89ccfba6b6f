"""The risk scorecard: accounts and risks scored by what is known, ranked, and what is done about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.domain.changes import ChangeSet, Edit, EntityKind
from arcareer.domain.decisions import FactorWeight
from arcareer.domain.risk_cards import FactorValue, RiskCard, RiskKind, RiskState
from arcareer.domain.risks import DEFAULT_FACTORS, RiskFactor
from arcareer.services.risks import RankedRisk
from arcareer_ui.acts import Acts
from arcareer_ui.pages.planning.field_keeper import FieldKeeper
from arcareer_ui.pages.planning.identities import identity_in
from arcareer_ui.pages.planning.risk.view import RiskView
from arcareer_ui.pages.planning.win_card import log_and_link, win_of
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.segment import Segment

if TYPE_CHECKING:
    from arcareer.services.journal import JournalService
    from arcareer.services.risks import RiskService
    from arcareer_ui.undo import UndoController

PLACE = "planning/risk-scorecard"
SCORES, WEIGHTS = "scores", "weights"
KINDS = (EntityKind.RISK_CARD, EntityKind.DECISION_SETTINGS, EntityKind.WIN)


class RiskTab(Tool):
    """Routes behind the tab: `weights`, `for/<account>`, `<id>`."""

    def __init__(
        self,
        *,
        risks: RiskService,
        journal: Callable[[], JournalService],
        undo: UndoController,
        acts: Acts,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._risks, self._journal, self._acts = risks, journal, acts
        self._shown: RankedRisk | None = None
        self._weighed: tuple[RiskFactor, ...] = ()
        self.view = RiskView()
        self.mode = Segment(
            self.tr("What to show"), [(SCORES, self.tr("Scores")), (WEIGHTS, self.tr("Weights"))], SCORES
        )
        self.header = QWidget()
        row(self.header).addWidget(self.mode)
        self.keeper = FieldKeeper(self._save_typed, self.tr("Edit scorecard"), undo, clock, self)
        self.ending = FieldKeeper(self._save_end, self.tr("Say what came of it"), undo, clock, self)
        column(self).addWidget(self.view)
        self._connect()
        self._read()
        self._choose_first()

    def open(self, args: Sequence[str]) -> None:
        """Show what a route names."""
        if not args:
            return
        if args[0] == WEIGHTS:
            self._show_mode(WEIGHTS)
        elif args[0] == "for":
            self._open_for("/".join(args[1:]))
        elif not self.view.list.choose(identity_in(args[0])):
            self.noted.emit(self.tr("That scorecard is no longer there."))

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes is None or changes.affects(*KINDS):
            self._read()

    def flush(self) -> None:
        """Keep what is typed."""
        self.view.card.settle_typing()
        self.keeper.rest()
        self.ending.rest()

    @property
    def first_focus(self) -> QWidget | None:
        """Start in the list, or with the first subject."""
        return self.view.list if self.view.list.items else self.view.subject

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return list and scorecard."""
        view = self.view
        side = next(one for one in (view.card, view.weights, view.empty) if not one.isHidden())
        return (view.subject, view.list, side)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the tab does for commands."""
        return {"new-item": lambda: self.view.subject.setFocus(Qt.FocusReason.ShortcutFocusReason)}

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        return f"{PLACE}/{WEIGHTS}" if self.mode.current == WEIGHTS else PLACE

    def _connect(self) -> None:
        view, card = self.view, self.view.card
        self.mode.chosen.connect(self._show_mode)
        view.add_asked.connect(self._add)
        view.list.current_changed.connect(self._choose)
        view.list.clicked.connect(lambda _index: view.reveal_side())
        view.list.opened.connect(lambda _risk: view.card.subject.setFocus())
        view.list.removal_asked.connect(self._remove)
        card.typed.connect(self.keeper.touch)
        card.left.connect(self.keeper.rest)
        card.chosen.connect(self._keep_chosen)
        card.filled.connect(self._fill)
        card.settled.connect(self._settle)
        card.outcome.edited.connect(self.ending.touch)
        card.outcome.left.connect(self.ending.rest)
        card.removal_asked.connect(self._remove)
        card.win.saved.connect(self._make_win)
        card.win.opened.connect(self._open_win)
        view.weights.saved.connect(self._set_weights)
        view.weights.reset_asked.connect(self._reset_weights)
        for keeper in (self.keeper, self.ending):
            keeper.reported.connect(self.save_reported)
            keeper.refused.connect(card.subject_field.show_problem)

    def _read(self) -> None:
        view, factors = self.view, self._risks.factors()
        ranked = self._risks.ranked()
        view.card.factors.show_factors(factors)
        if factors != self._weighed:
            self._weighed = factors
            view.weights.show_factors(factors)
        key = self._shown.card.id if self._shown is not None else None
        self._shown = next((one for one in ranked if one.card.id == key), None)
        view.list.show_risks(ranked)
        view.show_list(some=bool(ranked))
        if self._shown is None:
            self._choose_first()
        else:
            self._show_card()

    def _choose_first(self) -> None:
        first = next(iter(self.view.list.items), None)
        if first is not None:
            self.view.list.choose(first.card.id)
            self._choose(first)
        elif self.mode.current == SCORES:
            self.view.show_side(self.view.empty)

    def _choose(self, risk: RankedRisk | None) -> None:
        if risk is None or (self._shown is not None and risk.card.id == self._shown.card.id):
            return
        self.flush()
        fresh = next((one for one in self._risks.ranked() if one.card.id == risk.card.id), risk)
        self._shown = fresh
        self.view.card.win.fold()
        self.view.card.subject_field.clear_message()
        self._show_end(fresh.card)
        if self.mode.current == WEIGHTS:
            self._show_mode(SCORES)
        self._show_card()

    def _show_card(self) -> None:
        if self._shown is None:
            return
        card = self._shown.card
        self.view.card.show_risk(self._shown, win_of(self._journal(), card.win))
        if not self.ending.is_pending and self.view.card.outcome.text.strip() != card.outcome.strip():
            self._show_end(card)
        if self.mode.current == SCORES:
            self.view.show_side(self.view.card)

    def _show_end(self, card: RiskCard) -> None:
        self.view.card.state.set_current(card.state.value)
        self.view.card.outcome.set_text(card.outcome)

    def _show_mode(self, mode: str) -> None:
        self.mode.set_current(mode)
        view = self.view
        if mode == WEIGHTS:
            view.show_side(view.weights)
        else:
            view.show_side(view.card if self._shown is not None else view.empty)
        self.place_changed.emit(self.place)

    def _open_for(self, account: str) -> None:
        same = (one for one in self.view.list.items if one.card.subject.casefold() == account.casefold())
        found = next(same, None)
        if found is not None:
            self.view.list.choose(found.card.id)
            return
        self.view.kind.set_current(RiskKind.ACCOUNT.value)
        self.view.subject.set_text(account)
        self.view.subject.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        view = self.view
        subject, kind = view.subject.text().strip(), RiskKind(view.kind.current)
        if not subject:
            view.subject_field.show_problem(self.tr("Name an account or a risk first."))
            return
        known: tuple[FactorValue, ...] = self._risks.suggested(subject) if kind is RiskKind.ACCOUNT else ()
        added: list[UUID] = []

        def act() -> Edit:
            edit = self._risks.add(kind, subject, known)
            added.append(edit.entity_id)
            return edit

        if self._acts.do(act, self.tr("Add scorecard")):
            view.subject.set_text("")
            self._show_mode(SCORES)
            view.list.choose(added[0])
            filled = self.tr("%n factor(s) filled from the newest list", "", len(known)) if known else ""
            self.told.emit(filled or self.tr("Scorecard added"))
            if view.card.factors.rows:
                view.card.factors.rows[0].value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_typed(self) -> Edit | None:
        if self._shown is None:
            return None
        card, form = self._shown.card, self.view.card
        after = replace(
            card,
            subject=form.subject.text().strip(),
            owner=form.owner.text().strip(),
            mitigation=form.mitigation.text.strip(),
            values=_in_order_of(card.values, form.factors.values),
            exposure=form.exposure.value,
            currency=form.currency.current if form.exposure.value is not None else card.currency,
            review_on=form.review.value,
        )
        if after == card:
            return None
        edit = self._risks.save(card, after)
        form.subject_field.clear_message()
        return edit

    def _keep_chosen(self) -> None:
        before = self._shown.score.score if self._shown is not None else None
        self.keeper.touch()
        self.keeper.rest()
        after = self._shown.score if self._shown is not None else None
        if after is not None and after.score != before:
            self.announced.emit(self.view.card.score_sentence)

    def _save_end(self) -> Edit | None:
        if self._shown is None:
            return None
        card, text = self._shown.card, self.view.card.outcome.text.strip()
        return None if text == card.outcome else self._risks.save(card, replace(card, outcome=text))

    def _settle(self) -> None:
        self.flush()
        if self._shown is None:
            return
        card, form = self._shown.card, self.view.card
        state = RiskState(form.state.current)
        if state is card.state:
            self.noted.emit(self.tr("It stands like that already."))
            return
        act = partial(self._risks.settle, card, state, form.outcome.text.strip())
        if self._acts.do(act, self.tr("Say where it stands")):
            self.told.emit(self.tr("Kept where it stands"))

    def _fill(self) -> None:
        if self._shown is None:
            return
        card = self._shown.card
        found = {one.factor: one for one in self._risks.suggested(card.subject, "")}
        if not found:
            self.noted.emit(self.tr("The newest list does not know this account. Nothing was changed."))
            return
        values = tuple({**{one.factor: one for one in card.values}, **found}.values())
        if values == card.values:
            self.noted.emit(self.tr("The newest list says the same."))
        elif self._acts.do(partial(self._risks.save, card, replace(card, values=values)), self.tr("Fill scorecard")):
            self.told.emit(self.tr("%n factor(s) filled from the newest list", "", len(found)))

    def _remove(self) -> None:
        if self._shown is not None and self._acts.do(
            partial(self._risks.remove, self._shown.card), self.tr("Remove scorecard")
        ):
            self.told.emit(self.tr("Scorecard removed"))

    def _make_win(self, did: str) -> None:
        if self._shown is None:
            return
        card = self._shown.card
        draft = self._risks.draft_win(card, did)
        link = partial(self._risks.link_win, card)
        if self._acts.do(partial(log_and_link, self._journal(), draft, link), self.tr("Save win")):
            self.view.card.win.fold()
            self.told.emit(self.tr("Win saved"))

    def _open_win(self) -> None:
        if self._shown is not None and self._shown.card.win is not None:
            self.open_route.emit(f"win/{self._shown.card.win}")

    def _set_weights(self, weights: tuple[FactorWeight, ...]) -> None:
        if self._acts.do(partial(self._risks.set_weights, weights), self.tr("Change weights")):
            self.told.emit(self.tr("Everything is scored with these weights"))

    def _reset_weights(self) -> None:
        if self._risks.factors() == DEFAULT_FACTORS:
            self.view.weights.show_factors(DEFAULT_FACTORS)
            self.noted.emit(self.tr("The shipped weights are in use"))
        elif self._acts.do(self._risks.reset_weights, self.tr("Reset weights")):
            self.told.emit(self.tr("The shipped weights are back"))


def _in_order_of(stored: Sequence[FactorValue], typed: Sequence[FactorValue]) -> tuple[FactorValue, ...]:
    """Return the values as they are stored where the same are typed: their order says nothing."""
    return tuple(stored) if set(stored) == set(typed) else tuple(typed)
