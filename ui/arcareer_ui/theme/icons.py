"""The shipped line icons, drawn in any colour and size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap, QTransform

STROKE = "1.75"
# these point along the reading direction and turn round with it
MIRRORED = frozenset({"arrow-left", "arrow-right", "chevron-left", "chevron-right", "skip-back", "skip-forward"})


class Icons:
    """Draws icons from a folder of SVG files; each combination is drawn once and kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float, bool], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """Return the icon `name` in `colour` (`#RRGGBB`), `size` logical px square, at a device pixel ratio."""
        mirrored = name in MIRRORED and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        key = (name, colour, size, ratio, mirrored)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._draw(name, colour, size, ratio)
            if mirrored:
                found = self._pixmaps[key] = found.transformed(QTransform.fromScale(-1, 1))
        return found

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - kept out of start-up until an icon is painted

        source = self._source(name).replace("currentColor", colour)
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        found = self._sources.get(name)
        if found is None:
            text = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            found = self._sources[name] = text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
        return found
