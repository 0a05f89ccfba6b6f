"""The fifteen-second scan over resumes of many layouts: every bullet found once, in order, and nothing kept."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from arcareer.domain.bullets import Bullet
from arcareer.errors import FieldProblem, UserError
from arcareer.progress import Cancelled
from arcareer.prose.scan import Presence
from arcareer.services.resume_scan import ResumeScan, ResumeScanService
from tests.support import resumes
from tests.support.builders import Library, a_figure, a_win
from tests.support.contents import contents

Maker = Callable[[Path], Path]
TWICE = tuple(bullet for job in resumes.JOBS for bullet in job.bullets * 2)


@pytest.fixture
def scans(library: Library) -> ResumeScanService:
    return ResumeScanService(library.checks, library.bullets, library.journal)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the Word resumes as LibreOffice prints them, in one start of it."""
    folder = tmp_path_factory.mktemp("printed")
    makers = (resumes.one_column, resumes.side_by_side, resumes.table_rows, resumes.newspaper)
    pdfs = resumes.as_pdf([make(folder / f"{make.__name__}.docx") for make in makers], folder)
    if pdfs is None:
        pytest.skip("LibreOffice is not installed here, so nothing prints Word files as PDF")
    return {pdf.stem: pdf for pdf in pdfs}


def found(scan: ResumeScan) -> list[str]:
    return [scanned.bullet.text.removesuffix(".") for scanned in scan.bullets]


@pytest.mark.parametrize(
    ("make", "name", "expected"),
    [
        (resumes.one_column, "resume.docx", resumes.BULLETS),
        (resumes.side_by_side, "resume.docx", resumes.BULLETS),
        (resumes.table_rows, "resume.docx", resumes.BULLETS),
        (resumes.newspaper, "resume.docx", TWICE),
        (resumes.boxed, "resume.docx", resumes.BULLETS),
        (resumes.odd_text, "resume.txt", resumes.BULLETS),
        (resumes.plain_statements, "resume.txt", resumes.BULLETS),
        (resumes.markdown, "resume.md", resumes.BULLETS),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_bullet_is_found_once_and_in_order(
    scans: ResumeScanService, tmp_path: Path, make: Maker, name: str, expected: tuple[str, ...]
) -> None:
    scan = scans.read(make(tmp_path / name))
    assert found(scan) == list(expected)
    assert scan.name == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("one_column", resumes.BULLETS),
        ("side_by_side", resumes.BULLETS),
        ("table_rows", resumes.BULLETS),
        ("newspaper", TWICE),
    ],
)
def test_every_bullet_is_found_once_in_a_printed_resume(
    scans: ResumeScanService, printed: dict[str, Path], name: str, expected: tuple[str, ...]
) -> None:
    assert found(scans.read(printed[name])) == list(expected)


@pytest.mark.parametrize("order", ["by row", "by column", "from the bottom", "shuffled"])
@pytest.mark.parametrize("mark", ["-", "•", "o"])
def test_columns_are_read_one_after_the_other_however_they_were_drawn(
    scans: ResumeScanService, tmp_path: Path, order: str, mark: str
) -> None:
    left, right = (
        resumes.placed_lines(job.bullets, x, 660, 42, mark) for job, x in zip(resumes.JOBS, (40, 320), strict=True)
    )
    pieces = [(40.0, 700.0, resumes.NAME), *left, *right]
    if order == "by row":
        pieces.sort(key=lambda piece: (-piece[1], piece[0]))
    elif order == "from the bottom":
        pieces.reverse()
    elif order == "shuffled":
        random.Random(7).shuffle(pieces)
    assert found(scans.read(resumes.drawn_pdf(tmp_path / "resume.pdf", pieces))) == list(resumes.BULLETS)


def test_side_column_of_few_words_stays_out_of_the_bullets(scans: ResumeScanService, tmp_path: Path) -> None:
    skills = [(420.0, 655.0 - 14 * number, skill[:20]) for number, skill in enumerate(("Skills", *resumes.SKILLS))]
    pieces = resumes.placed_lines(resumes.BULLETS, 40, 660, 60, "•") + skills
    pieces.sort(key=lambda piece: (-piece[1], piece[0]))
    assert found(scans.read(resumes.drawn_pdf(tmp_path / "resume.pdf", pieces))) == list(resumes.BULLETS)


def test_dates_at_the_right_make_no_column(scans: ResumeScanService, tmp_path: Path) -> None:
    pieces: list[resumes.Placed] = []
    top = 700.0
    for job in resumes.JOBS * 2:
        pieces += [(40.0, top, job.title), (460.0, top, job.dates)]
        bullets = resumes.placed_lines(job.bullets, 40, top - 16, 90, "•")
        pieces += bullets
        top = bullets[-1][1] - 24
    assert found(scans.read(resumes.drawn_pdf(tmp_path / "resume.pdf", pieces))) == list(resumes.BULLETS * 2)


