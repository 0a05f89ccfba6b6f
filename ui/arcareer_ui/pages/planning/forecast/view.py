"""The tab's layout: preparing a forecast or tracking it; beside it the plan, the verdict and the story."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.planning.forecast.actuals_card import ActualsCard, NotesCard
from arcareer_ui.pages.planning.forecast.history_card import HistoryCard
from arcareer_ui.pages.planning.forecast.method_card import FreezeCard, MethodCard
from arcareer_ui.pages.planning.forecast.plan_card import PlanCard
from arcareer_ui.pages.planning.forecast.story_card import StoryCard
from arcareer_ui.pages.planning.forecast.verdict_card import VerdictCard
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout

STACKED_BELOW = 820
SIDE_WIDTH = 344
PREPARE, TRACK = "prepare", "track"


class ForecastView(QWidget):
    """Everything on the tab."""

    def __init__(self) -> None:
        super().__init__()
        self.plan, self.verdict, self.story = PlanCard(), VerdictCard(), StoryCard()
        self.history, self.method, self.freeze = HistoryCard(), MethodCard(), FreezeCard()
        self.actuals, self.notes = ActualsCard(), NotesCard()
        self.start_button = Button(self.tr("Start a forecast"), "primary", icon="plus")
        self.prepare_button = Button(self.tr("Prepare the forecast"), icon="arrow-right", trailing=True)
        self.empty = Card()
        self.empty.add(
            EmptyState(
                "shield-check",
                self.tr("Add your first forecast"),
                self.tr(
                    "Say what will come in before it does, freeze it, and type what came. Six periods are enough to "
                    "show how close you are."
                ),
                action=self.start_button,
            )
        )
        self.unfrozen = Card()
        self.unfrozen.add(
            EmptyState(
                "lock",
                self.tr("Freeze a forecast first"),
                self.tr("What came in stands beside it then, week by week."),
                action=self.prepare_button,
            )
        )
        main, side = column(spacing=14), column(spacing=14)
        self._parts = (self.unfrozen, self.actuals, self.notes, self.history, self.method, self.freeze)
        for part in self._parts:
            main.addWidget(part)
        main.addStretch(1)
        for card in (self.verdict, self.plan, self.story):
            side.addWidget(card)
        side.addStretch(1)
        self.columns = Columns(STACKED_BELOW)
        self.columns.add(main, 1)
        self.columns.add(side, 0, SIDE_WIDTH)
        body = QWidget()
        layout = column(body, margins=(0, 16, 20, 20))
        layout.addWidget(self.empty)
        layout.addWidget(self.columns, 1)
        layout.addStretch(0)
        self._scroll = Scroll(body)
        column(self).addWidget(self._scroll)

    def show_room(self, room: str, *, some: bool, frozen: bool, known: bool, proposed: bool) -> None:
        """Show a room of the plan, or what is needed first; `known` says that there is a history."""
        self.empty.setVisible(not some)
        self.columns.setVisible(some)
        tracked = room == TRACK
        wanted = {
            self.unfrozen: tracked and not frozen,
            self.actuals: tracked and frozen,
            self.notes: tracked and frozen,
            self.history: not tracked,
            self.method: not tracked and known,
            self.freeze: not tracked and known and proposed,
        }
        for part, is_wanted in wanted.items():
            part.setVisible(is_wanted)
        self.verdict.setVisible(frozen)
        self.story.setVisible(frozen)
        follow_layout(self)

    def to_top(self) -> None:
        """Show the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def reveal(self, part: QWidget) -> None:
        """Bring a part into sight."""
        self._scroll.reveal(part)
