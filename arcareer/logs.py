"""One log file a library, kept small; it holds ids, counts and kinds of faults, and never the user's words."""

from __future__ import annotations

import logging
from pathlib import Path

from arcareer import fsops

LARGEST = 500_000


def start_log(folder: Path) -> logging.Handler | None:
    """Write the app's log below `folder` from now on; None where that cannot be done, which stops nothing."""
    target = folder / "arcareer.log"
    try:
        fsops.make_private_folders(folder)
        if target.exists() and target.stat().st_size > LARGEST:
            target.replace(folder / "arcareer.old.log")
        handler = logging.FileHandler(target, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("arcareer")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return handler


def end_log(handler: logging.Handler | None) -> None:
    """Stop writing to a log that `start_log` began."""
    if handler is not None:
        logging.getLogger("arcareer").removeHandler(handler)
        handler.close()
