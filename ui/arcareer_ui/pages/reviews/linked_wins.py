"""A win that backs something, with the way to it and the way to take it off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from arcareer.domain.figures import figure_text
from arcareer.domain.journal import Win
from arcareer_ui.dates import short_date
from arcareer_ui.widgets.button import IconButton
from arcareer_ui.widgets.item_row import ItemRow


def linked_win(win: Win, *, opened: Callable[[], object], unlinked: Callable[[], object]) -> ItemRow:
    """Return a row for a win."""
    number = figure_text(win.figures[0]) if win.figures else QCoreApplication.translate("LinkedWins", "No number yet")
    away = IconButton(
        "unlink-2", QCoreApplication.translate("LinkedWins", "Unlink {win}").format(win=win.headline), size="compact"
    )
    away.clicked.connect(unlinked)
    meta = f"{short_date(win.happened_on)} · {number}"
    line = ItemRow("trophy", win.headline, meta, actions=(away,))
    line.opened.connect(opened)
    return line
