"""`log` saves a win as the quick capture does."""

import json
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from arcareer.cli.app import WRONG_USE
from tests.core.cli.conftest import Cli


def test_a_win_is_saved_and_its_id_printed(cli: Cli) -> None:
    answer = cli("log", "Collected $48,200 that was 62 days overdue", "--on", "2026-03-06")
    assert answer.code == 0
    (win,) = json.loads(cli("wins", "list", "--json").out)
    assert win["id"] == str(UUID(answer.out.strip()))
    assert (win["date"], win["headline"]) == ("2026-03-06", "Collected $48,200 that was 62 days overdue")
    assert win["theme"] == "cash"
    assert [figure["text"] for figure in win["figures"]] == ["$48,200 collected", "62 days overdue"]


def test_the_day_may_be_named(cli: Cli) -> None:
    cli("log", "Rang the bank", "--on", "yesterday")
    (win,) = json.loads(cli("wins", "list", "--json").out)
    assert date.today() - date.fromisoformat(win["date"]) <= timedelta(days=2)  # noqa: DTZ011


def test_a_chosen_theme_counts(cli: Cli) -> None:
    cli("log", "Collected $5", "--theme", "risk")
    assert json.loads(cli("wins", "list", "--json").out)[0]["theme"] == "risk"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["log", "  "], "needs a sentence"),
        (["log", "x" * 501], "longer"),
        (["log", "Rang the bank", "--on", "2999-01-01"], "still to come"),
        (["log", "Rang the bank", "--on", "6.3."], "not a date"),
        (["log", "Rang the bank", "--theme", "cahs"], "cash, disputes"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_the_words_of_the_app(cli: Cli, typed: list[str], words: str) -> None:
    answer = cli(*typed)
    assert answer.code == WRONG_USE
    assert words in answer.err
    assert json.loads(cli("wins", "list", "--json").out) == []


def test_a_sentence_that_starts_with_a_dash_can_be_logged(cli: Cli) -> None:
    assert cli("log", "-5% on write-offs this month").code == 0
    assert cli("log", "--", "--no-more-cheques is live").code == 0
    kept = {win["headline"] for win in json.loads(cli("wins", "list", "--json").out)}
    assert kept == {"-5% on write-offs this month", "--no-more-cheques is live"}


def test_a_backup_follows_a_change(cli: Cli, folder: Path) -> None:
    cli("log", "Rang the bank")
    made = set((folder / "backups").iterdir())
    assert made
    cli("wins", "list")
    assert set((folder / "backups").iterdir()) == made
