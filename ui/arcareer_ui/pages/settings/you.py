"""Who the user is, what money they count in, and when they want a nudge."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from functools import partial

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QWidget

from arcareer.services.agenda import AgendaService
from arcareer.settings.preferences import DateFormat, Preferences
from arcareer.settings.store import PreferencesStore
from arcareer_ui.acts import Acts
from arcareer_ui.autosave import Autosave
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.switch import Switch

CURRENCIES = ("USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "SEK", "NOK", "DKK", "PLN", "INR", "ZAR", "SGD", "JPY")
HALF_HOURS = tuple(time(minutes // 60, minutes % 60) for minutes in range(7 * 60, 20 * 60 + 1, 30))


class YouTab(QWidget):
    """Name, title and employer for documents; currency and dates; the weekly reminder."""

    def __init__(self, agenda: AgendaService, preferences: PreferencesStore, acts: Acts) -> None:
        super().__init__()
        self._agenda, self._preferences, self._acts = agenda, preferences, acts
        self.name = LineEdit()
        self.title = LineEdit()
        self.employer = LineEdit()
        self._autosave = Autosave(self._save_owner, self)
        for line in (self.name, self.title, self.employer):
            line.textEdited.connect(self._autosave.touch)
            line.left.connect(self._autosave.flush)
        body = QWidget()
        layout = column(body, margins=(0, 16, 20, 24), spacing=16)
        layout.addWidget(self._owner_card())
        layout.addWidget(self._region_card())
        layout.addWidget(self._reminder_card())
        layout.addStretch(1)
        column(self).addWidget(Scroll(body))
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored, but leave a field alone that is being typed in."""
        owner = self._agenda.owner()
        if not self._autosave.is_pending:
            self.name.set_text(owner.name)
            self.title.set_text(owner.title)
            self.employer.set_text(owner.employer)

    def follow(self, preferences: Preferences) -> None:
        """Show preferences that were changed here or elsewhere."""
        self._currency.set_current(preferences.currency)
        self._dates.set_current(preferences.date_format.value)
        self._day.set_current(str(preferences.reminder_weekday))
        self._time.set_current(preferences.reminder_time.strftime("%H:%M"))
        blocked = self.reminder.blockSignals(True)
        self.reminder.setChecked(preferences.remind_in_app)
        self.reminder.blockSignals(blocked)

    def flush(self) -> None:
        """Save what is typed."""
        self._autosave.flush()

    def _save_owner(self) -> None:
        before = self._agenda.owner()
        after = replace(before, name=self.name.text(), title=self.title.text(), employer=self.employer.text())
        if after != before:
            self._acts.do(partial(self._agenda.save_owner, after), self.tr("Edit your details"))

    def _owner_card(self) -> Card:
        card = Card()
        card.add_heading(self.tr("On your documents"))
        card.add(Label(self.tr("All of it is optional, and only printed on what you export."), "small", wrap=True))
        fields = (
            Field(self.tr("Your name"), self.name),
            Field(self.tr("Your title"), self.title),
            Field(self.tr("Your employer"), self.employer),
        )
        card.add(AutoGrid(fields, min_width=240))
        return card

    def _region_card(self) -> Card:
        current = self._preferences.current
        self._currency = Combo(
            self.tr("Currency"),
            [("", self.tr("As on this computer")), *((code, code) for code in CURRENCIES)],
            current.currency,
        )
        dates = {
            DateFormat.SYSTEM: self.tr("As on this computer"),
            DateFormat.DAY_FIRST: self.tr("Day first: 16 Oct 2026"),
            DateFormat.MONTH_FIRST: self.tr("Month first: Oct 16, 2026"),
            DateFormat.ISO: self.tr("Year first: 2026-10-16"),
        }
        self._dates = Combo(
            self.tr("Dates"), [(one.value, text) for one, text in dates.items()], current.date_format.value
        )
        self._currency.chosen.connect(lambda code: self._prefer(currency=code))
        self._dates.chosen.connect(lambda name: self._prefer(date_format=DateFormat(name)))
        card = Card()
        card.add_heading(self.tr("Money and dates"))
        currency = Field(self.tr("Currency of a plain $ or amount"), self._currency)
        card.add(AutoGrid((currency, Field(self.tr("Dates"), self._dates)), min_width=240))
        return card

    def _reminder_card(self) -> Card:
        current = self._preferences.current
        locale = QLocale()
        days = [(str(day), locale.standaloneDayName(day + 1, QLocale.FormatType.LongFormat)) for day in range(7)]
        times = [
            (at.strftime("%H:%M"), locale.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat))
            for at in sorted({*HALF_HOURS, current.reminder_time})
        ]
        self._day = Combo(self.tr("Day"), days, str(current.reminder_weekday))
        self._time = Combo(self.tr("Time"), times, current.reminder_time.strftime("%H:%M"))
        self.reminder = Switch(self.tr("Remind me in the app"), on=current.remind_in_app)
        self._day.chosen.connect(lambda day: self._prefer(reminder_weekday=int(day)))
        self._time.chosen.connect(lambda at: self._prefer(reminder_time=time.fromisoformat(at)))
        self.reminder.toggled.connect(lambda on: self._prefer(remind_in_app=on, nudge_answered=True))
        card = Card()
        card.add_heading(self.tr("Weekly reminder"))
        line = row(spacing=10)
        text = self.tr("A line on “This week” when nothing is logged by then. Nothing runs while arcareer is closed.")
        line.addWidget(Label(text, "small", wrap=True), 1)
        line.addWidget(self.reminder)
        card.add(line)
        card.add(AutoGrid((Field(self.tr("Day"), self._day), Field(self.tr("Time"), self._time)), min_width=200))
        return card

    def _prefer(self, **changes: object) -> None:
        self._acts.settle(partial(self._preferences.update, **changes))
