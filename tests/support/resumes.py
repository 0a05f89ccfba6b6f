"""Resumes of an imagined coordinator in several layouts, made with what the machine has."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from typing import Any

NAME = "Dana Whitlock"
CONTACT = "dana.whitlock@example.org | 0161 496 0123 | Manchester"
SUMMARY = "Receivables coordinator who would rather ring a payer than write a third reminder."


@dataclass(frozen=True)
class Job:
    """A place of work: what it was called, when, and what was done there."""

    title: str
    dates: str
    bullets: tuple[str, ...]


JOBS = (
    Job(
        "Accounts Receivable Coordinator, Brightwater Packaging",
        "March 2021 – Present",
        (
            (
                "Collected $412,000 of invoices more than 60 days past due in the second quarter of 2023 by "
                "calling the twenty largest accounts every Tuesday and Thursday"
            ),
            "Lowered DSO from 52 to 41 days over two quarters by moving the first reminder ahead of the due date",
            (
                "Settled 37 pricing disputes worth $186,500 with Harlow Foods, Castell Group, Meridian Retail "
                "and Oakfield Trading within six weeks"
            ),
            (
                "Moved 1,240 customer accounts from Sage 200 to NetSuite without a single unapplied receipt "
                "on the first day"
            ),
        ),
    ),
    Job(
        "Credit Control Assistant, Pennine Tool Hire Ltd",
        "June 2018 – February 2021",
        (
            "Matched about 90 remittances a day to open invoices and cut unapplied cash from $74,000 to $6,000",
            "Trained three new colleagues in the dispute log, which halved the time to the first answer",
            "Wrote the credit application form that sales still uses",
        ),
    ),
)
BULLETS = tuple(bullet for job in JOBS for bullet in job.bullets)
SKILLS = ("NetSuite and Sage 200", "Excel with pivot tables and lookups", "Cash application and lockbox")


def one_column(path: Path) -> Path:
    """Write a plain Word resume with list styles, a date behind a tab, and skills in one line."""
    document = _document()
    document.add_heading(NAME, 0)
    document.add_paragraph(CONTACT)
    document.add_heading("Summary", 1)
    document.add_paragraph(SUMMARY)
    document.add_heading("Experience", 1)
    for job in JOBS:
        document.add_paragraph(f"{job.title}\t{job.dates}")
        for bullet in job.bullets:
            document.add_paragraph(bullet, style="List Bullet")
    document.add_heading("Skills", 1)
    document.add_paragraph(" | ".join(SKILLS))
    document.save(str(path))
    return path


def side_by_side(path: Path) -> Path:
    """Write a Word resume whose two columns are the cells of one table: skills at the left, work at the right."""
    document = _document()
    document.add_heading(NAME, 0)
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.width, right.width = 1_600_000, 4_200_000
    left.paragraphs[0].text = "Skills"
    for skill in SKILLS:
        left.add_paragraph(skill)
    right.paragraphs[0].text = "Experience"
    for job in JOBS:
        right.add_paragraph(job.title)
        right.add_paragraph(job.dates)
        for bullet in job.bullets:
            right.add_paragraph(bullet, style="List Bullet")
    document.save(str(path))
    return path


def table_rows(path: Path) -> Path:
    """Write a Word resume with a table row a job, typed marks and line breaks in one paragraph for the bullets."""
    document = _document()
    document.add_paragraph(NAME)
    document.add_paragraph(CONTACT)
    table = document.add_table(rows=0, cols=2)
    for job in JOBS:
        when, what = table.add_row().cells
        when.paragraphs[0].text = job.dates
        what.paragraphs[0].text = job.title
        what.add_paragraph("\n".join(f"• {bullet}" for bullet in job.bullets))
    document.save(str(path))
    return path


def newspaper(path: Path) -> Path:
    """Write a Word resume whose body flows through two columns of the page, under a head over both."""
    document = _document()
    document.add_heading(NAME, 0)
    document.add_paragraph(CONTACT)
    section = document.add_section(0)
    (columns,) = section._sectPr.xpath("./w:cols")
    columns.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}num", "2")
    for job in JOBS:
        document.add_heading(job.title.partition(",")[0], 2)
        document.add_paragraph(job.dates)
        for bullet in job.bullets * 2:
            document.add_paragraph(bullet, style="List Bullet")
    document.save(str(path))
    return path


def boxed(path: Path) -> Path:
    """Write a Word resume whose second job stands in a text box, with the copy old programs read beside it."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - heavy, and only these tests need it

    document = _document()
    document.add_paragraph(NAME)
    for bullet in JOBS[0].bullets:
        document.add_paragraph(bullet, style="List Bullet")
    inside = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>{bullet}</w:t></w:r></w:p>'
        for bullet in JOBS[1].bullets
    )
    box = f"<w:txbxContent>{inside}</w:txbxContent>"
    document.add_paragraph("Earlier")._p.append(
        parse_xml(
            '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>'
            f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    document.save(str(path))
    return path


def odd_text(path: Path) -> Path:
    """Write a text file with wrapped lines and a different mark for every bullet."""
    marks = ["•", "-", "*", "➢", "o", "1.", "\uf0b7", "–", "▪"]
    lines = [NAME.upper(), CONTACT, "", "PROFESSIONAL EXPERIENCE", ""]
    number = 0
    for job in JOBS:
        lines += [job.title, job.dates]
        for bullet in job.bullets:
            first, *rest = wrap(bullet, 68)
            lines += [f"  {marks[number % len(marks)]}  {first}", *(f"     {line}" for line in rest)]
            number += 1
        lines.append("")
    lines += ["SKILLS", ", ".join(SKILLS)]
    path.write_text("\n".join(lines), "utf-8")
    return path


def plain_statements(path: Path) -> Path:
    """Write a text file without any marks, in the bytes of an old Windows program."""
    lines = [NAME, CONTACT, "", "Experience"]
    for job in JOBS:
        lines += [job.title, job.dates, *(f"{bullet}." for bullet in job.bullets), ""]
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return path


def markdown(path: Path) -> Path:
    """Write a Markdown resume with headings and stressed words."""
    lines = [f"# {NAME}", CONTACT, "", "## Experience"]
    for job in JOBS:
        lines += ["", f"### {job.title}", f"*{job.dates}*", "", *(f"- {bullet}" for bullet in job.bullets)]
    path.write_text("\n".join(lines), "utf-8")
    return path


def as_pdf(paths: Sequence[Path], folder: Path) -> list[Path] | None:
    """Return Word files as LibreOffice prints them, None where it is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)],
        check=True,
        capture_output=True,
        timeout=150,
    )
    return [folder / f"{path.stem}.pdf" for path in paths]


Placed = tuple[float, float, str]


def placed_lines(texts: Iterable[str], x: float, top: float, width: int, mark: str = "-") -> list[Placed]:
    """Return bullets as wrapped lines from `top` downwards, a mark at `x` and the words hanging behind it."""
    placed: list[Placed] = []
    for text in texts:
        placed.append((x, top, mark))
        for line in wrap(text, width):
            placed.append((x + 12, top, line))
            top -= 13
        top -= 4
    return placed


def drawn_pdf(path: Path, *pages: Sequence[Placed], size: int = 10) -> Path:
    """Write a PDF with text at the given places, in the given order, one text object a page."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        content = _text_object(page, size)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    path.write_bytes(_file(objects))
    return path


def _text_object(page: Iterable[Placed], size: int) -> bytes:
    parts = [f"BT /F1 {size} Tf"]
    at = (0.0, 0.0)
    for x, y, text in page:
        shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        parts.append(f"{x - at[0]:g} {y - at[1]:g} Td ({shown}) Tj")
        at = (x, y)
    return "\n".join([*parts, "ET"]).encode("cp1252")


def _file(objects: Sequence[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + tail


def _document() -> Any:
    from docx import Document  # noqa: PLC0415 - heavy, and only these tests need it

    return Document()
