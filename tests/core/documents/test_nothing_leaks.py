"""Two hundred customers, their mail addresses and every amount are in no byte of any output (P01, P02, P04, E, S30)."""

from __future__ import annotations

import html
import io
import re
from dataclasses import replace
from functools import cache

import pytest
from pypdf import PdfReader

from arcareer.documents.disclosure import Disclosure
from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.leak_gate import check_package, check_texts
from arcareer.documents.markdown_renderer import render_markdown
from arcareer.documents.pdf_renderer import can_render_pdf, render_pdf
from arcareer.documents.preview_html import preview
from arcareer.documents.printed import Printed, printed
from arcareer.documents.review.compose import compose_review, printed_review
from arcareer.documents.text_renderer import render_text
from arcareer.domain.agenda import Owner
from arcareer.domain.documents import BragTemplate, DisclosureLevel, DocumentChoices, DocumentKind
from tests.support.generated_libraries import GeneratedLibrary
from tests.support.generated_reviews import a_generated_review
from tests.support.secrets import SecretLibrary, a_secret_library, digits_of, letters
from tests.support.sheets import a_sheet, parts

REVIEW = "review"
HIDING = (DisclosureLevel.HR_FILE, DisclosureLevel.OUTSIDE)


@cache
def library() -> SecretLibrary:
    return a_secret_library(7)


@cache
def document(level: DisclosureLevel, template: BragTemplate) -> Printed:
    secret = library()
    said = secret.wins[30].headline
    sheet = a_sheet(
        secret.wins,
        level=level,
        customers=secret.secrets.customers,
        owner=Owner(name="Maya Torres", title=said, employer="Northfield Supply", purpose=said),
        bullets=secret.bullets[:40],
    )
    return printed(sheet, template)


@cache
def review(level: DisclosureLevel) -> Printed:
    secret = library()
    said = [win.headline for win in secret.wins]
    generated = GeneratedLibrary(
        number=7,
        flavour="plain",
        wins=secret.wins,
        customers=secret.secrets.customers,
        owner=Owner(name="Maya Torres", title=said[31]),
        bullets=secret.bullets[:40],
    )
    material = a_generated_review(generated, DocumentChoices(document=DocumentKind.REVIEW))
    assert material.case is not None
    case = replace(material.case, asked_for=said[32], gap=said[33], closing=said[34])
    return printed_review(
        compose_review(replace(material, case=case), Disclosure.of(level, secret.secrets.customers)),
        BragTemplate.PROMOTION,
    )


@cache
def outputs(level: DisclosureLevel, kind: str) -> dict[str, str]:
    """Return everything that can be read in each kind of output, unzipped."""
    one = review(level) if kind == REVIEW else document(level, BragTemplate(kind))
    data = render_docx(one, embed_fonts=False)
    check_package(data, one, "Brag sheet.docx")
    word = {name: part.decode("utf-8", "replace") for name, part in parts(data).items() if "/media/" not in name}
    every = {f"docx {name}": html.unescape(text) for name, text in word.items()}
    every |= {f"docx {name} joined": html.unescape(re.sub(r"<[^>]+>", "", text)) for name, text in word.items()}
    every |= {"md": render_markdown(one), "txt": render_text(one), "html": html.unescape(preview(one).html)}
    if can_render_pdf() and kind != BragTemplate.PLAIN:
        reader = PdfReader(io.BytesIO(render_pdf(one)))
        every["pdf"] = "\n".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    for name, text in every.items():
        check_texts(((name, text),), one, "Brag sheet.md") if name in ("md", "txt", "pdf") else None
    return every


@pytest.mark.parametrize(
    ("level", "kind"),
    [
        *((level, kind) for level in HIDING for kind in (REVIEW, BragTemplate.PROMOTION)),
        (HIDING[1], BragTemplate.PLAIN),
    ],
)
def test_no_name_and_no_address_is_in_any_output(level: DisclosureLevel, kind: str) -> None:
    secrets = library().secrets
    names = {letters(customer.name.partition(",")[0]) for customer in secrets.customers}
    for output, text in outputs(level, kind).items():
        bare = letters(text)
        is_markup = output.startswith("docx") and "joined" not in output  # short names are words of XML too
        assert [name for name in names if len(name) > (8 if is_markup else 5) and name in bare] == [], output
        ways = [way for way in secrets.spellings if len(way) > 8 or not is_markup]
        ways = [way for way in ways if way in text]
        assert [way for way in ways if re.search(rf"(?<!\w){re.escape(way)}(?!\w)", text)] == [], output
        assert [one for one in secrets.addresses if one in text] == [], output
        assert re.search(r"\w@\w+\.\w", text) is None, output


@pytest.mark.parametrize("kind", [REVIEW, BragTemplate.PROMOTION, BragTemplate.PLAIN])
def test_no_amount_and_no_invoice_is_in_any_output_for_outside(kind: str) -> None:
    secrets = library().secrets
    exact = {digits_of(amount) for amount in secrets.amounts}
    for output, text in outputs(DisclosureLevel.OUTSIDE, kind).items():
        read = {found.rstrip(".,' ") for found in re.findall(r"\d[\d.,' ]*", text)}
        assert sorted(one for one in exact & read if len(re.sub(r"\D", "", one)) > 3) == [], output
        assert [amount for amount in secrets.amounts if amount in text] == [], output
        assert [number for number in secrets.numbers if number in text] == [], output


def test_amounts_stay_for_the_hr_file_and_everything_stays_inside() -> None:
    secrets = library().secrets
    shown = outputs(DisclosureLevel.HR_FILE, BragTemplate.PROMOTION)["txt"]
    assert sum(amount in shown for amount in secrets.amounts) > len(secrets.amounts) * 0.95
    inside = render_text(document(DisclosureLevel.INTERNAL, BragTemplate.PROMOTION))
    assert all(address in inside for address in secrets.addresses)
    assert all(way.replace("\n", " ") in inside.replace("\n", " ") for way in secrets.spellings)


def test_what_is_copied_keeps_to_the_level() -> None:
    secret = library()
    for level in HIDING:
        disclosure = Disclosure.of(level, secret.secrets.customers)
        for win, address, amount in zip(secret.wins, secret.secrets.addresses, secret.secrets.amounts, strict=True):
            said = disclosure.hide(win.outcome)
            assert address not in said
            assert disclosure.names_in(re.sub(r"Client \w{4}", "", said)) == ()
            assert (amount in said) == (level is DisclosureLevel.HR_FILE)
