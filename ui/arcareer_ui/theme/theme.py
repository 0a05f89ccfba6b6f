"""The look of the application: colours, fonts, icons and sizes, switched live.

There is one palette and one style sheet in a process, so there is one current `Theme`. The composition root makes it
and calls `apply()`; painting code, which has no arguments of its own, reads it through `current_theme()`. Nothing else
may keep state here.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from arcareer.resources import resource_root
from arcareer_ui.theme.icons import Icons
from arcareer_ui.theme.style_sheet import FAMILIES, style_sheet
from arcareer_ui.theme.tokens import SCHEMES, TYPE, Colours, more_contrast

SchemeChoice = Literal["system", "light", "dark"]

# to start QApplication with: `setStyle` later would make the binding load every style class
QT_ARGUMENTS = ("-style", "Fusion")
_FONT_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")
_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "inset",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "canvas",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "inset",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.Shadow: "line_strong",
    QPalette.ColorRole.BrightText: "danger",
}
_WHEN_DISABLED: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Text: "text3",
    QPalette.ColorRole.ButtonText: "text3",
    QPalette.ColorRole.WindowText: "text3",
    QPalette.ColorRole.Base: "inset",
    QPalette.ColorRole.Button: "inset",
}


class Theme(QObject):
    """Colours, fonts, icons and sizes of one scheme at one text scale."""

    changed = Signal()
    _current: ClassVar[Theme | None] = None

    def __init__(self, resources: Path | None = None, parent: QObject | None = None) -> None:
        """Start light at 100 % text; `resources` is the folder that holds `fonts` and `icons`."""
        super().__init__(parent)
        self._resources = resources or resource_root()
        self._icons = Icons(self._resources / "icons")
        self._choice: SchemeChoice = "system"
        self._app: QApplication | None = None
        self._holds_sheet = False
        self._is_worn = False
        self.look = 0  # a number that changes with every change of what is seen
        self._set_look("light", 1.0, strong=False)
        self.reduced_motion = False

    def _set_look(self, scheme: str, scale: float, *, strong: bool) -> None:
        self.scheme, self.scale, self.high_contrast = scheme, scale, strong
        self.look += 1
        colours = SCHEMES[scheme]
        self.colours: Colours = more_contrast(colours) if strong else colours
        self._qcolours = {name: QColor(value) for name, value in self.colours.items()}
        self._fonts: dict[tuple[str, int, bool], QFont] = {}
        self._metrics: dict[tuple[str, int, bool], QFontMetricsF] = {}

    @property
    def is_dark(self) -> bool:
        """Return whether the dark scheme is on."""
        return self.scheme == "dark"

    def px(self, size: float) -> int:
        """Return a size given at 100 % text, in px at the present text scale (at least 1)."""
        return max(1, round(size * self.scale))

    def colour(self, token: str) -> QColor:
        """Return the colour of a token; do not change it in place."""
        return self._qcolours[token]

    def font(self, role: str = "body", weight: int | None = None, *, tabular: bool = False) -> QFont:
        """Return the font of a type role, in another weight if asked; `tabular` aligns figures in columns."""
        style = TYPE[role]
        key = (role, weight or style.weight, tabular)
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = self._make_font(style.size, key[1], tabular=tabular)
        return found

    def _make_font(self, size: int, weight: int, *, tabular: bool) -> QFont:
        font = QFont(FAMILIES[weight])
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if size >= 20:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def metrics(self, role: str = "body", weight: int | None = None, *, tabular: bool = False) -> QFontMetricsF:
        """Return the metrics of `font(...)`, kept for painting code."""
        key = (role, weight or TYPE[role].weight, tabular)
        found = self._metrics.get(key)
        if found is None:
            found = self._metrics[key] = QFontMetricsF(self.font(role, weight, tabular=tabular))
        return found

    def pixmap(self, name: str, colour: str = "text2", size: float = 18, ratio: float | None = None) -> QPixmap:
        """Return an icon in the colour of a token; `size` at 100 % text, `ratio` the screen's if not given."""
        return self._icons.pixmap(name, self.colours[colour], self.px(size), ratio or _screen_ratio())

    def icon(self, name: str, colour: str = "text2", size: float = 18) -> QIcon:
        """Return an icon for a button, with its disabled look."""
        icon = QIcon(self.pixmap(name, colour, size))
        icon.addPixmap(self.pixmap(name, "text3", size), QIcon.Mode.Disabled)
        return icon

    def palette(self) -> QPalette:
        """Return the palette: everything that a style sheet does not reach, all roles set."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.colour(token))
        for role, token in _WHEN_DISABLED.items():
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour(token))
        return palette

    def style_sheet(self) -> str:
        """Return the application's style sheet for the present look."""
        return style_sheet(self.colours, self.px)

    def apply(
        self, app: QApplication, choice: SchemeChoice = "system", scale: float = 1.0, *, hold_sheet: bool = False
    ) -> None:
        """Dress the application, now and whenever the system changes while `choice` is "system".

        With `hold_sheet` the style sheet waits for `release_sheet()`: while one is installed Qt styles a whole subtree
        anew each time it gets a parent, so the first window is built in half the time without it.
        """
        self._is_worn = self._is_worn and Theme._current is self
        self._holds_sheet = hold_sheet
        first = self._app is None
        self._app = app
        self._choice = choice
        Theme._current = self
        if first:
            self._prepare(app)
        wanted = {"dark": Qt.ColorScheme.Dark, "light": Qt.ColorScheme.Light}
        app.styleHints().setColorScheme(wanted.get(choice, Qt.ColorScheme.Unknown))
        self._dress(scale)

    def release_sheet(self) -> None:
        """Install a style sheet that was held back; call it before the window is shown."""
        if self._holds_sheet and self._app is not None:
            self._holds_sheet = False
            self._wear_sheet(self._app)

    def _prepare(self, app: QApplication) -> None:
        for name in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(self._resources / "fonts" / name))
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)

    def _dress(self, scale: float) -> None:
        app = cast("QApplication", self._app)
        hints = app.styleHints()
        scheme = self._choice
        if scheme == "system":
            scheme = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
        strong = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        same = (scheme, scale, strong) == (self.scheme, self.scale, self.high_contrast)
        if same and self._is_worn and not self._holds_sheet:
            return
        self._is_worn = False
        self._set_look(scheme, scale, strong=strong)
        app.setPalette(self.palette())
        app.setFont(self.font())
        if not self._holds_sheet:
            self._wear_sheet(app)
        self.changed.emit()

    def _wear_sheet(self, app: QApplication) -> None:
        self._is_worn = True
        app.setStyleSheet(self.style_sheet())

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._dress(self.scale)

    def _follow_contrast(self) -> None:
        self._dress(self.scale)

    @classmethod
    def current(cls) -> Theme:
        """Return the applied theme; before that a light one, so that widgets can be built alone."""
        if cls._current is None:
            cls._current = Theme()
        return cls._current


def current_theme() -> Theme:
    """Return the theme of this process, for painting code."""
    return Theme.current()


def _screen_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
