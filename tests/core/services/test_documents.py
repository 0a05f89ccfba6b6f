"""The one door: what is written or copied is what the ledger has cleared, in every format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from arcareer.bootstrap import App, open_app
from arcareer.documents.claim_ledger import LineState, Untraced
from arcareer.documents.claim_notes import NOTES_HEADING
from arcareer.documents.form_blocks import blocks_for
from arcareer.documents.pdf_renderer import can_render_pdf
from arcareer.domain.bullets import Bullet
from arcareer.domain.documents import (
    BragTemplate,
    DisclosureLevel,
    DocumentChoices,
    DocumentKind,
    FormQuestion,
    PeriodKind,
)
from arcareer.domain.figures import Figure
from arcareer.domain.identity import named_id
from arcareer.domain.journal import Win, WinDraft
from arcareer.domain.periods import ALL_TIME, Period, months
from arcareer.domain.recency import Share
from arcareer.paths import LibraryPaths
from arcareer.services.documents import ReadyDocument
from tests.support.builders import a_figure
from tests.support.clock import FakeClock
from tests.support.pdfs import pages_of
from tests.support.sheets import opened

YEAR = months(2026, 1, 12)
CHOICES = DocumentChoices(period_kind=PeriodKind.CUSTOM, custom_period="2026")
QUESTION = FormQuestion(
    id=named_id("box"), at=0, question="What did you achieve?", limit=400, sections=("wins", "bullets")
)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """Open an empty library and close it after the test."""
    opened_app = open_app(LibraryPaths(tmp_path / "library"))
    yield opened_app
    opened_app.close()


def a_logged_win(app: App, *figures: Figure) -> Win:
    draft = WinDraft(headline="Collected it", happened_on=date(2026, 2, 10), theme="cash", figures=figures)
    win = app.journal.log_win(draft).after
    assert isinstance(win, Win)
    return win


def a_chosen_bullet(app: App, text: str, win: Win | None = None) -> None:
    bullet = app.bullets.write(text, win.id if win is not None else None).after
    assert isinstance(bullet, Bullet)
    app.bullets.set_in_brag_sheet(bullet, included=True)


def ready(app: App, choices: DocumentChoices = CHOICES) -> ReadyDocument:
    return app.documents.compose(choices, YEAR)


@pytest.mark.parametrize("ending", [".docx", ".md", ".txt", ".pdf"])
def test_a_number_that_traces_to_nothing_stops_every_format(ending: str, app: App, tmp_path: Path) -> None:
    a_chosen_bullet(app, "Saved 31 hours a month")
    with pytest.raises(Untraced, match="“31 hours” in “Saved 31 hours a month”"):
        app.documents.write(ready(app), tmp_path / f"sheet{ending}")
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


def test_it_stops_what_is_copied_too(app: App) -> None:
    a_chosen_bullet(app, "Saved 31 hours a month")
    document = ready(app)
    (block,) = blocks_for(document.printed, [QUESTION])
    with pytest.raises(Untraced):
        app.documents.text(document)
    with pytest.raises(Untraced):
        app.documents.box(document, block)


def test_the_users_own_word_lets_it_go(app: App, tmp_path: Path) -> None:
    a_chosen_bullet(app, "Saved 31 hours a month")
    (line,) = ready(app).ledger.untraced
    app.claims.accept(line.sentence, line.number)
    document = ready(app)
    (block,) = blocks_for(document.printed, [QUESTION])
    assert "Saved 31 hours a month" in app.documents.text(document)
    assert "Saved 31 hours a month" in app.documents.box(document, block)
    assert app.documents.write(document, tmp_path / "sheet.md").read_text(encoding="utf-8").count("31 hours") == 1


def test_one_changed_figure_changes_bullet_ledger_and_every_document_alike(app: App, tmp_path: Path) -> None:
    win = a_logged_win(app, a_figure(48_200))
    a_chosen_bullet(app, "Collected $48,200 in one call", win)
    assert not ready(app).ledger.untraced
    app.journal.save(win, replace(win, figures=(a_figure(52_900),)))
    (line,) = ready(app).ledger.untraced
    assert (line.number, line.sentence) == ("$48,200", "Collected $48,200 in one call")
    (bullet,) = app.bullets.all()
    app.bullets.save(bullet, replace(bullet, text="Collected $52,900 in one call"))
    document = ready(app)
    assert {one.number for one in document.ledger.lines if one.figure} == {"$52,900"}
    (block,) = blocks_for(document.printed, [QUESTION])
    said = [app.documents.text(document), app.documents.box(document, block)]
    for ending in (".md", ".txt"):
        said.append(app.documents.write(document, tmp_path / f"sheet{ending}").read_text(encoding="utf-8"))
    word = opened(app.documents.write(document, tmp_path / "sheet.docx").read_bytes())
    said.append("\n".join(paragraph.text for paragraph in word.paragraphs))
    if can_render_pdf():
        pdf = app.documents.write(document, tmp_path / "sheet.pdf").read_bytes()
        said.append(" ".join(" ".join(pages_of(pdf)).split()))
    (line, *_) = (one for one in document.ledger.lines if one.figure)
    said.append(app.claims.card(line, document.wins[win.id]).measured)
    assert all("$52,900" in words and "48,200" not in words for words in said)


def test_notes_are_printed_where_they_are_wanted(app: App) -> None:
    a_logged_win(app, a_figure(48_200, source="Bank file"))
    assert NOTES_HEADING not in app.documents.text(ready(app))
    noted = app.documents.text(ready(app, replace(CHOICES, numbered_notes=True)))
    assert f"{NOTES_HEADING}\nNote" in noted
    assert "source: Bank file" in noted


def test_both_documents_know_all_their_numbers(app: App) -> None:
    app.sample.fill()
    for kind in DocumentKind:
        for level in DisclosureLevel:
            document = app.documents.compose(
                replace(CHOICES, document=kind, level=level, custom_period="all"), ALL_TIME
            )
            assert document.ledger.lines
            assert {line.state for line in document.ledger.lines} == {LineState.TRACED}


def test_writing_needs_no_library(app: App, tmp_path: Path) -> None:
    a_logged_win(app)
    document = ready(app)
    app.close()
    heard: list[tuple[int, int]] = []

    def hear(done: int, total: int, note: str = "") -> None:
        heard.append((done, total))

    path = app.documents.write(document, tmp_path / "sheet.docx", hear)
    assert "Collected it  February 2026" in [paragraph.text for paragraph in opened(path.read_bytes()).paragraphs]
    assert heard[-1][0] == heard[-1][1]


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (months(2026, 1, 6), "Brag sheet 2026 H1.docx"),
        (months(2026, 7, 9), "Brag sheet 2026 Q3.docx"),
        (YEAR, "Brag sheet 2026.docx"),
        (Period(date(2026, 1, 5), date(2026, 2, 6)), "Brag sheet 2026-01-05 to 2026-02-06.docx"),
        (ALL_TIME, "Brag sheet all wins.docx"),
    ],
)
def test_the_suggested_name_tells_the_period(period: Period, name: str, app: App) -> None:
    assert app.documents.file_name(CHOICES, period) == name


def test_the_suggested_name_tells_the_document_its_reader_and_format(app: App) -> None:
    inside = replace(CHOICES, document=DocumentKind.REVIEW, level=DisclosureLevel.INTERNAL)
    assert app.documents.file_name(inside, YEAR, ".pdf") == "Promotion review 2026-INTERNAL.pdf"


def test_a_year_skewed_to_its_last_quarter_names_its_share_and_the_older_wins_left_out(tmp_path: Path) -> None:
    app = open_app(LibraryPaths(tmp_path / "year"), FakeClock(datetime(2026, 12, 31, 12, tzinfo=UTC)))
    days = [*(date(2026, 2, at) for at in range(1, 6)), *(date(2026, 10, 2) + timedelta(at) for at in range(88))]
    for at, day in enumerate(days):
        app.journal.log_win(
            WinDraft(headline=f"Collected balance {at}", happened_on=day, figures=(a_figure(900 + at),))
        )
    whole = app.documents.compose(CHOICES, YEAR)
    assert (whole.recency.is_skewed, whole.recency.in_last_quarter) == (True, Share(88, 93))
    assert whole.recency.older == ()
    short = app.documents.compose(replace(CHOICES, template=BragTemplate.ONE_PAGE), YEAR)
    app.close()
    left_out = {one.happened_on for one in short.recency.older}
    assert left_out
    assert left_out <= set(days[:5])
    assert short.recency.in_last_quarter.whole < len(days)


def test_names_no_list_has_are_told_and_stand_as_typed_until_they_are_customers(app: App) -> None:
    first = a_logged_win(app, a_figure(48_200))
    app.journal.save(first, replace(first, headline="Collected $48,200 from Harlow Foods", colleagues=("Dana Reeve",)))
    told = WinDraft(headline="Agreed a plan with Harlow Foods and Dana Reeve", happened_on=date(2026, 3, 1))
    app.journal.log_win(replace(told, colleagues=("Dana Reeve",)))
    (found,) = ready(app).unknown_names
    assert (found.name, app.journal.get(found.win) is not None) == ("Harlow Foods", True)
    assert "Harlow Foods" in app.documents.text(ready(app))
    assert ready(app, replace(CHOICES, level=DisclosureLevel.INTERNAL)).unknown_names == ()
    app.customers.add("Harlow Foods")
    assert ready(app).unknown_names == ()
    assert "Harlow" not in app.documents.text(ready(app))
