"""Reading the yearly decree on holidays and collective leave, as it is pasted from anywhere."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from desk.locale.reading import WeekdayContradiction, parse_date

_MARK = re.compile(r"^\s*(?:[-–—•·*]|\(?\d{1,2}[.)](?=\s)|[a-z][.)](?=\s))\s*", re.IGNORECASE)
_CELLS = re.compile(r"[\t|]")
_EDGES = " \t,;:()[]-–—"
_SEVERAL = re.compile(
    r"^\s*(?P<days>\d{1,2}(?:\s*,\s*\d{1,2})*\s*(?:,?\s*(?:dan|and|&|s\.?d\.?|sampai|to|-|–|—)"
    r"\s*)\d{1,2})\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"s\.?d\.?|sampai(?: dengan)?|to|-|–|—", re.IGNORECASE)
_FROM_TO = re.compile(r"\s+(?:s\.?d\.?|sampai(?: dengan)?|to|until|[-–—])\s+", re.IGNORECASE)
_LONGEST_RANGE = timedelta(days=31)
_MOST_PIECES = 14
"""Words a date can have, both ends of a range with weekday and year included."""


@dataclass(frozen=True, slots=True)
class DecreeLine:
    """One line of the text: its days and what they are called, or why it was not understood.

    `problem` is "" for a line that is well, "no_date", "weekday" (the weekday written contradicts
    the date; the date counts), "other_year" or "no_name".
    """

    number: int
    text: str
    days: tuple[date, ...] = ()
    name: str = ""
    problem: str = ""


def read_decree(text: str, *, year: int, language: str) -> list[DecreeLine]:
    """The lines of a pasted list of days, blank ones left out.

    A line has a date or several ("20, 21 dan 23 Maret", "16–18 Februari"), with or without its
    weekday, and a name, in any order and with any usual mark between them; a date without a year
    lies in `year`. Names of months and weekdays are understood in the four languages.
    """
    lines: list[DecreeLine] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        words = " ".join(_CELLS.sub(" ", raw).split())
        if words:
            lines.append(_read_line(number, words, year, language))
    return lines


def _read_line(number: int, words: str, year: int, language: str) -> DecreeLine:
    plain = _MARK.sub("", words, count=1)
    # "1. Januari" is no list mark: what stood there may be the day itself.
    for given in dict.fromkeys((plain, words)):
        found = _find_days(given, year, language)
        if found is not None:
            days, name, contradicts = found
            problem = "weekday" if contradicts else "" if name else "no_name"
            if any(day.year != year for day in days):
                problem = "other_year"
            return DecreeLine(number, words, days, name, problem)
    return DecreeLine(number, words, problem="no_date")


def _find_days(words: str, year: int, language: str) -> tuple[tuple[date, ...], str, bool] | None:
    """The days of the longest stretch of words that is a date; the rest; whether a weekday lies."""
    pieces = words.split()
    for length in range(min(len(pieces), _MOST_PIECES), 0, -1):
        for first in range(len(pieces) - length + 1):
            read = _read_days(" ".join(pieces[first : first + length]), year, language)
            if read is not None:
                rest = " ".join((*pieces[:first], *pieces[first + length :]))
                return read[0], _without_edges(rest), read[1]
    return None


def _without_edges(words: str) -> str:
    """Without the marks that parted the date from the name; brackets of the name's own stay."""
    name = words.strip(" \t,;:-–—")
    while name and name[0] in ")]":
        name = name[1:].strip(" \t,;:-–—")
    return name


def _read_days(words: str, year: int, language: str) -> tuple[tuple[date, ...], bool] | None:
    words = re.sub(r"[()\[\]]", " ", words.strip(_EDGES)).strip(_EDGES)
    several = _SEVERAL.match(words)
    if several is not None:
        return _read_several(several, year, language)
    ends = _FROM_TO.split(words)
    if len(ends) == 2:
        return _read_range(ends[0], ends[1], year, language)
    return _read_day(words, year, language)


def _read_day(words: str, year: int, language: str) -> tuple[tuple[date, ...], bool] | None:
    try:
        return (parse_date(words, language, default_year=year),), False
    except WeekdayContradiction as wrong:
        return (wrong.day,), True
    except ValueError:
        return None


def _read_range(
    first: str, last: str, year: int, language: str
) -> tuple[tuple[date, ...], bool] | None:
    end = _read_day(last, year, language)
    start = None if end is None else _read_day(first, end[0][0].year, language)
    if start is None or end is None:
        return None
    days = _every_day(start[0][0], end[0][0])
    return None if days is None else (days, start[1] or end[1])


def _read_several(
    match: re.Match[str], year: int, language: str
) -> tuple[tuple[date, ...], bool] | None:
    numbers = re.findall(r"\d+", match["days"])
    read = [_read_day(f"{number} {match['rest']}", year, language) for number in numbers]
    days = [found[0][0] for found in read if found is not None]
    if len(days) < len(read):
        return None
    if len(days) == 2 and _UNTIL.search(match["days"]):
        every = _every_day(*days)
        return None if every is None else (every, False)
    return tuple(dict.fromkeys(days)), False


def _every_day(first: date, last: date) -> tuple[date, ...] | None:
    if not timedelta() < last - first <= _LONGEST_RANGE:
        return None
    return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))
