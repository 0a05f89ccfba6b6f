import re
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from arcareer.resources import resource_root
from arcareer_ui.theme.theme import Theme
from arcareer_ui.theme.tokens import DARK, LIGHT, TYPE
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from tests.support.audit import settle

ICONS = sorted(path.stem for path in (resource_root() / "icons").glob("*.svg"))
ROLES = (
    QPalette.ColorRole.PlaceholderText,
    QPalette.ColorRole.Highlight,
    QPalette.ColorRole.HighlightedText,
    QPalette.ColorRole.ToolTipText,
    QPalette.ColorRole.Link,
    QPalette.ColorRole.Accent,
)


class FakeHints(QObject):
    """The system's style hints, set by a test."""

    colorSchemeChanged = Signal(object)  # noqa: N815 - Qt's name
    contrastPreferenceChanged = Signal(object)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Unknown
        self.contrast = Qt.ContrastPreference.NoPreference

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:
        pass

    def accessibility(self) -> "FakeHints":
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.contrast


class FakeApp:
    """An application that keeps what it is dressed in."""

    def __init__(self) -> None:
        self.hints = FakeHints()
        self.sheet = ""

    def styleHints(self) -> FakeHints:
        return self.hints

    def setStyle(self, name: str) -> None:
        pass

    def setPalette(self, palette: QPalette) -> None:
        pass

    def setFont(self, font: object) -> None:
        pass

    def setStyleSheet(self, sheet: str) -> None:
        self.sheet = sheet


@pytest.fixture
def alone(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> tuple[Theme, FakeApp]:
    """A theme of its own on a stand-in application, leaving the real one alone."""
    monkeypatch.setattr(Theme, "_current", Theme.current())
    return Theme(), FakeApp()


def test_system_choice_follows_the_system(alone: tuple[Theme, FakeApp]) -> None:
    theme, app = alone
    theme.apply(app, "system")  # type: ignore[arg-type]
    assert not theme.is_dark
    app.hints.scheme = Qt.ColorScheme.Dark
    app.hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.is_dark
    assert DARK["canvas"] in app.sheet


def test_own_choice_ignores_the_system(alone: tuple[Theme, FakeApp]) -> None:
    theme, app = alone
    theme.apply(app, "light")  # type: ignore[arg-type]
    app.hints.scheme = Qt.ColorScheme.Dark
    app.hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.is_dark


def test_more_contrast_is_followed(alone: tuple[Theme, FakeApp]) -> None:
    theme, app = alone
    theme.apply(app, "dark", 1.25)  # type: ignore[arg-type]
    app.hints.contrast = Qt.ContrastPreference.HighContrast
    app.hints.contrastPreferenceChanged.emit(app.hints.contrast)
    assert theme.colours["text3"] == DARK["text"]
    assert theme.scale == 1.25


def test_palette_sets_what_no_style_sheet_reaches(theme: Theme) -> None:
    palette = theme.palette()
    for role in ROLES:
        assert palette.color(role).name().upper() in LIGHT.values()
    off = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert off == theme.colour("text3")
    assert palette.color(QPalette.ColorRole.Text) == theme.colour("text")


@pytest.mark.parametrize("trap", [r"\[size=", r"palette\(", r":selected[^}]*font-weight", r"url\("])
def test_style_sheet_keeps_clear_of_traps(theme: Theme, trap: str) -> None:
    assert re.search(trap, theme.style_sheet()) is None


def test_style_sheet_scales_every_text(theme: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 1.5)
    sizes = {int(size) for size in re.findall(r"font-size:(\d+)px", theme.style_sheet())}
    assert sizes == {round(style.size * 1.5) for role, style in TYPE.items() if role != "letter"}


@pytest.mark.parametrize("role", TYPE)
def test_shipped_fonts_are_used(theme: Theme, role: str) -> None:
    found = QFontInfo(theme.font(role))
    assert found.family().startswith("Inter")
    assert found.weight() == TYPE[role].weight
    assert found.pixelSize() == TYPE[role].size


def test_tabular_figures_have_one_width(theme: Theme) -> None:
    metrics = theme.metrics("body", tabular=True)
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_switch_leaves_no_old_colour(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    window = QWidget()
    window.setObjectName("canvas")
    qtbot.addWidget(window)
    line = QHBoxLayout(window)
    for widget in (Label("Text"), Button("Button", icon="plus"), Icon("trophy"), QLineEdit("Typed")):
        line.addWidget(widget)
    window.show()
    theme.apply(qapp, "dark", 1.0)
    settle()
    image = window.grab().toImage()
    seen = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(0, image.height(), 2)}
    assert not seen & {LIGHT["canvas"], LIGHT["text"], LIGHT["surface"], LIGHT["line_strong"]}
    assert {DARK["canvas"], DARK["surface"]} <= seen


def test_switch_of_text_size_reaches_icons_and_painted_widgets(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    icon, button = Icon("trophy"), Button("Button", icon="plus")
    qtbot.addWidget(icon)
    qtbot.addWidget(button)
    icon.show()
    button.show()
    theme.apply(qapp, "light", 1.5)
    assert icon.width() == 27
    assert button.iconSize().height() == 27


def test_widget_built_after_a_switch_looks_like_one_built_before(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    before = Label("Words", "small")
    qtbot.addWidget(before)
    before.show()
    theme.apply(qapp, "dark", 1.25)
    after = QLabel("Words")
    after.setProperty("role", "small")
    qtbot.addWidget(after)
    after.show()
    assert before.sizeHint() == after.sizeHint()


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_can_be_drawn_in_any_colour(theme: Theme, name: str) -> None:
    image = theme.pixmap(name, "danger", 72).toImage()
    inks = {
        image.pixelColor(x, y).name() for x in range(72) for y in range(72) if image.pixelColor(x, y).alpha() == 255
    }
    assert theme.colour("danger").name() in inks


def test_icons_along_the_text_turn_round_with_it(theme: Theme, qapp: QApplication) -> None:
    left_to_right = theme.pixmap("arrow-right", "text", 24).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        right_to_left = theme.pixmap("arrow-right", "text", 24).toImage()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert right_to_left == left_to_right.flipped(Qt.Orientation.Horizontal)


def test_licences_of_what_is_shipped_are_there() -> None:
    licences = resource_root() / "licences"
    assert "Lucide" in (licences / "lucide.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in (licences / "inter.txt").read_text("utf-8")
    assert Path(resource_root() / "fonts" / "OFL.txt").is_file()
