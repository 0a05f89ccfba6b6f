"""Starts the app, as `python -m arcareer_ui` and as the command `arcareer`."""

import builtins
import gc
import sys


def main() -> int:
    """Run the app until its window closes, and return the exit code.

    Python looks for garbage while modules load, and finds none: what a start makes, stays. The app lets it look again
    once there is something to see.
    """
    gc.disable()
    _import_plainly()
    from arcareer_ui.app import main as run  # noqa: PLC0415 - so that loading comes after that

    return run()


def _import_plainly() -> None:
    """Take Python's own `import` back from the binding.

    Qt for Python puts one in its place that reads the source of every module loaded later, in search of `__feature__`
    switches. This app has none, and the reading is a tenth of its start.
    """
    import PySide6.QtCore  # noqa: PLC0415, F401 - the module that replaces `import`

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


if __name__ == "__main__":
    sys.exit(main())
