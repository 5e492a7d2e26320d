"""Times of day and lengths as people type them."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from desk.rules.quick_add.canvas import Canvas, pattern
from desk.rules.quick_add.tree import Hours, Span

DAY = 24 * 60
USUAL_LENGTH = 60
"""Minutes of an event whose end nobody typed."""

ZONES = {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}

_CLOCK = r"(?P<h{0}>[0-9]{{1,2}})(?:[.:](?P<m{0}>[0-9]{{2}}))?(?:\s*(?P<p{0}>{1}))?"
_PARTS = r"a\.?m\.?|p\.?m\.?|pagi|siang|sore|petang|malam"
_SEPARATOR = r"(?:\s*[-–—]\s*|\s+(?:s\.?\s?d\.?|s/d|sampai(?:\s+dengan)?|hingga|to|until|till)\s+)"
_LEAD = r"(?:(?P<lead>jam|pukul|pkl\.?|at|from|dari|mulai)\s+)?"
_ZONE = r"(?:\s*(?P<zone>wib|wita|wit))?"

_BOTH = pattern(_LEAD + _CLOCK.format(1, _PARTS) + _SEPARATOR + _CLOCK.format(2, _PARTS) + _ZONE)
_ONE = pattern(_LEAD + _CLOCK.format(1, _PARTS) + _ZONE)
_BARE_ZONE = re.compile(r"\b(WIB|WITA|WIT)\b")

_FIGURE = r"[0-9]{1,3}(?:[.,][0-9])?"
_HOURS = r"jam|hours?|hrs?|h"
_MINUTES = r"menit|mnt|minutes?|mins?|min"
_LENGTH = pattern(
    r"(?:(?P<lead>selama|for)\s+)?(?:"
    rf"(?<!jam\s)(?<!pukul\s)(?P<hours>{_FIGURE})\s*(?:{_HOURS})(?:\s*(?:dan|and)?\s*(?P<more>[0-9]{{1,2}})\s*(?:{_MINUTES}))?"
    rf"|(?P<minutes>[0-9]{{1,3}})\s*(?:{_MINUTES})"
    r"|(?P<half>setengah\s+jam|half\s+an\s+hour)|(?P<hour>sejam|satu\s+jam|an\s+hour|one\s+hour)"
    r"|(?P<day>seharian|sepanjang\s+hari|all\s+day))"
)


@dataclass(frozen=True, slots=True)
class ReadTime:
    """A time found in the text: every way to read it, and the zone that stands behind it."""

    span: Span
    readings: tuple[tuple[int, int | None], ...]
    """Minutes after midnight; None for an end that nobody typed."""
    zone: Span | None = None


@dataclass(frozen=True, slots=True)
class ReadLength:
    """A length in minutes; None for the whole day."""

    span: Span
    minutes: int | None


class NoSuchTime(ValueError):
    """A time that no clock shows; `.words` as typed."""

    def __init__(self, words: str) -> None:
        super().__init__(f"no such time: {words!r}")
        self.words = words


def lengths(canvas: Canvas) -> Iterator[ReadLength]:
    """The lengths that are written: "90 menit", "1,5 jam", "for 2 hours", "seharian"."""
    while match := _LENGTH.search(canvas.open):
        span = Span(*match.span())
        canvas.cover(span)
        yield ReadLength(span, _minutes(match))


def _minutes(match: re.Match[str]) -> int | None:
    if match["day"]:
        return None
    if match["half"]:
        return 30
    if match["hour"]:
        return 60
    if match["minutes"]:
        return int(match["minutes"])
    return round(float(match["hours"].replace(",", ".")) * 60) + int(match["more"] or 0)


def times(canvas: Canvas, lengths_at: Collection[int]) -> Iterator[ReadTime | NoSuchTime]:
    """The times that are written; a lone figure is one where a length begins right behind it."""
    while match := _next(_BOTH, canvas, _is_span):
        yield _read(match, canvas)
    while match := _next(_ONE, canvas, _is_time):
        yield _read(match, canvas)

    def leads_to_length(match: re.Match[str]) -> bool:
        behind = canvas.open[match.end() :]
        blanks = len(behind) - len(behind.lstrip())
        return int(match["h1"]) <= 24 and match.end() + blanks in lengths_at

    while match := _next(_ONE, canvas, leads_to_length):
        yield _read(match, canvas)


def lone_zones(canvas: Canvas) -> Iterator[Span]:
    """Names of the three Indonesian times that stand by themselves, in capitals."""
    while match := _BARE_ZONE.search(canvas.open):
        span = Span(*match.span())
        canvas.cover(span)
        yield span


def _next(
    expression: re.Pattern[str], canvas: Canvas, fits: Callable[[re.Match[str]], bool]
) -> re.Match[str] | None:
    return next((match for match in expression.finditer(canvas.open) if fits(match)), None)


def _is_span(match: re.Match[str]) -> bool:
    """Two times; without anything else that says so they must at least be hours of a day."""
    if match["lead"] or match["zone"] or match["p1"] or match["p2"] or match["m1"] or match["m2"]:
        return True
    return int(match["h1"]) <= 24 and int(match["h2"]) <= 24


def _is_time(match: re.Match[str]) -> bool:
    lead = (match["lead"] or "").casefold()
    if match["m1"] or match["p1"] or match["zone"] or lead in ("jam", "pukul", "pkl", "pkl."):
        return True
    return lead in ("at", "mulai") and int(match["h1"]) <= 24


def _read(match: re.Match[str], canvas: Canvas) -> ReadTime | NoSuchTime:
    zone = Span(*match.span("zone")) if match["zone"] else None
    span = Span(match.start(), _end_of_words(match))
    canvas.cover(Span(*match.span()))
    try:
        readings = (
            _both(match)
            if match.re is _BOTH
            else [(at, None) for at in _clocks(match, "1", _part(match, "1"))]
        )
    except ValueError:
        return NoSuchTime(span.of(canvas.text))
    return ReadTime(span, tuple(dict.fromkeys(readings)), zone)


def _end_of_words(match: re.Match[str]) -> int:
    """Where the time itself ends: before the blanks that lead to the zone."""
    if not match["zone"]:
        return match.end()
    start = match.start()
    return start + len(match.group()[: match.start("zone") - start].rstrip())


def _clocks(match: re.Match[str], of: str, part: str, *, twelve: int = 5) -> list[int]:
    """The minutes of the day it may be, the likeliest first. Raises ValueError.

    Hours up to `twelve` may be those of a clock that goes round twice a day.
    """
    hour, minute = int(match[f"h{of}"]), int(match[f"m{of}"] or 0)
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        raise ValueError
    if part:
        return [_in_part(hour, minute, part)]
    at = hour * 60 + minute
    if 1 <= hour <= twelve and not match[f"h{of}"].startswith("0"):
        # At an office "jam 3" is the afternoon more often than the night.
        return [at + DAY // 2, at]
    return [at]


def _part(match: re.Match[str], of: str) -> str:
    return (match[f"p{of}"] or "").casefold().replace(".", "")


def _in_part(hour: int, minute: int, part: str) -> int:
    """The minute of the day in a part of it: "3 sore", "9 am". Raises ValueError."""
    if part == "am" and hour <= 12:
        hour %= 12
    elif part == "pm" and hour <= 12:
        hour = hour % 12 + 12
    elif part == "pagi" and hour <= 11:
        pass
    elif part == "siang" and (hour in (1, 2, 3, 4) or 10 <= hour <= 16):
        hour += 12 if hour < 10 else 0
    elif part in ("sore", "petang") and (3 <= hour <= 6 or 15 <= hour <= 19):
        hour += 12 if hour < 12 else 0
    elif part == "malam" and (hour <= 4 or 6 <= hour <= 12 or hour >= 18):
        # After midnight it is still night, before it the clock has gone round once.
        hour += 12 if 6 <= hour <= 12 else 0
    else:
        raise ValueError
    return hour * 60 + minute


def _both(match: re.Match[str]) -> list[tuple[int, int | None]]:
    """Every sensible pair of start and end. Raises ValueError when there is none."""
    first, last = _part(match, "1"), _part(match, "2")
    if last and not first:
        starts, ends = _starts_before(match, last), _clocks(match, "2", last)
    else:
        starts = _clocks(match, "1", first)
        ends = _clocks(match, "2", last, twelve=11 if first or len(starts) > 1 else 5)
    pairs = [(start, end if end > start else end + DAY) for start in starts for end in ends]
    pairs = [(start, end) for start, end in pairs if start != end % DAY or end == DAY]
    if not pairs:
        raise ValueError
    if first or last:
        return [min(pairs, key=lambda pair: pair[1] - pair[0])]
    # Both halves of the day alike: 1-3 is 13-15 or 01-03, hardly 01-15.
    return [pair for pair in pairs if pair[1] - pair[0] < DAY // 2] or list(pairs[:1])


def _starts_before(match: re.Match[str], part: str) -> list[int]:
    """The start where only the end says its part of the day: "9-11 pagi", but "11-1pm"."""
    [end] = _clocks(match, "2", part)
    try:
        [start] = _clocks(match, "1", part)
    except ValueError:
        start = end
    if start < end:
        return [start]
    return _clocks(match, "1", "", twelve=0)


def hours_of(start: int, end: int | None, length: int | None) -> Hours:
    """Start and end in minutes; a length counts where no end was typed."""
    return Hours(start, end if end is not None else start + (length or USUAL_LENGTH))
