"""Days as people type them: written out, by their weekday, or seen from today."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desk.rules.quick_add.canvas import Canvas, pattern
from desk.rules.quick_add.day_words import MONTHS, SHORT_WEEKDAYS, WEEKDAYS, any_of
from desk.rules.quick_add.tree import Known, Span

JUST_OVER = timedelta(days=31)
"""A day without a year that passed so recently may be meant; an older one is next year's."""

LONGEST = timedelta(days=31)

_SEPARATOR = (
    r"(?:\s*[-–—]\s*|\s+(?:s\.?\s?d\.?|s/d|sampai(?:\s+dengan)?|hingga|to|until|till|through)\s+)"
)
_MONTH = any_of(MONTHS)
_ANY_DAY = any_of(WEEKDAYS | SHORT_WEEKDAYS)
_FULL_DAY = any_of(WEEKDAYS)
_NUMBER = "[0-9]{1,2}"
_ORDINAL = "(?:st|nd|rd|th)?"
_NO_DAY_BEFORE = r"(?<![0-9])(?<![0-9]\s)"
"""In "6 Des 9-10" the month belongs to the 6th."""


def _day_first(of: str, *, month: bool = True) -> str:
    """ "Minggu, 6 Des 2026"; of a range the first may leave month and year to the last."""
    weekday = rf"(?:(?P<w{of}>{_ANY_DAY})[.,]?\s+)?"
    named = rf"\s*(?P<m{of}>{_MONTH})\.?(?:,?\s+(?P<y{of}>20[0-9]{{2}}))?"
    return rf"{weekday}(?P<d{of}>{_NUMBER}){_ORDINAL}" + (named if month else rf"(?:{named})?")


def _month_first(of: str) -> str:
    """ "Sunday, December 6th, 2026"."""
    return (
        rf"(?:(?P<w{of}>{_ANY_DAY})[.,]?\s+)?{_NO_DAY_BEFORE}(?P<m{of}>{_MONTH})\.?\s+(?P<d{of}>{_NUMBER}){_ORDINAL}"
        rf"(?:,?\s+(?P<y{of}>20[0-9]{{2}}))?"
    )


def _figures(of: str) -> str:
    """ "6/12", "6/12/26", "6-12-2026"."""
    return (
        rf"(?:(?P<w{of}>{_ANY_DAY})[.,]?\s+)?(?P<d{of}>{_NUMBER})"
        rf"(?:/(?P<m{of}>{_NUMBER})(?:/(?P<y{of}>20[0-9]{{2}}|[0-9]{{2}}))?"
        rf"|[-.](?P<n{of}>{_NUMBER})[-.](?P<z{of}>20[0-9]{{2}}))"
    )


def _year_first(of: str) -> str:
    return (
        rf"(?:(?P<w{of}>{_ANY_DAY})[.,]?\s+)?(?P<y{of}>20[0-9]{{2}})-(?P<m{of}>{_NUMBER})"
        rf"-(?P<d{of}>{_NUMBER})"
    )


_WRITTEN: tuple[re.Pattern[str], ...] = (
    pattern(_year_first("1") + _SEPARATOR + _year_first("2")),
    pattern(_year_first("1")),
    pattern(_day_first("1", month=False) + _SEPARATOR + _day_first("2")),
    pattern(_month_first("1") + _SEPARATOR + _month_first("2")),
    pattern(rf"{_NO_DAY_BEFORE}(?P<m1>{_MONTH})\.?\s+(?P<d1>{_NUMBER}){_SEPARATOR}(?P<d2>{_NUMBER}){_ORDINAL}"
            r"(?:,?\s+(?P<y2>20[0-9]{2}))?"),
    pattern(_figures("1") + _SEPARATOR + _figures("2")),
    pattern(_day_first("1")),
    pattern(_month_first("1")),
    pattern(_figures("1")),
    pattern(rf"(?:tanggal|tgl\.?)\s+(?P<d1>{_NUMBER}){_SEPARATOR}(?P<d2>{_NUMBER})"),
    pattern(rf"(?:tanggal|tgl\.?)\s+(?P<d1>{_NUMBER})"),
)  # fmt: skip

