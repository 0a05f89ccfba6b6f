"""Documents of libraries nobody wrote by hand. `tools/documents_report.py` makes all two hundred of them."""

from __future__ import annotations

import pytest

from tests.support.document_trials import trial_of

LARGE = 4
MADE_HERE = tuple(number for number in range(60) if number % 5 != LARGE or number == LARGE)


@pytest.mark.parametrize("number", MADE_HERE)
def test_every_document_is_whole_says_everything_and_each_number_traces(number: int) -> None:
    trial = trial_of(number)
    assert trial.wrong == ()