def test_bullet_goes_on_over_the_page(scans: ResumeScanService, tmp_path: Path) -> None:
    lines = resumes.placed_lines(resumes.BULLETS, 40, 700, 50, "•")
    first, second = lines[:2], [(x, y + 60, text) for x, y, text in lines[2:]]
    assert second[0][2][0].islower()
    pages = ([*first, (300.0, 30.0, "Page 1 of 2")], [*second, (300.0, 30.0, "Page 2 of 2")])
    assert found(scans.read(resumes.drawn_pdf(tmp_path / "resume.pdf", *pages))) == list(resumes.BULLETS)


def test_pasted_resume_is_read_like_a_file(scans: ResumeScanService, tmp_path: Path) -> None:
    text = resumes.odd_text(tmp_path / "resume.txt").read_text("utf-8")
    scan = scans.scan_text(text)
    assert found(scan) == list(resumes.BULLETS)
    assert scan.name == ""


def test_scan_names_the_twelve_signals_and_judges_every_bullet(scans: ResumeScanService, tmp_path: Path) -> None:
    scan = scans.read(resumes.one_column(tmp_path / "resume.docx"))
    signals = {signal.id: signal for signal in scan.signals}
    assert len(signals) == 12
    assert (signals["low-dso"].presence, signals["disputes"].presence) == (Presence.FOUND, Presence.FOUND)
    assert "52 to 41" in signals["low-dso"].words
    scores = {scanned.bullet.text: scanned.report.card.overall for scanned in scan.bullets}
    assert max(scores, key=scores.__getitem__) != resumes.BULLETS[-1]
    assert scores[resumes.BULLETS[-1]] < scores[resumes.BULLETS[1]]


def test_what_the_user_ignores_is_ignored_here_too(library: Library, scans: ResumeScanService) -> None:
    text = "- Managed receivables.\n- Collected [amount] from late payers in two weeks."
    before = scans.scan_text(text)
    placeholder = next(one for one in before.bullets[1].report.findings if one.code == "DET103")
    library.checks.turn_rule_off("VAG101")
    library.checks.ignore_phrase(placeholder)
    after = scans.scan_text(text)
    assert "VAG101" in {one.code for one in before.bullets[0].report.findings}
    assert not {"VAG101", "DET103"} & {one.code for scanned in after.bullets for one in scanned.report.findings}


def test_nothing_of_the_file_is_kept_unless_chosen(library: Library, scans: ResumeScanService, tmp_path: Path) -> None:
    before = contents(library.store)
    scan = scans.read(resumes.one_column(tmp_path / "resume.docx"))
    assert contents(library.store) == before
    assert sorted(path.name for path in library.paths.folder.rglob("*") if path.is_file()) == ["arcareer.db"]
    bullet = cast("Bullet", scans.make_bullet(scan.bullets[1]).after)
    assert library.bullets.all() == (bullet,)
    assert bullet.text == resumes.BULLETS[1]
    assert bullet.win is None


def test_line_too_long_for_a_bullet_is_refused_with_a_reason(scans: ResumeScanService) -> None:
    scan = scans.scan_text("- " + "Called payers and " * 200 + "\n- Rang 4 payers a day")
    with pytest.raises(FieldProblem):
        scans.make_bullet(scan.bullets[0])


def test_wins_for_a_line_share_its_words_rare_ones_first(library: Library, scans: ResumeScanService) -> None:
    backlog = a_win("Cleared the dispute backlog of Harlow Foods", figures=(a_figure(),))
    dispute = a_win("Settled one dispute with Castell")
    unrelated = a_win("Trained two colleagues")
    gone = a_win("Cleared the backlog once more", trashed_at=library.clock.now())
    library.add(backlog, dispute, unrelated, gone)
    scan = scans.scan_text("- Clearing a backlog of disputes with Harlow took two weeks\n- Xyzzy plugh frotz")
    wins = scans.find_wins_for(scan.bullets[0])
    assert [win.id for win in wins][:2] == [backlog.id, dispute.id]
    assert gone.id not in {win.id for win in wins}
    assert scans.find_wins_for(scan.bullets[1]) == ()


def test_word_that_every_win_has_tells_nothing(library: Library, scans: ResumeScanService) -> None:
    library.add(*(a_win(f"Called payer {number}") for number in range(60)), a_win("Wrote the dunning letter"))
    scan = scans.scan_text("- Called about the dunning letter on Monday\n- Rang 4 payers a day")
    assert [win.headline for win in scans.find_wins_for(scan.bullets[0])] == ["Wrote the dunning letter"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("resume.pdf", b"%PDF-1.4\nthis is cut off", "damaged"),
        ("resume.docx", b"PK\x03\x04nothing", "damaged"),
        ("resume.txt", b"", "empty"),
        ("gone.pdf", None, "not there"),
    ],
)
def test_file_that_cannot_be_read_is_told_with_what_to_do(
    scans: ResumeScanService, tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match=says) as told:
        scans.read(path)
    assert "Nothing was read" in str(told.value)


def test_reading_stops_when_asked_to(scans: ResumeScanService, tmp_path: Path) -> None:
    def stop(done: int, total: int, note: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        scans.read(resumes.drawn_pdf(tmp_path / "resume.pdf", [(40, 700, "Hello")]), stop)
