"""The tab Red flags: a text under the checks, or a whole resume read as a hiring manager reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer_ui.acts import Acts
from arcareer_ui.pages.prep.red_flags.sources import Sources
from arcareer_ui.pages.prep.red_flags.text_part import TextPart
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.segment import Segment

if TYPE_CHECKING:
    from arcareer.services.answers import AnswerService
    from arcareer.services.bullets import BulletService
    from arcareer.services.drafts import DraftService
    from arcareer.services.journal import JournalService
    from arcareer.services.resume_scan import ResumeScanService
    from arcareer.services.writing_checks import WritingCheckService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.pages.prep.red_flags.resume_part import ResumePart
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

TEXT, SCAN = "text", "scan"
MODE_STATE = "red-flags/mode"
PLACE = "prep/red-flags"
HEARD = (EntityKind.WIN, EntityKind.BULLET, EntityKind.ANSWER, EntityKind.WRITING_CHECKS)


class RedFlagsTab(Tool):
    """Two modes: a text, or a resume."""

    def __init__(
        self,
        *,
        checks: WritingCheckService,
        scans: Callable[[], ResumeScanService],
        bullets: Callable[[], BulletService],
        answers: Callable[[], AnswerService],
        journal: JournalService,
        drafts: DraftService,
        undo: UndoController,
        acts: Acts,
        tasks: TaskRunner,
        dialogs: Dialogs,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._scans, self._acts, self._tasks, self._dialogs, self._state = scans, acts, tasks, dialogs, state
        self._checks = checks
        sources = Sources(journal, bullets, answers, undo, self)
        self.text = TextPart(
            checks=checks, sources=sources, drafts=drafts, acts=acts, tasks=tasks, state=state, clock=clock
        )
        self.scan: ResumePart | None = None
        self._is_shown = False  # a header without its place in the page would be a window of its own
        self.header = self.text.kind
        self.mode = Segment(self.tr("What to check"), [(TEXT, self.tr("Text")), (SCAN, self.tr("Resume scan"))])
        self.back_button = Button("", "link", icon="arrow-left")
        self._lay_out()
        self._connect()
        self._show_mode(state.text(MODE_STATE, TEXT))

    def open(self, args: Sequence[str]) -> None:
        """Show what a route names: `scan`, `win/<id>[/<field>]`, `bullet/<id>`, `answer/<id>[/<part>]`."""
        if not args:
            return
        if args[0] == SCAN:
            self._show_mode(SCAN)
            return
        self._show_mode(TEXT)
        if args[0] == TEXT:
            self.text.open_free()
        elif len(args) > 1 and not self.text.open(args[0], args[1], args[2] if len(args) > 2 else ""):
            self.noted.emit(self.tr("That text is no longer there."))

    def show_header(self, *, shown: bool) -> None:
        """Show the part in the page's header where it belongs."""
        self._is_shown = shown
        room = self.header.sizePolicy()
        room.setRetainSizeWhenHidden(shown)  # the page's header is as high beside a scan as beside a text
        self.header.setSizePolicy(room)
        self.header.setVisible(shown and self.mode.current == TEXT)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed elsewhere."""
        if changes is None or changes.affects(*HEARD):
            self.text.refresh()

    def flush(self) -> None:
        """Keep what is typed."""
        self.text.flush()

    @property
    def first_focus(self) -> QWidget | None:
        """Return where the keyboard starts."""
        return self.scan.first_focus if self.scan is not None and self.mode.current == SCAN else self.text.card.text

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        return (
            (self.scan,) if self.scan is not None and self.mode.current == SCAN else (self.text.card, self.text.panel)
        )

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the tab does for commands."""
        return {
            "next-finding": lambda: self.text.step(1),
            "previous-finding": lambda: self.text.step(-1),
            "use-suggestion": self.text.use,
            "ignore-here": self.text.ignore,
        }

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        if self.mode.current == SCAN:
            return f"{PLACE}/{SCAN}"
        source = self.text.source
        return f"{PLACE}/{source.place.route}" if source.place is not None else PLACE

    def _lay_out(self) -> None:
        self._layout = column(self, margins=(0, 12, 8, 0), spacing=12)
        line = row(spacing=14)
        line.addWidget(self.mode, 0, Qt.AlignmentFlag.AlignLeading)
        line.addWidget(self.back_button)
        line.addStretch(1)
        self._layout.addLayout(line)
        self._layout.addWidget(self.text, 1)

    def _connect(self) -> None:
        self.mode.chosen.connect(self._choose_mode)
        self.back_button.clicked.connect(self._go_back)
        self.text.source_changed.connect(self._show_source)
        for name in ("open_route", "announced", "told", "noted", "save_reported"):
            getattr(self.text, name).connect(getattr(self, name))

    def _choose_mode(self, mode: str) -> None:
        self._state.remember(MODE_STATE, mode)
        self._show_mode(mode)
        self.place_changed.emit(self.place)

    def _show_mode(self, mode: str) -> None:
        self.mode.set_current(mode if mode == SCAN else TEXT)
        if mode == SCAN and self.scan is None:
            self._build_scan()
        self.text.setVisible(mode != SCAN)
        self.show_header(shown=self._is_shown)
        if self.scan is not None:
            self.scan.setVisible(mode == SCAN)
        self._show_back()

    def _build_scan(self) -> None:
        from arcareer_ui.pages.prep.red_flags.resume_part import ResumePart  # noqa: PLC0415 - on its first visit

        self.scan = ResumePart(
            scans=self._scans(), checks=self._checks, acts=self._acts, tasks=self._tasks, dialogs=self._dialogs
        )
        self._layout.addWidget(self.scan, 1)
        for name in ("open_route", "announced", "told", "noted"):
            getattr(self.scan, name).connect(getattr(self, name))

    def _show_source(self) -> None:
        self._show_back()
        self.place_changed.emit(self.place)

    def _show_back(self) -> None:
        place = self.text.source.place
        self.back_button.setVisible(place is not None and self.mode.current == TEXT)
        if place is not None:
            self.back_button.set_label(place.back)

    def _go_back(self) -> None:
        place = self.text.source.place
        if place is not None:
            self.flush()
            self.open_route.emit(place.home or place.route)
