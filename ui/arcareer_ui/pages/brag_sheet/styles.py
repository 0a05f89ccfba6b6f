"""Styles of the user's own at work: taken in in the background, chosen, removed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.documents import StyleFile
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.acts import Acts
from arcareer_ui.pages.brag_sheet.choosing import Choosing
from arcareer_ui.pages.brag_sheet.style_card import StyleCard
from arcareer_ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from arcareer.services.styles import StyleService
    from arcareer_ui.dialogs import Dialogs


class StyleDesk(QObject):
    """Wires the card of styles. `told` carries why a file cannot be a style."""

    told = Signal(str)

    def __init__(
        self,
        card: StyleCard,
        styles: StyleService,
        choosing: Choosing,
        acts: Acts,
        *,
        tasks: TaskRunner,
        dialogs: Dialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._card, self._styles, self._choosing, self._acts = card, styles, choosing, acts
        self._tasks, self._dialogs = tasks, dialogs
        self._reported: tuple[str, ...] | None = None
        card.chosen.connect(lambda style: choosing.choose(style=style))
        card.added.connect(self._ask)
        card.removed.connect(lambda one: acts.do(partial(styles.remove, one), self.tr("Remove style")))

    def follow(self, changes: ChangeSet | None = None) -> None:
        """Show the styles there are; the chosen one is read again where it or the choice may be another."""
        if changes is None or changes.affects(EntityKind.STYLE_FILE, EntityKind.DOCUMENT_CHOICES):
            self._reported = None
        files, current = self._styles.all(), self._choosing.choices.style
        chosen = next((one for one in files if one.id == current), None)
        if self._reported is None:
            self._reported = self._report(chosen) if chosen is not None else ()
        self._card.show_styles(files, current, self._reported)

    def _report(self, style: StyleFile) -> tuple[str, ...]:
        from arcareer.documents.style_file import read_style  # noqa: PLC0415 - loads lxml

        data = self._styles.data(style)
        if data is None:
            return (self.tr("Its copy is gone or was changed, so arcareer’s own looks are used. Add the file again."),)
        try:
            return tuple(note.words for note in read_style(data, style.name).report.lines)
        except UserError as problem:
            return (str(problem),)

    def _ask(self) -> None:
        filters = self.tr("Word files (*.docx *.dotx *.docm *.dotm)")
        self._dialogs.open_file(self.tr("A Word file for the style"), filters, self._take_in)

    def _take_in(self, path: Path) -> None:
        task = Task(partial(self._styles.take_in, path))
        task.succeeded.connect(self._keep)
        task.failed.connect(self._explain)
        self._tasks.start(task)

    def _keep(self, style: StyleFile) -> None:
        if self._acts.do(partial(self._styles.keep, style), self.tr("Add style")):
            kept = next((one for one in self._styles.all() if one.sha256 == style.sha256), style)
            self._choosing.choose(style=kept.id)

    def _explain(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self.told.emit(str(error))
