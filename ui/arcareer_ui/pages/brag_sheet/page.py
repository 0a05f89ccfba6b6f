"""The brag sheet at work: choices are kept, the preview follows, and the document is saved in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.domain.agenda import Owner
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.customers import Customer
from arcareer.domain.documents import BragSection, DisclosureLevel, DocumentChoices, PeriodKind
from arcareer.domain.journal import WinQuery
from arcareer.domain.periods import Period
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.brag_sheet.composer import SheetComposer
from arcareer_ui.pages.brag_sheet.messages import Messages
from arcareer_ui.pages.brag_sheet.periods import found_words, nothing_found, widened
from arcareer_ui.pages.brag_sheet.saver import SheetSaver
from arcareer_ui.pages.brag_sheet.sheet import ComposedSheet
from arcareer_ui.pages.brag_sheet.view import BragSheetView
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.tasks import TaskRunner
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from arcareer.services.agenda import AgendaService
    from arcareer.services.brag_sheets import BragSheetService
    from arcareer.services.document_choices import DocumentChoiceService
    from arcareer.services.customers import CustomerService
    from arcareer.services.journal import JournalService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

FOLDER_STATE = "brag-sheet/folder"
SHOW_PROGRESS_AFTER_MS = 1000


class BragSheetPage(Page):
    """Options left, the document right, saved as Word with one button."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {
            EntityKind.WIN,
            EntityKind.CUSTOMER,
            EntityKind.OWNER,
            EntityKind.DOCUMENT_CHOICES,
            EntityKind.BULLET,
        }
    )

    def __init__(
        self,
        *,
        brag_sheets: BragSheetService,
        document_choices: DocumentChoiceService,
        journal: JournalService,
        agenda: AgendaService,
        customers: CustomerService,
        undo: UndoController,
        tasks: TaskRunner,
        dialogs: Dialogs,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._document_choices = document_choices
        self._brag_sheets, self._journal, self._agenda, self._customers = brag_sheets, journal, agenda, customers
        self._dialogs, self._state, self._clock = dialogs, state, clock
        self._choices = DocumentChoices()
        self._period = document_choices.period(self._choices, clock.today())
        self._waiting: Callable[[], None] | None = None
        self.sheet: ComposedSheet | None = None
        self.view = BragSheetView()
        column(self).addWidget(self.view)
        self._acts = Acts(undo, self)
        self._messages = Messages(self.view.messages, self)
        self._composer = SheetComposer(brag_sheets, journal, tasks, self)
        self._saver = SheetSaver(brag_sheets, tasks, self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOW_PROGRESS_AFTER_MS)
        self._owner = Desk[Owner](
            self,
            undo,
            save=lambda _, after: agenda.save_owner(after),
            fetch=lambda _: agenda.owner(),
            typed=lambda _: self.view.owner.typed(),
            label=self.tr("Edit your details"),
        )
        self._alias = Desk[Customer](
            self,
            undo,
            save=customers.save,
            fetch=customers.get,
            typed=self._typed_alias,
            label=self.tr("Change export name"),
        )
        self._connect()
        self._owner.put(agenda.owner())
        self.refresh(None)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show the choices and names as they are now, and let the document follow."""
        self._choices = self._document_choices.choices()
        self._show_choices()
        wins_changed = changes is None or changes.affects(EntityKind.WIN)
        try:
            self._period = self._document_choices.period(self._choices, self._clock.today())
        except UserError as problem:
            self._explain(problem)
            return
        self._composer.follow(self._choices, self._period, wins_changed=wins_changed)
        self._show_state()

    def activated(self, route: Route) -> None:  # noqa: ARG002 - there is one place here
        """Notice that a new quarter, half or year has begun."""
        if self._document_choices.period(self._choices, self._clock.today()) != self._period:
            self.refresh(None)

    def flush(self) -> None:
        """Store name, title and aliases."""
        self._owner.flush()
        self._alias.flush()

    def first_focus(self) -> QWidget | None:
        """Start with the one act of this page, or with what could make it possible."""
        return self.view.save_button if self.view.save_button.isEnabled() else self.view.period.kind

    def regions(self) -> Sequence[QWidget]:
        """Header, options, then the document."""
        return (self.view.header, self.view.options, self.view.document)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Save, copy, and move the section that has the keyboard."""
        return {
            "save-as-word": self._ask_where,
            "copy-text": self._copy,
            "move-up": partial(self._move_focused, -1),
            "move-down": partial(self._move_focused, 1),
        }

    def _connect(self) -> None:
        view = self.view
        view.save_button.clicked.connect(self._ask_where)
        view.copy_button.clicked.connect(self._copy)
        view.review_button.clicked.connect(partial(self.open_route.emit, "wins/needs-number"))
        view.period.chosen.connect(self._choose_kind)
        view.period.custom_chosen.connect(self._choose_custom)
        view.template.chosen.connect(lambda template: self._choose(template=template))
        view.names.switched.connect(
            lambda hidden: self._choose(level=DisclosureLevel.HR_FILE if hidden else DisclosureLevel.INTERNAL)
        )
        view.names.touched.connect(self._touch_alias)
        view.names.left.connect(self._alias.rest)
        view.sections.switched.connect(self._switch_section)
        view.sections.moved.connect(self._move_section)
        view.owner.touched.connect(self._owner.touch)
        view.owner.left.connect(self._owner.rest)
        view.preview.anchor_clicked.connect(self.open_route)
        view.preview.changed.connect(self._show_state)
        view.desk.paged.connect(self._show_state)
        self._acts.refused.connect(self._tell)
        self._alias.refused.connect(self._refuse_alias)
        for desk in (self._owner, self._alias):
            desk.saved.connect(self._report_saved)
            desk.troubled.connect(self._report_trouble)
            desk.conflict.connect(partial(self._settle, desk))
        self._composer.composed.connect(self._show_sheet)
        self._composer.troubled.connect(self._explain)
        self._saver.progressed.connect(self._messages.show_progress)
        self._saver.saved.connect(self._tell_saved)
        self._saver.failed.connect(self._explain_failure)
        self._saver.stopped.connect(partial(self._tell, self.tr("Stopped. Nothing was written.")))
        self._saver.ended.connect(self._end_saving)
        self._patience.timeout.connect(self._messages.show_job)
        self._messages.cancelled.connect(self._saver.cancel)

    def _show_choices(self) -> None:
        self._owner.follow()
        self.view.owner.show_owner(self._owner.value or Owner())
        self.view.template.choice.set_current(self._choices.template)
        self.view.sections.show_choices(self._choices)

    def _show_sheet(self, sheet: ComposedSheet) -> None:
        self.sheet = sheet
        view = self.view
        words = found_words(sheet.period, sheet.wins)
        if words != view.period.found.text() and self.isVisible():
            self.announced.emit(words)
        view.period.show_period(self._choices.period_kind, sheet.period, words)
        self._show_names(sheet)
        has_wins = sheet.wins > 0
        view.show_empty(None if has_wins else self._empty_state(sheet.period))
        view.show_check(self.tr("%n win(s) without a result", "", sheet.without_result) if sheet.without_result else "")
        view.preview.show_text(sheet.pages)
        self._show_state()
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            waiting()

    def _show_names(self, sheet: ComposedSheet) -> None:
        everyone = {customer.id: customer for customer in self._customers.all()}
        refused: UUID | None = None
        self._alias.follow()
        typed = self._alias.value
        if typed is not None:
            everyone[typed.id] = typed
            refused = typed.id if self._alias.refused_fields else None
        named = [everyone[identity] for identity in sheet.named if identity in everyone]
        self.view.names.show_names(named, sheet.places, hidden=self._choices.hides_customers, refused=refused)

    def _show_state(self) -> None:
        """Show what can be done now, and whether the pages on show are those asked for."""
        ready = self.sheet is not None and self.sheet.wins > 0
        self.view.save_button.set_loading(self._saver.is_busy or self._waiting is not None)
        if not self._saver.is_busy:
            self.view.save_button.setEnabled(ready and self._waiting is None)
        self.view.copy_button.setEnabled(ready)
        busy = self._composer.is_busy or self.view.preview.is_filling
        self.view.show_pages(busy=busy, cut=self.sheet is not None and self.sheet.is_cut)

    def _empty_state(self, period: Period) -> EmptyState:
        newest = self._journal.find(WinQuery(), 1)
        if not newest:
            log = Button(self.tr("Log a win"), icon="plus")
            log.clicked.connect(partial(self.open_route.emit, "this-week"))
            text = self.tr("Every win of the period you choose is printed. One sentence is enough for the first.")
            return EmptyState("file-text", self.tr("Your wins become a document here"), text, action=log)
        widen = Button(self.tr("Widen the period"))
        widen.clicked.connect(partial(self._widen, period))
        return EmptyState("file-text", *nothing_found(period, newest[0].happened_on), action=widen)

    def _widen(self, period: Period) -> None:
        newest = self._journal.find(WinQuery(), 1)
        if newest:
            kind, wide = widened(self._choices.period_kind, period, newest[0].happened_on, self._clock.today())
            self._choose(period_kind=kind, custom_period=wide.key)

    def _choose(self, **parts: Any) -> None:
        after = replace(self._choices, **parts)
        if after != self._choices:
            self._acts.do(partial(self._document_choices.save, after), self.tr("Change brag sheet"))

    def _choose_kind(self, kind: PeriodKind) -> None:
        if kind is PeriodKind.CUSTOM:
            self._choose_custom(self._period)
        else:
            self._choose(period_kind=kind)

    def _choose_custom(self, period: Period) -> None:
        self._choose(period_kind=PeriodKind.CUSTOM, custom_period=period.key)

    def _choose_names(self, hidden: bool) -> None:  # noqa: FBT001 - the card's signal
        self._choose(level=DisclosureLevel.HR_FILE if hidden else DisclosureLevel.INTERNAL)

    def _switch_section(self, section: BragSection, included: bool) -> None:  # noqa: FBT001 - the card's signal
        others = tuple(one for one in self._choices.left_out if one is not section)
        self._choose(left_out=others if included else (*others, section))

    def _move_section(self, section: BragSection, step: int) -> None:
        order = list(self._choices.sections)
        at = order.index(section)
        to = max(0, min(len(order) - 1, at + step))
        order.insert(to, order.pop(at))
        self._choose(sections=tuple(order))

    def _move_focused(self, step: int) -> None:
        section = self.view.sections.focused
        if section is not None:
            self._move_section(section, step)

    def _touch_alias(self, customer: Customer) -> None:
        if self._alias.value is None or self._alias.value.id != customer.id:
            self._alias.put(customer)
        self._alias.touch("alias")

    def _typed_alias(self, customer: Customer) -> Mapping[str, str]:
        line = self.view.names.rows.get(customer.id)
        return {"alias": line.alias.text().strip() if line is not None else customer.alias}

    def _refuse_alias(self, _field: str, words: str) -> None:
        customer = self._alias.value
        line = self.view.names.rows.get(customer.id) if customer is not None else None
        if line is not None:
            line.message.show_problem(words)

    def _copy(self) -> None:
        self.flush()
        if self._wait_for(self._copy) or self.sheet is None or not self.sheet.wins:
            return
        QGuiApplication.clipboard().setText(self.sheet.text())
        self._tell(self.tr("Copied as text, as the preview shows it"))

    def _ask_where(self) -> None:
        self.flush()
        if self._saver.is_busy or self._wait_for(self._ask_where) or self.sheet is None or not self.sheet.wins:
            return
        suggested = self._folder() / self._brag_sheets.file_name(self.sheet.period)
        filters = self.tr("Word documents (*.docx)")
        self._dialogs.save_file(self.tr("Save the brag sheet"), suggested, filters, partial(self._save, self.sheet))

    def _wait_for(self, act: Callable[[], None]) -> bool:
        """Do something when the document is up to date; return False where it is already."""
        if not self._composer.is_busy:
            return False
        self._waiting = act
        self._show_state()
        return True

    def _folder(self) -> Path:
        remembered = self._state.text(FOLDER_STATE)
        if remembered and Path(remembered).is_dir():
            return Path(remembered)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())

    def _save(self, sheet: ComposedSheet, path: Path) -> None:
        self._messages.begin_job(path)
        self._patience.start()
        self._saver.save(sheet, path)
        self._show_state()

    def _end_saving(self) -> None:
        self._patience.stop()
        self._messages.end_job()
        self._show_state()

    def _tell_saved(self, sheet: ComposedSheet, asked: Path, path: Path) -> None:
        self._state.remember(FOLDER_STATE, str(path.parent))
        hidden = len(sheet.named) if self._choices.hides_customers else 0
        spoken = self._messages.show_saved(asked, path, hidden)
        self.announced.emit(spoken)

    def _explain_failure(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self._messages.show_not_saved(str(error), self._ask_where)
        self.announced.emit(str(error))

    def _explain(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self._waiting = None
        self._messages.show_trouble(str(error))
        self._show_state()

    def _settle(self, desk: Desk[Any], _wanted: object, stored: object) -> None:
        """Let what is typed here count where the same line was changed elsewhere, unless that is gone."""
        desk.settle(keep_mine=stored is not None)

    def _report_saved(self, _value: object) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _report_trouble(self, fault: EnvironmentFault, _stored: object, _wanted: object) -> None:
        report = SaveReport(
            SaveState.NOT_SAVED, reason=str(fault), action=self.tr("Try again"), act=self.flush, fault=fault
        )
        self.save_reported.emit(report)

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))
