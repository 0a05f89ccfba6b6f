"""Keeps the crib as it is typed, shows its page, and saves it as a Word file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QSizeF, QStandardPaths, QTimer, Signal

from arcareer.domain.interviews import Crib
from arcareer_ui.desk import Desk
from arcareer_ui.tasks import Task, TaskRunner
from arcareer_ui.widgets.page_filler import PagedText

if TYPE_CHECKING:
    from arcareer.documents.crib import CribSheet
    from arcareer.domain.answers import Answer
    from arcareer.domain.changes import Edit
    from arcareer.services.answers import AnswerService
    from arcareer.services.cribs import CribService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.pages.prep.interviews.crib_view import CribView
    from arcareer_ui.undo import UndoController

PAUSE_MS = 250


class CribDesk(QObject):
    """`kept` comes when all is on disk, `troubled` carries the fault of the disk, `noted` what is only said."""

    kept = Signal()
    troubled = Signal(object)
    noted = Signal(str)

    def __init__(
        self,
        view: CribView,
        undo: UndoController,
        *,
        cribs: CribService,
        answers: AnswerService,
        name: Callable[[Answer], str],
        tasks: TaskRunner,
        dialogs: Dialogs,
    ) -> None:
        """`name` says what an answer is called."""
        super().__init__(view)
        self._view, self._cribs, self._answers, self._name = view, cribs, answers, name
        self._tasks, self._dialogs = tasks, dialogs
        self._desk: Desk[Crib] = Desk(
            self, undo, save=self._save, fetch=cribs.get, typed=self._typed, label=self.tr("Edit crib")
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._compose)
        self._desk.saved.connect(lambda _: self.kept.emit())
        self._desk.troubled.connect(lambda fault, *_: self.troubled.emit(fault))
        self._desk.conflict.connect(lambda *_: self._desk.settle(keep_mine=True))
        view.touched.connect(self._touch)
        view.left.connect(self._leave)
        view.answers_picked.connect(self._pick)
        view.hide_switched.connect(lambda hidden: self._change(self.tr("Hide customer names"), hide_customers=hidden))
        view.save_asked.connect(self._ask_where)

    @property
    def crib(self) -> Crib | None:
        """Return the crib on show, what is typed included."""
        return self._desk.value

    def show(self, interview: UUID) -> None:
        """Go on with the crib of an interview."""
        self._desk.put(self._cribs.get(interview))
        self._show()

    def refresh(self) -> None:
        """Take in what was changed elsewhere."""
        if self._desk.follow():
            self._show()

    def flush(self) -> None:
        """Keep what is typed."""
        self._desk.flush()

    def _show(self) -> None:
        crib = self._desk.value
        if crib is None:
            return
        view = self._view
        view.show_texts(crib.opening, crib.number, crib.questions, crib.private_notes)
        view.show_numbers(self._cribs.suggested_numbers(crib))
        offered = [one for one in self._answers.all() if not one.is_blank]
        printed = [str(one.id) for one in self._cribs.answers_of(crib)]
        view.show_answers([(str(one.id), self._name(one)) for one in offered], printed)
        view.hide_switch.blockSignals(True)
        view.hide_switch.setChecked(crib.hide_customers)
        view.hide_switch.blockSignals(False)
        self._compose()
        view.follow()

    def _compose(self) -> None:
        """Show the page as it will be."""
        from arcareer.documents.preview_html import preview  # noqa: PLC0415

        self._pause.stop()
        crib = self._desk.value
        if crib is None:
            return
        sheet = self._cribs.compose(crib)
        shown = preview(sheet.printed)
        self._view.preview.show_text(
            PagedText(
                pieces=shown.pieces,
                style=shown.style,
                drawings={},
                page=QSizeF(shown.page_width, shown.page_height),
                side=shown.side_margin,
                top=shown.top_margin,
            )
        )
        self._view.show_left_out(sheet.left_out)

    def _touch(self, field: str) -> None:
        self._desk.touch(field)
        self._pause.start()

    def _leave(self) -> None:
        self._desk.rest()
        if self._pause.isActive():
            self._compose()

    def _pick(self, keys: Sequence[str]) -> None:
        self._change(self.tr("Choose answers for the crib"), answers=tuple(UUID(key) for key in keys))

    def _change(self, label: str, **values: Any) -> None:
        self._desk.change(label, **values)
        self._show()

    def _save(self, before: Crib, after: Crib) -> Edit:  # noqa: ARG002 - the service knows what is stored
        return self._cribs.save(after)

    def _typed(self, crib: Crib) -> Mapping[str, Any]:  # noqa: ARG002 - all of it has editors
        return self._view.texts

    def _ask_where(self) -> None:
        self.flush()
        crib = self._desk.value
        if crib is None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(documents or Path.home()) / self._cribs.file_name(crib)
        filters = self.tr("Word documents (*.docx)")
        self._dialogs.save_file(
            self.tr("Save the crib"), suggested, filters, partial(self._write, self._cribs.compose(crib))
        )

    def _write(self, sheet: CribSheet, path: Path) -> None:
        task = Task(lambda progress: self._cribs.write(sheet, path, progress))
        self._view.save_button.set_loading(True)
        task.succeeded.connect(lambda written: self.noted.emit(self.tr("Saved as {name}").format(name=written.name)))
        task.failed.connect(lambda fault: self.noted.emit(str(fault)))
        task.finished.connect(lambda: self._view.save_button.set_loading(False))
        self._tasks.start(task)
