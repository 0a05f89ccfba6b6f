"""The settings at work: tabs, each applying what is chosen at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.resources import resource_root
from arcareer_ui.acts import Acts
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.settings.about import AboutTab
from arcareer_ui.pages.settings.customers import CustomersTab
from arcareer_ui.pages.settings.data import DataTab
from arcareer_ui.pages.settings.look import LookTab
from arcareer_ui.pages.settings.you import YouTab
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from arcareer.paths import LibraryPaths
    from arcareer.services.agenda import AgendaService
    from arcareer.services.backups import BackupService
    from arcareer.services.customers import CustomerService
    from arcareer.services.library_check import CheckService
    from arcareer.services.missing_wins import MissingWinsService
    from arcareer.settings.preferences import Preferences
    from arcareer.settings.store import PreferencesStore
    from arcareer_ui.context import LibraryRequests
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController


class SettingsPage(Page):
    """You, Look, Customers, Data and About. Routes: `settings/<tab>` and `settings/customers/<id>`."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset({EntityKind.OWNER, EntityKind.CUSTOMER})

    def __init__(
        self,
        *,
        agenda: AgendaService,
        customers: CustomerService,
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
        is_sample: bool,
    ) -> None:
        super().__init__()
        self._acts = Acts(undo, self)
        self._acts.refused.connect(self._tell)
        self.tabs = Tabs(self.tr("Settings"))
        self.tabs.add("you", self.tr("You"), lambda: YouTab(agenda, preferences, self._acts))
        self.tabs.add("look", self.tr("Look"), lambda: LookTab(preferences, self._acts))
        self.tabs.add("customers", self.tr("Customers"), lambda: self._customers_tab(customers, undo))
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
        self.tabs.add("data", self.tr("Data"), lambda: self._data_tab(make_data))
        self.tabs.add("about", self.tr("About"), lambda: AboutTab(resource_root() / "licences"))
        layout = column(self, margins=(32, 22, 12, 0), spacing=8)
        layout.addWidget(PageHeader(self.tr("Settings"), self.tr("Every choice counts at once.")))
        layout.addWidget(self.tabs, 1)
        self.tabs.changed.connect(lambda tab: self.place_changed.emit(f"settings/{tab}"))
        self.destroyed.connect(preferences.subscribe(self._follow))

    def activated(self, route: Route) -> None:
        """Show the tab, and the customer, a route names."""
        tab = route.args[0] if route.args else self.tabs.current
        if tab in self.tabs.ids:
            self.tabs.set_current(tab)
        content = self.tabs.content("customers")
        if tab == "customers" and len(route.args) > 1 and isinstance(content, CustomersTab):
            content.open_customer(UUID(route.args[1]))
        data = self.tabs.content("data")
        if isinstance(data, DataTab):
            data.refresh()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what is stored now."""
        you, customers = self.tabs.content("you"), self.tabs.content("customers")
        if isinstance(you, YouTab) and (changes is None or changes.affects(EntityKind.OWNER)):
            you.refresh()
        if isinstance(customers, CustomersTab) and (changes is None or changes.affects(EntityKind.CUSTOMER)):
            customers.refresh()

    def flush(self) -> None:
        """Save what is typed."""
        for tab in ("you", "customers"):
            content = self.tabs.content(tab)
            if isinstance(content, YouTab | CustomersTab):
                content.flush()

    def regions(self) -> Sequence[QWidget]:
        """Return the tabs."""
        return (self.tabs,)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return the tabs by their keys."""
        return {
            f"tab-{number}": partial(self.tabs.set_current, tab) for number, tab in enumerate(self.tabs.ids, start=1)
        }

    def _customers_tab(self, customers: CustomerService, undo: UndoController) -> CustomersTab:
        tab = CustomersTab(customers, undo, self._acts)
        tab.removed.connect(self._tell_removed)
        return tab

    def _data_tab(self, make: Callable[[], DataTab]) -> DataTab:
        tab = make()
        tab.told.connect(self._tell)
        tab.refused.connect(self._tell)
        return tab

    def _follow(self, preferences: Preferences) -> None:
        for tab in ("you", "look"):
            content = self.tabs.content(tab)
            if isinstance(content, YouTab | LookTab):
                content.follow(preferences)

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text))

    def _tell_removed(self, name: str) -> None:
        text = self.tr("{name} removed from your customers").format(name=name)
        self.toasted.emit(ToastRequest(text, icon="trash-2", undoable=True))
