"""How long a text is: characters as a reader sees them, code points, and the units that forms count by."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from enum import Enum, auto
from typing import Final

_ZWJ: Final = "\u200d"
_HANGUL: Final = 0xAC00
_PICTOGRAPHS: Final = (
    "00A9 00AE 203C 2049 2122 2139 2194-2199 21A9-21AA 231A-231B 2328 2388 23CF 23E9-23F3 23F8-23FA 24C2 25AA-25AB 25B6"
    " 25C0 25FB-25FE 2600-2605 2607-2612 2614-2685 2690-2705 2708-2712 2714 2716 271D 2721 2728 2733-2734 2744 2747"
    " 274C 274E 2753-2755 2757 2763-2767 2795-2797 27A1 27B0 27BF 2934-2935 2B05-2B07 2B1B-2B1C 2B50 2B55 3030 303D"
    " 3297 3299 1F000-1F0FF 1F10D-1F10F 1F12F 1F16C-1F171 1F17E-1F17F 1F18E 1F191-1F19A 1F1AD-1F1E5 1F201-1F20F 1F21A"
    " 1F22F 1F232-1F23A 1F23C-1F23F 1F249-1F3FA 1F400-1F53D 1F546-1F64F 1F680-1F6FF 1F774-1F77F 1F7D5-1F7FF"
    " 1F80C-1F80F 1F848-1F84F 1F85A-1F85F 1F888-1F88F 1F8AE-1F8FF 1F90C-1F93A 1F93C-1F945 1F947-1FAFF 1FC00-1FFFD"
)
_LONE_MARKS: Final = (
    "102B-102C 1038 1062-1064 1067-106D 1083 1087-108C 108F 109A-109C 1A61 1A63-1A64 AA7B AA7D 11720-11721"
)
_EXTENDING: Final = "0E33 0EB3 200C FF9E-FF9F 1F3FB-1F3FF E0020-E007F"
_PREPENDED: Final = (
    "0600-0605 06DD 070F 0890-0891 08E2 0D4E 110BD 110CD 111C2-111C3 1193F 11941 11A3A 11A84-11A89 11D46"
)


class _Kind(Enum):
    """What a code point does at the border between two characters."""

    OTHER = auto()
    CONTROL = auto()
    EXTEND = auto()
    JOINER = auto()
    PREPEND = auto()
    FLAG = auto()
    PICTOGRAPH = auto()
    LEADING = auto()
    VOWEL = auto()
    TRAILING = auto()
    SYLLABLE = auto()
    CLOSED_SYLLABLE = auto()


_HANGUL_FOLLOWS: Final = {
    _Kind.LEADING: (_Kind.LEADING, _Kind.VOWEL, _Kind.SYLLABLE, _Kind.CLOSED_SYLLABLE),
    _Kind.SYLLABLE: (_Kind.VOWEL, _Kind.TRAILING),
    _Kind.VOWEL: (_Kind.VOWEL, _Kind.TRAILING),
    _Kind.CLOSED_SYLLABLE: (_Kind.TRAILING,),
    _Kind.TRAILING: (_Kind.TRAILING,),
}


def characters(text: str) -> tuple[str, ...]:
    """Cut a text into characters as a reader sees them: a letter with its marks, a flag, a joined emoji are one each.

    These are the extended grapheme clusters of Unicode's UAX #29, but for the joined consonants of Indian scripts,
    which older programs count as two.
    """
    if text.isascii() and "\r" not in text:
        return tuple(text)
    found: list[str] = []
    start, flags, is_open = 0, 0, False
    kinds = [_kind(char) for char in text]
    for at in range(1, len(text)):
        before, here = kinds[at - 1], kinds[at]
        flags = flags + 1 if before is _Kind.FLAG else 0
        is_joined = before is _Kind.JOINER and is_open
        is_open = before is _Kind.PICTOGRAPH or (before is _Kind.EXTEND and is_open)
        is_pair = (is_joined and here is _Kind.PICTOGRAPH) or (flags % 2 == 1 and here is _Kind.FLAG)
        if not (is_pair or text[at - 1 : at + 1] == "\r\n" or _sticks(before, here)):
            found.append(text[start:at])
            start = at
    return (*found, text[start:]) if text else ()


def code_units(text: str) -> int:
    """Return the length as the strictest form counts it: UTF-16 units, and two for a line break.

    Browsers count UTF-16 units and send a line break as two of them. No other count of the same text is higher.
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 + text.count("\n")


def _sticks(before: _Kind, here: _Kind) -> bool:
    if _Kind.CONTROL in (before, here):
        return False
    return here in (_Kind.EXTEND, _Kind.JOINER) or before is _Kind.PREPEND or here in _HANGUL_FOLLOWS.get(before, ())


def _kind(char: str) -> _Kind:
    if char < "\u0300":
        return _kind_of_latin(char)
    code = ord(char)
    if 0x1100 <= code <= 0xD7FF and (found := _hangul(code)):
        return found
    return _of_table(code) or _of_category(unicodedata.category(char), code)


def _kind_of_latin(char: str) -> _Kind:
    if char < " " or "\x7f" <= char <= "\x9f" or char == "\xad":
        return _Kind.CONTROL
    return _Kind.PICTOGRAPH if char in "\xa9\xae" else _Kind.OTHER


def _of_category(category: str, code: int) -> _Kind:
    if category in ("Mn", "Me", "Mc"):
        return _Kind.EXTEND
    if category in ("Cc", "Cf", "Zl", "Zp", "Cs") or (category == "Cn" and 0xE0000 <= code <= 0xE0FFF):
        return _Kind.CONTROL
    return _Kind.OTHER


def _hangul(code: int) -> _Kind | None:
    if 0x1100 <= code <= 0x115F or 0xA960 <= code <= 0xA97C:
        return _Kind.LEADING
    if 0x1160 <= code <= 0x11A7 or 0xD7B0 <= code <= 0xD7C6:
        return _Kind.VOWEL
    if 0x11A8 <= code <= 0x11FF or 0xD7CB <= code <= 0xD7FB:
        return _Kind.TRAILING
    if _HANGUL <= code <= 0xD7A3:
        return _Kind.CLOSED_SYLLABLE if (code - _HANGUL) % 28 else _Kind.SYLLABLE
    return None


def _ranges(listed: str, kind: _Kind) -> list[tuple[int, int, _Kind]]:
    ends = (part.split("-") for part in listed.split())
    return [(int(end[0], 16), int(end[-1], 16), kind) for end in ends]


_TABLE: Final = sorted(
    [
        *_ranges(_PICTOGRAPHS, _Kind.PICTOGRAPH),
        *_ranges(_LONE_MARKS, _Kind.OTHER),
        *_ranges(_EXTENDING, _Kind.EXTEND),
        *_ranges(_PREPENDED, _Kind.PREPEND),
        (ord(_ZWJ), ord(_ZWJ), _Kind.JOINER),
        (0x1F1E6, 0x1F1FF, _Kind.FLAG),
    ],
    key=lambda entry: entry[0],
)
_STARTS: Final = [first for first, _, _ in _TABLE]


def _of_table(code: int) -> _Kind | None:
    at = bisect_right(_STARTS, code) - 1
    return _TABLE[at][2] if at >= 0 and code <= _TABLE[at][1] else None
