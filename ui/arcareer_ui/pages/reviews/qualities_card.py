"""The qualities managers look for, each shown by wins and by nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.journal import Win
from arcareer_ui.pages.reviews.linked_wins import linked_win
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.rule import Rule

if TYPE_CHECKING:
    from arcareer.content.career_models import Quality


class QualitiesCard(Card):
    """`link_asked` carries a quality, `unlinked` a quality and a win, `opened` a win."""

    link_asked = Signal(str)
    unlinked = Signal(str, object)
    opened = Signal(object)

    def __init__(self, qualities: Sequence[Quality]) -> None:
        super().__init__(spacing=10)
        self.add_heading(self.tr("What managers look for"))
        self.add(Label(self.tr("Nobody is believed for saying them. Let a win say it."), "small", wrap=True))
        self._qualities = tuple(qualities)
        self.link_buttons: dict[str, Button] = {}
        self._lists: dict[str, QWidget] = {}
        for at, quality in enumerate(self._qualities):
            if at:
                self.add(Rule())
            self._add_quality(quality)

    def show_wins(self, wins: Mapping[str, Sequence[Win]]) -> None:
        """Show the wins by quality."""
        for quality in self._qualities:
            shown = wins.get(quality.id, ())
            fresh = QWidget()
            lines = column(fresh, spacing=2)
            for win in shown:
                lines.addWidget(
                    linked_win(
                        win,
                        opened=partial(self.opened.emit, win.id),
                        unlinked=partial(self.unlinked.emit, quality.id, win.id),
                    )
                )
            old = self._lists[quality.id]
            self.body.replaceWidget(old, fresh)
            old.hide()
            old.deleteLater()
            self._lists[quality.id] = fresh
            fresh.setVisible(bool(shown))

    def _add_quality(self, quality: Quality) -> None:
        button = Button(self.tr("Link a win"), "link", icon="link-2")
        button.setAccessibleName(self.tr("Link a win to {quality}").format(quality=quality.label))
        button.clicked.connect(partial(self.link_asked.emit, quality.id))
        self.link_buttons[quality.id] = button
        line = row(spacing=8)
        line.addWidget(Label(quality.label, "strong"))
        line.addStretch(1)
        line.addWidget(button)
        self.add(line)
        self.add(Label(quality.shown_by, "small", wrap=True))
        holder = self._lists[quality.id] = QWidget()
        self.add(holder)
