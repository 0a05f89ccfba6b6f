"""Earlier versions of a bullet: how the score went, what it said, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.bullets import BulletScore, BulletVersion
from arcareer_ui.pages.prep.rubric.bands import MOST, is_low
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.meters import Bar
from arcareer_ui.widgets.rule import Rule

BAR_WIDTH = 48


class VersionsCard(Card):
    """The texts a bullet had, the latest first. `return_asked` carries the one to go back to."""

    return_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 14), spacing=10)
        self._course = Label("", "small")
        self.add_heading(self.tr("Earlier versions"), self._course)
        self._none = Label(self.tr("Nothing was changed so far. Versions are kept as you edit."), "small", wrap=True)
        self.add(self._none)
        self._rows = QWidget()
        self.add(self._rows)
        self.buttons: list[Button] = []

    def show_versions(self, versions: Sequence[BulletVersion], now: BulletScore | None) -> None:
        """Show the versions, each with the score it had; `now` is the present score."""
        fresh = QWidget()
        lines = column(fresh, spacing=8)
        self.buttons = []
        for at, version in enumerate(versions):
            if at:
                lines.addWidget(Rule())
            lines.addWidget(self._make_row(version, now.rubric_version if now is not None else ""))
        self.body.replaceWidget(self._rows, fresh)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = fresh
        self._none.setVisible(not versions)
        self._show_course(versions, now)

    def _show_course(self, versions: Sequence[BulletVersion], now: BulletScore | None) -> None:
        scores = [version.score for version in reversed(versions)] + ([now.points] if now is not None else [])
        self._course.setVisible(len(scores) > 1)
        self._course.setText(self.tr("Score: {course}").format(course=" → ".join(str(score) for score in scores[-6:])))

    def _make_row(self, version: BulletVersion, present: str) -> QWidget:
        part = QWidget()
        line = row(part, spacing=12)
        moment = QDateTime.fromSecsSinceEpoch(int(version.replaced_at.timestamp()))
        when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        words = column(spacing=2)
        head = row(spacing=8)
        said = self.tr("{score} of 20").format(score=version.score)
        colour = "warn" if is_low(version.score) else "accent"
        head.addWidget(Label(said, "label", tabular=True))
        bar = Bar(version.score / MOST, said, colour=colour)
        bar.setFixedWidth(BAR_WIDTH)
        head.addWidget(bar, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Label(self._note(version, when, present), "caption"))
        head.addStretch(1)
        words.addLayout(head)
        words.addWidget(Label(version.text, "small", wrap=True))
        line.addLayout(words, 1)
        back = Button(self.tr("Go back to this"), size="compact", name=self.tr("Go back to {when}").format(when=when))
        back.clicked.connect(partial(self.return_asked.emit, version))
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons.append(back)
        return part

    def _note(self, version: BulletVersion, when: str, present: str) -> str:
        until = self.tr("Until {when}").format(when=when)
        if version.rubric_version == present:
            return until
        return self.tr("{until}, rubric {number}").format(until=until, number=version.rubric_version)
