"""The six measures at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from arcareer.domain.metric_board import TileVerdict
from arcareer.domain.metric_kinds import TILES
from arcareer.domain.metric_words import flag_words
from arcareer_ui.pages.metrics.parts import why_words
from arcareer_ui.pages.metrics.words import metric_name, number_words, short_change_words, unit_words
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.stat_tile import StatTile

if TYPE_CHECKING:
    from arcareer.domain.metric_board import Tile

TILE_WIDTH = 148


class TileRow(AutoGrid):
    """A tile for each measure. `chosen` carries the id of the one pressed, `explained` of the one asked about."""

    chosen = Signal(str)
    explained = Signal(str)

    def __init__(self) -> None:
        self.tiles: dict[str, StatTile] = {}
        for kind in TILES:
            name = metric_name(kind)
            tile = StatTile(name, explanation=self.tr("How {name} is worked out").format(name=name))
            tile.clicked.connect(partial(self._choose, kind.id))
            tile.explained.connect(partial(self._explain, kind.id))
            self.tiles[kind.id] = tile
        super().__init__(tuple(self.tiles.values()), TILE_WIDTH, 12, even=True)

    def show_tiles(self, tiles: Sequence[Tile], chosen: str) -> None:
        """Show the values of a board and mark the measure the chart shows."""
        for tile in tiles:
            shown = self.tiles.get(tile.kind.id)
            if shown is not None:
                self._show(shown, tile)
                shown.set_chosen(tile.kind.id == chosen)

    def _show(self, shown: StatTile, tile: Tile) -> None:
        reading, unit = tile.reading, tile.kind.unit
        if reading.value is None:
            shown.refuse(why_words(reading))
            return
        difference = tile.change.difference if tile.change else None
        moved = tile.verdict in {TileVerdict.BETTER, TileVerdict.WORSE}
        shown.set(
            number_words(reading.value, unit),
            unit_words(unit),
            change="" if difference is None else short_change_words(difference, unit),
            rising=None if difference is None or not moved else difference > 0,
            good=tile.verdict is TileVerdict.BETTER if moved else None,
            past=tuple(float(point.value) for point in tile.points if point.value is not None),
            note=flag_words(reading.flag) if reading.flag else "",
        )

    def _choose(self, metric: str) -> None:
        self.chosen.emit(metric)

    def _explain(self, metric: str) -> None:
        self.explained.emit(metric)
