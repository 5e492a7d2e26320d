"""What keeps a typed line from being booked, in words."""

from datetime import date

from desk.locale import _, ngettext
from desk.locale.formats import clock_time, long_date, medium_date, weekday_names
from desk.locale.words import current_language
from desk.locale.zones import TimeDoesNotExist
from desk.rules.quick_add.tree import Part, PartKind, Problem


def no_such_day(words: str) -> Problem:
    """A date that no calendar has."""
    return Problem("no_such_day", _("There is no {words} in the calendar.").format(words=words))


def no_such_time(words: str) -> Problem:
    """A time that no clock shows."""
    return Problem("no_such_time", _("No clock shows {words}.").format(words=words))


def unknown_name(mark: str, words: str, part: str) -> Problem:
    """Nothing known is called like that."""
    sentences = {
        "@": _("No venue is called “{words}”."),
        "+": _("Nobody is called “{words}”."),
        "!": _("“{words}” is no status; write !tentative or !confirmed."),
    }
    sentence = sentences.get(mark, _("“{words}” is neither a kind of event nor a visit."))
    return Problem("unknown_name", sentence.format(words=words), part)


def weekday_contradiction(part: Part, named: int, day: date) -> Problem:
    """A date that falls on another day of the week than was typed with it."""
    language = current_language()
    names = weekday_names(language)
    return Problem(
        "weekday_contradiction",
        _("{date} is a {weekday}, not a {named}.").format(
            date=medium_date(day, language), weekday=names[day.weekday()], named=names[named]
        ),
        part.key,
    )


def ambiguous(part: Part, words: str) -> Problem:
    """Several readings: somebody has to choose."""
    count = len(part.readings)
    if part.kind in (PartKind.VENUE, PartKind.PERSON):
        sentence = ngettext(
            "“{words}” fits {count} name; choose one.",
            "“{words}” fits {count} names; choose one.",
            count,
        )
    else:
        sentence = ngettext(
            "“{words}” can be read in {count} way; choose one.",
            "“{words}” can be read in {count} ways; choose one.",
            count,
        )
    return Problem("ambiguous", sentence.format(words=words, count=count), part.key)


def said_twice(kind: PartKind) -> Problem:
    """Two venues, two statuses …: which one?"""
    sentences = {
        PartKind.DAY: _("Two days are given; leave one."),
        PartKind.TIME: _("Two times are given; leave one."),
        PartKind.ZONE: _("Two time zones are given; leave one."),
        PartKind.VENUE: _("Two venues are given; leave one."),
        PartKind.KIND: _("Two kinds of event are given; leave one."),
        PartKind.STATUS: _("Two statuses are given; leave one."),
        PartKind.VISIT: _("Two visits are given; leave one."),
    }
    return Problem("said_twice", sentences[kind])


def no_title() -> Problem:
    """Nothing is left to call it by."""
    return Problem("no_title", _("Say what the event is."))


def no_day() -> Problem:
    """No day was typed."""
    return Problem("no_day", _("Say on which day."))


def no_time() -> Problem:
    """No time was typed."""
    return Problem("no_time", _("Say at what time, or “all day”."))


def skipped_time(error: TimeDoesNotExist) -> Problem:
    """A time that the clocks skip."""
    language = current_language()
    return Problem(
        "skipped_time",
        _("On {day} the clock skips {time}; choose another time.").format(
            day=long_date(error.wall.date(), language), time=clock_time(error.wall, language)
        ),
    )