_FROM_TODAY = {
    "hari ini": 0,
    "today": 0,
    "besok": 1,
    "esok": 1,
    "tomorrow": 1,
    "lusa": 2,
    "besok lusa": 2,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
}
_NEAR = pattern(
    "(?P<near>"
    + "|".join(word.replace(" ", r"\s+") for word in sorted(_FROM_TODAY, key=len, reverse=True))
    + r")|(?P<count>[0-9]{1,3})\s+hari\s+lagi|in\s+(?P<days>[0-9]{1,3})\s+days?"
)
_WEEK_RANGE = pattern(rf"(?P<from>{_FULL_DAY}){_SEPARATOR}(?P<to>{_FULL_DAY})")
_WEEKDAY = pattern(
    rf"(?P<sure>hari\s+|on\s+)?(?P<day>{_FULL_DAY})"
    r"(?:\s+(?P<which>ini|(?:pekan|minggu)\s+(?:ini|depan)|depan|next\s+week|this\s+week))?"
    rf"|(?P<lead>next|this)\s+(?P<led>{_FULL_DAY}|week)"
    r"|pekan\s+(?P<week>ini|depan)"
)
_SHORT = pattern(rf"(?P<short>{any_of(SHORT_WEEKDAYS)})")
_MINUTES = "min"
"""Short for Minggu, but also for minutes: alone it is neither."""


@dataclass(frozen=True, slots=True)
class ReadDays:
    """Days found in the text, first and last of each reading; `named` is a weekday that belies it."""

    span: Span
    readings: tuple[tuple[date, date], ...]
    named: int | None = None
    weekday: int | None = None
    """The day of the week it was said by, when it was said by nothing else."""


class NoSuchDay(ValueError):
    """A date that no calendar has; `.words` as typed."""

    def __init__(self, words: str) -> None:
        super().__init__(f"no such day: {words!r}")
        self.words = words


def written_days(canvas: Canvas, known: Known) -> Iterator[ReadDays | NoSuchDay]:
    """The dates that are written out; what was read is covered."""
    for expression in _WRITTEN:
        while match := expression.search(canvas.open):
            span = Span(*match.span())
            canvas.cover(span)
            try:
                yield _written(match, span, known)
            except NoSuchDay as problem:
                yield problem


def days_from_today(canvas: Canvas, known: Known, *, alone: bool) -> Iterator[ReadDays]:
    """Tomorrow, Thursday, next week; short names of days only when nothing else was `alone`."""
    while match := _NEAR.search(canvas.open):
        span = Span(*match.span())
        canvas.cover(span)
        days = _count(match)
        day = known.today + timedelta(days=days)
        yield ReadDays(span, ((day, day),))
        alone = False
    while match := _WEEK_RANGE.search(canvas.open):
        span = Span(*match.span())
        canvas.cover(span)
        first, last = (WEEKDAYS[match[name].casefold()] for name in ("from", "to"))
        length = timedelta(days=(last - first) % 7)
        yield ReadDays(
            span, tuple((day, day + length) for day in _weekday_readings(first, "", known))
        )
        alone = False
    while match := _WEEKDAY.search(canvas.open):
        span = Span(*match.span())
        canvas.cover(span)
        yield _by_weekday(match, span, known)
        alone = False
    if not alone:
        return
    for match in _SHORT.finditer(canvas.open):
        word = match["short"].casefold()
        if word != _MINUTES:
            span = Span(*match.span())
            canvas.cover(span)
            days = _weekday_readings(SHORT_WEEKDAYS[word], "", known)
            yield ReadDays(span, _each(days), weekday=SHORT_WEEKDAYS[word])
            return


def _written(match: re.Match[str], span: Span, known: Known) -> ReadDays:
    parts = match.groupdict()
    ranged = parts.get("d2") is not None
    day, month, year = _one(parts, "2" if ranged else "1")
    if ranged:
        first_day, first_month, first_year = _one(parts, "1")
        # What a range shares is said once, before or after.
        month = month or first_month
        first_month = first_month or month
    else:
        first_day, first_month, first_year = day, month, year
    lasts = _dates(day, month, year or first_year, known, match.group())
    readings: list[tuple[date, date]] = []
    for last in lasts:
        first = _on_or_before(last, first_day, first_month, first_year) if ranged else last
        if first is not None and last - first <= LONGEST:
            readings.append((first, last))
    if not readings:
        raise NoSuchDay(match.group())
    named = next(
        (
            weekday
            for of, at in (("1", 0), ("2", 1))
            if (word := parts.get(f"w{of}"))
            and (weekday := (WEEKDAYS | SHORT_WEEKDAYS)[word.casefold()])
            not in {reading[at].weekday() for reading in readings}
        ),
        None,
    )
    return ReadDays(span, tuple(readings), named=named)


