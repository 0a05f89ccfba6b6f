"""What is said when a win was saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from arcareer_ui.shell.toasts import ToastRequest


def saved_toast(this_week: int, add_details: Callable[[], None]) -> ToastRequest:
    """Return the report of a saved win; `this_week` counts those of this week, `add_details` opens the new one."""
    spoken = QCoreApplication.translate("Capture", "Win saved. {count} this week.")
    return ToastRequest(
        QCoreApplication.translate("Capture", "Win saved"),
        action=QCoreApplication.translate("Capture", "Add details"),
        act=add_details,
        undoable=True,
        spoken=spoken.format(count=this_week),
    )
