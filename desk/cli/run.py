"""Running one command, with errors told in one sentence."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path

from desk.cli import commands, quick_add
from desk.cli.find import find
from desk.cli.free import free
from desk.cli.intake import intake
from desk.cli.merge import merge
from desk.cli.people import people
from desk.cli.precedence import precedence
from desk.cli.screen_language import known_screen_language
from desk.cli.tour import Opener, Photographer, tour
from desk.locale import _
from desk.model.errors import UserError
from desk.services.desk import Desk

USERS_MISTAKE = 1
INTERRUPTED = 130
NOBODY_READS = 141
"""Whoever read the output has gone, as `head` does: 128 and the signal that says so."""

_COMMANDS: dict[str, Callable[[Desk, Namespace], int]] = {
    "sample": commands.sample,
    "visits": commands.list_visits,
    "invites": commands.invites,
    "attendance": commands.attendance,
    "check": commands.check,
    "find": find,
    "free": free,
    "precedence": precedence,
    "intake": intake,
    "merge": merge,
    "people": people,
    "add": quick_add.add,
}
_MAKES_ITS_DATABASE = frozenset({"sample"})


def run_command(
    arguments: Namespace,
    *,
    open_existing: Opener,
    open_or_make: Opener,
    photograph: Photographer,
) -> int:
    """Run the command; the exit status: 0, 1 for what the user can mend, 3 from `check`."""
    _write_any_letter()
    try:
        status = _run(arguments, open_existing, open_or_make, photograph)
        sys.stdout.flush()
        return status
    except UserError as error:
        sys.stderr.write(f"{error.message}\n")
        return USERS_MISTAKE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _write_nowhere()
        return NOBODY_READS
    except OSError as error:
        why = error.strerror or type(error).__name__
        if error.filename is None:
            sys.stderr.write(_("The output cannot be written: {why}.").format(why=why) + "\n")
            _write_nowhere()
        else:
            words = _("{path} cannot be written: {why}.").format(path=error.filename, why=why)
            sys.stderr.write(f"{words}\n")
        return USERS_MISTAKE


def _run(
    arguments: Namespace, open_existing: Opener, open_or_make: Opener, photograph: Photographer
) -> int:
    if arguments.command == "tour":
        return tour(arguments, open_or_make, photograph)
    if arguments.command == "sample":
        # Judged first: a wrong day must not leave an empty database behind.
        commands.sample_day(arguments)
    opener = open_or_make if arguments.command in _MAKES_ITS_DATABASE else open_existing
    desk = opener(arguments.database)
    try:
        if arguments.command == "screenshots":
            return _screenshots(desk, arguments, photograph)
        return _COMMANDS[arguments.command](desk, arguments)
    finally:
        desk.store.close()


def _write_any_letter() -> None:
    """Names come in scripts that an old console has no letters for: better odd than nothing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _write_nowhere() -> None:
    """What is still to be written out would only fail once more at the end of the program."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _screenshots(desk: Desk, arguments: Namespace, photograph: Photographer) -> int:
    language = known_screen_language(arguments.language) or "id"
    for path in photograph(desk, Path(arguments.out), language, arguments.theme or "light"):
        sys.stdout.write(f"{path}\n")
    return 0
