"""An open library with its window: made, shown, kept safe, and closed in order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from arcareer.bootstrap import App
from arcareer.domain.periods import week_of
from arcareer.domain.start_report import NoticeKind
from arcareer.errors import EnvironmentFault
from arcareer.progress import Progress, silent
from arcareer.settings.store import PreferencesStore
from arcareer_ui.bus import ChangeBus
from arcareer_ui.context import LibraryRequests, UiContext
from arcareer_ui.dates import use_date_format
from arcareer_ui.dialogs import Dialogs
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.shell.main_window import MainWindow
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.tasks import TaskRunner
from arcareer_ui.undo import Background, UndoController
from arcareer_ui.widgets.button import Button
from arcareer_ui.window_state import WindowState

if TYPE_CHECKING:
    from arcareer.domain.changes import Change
    from arcareer.domain.journal import Win
    from arcareer.domain.safekeeping import CheckReport
    from arcareer.settings.preferences import Preferences
    from arcareer_ui.capture.panel import CapturePanel
    from arcareer_ui.housekeeping import Housekeeping
    from arcareer_ui.save_trouble import SaveTrouble
    from arcareer_ui.shell.palette_entries import PaletteProvider
    from arcareer_ui.undo import LongStep

SAMPLE_BANNER = "sample"
CHECK_BANNER = "check"


class LibrarySession(QObject):
    """Holds everything that lives as long as one library is open. `ended` comes when its window has closed."""

    ended = Signal()

    def __init__(
        self,
        app: App,
        specs: Sequence[PageSpec],
        *,
        preferences: PreferencesStore,
        state: WindowState,
        tasks: TaskRunner,
        dialogs: Dialogs,
        requests: LibraryRequests,
        is_sample: bool = False,
    ) -> None:
        super().__init__()
        self.app = app
        self._tasks, self._dialogs, self._requests = tasks, dialogs, requests
        self._preload = tuple(spec.preload for spec in specs if spec.preload)
        self._is_closed = False
        self._bus = ChangeBus(self)
        app.subscribe(self._bus.publish)
        self._preferences = preferences.current
        use_date_format(self._preferences.date_format)
        self._stop_following = preferences.subscribe(self._follow)
        self.undo = UndoController(self._apply, self, background=Background(tasks, self._apply))
        context = UiContext(app, preferences, self.undo, tasks, dialogs, state, requests, is_sample)
        self.window = MainWindow(
            specs,
            partial(_build, context),
            undo=self.undo,
            bus=self._bus,
            state=state,
            dialogs=dialogs,
            capture=self._build_capture,
            providers=self._build_finders,
        )
        self.undo.undone.connect(self._say_undone)
        self.undo.refused.connect(self._say_refused)
        self.undo.began.connect(self._cover)
        self.undo.stopped.connect(self._say_stopped)
        self.window.closing.connect(self.close)
        requests.reload_wanted.connect(self.undo.forget)
        self.window.win_captured.connect(self._say_captured)
        self.window.save_reported.connect(self._heed_save)
        self.window.toasts.shown.connect(self._look_at_file)
        self._show_notices(is_sample=is_sample)

    @cached_property
    def housekeeping(self) -> Housekeeping:
        """Return what keeps the library safe in the background."""
        from arcareer_ui.housekeeping import Housekeeping  # noqa: PLC0415 - begins after the first paint

        housekeeping = Housekeeping(self.app, self._tasks, self, preload=self._preload)
        housekeeping.checked.connect(self._tell_check)
        housekeeping.troubled.connect(self.tell)
        return housekeeping

    @cached_property
    def trouble(self) -> SaveTrouble:
        """Return what tells of trouble with saving."""
        from arcareer_ui.save_trouble import SaveTrouble  # noqa: PLC0415 - nothing is saved before the first paint

        trouble = SaveTrouble(self.app, self.window, self._dialogs, self)
        trouble.refused.connect(self.tell)
        trouble.folder_wanted.connect(self._requests.folder_wanted)
        return trouble

    def close(self) -> None:
        """Write what is open, make the closing backup, and close the library; a second call does nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        focus = self.window.focusWidget()
        if focus is not None:
            focus.clearFocus()  # a field may write when it is left, which needs the library open
        for timer in self.window.findChildren(QTimer):
            timer.stop()  # what waits for a pause would ask a closed library
        self._stop_following()
        self.undo.forget()  # a stack that is deleted with steps in it calls back into what is gone
        self._tasks.shut_down()
        self.housekeeping.close()
        self.app.close()
        self.ended.emit()

    def _heed_save(self, report: SaveReport) -> None:
        self.trouble.heed(report)

    def _look_at_file(self) -> None:
        self.trouble.look_at_file()

    def _follow(self, preferences: Preferences) -> None:
        """Let every page write its dates anew when the user wants them otherwise."""
        from arcareer.domain.changes import ChangeSet  # noqa: PLC0415 - preferences change after the first paint

        before, self._preferences = self._preferences, preferences
        if preferences.date_format is not before.date_format:
            use_date_format(preferences.date_format)
            self._bus.publish(ChangeSet.everything())

    def _apply(self, change: Change, report: Progress = silent) -> None:
        self.app.edits.apply(change, progress=report)

    def _cover(self, step: LongStep) -> None:
        from arcareer_ui.shell.step_cover import StepCover  # noqa: PLC0415 - seldom needed

        StepCover(self.window, self.undo, step).open()

    def _show_notices(self, *, is_sample: bool) -> None:
        if is_sample:
            from arcareer_ui.widgets.banner import Banner  # noqa: PLC0415 - most starts have nothing to tell

            back = Button(self.tr("Start my own"), "primary", size="compact")
            back.clicked.connect(self._requests.own_wanted)
            title = self.tr("You are looking at sample data")
            text = self.tr("Try anything. What you change here is dropped when you leave it.")
            self.window.banners.put(SAMPLE_BANNER, Banner(title, text, "info", actions=(back,)))
        for notice in self.app.report.notices:
            if notice.kind is not NoticeKind.CREATED:
                self._show_banner(notice.kind.value, notice.text)

    def _tell_check(self, report: CheckReport) -> None:
        if report.sound and not report.evidence_missing and not report.evidence_changed:
            return
        look = Button(self.tr("See what can be brought back"), size="compact")
        look.clicked.connect(partial(self.window.router.go, "settings/data"))
        text = self.tr("The check after the start found damage. Nothing was removed; your backups are untouched.")
        self._show_banner(CHECK_BANNER, text, look)

    def _show_banner(self, key: str, text: str, *actions: Button) -> None:
        from arcareer_ui.widgets.banner import Banner  # noqa: PLC0415 - most starts have nothing to tell

        title, _, rest = text.partition(". ")
        banner = Banner(title + ("." if rest else ""), rest, "warn", actions=actions, dismissible=True)
        banner.dismissed.connect(partial(self.window.banners.remove, key))
        self.window.banners.put(key, banner)

    def tell(self, text: str) -> None:
        """Show something that could not be done, until it is dismissed."""
        self._show_banner("trouble", text)

    def _build_finders(self) -> Sequence[PaletteProvider]:
        from arcareer_ui.finders import finders_of  # noqa: PLC0415 - made when the palette is first opened

        return finders_of(self.app)

    def _build_capture(self) -> CapturePanel:
        from arcareer_ui.capture.panel import CapturePanel  # noqa: PLC0415 - made when Ctrl+N is first pressed

        app = self.app
        panel = CapturePanel(
            app.content.themes,
            capture=lambda: app.capture,
            journal=lambda: app.journal,
            customers=lambda: app.customers,
            drafts=app.drafts,
            undo=self.undo,
            clock=app.clock,
            ready=lambda: app.capture_is_loaded,
        )
        panel.written.connect(self._say_written)
        panel.troubled.connect(self._say_not_written)
        panel.announced.connect(self.window.announcer.say)
        return panel

    def _say_captured(self, win: Win, details: bool) -> None:  # noqa: FBT001 - the shape of the window's signal
        def show() -> None:
            self.window.router.go(f"win/{win.id}")

        if details:
            show()
            return
        from arcareer.domain.win_lists import WinQuery  # noqa: PLC0415 - a win is captured after the first paint
        from arcareer_ui.capture.saved import saved_toast  # noqa: PLC0415

        week = week_of(self.app.clock.today())
        self.window.toasts.show(saved_toast(self.app.journal.count(WinQuery(period=week)), show))

    def _say_written(self) -> None:
        self.window.report_save(SaveReport(SaveState.SAVED, at=self.app.clock.local_now()))

    def _say_not_written(self, fault: EnvironmentFault) -> None:
        self.window.report_save(SaveReport(SaveState.NOT_SAVED, reason=str(fault), fault=fault))

    def _say_undone(self, label: str) -> None:
        self.window.announcer.say(self.tr("Undone: {act}").format(act=label))

    def _say_stopped(self, label: str) -> None:
        text = self.tr("Stopped. Nothing was changed: {act}").format(act=label)
        self.window.toasts.show(ToastRequest(text, icon="info"))

    def _say_refused(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | ValueError | LookupError) and not str(error):
            raise error
        self.window.toasts.show(ToastRequest(str(error), icon="info"))


def _build(context: UiContext, spec: PageSpec) -> Page:
    return spec.build(context)
