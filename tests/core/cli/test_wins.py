"""`wins list` and `wins import`."""

import csv
import json
from pathlib import Path

import pytest

from arcareer.cli.app import FINDINGS, WRONG_USE
from tests.core.cli.conftest import Cli

BULLETS = Path(__file__).parents[4] / "shared" / "devset" / "bullets.jsonl"


@pytest.fixture
def three(cli: Cli) -> Cli:
    cli("log", "Collected $500 from the depot", "--on", "2026-01-10")
    cli("log", "Cut DSO from 47.9 to 36.8 days", "--on", "2026-02-10")
    cli("log", "Trained a new starter", "--on", "2026-03-10")
    return cli


def table(path: Path, rows: list[tuple[str, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def headlines(cli: Cli, *options: str) -> list[str]:
    return [win["headline"] for win in json.loads(cli("wins", "list", "--json", *options).out)]


def test_wins_are_listed_newest_first(three: Cli) -> None:
    assert headlines(three) == [
        "Trained a new starter",
        "Cut DSO from 47.9 to 36.8 days",
        "Collected $500 from the depot",
    ]


def test_a_listed_win_has_the_documented_keys(three: Cli) -> None:
    win = json.loads(three("wins", "list", "--json", "--search", "DSO").out)[0]
    assert list(win) == ["id", "date", "headline", "theme", "competencies", "figures", "customers"]
    (figure,) = win["figures"]
    assert figure == {
        "text": "DSO 47.9 to 36.8 days", "measure": "DSO", "unit": "days", "before": 47.9, "after": 36.8,
        "currency": "", "period": "", "scope": "mine", "basis": "measured", "source": "",
    }  # fmt: skip


def test_period_and_words_narrow_the_list(three: Cli) -> None:
    assert headlines(three, "--from", "2026-02-01") == ["Trained a new starter", "Cut DSO from 47.9 to 36.8 days"]
    assert headlines(three, "--from", "2026-02-01", "--to", "2026-02-28") == ["Cut DSO from 47.9 to 36.8 days"]
    assert headlines(three, "--search", "dep") == ["Collected $500 from the depot"]
    assert headlines(three, "--from", "2026-03-01", "--to", "2026-02-01") == []


def test_without_json_a_win_is_a_line(three: Cli) -> None:
    lines = three("wins", "list").out.splitlines()
    assert lines[2] == "2026-01-10  Cash in   Collected $500 from the depot  [$500 collected]"
    assert len(lines) == 3


def test_an_import_says_what_was_taken_and_what_was_not(cli: Cli, tmp_path: Path) -> None:
    path = table(tmp_path / "wins.csv", [("Date", "Win"), ("2026-01-10", "Rang the bank"), ("", ""), ("", "Fixed it")])
    answer = cli("wins", "import", path, "--yes")
    assert answer.code == 0
    assert "taken, line 2, 2026-01-10: Rang the bank" in answer.out
    assert "left out, line 3, blank" in answer.out
    assert answer.out.splitlines()[-1] == "2 wins taken, 0 already there, 2 left out."
    assert sorted(headlines(cli)) == ["Fixed it", "Rang the bank"]


def test_the_same_import_again_takes_nothing(cli: Cli, tmp_path: Path) -> None:
    path = table(tmp_path / "wins.csv", [("Win",), ("Rang the bank",), ("Fixed it",)])
    cli("wins", "import", path, "--yes")
    answer = cli("wins", "import", path, "--yes")
    assert answer.code == 0
    assert answer.out.splitlines()[-1] == "0 wins taken, 2 already there, 1 left out."
    assert len(headlines(cli)) == 2


class Terminal:
    """A person at the keyboard who answers once."""

    def __init__(self, answer: str) -> None:
        self.answer = answer

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return self.answer


@pytest.mark.parametrize(("answer", "taken"), [("y\n", 1), ("n\n", 0), ("", 0)])
def test_a_person_is_asked_first(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, taken: int
) -> None:
    path = table(tmp_path / "wins.csv", [("Win",), ("Rang the bank",)])
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    said = cli("wins", "import", path)
    assert said.code == 0
    assert "1 win that your journal does not have yet" in said.err
    assert len(headlines(cli)) == taken


def test_a_file_without_wins_is_an_answer_of_its_own(cli: Cli, tmp_path: Path) -> None:
    answer = cli("wins", "import", table(tmp_path / "wins.csv", [("Win",)]), "--yes")
    assert answer.code == FINDINGS
    assert "No win was found" in answer.err


def test_a_file_that_is_not_there_is_wrong_use(cli: Cli, tmp_path: Path) -> None:
    answer = cli("wins", "import", tmp_path / "gone.csv", "--yes")
    assert answer.code == WRONG_USE
    assert "gone.csv" in answer.err


def test_unknown_customers_are_named_and_kept(cli: Cli, tmp_path: Path) -> None:
    path = table(tmp_path / "wins.csv", [("Win", "Customer"), ("Rang about the invoice", "Fenwick Foods")])
    assert "Fenwick Foods" in cli("wins", "import", path, "--yes").err
    assert json.loads(cli("wins", "list", "--json").out)[0]["customers"] == []


def test_a_markdown_list_is_a_list_of_wins(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "wins.md"
    path.write_text("# Wins\n\n- Rang the bank\n- Collected $500\n", encoding="utf-8")
    cli("wins", "import", path, "--yes")
    assert sorted(headlines(cli)) == ["Collected $500", "Rang the bank"]


def test_sixty_two_real_bullets_are_all_listed(cli: Cli, tmp_path: Path) -> None:
    if not BULLETS.exists():
        pytest.skip("the bullets of the optional data folder are not here")
    lines = BULLETS.read_text(encoding="utf-8").splitlines()[:62]
    texts = [json.loads(line)["text"] for line in lines]
    answer = cli("wins", "import", table(tmp_path / "bullets.csv", [("text",), *((text,) for text in texts)]))
    assert answer.out.splitlines()[-1].startswith("62 wins taken")
    assert sorted(headlines(cli)) == sorted(texts)
