"""Where the user stands on the ladder, what comes next, and which wins show what that asks for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.reviews import ReviewDetails
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid, FlowBox

if TYPE_CHECKING:
    from arcareer.content.career_models import CareerLevel
    from arcareer.services.reviews import LevelProof

MOST_WINS = 3
MOST_LETTERS = 54


class LevelCard(Card):
    """`chosen` carries the field and the id of a level, `route_asked` where something leads."""

    chosen = Signal(str, object)
    route_asked = Signal(str)

    def __init__(self, levels: Sequence[CareerLevel]) -> None:
        super().__init__(spacing=12)
        self._levels = {level.id: level for level in levels if not level.retired}
        options = [("", self.tr("Not said")), *((level.id, level.label) for level in self._levels.values())]
        self.level = Combo(self.tr("Where you are"), options)
        self.next_level = Combo(self.tr("Where you want to be"), options)
        for combo in (self.level, self.next_level):
            combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.add_heading(self.tr("The next level"))
        fields = (Field(self.tr("Where you are"), self.level), Field(self.tr("Where you want to be"), self.next_level))
        self.add(AutoGrid(fields, min_width=180))
        self._scope = Label("", "small", wrap=True)
        self.add(self._scope)
        self._proofs = QWidget()
        self.add(self._proofs)
        self.level.chosen.connect(lambda key: self.chosen.emit("level", key))
        self.next_level.chosen.connect(lambda key: self.chosen.emit("next_level", key))

    def show_level(self, details: ReviewDetails, proofs: Sequence[LevelProof]) -> None:
        """Show the levels, and for each thing asked for the wins that can show it."""
        for combo, key in ((self.level, details.level), (self.next_level, details.next_level)):
            combo.set_current(key if combo.findData(key) >= 0 else "")
        wanted = self._levels.get(details.next_level)
        words = self.tr("{level}: {scope}").format(level=wanted.label, scope=wanted.scope) if wanted else ""
        if not proofs:
            words = words or self.tr("Say where you are, and see what is asked for before the next step.")
        self._scope.setText(words)
        self._scope.setVisible(bool(words))
        fresh = QWidget()
        lines = column(fresh, spacing=12)
        if proofs:
            lines.addWidget(Label(self.tr("What is asked for before the next step"), "label"))
        for proof in proofs:
            lines.addWidget(self._proof(proof))
        self.body.replaceWidget(self._proofs, fresh)
        self._proofs.hide()
        self._proofs.deleteLater()
        self._proofs = fresh

    def _proof(self, proof: LevelProof) -> QWidget:
        holder = QWidget()
        line = row(holder, spacing=10)
        icon = Icon("circle-check", "accent", 18) if proof.wins else Icon("circle-dashed", "text3", 18)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=2)
        words.addWidget(Label(proof.evidence.text, wrap=True))
        if proof.wins:
            links: list[QWidget] = [self._link(win.headline, f"win/{win.id}") for win in proof.wins[:MOST_WINS]]
            if len(proof.wins) > MOST_WINS:
                links.append(Label(self.tr("%n more", "", len(proof.wins) - MOST_WINS), "caption"))
        else:
            links = [Label(self.tr("No win shows it yet."), "small", "text3"), self._link("", "this-week")]
        words.addWidget(FlowBox(*links, line_spacing=2))
        line.addLayout(words, 1)
        return holder

    def _link(self, headline: str, route: str) -> Button:
        short = headline if len(headline) <= MOST_LETTERS else f"{headline[: MOST_LETTERS - 1].rstrip()}…"
        link = Button(short or self.tr("Log one"), "link", icon="trophy" if headline else "plus")
        link.setAccessibleName(headline or self.tr("Log one"))
        link.setToolTip(headline)
        link.clicked.connect(partial(self.route_asked.emit, route))
        return link
