"""The layout of Scenarios."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from arcareer_ui.pages.scripts.filling.fill_card import FillCard
from arcareer_ui.pages.scripts.filling.recap_card import RecapCard
from arcareer_ui.pages.scripts.find_panel import FindPanel
from arcareer_ui.pages.scripts.scenarios.head_card import HeadCard
from arcareer_ui.pages.scripts.scenarios.know_cards import (
    AimCard,
    LinesCard,
    LinksCard,
    SignsCard,
    TellCard,
    WordPlace,
)
from arcareer_ui.pages.scripts.scenarios.run_card import RunCard
from arcareer_ui.pages.scripts.scenarios.runs_card import RunsCard
from arcareer_ui.pages.scripts.scenarios.step_rows import StepsCard
from arcareer_ui.pages.scripts.work_view import WorkView
from arcareer_ui.widgets.card_list import CardRow
from arcareer_ui.widgets.chip import ChipText

if TYPE_CHECKING:
    from arcareer.content.playbook_models import Playbook

LIST_WIDTH = 312  # its cards have an icon


class ScenariosView(QObject):
    """Everything on the tab; `work` is the widget that holds it."""

    def __init__(
        self, fill: FillCard, name_of: Callable[[UUID | None], str], is_running: Callable[[str], bool]
    ) -> None:
        super().__init__()
        self._is_running = is_running
        self.panel: FindPanel[Playbook] = FindPanel(
            self.tr("Scenarios"), self.tr("Search scenarios"), self._card, lambda playbook: playbook.id
        )
        self.head, self.steps, self.run = HeadCard(), StepsCard(), RunCard()
        self.signs, self.tell, self.lines, self.aim = SignsCard(), TellCard(), LinesCard(), AimCard()
        self.message = RecapCard(self.tr("The message to send"), self.tr("Copy e-mail"))
        self.fill, self.links, self.runs = fill, LinksCard(), RunsCard(name_of)
        self._known = (self.head, self.signs, self.tell, self.lines, self.aim)
        main = (self.head, self.steps, self.run, self.tell, self.message, self.lines, self.signs, self.aim)
        self.work = WorkView(self.panel, main, (self.fill, self.links, self.runs), list_width=LIST_WIDTH)

    def show_playbook(self, playbook: Playbook, links: Sequence[WordPlace]) -> None:
        """Show which scenario this is."""
        for card in self._known:
            card.show_playbook(playbook)
        self.links.show_links(links)

    def _card(self, playbook: Playbook) -> CardRow:
        running = (ChipText(self.tr("Run open"), "accent", "timer"),) if self._is_running(playbook.id) else ()
        spoken = ". ".join((playbook.title, playbook.trigger, *(chip.text for chip in running)))
        return CardRow(playbook.title, "" if running else playbook.trigger, running, spoken, playbook.icon, "accent")
