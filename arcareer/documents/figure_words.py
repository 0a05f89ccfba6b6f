"""Figures in words for the readers of a document: as they were entered, or money as bands and rates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from arcareer.documents.banding import Bands, rate
from arcareer.documents.claims import Claim, ClaimKind, band_claim
from arcareer.documents.wording import change_of, course_of, named_value, split_bound
from arcareer.domain.figures import Figure, Unit, value_text

_SHARE = "change divided by what was before"


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Says figures; with `bands` no amount of money is said exactly."""

    bands: Bands | None = None

    def value(self, value: Decimal, unit: Unit, currency: str = "") -> str:
        """Return one value: "$48,200", or "$25,000 to $50,000"."""
        if self.bands is None or unit is not Unit.MONEY:
            return value_text(value, unit, currency)
        return self.bands.words(value, currency=currency)

    def named(self, figure: Figure) -> tuple[str, str]:
        """Return what a figure measures, with a capital, and its value with the bound the user gave it."""
        if self.bands is None or figure.unit is not Unit.MONEY:
            return named_value(figure)
        measure, bound = split_bound(figure)
        limit = self.bands.limit(figure.after, figure.currency, upward=bound == "or more") if bound else ""
        value = f"{limit} {bound}" if limit else self.value(figure.after, figure.unit, figure.currency)
        return measure[:1].upper() + measure[1:], value

    def headline(self, figure: Figure) -> tuple[str, str, str]:
        """Return what a figure measures, its value, and how it came there; a change of money is a rate."""
        measure, value = self.named(figure)
        if share := self._share(figure):
            return measure, share, ""
        return measure, value, "" if self._is_banded(figure) else course_of(figure)

    def change(self, figure: Figure) -> str:
        """Return the change: "11.1 days lower", "36% lower", "unchanged"; empty for a lone value."""
        if not self._is_banded(figure) or not figure.change:
            return change_of(figure)
        share = rate(figure.before or Decimal(0), figure.after)
        return f"{share} {'lower' if figure.change < 0 else 'higher'}" if share else ""

    def claim(self, claim: Claim, figure: Figure) -> Claim:
        """Return what stands behind the words of a figure: its claim, or that of the band or rate in its place."""
        if not self._is_banded(figure):
            return claim
        if claim.kind is ClaimKind.COMPUTED or self._share(figure):
            return replace(claim, kind=ClaimKind.COMPUTED, formula=_SHARE, inputs=())
        return band_claim(claim)

    def _is_banded(self, figure: Figure) -> bool:
        return self.bands is not None and figure.unit is Unit.MONEY

    def _share(self, figure: Figure) -> str:
        if not self._is_banded(figure) or figure.before is None or not figure.change:
            return ""
        share = rate(figure.before, figure.after)
        return f"{'down' if figure.change < 0 else 'up'} {share}" if share else ""