def _one(parts: dict[str, str | None], of: str) -> tuple[int, int | None, int | None]:
    """Day, month and year of one date as far as they are written."""
    day = int(parts[f"d{of}"] or 0)
    month = parts.get(f"m{of}") or parts.get(f"n{of}")
    year = parts.get(f"y{of}") or parts.get(f"z{of}")
    number = None
    if month is not None:
        number = int(month) if month.isdigit() else MONTHS[month.casefold()]
    return day, number, None if year is None else int(year) + (2000 if len(year) == 2 else 0)


def _dates(day: int, month: int | None, year: int | None, known: Known, words: str) -> list[date]:
    """The dates it may be, the likeliest first. Raises NoSuchDay."""
    today = known.today
    if month is None:
        # "Tanggal 6": of this month, or of the next one that has it.
        months = [
            (today.year + at // 12, at % 12 + 1) for at in range(today.month - 1, today.month + 3)
        ]
        found = [found for y, m in months if (found := _date(y, m, day)) and found >= today]
        found = [min(_in_visit(found, known) or found)] if found else []
    elif year is not None:
        found = [found] if (found := _date(year, month, day)) else []
    else:
        # The 29th of February may be years away.
        years = range(today.year - 1, today.year + 9)
        every = [found for y in years if (found := _date(y, month, day))]
        coming = [found for found in every if found >= today][:1]
        just_over = [found for found in every if today - JUST_OVER <= found < today]
        found = _in_visit(every, known)[:1] or [*coming, *just_over]
    if not found:
        raise NoSuchDay(words)
    return found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_visit(days: Sequence[date], known: Known) -> list[date]:
    if known.first_day is None or known.last_day is None:
        return []
    return [day for day in days if known.first_day <= day <= known.last_day]


def _on_or_before(last: date, day: int, month: int | None, year: int | None) -> date | None:
    """The first day of a range that ends on `last`."""
    month = month or last.month
    if year is not None:
        found = _date(year, month, day)
    else:
        found = _date(
            last.year if (month, day) <= (last.month, last.day) else last.year - 1, month, day
        )
    return found if found is not None and found <= last else None


def _count(match: re.Match[str]) -> int:
    if match["near"] is not None:
        return _FROM_TODAY[" ".join(match["near"].casefold().split())]
    return int(match["count"] or match["days"])


def _by_weekday(match: re.Match[str], span: Span, known: Known) -> ReadDays:
    day, which = match["day"], " ".join((match["which"] or "").casefold().split())
    if match["lead"]:
        day, which = match["led"], match["lead"].casefold()
    if match["week"]:
        day, which = "week", match["week"].casefold()
    next_one = which in ("depan", "next")
    if day.casefold() == "week":
        return ReadDays(span, _each(_days_of_week(known.today, next_week=next_one)))
    weekday = WEEKDAYS[day.casefold()]
    days = _weekday_readings(weekday, which, known)
    if day.casefold() == "minggu" and not match["sure"] and which in ("ini", "depan"):
        # Sunday or week: whoever typed it knows.
        days += [d for d in _days_of_week(known.today, next_week=next_one) if d not in days]
    return ReadDays(span, _each(days), weekday=weekday)


def _weekday_readings(weekday: int, which: str, known: Known) -> list[date]:
    """The days that may be meant by a weekday, the likeliest first."""
    today = known.today
    coming = today + timedelta(days=(weekday - today.weekday()) % 7)
    this_week = today + timedelta(days=weekday - today.weekday())
    next_week = this_week + timedelta(days=7)
    if which in ("pekan depan", "minggu depan", "next week"):
        return [next_week]
    if which in ("depan", "next"):
        # Some say so of the nearest one, some of the next week's.
        return sorted({day for day in (coming, next_week) if day > today})
    if which:
        return [this_week] if this_week >= today else [coming, this_week]
    if known.first_day is not None and known.last_day is not None:
        length = (known.last_day - known.first_day).days
        days = [known.first_day + timedelta(days=at) for at in range(min(length, 366) + 1)]
        planned = [day for day in days if day.weekday() == weekday]
        if planned:
            return planned
    return [today, today + timedelta(days=7)] if coming == today else [coming]


def _days_of_week(today: date, *, next_week: bool) -> list[date]:
    monday = today - timedelta(days=today.weekday())
    first = monday + timedelta(days=7) if next_week else today
    last = monday + timedelta(days=13 if next_week else 6)
    return [first + timedelta(days=at) for at in range((last - first).days + 1)]


def _each(days: Sequence[date]) -> tuple[tuple[date, date], ...]:
    return tuple((day, day) for day in days)
