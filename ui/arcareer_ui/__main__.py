"""Starts the app, as `python -m arcareer_ui` and as the command `arcareer`."""

import gc
import sys

from arcareer_ui.binding import load_binding


def main() -> int:
    """Run the app until its window closes, and return the exit code.

    Python looks for garbage while modules load, and finds none: what a start makes, stays. The app lets it look again
    once there is something to see.
    """
    gc.disable()
    load_binding()
    from arcareer_ui.app import main as run  # noqa: PLC0415 - so that loading comes after that

    return run()


if __name__ == "__main__":
    sys.exit(main())
