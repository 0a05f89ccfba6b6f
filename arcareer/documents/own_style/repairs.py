"""Small faults that other programs write into Word files, put right so that Word opens the document without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer.documents.own_style.names import W, half_points, remove, twips

if TYPE_CHECKING:
    from lxml import etree

_FARTHEST = 31_680
_LEVEL_ORDER = tuple(
    f"{W}{name}"
    for name in (
        "start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId", "legacy", "lvlJc",
        "pPr", "rPr",
    )
)  # fmt: skip
_SIDES = {"start": "left", "end": "right"}
_ROW_SWITCHES = (f"{W}tblHeader", f"{W}cantSplit", f"{W}hidden")
_OFF = ("0", "false", "off")
_FONT_PARTS = {
    "altName": ("val",), "panose1": ("val",), "charset": ("val",), "family": ("val",), "notTrueType": ("val",),
    "pitch": ("val",), "sig": ("usb0", "usb1", "usb2", "usb3", "csb0", "csb1"),
}  # fmt: skip


def mend(root: etree._Element) -> None:
    """Put sizes of letters, tab stops, levels of lists and switches of rows right in place."""
    _mend_sizes(root)
    _mend_tabs(root)
    for level in root.iter(f"{W}lvl"):
        level[:] = sorted(level, key=lambda part: _LEVEL_ORDER.index(part.tag) if part.tag in _LEVEL_ORDER else -1)
    for side in root.iter(f"{W}lvlJc"):
        told = str(side.get(f"{W}val"))
        side.set(f"{W}val", _SIDES.get(told, told))
    for switch in [node for node in root.iter(*_ROW_SWITCHES) if node.get(f"{W}val") is not None]:
        if str(switch.get(f"{W}val")) in _OFF:
            remove(switch)
        else:
            del switch.attrib[f"{W}val"]


def _mend_sizes(root: etree._Element) -> None:
    for node in list(root.iter(f"{W}sz", f"{W}szCs")):
        size = half_points(node.get(f"{W}val"))
        if size:
            node.set(f"{W}val", str(size))
        elif node.get(f"{W}val") is not None:
            remove(node)


def _mend_tabs(root: etree._Element) -> None:
    for tab in list(root.iter(f"{W}tab")):
        place = twips(tab.get(f"{W}pos"))
        if tab.get(f"{W}pos") is not None and (place is None or abs(place) > _FARTHEST):
            remove(tab)
    for tabs in list(root.iter(f"{W}tabs")):
        if len(tabs) == 0:
            remove(tabs)


def mend_fonts(root: etree._Element, embedded: frozenset[str]) -> None:
    """Leave of each font in a table what tells of its looks, and the faces it embeds."""
    for font in root.iterchildren(f"{W}font"):
        for part in list(font):
            name = str(part.tag)[len(W) :]
            if name in embedded:
                continue
            if name not in _FONT_PARTS:
                remove(part)
                continue
            for key in [str(key) for key in part.attrib]:
                if key not in {f"{W}{kept}" for kept in _FONT_PARTS[name]}:
                    del part.attrib[key]
