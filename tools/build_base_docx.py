"""Writes the Word files the documents start from: ``python tools/build_base_docx.py`` after a change here.

One file per template in resources/templates, each with the same style ids and a look of its own, as
`arcareer/documents/styles.py` has it.
"""
# ruff: noqa: E501 - XML reads better in one piece

from __future__ import annotations

import sys
import zipfile
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

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
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


def content_types_xml() -> str:
    defaults = (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    )
    overrides = [(f"/word/{name}.xml", f"{WORD_TYPE}.{kind}+xml") for name, kind in PARTS.items()]
    overrides.append(("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"))
    overrides.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    overrides.append(("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"))
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        + "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults)
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
        + "</Types>"
    )


def relations_xml(relations: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


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


def core_xml() -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title/><dc:language>{look.LANGUAGE}</dc:language></cp:coreProperties>"
    )


def app_xml() -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{HEAD}<Properties xmlns="{kind}"><Application>arcareer</Application></Properties>'


def package(d: Design) -> dict[str, str]:
    extended = f"{R}/extended-properties"
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    named = ("styles", "settings", "numbering")
    return {
        "[Content_Types].xml": content_types_xml(),
        "_rels/.rels": relations_xml(
            [(f"{R}/officeDocument", "word/document.xml"), (core, "docProps/core.xml"), (extended, "docProps/app.xml")]
        ),
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
        with zipfile.ZipFile(folder / f"{template.value}.docx", "w") as archive:
            for name, content in package(design).items():
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, content.encode())


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "templates")
