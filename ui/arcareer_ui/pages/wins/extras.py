"""What belongs to a win besides its words: figures, customers, evidence, and the places it is used in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from arcareer.domain.figures import Figure, figure_text
from arcareer.domain.journal import Win
from arcareer_ui.desk import Desk
from arcareer_ui.pages.wins.customer_links import CustomerLinks
from arcareer_ui.pages.wins.detail import DetailView
from arcareer_ui.pages.wins.evidence_desk import EvidenceDesk
from arcareer_ui.pages.wins.figures import FiguresEditor
from arcareer_ui.pages.wins.people import CustomersEditor
from arcareer_ui.pages.wins.proof import EvidenceEditor, UsedIn
from arcareer_ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from arcareer.services.answers import AnswerService
    from arcareer.services.capture import CaptureService
    from arcareer.services.checklist import ChecklistService
    from arcareer_ui.pages.wins.used_in import WinUses


class Editors(NamedTuple):
    """The editors of the detail that are more than a field."""

    figures: FiguresEditor
    people: CustomersEditor
    proof: EvidenceEditor
    used_in: UsedIn

    @property
    def lines(self) -> tuple[LineEdit, ...]:
        """Return the lines whose text becomes part of the win with Enter."""
        return (self.figures.line, self.people.line, self.proof.link)


def place_editors(detail: DetailView, capture: Callable[[], CaptureService]) -> Editors:
    """Put the editors into the detail; `capture` reads numbers and is asked for with the first one."""

    def read(text: str) -> tuple[Figure, ...]:
        return tuple(picked.figure for picked in capture().read(text).figures)

    editors = Editors(FiguresEditor(read), CustomersEditor(), EvidenceEditor(), UsedIn())
    detail.insert(editors.figures, before="situation")
    detail.insert(editors.people, before="situation")
    detail.insert(editors.proof, before="private_notes")
    detail.add(editors.used_in)
    return editors


class WinExtras(QObject):
    """Shows what belongs to a win and keeps half-typed lines with the win they were typed for.

    `told` says what was done for screen readers.
    """

    told = Signal(str)

    def __init__(
        self,
        editors: Editors,
        desk: Desk[Win],
        *,
        links: CustomerLinks,
        evidence: EvidenceDesk,
        checklist: ChecklistService,
        answers: Callable[[], AnswerService],
        uses: WinUses,
    ) -> None:
        super().__init__(desk)
        self._editors, self._desk, self._links, self._evidence, self._checklist = (
            editors,
            desk,
            links,
            evidence,
            checklist,
        )
        self._answers, self._uses = answers, uses
        self._shown: UUID | None = None
        self._half_typed: dict[UUID, tuple[str, ...]] = {}
        editors.figures.changed.connect(self._put_figures)
        editors.figures.touched.connect(desk.touch)
        editors.figures.left.connect(desk.rest)

    def show_win(self, win: Win) -> None:
        """Show everything that belongs to a win."""
        afresh = win.id != self._shown
        if afresh:
            self._change_lines(win.id)
        self._editors.figures.show_figures(win.figures, afresh=afresh)
        self._links.show_win(win)
        self._evidence.show_win(win)
        items = [
            (f"prep/value-checklist/{item.key}", item.label, "list-checks")
            for item in self._checklist.backed_items(win.id)
        ]
        answers = [
            (f"answer/{answer.id}", answer.title or self.tr("STAR answer"), "messages-square")
            for answer in self._answers().of_win(win.id)
        ]
        self._editors.used_in.show_places([*items, *answers, *self._uses(win.id)])

    def typed(self, win: Win) -> Mapping[str, Any]:
        """Return the fields of the win that are edited here."""
        return {"figures": self._editors.figures.figures if win.id == self._shown else win.figures}

    def flush(self) -> None:
        """Save what is typed here."""
        self._editors.figures.settle()
        self._links.flush()

    def _change_lines(self, win: UUID) -> None:
        lines = self._editors.lines
        if self._shown is not None:
            self._half_typed[self._shown] = tuple(line.text() for line in lines)
        for line, text in zip(lines, self._half_typed.pop(win, ("",) * len(lines)), strict=True):
            line.setText(text)
        self._shown = win

    def _put_figures(self, figures: tuple[Figure, ...], label: str) -> None:
        added = figures[len(self._desk.value.figures) :] if self._desk.value is not None else ()
        if self._desk.change(label, figures=figures) and added:
            words = ", ".join(figure_text(figure) for figure in added)
            self.told.emit(self.tr("Added: {numbers}").format(numbers=words))
