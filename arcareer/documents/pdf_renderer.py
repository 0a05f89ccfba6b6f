"""PDF files, set by typst: tagged, with every word of the Word file in its order."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

from arcareer.documents.printed import Printed
from arcareer.errors import UserError
from arcareer.progress import Progress, silent
from arcareer.resources import resource_root

if TYPE_CHECKING:
    from typst import Fonts

_TEMPLATE: Final = "document.typ"
_ACCESSIBLE: Final = "ua-1"


def can_render_pdf() -> bool:
    """Return whether the part that writes PDF is installed."""
    from importlib.util import find_spec  # noqa: PLC0415 - asked once, by whoever offers PDF

    return find_spec("typst") is not None


def render_pdf(printed: Printed, progress: Progress = silent) -> bytes:
    """Return a document as the bytes of a tagged PDF, the same ones every time.

    It follows PDF/UA-1 wherever a font of this computer has a shape for every character; where one is missing the file
    is tagged all the same and shows a box there. `progress` hears of every few blocks and may raise `Cancelled`.
    Raises `UserError` where typst is not installed.
    """
    if not can_render_pdf():
        raise UserError(
            "The PDF part is not installed. Nothing was written. Install it with “pip install arcareer[pdf]”, or save "
            "a Word file and export it as PDF from there."
        )
    import typst  # noqa: PLC0415 - a large part that only this needs

    from arcareer.documents.typst_source import typst_source  # noqa: PLC0415 - loads Pillow

    source = typst_source(printed, progress)
    templates = resource_root() / "templates"
    compiler = typst.Compiler(
        templates / _TEMPLATE, root=templates, font_paths=_fonts(system=not source.in_inter), ignore_system_fonts=True
    )
    inputs = {"data": source.data}
    written_at = printed.written_at.astimezone(UTC).replace(microsecond=0)
    try:
        data = compiler.compile(format="pdf", pdf_standards=_ACCESSIBLE, timestamp=written_at, sys_inputs=inputs)
    except typst.TypstError:
        inputs["incomplete"] = "yes"
        data = compiler.compile(format="pdf", timestamp=written_at, sys_inputs=inputs)
    if not isinstance(data, bytes):
        raise TypeError("typst hands back the bytes of one file")
    return data


def _fonts(*, system: bool) -> Fonts:
    """Return the shipped Inter; with `system` also what this computer has, for characters Inter knows nothing of."""
    from typst import Fonts  # noqa: PLC0415 - see above

    return Fonts(
        include_system_fonts=system, include_embedded_fonts=system, font_paths=[str(resource_root() / "fonts")]
    )
