"""What can be done with the weakness answer on show, apart from writing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from arcareer.domain.answers import Answer, AnswerKind, AnswerVersion, CoreSlot
from arcareer_ui.acts import Acts
from arcareer_ui.widgets.menu_button import MenuEntry

if TYPE_CHECKING:
    from arcareer.services.answers import AnswerService
    from arcareer.services.copying import CopyService
    from arcareer.services.reframes import ReframeService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.pages.prep.reframe.view import ReframeView
    from arcareer_ui.pages.prep.star.words import AnswerWords
    from arcareer_ui.pages.prep.star.writing import AnswerWriting

NEW, FLAGS, VERSIONS, REMOVE, TRASH = "new", "flags", "versions", "remove", "trash"


class Deeds(QObject):
    """Acts on the answer that `writing` holds. `told` can be undone, `noted` is only said, `route_asked` leads away.

    `new_asked` wants another weakness, `trash_left` comes when the trash was left.
    """

    told = Signal(str)
    noted = Signal(str)
    route_asked = Signal(str)
    new_asked = Signal()
    trash_left = Signal()

    def __init__(
        self,
        view: ReframeView,
        writing: AnswerWriting,
        acts: Acts,
        *,
        answers: AnswerService,
        reframes: ReframeService,
        words: AnswerWords,
        copying: Callable[[], CopyService],
        dialogs: Dialogs,
    ) -> None:
        super().__init__(view)
        self._view, self._writing, self._acts = view, writing, acts
        self._answers, self._reframes, self._words = answers, reframes, words
        self._copying, self._dialogs = copying, dialogs
        view.steps.acted.connect(self._act)
        view.answer.core_asked.connect(self._toggle_core)
        view.answer.copy_asked.connect(self._copy)
        view.versions.return_asked.connect(self._go_back_to)
        view.trash.left.connect(self._leave_trash)
        view.trash.restore_asked.connect(self._restore)
        view.trash.empty_asked.connect(self._ask_to_empty)

    def show_for(self, answer: Answer | None) -> None:
        """Offer what fits the answer on show."""
        if answer is None:
            self._view.versions.hide()
        elif not self._view.versions.isHidden():
            self._view.versions.show_versions(answer, self._answers.history(answer.id))
        is_core = answer is not None and answer.core is CoreSlot.WEAKNESS
        self._view.answer.show_core(is_core=is_core, can=answer is not None and not answer.is_blank)
        self._view.steps.set_acts(self._entries(answer))
        if self._view.shows_trash:
            self.show_trash()

    def show_trash(self) -> None:
        """Show what lies in the trash."""
        trashed = [one for one in self._answers.trash() if one.kind is AnswerKind.REFRAME]
        self._view.trash.show_answers([(one.id, self._words.title(one), one.whole) for one in trashed])

    def remove(self) -> None:
        """Move the answer to the trash."""
        answer = self._stored()
        if answer is None:
            return
        if self._acts.do(partial(self._answers.move_to_trash, answer), self.tr("Move answer to trash")):
            self.told.emit(self.tr("Answer moved to trash"))

    def check_wording(self) -> None:
        """Look for red flags in the part that is being written, or else in the first that has words."""
        part, answer = self._view.steps.step_in_hand, self._stored()
        if answer is not None:
            self.route_asked.emit(f"prep/red-flags/answer/{answer.id}" + (f"/{part}" if part else ""))

    def toggle_versions(self) -> None:
        """Show or put away what the answer said before."""
        self._writing.flush()
        self._view.versions.setVisible(self._view.versions.isHidden())
        self.show_for(self._writing.answer)
        self._view.follow()
        if not self._view.versions.isHidden():
            self._view.to_top()

    def _entries(self, answer: Answer | None) -> list[MenuEntry]:
        entries = [MenuEntry(NEW, self.tr("Another weakness"), "plus")]
        if answer is not None:
            entries += [
                MenuEntry(FLAGS, self.tr("Check the wording"), "scan-text"),
                MenuEntry(VERSIONS, self.tr("Earlier versions"), "history"),
                MenuEntry(REMOVE, self.tr("Move to trash"), "trash-2"),
            ]
        trashed = sum(one.kind is AnswerKind.REFRAME for one in self._answers.trash())
        if trashed:
            entries.append(MenuEntry(TRASH, self.tr("Trash: %n answer(s)", "", trashed), "trash-2"))
        return entries

    def _act(self, act: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            NEW: self.new_asked.emit,
            FLAGS: self.check_wording,
            VERSIONS: self.toggle_versions,
            REMOVE: self.remove,
            TRASH: self._open_trash,
        }
        acts[act]()

    def _toggle_core(self) -> None:
        answer = self._stored()
        if answer is None:
            return
        if answer.core is CoreSlot.WEAKNESS:
            if self._acts.do(partial(self._answers.set_core, answer, None), self.tr("Take out of core answers")):
                self.told.emit(self.tr("No longer among your core answers"))
        elif self._acts.do(partial(self._reframes.save_to_core, answer), self.tr("Save to core answers")):
            self.told.emit(self.tr("Saved to your core answers"))

    def _copy(self) -> None:
        answer = self._stored()
        if answer is not None:
            QGuiApplication.clipboard().setText(self._copying().outward(answer.whole))
            self.noted.emit(self.tr("Answer copied"))

    def _go_back_to(self, version: AnswerVersion) -> None:
        answer = self._stored()
        if answer is None:
            return
        if self._acts.do(partial(self._answers.go_back_to, answer, version), self.tr("Go back to an earlier answer")):
            self.told.emit(self.tr("This answer reads as it did then"))

    def _open_trash(self) -> None:
        self._writing.flush()
        self.show_trash()
        self._view.show_trash(shown=True)
        self._view.trash.back_button.setFocus()

    def _leave_trash(self) -> None:
        self._view.show_trash(shown=False)
        self.trash_left.emit()

    def _restore(self, identity: UUID) -> None:
        answer = self._answers.get(identity)
        if answer is not None and self._acts.do(partial(self._answers.restore, answer), self.tr("Restore answer")):
            self.told.emit(self.tr("Answer restored"))

    def _ask_to_empty(self) -> None:
        self._dialogs.confirm(
            self.tr("Delete %n answer(s) for good", "", len(self._answers.trash())),
            self.tr("They and their rehearsals cannot be brought back."),
            act=self.tr("Delete for good"),
            keep=self.tr("Keep them"),
            answered=self._empty,
        )

    def _empty(self, agreed: bool) -> None:  # noqa: FBT001 - the shape of the port's callback
        if agreed and self._acts.finish(self._answers.empty_trash):
            self.show_trash()

    def _stored(self) -> Answer | None:
        """Return the answer with all that was typed in it."""
        self._writing.flush()
        return self._writing.stored
