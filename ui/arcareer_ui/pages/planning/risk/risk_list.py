"""The scored accounts and risks, the highest first, with where each is going."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize

from arcareer.domain.figures import plain_number
from arcareer.domain.risk_cards import RiskCard, RiskKind, RiskState
from arcareer.domain.risks import Band
from arcareer.services.risks import RankedRisk
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.card_list import CardList, CardRow
from arcareer_ui.widgets.chip import ChipText
from arcareer_ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from arcareer_ui.widgets.styling import Tone

ROW = 83
FEWEST_ROWS, MOST_ROWS = 3, 8
BAND_TONES: dict[Band, Tone] = {Band.LOW: "accent", Band.MEDIUM: "warn", Band.HIGH: "danger"}
_BANDS = {
    Band.LOW: QT_TRANSLATE_NOOP("RiskWords", "Low"),
    Band.MEDIUM: QT_TRANSLATE_NOOP("RiskWords", "Medium"),
    Band.HIGH: QT_TRANSLATE_NOOP("RiskWords", "High"),
}
_STATES = {
    RiskState.OPEN: QT_TRANSLATE_NOOP("RiskWords", "Open"),
    RiskState.MITIGATED: QT_TRANSLATE_NOOP("RiskWords", "Mitigated"),
    RiskState.ACCEPTED: QT_TRANSLATE_NOOP("RiskWords", "Accepted"),
}
_KINDS = {
    RiskKind.ACCOUNT: QT_TRANSLATE_NOOP("RiskWords", "Account"),
    RiskKind.RISK: QT_TRANSLATE_NOOP("RiskWords", "Risk"),
}


def band_words(band: Band) -> str:
    """Return a band's name."""
    return QCoreApplication.translate("RiskWords", _BANDS[band])


def state_words(state: RiskState) -> str:
    """Return where a risk stands."""
    return QCoreApplication.translate("RiskWords", _STATES[state])


def kind_words(kind: RiskKind) -> str:
    """Return what a card is about."""
    return QCoreApplication.translate("RiskWords", _KINDS[kind])


def score_words(score: Decimal) -> str:
    """Return a score as it is shown: 66.7."""
    return plain_number(score.quantize(Decimal("0.1"), ROUND_HALF_UP).normalize() + 0)


def known_scores(card: RiskCard) -> tuple[Decimal, ...]:
    """Return the scores of a card over time, oldest first."""
    return tuple(one.score for one in card.scores if one.score is not None)


class RiskList(CardList[RankedRisk]):
    """Subject, score and trend, band or state."""

    def __init__(self) -> None:
        super().__init__("", self._present, lambda risk: risk.card.id)
        self.setAccessibleName(self.tr("Scored accounts and risks"))

    def show_risks(self, risks: Sequence[RankedRisk]) -> None:
        """Show other cards."""
        self.set_items(tuple(risks))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for a few cards."""
        return QSize(240, self._room(MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        """Return room for the fewest that still read as a list."""
        return QSize(200, self._room(FEWEST_ROWS))

    def _room(self, rows: int) -> int:
        return current_theme().px(ROW) * max(1, min(rows, len(self.items)))

    def _present(self, risk: RankedRisk) -> CardRow:
        card, score = risk.card, risk.score
        meta = ", ".join(part for part in (self._score(risk), self._trend(card)) if part)
        if card.state is not RiskState.OPEN:
            chip = ChipText(
                state_words(card.state), "accent" if card.state is RiskState.MITIGATED else "plain", "check"
            )
        elif score.band is None:
            chip = ChipText(self.tr("Too little known"), "line")
        else:
            chip = ChipText(band_words(score.band), BAND_TONES[score.band])
        return CardRow(card.subject, meta, (chip,), f"{card.subject}, {meta}, {chip.text}")

    def _score(self, risk: RankedRisk) -> str:
        if risk.score.score is None:
            return self.tr("No score")
        return self.tr("Score {score}").format(score=score_words(risk.score.score))

    def _trend(self, card: RiskCard) -> str:
        past = known_scores(card)
        if len(past) < 2:
            return ""
        moved = past[-1] - past[-2]
        if not moved:
            return self.tr("unchanged")
        words = self.tr("up {points}") if moved > 0 else self.tr("down {points}")
        return words.format(points=score_words(abs(moved)))
