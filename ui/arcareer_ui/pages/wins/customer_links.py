"""The customers of a win: linked by name, taken away again, and their aliases edited where they are seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from arcareer.domain.customers import Customer
from arcareer.domain.journal import Win
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.desk import Desk
from arcareer_ui.pages.wins.people import CustomersEditor

if TYPE_CHECKING:
    from arcareer.services.customers import CustomerService
    from arcareer_ui.undo import UndoController


class CustomerLinks(QObject):
    """Turns what the editor says into stored changes; `aliases` is the desk on which an alias is typed."""

    def __init__(
        self, editor: CustomersEditor, desk: Desk[Win], *, customers: CustomerService, undo: UndoController
    ) -> None:
        super().__init__(editor)
        self._editor, self._desk, self._customers, self._undo = editor, desk, customers, undo
        self.aliases: Desk[Customer] = Desk(
            self,
            undo,
            save=customers.save,
            fetch=customers.get,
            typed=self._typed,
            label=self.tr("Change export name"),
        )
        editor.named.connect(self._link)
        editor.unlinked.connect(self._unlink)
        editor.touched.connect(self._touch)
        editor.left.connect(self.aliases.rest)
        self.aliases.refused.connect(self._show_problem)
        self.aliases.saved.connect(lambda _: self.show_win(desk.value))
        self.aliases.conflict.connect(lambda _mine, _theirs: self.aliases.settle(keep_mine=False))

    def show_win(self, win: Win | None) -> None:
        """Show the customers of a win."""
        if win is None:
            return
        if self.aliases.value is not None:
            self.aliases.follow()
        everyone, typing = self._customers.all(), self.aliases.value
        by_id = {customer.id: customer for customer in everyone}
        if typing is not None and typing.id in by_id:
            by_id[typing.id] = typing
        linked = [by_id[identity] for identity in win.customers if identity in by_id]
        refused = (typing.id,) if typing is not None and self.aliases.refused_fields else ()
        self._editor.show_customers(linked, everyone, but=refused)

    def flush(self) -> None:
        """Save an alias that is being typed."""
        self.aliases.flush()

    def _typed(self, customer: Customer) -> Mapping[str, str]:
        row = self._editor.rows.get(customer.id)
        return {"alias": row.typed if row is not None else customer.alias}

    def _touch(self, identity: UUID) -> None:
        if self.aliases.value is None or self.aliases.value.id != identity:
            self.aliases.put(self._customers.get(identity))
        self.aliases.touch("alias")

    def _show_problem(self, _field: str, text: str) -> None:
        customer = self.aliases.value
        row = self._editor.rows.get(customer.id) if customer is not None else None
        if row is not None:
            row.show_problem(text)

    def _link(self, name: str) -> None:
        customer = self._known(name) or self._add(name)
        win = self._desk.value
        if customer is not None and win is not None and customer.id not in win.customers:
            self._desk.change(self.tr("Add customer to win"), customers=(*win.customers, customer.id))

    def _known(self, name: str) -> Customer | None:
        wanted = " ".join(name.casefold().split())
        everyone = self._customers.all()
        return next((one for one in everyone if wanted in {" ".join(n.casefold().split()) for n in one.names}), None)

    def _add(self, name: str) -> Customer | None:
        try:
            edit = self._customers.add(name)
        except (UserError, EnvironmentFault) as problem:
            self._editor.line.set_text(name)
            self._editor.field.show_problem(str(problem))
            return None
        self._undo.record(edit, self.tr("Add customer"))
        return self._customers.get(edit.entity_id)

    def _unlink(self, identity: UUID) -> None:
        win = self._desk.value
        if win is not None:
            rest = tuple(one for one in win.customers if one != identity)
            self._desk.change(self.tr("Take customer from win"), customers=rest)
