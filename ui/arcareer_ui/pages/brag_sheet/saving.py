"""Saving the document: where to, in the background, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from arcareer.domain.documents import DocumentKind
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.pages.brag_sheet.messages import Messages
from arcareer_ui.pages.brag_sheet.saver import SheetSaver
from arcareer_ui.pages.brag_sheet.sheet import ComposedSheet
from arcareer_ui.tasks import TaskRunner

if TYPE_CHECKING:
    from arcareer.services.documents import DocumentService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.window_state import WindowState

FOLDER_STATE = "brag-sheet/folder"
SHOW_PROGRESS_AFTER_MS = 1000
WORD, PDF, MARKDOWN, TEXT = ".docx", ".pdf", ".md", ".txt"
ENDINGS = (WORD, PDF, MARKDOWN, TEXT)


class Saving(QObject):
    """Saves documents. `changed` comes when it begins and ends, `said` carries words for the announcer.

    `stopped` comes when the user stopped it.
    """

    changed = Signal()
    said = Signal(str)
    stopped = Signal()

    def __init__(
        self,
        documents: DocumentService,
        tasks: TaskRunner,
        dialogs: Dialogs,
        state: WindowState,
        *,
        place: QVBoxLayout,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._documents, self._dialogs, self._state = documents, dialogs, state
        self.messages = Messages(place, self)
        self._saver = SheetSaver(documents, tasks, self)
        self._again: Callable[[], None] = lambda: None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOW_PROGRESS_AFTER_MS)
        self._saver.progressed.connect(self.messages.show_progress)
        self._saver.saved.connect(self._tell_saved)
        self._saver.failed.connect(self._explain)
        self._saver.stopped.connect(self.stopped)
        self._saver.ended.connect(self._end)
        self._patience.timeout.connect(self.messages.show_job)
        self.messages.cancelled.connect(self._saver.cancel)

    @property
    def is_busy(self) -> bool:
        """Return whether a document is being written."""
        return self._saver.is_busy

    def ask(self, sheet: ComposedSheet, ending: str = WORD) -> None:
        """Ask where a document is to be, in the format of an ending, and write it there."""
        if self.is_busy:
            return
        self._again = partial(self.ask, sheet, ending)
        suggested = self._folder() / self._documents.file_name(sheet.choices, sheet.period, ending)
        titles = {
            WORD: (self._word_title(sheet), self.tr("Word documents (*.docx)")),
            PDF: (self.tr("Save as PDF"), self.tr("PDF documents (*.pdf)")),
            MARKDOWN: (self.tr("Save as Markdown"), self.tr("Markdown (*.md)")),
            TEXT: (self.tr("Save as text"), self.tr("Text (*.txt)")),
        }
        title, filters = titles[ending]
        self._dialogs.save_file(title, suggested, filters, partial(self._save, sheet))

    def _word_title(self, sheet: ComposedSheet) -> str:
        if sheet.choices.document is DocumentKind.REVIEW:
            return self.tr("Save the promotion review")
        return self.tr("Save the brag sheet")

    def _folder(self) -> Path:
        remembered = self._state.text(FOLDER_STATE)
        if remembered and Path(remembered).is_dir():
            return Path(remembered)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())

    def _save(self, sheet: ComposedSheet, path: Path) -> None:
        self.messages.begin_job(path)
        self._patience.start()
        self._saver.save(sheet, path)
        self.changed.emit()

    def _end(self) -> None:
        self._patience.stop()
        self.messages.end_job()
        self.changed.emit()

    def _tell_saved(self, sheet: ComposedSheet, asked: Path, path: Path) -> None:
        self._state.remember(FOLDER_STATE, str(path.parent))
        self.said.emit(self.messages.show_saved(asked, path, len(sheet.named)))

    def _explain(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self.messages.show_not_saved(str(error), self._again)
        self.said.emit(str(error))
