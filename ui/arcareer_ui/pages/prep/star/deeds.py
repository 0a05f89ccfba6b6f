"""What can be done with the answer on show, apart from writing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from arcareer.domain.answers import STAR_SLOTS, Answer, AnswerVersion, CoreSlot
from arcareer_ui.acts import Acts
from arcareer_ui.pages.prep.star.editor import COPY, CORE, DRAFT, FLAGS, JUDGE, READY, REMOVE, RENAME
from arcareer_ui.pages.prep.star.words import AnswerWords
from arcareer_ui.pages.prep.star.write_view import TRASH, WriteView
from arcareer_ui.pages.prep.star.writing import AnswerWriting
from arcareer_ui.widgets.menu_button import MenuEntry

if TYPE_CHECKING:
    from arcareer.services.answers import AnswerService
    from arcareer.services.copying import CopyService
    from arcareer_ui.dialogs import Dialogs


class Deeds(QObject):
    """Acts on the answer that `writing` holds. `told` can be undone, `noted` is only said, `route_asked` leads away."""

    told = Signal(str)
    noted = Signal(str)
    route_asked = Signal(str)

    def __init__(
        self,
        view: WriteView,
        writing: AnswerWriting,
        answers: AnswerService,
        acts: Acts,
        *,
        words: AnswerWords,
        copying: Callable[[], CopyService],
        dialogs: Dialogs,
    ) -> None:
        super().__init__(view)
        self._view, self._writing, self._answers, self._acts = view, writing, answers, acts
        self._words, self._copying, self._dialogs = words, copying, dialogs
        editor = view.editor
        editor.acted.connect(self._act)
        editor.named.connect(self._name)
        editor.competencies_picked.connect(self._show_about_me)
        editor.win_asked.connect(self._open_win)
        editor.versions_asked.connect(self._toggle_versions)
        view.versions.return_asked.connect(self._go_back_to)
        view.panel.trash_asked.connect(self._open_trash)
        view.trash.restore_asked.connect(self._restore)
        view.trash.empty_asked.connect(self._ask_to_empty)

    def show_for(self, answer: Answer | None) -> None:
        """Offer what fits the answer on show."""
        if answer is None:
            self._view.versions.hide()
        elif not self._view.versions.isHidden():
            self._view.versions.show_versions(answer, self._answers.history(answer.id))
        self._view.editor.versions_button.setChecked(not self._view.versions.isHidden())
        self._view.editor.set_acts(self._entries(answer) if answer is not None else ())

    def show_trash(self) -> None:
        """Show what lies in the trash."""
        self._view.trash.show_answers([(one.id, self._words.title(one), one.whole) for one in self._answers.trash()])

    def remove(self) -> None:
        """Move the answer to the trash; the next one takes its place."""
        answer = self._stored()
        if answer is None:
            return
        heir = self._heir(answer.id)
        if self._acts.do(partial(self._answers.move_to_trash, answer), self.tr("Move answer to trash")):
            if heir:
                self._view.panel.list.choose(heir)
            self.told.emit(self.tr("Answer moved to trash"))

    def check_wording(self) -> None:
        """Look for red flags in the part that is being written, or else in the first that has words."""
        part, answer = self._view.editor.part_in_hand, self._stored()
        if answer is not None:
            self.route_asked.emit(f"prep/red-flags/answer/{answer.id}" + (f"/{part}" if part else ""))

    def rename(self) -> None:
        """Let the user name the answer."""
        if self._writing.answer is not None:
            self._view.editor.ask_name()

    def _heir(self, identity: UUID) -> str:
        """Return the row of the answer after this one, or before it."""
        written = [line for line in self._view.panel.list.items if line.answer is not None]
        at = next((at for at, line in enumerate(written) if line.answer == identity), -1)
        return next((line.key for line in (*written[at + 1 : at + 2], *written[max(0, at - 1) : at])), "")

    def _entries(self, answer: Answer) -> list[MenuEntry]:
        entries = [
            MenuEntry(RENAME, self.tr("Name it"), "pencil"),
            MenuEntry(COPY, self.tr("Copy"), "copy"),
            MenuEntry(FLAGS, self.tr("Check the wording"), "scan-text"),
        ]
        if answer.marked_ready is None:
            entries.append(MenuEntry(READY, self.tr("Mark as ready"), "circle-check"))
            entries.append(MenuEntry(DRAFT, self.tr("Mark as draft"), "circle-dot-dashed"))
        else:
            entries.append(MenuEntry(JUDGE, self.tr("Let the checks say how far it is"), "rotate-ccw"))
        entries += [
            MenuEntry(f"{CORE}/{slot}", self.tr("Core answer: {name}").format(name=self._words.slot(slot)), "star")
            for slot in STAR_SLOTS
            if slot is not answer.core
        ]
        if answer.core is not None:
            entries.append(MenuEntry(f"{CORE}/", self.tr("Take out of the core answers"), "minus"))
        entries.append(MenuEntry(REMOVE, self.tr("Move to trash"), "trash-2"))
        return entries

    def _act(self, act: str) -> None:
        if act.startswith(f"{CORE}/"):
            self._set_core(act.partition("/")[2])
            return
        acts: dict[str, Callable[[], None]] = {
            RENAME: self.rename,
            COPY: self._copy,
            FLAGS: self.check_wording,
            READY: partial(self._mark, True),
            DRAFT: partial(self._mark, False),
            JUDGE: partial(self._mark, None),
            REMOVE: self.remove,
        }
        acts[act]()

    def _set_core(self, slot: str) -> None:
        answer = self._stored()
        if answer is None:
            return
        chosen = CoreSlot(slot) if slot else None
        label = self.tr("Make core answer") if slot else self.tr("Take out of the core answers")
        if self._acts.do(partial(self._answers.set_core, answer, chosen), label):
            self.told.emit(
                self.tr("Now your answer to “{name}”").format(name=self._words.slot(chosen))
                if chosen is not None
                else self.tr("No core answer any more")
            )

    def _mark(self, ready: bool | None) -> None:  # noqa: FBT001 - the service's own shape
        answer = self._stored()
        if answer is None:
            return
        labels = {True: self.tr("Mark as ready"), False: self.tr("Mark as draft"), None: self.tr("Let the checks say")}
        self._acts.do(partial(self._answers.set_ready, answer, ready), labels[ready])

    def _name(self, name: str) -> None:
        answer = self._writing.answer
        name = " ".join(name.split())
        if answer is not None and name != answer.title:
            self._writing.change(self.tr("Name answer"), title=name)

    def _show_about_me(self, competencies: tuple[str, ...]) -> None:
        self._writing.change(self.tr("Change what an answer shows"), competencies=competencies)

    def _copy(self) -> None:
        answer = self._stored()
        if answer is not None:
            text = "\n\n".join(text.strip() for text in answer.texts if text.strip())
            QGuiApplication.clipboard().setText(self._copying().outward(text))
            self.noted.emit(self.tr("Answer copied"))

    def _open_win(self) -> None:
        answer = self._writing.answer
        if answer is not None and answer.win is not None:
            self.route_asked.emit(f"win/{answer.win}")

    def _toggle_versions(self) -> None:
        self._writing.flush()
        self._view.versions.setVisible(self._view.versions.isHidden())
        self.show_for(self._writing.answer)
        self._view.follow()
        if not self._view.versions.isHidden():
            self._view.to_top()

    def _go_back_to(self, version: AnswerVersion) -> None:
        answer = self._stored()
        if answer is not None and self._acts.do(
            partial(self._answers.go_back_to, answer, version), self.tr("Go back to an earlier answer")
        ):
            self.told.emit(self.tr("This answer reads as it did then"))

    def _open_trash(self) -> None:
        self._writing.flush()
        self.show_trash()
        self._view.show_middle(TRASH)
        self._view.trash.back_button.setFocus()

    def _restore(self, identity: UUID) -> None:
        answer = self._answers.get(identity)
        if answer is not None and self._acts.do(partial(self._answers.restore, answer), self.tr("Restore answer")):
            self.told.emit(self.tr("Answer restored"))

    def _ask_to_empty(self) -> None:
        count = len(self._answers.trash())
        self._dialogs.confirm(
            self.tr("Delete %n answer(s) for good", "", count),
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
