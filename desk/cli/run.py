"""Running one command, with errors told in one sentence."""

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from desk.cli import commands
from desk.cli.screen_language import known_screen_language
from desk.cli.tour import Opener, Photographer, tour
from desk.model.errors import UserError
from desk.services.desk import Desk

USERS_MISTAKE = 1

_COMMANDS: dict[str, Callable[[Desk, Namespace], int]] = {
    "sample": commands.sample,
    "visits": commands.list_visits,
    "invites": commands.invites,
    "attendance": commands.attendance,
    "check": commands.check,
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
    try:
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
    except UserError as error:
        sys.stderr.write(f"{error.message}\n")
        return USERS_MISTAKE
    except KeyboardInterrupt:
        return 130


def _screenshots(desk: Desk, arguments: Namespace, photograph: Photographer) -> int:
    language = known_screen_language(arguments.language) or "id"
    for path in photograph(desk, Path(arguments.out), language, arguments.theme or "light"):
        sys.stdout.write(f"{path}\n")
    return 0
