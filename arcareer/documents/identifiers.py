"""Numbers that name one invoice, order, account or payer, and names of files, in what people type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from arcareer.documents.hiding import Hidden

_REFERENCE: Final = "reference"
_KINDS: Final = {
    "inv": "invoice",
    "iv": "invoice",
    "si": "invoice",
    "bill": "bill",
    "po": "purchase order",
    "so": "order",
    "ord": "order",
    "cm": "credit note",
    "cn": "credit note",
    "cr": "credit note",
    "dm": "debit note",
    "dn": "debit note",
    "a/c": "account",
    "ac": "account",
    "acc": "account",
    "acct": "account",
    "cust": "account",
    "cus": "account",
    "chk": "check",
    "pmt": "payment",
    "tkt": "case",
    "case": "case",
    "ref": "reference",
    "bol": "bill of lading",
    "gr": "goods receipt",
    "grn": "goods receipt",
    "rma": "return",
    "wo": "work order",
    "je": "journal entry",
}
"""What the shortened words before a number say in full."""
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
    r"|(?-i:(?:BOL|GRN|GR|RMA|SO|WO|JE|CM|DM|CN|DN)s?)"
    r"|projects?|jobs?|quotes?|wires?|deposits?|dockets?|receipts?|shipments?|leases?|loans?|documents?)"
)
_MARKER: Final = rf"(?i:{_GAP}?(?:no\.?s?|nos\.?|numbers?|num\.?|nr\.?|ids?|code|#|№|n°|:)){{1,2}}{_GAP}?[:#]?{_GAP}?"
_NO_COUNT: Final = rf"(?!(?<=[sS]){_GAP}?:)"
_MORE: Final = rf"{_GAP}?(?:,{_GAP}?(?:and|or)\b|[,;/&+–]|\b(?:and|or|to|through)\b){_GAP}?"
_STRONG_NUMBER: Final = rf"(?=[A-Z/_-]*\d[\dA-Z/_.-]{{2}}){_NUMBER}"
_MARKED_NUMBER: Final = rf"(?=[A-Z/_-]*\d[\dA-Z/_.-]){_NUMBER}"
_WEAK_NUMBER: Final = r"(?:[A-Z]{1,5}[-_/]?\d{3,}|(?!(?:19|20)\d\d(?!\d))\d{4,})(?:[-_/]\d+){0,3}"

_NO_THINGS: Final = (
    rf"(?!{_GAP}?(?!(?:across|also|always|appears|as|belongs|covers|does|goes|has|his|is|its|matches|needs|pays|plus"
    rf"|remains|shows|stays|this|thus|us|versus|was)\b)[a-z]{{2,20}}s\b)"
)


def _listed(number: str) -> str:
    return rf"#?{number}(?:{_MORE}#?{number}){{0,40}}"


_LABELLED: Final = re.compile(
    rf"(?<!\w)(?:(?i:{_STRONG})(?:\.?{_MARKER}|\.?{_GAP})(?P<strong>{_listed(_STRONG_NUMBER)})"
    rf"|(?i:{_WEAK})(?:{_NO_COUNT}{_MARKER}(?P<marked>{_listed(_MARKED_NUMBER)})"
    rf"|(?:{_GAP}|{_GAP}?:{_GAP}?)(?P<weak>{_listed(_WEAK_NUMBER)}){_NO_THINGS})){_NO_UNIT}"
)
_LABEL: Final = re.compile(rf"(?i:{_STRONG}|{_WEAK})")
_BRACKETED: Final = re.compile(
    rf"(?<!\w)(?P<label>(?i:{_STRONG}|{_WEAK})){_GAP}?\((?:{_MARKER})?(?P<listed>{_listed(_WEAK_NUMBER)})\)"
)
_CODED: Final = re.compile(
    rf"(?<![\w.@/-])(?P<prefix>[A-Za-z]{{2,5}})(?:[-_/#]|{_GAP}?#)?\d[\dA-Z]{{2,}}(?:[-_/]\d[\dA-Z]*){{0,3}}"
    rf"(?:{_MORE}(?i:(?P=prefix))[-_/#]?\d[\dA-Z/_-]{{2,}}){{0,40}}(?![\w%]|\.\d)"
)
_LISTED: Final = re.compile(rf"\d{_MORE}(?=[A-Za-z#№\d])")
_BARE: Final = re.compile(
    rf"(?<![\w&])(?:(?:[Nn]os?|[Nn]rs?)\.?{_GAP}?\d{{4,}}(?:{_MORE}\d{{4,}}){{0,40}}|[#№]{_GAP}?[A-Z]{{0,4}}-?\d{{3,}}(?:[-/]\d+){{0,3}}"
    rf"(?:{_MORE}[#№]?\d{{3,}}){{0,40}})(?![\w%]|[.,]\d)"
    r"|(?<![\w$€£¥₹.,+-])\d{9,}(?![\w%]|[.,]\d)"
)
_BANK_LABEL: Final = (
    r"(?:(?<!\w)(?i:(?:bank )?(?:account|acct|a/c)|iban)(?:\.|(?i: no\.?| number))?:?[ \u00a0])?(?<!\w)"
)
_IBAN: Final = re.compile(
    _BANK_LABEL + r"[A-Z]{2}\d{2}(?:[ \u00a0-]?[A-Z0-9]{4}){2,7}(?:[ \u00a0-]?[A-Z0-9]{1,4})?(?!\w)"
)
_CARD: Final = re.compile(r"(?<![\w-])\d{4}([ \u00a0-])\d{4}\1\d{4}\1\d{1,4}(?![\w-])")
_TAX_LABEL: Final = (
    r"(?:(?<!\w)(?i:e\.?i\.?n|t\.?i\.?n|s\.?s\.?n|vat|(?:federal |vat )?tax(?:payer)?|uid|ust-?idnr)\.?"
    r"(?i: i\.?d\.?| no\.?| number| reg(?:istration)?){0,2}:?[ \u00a0])?(?<!\w)"
)
_TAX: Final = re.compile(
    _TAX_LABEL + r"(?:(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI|CHE)"
    r"[ -]?(?=[A-Z0-9. -]{0,3}\d)[A-Z0-9]{0,2}\d{7,10}[A-Z0-9]{0,3}|CHE[- ]?\d{3}\.\d{3}\.\d{3}"
    r"|\d{2}-\d{7}|\d{3}-\d{2}-\d{4})(?![\w-])"
)
_BANK_CODE: Final = re.compile(
    r"(?<!\w)(?:(?P<bic>BIC|SWIFT)(?:(?i:[ /]code))?:?[ \u00a0](?=[A-Z0-9]{8})[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?!\w)"
    r"|(?P<sort>[Ss]ort code):? \d{2}-\d{2}-\d{2}(?!\w)|(?P<routing>[Rr]outing (?:number|no\.?)):? \d{9}(?!\w))"
)
_BANK_CODES: Final = {"bic": "bank code", "sort": "sort code", "routing": "routing number"}
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
_TIED: Final = re.compile(r"(?:[-_/–]#?[A-Z\d]{1,12}(?![\w%]))+")
_BESIDE: Final = re.compile(rf"(?:,{_GAP}?(?:and|or)?|{_GAP}(?:and|or)|{_GAP}?[&+/]){_GAP}?")
_OF_ONE: Final = re.compile(rf"{_GAP}(?:also{_GAP})?(?:was|is|has|does|remains|stays|needs|shows|goes|went)\b")


@dataclass(frozen=True, slots=True)
class Reference:
    """A number that names one thing, or several, with the word that says what it is: `text[start:end]`.

    `number` is where the word ends, `noun` what it says in full and in the singular: "purchase order".
    """

    start: int
    end: int
    number: int
    noun: str
    is_many: bool = False

    @property
    def words(self) -> str:
        """Return the noun as a word for one thing or for several."""
        return several(self.noun) if self.is_many else self.noun


def find_references(text: str) -> list[Reference]:
    """Return every document, order, account, bank and tax number with its word, in order and without overlaps."""
    if not _MAY_HOLD.search(text):
        return []
    found: list[Reference] = []
    for new in (*_of_banks(text), *_bracketed(text), *_labelled(text), *_coded(text), *_bare(text)):
        met = [old for old in found if old.start < new.end and new.start < old.end]
        found = [old for old in found if old not in met]
        start, end = min(one.start for one in (*met, new)), max(one.end for one in (*met, new))
        found.append(replace(met[0] if met else new, start=start, end=end))
    return _together(text, [_whole(text, one) for one in sorted(found, key=lambda one: one.start)])


def several(noun: str) -> str:
    """Return the word for several things of a kind: "invoices", "policies", "bills of lading"."""
    first, of, rest = noun.partition(" of ")
    if first.endswith(("ch", "s", "x")):
        return f"{first}es{of}{rest}"
    return f"{first[:-1]}ies{of}{rest}" if re.search(r"[^aeiou]y$", first) else f"{first}s{of}{rest}"


def _of_banks(text: str) -> Iterator[Reference]:
    for pattern, noun in ((_IBAN, "bank account"), (_CARD, "card"), (_TAX, "tax number")):
        for found in pattern.finditer(text):
            if pattern is not _IBAN or sum(char.isdigit() for char in found.group()) >= 9:
                yield Reference(found.start(), found.end(), found.start(), noun)
    for found in _BANK_CODE.finditer(text):
        yield Reference(found.start(), found.end(), found.start(), _BANK_CODES[found.lastgroup or ""])


def _bracketed(text: str) -> Iterator[Reference]:
    """Yield numbers in brackets behind their word; a lone one behind a word for several counts them."""
    for found in _BRACKETED.finditer(text):
        noun, is_many = _noun(found["label"])
        is_list = _LISTED.search(found["listed"]) is not None
        if is_list or not is_many:
            yield Reference(found.start(), found.end(), found.end("label"), noun, is_many or is_list)


def _labelled(text: str) -> Iterator[Reference]:
    for found in _LABELLED.finditer(text):
        number = next(name for name in ("strong", "marked", "weak") if found[name])
        label = _LABEL.match(found.group())
        if label is not None and not _is_common(found[number]):
            noun, is_many = _noun(label.group())
            is_many = is_many or _LISTED.search(found[number]) is not None
            yield Reference(found.start(), found.end(number), found.start() + label.end(), noun, is_many)


def _coded(text: str) -> Iterator[Reference]:
    for found in _CODED.finditer(text):
        prefix = found["prefix"].lower()
        if prefix in _KINDS or (found["prefix"].isupper() and prefix not in _NO_CODES and _is_long(found.group())):
            is_many = _LISTED.search(found.group()) is not None
            yield Reference(found.start(), found.end(), found.start(), _KINDS.get(prefix, _REFERENCE), is_many)


def _bare(text: str) -> Iterator[Reference]:
    for found in _BARE.finditer(text):
        is_many = _LISTED.search(found.group()) is not None
        yield Reference(found.start(), found.end(), found.start(), _REFERENCE, is_many)


def _noun(label: str) -> tuple[str, bool]:
    """Return what a label says in full, and whether it says it of several."""
    words = " ".join(label.lower().replace(".", "").split())
    first, last = words.rpartition(" ")[::2]
    if last in _KINDS or last.removesuffix("s") in _KINDS:
        one = _KINDS.get(last) or _KINDS[last.removesuffix("s")]
        return f"{first} {one}".strip(), last not in _KINDS
    head, of, rest = words.partition(" of ")
    if head.endswith("ies"):
        return f"{head[:-3]}y", True
    is_many = head.endswith("s")
    return f"{head.removesuffix('es') if head.endswith('ches') else head.removesuffix('s')}{of}{rest}", is_many


def _whole(text: str, one: Reference) -> Reference:
    """Return the reference with what is tied to the end of its number: "88123-A", "#4711-#4715"."""
    tied = _TIED.match(text, one.end)
    return replace(one, end=tied.end(), is_many=one.is_many or "#" in tied.group()) if tied else one


def _together(text: str, found: Iterable[Reference]) -> list[Reference]:
    """Return the references with those of one kind side by side as one."""
    together: list[Reference] = []
    for one in found:
        last = together[-1] if together else None
        is_beside = last is not None and _BESIDE.fullmatch(text, last.end, one.start)
        if last is not None and is_beside and last.noun == one.noun and not _OF_ONE.match(text, one.end):
            together[-1] = replace(last, end=one.end, is_many=True)
        else:
            together.append(one)
    return together


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
