"""How a list is taken: the ledger it belongs to, whose it is, how customers come in, and the months it fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCompleter

from arcareer.domain.figures import FigureScope
from arcareer.services.ledger_import import CustomerNaming
from arcareer_ui.dates import short_date
from arcareer_ui.pages.metrics.words import book_words, scope_words, short_month_year
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from arcareer.services.ledger_import import ImportOutlook, MonthFill
    from arcareer.services.ledger_preview import LedgerPreview


class OptionsCard(Card):
    """`changed` comes when a choice is made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=14)
        self.add_heading(self.tr("How it comes in"))
        self.ledger = LineEdit(placeholder=self.tr("Open items, North"))
        self.ledger_field = Field(
            self.tr("Name of the ledger"),
            self.ledger,
            self.tr("The next list under the same name is compared with this one."),
        )
        self.scope = Combo(self.tr("Whose receivables"), [(one.value, scope_words(one)) for one in FigureScope])
        self.naming = Combo(
            self.tr("Customers"),
            [
                (CustomerNaming.KEEP.value, self.tr("By name, hidden on exports")),
                (CustomerNaming.ALIAS_ONLY.value, self.tr("By pseudonym only")),
            ],
        )
        self.naming.setSizeAdjustPolicy(self.naming.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._customers = Label("", "caption", wrap=True)
        self.months = CheckBox(self.tr("Fill months from it"), checked=True)
        self._fills = Label("", "small", wrap=True)
        self._earlier = Label("", "small", wrap=True)
        self.add(self.ledger_field)
        self.add(Field(self.tr("Whose receivables"), self.scope))
        self.add(Field(self.tr("Customers"), self.naming))
        self.add(self._customers)
        self.add(self.months)
        self.add(self._fills)
        self.add(self._earlier)
        self.ledger.textChanged.connect(self._look)
        for combo in (self.scope, self.naming):
            combo.chosen.connect(self.changed)
        self.months.toggled.connect(self.changed)

    @property
    def chosen_scope(self) -> FigureScope:
        """Return whose receivables the user says these are."""
        return FigureScope(self.scope.current)

    @property
    def chosen_naming(self) -> CustomerNaming:
        """Return how customers come in."""
        return CustomerNaming(self.naming.current)

    def show_outlook(self, outlook: ImportOutlook, preview: LedgerPreview) -> None:
        """Show what taking the list would mean."""
        self.ledger.set_text(outlook.suggested_ledger)
        completer = QCompleter(list(outlook.ledgers), self.ledger)
        self.ledger.setCompleter(completer)
        self.ledger_field.clear_message()
        self.scope.set_current(outlook.suggested_scope.value)
        new = len(outlook.new_customers)
        words = self.tr("%Ln new customer(s), with an alias for documents.", "", new)
        self._customers.setText(words if new else self.tr("All its customers are known already."))
        self.show_months(outlook.months, preview.month_note)
        earlier = outlook.earlier
        self._earlier.setVisible(earlier is not None)
        if earlier is not None:
            text = self.tr("There is a list of {day} before it: what changed since is offered as wins.")
            self._earlier.setText(text.format(day=short_date(earlier.as_of)))

    def show_months(self, fills: tuple[MonthFill, ...], note: str) -> None:
        """Show which months the list fills, or why it fills none."""
        taken = [one for one in fills if not one.is_known_already]
        kept = len(fills) - len(taken)
        self.months.setVisible(bool(taken))
        lines = []
        for book in dict.fromkeys(one.book for one in taken):
            months = [one.month for one in taken if one.book == book]
            first, last = short_month_year(months[0]), short_month_year(months[-1])
            span = first if first == last else self.tr("{first} to {last}").format(first=first, last=last)
            lines.append(self.tr("{book}: {months}").format(book=book_words(book), months=span))
        if kept:
            lines.append(self.tr("%Ln month(s) stay as you entered them.", "", kept))
        if not fills:
            lines.append(note or self.tr("It does not fill a month."))
        self._fills.setText("\n".join(lines))

    def _look(self) -> None:
        self.ledger_field.clear_message()
        self.changed.emit()
