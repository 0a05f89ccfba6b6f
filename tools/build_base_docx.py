"""Writes the Word files the documents start from: ``python tools/build_base_docx.py`` after a change here.

One file per template in resources/templates, each with the same style ids and a look of its own. Sizes are points in
the tables below and half points, twentieths or eighths of a point in the XML, as the format wants them.
"""

from __future__ import annotations

import sys
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from arcareer.documents import look  # noqa: E402

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {
    "document": "document.main", "styles": "styles", "settings": "settings", "fontTable": "fontTable",
    "numbering": "numbering", "footer1": "footer",
}  # fmt: skip


@dataclass(frozen=True)
class Design:
    """What differs between the templates; sizes in points, `leading` a multiple or, when `exact`, points per line."""

    file: str
    margin: int
    accent: str = look.ACCENT
    tint: str = look.TINT
    rule: str = look.RULE
    body: float = 10
    leading: float = 1.28
    exact: bool = False
    title: float = 30
    heading1: float = 15
    heading2: float = 8.5
    heading2_caps: bool = True
    heading3: float = 10.5
    small: float = 8
    card_value: float = 20
    bar: bool = True
    rules: bool = True
    gap: float = 1.0

    @property
    def width(self) -> int:
        return look.PAGE_WIDTH - 2 * self.margin


PROMOTION = Design("promotion", 1224)
PLAIN = Design(
    "plain", 1296, accent=look.INK, tint="FFFFFF", title=22, heading1=13, heading2=10.5, heading2_caps=False,
    heading3=10, small=8.5, card_value=14, bar=False, gap=0.8,
)  # fmt: skip
ONE_PAGE = Design(
    "one-page", look.ONE_PAGE_MARGIN, body=look.ONE_PAGE_BODY, leading=look.ONE_PAGE_LINE, exact=True, title=20,
    heading1=11, heading2=7.5, heading3=9, small=7.5, card_value=14, rules=False, gap=0.5,
)  # fmt: skip


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


def para(
    before: float = 0,
    after: float = 0,
    line: float = 1.15,
    *,
    exact: float = 0,
    keep: bool = False,
    lines: bool = False,
    tabs: tuple[tuple[str, int], ...] = (),
    indent: str = "",
    border: str = "",
    number: str = "",
    align: str = "",
    outline: int | None = None,
) -> str:
    spacing = (
        f'w:line="{round(exact * 20)}" w:lineRule="exact"'
        if exact
        else f'w:line="{round(line * 240)}" w:lineRule="auto"'
    )
    parts = ("<w:keepNext/>" if keep else "") + ("<w:keepLines/>" if lines else "") + number
    parts += f"<w:pBdr>{border}</w:pBdr>" if border else ""
    if tabs:
        parts += "<w:tabs>" + "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in tabs) + "</w:tabs>"
    parts += f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" {spacing}/>'
    parts += f"<w:ind {indent}/>" if indent else ""
    parts += f'<w:jc w:val="{align}"/>' if align else ""
    parts += f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else ""
    return f"<w:pPr>{parts}</w:pPr>"


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
    parts += "<w:qFormat/>" if kind != "table" and style_id not in ("Footer",) else ""
    return f'<w:style w:type="{kind}"{custom} w:styleId="{style_id}">{parts}{body}</w:style>'


def title_styles(d: Design) -> str:
    right = (("right", d.width),)
    bar = edge("top", 48, 14, d.accent) if d.bar else ""
    rule = edge("top", 4, 8, d.rule) if d.rules else ""
    g = d.gap

    def p(style_id: str, name: str, body: str, *, following: str = "Normal", order: int = 0, own: bool = True) -> str:
        return style("paragraph", style_id, name, body, based="Normal", following=following, order=order, own=own)

    return (
        p("Overline", "Overline", para(0, 6 * g, 1.0, keep=True, border=bar)
          + run(d.small, d.accent, semi=True, caps=True, track=24), following="Title")
        + p("Title", "Title", para(0, 2 * g, 1.05, keep=True, lines=True) + run(d.title, look.INK, semi=True, track=-8),
            following="Subtitle", order=10, own=False)
        + p("Subtitle", "Subtitle", para(2 * g, 3 * g, 1.15, keep=True) + run(d.body + 2.5, d.accent, semi=True),
            order=11, own=False)
        + p("MetaLine", "Meta Line", para(1, 0, 1.2) + run(d.small + 0.5, look.MUTED))
        + p("Lead", "Lead", para(12 * g, 2 * g, 1.35) + run(d.body + 2, look.INK))
        + p("Heading1", "heading 1", para(20 * g, 6 * g, 1.1, keep=True, lines=True, border=rule, outline=0)
            + run(d.heading1, look.INK, semi=True), order=9, own=False)
        + p("Heading2", "heading 2", para(11 * g, 3 * g, 1.1, keep=True, lines=True, tabs=right, outline=1)
            + run(d.heading2, d.accent, semi=True, caps=d.heading2_caps, track=16 if d.heading2_caps else 0),
            order=9, own=False)
        + p("Heading3", "heading 3", para(6 * g, 1, 1.15, keep=True, lines=True, tabs=right, outline=2)
            + run(d.heading3, look.INK, semi=True), following="WinText", order=9, own=False)
    )  # fmt: skip


