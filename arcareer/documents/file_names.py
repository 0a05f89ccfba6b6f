"""Names of files that can be saved on every system the document may travel to."""

from __future__ import annotations

from pathlib import Path

from arcareer.errors import UserError

_FORBIDDEN = '<>:"/\\|?*'
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in "123456789"}
)
_LONGEST = 240


def check_target(path: Path, ending: str) -> None:
    """Raise `UserError` where nothing can be saved at `path`, before any work is done."""
    problem = _problem_of_name(path.name, ending)
    if problem:
        raise UserError(f"{problem} Nothing was saved. Choose another name.")
    if path.is_dir():
        raise UserError(f"“{path.name}” is a folder. Nothing was saved. Choose another name.")
    if not path.parent.is_dir():
        raise UserError(f"There is no folder “{path.parent}”. Nothing was saved. Choose a folder that exists.")


def _problem_of_name(name: str, ending: str) -> str:
    """Return what is wrong with a file name in a sentence, empty where nothing is."""
    stem = name[: -len(ending)] if name.lower().endswith(ending) else ""
    forbidden = sorted({char for char in name if char in _FORBIDDEN or ord(char) < 32})
    problems = (
        (not _is_whole(name), "The file name holds a broken character."),
        (not stem.strip(" ."), f"The file name has to end in {ending}, with a name before it."),
        (bool(forbidden), f"A file name cannot hold any of {' '.join(_FORBIDDEN)}."),
        (name.split(".", 1)[0].strip().lower() in _RESERVED, f"“{name}” is a name Windows keeps for itself."),
        (stem.endswith((" ", ".")), "A file name cannot end with a space or a full stop."),
        (len(name.encode(errors="replace")) > _LONGEST, f"The file name is longer than {_LONGEST} bytes."),
    )
    return next((problem for is_wrong, problem in problems if is_wrong), "")


def _is_whole(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
