"""What the app was started with. Qt's reader of arguments is at hand; Python's takes some milliseconds to load."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCommandLineOption, QCommandLineParser, QCoreApplication

import arcareer

EXIT_USAGE = 2


class Arguments(NamedTuple):
    """The library's folder, None for the user's own, and whether to leave after the first frame."""

    library: Path | None
    smoke: bool


class Answered(Exception):  # noqa: N818 - nothing went wrong: the question is answered
    """The arguments asked for words instead of the app, or made no sense: what to print, and the exit code."""

    def __init__(self, words: str, code: int = 0) -> None:
        super().__init__(words)
        self.code = code


def read_arguments(typed: Sequence[str]) -> Arguments:
    """Return what these arguments, without the program's name, ask for; raise `Answered` where it is no window."""
    parser = QCommandLineParser()
    parser.setApplicationDescription("The evidence of your work, ready when you need it.")
    library = QCommandLineOption(["library"], "the library's folder (default: your own)", "DIR")
    smoke = QCommandLineOption(["smoke"], "open, print the milliseconds to the first frame, close")
    for option in (library, smoke):
        parser.addOption(option)
    wants_help, wants_version = parser.addHelpOption(), parser.addVersionOption()
    understood = parser.parse(["arcareer", *typed])
    if not understood:
        raise Answered(f"arcareer: {parser.errorText()}", EXIT_USAGE)
    if parser.isSet(wants_help):
        _named = QCoreApplication.instance() or QCoreApplication(["arcareer"])  # whose name the help begins with
        raise Answered(parser.helpText().rstrip())
    if parser.isSet(wants_version):
        raise Answered(f"arcareer {arcareer.__version__}")
    if parser.positionalArguments():
        raise Answered(f"arcareer: not understood: {' '.join(parser.positionalArguments())}", EXIT_USAGE)
    return Arguments(Path(parser.value(library)) if parser.isSet(library) else None, parser.isSet(smoke))
