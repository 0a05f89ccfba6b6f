"""The call on show: what to have ready, what to ask, what to offer, what to answer, and how it ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from arcareer.domain.messages import pieces_of
from arcareer_ui.pages.scripts.filling.tokens import tokens_of
from arcareer_ui.pages.scripts.points import Points, Quote
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.token_text import Token, TokenText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arcareer.content.script_models import CallScript
    from arcareer.domain.messages import MessageBlank


def texts_of(call: CallScript) -> tuple[str, ...]:
    """Return every text of a call in the order it is said."""
    answers = (one.you_say for one in call.objections)
    said = (*call.prepare, call.opening, *call.questions, *call.offers, *answers, call.close)
    return (*said, call.recap.subject, call.recap.text)


class CallCard(Card):
    """One call from the first sentence to the last."""

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 18), spacing=14)
        self.count = Chip("")
        self._title = Label("", "h2", wrap=True)
        self._use = Label("", "small", wrap=True)
        words = column(spacing=2)
        words.addWidget(self._title)
        words.addWidget(self._use)
        self.body.addLayout(words)
        self.add(FlowBox(self.count))
        self.prepare = Points(self.tr("Have ready"), "check")
        self.opening = Quote(self.tr("Open with"))
        self.questions = Points(self.tr("Ask"))
        self.offers = Points(self.tr("Offer"), "handshake")
        self._objections_title = Label(self.tr("If they say"), "strong")
        self._objections = column(spacing=12)
        self._answers: list[TokenText] = []
        self._rows: list[QWidget] = []
        self.close_ = Quote(self.tr("Close with"))
        self.add(self.prepare)
        self.add(Rule())
        for part in (self.opening, self.questions, self.offers):
            self.add(part)
        self.add(Rule())
        self.add(self._objections_title)
        self.body.addLayout(self._objections)
        self.add(Rule())
        self.add(self.close_)
        self.body.addStretch(1)

    @property
    def spoken(self) -> str:
        """Return the opening as it stands there."""
        return self.opening.text.plain

    def show_call(self, call: CallScript) -> None:
        """Show which call this is."""
        self._title.setText(call.title)
        self._use.setText(call.use_when)
        for old in self._rows:
            self._objections.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._answers = [TokenText("body") for _ in call.objections]
        pairs = zip(call.objections, self._answers, strict=True)
        self._rows = [_objection(objection.they_say, answer) for objection, answer in pairs]
        for new in self._rows:
            self._objections.addWidget(new)

    def show_values(
        self, call: CallScript, values: Mapping[str, str], blanks: Sequence[MessageBlank], left: int
    ) -> None:
        """Show its sentences as far as their blanks are filled."""

        def filled(text: str) -> tuple[Token, ...]:
            return tokens_of(pieces_of(text, values), blanks)

        self.prepare.show_points([filled(one) for one in call.prepare])
        self.opening.text.set_tokens(filled(call.opening))
        self.questions.show_points([filled(one) for one in call.questions])
        self.offers.show_points([filled(one) for one in call.offers])
        for answer, objection in zip(self._answers, call.objections, strict=True):
            answer.set_tokens(filled(objection.you_say))
        self.close_.text.set_tokens(filled(call.close))
        if left:
            self.count.set(self.tr("%n blank(s) left", "", left), "warn", "circle-dashed")
        else:
            self.count.set(self.tr("Nothing left to fill in"), "accent", "circle-check")


def _objection(they_say: str, answer: TokenText) -> QWidget:
    part = QWidget()
    line = row(part, spacing=10)
    line.addWidget(Icon("quote", "text3", 16), 0, Qt.AlignmentFlag.AlignTop)
    words = column(spacing=2)
    words.addWidget(Label(they_say, "small", "text2", wrap=True))
    words.addWidget(answer)
    line.addLayout(words, 1)
    return part
