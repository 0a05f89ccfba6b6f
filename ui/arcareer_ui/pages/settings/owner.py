"""Who the user is: name, title and employer, as documents print them."""

from __future__ import annotations

from collections.abc import Mapping

from arcareer.domain.agenda import Owner
from arcareer.services.agenda import AgendaService
from arcareer_ui.desk import Desk
from arcareer_ui.undo import UndoController
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import LineEdit

PARTS = ("name", "title", "employer")


class OwnerCard(Card):
    """Three lines, saved as they are typed."""

    def __init__(self, agenda: AgendaService, undo: UndoController) -> None:
        super().__init__()
        self._agenda = agenda
        self.lines = {part: LineEdit() for part in PARTS}
        self.desk: Desk[Owner] = Desk(
            self,
            undo,
            save=lambda _before, after: agenda.save_owner(after),
            fetch=lambda _: agenda.owner(),
            typed=self._typed,
            label=self.tr("Edit your details"),
        )
        self.add_heading(self.tr("On your documents"))
        self.add(Label(self.tr("All of it is optional, and only printed on what you export."), "small", wrap=True))
        labels = {
            "name": self.tr("Your name"),
            "title": self.tr("Your title"),
            "employer": self.tr("Your employer"),
        }
        self.add(AutoGrid([Field(labels[part], line) for part, line in self.lines.items()], min_width=240))
        for part, line in self.lines.items():
            line.textEdited.connect(lambda _text, part=part: self.desk.touch(part))
            line.left.connect(self.desk.rest)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored; what is being typed stays."""
        self.desk.put(self._agenda.owner())
        owner = self.desk.value
        for part, line in self.lines.items():
            line.set_text(getattr(owner, part))

    def _typed(self, _owner: Owner) -> Mapping[str, str]:
        return {part: line.text() for part, line in self.lines.items()}
