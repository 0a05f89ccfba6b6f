"""Writes the Word files the documents start from: ``python tools/build_base_docx.py`` after a change here.

One file per template in resources/templates, each with the same style ids and a look of its own, as
`arcareer/documents/styles.py` has it.
"""
# ruff: noqa: E501 - XML reads better in one piece

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from arcareer.documents import look  # noqa: E402
from arcareer.documents.style_xml import (  # noqa: E402
    HEAD,
    R,
    W,
    footer_xml,
    numbering_xml,
    settings_xml,
    styles_xml,
)
from arcareer.documents.styles import DESIGNS, Design  # noqa: E402
from arcareer.documents.word_package import (  # noqa: E402
    APP_TYPE,
    CORE_TYPE,
    THEME_TYPE,
    WORD_TYPE,
    app_xml,
    content_types_xml,
    core_xml,
    file_relations_xml,
    packed,
    relations_xml,
)

PARTS = {
    "document": "document.main", "styles": "styles", "settings": "settings", "numbering": "numbering", "footer1": "footer",
}  # fmt: skip


def document_xml(d: Design) -> str:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{drawing}/wordprocessingDrawing" xmlns:a="{drawing}/main" '
        f'xmlns:pic="{drawing}/picture"><w:body><w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{look.PAGE_WIDTH}" w:h="{look.PAGE_HEIGHT}"/><w:pgMar w:top="{d.top}" w:right="{d.side}" '
        f'w:bottom="{d.top}" w:left="{d.side}" w:header="560" w:footer="520" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def theme_xml(d: Design) -> str:
    def colour(name: str, value: str) -> str:
        return f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'

    names = (
        "dk1",
        "lt1",
        "dk2",
        "lt2",
        "accent1",
        "accent2",
        "accent3",
        "accent4",
        "accent5",
        "accent6",
        "hlink",
        "folHlink",
    )
    values = (
        look.INK, look.PAPER, look.MUTED, d.tint, d.accent, look.QUIET, look.MUTED, look.RULE, look.GRID, look.INK, d.accent, look.MUTED,
    )  # fmt: skip
    colours = "".join(map(colour, names, values))
    font = f'<a:latin typeface="{look.FAMILY}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="arcareer"><a:themeElements>'
        f'<a:clrScheme name="arcareer">{colours}</a:clrScheme><a:fontScheme name="arcareer"><a:majorFont>{font}</a:majorFont>'
        f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="arcareer"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def package(d: Design) -> dict[str, str]:
    named = ("styles", "settings", "numbering")
    kinds = {f"word/{name}.xml": f"{WORD_TYPE}.{kind}+xml" for name, kind in PARTS.items()}
    kinds |= {"word/theme/theme1.xml": THEME_TYPE, "docProps/core.xml": CORE_TYPE, "docProps/app.xml": APP_TYPE}
    return {
        "[Content_Types].xml": content_types_xml(kinds),
        "_rels/.rels": file_relations_xml(),
        "docProps/core.xml": core_xml(),
        "docProps/app.xml": app_xml(),
        "word/document.xml": document_xml(d),
        "word/_rels/document.xml.rels": relations_xml(
            [
                *((f"{R}/{name}", f"{name}.xml") for name in named),
                (f"{R}/footer", "footer1.xml"),
                (f"{R}/theme", "theme/theme1.xml"),
            ]
        ),
        "word/styles.xml": styles_xml(d),
        "word/settings.xml": settings_xml(),
        "word/numbering.xml": numbering_xml(d),
        "word/footer1.xml": footer_xml(),
        "word/theme/theme1.xml": theme_xml(d),
    }


def build(folder: Path) -> None:
    """Write one file per design, the same bytes every time."""
    folder.mkdir(parents=True, exist_ok=True)
    for template, design in DESIGNS.items():
        (folder / f"{template.value}.docx").write_bytes(packed(package(design)))


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "templates")
