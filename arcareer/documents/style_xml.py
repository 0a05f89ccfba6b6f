"""Our styles as WordprocessingML, for the shipped base documents and for what a file of the user's own lacks."""
# ruff: noqa: E501 - XML reads better in one piece

from __future__ import annotations

from arcareer.documents import look
from arcareer.documents.styles import Design, ParagraphStyle

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BULLETS = 1


def styles_by_id(d: Design, bullets: int = BULLETS) -> dict[str, str]:
    """Return every style of a design by its id; `bullets` is the numbering its list takes."""
    found = dict(_BASIC)
    found |= {one.id: _paragraph_style(one, d, bullets) for one in d.paragraphs.values()}
    return found | _character_styles(d) | _table_styles(d)


def styles_xml(d: Design) -> str:
    """Return the styles part of a base document."""
    fonts = f'w:ascii="{look.FAMILY}" w:hAnsi="{look.FAMILY}" w:eastAsia="Yu Gothic" w:cs="Arial"'
    size = round(d.body * 2)
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:color w:val="{look.INK}"/><w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/><w:lang w:val="{look.LANGUAGE}" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
    )
    return f'{HEAD}<w:styles xmlns:w="{W}">{defaults}{"".join(styles_by_id(d).values())}</w:styles>'


def numbering_xml(d: Design) -> str:
    """Return the numbering part of a base document: one list with bullets."""
    return (
        f'{HEAD}<w:numbering xmlns:w="{W}">{bullet_list_xml(d, 0)}'
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def bullet_list_xml(d: Design, number: int) -> str:
    """Return the definition of the list with bullets under a number."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{look.BULLET_INDENT}" w:hanging="{look.BULLET_INDENT}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{d.accent}"/></w:rPr></w:lvl></w:abstractNum>'
    )


def settings_xml() -> str:
    """Return the settings part of a base document."""
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{compat_xml()}'
        f'<w:themeFontLang w:val="{look.LANGUAGE}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def compat_xml() -> str:
    """Return the settings by which Word lays the document out as it does new ones."""
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1), ("doNotFlipMirrorIndents", 1),
        )
    )  # fmt: skip
    return f"<w:compat>{compat}</w:compat>"


def footer_xml(tabs: str = "") -> str:
    """Return our footer: room for words, and the page at the right; `tabs` are tab stops of its own."""

    def said(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    def field(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    return (
        f'{HEAD}<w:ftr xmlns:w="{W}" xmlns:r="{R}"><w:p><w:pPr><w:pStyle w:val="Footer"/>{tabs}</w:pPr>{said("")}'
        f"<w:r><w:tab/></w:r>{said('Page ')}{field('PAGE')}{said(' of ')}{field('NUMPAGES')}</w:p></w:ftr>"
    )


_BASIC = {
    "Normal": '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="0" w:after="80" w:line="288" w:lineRule="auto"/></w:pPr></w:style>',
    "DefaultParagraphFont": '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
    "TableNormal": '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>",
    "NoList": '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
    "<w:semiHidden/><w:unhideWhenUsed/></w:style>",
}


def _run(
    d: Design, size: float | None = None, color: str = "", *, semi: bool = False, caps: bool = False, track: int = 0
) -> str:
    parts = ""
    if semi:
        face = f'<w:rFonts w:ascii="{look.SEMIBOLD}" w:hAnsi="{look.SEMIBOLD}"/>'
        parts += face if d.own_face else "<w:b/><w:bCs/>"
    if caps:
        parts += "<w:caps/>"
    if color:
        parts += f'<w:color w:val="{color}"/>'
    if track:
        parts += f'<w:spacing w:val="{track}"/>'
    if size:
        parts += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    return f"<w:rPr>{parts}</w:rPr>" if parts else ""


def _edge(side: str, size: int, space: int, color: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def _style(
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


def _paragraph_style(one: ParagraphStyle, d: Design, bullets: int) -> str:
    parts = ("<w:keepNext/>" if one.keeps_next else "") + "<w:keepLines/>"
    parts += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{bullets}"/></w:numPr>' if one.bullet else ""
    parts += f"<w:pBdr>{_edge('top', 48, 14, d.accent)}</w:pBdr>" if one.bar else ""
    parts += f"<w:pBdr>{_edge('top', 4, 8, look.RULE)}</w:pBdr>" if one.rule else ""
    parts += f'<w:tabs><w:tab w:val="right" w:pos="{d.width}"/></w:tabs>' if one.right_tab else ""
    parts += f'<w:spacing w:before="{round(one.before * 20)}" w:after="{round(one.after * 20)}" '
    parts += (
        f'w:line="{round(one.line * (20 if one.exact else 240))}" w:lineRule="{"exact" if one.exact else "auto"}"/>'
    )
    if one.left or one.right or not d.own_face:
        parts += f'<w:ind w:left="{one.left}" w:right="{one.right}" w:hanging="{one.hanging}"/>'
    if one.to_the_end or not d.own_face:
        parts += f'<w:jc w:val="{"end" if one.to_the_end else "start"}"/>'
    parts += f'<w:outlineLvl w:val="{one.outline}"/>' if one.outline is not None else ""
    letters = _run(d, one.size, one.colour, semi=one.semibold, caps=one.capitals, track=one.tracking)
    return _style(
        "paragraph", one.id, one.name, f"<w:pPr>{parts}</w:pPr>{letters}",
        based="Normal", following=one.following, order=one.order, own=not one.built_in,
    )  # fmt: skip


def _character_styles(d: Design) -> dict[str, str]:
    def c(name: str, body: str) -> str:
        return _style("character", name, name, body, based="DefaultParagraphFont", order=20)

    return {
        "Amount": c("Amount", _run(d, None, d.accent, semi=True)),
        "Label": c("Label", _run(d, None, d.accent, semi=True)),
        "Lifted": c("Lifted", _run(d, None, look.INK, semi=True)),
        "Muted": c("Muted", _run(d, d.small, look.MUTED)),
    }


def _table_styles(d: Design) -> dict[str, str]:
    margins = '<w:top w:w="0" w:type="dxa"/><w:left w:w="{0}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="{1}" w:type="dxa"/>'
    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{d.tint}"/></w:tcPr>' if d.tint != look.PAPER else ""
    between = f"<w:tblBorders>{_edge('insideV', 48, 0, 'FFFFFF')}</w:tblBorders>"
    inner = margins.format(look.CARD_PADDING if d.tint != look.PAPER else 0, 80)
    lines = f"<w:tblBorders>{_edge('bottom', 4, 0, look.RULE)}{_edge('insideH', 4, 0, look.RULE)}</w:tblBorders>"
    first = f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{_edge("bottom", 8, 0, d.accent)}</w:tcBorders></w:tcPr></w:tblStylePr>'
    return {
        "Cards": _style("table", "Cards", "Cards", f"<w:tblPr>{between}<w:tblCellMar>{inner}</w:tblCellMar></w:tblPr>{shade}",
                        based="TableNormal", order=99),
        "Records": _style("table", "Records", "Records",
                          f'<w:tblPr>{lines}<w:tblCellMar>{margins.format(0, look.CELL_GAP)}</w:tblCellMar></w:tblPr>{first}',
                          based="TableNormal", order=99),
    }  # fmt: skip
