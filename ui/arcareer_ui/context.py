"""The parts a page may be built from; only the composition root and the pages' build functions see it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from arcareer.bootstrap import App
from arcareer.settings.store import PreferencesStore
from arcareer_ui.dialogs import Dialogs
from arcareer_ui.tasks import TaskRunner
from arcareer_ui.undo import UndoController
from arcareer_ui.window_state import WindowState


class LibraryRequests(QObject):
    """What pages ask of the application about the library itself.

    `sample_wanted` and `own_wanted` switch to sample data and back; `reload_wanted` shows the library anew after its
    files were replaced; `folder_wanted` carries the folder of another library to open.
    """

    sample_wanted = Signal()
    own_wanted = Signal()
    reload_wanted = Signal()
    folder_wanted = Signal(object)


class UiContext(NamedTuple):
    """Everything there is; a page's build function hands over only what that page names."""

    app: App
    preferences: PreferencesStore
    undo: UndoController
    tasks: TaskRunner
    dialogs: Dialogs
    state: WindowState
    requests: LibraryRequests
    is_sample: bool = False
