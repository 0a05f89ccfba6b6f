"""The tab's layout: steps on one side, the answer and its checks on the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.prep.reframe.answer_card import AnswerCard, ChecksCard
from arcareer_ui.pages.prep.reframe.steps_card import StepsCard
from arcareer_ui.pages.prep.star.trash_card import TrashCard
from arcareer_ui.pages.prep.star.versions import VersionsCard
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer_ui.pages.prep.star.editor import PartWords

STACKED_BELOW = 800
SIDE_WIDTH = 418


class ReframeView(QWidget):
    """Everything on the tab."""

    def __init__(self, steps: Sequence[PartWords], starters: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.messages = column(spacing=8)
        self.steps = StepsCard(steps, starters)
        self.versions = VersionsCard([step.title for step in steps])
        self.trash = TrashCard()
        self.answer = AnswerCard()
        self.checks = ChecksCard()
        self._lay_out()
        for part in (self.versions, self.trash):
            part.hide()

    @property
    def shows_trash(self) -> bool:
        """Return whether the trash stands in the place of the steps."""
        return not self.trash.isHidden()

    def show_trash(self, *, shown: bool) -> None:
        """Show the trash in the place of everything else, or put it away."""
        for part in (self.steps, self.answer, self.checks):
            part.setVisible(not shown)
        self.trash.setVisible(shown)
        if shown:
            self.versions.hide()
        self.follow()

    def follow(self) -> None:
        """Let Tab go through the parts as they are read."""
        follow_layout(self)

    def to_top(self) -> None:
        """Show the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        main, side = column(spacing=14), column(spacing=14)
        main.addLayout(self.messages)
        main.addWidget(self.versions)
        main.addWidget(self.steps, 1)
        main.addWidget(self.trash, 1)
        for part in (self.answer, self.checks):
            side.addWidget(part)
        side.addStretch(1)
        self.columns = Columns(STACKED_BELOW)
        self.columns.add(main, 1)
        self.columns.add(side, 0, SIDE_WIDTH)
        body = QWidget()
        column(body, margins=(0, 16, 20, 20)).addWidget(self.columns, 1)
        self._scroll = Scroll(body)
        column(self).addWidget(self._scroll)
