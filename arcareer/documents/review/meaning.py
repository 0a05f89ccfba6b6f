"""What a result means in cash, days of sales or hours a month: an estimate as a range, with its formula."""

from __future__ import annotations

from dataclasses import dataclass

from arcareer.documents.claims import computed_claim, figure_key
from arcareer.documents.review.choosing import Picked
from arcareer.documents.review.pen import Pen
from arcareer.documents.text import NOTHING, Text, own
from arcareer.domain.figures import value_text
from arcareer.domain.money_facts import MoneyFacts
from arcareer.domain.money_meanings import Meaning, Per, Translated, Translation
from arcareer.domain.money_translator import translate

_NAMES = {
    Meaning.CASH_RELEASED: "Cash released",
    Meaning.DAYS_OF_SALES: "Days of sales",
    Meaning.FINANCING: "Financing saved",
    Meaning.LESS_OVERDUE: "Less overdue",
    Meaning.LESS_WRITTEN_OFF: "Less written off",
    Meaning.HOURS_A_MONTH: "Time saved",
}
_RHYTHMS = {Per.ONCE: "", Per.MONTH: " a month", Per.YEAR: " a year"}


@dataclass(frozen=True, slots=True)
class ResultMeaning:
    """A result of page one with what it means, and what would have to be known to say more."""

    result: Picked
    translated: Translated


def meaning_of(result: Picked, facts: MoneyFacts) -> ResultMeaning:
    """Return what a result means with what the library knows beside it."""
    return ResultMeaning(result, translate(result.whole.figure, facts))


def meaning_text(result: Picked, facts: MoneyFacts, pen: Pen) -> Text:
    """Return the first thing a result means, in a sentence; nothing where amounts are hidden or no formula fits."""
    if pen.disclosure.hides_amounts:
        return NOTHING
    told = (one for one in meaning_of(result, facts).translated.found if one.meaning in _NAMES)
    first = next(told, None)
    return NOTHING if first is None else _told(result, first)


def _told(result: Picked, one: Translation) -> Text:
    low, high = (value_text(end, one.unit, one.currency) for end in (one.low, one.high))
    span = low if low == high else f"{low} to {high}"
    once = " once" if one.meaning is Meaning.CASH_RELEASED else _RHYTHMS[one.per]
    key = f"meaning:{figure_key(result.win, result.win.figures[result.at])}:{one.meaning}"
    claim = computed_claim(key, one.formula, one.inputs)
    return own(f"{_NAMES[one.meaning]}{once}, estimated: {span} = {one.formula}.", claim)
