"""Dates, weeks away and what brings the user here: from the page's cards into the library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from arcareer_ui.acts import Acts
from arcareer_ui.pages.this_week.view import ThisWeekView

if TYPE_CHECKING:
    from arcareer.domain.agenda import Occasion, OccasionKind
    from arcareer.domain.changes import Change
    from arcareer.services.agenda import AgendaService


class DatesDesk(QObject):
    """Stores what the cards about dates ask for."""

    def __init__(self, view: ThisWeekView, acts: Acts, agenda: Callable[[], AgendaService]) -> None:
        super().__init__(view)
        self._acts, self._agenda = acts, agenda
        view.coming_up.added.connect(self._add)
        view.coming_up.changed.connect(self._change)
        view.coming_up.removed.connect(self._remove)
        view.purpose_chosen.connect(self._keep_purpose)
        view.occasion_dated.connect(self._add)
        view.rhythm.away_changed.connect(self._set_away)

    def _add(self, kind: OccasionKind, name: str, day: date) -> None:
        self._acts.do(partial(self._agenda().add, kind, name, day), self.tr("Add date"))

    def _change(self, before: Occasion, kind: OccasionKind, name: str, day: date) -> None:
        after = replace(before, kind=kind, title=name, happens_on=day)
        if after != before:
            self._acts.do(partial(self._agenda().save, before, after), self.tr("Change date"))

    def _remove(self, occasion: Occasion) -> None:
        self._acts.do(partial(self._agenda().remove, occasion), self.tr("Remove date"))

    def _set_away(self, monday: date, away: bool) -> None:  # noqa: FBT001 - the shape of the card's signal
        label = self.tr("Mark week as away") if away else self.tr("Count week again")
        self._acts.do(partial(self._agenda().set_away, monday, away=away), label)

    def _keep_purpose(self, purpose: str) -> None:
        self._acts.do(partial(self._save_purpose, purpose), self.tr("Choose what brings you here"))

    def _save_purpose(self, purpose: str) -> Change:
        agenda = self._agenda()
        return agenda.save_owner(replace(agenda.owner(), purpose=purpose))
