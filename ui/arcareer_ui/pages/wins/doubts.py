"""What a reader would ask about the figures of the win on show."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from arcareer.domain.journal import Win
from arcareer_ui.pages.wins.figures import FiguresEditor

PAUSE_MS = 250
MOST = 2


class Doubts(QObject):
    """Looks at the win on show a moment after it was shown or changed, and tells the heaviest doubts."""

    def __init__(self, editor: FiguresEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._win: Win | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)

    def show_win(self, win: Win) -> None:
        """Look at a win; what was said about another one is put away at once."""
        if self._win is None or win.id != self._win.id:
            self._editor.show_doubts(())
        self._win = win
        self._pause.start()

    def _look(self) -> None:
        if self._win is None:
            return
        from arcareer.services.claim_doubts import doubts_about_win  # noqa: PLC0415 - reads with the engine

        words = dict.fromkeys(doubt.words for doubt in doubts_about_win(self._win))
        self._editor.show_doubts(tuple(words)[:MOST])
