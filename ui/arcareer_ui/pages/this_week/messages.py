"""The lasting messages above the capture card: text kept from before, the weekly reminder, a library that is stuck."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.dates import clock_time, weekday_name
from arcareer_ui.pages.this_week.view import ThisWeekView
from arcareer_ui.widgets.button import Button

if TYPE_CHECKING:
    from arcareer_ui.widgets.banner import Banner, BannerTone


class Messages(QObject):
    """Shows each message at most once and takes it away when its cause is gone.

    `log_asked` and `not_this_week` answer the reminder, `retry_asked` a library that could not be read; `announced`
    carries a reminder that has just come.
    """

    log_asked = Signal()
    not_this_week = Signal()
    retry_asked = Signal()
    announced = Signal(str)

    def __init__(self, view: ThisWeekView) -> None:
        super().__init__(view)
        self._view = view
        self._shown: dict[str, Banner] = {}

    @property
    def titles(self) -> tuple[str, ...]:
        """Return the first lines of what is shown, the oldest first."""
        return tuple(banner.title for banner in self._shown.values())

    def tell_kept(self, at: datetime, today: datetime) -> str:
        """Say that the half-typed sentence is back; both moments are on the user's wall clock. Returns the words."""
        time = clock_time(at)
        if at.date() == today.date():
            title = self.tr("We kept what you typed at {time}").format(time=time)
        else:
            title = self.tr("We kept what you typed on {day} at {time}").format(day=weekday_name(at), time=time)
        self._put("kept", title, tone="info", icon="history", dismissible=True)
        return title

    def forget_kept(self) -> None:
        """The sentence was saved or deleted."""
        self._take("kept")

    def remind(self, *, due: bool) -> None:
        """Show the weekly reminder while it is due."""
        if not due:
            self._take("reminder")
        elif "reminder" not in self._shown:
            self._remind()

    def tell_problem(self, text: str) -> None:
        """Say that the library could not be read; capture goes on."""
        retry = Button(self.tr("Try again"), size="compact")
        retry.clicked.connect(self.retry_asked)
        first, _, rest = text.partition(". ")
        self._put("problem", f"{first}." if rest else first, rest, actions=(retry,))

    def forget_problem(self) -> None:
        """The library could be read again."""
        self._take("problem")

    def _remind(self) -> None:
        log = Button(self.tr("Log a win"), size="compact")
        later = Button(self.tr("Not this week"), "quiet", size="compact")
        log.clicked.connect(self.log_asked)
        later.clicked.connect(self.not_this_week)
        title = self.tr("Two minutes for this week's wins?")
        self._put("reminder", title, tone="accent", icon="bell", actions=(log, later))
        self.announced.emit(title)

    def _put(
        self,
        key: str,
        title: str,
        text: str = "",
        tone: BannerTone = "warn",
        *,
        icon: str = "",
        actions: Sequence[QWidget] = (),
        dismissible: bool = False,
    ) -> None:
        from arcareer_ui.widgets.banner import Banner  # noqa: PLC0415 - most starts have nothing to tell

        self._take(key)
        banner = self._shown[key] = Banner(title, text, tone, icon=icon, actions=actions, dismissible=dismissible)
        banner.dismissed.connect(lambda: self._take(key))
        self._view.put_banner(banner)

    def _take(self, key: str) -> None:
        banner = self._shown.pop(key, None)
        if banner is not None:
            self._view.take_banner(banner)
