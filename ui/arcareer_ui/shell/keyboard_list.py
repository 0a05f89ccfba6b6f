"""Every shortcut on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from arcareer_ui.commands import CommandSpec, native_keys
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.words import QT_TRANSLATE_NOOP

# what widgets do by themselves, wherever they have the focus
OF_WIDGETS = (
    ("Ctrl+Tab", QT_TRANSLATE_NOOP("Command", "Next tab")),
    ("Ctrl+Shift+Tab", QT_TRANSLATE_NOOP("Command", "Previous tab")),
    ("Ctrl+Enter", QT_TRANSLATE_NOOP("Command", "Save the win and open its details")),
    ("Del", QT_TRANSLATE_NOOP("Command", "Move what is chosen in a list to the trash")),
    ("Esc", QT_TRANSLATE_NOOP("Command", "Close what lies on top, clear the search, leave the detail")),
)


class KeyboardList(QDialog):
    """Shortcuts with what they do, in the order of the command table."""

    def __init__(self, parent: QWidget, specs: Sequence[CommandSpec]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard list"))
        theme = current_theme()
        self.resize(min(theme.px(520), parent.width()), min(theme.px(560), parent.height()))
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for at, (words, keys) in enumerate(self._lines(specs)):
            grid.addWidget(Label(words, wrap=True), at, 0)
            grid.addWidget(Label(keys, "small", align=Qt.AlignmentFlag.AlignTrailing), at, 1)
        layout = column(self, margins=(24, 20, 12, 16), spacing=12)
        layout.addWidget(Label(self.tr("Keyboard list"), "h1"))
        layout.addWidget(Scroll(sheet), 1)
        foot = row(margins=(0, 0, 12, 0))
        foot.addStretch(1)
        done = Button(self.tr("Close"))
        done.setDefault(True)
        done.clicked.connect(self.accept)
        foot.addWidget(done)
        layout.addLayout(foot)

    @staticmethod
    def _lines(specs: Sequence[CommandSpec]) -> list[tuple[str, str]]:
        lines = [(spec.words, ", ".join(map(native_keys, spec.shortcuts))) for spec in specs if spec.shortcuts]
        fixed = [(QCoreApplication.translate("Command", text), native_keys(keys)) for keys, text in OF_WIDGETS]
        return lines + fixed
