"""A capture on its own, for overlays: the card without frame and starters, already at work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.content.models import Theme
from arcareer_ui.capture.card import CaptureCard
from arcareer_ui.capture.session import CaptureSession
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.label import Label

if TYPE_CHECKING:
    from arcareer.services.capture import CaptureService
    from arcareer.services.customers import CustomerService
    from arcareer.services.drafts import DraftService
    from arcareer.services.journal import JournalService
    from arcareer_ui.undo import UndoController


class CapturePanel(QWidget):
    """Continues the sentence that was typed last and not saved, wherever that was.

    `saved`, `written`, `troubled` and `announced` are those of `CaptureSession`; `grown` comes when it may need another
    height.
    """

    saved = Signal(object, bool)
    written = Signal()
    troubled = Signal(object)
    announced = Signal(str)
    grown = Signal()

    def __init__(
        self,
        themes: Sequence[Theme],
        *,
        capture: Callable[[], CaptureService],
        journal: Callable[[], JournalService],
        customers: Callable[[], CustomerService],
        drafts: DraftService,
        undo: UndoController,
        clock: Clock,
        ready: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self.card = CaptureCard(themes)
        self._session = CaptureSession(
            self.card,
            capture=capture,
            journal=journal,
            customers=customers,
            drafts=drafts,
            undo=undo,
            clock=clock,
            ready=ready,
        )
        self._session.saved.connect(self.saved)
        self._session.written.connect(self.written)
        self._session.troubled.connect(self.troubled)
        self._session.announced.connect(self.announced)
        layout = column(self, margins=(20, 18, 20, 18), spacing=12)
        layout.addWidget(Label(self.tr("What went well?"), "h2"))
        layout.addWidget(self.card)
        layout.addWidget(Label(self.tr("Enter saves. Ctrl+Enter saves and opens the details."), "caption", wrap=True))

    def begin(self, text: str = "") -> None:
        """Put the caret where the sentence goes on; with `text` start that one, Ctrl+Z brings the other back."""
        self._session.resume()
        self.card.focus()
        if text:
            self.card.field.begin(text)

    def flush(self) -> None:
        """Keep what is typed."""
        self._session.flush()

    def event(self, event: QEvent) -> bool:
        """Tell when chips or a message ask for another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return super().event(event)