def text_styles(d: Design) -> str:
    exact = d.leading if d.exact else 0
    line = 1.15 if d.exact else d.leading
    bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    label = look.LABEL_WIDTH

    def p(style_id: str, name: str, body: str, *, order: int = 0, own: bool = True) -> str:
        return style("paragraph", style_id, name, body, based="Normal", order=order, own=own)

    return (
        p("WinText", "Win Text", para(0, 1, line, exact=exact, lines=True, indent='w:right="1000"'))
        + p("WinDetail", "Win Detail", para(0, 2, line, exact=exact, lines=True, tabs=(("left", label),),
            indent=f'w:left="{label}" w:right="600" w:hanging="{label}"'))
        + p("Evidence", "Evidence", para(1, 6 * d.gap, 1.15, lines=True, indent='w:right="1000"')
            + run(d.small, look.MUTED))
        + p("ListBullet", "List Bullet", para(0, look.ONE_PAGE_BULLET_GAP if d.exact else 4 * d.gap, line, exact=exact,
            lines=True, number=bullet, indent=f'w:left="{look.BULLET_INDENT}" w:hanging="{look.BULLET_INDENT}"'), order=36, own=False)
        + p("ListContinue", "List Continue", para(0, 3, line, exact=exact, lines=True,
            indent=f'w:left="{look.BULLET_INDENT}"'), order=37, own=False)
        + p("Caption", "caption", para(2, 8 * d.gap, 1.15) + run(d.small, look.MUTED), order=35, own=False)
        + p("Note", "Note", para(8 * d.gap, 0, 1.15) + run(d.small, look.MUTED))
        + p("ChartRow", "Chart Row", para(12 * d.gap, 0, 1.0))
        + p("CardLabel", "Card Label", para(8 * d.gap, 0, 1.0, keep=True) + run(d.small, look.MUTED))
        + p("CardValue", "Card Value", para(3 * d.gap, 1, 1.0, keep=True) + run(d.card_value, d.accent, semi=True, track=-6))
        + p("CardValueLong", "Card Value Long", para(5 * d.gap, 2, 1.0, keep=True)
            + run(d.card_value * 0.66, d.accent, semi=True))
        + p("CardNote", "Card Note", para(1, 9 * d.gap, 1.05) + run(d.small, look.INK))
        + p("CellText", "Cell Text", para(2, 2, 1.15) + run(d.body - 1))
        + p("CellNumber", "Cell Number", para(2, 2, 1.15, align="end") + run(d.body - 1))
        + p("CellHead", "Cell Head", para(2, 3, 1.1, keep=True) + run(d.small, d.accent, semi=True))
        + p("CellHeadNumber", "Cell Head Number", para(2, 3, 1.1, keep=True, align="end") + run(d.small, d.accent, semi=True))
        + p("Footer", "footer", para(0, 0, 1.0, tabs=(("right", d.width),)) + run(d.small, look.MUTED), order=99, own=False)
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
    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{d.tint}"/></w:tcPr>' if d.tint != "FFFFFF" else ""
    between = f"<w:tblBorders>{edge('insideV', 48, 0, 'FFFFFF')}</w:tblBorders>"
    inner = margins.format(160 if d.tint != "FFFFFF" else 0, 80)
    lines = f"<w:tblBorders>{edge('bottom', 4, 0, d.rule)}{edge('insideH', 4, 0, d.rule)}</w:tblBorders>"
    first = f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{edge("bottom", 8, 0, d.accent)}</w:tcBorders></w:tcPr></w:tblStylePr>'
    return (
        style("table", "Cards", "Cards", f"<w:tblPr>{between}<w:tblCellMar>{inner}</w:tblCellMar></w:tblPr>{shade}",
              based="TableNormal", order=99)
        + style("table", "Records", "Records",
                f'<w:tblPr>{lines}<w:tblCellMar>{margins.format(0, 140)}</w:tblCellMar></w:tblPr>{first}',
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
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>{para(0, 4, 1.2)}</w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
        "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
    )
    return (
        f'{HEAD}<w:styles xmlns:w="{W}">{defaults}{basic}{title_styles(d)}{text_styles(d)}{character_styles(d)}'
        f"{table_styles(d)}</w:styles>"
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


def font_table_xml() -> str:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="Segoe UI"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name in (look.FAMILY, look.SEMIBOLD)
    )
    return f'{HEAD}<w:fonts xmlns:w="{W}" xmlns:r="{R}">{fonts}</w:fonts>'


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
        f'xmlns:pic="{drawing}/picture"><w:body><w:sectPr><w:footerReference w:type="default" r:id="rId5"/>'
        f'<w:pgSz w:w="{look.PAGE_WIDTH}" w:h="{look.PAGE_HEIGHT}"/><w:pgMar w:top="{look.PAGE_TOP}" w:right="{d.margin}" '
        f'w:bottom="{look.PAGE_BOTTOM}" w:left="{d.margin}" w:header="560" w:footer="520" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def content_types_xml() -> str:
    defaults = (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
        ("png", "image/png"), ("odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont"),
    )  # fmt: skip
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
        look.INK, "FFFFFF", look.MUTED, d.tint, d.accent, look.QUIET, look.MUTED, look.RULE, look.GRID, look.INK, d.accent, look.MUTED,
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
    named = ("styles", "settings", "fontTable", "numbering")
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
        "word/fontTable.xml": font_table_xml(),
        "word/numbering.xml": numbering_xml(d),
        "word/footer1.xml": footer_xml(),
        "word/theme/theme1.xml": theme_xml(d),
    }


def build(folder: Path) -> None:
    """Write one file per design, the same bytes every time."""
    folder.mkdir(parents=True, exist_ok=True)
    for design in (PROMOTION, PLAIN, ONE_PAGE):
        with zipfile.ZipFile(folder / f"{design.file}.docx", "w") as archive:
            for name, content in package(design).items():
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, content.encode())


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "templates")
