"""Everybody for other programs, on the command line."""

import sys
from argparse import Namespace
from pathlib import Path

from desk.cli.screen_language import known_screen_language
from desk.locale import ngettext
from desk.services.desk import Desk
from desk.services.people_export import export_people


def people(desk: Desk, arguments: Namespace) -> int:
    """Write everybody to a file; nothing that is restricted stands in it."""
    known_screen_language(arguments.language)
    count = export_people(desk, Path(arguments.out))
    words = ngettext("{count} person", "{count} people", count).format(count=count)
    sys.stdout.write(f"{arguments.out}  ({words})\n")
    return 0
