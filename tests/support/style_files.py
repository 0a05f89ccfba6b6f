"""Word files as companies have them, made anew for each test: letterheads, plain files, odd ones and hostile ones."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.shared import Cm, Mm, Pt, RGBColor
from PIL import Image, ImageDraw

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OUTSIDE = "http://tracker.example/letter.dotm"
SECRET = "Zanzibar Holdings"


def logo(kind: str = "PNG", *, mode: str = "RGB", words: str = "NS") -> bytes:
    """Return a small logo whose file carries more than its pixels, where its format can."""
    image = Image.new("RGB", (360, 120), "#123A6B")
    draw = ImageDraw.Draw(image)
    draw.ellipse((12, 12, 108, 108), fill="#F2B233")
    draw.text((140, 40), words, fill="white", font_size=44)
    image = image.convert(mode)
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = SECRET
    if kind == "JPEG":
        image.save(out, kind, exif=exif, comment=SECRET.encode())
    elif kind == "PNG":
        from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 - only here

        info = PngInfo()
        info.add_text("Author", SECRET)
        image.save(out, kind, pnginfo=info, exif=exif)
    else:
        image.save(out, kind)
    return out.getvalue()


def saved(document: Document) -> bytes:
    """Return a document as bytes."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(
    data: bytes,
    changes: Mapping[str, Callable[[bytes], bytes]] | None = None,
    more: Mapping[str, bytes] | None = None,
    without: tuple[str, ...] = (),
) -> bytes:
    """Return a Word file with parts changed by name, added and taken out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in without and name not in (more or {}):
                content = old.read(name)
                new.writestr(name, (changes or {}).get(name, _same)(content))
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def _same(content: bytes) -> bytes:
    return content


def replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    """Return a change of a part that puts one text in place of another, which must be there."""

    def change(content: bytes) -> bytes:
        text = content.decode()
        assert old in text, old
        return text.replace(old, new).encode()

    return change


def related(kind: str, target: str, *, outside: bool = True) -> Callable[[bytes], bytes]:
    """Return a change of a part of relationships that adds one."""
    mode = ' TargetMode="External"' if outside else ""
    row = f'<Relationship Id="rIdX{abs(hash(target)) % 997}" Type="{R}/{kind}" Target="{target}"{mode}/>'
    return replaced("</Relationships>", f"{row}</Relationships>")


def plain_word() -> bytes:
    """Return what a new file of python-docx holds: Word's own styles, Letter, no header."""
    return saved(docx.Document())


def letterhead() -> bytes:
    """Return an A4 letterhead: logo and address in the header, bank line in the footer, Georgia and a dark blue."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin = Cm(2.5), Cm(2), Cm(3.2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Georgia", Pt(11)
    for name, size in (("Title", 24), ("Heading 1", 15), ("Heading 2", 12), ("Heading 3", 11)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Georgia", Pt(size), RGBColor(0x12, 0x3A, 0x6B)
        fonts = style.element.rPr.rFonts
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]
    header = section.header.paragraphs[0]
    header.add_run().add_picture(io.BytesIO(logo()), height=Cm(1.2))
    header.add_run("\tNorthfield Supply Ltd, 12 Mill Lane, Leeds")
    _spread(header, section)
    footer = section.footer.paragraphs[0]
    footer.text = "Northfield Supply Ltd, registered in England 01234567"
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(f"Dear {SECRET}, this letter must never go out again.")
    properties = document.core_properties
    properties.author, properties.title, properties.comments = SECRET, SECRET, SECRET
    return saved(document)


def _spread(paragraph: Any, section: Any) -> None:
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(section.page_width - section.left_margin - section.right_margin, WD_TAB_ALIGNMENT.RIGHT)


GERMAN = {
    "Normal": "Standard", "Heading1": "berschrift1", "Heading2": "berschrift2", "Heading3": "berschrift3",
    "Title": "Titel", "Subtitle": "Untertitel", "ListBullet": "Aufzhlungszeichen", "Footer": "Fuzeile",
    "Header": "Kopfzeile", "DefaultParagraphFont": "Absatz-Standardschriftart", "TableNormal": "NormaleTabelle",
    "NoList": "KeineListe",
}  # fmt: skip


def german() -> bytes:
    """Return an A4 file of a German Word: the ids of its styles are German, their names are not."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.header.paragraphs[0].text = "Nordfeld Versorgung GmbH · Mühlweg 12 · 04109 Leipzig"
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x8A, 0x1C, 0x1C)
    data = saved(document)

    def translated(content: bytes) -> bytes:
        text = content.decode()
        for ours, theirs in GERMAN.items():
            text = re.sub(rf'(w:styleId|w:val)="{ours}"(?=[ />])(?<!w:name w:val="{ours}")', rf'\1="{theirs}"', text)
        return text.replace('w:val="en-US"', 'w:val="de-DE"').encode()

    parts = ("word/styles.xml", "word/header1.xml", "word/document.xml", "word/numbering.xml")
    return changed(data, dict.fromkeys(parts, translated))


def two_sections() -> bytes:
    """Return a Letter file with a cover and a main section: first page, odd and even pages of their own."""
    document = docx.Document()
    first = document.sections[0]
    first.header.paragraphs[0].text = "Running head of every page"
    first.footer.paragraphs[0].text = "Foot of every page"
    document.add_paragraph("Cover")
    last = document.add_section(WD_SECTION.NEW_PAGE)
    last.different_first_page_header_footer = True
    last.first_page_header.is_linked_to_previous = False
    last.first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(logo("JPEG")), height=Cm(1.5))
    document.settings.odd_and_even_pages_header_footer = True
    last.even_page_header.is_linked_to_previous = False
    last.even_page_header.paragraphs[0].text = "Running head of left pages"
    document.add_paragraph("Main part")
    return saved(document)


