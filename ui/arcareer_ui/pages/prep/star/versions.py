"""Earlier versions of an answer: what was different, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.answers import Answer, AnswerVersion
from arcareer_ui.dates import date_and_time
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.rule import Rule


class VersionsCard(Card):
    """The versions kept, the latest first. `return_asked` carries the one to go back to."""

    return_asked = Signal(object)

    def __init__(self, parts: Sequence[str]) -> None:
        """`parts` are the names of an answer's parts."""
        super().__init__(margins=(20, 14, 20, 14), spacing=10)
        self._names = tuple(parts)
        self.add_heading(self.tr("Earlier versions"))
        self._none = Label(self.tr("Nothing was changed so far. Versions are kept as you edit."), "small", wrap=True)
        self.add(self._none)
        self._rows = QWidget()
        self.add(self._rows)
        self.buttons: list[Button] = []

    def show_versions(self, answer: Answer, versions: Sequence[AnswerVersion]) -> None:
        """Show the versions, each with what it says that the answer says otherwise now."""
        fresh = QWidget()
        lines = column(fresh, spacing=8)
        self.buttons = []
        for at, version in enumerate(versions):
            if at:
                lines.addWidget(Rule())
            lines.addWidget(self._make_row(answer, version))
        self.body.replaceWidget(self._rows, fresh)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = fresh
        self._none.setVisible(not versions)

    def _make_row(self, answer: Answer, version: AnswerVersion) -> QWidget:
        part = QWidget()
        line = row(part, spacing=12)
        words = column(spacing=2)
        when = date_and_time(version.replaced_at)
        words.addWidget(Label(self.tr("Until {when}").format(when=when), "label"))
        for said in self._differences(answer, version.answer):
            words.addWidget(Label(said, "small", wrap=True))
        line.addLayout(words, 1)
        back = Button(self.tr("Go back to this"), size="compact", name=self.tr("Go back to {when}").format(when=when))
        back.clicked.connect(partial(self.return_asked.emit, version))
        line.addWidget(back)
        self.buttons.append(back)
        return part

    def _differences(self, now: Answer, then: Answer) -> list[str]:
        pairs = zip(self._names, now.texts, then.texts, strict=False)
        said = [
            self.tr("{part}: {text}").format(part=name, text=before or self.tr("empty"))
            for name, after, before in pairs
            if after != before
        ]
        if (now.question, now.competencies, now.title, now.core) != (
            then.question,
            then.competencies,
            then.title,
            then.core,
        ):
            said.append(self.tr("Question, name or what it shows were different"))
        if not any(then.texts):
            return [self.tr("Nothing was written yet")]
        return said or [self.tr("The same as now")]
