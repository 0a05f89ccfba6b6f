"""Writes the Word files the documents start from: ``python tools/build_base_docx.py`` after a change here.

One file per template in resources/templates, each with the same style ids and a look of its own. Sizes are points in
the tables below and half points, twentieths or eighths of a point in the XML, as the format wants them.
"""
# ruff: noqa: E501 - XML reads better in one piece

from __future__ import annotations

import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
    "document": "document.main", "styles": "styles", "settings": "settings", "numbering": "numbering", "footer1": "footer",
}  # fmt: skip


@dataclass(frozen=True)
class Design:
    """What differs between the templates; sizes in points. `measures` fixes single styles to the point."""

    file: str
    margin: int
    top: int = look.PAGE_TOP
    measures: Mapping[str, look.LineMeasure] = field(default_factory=dict)
    accent: str = look.ACCENT
    tint: str = look.TINT
    rule: str = look.RULE
    body: float = 10
    leading: float = 1.28
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
    "one-page", look.ONE_PAGE_MARGIN, top=look.ONE_PAGE_TOP, measures=look.ONE_PAGE, body=9, small=7.5, rules=False, gap=0.5,
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


@dataclass(frozen=True, kw_only=True)
class Para:
    """A paragraph style: spaces and sizes in points, `line` a multiple of the height or, with `exact`, points."""

    id: str
    name: str
    size: float = 0
    colour: str = ""
    before: float = 0
    after: float = 0
    line: float = 1.15
    exact: bool = False
    semi: bool = False
    caps: bool = False
    track: int = 0
    keep: bool = False
    whole: bool = True
    tab: tuple[str, int] | None = None
    indent: str = ""
    border: str = ""
    bullet: bool = False
    align: str = ""
    outline: int | None = None
    following: str = "Normal"
    order: int = 0
    own: bool = True

    def xml(self) -> str:
        spacing = round(self.line * (20 if self.exact else 240))
        parts = ("<w:keepNext/>" if self.keep else "") + ("<w:keepLines/>" if self.whole else "")
        parts += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if self.bullet else ""
        parts += f"<w:pBdr>{self.border}</w:pBdr>" if self.border else ""
        parts += f'<w:tabs><w:tab w:val="{self.tab[0]}" w:pos="{self.tab[1]}"/></w:tabs>' if self.tab else ""
        parts += f'<w:spacing w:before="{round(self.before * 20)}" w:after="{round(self.after * 20)}" '
        parts += f'w:line="{spacing}" w:lineRule="{"exact" if self.exact else "auto"}"/>'
        parts += f"<w:ind {self.indent}/>" if self.indent else ""
        parts += f'<w:jc w:val="{self.align}"/>' if self.align else ""
        parts += f'<w:outlineLvl w:val="{self.outline}"/>' if self.outline is not None else ""
        body = f"<w:pPr>{parts}</w:pPr>" + run(self.size, self.colour, semi=self.semi, caps=self.caps, track=self.track)
        return style(
            "paragraph", self.id, self.name, body,
            based="Normal", following=self.following, order=self.order, own=self.own,
        )  # fmt: skip


def paragraph_styles(d: Design) -> str:
    styles = (*title_styles(d), *text_styles(d), *cell_styles(d))
    return "".join(fixed(one, d).xml() for one in styles)


def fixed(one: Para, d: Design) -> Para:
    """Return the style with the measures the design fixes for it."""
    if one.id not in d.measures:
        return one
    m = d.measures[one.id]
    return replace(one, size=m.size, before=m.before, after=m.after, line=m.line, exact=True)