def landscape() -> bytes:
    """Return a Letter file on its side, in narrow columns, with line numbers and wide gutters."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.gutter = Cm(1)
    return changed(saved(document), {"word/document.xml": replaced("<w:cols ", '<w:cols w:num="3" ')})


def own_names() -> bytes:
    """Return a file that defines styles by names documents use, and one of another type that its header takes."""
    document = docx.Document()
    lead = document.styles.add_style("Lead", WD_STYLE_TYPE.PARAGRAPH)
    lead.font.size, lead.font.italic = Pt(13), True
    document.styles.add_style("Records", WD_STYLE_TYPE.PARAGRAPH).font.bold = True
    document.sections[0].header.paragraphs[0].text = "In bold"
    document.sections[0].header.paragraphs[0].style = document.styles["Records"]
    document.styles.add_style("Card Value", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(26)
    return saved(document)


def text_box(inner: str) -> str:
    """Return a paragraph with a floating text box in Word's two ways of saying it."""
    content = f"<w:txbxContent><w:p><w:r><w:t>{inner}</w:t></w:r></w:p></w:txbxContent>"
    return (
        f'<w:p xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>5400000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>360000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1800000" cy="540000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="Textfeld 1" descr="C:\\Users\\maya\\box.png"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="540000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:shape id="_x0000_s1026" style="position:absolute;width:140pt;height:42pt" href="http://a.example/">'
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def field(instruction: str, result: str) -> str:
    """Return runs that make a field."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f"{mark('begin')}<w:r><w:instrText> {instruction} </w:instrText></w:r>{mark('separate')}"
        f'<w:r><w:t xml:space="preserve">{result}</w:t></w:r>{mark("end")}'
    )


def busy_header() -> bytes:
    """Return a file whose header holds everything a header should not: fields, controls, changes, links, a text box."""
    document = docx.Document()
    header = document.sections[0].header
    part = header.part
    link = part.relate_to(OUTSIDE, f"{R}/hyperlink", is_external=True)
    picture = part.relate_to("file://server/share/logo.png", f"{R}/image", is_external=True)
    fields = (
        field(r"FILENAME \p", SECRET),
        field("PAGE", "7"),
        field("INCLUDEPICTURE &quot;http://a.example/x.png&quot;", "pictured "),
        field(r"DDEAUTO c:\x", SECRET),
    )
    xml = (
        f'<w:p xmlns:w="{W}" xmlns:r="{R}" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:v="urn:schemas-microsoft-com:vml" w:rsidR="00A1B2C3">'
        f'<w:r><w:t xml:space="preserve">Stays </w:t></w:r>{"".join(fields)}'
        f'<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>{SECRET}</w:t></w:r></w:fldSimple>'
        f'<w:hyperlink r:id="{link}"><w:r><w:t xml:space="preserve">linked </w:t></w:r></w:hyperlink>'
        f'<w:del w:id="1" w:author="{SECRET}"><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="{SECRET}"><w:r><w:t xml:space="preserve">added </w:t></w:r></w:ins>'
        '<w:sdt><w:sdtPr><w:alias w:val="x"/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>'
        '<w:r><w:t xml:space="preserve">controlled </w:t></w:r></w:sdtContent></w:sdt>'
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent>"
        "</w:sdt>"
        '<w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet" ShapeID="x" DrawAspect="Content" '
        f'ObjectID="y" r:id="{link}"/></w:object></w:r>'
        f'<w:r><w:pict><v:shape id="s" alt="old"><v:imagedata r:id="{picture}" o:title="{SECRET}"/></v:shape></w:pict>'
        "</w:r></w:p>"
    )
    header._element.append(parse_xml(xml))
    header._element.append(parse_xml(text_box("Boxed words")))
    return saved(document)


def tied_to_template() -> bytes:
    """Return a letterhead tied to a template on the net, with macros, custom data and a comment."""
    return changed(
        letterhead(),
        {
            "word/settings.xml": replaced("<w:zoom", f'<w:attachedTemplate xmlns:r="{R}" r:id="rId1"/><w:zoom'),
            "[Content_Types].xml": replaced(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "application/vnd.ms-word.document.macroEnabled.main+xml",
            ),
            "word/_rels/document.xml.rels": related("aFChunk", "http://a.example/chunk.html"),
        },
        {
            "word/_rels/settings.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId1" Type="{R}/attachedTemplate" Target="{OUTSIDE}" TargetMode="External"/>'
                "</Relationships>"
            ).encode(),
            "word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + SECRET.encode(),
            "word/embeddings/oleObject1.bin": SECRET.encode(),
            "word/comments.xml": SECRET.encode(),
            "customXml/item1.xml": f"<a>{SECRET}</a>".encode(),
        },
    )


EVERY_KIND: Mapping[str, Callable[[], bytes]] = {
    "plain": plain_word,
    "letterhead": letterhead,
    "german": german,
    "two-sections": two_sections,
    "landscape": landscape,
    "own-names": own_names,
    "busy-header": busy_header,
    "tied": tied_to_template,
}
