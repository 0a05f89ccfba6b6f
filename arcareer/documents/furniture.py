"""What every Word file says by itself: names of its parts, of Word's own styles and of our fonts.

Each is known by the whole of its text and only in its own place, so that nothing a user typed can pass for it.
"""

from __future__ import annotations

import re
from typing import Final

from arcareer.documents.look import FAMILY, SEMIBOLD
from arcareer.documents.package_texts import FONT, LINK, PART, STYLE, PackageText

_TREE: Final = r"(?:document|styles|settings|numbering|fontTable|webSettings|(?:header|footer)[1-9]\d?)\.xml"
_PARTS: Final = re.compile(
    rf"\[Content_Types\]\.xml|_rels/\.rels|(?:\.\./)?docProps/(?:app|core)\.xml|(?:word/)?{_TREE}|word/_rels/{_TREE}\.rels"
    r"|(?:word/)?theme/theme1\.xml|(?:word/)?media/image[1-9]\d{0,2}\.(?:png|jpeg|emf|wmf)"
    r"|(?:word/)?fonts/font[1-9]\d?\.odttf"
)
_STYLES: Final = re.compile(
    r"(?:Normal(?: \(Web\)| Indent| Table)?|(?:heading|index|toc) [1-9]|(?:foot|end)note (?:text|reference)|header"
    r"|footer|annotation (?:text|reference|subject)|caption|(?:line|page) number"
    r"|List(?: Bullet| Number| Continue)?(?: [2-5])?"
    r"|List Paragraph|No List|Title|Subtitle|Closing|Signature|Default Paragraph Font|Body Text(?: Indent)?(?: [23])?"
    r"|Body Text First Indent(?: 2)?|Message Header|Salutation|Date|Note Heading|Block Text|(?:Followed)?Hyperlink"
    r"|Strong|(?:Subtle |Intense )?(?:Emphasis|Reference)|Plain Text|E-mail Signature|Balloon Text|Document Map"
    r"|Table Grid|Placeholder Text|No Spacing|(?:Intense )?Quote|Book Title|Bibliography|TOC Heading)(?: Char)?",
    re.IGNORECASE,
)
_KNOWN: Final = {
    LINK: _PARTS,
    PART: _PARTS,
    STYLE: _STYLES,
    FONT: re.compile("|".join(map(re.escape, (FAMILY, SEMIBOLD)))),
}


def is_furniture(found: PackageText) -> bool:
    """Return whether a text of a Word file is one that such files have whoever wrote them."""
    known = _KNOWN.get(found.place)
    return known is not None and not found.raw and known.fullmatch(found.text) is not None
