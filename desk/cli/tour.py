"""The tour: all of it on the sample visit, into a folder."""

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from desk.cli import commands
from desk.cli.screen_language import known_screen_language
from desk.locale import _, ngettext, use_language
from desk.locale.words import DOCUMENT_LANGUAGES, SCREEN_LANGUAGES, current_language
from desk.services import programme, visits
from desk.services.desk import Desk

Opener = Callable[[str], Desk]
Photographer = Callable[[Desk, Path, str, str], list[Path]]
"""Takes the pictures: the desk, the folder, the language, the theme; the files made."""

THEMES = ("light", "dark")


def tour(arguments: Namespace, open_desk: Opener, photograph: Photographer) -> int:
    """Make the database, invitations, documents and pictures; say what was made."""
    known_screen_language(arguments.language)
    out = Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    database = out / "sample.pandurata"
    for stale in out.glob("sample.pandurata*"):
        stale.unlink()
    desk = open_desk(str(database))
    try:
        return _go_round(desk, out, photograph)
    finally:
        desk.store.close()


def _go_round(desk: Desk, out: Path, photograph: Photographer) -> int:
    quiet = Namespace(language=None, on=None, json=False)
    commands.sample(desk, quiet)
    commands.invites(
        desk, Namespace(visit=_reference(desk), out=out / "invitations", event=None, language=None)
    )
    event = _meeting(desk)
    for language in DOCUMENT_LANGUAGES:
        commands.attendance(
            desk,
            Namespace(
                event=event,
                out=str(out / f"attendance_{language}.pdf"),
                language=language,
                blank_rows=4,
            ),
        )
    commands.check(
        desk, Namespace(visit=None, json=False, language=None, first_day=None, last_day=None)
    )
    spoken = current_language()
    pictures = 0
    for language in SCREEN_LANGUAGES:
        for theme in THEMES:
            use_language(language)
            folder = out / "screenshots" / f"{language}-{theme}"
            pictures += len(photograph(desk, folder, language, theme))
    use_language(spoken)
    sys.stdout.write(
        ngettext("{count} picture in {folder}", "{count} pictures in {folder}", pictures).format(
            count=pictures, folder=out / "screenshots"
        )
        + "\n"
    )
    sys.stdout.write(_("The tour is complete: {folder}").format(folder=out) + "\n")
    return 0


def _reference(desk: Desk) -> str:
    return visits.all_visits(desk)[0].reference


def _meeting(desk: Desk) -> str:
    """The event with the most people: the business meeting."""
    events = programme.events_of_visit(desk, visits.all_visits(desk)[0].id)
    return max(events, key=lambda event: (event.participants, event.starts_at)).reference
