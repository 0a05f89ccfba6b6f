"""How long a brag sheet takes as a Word file, how that grows, and how it stands beside pandoc on the same text."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from arcareer.documents.blocks import Block, Cards, ChartRow, Paragraph, Story, Style, Table, runs_of
from arcareer.documents.compose import Material, compose
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.document import BragSheet
from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.printed import printed
from arcareer.documents.writer import write_document
from arcareer.domain.agenda import Owner
from arcareer.domain.customers import Customer
from arcareer.domain.documents import BragSection, BragTemplate, DisclosureLevel
from arcareer.domain.figures import Figure, Unit
from arcareer.domain.identity import named_id
from arcareer.domain.journal import Win
from arcareer.domain.periods import months
from benchmarks.measure import Measure, median_pair, median_seconds

THEMES = {"cash": "Cash in", "disputes": "Disputes", "process": "Process"}
CUSTOMERS = tuple(
    Customer(id=named_id(str(number)), name=f"Harlow{number} Foods Ltd.", alias=f"Customer {number}")
    for number in range(50)
)
PROMOTION = BragTemplate.PROMOTION
_MARKS = {Style.TITLE: "# ", Style.HEADING1: "# ", Style.HEADING2: "## ", Style.HEADING3: "### ", Style.BULLET: "- "}


def documents() -> tuple[Measure, ...]:
    """Measure composing, writing and saving 50, 500 and 5,000 wins, and writing 500 in turn with pandoc."""
    sheets = {count: sheet(count) for count in (50, 500, 5000)}
    small = median_seconds(lambda: render_docx(printed(sheets[50], PROMOTION)), runs=5)
    middle, large = median_pair(
        lambda: render_docx(printed(sheets[500], PROMOTION)),
        lambda: render_docx(printed(sheets[5000], PROMOTION)),
        runs=3,
    )
    return (
        Measure("Word file of 50 wins", small * 1000, "ms"),
        Measure("Word file of 500 wins", middle * 1000, "ms"),
        Measure("Word file of 5,000 wins", large * 1000, "ms", "10 x 500 wins", middle * 10_000, aim=1.2, limit=2),
        *_beside_pandoc(sheets[500]),
        *_from_library_to_disk(),
    )


def _beside_pandoc(wins: BragSheet) -> Iterator[Measure]:
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "sheet.md", Path(folder) / "sheet.docx"
        source.write_text("\n\n".join(map(_markdown, printed(wins, PROMOTION).blocks)), encoding="utf-8")
        command = [pandoc, str(source), "-o", str(target)]
        ours, theirs = median_pair(
            lambda: render_docx(printed(wins, PROMOTION)), lambda: subprocess.run(command, check=True), runs=5
        )
        yield Measure("500 wins beside pandoc", ours * 1000, "ms", "pandoc", theirs * 1000, aim=1, limit=1)
        saved, theirs = median_pair(
            lambda: write_document(printed(wins, PROMOTION), target),
            lambda: subprocess.run(command, check=True),
            runs=5,
        )
        yield Measure("the same checked and saved", saved * 1000, "ms", "pandoc", theirs * 1000, aim=1)


def _from_library_to_disk() -> Iterator[Measure]:
    yield Measure("composing 500 wins, 50 customers hidden", median_seconds(lambda: sheet(500), runs=5) * 1000, "ms")


def sheet(count: int) -> BragSheet:
    """Return a sheet of so many wins, a third of them with a story, with 50 customers to hide."""
    material = Material(
        wins=tuple(_win(number) for number in range(count)),
        owner=Owner(name="Maya Torres", title="Accounts Receivable Coordinator"),
        themes=THEMES,
        sections=tuple(BragSection),
        period=months(2026, 1, 12),
        written_at=datetime(2026, 12, 3, tzinfo=UTC),
    )
    return compose(material, Disclosure.of(DisclosureLevel.HR_FILE, CUSTOMERS))


def _win(number: int) -> Win:
    told = number % 3 == 0
    before = Decimal(number % 40 + 20) if number % 5 == 0 else None
    return Win(
        id=named_id("win", str(number)),
        headline=f"Collected the old balance of Harlow{number % 50} Foods after call {number} and kept the account",
        happened_on=date(2026, 1, 1) + timedelta(days=number % 365),
        logged_at=datetime(2026, 12, 1, tzinfo=UTC),
        theme=tuple(THEMES)[number % 3],
        situation="The account had gone quiet after two broken promises and nobody had rung." if told else "",
        action="Rang every week, wrote down each promise and took the list to their controller." if told else "",
        outcome="Paid in full within the month." if told else "",
        proof="Bank receipt" if number % 4 == 0 else "",
        figures=(
            Figure(measure="collected", unit=Unit.MONEY, currency="USD", after=Decimal(number + 1), before=before),
        ),
    )


def _markdown(block: Block) -> str:
    words = "".join(str(run.text) for run in runs_of(block))
    match block:
        case Paragraph():
            return _MARKS.get(block.style, "") + words.replace("\n", "  \n  ")
        case Table():
            head = "|".join(column.heading for column in block.columns)
            rows = ("|".join("".join(str(run.text) for run in cell) for cell in row.cells) for row in block.rows)
            return "\n".join((f"|{head}|", "|" + "---|" * len(block.columns), *(f"|{row}|" for row in rows)))
        case Story():
            return words.replace("\n", "  \n")
        case Cards() | ChartRow():
            return words
