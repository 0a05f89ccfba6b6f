"""Numbers that name one invoice, order, account or payer, and names of files, in what people type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from arcareer.documents.hiding import Hidden

_REFERENCE: Final = ("a reference", "references")
_KINDS: Final = {
    "inv": ("an invoice", "invoices"),
    "iv": ("an invoice", "invoices"),
    "si": ("an invoice", "invoices"),
    "bill": ("a bill", "bills"),
    "po": ("a purchase order", "purchase orders"),
    "so": ("an order", "orders"),
    "ord": ("an order", "orders"),
    "cm": ("a credit note", "credit notes"),
    "cn": ("a credit note", "credit notes"),
    "cr": ("a credit note", "credit notes"),
    "dm": ("a debit note", "debit notes"),
    "dn": ("a debit note", "debit notes"),
    "ac": ("an account", "accounts"),
    "acc": ("an account", "accounts"),
    "acct": ("an account", "accounts"),
    "cust": ("an account", "accounts"),
    "cus": ("an account", "accounts"),
    "chk": ("a check", "checks"),
    "pmt": ("a payment", "payments"),
    "tkt": ("a case", "cases"),
    "case": ("a case", "cases"),
}
_NOT_CODES: Final = (
    "fy cy ye q h iso asc ifrs ias sox mt camt dso cei add net covid day days week month kpi jan feb mar apr may jun"
    " june july jul aug sep sept oct nov dec usd eur gbp chf jpy cad aud inr cny sek nok dkk pln czk nzd mxn brl zar"
    " sgd hkd aed sar ssae soc fas as400 win sap ecc top page form version hana"
)
_NO_CODES: Final = frozenset(_NOT_CODES.split())
_NUMBER: Final = r"[A-Z]{0,5}[-_/]?\d[\dA-Z]*(?:[-_/.]\d[\dA-Z]*){0,4}"
_GAP: Final = r"[ \u00a0]"
_NO_UNIT: Final = (
    rf"(?![\w%]|[.,]\d|{_GAP}?(?:%|percent|per cent|days?|weeks?|months?|years?|hours?|minutes?|times|units?|k\b|m\b"
    r"|million|thousand|[$€£¥₹]|(?:USD|EUR|GBP|CHF)\b))"
)
_STRONG: Final = (
    r"(?:(?:sales |purchase |customer |tax |supplier )?(?:invoices?|inv)|purchase orders?|sales orders?|P\.?O\.?s?"
    r"|credit (?:notes?|memos?)|debit (?:notes?|memos?)|accts?|a/c|ref(?:erence)?s?|remittances?|delivery notes?"
    r"|packing slips?|bills? of lading|vouchers?)"
)
_WEAK: Final = (
    r"(?:orders?|accounts?|checks?|cheques?|claims?|cases?|tickets?|contracts?|agreements?|batch(?:es)?|bills?"
    r"|polic(?:y|ies)|transactions?|payments?|customer|client|vendor|disputes?|deductions?|statements?"
    r"|projects?|jobs?|quotes?|wires?|deposits?|dockets?|receipts?|shipments?|leases?|loans?|documents?)"
)
_MARKER: Final = rf"(?:{_GAP}?(?:no\.?s?|nos\.?|numbers?|num\.?|nr\.?|ids?|code|#|№|n°|:)){{1,2}}{_GAP}?[:#]?{_GAP}?"
_NO_COUNT: Final = rf"(?!(?<=[sS]){_GAP}?:)"
_MORE: Final = rf"{_GAP}?(?:,{_GAP}?(?:and|or)\b|[,;/&+–]|\b(?:and|or|to|through)\b){_GAP}?"
_STRONG_NUMBER: Final = rf"(?=[A-Z/_-]*\d[\dA-Z/_.-]{{2}}){_NUMBER}"
_MARKED_NUMBER: Final = rf"(?=[A-Z/_-]*\d[\dA-Z/_.-]){_NUMBER}"
_WEAK_NUMBER: Final = r"(?:[A-Z]{1,5}[-_/]?\d{3,}|(?!(?:19|20)\d\d(?!\d))\d{4,})(?:[-_/]\d+){0,3}"


def _listed(number: str) -> str:
    return rf"#?{number}(?:{_MORE}#?{number}){{0,40}}"


_LABELLED: Final = re.compile(
    rf"(?<!\w)(?:(?i:{_STRONG})(?:\.?{_MARKER}|\.?{_GAP})(?P<strong>{_listed(_STRONG_NUMBER)})"
    rf"|(?i:{_WEAK})(?:{_NO_COUNT}{_MARKER}(?P<marked>{_listed(_MARKED_NUMBER)})"
    rf"|(?:{_GAP}|{_GAP}?:{_GAP}?)(?P<weak>{_listed(_WEAK_NUMBER)})(?!{_GAP}?[a-z]{{2,20}}s\b))){_NO_UNIT}"
)
_LABEL: Final = re.compile(rf"(?i:{_STRONG}|{_WEAK})\.?")
_CODED: Final = re.compile(
    rf"(?<![\w.@/-])(?P<prefix>[A-Za-z]{{2,5}})(?:[-_/#]|{_GAP}?#)?\d[\dA-Z]{{2,}}(?:[-_/]\d[\dA-Z]*){{0,3}}"
    rf"(?:{_MORE}(?i:(?P=prefix))[-_/#]?\d[\dA-Z/_-]{{2,}}){{0,40}}(?![\w%]|\.\d)"
)
_LISTED: Final = re.compile(rf"\d{_MORE}(?=[A-Za-z#\d])")
_BARE: Final = re.compile(
    rf"(?<![\w&])(?:(?:[Nn]o|[Nn]r)\.?{_GAP}?\d{{4,}}|[#№]{_GAP}?[A-Z]{{0,4}}-?\d{{3,}}(?:[-/]\d+){{0,3}}"
    rf"(?:{_MORE}[#№]?\d{{3,}}){{0,40}})(?![\w%]|[.,]\d)"
    r"|(?<![\w$€£¥₹.,+-])\d{9,}(?![\w%]|[.,]\d)"
)
_IBAN: Final = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ \u00a0-]?[A-Z0-9]{4}){2,7}(?:[ \u00a0-]?[A-Z0-9]{1,4})?(?!\w)")
_CARD: Final = re.compile(r"(?<![\w-])\d{4}([ \u00a0-])\d{4}\1\d{4}\1\d{1,4}(?![\w-])")
_TAX: Final = re.compile(
    r"(?<!\w)(?:(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI|CHE)"
    r"[ -]?(?=[A-Z0-9. -]{0,3}\d)[A-Z0-9]{0,2}\d{7,10}[A-Z0-9]{0,3}|CHE[- ]?\d{3}\.\d{3}\.\d{3}"
    r"|\d{2}-\d{7}|\d{3}-\d{2}-\d{4})(?![\w-])"
)
_BANK_CODE: Final = re.compile(
    r"(?:(?<=BIC )|(?<=BIC: )|(?<=SWIFT )|(?<=SWIFT: ))[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?!\w)"
    r"|(?<=[Ss]ort code )\d{2}-\d{2}-\d{2}|(?<=[Rr]outing number )\d{9}"
)
_ENDINGS: Final = (
    "pdf|docx?|xls[xmb]?|csv|tsv|msg|eml|pptx?|zip|png|jpe?g|gif|tiff?|txt|rtf|odt|ods|heic|html?|json|xml"
)
_POINTER: Final = re.compile(
    rf"(?P<link>(?:https?|ftp|file|smb|sftp)://\S+|(?<!\w)www\.[\w-]+\.\S+)"
    rf"|(?P<file>(?:[A-Za-z]:[\\/]|\\\\|~/|(?<!\w)/(?=[\w.-]+/))[^\s\"”“<>|?*,;]+"
    rf"|[\"“][^\"“”\n]{{1,120}}\.(?:{_ENDINGS})[\"”]"
    rf"|(?<![^\s\"“”<>|?*,;()])[^\s\"“”<>|?*,;()]{{1,300}}\.(?:{_ENDINGS})(?!\w))",
    re.IGNORECASE,
)
_MAY_HOLD: Final = re.compile(r"\d{2}")


def find_identifiers(text: str) -> Iterator[Hidden]:
    """Yield every document, order, account, bank and tax number, with words that stand in its place.

    A number behind a word that says what it is goes without a word: "invoice 4711" becomes "invoice".
    """
    if not _MAY_HOLD.search(text):
        return
    for pattern, words in ((_IBAN, "a bank account"), (_CARD, "a card"), (_TAX, "a tax number")):
        for found in pattern.finditer(text):
            if pattern is not _IBAN or sum(char.isdigit() for char in found.group()) >= 9:
                yield Hidden(found.start(), found.end(), words)
    yield from (Hidden(found.start(), found.end(), "(left out)") for found in _BANK_CODE.finditer(text))
    for found in _LABELLED.finditer(text):
        number = next(name for name in ("strong", "marked", "weak") if found[name])
        label = _LABEL.match(found.group())
        end_of_label = found.start() + (label.end() if label else 0)
        if not _is_common(found[number]):
            yield Hidden(end_of_label, found.end(number), "")
    for found in _CODED.finditer(text):
        prefix = found["prefix"].lower()
        if prefix in _KINDS or (found["prefix"].isupper() and prefix not in _NO_CODES and _is_long(found.group())):
            one, many = _KINDS.get(prefix, _REFERENCE)
            yield Hidden(found.start(), found.end(), many if _LISTED.search(found.group()) else one)
    for found in _BARE.finditer(text):
        yield Hidden(found.start(), found.end(), _REFERENCE[1] if _LISTED.search(found.group()) else _REFERENCE[0])


def find_pointers(text: str) -> Iterator[Hidden]:
    """Yield every link, path and file name, with words that stand in its place."""
    if "." in text or "/" in text or "\\" in text:
        for found in _POINTER.finditer(text):
            end = found.start() + len(found.group().rstrip(".:!?)]”’'" if found["link"] else ""))
            yield Hidden(found.start(), end, "a link" if found["link"] else "a file")


def _is_common(number: str) -> bool:
    """Return whether a "number" is a word in capitals with none in it."""
    return not any(char.isdigit() for char in number)


def _is_long(code: str) -> bool:
    return sum(char.isdigit() for char in code) >= 4
