"""The settings at work: tabs, each applying what is chosen at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.errors import EnvironmentFault
from arcareer.resources import resource_root
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.settings.about import AboutTab
from arcareer_ui.pages.settings.customers import CustomersTab
from arcareer_ui.pages.settings.data import DataTab
from arcareer_ui.pages.settings.look import LookTab
from arcareer_ui.pages.settings.writing import WritingTab
from arcareer_ui.pages.settings.you import YouTab
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.page_body import TOP, side_margin
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from arcareer.paths import LibraryPaths
    from arcareer.services.agenda import AgendaService
    from arcareer.services.backups import BackupService
    from arcareer.services.customers import CustomerService
    from arcareer.services.library_check import CheckService
    from arcareer.services.missing_wins import MissingWinsService
    from arcareer.services.writing_checks import WritingCheckService
    from arcareer.settings.preferences import Preferences
    from arcareer.settings.store import PreferencesStore
    from arcareer_ui.context import LibraryRequests
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController


class SettingsPage(Page):
    """You, Look, Customers, Writing, Data and About. Routes: `settings/<tab>` and `settings/customers/<id>`."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {EntityKind.OWNER, EntityKind.CUSTOMER, EntityKind.WRITING_CHECKS}
    )

    def __init__(
        self,
        *,
        agenda: AgendaService,
        customers: CustomerService,
        checks: Callable[[], WritingCheckService],
        backups: BackupService,
        check: CheckService,
        missing_wins: MissingWinsService,
        paths: LibraryPaths,
        read_only: bool,
        preferences: PreferencesStore,
        undo: UndoController,
        tasks: TaskRunner,
        dialogs: Dialogs,
        requests: LibraryRequests,
        clock: Clock,
        is_sample: bool,
    ) -> None:
        super().__init__()
        self._clock = clock
        self._acts = Acts(undo, self)
        self._acts.refused.connect(self._tell)
        make_data = partial(
            DataTab,
            backups=backups,
            check=check,
            missing_wins=missing_wins,
            paths=paths,
            read_only=read_only,
            preferences=preferences,
            undo=undo,
            acts=self._acts,
            tasks=tasks,
            dialogs=dialogs,
            requests=requests,
            is_sample=is_sample,
        )
        self.tabs = Tabs(self.tr("Settings"))
        self.tabs.add("you", self.tr("You"), lambda: self._you_tab(YouTab(agenda, preferences, undo, self._acts)))
        self.tabs.add("look", self.tr("Look"), lambda: LookTab(preferences, self._acts))
        self.tabs.add(
            "customers", self.tr("Customers"), lambda: self._customers_tab(CustomersTab(customers, undo, self._acts))
        )
        self.tabs.add(
            "writing", self.tr("Writing"), lambda: self._writing_tab(WritingTab(checks(), preferences, self._acts))
        )
        self.tabs.add("data", self.tr("Data"), lambda: self._data_tab(make_data()))
        self.tabs.add("about", self.tr("About"), lambda: AboutTab(resource_root() / "licences"))
        self._layout = column(self, spacing=8)
        self._layout.addWidget(PageHeader(self.tr("Settings"), self.tr("Every choice counts at once.")))
        self._layout.addWidget(self.tabs, 1)
        self.tabs.changed.connect(self._note_tab)
        self.destroyed.connect(preferences.subscribe(self._follow))

    def activated(self, route: Route) -> None:
        """Show the tab, and the customer, a route names."""
        tab = route.args[0] if route.args else self.tabs.current
        if tab in self.tabs.ids:
            self.tabs.set_current(tab)
        content = self.tabs.content("customers")
        if tab == "customers" and len(route.args) > 1 and isinstance(content, CustomersTab):
            content.open_customer(UUID(route.args[1]))
        self._refresh_data()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what is stored now."""
        you, customers = self.tabs.content("you"), self.tabs.content("customers")
        if isinstance(you, YouTab) and (changes is None or changes.affects(EntityKind.OWNER)):
            you.owner.refresh()
        if isinstance(customers, CustomersTab) and (changes is None or changes.affects(EntityKind.CUSTOMER)):
            customers.refresh()
        writing = self.tabs.content("writing")
        if isinstance(writing, WritingTab) and (changes is None or changes.affects(EntityKind.WRITING_CHECKS)):
            writing.refresh()

    def flush(self) -> None:
        """Save what is typed."""
        you, customers = self.tabs.content("you"), self.tabs.content("customers")
        if isinstance(you, YouTab):
            you.owner.desk.flush()
        if isinstance(customers, CustomersTab):
            customers.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the margin for the new width."""
        super().resizeEvent(event)
        self._layout.setContentsMargins(side_margin(self), TOP, 0, 0)

    def regions(self) -> Sequence[QWidget]:
        """Return the tabs."""
        return (self.tabs,)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return the tabs by their keys."""
        return {
            f"tab-{number}": partial(self.tabs.set_current, tab) for number, tab in enumerate(self.tabs.ids, start=1)
        }

    def _you_tab(self, tab: YouTab) -> YouTab:
        self._report_saves(tab.owner.desk)
        return tab

    def _customers_tab(self, tab: CustomersTab) -> CustomersTab:
        tab.removed.connect(self._tell_removed)
        self._report_saves(tab.editor.desk)
        return tab

    def _writing_tab(self, tab: WritingTab) -> WritingTab:
        tab.told.connect(lambda text: self.toasted.emit(ToastRequest(text, undoable=True)))
        return tab

    def _data_tab(self, tab: DataTab) -> DataTab:
        tab.toasted.connect(self.toasted)
        tab.route_asked.connect(self.open_route)
        return tab

    def _report_saves(self, desk: Desk[Any]) -> None:
        desk.saved.connect(lambda _: None if desk.is_late else self._tell_saved())
        desk.troubled.connect(self._tell_trouble)

    def _note_tab(self, tab: str) -> None:
        self.place_changed.emit(f"settings/{tab}")
        self._refresh_data()

    def _refresh_data(self) -> None:
        data = self.tabs.content("data")
        if isinstance(data, DataTab) and self.tabs.current == "data":
            data.refresh()

    def _follow(self, preferences: Preferences) -> None:
        for tab in self.tabs.ids:
            content = self.tabs.content(tab)
            if isinstance(content, YouTab | LookTab | WritingTab | DataTab):
                content.follow(preferences)

    def _tell_saved(self) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _tell_trouble(self, fault: EnvironmentFault, _stored: object, _wanted: object) -> None:
        report = SaveReport(SaveState.NOT_SAVED, reason=str(fault), action=self.tr("Try again"), act=self.flush)
        self.save_reported.emit(report)

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))

    def _tell_removed(self, name: str) -> None:
        text = self.tr("{name} removed from your customers").format(name=name)
        self.toasted.emit(ToastRequest(text, icon="trash-2", undoable=True))
