"""The document that blocks are written into."""

from __future__ import annotations

from dataclasses import dataclass

from arcareer.documents import look
from arcareer.domain.documents import BragTemplate
from arcareer.resources import resource_root


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The bytes of a Word file without text that holds every style documents use, and what to know of it.

    `own_face` says that it is set in the shipped Inter, `own_footer` that its footers are ours to fill; `accent` is
    the colour of charts, six hexadecimal digits.
    """

    data: bytes
    accent: str = look.ACCENT
    own_face: bool = True
    own_footer: bool = True


def shipped_base(template: BragTemplate) -> Base:
    """Return our own base document of a template."""
    return Base(data=(resource_root() / "templates" / f"{template.value}.docx").read_bytes())
