"""Brag sheets for tests, and readers that get the words back out of what was written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from arcareer.documents.compose import Material, compose
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.document import BragSheet
from arcareer.domain.agenda import Owner
from arcareer.domain.bullets import Bullet
from arcareer.domain.customers import Customer
from arcareer.domain.documents import BragSection, DisclosureLevel, NameVerdict
from arcareer.domain.evidence import EvidenceLink
from arcareer.domain.figures import Basis, FigureScope, Unit
from arcareer.domain.identity import named_id
from arcareer.domain.journal import Win
from arcareer.domain.periods import Period, months
from tests.support.builders import a_customer, a_figure, a_win

THEMES = {"cash": "Cash in", "disputes": "Disputes", "process": "Process"}
HALF = months(2026, 7, 12)
WRITTEN = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)
OWNER = Owner(name="Maya Torres", title="AR Coordinator", employer="Northfield Supply", purpose="Year-end review")
HARLOW = a_customer("Harlow Foods, Inc.", alias="Customer A", spellings=("Harlow",))
NORTHGATE = a_customer("Northgate Freight", alias="Customer B")
CUSTOMERS = (HARLOW, NORTHGATE)

YEAR_OF_WINS = (
    a_win(
        "Recovered a 140-day balance from Harlow Foods",
        id=named_id("recovered"),
        happened_on=date(2026, 9, 29),
        theme="cash",
        situation="Harlow had stopped answering.",
        action="Found the short-paid orders behind 23 invoices.",
        outcome="All of it was in before quarter end.",
        figures=(a_figure(186_400, source="Bank file"),),
        colleagues=("Dana", "Luis"),
        evidence=(EvidenceLink(id=named_id("mail"), title="Mail from Harlow", target="Outbox"),),
        private_notes="Never to be printed.",
    ),
    a_win(
        "Collected $48,200 from Northgate Freight",
        id=named_id("collected"), happened_on=date(2026, 10, 12), theme="cash",
        figures=(a_figure(48_200),),
    ),
    a_win(
        "Closed a pricing dispute", id=named_id("dispute"), happened_on=date(2026, 8, 3), theme="disputes",
        action="Sent the signed price list.", proof="Dispute log",
        figures=(a_figure(12, 21, measure="dispute age", unit=Unit.DAYS, scope=FigureScope.TEAM, currency=""),),
    ),
    a_win(
        "DSO down to 40.2 days", id=named_id("dso-1"), happened_on=date(2026, 8, 31), theme="process",
        figures=(a_figure("40.2", "44.1", measure="DSO", unit=Unit.DAYS, currency="", scope=FigureScope.PORTFOLIO),),
    ),
    a_win(
        "DSO down to 36.8 days", id=named_id("dso-2"), happened_on=date(2026, 11, 30), theme="process",
        figures=(
            a_figure("36.8", "40.2", measure="DSO", unit=Unit.DAYS, currency="", scope=FigureScope.PORTFOLIO),
            a_figure(14, measure="saved a month", unit=Unit.HOURS, currency="", basis=Basis.ESTIMATED),
        ),
    ),
    a_win("Helped the new starter through month end", id=named_id("helped"), happened_on=date(2026, 7, 31)),
)  # fmt: skip


def a_sheet(
    wins: Iterable[Win] = YEAR_OF_WINS,
    *,
    level: DisclosureLevel = DisclosureLevel.HR_FILE,
    customers: Iterable[Customer] = CUSTOMERS,
    owner: Owner = OWNER,
    sections: tuple[BragSection, ...] = tuple(BragSection),
    period: Period = HALF,
    themes: Mapping[str, str] | None = None,
    bullets: Iterable[Bullet] = (),
    verdicts: Iterable[NameVerdict] = (),
) -> BragSheet:
    """Return the sheet of the second half of 2026 unless told otherwise, with names hidden."""
    material = Material(
        wins=tuple(wins),
        owner=owner,
        themes=THEMES if themes is None else themes,
        sections=sections,
        period=period,
        written_at=WRITTEN,
        bullets=tuple(bullets),
    )
    return compose(material, Disclosure.of(level, customers, verdicts))


def opened(data: bytes) -> Document:
    """Open a Word file the way any other program would."""
    return docx.Document(io.BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    """Return the unpacked parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def outline(data: bytes) -> str:
    """Return style and words of every paragraph, table row and picture, one a line."""
    return "\n".join(_outline_lines(opened(data))) + "\n"


def paragraphs(data: bytes) -> list[Paragraph]:
    """Return every paragraph of the body in reading order, those in tables included."""
    document = opened(data)
    return [Paragraph(element, document) for element in document.element.body.iter(qn("w:p"))]


def words(text: str) -> list[str]:
    """Return the words of a text, whatever stands between them."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).split()


def words_of_docx(data: bytes) -> list[str]:
    """Return the words of a Word file's body in reading order."""
    return words(" ".join(paragraph.text for paragraph in paragraphs(data)))


def words_of_html(html: str) -> list[str]:
    """Return the words an HTML view shows, in reading order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return words("".join(reader.found))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        if tag in ("p", "li", "td", "br", "tr"):
            self.found.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.found.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False


def _outline_lines(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                cells = [" / ".join(_said(paragraph) for paragraph in cell.paragraphs) for cell in row.cells]
                yield f"[{block.style.name if block.style else ''}] " + " | ".join(cells)
        else:
            pictures = block._p.findall(f".//{qn('wp:docPr')}")
            described = "".join(f" <{picture.get('name')}: {picture.get('descr')}>" for picture in pictures)
            yield f"{_said(block)}{described}"


def _said(paragraph: Paragraph) -> str:
    name = paragraph.style.name if paragraph.style else ""
    shown = paragraph.text.replace("\n", "⏎").replace("\t", "⇥")
    return f"{name}: {shown}".rstrip()
