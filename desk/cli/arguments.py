"""What may be said on the command line."""

from argparse import SUPPRESS, ArgumentParser, Namespace, _SubParsersAction  # pyright: ignore[reportPrivateUsage]
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desk import __version__
from desk.locale import _

if TYPE_CHECKING:
    Commands = _SubParsersAction[ArgumentParser]


def read_arguments(arguments: Sequence[str]) -> Namespace:
    """The arguments as a namespace; `command` is None when the window is to be opened.

    Ends the program with status 2 on wrong usage and 0 after --help, as command lines do.
    """
    return _parser().parse_args(arguments)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="python -m desk",
        description=_("Pandurata, the desk for delegation visits. Without a command: the window."),
        # The language is looked for before anything is understood, so in full.
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Pandurata {__version__}")
    parser.add_argument(
        "--database", metavar="DB", help=_("the database to open: a file or a PostgreSQL address")
    )
    _language(parser, _("the language of the window: id or en"))
    _theme(parser)
    parser.set_defaults(language=None, theme=None)
    parser.add_argument(
        "--measure-start",
        action="store_true",
        help=_("open the window, print how long that took as JSON, and close it"),
    )
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    _add_sample(commands)
    _add_visits(commands)
    _add_invites(commands)
    _add_attendance(commands)
    _add_check(commands)
    _add_free(commands)
    _add_precedence(commands)
    _add_intake(commands)
    _add_merge(commands)
    _add_people(commands)
    _add_find(commands)
    _add_add(commands)
    _add_screenshots(commands)
    _add_tour(commands)
    return parser


def _command(
    commands: "Commands", name: str, help_text: str, *, database: bool = True
) -> ArgumentParser:
    parser = commands.add_parser(name, help=help_text, description=help_text, allow_abbrev=False)
    if database:
        parser.add_argument("database", metavar="DB", help=_("a file or a PostgreSQL address"))
    return parser


def _language(parser: ArgumentParser, help_text: str) -> None:
    # Not `choices`: an unknown language is the user's mistake, told in words with status 1.
    # No default of its own: what stands before the command holds for it too.
    parser.add_argument("--language", metavar="L", default=SUPPRESS, help=help_text)


def _theme(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--theme", choices=("light", "dark"), default=SUPPRESS, help=_("light or dark")
    )


def _add_sample(commands: "Commands") -> None:
    parser = _command(commands, "sample", _("make a new database with the sample visit"))
    parser.add_argument(
        "--on", metavar="YYYY-MM-DD", help=_("the day of the meeting; it must be a Sunday")
    )
    _language(parser, _("the language of messages: id or en"))


def _add_visits(commands: "Commands") -> None:
    parser = _command(commands, "visits", _("list the visits"))
    parser.add_argument("--json", action="store_true", help=_("for other programs"))
    _language(parser, _("the language of titles"))


def _add_invites(commands: "Commands") -> None:
    parser = _command(commands, "invites", _("write one calendar invitation for every guest"))
    parser.add_argument("visit", metavar="VISIT", help=_("the visit's reference, such as 2026-001"))
    parser.add_argument("--out", metavar="DIR", required=True, help=_("the folder for the files"))
    parser.add_argument("--event", metavar="REF", help=_("only this event, such as 2026-001/3"))
    _language(parser, _("one language for everybody, instead of each guest's own"))


def _add_attendance(commands: "Commands") -> None:
    parser = _command(commands, "attendance", _("write the attendance list of an event as PDF"))
    parser.add_argument(
        "event", metavar="EVENT", help=_("the event's reference, such as 2026-001/3")
    )
    parser.add_argument("--out", metavar="FILE.pdf", required=True, help=_("the file to write"))
    _language(parser, _("the language of the document: id, en, ru or kk"))
    parser.add_argument(
        "--blank-rows", metavar="N", type=int, default=0, help=_("empty rows at the end")
    )


def _add_check(commands: "Commands") -> None:
    parser = _command(commands, "check", _("say what clashes and what is missing"))
    parser.add_argument("visit", metavar="VISIT", nargs="?", help=_("only this visit"))
    parser.add_argument(
        "--from", dest="first_day", metavar="YYYY-MM-DD", help=_("from this day instead of today")
    )
    parser.add_argument(
        "--to",
        dest="last_day",
        metavar="YYYY-MM-DD",
        help=_("up to this day; a month when not given"),
    )
    parser.add_argument("--json", action="store_true", help=_("for other programs"))
    _language(parser, _("the language of messages: id or en"))


