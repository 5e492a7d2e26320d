"""Reading a typed line: marks first, then dates, lengths, times and days; the rest is the title."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from desk.rules.folding import fold
from desk.rules.quick_add import problems
from desk.rules.quick_add.canvas import BEFORE, Canvas
from desk.rules.quick_add.clock import (
    DAY,
    USUAL_LENGTH,
    ZONES,
    NoSuchTime,
    ReadLength,
    ReadTime,
    lengths,
    lone_zones,
    times,
)
from desk.rules.quick_add.dates import NoSuchDay, ReadDays, days_from_today, written_days
from desk.rules.quick_add.names import KIND_WORDS, KINDS, STATUS_WORDS, STATUSES, longest_match
from desk.rules.quick_add.planning import planned
from desk.rules.quick_add.tree import (
    Days,
    Hours,
    Known,
    Named,
    Part,
    PartKind,
    Plan,
    Problem,
    Reading,
    Span,
)

LONGEST_LINE = 500
"""Characters of a line that are read; nobody types an event in more."""

_Found = TypeVar("_Found", ReadDays, ReadTime)

_MARK = re.compile(rf"{BEFORE}(?P<mark>[@#+!])(?=[^\s@#+!])")
_REFERENCE = re.compile(r"[0-9]{4}-[0-9]{1,6}")
_KINDS = tuple(KIND_WORDS)
_STATUSES = tuple(STATUS_WORDS)


def words_behind(text: str, mark: str) -> tuple[str, ...]:
    """The first word behind each such mark, for whoever looks up what could be meant."""
    canvas = Canvas(text[:LONGEST_LINE])
    return tuple(
        canvas.words_after(match.end())[0].of(canvas.text).strip(",;:()")
        for match in _MARK.finditer(canvas.open)
        if match["mark"] == mark
    )


def read(text: str, known: Known, choices: Mapping[str, str] | None = None) -> Plan:
    """Everything that can be understood of a line, with the readings that were chosen by key.

    Never raises for any text: what is doubtful or impossible is told in the plan's problems.
    """
    return _Reader(text[:LONGEST_LINE], known, choices or {}).plan()


class _Reader:
    def __init__(self, text: str, known: Known, choices: Mapping[str, str]) -> None:
        self._canvas = Canvas(text)
        self._known = known
        self._choices = choices
        self._parts: list[Part] = []
        self._problems: list[Problem] = []

    def plan(self) -> Plan:
        canvas, known = self._canvas, self._known
        self._read_marks()
        found = list(self._sensible(written_days(canvas, known), problems.no_such_day))
        spoken_lengths = list(lengths(canvas))
        clocks = list(
            self._sensible(
                times(canvas, {length.span.start for length in spoken_lengths}),
                problems.no_such_time,
            )
        )
        found += days_from_today(canvas, known, alone=not found)
        zones = [row.zone for row in clocks if row.zone] + list(lone_zones(canvas))
        self._add_days(found, with_hours=bool(clocks))
        self._add_times(clocks, spoken_lengths)
        for span in zones:
            zone = ZONES[span.of(canvas.text).casefold()]
            self._add(PartKind.ZONE, [span], [Reading(zone, zone)])
        canvas.cover_leading_words()
        title = self._add_title(canvas.rest())
        self._parts.sort(key=lambda part: part.spans or (Span(len(canvas.text) + 1, 0),))
        return planned(
            Plan(canvas.text, title, tuple(self._parts), tuple(self._problems)), self._known
        )

    def _sensible(
        self,
        rows: Iterable[_Found | NoSuchDay | NoSuchTime],
        problem: Callable[[str], Problem],
    ) -> Iterator[_Found]:
        """What was found, without what cannot be, which is told."""
        for row in rows:
            if isinstance(row, NoSuchDay | NoSuchTime):
                self._problems.append(problem(row.words))
            else:
                yield row

    def _add(
        self,
        kind: PartKind,
        spans: Sequence[Span],
        readings: Sequence[Reading],
        *,
        assumed: bool = False,
    ) -> Part:
        words = " ".join(span.of(self._canvas.text) for span in spans)
        key = f"{kind.value}:{fold(words)}"
        part = Part(kind, key, tuple(spans), tuple(readings), assumed).chosen(self._choices)
        self._parts.append(part)
        if part.ambiguous:
            self._problems.append(problems.ambiguous(part, words))
        return part

    # Marks

    def _read_marks(self) -> None:
        while match := _MARK.search(self._canvas.open):
            words = self._canvas.words_after(match.end())
            mark = match["mark"]
            if mark == "@":
                kind, known = PartKind.VENUE, self._known.venues
            elif mark == "+":
                kind, known = PartKind.PERSON, self._known.people
            elif mark == "!":
                kind, known = PartKind.STATUS, STATUSES
            elif _REFERENCE.fullmatch(words[0].of(self._canvas.text)):
                kind, known, words = PartKind.VISIT, self._known.visits, words[:1]
            else:
                kind, known = PartKind.KIND, KINDS
            self._read_name(match, words, kind, known)

    def _read_name(
        self, match: re.Match[str], words: list[Span], kind: PartKind, known: Sequence[Named]
    ) -> None:
        text = self._canvas.text
        count, found = longest_match(words, text, known)
        last = words[max(count, 1) - 1]
        span = Span(match.start(), last.start + len(last.of(text).rstrip(",;:()")))
        span = Span(span.start, max(span.end, match.end()))
        self._canvas.cover(span)
        part = self._add(kind, [span], [_reading_of(kind, name) for name in found])
        if not found:
            typed = text[match.end() : span.end]
            self._problems.append(problems.unknown_name(match["mark"], typed, part.key))

    # Days and times

    def _add_days(self, found: list[ReadDays], *, with_hours: bool) -> None:
        # A weekday beside a date says the same day twice, or contradicts it.
        dated = [row for row in found if row.weekday is None]
        if len(dated) == 1 and len(found) == 2:
            [other] = [row for row in found if row is not dated[0]]
            found = [_both_days(dated[0], other)]
            spans = [dated[0].span, other.span]
        else:
            spans = [found[0].span] if found else []
        for at, row in enumerate(found):
            days = [Days(first, last) for first, last in row.readings]
            if row.named is not None:
                # The day of the week may be what was meant: the nearest such day.
                days += [_nearest(reading, row.named) for reading in days]
            if with_hours:
                days = [each for day in days for each in _with_hours(day)]
            readings = [Reading(day.key, day) for day in dict.fromkeys(days)]
            part = self._add(PartKind.DAY, sorted(spans) if at == 0 else [row.span], readings)
            if row.named is not None and part.ambiguous:
                self._problems.pop()
                first = row.readings[0][0]
                self._problems.append(problems.weekday_contradiction(part, row.named, first))
        if not found and self._known.first_day is not None:
            day = self._known.first_day
            if day == self._known.last_day:
                self._add(PartKind.DAY, [], [Reading(str(day), Days(day, day))], assumed=True)

    def _add_times(self, clocks: list[ReadTime], spoken: list[ReadLength]) -> None:
        length = next((row for row in spoken), None)
        for at, row in enumerate(clocks):
            spans = [row.span]
            minutes = USUAL_LENGTH
            if at == 0 and length is not None:
                spans.append(length.span)
                minutes = length.minutes or USUAL_LENGTH
            hours = [
                Hours(start, start + minutes if end is None else end) for start, end in row.readings
            ]
            assumed = length is None and all(end is None for _start, end in row.readings)
            self._add(
                PartKind.TIME,
                sorted(spans),
                [Reading(hour.key, hour) for hour in dict.fromkeys(hours)],
                assumed=assumed,
            )
        if not clocks and length is not None and length.minutes is None:
            self._add(PartKind.TIME, [length.span], [Reading("all day", Hours(0, DAY))])
        elif not clocks and length is not None:
            # A length alone says nothing about when: it stays where it was typed.
            self._add(PartKind.TIME, [length.span], [])

    def _add_title(self, spans: list[Span]) -> str:
        title = " ".join(span.of(self._canvas.text) for span in spans).strip(" ,;:-–—")
        if title:
            self._add(PartKind.TITLE, spans, [Reading(title, title)])
        return title


def _reading_of(kind: PartKind, name: Named) -> Reading:
    if kind is PartKind.KIND:
        return Reading(_KINDS[name.id].value, _KINDS[name.id])
    if kind is PartKind.STATUS:
        return Reading(_STATUSES[name.id].value, _STATUSES[name.id])
    return Reading(name.key, name)


def _both_days(dated: ReadDays, other: ReadDays) -> ReadDays:
    """A date with a weekday typed somewhere else in the line."""
    assert other.weekday is not None
    fitting = tuple(pair for pair in dated.readings if pair[0].weekday() == other.weekday)
    if fitting:
        return replace(dated, readings=fitting)
    return replace(dated, named=other.weekday)


def _with_hours(days: Days) -> tuple[Days, ...]:
    """Hours of several days are those of each day, or the first's start and the last's end."""
    if days.first == days.last:
        return (days,)
    return replace(days, daily=True), replace(days, daily=False)


def _nearest(days: Days, weekday: int) -> Days:
    after = (weekday - days.first.weekday()) % 7
    by = timedelta(days=after if after <= 3 else after - 7)
    return Days(days.first + by, days.last + by)
