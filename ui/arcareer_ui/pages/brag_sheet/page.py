"""The brag sheet at work: choices are kept, the preview follows, and the document is saved in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QSizeF, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.domain.brag_sheets import BragSection, BragSheetChoices, PeriodKind
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.customers import Customer
from arcareer.domain.periods import Period
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.acts import Acts
from arcareer_ui.autosave import Autosave
from arcareer_ui.dates import day_month_year
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.brag_sheet.sheet import ComposedSheet, compose
from arcareer_ui.pages.brag_sheet.view import PREVIEW, BragSheetView
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.tasks import Task, TaskRunner
from arcareer_ui.undo import Typing
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.progress import InlineProgress

if TYPE_CHECKING:
    from arcareer.services.agenda import AgendaService
    from arcareer.services.brag_sheets import BragSheetService
    from arcareer.services.customers import CustomerService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

FOLDER_STATE = "brag-sheet/folder"
FOLLOW_AFTER_MS = 200


class BragSheetPage(Page):
    """Options left, the document right, saved as Word with one button."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {EntityKind.WIN, EntityKind.CUSTOMER, EntityKind.OWNER, EntityKind.BRAG_SHEET_CHOICES}
    )

    def __init__(
        self,
        *,
        brag_sheets: BragSheetService,
        agenda: AgendaService,
        customers: CustomerService,
        undo: UndoController,
        tasks: TaskRunner,
        dialogs: Dialogs,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._brag_sheets, self._agenda, self._customers = brag_sheets, agenda, customers
        self._undo, self._tasks, self._dialogs, self._state, self._clock = undo, tasks, dialogs, state, clock
        self._acts = Acts(undo, self)
        self._task: Task | None = None
        self._visit = 0
        self._choices = BragSheetChoices()
        self.sheet: ComposedSheet | None = None
        self.view = BragSheetView()
        column(self).addWidget(self.view)
        self._owner = Autosave(self._save_owner, self)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(FOLLOW_AFTER_MS)
        self._follow.timeout.connect(self._show_document)
        self._connect()
        self._read()
        self._show_document()

    def activated(self, route: Route) -> None:  # noqa: ARG002 - there is one place here
        """Begin a new stretch of typing for undo."""
        self._visit += 1

    def refresh(self, changes: ChangeSet | None) -> None:  # noqa: ARG002 - the whole document follows any change
        """Compose the document again, a moment later, so that typing is not held up."""
        self._read()
        self._follow.start()

    def flush(self) -> None:
        """Store name and title."""
        self._owner.flush()

    def first_focus(self) -> QWidget | None:
        """Start with the one act of this page."""
        return self.view.save_button

    def regions(self) -> Sequence[QWidget]:
        """Options, then the document."""
        return (self.view.period, self.view.desk)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Save and copy."""
        return {"save-as-word": self._ask_where, "copy-text": self._copy}

    def _connect(self) -> None:
        view = self.view
        view.save_button.clicked.connect(self._ask_where)
        view.copy_button.clicked.connect(self._copy)
        view.period.chosen.connect(self._choose_kind)
        view.period.custom_chosen.connect(self._choose_custom)
        view.template.chosen.connect(lambda template: self._choose(template=template))
        view.names.switched.connect(lambda hidden: self._choose(hide_customers=hidden))
        view.names.renamed.connect(self._rename)
        view.sections.switched.connect(self._switch_section)
        view.sections.moved.connect(self._move_section)
        view.owner.touched.connect(self._owner.touch)
        view.owner.left.connect(self._owner.flush)
        view.preview.anchor_clicked.connect(self.open_route)
        view.preview.changed.connect(self._count_pages)
        view.review_button.clicked.connect(partial(self.open_route.emit, "wins/needs-number"))
        self._acts.refused.connect(self._tell)

    def _read(self) -> None:
        self._choices = self._brag_sheets.choices()
        owner = self._agenda.owner()
        view = self.view
        if not self._owner.is_pending:
            view.owner.name.set_text(owner.name)
            view.owner.title.set_text(owner.title)
        view.template.choice.set_current(self._choices.template)
        view.sections.show_choices(self._choices)

    def _show_document(self) -> None:
        self._follow.stop()
        choices = self._choices
        period = self._brag_sheets.period(choices, self._clock.today())
        sheet = self.sheet = compose(self._brag_sheets, choices, period)
        view = self.view
        view.period.show_period(choices.period_kind, period, self._found_words(period, sheet.wins))
        everyone = {customer.id: customer for customer in self._customers.all()}
        named = [everyone[identity] for identity in sheet.named if identity in everyone]
        view.names.show_names(named, sheet.places, hidden=choices.hide_customers)
        has_wins = sheet.wins > 0
        view.save_button.setEnabled(has_wins and self._task is None)
        view.copy_button.setEnabled(has_wins)
        view.show_empty(None if has_wins else self._empty_state(period))
        view.preview.set_page(QSizeF(*sheet.page), *sheet.margins)
        view.preview.set_html(sheet.html, sheet.images)
        needs = self.tr("%n need a result", "", sheet.without_result) if sheet.without_result else ""
        view.show_check(needs if has_wins else "")

    def _found_words(self, period: Period, wins: int) -> str:
        found = self.tr("%n win(s) found", "", wins)
        return self.tr("{first} to {last}. {found}.").format(
            first=day_month_year(period.start), last=day_month_year(period.end), found=found
        )

    def _empty_state(self, period: Period) -> EmptyState:
        widen = Button(self.tr("Widen the period"))
        widen.clicked.connect(partial(self._choose_kind, _wider(self._choices.period_kind)))
        title = self.tr("No wins between {first} and {last}").format(
            first=day_month_year(period.start), last=day_month_year(period.end)
        )
        return EmptyState("file-text", title, self.tr("Every win of the period you choose is printed."), action=widen)

    def _count_pages(self) -> None:
        self.view.pages.setText(self.tr("%n page(s)", "", self.view.preview.page_count))

    def _choose(self, **parts: Any) -> None:
        after = replace(self._choices, **parts)
        if after != self._choices:
            self._acts.do(partial(self._brag_sheets.save_choices, after), self.tr("Change brag sheet"))

    def _choose_kind(self, kind: PeriodKind) -> None:
        if kind is PeriodKind.CUSTOM:
            period = self._brag_sheets.period(self._choices, self._clock.today())
            self._choose(period_kind=kind, custom_period=period.key)
        else:
            self._choose(period_kind=kind)

    def _choose_custom(self, period: Period) -> None:
        self._choose(period_kind=PeriodKind.CUSTOM, custom_period=period.key)

    def _switch_section(self, section: BragSection, included: bool) -> None:  # noqa: FBT001 - the card's signal
        others = tuple(one for one in self._choices.left_out if one is not section)
        self._choose(left_out=others if included else (*others, section))

    def _move_section(self, section: BragSection, step: int) -> None:
        order = list(self._choices.sections)
        at = order.index(section)
        order.insert(at + step, order.pop(at))
        self._choose(sections=tuple(order))

    def _rename(self, customer: Customer, alias: str) -> None:
        after = replace(customer, alias=alias)
        self._acts.do(partial(self._customers.save, customer, after), self.tr("Change export name"))

    def _save_owner(self) -> None:
        before = self._agenda.owner()
        after = replace(before, name=self.view.owner.name.text(), title=self.view.owner.title.text())
        if after == before:
            return
        try:
            edit = self._agenda.save_owner(after)
        except (UserError, EnvironmentFault) as problem:
            self._tell(str(problem))
            return
        self._undo.record(edit, self.tr("Edit your details"), Typing(f"owner/{self._visit}"))

    def _copy(self) -> None:
        if self.sheet is not None and self.sheet.wins:
            QGuiApplication.clipboard().setText(self.sheet.text())
            self._tell(self.tr("Copied as text, as the preview shows it"))

    def _ask_where(self) -> None:
        self.flush()
        if self._follow.isActive() or self.sheet is None:
            self._show_document()
        if self._task is not None or self.sheet is None or not self.sheet.wins:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self._state.text(FOLDER_STATE, documents))
        suggested = folder / self._brag_sheets.file_name(self.sheet.period)
        filters = self.tr("Word documents (*.docx)")
        self._dialogs.save_file(self.tr("Save the brag sheet"), suggested, filters, partial(self._save, self.sheet))

    def _save(self, sheet: ComposedSheet, path: Path) -> None:
        self._state.remember(FOLDER_STATE, str(path.parent))
        progress = InlineProgress(
            self.tr("Writing {name}").format(name=path.name), self.tr("Cancel leaves the file as it was.")
        )
        task = Task(lambda report: self._brag_sheets.write(sheet.content, sheet.template, path, report))
        task.progressed.connect(progress.set_progress)
        task.succeeded.connect(self._tell_saved)
        task.failed.connect(self._explain)
        task.cancelled.connect(partial(self._tell, self.tr("Stopped. Nothing was written.")))
        task.finished.connect(self._end_task)
        progress.cancelled.connect(task.cancel)
        self._task = task
        self.view.save_button.set_loading(True)
        self._put_message(progress)
        self._tasks.start(task)

    def _end_task(self) -> None:
        self._task = None
        self.view.save_button.set_loading(False)
        item = self.view.messages.itemAt(0)
        if item is not None and isinstance(item.widget(), InlineProgress):
            self._put_message(None)

    def _tell_saved(self, path: Path) -> None:
        title = self.tr("Saved as {name}").format(name=path.name)
        open_button = Button(self.tr("Open"), size="compact")
        show_button = Button(self.tr("Show in folder"), size="compact")
        open_button.clicked.connect(partial(_open, path))
        show_button.clicked.connect(partial(_open, path.parent))
        text = self.tr("In {folder}").format(folder=path.parent.name or str(path.parent))
        self._put_message(Banner(title, text, "accent", actions=(open_button, show_button), dismissible=True))
        self.announced.emit(title)

    def _explain(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self._put_message(Banner(self.tr("The document was not saved"), str(error), "warn", dismissible=True))

    def _put_message(self, part: QWidget | None) -> None:
        while (item := self.view.messages.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if part is not None:
            if isinstance(part, Banner):
                part.dismissed.connect(partial(self._put_message, None))
            self.view.messages.addWidget(part)

    def show_preview(self) -> None:
        """Show the document where there is room for one of options and document only."""
        self.view.side.set_current(PREVIEW)
        self.view.desk.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))


def _wider(kind: PeriodKind) -> PeriodKind:
    order = [PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR]
    return order[min(order.index(kind) + 1, 2)] if kind in order else PeriodKind.YEAR


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
