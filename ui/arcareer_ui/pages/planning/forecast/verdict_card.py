"""What the actuals so far say: the miss beside the baseline, its range, which way it leans, and the win."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from arcareer.domain.forecast_verdicts import PlanVerdict
from arcareer.domain.forecasting import FEWEST_FOR_INDICATION, FEWEST_FOR_USE, Evidence
from arcareer_ui.pages.planning.fact_line import FactLine
from arcareer_ui.pages.planning.forecast.words import percent_words
from arcareer_ui.pages.planning.win_card import WinCard
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.meters import StepBar


class VerdictCard(Card):
    """Below four periods nothing is claimed; from six on the proof is offered where the data say so."""

    def __init__(self) -> None:
        super().__init__(margins=(20, 16, 20, 20), spacing=12)
        self._state = Chip("")
        self.add_heading(self.tr("How close it is"), self._state)
        self._value = Label("", "kpi", tabular=True)
        self._unit = Label(self.tr("mean miss of what came in (WAPE)"), "small", wrap=True)
        figure = QWidget()
        line = row(figure, spacing=10)
        line.addWidget(self._value)
        line.addWidget(self._unit, 1)
        self._figure = figure
        self.add(figure)
        self._naive, self._range, self._bias = FactLine("rotate-ccw"), FactLine("scale"), FactLine("trending-up")
        for part in (self._naive, self._range, self._bias):
            self.add(part)
        self._bar = StepBar(0, FEWEST_FOR_USE, "")
        self.add(self._bar)
        self._why = Label("", "small", wrap=True)
        self.add(self._why)
        self.win = WinCard(self.tr("Asked the ten largest customers for their pay date each Monday"))
        self.win.draft_button.set_label(self.tr("Use as proof"))
        self.add(self.win)

    @property
    def sentence(self) -> str:
        """Return the verdict as it is said aloud."""
        parts = (self._value.text() if not self._figure.isHidden() else "", self._bias.text, self._why.text())
        return ". ".join(part for part in parts if part)

    def show_verdict(self, verdict: PlanVerdict) -> None:
        """Show what may be said."""
        proof = verdict.proof
        come = proof.accuracy.n if proof is not None else 0
        told = proof is not None and verdict.evidence is not Evidence.TOO_FEW and proof.accuracy.wape_pct is not None
        self._figure.setVisible(told)
        self._show_state(verdict.evidence, come)
        naive = range_ = ""
        if proof is not None and told:
            if proof.accuracy.wape_pct is not None:
                self._value.setText(percent_words(proof.accuracy.wape_pct))
            if proof.naive.wape_pct is not None:
                naive = self.tr("Repeating the last period would have missed by {share}").format(
                    share=percent_words(proof.naive.wape_pct)
                )
            if proof.wape_range is not None:
                low, high = (percent_words(one) for one in proof.wape_range)
                range_ = self.tr("In nine of ten re-draws of the periods: {low} to {high}").format(low=low, high=high)
        self._naive.set_text(naive)
        self._range.set_text(range_)
        self._bias.set_text(verdict.bias_words)
        done = min(come, FEWEST_FOR_USE)
        self._bar.set(done, FEWEST_FOR_USE, self.tr("{done} of {all} periods").format(done=come, all=FEWEST_FOR_USE))
        self._bar.setVisible(come < FEWEST_FOR_USE)
        self._why.setText(self._why_words(verdict, come))
        self._why.setVisible(bool(self._why.text()))

    def offer_win(self, verdict: PlanVerdict, headline: str) -> None:
        """Offer the win where the data allow it, or show the one that came of it."""
        self.win.setVisible(verdict.is_proof or bool(headline))
        if headline:
            self.win.show_win(headline)
        elif verdict.from_wape is not None and verdict.to_wape is not None:
            words = self.tr("The miss fell from {first} ({baseline}) to {last}.").format(
                first=percent_words(verdict.from_wape),
                baseline=verdict.baseline,
                last=percent_words(verdict.to_wape),
            )
            self.win.offer(words, self.tr("Say what you did; the figures and the period are there."))

    def _show_state(self, evidence: Evidence, come: int) -> None:
        words = {
            Evidence.TOO_FEW: (self.tr("%n period(s) in", "", come), "line"),
            Evidence.INDICATION: (self.tr("An indication"), "info"),
            Evidence.USABLE: (self.tr("Reliable enough"), "accent"),
        }
        text, tone = words[evidence]
        self._state.set(text, "accent" if tone == "accent" else "info" if tone == "info" else "line")

    def _why_words(self, verdict: PlanVerdict, come: int) -> str:
        if verdict.evidence is Evidence.TOO_FEW and come:
            return self.tr("Below {few} periods no accuracy is claimed. {come} came in so far.").format(
                few=FEWEST_FOR_INDICATION, come=come
            )
        return verdict.why_not
