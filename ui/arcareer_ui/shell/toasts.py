"""Reports at the foot of the content, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from arcareer_ui.commands import UNDO
from arcareer_ui.theme.tokens import FADE_TOAST_MS

if TYPE_CHECKING:
    from arcareer_ui.widgets.toast import Toast

STAY_MS = 10_000
MARGIN = 22


class ToastRequest(NamedTuple):
    """What a page wants said: with an action of its own, with Undo, or both.

    Requests with the same `key` in a row become one toast, whose words `merged` makes from how many there were; its
    Undo takes all of them back. `spoken` is read aloud in place of `text`.
    """

    text: str
    icon: str = "check"
    action: str = ""
    act: Callable[[], None] | None = None
    undoable: bool = False
    key: str = ""
    merged: Callable[[int], str] | None = None
    spoken: str = ""


class ToastHost(QObject):
    """Shows toasts on a widget. The clock stops while one is hovered or has the focus.

    `undo_asked` carries how many steps to take back; `shown` the toast, so that the shell can put it into tab order.
    """

    undo_asked = Signal(int)
    shown = Signal(object)
    announced = Signal(str)

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._toast: Toast | None = None
        self._request: ToastRequest | None = None
        self._count = 0
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(STAY_MS)
        self._clock.timeout.connect(self._leave_unless_used)
        self._outdated = QTimer(self)
        self._outdated.setSingleShot(True)
        self._outdated.setInterval(0)
        self._outdated.timeout.connect(self.close)
        area.installEventFilter(self)

    @property
    def toast(self) -> Toast | None:
        """Return the toast on show."""
        return self._toast

    def show(self, request: ToastRequest) -> None:
        """Show a report, or join it to the one on show."""
        self._outdated.stop()
        if self._joins(request) and self._toast is not None and request.merged is not None:
            self._count += 1
            self._toast.set_text(request.merged(self._count))
            self._place()
            self.announced.emit(request.merged(self._count))
        else:
            self._replace(request)
        self._clock.start()

    def close(self) -> None:
        """Take the toast away."""
        self._clock.stop()
        self._outdated.stop()
        self._request, self._count = None, 0
        if self._toast is not None:
            self._toast.removeEventFilter(self)
            self._toast.hide()
            self._toast.deleteLater()
            self._toast = None

    def note_change(self) -> None:
        """Hear that something was done or undone: a toast whose Undo would now take back something else goes.

        It stays when a request that joins it follows at once.
        """
        if self._request is not None and self._request.undoable:
            self._outdated.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the area, and start the clock again when the pointer leaves."""
        if watched is self._area and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self._toast and event.type() == QEvent.Type.Leave:
            self._clock.start()
        return super().eventFilter(watched, event)

    def _joins(self, request: ToastRequest) -> bool:
        return bool(request.key) and self._request is not None and self._request.key == request.key

    def _replace(self, request: ToastRequest) -> None:
        from arcareer_ui.shell.motion import fade_in  # noqa: PLC0415 - kept out of start-up
        from arcareer_ui.widgets.toast import Toast, cast_shadow  # noqa: PLC0415

        self.close()
        self._request, self._count = request, 1
        actions = (request.action,) if request.action else ()
        if request.undoable:
            actions = (*actions, UNDO.words)
        toast = Toast(self._area, request.text, request.icon, actions, UNDO.keys if request.undoable else "")
        toast.acted.connect(self._act)
        toast.closed.connect(self.close)
        toast.installEventFilter(self)
        self._toast = toast
        self._place()
        toast.show()
        fade_in(toast, FADE_TOAST_MS, lambda: cast_shadow(toast, blur=28, drop=8, alpha=70))
        self.shown.emit(toast)
        self.announced.emit(request.spoken or request.text)

    def _act(self, index: int) -> None:
        request, count = self._request, self._count
        self.close()
        if request is None:
            return
        if request.action and index == 0:
            if request.act is not None:
                request.act()
        else:
            self.undo_asked.emit(count)

    def _place(self) -> None:
        if self._toast is None:
            return
        self._toast.adjustSize()
        left = (self._area.width() - self._toast.width()) // 2
        self._toast.move(max(0, left), self._area.height() - self._toast.height() - MARGIN)
        self._toast.raise_()

    def _leave_unless_used(self) -> None:
        toast = self._toast
        if toast is None:
            return
        focus = QApplication.focusWidget()
        if toast.underMouse() or (focus is not None and toast.isAncestorOf(focus)):
            self._clock.start()
        else:
            self.close()
