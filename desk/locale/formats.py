"""Dates, times and numbers as they are written in id, en (British, 24 hours), ru and kk.

Days are `date`; wall times are naive `datetime` with an IANA zone beside them. KeyError for a
language that is none of the four.
"""

from datetime import date, datetime, time, timedelta

from desk.locale.calendar_names import CALENDAR_NAMES
from desk.locale.reading import WeekdayContradiction, parse_clock, parse_date
from desk.locale.zones import moment, zone_info, zone_label

__all__ = [
    "WeekdayContradiction",
    "clock_span",
    "clock_time",
    "date_range",
    "date_time",
    "day_month",
    "guest_times",
    "long_date",
    "medium_date",
    "month_and_year",
    "month_names",
    "number",
    "parse_clock",
    "parse_date",
    "short_date_range",
    "time_range",
    "weekday_date",
    "weekday_day_month",
    "weekday_names",
]

_WEEK = timedelta(days=7)
_DASH = "–"

# Between groups of three digits, and before the decimals.
_NUMBER_SIGNS = {
    "id": (".", ","),
    "en": (",", "."),
    "ru": ("\u00a0", ","),
    "kk": ("\u00a0", ","),
}


def long_date(day: date, language: str) -> str:
    """The full date with its weekday: "Minggu, 6 Desember 2026"."""
    names = CALENDAR_NAMES[language]
    return names.write(names.long, day, full=True)


def medium_date(day: date, language: str) -> str:
    """A short date: "6 Des 2026"."""
    names = CALENDAR_NAMES[language]
    return names.write(names.medium, day, full=False)


def weekday_date(day: date, language: str) -> str:
    """A short date with its weekday: "Min 6 Des 2026"."""
    names = CALENDAR_NAMES[language]
    return names.write(names.weekday_medium, day, full=False)


def day_month(day: date, language: str) -> str:
    """A short date without its year: "6 Des"."""
    return CALENDAR_NAMES[language].write("{day} {month}", day, full=False)


def weekday_day_month(day: date, language: str) -> str:
    """A short date with its weekday, without its year: "Min 6 Des"."""
    names = CALENDAR_NAMES[language]
    return names.write(names.weekday_day_month, day, full=False)


def month_and_year(day: date, language: str) -> str:
    """The month of a day as a heading: "Desember 2026"."""
    names = CALENDAR_NAMES[language]
    return names.month_year.format(month=names.months_alone[day.month - 1], year=day.year)


def weekday_names(language: str, width: str = "wide") -> tuple[str, ...]:
    """The seven days from Monday: "wide" (Senin), "abbreviated" (Sen) or "short" (Sn)."""
    names = CALENDAR_NAMES[language]
    widths = {
        "wide": names.days,
        "abbreviated": names.days_abbreviated,
        "short": names.days_short,
    }
    return widths[width]


def month_names(language: str, width: str = "wide") -> tuple[str, ...]:
    """The twelve months, standing alone: "wide" (Desember) or "abbreviated" (Des)."""
    names = CALENDAR_NAMES[language]
    return {"wide": names.months_alone, "abbreviated": names.months_abbreviated}[width]


def _require_order(first: date, last: date) -> None:
    if last < first:
        raise ValueError(f"a range of days ends before it starts: {first} to {last}")


def date_range(first: date, last: date, language: str, *, same_year_once: bool = False) -> str:
    """Two full dates: "Senin, 30 Juni 2025 s.d. Rabu, 2 Juli 2025"; one when they are the same day.

    With `same_year_once` a year that both share is written once. Raises ValueError when `last` is
    before `first`.
    """
    _require_order(first, last)
    if first == last:
        return long_date(first, language)
    names = CALENDAR_NAMES[language]
    of_first = of_last = names.long
    if same_year_once and first.year == last.year:
        if names.year_first:
            of_last = names.long_yearless
        else:
            of_first = names.long_yearless
    return (
        names.write(of_first, first, full=True)
        + names.long_between
        + names.write(of_last, last, full=True)
    )


def short_date_range(first: date, last: date, language: str) -> str:
    """Two short dates, said once what they share: "5–7 Des 2026", "30 Jun – 2 Jul 2025".

    Raises ValueError when `last` is before `first`.
    """
    _require_order(first, last)
    if first == last:
        return medium_date(first, language)
    names = CALENDAR_NAMES[language]
    if first.year != last.year:
        return f"{medium_date(first, language)} {_DASH} {medium_date(last, language)}"
    if first.month == last.month:
        days = f"{first.day}{_DASH}{last.day} {names.months_abbreviated[last.month - 1]}"
    else:
        days = f"{day_month(first, language)} {_DASH} {day_month(last, language)}"
    return names.medium.replace("{day} {month}", days).format(year=last.year)


