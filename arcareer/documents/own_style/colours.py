"""Which colour of a file can set words apart on white paper."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_READABLE = 4.5
_COLOURFUL = 24
_TINT = 0.92


def readable(colours: Iterable[str]) -> str:
    """Return the first that is a colour rather than a grey, darkened until words in it can be read; else nothing.

    Read easily means a contrast of 4.5 to 1 with white (WCAG 2.2, 1.4.3).
    """
    for colour in colours:
        if _HEX.fullmatch(colour):
            channels = _channels(colour)
            if max(channels) - min(channels) >= _COLOURFUL:
                while 1.05 / (_luminance(channels) + 0.05) < _READABLE:
                    channels = tuple(round(channel * 0.94) for channel in channels)
                return _written(channels)
    return ""


def tint_of(colour: str) -> str:
    """Return a very light shade of a colour, for the ground under words."""
    return _written(tuple(round(channel + (255 - channel) * _TINT) for channel in _channels(colour)))


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour))


def _written(channels: tuple[int, ...]) -> str:
    return bytes(channels).hex().upper()


def _luminance(channels: tuple[int, ...]) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    shares = (channel / 255 for channel in channels)
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
