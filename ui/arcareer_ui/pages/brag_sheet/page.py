"""The brag sheet at work: choices are kept, the preview follows, and the document is saved in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.documents.claim_ledger import ClaimLedger
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.journal import WinQuery
from arcareer.domain.periods import Period
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.brag_sheet.case_desk import CaseDesk
from arcareer_ui.pages.brag_sheet.choosing import Choosing
from arcareer_ui.pages.brag_sheet.composer import SheetComposer
from arcareer_ui.pages.brag_sheet.panes import CHECKS, FORM, NUMBERS, PANES
from arcareer_ui.pages.brag_sheet.panes.check_words import Concern, most_pressing
from arcareer_ui.pages.brag_sheet.panes.checks_desk import ChecksDesk
from arcareer_ui.pages.brag_sheet.panes.form_desk import FormDesk
from arcareer_ui.pages.brag_sheet.panes.numbers_desk import NumbersDesk
from arcareer_ui.pages.brag_sheet.people import AliasDesk, OwnerDesk
from arcareer_ui.pages.brag_sheet.periods import found_words, nothing_found
from arcareer_ui.pages.brag_sheet.presets import PresetDesk
from arcareer_ui.pages.brag_sheet.saving import WORD, Saving
from arcareer_ui.pages.brag_sheet.sheet import ComposedSheet
from arcareer_ui.pages.brag_sheet.styles import StyleDesk
from arcareer_ui.pages.brag_sheet.view import BragSheetView
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.tasks import TaskRunner
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.pages.brag_sheet.services import DocumentServices
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

BESIDE: Final = frozenset(
    {EntityKind.DEFENCE, EntityKind.FORM_QUESTION, EntityKind.DOCUMENT_PRESET, EntityKind.STYLE_FILE}
)
"""What is shown on the page and changes no word of the document."""


class BragSheetPage(Page):
    """Options left, the document right, saved as Word with one button."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {
            EntityKind.WIN,
            EntityKind.CUSTOMER,
            EntityKind.OWNER,
            EntityKind.BULLET,
            EntityKind.REVIEW,
            EntityKind.OCCASION,
            EntityKind.METRIC_MONTH,
            EntityKind.METRIC_SETTINGS,
            EntityKind.COLLECTION_DECISION,
            EntityKind.PLAN,
            EntityKind.DOCUMENT_CHOICES,
            EntityKind.DOCUMENT_PRESET,
            EntityKind.PROMOTION_CASE,
            EntityKind.NAME_VERDICT,
            EntityKind.ACCEPTED_NUMBER,
            EntityKind.DEFENCE,
            EntityKind.FORM_QUESTION,
            EntityKind.STYLE_FILE,
        }
    )

    def __init__(
        self,
        services: DocumentServices,
        *,
        undo: UndoController,
        tasks: TaskRunner,
        dialogs: Dialogs,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._services, self._clock = services, clock
        self._waiting: Callable[[], None] | None = None
        self._concern: Concern | None = None
        self.sheet: ComposedSheet | None = None
        self.view = view = BragSheetView()
        column(self).addWidget(view)
        self._acts = acts = Acts(undo, self)
        documents, journal = services.documents, services.journal
        self.choosing = Choosing(services.choices, services.promotion_reviews, journal, acts, clock=clock, parent=self)
        self._composer = SheetComposer(documents, journal, tasks, self)
        self._saving = Saving(documents, tasks, dialogs, state, place=view.messages, parent=self)
        self._presets = PresetDesk(view.what, services.presets, self.choosing, acts, self)
        self._styles = StyleDesk(
            view.style_card, services.styles, self.choosing, acts, tasks=tasks, dialogs=dialogs, parent=self
        )
        self._case = CaseDesk(
            view.case,
            self.choosing,
            acts,
            undo,
            documents=services.promotion_reviews,
            reviews=services.reviews,
            journal=journal,
            parent=self,
        )
        self._numbers = NumbersDesk(view.numbers, services.claims, journal, acts, undo, parent=self)
        self._form = FormDesk(view.form, services.form_questions, services.documents, acts, self)
        self._checks = ChecksDesk(view.checks, services.disclosures, acts, self)
        self._owner = OwnerDesk(view.owner, services.agenda, undo, self)
        self._alias = AliasDesk(view.names, services.customers, undo, self)
        self._connect()
        self.refresh(None)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show the choices and names as they are now, and let the document follow."""
        wins_changed = changes is None or changes.affects(EntityKind.WIN)
        try:
            self.choosing.follow()
        except UserError as problem:
            self._show_choices(changes)
            self._explain(problem)
            return
        self._show_choices(changes)
        if changes is not None and self.sheet is not None and all(kind in BESIDE for kind, _ in changes.touched):
            self._follow_panes(self.sheet)
            return
        self._composer.follow(self.choosing.choices, self.choosing.period, wins_changed=wins_changed)
        self._show_state()

    def activated(self, route: Route) -> None:  # noqa: ARG002 - there is one place here
        """Notice that a new quarter, half or year has begun."""
        if self.choosing.is_stale:
            self.refresh(None)

    def flush(self) -> None:
        """Store what is typed: name, title, aliases, the case, a defence, a box."""
        for desk in self._desks:
            desk.flush()
        self._form.flush()

    @property
    def _desks(self) -> tuple[Desk[Any], ...]:
        return (self._owner.desk, self._alias.desk, self._case.case, self._numbers.defence)

    def first_focus(self) -> QWidget | None:
        """Start with the one act of this page, or with what could make it possible."""
        return self.view.save_button if self.view.save_button.isEnabled() else self.view.period.kind

    def regions(self) -> Sequence[QWidget]:
        """Header, options, then the document."""
        return (self.view.header, self.view.options, self.view.right)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Save, copy, and move the section that has the keyboard."""
        return {
            "save-as-word": self._save_as_word,
            "copy-text": self._copy,
            "move-up": partial(self._move_focused, -1),
            "move-down": partial(self._move_focused, 1),
        }

    def _connect(self) -> None:
        view = self.view
        view.save_button.clicked.connect(self._save_as_word)
        view.formats.chosen.connect(self._ask_where)
        view.copy_button.clicked.connect(self._copy)
        view.review_button.clicked.connect(self._look_at_concern)
        view.period.chosen.connect(self.choosing.kind)
        view.period.custom_chosen.connect(self.choosing.custom)
        view.template.chosen.connect(lambda template: self.choosing.choose(template=template))
        view.names.chosen.connect(self.choosing.level)
        view.names.review.connect(partial(view.show_pane, CHECKS))
        view.pane_changed.connect(self._show_pane)
        view.case.reviews_wanted.connect(partial(self.open_route.emit, "reviews"))
        view.sections.switched.connect(self.choosing.switch)
        view.sections.moved.connect(self.choosing.move)
        view.sections.renamed.connect(self.choosing.rename)
        view.sections.noted.connect(lambda noted: self.choosing.choose(numbered_notes=noted))
        view.preview.anchor_clicked.connect(self.open_route)
        view.preview.changed.connect(self._show_state)
        view.desk.paged.connect(self._show_state)
        self._acts.refused.connect(self._tell)
        for told in (self._presets.told, self._form.told, self._styles.told):
            told.connect(self._tell)
        self._form.stopped.connect(partial(self._refuse, self.tr("The text is not copied")))
        self._numbers.open_route.connect(self.open_route)
        view.checks.led.connect(self._lead)
        for desk in self._desks:
            desk.saved.connect(self._report_saved)
            desk.troubled.connect(self._report_trouble)
            desk.conflict.connect(partial(self._settle, desk))
        self._composer.composed.connect(self._show_sheet)
        self._composer.troubled.connect(self._explain)
        self._saving.changed.connect(self._show_state)
        self._saving.said.connect(self.announced)
        self._saving.stopped.connect(partial(self._tell, self.tr("Stopped. Nothing was written.")))

    def _show_choices(self, changes: ChangeSet | None) -> None:
        self._owner.follow()
        self.view.template.choice.set_current(self.choosing.choices.template)
        self.view.sections.show_choices(self.choosing.choices)
        self._presets.follow()
        self._styles.follow(changes)
        self._case.follow(changes)

    def _show_sheet(self, sheet: ComposedSheet) -> None:
        self.sheet = sheet
        view = self.view
        words = found_words(sheet.period, sheet.wins)
        if words != view.period.found.text() and self.isVisible():
            self.announced.emit(words)
        of_review = self.choosing.is_review
        view.period.show_period(self.choosing.choices.period_kind, sheet.period, words, of_review=of_review)
        self._alias.show(sheet)
        view.show_empty(self._empty_state(sheet.period) if sheet.is_empty else None)
        if not sheet.ready.ledger.untraced:
            self._saving.messages.end_untraced()
        self._concern = None if sheet.is_empty else most_pressing(sheet.ready)
        view.show_check(self._concern.words if self._concern is not None else "")
        view.preview.show_text(sheet.pages)
        self._follow_panes(sheet)
        self._show_state()
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            waiting()

    def _follow_panes(self, sheet: ComposedSheet) -> None:
        self._numbers.follow(ClaimLedger(()) if sheet.is_empty else sheet.ready.ledger)
        self._checks.follow(sheet.ready)
        self._form.follow(sheet.ready, sheet.choices)

    def _show_pane(self, pane: str) -> None:
        """Work out what is on show now; what is hidden waits."""
        shown = {NUMBERS: self._numbers.show, CHECKS: self._checks.show, FORM: self._form.show}.get(pane)
        if shown is not None:
            shown()

    def _show_state(self) -> None:
        """Show what can be done now, and whether the pages on show are those asked for."""
        ready = self.sheet is not None and not self.sheet.is_empty
        self.view.save_button.set_loading(self._saving.is_busy or self._waiting is not None)
        if not self._saving.is_busy:
            self.view.save_button.setEnabled(ready and self._waiting is None)
        for button in (self.view.copy_button, self.view.formats):
            button.setEnabled(ready)
        busy = self._composer.is_busy or self.view.preview.is_filling
        self.view.show_pages(busy=busy, cut=self.sheet is not None and self.sheet.is_cut)

    def _empty_state(self, period: Period) -> EmptyState:
        newest = self._services.journal.find(WinQuery(), 1)
        if not newest:
            log = Button(self.tr("Log a win"), icon="plus")
            log.clicked.connect(partial(self.open_route.emit, "this-week"))
            text = self.tr("Every win of the period you choose is printed. One sentence is enough for the first.")
            return EmptyState("file-text", self.tr("Your wins become a document here"), text, action=log)
        widen = Button(self.tr("Widen the period"))
        widen.clicked.connect(partial(self.choosing.widen, period))
        return EmptyState("file-text", *nothing_found(period, newest[0].happened_on), action=widen)

    def _move_focused(self, step: int) -> None:
        section = self.view.sections.focused
        if section is not None:
            self.choosing.move(section, step)

    def _look_at_concern(self) -> None:
        if self._concern is not None:
            self._lead(self._concern.leads_to)

    def _lead(self, to: str) -> None:
        """Go to a pane, or to a place elsewhere."""
        if to not in PANES:
            self.open_route.emit(to)
            return
        self.view.show_pane(to)
        if to == NUMBERS:
            self._numbers.show_untraced()

    def _copy(self) -> None:
        self.flush()
        if self._wait_for(self._copy) or self.sheet is None or self.sheet.is_empty:
            return
        try:
            text = self._services.documents.text(self.sheet.ready)
        except UserError as refusal:
            self._refuse(self.tr("The text is not copied"), refusal)
            return
        QGuiApplication.clipboard().setText(text)
        self._tell(self.tr("Copied as text, as the preview shows it"))

    def _save_as_word(self) -> None:
        self._ask_where(WORD)

    def _ask_where(self, ending: str) -> None:
        self.flush()
        again = partial(self._ask_where, ending)
        if self._saving.is_busy or self._wait_for(again) or self.sheet is None or self.sheet.is_empty:
            return
        try:
            self._services.documents.check(self.sheet.ready)
        except UserError as refusal:
            self._refuse(self.tr("The document is not saved"), refusal)
            return
        self._saving.ask(self.sheet, ending)

    def _refuse(self, title: str, refusal: UserError) -> None:
        """Say which numbers keep the document here, before anybody is asked where to."""
        self._saving.messages.show_untraced(title, str(refusal), partial(self._lead, NUMBERS))
        self.announced.emit(str(refusal))

    def _wait_for(self, act: Callable[[], None]) -> bool:
        """Do something when the document is up to date; return False where it is already."""
        if not self._composer.is_busy:
            return False
        self._waiting = act
        self._show_state()
        return True

    def _explain(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self._waiting = None
        self._saving.messages.show_trouble(str(error))
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
