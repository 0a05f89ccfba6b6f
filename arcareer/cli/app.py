"""The command line of the core: `arcareer-cli COMMAND`. Only the chosen command's module is imported."""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Final, NoReturn, Protocol, cast

from arcareer.errors import EnvironmentFault, UserError
from arcareer.progress import Cancelled

DONE: Final = 0
FINDINGS: Final = 1
WRONG_USE: Final = 2
MACHINE_AT_FAULT: Final = 3
CHILD_FLAG: Final = "--reading-child"  # that of arcareer.reading.child, which no command needs


class CommandModule(Protocol):
    """What a command's module offers; `register` sets its `run` as the parser's default of that name."""

    def register(self, subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
        """Add the command to the parser."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it and return the exit code."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it does in a few words, and the module that does it."""

    name: str
    summary: str
    module: str

    def load(self) -> CommandModule:
        """Import the module."""
        return cast("CommandModule", import_module(self.module))


COMMANDS: Final = (
    Command("log", "save a win", "arcareer.cli.log"),
    Command("wins", "list wins, or import a list of them", "arcareer.cli.wins"),
    Command("export", "write a document", "arcareer.cli.export"),
    Command("check", "check text for red flags", "arcareer.cli.check"),
    Command("scan", "read a resume as a hiring manager does", "arcareer.cli.scan"),
    Command("ledger", "read a receivables export", "arcareer.cli.ledger"),
    Command("kpi", "compute receivables metrics", "arcareer.cli.kpi"),
    Command("decide", "run the decision aids", "arcareer.cli.decide"),
    Command("backup", "make a verified backup now", "arcareer.cli.backup"),
    Command("restore", "list backups, or go back to one", "arcareer.cli.restore"),
    Command("doctor", "say how the library is and where it lies", "arcareer.cli.doctor"),
    Command("demo", "make a sample library of a year and its document", "arcareer.cli.demo"),
)


class Parser(argparse.ArgumentParser):
    """A parser that speaks like the app."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command as typed, and end with 2."""
        usage = self.format_usage().strip()
        message = message.replace("invalid choice:", "there is no").replace("invalid ", "this is not right: ")
        self.exit(WRONG_USE, f"{message[:1].upper()}{message[1:]}.\n{usage}\nMore: {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 findings, 2 wrong use, 3 the machine is at fault."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    if typed == [CHILD_FLAG]:
        from arcareer.reading.child import main as read  # noqa: PLC0415 - a frozen app starts itself as its reader

        return read()
    return _answer(typed)


def _answer(typed: Sequence[str]) -> int:
    _speak_utf8()
    library, rest = _library_option().parse_known_args(typed)
    try:
        args = _parser(rest).parse_args(rest, namespace=library)
        return int(args.run(args))
    except UserError as problem:
        return _say(str(problem), WRONG_USE)
    except EnvironmentFault as fault:
        return _say("\n".join((str(fault), *getattr(fault, "details", ()))), MACHINE_AT_FAULT)
    except (Cancelled, KeyboardInterrupt):
        return _say("Stopped. Nothing was changed since the last finished step.", FINDINGS)
    except BrokenPipeError:
        # Whoever read our output has heard enough; nothing more can be written, not even by the interpreter's exit.
        sys.stdout = None
        return DONE
    except Exception:  # noqa: BLE001 - a bug must end with the code of a fault, never with one that reads as an answer
        traceback.print_exc()
        return _say(
            "The program stopped at a place it should not have. What was saved before is kept.", MACHINE_AT_FAULT
        )


def _parser(typed: Sequence[str]) -> Parser:
    """Return the parser of every command, with the arguments of the one that was typed."""
    parser = Parser(prog="arcareer-cli", description="What the arcareer app does, without its window.")
    parser.add_argument("--library", type=Path, metavar="DIR", help="the library's folder (default: your own)")
    subparsers: Any = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    chosen = next((word for word in typed if not word.startswith("-")), "")
    for command in COMMANDS:
        if command.name == chosen:
            command.load().register(subparsers)
        else:
            subparsers.add_parser(command.name, help=command.summary)
    return parser


def _library_option() -> argparse.ArgumentParser:
    """Return what finds `--library DIR` wherever it stands, so that no command has to know about it."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--library", type=Path)
    return parser


def _speak_utf8() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace" if stream is not sys.stdin else "replace")


def _say(text: str, code: int) -> int:
    sys.stderr.write(f"{text}\n")
    return code
