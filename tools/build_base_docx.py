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
from arcareer.documents.styles import DESIGNS, Design, ParagraphStyle  # noqa: E402

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {
    "document": "document.main", "styles": "styles", "settings": "settings", "numbering": "numbering", "footer1": "footer",
}  # fmt: skip


def run(size: float | None = None, color: str = "", *, semi: bool = False, caps: bool = False, track: int = 0) -> str:
    parts = ""
    if semi:
        parts += f'<w:rFonts w:ascii="{look.SEMIBOLD}" w:hAnsi="{look.SEMIBOLD}"/>'
    if caps:
        parts += "<w:caps/>"
    if color:
        parts += f'<w:color w:val="{color}"/>'
    if track:
        parts += f'<w:spacing w:val="{track}"/>'
    if size:
        parts += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    return f"<w:rPr>{parts}</w:rPr>" if parts else ""


def edge(side: str, size: int, space: int, color: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def style(
    kind: str,
    style_id: str,
    name: str,
    body: str,
    *,
    based: str = "",
    following: str = "",
    order: int = 0,
    own: bool = True,
) -> str:
    custom = ' w:customStyle="1"' if own else ""
    parts = f'<w:name w:val="{name}"/>'
    parts += f'<w:basedOn w:val="{based}"/>' if based else ""
    parts += f'<w:next w:val="{following}"/>' if following else ""
    parts += f'<w:uiPriority w:val="{order}"/>' if order else ""
    parts += "<w:qFormat/>" if kind != "table" and style_id != "Footer" else ""
    return f'<w:style w:type="{kind}"{custom} w:styleId="{style_id}">{parts}{body}</w:style>'


def paragraph_style(one: ParagraphStyle, d: Design) -> str:
    parts = ("<w:keepNext/>" if one.keeps_next else "") + "<w:keepLines/>"
    parts += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if one.bullet else ""
    parts += f"<w:pBdr>{edge('top', 48, 14, d.accent)}</w:pBdr>" if one.bar else ""
    parts += f"<w:pBdr>{edge('top', 4, 8, look.RULE)}</w:pBdr>" if one.rule else ""
    parts += f'<w:tabs><w:tab w:val="right" w:pos="{d.width}"/></w:tabs>' if one.right_tab else ""
    parts += f'<w:spacing w:before="{round(one.before * 20)}" w:after="{round(one.after * 20)}" '
    parts += (
        f'w:line="{round(one.line * (20 if one.exact else 240))}" w:lineRule="{"exact" if one.exact else "auto"}"/>'
    )
    if one.left or one.right:
        parts += f'<w:ind w:left="{one.left}" w:right="{one.right}" w:hanging="{one.hanging}"/>'
    parts += '<w:jc w:val="end"/>' if one.to_the_end else ""
    parts += f'<w:outlineLvl w:val="{one.outline}"/>' if one.outline is not None else ""
    letters = run(one.size, one.colour, semi=one.semibold, caps=one.capitals, track=one.tracking)
    return style(
        "paragraph", one.id, one.name, f"<w:pPr>{parts}</w:pPr>{letters}",
        based="Normal", following=one.following, order=one.order, own=not one.built_in,
    )  # fmt: skip


def character_styles(d: Design) -> str:
    def c(style_id: str, name: str, body: str) -> str:
        return style("character", style_id, name, body, based="DefaultParagraphFont", order=20)

    return (
        c("Amount", "Amount", run(None, d.accent, semi=True))
        + c("Label", "Label", run(None, d.accent, semi=True))
        + c("Lifted", "Lifted", run(None, look.INK, semi=True))
        + c("Muted", "Muted", run(d.small, look.MUTED))
    )


def table_styles(d: Design) -> str:
    margins = '<w:top w:w="0" w:type="dxa"/><w:left w:w="{0}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="{1}" w:type="dxa"/>'
    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{d.tint}"/></w:tcPr>' if d.tint != look.PAPER else ""
    between = f"<w:tblBorders>{edge('insideV', 48, 0, 'FFFFFF')}</w:tblBorders>"
    inner = margins.format(look.CARD_PADDING if d.tint != look.PAPER else 0, 80)
    lines = f"<w:tblBorders>{edge('bottom', 4, 0, look.RULE)}{edge('insideH', 4, 0, look.RULE)}</w:tblBorders>"
    first = f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{edge("bottom", 8, 0, d.accent)}</w:tcBorders></w:tcPr></w:tblStylePr>'
    return (
        style("table", "Cards", "Cards", f"<w:tblPr>{between}<w:tblCellMar>{inner}</w:tblCellMar></w:tblPr>{shade}",
              based="TableNormal", order=99)
        + style("table", "Records", "Records",
                f'<w:tblPr>{lines}<w:tblCellMar>{margins.format(0, look.CELL_GAP)}</w:tblCellMar></w:tblPr>{first}',
                based="TableNormal", order=99)
    )  # fmt: skip


def styles_xml(d: Design) -> str:
    fonts = f'w:ascii="{look.FAMILY}" w:hAnsi="{look.FAMILY}" w:eastAsia="Yu Gothic" w:cs="Arial"'
    size = round(d.body * 2)
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:color w:val="{look.INK}"/><w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/><w:lang w:val="{look.LANGUAGE}" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
    )
    basic = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="0" w:after="80" w:line="288" w:lineRule="auto"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
        "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
    )
    paragraphs = "".join(paragraph_style(one, d) for one in d.paragraphs.values())
    return (
        f'{HEAD}<w:styles xmlns:w="{W}">{defaults}{basic}{paragraphs}{character_styles(d)}{table_styles(d)}</w:styles>'
    )


def numbering_xml(d: Design) -> str:
    return (
        f'{HEAD}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{look.BULLET_INDENT}" w:hanging="{look.BULLET_INDENT}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{d.accent}"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def settings_xml() -> str:
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1), ("doNotFlipMirrorIndents", 1),
        )
    )  # fmt: skip
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compat}</w:compat>'
        f'<w:themeFontLang w:val="{look.LANGUAGE}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def footer_xml() -> str:
    def said(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    def field(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    return (
        f'{HEAD}<w:ftr xmlns:w="{W}" xmlns:r="{R}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{said("")}'
        f"<w:r><w:tab/></w:r>{said('Page ')}{field('PAGE')}{said(' of ')}{field('NUMPAGES')}</w:p></w:ftr>"
    )


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
