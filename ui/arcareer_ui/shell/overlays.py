"""What lies over the window at times, made on its first use: none of it is needed for the first picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.first_paint import FirstPaint

if TYPE_CHECKING:
    from arcareer_ui.commands import CommandTable
    from arcareer_ui.page import PageSpec
    from arcareer_ui.shell.palette import Palette
    from arcareer_ui.shell.palette_entries import PaletteProvider
    from arcareer_ui.shell.quick_capture import BuildPanel, LogHere, QuickCapture
    from arcareer_ui.shell.router import Place


class Overlays(QObject):
    """The palette, the capture of a win, the keyboard list and the focus ring of one window.

    `route_chosen`, `command_chosen` and `announced` are the palette's signals, `win_captured` the capture's;
    `keyboard_lost` comes where the keyboard cannot go back to where it was.
    """

    route_chosen = Signal(str)
    command_chosen = Signal(str)
    announced = Signal(str)
    win_captured = Signal(object, bool)
    keyboard_lost = Signal()

    def __init__(
        self,
        window: QWidget,
        commands: CommandTable,
        *,
        specs: Sequence[PageSpec],
        recent: Callable[[int], Sequence[Place]],
        providers: Callable[[], Sequence[PaletteProvider]],
        build_panel: BuildPanel,
        log_here: LogHere,
    ) -> None:
        super().__init__(window)
        self._window, self._commands = window, commands
        self._specs, self._recent, self._providers = specs, recent, providers
        self._build_panel, self._log_here = build_panel, log_here
        FirstPaint(window).painted.connect(self._add_ring)

    @cached_property
    def palette(self) -> Palette:
        """Return the palette."""
        from arcareer_ui.shell.palette import Palette  # noqa: PLC0415
        from arcareer_ui.shell.palette_entries import palette_places  # noqa: PLC0415

        places = palette_places(self._specs)
        palette = Palette(self._window, self._commands, places, self._recent, self._providers())
        palette.route_chosen.connect(self.route_chosen)
        palette.command_chosen.connect(self.command_chosen)
        palette.log_asked.connect(self.log)
        palette.announced.connect(self.announced)
        palette.keyboard_lost.connect(self.keyboard_lost)
        return palette

    @cached_property
    def capture(self) -> QuickCapture:
        """Return what logs a win from anywhere."""
        from arcareer_ui.shell.quick_capture import QuickCapture  # noqa: PLC0415

        capture = QuickCapture(self._window, self._build_panel, self._log_here)
        capture.captured.connect(self.win_captured)
        capture.keyboard_lost.connect(self.keyboard_lost)
        return capture

    def find(self) -> None:
        """Open the palette."""
        self.palette.open()

    def log(self, text: str = "") -> None:
        """Log a win, on the page on show if it can, else on top of it."""
        self.capture.open_with(text)

    def show_keys(self) -> None:
        """Show every shortcut."""
        from arcareer_ui.shell.keyboard_list import KeyboardList  # noqa: PLC0415

        KeyboardList(self._window, self._commands.specs).open()

    def _add_ring(self) -> None:
        from arcareer_ui.widgets.focus_ring import FocusRing  # noqa: PLC0415

        FocusRing(self._window)
