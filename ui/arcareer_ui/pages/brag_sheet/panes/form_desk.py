"""The boxes of a form at work: their text follows the document, and each is copied by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from arcareer.domain.documents import DocumentChoices, FormQuestion
from arcareer.errors import UserError
from arcareer_ui.acts import Acts
from arcareer_ui.pages.brag_sheet.panes.form import FormPane
from arcareer_ui.pages.brag_sheet.sections import section_names, sections_of

if TYPE_CHECKING:
    from arcareer.documents.form_blocks import FormBlock
    from arcareer.services.documents import DocumentService, ReadyDocument
    from arcareer.services.form_questions import FormQuestionService

NEW_LIMIT = 1000


class FormDesk(QObject):
    """Wires the pane of boxes. `told` carries a short word about what was done, `stopped` why nothing was copied."""

    told = Signal(str)
    stopped = Signal(object)

    def __init__(
        self, pane: FormPane, questions: FormQuestionService, documents: DocumentService, acts: Acts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pane, self._questions, self._documents, self._acts = pane, questions, documents, acts
        self._ready: ReadyDocument | None = None
        self._choices = DocumentChoices()
        pane.show_starters([(one.id, one.name) for one in questions.starters()])
        pane.added.connect(self._add)
        pane.starter_chosen.connect(self._begin_with)
        pane.copied.connect(self._copy)
        pane.changed.connect(self._change)
        pane.moved.connect(self._move)
        pane.removed.connect(lambda one: acts.do(partial(questions.remove, one), self.tr("Remove a box")))

    def follow(self, ready: ReadyDocument | None, choices: DocumentChoices) -> None:
        """Show what goes into the boxes of the document as it is now; nothing is worked out while they are hidden."""
        self._ready, self._choices = ready, choices
        if self._pane.isVisible():
            self.show()

    def show(self) -> None:
        """Work out and show the boxes."""
        from arcareer.documents.form_blocks import blocks_for  # noqa: PLC0415 - seldom asked for

        if self._ready is None:
            return
        names = section_names()
        sections = [(one.value, names[one]) for one in sections_of(self._choices)]
        self._pane.show_blocks(blocks_for(self._ready.printed, self._questions.all()), sections)

    def flush(self) -> None:
        """Keep what is typed."""
        for box in tuple(self._pane.boxes.values()):
            box.flush()

    def _add(self) -> None:
        first = sections_of(self._choices)[0].value
        act = partial(self._questions.add, self.tr("What did you achieve?"), NEW_LIMIT, (first,))
        self._acts.do(act, self.tr("Add a box"))

    def _begin_with(self, form: str) -> None:
        chosen = next((one for one in self._questions.starters() if one.id == form), None)
        if chosen is not None:
            self._acts.do(partial(self._questions.begin_with, chosen), self.tr("Begin with a form"))

    def _copy(self, block: FormBlock) -> None:
        if self._ready is None:
            return
        try:
            text = self._documents.box(self._ready, block)
        except UserError as refusal:
            self.stopped.emit(refusal)
            return
        QGuiApplication.clipboard().setText(text)
        self.told.emit(self.tr("Copied, {count} characters").format(count=f"{block.characters:,}"))

    def _change(self, before: FormQuestion, after: FormQuestion) -> None:
        box = self._pane.boxes.get(before.id)
        if box is not None:
            act = partial(self._questions.save, before, after)
            self._acts.do(act, self.tr("Edit a box"), at_field=lambda problem: box.refuse_limit(str(problem)))

    def _move(self, question: FormQuestion, step: int) -> None:
        order = [one.id for one in self._questions.all()]
        to = order.index(question.id) + step
        self._acts.do(partial(self._questions.move, question, to), self.tr("Move a box"))
