"""Scripts & playbooks: its tabs, and what they ask of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer_ui.acts import Acts
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.scripts.phrase_bank.tab import PhraseBankTab
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from arcareer.services.bullets import BulletService
    from arcareer.services.capture import CaptureService
    from arcareer.services.copying import CopyService
    from arcareer.services.drafts import DraftService
    from arcareer.services.journal import JournalService
    from arcareer.services.phrases import PhraseService
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

PHRASE_BANK = "phrase-bank"
PHRASE = "phrase"


class ScriptsPage(Page):
    """Tabs of words to use. Routes: `scripts/phrase-bank`, `phrase/<key>`, and `phrase/<key>/<bullet id>`."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset({EntityKind.OWN_PHRASE, EntityKind.WIN, EntityKind.BULLET})

    def __init__(
        self,
        *,
        phrases: PhraseService,
        bullets: BulletService,
        journal: JournalService,
        capture: Callable[[], CaptureService],
        copying: Callable[[], CopyService],
        drafts: DraftService,
        content: ContentLibrary,
        undo: UndoController,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        acts = Acts(undo, self)
        acts.refused.connect(self._tell)
        self.phrases = PhraseBankTab(
            phrases=phrases,
            bullets=bullets,
            journal=journal,
            capture=capture,
            copying=copying,
            drafts=drafts,
            content=content,
            undo=undo,
            acts=acts,
            state=state,
            clock=clock,
        )
        bank = self.phrases
        for name in ("open_route", "place_changed", "announced", "save_reported", "toasted"):
            getattr(bank, name).connect(getattr(self, name))
        self.tabs = Tabs(self.tr("Scripts and playbooks"))
        self.tabs.add(PHRASE_BANK, self.tr("Phrase bank"), lambda: self.phrases)
        layout = column(self, margins=(32, 22, 0, 0), spacing=8)
        title = self.tr("Scripts & playbooks")
        layout.addWidget(PageHeader(title, self.tr("Words that are ready when you need them, with your own numbers.")))
        layout.addWidget(self.tabs, 1)

    def activated(self, route: Route) -> None:
        """Show the tab, and the phrase, a route names."""
        if route.head == PHRASE and route.args:
            self.phrases.open(route.args[0], route.args[1] if len(route.args) > 1 else "")

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read the phrases again."""
        self.phrases.refresh(changes)

    def flush(self) -> None:
        """Store what is typed."""
        self.phrases.flush()

    def first_focus(self) -> QWidget | None:
        """Start with the phrase asked for, else in the search."""
        return self.phrases.first_focus

    def regions(self) -> Sequence[QWidget]:
        """Return filters, list and phrase."""
        return self.phrases.regions

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Search, write a phrase of one's own, edit one, go to a tab."""
        tabs = {f"tab-{number}": partial(self.tabs.set_current, tab) for number, tab in enumerate(self.tabs.ids, 1)}
        return {**tabs, **self.phrases.handlers}

    @property
    def place_title(self) -> str:
        """Return the phrase on show."""
        return self.phrases.place_title

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))
