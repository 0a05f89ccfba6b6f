"""The document that blocks are written into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from arcareer.documents import look
from arcareer.domain.documents import BragTemplate
from arcareer.resources import resource_root


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The bytes of a Word file without text that holds every style documents use, and what to know of it.

    `own_face` says that it is set in the shipped Inter, `own_footer` that its footers are ours to fill; `accent` is
    the colour of charts, six hexadecimal digits. `sizes` are the points of the user's own headings, by style.
    """

    data: bytes
    accent: str = look.ACCENT
    own_face: bool = True
    own_footer: bool = True
    sizes: Mapping[str, float] = field(default_factory=dict)


def shipped_base(template: BragTemplate) -> Base:
    """Return our own base document of a template."""
    return Base(data=_shipped(template).read_bytes())


def shipped_theme(template: BragTemplate) -> bytes:
    """Return the theme of our own base document of a template."""
    import zipfile  # noqa: PLC0415 - only for files without a theme of their own

    with zipfile.ZipFile(_shipped(template)) as archive:
        return archive.read("word/theme/theme1.xml")


def _shipped(template: BragTemplate) -> Path:
    return resource_root() / "templates" / f"{template.value}.docx"