def title_styles(d: Design) -> tuple[Para, ...]:
    g, right = d.gap, ("right", d.width)
    bar = edge("top", 48, 14, d.accent) if d.bar else ""
    rule = edge("top", 4, 8, d.rule) if d.rules else ""
    return (
        Para(id="Overline", name="Overline", size=d.small, colour=d.accent, semi=True, caps=True, track=24, after=6 * g,
             line=1, keep=True, border=bar, following="Title"),
        Para(id="Title", name="Title", size=d.title, colour=look.INK, semi=True, track=-8, after=2 * g, line=1.05,
             keep=True, following="Subtitle", order=10, own=False),
        Para(id="Subtitle", name="Subtitle", size=d.body + 2.5, colour=d.accent, semi=True, before=2 * g, after=3 * g,
             keep=True, order=11, own=False),
        Para(id="MetaLine", name="Meta Line", size=d.small + 0.5, colour=look.MUTED, before=1, line=1.2),
        Para(id="Lead", name="Lead", size=d.body + 2, colour=look.INK, before=12 * g, after=2 * g, line=1.35),
        Para(id="Heading1", name="heading 1", size=d.heading1, colour=look.INK, semi=True, before=20 * g, after=6 * g,
             line=1.1, keep=True, border=rule, outline=0, order=9, own=False),
        Para(id="Heading2", name="heading 2", size=d.heading2, colour=d.accent, semi=True, caps=d.heading2_caps,
             track=16 if d.heading2_caps else 0, before=11 * g, after=3 * g, line=1.1, keep=True, tab=right, outline=1,
             order=9, own=False),
        Para(id="Heading3", name="heading 3", size=d.heading3, colour=look.INK, semi=True, before=6 * g, after=1,
             keep=True, tab=right, outline=2, following="WinText", order=9, own=False),
    )  # fmt: skip


def text_styles(d: Design) -> tuple[Para, ...]:
    label, step = look.LABEL_WIDTH, look.BULLET_INDENT
    return (
        Para(id="WinText", name="Win Text", after=1, line=d.leading, indent='w:right="1000"'),
        Para(id="WinDetail", name="Win Detail", after=2, line=d.leading, tab=("left", label),
             indent=f'w:left="{label}" w:right="600" w:hanging="{label}"'),
        Para(id="Evidence", name="Evidence", size=d.small, colour=look.MUTED, before=1, after=6 * d.gap,
             indent='w:right="1000"'),
        Para(id="ListBullet", name="List Bullet", after=4 * d.gap, line=d.leading, bullet=True,
             indent=f'w:left="{step}" w:hanging="{step}"', order=36, own=False, following="ListBullet"),
        Para(id="ListContinue", name="List Continue", after=3, line=d.leading, indent=f'w:left="{step}"', order=37,
             own=False, following="ListContinue"),
        Para(id="Note", name="Note", size=d.small, colour=look.MUTED, before=8 * d.gap),
        Para(id="ChartRow", name="Chart Row", before=16 * d.gap, line=1),
        Para(id="Footer", name="footer", size=d.small, colour=look.MUTED, line=1, tab=("right", d.width), order=99,
             own=False),
    )  # fmt: skip


def cell_styles(d: Design) -> tuple[Para, ...]:
    g = d.gap
    head = Para(
        id="CellHead",
        name="Cell Head",
        size=d.small,
        colour=d.accent,
        semi=True,
        before=2,
        after=3,
        line=1.1,
        keep=True,
    )
    text = Para(id="CellText", name="Cell Text", size=d.body - 1, before=2, after=2)
    value = Para(id="CardValue", name="Card Value", size=d.card_value, colour=d.accent, semi=True, before=3 * g, after=1,
                 line=1, keep=True)  # fmt: skip
    return (
        Para(id="CardLabel", name="Card Label", size=d.small, colour=look.MUTED, before=8 * g, line=1, keep=True),
        value,
        replace(value, id="CardValueLong", name="Card Value Long", size=d.card_value * 0.65, before=5 * g, after=2),
        Para(id="CardNote", name="Card Note", size=d.small, colour=look.INK, before=1, after=9 * g, line=1.1),
        text,
        replace(text, id="CellNumber", name="Cell Number", align="end"),
        head,
        replace(head, id="CellHeadNumber", name="Cell Head Number", align="end"),
    )


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
                f'<w:tblPr>{lines}<w:tblCellMar>{margins.format(0, 220)}</w:tblCellMar></w:tblPr>{first}',
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
    return (
        f'{HEAD}<w:styles xmlns:w="{W}">{defaults}{basic}{paragraph_styles(d)}{character_styles(d)}'
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
        f'<w:pgSz w:w="{look.PAGE_WIDTH}" w:h="{look.PAGE_HEIGHT}"/><w:pgMar w:top="{d.top}" w:right="{d.margin}" '
        f'w:bottom="{d.top}" w:left="{d.margin}" w:header="560" w:footer="520" w:gutter="0"/></w:sectPr></w:body></w:document>'
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
    for design in (PROMOTION, PLAIN, ONE_PAGE):
        with zipfile.ZipFile(folder / f"{design.file}.docx", "w") as archive:
            for name, content in package(design).items():
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, content.encode())


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "templates")