def clock_time(value: datetime | time, language: str) -> str:
    """Hours and minutes of 24: "09.00" in Indonesian, "09:00" elsewhere."""
    return f"{value.hour:02}{CALENDAR_NAMES[language].clock_separator}{value.minute:02}"


def _dated_clock(wall: datetime, said_day: date, language: str) -> str:
    """A clock time, with its day when that is not the one the reader has in mind."""
    clock = clock_time(wall, language)
    if wall.date() == said_day:
        return clock
    if abs(wall.date() - said_day) < _WEEK:
        weekday = CALENDAR_NAMES[language].days_abbreviated[wall.weekday()]
        return f"{weekday} {clock}"
    return f"{weekday_day_month(wall.date(), language)} {clock}"


def _span(starts: datetime, ends: datetime | None, said_day: date, language: str) -> str:
    first = _dated_clock(starts, said_day, language)
    if ends is None or ends == starts:
        return first
    if ends.date() == starts.date():
        return f"{first}{_DASH}{clock_time(ends, language)}"
    # After a start on another day the end names its day too, even when it is the day of the line.
    last = _dated_clock(ends, starts.date(), language)
    return f"{first} {_DASH} {last}"


def clock_span(starts: datetime, ends: datetime | None, language: str) -> str:
    """Times without their zone, for where the zone stands elsewhere: "09.00–11.30".

    Wall times of one zone; an end on another day says which: "22.00 – Sen 01.00".
    """
    return _span(starts, ends, starts.date(), language)


def time_range(
    starts: datetime,
    ends: datetime | None,
    zone: str,
    language: str,
    *,
    guest_zone: str | None = None,
    fold: int = 0,
) -> str:
    """Times with their zone, and the guest's own: "09.00–11.30 WITA (06.00–08.30 Astana)".

    `starts` and `ends` are wall times in `zone`; `ends` may be None for a moment. Times on another
    day than `starts` say which: "22.00 – Sen 01.00 WITA". The guest's part is left out when the
    clocks agree. `fold` chooses the pass when the hour occurs twice. A stored time that new zone
    data skips is still shown. Raises UnknownZone.
    """
    shown = f"{clock_span(starts, ends, language)} {zone_label(zone, starts, language)}"
    guest = guest_zone and guest_times(starts, ends, zone, guest_zone, language, fold=fold)
    return f"{shown} ({guest})" if guest else shown


def guest_times(
    starts: datetime,
    ends: datetime | None,
    zone: str,
    guest_zone: str,
    language: str,
    *,
    fold: int = 0,
) -> str | None:
    """The same times on the guest's clocks: "06.00–08.30 Astana"; None when the clocks agree.

    Arguments as for `time_range`; a guest's time on another day than `starts` says which.
    """
    guest_starts = _on_other_clock(starts, zone, guest_zone, fold)
    guest_ends = None if ends is None else _on_other_clock(ends, zone, guest_zone, fold)
    if guest_starts == starts and guest_ends == ends:
        return None
    span = _span(guest_starts, guest_ends, starts.date(), language)
    return f"{span} {zone_label(guest_zone, guest_starts, language)}"


def _on_other_clock(wall: datetime, zone: str, other_zone: str, fold: int) -> datetime:
    return moment(wall, zone, fold).astimezone(zone_info(other_zone)).replace(tzinfo=None, fold=0)


def date_time(wall: datetime, zone: str, language: str) -> str:
    """A short date and time with its zone: "1 Des 2026 10.12 WITA"."""
    before_clock = CALENDAR_NAMES[language].before_clock
    clock = f"{clock_time(wall, language)} {zone_label(zone, wall, language)}"
    return f"{medium_date(wall.date(), language)}{before_clock}{clock}"


def number(value: float, language: str, decimals: int = 0) -> str:
    """A number in groups of three: "1.234,5" in Indonesian, "1,234.5", "1 234,5" with a hard space."""
    group, point = _NUMBER_SIGNS[language]
    plain = f"{value:,.{decimals}f}"
    return plain.translate({ord(","): group, ord("."): point})
