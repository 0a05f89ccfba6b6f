"""E-mail addresses and telephone numbers in what people type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from arcareer.documents.hiding import Hidden

_ADDRESS: Final = "an e-mail address"
_PHONE: Final = "a phone number"
_LEFT_OUT: Final = "(left out)"
_HIDDEN: Final = "\u00ad\u200b-\u200f\u2060\ufeff"
_AT: Final = rf"[{_HIDDEN}]*(?:[@\uff20\ufe6b]|\s?[\[({{]\s?(?:at|AT|@)\s?[\])}}]\s?)[{_HIDDEN}]*"
_DOT: Final = r"(?:\.|\uff0e|\s?[\[({]\s?(?:dot|DOT|\.)\s?[\])}]\s?)"
_LABEL: Final = rf"[\w{_HIDDEN}-]{{1,64}}"
_E_MAIL: Final = re.compile(
    rf"(?:mailto:\s?)?(?:\"[^\"\n@]{{1,40}}\"|[\w.!#$%&'*+/=?^`{{|}}~{_HIDDEN}-]{{0,63}}[\w{_HIDDEN}])"
    rf"{_AT}(?:\[[\da-fA-F.:]{{3,45}}\]|{_LABEL}(?:{_DOT}{_LABEL}){{1,6}})"
)
_SIGNS: Final = re.compile(r"[@\uff20\ufe6b]|[\[({]\s?(?:at|AT)\s?[\])}]")
_MANY_DIGITS: Final = re.compile(r"(?:\d\D{0,3}){5}\d|[Ee]xt")
_TELEPHONE: Final = re.compile(
    r"(?<![\w+])(?:\+|00)\d{1,3}[ \u00a0./-]?(?:\(\d{1,4}\)[ \u00a0]?)?\d{1,4}(?:[ \u00a0./-]?\d{2,4}){2,4}(?![\w])"
    r"|(?<!\w)(?:\+?1[ .-]?)?\(\d{3}\)[ \u00a0]?\d{3}[ \u00a0.-]\d{4}(?!\w)"
    r"|(?<![\w$€£.,-])(?:1[.-])?\d{3}([.-])\d{3}\1\d{4}(?![\w-])"
    r"|(?<![\w$€£.,/-])0\d{2,5}[ \u00a0/-]\d{3,4}[ \u00a0-]?\d{3,5}(?![\w-])"
    r"|(?<=[Ee]xt\. )\d{2,6}(?!\w)|(?<=[Ee]xtension )\d{2,6}(?!\w)"
    r"|(?<![^\W_])(?:[Tt]el(?:ephone)?|[Pp]hone|[Ff]ax|[Mm]obile|[Cc]ell)(?: (?:no\.?|number))?[.:]{0,2} ?"
    r"(?P<dialled>[+(]?\d[\d ().\u00a0-]{4,18}\d)(?!\w)"
)
_SAID: Final = re.compile(
    r"\b(?:e-?mail:|mail:|(?:address|phone|tel|number|fax|mobile|cell)s?\.?:?)\s?[<(]?$", re.IGNORECASE
)


def find_addresses(text: str) -> Iterator[Hidden]:
    """Yield every e-mail address, also with "(at)" and "(dot)", with words that stand in its place."""
    if _SIGNS.search(text):
        for found in _E_MAIL.finditer(text):
            yield Hidden(found.start(), found.end(), _in_place(text, found.start(), _ADDRESS))


def find_phones(text: str) -> Iterator[Hidden]:
    """Yield every telephone number that can be told from other numbers by its shape or by the word before it."""
    if _MANY_DIGITS.search(text):
        for found in _TELEPHONE.finditer(text):
            start, end = found.span("dialled") if found["dialled"] else found.span()
            yield Hidden(start, end, _in_place(text, start, _PHONE))


def _in_place(text: str, start: int, words: str) -> str:
    """Return the words, or a mark where the word before already says what was there."""
    return _LEFT_OUT if _SAID.search(text, max(0, start - 20), start) else words
