"""Who the user is, what money they count in, and when they want a nudge."""

from __future__ import annotations

from datetime import time
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from arcareer.services.agenda import AgendaService
from arcareer.settings.preferences import DateFormat, Preferences
from arcareer.settings.store import PreferencesStore
from arcareer_ui.acts import Acts
from arcareer_ui.currencies import CURRENCIES
from arcareer_ui.dates import clock_time
from arcareer_ui.pages.settings.owner import OwnerCard
from arcareer_ui.pages.settings.tab_body import TabBody
from arcareer_ui.undo import UndoController
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.switch import Switch

HALF_HOURS = tuple(time(minutes // 60, minutes % 60) for minutes in range(7 * 60, 20 * 60 + 1, 30))


class YouTab(QWidget):
    """Details for documents; currency and dates; the weekly reminder."""

    def __init__(self, agenda: AgendaService, preferences: PreferencesStore, undo: UndoController, acts: Acts) -> None:
        super().__init__()
        self._preferences, self._acts = preferences, acts
        self.owner = OwnerCard(agenda, undo)
        body = TabBody()
        body.add(self.owner)
        body.add(self._region_card())
        body.add(self._reminder_card())
        column(self).addWidget(body)
        self.follow(preferences.current)

    def follow(self, preferences: Preferences) -> None:
        """Show preferences that were changed here or elsewhere."""
        if preferences.currency and self.currency.findData(preferences.currency) < 0:
            self.currency.addItem(preferences.currency, preferences.currency)
        self.currency.set_current(preferences.currency)
        self.dates.set_current(preferences.date_format.value)
        self.day.set_current(str(preferences.reminder_weekday))
        times = sorted({*HALF_HOURS, preferences.reminder_time})
        self.time.set_options([(_key(at), clock_time(at)) for at in times], _key(preferences.reminder_time))
        blocked = self.reminder.blockSignals(True)
        self.reminder.setChecked(preferences.remind_in_app)
        self.reminder.blockSignals(blocked)
        for combo in (self.day, self.time):
            combo.setEnabled(preferences.remind_in_app)

    def _region_card(self) -> Card:
        same = self.tr("As on this computer")
        self.currency = Combo(self.tr("Currency"), [("", same), *((code, code) for code in CURRENCIES)])
        dates = {
            DateFormat.SYSTEM: same,
            DateFormat.DAY_FIRST: self.tr("Day first: 16 Oct 2026"),
            DateFormat.MONTH_FIRST: self.tr("Month first: Oct 16, 2026"),
            DateFormat.ISO: self.tr("Year first: 2026-10-16"),
        }
        self.dates = Combo(self.tr("Dates"), [(one.value, text) for one, text in dates.items()])
        self.currency.chosen.connect(lambda code: self._prefer(currency=code))
        self.dates.chosen.connect(lambda name: self._prefer(date_format=DateFormat(name)))
        card = Card()
        card.add_heading(self.tr("Money and dates"))
        currency = Field(self.tr("Currency of an amount without one"), self.currency)
        card.add(AutoGrid((currency, Field(self.tr("Dates"), self.dates)), min_width=240))
        return card

    def _reminder_card(self) -> Card:
        locale = QLocale()
        days = [(str(day), locale.standaloneDayName(day + 1, QLocale.FormatType.LongFormat)) for day in range(7)]
        self.day = Combo(self.tr("Day"), days)
        self.time = Combo(self.tr("Time"))
        self.reminder = Switch(self.tr("Remind me in the app"))
        self.day.chosen.connect(lambda day: self._prefer(reminder_weekday=int(day)))
        self.time.chosen.connect(lambda at: self._prefer(reminder_time=time.fromisoformat(at)))
        self.reminder.toggled.connect(lambda on: self._prefer(remind_in_app=on, nudge_answered=True))
        card = Card()
        card.add_heading(self.tr("Weekly reminder"))
        line = row(spacing=10)
        text = self.tr("A line on “This week” when nothing is logged by then. Nothing runs while arcareer is closed.")
        line.addWidget(Label(text, "small", wrap=True), 1)
        line.addWidget(self.reminder)
        card.add(line)
        card.add(AutoGrid((Field(self.tr("Day"), self.day), Field(self.tr("Time"), self.time)), min_width=200))
        return card

    def _prefer(self, **changes: object) -> None:
        self._acts.settle(partial(self._preferences.update, **changes))


def _key(at: time) -> str:
    return at.strftime("%H:%M")
