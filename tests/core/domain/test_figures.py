from decimal import Decimal

import pytest

from arcareer.domain.figures import Figure, Unit, figure_text, value_text


@pytest.mark.parametrize(
    ("value", "unit", "currency", "text"),
    [
        ("48200", Unit.MONEY, "USD", "$48,200"),
        ("48200.5", Unit.MONEY, "USD", "$48,200.50"),
        ("-1250", Unit.MONEY, "EUR", "-€1,250"),
        ("900", Unit.MONEY, "CHF", "CHF 900"),
        ("900", Unit.MONEY, "", "900"),
        ("4.60", Unit.PERCENT, "", "4.6%"),
        ("1", Unit.DAYS, "", "1 day"),
        ("36.8", Unit.DAYS, "", "36.8 days"),
        ("1E+3", Unit.COUNT, "", "1,000"),
        ("2", Unit.TIMES, "", "2 times"),
    ],
)
def test_a_value_reads_as_a_document_prints_it(value: str, unit: Unit, currency: str, text: str) -> None:
    assert value_text(Decimal(value), unit, currency) == text


def test_a_lone_figure_says_value_and_measure() -> None:
    figure = Figure(measure="collected", unit=Unit.MONEY, after=Decimal(48200), currency="USD")
    assert figure_text(figure) == "$48,200 collected"
    assert figure.change is None


def test_a_change_says_both_ends_and_the_unit_once() -> None:
    figure = Figure(measure="DSO", unit=Unit.DAYS, before=Decimal("47.9"), after=Decimal("36.8"))
    assert figure_text(figure) == "DSO 47.9 to 36.8 days"
    assert figure.change == Decimal("-11.1")
