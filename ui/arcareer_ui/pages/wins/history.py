"""Earlier versions of a win: when, what was different, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import figure_text
from arcareer.domain.journal import Win, WinVersion
from arcareer_ui.dates import date_and_time, short_date
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.rule import Rule


class HistoryCard(Card):
    """The versions kept of a win, newest first. `return_asked` carries the one to go back to."""

    return_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("inset", margins=(16, 12, 16, 12), spacing=8)
        self.add_heading(self.tr("Earlier versions"))
        self._none = Label(self.tr("Nothing was changed so far. Versions are kept as you edit."), "small", wrap=True)
        self.add(self._none)
        self._place = column(spacing=8)
        self.body.addLayout(self._place)
        self._rows: QWidget | None = None
        self.buttons: list[Button] = []

    def show_versions(self, win: Win, versions: Sequence[WinVersion]) -> None:
        """Show the versions, each with what it says that the win says otherwise now."""
        if self._rows is not None:
            self._place.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        self._place.addWidget(self._rows)
        self._none.setVisible(not versions)
        self.buttons = []
        lines = column(self._rows, spacing=8)
        for at, version in enumerate(versions):
            if at:
                lines.addWidget(Rule())
            lines.addWidget(self._make_row(win, version))

    def _make_row(self, win: Win, version: WinVersion) -> QWidget:
        part = QWidget()
        line = row(part, spacing=10)
        words = column(spacing=2)
        when = date_and_time(version.replaced_at)
        words.addWidget(Label(self.tr("Until {when}").format(when=when), "label"))
        for difference in self._differences(win, version.win):
            words.addWidget(Label(difference, "small", wrap=True))
        line.addLayout(words, 1)
        back = Button(self.tr("Go back to this"), size="compact", name=self.tr("Go back to {when}").format(when=when))
        back.clicked.connect(partial(self.return_asked.emit, version))
        line.addWidget(back)
        self.buttons.append(back)
        return part

    def _differences(self, now: Win, then: Win) -> list[str]:
        texts = {
            self.tr("Headline"): (now.headline, then.headline),
            self.tr("What was going on"): (now.situation, then.situation),
            self.tr("What I did"): (now.action, then.action),
            self.tr("What changed"): (now.outcome, then.outcome),
            self.tr("Proof"): (now.proof, then.proof),
            self.tr("Private notes"): (now.private_notes, then.private_notes),
            self.tr("Date"): (short_date(now.happened_on), short_date(then.happened_on)),
            self.tr("Numbers"): (_numbers(now), _numbers(then)),
            self.tr("Colleagues"): (", ".join(now.colleagues), ", ".join(then.colleagues)),
        }
        said = [
            self.tr("{field}: {text}").format(field=field, text=before or self.tr("empty"))
            for field, (after, before) in texts.items()
            if after != before
        ]
        others = (
            (now.theme, then.theme),
            (now.competencies, then.competencies),
            (now.customers, then.customers),
            (now.evidence, then.evidence),
        )
        if any(after != before for after, before in others):
            said.append(self.tr("Theme, customers or evidence were different"))
        return said or [self.tr("The same as now")]


def _numbers(win: Win) -> str:
    return ", ".join(figure_text(figure) for figure in win.figures)
