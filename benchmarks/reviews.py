"""How long a promotion review takes to leave the house, as Word file and as PDF, beside pandoc on the same text."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from arcareer.bootstrap import App
from arcareer.cli.opening import opened
from arcareer.documents.markdown_renderer import render_markdown
from arcareer.documents.printed import Printed
from arcareer.documents.review.compose import printed_review
from arcareer.documents.writer import write_document
from arcareer.domain.changes import Edit, EditGroup, EntityKind
from arcareer.domain.documents import DocumentChoices, DocumentKind, PeriodKind
from arcareer.domain.identity import named_id
from arcareer.domain.journal import Win
from arcareer.domain.periods import ALL_TIME, Period
from benchmarks.measure import Measure, median_pair, median_seconds

COUNTS = (60, 500)
_RUNS = 3
_YEAR = timedelta(days=364)


def reviews() -> tuple[Measure, ...]:
    """Measure the review of the sample year with 60 and with 500 wins, made ready, checked and saved."""
    return tuple(measure for count in COUNTS for measure in _of(count))


def _of(count: int) -> Iterator[Measure]:
    with tempfile.TemporaryDirectory(prefix="arcareer-bench-") as here:
        folder = Path(here)
        with opened(folder / "library") as app:
            _fill(app, count)
            seconds = median_seconds(lambda: _document(app), runs=_RUNS)
            yield Measure(f"review of {count} wins, made ready", seconds * 1000, "ms")
            # typst remembers what it has set before; nobody saves the same words twice, so each run has its own.
            documents = [_reworded(app, number) for number in range(2 * (_RUNS + 1))]
        pandoc = shutil.which("pandoc")
        for kind, ending, some in (("Word file", "docx", documents[::2]), ("PDF", "pdf", documents[1::2])):
            following = iter(some)
            ours = _saver(following, folder / f"review.{ending}")
            if pandoc is None:
                yield Measure(f"review of {count} wins, {kind}", median_seconds(ours, runs=_RUNS) * 1000, "ms")
                continue
            source = folder / "review.md"
            source.write_text(render_markdown(some[0]), encoding="utf-8")
            command = [pandoc, str(source), "-o", str(folder / "pandoc.docx")]
            saved, theirs = median_pair(ours, _runner(command), runs=_RUNS)
            named = f"review of {count} wins, {kind}, checked and saved"
            yield Measure(named, saved * 1000, "ms", "pandoc, Word file", theirs * 1000)


def _saver(documents: Iterator[Printed], path: Path) -> Callable[[], object]:
    return lambda: write_document(next(documents), path)


def _runner(command: list[str]) -> Callable[[], object]:
    return lambda: subprocess.run(command, check=True)


def _fill(app: App, count: int) -> None:
    app.sample.fill()
    wins = app.journal.wins(ALL_TIME)
    more = (_copy(wins[number % len(wins)], number) for number in range(count - len(wins)))
    app.edits.apply(EditGroup("More wins", tuple(Edit("", EntityKind.WIN, None, win) for win in more)))
    for win in wins[count:]:
        app.journal.move_to_trash([win.id])


def _copy(win: Win, number: int) -> Win:
    return replace(win, id=named_id("copy", str(number)), headline=f"{win.headline}, case {number}", evidence=())


def _document(app: App) -> Printed:
    today = app.clock.today()
    period = Period(today - _YEAR, today)
    choices = DocumentChoices(document=DocumentKind.REVIEW, period_kind=PeriodKind.CUSTOM, custom_period=period.key)
    return printed_review(app.promotion_reviews.compose(choices), choices.template)


def _reworded(app: App, number: int) -> Printed:
    """Return the document after every win was told a little differently."""
    wins = app.journal.wins(ALL_TIME)
    changed = (replace(win, headline=f"{win.headline} {number}", proof=f"{win.proof} {number}") for win in wins)
    edits = (Edit("", EntityKind.WIN, before, after) for before, after in zip(wins, changed, strict=True))
    app.edits.apply(EditGroup("Other words", tuple(edits)))
    return _document(app)