def _add_free(commands: "Commands") -> None:
    parser = _command(commands, "free", _("find a free room, at a time when everybody is free"))
    parser.add_argument(
        "--minutes", metavar="N", type=int, required=True, help=_("how long it lasts")
    )
    parser.add_argument(
        "--from",
        dest="first_day",
        metavar="YYYY-MM-DD",
        required=True,
        help=_("the first day to look at"),
    )
    parser.add_argument(
        "--to",
        dest="last_day",
        metavar="YYYY-MM-DD",
        required=True,
        help=_("the last day to look at"),
    )
    parser.add_argument(
        "--seats", metavar="N", type=int, default=0, help=_("how many people want a chair")
    )
    parser.add_argument(
        "--people",
        metavar="REF",
        nargs="+",
        default=[],
        help=_("who must be free: a reference such as P12, or a full name that only one has"),
    )
    parser.add_argument("--json", action="store_true", help=_("for other programs"))
    _language(parser, _("the language of messages: id or en"))


def _add_precedence(commands: "Commands") -> None:
    parser = _command(commands, "precedence", _("say who stands before whom, and on what basis"))
    parser.add_argument(
        "event", metavar="EVENT", help=_("the event's reference, such as 2026-001/3")
    )
    parser.add_argument(
        "--scheme", metavar="NAME", help=_("another scheme than the event's: its key or name")
    )
    parser.add_argument("--json", action="store_true", help=_("for other programs"))
    _language(parser, _("the language of messages: id or en"))


def _add_intake(commands: "Commands") -> None:
    parser = _command(commands, "intake", _("show whom a text, spreadsheet or vCard file names"))
    parser.add_argument("file", metavar="FILE", help=_("a .txt, .csv, .xlsx or .vcf file"))
    parser.add_argument("--visit", metavar="REF", help=_("the visit whose delegation they join"))
    parser.add_argument(
        "--save", action="store_true", help=_("keep them; without it nothing is written")
    )
    parser.add_argument("--json", action="store_true", help=_("for other programs"))
    _language(parser, _("the language of messages: id or en"))


def _add_people(commands: "Commands") -> None:
    parser = _command(commands, "people", _("write everybody to a file for other programs"))
    parser.add_argument(
        "--out", metavar="FILE", required=True, help=_("a .csv, .xlsx or .vcf file")
    )
    _language(parser, _("the language of messages: id or en"))


def _add_find(commands: "Commands") -> None:
    parser = _command(commands, "find", _("find people, visits, events and venues by any words"))
    parser.add_argument("text", metavar="TEXT", help=_("words or a reference, in any script"))
    parser.add_argument("--json", action="store_true", help=_("for other programs"))
    _language(parser, _("the language of messages: id or en"))


def _add_merge(commands: "Commands") -> None:
    parser = _command(commands, "merge", _("make one person of two that are the same"))
    person = _("a reference such as P12, or a full name that only one has")
    parser.add_argument("kept", metavar="KEPT", help=_("who stays: {person}").format(person=person))
    parser.add_argument(
        "other",
        metavar="OTHER",
        help=_("who becomes one with them: {person}").format(person=person),
    )
    parser.add_argument(
        "--not-same", action="store_true", help=_("remember instead that they are two people")
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("only say what would happen, change nothing")
    )
    parser.add_argument("--json", action="store_true", help=_("for other programs"))
    _language(parser, _("the language of messages: id or en"))


def _add_add(commands: "Commands") -> None:
    parser = _command(commands, "add", _("book an event from one line of words"))
    parser.add_argument(
        "text", metavar="TEXT", help=_("such as “Rapat besok 9-10.30 @pandurata #rapat”")
    )
    parser.add_argument("--visit", metavar="REF", help=_("the visit it belongs to"))
    parser.add_argument(
        "--dry-run", action="store_true", help=_("only say what is understood, book nothing")
    )
    parser.add_argument("--json", action="store_true", help=_("for other programs"))
    _language(parser, _("the language of messages: id or en"))


def _add_screenshots(commands: "Commands") -> None:
    parser = _command(commands, "screenshots", _("take a picture of every page and dialog"))
    parser.add_argument("--out", metavar="DIR", required=True, help=_("the folder for the files"))
    _language(parser, _("the language of the window: id or en"))
    _theme(parser)


def _add_tour(commands: "Commands") -> None:
    parser = _command(
        commands, "tour", _("do all of it on the sample visit, into a folder"), database=False
    )
    parser.add_argument("--out", metavar="DIR", required=True, help=_("the folder for the files"))
    _language(parser, _("the language of messages: id or en"))
