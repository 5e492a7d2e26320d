"""Reading what people write: dates in four languages, clock times with dots, colons or neither."""

import re
from datetime import date, time
from functools import cache

from desk.locale.calendar_names import CALENDAR_NAMES, OTHER_DAY_NAMES, OTHER_MONTH_NAMES

# Outside these years a date in this office is a slip of the keyboard.
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

# Words around a date that say nothing about which one it is.
_FILLERS = frozenset(
    {
        "tanggal",
        "tgl",
        "hari",
        "of",
        "the",
        "st",
        "nd",
        "rd",
        "th",
        "г",
        "года",
        "ж",
        "жыл",
        "жылғы",
    }
)
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
_SEPARATORS = re.compile(r"[\s,./\-–]*")
_CLOCK = re.compile(r"([0-9]{1,2})(?:[.:]([0-9]{2}))?|([0-9]{1,2})([0-9]{2})")


class WeekdayContradiction(ValueError):
    """A date written with the wrong day of the week.

    `.day` is the date, `.named` the weekday as written and `.real` the date's own (Monday 0).
    """

    def __init__(self, day: date, named: int) -> None:
        english = CALENDAR_NAMES["en"].days
        super().__init__(f"{day} is a {english[day.weekday()]}, not a {english[named]}")
        self.day = day
        self.named = named
        self.real = day.weekday()


def _fold(word: str) -> str:
    return word.casefold().rstrip(".")


@cache
def _names(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Days (Monday 0) and months (1) by every spelling, those of `language` before the others."""
    days, months = dict(OTHER_DAY_NAMES), dict(OTHER_MONTH_NAMES)
    # "mg" or "ср" may mean something in two languages: the last one written wins.
    for code in sorted(CALENDAR_NAMES, key=lambda code: code == language):
        names = CALENDAR_NAMES[code]
        for spellings in (names.days_short, names.days_abbreviated, names.days):
            days.update((_fold(word), index) for index, word in enumerate(spellings))
        for spellings in (names.months_abbreviated, names.months_alone, names.months):
            months.update((_fold(word), index + 1) for index, word in enumerate(spellings))
    return days, months


def parse_date(text: str, language: str, *, default_year: int | None = None) -> date:
    """A written date: "6 Des 2026", "Min, 6/12/2026", "2026-12-06", "6 December 2026".

    Names are understood in all four languages, those of `language` first; numbers are read day
    first unless they start with a year of four digits; a year of two digits lies in this century.
    Without a year the date is accepted only when `default_year` supplies it.

    Raises ValueError for anything else, and WeekdayContradiction (a ValueError) when the weekday
    that is written is not the date's.
    """
    numbers: list[str] = []
    month: int | None = None
    weekday: int | None = None
    day_names, month_names = _names(language)
    # Jum'at and Jumat are the same day.
    plain = re.sub(r"(?<=\w)['’ʼ](?=\w)", "", text.strip())
    if _SEPARATORS.fullmatch(_TOKEN.sub("", plain)) is None:
        raise ValueError(f"not a date: {text!r}")
    for token in _TOKEN.findall(plain):
        word = _fold(token)
        if token[0].isdigit():
            numbers.append(token)
        elif word in month_names and month is None:
            month = month_names[word]
        elif word in day_names and weekday is None:
            weekday = day_names[word]
        elif word not in _FILLERS:
            raise ValueError(f"not a date: {text!r} ({token!r} is not understood)")
    day = _assemble(numbers, month, default_year, text)
    if weekday is not None and weekday != day.weekday():
        raise WeekdayContradiction(day, weekday)
    return day


def _assemble(numbers: list[str], month: int | None, default_year: int | None, text: str) -> date:
    """Numbers as written, and the month where it was a word, to a date."""
    year_first = bool(numbers) and len(numbers[0]) == 4
    ordered = list(reversed(numbers)) if year_first and month is None else list(numbers)
    if month is not None:
        if year_first:
            ordered = ordered[1:] + ordered[:1]
        ordered.insert(1, str(month))
    if len(ordered) == 2 and default_year is not None:
        ordered.append(f"{default_year:04}")
    if [len(part) in (1, 2) for part in ordered[:2]] != [True, True] or len(ordered) != 3:
        raise ValueError(f"not a date: {text!r}")
    year = _year(ordered[2], text)
    try:
        return date(year, int(ordered[1]), int(ordered[0]))
    except ValueError as error:
        raise ValueError(f"not a date: {text!r} ({error})") from error


def _year(digits: str, text: str) -> int:
    year = 2000 + int(digits) if len(digits) == 2 else int(digits)
    if len(digits) not in (2, 4) or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"not a date: {text!r} (the year must lie in {_FIRST_YEAR}–{_LAST_YEAR})")
    return year


def parse_clock(text: str) -> time:
    """A written time of day, 24 hours: "9", "9.30", "09:30", "0930"; raises ValueError."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a time: {text!r}")
    hour, minute, joined_hour, joined_minute = match.groups()
    try:
        return time(int(hour or joined_hour), int(minute or joined_minute or 0))
    except ValueError as error:
        raise ValueError(f"not a time: {text!r} ({error})") from error
