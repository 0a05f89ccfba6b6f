"""One page stays one page and says what it left out."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from arcareer.documents.document import BragSheet, EvidenceAppendix, FiguresTable, OneLiners, Wins
from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.one_page import fitted
from arcareer.documents.printed import printed
from arcareer.domain.agenda import Owner
from arcareer.domain.documents import BragSection, BragTemplate
from arcareer.domain.journal import Win
from tests.support.builders import a_bullet, a_figure, a_win
from tests.support.sheets import THEMES, YEAR_OF_WINS, a_sheet

SOFFICE = shutil.which("soffice")


def many(count: int, seed: int = 0) -> Iterator[Win]:
    chance = random.Random(seed)
    for number in range(count):
        words = " ".join(
            chance.choice(("collected", "balance", "WWWWWW", "a", "dispute", "iiii"))
            for _ in range(chance.randint(1, 40))
        )
        yield a_win(
            f"Win {number:04} {words}",
            happened_on=date(2026, chance.randint(7, 12), chance.randint(1, 28)),
            theme=chance.choice((*THEMES, "")),
            action="Rang them every week. " * chance.choice((0, 0, 1, 12)),
            figures=(a_figure(number + 1, chance.choice((None, 9)), measure=words[:30]),) if number % 3 else (),
        )


def shown(sheet: BragSheet) -> list[str]:
    return [str(entry.headline)[:8] for entry in sheet.entries]


def test_everything_that_fits_is_there_with_its_story() -> None:
    sheet = fitted(a_sheet())
    assert len(sheet.entries) == len(YEAR_OF_WINS)
    assert all(entry.is_story == bool(entry.details) for entry in sheet.entries)
    assert sum(entry.is_story for entry in sheet.entries) == 2
    assert sheet.left_out == "Not on this page: the key figures and the proof."


def test_bullets_take_a_quarter_of_the_page_at_most() -> None:
    bullets = [a_bullet(f"Bullet {number:03} collected $48,200 " + "of overdue balances " * 6) for number in range(80)]
    sheet = fitted(a_sheet(many(300), bullets=bullets))
    (kept,) = (section for section in sheet.sections if isinstance(section, OneLiners))
    assert [str(line.text)[:10] for line in kept.lines] == [f"Bullet {number:03}" for number in range(len(kept.lines))]
    assert 5 < len(kept.lines) < 40
    assert sheet.left_out.startswith(f"Not on this page: {80 - len(kept.lines)} of 80 bullets, ")
    assert sheet.entries
    few = fitted(a_sheet(bullets=bullets[:1]))
    assert "bullet" not in few.left_out


def test_what_has_no_room_is_counted() -> None:
    sheet = fitted(a_sheet(many(300)))
    left = 300 - len(sheet.entries)
    assert 0 < left < 300
    assert sheet.left_out.startswith(f"Not on this page: {left} of 300 wins")
    assert not [section for section in sheet.sections if isinstance(section, FiguresTable | EvidenceAppendix)]


def test_every_theme_keeps_a_place_and_says_how_many_it_had() -> None:
    sheet = fitted(a_sheet(many(300)))
    (wins,) = (section for section in sheet.sections if isinstance(section, Wins))
    assert [group.label for group in wins.groups] == [*THEMES.values(), "More wins"]
    assert sum(group.total for group in wins.groups) == 300


def test_wins_with_a_number_stay_before_others_and_newer_before_older() -> None:
    wins = [
        a_win(f"Win {n:04}", theme="cash", happened_on=date(2026, 8, 1 + n % 28), figures=(a_figure(),) * (n % 2))
        for n in range(200)
    ]
    kept = fitted(a_sheet(wins, sections=(BragSection.WINS,)))
    assert all(entry.has_number for entry in kept.entries)
    days = [entry.happened_on for entry in kept.entries]
    assert days == sorted(days, reverse=True)
    assert days[0] == date(2026, 8, 28)


def test_a_sheet_with_nothing_left_out_says_nothing() -> None:
    assert fitted(a_sheet([a_win("Alone")])).left_out == ""
    assert fitted(a_sheet([])).left_out == ""


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_it_is_one_page_on_paper(tmp_path: Path) -> None:
    long = Owner(
        name="Wolfeschlegelsteinhausenbergerdorff " * 3, title="T" * 150, employer="E" * 150, purpose="p " * 80
    )
    sheets = {f"seed{seed}": a_sheet(many(5 + seed * 20, seed)) for seed in range(5)}
    sheets |= {"long": a_sheet([a_win("W" * 500), *many(40, 9)], owner=long), "year": a_sheet(), "none": a_sheet([])}
    for name, sheet in sheets.items():
        (tmp_path / f"{name}.docx").write_bytes(render_docx(printed(sheet, BragTemplate.ONE_PAGE)))
    pages_of = _pages(tmp_path)
    assert pages_of == dict.fromkeys(sheets, 1)


def _pages(folder: Path) -> dict[str, int]:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    files = sorted(folder.glob("*.docx"))
    command = [SOFFICE or "", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {file.stem: len(PdfReader(file.with_suffix(".pdf")).pages) for file in files}
